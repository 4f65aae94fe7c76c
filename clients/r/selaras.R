# Memanggil Selaras dengan httr2. Call Selaras with httr2: install.packages("httr2")
suppressPackageStartupMessages(library(httr2))

selaras <- function(path, token = TRUE) {
  url <- Sys.getenv("SELARAS_URL")
  stopifnot("SELARAS_URL?" = nzchar(url))
  call <- request(paste0(url, path)) |>
    # Penjelasan kegagalan dari peladen, bukan hanya nomornya.
    req_error(body = function(answer) resp_body_json(answer, check_type = FALSE)$detail)
  stopifnot("SELARAS_TOKEN: isi dengan token dari pengelola" = !token || nzchar(Sys.getenv("SELARAS_TOKEN")))
  if (token) req_auth_bearer_token(call, Sys.getenv("SELARAS_TOKEN")) else call
}

json <- function(answer) resp_body_json(answer, simplifyVector = TRUE)
arguments <- commandArgs(trailingOnly = TRUE)

# Isian yang kurang atau lebih: cara pakainya, dan kode keluar 2.
need <- function(...) {
  if (length(arguments) == length(c(...))) return(invisible())
  script <- basename(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
  message("Pemakaian: ", paste(c(script, ...), collapse = " "))
  quit(status = 2)
}
