"""memory.py MYOMAP EMPTY: proportional memory (PSS) at rest and after use, beside an empty window.

At rest is five seconds after the first frame.  Used means: muscles chosen on every layer, zoomed in and out again, searched, the
history looked at; then left alone for twenty seconds.  Each program runs alone, so that what it shares counts to it in full.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import re
import subprocess
import sys
import time

import kit

REST = 5            # seconds
LONG_REST = 20
MAP = (440, 400)    # the middle of the map in a window of 1280 × 800
BODY = ((190, 250), (440, 300), (190, 480), (440, 520), (640, 420))


def pss(process):
    """Returns MiB."""
    text = pathlib.Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii")
    return int(re.search(r"^Pss:\s+(\d+) kB", text, re.M).group(1)) / 1024


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)
    time.sleep(.15)


def click(x, y):
    xdotool("mousemove", x, y)
    xdotool("click", 1)


def use():
    for layer in "132":
        click(*BODY[0])
        xdotool("key", layer)
        for place in BODY:
            click(*place)
    xdotool("mousemove", *MAP)
    for button in (4, 5):
        xdotool("click", "--repeat", 12, "--delay", 80, button)
    xdotool("key", "0")
    xdotool("key", "ctrl+f")
    xdotool("type", "--delay", 60, "shoulder")
    xdotool("key", "ctrl+2")
    xdotool("key", "ctrl+1")
    xdotool("key", "Escape")


def run(program, then):
    """Returns what `then` measures of the running program."""
    process = subprocess.Popen([program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(REST + 1)
        return then(process)
    finally:
        process.terminate()
        process.wait()


def rest_and_use(process):
    idle = pss(process)
    use()
    time.sleep(LONG_REST)
    return idle, pss(process)


def main(program, empty):
    kit.forget_settings()
    subprocess.run([program], env={**os.environ, "MYOMAP_BENCH": "start"}, check=True, stdout=subprocess.DEVNULL)
    base = run(empty, pss)
    idle, used = run(program, rest_and_use)
    kit.report("memory-empty-window", base, "MiB")
    kit.report("memory-at-rest", idle, "MiB", idle / base)
    kit.report("memory-at-rest-above-empty", idle - base, "MiB")
    kit.report("memory-after-use", used, "MiB", used / base)


main(*sys.argv[1:])
