#!/usr/bin/python3
"""Draws data/svg/front-skin.svg and data/svg/back-skin.svg.

Every curve is given by a few hand-placed points on the right half of a standing adult, in millimetres, the
midline at x = 360, the right side of the body at x < 360 (the front view).  The back view is the same
silhouette mirrored; its details are placed in the same right-side coordinates and mirrored as well.

A point of three members, (x, y, 1), is a corner: the curve may turn there.
"""
import math
import os

from shapely.geometry import Polygon

import loft
from fitting import ring

MID = 360.0


# ---------------------------------------------------------------- curves

def _beziers(pts, closed=False):
    """Cubic Bézier pieces of a centripetal Catmull-Rom curve through the points; corners break the tangent."""
    p = [(float(a[0]), float(a[1])) for a in pts]
    corner = [len(a) > 2 and a[2] == 1 for a in pts]
    n = len(p)
    count = n if closed else n - 1

    def at(i):
        return p[i % n]

    def gap(i, j):
        return max(math.dist(at(i), at(j)) ** 0.5, 1e-6)

    def meets(end, other):
        """An open curve that ends on the midline goes on smoothly into its mirror image."""
        return end[0] == MID and abs(other[0] - MID) > 2

    out = []
    for i in range(count):
        a, b = at(i), at(i + 1)
        d1 = gap(i, i + 1)
        has0 = (closed or i > 0 or meets(a, b)) and not corner[i % n]
        has3 = (closed or i + 2 < n or meets(b, a)) and not corner[(i + 1) % n]
        if has0:
            o = at(i - 1) if closed or i > 0 else (720 - b[0], b[1])
            d0 = max(math.dist(o, a) ** 0.5, 1e-6)
            k = 3 * d0 * (d0 + d1)
            w = 2 * d0 * d0 + 3 * d0 * d1 + d1 * d1
            c1 = tuple((d0 * d0 * b[m] - d1 * d1 * o[m] + w * a[m]) / k for m in (0, 1))
        else:
            c1 = tuple(a[m] + (b[m] - a[m]) / 3 for m in (0, 1))
        if has3:
            q = at(i + 2) if closed or i + 2 < n else (720 - a[0], a[1])
            d2 = max(math.dist(b, q) ** 0.5, 1e-6)
            k = 3 * d2 * (d2 + d1)
            w = 2 * d2 * d2 + 3 * d2 * d1 + d1 * d1
            c2 = tuple((d2 * d2 * a[m] - d1 * d1 * q[m] + w * b[m]) / k for m in (0, 1))
        else:
            c2 = tuple(b[m] + (a[m] - b[m]) / 3 for m in (0, 1))
        out.append((a, c1, c2, b))
    return out


def _num(v):
    s = f"{v:.1f}"
    return s[:-2] if s.endswith(".0") else s


def spline(pts, closed=False):
    """SVG path data of the smooth curve through the points, relative from the first on."""
    pieces = _beziers(pts, closed)
    r = lambda c: (round(c[0], 1), round(c[1], 1))
    here = r(pieces[0][0])
    d = ["M%s %sc" % tuple(map(_num, here))]
    for _, c1, c2, b in pieces:
        part = [v - o for c in (c1, c2, b) for v, o in zip(r(c), here)]
        d.append(_packed(part))
        here = r(b)
    return d[0] + d[1] + "".join(q if q[0] == "-" else " " + q for q in d[2:]) + ("Z" if closed else "")


def _packed(values):
    """Numbers as path data, with a separator only where one is needed."""
    out = ""
    for v in values:
        t = _num(v)
        t = "0" if t in ("-0", "-0.0") else t
        t = t[1:] if t.startswith("0.") else "-" + t[2:] if t.startswith("-0.") else t
        out += t if not out or t[0] == "-" else " " + t
    return out


def sampled(pts, closed=False, step=2.0):
    """The same curve as a list of points at most `step` apart."""
    out = []
    for a, c1, c2, b in _beziers(pts, closed):
        n = max(1, math.ceil((math.dist(a, c1) + math.dist(c1, c2) + math.dist(c2, b)) / step))
        for k in range(n):
            t = k / n
            u = 1 - t
            out.append(tuple(u ** 3 * a[m] + 3 * u * u * t * c1[m] + 3 * u * t * t * c2[m] + t ** 3 * b[m] for m in (0, 1)))
    if not closed:
        out.append((float(pts[-1][0]), float(pts[-1][1])))
    return out


# ---------------------------------------------------------------- digits

def digit(axis, widths, tip):
    """A finger or toe: points down one side, round the tip and up the other.

    axis: joints from base to the centre of the tip's rounding; widths: full width at each; tip: length beyond.
    """
    left, right = [], []
    for i, (x, y) in enumerate(axis):
        x0, y0 = axis[max(i - 1, 0)]
        x1, y1 = axis[min(i + 1, len(axis) - 1)]
        n = math.hypot(x1 - x0, y1 - y0)
        dx, dy = (x1 - x0) / n, (y1 - y0) / n
        h = widths[i] / 2
        left.append((x + dy * h, y - dx * h))
        right.append((x - dy * h, y + dx * h))
    (x, y), h = axis[-1], widths[-1] / 2
    ends = [(x + dx * tip * u + dy * h * v, y + dy * tip * u - dx * h * v)
            for u, v in ((0.62, 0.80), (0.96, 0.34), (0.96, -0.34), (0.62, -0.80))]
    return left, ends, right[::-1]


# Joints of the right hand as it hangs beside the thigh: base, middle and end joint, centre of the tip.
FINGERS = {
    "index": ([(74.5, 952), (68.5, 963), (61.5, 978), (56.5, 991.5), (54, 1001)], [19, 17.8, 17.4, 15.4, 13.2], 8.0),
    "middle": ([(94, 953), (92, 964), (88.8, 980), (86, 1000), (84.6, 1009.5)], [19, 18.2, 17.8, 15.8, 13.6], 8.0),
    "ring": ([(113.6, 951), (113.4, 962), (112.8, 976.5), (112, 992.5), (111.6, 1000)], [18.4, 17.4, 16.8, 14.8, 12.8], 7.8),
    "little": ([(132.2, 944), (133.6, 953), (135.6, 964), (138.2, 979), (139.4, 986.5)], [16.8, 15.4, 14.8, 13.2, 11.4], 7.0),
}
THUMB = ([(57, 908), (51, 918), (45.6, 931), (40.6, 943.6)], [22, 17.4, 17.6, 15.4], 10.5)
# The three webs between the fingers.
WEBS = [(80.8, 960.4), (103, 960.8), (124.4, 953.6)]


def hand_points():
    """The right hand from the thumb side of the wrist round to the little-finger side."""
    pts = [(80.8, 846), (75.4, 858), (68.4, 869), (59.5, 880), (50.5, 890.5), (44.2, 901), (41.2, 911), (39.4, 921),
           (36.2, 931), (32.2, 940.5), (30.6, 947.5), (33.2, 953), (38.6, 954.6), (44, 951.5), (48.4, 944), (51.8, 935),
           (54.6, 927.5), (57.6, 921.5), (61.6, 920), (64.6, 925), (65.8, 934), (65.9, 943)]
    order = ["index", "middle", "ring", "little"]
    for i, name in enumerate(order):
        right, tip, left = digit(*FINGERS[name])
        # digit() runs down the side whose normal points to larger x; the outline comes from the thumb side.
        down, up = left[::-1], right[::-1]
        pts += down[1:] if i else down[1:]
        pts += tip[::-1]
        pts += up[:-1]
        if i < 3:
            pts.append(WEBS[i])
    pts += [(142.6, 941), (144.2, 928), (143.4, 912), (140.8, 896), (137, 880), (133.8, 866)]
    return pts


