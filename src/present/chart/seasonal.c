#include "present/chart/seasonal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "present/chart/chart_types.h"

int prg_season_end(const prg_seasonal *chart, const prg_season_line *line) {
  int k = chart->season - 1;
  while (k >= 0 && isnan(prg_season_shown(line, k)))
    k--;
  return k;
}

double prg_season_shown(const prg_season_line *line, int place) {
  return isnan(line->outcome[place]) ? line->median[place] : line->outcome[place];
}

/* --- the years --- */

static prg_season_line *find_line(prg_seasonal *chart, prg_period period) {
  int first = chart->line[0].year, year = prg_period_year(period);
  return year < first || year >= first + (int)chart->n ? NULL : &chart->line[year - first];
}

static prg_season_line empty_line(int year) {
  prg_season_line line = {.year = year};
  for (int k = 0; k < PRG_SEASON_MAX; k++)
    line.outcome[k] = line.median[k] = line.lower[k] = line.upper[k] = NAN;
  return line;
}

/* A week 53 falls on the place of week 52, and is not shown. */
static void fill_outcome(prg_seasonal *chart) {
  const prg_outline *series = &chart->series;
  for (size_t t = series->first; t <= series->last; t++) {
    prg_period period = prg_series_period(series->series, t);
    prg_season_line *line = find_line(chart, period);
    int place = prg_period_position(period);
    if (line != NULL && isnan(line->outcome[place]))
      line->outcome[place] = series->series->value[t];
  }
}

/* One year ahead: what comes after repeats it. */
static size_t shown_horizon(const prg_seasonal *chart) {
  size_t season = (size_t)chart->season;
  return chart->series.horizon < season ? chart->series.horizon : season;
}

static void fill_forecast(prg_seasonal *chart) {
  const prg_forecast *forecast = chart->series.forecast;
  for (size_t h = 1; h <= shown_horizon(chart); h++) {
    prg_period period = prg_forecast_period(forecast, h);
    prg_season_line *line = find_line(chart, period);
    int place = prg_period_position(period);
    if (line == NULL || !isnan(prg_season_shown(line, place)))
      continue;
    line->median[place] = prg_forecast_point(forecast, h);
    prg_forecast_interval(forecast, h, 0.80, &line->lower[place], &line->upper[place]);
  }
}

static prg_status make_lines(prg_seasonal *chart, prg_error *error) {
  const prg_outline *series = &chart->series;
  prg_period origin = prg_outline_origin(series);
  int first = prg_period_year(prg_outline_begin(series));
  int last = prg_period_year(prg_period_add(origin, (int)shown_horizon(chart)));
  first = first < last - PRG_SEASON_YEARS + 1 ? last - PRG_SEASON_YEARS + 1 : first;
  chart->n = (size_t)(last - first + 1);
  chart->line = malloc(chart->n * sizeof *chart->line);
  if (chart->line == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < chart->n; i++)
    chart->line[i] = empty_line(first + (int)i);
  fill_outcome(chart);
  fill_forecast(chart);
  int latest = prg_period_year(prg_series_period(series->series, series->last));
  chart->latest = (size_t)(latest - first);
  return PRG_OK;
}

static bool is_whole(const prg_seasonal *chart, const prg_season_line *line) {
  for (int k = 0; k < chart->season; k++)
    if (isnan(line->outcome[k]))
      return false;
  return true;
}

static void find_means(prg_seasonal *chart) {
  size_t whole = 0;
  for (size_t i = 0; i < chart->n; i++)
    whole += is_whole(chart, &chart->line[i]);
  for (int k = 0; k < chart->season; k++) {
    double sum = 0, n = 0;
    for (size_t i = 0; i < chart->n; i++) {
      const prg_season_line *line = &chart->line[i];
      if (isnan(line->outcome[k]) || (whole > 0 && !is_whole(chart, line)))
        continue;
      sum += line->outcome[k];
      n++;
    }
    chart->mean[k] = n > 0 ? sum / n : NAN;
  }
}

/* --- the axes --- */

static prg_status find_range(prg_seasonal *chart, prg_error *error) {
  prg_axes *axes = &chart->axes;
  axes->y_lowest_shown = INFINITY;
  axes->y_highest_shown = -INFINITY;
  for (size_t i = 0; i < chart->n; i++)
    for (int k = 0; k < chart->season; k++) {
      prg_axes_include(axes, chart->line[i].outcome[k]);
      prg_axes_include(axes, chart->line[i].lower[k]);
      prg_axes_include(axes, chart->line[i].upper[k]);
    }
  if (!(fmax(fabs(axes->y_lowest_shown), fabs(axes->y_highest_shown)) < 1e15))
    return prg_fail(error, PRG_TEXT_CHART_TOO_LARGE, PRG_ARGS(prg_integer(PRG_SEASON_YEARS)));
  axes->x_low = -0.5;
  axes->x_high = chart->season - 0.5;
  axes->x_last = chart->season - 1;
  return PRG_OK;
}

