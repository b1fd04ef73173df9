"""instructions.py MYOMAP EMPTY: what the main thread works until the first full frame, in instructions, beside an empty window.

Counted under Valgrind's Callgrind, so that neither other programs nor the processor's speed touch the figure.  A daily start:
settings, records and pictures of the last one are there.  Without Valgrind nothing is measured.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import kit


def run(command):
    subprocess.run(command, env={**os.environ, "MYOMAP_BENCH": "start"}, check=True, timeout=280,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def count(program):
    """Returns the instructions of the thread that the program began with, in millions."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "callgrind.out")
        run(["valgrind", "--tool=callgrind", "--separate-threads=yes", f"--callgrind-out-file={out}", program])
        first = out.with_name(out.name + "-01").read_text(encoding="utf-8", errors="replace")
    return int(re.search(r"^totals: (\d+)", first, re.M)[1]) / 1e6


def main(program, empty):
    if not shutil.which("valgrind"):
        return
    run([program])
    base = count(empty)
    daily = count(program)
    kit.report("start-empty-window-instructions", base, "million")
    kit.report("start-daily-instructions", daily, "million", daily / base)


main(*sys.argv[1:])
