/*
 * Facts about a series.
 *
 * Assumptions and limits: the tests take the changes from figure to figure for normal and alike;
 * heavier tails alarm oftener. One outlier and one change of level are looked for. A series with a
 * season is only asked how strong trend and season are.
 */
#include <prognos/facts.h>

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "model/pooled/outlier.h"
#include "model/stl.h"
#include "model/trend/trend_fit.h"

#define FEWEST 6          /* figures for the tests */
#define SEARCH_LEVEL 0.01 /* of the two searches */
#define STEADY_LEVEL 0.02
#define TURN_LEVEL 0.1 /* of the trend; that two changes oppose it has chance ¼ besides */
#define MATERIAL 0.15  /* of the mean size of the figures: less is not worth a word */
#define SIDE 3         /* figures on each side of a change that tell the level */
#define STRONG 0.64    /* season: from here on R's nsdiffs() takes a seasonal difference */
#define STL_WINDOW 13  /* seasons that the seasonal part is smoothed over, as R's mstl */

/* The figures without the periods between them, on the scale of the tests. */
typedef struct row {
  size_t n;
  size_t *time; /* shape (n): index in the series */
  double *v;    /* shape (n) */
} row;

/* Changes Δ over g periods each: Σ Δ, Σ Δ²/g, Σ g. */
typedef struct change_sums {
  double n, change, square, periods;
} change_sums;

/* From the figure before to figure i. */
static double change_at(const row *r, size_t i) {
  return r->v[i] - r->v[i - 1];
}

static double periods_at(const row *r, size_t i) {
  return (double)(r->time[i] - r->time[i - 1]);
}

/* The sums with (sign 1) or without (−1) one change. */
static change_sums and_change(change_sums s, int sign, double change, double periods) {
  return (change_sums){s.n + sign, s.change + sign * change,
                       s.square + sign * change * change / periods, s.periods + sign * periods};
}

static change_sums add_changes(const row *r) {
  change_sums sums = {0, 0, 0, 0};
  for (size_t i = 1; i < r->n; i++)
    sums = and_change(sums, 1, change_at(r, i), periods_at(r, i));
  return sums;
}

/* Whether a difference of figures is large beside their mean size. */
static bool is_material(const row *r, const prg_series *series, double difference) {
  double size = 0;
  for (size_t i = 0; i < r->n; i++)
    size += fabs(series->value[r->time[i]]) / (double)r->n;
  return fabs(difference) >= MATERIAL * size;
}

/* Variance of a change over one period about their mean; n − 1 degrees of freedom. What rounding
 * leaves of equal changes counts as nothing. */
static double change_variance(change_sums s) {
  double rest = s.square - s.change * s.change / s.periods;
  return rest > 1e-12 * s.square ? rest / (s.n - 1) : 0;
}

/* Two-sided p of x, whose standard deviation is estimated with df degrees of freedom. */
static double p_value(double x, double variance, double df) {
  if (x == 0)
    return 1;
  return variance > 0 ? 2 * gsl_cdf_tdist_Q(fabs(x) / sqrt(variance), df) : 0;
}

static void remove_figure(row *r, size_t i) {
  for (size_t j = i + 1; j < r->n; j++) {
    r->time[j - 1] = r->time[j];
    r->v[j - 1] = r->v[j];
  }
  r->n--;
}

/*
 * The distance d of a figure from the line between its neighbours, a periods before and b after:
 * for a random walk var d = σ² ab/(a + b), for white noise of the same change variance 3/2 of that
 * at a = b = 1; the larger is taken. If it is an outlier, the row goes on without it.
 */
static void find_outlier(row *r, const prg_series *series, prg_facts *facts) {
  outlier_departure apart = outlier_search(r->v, r->n);
  size_t i = apart.index;
  if (apart.departure == 0)
    return;
  double a = periods_at(r, i), b = periods_at(r, i + 1), span = r->v[i + 1] - r->v[i - 1];
  double departure = r->v[i] - (r->v[i - 1] + span * a / (a + b));
  change_sums others = and_change(add_changes(r), 1, span, a + b);
  others = and_change(others, -1, change_at(r, i), a);
  others = and_change(others, -1, change_at(r, i + 1), b);
  double variance = 1.5 * a * b / (a + b) * change_variance(others);
  if ((double)r->n * p_value(departure, variance, others.n - 1) >= SEARCH_LEVEL)
    return;
  const double *y = series->value;
  double before = y[r->time[i - 1]], after = y[r->time[i + 1]];
  if (!is_material(r, series, y[r->time[i]] - (before + (after - before) * a / (a + b))))
    return;
  facts->outlier = r->time[i];
  remove_figure(r, i);
}