# The line of the jaw, from below the ear to the chin.
JAW = [(296, 186), (299.4, 196), (302.8, 207.5), (308, 220), (317, 233.5), (329, 245), (343, 252), (361, 254.6)]


# ---------------------------------------------------------------- the silhouette

HEAD = [(360, 17.6), (346, 18.4), (331, 22.2), (317, 28.4), (304, 37.4), (293, 50), (284.5, 65), (279, 82), (276.6, 100),
        (277.2, 118), (278.8, 133.5, 1)]
EAR = [(278.8, 133.5, 1), (275.4, 134.8), (272.9, 139.5), (272.6, 148), (274.6, 159), (277.2, 170), (279.4, 181), (282.6, 189),
       (288, 192.4), (293.2, 190.6), (297, 187.4, 1)]
NECK = [(297, 187.4, 1), (299.2, 197), (302.6, 207), (304.6, 217), (306.6, 228), (309.2, 240), (311, 252), (309.6, 265), (304.4, 277), (293.6, 288.6),
        (277, 298.2), (254, 305.4), (228, 310.4), (204, 315.2), (182, 321.8)]
ARM_OUT = [(165.5, 329), (151.5, 341.5), (142.6, 356.5), (136.4, 373), (132.8, 390), (131.6, 406), (133, 422), (135.8, 439),
           (137.4, 457), (137.2, 475), (135.4, 494), (131.8, 514), (128.4, 534), (125.6, 553), (121.6, 571), (115.6, 588), (108.4, 604),
           (101.4, 621), (96, 640), (92.6, 662), (90.6, 688), (89.8, 716), (90, 744), (91.2, 772), (91, 793), (88.8, 812),
           (85.2, 830)]
ARM_IN = [(132.6, 852), (134.8, 836), (139.2, 818), (145.4, 799), (152.6, 780), (159.8, 761), (166.8, 741), (173.2, 721), (178.6, 702),
          (182.6, 683), (184.8, 664), (185.4, 645), (184.8, 625), (184.6, 608), (186.6, 591), (189.8, 572), (193.6, 552),
          (197.6, 532), (201.6, 512), (205.4, 492), (208.2, 478), (210.2, 470.5, 1)]
TRUNK = [(210.2, 470.5, 1), (212.2, 480), (213.4, 497), (215.4, 516), (217.8, 538), (220.2, 560), (222.2, 582), (224.4, 604), (227.4, 625), (231.4, 644),
         (235.2, 662), (236.4, 678), (233.6, 694), (227.6, 711), (220.4, 729), (212.8, 748), (206, 768), (200.8, 789),
         (197.8, 812), (196.8, 838), (197.4, 866), (198, 900), (197.4, 940), (196.8, 985), (197, 1030), (197.8, 1070),
         (200, 1105), (204, 1140), (209.8, 1172), (217, 1203), (224.6, 1230), (231.4, 1254), (234.8, 1274), (235.4, 1296),
         (236.2, 1318), (236.8, 1338), (235.6, 1358), (233.2, 1382), (231.8, 1410), (232.6, 1440), (235.6, 1472), (240, 1505),
         (245, 1540), (249.6, 1574), (253, 1606), (254.6, 1632), (254.6, 1648)]
FOOT = [(253.4, 1661), (249.6, 1671.5), (242.6, 1680), (232.6, 1689.5), (221.4, 1699.5), (209.6, 1709.6), (199.8, 1717.4), (192.6, 1722.4),
        (188, 1727), (187, 1732), (189.6, 1736.4), (195, 1738), (199.4, 1737, 1), (203.6, 1739.2), (208, 1737.6, 1), (213, 1740),
        (218.2, 1738, 1), (224, 1740.6), (230.6, 1738.4, 1), (238, 1741), (247, 1740.4), (256, 1739.6), (265, 1739.4), (274, 1737.4),
        (284, 1736), (294, 1737.4), (304, 1737.4), (312, 1734), (316.8, 1727), (318.2, 1716), (318, 1704), (319.8, 1694), (322.8, 1683.5),
        (322.8, 1672), (319.8, 1659)]
LEG_IN = [(316.8, 1644), (315.2, 1626), (314.6, 1604), (314.6, 1582), (316.2, 1558), (320.4, 1533), (326.4, 1508), (333, 1484), (338, 1461),
          (340, 1438), (340, 1415), (338, 1392), (334.2, 1370), (330.8, 1350), (331.2, 1330), (334.6, 1308), (338.8, 1285), (341.8, 1260), (343.8, 1230),
          (345.4, 1195), (347.2, 1155), (349, 1110), (349.8, 1065), (349.6, 1020), (348.8, 978), (348.6, 948), (350.6, 928), (354.2, 913.5), (360, 907)]


def outline_open():
    """The visible edge of the right half, from the crown round to the fork of the legs."""
    return HEAD[:-1] + EAR[:-1] + NECK + ARM_OUT + hand_points() + ARM_IN[:-1] + TRUNK + FOOT + LEG_IN


def outline_polygon(step=2.0):
    """The closed half silhouette as sampled points (the midline is its straight side)."""
    return sampled(outline_open(), step=step)


BODY = Polygon(outline_polygon(1.0)).buffer(0)
# Shading ends beneath the contour line; over the midline it goes on into its mirror image.
NEAR = BODY.union(Polygon([(359.9, 20), (362, 20), (362, 906), (359.9, 906)])).buffer(-.22).intersection(Polygon([(0, 0), (360, 0), (360, 1780), (0, 1780)]))


# ---------------------------------------------------------------- a drawing in groups

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
        return (720 - p[0], *p[1:]) if self.flip else tuple(p)

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
        d = "".join(spline([self._pt(p) for p in c]) for c in curves)
        self.over.append(f'    <path class="{cls}" d="{d}"/>')

    def shape(self, cls, *shapes):
        """One element of several closed curves."""
        d = "".join(spline([self._pt(p) for p in c], True) for c in shapes)
        self.over.append(f'    <path class="{cls}" d="{d}"/>')

    def polygon(self, cls, poly):
        self.over.append(f'    <path class="{cls}" d="{self._ring(poly)}"/>')

    def _ring(self, poly, tolerance=.04):
        pts = [tuple(round(v, 1) for v in self._pt(p)) for p in poly.simplify(tolerance).exterior.coords[:-1]]
        steps = [_packed((b[0] - a[0], b[1] - a[1])) for a, b in zip(pts, pts[1:])]
        return "M%s %sl" % tuple(map(_num, pts[0])) + steps[0] + "".join(q if q[0] == "-" else " " + q for q in steps[1:]) + "Z"

    def base(self, cls, *shapes):
        """A closed curve or a polygon beneath the shading of its group."""
        d = "".join(self._ring(c) if isinstance(c, Polygon) else spline([self._pt(q) for q in c], True) for c in shapes)
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


