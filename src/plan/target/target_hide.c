#include <prognos/target.h>

#include <math.h>
#include <stdlib.h>

static bool is_small(double persons, double threshold) {
  return persons > 0 && persons < threshold; /* NaN is not */
}

/* Cases, or those who reached it and those who did not. A mean has no persons to show. */
static bool is_few(double count, double of, double threshold) {
  return is_small(count, threshold) || is_small(of - count, threshold);
}

static bool concerns_few(const prg_target_result *result, double threshold) {
  prg_indicator_kind kind = result->indicator->kind;
  for (size_t g = 0; g < result->n_part; g++) {
    const prg_target_part *part = &result->part[g];
    bool has_counts = kind == PRG_INDICATOR_COUNT || !isnan(part->of);
    bool had_counts = kind == PRG_INDICATOR_COUNT || !isnan(part->last_of);
    if ((has_counts && is_few(part->value, part->of, threshold)) ||
        (had_counts && is_few(part->last, part->last_of, threshold)))
      return true;
  }
  return false;
}

static void blank_part(prg_target_part *part) {
  part->value = part->of = part->lower_95 = part->upper_95 = NAN;
  part->last = part->last_of = part->before = part->of_before = part->of_year = NAN;
  part->outlook = (prg_outlook){NAN, NAN, NAN, NAN, NAN};
  part->difference = (prg_difference){NAN, NAN, NAN, false};
}

/* "mer än föregående års 3 personer" becomes "mer än föregående år". */
static void blank_goal(prg_message *goal) {
  static const struct {
    prg_text with_figure, without;
  } goals[] = {
      {PRG_TEXT_GOAL_AT_LEAST_FIGURE, PRG_TEXT_GOAL_AT_LEAST_LAST},
      {PRG_TEXT_GOAL_ABOVE_FIGURE, PRG_TEXT_GOAL_ABOVE_LAST},
      {PRG_TEXT_GOAL_AT_MOST_FIGURE, PRG_TEXT_GOAL_AT_MOST_LAST},
      {PRG_TEXT_GOAL_BELOW_FIGURE, PRG_TEXT_GOAL_BELOW_LAST},
  };
  for (size_t i = 0; i < sizeof goals / sizeof goals[0]; i++)
    if (goal->text == goals[i].with_figure)
      prg_message_set(goal, goals[i].without, NULL);
}

bool prg_target_hide(prg_target_result *result, double threshold) {
  if (!concerns_few(result, threshold))
    return false;
  for (size_t g = 0; g < result->n_part; g++)
    blank_part(&result->part[g]);
  result->probability = NAN;
  blank_goal(&result->goal);
  result->assessment.n = 0;
  result->follow_up.n = 0;
  if (result->follow_up.capacity > 0) {
    result->follow_up.n = 1;
    prg_message_set(&result->follow_up.item[0], PRG_TEXT_TARGET_FEW, NULL);
  }
  return true;
}
