#!/bin/sh
# Load on a running server: 64 connections for 60 s while the newest run is refreshed every 5 s. Needs wrk and curl.
# usage: scripts/load.sh [http://127.0.0.1:8000]
set -eu
base=${1:-http://127.0.0.1:8000}
(for _ in 1 2 3 4 5 6 7 8 9 10 11; do sleep 5; curl -fsS -X POST "$base/api/refresh/" -o /dev/null || echo "refresh failed"; done) &
wrk -t1 -c64 -d60s --latency -H "Accept-Encoding: gzip" "$base/api/segments/?page_size=50"
wait
