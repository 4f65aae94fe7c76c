"""Semua intervensi satu perangkat daerah ke berkas CSV.    interventions_csv.py PD BERKAS"""

import os

from selaras import arguments, call

agency, path = arguments("PD", "BERKAS")
_, _, table = call("GET", "/api/v1/interventions", headers={"Accept": "text/csv"}, query={"agency_code": agency})
# Ke berkas sementara dahulu, supaya kegagalan tidak meninggalkan separuh daftar.
with open(path + ".part", "wb") as file:
    file.write(table)
os.replace(path + ".part", path)
