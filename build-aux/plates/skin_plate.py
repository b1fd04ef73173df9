"""How the skin of front and back is drawn: lines, areas and soft shading, collected in groups.

The shading is laid in thin translucent steps, each cut to the body.
"""
import math

from shapely.geometry import Polygon

from fitting import ring
from loft import MIDLINE, cornered, sampled, turning
from skin_outline import NEAR

STYLE = """
    .skin { fill: #ecd8c8 }
    .line { fill: none; stroke: #b99a86; stroke-width: .6; stroke-linecap: round; stroke-linejoin: round }
    .contour { stroke-width: .9 }
    .soft { stroke-width: .4; stroke-opacity: .8 }
    .shade { fill: #70402a; fill-opacity: .0197 }
    .deep { fill-opacity: .34 }
    .light.sheen { fill: #fff; fill-opacity: .032 }
    .light.glint { fill: #fff; fill-opacity: .9 }
    .hair { fill: #9e8676 }
    .strand { fill: none; stroke: #6d5748; stroke-opacity: .45; stroke-width: .5; stroke-linecap: round }
    .nail { fill: #f6e9df; stroke: #c9a995; stroke-width: .35 }
    .lip { fill: #d3968a; fill-opacity: .62 }
    .areola { fill-opacity: .34 }
    .eye { fill: #fbf6f0; stroke: #9c7c68; stroke-width: .35 }
    .iris { fill: #6f5444 }
    .pupil { fill: #3a2a22 }
    .brow { fill: #7d6454; fill-opacity: .85 }
"""


def _area(pts):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(pts, pts[1:] + pts[:1])) / 2


