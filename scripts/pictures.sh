#!/bin/sh
# Makes docs/img and docs/examples/report.* again, from the run stored in DATA or, without it, from a fresh demo.
# Needs chromium, curl and pdftoppm (poppler-utils). usage: scripts/pictures.sh [DATA] [PORT]
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
data=${1:-$work/data}
port=${2:-8099}
base=http://127.0.0.1:$port
images=$home/docs/img
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
server=
trap '[ -z "$server" ] || kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
[ $# -gt 0 ] || "$home/radar" demo --no-serve --out "$work/out" --data "$data" >/dev/null

"$home/radar" report --data "$data" --out "$home/docs/examples/report.pdf" --lang ko
"$home/radar" report --data "$data" --out "$home/docs/examples/report.html" --lang ko
pdftoppm -r 100 -png -singlefile "$home/docs/examples/report.pdf" "$images/report"
"$home/radar" export --data "$data" --call-sheets "$work/sheets" --lang ko

"$home/radar" serve --data "$data" --port "$port" >/dev/null &
server=$!
until curl -fs -o /dev/null "$base/api/ready/"; do
  kill -0 $server
  sleep 0.2
done

# picture NAME WIDTH HEIGHT ADDRESS
picture() {
  "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --lang=ko-KR --force-color-profile=srgb \
    --user-data-dir="$work/profile" --virtual-time-budget=10000 --window-size="$2,$3" --screenshot="$images/$1.png" "$4" 2>/dev/null
}
# issue FIELD: of the worst issue of the month
issue() {
  curl -fs "$base/api/highlights/?limit=1" | tr '{' '\n' | grep -m 1 "\"$1\":" | sed "s/.*\"$1\":\"//; s/\".*//"
}
picture overview 1440 1680 "$base/"
picture segment 1440 2000 "$base/segment?id=$(issue segment_id)"
picture watchlist 1440 920 "$base/watchlist?open=$(issue alert_id)"
picture actions 1440 1664 "$base/actions"
picture accuracy 1440 1342 "$base/accuracy"
sheet=$(ls "$work"/sheets/*.html | head -n 1)
picture callsheet 900 1100 "file://$sheet"
ls -l "$images" "$home/docs/examples"
