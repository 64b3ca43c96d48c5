#!/usr/bin/env bash
# Formatting and the small rules of the house: prints each breach, exits 1 if there is any. `--fix` formats in place what differs
# from the last commit.
set -euo pipefail
cd "$(dirname "$0")/.."
tops=()
for top in sim planner cli gui tests; do [ ! -d "$top" ] || tops+=("$top"); done
mapfile -t files < <(find "${tops[@]}" -name '*.h' -o -name '*.cpp' | sort)
if [ "${1:-}" = --fix ]; then
    mapfile -t files < <({ git diff --name-only HEAD; git ls-files --others --exclude-standard; } | grep -E '\.(h|cpp)$' | sort -u)
    for file in "${files[@]}"; do [ ! -e "$file" ] || clang-format -i "$file"; done
    exit 0
fi
failed=0
clang-format --dry-run --Werror "${files[@]}" || failed=1
for file in "${files[@]}"; do
    lines=$(wc -l <"$file")
    if [ "$lines" -gt 450 ]; then
        echo "$file: $lines lines; split it by purpose (450 at most)"
        failed=1
    fi
    case $file in
        *.h)
            if ! grep -q '^#pragma once' "$file"; then echo "$file: no #pragma once"; failed=1; fi
            if grep -nH 'using namespace' "$file"; then echo "$file: using namespace in a header"; failed=1; fi
            ;;
    esac
done
exit $failed
