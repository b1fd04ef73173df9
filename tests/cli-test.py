#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""myomap-atlas as people and scripts call it: cli-test.py PATH-OF-MYOMAP-ATLAS SOURCE-ROOT"""
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
ATLAS = SOURCE / "data" / "atlas"
MUSCLE = "infraspinatus"


class Cli(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_atlas(self, *arguments, status=0):
        """Runs from a folder where nothing of Myomap lies; returns what is printed and what is told about faults."""
        environment = dict(os.environ, XDG_DATA_HOME=str(self.folder / "data"), LC_ALL="C.UTF-8", LANGUAGE="",
                           LSAN_OPTIONS=f"suppressions={SOURCE / 'tests' / 'lsan.supp'}:print_suppressions=0")
        done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, env=environment, text=True,
                              encoding="utf-8", capture_output=True, timeout=120)
        self.assertEqual(done.returncode, status, f"{arguments}: {done.stdout[-2000:]}{done.stderr}")
        return done.stdout, done.stderr

    def install_pack(self, name, text):
        path = self.folder / "data" / "myomap" / "atlas" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    # --- The program itself ---

    def test_help(self):
        out, err = self.run_atlas("--help")
        for command in ("check", "list", "show", "find", "describe", "draw", "paint"):
            self.assertIn(command, out)
            self.assertIn("Usage:", self.run_atlas(command, "--help")[0])
        self.assertEqual(err, "")

    def test_version(self):
        self.assertRegex(self.run_atlas("--version")[0], r"^myomap-atlas \d+\.\d+")

    def test_usage(self):
        for arguments in ([], ["dance"], ["--loud"], ["show"], ["show", "a", "b"], ["find"], ["list", "all"],
                          ["list", "--loud"], ["draw", MUSCLE], ["draw", "-o", "x.png"],
                          ["draw", MUSCLE, "-o", "x.jpg"], ["draw", MUSCLE, "-o", "x.png", "--side", "middle"],
                          ["draw", MUSCLE, "-o", "x.png", "--view", "top"],
                          ["draw", MUSCLE, "-o", "x.png", "--size", "7"],
                          ["draw", MUSCLE, "-o", "x.png", "--size", "many"], ["find", "forehead:up"], ["describe"], ["describe", "a", "b"]):
            out, err = self.run_atlas(*arguments, status=2)
            self.assertEqual(out, "", arguments)
            self.assertNotEqual(err, "", arguments)

    # --- check ---

    def test_check_builtin(self):
        out, err = self.run_atlas("check")
        self.assertEqual((out, err), ("", ""))

    def test_check_good_files(self):
        files = sorted(ATLAS.glob("*.xml"))
        self.assertGreaterEqual(len(files), 10)
        self.assertEqual(self.run_atlas("check", *files)[0], "")
        for file in files:
            self.assertEqual(self.run_atlas("check", file)[0], "")

    def test_check_bad_file(self):
        lines = (ATLAS / "shoulder.xml").read_text(encoding="utf-8").split("\n")
        wrong = next(i for i, line in enumerate(lines) if "<zone " in line)
        lines[wrong] = lines[wrong].replace('kind="', 'kind="very-')
        bad = self.folder / "bad.xml"
        bad.write_text("\n".join(lines), encoding="utf-8")
        out, _ = self.run_atlas("check", "bad.xml", status=1)
        self.assertRegex(out, rf"^bad\.xml:{wrong + 1}: .*“kind”.*primary, spillover.*\n$")

    def test_check_missing_file(self):
        out, _ = self.run_atlas("check", "nowhere.xml", status=1)
        self.assertRegex(out, r"^nowhere\.xml:0: ")

    # --- list and show ---

    def test_list(self):
        rows = [line.split("\t") for line in self.run_atlas("list")[0].splitlines()]
        self.assertGreaterEqual(len(rows), 20)
        self.assertTrue(all(len(row) == 3 and int(row[2]) >= 1 for row in rows))
        self.assertIn(MUSCLE, [row[0] for row in rows])

    def test_show(self):
        out, _ = self.run_atlas("show", MUSCLE)
        entry = next(muscle for muscle in ElementTree.parse(ATLAS / "shoulder.xml").getroot() if muscle.get("id") == MUSCLE)
        for element in entry.iter():
            text = " ".join((element.text or "").split())
            self.assertIn(text, out, element.tag)

    def test_show_unknown(self):
        out, err = self.run_atlas("show", "elephantus", status=1)
        self.assertEqual(out, "")
        self.assertIn("elephantus", err)

    # --- find ---

    def find(self, *places):
        return [line.split("\t") for line in self.run_atlas("find", *places)[0].splitlines()]

    def test_find(self):
        rows = self.find("shoulder-front:right")
        self.assertTrue(rows)
        self.assertEqual([int(row[0]) for row in rows], list(range(1, len(rows) + 1)))
        scores = [float(row[1]) for row in rows]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertTrue(all(0 < score <= 1 for score in scores))
        self.assertIn([MUSCLE, "right"], [row[2:4] for row in rows])
        self.assertTrue(all(row[4].startswith("TrP") for row in rows))

    def test_find_sides(self):
        right, left = self.find("shoulder-front"), self.find("shoulder-front:left")
        self.assertTrue(right)
        swap = {"right": "left", "left": "right", "middle": "middle"}
        self.assertEqual(sorted([row[2], swap[row[3]], row[1]] for row in right), sorted([row[2], row[3], row[1]] for row in left))

    def test_find_several(self):
        self.assertTrue(self.find("forehead:left", "temple:left"))

    def test_find_unknown(self):
        self.assertIn("tail", self.run_atlas("find", "tail", status=1)[1])

    def test_find_drawing(self):
        name = self.save_drawing('<region ref="temple" side="left" intensity="6" quality="ache"/>',
                                 '<region ref="forehead" side="left" intensity="6" quality="ache"/>')
        rows = self.find("--drawing", name)
        self.assertTrue(rows)
        self.assertEqual(rows, self.find("temple:left", "forehead:left"))

    def test_find_drawing_sides(self):
        right = self.find("--drawing", self.save_drawing('<stroke view="front" intensity="5" quality="ache">190,380 12 200,420 12</stroke>'))
        left = self.find("--drawing", self.save_drawing('<stroke view="front" intensity="5" quality="ache">530,380 12 520,420 12</stroke>'))
        swap = {"right": "left", "left": "right"}
        self.assertEqual(sorted([row[2], swap[row[3]], row[1]] for row in right), sorted([row[2], row[3], row[1]] for row in left))
        self.assertEqual([right[0][3], left[0][3]], ["right", "left"])

    def test_find_drawing_empty(self):
        self.assertEqual(self.find("--drawing", self.save_drawing()), [])

    def test_find_drawing_bad(self):
        bad = self.save_drawing('<stroke view="top" intensity="5" quality="ache">1,2 3</stroke>', name="bad.xml")
        for name in (bad, "missing.xml"):
            out, err = self.run_atlas("find", "--drawing", name, status=1)
            self.assertEqual(out, "")
            self.assertIn(name, err)
        self.run_atlas("find", "temple", "--drawing", bad, status=2)

    # --- describe ---

    def save_drawing(self, *strokes, name="pain.xml"):
        lines = ['<pain-drawing xmlns="https://myomap.github.io/ns/pain-drawing/1" version="1">', *strokes, "</pain-drawing>", ""]
        (self.folder / name).write_text("\n".join(lines), encoding="utf-8")
        return name

    def describe(self, *strokes):
        out, err = self.run_atlas("describe", self.save_drawing(*strokes))
        self.assertEqual(err, "")
        return out

    def mark(self, region, side, quality="ache", intensity=6):
        return f'<region ref="{region}" side="{side}" intensity="{intensity}" quality="{quality}"/>'

    def test_describe(self):
        out = self.describe(self.mark("shoulder-front", "left"), self.mark("shoulder-lateral", "left"))
        self.assertRegex(out, r"^Where it hurts\nLeft: [^.]+\.\n")
        self.assertRegex(out, r"  • Front of the shoulder, left: aching, 6 of 10, \d+(\.\d)? cm²\n")
        self.assertNotIn("To be asked first", out)
        muscles = re.findall(r"^  (\d+)\. (.+) \(TrP.*\) explains (\d+) % of the pain\.$", out, re.M)
        self.assertEqual([int(number) for number, _, _ in muscles], list(range(1, 11)))
        self.assertIn("Infraspinatus, left", [name for _, name, _ in muscles])
        self.assertTrue(all(0 <= int(share) <= 100 for _, _, share in muscles))
        self.assertRegex(out, r"explain it together\n  • \d+ %: .+\n")
        self.assertIn("Shoulder pain at the front", out)
        self.assertIn("See a doctor:\n      • ", out)

    def test_describe_sides(self):
        right = self.describe(self.mark("shoulder-front", "right"), self.mark("temple", "left"))
        left = self.describe(self.mark("shoulder-front", "left"), self.mark("temple", "right"))
        self.assertTrue(right.startswith("Where it hurts\nRight: Front of the shoulder. Left: Temple.\n"))
        self.assertTrue(left.startswith("Where it hurts\nRight: Temple. Left: Front of the shoulder.\n"))

    def test_describe_painted(self):
        stroke = '<stroke view="back" intensity="4" quality="burning">{},420 14 {},450 14</stroke>'
        right, left = (self.describe(stroke.format(x, x)) for x in (450, 270))
        self.assertIn("Right: ", right)
        self.assertNotIn("Left: ", right)
        self.assertIn("burning, 4 of 10", right)
        self.assertEqual(right.replace("right", "left").replace("Right", "Left").split("Muscles")[0], left.split("Muscles")[0])

    def test_describe_questions(self):
        calf = self.describe(self.mark("calf-mid", "right"))
        self.assertRegex(calf, r"To be asked first\n  • Possible clot in a leg or arm: .+\?\n    If so: .+\n")
        self.assertNotIn("Possible clot", self.describe(self.mark("calf-mid", "right"), self.mark("calf-mid", "left")))
        self.assertIn("Chest pain or breathlessness: ", self.describe(self.mark("chest-mid", "left")))

    def test_describe_nothing(self):
        self.assertEqual(self.describe(), "Nothing is painted.\n")
        self.assertEqual(self.describe(self.mark("temple", "left"), '<erase-region ref="temple" side="left"/>'),
                         "Nothing is painted.\n")

    def test_describe_bad_file(self):
        for stroke in ("<stroke", self.mark("tail", "left"), self.mark("temple", "left", intensity=11),
                       self.mark("temple", "left", quality="blue"), '<stroke view="front" intensity="3" quality="ache">1,2</stroke>'):
            out, err = self.run_atlas("describe", self.save_drawing(self.mark("sternum", "middle"), stroke), status=1)
            self.assertEqual(out, "")
            self.assertRegex(err, r"^pain\.xml:\d+: .+\n$")
        out, err = self.run_atlas("describe", "nowhere.xml", status=1)
        self.assertEqual(out, "")
        self.assertIn("nowhere.xml", err)

    # --- draw ---

    def draw(self, name, *options):
        self.run_atlas("draw", MUSCLE, "-o", name, *options)
        return (self.folder / name).read_bytes()

    def png_size(self, data):
        self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
        return struct.unpack(">II", data[16:24])

    def test_draw_png(self):
        right = self.draw("right.png", "--size", "500")
        left = self.draw("left.png", "--size", "500", "--side", "left")
        self.assertEqual(self.png_size(right)[1], 500)
        self.assertEqual(self.png_size(right), self.png_size(left))
        self.assertNotEqual(right, left)

    def test_draw_one_view(self):
        both = self.png_size(self.draw("both.png", "--size", "400"))
        for view in ("front", "back", "side", "sole"):
            width, height = self.png_size(self.draw("one.png", "--size", "400", "--view", view))
            self.assertEqual(height, 400)
            self.assertLess(width, both[0])

    def test_draw_svg(self):
        root = ElementTree.fromstring(self.draw("a.svg", "--size", "400"))
        self.assertTrue(root.tag.endswith("svg"))

    def test_draw_pdf(self):
        data = self.draw("a.pdf", "--size", "400")
        self.assertTrue(data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF"))

    def test_draw_nowhere(self):
        for name in ("no/such/folder.png", "no/such/folder.svg", "no/such/folder.pdf"):
            self.assertIn("cannot be written", self.run_atlas("draw", MUSCLE, "-o", name, "--size", "200", status=1)[1])

    def test_draw_unknown(self):
        self.assertIn("elephantus", self.run_atlas("draw", "elephantus", "-o", "x.png", status=1)[1])
        self.assertFalse((self.folder / "x.png").exists())

    # --- paint ---

    def paint(self, name, *strokes):
        self.assertEqual(self.run_atlas("paint", self.save_drawing(*strokes), "-o", name), ("", ""))
        return (self.folder / name).read_bytes()

    def test_paint_png(self):
        pictures = [self.paint("sheet.png", *strokes) for strokes in
                    ((), (self.mark("temple", "left"),), (self.mark("temple", "right"),), (self.mark("temple", "right", "sharp"),))]
        for picture in pictures:
            self.assertEqual(self.png_size(picture), (1654, 2339))      # A4, 200 dpi
        self.assertEqual(len(set(pictures)), len(pictures))

    def test_paint_paper(self):
        stroke = '<stroke view="side" side="left" intensity="7" quality="numb">190,1100 14 195,1150 14</stroke>'
        pdf = self.paint("sheet.pdf", stroke)
        self.assertTrue(pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF"))
        root = ElementTree.fromstring(self.paint("sheet.SVG", stroke).decode("utf-8"))
        self.assertTrue(root.tag.endswith("svg"))
        self.assertEqual(root.get("viewBox").split()[2:], ["595.276", "841.89"])

    def test_paint_usage(self):
        name = self.save_drawing()
        for arguments in (("paint", name), ("paint", "-o", "x.png"), ("paint", name, "-o", "x.jpg"), ("paint", name, "b", "-o", "x.png")):
            out, err = self.run_atlas(*arguments, status=2)
            self.assertEqual(out, "", arguments)
            self.assertNotEqual(err, "", arguments)

    def test_paint_bad_file(self):
        for stroke in ("<stroke", self.mark("tail", "left"), self.mark("temple", "left", intensity=11)):
            out, err = self.run_atlas("paint", self.save_drawing(stroke), "-o", "x.png", status=1)
            self.assertEqual(out, "")
            self.assertRegex(err, r"^pain\.xml:\d+: .+\n$")
            self.assertFalse((self.folder / "x.png").exists())
        self.assertIn("nowhere.xml", self.run_atlas("paint", "nowhere.xml", "-o", "x.png", status=1)[1])

    def test_paint_nowhere(self):
        for name in ("no/such/folder.png", "no/such/folder.svg", "no/such/folder.pdf"):
            err = self.run_atlas("paint", self.save_drawing(self.mark("temple", "left")), "-o", name, status=1)[1]
            self.assertRegex(err, r"^“no/such/folder\.\w+” could not be written: .+\n$")

    # --- A person's own packs ---

    def test_pack(self):
        text = (ATLAS / "shoulder.xml").read_text(encoding="utf-8")
        self.install_pack("mine.xml", text.replace("<name>Infraspinatus</name>", "<name>My own name</name>"))
        self.assertIn(f"{MUSCLE}\tMy own name\t", self.run_atlas("list")[0])

    def test_bad_pack(self):
        self.install_pack("bad.xml", "<atlas")
        out, err = self.run_atlas("list")
        self.assertIn(MUSCLE, out)
        self.assertIn("bad.xml:1: ", err)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
