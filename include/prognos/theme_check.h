/*
 * Whether a theme can be read by everyone: contrasts of WCAG 2.2, and series that are told apart in
 * every colour vision and without colours.
 */
#ifndef PROGNOS_THEME_CHECK_H
#define PROGNOS_THEME_CHECK_H

#include <prognos/theme.h>

PRG_BEGIN_C

typedef enum prg_theme_verdict {
  PRG_THEME_HOLDS,
  PRG_THEME_HOLDS_BY_SHAPE, /* too alike in grey, but dash and marker differ */
  PRG_THEME_BROKEN
} prg_theme_verdict;

/* Two things of the theme that a rule was applied to. */
typedef struct prg_theme_finding {
  prg_text rule;
  char first[32], second[32]; /* "quiet", "colour[2]", "band(colour[2])" */
  double measured, wanted;    /* a ratio, a difference; 0 or 1 if the rule is one of yes and no */
  bool is_shape;              /* it is */
  prg_theme_verdict verdict;
} prg_theme_finding;

#define PRG_THEME_FINDINGS 90 /* if every pair breaks every rule */

/* A plain value. */
typedef struct prg_theme_check {
  prg_theme_finding finding[PRG_THEME_FINDINGS]; /* of each rule all that break it, or the worst */
  size_t n;
  size_t n_broken;
} prg_theme_check;

void prg_theme_check_init(prg_theme_check *check, const prg_theme *theme);

/* Appends the findings as a table. */
void prg_theme_check_write(const prg_theme_check *check, prg_language language, prg_buffer *out);

PRG_END_C

#endif
