#!/usr/bin/python3
"""Reads every #include of the sources: layers only point down, the libraries stay where they belong, no cycle anywhere.

SPDX-License-Identifier: GPL-3.0-or-later"""

import re
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"

# folder -> the folders whose headers it may include besides its own
LAYERS = {
    "util": "",
    "model": "util",
    "content": "model util",
    "map": "model util",
    "finder": "map model util",
    "store": "model util",
    "compat": "",
    "widgets": "compat finder map model util",
    "pages": "widgets compat finder map model util",
    "app": "pages widgets compat store finder map content model util",
    "cli": "content finder map model util",
}

# start of a system header -> the folders that may include it
GTK = "compat widgets pages app"
LIBRARIES = {
    "gtk/": GTK,
    "gdk/": GTK,
    "gsk/": GTK,
    "adwaita.h": GTK,
    "libxml/": "content",
    "sqlite3.h": "store",
    "librsvg/": "map",
    "pango/": "map",
    "gst/": "app",
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def read_includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def find_cycles(graph):
    """Depth first; every edge back to a file still open closes a cycle."""
    done, cycles = set(), []

    def visit(name, trail):
        if name in trail:
            cycles.append(trail[trail.index(name):] + [name])
        elif name not in done:
            for other in graph.get(name, ()):
                visit(other, trail + [name])
            done.add(name)

    for name in sorted(graph):
        visit(name, [])
    return cycles


def main():
    files = sorted(p for p in SOURCE.glob("*/*") if p.suffix in (".c", ".h"))
    headers, faults, graph = {}, [], {}
    for path in files:
        if path.suffix == ".h":
            if path.name in headers:
                faults.append(f"{path.name} exists in {headers[path.name]} and in {path.parent.name}")
            headers[path.name] = path.parent.name

    for path in files:
        folder, where = path.parent.name, path.relative_to(SOURCE)
        if folder not in LAYERS:
            faults.append(f"{where}: the folder {folder} is no layer")
            continue
        allowed = {folder, *LAYERS[folder].split()}
        graph[path.name] = []
        for bracket, name in read_includes(path):
            base = name.rsplit("/", 1)[-1]
            if bracket == '"' and base in headers:
                graph[path.name].append(base)
                if headers[base] not in allowed:
                    faults.append(f"{where} includes {base} of {headers[base]}, which lies above or beside it")
                if base.endswith("-private.h") and headers[base] != folder:
                    faults.append(f"{where} includes {base}, which is private to {headers[base]}")
            for start, owners in LIBRARIES.items():
                if name.startswith(start) and folder not in owners.split():
                    faults.append(f"{where} includes <{name}>, which belongs to {owners}")

    faults += ["include cycle: " + " -> ".join(cycle) for cycle in find_cycles(graph)]
    print("\n".join(faults) or f"{len(files)} files, {sum(map(len, graph.values()))} includes, no fault")
    return 1 if faults else 0


sys.exit(main())
