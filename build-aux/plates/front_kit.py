"""Small helpers shared by the modules of the front plates: body ground, bones, cords and sheets of fascia.

The plates are drawn on the right half of the front view (x <= 360) in millimetres.
"""
import os
import re

import numpy as np

from loft import PLATE_STYLE, Muscle, Patch, catmull_rom, joined, rails, spline

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SVG = os.path.join(ROOT, "data", "svg")

STYLE = PLATE_STYLE + """    .bone { fill: #e8dec8 }
    .tendon { fill-opacity: .8 }
    .tendon.cord { fill: #f8f2e5; fill-opacity: 1; stroke: #8a6f60; stroke-width: .4 }
    .thin { fill-opacity: .5; stroke-opacity: .35 }
    .veil { fill-opacity: .45; stroke-opacity: .5 }
    .soft-bone { fill-opacity: .7; stroke-opacity: .6 }
    .hollow { fill: #8a6f60; fill-opacity: .35; stroke: none }
    .lip { fill: #dcb3a4 }
    .eye { fill: #fbf8f1; stroke: #8a6f60; stroke-width: .4 }
    .iris { fill: #6d5a4a; fill-opacity: 1 }
    .pupil { fill: #2c2320; fill-opacity: 1 }
"""


def muscle(id, *patches, extra=()):
    return Muscle(id, *patches, extra=extra).svg()


def group(cls, *parts):
    """Paths, given as (class, data) pairs, in one group."""
    rows = [f'  <g class="{cls}">'] + [f'    <path class="{c}" d="{d}"/>' for c, d in parts] + ["  </g>"]
    return "\n".join(rows)


def nameless(*muscles):
    """Small muscles that the atlas has no entry for: drawn, but not to be picked."""
    return "\n".join(re.sub(r'<g id="[^"]*" class="muscle">', '<g class="other">', m) for m in muscles)


def sheet(*edges):
    """A closed outline of several smooth edges given as point lists; each begins where the last one ended."""
    return joined(*[catmull_rom(e, max(2 * len(e) - 1, 3)) if len(e) > 2 else np.array(e, float) for e in edges])


def cord(centre, widths, cls="tendon cord"):
    """A tendon as a strap about a centre line: a (class, path data) pair."""
    a, b = rails(centre, widths)

    def round_end(p, q, back):
        middle, half = (p + q) / 2, (p - q) / 2
        out = (middle - back) / np.hypot(*(middle - back)) * np.hypot(*half)
        return [middle + half * np.cos(u) + out * np.sin(u) for u in np.linspace(0, np.pi, 5)]

    return cls, joined(a, round_end(a[-1], b[-1], (a[-2] + b[-2]) / 2), b[::-1], round_end(b[0], a[0], (a[1] + b[1]) / 2))


def strap(centre, widths, **kw):
    """A patch about a centre line."""
    a, b = rails(centre, widths)
    return Patch([tuple(p) for p in a], [tuple(p) for p in b], **kw)


def shaft(centre, widths, cls="bone"):
    """A long bone about a centre line with soft shade on both sides: (class, path data) pairs."""
    a, b = rails(centre, widths)
    ends = lambda p, q, way: [tuple((p + q) / 2 + way)]
    first = (a[0] - a[1]) / np.linalg.norm(a[0] - a[1]) * np.linalg.norm(a[0] - b[0]) * .28
    last = (a[-1] - a[-2]) / np.linalg.norm(a[-1] - a[-2]) * np.linalg.norm(a[-1] - b[-1]) * .28
    p = Patch([tuple(q) for q in a], [tuple(q) for q in b], origin=ends(a[0], b[0], first),
              insertion=ends(a[-1], b[-1], last))
    return [(cls, round_outline(p)), ("shade dark", p.band(0, .16) + p.band(.78, 1)), ("shade dark", p.band(.88, 1))]


def round_outline(p):
    """The outline of a patch as one smooth closed curve without corners."""
    return spline(np.vstack([p.a[::4], p.i[[8, 16, 24]], p.b[::-1][::4], p.o[::-1][[8, 16, 24]]]), True)


def blob(points, cls="bone"):
    """A smooth closed shape: a (class, path data) pair."""
    return cls, spline(points, True)


def lines(*curves, cls="line"):
    return cls, " ".join(spline(c) for c in curves)


def circle(x, y, r, cls, ry=None):
    ry = ry or r
    t = np.linspace(0, 2 * np.pi, 9)[:-1]
    return cls, spline(np.c_[x + r * np.cos(t), y + ry * np.sin(t)], True)


def pale(patch, weave=10, outline=None, belly=True):
    """A patch that is tendon all over, with a weave of fine darker streaks: extras for Muscle."""
    d = outline or patch.outline()
    streaks = "".join(patch.lens((k + .5) / weave, .09 / weave + .004, .03, .97) for k in range(weave))
    return [("belly", d)] * belly + [("tendon", d), ("tendon", d), ("tendon", d), ("shade dark", streaks)]


def ground():
    """The quiet silhouette beneath everything: the one of the skin drawing, as a class only."""
    with open(os.path.join(SVG, "front-skin.svg"), encoding="utf-8") as f:
        text = f.read()
    tag = re.search(r'<path[^>]*\bid="outline"[^>]*>', text).group(0)
    outline = re.search(r'\sd="([^"]+)"', tag).group(1)
    return f'  <path class="ghost" d="{outline}"/>'


def phalanx(p, q, w0, w1, waist=.66):
    """A finger or toe bone from p to q: two knuckles and a waist; (class, path data) pairs."""
    p, q = np.array(p, float), np.array(q, float)
    along = q - p
    across = np.array([-along[1], along[0]]) / np.hypot(*along)
    w = min(w0, w1) * waist
    side = [(0, .36 * w0), (.1, .5 * w0), (.28, .5 * w + .06 * w0), (.52, .5 * w), (.76, .5 * w + .06 * w1), (.91, .5 * w1),
            (1, .34 * w1)]
    left = [p + along * s + across * v for s, v in side]
    right = [p + along * s - across * v for s, v in side]
    shade = [p + along * s - across * (v - .22 * w) for s, v in side]
    return [("bone", spline(left + right[::-1], True)), ("shade dark", joined(np.array(right), np.array(shade[::-1])))]
