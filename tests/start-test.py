#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program where something of its surroundings is missing: start-test.py PATH-OF-MYOMAP SOURCE-ROOT"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SCHEMA = "io.github.myomap.Myomap.gschema.xml"
# Nothing can be made there, not even by root.
NOWHERE = "/proc/nowhere"


class Start(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_myomap(self, *arguments, status=0, **changes):
        """@changes: of the environment; None takes a variable away.  Returns what is printed and what is told about faults."""
        environment = dict(os.environ, G_DEBUG="", **changes)
        environment = {name: value for name, value in environment.items() if value is not None}
        done = subprocess.run([PROGRAM, *arguments], cwd=self.folder, env=environment, text=True, encoding="utf-8",
                              capture_output=True, timeout=60)
        self.assertEqual(done.returncode, status, f"{arguments} {changes}: {done.stdout}{done.stderr}")
        return done.stdout, done.stderr

    def assert_answers(self, **changes):
        """Version and help need nothing."""
        self.assertRegex(self.run_myomap("--version", **changes)[0], r"^Myomap \d+\.\d+")
        self.assertIn("--version", self.run_myomap("--help", **changes)[0])

    def assert_refuses(self, *parts, **changes):
        out, err = self.run_myomap(status=1, **changes)
        self.assertEqual(out, "")
        self.assertEqual(len(err.splitlines()), 1, err)
        self.assertTrue(err.startswith("Myomap cannot "), err)
        for part in parts:
            self.assertIn(part, err)

    # --- Settings ---

    def without_schema(self):
        return {"GSETTINGS_SCHEMA_DIR": str(self.folder), "XDG_DATA_DIRS": str(self.folder / "share")}

    def make_schema(self, change):
        tree = ElementTree.parse(SOURCE / "data" / SCHEMA)
        change(tree.getroot().find("schema"))
        tree.write(self.folder / SCHEMA)
        subprocess.run(["glib-compile-schemas", self.folder], check=True, capture_output=True)

    def test_no_schema(self):
        self.assert_answers(**self.without_schema())
        self.assert_refuses("build-aux/run", SCHEMA, str(self.folder), str(self.folder / "share/glib-2.0/schemas"), **self.without_schema())

    def test_unreadable_schema(self):
        (self.folder / "gschemas.compiled").write_text("this is none")
        self.assert_answers(**self.without_schema())
        self.assert_refuses("build-aux/run", SCHEMA, **self.without_schema())

    def test_older_schema(self):
        names = [key.get("name") for key in ElementTree.parse(SOURCE / "data" / SCHEMA).iter("key")]
        for name in names:
            self.make_schema(lambda schema: schema.remove(schema.find(f"key[@name='{name}']")))
            self.assert_refuses("build-aux/run", f"“{name}”", **self.without_schema())
        self.assert_answers(**self.without_schema())

    def test_key_of_another_kind(self):
        def change(schema):
            key = schema.find("key[@name='flash']")
            key.set("type", "i")
            key.find("default").text = "1"

        self.make_schema(change)
        self.assert_refuses("“flash”", **self.without_schema())

    # --- Screen, home, language, icons ---

    def test_no_screen(self):
        for display in (None, ":9999", "nonsense"):
            self.assert_answers(DISPLAY=display)
            self.assert_refuses("there is no screen", DISPLAY=display)

    def starts(self, **changes):
        """Up to the first full frame, after which it closes."""
        return self.run_myomap(MYOMAP_BENCH="start", **changes)

    def test_home_that_cannot_be_written(self):
        homes = {name: NOWHERE for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
        self.assert_answers(**homes)
        self.assertRegex(self.starts(**homes)[0], r"^\d+\n")

    def test_unknown_language(self):
        self.assert_answers(LC_ALL="xx_YY.UTF-8", LANGUAGE="xx")
        self.assertRegex(self.starts(LC_ALL="xx_YY.UTF-8", LANGUAGE="xx")[0], r"^\d+\n")

    def test_no_icons_and_a_style_sheet_full_of_faults(self):
        config = self.folder / "gtk-4.0"
        config.mkdir()
        (config / "gtk.css").write_text("this { is: none }}} @import url('nothing');")
        shutil.copy(SOURCE / "data" / SCHEMA, self.folder)
        subprocess.run(["glib-compile-schemas", self.folder], check=True, capture_output=True)
        self.assertRegex(self.starts(XDG_CONFIG_HOME=str(self.folder), **self.without_schema())[0], r"^\d+\n")


unittest.main(argv=sys.argv[:1])
