"""What the front and the back of the skin share: the roundness of limbs and digits, nails, hair."""
import math

from loft import sampled
from skin_outline import ARM_IN, ARM_OUT, FINGERS, FOOT, HEAD, LEG_IN, NECK, TRUNK, digit, levels_of, steps


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
