#!/usr/bin/env bash
# Memperbaiki realisasi keuangan sebuah laporan.    07-correct.sh LAPORAN RUPIAH
set -euo pipefail
: "${SELARAS_URL:?isi dengan alamat layanan, misalnya http://127.0.0.1:8080}"
: "${SELARAS_TOKEN:?isi dengan token dari pengelola, atau dari .selaras/tokens sesudah make run}"
(($# == 2)) || { echo "Pemakaian: ${0##*/} LAPORAN RUPIAH" >&2; exit 2; }

# Yang diubah adalah yang sudah dibaca: ETag-nya ikut dikirim. 412 berarti orang lain lebih dahulu mengubahnya.
etag=$(curl -sS --fail --oauth2-bearer "$SELARAS_TOKEN" -o /dev/null -D - "$SELARAS_URL/api/v1/reports/$1" |
    tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p')
curl -sS --fail-with-body --oauth2-bearer "$SELARAS_TOKEN" -X PATCH -H "If-Match: $etag" \
    -H 'Content-Type: application/merge-patch+json' --data "{\"spent_idr\": $2}" "$SELARAS_URL/api/v1/reports/$1"
echo
