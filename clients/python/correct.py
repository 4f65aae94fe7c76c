"""Memperbaiki realisasi keuangan sebuah laporan.    correct.py LAPORAN RUPIAH"""

import sys

from selaras import call, send, show

path = f"/api/v1/reports/{sys.argv[1]}"
# Yang diubah adalah yang sudah dibaca: ETag-nya ikut dikirim. 412 berarti orang lain lebih dahulu mengubahnya.
etag = call("GET", path)[1]["ETag"]
headers = {"If-Match": etag, "Content-Type": "application/merge-patch+json"}
show(send("PATCH", path, {"spent_idr": int(sys.argv[2])}, headers))
