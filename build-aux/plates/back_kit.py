"""Small helpers shared by the modules of the back plates: body ground, bones, cords and sheets of fascia.

The plates are drawn on the right half of the back view (x >= 360) in millimetres.
"""
import os
import re

import numpy as np

from loft import PLATE_STYLE, Muscle, Patch, catmull_rom, few, joined, rails, spline

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SVG = os.path.join(ROOT, "data", "svg")

STYLE = PLATE_STYLE + """    .bone { fill: #e8dec8 }
    .tendon.cord { fill: #f6efe0; fill-opacity: 1; stroke: #8f7b5e; stroke-width: .4 }
    .weave { stroke: #b7a482; stroke-width: .35; stroke-opacity: .75 }
    .veil { fill-opacity: .95 }
    .hollow { fill-opacity: .55 }
    .fade { stroke: none; fill-opacity: .8 }
    .ear { stroke-linejoin: round }
    .plain { stroke: none }
    .ring { fill-rule: evenodd }
    .strong { stroke: #8d7a62; stroke-width: .8; stroke-opacity: 1 }
    .rim { stroke: #a58d78; stroke-width: .5; stroke-opacity: .9 }
"""


class Flesh(Patch):
    """A patch whose ends, where no bone edge is given for them, are round instead of cut."""

    def __init__(self, a, b, origin=None, insertion=None, **kw):
        a, b = [tuple(p) for p in a], [tuple(p) for p in b]

        def bulge(i, j):
            end = (np.array(a[i]) + np.array(b[i])) / 2
            out = end - (np.array(a[j]) + np.array(b[j])) / 2
            wide = np.hypot(*(np.array(a[i]) - np.array(b[i])))
            if wide < 1 or not np.any(out):
                return None
            out = out / np.hypot(*out) * wide
            p, q = np.array(a[i]), np.array(b[i])
            return [tuple(p + (q - p) * s + out * r) for s, r in ((.14, .20), (.5, .34), (.86, .20))]

        super().__init__(a, b, origin or bulge(0, 1), insertion or bulge(-1, -2), **kw)


class Slip(Flesh):
    """A small slip of muscle: little shading, plain tendons, so that many of them stay a small file."""

    def shading(self):
        return [("shade dark", self.band(0, .2) + self.band(.8, 1))]

    def cap(self, share, end, reach=.35, phase=0):
        if reach > .5:
            return ""
        s = np.array([share, share * 1.5, share])
        side = lambda t: self.at([0, share] if end == 0 else [1, 1 - share], [t, t])
        e = self.o if end == 0 else self.i
        return joined(few(e), side(1), self.at(s if end == 0 else 1 - s, [.97, .5, .03]), side(0)[::-1])


def across(*rows, **kw):
    """A patch from rows (y, x of rail a, x of rail b), from the origin to the insertion."""
    return Flesh([(a, y) for y, a, _ in rows], [(b, y) for y, _, b in rows], **kw)


def muscle(id, *patches, extra=()):
    rows = Muscle(id, *patches, extra=extra).svg().split("\n")
    return "\n".join(r for r in rows if ' d=""' not in r)


def nameless(*muscles):
    """Muscles that the atlas has no entry for in this place: drawn, but not to be picked."""
    return "\n".join(re.sub(r'<g id="[^"]*" class="muscle">', '<g class="other">', m) for m in muscles)


def cord(centre, widths, cls="tendon cord"):
    """A tendon as a strap about a centre line: a (class, path data) pair."""
    a, b = rails(centre, widths)

    def round_end(p, q, back):
        middle, half = (p + q) / 2, (p - q) / 2
        out = middle - back
        out = out / np.hypot(*out) * np.hypot(*half)
        return [middle + half * np.cos(u) + out * np.sin(u) for u in np.linspace(0, np.pi, 5)]

    return cls, joined(a, round_end(a[-1], b[-1], (a[-2] + b[-2]) / 2), b[::-1], round_end(b[0], a[0], (a[1] + b[1]) / 2))


def strap(centre, widths, kind=Flesh, **kw):
    """A patch about a centre line."""
    a, b = rails(centre, widths)
    return kind(a, b, **kw)


def group(cls, *rows):
    """A group of that class from (class or None, path data) pairs."""
    out = [f'<g class="{cls}">']
    for c, d in rows:
        out.append(f'  <path class="{c}" d="{d}"/>' if c else f'  <path d="{d}"/>')
    return "\n".join("  " + r for r in out + ["</g>"])


def shape(*points):
    """Closed smooth path data."""
    return spline(points, True)


def edges(*runs):
    """Closed path data from smooth runs with a corner at each joint."""
    return joined(*[catmull_rom(r, max(2, 2 * len(r) - 1)) for r in runs])


def line(*points):
    return spline(points)


def sheet(patch, threads=8, seed=5, shade=True):
    """Rows of a sheet of fascia: its surface, soft shading and the run of its threads."""
    patch.fibres = threads
    out = [(None, patch.outline())]
    if shade:
        out += [(c, d) for c, d in patch.shading() if "dark" in c]
    out.append(("fibre weave", patch.fibre_data(seed)))
    return out


def phalanx(p, q, w0, w1, waist=.68):
    """A small long bone from p to q as closed path data: two knuckles and a waist."""
    p, q = np.array(p, float), np.array(q, float)
    d = (q - p) / np.hypot(*(q - p))
    n = np.array([-d[1], d[0]])
    L = np.hypot(*(q - p))
    wm = min(w0, w1) * waist
    side = [(0, .38 * w0), (.10, .5 * w0), (.28, .5 * wm + .06 * w0), (.52, .5 * wm), (.76, .5 * wm + .06 * w1), (.91, .5 * w1), (1, .36 * w1)]
    left = [p + d * L * s + n * w for s, w in side]
    right = [p + d * L * s - n * w for s, w in side[::-1]]
    return shape(*[tuple(x) for x in left + right])


def ground():
    """The quiet body beneath the muscles: the outline of the skin plate's half, in its own frame."""
    with open(os.path.join(SVG, "back-skin.svg"), encoding="utf-8") as f:
        text = f.read()
    tag = re.search(r'<path[^>]*\bid="outline"[^>]*>', text)
    d = re.search(r'\sd="([^"]+)"', tag.group(0)).group(1)
    before = text[:tag.start()]
    frame = re.search(r'<g transform="([^"]+)">\s*$', before)
    path = f'<path class="ghost" d="{d}"/>'
    return f'  <g transform="{frame.group(1)}">{path}</g>' if frame else "  " + path
