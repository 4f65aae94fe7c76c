# Semua intervensi satu perangkat daerah ke berkas CSV.    05-interventions-csv.R PD BERKAS
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "selaras.R"))
need("PD", "BERKAS")

selaras("/api/v1/interventions") |>
  req_url_query(agency_code = arguments[1]) |>
  req_headers(Accept = "text/csv") |>
  req_perform(path = paste0(arguments[2], ".part"))
invisible(file.rename(paste0(arguments[2], ".part"), arguments[2]))
# Kode wilayah adalah teks: 63.10 bukan 63.1.
table <- read.csv(arguments[2], colClasses = c(kabupaten_code = "character", desa_code = "character"))
cat(nrow(table), "intervensi\n")
