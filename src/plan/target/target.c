#include <prognos/target.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <prognos/accuracy.h>

#include "plan/target/target_gather.h"
#include "plan/target/target_sentence.h"

static const double year_end = 12;
enum { HISTORY_ENOUGH = 3 };

/* What one part is judged in. */
typedef struct judging {
  const prg_target_book *book;
  size_t indicator;
  const prg_indicator *asked;
  const prg_target_scale *scale;
  prg_span through;
  bool whole_year; /* this year's figure is final */
  target_figures figures;
  prg_error *error;
} judging;

void prg_target_result_clear(prg_target_result *result) {
  free(result->part);
  free(result->follow_up.item);
  free(result->assessment.item);
  *result = (prg_target_result){0};
}

void prg_sentences_write(const prg_sentences *sentences, prg_language language, prg_buffer *out) {
  for (size_t i = 0; i < sentences->n; i++) {
    if (i > 0)
      prg_buffer_add_char(out, ' ');
    prg_message_write(&sentences->item[i], language, out);
  }
}

static double share_of(double value, double of) {
  return isnan(of) ? value : value / of;
}

static void judge_count(const judging *j, prg_target_part *part) {
  const target_figures *f = &j->figures;
  bool has_profile = !isnan(f->before);
  const prg_part_count known = {.count = f->now.value,
                                .part = j->through.to / year_end,
                                .before = has_profile ? f->before : 0,
                                .after = has_profile ? f->total - f->before : 0,
                                .has_profile = has_profile,
                                .dispersion = f->dispersion};
  part->dispersion = f->dispersion;
  part->before = f->before;
  part->of_before = f->total;
  part->outlook = prg_part_year_count(&known, &part->range);
}

/* Hits of a denominator; the year's is the one stated, else this year's at the same pace. */
static prg_status judge_share(const judging *j, prg_target_part *part) {
  const prg_outcome *now = &j->figures.now;
  double stated = j->asked->n_group == 0 ? j->asked->of_year : NAN;
  double of_year = isnan(stated) ? round(now->of * year_end / j->through.to) : stated;
  if (of_year < now->of)
    return prg_fail_at(
        j->error, j->book->file, j->asked->line, 0, PRG_TEXT_TARGET_OF_YEAR_SMALL,
        PRG_ARGS(prg_string(j->asked->name), prg_number(of_year, 0), prg_number(now->of, 0)));
  const prg_part_share known = {now->value, now->of, j->whole_year ? now->of : of_year};
  part->of_year = known.of_year;
  part->outlook = prg_part_year_share(&known, &part->range);
  return PRG_OK;
}

/* A mean, or a share of which only the per cent is known: by history, by spread, or not at all. */
static void judge_mean(const judging *j, prg_target_part *part) {
  const target_figures *f = &j->figures;
  const prg_part_mean known = {f->now.value, j->through.to / year_end, f->now.spread, f->now.n};
  if (f->n_change >= HISTORY_ENOUGH) {
    part->n_history = f->n_change;
    part->outlook = prg_part_year_history(f->now.value, f->change, f->n_change, &part->range);
  } else if (!isnan(known.spread) && known.n >= 2) {
    part->outlook = prg_part_year_mean(&known, &part->range);
  } else {
    part->state = PRG_TARGET_SO_FAR;
  }
  if (j->asked->kind == PRG_INDICATOR_SHARE) {
    part->outlook.upper_80 = fmin(1, part->outlook.upper_80);
    part->outlook.median = fmin(1, part->outlook.median);
  }
}

static prg_status judge_year(const judging *j, prg_target_part *part) {
  double figure = share_of(part->value, part->of);
  part->reached = prg_goal_range_holds(&part->range, figure);
  part->state = j->whole_year ? PRG_TARGET_KNOWN : PRG_TARGET_FORECAST;
  if (j->whole_year)
    part->outlook = prg_part_year_known(figure, &part->range);
  else if (j->asked->kind == PRG_INDICATOR_COUNT)
    judge_count(j, part);
  else if (!isnan(part->of))
    return judge_share(j, part);
  else
    judge_mean(j, part);
  return PRG_OK;
}

