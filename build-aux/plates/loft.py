"""The drawing technique of the plates: muscles as patches between four edges, written as clean SVG.

A muscle is one or more patches.  A patch has two rails, `a` and `b`, that both run from the origin to the insertion
(a list of points in mm, spaced freely), and may have two ends, `origin` and `insertion`, that run from rail a to rail b
along the edge of a bone.  Points inside are found by Coons' bilinear blend of the four edges, so that fibres, shading
and tendons all follow from the edges and stay inside them:

    point(s, t)    s = 0 origin … 1 insertion (along),   t = 0 rail a … 1 rail b (across)

Everything is written as cubic Béziers through few knots (Catmull-Rom), one decimal, with classes and no colours, so
that a person can go on drawing in an SVG editor and style sheets can recolour the whole plate.
"""
import math
import numpy as np
from shapely.geometry import Point, Polygon
from shapely.ops import nearest_points
from shapely.prepared import prep

from fitting import fit, written


# --- Curves ----------------------------------------------------------------------------------------------------------

def catmull_rom(points, n):
    """n points evenly spaced by arc length on the centripetal-free Catmull-Rom curve through `points`."""
    p = np.asarray(points, float)
    if len(p) == 1:
        return np.repeat(p, n, axis=0)
    if len(p) == 2:
        return p[0] + (p[1] - p[0]) * np.linspace(0, 1, n)[:, None]
    q = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, 24, endpoint=False)[:, None]
    pieces = []
    for p0, p1, p2, p3 in zip(q, q[1:], q[2:], q[3:]):
        pieces.append(.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
                            + (3 * p1 - p0 - 3 * p2 + p3) * t**3))
    dense = np.vstack(pieces + [p[-1:]])
    run = np.r_[0, np.cumsum(np.hypot(*np.diff(dense, axis=0).T))]
    want = np.linspace(0, run[-1], n)
    return np.c_[np.interp(want, run, dense[:, 0]), np.interp(want, run, dense[:, 1])]


def _off(points, line):
    """How far the written curve through `points` strays from the polyline `line`."""
    q = np.vstack([points[:1], points, points[-1:]])
    t = np.array([.25, .5, .75])[:, None]
    p0, p3 = q[1:-2], q[2:-1]
    p1, p2 = p0 + (p3 - q[:-3]) / 6, p3 - (q[3:] - p0) / 6
    on = np.vstack([(1 - u)**3 * p0 + 3 * (1 - u)**2 * u * p1 + 3 * (1 - u) * u**2 * p2 + u**3 * p3 for u in t])
    a, d = line[:-1], np.diff(line, axis=0)
    u = np.clip(((on[:, None] - a) * d).sum(-1) / np.maximum((d * d).sum(-1), 1e-9), 0, 1)
    return float(np.hypot(*np.moveaxis(on[:, None] - a - u[..., None] * d, -1, 0)).min(1).max())


def few(line, near=.2):
    """As few of the points of a dense polyline as a smooth curve needs to stay near it."""
    for n in (2, 3, 4, 5, 6, 8, 10, 13):
        points = line[np.linspace(0, len(line) - 1, n).round().astype(int)]
        if n > 2 and _off(points, line) < near or n == 2 and _off(points, line) < near / 2:
            return points
    return points


def _number(v):
    s = f"{v:.1f}".removesuffix(".0")
    return "0" if s == "-0" else s.replace("0.", ".", 1) if s.startswith(("0.", "-0.")) else s


def _numbers(*points):
    """Coordinates with no more separators than needed."""
    s = ""
    for p in points:
        for v in p:
            n = _number(v)
            s += n if not s or n[0] == "-" else " " + n
    return s


