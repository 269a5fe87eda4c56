#include <prognos/chart_size.h>

#include <assert.h>
#include <math.h>
#include <string.h>

#include "present/chart/chart_types.h"

const prg_chart_type *const prg_chart_types[] = {
    &prg_chart_fan,    &prg_chart_bars,      &prg_chart_change,
    &prg_chart_stack,  &prg_chart_multiples, &prg_chart_seasonal,
    &prg_chart_spread, &prg_chart_vintages,  NULL};

const prg_chart_type *prg_chart_type_find(const char *name) {
  for (size_t i = 0; prg_chart_types[i] != NULL; i++)
    if (strcmp(prg_chart_types[i]->name, name) == 0)
      return prg_chart_types[i];
  return NULL;
}

void prg_chart_options_init(prg_chart_options *options) {
  *options = (prg_chart_options){.language = PRG_SWEDISH, .capacity = NAN, .decimals = -1};
  prg_chart_size_set(options, prg_chart_sizes[0].name);
  prg_theme_of_name("default", &options->theme);
}

prg_status prg_chart_check_size(const prg_chart_options *options, prg_error *error) {
  double shape = options->height > 0 ? (double)options->width / options->height : 0;
  assert(options->text_scale >= 0.5 && options->text_scale <= 2);
  assert(options->line_scale >= 0.2 && options->line_scale <= 2);
  assert(options->dots_per_inch >= 72 && options->dots_per_inch <= 1200);
  if (options->width < 640 || options->width > 7680 || shape < 1.2 || shape > 3)
    return prg_fail(error, PRG_TEXT_CHART_SIZE,
                    PRG_ARGS(prg_integer(options->width), prg_integer(options->height)));
  return PRG_OK;
}

static prg_status check(const prg_chart_type *type, size_t n, const prg_chart_options *options,
                        prg_error *error) {
  if (n < type->least || n > type->most)
    return prg_fail(error, PRG_TEXT_CHART_NO_SERIES,
                    PRG_ARGS(prg_integer((long long)type->least),
                             prg_integer((long long)type->most), prg_integer((long long)n)));
  if (options->with_table && type->no_table != PRG_TEXT_NONE)
    return prg_fail(error, type->no_table, NULL);
  return prg_chart_check_size(options, error);
}

prg_status prg_chart_draw(const prg_chart_type *type, const prg_forecast *const *forecast, size_t n,
                          const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  prg_status status = check(type, n, options, error);
  if (status == PRG_OK)
    status = type->draw(forecast, n, options, out, error);
  if (status == PRG_OK && prg_drawing_failed(out))
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return status;
}
