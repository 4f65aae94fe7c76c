# Melaporkan realisasi kumulatif.    06-report.R INTERVENSI TA TW FISIK_PERSEN VOLUME RUPIAH
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "selaras.R"))
need("INTERVENSI", "TA", "TW", "FISIK_PERSEN", "VOLUME", "RUPIAH")

figures <- as.numeric(arguments[2:6])
report <- list(
  budget_year = figures[1], quarter = figures[2], physical_percent = figures[3], quantity = figures[4],
  spent_idr = figures[5]
)
# Satu kunci untuk laporan ini: dikirim lagi, jawabannya sama dan laporannya tetap satu.
answer <- selaras(paste0("/api/v1/interventions/", arguments[1], "/reports")) |>
  req_headers(`Idempotency-Key` = paste("laporan", arguments[1], arguments[2], arguments[3], sep = "-")) |>
  req_body_json(report, digits = 15) |>
  req_perform()
cat(resp_body_string(answer), "\n")
