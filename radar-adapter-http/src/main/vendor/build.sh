#!/bin/sh
# Rebuilds vendor/*.js and font/*.woff2 of the dashboard from the versions in package.json: same versions, same bytes.
# Needs node, and for the fonts python3 with fonttools and brotli. The product itself needs none of these.
set -eu
cd "$(dirname "$0")"
out=../resources/io/segmentradar/http/dashboard
npm install --no-audit --no-fund --no-package-lock

bundle() {
  npx esbuild "$1.js" --bundle --minify --format=esm --legal-comments=inline \
    --define:process.env.NODE_ENV='"production"' --outfile="$out/vendor/$1-$2.js"
}
version() { node -p "require('./package.json').devDependencies['$1']"; }
bundle preact "$(version preact)"
bundle echarts "$(version echarts)"

{
  for library in preact htm echarts; do
    echo "== $library $(version $library)"
    cat "node_modules/$library/LICENSE"
    echo
  done
  echo "== zrender (part of echarts)"
  cat node_modules/zrender/LICENSE
  echo
  echo "== tslib (part of echarts)"
  cat node_modules/tslib/LICENSE.txt
} | tr -d "\r" > "$out/vendor/LICENSES.txt"

"${PYTHON:-python3}" subset.py "$out"
cp node_modules/@expo-google-fonts/noto-sans-kr/LICENSE_FONT "$out/font/OFL.txt"
rm -rf node_modules
