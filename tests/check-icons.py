#!/usr/bin/env python3
"""The application's icons: well-formed, square, self-contained; the symbolic one has no colour of its own.

usage: check-icons.py FOLDER
SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"
NEEDED = ("scalable/apps/{}.svg", "symbolic/apps/{}-symbolic.svg")
APP_ID = "io.github.myomap.Myomap"
SHAPES = {SVG + name for name in ("path", "circle", "ellipse", "rect", "polygon", "line", "polyline")}


def find_faults(path):
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        return [str(error)]
    box = [float(v) for v in re.split(r"[ ,]+", root.get("viewBox", "").strip()) if v] or \
        [0, 0, float(root.get("width", 0)), float(root.get("height", 0))]
    elements = list(root.iter())
    faults = []
    if root.tag != SVG + "svg":
        faults.append("is no SVG")
    if len(box) != 4 or box[2] != box[3] or box[2] <= 0:
        faults.append(f"is not square: {box}")
    if not any(element.tag in SHAPES for element in elements):
        faults.append("draws nothing")
    for element in elements:
        for name, value in element.attrib.items():
            if name.endswith("href") and not value.startswith("#"):
                faults.append(f"refers to {value}")
    if path.name.endswith("-symbolic.svg"):
        colours = {c.lower() for e in elements for n in ("fill", "stroke") if (c := e.get(n)) and c != "none"}
        if len(colours) > 1:
            faults.append(f"is symbolic but has several colours: {sorted(colours)}")
    return faults


def main():
    folder = pathlib.Path(sys.argv[1])
    faults = [f"{name.format(APP_ID)}: {fault}" for name in NEEDED for fault in find_faults(folder / name.format(APP_ID))]
    print("\n".join(faults) or "icons: no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
