#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people report and which muscle was behind it: clinical-pictures-test.py PATH-OF-MYOMAP-ATLAS SOURCE-ROOT

Every line of data/clinical-pictures.tsv is a picture from the literature: the regions in which it hurts and the muscles
that the source names.  `myomap-atlas find` is asked for each, and the share of pictures whose muscle comes first, among
the first three and among the first five is printed for each part of the body (the first word of the picture's id) and
for pictures from papers and from textbooks.  The pictures are a measure: no
constant of the finder is set for single ones (its comment tells where they were looked at as a whole).
"""
import collections
import concurrent.futures
import csv
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
PICTURES = SOURCE / "tests" / "data" / "clinical-pictures.tsv"
REGIONS = SOURCE / "data" / "atlas" / "regions.xml"
COLUMNS = ["id", "regions", "muscles", "source", "what"]

# part of the body → the least number of pictures
PARTS = {"head": 12, "neck": 12, "shoulder": 10, "hand": 8, "trunk": 10, "pelvis": 8, "thigh": 8, "leg": 8}

LIMITS = (1, 3, 5)

# group → the least share in percent that must be found among the first 1, 3 and 5: the measured one, less some air.
# The textbooks are also where most of the atlas's patterns come from; the papers are the harder and the truer measure.
FLOORS = {"all": (51, 75, 80), "papers": (27, 57, 65)}

NOT_FOUND = 10 ** 6


def run_atlas(*arguments):
    """Runs from an empty folder, without the user's own packs; returns the exit status, the output and the faults."""
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, XDG_DATA_HOME=folder, LC_ALL="C.UTF-8", LANGUAGE="",
                           LSAN_OPTIONS=f"suppressions={SOURCE / 'tests' / 'lsan.supp'}:print_suppressions=0")
        done = subprocess.run([PROGRAM, *arguments], cwd=folder, env=environment, text=True, encoding="utf-8",
                              capture_output=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def find(picture):
    """The rank of the first accepted muscle of the right side, and what came first instead."""
    status, out, err = run_atlas("find", *picture["regions"].split())
    if status != 0:
        return picture, None, err
    ranked = list(dict.fromkeys(":".join(line.split("\t")[2:4]) for line in out.splitlines() if line))
    accepted = picture["muscles"].split("|")
    ranks = [ranked.index(muscle) + 1 for muscle in accepted if muscle in ranked]
    return picture, min(ranks, default=NOT_FOUND), ranked[0] if ranked else "nothing"


def is_textbook(picture):
    source = picture["source"]
    return source.startswith("Waldman, Atlas") or ("Manual vol." in source and "as told in" not in source)


def share(ranks, limit):
    return 100 * sum(rank <= limit for rank in ranks) / len(ranks)


def only_side(picture):
    """The side that all regions of a picture are on, if there is one."""
    sides = {place.rpartition(":")[2] for place in picture["regions"].split()}
    return sides.pop() if len(sides) == 1 and sides != {"middle"} else None


def print_misses(answers):
    for picture, rank, first in sorted(answers, key=lambda answer: (-answer[1], answer[0]["id"])):
        if rank > 1:
            place = "not found" if rank == NOT_FOUND else f"rank {rank}"
            print(f"{place:>9}  {picture['id']}: {picture['muscles']}; first is {first}")


def print_shares(groups):
    print(f"{'':10}{'pictures':>9}" + "".join(f"{f'top {limit}':>9}" for limit in LIMITS))
    for name, ranks in groups.items():
        print(f"{name:10}{len(ranks):9}" + "".join(f"{share(ranks, limit):8.1f}%" for limit in LIMITS))


class ClinicalPictures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with PICTURES.open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            cls.header = next(lines)
            cls.lines = list(lines)
        cls.pictures = [dict(zip(COLUMNS, line)) for line in cls.lines]

    def test_table(self):
        self.assertEqual(self.header, COLUMNS)
        self.assertGreaterEqual(len(self.lines), 60)
        for line in self.lines:
            self.assertEqual(len(line), len(COLUMNS), line)
            for field in line:
                self.assertTrue(field and field == field.strip(), line)
        ids = [picture["id"] for picture in self.pictures]
        self.assertEqual(len(ids), len(set(ids)), "an id stands twice")
        self.assertGreaterEqual(sum(not is_textbook(picture) for picture in self.pictures), 60)

    def test_spread(self):
        parts = collections.Counter(picture["id"].split("-")[0] for picture in self.pictures)
        self.assertEqual(set(parts), set(PARTS))
        for part, least in PARTS.items():
            self.assertGreaterEqual(parts[part], least, part)
        sides = collections.Counter(frozenset(place.rpartition(":")[2] for place in picture["regions"].split())
                                    & {"left", "right"} for picture in self.pictures)
        for side in ({"left"}, {"right"}, {"left", "right"}):
            self.assertGreaterEqual(sides[frozenset(side)], 5, side)

    def test_names(self):
        status, out, err = run_atlas("list")
        self.assertEqual((status, err), (0, ""))
        known = {line.split("\t")[0] for line in out.splitlines()}
        regions = {region.get("id"): region.get("side") for region in ElementTree.parse(REGIONS).getroot()}
        for picture in self.pictures:
            for muscle in picture["muscles"].split("|"):
                name, _, side = muscle.rpartition(":")
                self.assertIn(name, known, picture["id"])
                self.assertIn(side, ("left", "right"), picture["id"])
            places = picture["regions"].split()
            self.assertEqual(len(places), len(set(places)), picture["id"])
            for place in places:
                region, _, side = place.rpartition(":")
                self.assertIn(region, regions, picture["id"])
                self.assertIn(side, ("left", "right") if regions[region] == "paired" else ("middle",), picture["id"])

    def test_find(self):
        groups = collections.defaultdict(list)
        with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
            answers = list(pool.map(find, self.pictures))
        for picture, rank, first in answers:
            self.assertIsNotNone(rank, f"{picture['id']}: {first}")
            for group in (picture["id"].split("-")[0], "textbook" if is_textbook(picture) else "papers", "all"):
                groups[group].append(rank)
            side = only_side(picture)
            if side is not None:
                self.assertEqual(first.rpartition(":")[2], side, f"{picture['id']}: {first} comes first")
        print_misses(answers)
        print_shares({name: groups[name] for name in (*PARTS, "papers", "textbook", "all")})
        for group, floors in FLOORS.items():
            for limit, floor in zip(LIMITS, floors):
                self.assertGreaterEqual(share(groups[group], limit), floor, f"{group}: among the first {limit}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
