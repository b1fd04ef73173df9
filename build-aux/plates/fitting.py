"""Few Bézier pieces for a dense run of points: least squares piece by piece, split where the curve strays (Schneider's way).

Shading is drawn from outlines that were offset, clipped and sampled; written point by point they would fill the files.
"""
import numpy as np


def _unit(v):
    n = np.hypot(*v)
    return v / n if n > 1e-9 else v


def _bezier(c, t):
    t = np.asarray(t)[:, None]
    return (1 - t)**3 * c[0] + 3 * (1 - t)**2 * t * c[1] + 3 * (1 - t) * t**2 * c[2] + t**3 * c[3]


def _along(p):
    u = np.r_[0, np.cumsum(np.hypot(*np.diff(p, axis=0).T))]
    return u / u[-1]


def _solve(p, u, left, right):
    """The two handles, along given tangents, that bring one piece nearest to the points."""
    a1, a2 = (3 * (1 - u)**2 * u)[:, None] * left, (3 * (1 - u) * u**2)[:, None] * right
    c = np.array([[(a1 * a1).sum(), (a1 * a2).sum()], [(a1 * a2).sum(), (a2 * a2).sum()]])
    base = ((1 - u)**3 + 3 * (1 - u)**2 * u)[:, None] * p[0] + (3 * (1 - u) * u**2 + u**3)[:, None] * p[-1]
    x = np.array([(a1 * (p - base)).sum(), (a2 * (p - base)).sum()])
    det, long = np.linalg.det(c), np.hypot(*(p[-1] - p[0]))
    l, r = (np.linalg.solve(c, x) if abs(det) > 1e-9 else (long / 3, long / 3))
    if min(l, r) < 1e-3 * long or max(l, r) > 3 * long + 1e-9:
        l = r = long / 3
    return np.array([p[0], p[0] + left * l, p[-1] + right * r, p[-1]])


def _nearer(c, p, u):
    """Each point's parameter moved one Newton step towards the nearest place of the curve."""
    d1, d2 = np.diff(c, axis=0) * 3, np.diff(c, n=2, axis=0) * 6
    t = u[:, None]
    q = _bezier(c, u) - p
    v = (1 - t)**2 * d1[0] + 2 * (1 - t) * t * d1[1] + t**2 * d1[2]
    w = (1 - t) * d2[0] + t * d2[1]
    below = (v * v).sum(1) + (q * w).sum(1)
    u = np.where(abs(below) > 1e-9, u - (q * v).sum(1) / np.where(abs(below) > 1e-9, below, 1), u)
    return np.clip(u, 0, 1)


def _pieces(p, left, right, near, out):
    if len(p) < 3:
        third = np.hypot(*(p[-1] - p[0])) / 3
        out.append(np.array([p[0], p[0] + left * third, p[-1] + right * third, p[-1]]))
        return
    u = _along(p)
    for _ in range(4):
        c = _solve(p, u, left, right)
        off = np.hypot(*(_bezier(c, u) - p).T)
        if off.max() < near:
            out.append(c)
            return
        if off.max() > near * 6:
            break
        u = _nearer(c, p, u)
    k = min(max(int(off.argmax()), 1), len(p) - 2)
    way = _unit(p[min(k + 2, len(p) - 1)] - p[max(k - 2, 0)])
    _pieces(p[:k + 1], left, -way, near, out)
    _pieces(p[k:], way, right, near, out)


def fit(points, near=.15, closed=False, sharp=40):
    """Cubic pieces, each four points, that stay within `near` of the run; it may turn freely where it bends by `sharp` degrees."""
    p = np.asarray(points, float)
    p = p[np.r_[True, np.hypot(*np.diff(p, axis=0).T) > 1e-6]]
    if closed and np.hypot(*(p[0] - p[-1])) < 1e-6:
        p = p[:-1]
    if len(p) < 3:
        return [np.array([a, a + (b - a) / 3, b - (b - a) / 3, b]) for a, b in zip(p, p[1:])]
    if closed:
        turn = _turns(np.vstack([p[-1:], p, p[:1]]))
        p = np.roll(p, -int(turn.argmax()), axis=0)
        p = np.vstack([p, p[:1]])
    turn = np.r_[0, _turns(p), 0]
    cut = [0, *[i for i in range(1, len(p) - 1) if turn[i] > sharp], len(p) - 1]
    ring = closed and _turns(np.array([p[-2], p[0], p[1]]))[0] <= sharp
    out = []
    for a, b in zip(cut, cut[1:]):
        run = p[a:b + 1]
        left, right = _unit(run[min(1, len(run) - 1)] - run[0]), _unit(run[max(-2, -len(run))] - run[-1])
        if ring and a == 0:
            left = _unit(p[1] - p[-2])
        if ring and b == len(p) - 1:
            right = -_unit(p[1] - p[-2])
        _pieces(run, left, right, near, out)
    return out


def _turns(p):
    """How far the run turns at each inner point, in degrees."""
    d = np.diff(p, axis=0)
    a = np.degrees(np.arctan2(d[:, 1], d[:, 0]))
    return abs((np.diff(a) + 180) % 360 - 180)


def _text(v):
    s = f"{v:.1f}".removesuffix(".0")
    return "0" if s == "-0" else s.replace("0.", ".", 1) if s.startswith(("0.", "-0.")) else s


def packed(values):
    """Numbers as path data, with a separator only where one is needed."""
    s = ""
    for v in values:
        n = _text(v)
        s += n if not s or n[0] == "-" else " " + n
    return s


def written(pieces, closed=False):
    """Relative path data of cubic pieces that follow each other; straight ones as lines, mirrored handles in the short form."""
    here, mirror, d, last = np.round(pieces[0][0], 1), None, "M" + packed(np.round(pieces[0][0], 1)), ""
    for c in pieces:
        c = np.round(c, 1)
        one, two, end = c[1] - here, c[2] - here, c[3] - here
        if not np.any(end) and np.abs([one, two]).max() < .3:
            continue
        if straight(one, two, end):
            op, values, mirror = "l", end, None
        elif mirror is not None and np.abs(one - mirror).max() < .15:
            op, values, mirror = "s", (*two, *end), end - two
        else:
            op, values, mirror = "c", (*one, *two, *end), end - two
        run = packed(values)
        d += op + run if op != last else run if run[0] == "-" else " " + run
        here, last = c[3], op
    return d + ("z" if closed else "")


def straight(one, two, end):
    long = np.hypot(*end)
    return long < .25 or all(abs(v[0] * end[1] - v[1] * end[0]) / long < .06 and -.01 <= v @ end <= long**2 for v in (one, two))


def ring(points, near=.15, sharp=40):
    """Closed path data through a dense ring of points."""
    return written(fit(points, near, True, sharp), True)


def chain(points):
    """Relative path data of a closed ring of straight sides, every vertex kept."""
    p = np.round(np.asarray(points, float), 1)
    steps = [packed(v) for v in np.diff(p, axis=0)]
    return "M" + packed(p[0]) + "l" + steps[0] + "".join(s if s[0] == "-" else " " + s for s in steps[1:]) + "z"
