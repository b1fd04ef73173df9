#!/usr/bin/python3
"""Draws data/svg/back-surface.svg and data/svg/back-deep.svg."""
import os

import back_kit as kit
import back_trunk as T
import back_arm as A
import back_leg as L
import back_bones as B
import back_deep as D
from loft import document

SURFACE = [
    A.ADDUCTOR_POLLICIS, A.arm_bones, A.hand_bones, L.leg_bones, L.foot_bones, L.FIBULARIS_TERTIUS, L.TOE_EXTENSORS, L.malleolus,
    # neck and trunk
    T.SEMISPINALIS, T.SPLENIUS, T.SCM, T.head, T.OCCIPITALIS, T.ear, T.scapula_blade, T.SERRATUS, T.EXTERNAL_OBLIQUE, T.thoracolumbar_fascia,
    T.RHOMBOID, T.TERES_MAJOR, T.INFRASPINATUS, T.TERES_MINOR,
    *A.SURFACE_UPPER, T.LATISSIMUS, A.TRICEPS,
    T.iliac_crest, T.scapula_spine, T.DELTOID_MIDDLE, T.DELTOID_POSTERIOR,
    T.TRAPEZIUS_LOWER, T.TRAPEZIUS_MIDDLE, T.TRAPEZIUS_UPPER,
    *A.SURFACE_FOREARM,
    *L.SURFACE,
]

DEEP = [
    B.skull, B.clavicle, D.INTERCOSTALS, B.ribs, B.spine, D.VASTUS_LATERALIS, B.femur, B.hip, B.sacrum,
    D.QUADRATUS_LUMBORUM, D.LONGISSIMUS, D.ILIOCOSTALIS_LUMBORUM, D.ILIOCOSTALIS_THORACIS,
    # neck and shoulder
    D.BRACHIALIS, B.humerus, D.TRICEPS_MEDIAL, D.SCALENUS, D.SERRATUS_POSTERIOR_SUPERIOR, B.scapula, D.SUBSCAPULARIS, B.scapula_line, D.LEVATOR,
    D.SPLENIUS_CERVICIS, D.LONGISSIMUS_CAPITIS, D.SEMISPINALIS_CAPITIS, D.SUBOCCIPITALS, D.SPLENIUS_CAPITIS, D.SEMISPINALIS_CERVICIS,
    D.TERES_MAJOR, D.SUPRASPINATUS, D.INFRASPINATUS, D.TERES_MINOR, B.scapula_spine,
    D.RHOMBOID_MAJOR, D.RHOMBOID_MINOR, D.SERRATUS_POSTERIOR_INFERIOR,
    D.MULTIFIDI_CERVICAL, D.MULTIFIDI_THORACIC, D.MULTIFIDI_SACRAL, D.MULTIFIDI_LUMBAR,
    # arm
    B.forearm, A.ADDUCTOR_POLLICIS, A.hand_bones, A.INTEROSSEI, A.ADM, A.ANCONEUS,
    D.SUPINATOR, D.THUMB_EXTENSORS, D.ECRB, D.ECRL, D.APL, D.EXTENSOR_INDICIS,
    # hip and leg
    D.GLUTEUS_MEDIUS, D.GLUTEUS_MINIMUS, D.LEVATOR_ANI, D.TRANSVERSUS_PERINEI, D.SPHINCTER_ANI, D.OBTURATOR_INTERNUS, D.COCCYGEUS,
    D.GEMELLUS_SUPERIOR, D.GEMELLUS_INFERIOR, D.QUADRATUS_FEMORIS, D.PIRIFORMIS, D.ADDUCTOR_MAGNUS, L.SEMIMEMBRANOSUS,
    B.lower_leg, L.foot_bones, D.SOLEUS, D.POPLITEUS, D.PLANTARIS, D.TIBIALIS_POSTERIOR, D.FDL, D.FHL,
]


def write(name, parts):
    body = "\n".join([kit.ground()] + [p() for p in parts])
    path = os.path.join(kit.SVG, name)
    with open(path, "w", encoding="utf-8") as f:
        f.write(document(720, 1780, body, style=kit.STYLE))
    print(name, os.path.getsize(path) // 1024, "KiB")


if __name__ == "__main__":
    write("back-surface.svg", SURFACE)
    write("back-deep.svg", DEEP)
