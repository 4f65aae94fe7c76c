# Memeriksa berkas pendataan tanpa menyimpannya.    08-import-dry-run.R LOKUS TAHAP BERKAS
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "selaras.R"))
need("LOKUS", "TAHAP", "BERKAS")

answer <- selaras(paste0("/api/v1/lokus/", arguments[1], "/survey-imports")) |>
  req_url_query(purpose = arguments[2], dry_run = "true") |>
  req_body_file(arguments[3], type = "text/csv") |>
  req_perform()
cat(resp_body_string(answer), "\n")
