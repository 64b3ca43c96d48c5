#!/usr/bin/env bash
# Draws the pictures of the window for docs/ and the README: every screen, light and dark, at two sizes, without a display. Kept
# small by pngquant where it is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
gui=${SWITCHROOM_GUI:-build/release/bin/switchroom-gui}
images=docs/images/window
mkdir -p "$images"
draw() { # picture, screen, more options …
    local picture=$1 screen=$2
    shift 2
    "$gui" "$@" --screen "$screen" --screenshot "$images/$picture.png"
    ! command -v pngquant >/dev/null || pngquant --force --skip-if-larger --quality 70-95 64 --output "$images/$picture.png" "$images/$picture.png" || true
}
pair=(scenarios/voicemail-only.toml scenarios/daytime-overflow.toml)
for screen in overview scenario day live compare promise sensitivity erlang data report; do
    case $screen in
        compare | report) files=("${pair[@]}") ;;
        *) files=(scenarios/daytime-overflow.toml) ;;
    esac
    draw "$screen" "$screen" "${files[@]}"
    draw "$screen-dark" "$screen" "${files[@]}" --theme dark
    draw "$screen-wide" "$screen" "${files[@]}" --size 1920x1080
    draw "$screen-wide-dark" "$screen" "${files[@]}" --size 1920x1080 --theme dark
done
