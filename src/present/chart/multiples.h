/*
 * Small multiples: a panel for each series, all with one x axis and, unless each is to have its
 * own, one scale. Placed here before multiples_script.c writes it.
 */
#ifndef PRESENT_MULTIPLES_H
#define PRESENT_MULTIPLES_H

#include <prognos/chart.h>

#include "present/canvas/panels.h"
#include "present/chart/outline.h"
#include "present/chart/page.h"

#define PRG_MULTIPLES_MAX 24

typedef struct prg_multiples {
  prg_canvas canvas;
  prg_page page;
  prg_panel_grid grid;
  size_t n;
  prg_outline series[PRG_MULTIPLES_MAX];
  prg_axes axes[PRG_MULTIPLES_MAX];
  prg_frequency frequency;
  int x_first, x_last; /* ordinals */
  size_t title_lines;
  bool has_forecast, cut_axis;
} prg_multiples;

/* Places everything. prg_multiples_clear it after use, also after an error. */
prg_status prg_multiples_init(prg_multiples *chart, const prg_forecast *const *forecast, size_t n,
                              const prg_chart_options *options, prg_error *error);
void prg_multiples_clear(prg_multiples *chart);

/* multiples_words.c: headline, subtitle; the footer when it is known whether the axes are cut. */
void prg_multiples_words(prg_multiples *chart);
void prg_multiples_footer(prg_multiples *chart);
void prg_multiples_describe(const prg_multiples *chart, prg_buffer *out);

/* multiples_script.c: appends the whole script. */
void prg_multiples_script(const prg_multiples *chart, prg_buffer *out);

#endif
