#!/usr/bin/env bash
# Semua intervensi satu perangkat daerah ke berkas CSV.    05-interventions-csv.sh PD BERKAS
set -euo pipefail
: "${SELARAS_URL:?isi dengan alamat layanan, misalnya http://127.0.0.1:8080}"
: "${SELARAS_TOKEN:?isi dengan token dari pengelola, atau dari .selaras/tokens sesudah make run}"
(($# == 2)) || { echo "Pemakaian: ${0##*/} PD BERKAS" >&2; exit 2; }

# Ditulis ke berkas sementara dahulu, supaya sambungan yang putus tidak meninggalkan separuh daftar.
curl -sS --fail-with-body --oauth2-bearer "$SELARAS_TOKEN" -H 'Accept: text/csv' -G \
    "$SELARAS_URL/api/v1/interventions" --data-urlencode "agency_code=$1" -o "$2.part"
mv "$2.part" "$2"
