#!/usr/bin/env bash
# Builds the benchmarks with the release preset and runs them: each prints ours, its floor and their ratio from one run.
#   tools/bench.sh [NAME…]      only the named ones, e.g. engine
set -euo pipefail
cd "$(dirname "$0")/.."
tools/install_packages.sh build test
tools/build.sh release
echo "load average before: $(cut -d' ' -f1-3 /proc/loadavg); processors: $(nproc)"
for bench in build/release/bin/bench_*; do
    name=${bench##*/bench_}
    if [ $# -eq 0 ] || [[ " $* " == *" $name "* ]]; then
        echo "== $name"
        "$bench"
    fi
done
