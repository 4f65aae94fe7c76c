"""Memperbaiki realisasi keuangan sebuah laporan.    correct.py LAPORAN RUPIAH"""

from selaras import arguments, call, send, show

laporan, rupiah = arguments("LAPORAN", "RUPIAH")
path = f"/api/v1/reports/{laporan}"
# Yang diubah adalah yang sudah dibaca: ETag-nya ikut dikirim. 412 berarti orang lain lebih dahulu mengubahnya.
etag = call("GET", path)[1]["ETag"]
headers = {"If-Match": etag, "Content-Type": "application/merge-patch+json"}
show(send("PATCH", path, {"spent_idr": int(rupiah)}, headers))
