#!/usr/bin/env bash
# Ten thousand random inputs on every screen of the window, with address and undefined-behaviour sanitizers, no frame above
# 250 ms of processor time. Takes a quarter of an hour; not part of tools/test.sh, which does a few hundred without sanitizers.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/install_packages.sh build window test
tools/build.sh asan --target test_gui
export SWITCHROOM_FUZZ_INPUTS=${1:-10000} SWITCHROOM_FRAME_LIMIT_MS=250
for screen in overview scenario day live compare promise sensitivity erlang data report; do
    build/asan/bin/test_gui -tc="random inputs*" -sc="$screen" -s=false
done
