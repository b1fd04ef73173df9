"""Drives the real program like a person: pointer and keys by xdotool, seen through the accessibility tree.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import signal
import subprocess
import time
import unittest

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

SETTINGS = "io/github/myomap/Myomap"
BUTTON = (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON)
GROUPS = (Atspi.Role.FILLER, Atspi.Role.PANEL, Atspi.Role.SCROLL_PANE, Atspi.Role.LIST)
PATIENCE = 40          # seconds until something that must come has failed to come; sanitizers are slow


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def wait_for(look, what, patience=PATIENCE):
    """Looks again and again until `look` returns something true, and returns it."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = look()
        except GLib.Error:
            found = None               # the tree changed while it was being read
        if found:
            return found
        time.sleep(.1)
    raise AssertionError(f"did not come: {what}")


def write_settings(**values):
    folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
    folder.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"{key.replace('_', '-')}={value}\n" for key, value in values.items())
    (folder / "keyfile").write_text(f"[{SETTINGS}]\n{rows}")


def data_folder():
    return pathlib.Path(os.environ["XDG_DATA_HOME"], "myomap")


class Program:
    """One run of the program."""

    def __init__(self, binary, **environment):
        self.log = open(os.path.join(os.environ["XDG_STATE_HOME"], "program.log"), "a+", encoding="utf-8")
        self.start = self.log.tell()
        self.process = subprocess.Popen([binary], stdout=self.log, stderr=self.log,
                                        env={**os.environ, **environment})
        self.root = wait_for(self._find_root, "the window in the accessibility tree")

    def _find_root(self):
        if self.process.poll() is not None:
            raise AssertionError(f"ended with {self.process.returncode}: {self.output()}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application and application.get_process_id() == self.process.pid and application.get_child_count():
                return application
        return None

    def output(self):
        self.log.flush()
        self.log.seek(self.start)
        return self.log.read()

    # --- Looking ---

    def walk(self, node=None, hidden=False, into_map=True):
        """Every node below; what is not visible is passed over with all it holds, unless `hidden`.

        The map has hundreds of children; `into_map` false leaves them out.
        """
        node = node or self.root
        try:
            if not hidden and node.get_role() != Atspi.Role.APPLICATION \
                    and not node.get_state_set().contains(Atspi.StateType.VISIBLE):
                return
            yield node
            if not into_map and node.get_name() == "Body map":
                return
            # A page that was never on show holds nothing to be seen; some hold hundreds of rows.
            if not hidden and node.get_role() in GROUPS and node.get_component_iface() and not self.is_on_show(node):
                return
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                if child:
                    yield from self.walk(child, hidden, into_map)
        except GLib.Error:
            return

    def is_on_show(self, node):
        # GTK 4.8 does not tell what is showing, but what was never mapped has no extents.
        component = node.get_component_iface()
        return component is not None and component.get_extents(Atspi.CoordType.WINDOW).width > 0

    def find(self, name, role=None, showing=True, on_map=None):
        """What has that name (or contains it, when it begins with …), on show; the map is looked at when the name is of a side."""
        if on_map is None:
            on_map = name.endswith((", right", ", left"))
        for node in self.walk(hidden=not showing, into_map=on_map):
            label = node.get_name() or ""
            if not (label == name or (name.startswith("…") and name[1:] in label)):
                continue
            if (role is None or node.get_role() in (role if isinstance(role, tuple) else (role,))) and (not showing or self.is_on_show(node)):
                return node
        return None

    def get(self, name, role=None, showing=True, on_map=None):
        return wait_for(lambda: self.find(name, role, showing, on_map), f"“{name}”")

    def map(self):
        return wait_for(lambda: self.find("Body map"), "the map")

    def find_zone(self, name):
        """A place of the map, found without reading the rest of the tree."""
        body_map = self.map()
        for i in range(body_map.get_child_count()):
            child = body_map.get_child_at_index(i)
            if child and child.get_name() == name and child.get_role() in BUTTON:
                return child
        return None

    def find_all(self, name, role):
        """All that have that name, beside the map."""
        return [node for node in self.walk(into_map=False)
                if node.get_name() == name and node.get_role() in role and self.is_on_show(node)]

    def gone(self, name):
        return wait_for(lambda: not self.find(name), f"the end of “{name}”")

    def is_pressed(self, node):
        states = node.get_state_set()
        return states.contains(Atspi.StateType.PRESSED) or states.contains(Atspi.StateType.CHECKED)

    def names(self, into_map=True):
        return [node.get_name() for node in self.walk(into_map=into_map) if node.get_name()]

    # --- Doing ---

    def key(self, *keys):
        xdotool("key", *keys)
        time.sleep(.15)

    def type(self, text):
        xdotool("type", "--delay", 20, text)
        time.sleep(.2)

    def box(self, node):
        extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return extents.x, extents.y, extents.width, extents.height

    def click(self, x, y):
        xdotool("mousemove", int(x), int(y), "sleep", .15, "click", 1)
        time.sleep(.2)

    def click_on(self, node):
        x, y, width, height = self.box(node)
        self.click(x + width / 2, y + height / 2)

    def drag(self, *places):
        """Draws a line through places with the button held, slowly enough to be a hand."""
        moves = []
        for (x0, y0), (x1, y1) in zip(places, places[1:]):
            for i in range(1, 9):
                moves += ["mousemove", int(x0 + (x1 - x0) * i / 8), int(y0 + (y1 - y0) * i / 8), "sleep", ".02"]
        xdotool("mousemove", int(places[0][0]), int(places[0][1]), "sleep", ".15", "mousedown", 1, "sleep", ".1", *moves,
                "sleep", ".1", "mouseup", 1)
        time.sleep(.3)

    def press(self, node):
        """Scrolls what lies beneath the pointer until `node` is in sight, and clicks it."""
        for _ in range(80):
            x, y, width, height = self.box(node)
            top, bottom = self.sight(node)
            if top <= y + height / 2 <= bottom:
                time.sleep(.3)
                if self.box(node) == (x, y, width, height):       # it has come to rest
                    self.click(x + width / 2, y + height / 2)
                    return
                continue
            xdotool("mousemove", int(x + width / 2), int((top + bottom) / 2))
            xdotool("click", 4 if y < top else 5)
            time.sleep(.15)
        raise AssertionError(f"cannot be brought into sight: {node.get_name()}")

    def sight(self, node):
        """Upper and lower end of what is to be seen around a node: its scrolled area, or the window."""
        top, bottom = 0, self.box(self.root.get_child_at_index(0))[3]
        while node.get_role() != Atspi.Role.APPLICATION:
            if node.get_role() == Atspi.Role.SCROLL_PANE:
                _, y, _, height = self.box(node)
                top, bottom = max(top, y + 24), min(bottom, y + height - 24)
            node = node.get_parent()
        return top, bottom

    def focused(self):
        return [n.get_name() for n in self.walk() if n.get_state_set().contains(Atspi.StateType.FOCUSED)]

    def tab_to(self, end):
        """Presses Tab until the focus is on something whose name ends so; returns the name."""
        for _ in range(40):
            names = [n for n in self.focused() if n and n.endswith(end)]
            if names:
                return names[0]
            self.key("Tab")
        raise AssertionError(f"Tab does not reach {end}")

    def says_under_pointer(self, body_map, name):
        """The name under the pointer is the last of the map's labels, which come before its places."""
        for i in range(14):
            child = body_map.get_child_at_index(i)
            if child and child.get_role() == Atspi.Role.LABEL and child.get_name() == name:
                return True
        return False

    def hover_until(self, box, name):
        """Moves the pointer over `box` until the map says `name`; returns where.  A muscle seldom fills its box."""
        x, y, width, height = box
        body_map = self.map()
        for row in range(1, 12):
            for column in range(1, 12):
                at = x + width * column / 12, y + height * row / 12
                xdotool("mousemove", int(at[0]), int(at[1]))
                time.sleep(.05)
                if self.says_under_pointer(body_map, name):
                    return at
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
        if kind is not None:
            print(self.output())
            shot = os.environ.get("MYO_TEST_SHOT")
            if shot:
                subprocess.run(["import", "-window", "root", shot], check=False)
        if self.process.poll() is None:
            self.kill()
        return False


class WindowTest(unittest.TestCase):
    binary = None

    def assert_quiet(self, program):
        """GTK and GLib warnings of the program are faults."""
        faults = [line for line in program.output().splitlines()
                  if ("-WARNING" in line or "-CRITICAL" in line) and "Failed to set fd limit" not in line]
        self.assertEqual(faults, [])


def main(binary):
    WindowTest.binary = binary
    unittest.main(argv=["window"], verbosity=2)
