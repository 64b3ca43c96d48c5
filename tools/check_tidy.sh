#!/usr/bin/env bash
# clang-tidy over our sources (minutes on two processors): tools/check_tidy.sh [FILE…]
set -euo pipefail
cd "$(dirname "$0")/.."
tools/install_packages.sh build test tidy
[ -f build/dev/compile_commands.json ] || cmake --preset dev -G Ninja >/dev/null
files=("$@")
if [ $# -eq 0 ]; then
    tops=()
    for top in sim planner cli gui; do [ ! -d "$top" ] || tops+=("$top"); done
    mapfile -t files < <(find "${tops[@]}" -name '*.cpp' | sort)
fi
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy-19 -p build/dev --quiet
