#!/usr/bin/python3
"""check-style.py CTAGS: what a script can see of the style: short functions and files, public functions that are documented,
whole last lines, no marks of unfinished work.

CTAGS is Universal Ctags, which knows where a function ends.

SPDX-License-Identifier: GPL-3.0-or-later"""

import re
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("src", "ui", "tests", "build-aux", "data", "po")
LONGEST_FUNCTION = 50
LONGEST_FILE = 500                         # lines of a C file, a test's too
TEXT = {".c", ".h", ".py", ".sh", ".ui", ".xml", ".in", ".build", ".css", ".md", ".svg", ".rng", ".its", ".loc", ".txt", ""}
# Put together here, so that this file does not find itself.
MARKS = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "HA" + "CK"]) + r")\b")
# Longer than they may be.  This list only shrinks: a file that is short enough has to be taken off it.
LONG_FILES = set()
# Folders of src in which every function of a header is documented.
DOCUMENTED = (
    "util",
    "model",
    "content",
    "store",
    "exchange",
    "drawing",
    "body",
    "ink",
    "finder",
    "study",
    "desk",
)
# Macros that would hide the declaration or definition after them from ctags
MACROS = ("G_BEGIN_DECLS,G_END_DECLS,G_DECLARE_FINAL_TYPE+,G_DECLARE_DERIVABLE_TYPE+,G_DECLARE_INTERFACE+,G_DEFINE_TYPE+,"
          "G_DEFINE_TYPE_WITH_CODE+,G_DEFINE_FINAL_TYPE+,G_DEFINE_FINAL_TYPE_WITH_CODE+,G_DEFINE_INTERFACE+,G_DEFINE_BOXED_TYPE+,"
          "G_DEFINE_QUARK+,G_DEFINE_AUTOPTR_CLEANUP_FUNC+,G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC+,G_GNUC_PRINTF+")
DOCUMENTATION = re.compile(r"/\*\*(.*?)\*/", re.S)


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


def run_ctags(ctags, kinds):
    """Returns (name, file, first line, last line or None) of every C function (f) or prototype (p) of the program."""
    tags = subprocess.run(
        [ctags, "-R", "--languages=C", f"--kinds-C={kinds}", "--fields=+ne", "--langmap=C:+.h", "-I", MACROS, "-f", "-", "src"],
        cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for tag in tags.splitlines():
        fields = dict(f.split(":", 1) for f in tag.split("\t")[3:] if ":" in f)
        name, path = tag.split("\t")[:2]
        yield name, path, int(fields["line"]), int(fields["end"]) if "end" in fields else None


def describe(what, lengths):
    lengths = sorted(lengths)
    print(f"{len(lengths)} {what}: median {statistics.median(lengths):g} lines, "
          f"95th percentile {lengths[int(len(lengths) * 0.95)]}, longest {lengths[-1]}")


def check_functions(ctags):
    functions = [(end - line + 1, path, name) for name, path, line, end in run_ctags(ctags, "f") if end is not None]
    describe("functions", [f[0] for f in functions])
    for lines, path, name in sorted(functions):
        if lines > LONGEST_FUNCTION:
            yield f"{path}: {name} has {lines} lines, but may have {LONGEST_FUNCTION}"


def check_lengths():
    for folder in ("src", "tests"):
        lengths = {str(p.relative_to(ROOT)): len(p.read_text(encoding="utf-8").splitlines()) for p in (ROOT / folder).rglob("*.c")}
        describe(f"C files in {folder}", lengths.values())
        for path, lines in sorted(lengths.items()):
            if lines > LONGEST_FILE and path not in LONG_FILES:
                yield f"{path} has {lines} lines, but may have {LONGEST_FILE}"
        for path in sorted(p for p in LONG_FILES if p.startswith(folder + "/") and lengths.get(p, 0) <= LONGEST_FILE):
            yield f"{path} is short enough or gone: take it off LONG_FILES in tests/check-style.py"


def find_arguments(text, start):
    """Returns the arguments of the call whose bracket was opened just before `start`, as they are written."""
    arguments, depth = [""], 1
    for sign in text[start:]:
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            break
        if sign == "," and depth == 1:
            arguments.append("")
        else:
            arguments[-1] += sign
    return [argument.strip() for argument in arguments]


def check_answers():
    """What fails is heard: nothing is asked without a callback, no answer of the records is taken without its error.  What works in a thread is
    waited for."""
    for path in sorted((ROOT / "src").rglob("*.c")):
        text = path.read_text(encoding="utf-8")
        for call in re.finditer(r"\b(\w+_async|myo_records_\w+_finish) \(", text):
            where, arguments = f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, call.start()) + 1}", find_arguments(text, call.end())
            if call[1].endswith("_async") and len(arguments) > 1 and arguments[-2] == "NULL":
                yield f"{where}: nobody hears what becomes of {call[1]}()"
            if call[1].endswith("_finish") and arguments[-1] == "NULL":
                yield f"{where}: the error of {call[1]}() is dropped"
        if "g_task_run_in_thread" in text and path.name != "myo-work.c":
            yield f"{path.relative_to(ROOT)}: the end of the program waits for what myo_work_run() runs, not for g_task_run_in_thread()"


def read_documented(path):
    """Returns the names that stand before the colon of a /** name: … */ or /** name, name: … */ that says something."""
    names = set()
    for comment in DOCUMENTATION.findall((ROOT / path).read_text(encoding="utf-8")):
        head, _, text = comment.partition(":")
        if text.strip(" *\n"):
            names |= set(re.findall(r"\w+", head))
    return names


def check_documentation(ctags):
    declared, n_declared = {}, 0
    for name, path, line, _ in run_ctags(ctags, "fp"):
        if path.endswith(".h") and path.split("/")[1] in DOCUMENTED:
            declared.setdefault(path, {})[name] = line
    for path, lines in declared.items():
        documented = read_documented(path)
        for name, line in lines.items():
            if name not in documented and not name.endswith("_get_type"):
                yield f"{path}:{line}: {name} is not documented"
        for name in sorted(documented - set(lines)):
            if name.startswith("myo_"):
                yield f"{path}: {name} is documented, but not declared"
        n_declared += len(lines)
    print(f"{n_declared} functions in the headers of {', '.join(DOCUMENTED)}")


def check_walk(ctags):
    """The walk through the rooms names functions: each of them is there."""
    there = {name for name, *_ in run_ctags(ctags, "f")}
    named = re.findall(r"`(\w+)\(\)`", (ROOT / "src/README.md").read_text(encoding="utf-8"))
    if not named:
        yield "src/README.md names no function"
    yield from (f"src/README.md names {name}(), which is not there" for name in named if name not in there)


def main():
    ctags = sys.argv[1]
    faults = [*check_walk(ctags), *check_texts(), *check_functions(ctags), *check_lengths(), *check_answers(),
              *check_documentation(ctags)]
    print("\n".join(faults) or "no fault")
    return 1 if faults else 0


sys.exit(main())
