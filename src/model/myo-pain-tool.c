/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-tool.h"

struct _MyoPainTool
{
  GObject parent_instance;

  int values[5];             /* by property */
};

G_DEFINE_FINAL_TYPE (MyoPainTool, myo_pain_tool, G_TYPE_OBJECT)

enum { PROP_0, PROP_KIND, PROP_SIZE, PROP_INTENSITY, PROP_QUALITY, N_PROPS };
static GParamSpec *props[N_PROPS];

/* Half the width, mm: a fingertip's breadth, three fingers, the hand. */
static const double radii[MYO_N_BRUSH_SIZES] = { 5, 11, 22 };

static void
set_value (MyoPainTool *self,
           guint        prop_id,
           int          value)
{
  const GParamSpecInt *pspec = G_PARAM_SPEC_INT (props[prop_id]);

  g_return_if_fail (MYO_IS_PAIN_TOOL (self));

  value = CLAMP (value, pspec->minimum, pspec->maximum);
  if (self->values[prop_id] == value)
    return;

  self->values[prop_id] = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

static void
myo_pain_tool_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  set_value (MYO_PAIN_TOOL (object), prop_id, g_value_get_int (value));
}

static void
myo_pain_tool_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  g_value_set_int (value, MYO_PAIN_TOOL (object)->values[prop_id]);
}

static void
myo_pain_tool_class_init (MyoPainToolClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = myo_pain_tool_set_property;
  object_class->get_property = myo_pain_tool_get_property;

  props[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, MYO_PAIN_TOOL_HAND, MYO_PAIN_TOOL_ERASER, MYO_PAIN_TOOL_HAND, flags);
  props[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 0, MYO_N_BRUSH_SIZES - 1, 1, flags);
  props[PROP_INTENSITY] = g_param_spec_int ("intensity", NULL, NULL, 1, 10, 5, flags);
  props[PROP_QUALITY] = g_param_spec_int ("quality", NULL, NULL, 0, MYO_N_QUALITIES - 1, MYO_QUALITY_ACHE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
myo_pain_tool_init (MyoPainTool *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    self->values[i] = G_PARAM_SPEC_INT (props[i])->default_value;
}

MyoPainTool *
myo_pain_tool_new (void)
{
  return g_object_new (MYO_TYPE_PAIN_TOOL, NULL);
}

MyoPainToolKind
myo_pain_tool_get_kind (MyoPainTool *self)
{
  return (MyoPainToolKind) self->values[PROP_KIND];
}

void
myo_pain_tool_set_kind (MyoPainTool     *self,
                        MyoPainToolKind  kind)
{
  set_value (self, PROP_KIND, (int) kind);
}

int
myo_pain_tool_get_size (MyoPainTool *self)
{
  return self->values[PROP_SIZE];
}

void
myo_pain_tool_set_size (MyoPainTool *self,
                        int          size)
{
  set_value (self, PROP_SIZE, size);
}

int
myo_pain_tool_get_intensity (MyoPainTool *self)
{
  return self->values[PROP_INTENSITY];
}

void
myo_pain_tool_set_intensity (MyoPainTool *self,
                             int          intensity)
{
  set_value (self, PROP_INTENSITY, intensity);
}

MyoQuality
myo_pain_tool_get_quality (MyoPainTool *self)
{
  return (MyoQuality) self->values[PROP_QUALITY];
}

void
myo_pain_tool_set_quality (MyoPainTool *self,
                           MyoQuality   quality)
{
  set_value (self, PROP_QUALITY, (int) quality);
}

double
myo_pain_tool_get_radius (MyoPainTool *self,
                          double       pressure)
{
  double radius = radii[self->values[PROP_SIZE]];

  return pressure < 0 ? radius : radius * (.5 + MIN (pressure, 1));
}
