/* The ranges of the axes, and ticks at numbers that a person would choose. */
#include "present/plot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/number.h>

/* A y axis begins at 0 unless the figures would then fill less than this part of it. */
static const double least_filled = 0.3;
/* Room above the highest figure, for its label; part of the range. */
static const double headroom = 0.05;
/* Years that are called forecast; those after it are called outlook. */
static const int forecast_years = 5;
/* Days in a century: more are not told apart in any picture. */
static const int most_periods = 36525;

static void include_value(prg_plot *plot, double value) {
  plot->y_lowest_shown = fmin(plot->y_lowest_shown, value);
  plot->y_highest_shown = fmax(plot->y_highest_shown, value);
}

static void include_series(prg_plot *plot, const prg_outline *series) {
  plot->x_first = plot->x_first < prg_outline_begin(series).ordinal
                      ? plot->x_first
                      : prg_outline_begin(series).ordinal;
  int end = prg_outline_end(series).ordinal;
  plot->x_last = plot->x_last > end ? plot->x_last : end;
  for (size_t t = series->first; t <= series->last; t++)
    include_value(plot, series->series->value[t]); /* fmin and fmax pass over NaN */
  for (size_t h = 1; h <= series->horizon; h++) {
    double lower, upper;
    prg_forecast_interval(series->forecast, h, plot->both_bands ? 0.95 : 0.80, &lower, &upper);
    include_value(plot, lower);
    include_value(plot, upper);
  }
}

prg_status prg_plot_ranges(prg_plot *plot, prg_error *error) {
  plot->y_lowest_shown = INFINITY;
  plot->y_highest_shown = -INFINITY;
  plot->x_first = prg_outline_begin(&plot->series[0]).ordinal;
  plot->x_last = plot->x_first;
  for (size_t i = 0; i < plot->n; i++)
    include_series(plot, &plot->series[i]);
  if (plot->has_capacity)
    include_value(plot, plot->options->capacity);
  double largest = fmax(fabs(plot->y_lowest_shown), fabs(plot->y_highest_shown));
  if (!(largest < 1e15) || (double)plot->x_last - plot->x_first > most_periods)
    return prg_fail(error, PRG_TEXT_CHART_TOO_LARGE, PRG_ARGS(prg_integer(most_periods)));
  double pad = fmax(0.5, 0.015 * (plot->x_last - plot->x_first));
  plot->x_low = plot->x_first - pad;
  plot->x_high = plot->x_last + pad;
  int season =
      plot->origin.frequency == PRG_DAY ? 365 : prg_frequency_season(plot->origin.frequency);
  plot->x_outlook = plot->origin.ordinal + forecast_years * season;
  return PRG_OK;
}

/* The smallest of 1, 2, 2.5, 5 · 10^k that is at least `least`; as a whole number of 10^*power. */
static double nice_step(double least, bool whole, int *power) {
  static const double multiple[] = {10, 20, 25, 50, 100};
  *power = (int)floor(log10(least)) - 1;
  double scaled = least / pow(10, *power);
  double step = multiple[4];
  for (int i = 4; i >= 0; i--)
    if (multiple[i] >= scaled * (1 - 1e-9))
      step = multiple[i];
  double size = step * pow(10, *power);
  if (whole && size < 1) {
    *power = 0;
    return 1;
  }
  if (whole && size < 10 && step == 25) /* 2.5 of something that is counted */
    return 50;
  return step;
}

/* i · step · 10^power, exact where a division by a power of ten is. */
static double tick_value(double i, double step, int power) {
  return power < 0 ? i * step / pow(10, -power) : i * step * pow(10, power);
}

static int tick_decimals(double step, int power) {
  int decimals = -power;
  if (fmod(step, 10) == 0)
    decimals--;
  return decimals > 0 ? decimals : 0;
}

static void add_tick(prg_plot *plot, prg_plot_tick *tick, size_t *n, double at, const char *text) {
  if (*n == PRG_PLOT_TICKS)
    return;
  tick[(*n)++] = (prg_plot_tick){at, plot->text.length, strlen(text)};
  prg_buffer_add(&plot->text, text);
}

