#!/usr/bin/env bash
# Melaporkan realisasi kumulatif.    06-report.sh INTERVENSI TA TW FISIK_PERSEN VOLUME RUPIAH
set -euo pipefail
: "${SELARAS_URL:?isi dengan alamat layanan, misalnya http://127.0.0.1:8080}"
: "${SELARAS_TOKEN:?isi dengan token dari pengelola, atau dari .selaras/tokens sesudah make run}"
(($# == 6)) || { echo "Pemakaian: ${0##*/} INTERVENSI TA TW FISIK_PERSEN VOLUME RUPIAH" >&2; exit 2; }

# Satu kunci untuk laporan ini: dikirim lagi, jawabannya sama dan laporannya tetap satu.
curl -sS --fail-with-body --oauth2-bearer "$SELARAS_TOKEN" -H "Idempotency-Key: laporan-$1-$2-$3" \
    --retry 3 --retry-connrefused --json \
    "{\"budget_year\": $2, \"quarter\": $3, \"physical_percent\": $4, \"quantity\": $5, \"spent_idr\": $6}" \
    "$SELARAS_URL/api/v1/interventions/$1/reports"
echo
