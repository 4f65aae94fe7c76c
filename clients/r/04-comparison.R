# Apa yang berubah di antara dua pendataan.    04-comparison.R LOKUS
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "selaras.R"))
need("LOKUS")

comparison <- selaras(paste0("/api/v1/lokus/", arguments[1], "/comparison")) |> req_perform() |> json()
items <- comparison$indicators
print(data.frame(
  code = items$code, before = items$before$value, after = items$after$value, transition = items$transition
))
