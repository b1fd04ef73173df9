#!/usr/bin/python3
"""Reads every #include of the sources: layers only point down, the libraries stay where they belong, no module stands in a
circle.  A module is a .c with its headers: NAME.c, NAME.h, NAME-private.h.  With a build folder it also proves that the
compiler is given no include path that the folder may not use.

SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import re
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"

BELOW_STUDY = "finder ink body drawing model util"

# folder -> the folders whose headers it may include besides its own
LAYERS = {
    "util": "",
    "model": "util",
    "content": "model util",
    "store": "model util",
    "drawing": "model util",
    "body": "drawing model util",
    "ink": "body drawing model util",
    "finder": "body drawing model util",
    "study": BELOW_STUDY,
    "exchange": "study " + BELOW_STUDY,
    "desk": "study exchange content " + BELOW_STUDY,
    "compat": "",
    "widgets": "compat study " + BELOW_STUDY,
    "pages": "widgets compat desk study " + BELOW_STUDY,
    "app": "pages widgets compat desk exchange store content study " + BELOW_STUDY,
    "cli": "exchange content study " + BELOW_STUDY,
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
    "librsvg/": "drawing",
    "pango/": "ink exchange",
    "gst/": "app",
}

# part of an include path -> the folders whose compiler may be given it
INCLUDE_PATHS = {
    "/gtk-4.0": GTK,
    "/libadwaita-1": GTK,
    "/libxml2": "content drawing",         # newer librsvg hands it on with its own; LIBRARIES keeps it out
    "/librsvg-2.0": "drawing",
    "/gstreamer-1.0": "app",
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def read_includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def find_cycles(graph):
    """Depth first; every edge back to a module still open closes a cycle."""
    done, cycles = set(), []

    def visit(name, trail):
        if name in trail:
            cycles.append(trail[trail.index(name):] + [name])
        elif name not in done:
            for other in sorted(graph.get(name, ())):
                visit(other, trail + [name])
            done.add(name)

    for name in sorted(graph):
        visit(name, [])
    return cycles


def name_module(path):
    """The .c that the header belongs to; two headers of one .c are one module with it."""
    stem = path.stem.removesuffix("-private")
    return stem if path.with_name(stem + ".c").exists() or path.suffix == ".c" else path.stem


def check_paths(build):
    """Returns a fault for each include path in the compiler's commands that the folder may not use."""
    faults = set()
    for command in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = (build / command["file"]).resolve()
        if path.parent.parent != SOURCE:
            continue
        folder = path.parent.name
        allowed = {folder, *LAYERS.get(folder, "").split()}
        for given in re.findall(r"-I(\S+)", command["command"]):
            target = (build / given).resolve()
            if target.parent == SOURCE and target.name not in allowed:
                faults.add(f"src/{folder} is compiled with the include path of src/{target.name}")
            faults |= {f"src/{folder} is compiled with the include path {given}"
                       for part, owners in INCLUDE_PATHS.items() if given.endswith(part) and folder not in owners.split()}
    return sorted(faults)


def main():
    files = sorted(p for p in SOURCE.glob("*/*") if p.suffix in (".c", ".h"))
    headers, modules, faults, graph = {}, {}, [], {}
    for path in files:
        if path.suffix == ".h":
            modules[path.name] = name_module(path)
            if path.name in headers:
                faults.append(f"{path.name} exists in {headers[path.name]} and in {path.parent.name}")
            headers[path.name] = path.parent.name

    for path in files:
        folder, where = path.parent.name, path.relative_to(SOURCE)
        if folder not in LAYERS:
            faults.append(f"{where}: the folder {folder} is no layer")
            continue
        allowed = {folder, *LAYERS[folder].split()}
        module = name_module(path)
        needs = graph.setdefault(module, set())
        for bracket, name in read_includes(path):
            base = name.rsplit("/", 1)[-1]
            if bracket == '"' and base in headers:
                needs |= {modules[base]} - {module}
                if headers[base] not in allowed:
                    faults.append(f"{where} includes {base} of {headers[base]}, which lies above or beside it")
                if base.endswith("-private.h") and headers[base] != folder:
                    faults.append(f"{where} includes {base}, which is private to {headers[base]}")
            for start, owners in LIBRARIES.items():
                if name.startswith(start) and folder not in owners.split():
                    faults.append(f"{where} includes <{name}>, which belongs to {owners}")

    faults += ["modules in a circle: " + " -> ".join(cycle) for cycle in find_cycles(graph)]
    if len(sys.argv) > 1:
        faults += check_paths(Path(sys.argv[1]))
    print("\n".join(faults) or f"{len(files)} files, {len(graph)} modules, {sum(map(len, graph.values()))} arrows between them, no fault")
    return 1 if faults else 0


sys.exit(main())