/* "jan." of "jan. 2022" */
static void name_place(const prg_seasonal *chart, int place, char text[PRG_PERIOD_BYTES]) {
  prg_period period = prg_outline_origin(&chart->series);
  period.ordinal += place - prg_period_position(period);
  prg_period_print_people(period, chart->canvas.options->language, text);
  char *blank = strrchr(text, ' ');
  if (blank != NULL)
    *blank = '\0';
}

static void add_places(prg_seasonal *chart) {
  double widest = 0;
  char text[PRG_PERIOD_BYTES];
  for (int k = 0; k < chart->season; k++) {
    name_place(chart, k, text);
    widest = fmax(widest, prg_text_width(text, PRG_TEXT_SIZE, false));
  }
  double pixels = prg_axes_x(&chart->axes, 1) - prg_axes_x(&chart->axes, 0);
  double column = fmax(widest + 0.6 * PRG_TEXT_SIZE, chart->axes.column_width);
  int step = (int)ceil(column / pixels);
  for (int k = 0; k < chart->season; k += step) {
    name_place(chart, k, text);
    prg_add_tick(&chart->canvas, chart->axes.x_tick, &chart->axes.n_x_tick, k, text);
  }
}

static void place(prg_seasonal *chart) {
  prg_axes *axes = &chart->axes;
  prg_canvas *canvas = &chart->canvas;
  prg_seasonal_words(chart);
  axes->top = prg_page_write_top(&chart->page, canvas) + PRG_TEXT_LEADING;
  prg_seasonal_table(chart);
  double below = 2.9 * PRG_TEXT_LEADING + prg_strip_height(&chart->strip);
  axes->bottom = canvas->height - 2 * PRG_EDGE -
                 prg_strip_height(&chart->strip); /* near enough to choose the ticks */
  prg_axes_y_ticks(axes, canvas, prg_series_is_count(chart->series.series), false);
  prg_seasonal_footer(chart);
  axes->bottom = prg_page_write_bottom(&chart->page, canvas) - below;
  axes->left = PRG_EDGE + fmax(prg_axes_y_width(axes, canvas) + 18,
                               prg_strip_label_width(&chart->strip, axes, canvas));
  axes->right = canvas->width - PRG_EDGE - prg_seasonal_column_width(chart);
  prg_strip_fit(&chart->strip, axes, canvas);
  add_places(chart);
  prg_strip_add(&chart->strip, axes, canvas);
  prg_seasonal_labels(chart);
}

prg_status prg_seasonal_init(prg_seasonal *chart, const prg_forecast *forecast,
                             const prg_chart_options *options, prg_error *error) {
  *chart = (prg_seasonal){0};
  prg_canvas_init(&chart->canvas, options);
  prg_outline_init(&chart->series, forecast, options->decimals);
  const prg_series *series = forecast->series;
  if (chart->series.empty)
    return prg_fail(error, PRG_TEXT_CHART_NO_FIGURES, PRG_ARGS(prg_string(series->name)));
  prg_frequency frequency = series->start.frequency;
  chart->season = prg_frequency_season(frequency);
  if (chart->season < 2 || frequency == PRG_DAY)
    return prg_fail(
        error, PRG_TEXT_SEASONAL_NONE,
        PRG_ARGS(prg_string(series->name), prg_text_argument(prg_frequency_text(frequency))));
  prg_status status = make_lines(chart, error);
  if (status == PRG_OK)
    status = find_range(chart, error);
  if (status != PRG_OK)
    return status;
  find_means(chart);
  place(chart);
  return chart->canvas.failed || chart->canvas.text.failed
             ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
             : PRG_OK;
}

void prg_seasonal_clear(prg_seasonal *chart) {
  free(chart->line);
  prg_strip_clear(&chart->strip);
  prg_page_clear(&chart->page);
  prg_canvas_clear(&chart->canvas);
}

static prg_status draw(const prg_forecast *const *forecast, size_t n,
                       const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  (void)n;
  prg_seasonal chart;
  prg_status status = prg_seasonal_init(&chart, forecast[0], options, error);
  if (status == PRG_OK) {
    prg_seasonal_script(&chart, &out->script);
    prg_buffer_add(&out->title, prg_buffer_string(&chart.page.title));
    prg_seasonal_describe(&chart, &out->description);
  }
  prg_seasonal_clear(&chart);
  return status;
}

const prg_chart_type prg_chart_seasonal = {"seasonal",   PRG_TEXT_CHART_TYPE_SEASONAL, 1, 1, draw,
                                           PRG_TEXT_NONE};
