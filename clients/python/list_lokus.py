"""Daftar lokus, bila perlu dari satu tahun program.    list_lokus.py [TAHUN]"""

import sys

from selaras import get

query = {"year": sys.argv[1]} if len(sys.argv) > 1 else {}
for lokus in get("/api/v1/lokus", query)["items"]:
    print(lokus["id"], lokus["desa_code"], lokus["desa_name"], lokus["year"], sep="\t")