static double median_of_side(const double *y, const size_t *time, size_t n) {
  double a = y[time[0]], b = n > 1 ? y[time[1]] : a, c = n > 2 ? y[time[2]] : a;
  return n == 2 ? (a + b) / 2 : fmax(fmin(a, b), fmin(fmax(a, b), c));
}

/* The largest change, with two figures or more on each side, beside the others: its distance from
 * their mean μ over g periods has variance σ² (g + g²/Σ other g). */
static void find_level(const row *r, const prg_series *series, prg_facts *facts) {
  change_sums all = add_changes(r);
  double least = 1;
  size_t at = 0;
  for (size_t i = 2; i + 1 < r->n; i++) {
    double g = periods_at(r, i);
    change_sums others = and_change(all, -1, change_at(r, i), g);
    double departure = change_at(r, i) - others.change / others.periods * g;
    double variance = change_variance(others) * (g + g * g / others.periods);
    double p = p_value(departure, variance, others.n - 1);
    if (p < least) {
      least = p;
      at = i;
    }
  }
  if (at == 0 || all.n * least >= SEARCH_LEVEL)
    return;
  size_t before = at < SIDE ? at : SIDE, after = r->n - at < SIDE ? r->n - at : SIDE;
  double old = median_of_side(series->value, r->time + at - before, before);
  double new = median_of_side(series->value, r->time + at, after);
  double step = series->value[r->time[at]] - series->value[r->time[at - 1]];
  if ((new - old) / step < .5 || !is_material(r, series, new - old))
    return; /* it went back, or hardly shows */
  facts->level_from = r->time[at];
  facts->level_before = old;
  facts->level_after = new;
}

static void find_drift(const row *r, const prg_series *series, prg_facts *facts) {
  change_sums all = add_changes(r);
  double variance = change_variance(all) * all.periods; /* of the sum of the changes */
  facts->steady = p_value(all.change, variance, all.n - 1) < STEADY_LEVEL;
  facts->drift = (series->value[r->time[r->n - 1]] - series->value[r->time[0]]) / all.periods;
}

static void find_turn(const row *r, prg_facts *facts) {
  const row before = {r->n - 2, r->time, r->v};
  change_sums trend = add_changes(&before);
  double variance = change_variance(trend) * trend.periods;
  bool opposed =
      change_at(r, r->n - 2) * trend.change < 0 && change_at(r, r->n - 1) * trend.change < 0;
  facts->turned = opposed && p_value(trend.change, variance, trend.n - 1) < TURN_LEVEL;
}

static size_t common_spacing(const row *r) {
  for (size_t i = 2; i < r->n; i++)
    if (r->time[i] - r->time[i - 1] != r->time[1] - r->time[0])
      return 0;
  return r->n < 2 ? 0 : r->time[1] - r->time[0];
}

static bool row_read(row *r, const prg_series *series, bool root) {
  r->n = 0;
  r->time = malloc((series->n + 1) * sizeof *r->time);
  r->v = malloc((series->n + 1) * sizeof *r->v);
  if (r->time == NULL || r->v == NULL)
    return false;
  for (size_t t = 0; t < series->n; t++) {
    if (isnan(series->value[t]))
      continue;
    r->time[r->n] = t;
    r->v[r->n++] = root ? sqrt(series->value[t]) : series->value[t];
  }
  return true;
}

static double variance(const double *x, const double *y, size_t n) {
  double mean = 0, square = 0;
  for (size_t t = 0; t < n; t++)
    mean += (x[t] + y[t]) / (double)n;
  for (size_t t = 0; t < n; t++)
    square += (x[t] + y[t] - mean) * (x[t] + y[t] - mean) / (double)n;
  return square;
}

static double strength(double of_rest, double with_rest) {
  return with_rest > 0 ? fmax(0, 1 - of_rest / with_rest) : NAN;
}

/* The strengths by STL of complete figures y. */
static bool find_strengths(const row *r, const prg_series *series, prg_facts *facts) {
  size_t n = series->n, m = (size_t)series->season;
  double *part = calloc(4 * n, sizeof *part);
  double *season = part, *trend = part + n, *rest = part + 2 * n, *zero = part + 3 * n;
  prg_stl_options options;
  prg_stl_options_init(&options, m, STL_WINDOW);
  bool done = part != NULL && prg_stl(r->v, n, m, &options, season, trend);
  if (done) {
    for (size_t t = 0; t < n; t++)
      rest[t] = r->v[t] - season[t] - trend[t];
    double of_rest = variance(rest, zero, n);
    facts->trend_strength = strength(of_rest, variance(trend, rest, n));
    facts->season_strength = strength(of_rest, variance(season, rest, n));
  }
  free(part);
  return done;
}

static bool is_constant(const row *r) {
  for (size_t i = 1; i < r->n; i++)
    if (r->v[i] != r->v[0])
      return false;
  return r->n > 0;
}