def _curve(points, closed, start=None):
    """Relative Bézier data through `points`; begins with M, or with a line from `start`."""
    p = np.round(np.asarray(points, float), 1)
    head = "M" + _numbers(p[0]) if start is None else "l" + _numbers(p[0] - start)
    if len(p) < 3 and not closed:
        return head + "".join("l" + _numbers(b - a) for a, b in zip(p, p[1:]))
    q = np.vstack([p[-1:], p, p[:2]]) if closed else np.vstack([p[:1], p, p[-1:]])
    first, rest = "", []                # after the first curve the tangents mirror each other: the short form s
    for i in range(1, len(q) - 2):
        here, there = q[i], q[i + 1]
        close = there - (q[i + 2] - here) / 6 - here, there - here
        if i == 1:
            first = "c" + _numbers((there - q[0]) / 6, *close)
        else:
            rest += close
    return head + first + ("s" + _numbers(*rest) if rest else "") + ("z" if closed else "")


def spline(points, closed=False):
    """SVG path data: a smooth curve through `points` as cubic Béziers; closed curves end in z and are smooth there too."""
    return _curve(points, closed)


def joined(*edges):
    """One closed path from several smooth edges, end to end, with a corner where two of them meet."""
    d, last = "", None
    for e in edges:
        e = np.round(np.asarray(e, float), 1)
        if last is not None and not np.any(e[0] - last):
            d += _curve(e, False, last).removeprefix("l0 0")
        else:
            d += _curve(e, False, last)
        last = e[-1]
    return d + "z"


# --- Curves that turn at corners ----------------------------------------------------------------------------------------

MIDLINE = 360.0


def pieces(pts, closed=False):
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
        return end[0] == MIDLINE and abs(other[0] - MIDLINE) > 2

    out = []
    for i in range(count):
        a, b = at(i), at(i + 1)
        d1 = gap(i, i + 1)
        has0 = (closed or i > 0 or meets(a, b)) and not corner[i % n]
        has3 = (closed or i + 2 < n or meets(b, a)) and not corner[(i + 1) % n]
        if has0:
            o = at(i - 1) if closed or i > 0 else (2 * MIDLINE - b[0], b[1])
            d0 = max(math.dist(o, a) ** 0.5, 1e-6)
            k = 3 * d0 * (d0 + d1)
            w = 2 * d0 * d0 + 3 * d0 * d1 + d1 * d1
            c1 = tuple((d0 * d0 * b[m] - d1 * d1 * o[m] + w * a[m]) / k for m in (0, 1))
        else:
            c1 = tuple(a[m] + (b[m] - a[m]) / 3 for m in (0, 1))
        if has3:
            q = at(i + 2) if closed or i + 2 < n else (2 * MIDLINE - a[0], a[1])
            d2 = max(math.dist(b, q) ** 0.5, 1e-6)
            k = 3 * d2 * (d2 + d1)
            w = 2 * d2 * d2 + 3 * d2 * d1 + d1 * d1
            c2 = tuple((d2 * d2 * a[m] - d1 * d1 * q[m] + w * b[m]) / k for m in (0, 1))
        else:
            c2 = tuple(b[m] + (a[m] - b[m]) / 3 for m in (0, 1))
        out.append((a, c1, c2, b))
    return out


def turning(pts, closed=False):
    """SVG path data of that curve, relative from the first point on."""
    whole = pieces(pts, closed)
    tenths = lambda c: (round(c[0], 1), round(c[1], 1))
    here, rows = tenths(whole[0][0]), []
    start = "M" + _numbers(here)
    for _, c1, c2, b in whole:
        rows.append([(c[0] - here[0], c[1] - here[1]) for c in map(tenths, (c1, c2, b))])
        here = tenths(b)
    return start + "c" + _numbers(*(c for row in rows for c in row)) + ("Z" if closed else "")


def sampled(pts, closed=False, step=2.0):
    """The same curve as a list of points at most `step` apart."""
    out = []
    for a, c1, c2, b in pieces(pts, closed):
        n = max(1, math.ceil((math.dist(a, c1) + math.dist(c1, c2) + math.dist(c2, b)) / step))
        for k in range(n):
            t = k / n
            u = 1 - t
            out.append(tuple(u ** 3 * a[m] + 3 * u * u * t * c1[m] + 3 * u * t * t * c2[m] + t ** 3 * b[m] for m in (0, 1)))
    if not closed:
        out.append((float(pts[-1][0]), float(pts[-1][1])))
    return out


