"""Painting pain: strokes of the pointer, marks by key and list, the answer, the check, the session and what changed after it.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import pathlib
import shutil
import sqlite3
import sys
import tempfile
import time

from gi.repository import Atspi

import kit

HEADING = "Where it hurts"
EMPTY = "…Paint over all that hurts"


class Pain(kit.WindowTest):
    def setUp(self):
        shutil.rmtree(kit.data_folder(), ignore_errors=True)
        kit.write_settings(get_ready_seconds=1, sound="false")

    # --- What a person does ---

    def take_brush(self, program):
        program.key("1")
        program.key("b")
        kit.wait_for(lambda: program.is_pressed(program.get("Brush", kit.BUTTON)), "the brush in the hand")
        program.zone("Base of the skull, left")          # among the last children of the map to come

    def paint_over(self, program, name):
        """To and fro over the place where the map says that name, along its longer side."""
        x, y, width, height = program.box(program.zone(name))
        at = program.hover_until((x, y, width, height), name)
        far = (at[0] + width / 5, at[1]) if width > height else (at[0], at[1] + height / 5)
        program.drag(at, far, at, (2 * at[0] - far[0], 2 * at[1] - far[1]))

    def where(self, program):
        """The drawing in words."""
        program.get(HEADING, Atspi.Role.LABEL)
        return kit.wait_for(lambda: [n for n in program.names() if n.startswith(("Right: ", "Left: ", "Middle: "))],
                            "the drawing in words")[0]

    def mark_by_key(self, program):
        """Goes some steps over the map with the arrows and marks the place that has the focus; returns its name."""
        program.tab_to("right")
        program.key("Down", "Down")
        name = kit.wait_for(lambda: [n for n in program.focused() if n and n.endswith(("right", "left"))], "a place with the focus")[0]
        program.key("Return")
        kit.wait_for(lambda: program.is_pressed(program.zone(name)), f"{name} marked")
        return name

    def listed(self, program):
        """The drawings of the sessions in the history, in words."""
        sessions = program.find("Sessions", Atspi.Role.LIST)
        return [name for name in program.names(sessions) if name.startswith("Right: ")] if sessions else []

    def go_through_session(self, program):
        """From the check of a muscle through a session that is soon stopped, to the painting after it."""
        program.press(program.get("Choose a technique"))
        program.press(program.get("…Start: "))
        program.press(program.get("Pain before: 6 of 10"))
        program.press(program.get("Begin"))
        program.get("Next", kit.BUTTON)
        program.key("Escape")
        program.press(program.get("Pain after: 3 of 10"))
        program.press(program.get("Done"))

    # --- Painting ---

    def test_what_is_painted_left_is_left(self):
        with kit.Program(self.binary) as program:
            self.take_brush(program)
            for side, other in (("right", "left"), ("left", "right")):
                self.paint_over(program, f"Front of the middle thigh, {side}")
                words = self.where(program)
                self.assertTrue(words.startswith(f"{side.capitalize()}: "), words)
                self.assertNotIn(f"{other.capitalize()}: ", words)
                kit.wait_for(lambda s=side: program.find(f"…, {s}: explains"), "muscles of that side")
                program.press(program.get("Clear the drawing"))
                program.get(EMPTY)

    def test_undo_redo_eraser(self):
        with kit.Program(self.binary) as program:
            self.take_brush(program)
            self.paint_over(program, "Base of the skull, right")
            before = self.where(program)
            program.key("ctrl+z")
            program.get(EMPTY)
            program.key("ctrl+shift+z")
            self.assertEqual(self.where(program), before)
            program.key("e", "bracketright")
            self.paint_over(program, "Base of the skull, right")
            program.get(EMPTY)

    def test_a_click_still_means_here(self):
        with kit.Program(self.binary) as program:
            self.take_brush(program)
            box = program.box(program.zone("Front of the shoulder, right"))
            program.click(*program.hover_until(box, "Front of the shoulder, right"))
            program.get("Pain here can come from", Atspi.Role.LABEL)
            self.assertFalse(program.is_pressed(program.zone("Front of the shoulder, right")))

    # --- Without a pointer ---

    def test_marks_by_key_and_from_the_list_are_the_same(self):
        with kit.Program(self.binary) as program:
            self.take_brush(program)
            name = self.mark_by_key(program)
            by_key = self.where(program)
            answer = kit.wait_for(lambda: [n for n in program.names() if ": explains" in n], "the answer")
            program.key("ctrl+z")
            program.press(program.get("Mark from a list"))
            program.type(name.rsplit(",", 1)[0])
            program.click_on(program.get(name, kit.BUTTON))
            program.press(program.get("Show what explains it"))
            self.assertEqual(self.where(program), by_key)
            self.assertEqual(kit.wait_for(lambda: [n for n in program.names() if ": explains" in n], "the answer"), answer)

    # --- Safety ---

    def test_the_chest_asks_first(self):
        with kit.Program(self.binary) as program:
            self.take_brush(program)
            self.paint_over(program, "Breast, right")
            program.get("First a question")
            self.assertIsNone(program.find("…: explains"))
            program.press(program.get("Yes"))
            program.get("See to this first")
            self.assertIsNone(program.find("…: explains"))
            program.press(program.get("Answer again"))
            program.press(program.get("No"))
            program.get("…: explains")

    # --- From the answer to the session ---

    def test_check_treat_repaint_and_find_it_again(self):
        with kit.Program(self.binary) as program:
            self.take_brush(program)
            self.paint_over(program, "Front of the shoulder, right")
            first = program.get("…, right: explains")
            name = first.name.split(":")[0]
            program.press(first)
            program.get("Check this muscle")
            program.press(kit.wait_for(lambda: (yes := program.find_all("Yes", kit.BUTTON)) and yes[1], "is it tender"))
            program.press(kit.wait_for(lambda: (yes := program.find_all("Yes", kit.BUTTON)) and yes[2], "is it the known pain"))
            program.get("…This fits")
            program.press(program.get("Back to the list"))
            program.press(program.get(f"…{name}: explains"))
            program.get("Check this muscle")
            self.go_through_session(program)
            program.get("Paint it as it feels now")
            program.press(program.get("Nothing hurts there now"))
            program.get("…gone")
            program.press(program.get("Done"))
            program.key("ctrl+2")
            program.press(program.get("Pain drawing"))
            program.get("How the pain changed")
            program.get("…gone")
            self.assertEqual(program.quit(), 0)

        with contextlib.closing(sqlite3.connect(kit.data_folder() / "records.db")) as records:
            self.assertEqual([phase for phase, in records.execute("SELECT phase FROM pain_drawing ORDER BY phase")],
                             ["after", "before"])

    def test_a_session_is_found_by_its_place(self):
        with kit.Program(self.binary) as program:
            self.take_brush(program)
            self.paint_over(program, "Front of the shoulder, right")
            words = self.where(program)
            program.press(program.get("…, right: explains"))
            self.go_through_session(program)
            program.key("ctrl+2")
            kit.wait_for(lambda: self.listed(program) == [words], "the drawing in words, in the history")
            program.key("ctrl+f")
            program.type("heel")
            program.get("Nothing found")
            self.assertEqual(self.listed(program), [])
            program.key("Escape")
            kit.wait_for(lambda: self.listed(program) == [words], "all sessions")
            program.type("FRONT of the shoul")
            time.sleep(1)                                      # a list that stays gives no sign
            self.assertEqual(self.listed(program), [words])
            program.type("x")
            kit.wait_for(lambda: self.listed(program) == [], "an empty list")
            self.assertEqual(program.quit(), 0)

    # --- Files and records ---

    def test_what_was_painted_survives_the_end(self):
        with kit.Program(self.binary) as program:
            self.take_brush(program)
            self.paint_over(program, "Base of the skull, left")
            before = self.where(program)
            self.assertEqual(program.quit(), 0)
        with kit.Program(self.binary) as program:
            program.get("The pain drawing of last time is still there")
            program.press(program.get("Paint where it hurts"))
            self.assertEqual(self.where(program), before)
            program.press(program.get("New drawing"))
            program.get(EMPTY)
            self.assertEqual(program.quit(), 0)
        with kit.Program(self.binary) as program:
            program.press(program.get("Paint where it hurts"))
            program.get(EMPTY)

    def test_a_malformed_draft_is_told_and_the_rest_works(self):
        with kit.Program(self.binary) as program:
            self.take_brush(program)
            self.paint_over(program, "Base of the skull, left")
            self.where(program)
            self.assertEqual(program.quit(), 0)
        with contextlib.closing(sqlite3.connect(kit.data_folder() / "records.db")) as records:
            records.execute("UPDATE draft SET drawing = '<pain-drawing><stroke'")
            records.commit()
        with kit.Program(self.binary) as program:
            program.get("…records:1:")
            self.take_brush(program)
            self.paint_over(program, "Base of the skull, right")
            self.assertTrue(self.where(program).startswith("Right: "))
            program.key("ctrl+2")
            program.get("No sessions yet")
            self.assertEqual(program.quit(), 0)

    def choose_file(self, program, name):
        """In GTK's own dialog; its field completes what is typed."""
        program.key("ctrl+l")
        kit.wait_for(lambda: Atspi.Role.TEXT in [node.role for node in program.find_focused()], "the field for a name")
        program.key("ctrl+a")
        program.type(name)
        program.key("shift+End", "Delete", "Return")

    def test_save_and_open(self):
        with tempfile.TemporaryDirectory() as folder, kit.Program(self.binary, folder) as program:
            saved, page, bad = (pathlib.Path(folder, name) for name in ("pain.xml", "pain.pdf", "bad.xml"))
            self.take_brush(program)
            self.paint_over(program, "Base of the skull, left")
            before = self.where(program)
            program.press(program.get("Save or export…"))
            program.get("…PDF, PNG or SVG")
            self.choose_file(program, saved.name)
            program.get("Saved")
            self.assertIn("<pain-drawing", saved.read_text())
            program.press(program.get("Save or export…"))
            program.get("…PDF, PNG or SVG")
            self.choose_file(program, page.name)
            kit.wait_for(lambda: page.exists() and page.read_bytes().rstrip().endswith(b"%%EOF"), "the page as PDF")
            bad.write_text(saved.read_text().replace('intensity="5"', 'intensity="50"'))

            program.press(program.get("New drawing"))
            program.press(program.get("Open…"))
            program.get("Open a pain drawing")
            self.choose_file(program, bad.name)
            program.get("…bad.xml:")
            program.get(EMPTY)
            program.press(program.get("Open…"))
            program.get("Open a pain drawing")
            self.choose_file(program, saved.name)
            self.assertEqual(self.where(program), before)


if __name__ == "__main__":
    kit.main(sys.argv[1])
