#!/usr/bin/python3
"""The settings are found and bound in one file.

  - nothing else calls g_settings_bind…, which makes insensitive what it binds when a setting cannot be written
  - its table of keys, by which an older description is refused at start, is that of data/*.gschema.xml

SPDX-License-Identifier: GPL-3.0-or-later"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWNER = ROOT / "src/app/myo-settings.c"
KEY = re.compile(r'\{ "([\w-]+)", "(\w+)" \}')


def check_calls():
    for path in sorted((ROOT / "src").rglob("*.c")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if path != OWNER and re.search(r"\bg_settings_(bind|new)", line):
                yield f"{path.relative_to(ROOT)}:{number}: settings are found and bound by myo-settings.c"


def check_keys():
    known = dict(KEY.findall(OWNER.read_text(encoding="utf-8")))
    for path in (ROOT / "data").glob("*.gschema.xml"):
        there = {key.get("name"): key.get("type") for key in ElementTree.parse(path).iter("key")}
        yield from (f"{path.name} and {OWNER.name} differ in {name}" for name, _ in sorted(there.items() ^ known.items()))


def main():
    faults = [*check_calls(), *check_keys()]
    print("\n".join(faults) or "no fault")
    return 1 if faults else 0


sys.exit(main())
