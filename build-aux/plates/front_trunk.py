"""Front of the trunk and the neck: the muscles that lie on top."""
from front_kit import Patch, blob, cord, group, joined, lines, muscle, nameless, pale, spline, strap


# --- Bones and sheets that show ----------------------------------------------------------------------------------------

def clavicle():
    a = [(216, 320), (226, 315.5), (242, 316), (262, 319), (284, 329), (308, 334), (330, 334), (344, 336), (350, 344)]
    b = [(349, 354), (340, 358), (331, 354), (316, 349), (296, 344), (275, 337), (250, 329), (232, 327), (219, 326)]
    return group("bones", ("bone", spline(a + b, True)),
                 ("shade dark", joined([(222, 324), (250, 326), (276, 334), (298, 341), (318, 346), (342, 354)],
                                       [(342, 357), (331, 354.5), (296, 343.6), (250, 328.6), (222, 326)])),
                 lines([(234, 319.5), (258, 322), (284, 332.5), (312, 339)]))


def sternum():
    a = [(360, 349), (352, 347), (345, 345.5), (339, 351), (334, 364), (334, 374), (339, 382), (344, 391), (343, 404),
         (342, 420), (340, 440), (338, 460), (338, 471), (341, 480), (346, 487), (353, 490), (354, 500), (357, 508), (360, 510)]
    rows = [("bone", joined(a, [(360, 510), (360, 349)])),
            ("shade dark", joined([(339, 351), (334, 364), (334, 374), (339, 382), (344, 391), (343, 404), (340, 440), (338, 471),
                                   (346, 487)], [(348, 478), (346, 440), (349, 392), (341, 374), (341, 356)])),
            lines([(338, 384), (349, 386), (360, 386)], [(353, 490), (360, 489)])]
    return group("bones", *rows)


def throat():
    """Thyroid cartilage and windpipe."""
    larynx = joined([(360, 262), (354, 262), (350, 270), (351, 282), (353, 290), (360, 291)])
    rings = [("bone", joined([(360, y), (353, y), (352.4, y + 3), (353, y + 6.4), (360, y + 6.6)])) for y in range(294, 344, 8)]
    tube = joined([(360, 286), (353.4, 290), (353, 346)], [(353, 346), (360, 347)], [(360, 347), (360, 286)])
    return group("fascia", ("sheet", tube)) + "\n" + group("bones", ("bone", larynx), *rings, lines([(359, 264), (358.4, 276)]))


def iliac_crest():
    return group("bones", blob([(221, 744), (226, 752), (233, 766), (239, 777), (238, 784), (232, 782), (226, 768), (219, 752)]))


def linea_alba():
    return group("fascia", ("sheet", joined([(360, 500), (355.6, 506), (355.8, 560), (356.2, 640), (356, 682), (357, 740),
                                             (357.6, 800), (358.4, 872)], [(360, 872), (360, 500)])),
                 ("line", spline([(356.4, 683), (354.8, 688), (356.8, 693), (360, 694.6)])),
                 ("line", spline([(357.6, 688), (360, 690)])))


# --- Neck ----------------------------------------------------------------------------------------------------------------

def strap_muscles():
    omohyoid = muscle("o", Patch([(346, 262), (338, 285), (334, 306), (330, 326)], [(351, 263), (344, 288), (340, 308), (335, 328)],
                                 fibres=5, tendon=(.06, .0)))
    sternohyoid = muscle("s", Patch([(348, 261), (343, 290), (343, 320), (346, 345)], [(359, 262), (353, 290), (354, 320), (359, 346)],
                                    fibres=8, tendon=(.05, .05)))
    return nameless(omohyoid, sternohyoid)


def omohyoid_low():
    return nameless(muscle("ol", strap([(318, 316), (306, 318), (292, 323), (280, 331)], [5, 4.4, 4.4, 4], fibres=4)))


def neck_depth():
    """What lies beneath the platysma at the side of the neck; the veil over it is what is hit."""
    return nameless(scalenus_anterior(), scalenus_medius(), levator_scapulae())


def longus_capitis():
    """What shows of it between the jaw and the strap muscles."""
    return muscle("longus-capitis", Patch([(333, 238), (333, 253), (335.6, 269)], [(341.6, 238), (340.4, 252), (337.4, 269)], fibres=4))


def scalenus_medius():
    return muscle("scalenus-medius", Patch([(322, 256), (316, 275), (309, 298), (304, 326)], [(330, 262), (328, 290), (321, 310), (316, 332)],
                                           fibres=7, tendon=(.0, .12)))


