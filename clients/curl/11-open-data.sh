#!/usr/bin/env bash
# Data terbuka, tanpa token: indices, indicators atau interventions.    11-open-data.sh DATASET
set -euo pipefail
: "${SELARAS_URL:?isi dengan alamat layanan, misalnya http://127.0.0.1:8080}"
(($# == 1)) || { echo "Pemakaian: ${0##*/} DATASET" >&2; exit 2; }

# Arti setiap kolom ada di $SELARAS_URL/api/v1/open-data
curl -sS --fail-with-body -H 'Accept: text/csv' "$SELARAS_URL/api/v1/open-data/$1"
