#include <prognos/chart_share.h>

#include <math.h>
#include <stdlib.h>

#include <prognos/chart_spread.h>

enum { MIDDLE, LOW, HIGH, DIRECT, STRAIGHT, LINES };

static double value_of(const prg_share_year *year, int line) {
  switch (line) {
  case MIDDLE:
    return year->pupils[PRG_VARIANT_MIDDLE];
  case LOW:
    return year->pupils[PRG_VARIANT_LOW];
  case HIGH:
    return year->pupils[PRG_VARIANT_HIGH];
  case DIRECT:
    return year->rival[PRG_SHARE_DIRECT];
  default:
    return year->rival[PRG_SHARE_LINE];
  }
}

/* Adds the line unless it tells nothing. */
static void add_line(const prg_share *share, int which, const char *name, double *value,
                     prg_spread_line *line, size_t *n) {
  bool tells = false;
  for (size_t h = 0; h < share->horizon; h++) {
    value[h] = value_of(&share->year[h], which);
    tells = tells || !isnan(value[h]);
  }
  if (tells)
    line[(*n)++] = (prg_spread_line){name, value};
}

prg_status prg_share_draw(const prg_share *share, const prg_chart_options *options,
                          prg_drawing *out, prg_error *error) {
  static const prg_text name[LINES] = {PRG_TEXT_SPREAD_SHARE, PRG_TEXT_SPREAD_SHARE_LOW,
                                       PRG_TEXT_SPREAD_SHARE_HIGH, PRG_TEXT_SPREAD_DIRECT,
                                       PRG_TEXT_SPREAD_STRAIGHT};
  prg_spread_line line[LINES];
  double *value = calloc(LINES * (share->horizon + 1), sizeof *value);
  if (value == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_spread spread = {.series = share->forecast.series,
                       .origin = share->forecast.origin,
                       .horizon = share->horizon,
                       .line = line,
                       .band = &share->forecast};
  for (int k = 0; k < LINES; k++)
    add_line(share, k, prg_text_get(name[k], options->language), value + (size_t)k * share->horizon,
             line, &spread.n);
  prg_status status = prg_spread_draw(&spread, options, out, error);
  free(value);
  return status;
}
