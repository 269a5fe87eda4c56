/* Ranges of axes, and ticks at numbers that a person would choose. */
#include "present/canvas/axes.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

/* A y axis begins at 0 unless the figures would then fill less than this part of it. */
static const double least_filled = 0.3;
/* Days in a century: more are not told apart in any picture. */
static const int most_periods = 36525;
/* How much of the air between two columns the last one may take; pixels. */
static const double nearer = 12;
/* Room above the highest figure, for its label; part of the range. */
static const double headroom = 0.05;

double prg_axes_x(const prg_axes *axes, double ordinal) {
  double part = (ordinal - axes->x_low) / (axes->x_high - axes->x_low);
  return axes->left + part * (axes->right - axes->left);
}

double prg_axes_ordinal(const prg_axes *axes, double x) {
  return axes->x_low + (x - axes->left) / (axes->right - axes->left) * (axes->x_high - axes->x_low);
}

double prg_axes_y(const prg_axes *axes, double value) {
  double part = (value - axes->y_low) / (axes->y_high - axes->y_low);
  return axes->bottom - part * (axes->bottom - axes->top);
}

void prg_axes_include(prg_axes *axes, double value) {
  axes->y_lowest_shown = fmin(axes->y_lowest_shown, value);
  axes->y_highest_shown = fmax(axes->y_highest_shown, value);
}

prg_status prg_axes_check(const prg_axes *axes, prg_error *error) {
  double largest = fmax(fabs(axes->y_lowest_shown), fabs(axes->y_highest_shown));
  if (!(largest < 1e15) || (double)axes->x_last - axes->x_first > most_periods)
    return prg_fail(error, PRG_TEXT_CHART_TOO_LARGE, PRG_ARGS(prg_integer(most_periods)));
  return PRG_OK;
}