static bool counts_something(const prg_plot *plot) {
  for (size_t i = 0; i < plot->n; i++)
    if (!prg_series_is_count(plot->series[i].series))
      return false;
  return true;
}

void prg_plot_y_ticks(prg_plot *plot) {
  double low = plot->y_lowest_shown;
  double high = plot->y_highest_shown + headroom * (plot->y_highest_shown - fmin(low, 0));
  plot->cut_axis = low > 0 && high - low < least_filled * high && low < plot->y_highest_shown;
  if (!plot->cut_axis) {
    low = fmin(low, 0);
    high = fmax(high, 0);
  } else {
    double air = plot->y_highest_shown - low; /* the line in the middle third */
    high = plot->y_highest_shown + 0.5 * air;
    low = fmax(0, low - 0.5 * air);
  }
  if (high - low <= 0)
    high = low + 1;
  int power;
  double wanted = floor((plot->bottom - plot->top) / 95); /* pixels between grid lines */
  double step = nice_step((high - low) / fmax(2, wanted), counts_something(plot), &power);
  double size = tick_value(1, step, power);
  double first = floor(low / size + 1e-9), last = floor(high / size + 1e-9);
  plot->y_low = tick_value(first, step, power);
  plot->y_high = fmax(high, plot->y_low + size);
  for (int k = 0; k <= (int)(last - first); k++) {
    char text[PRG_NUMBER_BYTES];
    double at = tick_value(first + k, step, power);
    prg_number_people(text, at, tick_decimals(step, power), plot->options->language);
    add_tick(plot, plot->y_tick, &plot->n_y_tick, at, text);
  }
}

/* Room for the widest label of a period, with air between two. */
static double period_width(const prg_plot *plot) {
  double widest = 0;
  for (int x = plot->x_first; x <= plot->x_last; x++) {
    char text[PRG_PERIOD_BYTES];
    prg_period period = {plot->origin.frequency, x};
    prg_period_print_people(period, plot->options->language, text);
    widest = fmax(widest, prg_text_width(text, PRG_TEXT_SIZE, false));
  }
  return widest + 0.7 * PRG_TEXT_SIZE;
}

/* The periods in which a year begins, each labelled with its year, all or every 2nd, 5th, 10th …
 * year. Returns how many fitted. */
static size_t year_ticks(prg_plot *plot, double pixels) {
  static const int every[] = {1, 2, 5, 10, 20, 50, 100};
  int season =
      plot->origin.frequency == PRG_DAY ? 365 : prg_frequency_season(plot->origin.frequency);
  double year = prg_text_width("2000", PRG_TEXT_SIZE, false) + PRG_TEXT_SIZE;
  size_t k = 0;
  while (k + 1 < sizeof every / sizeof every[0] && every[k] * season * pixels < year)
    k++;
  for (int x = plot->x_first; x <= plot->x_last; x++) {
    prg_period period = {plot->origin.frequency, x};
    int y = prg_period_year(period);
    if (y == prg_period_year(prg_period_add(period, -1)) || y % every[k] != 0)
      continue;
    char text[PRG_PERIOD_BYTES];
    prg_period_print((prg_period){PRG_YEAR, y}, text);
    add_tick(plot, plot->x_tick, &plot->n_x_tick, x, text);
  }
  return plot->n_x_tick;
}

/* Every k-th period, the origin among them. */
static void period_ticks(prg_plot *plot, int k) {
  for (int x = plot->x_first; x <= plot->x_last; x++) {
    if ((x - plot->origin.ordinal) % k != 0)
      continue;
    char text[PRG_PERIOD_BYTES];
    prg_period period = {plot->origin.frequency, x};
    prg_period_print_people(period, plot->options->language, text);
    add_tick(plot, plot->x_tick, &plot->n_x_tick, x, text);
  }
}

void prg_plot_x_ticks(prg_plot *plot) {
  double pixels = prg_plot_x(plot, 1) - prg_plot_x(plot, 0);
  double needed = period_width(plot);
  bool in_years = prg_frequency_season(plot->origin.frequency) > 1;
  if (needed > pixels && in_years && year_ticks(plot, pixels) >= 2)
    return;
  plot->n_x_tick = 0;
  period_ticks(plot, (int)ceil(needed / pixels));
}
