/* The figures of the seasonal plot in a strip below it: the latest years, and what is forecast. */
#include "present/chart/seasonal.h"

#include <math.h>

enum { MOST_YEARS = 4 };

static bool is_ahead(const prg_seasonal *chart, size_t line) {
  for (int k = 0; k < chart->season; k++)
    if (!isnan(chart->line[line].median[k]))
      return true;
  return false;
}

/* The earliest year that has a row. */
static size_t first_line(const prg_seasonal *chart) {
  return chart->latest + 1 > MOST_YEARS ? chart->latest + 1 - MOST_YEARS : 0;
}

/* The line of a row of forecasts, the first being row 0. */
static size_t line_ahead(const prg_seasonal *chart, size_t row) {
  size_t line = chart->latest;
  for (; line < chart->n; line++)
    if (is_ahead(chart, line) && row-- == 0)
      break;
  return line;
}

/* True if the place lies between the first figure of all and the last one. */
static bool is_within(const prg_seasonal *chart, size_t line, int place) {
  int first = prg_period_position(prg_outline_begin(&chart->series));
  int last = prg_period_position(prg_outline_origin(&chart->series));
  bool cut = chart->line[0].year > prg_period_year(prg_outline_begin(&chart->series));
  return (line > 0 || cut || place >= first) && (line < chart->latest || place <= last);
}

static bool value(const void *of, size_t row, int place, double *value) {
  const prg_seasonal *chart = of;
  size_t line = first_line(chart) + row;
  if (line <= chart->latest) {
    *value = chart->line[line].outcome[place];
    return is_within(chart, line, place);
  }
  line = line_ahead(chart, line - chart->latest - 1);
  *value = chart->line[line].median[place];
  return !isnan(*value);
}

static void add_row(prg_seasonal *chart, size_t line, bool ahead) {
  prg_buffer name = {0};
  prg_season_name(chart, line, ahead, &name);
  prg_strip_add_row(&chart->strip, prg_buffer_string(&name));
  chart->canvas.failed = chart->canvas.failed || name.failed;
  prg_buffer_free(&name);
}

void prg_seasonal_table(prg_seasonal *chart) {
  if (!chart->canvas.options->with_table)
    return;
  chart->strip = (prg_strip){.value = value, .chart = chart, .decimals = chart->series.decimals};
  for (size_t i = first_line(chart); i <= chart->latest; i++)
    add_row(chart, i, false);
  for (size_t i = chart->latest; i < chart->n; i++)
    if (is_ahead(chart, i))
      add_row(chart, i, true);
  chart->strip.n_plain = chart->strip.n;
}
