"""Melaporkan realisasi kumulatif.    report.py INTERVENSI TA TW FISIK_PERSEN VOLUME RUPIAH"""

from selaras import arguments, send, show

intervention, year, quarter, percent, quantity, spent = arguments(
    "INTERVENSI", "TA", "TW", "FISIK_PERSEN", "VOLUME", "RUPIAH")
report = {
    "budget_year": int(year),
    "quarter": int(quarter),
    "physical_percent": float(percent),
    "quantity": float(quantity),
    "spent_idr": int(spent),
}
# Satu kunci untuk laporan ini: dikirim lagi, jawabannya sama dan laporannya tetap satu.
key = {"Idempotency-Key": f"laporan-{intervention}-{year}-{quarter}"}
show(send("POST", f"/api/v1/interventions/{intervention}/reports", report, key))
