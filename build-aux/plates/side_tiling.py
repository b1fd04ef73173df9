"""Regions that tile a silhouette exactly, for the side and sole views.

A region is a smooth closed curve through a few points.  The curves are laid over the silhouette in order, the first one
on top; where two overlap, the earlier one has the ground.  All edges are cut where they cross and rounded once, before
they are shared out, so that neighbours have the very same vertices and nothing is left between them.
"""
import os
import numpy as np
from shapely.geometry import LineString, Polygon
from shapely.ops import polygonize, unary_union
from fitting import chain

HERE = os.path.dirname(os.path.abspath(__file__))


def closed_curve(points, step=2.5):
    """A ring of points about `step` mm apart on the smooth closed curve through `points`."""
    p = np.asarray(points, float)
    n, out = len(p), []
    for i in range(n):
        p0, p1, p2, p3 = p[i - 1], p[i], p[(i + 1) % n], p[(i + 2) % n]
        k = max(2, int(round(np.hypot(*(p2 - p1)) / step)))
        t = np.linspace(0, 1, k, endpoint=False)[:, None]
        # Tangents no longer than the shorter neighbouring chord allows: no loops where points are uneven.
        a, b, c = (np.hypot(*(v - u)) for u, v in ((p0, p1), (p1, p2), (p2, p3)))
        m1 = (p2 - p0) / max(a + b, 1e-6) * b
        m2 = (p3 - p1) / max(b + c, 1e-6) * b
        out.append((2 * t**3 - 3 * t**2 + 1) * p1 + (t**3 - 2 * t**2 + t) * m1 + (3 * t**2 - 2 * t**3) * p2 + (t**3 - t**2) * m2)
    return np.vstack(out)


def noded(lines):
    """The lines cut wherever they meet, every vertex on the 0.1 mm grid."""
    before = None
    for _ in range(12):
        net = unary_union(lines)
        pieces = sorted({tuple(map(tuple, tidy_line(g.coords))) for g in net.geoms})
        pieces = [p for p in pieces if len(p) > 1]
        lines = [LineString(p) for p in pieces]
        if pieces == before:
            break
        before = pieces
    return lines


def tidy_line(coords):
    r = np.round(np.asarray(coords), 1) + 0.0
    return r[np.r_[True, np.any(r[1:] != r[:-1], axis=1)]]


def tile(outline, shapes):
    """Share the outline out among `shapes` (id → points), earlier ones first.  Returns id → ring of vertices."""
    body = Polygon(np.round(outline, 1))
    curves = {k: Polygon(np.round(closed_curve(v), 1)).buffer(0) for k, v in shapes.items()}
    lines = [LineString(body.exterior.coords)]
    for c in curves.values():
        for part in getattr(c, "geoms", [c]):
            lines.append(LineString(part.exterior.coords))
    faces = [f for f in polygonize(noded(lines)) if body.contains(f.representative_point())]
    owner = []
    for f in faces:
        p = f.representative_point()
        owner.append(next((k for k, c in curves.items() if c.contains(p)), None))
    # What a shape covers in more than one piece, and what no shape covers, goes to the neighbour with the longest common edge.
    for _ in range(60):
        loose = [i for i, k in enumerate(owner) if k is None]
        for k in set(owner) - {None}:
            whole = unary_union([f for f, o in zip(faces, owner) if o == k])
            parts = sorted(getattr(whole, "geoms", [whole]), key=lambda g: -g.area)
            for extra in parts[1:]:
                loose += [i for i, f in enumerate(faces) if owner[i] == k and extra.contains(f.representative_point())]
        if not loose:
            break
        for i in loose:
            owner[i] = None
        for i in sorted(loose, key=lambda i: -faces[i].area):
            best, long = None, 0
            for j, k in enumerate(owner):
                if k is not None and faces[i].touches(faces[j]):
                    n = faces[i].intersection(faces[j]).length
                    best, long = (k, n) if n > long else (best, long)
            owner[i] = best
    rings = {}
    for k in shapes:
        whole = unary_union([f for f, o in zip(faces, owner) if o == k])
        if whole.is_empty:
            raise SystemExit(f"{k}: nothing of it is left")
        if whole.geom_type != "Polygon" or whole.interiors:
            raise SystemExit(f"{k}: not one plain piece")
        rings[k] = tidy(np.array(whole.exterior.coords)[:-1])
    return rings


def tidy(ring):
    """One decimal, no vertex twice in a row."""
    r = np.round(ring, 1)
    return r[np.any(r != np.roll(r, 1, axis=0), axis=1)]


def path(ring):
    return chain(ring)


def write(view, width, height, outline, shapes, inner, order):
    rings = tile(outline, shapes)
    row = lambda k, ring, indent: f'{indent}<path id="{k}" class="region" d="{path(ring)}"/>'
    body = [row(k, rings[k], "  ") for k in order if k in rings]
    if inner:
        body += ['  <g id="inner">', *(row(k, tidy(closed_curve(v, 1.5)), "    ") for k, v in inner.items()), "  </g>"]
    style = ".region{fill:#f1e6da;stroke:#a98f7c;stroke-width:.5;stroke-linejoin:round}#inner .region{fill:#dcb9a4;fill-opacity:.45}"
    with open(os.path.join(HERE, "..", "..", "data", "svg", f"{view}-regions.svg"), "w") as f:
        f.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}mm" height="{height}mm">\n'
                f'<style>{style}</style>\n<g id="half">\n' + "\n".join(body) + "\n</g>\n</svg>\n")
    return rings
