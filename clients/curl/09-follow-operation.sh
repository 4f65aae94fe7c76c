#!/usr/bin/env bash
# Mengimpor berkas besar dan mengikuti operasinya sampai selesai.    09-follow-operation.sh LOKUS TAHAP BERKAS
set -euo pipefail
: "${SELARAS_URL:?isi dengan alamat layanan, misalnya http://127.0.0.1:8080}"
: "${SELARAS_TOKEN:?isi dengan token dari pengelola, atau dari .selaras/tokens sesudah make run}"
(($# == 3)) || { echo "Pemakaian: ${0##*/} LOKUS TAHAP BERKAS" >&2; exit 2; }

# Kuncinya dari tahap dan isi berkas: berkas yang sama tidak diimpor dua kali.
key=$2-$(sha256sum "$3" | cut -c 1-64)
operation=$(curl -sS --fail --oauth2-bearer "$SELARAS_TOKEN" -H 'Content-Type: text/csv' -H 'Prefer: respond-async' \
    -H "Idempotency-Key: $key" --data-binary "@$3" -o /dev/null -D - \
    "$SELARAS_URL/api/v1/lokus/$1/survey-imports?purpose=$2" | tr -d '\r' | sed -n 's/^[Ll]ocation: //p')

while :; do
    answer=$(curl -sS --fail-with-body --oauth2-bearer "$SELARAS_TOKEN" "$SELARAS_URL$operation")
    state=$(sed -n 's/.*"state":"\([a-z]*\)".*/\1/p' <<<"$answer")
    case $state in
        queued | running) sleep 1 ;;
        *) break ;;
    esac
done
printf '%s\n' "$answer"
[[ $state == succeeded ]]
