"""Data terbuka, tanpa token: indices, indicators atau interventions.    open_data.py DATASET"""

import csv
import io
import json

from selaras import arguments, call

dataset = arguments("DATASET")[0]
catalogue = json.loads(call("GET", "/api/v1/open-data", token=False)[2])
meaning = {column["name"]: column for found in catalogue["datasets"] if found["id"] == dataset
           for column in found["columns"]}
_, _, table = call("GET", f"/api/v1/open-data/{dataset}", headers={"Accept": "text/csv"}, token=False)
rows = list(csv.DictReader(io.StringIO(table.decode(), newline="")))
for name in rows[0] if rows else []:
    print("#", name, meaning[name]["title_id"], meaning[name]["unit_id"] or "", sep="\t")
for row in rows:
    print(*row.values(), sep="\t")
