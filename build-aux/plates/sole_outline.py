"""The silhouette of the right sole, toes up, great toe on the right, from a few hand-set points in mm."""
import numpy as np
from loft import catmull_rom, joined

WIDTH, HEIGHT = 140, 300

GREAT = [(88.6, 60), (89, 53.6), (92, 48.4), (97.8, 46), (103.2, 48), (106.6, 55.6), (108.2, 66.6), (109.4, 78.6), (111.2, 90)]
INNER = [(111.2, 90), (113.6, 98), (114.8, 108), (113.6, 121), (111.6, 136), (109.2, 152), (107.4, 168), (107.4, 182),
         (108.8, 196), (108.6, 210), (106.2, 225.4), (101.4, 239.6), (95.4, 251), (87.6, 260.4), (78, 265)]
OUTER = [(78, 265), (68.4, 262.6), (61, 252), (55.6, 237.4), (50.4, 222), (46.8, 206), (46, 190), (43.2, 174), (41, 158),
         (38.4, 142), (35.4, 127), (33.6, 114), (33, 102), (32.6, 91)]
FIFTH = [(32.6, 91), (32, 83.6), (33.2, 77), (37, 74.4), (40.6, 75.8), (42.6, 80)]
FOURTH = [(42.6, 80), (43, 69.6), (44.6, 61), (48.4, 57.2), (52.6, 58.6), (55.2, 62.6), (57, 68.6)]
THIRD = [(57, 68.6), (58.4, 58), (60, 49.4), (63.8, 45.4), (68.2, 47), (70.8, 52.4), (72.4, 59.6)]
SECOND = [(72.4, 59.6), (73.4, 50), (75.2, 43.4), (79.2, 40.8), (83.6, 43), (86.6, 50), (88.6, 60)]
EDGES = (GREAT + INNER[1:] + OUTER[1:] + FIFTH[1:], FOURTH, THIRD, SECOND)


def dense(points, every=2.0):
    """Points along the smooth curve, about `every` mm apart."""
    p = np.asarray(points, float)
    length = np.hypot(*np.diff(catmull_rom(p, 200), axis=0).T).sum()
    return catmull_rom(p, max(4, int(round(length / every)) + 1))


def outline_path():
    return joined(*EDGES)


def outline_points(every=2.0):
    """The silhouette as a ring of vertices, the last not repeating the first."""
    return np.vstack([dense(e, every)[:-1] for e in EDGES])