prg_status prg_facts_find(const prg_series *series, prg_facts *facts, prg_error *error) {
  row r = {0, NULL, NULL};
  size_t season = (size_t)series->season;
  *facts = (prg_facts){.outlier = PRG_FACTS_NONE,
                       .level_from = PRG_FACTS_NONE,
                       .trend_strength = NAN,
                       .season_strength = NAN};
  bool done = row_read(&r, series, season == 1 && prg_series_minimum(series) >= 0);
  if (done) {
    facts->n = r.n;
    facts->constant = is_constant(&r);
    facts->value = r.n > 0 ? series->value[r.time[0]] : NAN;
    facts->spacing = common_spacing(&r);
  }
  if (done && season == 1 && r.n >= FEWEST && !facts->constant) {
    find_outlier(&r, series, facts);
    find_level(&r, series, facts);
    find_drift(&r, series, facts);
    find_turn(&r, facts);
  }
  if (done && season > 1 && r.n == series->n && r.n > 2 * season && !facts->constant)
    done = find_strengths(&r, series, facts);
  free(r.time);
  free(r.v);
  return done ? PRG_OK : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}

static void tell(prg_notes *notes, size_t *told, prg_text text, const prg_argument *arguments) {
  if (*told < PRG_FACTS_TOLD)
    prg_notes_add(notes, text, arguments);
  ++*told;
}

static prg_argument period_argument(const prg_series *series, size_t t) {
  char period[PRG_PERIOD_BYTES];
  return prg_string(prg_period_print(prg_series_period(series, t), period));
}

static void tell_level(const prg_facts *facts, const prg_series *series, prg_notes *notes,
                       size_t *told) {
  double size = fmax(fabs(facts->level_before), fabs(facts->level_after));
  tell(notes, told, PRG_TEXT_FACTS_LEVEL,
       PRG_ARGS(period_argument(series, facts->level_from),
                prg_trend_number(facts->level_before, size),
                prg_trend_number(facts->level_after, size)));
}

static void tell_drift(const prg_facts *facts, const prg_series *series, prg_notes *notes,
                       size_t *told) {
  tell(notes, told, facts->drift > 0 ? PRG_TEXT_FACTS_RISES : PRG_TEXT_FACTS_FALLS,
       PRG_ARGS(prg_trend_number(fabs(facts->drift), fabs(facts->drift)), prg_trend_unit(series)));
}

/* Unless the model's own notes have told it. */
static void tell_turn(const prg_series *series, prg_notes *notes, size_t *told) {
  static const prg_text same[] = {PRG_TEXT_TREND_END_FALLS, PRG_TEXT_TREND_END_RISES,
                                  PRG_TEXT_NOTE_TURNS_DOWN, PRG_TEXT_NOTE_TURNS_UP};
  for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
    if (prg_notes_has(notes, same[i]))
      return;
  if (*told < PRG_FACTS_TOLD)
    prg_note_opposing_end(series, prg_series_slope(series), notes);
  ++*told;
}

static bool is_yearly(const prg_series *series) {
  return series->start.frequency == PRG_YEAR || series->start.frequency == PRG_SCHOOL_YEAR;
}

void prg_facts_note(const prg_facts *facts, const prg_series *series, size_t horizon,
                    prg_notes *notes) {
  size_t told = 0;
  if (facts->constant && facts->n > 1)
    tell(notes, &told, facts->value == 0 ? PRG_TEXT_FACTS_ZEROS : PRG_TEXT_FACTS_CONSTANT,
         PRG_ARGS(prg_number(facts->value, -1)));
  if (facts->spacing > 1 && facts->n > 2 && is_yearly(series))
    tell(notes, &told, PRG_TEXT_FACTS_SPACING,
         PRG_ARGS(prg_integer((long long)facts->spacing), prg_integer((long long)horizon)));
  if (facts->level_from != PRG_FACTS_NONE)
    tell_level(facts, series, notes, &told);
  if (facts->outlier != PRG_FACTS_NONE && !prg_notes_has(notes, PRG_TEXT_NOTE_OUTLIER_LEFT_OUT))
    tell(notes, &told, PRG_TEXT_FACTS_OUTLIER, PRG_ARGS(period_argument(series, facts->outlier)));
  if (facts->turned)
    tell_turn(series, notes, &told);
  else if (facts->steady && facts->level_from == PRG_FACTS_NONE)
    tell_drift(facts, series, notes, &told);
  if (facts->season_strength < STRONG)
    tell(notes, &told, PRG_TEXT_FACTS_WEAK_SEASON, NULL);
  else if (!isnan(facts->season_strength) && !isnan(facts->trend_strength))
    tell(notes, &told, PRG_TEXT_FACTS_STRENGTH,
         PRG_ARGS(prg_number(100 * facts->season_strength, 0),
                  prg_number(100 * facts->trend_strength, 0)));
}