double prg_axes_y_width(const prg_axes *axes, const prg_canvas *canvas) {
  double widest = 0;
  for (size_t i = 0; i < axes->n_y_tick; i++) {
    const prg_tick *tick = &axes->y_tick[i];
    widest = fmax(widest, prg_text_width_n(prg_buffer_string(&canvas->text) + tick->start,
                                           tick->length, PRG_TEXT_SIZE, false));
  }
  return widest;
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

void prg_add_tick(prg_canvas *canvas, prg_tick *tick, size_t *n, double at, const char *text) {
  if (*n == PRG_TICKS)
    return;
  tick[(*n)++] = (prg_tick){at, canvas->text.length, strlen(text)};
  prg_buffer_add(&canvas->text, text);
}

void prg_axes_y_ticks(prg_axes *axes, prg_canvas *canvas, bool whole, bool from_zero) {
  double low = axes->y_lowest_shown;
  double high = axes->y_highest_shown + headroom * (axes->y_highest_shown - fmin(low, 0));
  axes->cut_axis =
      !from_zero && low > 0 && high - low < least_filled * high && low < axes->y_highest_shown;
  if (!axes->cut_axis) {
    low = fmin(low, 0);
    high = fmax(high, 0);
  } else {
    double air = axes->y_highest_shown - low; /* the line in the middle third */
    high = axes->y_highest_shown + 0.5 * air;
    low = fmax(0, low - 0.5 * air);
  }
  if (high - low <= 0)
    high = low + 1;
  int power;
  double wanted = floor((axes->bottom - axes->top) / 95); /* pixels between grid lines */
  double step = nice_step((high - low) / fmax(2, wanted), whole, &power);
  double size = tick_value(1, step, power);
  double first = floor(low / size + 1e-9), last = floor(high / size + 1e-9);
  axes->y_low = tick_value(first, step, power);
  axes->y_high = fmax(high, axes->y_low + size);
  for (int k = 0; k <= (int)(last - first); k++) {
    char text[PRG_NUMBER_BYTES];
    double at = tick_value(first + k, step, power);
    prg_number_people(text, at, tick_decimals(step, power), canvas->options->language);
    prg_add_tick(canvas, axes->y_tick, &axes->n_y_tick, at, text);
  }
}

/* Room for the widest label of a period, with air between two. */
static double period_width(const prg_axes *axes, const prg_canvas *canvas) {
  double widest = 0;
  for (int x = axes->x_first; x <= axes->x_last; x++) {
    char text[PRG_PERIOD_BYTES];
    prg_period period = {axes->origin.frequency, x};
    prg_period_print_people(period, canvas->options->language, text);
    widest = fmax(widest, prg_text_width(text, PRG_TEXT_SIZE, false));
  }
  return widest + 0.7 * PRG_TEXT_SIZE;
}

/* The periods in which a year begins, each labelled with its year, all or every 2nd, 5th, 10th …
 * year. Returns how many fitted. */
static size_t year_ticks(prg_axes *axes, prg_canvas *canvas, double pixels) {
  static const int every[] = {1, 2, 5, 10, 20, 50, 100};
  int season =
      axes->origin.frequency == PRG_DAY ? 365 : prg_frequency_season(axes->origin.frequency);
  double year = prg_text_width("2000", PRG_TEXT_SIZE, false) + PRG_TEXT_SIZE;
  size_t k = 0;
  while (k + 1 < sizeof every / sizeof every[0] && every[k] * season * pixels < year)
    k++;
  for (int x = axes->x_first; x <= axes->x_last; x++) {
    prg_period period = {axes->origin.frequency, x};
    int y = prg_period_year(period);
    if (y == prg_period_year(prg_period_add(period, -1)) || y % every[k] != 0)
      continue;
    char text[PRG_PERIOD_BYTES];
    prg_period_print((prg_period){PRG_YEAR, y}, text);
    prg_add_tick(canvas, axes->x_tick, &axes->n_x_tick, x, text);
  }
  return axes->n_x_tick;
}

static void period_tick(prg_axes *axes, prg_canvas *canvas, int x) {
  char text[PRG_PERIOD_BYTES];
  prg_period period = {axes->origin.frequency, x};
  prg_period_print_people(period, canvas->options->language, text);
  prg_add_tick(canvas, axes->x_tick, &axes->n_x_tick, x, text);
}

/* Every k-th period, `among` among them. */
static void period_ticks(prg_axes *axes, prg_canvas *canvas, int k, int among) {
  for (int x = axes->x_first; x <= axes->x_last; x++)
    if ((x - among) % k == 0)
      period_tick(axes, canvas, x);
}

/* At least k periods, such that the same months come again. */
static int whole_part(int k, int season) {
  if (k >= season)
    return (k + season - 1) / season * season;
  while (season % k != 0)
    k++;
  return k;
}

/* Every so many periods that columns of that width fit: the last one, and the origin if it is not
 * too near to that. */
static void column_ticks(prg_axes *axes, prg_canvas *canvas, double width) {
  double pixels = prg_axes_x(axes, 1) - prg_axes_x(axes, 0);
  int k = whole_part((int)ceil(width / pixels), prg_frequency_season(axes->origin.frequency));
  int least = (int)ceil((width - nearer) / pixels), last = axes->x_last;
  bool origin = last - axes->origin.ordinal >= least;
  period_ticks(axes, canvas, k, origin ? axes->origin.ordinal : last);
  size_t n = axes->n_x_tick;
  while (n > 0 && last - axes->x_tick[n - 1].at < least)
    n--;
  axes->n_x_tick = n;
  period_tick(axes, canvas, last);
}

void prg_axes_x_ticks(prg_axes *axes, prg_canvas *canvas) {
  double pixels = prg_axes_x(axes, 1) - prg_axes_x(axes, 0);
  double needed = period_width(axes, canvas);
  int season = prg_frequency_season(axes->origin.frequency);
  if (axes->column_width > 0) {
    column_ticks(axes, canvas, fmax(needed, axes->column_width));
    return;
  }
  bool in_years = season > 1;
  if (needed > pixels && in_years && year_ticks(axes, canvas, pixels) >= 2)
    return;
  axes->n_x_tick = 0;
  period_ticks(axes, canvas, (int)ceil(needed / pixels), axes->origin.ordinal);
}