def levels_of(curve, ys):
    """The points of a curve at given heights (the curve runs up or down only)."""
    pts = sorted(((y, x) for x, y in sampled(curve, step=1.5)))
    out = []
    for y in ys:
        for (y0, x0), (y1, x1) in zip(pts, pts[1:]):
            if y0 <= y <= y1:
                out.append((x0 + (x1 - x0) * (y - y0) / max(y1 - y0, 1e-9), y))
                break
        else:
            out.append((pts[0][1] if y < pts[0][0] else pts[-1][1], y))
    return out


def steps(a, b, n):
    return [a + (b - a) * k / (n - 1) for k in range(n)]


# ---------------------------------------------------------------- what both views share

def volume(p):
    """The roundness of trunk and limbs: darker towards the edges on either side."""
    p.group("volume")
    soft = (.05, .10, .16, .30)
    ys = steps(335, 858, 30)
    outer = levels_of(ARM_OUT + [(80.8, 846), (76, 857)], ys)
    inner = levels_of(ARM_IN[:-1][::-1] + [(132.6, 852)][::-1], [max(y, 472) for y in ys])
    inner = [(x + (472 - y) * .42, y) if y < 472 else (x, y) for (x, _), y in zip(inner, ys)]
    p.round_off(outer, inner, soft, (.26, .08))
    ys = steps(476, 862, 26)
    outer = levels_of(ARM_OUT + [(80.8, 846), (76, 857)], ys)
    inner = levels_of(ARM_IN[:-1], ys)
    p.round_off(inner, outer, soft, (.2, .08))
    ys = steps(474, 820, 22)
    p.round_off(levels_of(TRUNK, ys), [(360, y) for y in ys], (.05, .10, .16, .26), (.26, .34))
    ys = steps(740, 1662, 44)
    side = levels_of(TRUNK + FOOT[:2], ys)
    inside = levels_of(LEG_IN[:-2], [max(y, 926) for y in ys])
    p.round_off(side, inside, soft, (.16, .05))
    ys = steps(914, 1668, 38)
    p.round_off(levels_of(LEG_IN[:-1] + FOOT[-2:], ys), levels_of(TRUNK + FOOT[:2], ys), soft, (.2, .05))
    ys = steps(206, 292, 12)
    p.round_off(levels_of(NECK[1:-4], ys), [(360, y) for y in ys], (.05, .10, .2, .42), (.2, .4))


def finger_volume(p):
    edges = []
    for axis, widths, tip in FINGERS.values():
        left, end, right = digit(axis, widths, tip)
        edges.append((left[1:] + end[:2], right[::-1][1:] + end[::-1][:2]))
    edges.append(([(44.2, 901), (41.2, 911), (39.4, 921), (36.2, 931), (32.2, 940.5), (30.6, 947.5)],
                  [(61.6, 920), (57.6, 921.5), (54.6, 927.5), (51.8, 935), (48.4, 944), (44, 951.5)]))
    for one, two in edges:
        edge_a, edge_b = sampled(one, step=4), sampled(two, step=4)
        n = min(len(edge_a), len(edge_b))
        pick = lambda e: [e[round(k * (len(e) - 1) / (n - 1))] for k in range(n)]
        a, b = pick(edge_a), pick(edge_b)
        p.round_off(a, b, (.08, .16, .26), (.3, .02))
        p.round_off(b, a, (.08, .16, .26), (.3, .02))


def across(axis, widths, s, reach=.42, sag=1.0):
    """A short curve across a digit at share s of the way along its axis; sag bends it towards the tip."""
    lengths = [math.dist(a, b) for a, b in zip(axis, axis[1:])]
    want, i = s * sum(lengths), 0
    while i < len(lengths) - 1 and want > lengths[i]:
        want -= lengths[i]
        i += 1
    t = want / lengths[i]
    a, b = axis[i], axis[i + 1]
    x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
    dx, dy = (b[0] - a[0]) / lengths[i], (b[1] - a[1]) / lengths[i]
    w = (widths[i] + (widths[i + 1] - widths[i]) * t) * reach
    return [(x + dy * w * v + dx * sag * (1 - v * v), y - dx * w * v + dy * sag * (1 - v * v)) for v in (1, .5, 0, -.5, -1)]


def nail_on(axis, width, tip, start=-3.5, share=.60, end=.74):
    """A nail at the end of a digit seen from its back."""
    (x0, y0), (x1, y1) = axis[-2], axis[-1]
    n = math.dist(axis[-2], axis[-1])
    dx, dy, h = (x1 - x0) / n, (y1 - y0) / n, width * share / 2
    at = lambda u, v: (x1 + dx * u + dy * v, y1 + dy * u - dx * v)
    e = tip * end
    return [at(start, -h * .55), at(start - .6, 0), at(start, h * .55), at(start + 2.2, h), at(e - 2.4, h), at(e - .5, h * .55), at(e, 0),
            at(e - .5, -h * .55), at(e - 2.4, -h), at(start + 2.2, -h)]


def ear_front(p):
    p.group("ear")
    p.shade([(291, 152), (288, 162), (289, 173), (292, 181)], [1, 4.2, 4.4, 1])
    p.shade([(282, 139), (278, 147), (280, 160), (283, 172)], [1, 2.2, 2.4, 1], 3)
    p.line("line", [(289.6, 142.6), (283.6, 138.4), (278.4, 140.6), (276.8, 148), (278.8, 159.6), (281.4, 170.6), (283.6, 180.4)],
           [(297, 158), (294.6, 163), (294.4, 167), (296, 169.6), (295, 173.4), (291.6, 175.6), (289, 173), (286.6, 166)])
    p.line("line soft", [(288.6, 145.6), (285, 152), (285, 160), (286.6, 166)], [(283, 144), (283.6, 149), (285, 152)],
           [(287, 176), (287.6, 181), (285.4, 186)], [(297, 187.4), (298.8, 180), (298.4, 172)])


# ---------------------------------------------------------------- front

EYE_TOP = [(316.6, 150.4, 1), (320, 147.8), (325, 145.6), (331, 144.7), (337, 145.6), (342, 148.2), (346, 152.4, 1)]
EYE_LOW = [(346, 152.4, 1), (342.6, 153.2), (337.4, 154.6), (331, 155.2), (324.6, 154.4), (320, 152.6), (316.6, 150.4, 1)]
HAIRLINE = [(360, 73.4), (349, 72.6), (337, 73.6), (325, 77), (315.4, 82.6), (309.6, 91), (307, 101), (306, 112), (304.8, 124), (302.4, 138), (300.6, 147.6),
            (298, 152.6, 1), (295.4, 147), (291, 139.8), (285, 135.2), (278.8, 133.5, 1)]


