"""Memeriksa berkas pendataan tanpa menyimpannya.    import_dry_run.py LOKUS TAHAP BERKAS"""

import json

from selaras import arguments, call, show

lokus, purpose, path = arguments("LOKUS", "TAHAP", "BERKAS")
with open(path, "rb") as file:
    answer = call(
        "POST", f"/api/v1/lokus/{lokus}/survey-imports", file.read(), {"Content-Type": "text/csv"},
        {"purpose": purpose, "dry_run": "true"})
show(json.loads(answer[2]))
