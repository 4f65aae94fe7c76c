#!/usr/bin/env bash
# Siapa pemilik token ini, dan apa yang boleh dilakukannya.
set -euo pipefail
: "${SELARAS_URL:?isi dengan alamat layanan, misalnya http://127.0.0.1:8080}"
: "${SELARAS_TOKEN:?isi dengan token dari pengelola, atau dari .selaras/tokens sesudah make run}"

curl -sS --fail-with-body --oauth2-bearer "$SELARAS_TOKEN" "$SELARAS_URL/api/v1/me"
echo
