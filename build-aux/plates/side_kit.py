"""Small helpers shared by the modules of the side and sole plates: body ground, bones, cords and sheets of fascia."""
import os
import re

import numpy as np

from loft import PLATE_STYLE, Muscle, Patch, catmull_rom, joined, rails, spline

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SVG = os.path.join(ROOT, "data", "svg")

STYLE = PLATE_STYLE + """    .bone { fill: #e6dcc6; stroke: #ad9d80 }
    .tendon.cord { fill: #f8f2e5; stroke: #8f7b5e; stroke-width: .4; fill-opacity: 1 }
    .weave { stroke: #b7a482; stroke-width: .35; stroke-opacity: .75 }
    .depth { fill: #93483e; stroke: none }
    .ghost.solid { fill: #f4e9e1; fill-opacity: 1 }
    .faint { fill-opacity: .3; stroke-opacity: .75 }
    .quiet { fill-opacity: .62; stroke-opacity: .6 }
    .veil { fill-opacity: .8 }
    .shade.suture { fill: none; stroke: #a8967a; stroke-opacity: .7; stroke-width: .5; stroke-linecap: round }
    .fibre.band { stroke: #efe6d3; stroke-opacity: .8; stroke-width: .7 }
    .hollow { fill: #8a6f60; fill-opacity: .35; stroke: none }
    .eye { fill: #fbf8f1; stroke: #8a6f60; stroke-width: .4 }
    .iris { fill: #6d5a4a; fill-opacity: 1 }
"""


def across(*rows, **kw):
    """A patch from rows (y, x of rail a, x of rail b), from the origin to the insertion."""
    return Patch([(a, y) for y, a, _ in rows], [(b, y) for y, _, b in rows], **kw)


def muscle(id, *patches, extra=()):
    return Muscle(id, *patches, extra=extra).svg()


def nameless(*muscles):
    """Small muscles that the atlas has no entry for: drawn, but not to be picked."""
    return "\n".join(re.sub(r'<g id="[^"]*" class="muscle">', '<g class="other">', m) for m in muscles)


def cord(centre, widths, cls="tendon cord"):
    """A tendon as a strap about a centre line: a (class, path data) pair."""
    a, b = rails(centre, widths)
    return cls, joined(a, round_end(a[-1], b[-1], (a[-2] + b[-2]) / 2), b[::-1], round_end(b[0], a[0], (a[1] + b[1]) / 2))


def round_end(p, q, back):
    """From p to q round the end of a cord that comes from `back`."""
    middle, half = (p + q) / 2, (p - q) / 2
    out = (middle - back) / np.hypot(*(middle - back)) * np.hypot(*half)
    return [middle + half * np.cos(u) + out * np.sin(u) for u in np.linspace(0, np.pi, 5)]


def strap(centre, widths, **kw):
    """A patch about a centre line."""
    a, b = rails(centre, widths)
    return Patch([tuple(p) for p in a], [tuple(p) for p in b], **kw)


def group(cls, *parts):
    """(class or None, path data) pairs in one group of that class."""
    rows = [f'  <g class="{cls}">']
    rows += [f'    <path class="{c}" d="{d}"/>' if c else f'    <path d="{d}"/>' for c, d in parts]
    return "\n".join(rows + ["  </g>"])


def shape(*points):
    """Closed smooth path data."""
    return spline(points, True)


def edges(*runs):
    """Closed path data from smooth runs with a corner at each joint."""
    return joined(*[catmull_rom(r, max(2, 2 * len(r) - 1)) for r in runs])


def line(*points):
    return spline(points)


def sheet(patch, threads=8, seed=5):
    """Rows of a sheet of fascia: its surface, soft shading along its edges and the run of its threads."""
    patch.fibres = threads
    return [(None, patch.outline()), *[(c, d) for c, d in patch.shading() if "dark" in c][:2],
            ("line weave", patch.fibre_data(seed))]


def bone(*points, cls="bone"):
    return cls, shape(*points)


def shaft(centre, widths, cls="bone"):
    """A long bone about a centre line, with a soft shade along one side."""
    a, b = rails(centre, widths)
    m = a * .3 + b * .7
    return [(cls, joined(a, b[::-1])), ("shade dark", joined(m, b[::-1]))]


def rod(centre, widths):
    """Closed path data of a bar about a centre line, with rounded ends."""
    a, b = rails(centre, widths)
    c = (a + b) / 2
    tip = lambda end, before, w: end + (end - before) / np.hypot(*(end - before)) * w * .32
    return spline([*a, tip(c[-1], c[-2], widths[-1]), *b[::-1], tip(c[0], c[1], widths[0])], True)


def phalanx(p, q, w0, w1, waist=.68, cls="bone"):
    """A small long bone from p to q: two knuckles and a waist."""
    p, q = np.array(p, float), np.array(q, float)
    d = (q - p) / np.hypot(*(q - p))
    n = np.array([-d[1], d[0]])
    long, mid = np.hypot(*(q - p)), min(w0, w1) * waist
    side = [(0, .38 * w0), (.10, .5 * w0), (.28, .5 * mid + .06 * w0), (.52, .5 * mid), (.76, .5 * mid + .06 * w1),
            (.91, .5 * w1), (1, .36 * w1)]
    left = [p + d * long * s + n * w for s, w in side]
    right = [p + d * long * s - n * w for s, w in side[::-1]]
    return cls, spline(left + right, True)


def ground(path):
    return f'  <path class="ghost" d="{path}"/>'


def write(name, text):
    with open(os.path.join(SVG, name), "w", encoding="utf-8") as f:
        f.write(text)