def cornered(points):
    """SVG path data of a closed polygon, relative from the first point on."""
    p = [tuple(round(v, 1) for v in q) for q in points]
    return "M" + _numbers(p[0]) + "l" + _numbers(*((b[0] - a[0], b[1] - a[1]) for a, b in zip(p, p[1:]))) + "Z"


# --- Patches ---------------------------------------------------------------------------------------------------------

class Patch:
    """A sheet of fibres.

    a, b               rails from origin to insertion
    origin, insertion  optional end edges from a to b (points between the rail ends; the ends are added)
    knots              (kept for plates that name it: curves now choose their own number of knots)
    fibres             how many fibre lines
    run                'parallel' along the rails; 'pennate' from both rails to a middle tendon; 'unipennate' from rail a
                       to rail b; each slanting by `slant` of the length
    tendon             (at the origin, at the insertion): share of the length that is tendon
    """
    N = 33

    def __init__(self, a, b, origin=None, insertion=None, fibres=12, run="parallel", slant=.22, tendon=(0, 0),
                 fan=1.0, knots=5):
        self.a, self.b = catmull_rom(a, self.N), catmull_rom(b, self.N)
        ends = lambda e, p, q, past: catmull_rom([p, *(e or rounded(p, q, past)), q], self.N)

        def rounded(p, q, past):            # a narrow end that nobody shaped is rounded off, not cut square
            wide = math.dist(p, q)
            return [(p + q) / 2 + past / np.hypot(*past) * min(.3 * wide, 1.6)] if .8 < wide < 14 else []
        self.o = ends(origin, self.a[0], self.b[0], self.a[0] - self.a[2] + self.b[0] - self.b[2])
        self.i = ends(insertion, self.a[-1], self.b[-1], self.a[-1] - self.a[-3] + self.b[-1] - self.b[-3])
        self.fibres, self.run, self.slant, self.tendon = fibres, run, slant, tendon
        self.knots, self.fan, self._area = knots, fan, None

    def at(self, s, t):
        """Coons' blend at (s, t), arrays or numbers in 0…1."""
        s, t = np.broadcast_arrays(np.asarray(s, float), np.asarray(t, float))
        grid = np.linspace(0, 1, self.N)
        on = lambda e, u: np.stack([np.interp(u, grid, e[:, 0]), np.interp(u, grid, e[:, 1])], -1)
        S, T = s[..., None], t[..., None]
        rails = (1 - T) * on(self.a, s) + T * on(self.b, s)
        ends = (1 - S) * on(self.o, t) + S * on(self.i, t)
        corners = ((1 - S) * ((1 - T) * self.o[0] + T * self.o[-1]) + S * ((1 - T) * self.i[0] + T * self.i[-1]))
        return rails + ends - corners

    # Where the edges fold sharply, Coons' blend leaves the patch for a bit; what leaves is brought back to the edge.
    def _inside(self):
        if self._area is None:
            ring = np.vstack([self.a, self.i[1:], self.b[::-1][1:], self.o[::-1][1:-1]])
            area = Polygon(ring).buffer(0).buffer(-.15)
            self._area = area, prep(area)
        return self._area

    def kept(self, points):
        """The points, those outside the patch moved to the nearest place inside it."""
        area, quick = self._inside()
        if area.is_empty:
            return points
        points = points.copy()
        for k, p in enumerate(points):
            if not quick.contains(Point(p)):
                q = nearest_points(area, Point(p))[0]
                points[k] = q.x, q.y
        return points

    def line(self, t, s0=0.0, s1=1.0, near=.5):
        s = np.linspace(s0, s1, self.N)
        return few(self.kept(self.at(s, np.full_like(s, t) if np.isscalar(t) else np.linspace(t[0], t[1], len(s)))), near)

    def _dense(self, t, s0=0.0, s1=1.0):
        s = np.linspace(s0, s1, self.N)
        return self.kept(self.at(s, np.full_like(s, t) if np.isscalar(t) else np.asarray(t)))

    def band(self, t0, t1, s0=0.0, s1=1.0):
        """Closed path of the strip between shares t0 and t1."""
        edge = lambda t: fit(self._dense(t, s0, s1), .3 if t in (0, 1) else .6)
        one, two = edge(t0), [c[::-1] for c in edge(t1)[::-1]]
        across = lambda p, q: np.array([p, p + (q - p) / 3, q - (q - p) / 3, q])
        return written([*one, across(one[-1][3], two[0][0]), *two], True)

    def lens(self, t0, width, s0=.06, s1=.94):
        """Closed path of a spindle about share t0, widest in the middle, with both its ends pointed."""
        w = width * np.sin(np.linspace(0, math.pi, self.N)) ** .8
        one, two = (fit(self._dense(t0 + side * w, s0, s1), .7) for side in (-1, 1))
        return written([*one, *[c[::-1] for c in two[::-1]]], True)

    def outline(self):
        return written([c for e in (self.a, self.i, self.b[::-1], self.o[::-1]) if np.ptp(e, axis=0).max() > .05
                        for c in fit(e, .15)], True)

    def cap(self, share, end, reach=.35, phase=0):
        """The tendon at one end; it runs into the flesh in tongues that follow the fibres, further in the middle."""
        e = self.o if end == 0 else self.i
        wide = max(np.hypot(*np.diff(self.at(np.full(9, share if end == 0 else 1 - share), np.linspace(0, 1, 9)),
                                     axis=0).T).sum(), np.hypot(*np.diff(e, axis=0).T).sum())
        n = int(min(max(round(wide / 5), 2), 12)) * 2 + 1
        t = np.linspace(0, 1, n)
        rng = np.random.RandomState(n * 31 + end * 7 + phase)
        t[1:-1] += rng.uniform(-.22, .22, n - 2) / n
        tongue = np.where(np.arange(n) % 2, 1 + reach * rng.uniform(.35, 1, n), 1 - .22 * rng.uniform(.4, 1, n))
        s = np.clip(share * tongue * (1 + .30 * np.sin(math.pi * t)), 0, .97)
        inner = self.kept(self.at(s if end == 0 else 1 - s, t))
        run = lambda d: np.linspace(0, d, 17) if end == 0 else 1 - np.linspace(0, d, 17)
        return joined(few(e, .15), few(self.at(run(s[-1]), np.ones(17))), inner[::-1], few(self.at(run(s[0]), np.zeros(17)))[::-1])

    # Shading: nested translucent strips along both edges and spindles over the crest; never outside the belly.
    def shading(self):
        out, size = [], self.girth()
        for w in (.055, .13, .23) if size > 20 else (.08, .20) if size > 6 else (.15,):
            out.append(("shade dark", self.band(0, w) + self.band(1 - w, 1)))
        for w in (.12, .23) if size > 14 else (.18,):
            out.append(("shade light", self.lens(.42, w)))
        return out

    def girth(self):
        """About how wide the patch is halfway along."""
        return float(np.hypot(*np.diff(self.at(np.full(9, .5), np.linspace(0, 1, 9)), axis=0).T).sum())

    def fibre_data(self, seed):
        """All fibres as path data."""
        return "".join(written(fit(f, .55)) for f in self.fibre_lines(seed) if np.ptp(f, axis=0).max() > .3)

    def fibre_lines(self, seed):
        """Each fibre as a dense run of points."""
        rng, n, out = np.random.RandomState(seed), self.fibres, []
        if self.run == "parallel":
            for k in range(1, n):
                t = min(max((k / n) ** self.fan + rng.uniform(-.22, .22) / n, .02), .98)
                out.append(self._dense(t, rng.uniform(.0, .10), 1 - rng.uniform(.0, .10)))
            return out
        for k in range(n):
            s = (k + .5 + rng.uniform(-.2, .2)) / n * (1 - self.slant)
            ends = ((.02, .48), (.98, .52)) if self.run == "pennate" else ((.03, .97),)
            out += [self._dense(np.linspace(*e, self.N), s, s + self.slant) for e in ends]
        return out


