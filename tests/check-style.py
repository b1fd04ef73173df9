#!/usr/bin/python3
"""check-style.py CTAGS: what a script can see of the style: short functions, whole last lines, no marks of unfinished work.

CTAGS is Universal Ctags, which knows where a function ends.

SPDX-License-Identifier: GPL-3.0-or-later"""

import re
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("src", "ui", "tests", "build-aux", "data", "po")
LONGEST_FUNCTION = 80
TEXT = {".c", ".h", ".py", ".sh", ".ui", ".xml", ".in", ".build", ".css", ".md", ".svg", ".rng", ".its", ".loc", ".txt", ""}
# Put together here, so that this file does not find itself.
MARKS = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "HA" + "CK"]) + r")\b")


def list_texts():
    yield from (p for p in ROOT.iterdir() if p.is_file() and not p.name.startswith("."))
    for folder in FOLDERS:
        yield from (p for p in sorted((ROOT / folder).rglob("*"))
                    if p.is_file() and p.suffix in TEXT and "__pycache__" not in p.parts)


def check_texts():
    for path in list_texts():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue                       # broken on purpose: the malformed inputs of the tests
        where = path.relative_to(ROOT)
        if "malformed" in where.parts:
            continue
        if text and not text.endswith("\n"):
            yield f"{where}: the last line is not ended"
        if path.suffix in (".c", ".h") and "SPDX-License-Identifier:" not in text:
            yield f"{where}: no SPDX-License-Identifier"
        for number, line in enumerate(text.splitlines(), 1):
            if MARKS.search(line):
                yield f"{where}:{number}: {line.strip()[:100]}"


def measure_functions(ctags):
    """Returns (lines, file, function) of every C function of the program."""
    tags = subprocess.run(
        [ctags, "-R", "--languages=C", "--kinds-C=f", "--fields=+ne", "--langmap=C:+.h", "-f", "-", "src"],
        cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found = []
    for tag in tags.splitlines():
        fields = dict(f.split(":", 1) for f in tag.split("\t")[3:] if ":" in f)
        if "end" in fields:
            name, path = tag.split("\t")[:2]
            found.append((int(fields["end"]) - int(fields["line"]) + 1, path, name))
    return sorted(found)


def main():
    faults = list(check_texts())
    functions = measure_functions(sys.argv[1])
    faults += [f"{path}: {name} has {lines} lines" for lines, path, name in functions if lines > LONGEST_FUNCTION]
    if functions:
        lines = [f[0] for f in functions]
        print(f"{len(lines)} functions: median {statistics.median(lines):g} lines, "
              f"95th percentile {lines[int(len(lines) * 0.95)]}, longest {lines[-1]}")
    print("\n".join(faults) or "no fault")
    return 1 if faults else 0


sys.exit(main())
