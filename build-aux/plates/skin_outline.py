"""The silhouette of a standing adult from the front, and the measures of hand and foot that the skin is drawn from.

Every curve is given by a few hand-placed points on the right half of a standing adult, in millimetres, the
midline at x = 360, the right side of the body at x < 360 (the front view).  The back view is the same
silhouette mirrored; its details are placed in the same right-side coordinates and mirrored as well.

A point of three members, (x, y, 1), is a corner: the curve may turn there.
"""
import math

from shapely.geometry import Polygon

from loft import sampled

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


# ---------------------------------------------------------------- measures along it

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
