# Siapa pemilik token ini.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "selaras.R"))

me <- selaras("/api/v1/me") |> req_perform() |> json()
cat(me$name, me$role, paste(me$areas, collapse = ", "), sep = "\t")
cat("\n")
