#!/usr/bin/env bash
# Seluruh daftar, satu halaman pada satu baris.    10-whole-list.sh DAFTAR, misalnya interventions
set -euo pipefail
: "${SELARAS_URL:?isi dengan alamat layanan, misalnya http://127.0.0.1:8080}"
: "${SELARAS_TOKEN:?isi dengan token dari pengelola, atau dari .selaras/tokens sesudah make run}"
(($# == 1)) || { echo "Pemakaian: ${0##*/} DAFTAR" >&2; exit 2; }

headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
next="/api/v1/$1?page_size=${SELARAS_PAGE_SIZE:-1000}"
while [[ -n $next ]]; do
    curl -sS --fail-with-body --oauth2-bearer "$SELARAS_TOKEN" -D "$headers" "$SELARAS_URL$next"
    echo
    next=$(tr -d '\r' <"$headers" | sed -n 's/^[Ll]ink: <\(.*\)>; rel="next"$/\1/p')
done
