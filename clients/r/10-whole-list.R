# Seluruh daftar, halaman demi halaman.    10-whole-list.R DAFTAR, misalnya interventions
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "selaras.R"))
need("DAFTAR")

size <- Sys.getenv("SELARAS_PAGE_SIZE", "1000")
ids <- c()
token <- NULL
repeat {
  page <- selaras(paste0("/api/v1/", arguments[1])) |>
    req_url_query(page_size = size, page_token = token) |>
    req_perform() |>
    json()
  ids <- c(ids, page$items$id)
  token <- page$next_page_token
  if (is.null(token)) break
}
writeLines(ids)
