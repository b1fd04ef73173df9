#!/usr/bin/python3
"""The desktop knows a saved pain drawing when it sees one, and opens it with Myomap; no other XML is taken for one.

    mime-type-test.py MIME_INFO DESKTOP_FILE

SPDX-License-Identifier: GPL-3.0-or-later
"""
import configparser
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

MIME_INFO, DESKTOP_FILE = sys.argv[1:3]
TYPE = "application/vnd.myomap.pain-drawing+xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
DRAWING = DECLARATION + '<pain-drawing xmlns="https://myomap.github.io/ns/pain-drawing/1" version="1">\n</pain-drawing>\n'


class MimeTypeTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        packages = self.folder / "mime/packages"
        packages.mkdir(parents=True)
        shutil.copy(MIME_INFO, packages)
        self.environment = {**os.environ, "XDG_DATA_HOME": scratch.name, "LC_ALL": "C.UTF-8"}
        subprocess.run(["update-mime-database", self.folder / "mime"], check=True, env=self.environment, stderr=subprocess.DEVNULL)

    def find_type(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        done = subprocess.run(["gio", "info", "-a", "standard::content-type", path], check=True, env=self.environment,
                              capture_output=True, text=True)
        return done.stdout.split()[-1]

    def test_drawing(self):
        for name in ("pain.xml", "Pain 2026-11-20.XML", "pain"):
            self.assertEqual(self.find_type(name, DRAWING), TYPE, name)

    def test_other(self):
        self.assertEqual(self.find_type("other.xml", DECLARATION + "<atlas/>\n"), "application/xml")
        self.assertEqual(self.find_type("bare.xml", "<other/>\n"), "application/xml")

    def test_opened_by_us(self):
        desktop = configparser.RawConfigParser(strict=False)
        desktop.optionxform = str
        desktop.read(DESKTOP_FILE, encoding="utf-8")
        self.assertIn(TYPE, desktop["Desktop Entry"]["MimeType"].split(";"))
        self.assertEqual(desktop["Desktop Entry"]["Exec"], "myomap %U")


unittest.main(argv=["mime-type"], verbosity=2)
