/*
 * Assumptions and limits: P(over) is the predictive distribution's own, without a correction for
 * whole numbers. Lack and surplus are expectations over the same distribution, E (X − c)⁺ and
 * E (c − X)⁺, by its quantiles at the middles of GRID equal parts of probability. The first period
 * over comes from sample paths, since the periods of one future hang together.
 */
#include <prognos/capacity.h>

#include <math.h>
#include <stdlib.h>

#define GRID 400

void prg_capacity_options_init(prg_capacity_options *options) {
  *options = (prg_capacity_options){.group_size = NAN, .likely = .5};
}

void prg_capacity_clear(prg_capacity *capacity) {
  free(capacity->year);
  free(capacity->first);
  *capacity = (prg_capacity){0};
}

/* Of two limits the one that binds; NaN is none. fmin takes the other of a NaN. */
static void set_room(const prg_places *places, const char *unit, prg_capacity_year *year) {
  for (int room = 0; room < PRG_ROOM_COUNT; room++)
    year->room[room] = prg_places_at(places, unit, year->period, (prg_room)room);
  year->places = fmin(year->room[PRG_ROOM_PLACES], year->room[PRG_ROOM_STAFF]);
  year->use = year->demand / year->places;
  year->area_per_person = year->room[PRG_ROOM_AREA] / year->demand;
}

static double groups_of(double persons, const prg_capacity_options *options) {
  return ceil(fmax(persons, 0) / options->group_size);
}

static void expect(const prg_forecast *forecast, size_t h, prg_capacity_year *year) {
  year->lack = year->surplus = isnan(year->places) ? NAN : 0;
  for (int k = 0; k < GRID && !isnan(year->places); k++) {
    double x = prg_forecast_quantile(forecast, h, (k + .5) / GRID) - year->places;
    year->lack += fmax(x, 0) / GRID;
    year->surplus += fmax(-x, 0) / GRID;
  }
}

static double over(const prg_forecast *forecast, size_t h, double limit) {
  return isnan(limit) ? NAN : prg_forecast_prob_above(forecast, h, limit);
}

static void set_year(const prg_forecast *forecast, size_t h, const prg_places *places,
                     const prg_capacity_options *options, prg_capacity_year *year) {
  *year = (prg_capacity_year){.period = prg_forecast_period(forecast, h)};
  year->demand = prg_forecast_point(forecast, h);
  prg_forecast_interval(forecast, h, .8, &year->lower_80, &year->upper_80);
  set_room(places, forecast->series->name, year);
  year->over = over(forecast, h, year->places);
  year->over_premises = over(forecast, h, year->room[PRG_ROOM_PLACES]);
  year->over_staff = over(forecast, h, year->room[PRG_ROOM_STAFF]);
  expect(forecast, h, year);
  year->groups = groups_of(year->demand, options);
  year->groups_upper = groups_of(year->upper_80, options);
}

/* The outcome of the last period: it is what it is. */
static void set_now(const prg_forecast *forecast, const prg_places *places,
                    const prg_capacity_options *options, prg_capacity_year *now) {
  const prg_series *series = forecast->series;
  int t = prg_period_distance(series->start, forecast->origin);
  *now = (prg_capacity_year){.period = forecast->origin,
                             .demand = series->value[t],
                             .lower_80 = NAN,
                             .upper_80 = NAN,
                             .over = NAN,
                             .over_premises = NAN,
                             .over_staff = NAN,
                             .groups_upper = NAN};
  set_room(places, series->name, now);
  now->lack = fmax(now->demand - now->places, isnan(now->places) ? NAN : 0);
  now->surplus = fmax(now->places - now->demand, isnan(now->places) ? NAN : 0);
  now->groups = groups_of(now->demand, options);
}

static void count_first(const double *path, size_t n_paths, prg_capacity *out) {
  for (size_t k = 0; k < n_paths; k++) {
    size_t h = 0;
    while (h < out->horizon && !(path[k * out->horizon + h] > out->year[h].places))
      h++;
    if (h < out->horizon)
      out->first[h] += 1 / (double)n_paths;
  }
}

