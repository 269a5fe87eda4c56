#include <math.h>

#include "plan/cohort/cohort_rows.h"

static bool is_within(cohort_span part, cohort_span span) {
  return part.from >= span.from && part.to <= span.to && part.from <= part.to;
}

/* The grade whose exact value is farthest above the whole one given so far. */
static size_t most_short(const prg_cohort_plan *plan, const double *exact, const double *count) {
  size_t best = 0;
  for (size_t r = 0; plan->kind[r] == PRG_COHORT_GRADE; r++)
    if (exact[r] - count[r] > exact[best] - count[best])
      best = r;
  return best;
}

/* Whole numbers near exact[r] of the grades, that sum to `total`: largest remainder (Hamilton). */
static void round_grades(const prg_cohort_plan *plan, double total, const double *exact,
                         double *count) {
  double rest = total;
  for (size_t r = 0; plan->kind[r] == PRG_COHORT_GRADE; r++)
    rest -= count[r] = floor(exact[r]);
  for (; rest > 0; rest--)
    count[most_short(plan, exact, count)]++;
}

void prg_cohort_plan_whole(const prg_cohort_plan *plan, size_t h, double *count) {
  double exact[COHORT_ROWS_MAX], sum = 0;
  size_t n = plan->panel.n;
  double total = floor(prg_forecast_point(&plan->forecast[n - 1], h) + .5);
  for (size_t r = 0; plan->kind[r] == PRG_COHORT_GRADE; r++)
    sum += exact[r] = prg_forecast_point(&plan->forecast[r], h);
  for (size_t r = 0; plan->kind[r] == PRG_COHORT_GRADE; r++)
    exact[r] *= sum > 0 ? total / sum : 0;
  round_grades(plan, total, exact, count);
  for (size_t r = 0; r < n; r++) {
    if (plan->kind[r] == PRG_COHORT_GRADE)
      continue;
    count[r] = 0;
    for (size_t g = 0; plan->kind[g] == PRG_COHORT_GRADE; g++)
      if (is_within(cohort_row_span(plan, &plan->row[g], h),
                    cohort_row_span(plan, &plan->row[r], h)))
        count[r] += count[g];
  }
}
