#!/usr/bin/env python3
"""Draws what a command prints as an SVG picture of a terminal, for the docs.

    tools/terminal_picture.py docs/images/compare.svg -- build/release/bin/switchroom compare A.toml B.toml
"""
import html
import pathlib
import subprocess
import sys

CHARACTER_WIDTH, LINE_HEIGHT, MARGIN, BAR = 8.43, 19, 18, 30
STYLE = "font-family:'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace;font-size:14px;white-space:pre"


def picture(command, output):
    lines = ["$ " + " ".join(command), ""] + output.splitlines()
    width = 2 * MARGIN + CHARACTER_WIDTH * max(map(len, lines))
    height = BAR + MARGIN + LINE_HEIGHT * len(lines)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" viewBox="0 0 {width:.0f} {height}">'
    yield f'<rect width="100%" height="100%" rx="8" fill="#1e2430"/>'
    for i, colour in enumerate(("#ff5f57", "#febc2e", "#28c840")):
        yield f'<circle cx="{20 + 20 * i}" cy="16" r="6" fill="{colour}"/>'
    for i, line in enumerate(lines):
        colour = "#8fbcff" if i == 0 else "#e6e9f0"
        y = BAR + LINE_HEIGHT * (i + 1)
        # The length is fixed so that columns stand under each other in whatever monospace font the reader has.
        fit = f' textLength="{CHARACTER_WIDTH * len(line):.1f}" lengthAdjust="spacingAndGlyphs"' if line.strip() else ""
        yield f'<text x="{MARGIN}" y="{y}" fill="{colour}" style="{STYLE}" xml:space="preserve"{fit}>{html.escape(line)}</text>'
    yield "</svg>"


def main():
    target, separator, *command = sys.argv[1:] if len(sys.argv) > 3 else ("", "")
    if separator != "--":
        sys.exit(__doc__)
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    command[0] = pathlib.Path(command[0]).name
    pathlib.Path(target).write_text("\n".join(picture(command, output)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
