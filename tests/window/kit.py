"""Drives the real program like a person: pointer and keys by xdotool, seen through the accessibility tree.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import functools
import os
import pathlib
import signal
import subprocess
import time
import unittest

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

import bus  # noqa: E402
from bus import BOX, CHILDREN, NAME, ROLE, STATES  # noqa: E402

SETTINGS = "io/github/myomap/Myomap"
BUTTON = (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON)
LEAF = (Atspi.Role.LABEL, Atspi.Role.IMAGE)
MAP = "Body map"
PATIENCE = 40          # seconds until something that must come has failed to come; sanitizers are slow
WHEEL = 80             # pixels, about what one step of the wheel scrolls by


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def wait_for(look, what, patience=PATIENCE):
    """Looks again and again until `look` returns something true, and returns it."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(.05)
    raise AssertionError(f"did not come: {what}")


def write_settings(**values):
    """Writes the program's settings; a file dialog of GTK's begins in the folder in which the program was started."""
    folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
    folder.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"{key.replace('_', '-')}={value}\n" for key, value in values.items())
    (folder / "keyfile").write_text(f"[{SETTINGS}]\n{rows}[org/gtk/gtk4/settings/file-chooser]\nstartup-mode='cwd'\n")


def data_folder():
    return pathlib.Path(os.environ["XDG_DATA_HOME"], "myomap")


# --- The accessibility tree ---

class Node:
    """Something in the tree; name and role are what they were when it was last looked at."""

    def __init__(self, reference, parent=None):
        self.reference = reference
        self.parent = parent
        self.name = ""
        self.role = None

    def is_below(self, other):
        return self.reference == other.reference or self.parent is not None and self.parent.is_below(other)


def ask(questions):
    """Answers to questions, each a node and what is asked of it; None where there is none, as when the node is gone by now."""
    return bus.ask([(node.reference, question) for node, question in questions])


def ask_each(nodes, question):
    return ask([(node, question) for node in nodes])


def get_children(node):
    return [Node(reference, node) for reference in ask([(node, CHILDREN)])[0] or []]


def look_at(nodes):
    """Asks for the names and roles of nodes."""
    answers = ask([(node, question) for node in nodes for question in (NAME, ROLE)])
    for node, name, role in zip(nodes, answers[::2], answers[1::2]):
        node.name, node.role = name or "", role


def is_extended(box):
    """GTK does not tell what is showing, but what was never on show has no extents; some groups have none to tell."""
    return box is None or box[2] > 0


class Tree:
    """All below an application, but neither what was never on show, which may be hundreds of rows, nor the hundreds of places of the map."""

    def __init__(self, top):
        self.top = top
        self.nodes = [top]                 # from above downwards, as they were when last read
        self.roles = {}                    # by reference: none is ever used again for something else
        self.shown = set()

    def read(self):
        """Asks about all that was there the last time, then about what is new, until nothing is left out."""
        answers = {}
        unread = self.nodes
        while unread:
            answers.update(self._ask(unread))
            self.nodes, unread = [], []
            self._gather(self.top, answers, unread)
        return self.nodes

    def _choose_questions(self, node):
        if self.roles.get(node.reference) in LEAF:
            return (NAME,)
        return (NAME, CHILDREN) if node.reference in self.shown else (NAME, ROLE, BOX, CHILDREN)

    def _ask(self, nodes):
        chosen = [self._choose_questions(node) for node in nodes]
        answers = iter(ask([(node, question) for node, questions in zip(nodes, chosen) for question in questions]))
        for node, questions in zip(nodes, chosen):
            told = {question: next(answers) for question in questions}
            if told.get(ROLE) is not None:
                self.roles[node.reference] = told[ROLE]
                if is_extended(told[BOX]):
                    self.shown.add(node.reference)
            holds = node.reference in self.shown and told[NAME] != MAP
            yield node.reference, (told[NAME] or "", told.get(CHILDREN) or [] if holds else [])

    def _gather(self, node, answers, unread):
        self.nodes.append(node)
        if node.reference not in answers:
            unread.append(node)
            return
        node.name, references = answers[node.reference]
        node.role = self.roles.get(node.reference)
        for reference in references:
            self._gather(Node(reference, node), answers, unread)