def scalenus_anterior():
    return muscle("scalenus-anterior", Patch([(328, 262), (325, 290), (321, 312), (317, 333)], [(333, 264), (335, 290), (332, 315), (325, 335)],
                                             fibres=6, tendon=(.0, .12)))


def levator_scapulae():
    return muscle("levator-scapulae", Patch([(318, 250), (311, 274), (299, 296), (280, 318)], [(324, 256), (319, 280), (310, 302), (290, 330)],
                                            fibres=8))


def digastric_anterior():
    return muscle("digastric-anterior", Patch([(349, 244), (346, 253), (342, 262)], [(358, 245), (353, 255), (345, 263)],
                                              fibres=5, tendon=(.08, .3)))


def platysma():
    """Only the outer part of the thin sheet, so that the muscles beneath it stay in sight."""
    p = Patch([(310, 230), (313, 262), (307, 292), (292, 314), (270, 331)], [(318, 236), (322.6, 270), (321, 305), (317.6, 328), (312, 346)],
              insertion=[(284, 336.6), (299, 343)], fibres=10)
    p.shading = lambda: [("shade dark", p.band(.86, 1))]
    return muscle("platysma", p).replace('"belly"', '"belly thin"')


def scm_clavicular():
    return muscle("sternocleidomastoid-clavicular",
                  Patch([(309, 216), (314, 248), (315.6, 278), (312, 308), (303, 334)], [(322, 236), (328, 282), (332, 312), (334, 337)],
                        insertion=[(318, 337)], fibres=11, tendon=(.0, .14)))


def scm_sternal():
    return muscle("sternocleidomastoid-sternal",
                  Patch([(299, 176), (304, 199), (310, 232), (317, 260), (327, 292), (337, 322), (343, 352)],
                        [(305, 176), (314, 201), (321, 224), (332, 248), (339, 272), (344, 304), (348, 330), (353.4, 351)],
                        insertion=[(348, 353)], fibres=13, tendon=(.08, .2)))


def trapezius_upper():
    return muscle("trapezius-upper",
                  Patch([(316, 259), (311, 271), (299, 288), (277, 303.6), (249, 315)], [(317, 261), (317.6, 276), (313, 293), (300, 308), (281, 328)],
                        insertion=[(264, 320)], fibres=13, tendon=(.0, .1)))


# --- Chest ---------------------------------------------------------------------------------------------------------------

def pectoralis_clavicular():
    return muscle("pectoralis-major-clavicular",
                  Patch([(272, 330), (248, 339), (226, 349), (204, 366), (188, 393), (170, 423)],
                        [(327, 351), (296, 358.6), (264, 370.4), (237, 382.6), (211, 395), (194, 408), (176, 425)],
                        origin=[(284, 338), (304, 345)], fibres=13, tendon=(.035, .17)))


def pectoralis_sternal():
    return muscle("pectoralis-major-sternal",
                  Patch([(326, 351), (294, 355), (260, 367), (229, 381), (202, 396), (186, 412), (174, 423)],
                        [(340, 483), (318, 501), (288, 511), (258, 498.6), (247, 483.6), (236, 464), (226, 443), (219, 430.6), (210, 418.4), (191, 420.6), (176, 426)],
                        origin=[(343, 364), (350, 380), (352, 406), (351, 436), (347, 462)],
                        fibres=26, tendon=(.03, .12)))


def pectoralis_costal():
    return muscle("pectoralis-major-costal",
                  Patch([(276, 500), (262, 484), (246, 460), (230, 434), (212, 414), (184, 413)],
                        [(272, 507), (259, 501), (247, 489), (237, 479.6), (229, 471), (225.4, 454), (215.6, 435), (205, 422.6), (194, 417.4), (184, 420)],
                        fibres=8, tendon=(.0, .05)))


def sternalis():
    return muscle("sternalis", Patch([(347, 376), (342, 410), (338, 440), (334, 478)], [(349.4, 377), (347, 410), (344, 440), (338, 479)],
                                     fibres=4, tendon=(.22, .2)))


