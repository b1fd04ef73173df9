#!/usr/bin/python3
"""Every colour that a drawing gives a class of its own is given anew by each palette; else a dark picture keeps light spots.

The light palette is the drawings' own style sheets.

SPDX-License-Identifier: GPL-3.0-or-later"""

import re
import sys
from pathlib import Path

SVG = Path(__file__).resolve().parent.parent / "data" / "svg"
PALETTES = ("dark", "high-contrast", "high-contrast-dark")


def read_rules(css):
    """Yields (selector, declarations) of each rule, one selector at a time."""
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", re.sub(r"/\*.*?\*/", "", css, flags=re.S)):
        for selector in selectors.split(","):
            yield selector.strip(), body


def list_coloured(svg):
    """The selectors that give a colour and have an element to give it to."""
    used = {name for value in re.findall(r'class="([^"]*)"', svg) for name in value.split()}
    for style in re.findall(r"<style>(.*?)</style>", svg, re.S):
        for selector, body in read_rules(style):
            if re.search(r"(fill|stroke)\s*:\s*(#|rgb)", body) and used.issuperset(re.findall(r"\.([\w-]+)", selector)):
                yield selector


def main():
    faults = []
    known = {name: {s for s, _ in read_rules((SVG / "style" / f"{name}.css").read_text("utf-8"))} for name in PALETTES}
    for path in sorted(SVG.glob("*.svg")):
        wanted = set(list_coloured(path.read_text("utf-8")))
        faults += [f"data/svg/style/{name}.css: {selector} of {path.name} has no colour"
                   for name in PALETTES for selector in sorted(wanted - known[name])]
    print("\n".join(faults) or f"{len(PALETTES)} palettes, no fault")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
