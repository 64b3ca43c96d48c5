#!/usr/bin/env bash
# Sets up what is missing, builds with every internal check on, and runs all tests. The last lines are ctest's summary.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/install_packages.sh build window test
tools/build.sh dev
if [ ! -d "${SWITCHROOM_DATA_DIR:-../shared/data}" ]; then
    echo "NOTE: the folder of real call logs is not here; the tests that read them say so and pass over it (docs/call-logs.md)."
fi
ctest --test-dir build/dev --output-on-failure --no-tests=error -j"$(nproc)"