def front_face(p):
    p.group("face")
    p.base("skin", BODY.intersection(Polygon(sampled(JAW) + [(361, 0), (260, 0), (260, 190)]).buffer(0)))
    # Planes of the face: temples, the sides of the nose, below the brow and the lip, cheeks towards the jaw.
    p.shade([(309, 100), (308, 124), (305, 150), (304, 176), (307, 200), (317, 226), (333, 243)], [5, 7, 8, 11, 13, 11, 5])
    p.shade([(349, 136), (352.6, 146), (353, 160), (351, 174), (347.6, 183)], [3, 3.4, 3, 3, 2])
    p.shade([(347, 141), (338, 138.6), (327, 138.8), (316, 143)], [2, 3.4, 3.2, 1.6], 4)
    p.shade([(344, 158.6), (335, 161), (325, 159.6), (317, 156)], [1, 1.8, 1.8, 1], 3)
    p.shade([(345, 191), (337, 198), (332.4, 208)], [1.2, 2.4, 1.8], 3)
    p.shade([(364, 224.4), (354, 223.8), (345, 220)], [3.4, 3, 1.4], 4)
    p.shade([(364, 196.6), (353, 196.2), (345.4, 193.4)], [2, 2, 1.2], 4)
    p.shade([(322, 178), (314, 190), (314, 206)], [2, 6, 3], 3)
    p.glow(360, 104, 38, 16, 0, 3)
    p.light([(360, 138), (360, 160), (360, 182)], [2.6, 3, 3])
    p.glow(360, 184, 6, 5, 0)
    p.glow(326, 172, 9, 7, -25)
    p.glow(360, 237, 12, 8, 0)
    p.shade([(364, 257), (344, 255.6), (327, 247.4), (314, 233), (307, 219)], [6, 6, 5, 3.6, 1])
    # Eye.
    lids = EYE_TOP[:-1] + EYE_LOW[:-1]
    p.shape("eye", lids)
    opening = Polygon(sampled(lids, True, .5)).buffer(0)
    circle = lambda x, y, r: Polygon([(x + r * math.cos(a * math.pi / 24), y + r * math.sin(a * math.pi / 24)) for a in range(48)])
    p.polygon("iris", circle(331.2, 149.4, 5.7).intersection(opening))
    p.polygon("iris pupil", circle(331.2, 149.4, 2.4))
    p.polygon("light glint", circle(333.1, 147.4, .9))
    p.shape("brow lash", [(314.8, 149.4, 1), (320, 146.5), (325, 144.5), (331, 143.7), (337, 144.7), (342.2, 147.5), (346, 152.4, 1), (342, 148.8), (337, 146.3),
                          (331, 145.5), (325, 146.4), (320, 148.5), (316.6, 150.4, 1)])
    p.line("line", [(317.2, 146), (323.6, 142.4), (331, 141), (338, 142), (343.4, 145.4)])
    p.line("line soft", [(344.4, 156), (338, 158.2), (330, 158.6), (323, 157)], [(346, 152.4), (348.4, 153.6)])
    p.shape("brow", [(349.4, 135.8), (346.6, 132.6), (338, 130.8), (328.6, 129), (319, 129.2), (312, 132.2), (306.8, 137.6, 1), (313.4, 134.4), (320.6, 132.4), (329.4, 132.4),
                     (338.4, 134.4), (346, 136.6)])
    # Nose.
    p.line("line", [(345.6, 181.6), (342.4, 185.4), (342, 190), (344.6, 193), (347.6, 192.6)], [(360, 196.2), (356.4, 195.8), (353.8, 194)])
    p.shape("shade deep", [(347.4, 192.4), (350.2, 191), (353.4, 191.8), (354.4, 193.6), (351.4, 194), (348.8, 193.8)])
    p.line("line soft", [(354.6, 186), (351.6, 188.4), (350.4, 190.6)])
    p.group("mouth")
    p.base("lip", [(337, 211.2, 1), (344, 207.6), (351, 204.8), (356.6, 203.6), (360.1, 204.7, 1), (360.1, 211.4, 1), (356, 210.6), (350, 211.2), (344, 211.4)])
    p.base("lip lower", [(337, 211.2, 1), (344, 211.6), (350, 211.4), (356, 210.8), (360.1, 211.6, 1), (360.1, 219.4, 1), (353, 218.9), (346.4, 216.5), (341, 213.4)])
    p.light([(364, 215.4), (354, 215), (347, 213.6)], [1.8, 1.7, .6])
    p.shade([(364, 208.6), (354, 208.4), (345, 209.4)], [1.8, 1.8, .8], 4)
    p.line("line", [(335.4, 210), (338.4, 211.3), (344, 211.5), (350, 211.3), (356, 210.7), (360, 211.5)])
    p.line("line soft", [(356.8, 197.8), (356.2, 203.2)], [(360, 226.2), (352, 225.2), (346.4, 222.6)])
    p.line("line", [(299.4, 196), (302.8, 207.5), (308, 220), (317, 233.5), (329, 245), (343, 252), (360, 254.6)])


def _along(curve, t):
    """The point at share t of the length of a list of points."""
    lengths = [math.dist(a, b) for a, b in zip(curve, curve[1:])]
    want = t * sum(lengths)
    for a, b, n in zip(curve, curve[1:], lengths):
        if want <= n:
            return (a[0] + (b[0] - a[0]) * want / n, a[1] + (b[1] - a[1]) * want / n)
        want -= n
    return curve[-1]


def strands(starts, ends, count, bend, seed=5):
    """Hairs from one curve to another, each a part of the way, spread evenly."""
    out = []
    for k in range(count):
        t = (k + .5) / count
        a, b = _along(starts, t), _along(ends, t)
        seed = (seed * 1103515245 + 12345) % 2 ** 31
        u0 = .06 + .5 * ((seed >> 8) % 100) / 100
        u1 = min(.965, u0 + .34 + .2 * ((seed >> 16) % 100) / 100)
        nx, ny = -(b[1] - a[1]), b[0] - a[0]
        pts = []
        for j in range(4):
            u = u0 + (u1 - u0) * j / 3
            w = bend * 4 * u * (1 - u)
            pts.append((a[0] + (b[0] - a[0]) * u + nx * w, a[1] + (b[1] - a[1]) * u + ny * w))
        out.append(pts)
    return out


def cap_of_hair(edge):
    """The hair between the head's outline and its lower edge; it reaches a little over the midline, so that no seam shows."""
    top, foot = HEAD[0][1], edge[0][1]
    return [(360.6, top, 1), (360, top, 1), *HEAD[1:-1], (278.8, 133.5, 1), *edge[::-1][1:-1], (360, foot, 1), (360.6, foot, 1)]


def front_hair(p):
    p.group("hair")
    p.base("hair", cap_of_hair(HAIRLINE))
    p.light([(352, 36), (330, 40), (311, 51), (297, 70)], [3, 7, 7, 3])
    p.shade([(356, 70), (336, 70), (318, 76), (307, 88), (303, 106), (300, 126), (298, 146)], [2, 5, 5, 5, 5, 4, 2])
    outer, inner = sampled(HEAD[:9], step=3), sampled(HAIRLINE[:12], step=3)
    p.line("strand", *strands(outer, inner, 46, .07), *strands(outer, inner, 37, .07, 77))


