/* How much an answer counts.
 *
 * Two examiners agree on the signs of a trigger point only in part (Rathbone 2017, PubMed 28098584: tenderness κ 0.68, recognised pain
 * 0.58; Lucas 2009: taut band −0.08 to 0.75).  So an answer moves a muscle up or down the list and never decides alone, what
 * is agreed on best counts most, and a no counts more than a yes: tender bands are found in most people without pain
 * (Zuil-Escobar 2016: 77 % of 206), so finding one proves little, while a muscle that does not hurt when pressed is hardly the
 * source.  The values themselves are Myomap's own choice within these bounds; no study gives likelihood ratios for them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-findings.h"

static const struct { double yes, no; } factors[MYO_N_SIGNS] = {
  [MYO_SIGN_BAND]       = { 1.05, .90 },
  [MYO_SIGN_TENDER]     = { 1.10, .50 },
  [MYO_SIGN_KNOWN_PAIN] = { 1.25, .60 },
};

struct _MyoFindings
{
  GObject parent_instance;

  GHashTable *signs;         /* "muscle:side:sign" → MyoAnswer */
  GHashTable *flags;         /* id → MyoAnswer */
};

G_DEFINE_FINAL_TYPE (MyoFindings, myo_findings, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
myo_findings_finalize (GObject *object)
{
  MyoFindings *self = MYO_FINDINGS (object);

  g_hash_table_unref (self->signs);
  g_hash_table_unref (self->flags);

  G_OBJECT_CLASS (myo_findings_parent_class)->finalize (object);
}

static void
myo_findings_class_init (MyoFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = myo_findings_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
myo_findings_init (MyoFindings *self)
{
  self->signs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->flags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

MyoFindings *
myo_findings_new (void)
{
  return g_object_new (MYO_TYPE_FINDINGS, NULL);
}

static char *
make_key (const char *muscle,
          MyoSide     side,
          MyoSign     sign)
{
  return g_strdup_printf ("%s:%s:%d", muscle, myo_side_get_nick (side), (int) sign);
}

/* @key: (transfer full) */
static void
set_answer (MyoFindings *self,
            GHashTable  *table,
            char        *key,
            MyoAnswer    answer)
{
  if (GPOINTER_TO_INT (g_hash_table_lookup (table, key)) == (int) answer)
    {
      g_free (key);
      return;
    }

  g_hash_table_insert (table, key, GINT_TO_POINTER ((int) answer));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
myo_findings_set_sign (MyoFindings *self,
                       const char  *muscle,
                       MyoSide      side,
                       MyoSign      sign,
                       MyoAnswer    answer)
{
  g_return_if_fail (MYO_IS_FINDINGS (self) && muscle != NULL);

  set_answer (self, self->signs, make_key (muscle, side, sign), answer);
}

MyoAnswer
myo_findings_get_sign (MyoFindings *self,
                       const char  *muscle,
                       MyoSide      side,
                       MyoSign      sign)
{
  g_autofree char *key = make_key (muscle, side, sign);

  return (MyoAnswer) GPOINTER_TO_INT (g_hash_table_lookup (self->signs, key));
}

gboolean
myo_findings_is_checked (MyoFindings *self,
                         const char  *muscle,
                         MyoSide      side)
{
  for (int i = 0; i < MYO_N_SIGNS; i++)
    if (myo_findings_get_sign (self, muscle, side, (MyoSign) i) != MYO_ANSWER_NONE)
      return TRUE;
  return FALSE;
}

gboolean
myo_findings_is_refuted (MyoFindings *self,
                         const char  *muscle,
                         MyoSide      side)
{
  return myo_findings_get_sign (self, muscle, side, MYO_SIGN_TENDER) == MYO_ANSWER_NO
         || (myo_findings_get_sign (self, muscle, side, MYO_SIGN_BAND) == MYO_ANSWER_NO
             && myo_findings_get_sign (self, muscle, side, MYO_SIGN_KNOWN_PAIN) == MYO_ANSWER_NO);
}

double
myo_findings_get_factor (MyoFindings *self,
                         const char  *muscle,
                         MyoSide      side)
{
  double factor = 1;

  /* Nearly always nothing was answered at all: the ranking asks for every muscle. */
  if (g_hash_table_size (self->signs) == 0)
    return 1;

  for (int i = 0; i < MYO_N_SIGNS; i++)
    {
      MyoAnswer answer = myo_findings_get_sign (self, muscle, side, (MyoSign) i);

      if (answer != MYO_ANSWER_NONE)
        factor *= answer == MYO_ANSWER_YES ? factors[i].yes : factors[i].no;
    }
  return factor;
}

void
myo_findings_set_flag (MyoFindings *self,
                       const char  *flag,
                       MyoAnswer    answer)
{
  g_return_if_fail (MYO_IS_FINDINGS (self) && flag != NULL);

  set_answer (self, self->flags, g_strdup (flag), answer);
}

MyoAnswer
myo_findings_get_flag (MyoFindings *self,
                       const char  *flag)
{
  return (MyoAnswer) GPOINTER_TO_INT (g_hash_table_lookup (self->flags, flag));
}

void
myo_findings_reset (MyoFindings *self)
{
  g_return_if_fail (MYO_IS_FINDINGS (self));

  if (g_hash_table_size (self->signs) + g_hash_table_size (self->flags) == 0)
    return;

  g_hash_table_remove_all (self->signs);
  g_hash_table_remove_all (self->flags);
  g_signal_emit (self, signals[CHANGED], 0);
}
