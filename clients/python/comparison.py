"""Apa yang berubah di antara dua pendataan.    comparison.py LOKUS"""

import sys

from selaras import get

comparison = get(f"/api/v1/lokus/{sys.argv[1]}/comparison")
for item in comparison["indicators"]:
    print(item["code"], item["before"]["value"], item["after"]["value"], item["transition"], sep="\t")
