# Indikator merah sebuah lokus.    03-weak-indicators.R LOKUS
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1]))
source(file.path(here, "selaras.R"))
need("LOKUS")

weak <- selaras(paste0("/api/v1/lokus/", arguments[1], "/weak-indicators")) |> req_perform() |> json()
print(weak$items[, c("code", "value", "needed_to_reach_threshold")])
