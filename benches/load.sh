#!/usr/bin/env bash
# The whole bot beside a bare teloxide echo bot (`benches/echo`), as teloxide comes and on one thread as the bot itself
# is; all driven by the same Bot API server in turn.
#
#   SERVER="server load --updates 20000 --chats 1000" benches/load.sh [RUNS]
#
# SERVER starts the bot whose command follows after `--`, with TELOXIDE_API_URL and TELOXIDE_TOKEN set, sends it
# questions in private chats, and prints one JSON object with `cpu_ms_per_1000` (user and system time of the bot's
# process for a thousand updates), `answered_per_s`, `answered`, `of` and `rss_kb.peak`. It is no part of this repository.
# BOT and ECHO may name binaries that are built already. Needs jq.
set -euo pipefail
cd "$(dirname "$0")/.."

: "${SERVER:?the command of a Bot API server that drives a bot; see the head of this file}"
runs=${1:-5}
target=${CARGO_TARGET_DIR:-$PWD/target}
results=$(mktemp -d)
trap 'rm -r "$results"' EXIT

build() {
    cargo build --release --locked --quiet "$@"
}

# One run of one bot: CPU, answers a second, most memory.
run() {
    local name=$1
    shift
    # Nobody in the load waits a minute before the next question.
    LEAGUE_BOT_PER_MINUTE=1000000 $SERVER -- "$@" >"$results/report" || { cat "$results/report" >&2; return 1; }
    jq -r 'if .answered == .of then [.cpu_ms_per_1000, .answered_per_s, .rss_kb.peak / 1024] | @tsv
           else error("only \(.answered) of \(.of) answered") end' "$results/report" | tee -a "$results/$name" |
        awk -v name="$name" '{ printf "%-5s %7.1f ms/1000  %7.0f a second  %5.1f MiB\n", name, $1, $2, $3 }'
}

median() {
    cut -f "$2" "$results/$1" | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}

[ -n "${BOT:-}" ] || build
[ -n "${ECHO:-}" ] || build --manifest-path benches/echo/Cargo.toml --target-dir "$target/echo"
for _ in $(seq "$runs"); do
    run echo "${ECHO:-$target/echo/release/echo-bot}"
    run echo1 "${ECHO:-$target/echo/release/echo-bot}" one-thread
    run bot "${BOT:-$target/release/league-bot}" telegram
done
echo "medians of $runs runs: CPU ms for 1,000 updates, answers a second, most MiB"
for name in echo echo1 bot; do
    printf '%-5s %7.1f %7.0f %5.1f\n' "$name" "$(median "$name" 1)" "$(median "$name" 2)" "$(median "$name" 3)"
done
awk -v echo="$(median echo 1)" -v echo1="$(median echo1 1)" -v bot="$(median bot 1)" 'BEGIN {
    printf "the bot takes %.2f times the CPU of the echo, %.2f times that of the echo on one thread\n", bot / echo, bot / echo1
}'
