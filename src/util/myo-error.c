/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-error.h"

G_DEFINE_QUARK (myo-error-quark, myo_error)
