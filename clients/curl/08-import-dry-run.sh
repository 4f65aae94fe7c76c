#!/usr/bin/env bash
# Memeriksa berkas pendataan tanpa menyimpannya.    08-import-dry-run.sh LOKUS TAHAP BERKAS
set -euo pipefail
: "${SELARAS_URL:?isi dengan alamat layanan, misalnya http://127.0.0.1:8080}"
: "${SELARAS_TOKEN:?isi dengan token dari pengelola, atau dari .selaras/tokens sesudah make run}"
(($# == 3)) || { echo "Pemakaian: ${0##*/} LOKUS TAHAP BERKAS" >&2; exit 2; }

# 422 memuat semua kesalahan berkas, dengan baris dan kolomnya.
curl -sS --fail-with-body --oauth2-bearer "$SELARAS_TOKEN" -H 'Content-Type: text/csv' --data-binary "@$3" \
    "$SELARAS_URL/api/v1/lokus/$1/survey-imports?purpose=$2&dry_run=true"
echo
