#!/bin/sh
# Fetches the CDS Hooks sandbox, at the version this test was written for, and builds it: fetch-sandbox.sh FOLDER
# Needs git, node 20 or later and npm. SANDBOX_SOURCE names another repository, such as a mirror.
set -eu

version=3b7e25546771c6e7fc5e360aa7db6eb64af0b8b6
source=${SANDBOX_SOURCE:-https://github.com/cds-hooks/sandbox.git}
folder=${1:?names the folder to build in, outside of this repository}

if [ ! -d "$folder/.git" ]; then
    git clone "$source" "$folder"
fi
cd "$folder"
git checkout --quiet "$version"
npm ci --ignore-scripts --no-audit --no-fund
npx webpack --config webpack.config.prod.js
