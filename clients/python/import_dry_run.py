"""Memeriksa berkas pendataan tanpa menyimpannya.    import_dry_run.py LOKUS TAHAP BERKAS"""

import json
import sys

from selaras import call, show

lokus, purpose, path = sys.argv[1:]
with open(path, "rb") as file:
    answer = call(
        "POST", f"/api/v1/lokus/{lokus}/survey-imports", file.read(), {"Content-Type": "text/csv"},
        {"purpose": purpose, "dry_run": "true"})
show(json.loads(answer[2]))
