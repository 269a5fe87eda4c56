#include "plan/target/target_sentence.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/accuracy.h>
#include <prognos/utf8.h>

#include "calendar/gregorian.h"
#include "plan/target/target_words.h"

static const double year_end = 12;

static void say(prg_sentences *to, prg_text text, const prg_argument *arguments) {
  if (to->n == to->capacity) {
    size_t capacity = to->capacity == 0 ? 8 : 2 * to->capacity;
    prg_message *moved = realloc(to->item, capacity * sizeof *moved);
    to->failed = to->failed || moved == NULL;
    if (moved == NULL)
      return;
    to->item = moved;
    to->capacity = capacity;
  }
  prg_message_set(&to->item[to->n++], text, arguments);
}

prg_target_notation prg_target_notation_of(const prg_indicator *indicator) {
  char unit[PRG_ARGUMENT_BYTES] = "";
  bool is_share = indicator->kind == PRG_INDICATOR_SHARE;
  bool is_count = indicator->kind == PRG_INDICATOR_COUNT;
  prg_indicator_kind told = indicator->kind;
  bool is_index = target_kind_of_unit(indicator->unit, &told) && told == PRG_INDICATOR_INDEX;
  if (is_share)
    return (prg_target_notation){100, 1, 1, prg_text_argument(PRG_TEXT_TARGET_PER_CENT)};
  size_t length = prg_utf8_prefix(indicator->unit, strlen(indicator->unit), sizeof unit - 2);
  if (!is_index && length > 0) /* "81 index" is no Swedish */
    snprintf(unit, sizeof unit, " %.*s", (int)length, indicator->unit);
  return (prg_target_notation){1, is_count ? 0 : -1, is_count ? 0 : 1, prg_string(unit)};
}

static prg_argument figure(const prg_target_notation *as, double value, int decimals) {
  return prg_number(value * as->factor, decimals);
}

/* "1 personer" would be no Swedish: the unit is known in the plural only. */
static prg_argument unit_of(const prg_target_notation *as, double value) {
  return value == 1 && as->measured == 0 ? prg_string("") : as->unit;
}

/* ---- the goal ---- */

/* Against last year with its figure, if there is one for the whole. */
static void say_goal(const prg_target_result *result, const prg_target_notation *as,
                     prg_message *out) {
  static const prg_text words[][3] = {
      [PRG_GOAL_AT_LEAST] = {PRG_TEXT_GOAL_AT_LEAST, PRG_TEXT_GOAL_AT_LEAST_LAST,
                             PRG_TEXT_GOAL_AT_LEAST_FIGURE},
      [PRG_GOAL_ABOVE] = {PRG_TEXT_GOAL_ABOVE, PRG_TEXT_GOAL_ABOVE_LAST,
                          PRG_TEXT_GOAL_ABOVE_FIGURE},
      [PRG_GOAL_AT_MOST] = {PRG_TEXT_GOAL_AT_MOST, PRG_TEXT_GOAL_AT_MOST_LAST,
                            PRG_TEXT_GOAL_AT_MOST_FIGURE},
      [PRG_GOAL_BELOW] = {PRG_TEXT_GOAL_BELOW, PRG_TEXT_GOAL_BELOW_LAST,
                          PRG_TEXT_GOAL_BELOW_FIGURE},
      [PRG_GOAL_WITHIN] = {PRG_TEXT_GOAL_WITHIN}};
  const prg_goal *goal = &result->indicator->goal;
  const prg_target_part *part = &result->part[0];
  double last = isnan(part->last_of) ? part->last : part->last / part->last_of;
  bool has_figure = goal->last_year && result->n_part == 1 && !isnan(last);
  double target = has_figure ? last : goal->lower;
  int decimals = has_figure ? as->measured : -1;
  prg_message_set(out, words[goal->relation][goal->last_year + has_figure],
                  PRG_ARGS(figure(as, target, decimals), as->unit, figure(as, goal->upper, -1)));
}

/* ---- what has happened ---- */

/* "Till och med juni 2018:" */
static void say_through(const prg_span *through, prg_sentences *to) {
  int whole = (int)floor(through->to + 1e-9);
  double days =
      (through->to - whole) * (whole < 12 ? prg_date_days_in_month(through->year, whole + 1) : 0);
  if (whole == (int)year_end) {
    say(to, PRG_TEXT_TARGET_IN_YEAR, PRG_ARGS(prg_integer(through->year)));
  } else if (days < 0.5) {
    prg_text month = (prg_text)(PRG_TEXT_TARGET_JANUARY + whole - 1);
    say(to, PRG_TEXT_TARGET_THROUGH,
        PRG_ARGS(prg_text_argument(month), prg_integer(through->year)));
  } else {
    char date[40];
    snprintf(date, sizeof date, "%d-%02d-%02d", through->year, whole + 1, (int)lround(days));
    say(to, PRG_TEXT_TARGET_THROUGH_DAY, PRG_ARGS(prg_string(date)));
  }
}

