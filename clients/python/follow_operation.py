"""Mengimpor berkas besar dan mengikuti operasinya sampai selesai.    follow_operation.py LOKUS TAHAP BERKAS"""

import hashlib
import sys
import time

from selaras import arguments, call, get, show

lokus, purpose, path = arguments("LOKUS", "TAHAP", "BERKAS")
with open(path, "rb") as file:
    content = file.read()
headers = {
    "Content-Type": "text/csv",
    "Prefer": "respond-async",
    # Kuncinya dari tahap dan isi berkas: berkas yang sama tidak diimpor dua kali.
    "Idempotency-Key": f"{purpose}-{hashlib.sha256(content).hexdigest()}",
}
_, answer, _ = call("POST", f"/api/v1/lokus/{lokus}/survey-imports", content, headers, {"purpose": purpose})
while (operation := get(answer["Location"]))["state"] in ("queued", "running"):
    time.sleep(1)
show(operation)
sys.exit(0 if operation["state"] == "succeeded" else 1)