def serratus():
    """Five digitations between the breast muscle and the external oblique."""
    tips = [((217, 446), (222, 470), (238, 474), (232, 457)), ((216, 464), (220, 490), (247, 496), (238, 474)),
            ((216, 486), (219, 512), (247, 519), (246, 496)), ((216, 508), (220, 534), (243, 541), (246, 519)),
            ((217, 530), (221, 556), (236, 563), (242, 541))]
    patches = []
    for up, down, tip_low, tip_high in tips:
        mid = ((tip_low[0] + tip_high[0]) / 2 + 6, (tip_low[1] + tip_high[1]) / 2 + 2)
        patches.append(Patch([up, ((up[0] + tip_high[0]) / 2, (up[1] + tip_high[1]) / 2 - 1), tip_high],
                             [down, ((down[0] + tip_low[0]) / 2, (down[1] + tip_low[1]) / 2), tip_low],
                             insertion=[mid], fibres=5, tendon=(.0, .12)))
    return muscle("serratus-anterior", *patches[::-1])


def latissimus():
    return muscle("latissimus-dorsi", Patch([(205, 424), (214, 440), (216, 470), (217.6, 530), (223.6, 598)],
                                            [(213, 424), (223, 447), (224, 474), (224, 530), (224, 599)], fibres=4))


def teres_major():
    return muscle("teres-major", Patch([(204, 421), (210, 434), (218, 451)], [(210, 420), (219, 436), (224, 452)], fibres=4))


# --- Belly ---------------------------------------------------------------------------------------------------------------

def external_oblique():
    crest = (222, 746)
    # serrated upper border: each slip interlocks with a digitation of serratus anterior
    border = [(302, 496), (280, 498), (256, 488), (238, 502), (226, 540), (223, 590)]
    flesh = Patch([border[0], (303, 540), (304, 585), (304, 640)], [border[-1], (226, 612), (232, 640), (240, 676), (237, 706), crest],
                  origin=border[1:-1], insertion=[(303, 690), (297, 722), (276, 752), (244, 768)],
                  fibres=20, tendon=(.02, .06))
    apron = Patch([(304, 628), (303, 700), (309, 760), (326, 820), (346, 872)], [(223, 743), (228, 765), (236, 784), (260, 812), (298, 848), (345, 875)],
                  origin=[(300, 690), (293, 719), (273, 748), (242, 762)])
    return muscle("external-oblique", flesh, extra=pale(apron, 14, belly=False))


def rectus_abdominis():
    patches = [
        Patch([(302, 498), (297, 524), (297, 552)], [(355, 489), (355.2, 520), (355.4, 547)], origin=[(318, 490), (334, 484), (344, 486)],
              insertion=[(318, 555), (338, 550)], fibres=11, tendon=(.30, .10)),
        Patch([(297, 551.5), (295.5, 580), (297, 610)], [(355.4, 546.5), (355.6, 575), (355.6, 604)], origin=[(318, 556.5), (338, 551.5)],
              insertion=[(318, 614), (338, 609)], fibres=11, tendon=(.09, .09)),
        Patch([(297, 611.5), (298, 645), (301, 680)], [(355.6, 605.5), (355.8, 640), (355.6, 675)], origin=[(318, 615.5), (338, 610.5)],
              insertion=[(320, 684), (340, 680)], fibres=11, tendon=(.08, .08)),
        Patch([(301, 681.5), (305, 730), (315, 786), (328, 828), (345, 870)], [(355.6, 677), (356.6, 730), (357.4, 800), (358, 872)],
              origin=[(320, 685.5), (340, 681.5)], insertion=[(352, 873)], fibres=12, tendon=(.04, .10))]
    bands = [cord(c, [3.4, 4.6, 3.4, 4.6, 3.2], "tendon") for c in (
        [(297.4, 551), (318, 555.6), (338, 550.8), (355.4, 546)], [(297.4, 611), (318, 614.8), (338, 609.8), (355.6, 604.6)],
        [(301.4, 681), (320, 684.8), (340, 680.8), (355.6, 676)])]
    return muscle("rectus-abdominis", *patches, extra=bands)


def pyramidalis():
    return muscle("pyramidalis", Patch([(345.5, 870), (351, 846), (357, 806)], [(358, 872), (358, 846), (357.8, 806)], fibres=7,
                                       tendon=(.08, .12)))


# --- Pelvic floor --------------------------------------------------------------------------------------------------------

def pelvic_floor():
    return "\n".join([
        muscle("ischiocavernosus", strap([(345, 903), (348.6, 893), (354.4, 880.6)], [5, 6.4, 2.6], fibres=4, tendon=(.0, .2))),
        muscle("transversus-perinei", strap([(343, 904), (352, 904.6), (359.6, 904)], [4, 4.8, 4.4], fibres=4)),
        muscle("bulbospongiosus", Patch([(358, 881), (353, 890), (352.8, 896), (356.6, 902.6)], [(360, 880), (360, 888), (360, 896), (360, 903)], fibres=5))])
