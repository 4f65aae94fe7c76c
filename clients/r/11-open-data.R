# Data terbuka, tanpa token: indices, indicators atau interventions.    11-open-data.R DATASET
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "selaras.R"))
need("DATASET")

answer <- selaras(paste0("/api/v1/open-data/", arguments[1]), token = FALSE) |>
  req_headers(Accept = "text/csv") |>
  req_perform()
# Kode wilayah adalah teks: 63.10 bukan 63.1.
rows <- read.csv(text = resp_body_string(answer), colClasses = c(
  kabupaten_code = "character", kecamatan_code = "character", desa_code = "character",
  kabupaten_bps_code = "character", kecamatan_bps_code = "character", desa_bps_code = "character"
))
write.table(rows, sep = "\t", row.names = FALSE, quote = FALSE)
