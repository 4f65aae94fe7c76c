#!/usr/bin/env bash
# Apa yang berubah di antara pendataan awal dan pendataan ulang.    04-comparison.sh LOKUS
set -euo pipefail
: "${SELARAS_URL:?isi dengan alamat layanan, misalnya http://127.0.0.1:8080}"
: "${SELARAS_TOKEN:?isi dengan token dari pengelola, atau dari .selaras/tokens sesudah make run}"
(($# == 1)) || { echo "Pemakaian: ${0##*/} LOKUS" >&2; exit 2; }

curl -sS --fail-with-body --oauth2-bearer "$SELARAS_TOKEN" "$SELARAS_URL/api/v1/lokus/$1/comparison"
echo
