#include <prognos/cohort_plan.h>

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_sort.h>

#include "plan/cohort/cohort_entry.h"
#include "plan/cohort/cohort_rows.h"

static const char model_name[] = "cohort";
static const int first_age_of_school = 6; /* of grade 0: grade 1 comes seven years after birth */

/* One plan in the making. */
typedef struct making {
  const prg_cohort_unit *unit;
  const prg_cohort_plan_options *options;
  prg_cohort_plan *plan;
  bool shift;         /* grades shift within the horizon */
  size_t entry_years; /* that entrants are needed for: the horizon, one more after a shift */
  size_t known;       /* of them, from births that are known */
  double moved_in;    /* persons expected from housing */
  double *entry;      /* shape (n_paths, entry_years); owned, as are those below */
  double *entry_now;  /* shape (n_paths, horizon): without the year more */
  double *added;      /* shape (horizon, n_grade) */
  double *grade_path; /* shape (n_paths, horizon, n_grade) */
  double *draw;       /* shape (n_paths) */
  size_t n_row;       /* rows of the plan */
} making;

void prg_cohort_plan_options_init(prg_cohort_plan_options *options) {
  *options = (prg_cohort_plan_options){.horizon = 5, .n_paths = 4000, .seed = 1, .lag = -1};
  prg_cohort_options_init(&options->cohort);
}

static void making_clear(making *m) {
  free(m->entry);
  free(m->entry_now);
  free(m->added);
  free(m->grade_path);
  free(m->draw);
}

