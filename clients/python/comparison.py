"""Apa yang berubah di antara dua pendataan.    comparison.py LOKUS"""

from selaras import arguments, get

[lokus] = arguments("LOKUS")
comparison = get(f"/api/v1/lokus/{lokus}/comparison")
for item in comparison["indicators"]:
    print(item["code"], item["before"]["value"], item["after"]["value"], item["transition"], sep="\t")
