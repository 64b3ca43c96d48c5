#!/usr/bin/env bash
# From a fresh Debian 12 machine to the first answer: installs what is missing, builds, and compares a desk with and
# without an answering service, on the same callers.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/install_packages.sh build window
tools/build.sh release --target switchroom
switchroom=build/release/bin/switchroom

data=${SWITCHROOM_DATA_DIR:-../shared/data}
echo
if [ -e "$data/anonbank/1999-01_january.txt.gz" ]; then
    echo "Replaying a real call log: the Anonymous Bank's January 1999 (Guedj & Mandelbaum, Technion)."
    pair=(scenarios/bank-january-1999.toml scenarios/bank-january-1999-overflow.toml)
else
    echo "The real call log is not on this machine: replaying the synthetic month in scenarios/data, drawn from facts"
    echo "fitted to it (docs/call-logs.md)."
    pair=(scenarios/bank-synthetic.toml scenarios/bank-synthetic-overflow.toml)
fi
echo "The same callers meet the desk as it was, and the same desk with overflow to an answering service."
echo
"$switchroom" compare "${pair[@]}"
echo
echo "Building the window, too (a few minutes more; Ctrl-C leaves it out) …"
tools/build.sh release --target switchroom-gui
cat <<NEXT

What next
  the window        build/release/bin/switchroom-gui                         (docs/window.md)
  your own desk     $switchroom init minimal -o my.toml   then   $switchroom simulate my.toml
  your own log      $switchroom measure calls.csv --format mapping.toml      (docs/call-logs.md)
  every option      $switchroom --help                                       (docs/command-line.md)
NEXT
