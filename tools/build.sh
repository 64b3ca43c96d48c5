#!/usr/bin/env bash
# Configures (once) and builds a preset: tools/build.sh release [options of cmake --build]
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift
if [ ! -f "build/$preset/build.ninja" ]; then
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    cmake --preset "$preset" -G Ninja >"$log" 2>&1 || { cat "$log" >&2; exit 2; }
fi
cmake --build "build/$preset" "$@"
