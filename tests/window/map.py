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

    def zone_names(self, program):
        return [zone.name for zone in program.find_zones()]

    def test_every_muscle_on_show_is_named_with_its_side(self):
        with kit.Program(self.binary) as program:
            program.zone("Gastrocnemius, left")
            names = kit.wait_for(lambda: (n := self.zone_names(program)) and len([x for x in n if x.endswith(", right")]) > 60 and n,
                                 "the muscles in the tree")
            for side in ("right", "left"):
                for muscle in ("Infraspinatus", "Upper trapezius", "Temporalis", "Gastrocnemius"):
                    self.assertIn(f"{muscle}, {side}", names)
            program.key("3")
            program.zone("Piriformis, left")
            program.key("1")
            program.zone("Front of the shoulder, left")
            kit.wait_for(lambda: "Piriformis, left" not in self.zone_names(program), "the end of the deep muscles")

    def test_left_is_never_right(self):
        with kit.Program(self.binary) as program:
            for side, other in (("left", "right"), ("right", "left")):
                zone = program.zone(f"Gastrocnemius, {side}")
                program.click(*program.hover_until(program.box(zone), f"Gastrocnemius, {side}"))
                kit.wait_for(lambda s=side: program.is_pressed(program.zone(f"Gastrocnemius, {s}")), side)
                self.assertFalse(program.is_pressed(program.zone(f"Gastrocnemius, {other}")))
                chosen = program.get(side.capitalize(), kit.BUTTON)
                self.assertTrue(program.is_pressed(chosen))

    def test_keyboard_reaches_and_chooses(self):
        with kit.Program(self.binary) as program:
            program.zone("Gastrocnemius, left")
            first = program.tab_to("right")
            program.key("Down")
            second = kit.wait_for(lambda: [n for n in program.focused() if n != first], "the next muscle down")[0]
            program.key("Right")
            third = kit.wait_for(lambda: [n for n in program.focused() if n != second], "the next muscle to the right")[0]
            program.key("Return")
            kit.wait_for(lambda: program.is_pressed(program.zone(third)), "chosen by key")
            program.key("plus", "plus", "ctrl+Right", "0", "z", "Escape")
            kit.wait_for(lambda: not program.is_pressed(program.zone(third)), "let go")

    def test_a_place_lists_what_can_cause_it(self):
        with kit.Program(self.binary) as program:
            program.key("1")
            zone = program.zone("Front of the shoulder, right")
            program.click(*program.hover_until(program.box(zone), "Front of the shoulder, right"))
            program.get("Pain here can come from", Atspi.Role.LABEL)
            row = program.get("…Infraspinatus, right, TrP")
            program.press(row)
            program.get("Where it hurts" if program.find("Where it hurts") else "…hurts")

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
            program.get("…TrP1 Feel for the bony ridge", kit.BUTTON)

    def test_a_bad_pack_is_told_and_the_rest_works(self):
        packs = kit.data_folder() / "atlas"
        packs.mkdir(parents=True)
        (packs / "bad.xml").write_text('<atlas xmlns="https://myomap.github.io/ns/atlas/1" version="1">\n<muscle/>\n</atlas>\n')
        with kit.Program(self.binary) as program:
            program.zone("Infraspinatus, right")
            program.get("…1 pack could not be loaded")
            program.press(program.get("Show", kit.BUTTON))
            program.get("…bad.xml:2:")

    def test_damaged_records_are_put_aside(self):
        folder = kit.data_folder()
        folder.mkdir(parents=True)
        (folder / "records.db").write_bytes(b"this is no database" * 500)
        with kit.Program(self.binary) as program:
            program.get("Your records were damaged")
            program.press(program.get("Start anew"))
            program.gone("Your records were damaged")
            program.key("ctrl+2")
            program.get("No sessions yet")
            self.assertEqual(program.quit(), 0)
        kept = [p for p in folder.iterdir() if "damaged" in p.name]
        self.assertEqual(len(kept), 1)
        self.assertTrue(kept[0].read_bytes().startswith(b"this is no database"))


if __name__ == "__main__":
    kit.main(sys.argv[1])
