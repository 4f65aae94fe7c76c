# shellcheck shell=bash
# What the benchmarks share: a filled database, a server over it, and the same statements by pgbench. Sourced.
# RUNS and SECONDS_EACH change how long they take.
# shellcheck disable=SC2034
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../scripts/common.sh"

runs=${RUNS:-5}
seconds=${SECONDS_EACH:-5}
scratch=''
# shellcheck disable=SC2317
finish() { remove_scratch "$scratch"; }
cleanup finish

for program in wrk curl python3; do
    command -v "$program" >/dev/null || die "$program belum ada; pasang dengan: apt-get install $program"
done
# Kept away from `-e`'s reach: a wrk that counts failed requests still has a figure to show.
median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
now() { date +%s%N; }
since() { echo $((($(now) - $1) / 1000000)); }

scripts/build >&2
make_scratch bench
bin=$root/.build/release
export SELARAS_FAMILY_KEY_FILE=$scratch/key
printf '%064d\n' 7 >"$SELARAS_FAMILY_KEY_FILE"

say "Menyiapkan 20.000 lokus …" >&2
cluster=$(scripts/postgres start "$scratch/pg")
create_database "$cluster" selaras
admin=$(with_database "$cluster" selaras)
login=$(with_user "$admin" selaras_login)
psql=$(scripts/postgres bindir)/psql
pgbench=$(scripts/postgres bindir)/pgbench
DATABASE_URL=$admin "$bin/selaras-server" migrate >&2
DATABASE_URL=$admin "$bin/selaras-server" config import Config >&2
"$psql" -X -q -v ON_ERROR_STOP=1 -d "$admin" -f Benchmarks/fill.sql
SELARAS_TOKEN=$(DATABASE_URL=$admin "$bin/selaras-server" token create --role coordinator --name Uji --kabupaten 63.02)
export SELARAS_TOKEN

# ---------------------------------------------------------------------------------------------------- start-up
ready=$(now)
DATABASE_URL=$login "$bin/selaras-server" serve --port 0 --admin-port 0 >"$scratch/server.out" 2>"$scratch/server.log" 8>&- &
server=$!
until url=$(address_of public "$scratch/server.out") && [[ -n $url ]]; do sleep 0.01; kill -0 $server; done
admin_url=$(address_of admin "$scratch/server.out")
until curl -sf "$admin_url/readyz" >/dev/null; do sleep 0.01; done
ready_ms=$(since "$ready")
sleep 1
idle_kb=$(awk '/VmRSS/ { print $2 }' /proc/$server/status)

# --------------------------------------------------------------------------------- the statements of one request
# statements_of FOLDER COMMAND...: the statements that the server sends for COMMAND, as pgbench scripts in FOLDER; prints
# how many there are. To be run once before: the first request also reads what is kept afterwards. What is drawn anew for
# each transaction is in `drawing` (pgbench) and `drawn` (VALUE=EXPRESSION).
# made KIND VARIABLE: the id that fill.sql makes of the number in a pgbench variable.
made() { printf "('00000000-0000-7%s-8000-' || lpad((:%s)::text, 12, '0'))" "$1" "$2"; }
lokus=00000000-0000-7000-8000-000000000001
drawing='\set n random(1, 20000)'
drawn=("$lokus=$(made 000 n)")
statements_of() {
    local folder=$1 mark log
    shift
    mkdir -p "$folder"
    query "$admin" "alter system set log_statement = 'all'" && query "$admin" 'select pg_reload_conf()' >/dev/null
    sleep 0.5
    log=$(scripts/postgres where "$scratch/pg")/log
    mark=$(wc -c <"$log")
    "$@" >/dev/null
    sleep 0.5
    query "$admin" 'alter system reset log_statement' && query "$admin" 'select pg_reload_conf()' >/dev/null
    tail -c "+$((mark + 1))" "$log" >"$folder/one-request.log"
    python3 Benchmarks/statements.py "$folder/one-request.log" "$folder" "$drawing" "${drawn[@]}"
}

# limit SCRIPT: how often a second pgbench does it with four clients.
limit() {
    "$pgbench" -n -M prepared -c4 -j2 -T "$seconds" -D step=0 -f "$1" -d "$login" 2>>"$scratch/pgbench.log" |
        awk '/^tps/ { printf "%.0f\n", $3 }'
}

asked() { curl -sf -H "Authorization: Bearer $SELARAS_TOKEN" "$url/api/v1/$1"; }

# ---------------------------------------------------------------------------- what others notice while something goes on
# asked_by_others NAME: 200 requests a second of 16 clients, which is far below what the service can do.
asked_by_others() {
    hey -o csv -z "${seconds}s" -c 16 -q 12 -H "Authorization: Bearer $SELARAS_TOKEN" \
        "$url/api/v1/lokus/$lokus/comparison" >"$scratch/$1.csv"
}
# answered NAME: requests, those without 200, and the 50th and 99th percentile of the others in ms.
answered() {
    awk -F, 'NR > 1 { n++; if ($7 != 200) bad++; else print $1 * 1000 } END { print "total", n, bad + 0 }' "$scratch/$1.csv" |
        sort -k1,1 -n | awk '$1 == "total" { n = $2; bad = $3; next } { v[++c] = $1 }
            END { printf "%d %d %.1f %.1f\n", n, bad, v[int((c + 1) / 2)], v[int(c * 0.99 + 0.5)] }'
}