def rails(centre, widths):
    """Two rails about a centre line; `widths` are spread evenly along it.  For straps, cords and shafts."""
    c = catmull_rom(centre, 17)
    d = np.gradient(c, axis=0)
    normal = np.c_[-d[:, 1], d[:, 0]] / np.hypot(d[:, 0], d[:, 1])[:, None]
    w = np.interp(np.linspace(0, 1, 17), np.linspace(0, 1, len(widths)), widths)[:, None] / 2
    return (c + normal * w)[::2], (c - normal * w)[::2]


class Muscle:
    """Named patches drawn as one element.  `extra` are further (class, path data) pairs, drawn last."""

    def __init__(self, id, *patches, extra=(), title=None):
        self.id, self.patches, self.extra, self.title = id, patches, extra, title

    def svg(self, indent="  "):
        seed = sum(ord(c) * (k + 1) for k, c in enumerate(self.id)) % 9973
        rows = [f'<g id="{self.id}" class="muscle">']
        add = lambda cls, d: rows.append(f'  <path class="{cls}" d="{d}"/>')
        for k, p in enumerate(self.patches):
            add("belly", p.outline())
            for cls, d in p.shading():
                add(cls, d)
            for end, share in enumerate(p.tendon):
                if share > 0:
                    add("tendon soft", p.cap(share * 1.22 + .02, end, .6, 3))
                    add("tendon", p.cap(share, end, .45))
            add("fibre", p.fibre_data(seed + k))
            if p.run == "pennate":
                add("fibre raphe", spline(p.line(.5, .04, .99)))
        for cls, d in self.extra:
            add(cls, d)
        rows.append("</g>")
        return "\n".join(indent + r for r in rows)


