"""growth-test.py PROBE: twice as much text takes about twice the instructions to read, whatever stands in it.

Counted under Valgrind's Callgrind, so that neither other programs nor the processor's speed touch the figure: each call of the
probe's measure() is a count of its own.  Without Valgrind nothing is measured.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

MOST = 2.2
SKIPPED = 77


def count(probe):
    """Returns (name, instructions, those for twice as much) of every shape."""
    # What fills memory to find faults would be counted too.
    environment = {name: value for name, value in os.environ.items() if name not in ("G_DEBUG", "MALLOC_PERTURB_")}
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "out")
        names = subprocess.run(["valgrind", "--tool=callgrind", "--toggle-collect=measure", "--dump-after=measure",
                                f"--callgrind-out-file={out}", probe], check=True, timeout=280, text=True,
                               env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.splitlines()
        totals = [int(re.search(r"^(?:totals|summary): (\d+)", pathlib.Path(f"{out}.{i}").read_text(), re.M)[1])
                  for i in range(1, 2 * len(names) + 1)]
    return [(name, totals[2 * i], totals[2 * i + 1]) for i, name in enumerate(names)]


def main(probe):
    if not shutil.which("valgrind"):
        return SKIPPED
    failed = 0
    for name, once, twice in count(probe):
        print(f"{name}: {once / 1e6:.2f} million, twice as much: {twice / once:.2f} times")
        failed += twice > MOST * once
    return 1 if failed else 0


sys.exit(main(sys.argv[1]))
