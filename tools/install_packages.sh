#!/usr/bin/env bash
# Installs the Debian packages that are missing from the named sets, saying which. Root installs at once, others by sudo.
#   tools/install_packages.sh build test
set -euo pipefail

declare -A sets=(
    [build]="libsqlite3-dev g++ cmake ninja-build ccache pkg-config tzdata zlib1g-dev libboost-dev libboost-program-options-dev
             libtomlplusplus-dev nlohmann-json3-dev libfmt-dev libhowardhinnant-date-dev libeigen3-dev
             libxlsxwriter-dev libjs-chart.js"
    [window]="libimgui-dev libglfw3-dev libstb-dev libgl-dev libfreetype-dev libgl1-mesa-dri fonts-inter fonts-roboto"
    [test]="doctest-dev librandom123-dev python3 clang-format chromium
            xvfb xauth xdotool x11-apps"
    [tidy]="clang-tidy-19"
)

missing=()
for name in "$@"; do
    for package in ${sets[$name]}; do
        status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || missing+=("$package")
    done
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "error: these packages are missing, and sudo is not there to install them: ${missing[*]}" >&2
        exit 2
    fi
    as_root=(sudo)
fi
echo "Installing Debian packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
       apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "error: the packages above could not be installed" >&2
    exit 2
fi