static prg_status making_init(making *m, prg_error *error) {
  size_t n_paths = m->options->n_paths, horizon = m->options->horizon;
  size_t n_grade = m->unit->table.n_grade;
  int last = prg_cohort_unit_origin(m->unit).ordinal + (int)horizon;
  m->shift = m->options->shift_year > 0 && m->options->shift_year <= last;
  if (m->options->shift_year > 0 && m->unit->kind != PRG_GRADE_SCHOOL)
    return prg_fail(error, PRG_TEXT_COHORT_SHIFT_OF_AGES, NULL);
  m->entry_years = horizon + (m->shift && cohort_rows_need_entrants(m->unit) ? 1 : 0);
  m->entry = calloc(n_paths * m->entry_years, sizeof *m->entry);
  m->entry_now = calloc(n_paths * horizon, sizeof *m->entry_now);
  m->added = calloc(horizon * n_grade, sizeof *m->added);
  m->grade_path = calloc(n_paths * horizon * n_grade, sizeof *m->grade_path);
  m->draw = calloc(n_paths, sizeof *m->draw);
  m->plan->row = calloc(COHORT_ROWS_MAX, sizeof *m->plan->row);
  if (m->entry == NULL || m->entry_now == NULL || m->added == NULL || m->grade_path == NULL ||
      m->draw == NULL || m->plan->row == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  m->n_row = cohort_rows_make(m->unit, m->options, m->shift, m->plan->row);
  return PRG_OK;
}

static int lag_of(const making *m) {
  if (m->options->lag >= 0)
    return m->options->lag;
  return m->unit->first + (m->unit->kind == PRG_GRADE_AGE ? 0 : first_age_of_school);
}

static prg_status draw_entry(making *m, prg_error *error) {
  const cohort_entry_options asked = {m->options->births, lag_of(m), m->options->n_paths,
                                      m->options->seed};
  size_t horizon = m->options->horizon;
  prg_status status =
      cohort_entry_paths(m->unit, &asked, m->entry_years, m->entry, &m->known, error);
  for (size_t i = 0; status == PRG_OK && i < m->options->n_paths; i++)
    memcpy(m->entry_now + i * horizon, m->entry + i * m->entry_years, horizon * sizeof *m->entry);
  return status;
}

static prg_status draw_grades(making *m, prg_error *error) {
  prg_cohort_plan *plan = m->plan;
  prg_status status = draw_entry(m, error);
  if (status == PRG_OK)
    status = prg_cohort_fit(&m->unit->table, m->options->pool, &m->options->cohort, &plan->cohort,
                            error);
  if (status != PRG_OK)
    return status;
  if (m->options->housing != NULL)
    m->moved_in = prg_housing_add(m->options->housing, m->unit, m->options->only_unit,
                                  m->options->horizon, m->added);
  prg_cohort_future future = {m->options->horizon, m->entry_now, m->added};
  return prg_cohort_paths(plan->cohort, &future, m->options->n_paths, m->options->seed,
                          m->grade_path, error);
}

/* Persons of a row in one path, h years ahead. Those of the grade before the first are the ones
 * who enter a year later. */
static double row_path(const making *m, const cohort_row *row, size_t i, size_t h) {
  cohort_span span = cohort_row_span(m->plan, row, h);
  const double *grade = m->grade_path + (i * m->options->horizon + h - 1) * m->unit->table.n_grade;
  double sum = 0;
  for (int k = span.from; k <= span.to; k++)
    sum += k < m->unit->first ? floor(m->entry[i * m->entry_years + h] + .5)
                              : grade[k - m->unit->first];
  return sum;
}

static void sum_paths(making *m) {
  prg_cohort_plan *plan = m->plan;
  for (size_t i = 0; i < plan->n_paths; i++)
    for (size_t h = 1; h <= plan->horizon; h++)
      for (size_t r = 0; r < m->n_row; r++)
        plan->path[(i * plan->horizon + h - 1) * m->n_row + r] = row_path(m, &plan->row[r], i, h);
}

/* The row's figures: sums of the grades', none where one is missing. */
static prg_status add_series(making *m, const cohort_row *row, prg_error *error) {
  const prg_cohort_table *table = &m->unit->table;
  prg_series series;
  prg_buffer name;
  prg_buffer_init(&name);
  prg_buffer_printf(&name, m->unit->name[0] != '\0' ? "%s · %s" : "%s%s", m->unit->name,
                    row->label);
  prg_status status = name.failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                                  : prg_series_init(&series, prg_buffer_string(&name),
                                                    m->unit->start, table->n_year, error);
  prg_buffer_free(&name);
  if (status != PRG_OK)
    return status;
  series.kind = PRG_KIND_PEOPLE;
  for (size_t t = 0; t < table->n_year; t++) {
    double sum = 0;
    for (int k = row->before.from; k <= row->before.to; k++)
      sum += table->count[(size_t)(k - m->unit->first) * table->n_year + t];
    series.value[t] = sum;
    series.observation[t] = isnan(sum) ? PRG_GAP : PRG_OBSERVED;
  }
  return prg_panel_add(&m->plan->panel, &series, error);
}

/* Quantiles of the paths, which are paths, so that limits are whole persons if counts are. */
static prg_status make_forecast(making *m, size_t r, prg_error *error) {
  prg_cohort_plan *plan = m->plan;
  prg_forecast *forecast = &plan->forecast[r];
  prg_distribution *d = &forecast->distribution;
  forecast->series = &plan->panel.series[r];
  forecast->model = model_name;
  forecast->origin = prg_cohort_unit_origin(m->unit);
  prg_status status = prg_distribution_init(d, plan->horizon, prg_standard_probability,
                                            prg_standard_probability_count, error);
  if (status != PRG_OK)
    return status;
  for (size_t h = 0; h < plan->horizon; h++) {
    for (size_t i = 0; i < plan->n_paths; i++)
      m->draw[i] = plan->path[(i * plan->horizon + h) * plan->panel.n + r];
    gsl_sort(m->draw, 1, plan->n_paths);
    for (size_t k = 0; k < d->n_probability; k++)
      d->quantile[h * d->n_probability + k] =
          m->draw[(size_t)(d->probability[k] * (double)(plan->n_paths - 1) + .5)];
  }
  d->lower = 0;
  return PRG_OK;
}

static prg_status make_rows(making *m, prg_error *error) {
  prg_cohort_plan *plan = m->plan;
  plan->n_paths = m->options->n_paths;
  plan->horizon = m->options->horizon;
  plan->kind = calloc(m->n_row, sizeof *plan->kind);
  plan->forecast = calloc(m->n_row, sizeof *plan->forecast);
  plan->path = calloc(plan->n_paths * plan->horizon * m->n_row, sizeof *plan->path);
  if (plan->kind == NULL || plan->forecast == NULL || plan->path == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  sum_paths(m);
  prg_status status = PRG_OK;
  for (size_t r = 0; status == PRG_OK && r < m->n_row; r++) {
    plan->kind[r] = plan->row[r].kind;
    status = add_series(m, &plan->row[r], error);
  }
  for (size_t r = 0; status == PRG_OK && r < m->n_row; r++)
    status = make_forecast(m, r, error);
  return status;
}

static prg_argument year_argument(prg_period period) {
  char text[PRG_PERIOD_BYTES];
  return prg_string(prg_period_print(period, text));
}

static void note_entry(const making *m, prg_notes *notes) {
  const prg_series *births = m->options->births;
  char label[PRG_GRADE_BYTES];
  prg_argument grade = prg_string(prg_grade_print(prg_cohort_unit_grade(m->unit, 0), label));
  if (births == NULL)
    prg_notes_add(notes, PRG_TEXT_NOTE_COHORT_ENTRY, PRG_ARGS(grade));
  else if (m->known == 0)
    prg_notes_add(notes, PRG_TEXT_NOTE_COHORT_ENTRY_AHEAD,
                  PRG_ARGS(grade, prg_string(births->name), prg_integer(lag_of(m))));
  else if (m->known >= m->options->horizon)
    prg_notes_add(notes, PRG_TEXT_NOTE_COHORT_ENTRY_KNOWN,
                  PRG_ARGS(grade, prg_string(births->name), prg_integer(lag_of(m))));
  else
    prg_notes_add(notes, PRG_TEXT_NOTE_COHORT_ENTRY_BIRTHS,
                  PRG_ARGS(grade, prg_string(births->name), prg_integer(lag_of(m)),
                           prg_integer((long long)m->known)));
}

static void note_ratios(const making *m, prg_notes *notes) {
  const prg_cohort_options *options = &m->options->cohort;
  size_t years = options->years;
  if (options->migration != PRG_MIGRATION_RECENT) {
    static const prg_text text[] = {[PRG_MIGRATION_NONE] = PRG_TEXT_NOTE_COHORT_NONE,
                                    [PRG_MIGRATION_5_YEARS] = PRG_TEXT_NOTE_COHORT_5_YEARS,
                                    [PRG_MIGRATION_10_YEARS] = PRG_TEXT_NOTE_COHORT_10_YEARS};
    prg_notes_add(notes, text[options->migration], NULL);
    return;
  }
  if (years > m->unit->table.n_year - 1)
    years = m->unit->table.n_year - 1;
  prg_period last = prg_cohort_unit_origin(m->unit);
  prg_notes_add(notes, PRG_TEXT_NOTE_COHORT_RATIOS,
                PRG_ARGS(year_argument(prg_period_add(last, -(int)years)), year_argument(last),
                         prg_number(options->half_life, -1)));
}

/* How much of the ratios is the unit's own: the mean over the grades. */
static void note_pool(const making *m, prg_notes *notes) {
  double sum = 0;
  size_t n = m->unit->table.n_grade - 1;
  for (size_t g = 1; g <= n; g++)
    sum += prg_cohort_ratio_into(m->plan->cohort, g)->weight;
  if (m->options->pool != NULL)
    prg_notes_add(notes, PRG_TEXT_NOTE_COHORT_POOL,
                  PRG_ARGS(prg_integer((long long)m->options->pool->n),
                           prg_number(100 * sum / (double)n, 0),
                           prg_number(100 * prg_cohort_level_weight(m->plan->cohort), 0)));
  else
    prg_notes_add(notes, PRG_TEXT_NOTE_COHORT_ALONE,
                  PRG_ARGS(prg_number(100 * sum / (double)n, 0)));
}

/* Grades that nobody was in the grade before of, in any of the years. */
static void note_undefined(const making *m, prg_notes *notes) {
  for (size_t g = 1; g < m->unit->table.n_grade; g++) {
    char label[PRG_GRADE_BYTES];
    if (isnan(prg_cohort_ratio_into(m->plan->cohort, g)->own))
      prg_notes_add(
          notes, PRG_TEXT_NOTE_COHORT_UNDEFINED,
          PRG_ARGS(prg_string(prg_grade_print(prg_cohort_unit_grade(m->unit, g), label))));
  }
}

static void add_notes(const making *m, prg_notes *notes) {
  note_ratios(m, notes);
  if (m->options->cohort.migration != PRG_MIGRATION_NONE)
    note_pool(m, notes);
  note_undefined(m, notes);
  note_entry(m, notes);
  if (m->options->housing != NULL)
    prg_notes_add(notes, PRG_TEXT_NOTE_COHORT_HOUSING, PRG_ARGS(prg_number(m->moved_in, 0)));
  prg_period shift = {prg_cohort_unit_origin(m->unit).frequency, m->options->shift_year};
  if (m->shift)
    prg_notes_add(notes, PRG_TEXT_NOTE_COHORT_SHIFT, PRG_ARGS(year_argument(shift)));
}

prg_status prg_cohort_plan_make(const prg_cohort_unit *unit, const prg_cohort_plan_options *options,
                                prg_cohort_plan *plan, prg_error *error) {
  assert(options->horizon >= 1 && options->horizon <= PRG_COHORT_HORIZON_MAX);
  *plan = (prg_cohort_plan){.unit = unit};
  prg_panel_init(&plan->panel);
  plan->shift_year = options->shift_year;
  making m = {.unit = unit, .options = options, .plan = plan};
  prg_status status = making_init(&m, error);
  if (status == PRG_OK)
    status = draw_grades(&m, error);
  if (status == PRG_OK)
    status = make_rows(&m, error);
  if (status == PRG_OK)
    add_notes(&m, &plan->forecast[plan->panel.n - 1].notes);
  making_clear(&m);
  return status;
}

void prg_cohort_plan_clear(prg_cohort_plan *plan) {
  for (size_t r = 0; plan->forecast != NULL && r < plan->panel.n; r++)
    prg_forecast_clear(&plan->forecast[r]);
  prg_cohort_free(plan->cohort);
  prg_panel_clear(&plan->panel);
  free(plan->kind);
  free(plan->row);
  free(plan->forecast);
  free(plan->path);
  *plan = (prg_cohort_plan){0};
}
