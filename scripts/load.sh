#!/bin/sh
# Starts a server on a stored run and tells how long it took until ready, then loads it: 64 connections for 60 s while the
# newest run is refreshed every 5 s, and tells what it needed. Needs wrk and curl. usage: scripts/load.sh DATA [PORT]
set -eu
data=$1
port=${2:-8000}
base=http://127.0.0.1:$port
home=$(cd "$(dirname "$0")/.." && pwd)
"$home/radar" --version >/dev/null # builds the program if need be
start=$(date +%s%N)
"$home/radar" serve --data "$data" --port "$port" >/dev/null &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
until curl -fs -o /dev/null "$base/api/ready/"; do
  kill -0 $server
  sleep 0.05
done
echo "ready after $((($(date +%s%N) - start) / 1000000)) ms"
wrk -t1 -c64 -d10s -H "Accept-Encoding: gzip" "$base/api/segments/?page_size=50" >/dev/null # warms up
(for _ in 1 2 3 4 5 6 7 8 9 10 11; do sleep 5; curl -fsS -X POST "$base/api/refresh/" -o /dev/null || echo "refresh failed"; done) &
wrk -t1 -c64 -d60s --latency -H "Accept-Encoding: gzip" "$base/api/segments/?page_size=50"
[ ! -r "/proc/$server/status" ] || grep -E 'VmHWM|VmRSS' "/proc/$server/status"
