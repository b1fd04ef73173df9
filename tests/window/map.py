"""The body map by pointer, keys and the accessibility tree; search; faults that must not stop the rest.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import shutil
import sys

from gi.repository import Atspi

import kit


class Map(kit.WindowTest):
    def setUp(self):
        shutil.rmtree(kit.data_folder(), ignore_errors=True)
        kit.write_settings(sound="false")

    def zone(self, program, name):
        return kit.wait_for(lambda: program.find_zone(name), f"“{name}” on the map")

    def test_every_muscle_on_show_is_named_with_its_side(self):
        with kit.Program(self.binary) as program:
            self.zone(program, "Gastrocnemius, left")
            names = kit.wait_for(lambda: (n := program.names()) and len([x for x in n if x.endswith(", right")]) > 60 and n,
                                 "the muscles in the tree")
            for side in ("right", "left"):
                for muscle in ("Infraspinatus", "Upper trapezius", "Temporalis", "Gastrocnemius"):
                    self.assertIn(f"{muscle}, {side}", names)
            program.key("3")
            self.zone(program, "Piriformis, left")
            program.key("1")
            self.zone(program, "Front of the shoulder, left")
            kit.wait_for(lambda: "Piriformis, left" not in program.names(), "the end of the deep muscles")
            self.assert_quiet(program)

    def test_left_is_never_right(self):
        with kit.Program(self.binary) as program:
            for side, other in (("left", "right"), ("right", "left")):
                zone = self.zone(program, f"Gastrocnemius, {side}")
                program.click(*program.hover_until(program.box(zone), f"Gastrocnemius, {side}"))
                kit.wait_for(lambda s=side: program.is_pressed(self.zone(program, f"Gastrocnemius, {s}")), side)
                self.assertFalse(program.is_pressed(self.zone(program, f"Gastrocnemius, {other}")))
                chosen = program.get(side.capitalize(), kit.BUTTON)
                self.assertTrue(program.is_pressed(chosen))

    def test_keyboard_reaches_and_chooses(self):
        with kit.Program(self.binary) as program:
            self.zone(program, "Gastrocnemius, left")
            first = program.tab_to("right")
            program.key("Down")
            second = kit.wait_for(lambda: [n for n in program.focused() if n != first], "the next muscle down")[0]
            program.key("Right")
            third = kit.wait_for(lambda: [n for n in program.focused() if n != second], "the next muscle to the right")[0]
            program.key("Return")
            kit.wait_for(lambda: program.is_pressed(self.zone(program, third)), "chosen by key")
            program.key("plus", "plus", "ctrl+Right", "0", "z", "Escape")
            kit.wait_for(lambda: not program.is_pressed(self.zone(program, third)), "let go")
            self.assert_quiet(program)

    def test_a_place_lists_what_can_cause_it(self):
        with kit.Program(self.binary) as program:
            program.key("1")
            zone = self.zone(program, "Front of the shoulder, right")
            program.click(*program.hover_until(program.box(zone), "Front of the shoulder, right"))
            program.get("Pain here can come from", Atspi.Role.LABEL)
            row = program.get("…Infraspinatus, right, TrP")
            program.press(row)
            program.get("Where it hurts" if program.find("Where it hurts") else "…hurts")
            self.assert_quiet(program)

    def test_search_finds_and_forgives(self):
        with kit.Program(self.binary) as program:
            program.key("ctrl+f")
            program.type("qqqq")
            program.get("Nothing found")
            program.key("ctrl+a")
            program.type("musculus infra")
            program.get("Infraspinatus", Atspi.Role.LABEL)
            program.key("Return")
            program.get("Trigger points and how to find them")
            self.assert_quiet(program)

    def test_a_bad_pack_is_told_and_the_rest_works(self):
        packs = kit.data_folder() / "atlas"
        packs.mkdir(parents=True)
        (packs / "bad.xml").write_text('<atlas xmlns="https://myomap.github.io/ns/atlas/1" version="1">\n<muscle/>\n</atlas>\n')
        with kit.Program(self.binary) as program:
            program.get("…bad.xml:2:")
            self.zone(program, "Infraspinatus, right")

    def test_damaged_records_are_put_aside(self):
        folder = kit.data_folder()
        folder.mkdir(parents=True)
        (folder / "records.db").write_bytes(b"this is no database" * 500)
        with kit.Program(self.binary) as program:
            program.get("Your records were damaged")
            program.press(program.get("Start anew"))
            program.key("ctrl+2")
            program.get("No sessions yet")
            self.assertEqual(program.quit(), 0)
        kept = [p for p in folder.iterdir() if "damaged" in p.name]
        self.assertEqual(len(kept), 1)
        self.assertTrue(kept[0].read_bytes().startswith(b"this is no database"))


if __name__ == "__main__":
    kit.main(sys.argv[1])
