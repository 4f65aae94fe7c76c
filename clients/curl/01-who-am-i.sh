#!/usr/bin/env bash
# Siapa pemilik token ini, dan apa yang boleh dilakukannya.
set -euo pipefail
: "${SELARAS_URL:?}" "${SELARAS_TOKEN:?}"

curl -sS --fail-with-body --oauth2-bearer "$SELARAS_TOKEN" "$SELARAS_URL/api/v1/me"
echo