/* This year beside last year: the same part if it is known, else the whole of it. */
static void compare_years(const judging *j, prg_target_part *part) {
  const target_figures *f = &j->figures;
  bool same = !isnan(f->last_part.value);
  const prg_outcome *now = &f->now, *then = same ? &f->last_part : &f->last;
  if (isnan(now->value) || isnan(then->value))
    return;
  const double value[2] = {now->value, then->value}, of[2] = {now->of, then->of};
  const double length[2] = {j->through.to, same ? j->through.to : year_end};
  const double spread[2] = {now->spread, then->spread}, n[2] = {now->n, then->n};
  double c = isnan(f->dispersion) ? 1 : f->dispersion; /* counts count as so many parties */
  if (j->asked->kind == PRG_INDICATOR_COUNT)
    part->difference =
        prg_difference_of_counts((const double[2]){value[0] / c, value[1] / c}, length);
  else if (!isnan(of[0]) && !isnan(of[1]))
    part->difference = prg_difference_of_shares(value, of);
  else
    part->difference = prg_difference_of_means(
        (const double[2]){share_of(value[0], of[0]), share_of(value[1], of[1])}, spread, n);
}

static prg_status take_figures(judging *j, prg_target_part *part) {
  prg_status status =
      target_gather(j->book, j->indicator, part->group, &j->through, &j->figures, j->error);
  if (status != PRG_OK)
    return status;
  const target_figures *f = &j->figures;
  part->value = f->now.value;
  part->of = f->now.of;
  part->last = f->last.value;
  part->last_of = f->last.of;
  if (!isnan(part->of))
    prg_proportion_interval((size_t)part->value, (size_t)part->of, 0.95, &part->lower_95,
                            &part->upper_95);
  return PRG_OK;
}

static prg_status judge(judging *j, prg_target_part *part) {
  prg_status status = take_figures(j, part);
  if (status != PRG_OK || isnan(part->value))
    return status;
  double last = share_of(part->last, part->last_of);
  if (j->asked->has_goal && j->asked->goal.last_year && isnan(last))
    return prg_fail_at(j->error, j->book->file, j->asked->line, 0, PRG_TEXT_TARGET_NO_LAST_YEAR,
                       PRG_ARGS(prg_string(j->asked->name), prg_integer(j->through.year - 1)));
  if (j->asked->has_goal)
    part->range = prg_goal_range_of(&j->asked->goal, last);
  status = judge_year(j, part);
  if (!j->asked->has_goal)
    part->outlook.probability = NAN;
  compare_years(j, part);
  return status;
}

static void start_part(prg_target_part *part, const char *group) {
  *part = (prg_target_part){.group = group,
                            .state = PRG_TARGET_UNMEASURED,
                            .value = NAN,
                            .of = NAN,
                            .lower_95 = NAN,
                            .upper_95 = NAN,
                            .last = NAN,
                            .last_of = NAN,
                            .range = {-INFINITY, INFINITY, false, false},
                            .outlook = {NAN, NAN, NAN, NAN, NAN},
                            .difference = {NAN, NAN, NAN, false},
                            .before = NAN,
                            .of_before = NAN,
                            .dispersion = NAN,
                            .of_year = NAN};
}

/* A group passes if its figure, or its forecast by the scale's best word, reaches the goal. */
static bool passes(const prg_target_part *part, const prg_target_scale *scale) {
  if (part->state == PRG_TARGET_FORECAST)
    return part->outlook.probability >= scale->at_least[0];
  return part->state != PRG_TARGET_UNMEASURED && part->reached;
}

static void sum_up(prg_target_result *out, const prg_target_scale *scale) {
  out->state = PRG_TARGET_KNOWN;
  out->probability = 1;
  for (size_t g = 0; g < out->n_part; g++) {
    const prg_target_part *part = &out->part[g];
    out->n_measured += part->state != PRG_TARGET_UNMEASURED;
    out->n_reached += passes(part, scale);
    out->probability *= part->outlook.probability;
    if (part->state != PRG_TARGET_UNMEASURED && part->state < out->state)
      out->state = part->state;
  }
  if (out->n_measured == 0)
    out->state = PRG_TARGET_UNMEASURED;
}