def front_neck_torso(p):
    p.group("neck")
    p.shade([(310, 232), (316, 262), (328, 296), (341, 330)], [2, 5, 6, 3])
    p.shade([(347, 272), (348, 296), (350, 326)], [3, 5, 3], 4)
    p.dim(364, 352, 13, 9)
    p.dim(312, 322, 17, 9, 30)
    p.light([(318, 250), (327, 280), (340, 318)], [2, 4, 2])
    p.line("line soft", [(313, 240), (321, 268), (332, 300), (343, 332), (347.4, 345)], [(331, 318), (330, 330), (327, 339)], [(360, 353.6), (354, 351.6), (349, 346.4)])
    p.group("torso")
    # Collarbone.
    p.light([(344, 350), (322, 341), (296, 333.6), (266, 326), (236, 320)], [3.4, 3.6, 3.4, 3.2, 2])
    p.shade([(342, 362), (318, 354), (290, 347), (262, 340), (238, 336)], [3, 5, 6, 6, 3])
    p.line("line soft", [(349, 346.4), (338, 343.4), (320, 336.4), (296, 329.6), (268, 322.6), (244, 317.4)], [(345, 358.4), (330, 352.8), (308, 345.6)])
    # Shoulder, the fold of the armpit, chest.
    p.shade([(240, 338), (230, 362), (219, 394), (206, 428), (196, 452)], [3, 5, 6, 6, 3])
    p.shade([(160, 446), (168, 424), (176, 400), (180, 376)], [3, 4, 3, 2], 4)
    p.glow(172, 372, 24, 40, 14)
    p.light([(300, 372), (268, 380), (242, 396)], [8, 13, 8])
    p.glow(268, 428, 34, 28, 0)
    p.shade([(222, 456), (240, 478), (264, 489), (290, 489), (316, 480), (338, 470)], [5, 7, 7, 6, 5, 3])
    p.shade([(364, 364), (358, 400), (357, 450), (358, 492)], [6, 5, 5, 4])
    p.line("line", [(209.6, 470), (211.6, 456), (217, 442), (225.4, 431.6)])
    p.line("line soft", [(226, 462), (242, 478), (264, 486.4), (288, 485.4), (306, 479)], [(360, 372), (360, 478)])
    p.shape("lip areola", [(262, 428.6), (270.4, 432), (273.4, 440), (270.4, 448), (262, 451), (253.6, 448), (250.4, 440), (253.6, 432)])
    p.shape("lip areola", [(262, 437), (264.4, 438), (265.2, 440.2), (264.2, 442.4), (262, 443.2), (259.8, 442.4), (258.8, 440.2), (259.6, 438)])
    p.line("line soft", [(258.6, 441.4), (260.2, 443.4), (262.8, 443.8), (265, 442.2)])
    # Rib margin, the straight muscle of the belly, the navel, the groin.
    p.shade([(354, 506), (341, 536), (322, 566), (300, 594), (276, 616), (250, 632)], [3, 8, 10, 10, 8, 3], 5)
    p.light([(336, 512), (322, 540), (300, 572), (272, 598)], [3, 6, 7, 4])
    p.line("line soft", [(354, 502), (346, 520), (333, 545), (317, 570)], [(360, 520), (360, 672)])
    p.shade([(303, 612), (299, 650), (299, 690), (304, 730), (314, 770), (326, 806)], [3, 7, 8, 8, 6, 3])
    p.shade([(364, 520), (358.6, 580), (358.4, 630), (359, 668)], [4, 4, 4, 3])
    for y in (566, 610, 652):
        p.shade([(350, y), (334, y + 1), (318, y - 3)], [1, 2.6, 1], 3)
    p.light([(330, 590), (330, 640), (332, 700), (340, 760)], [6, 12, 14, 8])
    p.dim(240, 690, 10, 34, -12, 4)
    p.shade([(364, 722), (352, 718), (342, 704)], [6, 5, 2], 3)
    p.shape("shade deep", [(360, 682.4, 1), (357.4, 684), (356, 688.6), (357, 693.6), (360, 696, 1)])
    p.line("line", [(360, 680.4), (355.4, 682.6), (353.4, 688.4), (355, 694.6), (360, 697.6)])
    p.line("line soft", [(360, 676.8), (354.6, 678.4), (351.4, 682)], [(360, 701), (355.4, 700)])
    p.glow(238, 762, 12, 16, 30)
    p.shade([(250, 786), (272, 808), (296, 830), (320, 850), (340, 874)], [2, 5, 6, 6, 3])
    p.shade([(330, 862), (342, 884), (350, 906)], [3, 5, 3], 4)
    p.glow(360, 838, 26, 22)
    p.line("line soft", [(243, 776), (258, 794), (278, 812), (300, 831), (318, 846.4), (328, 857)])
    p.line("line", [(326, 854.8), (336, 867.4), (344.6, 886), (351.2, 911)])


def front_arm(p):
    p.group("arm")
    p.shade([(201, 486), (193, 520), (184, 556), (176, 590)], [3, 5, 6, 3])
    p.shade([(152, 462), (150, 500), (144, 540), (136, 576), (131, 602)], [3, 6, 6, 5, 2])
    p.light([(178, 470), (172, 510), (163, 552), (156, 586)], [7, 12, 11, 5])
    p.dim(146, 622, 17, 10, -8)
    p.shade([(140, 636), (135, 668), (127, 704), (119, 744), (113, 786)], [3, 6, 7, 6, 3])
    p.light([(115, 624), (108, 660), (104, 700), (103, 744)], [4, 8, 8, 4])
    p.light([(166, 650), (158, 690), (147, 730), (137, 768)], [6, 9, 8, 4])
    p.line("line soft", [(190, 530), (184, 560), (177, 592)], [(135, 572), (131.4, 592), (133, 612), (139, 630)], [(170, 602), (162, 618), (150, 630)],
           [(124, 636), (137, 640.6), (152, 639), (167, 630)], [(131, 634), (144, 634.6), (156, 630)], [(139, 640), (133, 676), (124, 716), (117, 752)],
           [(116, 800), (114.4, 830), (113.4, 856)], [(107.6, 812), (106.4, 836), (105.6, 856)])


def front_hand(p):
    p.group("hand")
    finger_volume(p)
    p.dim(103, 911, 22, 28, 14, 3)
    p.shade([(109, 874), (107.4, 894), (100, 912), (88, 924), (74, 928)], [2, 3.6, 4, 3.6, 2])
    p.shade([(139, 880), (142, 905), (141, 930)], [2, 4, 2], 4)
    p.glow(84, 895, 17, 24, 38)
    p.glow(128, 902, 10, 27, -8)
    for x, y in ((78, 944), (95.4, 948), (113, 946), (130.6, 938)):
        p.glow(x, y, 7.4, 6.4, 0)
    for name, (axis, widths, tip) in FINGERS.items():
        p.glow(*axis[-1], 4.6, 5.6, 0)
    p.glow(39.4, 942, 6, 8, 25)
    p.line("line", [(66.2, 930), (77, 925.6), (88.4, 918.4), (98, 907), (104.4, 892), (107.4, 876)],
           [(66, 931.6), (78, 927.4), (92, 923.4), (106, 921.4), (119, 925)],
           [(143.6, 925), (133, 928), (121, 931.6), (109.6, 934.8), (100, 938), (94, 942), (90.8, 947)])
    creases, fine = [], []
    for name, (axis, widths, tip) in FINGERS.items():
        base = .26 if name != "little" else .22
        creases += [across(axis, widths, base, .46, .8), across(axis, widths, .545, .40, .9), across(axis, widths, .805, .36, .8)]
        fine += [across(axis, widths, base + .045, .38, .8), across(axis, widths, .58, .34, .8)]
    creases += [[(46.8, 923.4), (51.4, 925.4), (56, 924.2)], [(44.6, 921.8), (41, 921)]]
    creases = creases[:-1]
    p.line("line", *creases)
    p.line("line soft", *fine, [(45, 927.4), (49.8, 929), (53.8, 928.2)], [(49.6, 898.4), (56, 902.6), (61, 909.4)], [(53, 895.6), (59, 900), (63.6, 906.6)],
           [(82, 861), (94, 866.4), (108, 869.4), (122, 869.6), (133.6, 866)], [(84.6, 855.4), (96, 861), (109, 864), (122, 864), (132.4, 861)],
           [(101, 872), (97, 888), (88, 902)], [(112, 876), (113, 896), (109, 912)], [(139, 934), (142.6, 935.4)], [(137.6, 918), (142.4, 919.4)])


