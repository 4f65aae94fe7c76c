"""Indikator merah sebuah lokus dan kekurangannya.    weak_indicators.py LOKUS"""

from selaras import arguments, get

[lokus] = arguments("LOKUS")
for item in get(f"/api/v1/lokus/{lokus}/weak-indicators")["items"]:
    print(item["code"], item["value"], item["needed_to_reach_threshold"], item["name"], sep="\t")