/*
 * Nothing measured is never "met". If some groups pass and others do not, or are not measured, the
 * goal is met in part. Otherwise the scale's word for the probability; without one, what the
 * figures say so far.
 */
static const char *verdict_of(const prg_target_result *out, const prg_target_scale *scale,
                              prg_language language) {
  if (out->state == PRG_TARGET_UNMEASURED)
    return scale->unmeasured;
  if (out->n_reached > 0 && out->n_reached < out->n_part)
    return scale->partly;
  if (out->state == PRG_TARGET_KNOWN || out->n_measured < out->n_part)
    return out->n_reached == out->n_part ? scale->reached : scale->missed;
  if (out->state == PRG_TARGET_FORECAST)
    return prg_target_scale_word(scale, out->probability);
  bool met = out->n_reached == out->n_part;
  return prg_text_get(met ? PRG_TEXT_TARGET_MET_SO_FAR : PRG_TEXT_TARGET_NOT_MET_SO_FAR, language);
}

/* The same for a light; a scale of one word tells nothing apart. */
static prg_target_light light_of(const prg_target_result *out, const prg_target_scale *scale) {
  if (out->state == PRG_TARGET_UNMEASURED)
    return PRG_LIGHT_UNMEASURED;
  if (out->n_reached > 0 && out->n_reached < out->n_part)
    return PRG_LIGHT_UNCERTAIN;
  if (out->state == PRG_TARGET_KNOWN || out->n_measured < out->n_part)
    return out->n_reached == out->n_part ? PRG_LIGHT_MET : PRG_LIGHT_MISSED;
  if (out->state != PRG_TARGET_FORECAST || scale->n < 2)
    return PRG_LIGHT_UNCERTAIN;
  if (out->probability >= scale->at_least[0])
    return PRG_LIGHT_MET;
  return out->probability < scale->at_least[scale->n - 2] ? PRG_LIGHT_MISSED : PRG_LIGHT_UNCERTAIN;
}

/* Without a year there is nothing to judge. */
static prg_status judge_parts(judging *j, bool has_year, prg_target_result *out) {
  out->n_part = j->asked->n_group > 0 ? j->asked->n_group : 1;
  out->part = calloc(out->n_part, sizeof *out->part);
  if (out->part == NULL)
    return prg_fail(j->error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = PRG_OK;
  for (size_t g = 0; g < out->n_part && status == PRG_OK; g++) {
    start_part(&out->part[g], j->asked->n_group > 0 ? j->asked->group[g] : "");
    if (has_year)
      status = judge(j, &out->part[g]);
  }
  return status;
}

static prg_status assess_figures(judging *j, prg_target_result *out, prg_language language) {
  bool has_year;
  prg_status status =
      target_gather_through(j->book, j->indicator, &j->through, &has_year, j->error);
  if (status != PRG_OK)
    return status;
  bool once = j->asked->once_a_year && j->asked->kind != PRG_INDICATOR_COUNT;
  j->whole_year = j->through.to >= year_end || once;
  out->through = j->through;
  status = judge_parts(j, has_year, out);
  if (status != PRG_OK)
    return status;
  sum_up(out, j->scale);
  if (j->asked->has_goal) {
    out->light = light_of(out, j->scale);
    snprintf(out->verdict, sizeof out->verdict, "%s", verdict_of(out, j->scale, language));
  }
  return PRG_OK;
}

prg_status prg_target_assess(const prg_target_book *book, size_t indicator,
                             const prg_target_scale *scale, prg_language language,
                             prg_target_result *out, prg_error *error) {
  const prg_indicator *asked = &book->indicator[indicator];
  *out = (prg_target_result){.indicator = asked, .probability = NAN, .through = asked->through};
  judging j = {
      .book = book, .indicator = indicator, .asked = asked, .scale = scale, .error = error};
  prg_status status =
      asked->kind == PRG_INDICATOR_TEXT ? PRG_OK : assess_figures(&j, out, language);
  if (status == PRG_OK)
    target_sentences_make(out);
  if (out->follow_up.failed || out->assessment.failed)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return status;
}
