#!/usr/bin/env bash
# Daftar lokus, bila perlu dari satu tahun program.    02-list-lokus.sh [TAHUN]
set -euo pipefail
: "${SELARAS_URL:?isi dengan alamat layanan, misalnya http://127.0.0.1:8080}"
: "${SELARAS_TOKEN:?isi dengan token dari pengelola, atau dari .selaras/tokens sesudah make run}"
(($# <= 1)) || { echo "Pemakaian: ${0##*/} [TAHUN]" >&2; exit 2; }

curl -sS --fail-with-body --oauth2-bearer "$SELARAS_TOKEN" -G "$SELARAS_URL/api/v1/lokus" \
    ${1:+--data-urlencode "year=$1"} --data-urlencode 'fields=id,desa_code,desa_name,year'
echo