prg_status prg_capacity_reckon(const prg_forecast *forecast, const double *path, size_t n_paths,
                               const prg_places *places, const prg_capacity_options *options,
                               prg_capacity *out, prg_error *error) {
  size_t horizon = forecast->distribution.horizon;
  *out = (prg_capacity){.unit = forecast->series->name, .horizon = horizon};
  if (!prg_places_has(places, out->unit))
    return prg_fail_at(error, places->file, 0, 0, PRG_TEXT_CAPACITY_NO_UNIT,
                       PRG_ARGS(prg_string(out->unit)));
  out->year = calloc(horizon, sizeof *out->year);
  out->first = path == NULL ? NULL : calloc(horizon, sizeof *out->first);
  if (out->year == NULL || (path != NULL && out->first == NULL))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  set_now(forecast, places, options, &out->now);
  for (size_t h = 1; h <= horizon; h++) {
    set_year(forecast, h, places, options, &out->year[h - 1]);
    if (out->likely == 0 && out->year[h - 1].over >= options->likely)
      out->likely = h;
  }
  if (path != NULL)
    count_first(path, n_paths, out);
  return PRG_OK;
}

/* --- together --- */

prg_capacity_year prg_capacity_total(const prg_capacity *unit, size_t n, size_t h) {
  prg_capacity_year total = {.lower_80 = NAN,
                             .upper_80 = NAN,
                             .over = NAN,
                             .over_premises = NAN,
                             .over_staff = NAN,
                             .groups_upper = NAN};
  for (size_t i = 0; i < n; i++) {
    const prg_capacity_year *year = h == 0 ? &unit[i].now : &unit[i].year[h - 1];
    total.period = year->period;
    total.demand += year->demand;
    total.places += year->places;
    total.lack += year->lack;
    total.surplus += year->surplus;
    total.groups += year->groups;
    for (int room = 0; room < PRG_ROOM_COUNT; room++)
      total.room[room] += year->room[room];
  }
  total.use = total.demand / total.places;
  total.area_per_person = total.room[PRG_ROOM_AREA] / total.demand;
  return total;
}

/* --- in words --- */

static const double nearly_sure = .9, open = .1;

prg_text prg_capacity_verdict(double over) {
  return isnan(over)           ? PRG_TEXT_NONE
         : over >= nearly_sure ? PRG_TEXT_CAPACITY_FULL
         : over >= .5          ? PRG_TEXT_CAPACITY_LIKELY
         : over >= open        ? PRG_TEXT_CAPACITY_OPEN
                               : PRG_TEXT_CAPACITY_ROOM;
}

static double per_cent(double p) {
  return fmax(1, fmin(99, nearbyint(100 * p))); /* nothing is quite sure */
}

/* "hösten 2024" */
static prg_argument when(prg_period period, const char *moment) {
  char text[PRG_PERIOD_BYTES];
  prg_buffer words = {0};
  prg_buffer_printf(&words, moment[0] == '\0' ? "%s%s" : "%s %s", moment,
                    prg_period_print(period, text));
  prg_argument argument = prg_string(prg_buffer_string(&words));
  prg_buffer_free(&words);
  return argument;
}

void prg_capacity_sentence(const prg_capacity *capacity, const char *moment,
                           prg_message *sentence) {
  size_t h = capacity->likely > 0 ? capacity->likely : capacity->horizon;
  const prg_capacity_year *year = &capacity->year[h - 1];
  prg_text text = isnan(year->over)      ? PRG_TEXT_CAPACITY_UNKNOWN
                  : capacity->likely > 0 ? PRG_TEXT_CAPACITY_FULL_WHEN
                                         : PRG_TEXT_CAPACITY_ROOM_UNTIL;
  double p = capacity->likely > 0 ? year->over : 1 - year->over;
  prg_message_set(sentence, text, PRG_ARGS(when(year->period, moment), prg_number(per_cent(p), 0)));
}

void prg_capacity_use_sentence(const prg_capacity *capacity, const char *moment,
                               prg_message *sentence) {
  prg_message_set(
      sentence, PRG_TEXT_CAPACITY_USED,
      PRG_ARGS(when(capacity->now.period, moment), prg_number(100 * capacity->now.use, 0)));
}