def has_state(states, *wanted):
    return states is not None and any(states >> int(state) & 1 for state in wanted)


def find_root(process):
    """Returns: the application in the tree, once it has a window there."""
    for application in get_children(Node(bus.REGISTRY)):
        if bus.get_process_id(application.reference) == process.pid and get_children(application):
            return application
    return None


class Program:
    """One run of the program."""

    def __init__(self, binary, folder=None):
        self.log = open(os.path.join(os.environ["XDG_STATE_HOME"], "program.log"), "a+", encoding="utf-8")
        self.start = self.log.tell()
        self.process = subprocess.Popen([binary], stdout=self.log, stderr=self.log, cwd=folder)
        self.tree = Tree(wait_for(self._find_root, "the window in the accessibility tree"))

    def _find_root(self):
        if self.process.poll() is not None:
            raise AssertionError(f"ended with {self.process.returncode}: {self.output()}")
        return find_root(self.process)

    def output(self):
        self.log.flush()
        self.log.seek(self.start)
        return self.log.read()

    # --- Looking ---

    def find_all(self, name, role=None):
        """All on show that have that name (or contain it, when it begins with …); of the map only itself."""
        roles = role if isinstance(role, tuple) else (role,)
        nodes = [node for node in self.tree.read() if (node.name == name or name[0] == "…" and name[1:] in node.name)
                 and (role is None or node.role in roles)]
        return [node for node, box in zip(nodes, ask_each(nodes, BOX)) if box is not None and is_extended(box)]

    def find(self, name, role=None):
        nodes = self.find_all(name, role)
        return nodes[0] if nodes else None

    def get(self, name, role=None):
        return wait_for(lambda: self.find(name, role), f"“{name}”")

    def gone(self, name):
        return wait_for(lambda: not self.find(name), f"the end of “{name}”")

    def names(self, top=None):
        return [node.name for node in self.tree.read() if node.name and (top is None or node.is_below(top))]

    @functools.cached_property
    def map(self):
        return self.get(MAP)

    def find_zones(self):
        """The places of the map, whose labels come before them."""
        zones = get_children(self.map)
        look_at(zones)
        return [zone for zone in zones if zone.role in BUTTON]

    def find_zone(self, name):
        return next((zone for zone in self.find_zones() if zone.name == name), None)

    def zone(self, name):
        return wait_for(lambda: self.find_zone(name), f"“{name}” on the map")

    def is_pressed(self, node):
        return has_state(ask([(node, STATES)])[0], Atspi.StateType.PRESSED, Atspi.StateType.CHECKED)

    def find_focused(self):
        """What has the focus, on the map or beside it; a window behind another has one too."""
        nodes = [node for node in self.tree.read() if node.role not in LEAF] + self.find_zones()
        return [node for node, states in zip(nodes, ask_each(nodes, STATES)) if has_state(states, Atspi.StateType.FOCUSED)]

    def focused(self):
        return [node.name for node in self.find_focused()]

    # --- Doing ---

    def key(self, *keys):
        xdotool("key", *keys)
        time.sleep(.05)

    def type(self, text):
        xdotool("type", "--delay", 20, text)
        time.sleep(.05)

    def box(self, node):
        """x, y, width, height in the window, which fills the screen's upper left corner."""
        return ask([(node, BOX)])[0] or (0, 0, 0, 0)

    def click(self, x, y):
        xdotool("mousemove", int(x), int(y), "sleep", .05, "click", 1)
        time.sleep(.1)

    def click_on(self, node):
        x, y, width, height = self.box(node)
        self.click(x + width / 2, y + height / 2)

    def drag(self, *places):
        """Draws a line through places with the button held, slowly enough to be a hand."""
        moves = []
        for (x0, y0), (x1, y1) in zip(places, places[1:]):
            for i in range(1, 9):
                moves += ["mousemove", int(x0 + (x1 - x0) * i / 8), int(y0 + (y1 - y0) * i / 8), "sleep", ".02"]
        xdotool("mousemove", int(places[0][0]), int(places[0][1]), "sleep", ".05", "mousedown", 1, "sleep", ".05", *moves,
                "sleep", ".05", "mouseup", 1)
        time.sleep(.1)

    def press(self, node):
        """Scrolls what lies beneath the pointer until `node` is in sight and at rest, and clicks it."""
        for _ in range(80):
            x, y, width, height = box = self.box(node)
            top, bottom = self.sight(node)
            middle = y + height / 2
            if top <= middle <= bottom:
                time.sleep(.1)
                if self.box(node) == box:
                    self.click(x + width / 2, middle)
                    return
                continue
            beyond = top - middle if middle < top else middle - bottom
            xdotool("mousemove", int(x + width / 2), int((top + bottom) / 2),
                    "click", "--repeat", int(beyond / WHEEL) + 1, "--delay", 10, 4 if middle < top else 5)
            with contextlib.suppress(AssertionError):
                wait_for(lambda: self.box(node) != box, "a turn of the wheel", .5)
        raise AssertionError(f"cannot be brought into sight: {node.name}")

    def sight(self, node):
        """Upper and lower end of what is to be seen around a node: its scrolled area, or the window."""
        above = []
        while node.parent is not self.tree.top:
            node = node.parent
            above.append(node)
        top, bottom = 0, self.box(above[-1])[3]
        scrolled = [node for node in above if node.role == Atspi.Role.SCROLL_PANE]
        for _, y, _, height in ask_each(scrolled, BOX):
            top, bottom = max(top, y + 24), min(bottom, y + height - 24)
        return top, bottom

    def tab_to(self, end):
        """Presses Tab until the focus is on something whose name ends so; returns the name."""
        for _ in range(40):
            names = [n for n in self.focused() if n.endswith(end)]
            if names:
                return names[0]
            self.key("Tab")
        raise AssertionError(f"Tab does not reach {end}")

    def says_under_pointer(self, name):
        """The name under the pointer is the last of the map's labels, which come before its places."""
        labels = get_children(self.map)[:14]
        look_at(labels)
        return any(label.name == name and label.role == Atspi.Role.LABEL for label in labels)

    def hover_until(self, box, name):
        """Moves the pointer over `box`, from its middle outwards, until the map says `name`; returns where.  A muscle seldom fills its box."""
        x, y, width, height = box
        xdotool("mousemove", 1, 1)
        wait_for(lambda: not self.says_under_pointer(name), "the end of the name under the pointer")
        for row, column in sorted(((r, c) for r in range(1, 12) for c in range(1, 12)), key=lambda at: abs(at[0] - 6) + abs(at[1] - 6)):
            at = x + width * column / 12, y + height * row / 12
            xdotool("mousemove", int(at[0]), int(at[1]))
            with contextlib.suppress(AssertionError):
                return wait_for(lambda: self.says_under_pointer(name) and at, name, .1)
        raise AssertionError(f"nowhere on the map: {name}")

    # --- Ending ---

    def quit(self):
        self.key("ctrl+q")
        code = self.process.wait(PATIENCE)
        self.log.flush()
        return code

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None and (shot := os.environ.get("MYO_TEST_SHOT")):
            with contextlib.suppress(FileNotFoundError):
                subprocess.run(["import", "-window", "root", shot], check=False)
        if self.process.poll() is None:
            self.kill()
        output = self.output()
        self.log.close()
        if kind is not None:
            print(output)
            return False
        faults = [line for line in output.splitlines() if "-WARNING" in line or "-CRITICAL" in line]
        if faults:
            raise AssertionError("the program complained:\n" + "\n".join(faults))
        return False


class WindowTest(unittest.TestCase):
    binary = None


def main(binary):
    WindowTest.binary = os.path.abspath(binary)            # some start it in a folder of their own
    unittest.main(argv=["window"], verbosity=2)
