#!/usr/bin/python3
"""Draws data/svg/front-surface.svg and data/svg/front-deep.svg."""
import os

import front_arm as A
import front_bones as B
import front_deep as D
import front_head as H
import front_kit as kit
import front_leg as L
import front_trunk as T
from loft import document

SURFACE = [
    A.hand_bones, A.wrist_bones, L.foot_bones, L.leg_bones,
    # neck, deep to superficial, then the head over it
    T.longus_capitis, T.throat, T.neck_depth, T.strap_muscles, T.omohyoid_low,
    T.trapezius_upper, T.scm_clavicular, T.scm_sternal,
    T.digastric_anterior, H.ear, H.face_ground,
    H.temporalis, H.galea, H.buccinator, H.masseter, H.frontalis, H.eye, H.nose_bridge, H.procerus, H.orbicularis_oculi, H.mouth_muscles, H.nose_tip, H.lips,
    H.zygomaticus,
    # trunk
    T.teres_major, T.iliac_crest,
    T.external_oblique, T.serratus, T.latissimus, T.rectus_abdominis, T.pyramidalis, T.linea_alba, T.sternum,
    # arm
    A.triceps, A.coracobrachialis, A.brachialis, A.biceps,
    A.pronator_quadratus, A.flexor_digitorum_profundus, A.flexor_pollicis_longus, A.flexor_digitorum_superficialis, A.flexor_carpi_ulnaris,
    A.flexor_carpi_radialis, A.abductor_pollicis_longus, A.carpi_radialis_long,
    A.pronator_teres, A.brachioradialis,
    A.adductor_pollicis, A.flexor_pollicis_brevis, A.opponens, A.abductor_pollicis_brevis, A.hypothenar, A.retinaculum, A.palmaris,
    # chest and shoulder
    T.pectoralis_costal, T.pectoralis_sternal, T.sternalis, T.pectoralis_clavicular, T.clavicle, A.deltoid_posterior, A.deltoid_middle, A.deltoid_anterior, T.platysma,
    # hip, thigh, leg, foot
    T.pelvic_floor, L.gluteus_medius, L.adductor_magnus, L.gracilis, L.adductor_longus, L.iliopsoas, L.pectineus,
    L.biceps_femoris, L.vastus_lateralis, L.vastus_medialis, L.lateral_fascia, L.tract, L.retinacula, L.rectus_femoris, L.patella, L.tensor,
    L.achilles, L.soleus, L.gastrocnemius, L.tibialis_posterior, L.flexor_digitorum_longus, L.sartorius,
    L.foot_small, L.ankle_bands, L.fibularis_longus, L.fibularis_tertius, L.extensor_digitorum_longus, L.extensor_hallucis_longus, L.tibialis_anterior,
]

DEEP = [
    A.hand_bones, D.interossei_hand, L.foot_bones, D.interossei_foot,
    # neck and skull
    B.spine, D.longus_colli, D.longus_capitis, D.scalenus_posterior, D.scalenus_medius, D.scalenus_minimus, D.scalenus_anterior,
    # trunk
    B.low_ribs, D.gluteus_minimus, B.pelvis, D.levator_ani, D.diaphragm, D.quadratus_lumborum, B.scapula, D.transversus, D.internal_oblique,
    D.intercostals, B.ribs, T.sternum, D.scm, B.hyoid, H.skull, T.digastric_anterior, H.temporalis, H.buccinator, H.masseter,
    # arm
    B.forearm_bones, B.humerus, B.shoulder_tips, D.subscapularis, D.subclavius, T.clavicle, D.coracobrachialis, D.pectoralis_minor,
    D.pronator_quadratus, D.supinator, D.flexor_digitorum_profundus, D.flexor_pollicis_longus, D.brachialis,
    D.adductor_pollicis, D.opponens,
    # belly wall, thigh, leg, foot
    B.membrane_leg, D.tibialis_posterior, D.fibularis_brevis, L.leg_bones, B.femur, D.adductor_magnus, D.adductor_brevis, D.pectineus, D.iliopsoas, D.vastus_intermedius,
    B.patellar_ligament, L.patella, D.extensor_hallucis_longus,
]


def write(name, parts):
    body = "\n".join([kit.ground()] + [p() for p in parts])
    path = os.path.join(kit.SVG, name)
    with open(path, "w", encoding="utf-8") as f:
        f.write(document(720, 1780, body, style=kit.STYLE))
    print(name, os.path.getsize(path) // 1024, "KiB")


if __name__ == "__main__":
    write("front-surface.svg", SURFACE)
    write("front-deep.svg", DEEP)
