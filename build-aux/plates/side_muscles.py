#!/usr/bin/python3
"""Draws data/svg/side-surface.svg and data/svg/side-deep.svg from the modules side_head … side_leg and side_deep."""
import side_arm
import side_deep
import side_head
import side_leg
import side_trunk
from loft import document
from side_kit import STYLE, ground, write
from side_outline import HEIGHT, WIDTH, outline_path


def surface():
    head = side_head.surface()
    return "\n".join([
        ground(outline_path()), head["behind"], side_trunk.back(), side_trunk.front(), side_trunk.chest(), head["neck"], head["trapezius"], head["head"],
        side_trunk.groin(), side_leg.knee_joint(), side_leg.thigh(), side_trunk.hip(), side_leg.knee(), side_leg.foot(), side_leg.leg(), side_leg.bands(), side_arm.surface()])


def main():
    write("side-surface.svg", document(WIDTH, HEIGHT, surface(), mirror=False, style=STYLE))
    deep = ground(outline_path()) + "\n" + side_deep.plate()
    write("side-deep.svg", document(WIDTH, HEIGHT, deep, mirror=False, style=STYLE))


if __name__ == "__main__":
    main()
