# Daftar lokus, bila perlu dari satu tahun program.    02-list-lokus.R [TAHUN]
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "selaras.R"))

call <- selaras("/api/v1/lokus")
if (length(arguments) > 0) call <- req_url_query(call, year = arguments[1])
lokus <- json(req_perform(call))$items
print(lokus[, c("id", "desa_code", "desa_name", "year")])
