"""Indikator merah sebuah lokus dan kekurangannya.    weak_indicators.py LOKUS"""

import sys

from selaras import get

for item in get(f"/api/v1/lokus/{sys.argv[1]}/weak-indicators")["items"]:
    print(item["code"], item["value"], item["needed_to_reach_threshold"], item["name"], sep="\t")