static void say_measured(const prg_target_part *part, const prg_target_notation *as,
                         prg_sentences *to) {
  if (part->state == PRG_TARGET_UNMEASURED)
    say(to, PRG_TEXT_TARGET_NOT_MEASURED, NULL);
  else if (!isnan(part->of))
    say(to, PRG_TEXT_TARGET_SHARE,
        PRG_ARGS(prg_number(part->value, 0), prg_number(part->of, 0),
                 figure(as, part->value / part->of, 1), figure(as, part->lower_95, 1),
                 figure(as, part->upper_95, 1)));
  else
    say(to, PRG_TEXT_TARGET_FIGURE,
        PRG_ARGS(figure(as, part->value, as->measured), unit_of(as, part->value)));
}

static void say_last_year(const prg_target_part *part, int year, const prg_target_notation *as,
                          prg_sentences *to) {
  double lower, upper;
  if (isnan(part->last))
    return;
  if (isnan(part->last_of)) {
    say(to, PRG_TEXT_TARGET_LAST,
        PRG_ARGS(prg_integer(year - 1), figure(as, part->last, as->measured),
                 unit_of(as, part->last)));
    return;
  }
  prg_proportion_interval((size_t)part->last, (size_t)part->last_of, 0.95, &lower, &upper);
  say(to, PRG_TEXT_TARGET_LAST_SHARE,
      PRG_ARGS(prg_integer(year - 1), prg_number(part->last, 0), prg_number(part->last_of, 0),
               figure(as, part->last / part->last_of, 1), figure(as, lower, 1),
               figure(as, upper, 1)));
}

static void say_difference(const prg_target_part *part, prg_indicator_kind kind,
                           const prg_target_notation *as, prg_sentences *to) {
  const prg_difference *d = &part->difference;
  bool is_ratio = kind == PRG_INDICATOR_COUNT, is_share = kind == PRG_INDICATOR_SHARE;
  if (isnan(d->value))
    return;
  if (isnan(d->lower)) {
    say(to, PRG_TEXT_TARGET_DIFFERENCE_UNKNOWN, NULL);
    return;
  }
  if (is_ratio && !isfinite(d->upper)) {
    say(to, d->proven ? PRG_TEXT_TARGET_PROVEN : PRG_TEXT_TARGET_NOT_PROVEN, NULL);
    return;
  }
  prg_text text = is_ratio    ? d->proven ? PRG_TEXT_TARGET_RATIO_PROVEN : PRG_TEXT_TARGET_RATIO
                  : is_share  ? d->proven ? PRG_TEXT_TARGET_POINTS_PROVEN : PRG_TEXT_TARGET_POINTS
                  : d->proven ? PRG_TEXT_TARGET_DIFFERENCE_PROVEN
                              : PRG_TEXT_TARGET_DIFFERENCE;
  int decimals = is_ratio ? 2 : 1;
  say(to, text,
      PRG_ARGS(figure(as, d->value, decimals), figure(as, d->lower, decimals),
               figure(as, d->upper, decimals), as->unit));
}

static void say_group(const prg_target_part *part, prg_text text, prg_sentences *to) {
  prg_buffer name;
  prg_buffer_init(&name);
  prg_utf8_add_capital(&name, part->group);
  if (name.length > 0)
    say(to, text, PRG_ARGS(prg_string(prg_buffer_string(&name))));
  to->failed = to->failed || name.failed;
  prg_buffer_free(&name);
}

static void say_follow_up(prg_target_result *result, const prg_target_notation *as) {
  prg_sentences *to = &result->follow_up;
  int year = result->through.year;
  if (result->n_measured == 0) {
    say(to, year == 0 ? PRG_TEXT_TARGET_NOTHING_MEASURED : PRG_TEXT_TARGET_NOTHING_MEASURED_YEAR,
        PRG_ARGS(prg_integer(year)));
    return;
  }
  say_through(&result->through, to);
  for (size_t g = 0; g < result->n_part; g++) {
    const prg_target_part *part = &result->part[g];
    say_group(part, PRG_TEXT_TARGET_GROUP, to);
    say_measured(part, as, to);
    say_last_year(part, year, as, to);
    say_difference(part, result->indicator->kind, as, to);
  }
}

/* ---- what it will be ---- */

static void say_outlook(const prg_target_part *part, prg_indicator_kind kind,
                        const prg_target_notation *as, prg_sentences *to) {
  const prg_outlook *o = &part->outlook;
  bool is_small = o->median < 10 && !isnan(o->mean);
  prg_text text = kind == PRG_INDICATOR_COUNT
                      ? is_small ? PRG_TEXT_TARGET_YEAR_SMALL_COUNT : PRG_TEXT_TARGET_YEAR_COUNT
                  : kind == PRG_INDICATOR_SHARE ? PRG_TEXT_TARGET_YEAR_SHARE
                                                : PRG_TEXT_TARGET_YEAR_MEAN;
  say(to, text,
      PRG_ARGS(figure(as, o->median, as->forecast), figure(as, o->lower_80, as->forecast),
               figure(as, o->upper_80, as->forecast), unit_of(as, o->median),
               figure(as, o->mean, 1)));
}