def front_leg(p):
    p.group("leg")
    p.shade([(262, 806), (282, 860), (298, 920), (308, 990), (314, 1060), (320, 1130)], [3, 8, 10, 10, 8, 3], 4)
    p.shade([(228, 800), (226, 870), (222, 950), (221, 1030), (226, 1110)], [3, 8, 9, 9, 3], 3)
    p.light([(252, 830), (258, 900), (260, 980), (262, 1060), (264, 1140), (266, 1200)], [6, 15, 18, 18, 14, 6])
    p.light([(330, 930), (332, 990), (332, 1060)], [4, 8, 5])
    p.shade([(262, 1130), (266, 1180), (270, 1222)], [2, 5, 3], 4)
    p.glow(316, 1212, 11, 26, 6)
    p.glow(243, 1190, 8, 30, -12)
    # Knee.
    p.shade([(252, 1252), (249, 1274), (252, 1298), (262, 1318)], [3, 6, 6, 3])
    p.shade([(305, 1256), (309, 1278), (305, 1300), (296, 1320)], [3, 6, 6, 3])
    p.shade([(266, 1312), (279, 1317), (293, 1312)], [3, 4, 3], 4)
    p.shade([(260, 1258), (278, 1253), (298, 1258)], [2, 3.4, 2], 4)
    p.glow(279, 1282, 17, 18)
    p.glow(282, 1338, 7, 14)
    p.line("line soft", [(260, 1268), (257.4, 1282), (261, 1297), (270, 1306)], [(297, 1266), (300.6, 1280), (298, 1295), (290, 1305.6)], [(266, 1260), (278, 1257), (291, 1259.4)],
           [(266, 1311), (278.6, 1315), (291.6, 1310.6)], [(304, 1226), (309, 1240), (308, 1254)], [(252, 1222), (251, 1240), (254.6, 1254)])
    # Shin and calf.
    p.shade([(290, 1352), (291, 1400), (290, 1460), (291, 1530), (295, 1600)], [2, 6, 7, 7, 3])
    p.shade([(322, 1352), (320, 1400), (316, 1450), (312, 1500)], [3, 7, 8, 3])
    p.light([(276, 1350), (272, 1410), (272, 1470), (276, 1540), (282, 1610)], [3, 8, 8, 7, 3])
    p.light([(304, 1380), (302, 1450), (302, 1530)], [3, 6, 3])
    p.glow(326, 1420, 7, 40)
    p.shade([(250, 1370), (248, 1430), (252, 1500)], [2, 5, 2], 4)
    p.line("line soft", [(284, 1362), (283.4, 1420), (283, 1480), (285, 1540), (289, 1592)], [(322, 1440), (317, 1478), (313.4, 1514), (312, 1546)], [(252, 1430), (254, 1480), (258, 1530)])


def front_foot(p):
    p.group("foot")
    # Ankle bones.
    p.glow(314, 1660, 6, 9)
    p.shade([(305, 1652), (304, 1664), (310, 1674), (318, 1674)], [2, 3.4, 3.4, 1.4], 4)
    p.glow(258, 1668, 5, 8)
    p.shade([(266, 1658), (266, 1672), (260, 1682), (251, 1684)], [2, 3.2, 3, 1.2], 4)
    p.shade([(306, 1690), (303, 1706), (298, 1722), (288, 1732)], [3, 6, 8, 4])
    p.shade([(290, 1664), (286, 1684), (276, 1700), (266, 1712)], [3, 4, 4, 2], 4)
    p.light([(280, 1650), (276, 1676), (262, 1698), (246, 1714)], [3, 7, 7, 4])
    p.shade([(196, 1735), (230, 1737), (262, 1736), (300, 1735)], [1.4, 2.6, 3, 2], 3)
    p.shade([(226, 1699), (212, 1711), (200, 1720)], [2, 3, 1.6], 3)
    p.glow(266, 1722, 8, 7)
    p.line("line soft", [(306, 1650), (304.4, 1662), (309, 1671.6), (317, 1673)], [(264.6, 1656), (265.4, 1669), (260, 1679)],
           [(279, 1674), (270, 1692), (258, 1706), (250, 1714)], [(272, 1676), (258, 1694), (241, 1710)], [(267, 1678), (248, 1696), (229, 1711)],
           [(262, 1681), (239, 1699), (218, 1713)], [(297, 1672), (296, 1688), (292, 1702)],
           [(270, 1714), (277, 1719), (279, 1727)], [(309, 1696), (306, 1712), (308, 1726)])
    # Toes: each with its cleft, its tip and its nail.
    p.line("line", [(230.6, 1738.4), (229, 1732.4), (230.6, 1725), (236, 1718.4), (243.6, 1713.6)], [(218.2, 1738), (216.8, 1731.6), (218.8, 1724.8), (224.6, 1718.2), (231.6, 1713.2)],
           [(208, 1737.6), (206.6, 1731.8), (208.6, 1725.8), (214, 1719.8), (220, 1715.2)], [(199.4, 1737), (198, 1731.8), (199.8, 1726.8), (204.4, 1721.6), (209.6, 1717.8)],
           [(256, 1739.4), (259.4, 1734), (259, 1727.6)])
    for x, y, r in ((240, 1722, 6.6), (225, 1722.6, 4), (214.6, 1723.6, 3.6), (204.6, 1724.8, 3.2), (195, 1727, 3)):
        p.glow(x + 2, y, r, r * .8, -35)
    p.shade([(232, 1735.6), (242, 1737.4), (254, 1736)], [1, 2, 1], 3)
    toes = ((237.6, 1729.4, 6.4, 4.5, -14), (223.4, 1730.4, 3.4, 2.7, -18), (212.6, 1730.6, 3.0, 2.4, -20), (203, 1731, 2.7, 2.2, -22), (192.4, 1730.6, 2.4, 2.0, -28))
    for x, y, rx, ry, turn in toes:
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        box = [(-1, .1), (-.82, -.8), (0, -1.02), (.82, -.8), (1, .1), (.74, .86), (0, 1), (-.74, .86)]
        p.shape("nail", [(x + rx * u * c - ry * v * s, y + rx * u * s + ry * v * c) for u, v in box])
    p.line("line soft", [(245.4, 1716.6), (249.6, 1719.6)], [(228, 1719.4), (230.6, 1721.8)], [(217.4, 1720.6), (219.4, 1722.6)])


# ---------------------------------------------------------------- back