# --- Plates ----------------------------------------------------------------------------------------------------------

PLATE_STYLE = """
    .skin { fill: #ecd9ca }
    .ghost { fill: #ecd9ca; fill-opacity: .55 }
    .bone { fill: #efe8d8; stroke: #b9ab8e; stroke-width: .5; stroke-linejoin: round }
    .belly { fill: #b65a4e; stroke: #6d2a26; stroke-width: .6; stroke-linejoin: round }
    .tendon { fill: #eee4d2; fill-opacity: .70 }
    .tendon.soft { fill-opacity: .38 }
    .fibre { fill: none; stroke: #f6d2c4; stroke-opacity: .42; stroke-width: .45; stroke-linecap: round }
    .raphe { stroke: #eee4d2; stroke-opacity: .85; stroke-width: .9 }
    .shade { stroke: none }
    .dark { fill: #571b1a; fill-opacity: .125 }
    .light { fill: #ffd9c8; fill-opacity: .10 }
    .fascia { fill: #eee4d2; stroke: #c3b396; stroke-width: .4; stroke-linejoin: round }
    .line { fill: none; stroke: #8a6f60; stroke-width: .6; stroke-linecap: round; stroke-linejoin: round }
"""


def document(width, height, body, mirror=True, style=PLATE_STYLE, before="", after=""):
    """A whole SVG file: `body` in <g id="half">, mirrored once about the midline when `mirror`."""
    use = f'\n  <use href="#half" transform="matrix(-1 0 0 1 {width} 0)"/>' if mirror else ""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}mm" height="{height}mm">\n'
            f'  <style>{style}  </style>\n{before}  <g id="half">\n{body}\n  </g>{use}\n{after}</svg>\n')
