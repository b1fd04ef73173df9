"""What the benchmarks of whole programs share: their folders, their yardstick, one JSON line for each value measured.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import pathlib
import shutil


def report(name, value, unit, ratio=None):
    line = {"name": name, "value": round(value, 4), "unit": unit}
    if ratio is not None:
        line["ratio"] = round(ratio, 3)
    print(json.dumps(line, ensure_ascii=False), flush=True)


def forget_settings():
    """The next start is the first one of a new user: no settings, no records, no pictures of the last time."""
    for name, folder in ("XDG_CONFIG_HOME", "glib-2.0"), ("XDG_DATA_HOME", "myomap"), ("XDG_CACHE_HOME", "myomap"):
        shutil.rmtree(pathlib.Path(os.environ[name], folder), ignore_errors=True)