class Plate:
    """Collects the elements of one view.  Shading is laid in LEVELS translucent steps, one path for each in a group."""
    LEVELS = 7

    def __init__(self, flip):
        self.flip, self.rows = flip, []

    def _pt(self, p):
        return (2 * MIDLINE - p[0], *p[1:]) if self.flip else tuple(p)

    def group(self, name):
        self.flush()
        self.rows.append(f'  <g id="{name}" class="figure">')
        self.dark, self.bright = [[] for _ in range(self.LEVELS)], [[] for _ in range(self.LEVELS)]
        self.over = []
        self.open = True

    def flush(self):
        if not getattr(self, "open", False):
            return
        for cls, levels in (("shade", self.dark), ("light sheen", self.bright)):
            for d in levels:
                if d:
                    self.rows.append(f'    <path class="{cls}" d="{"".join(d)}"/>')
        self.rows += self.over
        self.rows.append("  </g>")
        self.open = False

    def line(self, cls, *curves):
        """One element of several open curves."""
        d = "".join(turning([self._pt(p) for p in c]) for c in curves)
        self.over.append(f'    <path class="{cls}" d="{d}"/>')

    def shape(self, cls, *shapes):
        """One element of several closed curves."""
        d = "".join(turning([self._pt(p) for p in c], True) for c in shapes)
        self.over.append(f'    <path class="{cls}" d="{d}"/>')

    def polygon(self, cls, poly):
        self.over.append(f'    <path class="{cls}" d="{self._ring(poly)}"/>')

    def _ring(self, poly, tolerance=.04):
        return cornered([self._pt(p) for p in poly.simplify(tolerance).exterior.coords[:-1]])

    def base(self, cls, *shapes):
        """A closed curve or a polygon beneath the shading of its group."""
        d = "".join(self._ring(c) if isinstance(c, Polygon) else turning([self._pt(q) for q in c], True) for c in shapes)
        self.rows.append(f'    <path class="{cls}" d="{d}"/>')

    def _tone(self, levels, k, pts):
        """A closed smooth shape at one level, clipped to the half body."""
        if _area(pts) < 0:
            pts = pts[::-1]
        poly = Polygon(sampled(pts, True, 1.2)).buffer(0)
        if poly.is_empty:
            return
        whole = NEAR.contains(poly)
        cut = poly if whole else poly.intersection(NEAR)
        for g in getattr(cut, "geoms", [cut]):
            if g.geom_type == "Polygon" and g.area > .3:
                edge = g.exterior.coords[:-1] if g.exterior.is_ccw else g.exterior.coords[:0:-1]
                levels[k].append(ring([self._pt(p) for p in edge], .22 if not whole else .45 if g.area > 250 else .3 if g.area > 40 else .15))

    def _finer(self, steps):
        """A shadow's strength is given in fifths; it is laid in more and thinner steps."""
        return max(2, round(steps * self.LEVELS / 5))

    def _ribbon(self, levels, spine, widths, steps):
        """A soft streak along a curve: half its width at each point, thinning out at its ends."""
        mid = sampled(spine, step=1.5)
        run = [0.0]
        for a, b in zip(mid, mid[1:]):
            run.append(run[-1] + math.dist(a, b))
        knots = [0.0]
        for a, b in zip(spine, spine[1:]):
            knots.append(knots[-1] + math.dist(a, b))
        n = max(4, min(14, int(run[-1] / 9) + 3))
        where = [run[-1] * k / (n - 1) for k in range(n)]

        def at(s):
            i = max(j for j in range(len(run) - 1) if run[j] <= s + 1e-9)
            t = (s - run[i]) / max(run[i + 1] - run[i], 1e-9)
            a, b = mid[i], mid[i + 1]
            return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t), (b[0] - a[0], b[1] - a[1])

        def width(s):
            u = s / run[-1] * knots[-1]
            for j in range(len(knots) - 1):
                if u <= knots[j + 1] + 1e-9:
                    t = (u - knots[j]) / (knots[j + 1] - knots[j])
                    return widths[j] + (widths[j + 1] - widths[j]) * t
            return widths[-1]

        for k in range(steps):
            f = 1 - k / steps
            trim = .5 * (1 - f) * run[-1] * .5
            one, two = [], []
            for s in where:
                s = trim + (run[-1] - 2 * trim) * s / run[-1]
                (x, y), (dx, dy) = at(min(s, run[-1] - 1e-6))
                h = math.hypot(dx, dy) or 1
                u = (s - trim) / (run[-1] - 2 * trim)
                w = max(width(s) * f * min(1, 2.2 * min(u, 1 - u) + .06) ** .7, .15)
                one.append((x + dy / h * w, y - dx / h * w))
                two.append((x - dy / h * w, y + dx / h * w))
            self._tone(levels, k, one + two[::-1])

    def shade(self, spine, widths, steps=5):
        self._ribbon(self.dark, spine, widths, self._finer(steps))

    def light(self, spine, widths, steps=5):
        self._ribbon(self.bright, spine, widths, steps)

    def _blob(self, levels, x, y, rx, ry, turn, steps):
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        for k in range(steps):
            f = 1 - k / steps
            pts = []
            for a in range(0, 360, 45):
                u, v = rx * f * math.cos(math.radians(a)), ry * f * math.sin(math.radians(a))
                pts.append((x + u * c - v * s, y + u * s + v * c))
            self._tone(levels, k, pts)

    def dim(self, x, y, rx, ry, turn=0, steps=5):
        self._blob(self.dark, x, y, rx, ry, turn, self._finer(steps))

    def glow(self, x, y, rx, ry, turn=0, steps=5):
        self._blob(self.bright, x, y, rx, ry, turn, steps)

    def round_off(self, edge, other, depths, fade=(.12, .12)):
        """Darkens a limb towards one edge: depths are shares of the way to the other edge."""
        n, top = len(edge), max(depths)
        many = self.LEVELS if len(depths) > 3 else self._finer(len(depths))
        share = [top * (1 - k / many) ** 1.5 for k in range(many)]
        for k, f in enumerate(share):
            inner = []
            for i, (a, b) in enumerate(zip(edge, other)):
                t = i / (n - 1)
                w = min(1, t / fade[0] if fade[0] else 1, (1 - t) / fade[1] if fade[1] else 1)
                w = f * math.sin(max(w, 0) * math.pi / 2)
                inner.append((a[0] + (b[0] - a[0]) * w, a[1] + (b[1] - a[1]) * w))
            self._tone(self.dark, k, list(edge) + inner[::-1])
