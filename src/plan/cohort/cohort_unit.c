#include <prognos/cohort_unit.h>

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char separator[] = " · ";

/* A unit while its series are gathered. */
typedef struct gathering {
  char *name; /* owned */
  prg_grade_kind kind;
  const prg_series *series[PRG_GRADE_MAX + 1]; /* by the number of the grade; borrowed */
} gathering;

typedef struct gatherer {
  const prg_panel *panel;
  size_t dimension; /* of the grades; SIZE_MAX: the end of the series' names */
  prg_grade_kind kind;
  gathering *unit; /* shape (n); owned */
  size_t n, open_grades;
} gatherer;

/* What stands after the last " · ", and where that begins. */
static const char *last_part(const char *name, size_t *before) {
  const char *part = name, *next;
  *before = 0;
  while ((next = strstr(part, separator)) != NULL) {
    *before = (size_t)(next - name);
    part = next + strlen(separator);
  }
  return part;
}

static const char *label_of(const gatherer *g, const prg_series *series) {
  size_t before;
  return last_part(
      g->dimension == SIZE_MAX ? series->name : prg_series_member(series, g->dimension), &before);
}

/* True if every member of the dimension is a grade, and says so itself or by the column's name. */
static bool are_grades(gatherer *g) {
  for (size_t i = 0; i < g->panel->n; i++) {
    prg_grade grade;
    const char *label = label_of(g, &g->panel->series[i]);
    if (!prg_grade_parse(label, strlen(label), &grade))
      return false;
    if (g->kind == PRG_GRADE_BARE)
      g->kind = grade.kind;
  }
  return g->kind != PRG_GRADE_BARE;
}

/* The dimension that is named so, else one whose members all are grades. */
static bool find_dimension(gatherer *g) {
  const prg_panel *panel = g->panel;
  for (g->dimension = 0; g->dimension < panel->n_dimension; g->dimension++) {
    g->kind = prg_grade_kind_of_column(panel->dimension[g->dimension]);
    if (g->kind != PRG_GRADE_BARE)
      return true;
  }
  for (g->dimension = 0; g->dimension < panel->n_dimension; g->dimension++)
    if (are_grades(g))
      return true;
  g->dimension = SIZE_MAX;
  return panel->n_dimension == 0 && are_grades(g);
}

/* Appends what names the unit: the members of the other dimensions, and what stands before the
 * label. */
static void add_unit_name(const gatherer *g, const prg_series *series, prg_buffer *name) {
  for (size_t d = 0; d < g->panel->n_dimension; d++) {
    const char *member = prg_series_member(series, d);
    size_t length = strlen(member);
    if (d == g->dimension)
      last_part(member, &length);
    if (length == 0)
      continue;
    prg_buffer_add(name, name->length > 0 ? separator : "");
    prg_buffer_add_n(name, member, length);
  }
  if (g->dimension == SIZE_MAX) {
    size_t length;
    last_part(series->name, &length);
    prg_buffer_add_n(name, series->name, length);
  }
}

/* The unit of that name, a new one if need be; NULL if memory is exhausted. */
static gathering *unit_named(gatherer *g, const char *name) {
  for (size_t i = g->n; i-- > 0;)
    if (strcmp(g->unit[i].name, name) == 0)
      return &g->unit[i];
  char *copy = strdup(name);
  gathering *more = realloc(g->unit, (g->n + 1) * sizeof *more);
  if (more != NULL)
    g->unit = more;
  if (copy == NULL || more == NULL) {
    free(copy);
    return NULL;
  }
  more[g->n] = (gathering){.name = copy, .kind = g->kind};
  return &more[g->n++];
}