/* "målet nås med 20 procents sannolikhet"; certainty is never claimed. */
static void say_probability(double probability, prg_sentences *to) {
  double per_cent = 100 * probability;
  if (per_cent < 1)
    say(to, PRG_TEXT_TARGET_HARDLY, NULL);
  else if (per_cent > 99)
    say(to, PRG_TEXT_TARGET_ALMOST_SURELY, NULL);
  else
    say(to, PRG_TEXT_TARGET_PROBABILITY, PRG_ARGS(prg_number(per_cent, 0)));
}

/* A count never falls: a goal may be reached, or out of reach, before the year is over. */
static void say_chance(const prg_target_part *part, prg_indicator_kind kind, prg_sentences *to) {
  bool is_count = kind == PRG_INDICATOR_COUNT;
  if (is_count && part->reached && isinf(part->range.upper))
    say(to, PRG_TEXT_TARGET_ALREADY, NULL);
  else if (is_count && !part->reached && part->value >= part->range.upper)
    say(to, PRG_TEXT_TARGET_TOO_LATE, NULL);
  else
    say_probability(part->outlook.probability, to);
}

/* The larger a count, the less of its uncertainty is chance, and the more the season. */
enum { LARGE_COUNT = 50 };

/* How the part was made a whole year. Of variation beyond chance only what one would notice. */
static void say_basis(const prg_target_part *part, const prg_target_result *result,
                      prg_sentences *to) {
  if (result->indicator->kind == PRG_INDICATOR_COUNT && !isnan(part->before))
    say(to, PRG_TEXT_TARGET_PROFILE,
        PRG_ARGS(prg_number(part->before, 0), prg_number(part->of_before, 0)));
  else if (result->indicator->kind == PRG_INDICATOR_COUNT)
    say(to, PRG_TEXT_TARGET_EVEN, PRG_ARGS(prg_number(result->through.to, -1)));
  else if (!isnan(part->of_year))
    say(to, PRG_TEXT_TARGET_OF_YEAR, PRG_ARGS(prg_number(part->of_year, 0)));
  else if (part->n_history > 0)
    say(to, PRG_TEXT_TARGET_HISTORY, PRG_ARGS(prg_integer(part->n_history)));
  else
    say(to, PRG_TEXT_TARGET_REST_ALIKE, NULL);
  if (part->dispersion >= 1.5)
    say(to, PRG_TEXT_TARGET_DISPERSION, PRG_ARGS(prg_number(part->dispersion, 1)));
  if (result->indicator->kind == PRG_INDICATOR_COUNT && isnan(part->dispersion) &&
      part->value >= LARGE_COUNT)
    say(to, PRG_TEXT_TARGET_MONTHS_UNKNOWN, NULL);
}

static void say_assessment(prg_target_result *result, const prg_target_notation *as) {
  prg_sentences *to = &result->assessment;
  bool in_groups = result->indicator->n_group > 0;
  if (in_groups && result->n_measured > 0 && result->indicator->has_goal)
    say(to, PRG_TEXT_TARGET_GROUPS,
        PRG_ARGS(prg_integer((long long)result->n_reached),
                 prg_integer((long long)result->n_part)));
  if (in_groups && result->n_measured > 0 && result->n_measured < result->n_part)
    say(to, PRG_TEXT_TARGET_GROUPS_UNMEASURED,
        PRG_ARGS(prg_integer((long long)(result->n_part - result->n_measured))));
  for (size_t g = 0; g < result->n_part; g++) {
    const prg_target_part *part = &result->part[g];
    if (part->state != PRG_TARGET_FORECAST)
      continue;
    say_group(part, PRG_TEXT_TARGET_GROUP_YEAR, to);
    say_outlook(part, result->indicator->kind, as, to);
    if (result->indicator->has_goal)
      say_chance(part, result->indicator->kind, to);
    say_basis(part, result, to);
  }
  if (in_groups && result->state == PRG_TARGET_FORECAST && !isnan(result->probability)) {
    say(to, PRG_TEXT_TARGET_ALL_GROUPS, NULL);
    say_probability(result->probability, to);
  }
  if (result->state == PRG_TARGET_SO_FAR && result->indicator->has_goal)
    say(to, PRG_TEXT_TARGET_NO_SPREAD, NULL);
}

void target_sentences_make(prg_target_result *result) {
  prg_target_notation as = prg_target_notation_of(result->indicator);
  if (result->indicator->kind == PRG_INDICATOR_TEXT)
    return;
  if (result->indicator->has_goal)
    say_goal(result, &as, &result->goal);
  say_follow_up(result, &as);
  say_assessment(result, &as);
}
