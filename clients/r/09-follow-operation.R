# Mengimpor berkas besar dan mengikuti operasinya.    09-follow-operation.R LOKUS TAHAP BERKAS
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "selaras.R"))
need("LOKUS", "TAHAP", "BERKAS")

# Kuncinya dari tahap dan isi berkas: berkas yang sama tidak diimpor dua kali.
started <- selaras(paste0("/api/v1/lokus/", arguments[1], "/survey-imports")) |>
  req_url_query(purpose = arguments[2]) |>
  req_headers(Prefer = "respond-async", `Idempotency-Key` = paste0(arguments[2], "-", tools::md5sum(arguments[3]))) |>
  req_body_file(arguments[3], type = "text/csv") |>
  req_perform()
repeat {
  operation <- selaras(resp_header(started, "Location")) |> req_perform() |> json()
  if (!operation$state %in% c("queued", "running")) break
  Sys.sleep(1)
}
cat(operation$state, "\n")
if (operation$state != "succeeded") quit(status = 1)
