#!/usr/bin/python3
"""Draws data/svg/front-skin.svg and data/svg/back-skin.svg."""
import os

from loft import document, turning
from skin_back import back_arm, back_foot, back_hand, back_head, back_leg, back_neck_torso
from skin_front import ear_front, front_arm, front_face, front_foot, front_hair, front_hand, front_leg, front_neck_torso
from skin_outline import outline_open
from skin_parts import volume
from skin_plate import Plate, STYLE


def draw(view):
    p = Plate(view == "back")
    edge = outline_open()
    d = turning([p._pt(q) for q in edge])
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
    return document(720, 1780, "\n".join("  " + r for r in p.rows), style=STYLE, before=seam)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    for view in ("front", "back"):
        with open(os.path.join(here, "..", "..", "data", "svg", f"{view}-skin.svg"), "w", encoding="utf-8") as f:
            f.write(draw(view))


if __name__ == "__main__":
    main()
