"""start.py MYOMAP EMPTY [RUNS]: from the start of the process to the first full frame, beside an empty window.

Full is the frame in which all of the body that is in sight is painted at the scale of the screen.  The two programs are started
in turn, on the same screen; the median counts.  A daily start finds the settings of the last one; a first start finds none.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import statistics
import subprocess
import sys
import time

import kit


def start(program):
    """Returns the ms until its first full frame."""
    began = time.monotonic_ns()
    done = subprocess.run([program], env={**os.environ, "MYOMAP_BENCH": "start"}, check=True, timeout=60,
                          stdout=subprocess.PIPE, text=True)
    return int(done.stdout.split()[0]) / 1000 - began / 1e6


def main(program, empty, runs=15):
    daily, first, yardstick = [], [], []
    start(empty)
    for _ in range(int(runs)):
        kit.forget_settings()
        first.append(start(program))
        yardstick.append(start(empty))
        daily.append(start(program))
        yardstick.append(start(empty))
    base = statistics.median(yardstick)
    kit.report("start-empty-window", base, "ms")
    kit.report("start-daily", statistics.median(daily), "ms", statistics.median(daily) / base)
    kit.report("start-first", statistics.median(first), "ms", statistics.median(first) / base)
    kit.report("start-daily-quickest", min(daily), "ms", min(daily) / min(yardstick))


main(*sys.argv[1:])