static prg_status gather_one(gatherer *g, const prg_series *series, prg_error *error) {
  const char *label = label_of(g, series);
  prg_grade grade;
  if (!prg_grade_parse(label, strlen(label), &grade))
    return prg_fail(error, PRG_TEXT_COHORT_NO_GRADE,
                    PRG_ARGS(prg_string(label), prg_string(series->name)));
  prg_frequency frequency = series->start.frequency;
  if ((frequency != PRG_YEAR && frequency != PRG_SCHOOL_YEAR) ||
      frequency != g->panel->series[0].start.frequency)
    return prg_fail(error, PRG_TEXT_COHORT_FREQUENCY, PRG_ARGS(prg_string(series->name)));
  if (grade.open) {
    g->open_grades++;
    return PRG_OK;
  }
  prg_buffer name;
  prg_buffer_init(&name);
  add_unit_name(g, series, &name);
  gathering *unit = name.failed ? NULL : unit_named(g, prg_buffer_string(&name));
  prg_buffer_free(&name);
  if (unit == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (unit->series[grade.number] != NULL)
    return prg_fail(
        error, PRG_TEXT_COHORT_GRADE_TWICE,
        PRG_ARGS(prg_string(unit->series[grade.number]->name), prg_string(series->name)));
  unit->series[grade.number] = series;
  return PRG_OK;
}

static double value_at(const prg_series *series, prg_period period) {
  int t = prg_period_distance(series->start, period);
  return t >= 0 && (size_t)t < series->n ? series->value[t] : NAN;
}

/* The first and the last year with a figure; false if there is none. */
static bool find_span(const gathering *unit, prg_period *start, prg_period *origin) {
  bool any = false;
  for (int k = 0; k <= PRG_GRADE_MAX; k++)
    for (size_t t = 0; unit->series[k] != NULL && t < unit->series[k]->n; t++) {
      prg_period period = prg_series_period(unit->series[k], t);
      if (isnan(unit->series[k]->value[t]))
        continue;
      if (!any || prg_period_compare(period, *start) < 0)
        *start = period;
      if (!any || prg_period_compare(period, *origin) > 0)
        *origin = period;
      any = true;
    }
  return any;
}

static bool is_known(const gathering *unit, int grade, prg_period period) {
  return unit->series[grade] != NULL && !isnan(value_at(unit->series[grade], period));
}

/* What messages call a unit; one without a name is the file. */
static prg_argument called(const char *name) {
  return name[0] != '\0' ? prg_string(name) : prg_text_argument(PRG_TEXT_COHORT_THE_FILE);
}

static prg_status check_grades(const gathering *unit, int first, int last, prg_period origin,
                               prg_error *error) {
  char year[PRG_PERIOD_BYTES], label[PRG_GRADE_BYTES];
  prg_period_print(origin, year);
  if (first >= last)
    return prg_fail(error, PRG_TEXT_COHORT_ONE_GRADE,
                    PRG_ARGS(called(unit->name), prg_string(year)));
  for (int k = first; k <= last; k++)
    if (!is_known(unit, k, origin)) {
      prg_grade_print((prg_grade){unit->kind, k, false}, label);
      return prg_fail(error, PRG_TEXT_COHORT_GRADE_MISSING,
                      PRG_ARGS(called(unit->name), prg_string(label), prg_string(year)));
    }
  return PRG_OK;
}

static prg_status fill_unit(const gathering *from, prg_cohort_unit *unit, prg_error *error) {
  prg_period start = {PRG_YEAR, 0}, origin = start;
  int first = 0, last = PRG_GRADE_MAX;
  unit->name = strdup(from->name);
  if (!find_span(from, &start, &origin))
    return prg_fail(error, PRG_TEXT_COHORT_NO_FIGURES, PRG_ARGS(called(from->name)));
  while (first < last && !is_known(from, first, origin))
    first++;
  while (last > first && !is_known(from, last, origin))
    last--;
  prg_status status = check_grades(from, first, last, origin, error);
  if (status != PRG_OK)
    return status;
  unit->kind = from->kind;
  unit->first = first;
  unit->start = start;
  unit->table.n_grade = (size_t)(last - first + 1);
  unit->table.n_year = (size_t)prg_period_distance(start, origin) + 1;
  if (unit->table.n_year < 2)
    return prg_fail(error, PRG_TEXT_COHORT_ONE_YEAR, PRG_ARGS(called(from->name)));
  unit->table.count = calloc(unit->table.n_grade * unit->table.n_year, sizeof(double));
  if (unit->name == NULL || unit->table.count == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t g = 0; g < unit->table.n_grade; g++)
    for (size_t t = 0; t < unit->table.n_year; t++)
      unit->table.count[g * unit->table.n_year + t] =
          value_at(from->series[first + (int)g], prg_period_add(start, (int)t));
  return PRG_OK;
}

static prg_status check_counts(const prg_cohort_unit *unit, prg_error *error) {
  size_t steps = 0;
  for (size_t i = 0; i < unit->table.n_grade * unit->table.n_year; i++)
    if (unit->table.count[i] < 0)
      return prg_fail(error, PRG_TEXT_COHORT_NEGATIVE, PRG_ARGS(called(unit->name)));
  for (size_t g = 1; g < unit->table.n_grade; g++)
    for (size_t t = 1; t < unit->table.n_year; t++) {
      const double *at = unit->table.count + g * unit->table.n_year + t;
      steps += isnan(*at) || isnan(*(at - unit->table.n_year - 1)) ? 0 : 1;
    }
  return steps > 0 ? PRG_OK
                   : prg_fail(error, PRG_TEXT_COHORT_ONE_YEAR, PRG_ARGS(called(unit->name)));
}

static prg_status make_units(const gatherer *g, prg_cohort_units *out, prg_error *error) {
  out->open_grades = g->open_grades;
  out->unit = calloc(g->n + 1, sizeof *out->unit);
  if (out->unit == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < g->n; i++) {
    prg_cohort_unit *unit = &out->unit[out->n++];
    prg_error refusal;
    prg_status status = fill_unit(&g->unit[i], unit, &refusal);
    if (status == PRG_OK)
      status = check_counts(unit, &refusal);
    if (status != PRG_OK)
      unit->refusal = malloc(sizeof refusal);
    if (status == PRG_ENOMEM || unit->name == NULL || (status != PRG_OK && unit->refusal == NULL))
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    if (status != PRG_OK)
      *unit->refusal = refusal;
  }
  return PRG_OK;
}

prg_status prg_cohort_units_make(const prg_panel *panel, prg_cohort_units *out, prg_error *error) {
  *out = (prg_cohort_units){0};
  gatherer g = {.panel = panel};
  if (!find_dimension(&g))
    return prg_fail(error, PRG_TEXT_COHORT_NO_DIMENSION, NULL);
  prg_status status = PRG_OK;
  for (size_t i = 0; status == PRG_OK && i < panel->n; i++)
    status = gather_one(&g, &panel->series[i], error);
  if (status == PRG_OK)
    status = make_units(&g, out, error);
  for (size_t i = 0; i < g.n; i++)
    free(g.unit[i].name);
  free(g.unit);
  return status;
}

void prg_cohort_units_clear(prg_cohort_units *units) {
  for (size_t i = 0; i < units->n; i++) {
    free(units->unit[i].name);
    free(units->unit[i].table.count);
    free(units->unit[i].refusal);
  }
  free(units->unit);
  *units = (prg_cohort_units){0};
}

prg_period prg_cohort_unit_origin(const prg_cohort_unit *unit) {
  return prg_period_add(unit->start, (int)unit->table.n_year - 1);
}

prg_grade prg_cohort_unit_grade(const prg_cohort_unit *unit, size_t g) {
  return (prg_grade){unit->kind, unit->first + (int)g, false};
}

/* The unit's counts of the grades of `like`, NaN for those it has not. */
static prg_status copy_grades(const prg_cohort_unit *unit, const prg_cohort_unit *like,
                              prg_cohort_table *table, prg_error *error) {
  size_t n_year = unit->table.n_year;
  *table = (prg_cohort_table){like->table.n_grade, n_year,
                              calloc(like->table.n_grade * n_year, sizeof(double))};
  if (table->count == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t g = 0; g < like->table.n_grade; g++) {
    int from = like->first + (int)g - unit->first;
    for (size_t t = 0; t < n_year; t++)
      table->count[g * n_year + t] = from >= 0 && (size_t)from < unit->table.n_grade
                                         ? unit->table.count[(size_t)from * n_year + t]
                                         : NAN;
  }
  return PRG_OK;
}

static bool have_two_grades_in_common(const prg_cohort_unit *a, const prg_cohort_unit *b) {
  int last_a = a->first + (int)a->table.n_grade - 1, last_b = b->first + (int)b->table.n_grade - 1;
  int first = a->first > b->first ? a->first : b->first, last = last_a < last_b ? last_a : last_b;
  return last > first;
}

prg_status prg_cohort_pool_make(const prg_cohort_units *units, size_t except,
                                const prg_cohort_unit *like, prg_cohort_pool *pool,
                                prg_error *error) {
  *pool = (prg_cohort_pool){calloc(units->n + 1, sizeof *pool->table), 0};
  if (pool->table == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < units->n; i++) {
    if (i == except || units->unit[i].refusal != NULL ||
        !have_two_grades_in_common(&units->unit[i], like))
      continue;
    prg_status status = copy_grades(&units->unit[i], like, &pool->table[pool->n++], error);
    if (status != PRG_OK)
      return status;
  }
  return PRG_OK;
}

void prg_cohort_pool_clear(prg_cohort_pool *pool) {
  for (size_t i = 0; i < pool->n; i++)
    free(pool->table[i].count);
  free(pool->table);
  *pool = (prg_cohort_pool){0};
}
