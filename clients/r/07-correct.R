# Memperbaiki realisasi keuangan sebuah laporan.    07-correct.R LAPORAN RUPIAH
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "selaras.R"))
need("LAPORAN", "RUPIAH")

path <- paste0("/api/v1/reports/", arguments[1])
# Yang diubah adalah yang sudah dibaca: ETag-nya ikut dikirim. 412 berarti orang lain lebih dahulu mengubahnya.
etag <- selaras(path) |> req_perform() |> resp_header("ETag")
answer <- selaras(path) |>
  req_method("PATCH") |>
  req_headers(`If-Match` = etag) |>
  req_body_json(list(spent_idr = as.numeric(arguments[2])), digits = 15) |>
  req_perform()
cat(resp_body_string(answer), "\n")
