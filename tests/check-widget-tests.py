#!/usr/bin/python3
"""Every widget and page has a test of its own, and nothing in a template is dead.

  - each class of src/widgets, src/pages and src/app has a group of tests /CLASS/… (MyoPainScale: /pain-scale/…)
  - each .ui file is compiled in and loaded by such a class
  - each child that a class binds from its template is used by its code
  - each id in a .ui file is bound, or something in the file refers to it

SPDX-License-Identifier: GPL-3.0-or-later"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("widgets", "pages", "app")

DEFINE = re.compile(r"^G_DEFINE_(?:FINAL_|ABSTRACT_)?TYPE(?:_WITH_CODE|_WITH_PRIVATE)? \((Myo\w+), ", re.M)
GROUP = re.compile(r'"/([a-z0-9-]+)/')
BIND = re.compile(r"(?:\bBIND|bind_template_child) \((?:widget_class, \w+, )?(\w+)\)")
LOAD = re.compile(r'RESOURCE_PATH "/ui/([\w-]+\.ui)"')
FILE = re.compile(r">([\w-]+\.ui)</file>")
ID = re.compile(r'<(?:object|menu)[^>]* id="(\w+)"')
MACRO = {"name"}                           # the parameter of a macro that binds


def read(path):
    return path.read_text(encoding="utf-8")


def list_classes():
    """Yields (class as its tests name it, source) of every class that is seen."""
    for folder in FOLDERS:
        for path in sorted((ROOT / "src" / folder).glob("*.c")):
            for name in DEFINE.findall(read(path)):
                yield re.sub(r"(?<!^)(?=[A-Z])", "-", name.removeprefix("Myo")).lower(), path


def read_module(path):
    """The text of all files that share the class's struct: NAME.c, NAME-*.c, NAME-private.h."""
    return "".join(read(p) for p in sorted(path.parent.glob(path.stem + "*.[ch]")))


def check_tests(classes):
    groups = set()
    for path in (ROOT / "tests").glob("*-test.c"):
        groups |= set(GROUP.findall(read(path)))
    for name, path in classes:
        where = path.relative_to(ROOT)
        if name not in groups:
            yield f"{where}: no test /{name}/…"


def check_loaded(classes):
    loaded = {name for _, path in classes for name in LOAD.findall(read(path))}
    listed = FILE.findall(read(ROOT / "ui/ui.gresource.xml"))
    yield from (f"ui/{name}: nothing loads it" for name in listed if name not in loaded)
    yield from (f"ui/{name} is loaded but not compiled in" for name in sorted(loaded - set(listed)))
    yield from (f"ui/{p.name} is not compiled in" for p in sorted((ROOT / "ui").glob("*.ui")) if p.name not in listed)


def check_children(classes):
    for path in sorted({path for _, path in classes}):
        text = read(path)
        module = read_module(path)
        bound = set(BIND.findall(text)) - MACRO
        yield from (f"{path.relative_to(ROOT)}: {child} is bound but not used"
                    for child in sorted(bound) if not re.search(rf"->{child}\b", module))
        for name in LOAD.findall(text):
            ui = read(ROOT / "ui" / name)
            for found in ID.findall(ui):
                if found not in bound and not re.search(rf'[">]{found}<', ui) and f'"{found}"' not in text:
                    yield f"ui/{name}: nothing uses the id {found}"


def main():
    classes = list(list_classes())
    faults = [*check_tests(classes), *check_loaded(classes), *check_children(classes)]
    print("\n".join(faults) or f"{len(classes)} classes, no fault")
    return 1 if faults else 0


sys.exit(main())