NAPE = [(360, 224), (348, 223.4), (334, 221.4), (320, 217), (310, 210), (304.4, 200), (300.4, 189, 1), (298, 180), (294.8, 168), (290.6, 153), (285.6, 141), (278.8, 133.5, 1)]


def back_head(p):
    p.group("ear")
    p.shade([(288, 150), (291, 165), (294, 180)], [1.4, 3, 1.6], 4)
    p.line("line soft", [(283, 141.6), (279, 149), (280.4, 161), (284, 173), (287, 184)], [(286, 146), (289, 158), (292, 171), (295.6, 183)])
    p.group("hair")
    p.base("hair", cap_of_hair(NAPE))
    p.light([(356, 92), (330, 92), (308, 104), (296, 124)], [5, 10, 9, 3])
    p.shade([(356, 216), (336, 212), (318, 206), (305, 186), (294, 154), (286, 130)], [4, 8, 8, 7, 5, 2])
    crown = [(360 - 6 * math.sin(a * math.pi / 12), 62 - 6 * math.cos(a * math.pi / 12)) for a in range(13)]
    rim = sampled(HEAD, step=3) + sampled(NAPE[::-1], step=3)[1:]
    p.line("strand", *strands(crown, rim, 54, .05), *strands(crown, rim, 43, .05, 91))


def back_neck_torso(p):
    p.group("neck")
    p.shade([(364, 226), (358, 250), (358, 278)], [4, 5, 4])
    p.shade([(322, 224), (323, 250), (317, 276), (304, 296)], [2, 5, 5, 2])
    p.shade([(352, 226), (336, 226), (320, 222), (309, 214)], [2, 3.6, 3.4, 1.4], 4)
    p.light([(338, 240), (336, 264), (330, 290)], [4, 7, 4])
    p.glow(360, 292, 10, 8)
    p.line("line soft", [(318, 228), (319, 250), (313, 272)])
    p.group("torso")
    # The furrow of the spine between the long back muscles.
    p.shade([(364, 306), (357, 380), (356.4, 470), (356, 560), (355, 640), (356, 700), (361, 756)], [3, 6, 7, 8, 10, 9, 4])
    p.line("line soft", [(360, 330), (360, 730)])
    for y in (318, 342, 366):
        p.glow(360, y, 5, 6, 0)
    p.light([(326, 520), (324, 580), (326, 640), (328, 700)], [5, 12, 13, 6])
    p.shade([(300, 560), (298, 610), (300, 660), (304, 706)], [3, 7, 8, 3])
    # Shoulder blade and shoulder.
    p.shade([(310, 350), (313, 384), (306, 420), (293, 456), (274, 488), (258, 494)], [3, 6, 7, 7, 5, 2])
    p.light([(304, 356), (276, 346), (246, 337), (218, 329)], [3, 5, 5, 3])
    p.shade([(296, 376), (270, 366), (244, 358), (226, 350)], [3, 6, 6, 3])
    p.light([(290, 396), (276, 424), (266, 454)], [6, 13, 7])
    p.shade([(236, 352), (228, 384), (216, 412), (200, 438), (178, 452), (160, 456)], [3, 5, 6, 6, 5, 2])
    p.glow(182, 384, 26, 40, 18)
    p.light([(330, 312), (308, 306), (284, 306), (256, 312)], [4, 8, 7, 4])
    p.shade([(343, 560), (330, 500), (318, 450), (310, 410)], [1, 3, 4, 2], 4)
    p.shade([(217, 478), (230, 492), (246, 500), (262, 500)], [3, 5, 5, 2], 4)
    p.light([(236, 516), (240, 560), (246, 610)], [5, 12, 5])
    p.line("line", [(209.6, 470), (212, 458), (219, 446), (228, 438)])
    p.line("line soft", [(307, 354), (309.4, 384), (302, 418), (290, 450), (275, 480), (262, 489), (252, 482)], [(298, 360), (272, 351.6), (244, 344), (222, 338.6)],
           [(231, 362), (222, 392), (206, 424), (184, 446), (163, 455)])
    # Flank, pelvis, dimples.
    p.shade([(236, 690), (252, 702), (272, 704), (294, 716), (308, 738)], [4, 7, 7, 6, 3])
    p.light([(232, 722), (256, 722), (280, 730), (300, 752)], [4, 6, 6, 3])
    p.dim(322, 764, 8, 9)
    p.dim(322, 764, 4, 4.6, 0, 3)
    # Buttock.
    p.glow(288, 852, 56, 66, 12)
    p.shade([(352, 834), (349, 868), (349, 902), (352, 934)], [3, 7, 9, 5])
    p.shade([(350, 930), (332, 946), (308, 952), (282, 951), (258, 940), (240, 918)], [5, 9, 10, 9, 7, 3])
    p.shade([(216, 812), (226, 836), (230, 866), (226, 894)], [3, 8, 9, 4])
    p.shade([(346, 812), (330, 812), (314, 800)], [2, 4, 2], 3)
    p.line("line", [(360, 822), (360, 904)], [(350, 938), (339, 947), (322, 955.6), (302, 958.6), (282, 956.6), (266, 950)])
    p.line("line soft", [(360, 822), (354, 812), (349, 806)], [(228, 846), (232, 864), (229, 884)])


def back_arm(p):
    p.group("arm")
    p.shade([(170, 470), (172, 500), (168, 536), (160, 566), (152, 590)], [3, 6, 7, 6, 3])
    p.light([(190, 482), (186, 520), (180, 556)], [4, 8, 4])
    p.light([(152, 478), (150, 516), (144, 552)], [4, 8, 4])
    p.shade([(142, 556), (140, 584), (136, 606)], [2, 4, 2], 4)
    p.dim(132, 622, 8, 15, 14)
    p.dim(165, 620, 7, 15, -10)
    p.glow(148, 617, 11, 13)
    p.shade([(140, 648), (132, 690), (123, 736), (114, 790)], [3, 6, 6, 3])
    p.light([(122, 652), (113, 700), (107, 752), (104, 800)], [5, 9, 8, 3])
    p.light([(158, 656), (150, 700), (138, 750), (126, 800)], [5, 9, 8, 4])
    p.glow(128, 836, 6, 7, 0)
    p.line("line soft", [(171, 480), (171, 512), (165, 546), (156, 574)], [(137, 608), (144, 603), (153, 603.6), (160, 609)], [(138, 627), (146, 632.4), (155, 631), (161, 624)],
           [(140, 634), (147, 637.4), (155, 636)], [(146, 652), (138, 700), (128, 750), (119, 800)], [(124, 640), (117, 668), (112, 700)], [(121, 830), (124, 841), (130, 845)],
           [(92, 846), (104, 850), (118, 851)])


