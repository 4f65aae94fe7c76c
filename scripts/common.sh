# shellcheck shell=bash
# What the scripts share. Sourced, never run: it moves to the root of the clone and sets up messages, the Swift
# toolchain's PATH and the handling of signals.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root" || exit
state=$root/.selaras

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() { warn "Gagal: $*"; exit 1; }

# A toolchain is often unpacked without being put on PATH, and sudo resets PATH.
find_swift() {
    local dir
    command -v swift >/dev/null && return
    for dir in /opt/swift/usr/bin /usr/local/swift/usr/bin "${SWIFTLY_BIN_DIR:-${HOME:-/root}/.local/share/swiftly/bin}"; do
        if [[ -x $dir/swift ]]; then
            PATH=$PATH:$dir
            return
        fi
    done
    return 1
}
find_swift || true

# is_built STAMP PATH…: whether nothing under the paths changed since the stamp, which names the toolchain. A folder
# changes with what is put into it or taken out.
is_built() {
    local stamp=$1
    shift
    [[ -f $stamp && $(<"$stamp") == "$(readlink -f "$(command -v swift)")" ]] || return 1
    [[ -z $(find "$@" -newer "$stamp" -print -quit) ]]
}

# A debug build of what the arguments say (--build-tests, --product NAME). The C of the libraries is optimised in it too: a
# password is checked ten times as slowly by what no compiler has optimised, which was a third of the time of all tests.
build_debug() { run_child swift build -Xcc -O2 "$@"; }

# The programs in release mode. SwiftPM takes a minute or more to find out that nothing is to be done, and compiles
# parts of it again, so it is only asked where something changed. What changes while it builds is built next time.
build_release() {
    local stamp=.build/release.stamp begun=.build/release.begun
    [[ -x .build/release/selaras && -x .build/release/selaras-server ]] &&
        is_built "$stamp" Sources Contract Package.swift Package.resolved && return
    mkdir -p .build
    readlink -f "$(command -v swift)" >"$begun"
    run_child swift build -c release || return
    mv -f "$begun" "$stamp"
}

# Settings of the caller's own databases must not reach ours.
forget_database_environment() {
    local name
    unset DATABASE_URL
    for name in $(compgen -e PG || true); do unset "$name"; done
}
forget_database_environment

# address_of NAME LOG: where a server listens ("public" or "admin"), by what it wrote; nothing before it does.
address_of() { sed -n "s|.*\"listener\":\"$1\",\"url\":\"\([^\"]*\)\".*|\1|p" "$2"; }

# The same cluster, another database or role.
with_database() { printf '%s\n' "${1/ dbname=postgres/ dbname=$2}"; }
with_user() { printf '%s\n' "${1/ user=postgres/ user=$2}"; }

query() { "$(scripts/postgres bindir)/psql" -X -q -A -t -v ON_ERROR_STOP=1 -d "$1" -c "$2"; }

create_database() {
    [[ -n $(query "$1" "select 1 from pg_database where datname = '$2'") ]] || query "$1" "create database $2"
}

# Swift writes into the clone; say so before a compiler does it in its own words.
need_writable() {
    local path
    for path in "$root" "$root/.build" "$state" "$state/postgres"; do
        [[ ! -e $path || -w $path ]] ||
            die "$path tidak dapat ditulis oleh pengguna $(id -un) (milik $(stat -c %U -- "$path"));" \
                "gunakan klon tersendiri, atau kembalikan kepemilikannya dengan chown."
    done
}

# ------------------------------------------------------------------------------------------------ children
# Long-running programs run in a session of their own: Ctrl-C reaches this script alone, which then decides the order
# in which things stop. `wait` is interrupted by a signal at once, a foreground program is not.

child=''

run_child() {
    local status=0
    start_child "$@"
    wait "$child" || status=$?
    child=''
    return "$status"
}

start_child() {
    setsid "$@" 8>&- &
    child=$!
}

# $1 is the signal's number. Whatever happens afterwards is the EXIT trap's business.
interrupted() {
    trap '' INT TERM HUP
    stop_group "$child" 20
    child=''
    exit $((128 + $1))
}

# Asks a process group to stop, and insists after $2 seconds.
stop_group() {
    local leader=$1 tenths=$(($2 * 10))
    [[ -n $leader ]] || return 0
    kill -TERM -- "-$leader" 2>/dev/null || kill -TERM "$leader" 2>/dev/null || return 0
    while kill -0 "$leader" 2>/dev/null && ((tenths-- > 0)); do sleep 0.1; done
    kill -KILL -- "-$leader" 2>/dev/null || true
}

# cleanup NAME: run function NAME with the exit status at the end, however the script ends short of SIGKILL.
cleanup() {
    # shellcheck disable=SC2064,SC2154
    trap "code=\$?; trap '' INT TERM HUP; $1 \$code" EXIT
    trap 'interrupted 2' INT
    trap 'interrupted 15' TERM
    trap 'interrupted 1' HUP
}

# ------------------------------------------------------------------------------------------------ throw-away clusters

# Sets `scratch` to a directory for this run alone. Clusters of runs that were killed are removed on the way.
make_scratch() {
    local kind=$1 old
    for old in /tmp/selaras-"$kind-$EUID"-*; do
        [[ -O $old && ! -L $old ]] || continue
        if [[ ${old##*-} == "$$" ]] || ! kill -0 "${old##*-}" 2>/dev/null; then remove_scratch "$old"; fi
    done
    scratch=/tmp/selaras-$kind-$EUID-$$
    mkdir -m 0711 -- "$scratch"
}

# Every cluster below is stopped before its files go, also those that a test made for itself.
remove_scratch() {
    local marker
    [[ -d ${1:-} ]] || return 0
    while IFS= read -r marker; do
        scripts/postgres destroy "$(dirname "$marker")" || true
    done < <(find "$1" -maxdepth 4 -name .selaras-postgres)
    rm -rf -- "$1"
}
