#!/usr/bin/python3
"""Draws data/svg/sole-skin.svg: the right sole as a person sees it."""
import os
from shapely.geometry import Polygon
from fitting import ring
from loft import catmull_rom, spline
from sole_outline import HEIGHT, WIDTH, outline_path, outline_points

STYLE = """
    .skin { fill: #ecd8c8 }
    .line { fill: none; stroke: #b99a86; stroke-width: .6; stroke-linecap: round; stroke-linejoin: round }
    .contour { stroke-width: .9 }
    .soft { stroke-width: .4; stroke-opacity: .8 }
    .shade { fill: #70402a; fill-opacity: .0236 }
    .light.sheen { fill: #fff6ee; fill-opacity: .075 }
"""
BODY = Polygon(outline_points())
GROUPS = []


def group(name, *rows):
    GROUPS.append(f'  <g class="figure {name}">\n' + "\n".join("    " + r for r in rows) + "\n  </g>")


def path(cls, d):
    return f'<path class="{cls}" d="{d}"/>'


def line(*points):
    return path("line", spline(points))


def soft(*points):
    return path("line soft", spline(points))


def volume(cls, *points):
    """An area that fades towards its edge: the same shape inside itself a few times, never outside the foot."""
    whole, rows = Polygon(catmull_rom([*points, points[0]], 90)).buffer(0), []
    least = whole.area / whole.length
    for inset in (0, .2, .41, .62, .81, 1.0):
        piece = whole.buffer(-inset * least).intersection(BODY.buffer(-.3))
        for part in getattr(piece, "geoms", [piece]):
            if part.area > 3:
                rows.append(path(cls, ring(part.exterior.coords, .2)))
    return "\n    ".join(rows)


group("volume",
      volume("shade", (107, 128), (109, 150), (106, 176), (107, 206), (98, 220), (88, 204), (84, 176), (88, 150), (96, 132)),
      volume("shade", (36, 93), (48, 88), (62, 82), (76, 78), (92, 80), (106, 88), (104, 96), (88, 90), (72, 90), (54, 96), (42, 102)),
      volume("shade", (52, 134), (60, 160), (64, 190), (62, 214), (56, 206), (54, 176), (50, 150)),
      volume("light sheen", (96, 96), (107, 100), (110, 112), (105, 126), (94, 130), (86, 120), (87, 105)),
      volume("light sheen", (40, 106), (52, 104), (66, 100), (78, 102), (80, 116), (70, 128), (54, 130), (42, 122)),
      volume("light sheen", (62, 222), (78, 216), (94, 222), (96, 238), (88, 252), (76, 256), (66, 248)),
      volume("light sheen", (92, 54), (98, 50), (104, 56), (106, 68), (100, 76), (93, 70)),
      volume("light sheen", (75.6, 47), (79.4, 43.6), (83, 48), (82.6, 55), (79, 58), (75.8, 53)),
      volume("light sheen", (60.4, 51.6), (64, 48), (67.6, 52), (67.4, 59), (64, 62), (60.8, 57.6)),
      volume("light sheen", (45.6, 62.6), (48.6, 60), (52, 63.6), (52, 70), (49, 73), (46, 69)),
      volume("light sheen", (34.6, 79.6), (37.4, 77.4), (40.2, 80.4), (40.2, 86), (37.6, 88.6), (34.8, 85)))

group("toes",
      line((88.6, 60), (89, 68), (90.4, 75), (92.6, 80)), line((72.4, 59.6), (73, 67), (74.6, 73), (76.4, 76.6)),
      line((57, 68.6), (57.8, 74.6), (59.6, 80)), line((42.6, 80), (43.4, 85.6), (45, 89.6)),
      line((91.6, 77.6), (97.4, 80.6), (104, 80.4), (109.2, 77.4)), soft((92.4, 84), (100, 86.6), (110, 84.6)),
      line((74.8, 70), (79.4, 73.6), (84.6, 73.4), (89.4, 70)), line((58.6, 75), (63, 78.4), (68.6, 77.4), (73.6, 71.6)),
      line((43.6, 85.8), (48, 87.6), (53.4, 85.2), (58.2, 78)), line((32.8, 92), (37, 94.6), (41.4, 93), (44.4, 88)),
      soft((94, 62), (98.6, 64.4), (104, 62)), soft((76.4, 61), (79.4, 62.2), (83, 61)))

group("creases",
      line((44, 97), (54, 92.6), (66, 88), (78, 85.6), (90, 88)),
      soft((87, 92), (84, 104), (84, 118), (88, 130)), soft((86, 132), (94, 138), (104, 138)),
      soft((46, 134), (58, 137), (70, 134), (80, 128)),
      soft((88, 142), (82, 164), (80, 188), (83, 206)), soft((95, 150), (90, 170), (89, 190)),
      soft((72, 150), (70, 172), (70, 192)),
      soft((57, 214), (66, 208), (78, 206), (90, 209), (100, 216)), soft((62, 219), (72, 214.4), (82, 213.6)),
      soft((41, 128), (46, 150), (49.6, 176), (53, 204)))


def main():
    body = "\n".join(GROUPS)
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "..", "..", "data", "svg", "sole-skin.svg"), "w") as f:
        f.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}mm" height="{HEIGHT}mm">\n'
                f'<style>{STYLE}</style>\n<g id="half">\n  <path id="outline" class="skin" d="{outline_path()}"/>\n{body}\n'
                f'  <path class="line contour" d="{outline_path()}"/>\n</g>\n</svg>\n')


if __name__ == "__main__":
    main()