def back_hand(p):
    p.group("hand")
    finger_volume(p)
    knuckles = {"index": (79.6, 938), "middle": (96, 939), "ring": (113, 936), "little": (130, 930)}
    for (x, y), start in zip(knuckles.values(), ((103, 866), (109, 866), (115, 866), (121, 866))):
        mid = ((x + start[0]) / 2 + (x - start[0]) * .06, (y + start[1]) / 2)
        p.light([(start[0], start[1] + 8), mid, (x, y - 6)], [1, 2.2, 1.6])
        p.glow(x, y, 7.6, 7, 0)
        p.line("line soft", [(start[0] - 1, start[1] + 12), (mid[0] - 1.6, mid[1]), (x - 2, y - 9)], [(x - 5.6, y + 4.4), (x, y + 6.6), (x + 5.6, y + 4)],
               [(x - 4.4, y - 3.6), (x - .4, y - 5.4), (x + 3.6, y - 4)])
    for a, b in (((88, 936), (92, 894)), ((104.6, 936), (107, 894)), ((121.6, 932), (119, 894))):
        p.shade([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b], [3.4, 3, 1], 4)
    p.shade([(66, 922), (76, 908), (82, 890), (84, 872)], [2, 5, 5, 2])
    p.glow(66, 898, 8, 18, 42)
    p.dim(86, 860, 6, 12, 30, 4)
    folds, fine = [], []
    for axis, widths, tip in FINGERS.values():
        folds += [across(axis, widths, .515, .36, -.9), across(axis, widths, .555, .38, .9)]
        fine += [across(axis, widths, .475, .28, -1.2), across(axis, widths, .595, .3, 1.2), across(axis, widths, .775, .3, -.6), across(axis, widths, .80, .32, .6)]
    p.line("line", *folds)
    p.line("line soft", *fine, [(45.6, 921.4), (49.4, 924.4), (54, 925)], [(44.4, 924.6), (48.4, 927.4), (52.4, 927.8)], [(50.6, 897.4), (56, 903), (61, 907)],
           [(91, 866), (86, 880), (76, 890), (66, 897)], [(82, 862), (74, 874), (64, 884)])
    p.shape("nail", *[nail_on(axis, widths[-1], tip) for axis, widths, tip in FINGERS.values()], nail_on(THUMB[0], THUMB[1][-1], THUMB[2], -3, .58))


def back_leg(p):
    p.group("leg")
    p.shade([(292, 976), (288, 1040), (283, 1110), (281, 1180), (283, 1230)], [4, 8, 9, 8, 4])
    p.light([(258, 990), (256, 1060), (257, 1130), (258, 1190)], [7, 15, 14, 6])
    p.light([(316, 990), (318, 1060), (316, 1130), (316, 1190)], [5, 12, 11, 5])
    p.shade([(226, 960), (223, 1030), (226, 1100)], [3, 6, 3], 4)
    # Hollow of the knee.
    p.dim(281, 1268, 22, 40)
    p.shade([(262, 1200), (256, 1240), (250, 1284)], [2, 4, 2], 4)
    p.shade([(304, 1206), (312, 1246), (318, 1288)], [2, 4, 2], 4)
    p.light([(252, 1196), (246, 1240), (243, 1286)], [3, 4, 2])
    p.light([(318, 1200), (324, 1246), (327, 1290)], [3, 4, 2])
    p.line("line soft", [(262, 1186), (257, 1224), (251, 1268), (246, 1300)], [(303, 1190), (311, 1230), (319, 1272), (324, 1304)], [(252, 1304), (270, 1309), (292, 1309), (310, 1303)])
    p.line("line", [(247, 1292), (262, 1297), (280, 1298.6), (300, 1296.6), (316, 1290)])
    # Calf.
    p.shade([(288, 1320), (289, 1370), (288, 1420), (286, 1466)], [3, 6, 7, 4])
    p.light([(264, 1340), (258, 1390), (260, 1440), (266, 1484)], [5, 12, 12, 4])
    p.light([(314, 1336), (318, 1390), (314, 1450), (308, 1504)], [5, 12, 12, 4])
    p.shade([(254, 1478), (264, 1502), (278, 1504), (287, 1484)], [3, 6, 6, 3])
    p.shade([(287, 1490), (296, 1524), (310, 1534), (320, 1510)], [3, 6, 6, 3])
    p.line("line soft", [(288, 1336), (289, 1384), (287.4, 1430), (286, 1470)], [(258, 1480), (266, 1499), (277, 1500), (285, 1482)], [(287, 1488), (296, 1519), (307, 1528), (316, 1512)],
           [(250, 1500), (256, 1550), (260, 1600)])


def back_foot(p):
    p.group("foot")
    p.light([(290, 1540), (291, 1590), (292, 1640), (292, 1672)], [5, 6, 5, 4])
    p.shade([(272, 1560), (275, 1610), (276, 1656), (270, 1680)], [3, 6, 7, 4])
    p.shade([(309, 1570), (308, 1614), (308, 1652), (312, 1678)], [2, 4, 5, 3])
    p.glow(317, 1662, 5, 9)
    p.glow(257, 1664, 6, 9)
    p.glow(293, 1708, 14, 17)
    p.shade([(276, 1684), (270, 1702), (271, 1722), (280, 1734)], [3, 6, 6, 3])
    p.shade([(308, 1688), (311, 1706), (310, 1724)], [2, 4, 2], 4)
    p.shade([(278, 1735), (294, 1737), (310, 1733)], [2, 3, 1.6], 4)
    p.shade([(266, 1728), (240, 1734), (212, 1735)], [3, 5, 2], 4)
    p.light([(252, 1690), (232, 1706), (210, 1722)], [3, 7, 3])
    p.line("line soft", [(280, 1530), (280.6, 1570), (283, 1612), (284, 1650), (281, 1672)], [(305, 1548), (303, 1590), (301, 1630), (301.4, 1656), (304.6, 1674)],
           [(257.4, 1654), (256, 1664), (259.6, 1673.4), (266, 1672)], [(316, 1652), (317.4, 1662), (313.4, 1672)], [(284, 1680), (293, 1682), (302, 1680)], [(286, 1676), (293, 1677.4), (300, 1676)],
           [(274, 1722), (256, 1728), (234, 1731.4), (212, 1731), (196, 1728.6)], [(268, 1690), (250, 1696), (236, 1704)])
    p.line("line", [(279, 1676), (274.6, 1690), (272.4, 1706), (273.4, 1722), (279, 1735.6)])
    p.line("line soft", [(199.4, 1737), (200.6, 1733.6)], [(208, 1737.6), (209.4, 1734)], [(218.2, 1738), (219.6, 1734.6)], [(230.6, 1738.4), (232, 1735.4)])


def draw(view):
    p = Plate(view == "back")
    edge = outline_open()
    d = spline([p._pt(q) for q in edge])
    p.rows.append(f'  <path id="outline" class="skin" d="{d}Z"/>')
    volume(p)
    parts = ((front_neck_torso, front_arm, front_leg, front_face, front_hair, ear_front, front_hand, front_foot) if view == "front" else
             (back_neck_torso, back_arm, back_leg, back_head, back_hand, back_foot))
    for part in parts:
        part(p)
    p.flush()
    p.rows.append(f'  <path class="line contour" d="{d}"/>')
    # A strip beneath the midline, so that no seam shows where the two halves meet.
    seam = '  <path class="skin" d="M359.4 18H360.6V906H359.4Z"/>\n'
    return loft.document(720, 1780, "\n".join("  " + r for r in p.rows), style=STYLE, before=seam)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    for view in ("front", "back"):
        with open(os.path.join(here, "..", "..", "data", "svg", f"{view}-skin.svg"), "w", encoding="utf-8") as f:
            f.write(draw(view))


if __name__ == "__main__":
    main()
