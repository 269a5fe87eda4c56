#include "series/from_cube.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/hash.h>

#include "series/frequency.h"
#include "series/naming.h"
#include "series/seen.h"
#include "table/cube_index.h"
#include "table/cube_parts.h"
#include "table/fold.h"

/* Periods that a panel may span in all, beside PERIODS_PER_CELL for each cell that is given. */
#define PERIODS_FREE 1000000
#define PERIODS_PER_CELL 100

/* A period of the cube, and how far its cells lie from the first of a series. */
typedef struct cube_period {
  int ordinal;
  uint64_t offset;
} cube_period;

typedef struct point {
  uint64_t series; /* the position of its first cell */
  int ordinal;
  prg_observation observation;
  double value;
} point;

typedef struct maker {
  const prg_cube *cube;
  const char *file;
  const prg_read_options *options;
  prg_reading *out;
  prg_frequency frequency;
  cube_period *period; /* shape (n_periods), in order */
  size_t n_periods;
  uint64_t stride[CUBE_DIMENSIONS];
  bool *ambiguous[CUBE_DIMENSIONS]; /* of members whose label another one has */
  size_t other[CUBE_DIMENSIONS];    /* the dimensions that make series */
  size_t n_other;
  naming named;            /* of the series being made */
  prg_buffer label, codes; /* of a member; of the series */
  seen_series seen;
  size_t empty;   /* combinations that are no series */
  size_t periods; /* of all series */
  bool any_figure, any_not_zero;
  int last_figure, last_not_zero; /* ordinals of the last of all series */
  prg_error *error;
} maker;

static const prg_dimension *dimension_of(const maker *m, size_t d) {
  return &m->cube->dimension[d];
}

static const char *label_of(const maker *m, size_t d, size_t member) {
  return prg_cube_text(m->cube, dimension_of(m, d)->member[member].label);
}

static const char *code_of(const maker *m, size_t d, size_t member) {
  return prg_cube_text(m->cube, dimension_of(m, d)->member[member].code);
}

/* --- what the cube has --- */

static bool is_time(const maker *m, size_t d) {
  return d == m->cube->time || d == m->cube->part;
}

static void find_strides(maker *m) {
  uint64_t stride = 1;
  for (size_t d = m->cube->n_dimensions; d-- > 0;) {
    m->stride[d] = stride;
    stride *= dimension_of(m, d)->n;
  }
  for (size_t d = 0; d < m->cube->n_dimensions; d++)
    if (!is_time(m, d))
      m->other[m->n_other++] = d;
}

static int compare_periods(const void *a, const void *b) {
  const cube_period *x = a, *y = b;
  return (x->ordinal > y->ordinal) - (x->ordinal < y->ordinal);
}

static prg_status fail_twice(const maker *m, int ordinal) {
  char period[PRG_PERIOD_BYTES];
  prg_period when = {m->frequency, ordinal};
  return prg_fail(
      m->error, PRG_TEXT_CUBE_PERIOD_TWICE,
      PRG_ARGS(prg_string(prg_period_print(when, period)),
               prg_string(prg_cube_text(m->cube, dimension_of(m, m->cube->time)->label))));
}

static prg_status fail_frequency(const maker *m, prg_period period) {
  char printed[PRG_PERIOD_BYTES];
  return prg_fail(m->error, PRG_TEXT_PERIOD_NOT_OF_FREQUENCY,
                  PRG_ARGS(prg_string(prg_period_print(period, printed)),
                           prg_text_argument(prg_frequency_text(period.frequency)),
                           prg_text_argument(prg_frequency_text(m->options->frequency))));
}

/* The periods are in order. Figures counted once a year or a month are no daily series with gaps.
 */
static prg_status check_periods(const maker *m) {
  prg_frequency apart = PRG_DAY;
  bool evenly = m->frequency == PRG_DAY;
  for (size_t i = 1; i < m->n_periods; i++) {
    int ordinal = m->period[i].ordinal, before = m->period[i - 1].ordinal;
    if (ordinal == before)
      return fail_twice(m, ordinal);
    prg_frequency gap = frequency_of_days((long long)ordinal - before);
    evenly = evenly && (i == 1 || gap == apart);
    apart = gap;
  }
  if (!evenly || apart == PRG_DAY)
    return PRG_OK;
  return prg_fail(
      m->error, PRG_TEXT_RARE_DATES,
      PRG_ARGS(prg_string(prg_cube_text(m->cube, dimension_of(m, m->cube->time)->label)),
               prg_text_argument(prg_frequency_text(apart)),
               prg_string(prg_frequency_name(apart))));
}

static prg_status find_periods(maker *m) {
  const prg_cube *cube = m->cube;
  size_t parts = cube->part == NO_DIMENSION ? 1 : dimension_of(m, cube->part)->n;
  uint64_t part_stride = cube->part == NO_DIMENSION ? 0 : m->stride[cube->part];
  m->n_periods = dimension_of(m, cube->time)->n * parts;
  m->period = calloc(m->n_periods, sizeof *m->period);
  if (m->period == NULL)
    return prg_fail(m->error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < m->n_periods; i++) {
    prg_period period = cube->period[i];
    if (!frequency_apply(m->options->frequency, &period))
      return fail_frequency(m, period);
    m->frequency = period.frequency;
    m->period[i].ordinal = period.ordinal;
    m->period[i].offset = i / parts * m->stride[cube->time] + i % parts * part_stride;
  }
  qsort(m->period, m->n_periods, sizeof *m->period, compare_periods);
  return check_periods(m);
}

/* Two members may have one label: Håbo the municipality and Håbo the locality. */
static prg_status find_ambiguous(maker *m, size_t d) {
  const prg_dimension *dimension = dimension_of(m, d);
  cube_index labels;
  m->ambiguous[d] = calloc(dimension->n, sizeof *m->ambiguous[d]);
  prg_status status = cube_index_init(&labels, m->cube, d, true, m->error);
  if (status == PRG_OK && m->ambiguous[d] == NULL)
    status = prg_fail(m->error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < dimension->n && status == PRG_OK; i++) {
    const char *label = label_of(m, d, i);
    size_t first;
    if (cube_index_find(&labels, label, strlen(label), &first) && first != i)
      m->ambiguous[d][first] = m->ambiguous[d][i] = true;
  }
  cube_index_clear(&labels);
  return status;
}

static prg_status add_dimensions(maker *m) {
  prg_status status = PRG_OK;
  for (size_t k = 0; k < m->n_other && status == PRG_OK; k++) {
    const prg_dimension *dimension = dimension_of(m, m->other[k]);
    status =
        prg_panel_add_dimension(&m->out->panel, prg_cube_text(m->cube, dimension->label), m->error);
    if (status == PRG_OK)
      status = prg_panel_set_dimension_id(&m->out->panel, k, prg_cube_text(m->cube, dimension->id),
                                          m->error);
    if (status == PRG_OK)
      status = find_ambiguous(m, m->other[k]);
  }
  return status;
}

/* --- one series --- */

static size_t member_at(const maker *m, size_t d, uint64_t position) {
  return (size_t)(position / m->stride[d] % dimension_of(m, d)->n);
}

/* A dimension with one member tells nothing apart: it is no part of the name. */
static void add_member(maker *m, size_t d, size_t member) {
  const char *label = label_of(m, d, member), *code = code_of(m, d, member);
  size_t before = m->named.name.length;
  prg_buffer_clear(&m->label);
  prg_buffer_add(&m->label, label);
  if (m->ambiguous[d][member])
    prg_buffer_printf(&m->label, " (%s)", code);
  naming_add(&m->named, prg_buffer_string(&m->label), m->label.length);
  if (dimension_of(m, d)->n == 1)
    naming_cut(&m->named, m->named.members.length, before);
  prg_buffer_add_n(&m->codes, code, strlen(code) + 1);
}

static prg_status name_series(maker *m, uint64_t position) {
  size_t before;
  naming_restart(&m->named);
  prg_buffer_clear(&m->codes);
  for (size_t k = 0; k < m->n_other; k++)
    add_member(m, m->other[k], member_at(m, m->other[k], position));
  const char *title = prg_cube_text(m->cube, m->cube->title);
  if (m->named.name.length == 0 && *title != '\0')
    prg_buffer_add(&m->named.name, title);
  else if (m->named.name.length == 0)
    naming_add_file(&m->named, m->file);
  if (m->named.name.failed || m->named.members.failed || m->codes.failed || m->label.failed ||
      !seen_add(&m->seen, prg_hash(m->named.name.data, m->named.name.length), 1, &before))
    return prg_fail(m->error, PRG_TEXT_NO_MEMORY, NULL);
  return before == 0 ? PRG_OK
                     : prg_fail(m->error, PRG_TEXT_CUBE_NAME_TWICE,
                                PRG_ARGS(prg_string(m->named.name.data)));
}

static bool is_percent(const char *unit) {
  static const char *const words[] = {"%", "procent", "percent", "per cent", "prosent", "pct"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (fold_equal(unit, strlen(unit), words[i]))
      return true;
  return false;
}

/* The unit of what is counted: of a member, or of the whole cube. */
static const char *unit_of(const maker *m, uint64_t position) {
  for (size_t k = 0; k < m->n_other; k++) {
    size_t d = m->other[k];
    size_t unit = dimension_of(m, d)->member[member_at(m, d, position)].unit;
    if (unit != 0)
      return prg_cube_text(m->cube, unit);
  }
  return prg_cube_text(m->cube, m->cube->unit);
}

static prg_status check_span(maker *m, const point *first, const point *last) {
  char from[PRG_PERIOD_BYTES], to[PRG_PERIOD_BYTES];
  m->periods += (size_t)((long long)last->ordinal - first->ordinal) + 1;
  if (m->periods <= PERIODS_FREE + PERIODS_PER_CELL * m->cube->n)
    return PRG_OK;
  prg_period start = {m->frequency, first->ordinal}, end = {m->frequency, last->ordinal};
  return prg_fail(m->error, PRG_TEXT_SPAN_UNREASONABLE,
                  PRG_ARGS(prg_string(m->named.name.data),
                           prg_string(prg_period_print(start, from)),
                           prg_string(prg_period_print(end, to))));
}

static void note_last(bool *any, int *last, int ordinal) {
  *last = *any && *last > ordinal ? *last : ordinal;
  *any = true;
}

/* Remembers where the figures of all series end, and those that are not zero. */
static void note_figures(maker *m, const point *points, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (!isnan(points[i].value))
      note_last(&m->any_figure, &m->last_figure, points[i].ordinal);
    if (!isnan(points[i].value) && points[i].value != 0)
      note_last(&m->any_not_zero, &m->last_not_zero, points[i].ordinal);
  }
}

/* A cell that says nothing between others is missing: the source has it, without a figure. */
static void fill_series(prg_series *series, const point *points, size_t n) {
  for (size_t i = 0; i < n; i++) {
    size_t t = (size_t)((long long)points[i].ordinal - points[0].ordinal);
    bool nothing = points[i].observation == PRG_GAP;
    series->value[t] = points[i].value;
    series->observation[t] = nothing ? PRG_MISSING : points[i].observation;
  }
}

static prg_status add_series(maker *m, const point *points, size_t n) {
  prg_series series;
  prg_period start = {m->frequency, points[0].ordinal};
  size_t length = (size_t)((long long)points[n - 1].ordinal - points[0].ordinal) + 1;
  prg_status status = prg_series_init(&series, m->named.name.data, start, length, m->error);
  if (status != PRG_OK)
    return status;
  status =
      prg_series_set_members(&series, m->named.members.data, m->named.members.length, m->error);
  if (status == PRG_OK)
    status = prg_series_set_codes(&series, m->codes.data, m->codes.length, m->error);
  if (status != PRG_OK) {
    prg_series_clear(&series);
    return status;
  }
  fill_series(&series, points, n);
  if (is_percent(unit_of(m, points[0].series)))
    series.kind = PRG_KIND_SHARE;
  return prg_panel_add(&m->out->panel, &series, m->error);
}

/* The points of one combination, in order: a series without what is blank at its ends. */
static prg_status make_series(maker *m, const point *points, size_t n) {
  while (n > 0 && points[n - 1].observation == PRG_GAP)
    n--;
  for (; n > 0 && points[0].observation == PRG_GAP; n--)
    points++;
  if (n == 0) {
    m->empty++;
    return PRG_OK;
  }
  note_figures(m, points, n);
  prg_status status = name_series(m, points[0].series);
  if (status == PRG_OK)
    status = check_span(m, &points[0], &points[n - 1]);
  return status == PRG_OK ? add_series(m, points, n) : status;
}

/* --- every combination is given --- */

static prg_status make_dense(maker *m) {
  const prg_cube *cube = m->cube;
  prg_status status = PRG_OK;
  point *points = calloc(m->n_periods, sizeof *points);
  if (points == NULL)
    return prg_fail(m->error, PRG_TEXT_NO_MEMORY, NULL);
  size_t n = (size_t)(cube->n / m->n_periods);
  for (size_t i = 0; i < n && status == PRG_OK; i++) {
    uint64_t position = 0, left = i;
    for (size_t k = m->n_other; k-- > 0; left /= dimension_of(m, m->other[k])->n)
      position += left % dimension_of(m, m->other[k])->n * m->stride[m->other[k]];
    for (size_t t = 0; t < m->n_periods; t++) {
      uint64_t at = position + m->period[t].offset;
      points[t] = (point){position, m->period[t].ordinal, (prg_observation)cube->observation[at],
                          cube->value[at]};
    }
    status = make_series(m, points, m->n_periods);
  }
  free(points);
  return status;
}

/* --- some are --- */

static int compare_points(const void *a, const void *b) {
  const point *x = a, *y = b;
  if (x->series != y->series)
    return x->series < y->series ? -1 : 1;
  return (x->ordinal > y->ordinal) - (x->ordinal < y->ordinal);
}

static point *sorted_points(maker *m) {
  const prg_cube *cube = m->cube;
  point *points = calloc(cube->n + 1, sizeof *points);
  size_t parts = cube->part == NO_DIMENSION ? 1 : dimension_of(m, cube->part)->n;
  for (size_t i = 0; points != NULL && i < cube->n; i++) {
    uint64_t at = cube->position[i];
    size_t time = member_at(m, cube->time, at);
    size_t part = parts == 1 ? 0 : member_at(m, cube->part, at);
    prg_period period = cube->period[time * parts + part];
    frequency_apply(m->options->frequency, &period); /* find_periods has tried it */
    uint64_t offset =
        time * m->stride[cube->time] + (parts == 1 ? 0 : part * m->stride[cube->part]);
    points[i] =
        (point){at - offset, period.ordinal, (prg_observation)cube->observation[i], cube->value[i]};
  }
  if (points != NULL)
    qsort(points, cube->n, sizeof *points, compare_points);
  return points;
}

/* Drops what repeats the point before; PRG_EINPUT if it says something else. */
static prg_status drop_repeated(maker *m, point *points, size_t *n) {
  size_t kept = 1;
  for (size_t i = 1; i < *n; i++) {
    const point *before = &points[kept - 1];
    bool same = before->observation == points[i].observation &&
                (before->value == points[i].value || isnan(before->value));
    if (before->ordinal != points[i].ordinal)
      points[kept++] = points[i];
    else if (!same)
      return fail_twice(m, before->ordinal);
    else
      m->out->duplicates++;
  }
  *n = kept;
  return PRG_OK;
}

/* The points of a series with zeros where the format has left them out; shape (n_periods). */
static void fill_zeros(const maker *m, const point *points, size_t n, point *filled) {
  for (size_t t = 0, i = 0; t < m->n_periods; t++) {
    bool given = i < n && points[i].ordinal == m->period[t].ordinal;
    filled[t] =
        given ? points[i++] : (point){points[0].series, m->period[t].ordinal, PRG_OBSERVED, 0};
  }
}

static prg_status make_sparse(maker *m) {
  point *points = sorted_points(m), *filled = calloc(m->n_periods, sizeof *filled);
  prg_status status =
      points == NULL || filled == NULL ? prg_fail(m->error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  for (size_t i = 0, end; i < m->cube->n && status == PRG_OK; i = end) {
    for (end = i + 1; end < m->cube->n && points[end].series == points[i].series;)
      end++;
    size_t n = end - i;
    status = drop_repeated(m, points + i, &n);
    if (status == PRG_OK && m->cube->absent_is_zero) {
      fill_zeros(m, points + i, n, filled);
      status = make_series(m, filled, m->n_periods);
    } else if (status == PRG_OK) {
      status = make_series(m, points + i, n);
    }
  }
  free(points);
  free(filled);
  return status;
}

/* --- the account --- */

static void describe_dimensions(const maker *m, prg_notes *notes) {
  prg_buffer list = {0};
  for (size_t d = 0; d < m->cube->n_dimensions; d++)
    prg_buffer_printf(&list, d == 0 ? "%s (%zu)" : ", %s (%zu)",
                      prg_cube_text(m->cube, dimension_of(m, d)->label), dimension_of(m, d)->n);
  prg_notes_add(notes, PRG_TEXT_READ_CUBE_DIMENSIONS,
                PRG_ARGS(prg_string(prg_buffer_string(&list)), prg_integer((long long)m->cube->n)));
  prg_buffer_free(&list);
}

/* The units of what is counted, each once; else the one of all. */
static void describe_units(const maker *m, prg_notes *notes) {
  prg_buffer list = {0};
  for (size_t k = 0; k < m->n_other; k++) {
    const prg_dimension *dimension = dimension_of(m, m->other[k]);
    for (size_t i = 0; i < dimension->n && list.length < PRG_ARGUMENT_BYTES; i++) {
      const char *unit = prg_cube_text(m->cube, dimension->member[i].unit);
      if (*unit != '\0' && strstr(prg_buffer_string(&list), unit) == NULL)
        prg_buffer_printf(&list, list.length == 0 ? "%s" : ", %s", unit);
    }
  }
  if (list.length == 0)
    prg_buffer_add(&list, prg_cube_text(m->cube, m->cube->unit));
  if (list.length > 0)
    prg_notes_add(notes, PRG_TEXT_READ_CUBE_UNIT, PRG_ARGS(prg_string(list.data)));
  prg_buffer_free(&list);
}

/* Months that have not been yet stand as dashes, which are zero, in some files. */
static void describe_zeros(const maker *m, prg_notes *notes) {
  char first[PRG_PERIOD_BYTES], last[PRG_PERIOD_BYTES];
  if (!m->any_not_zero || m->last_not_zero >= m->last_figure || m->out->panel.n < 2)
    return;
  prg_period from = {m->frequency, m->last_not_zero + 1}, to = {m->frequency, m->last_figure};
  prg_notes_add(
      notes, PRG_TEXT_READ_CUBE_ZEROS,
      PRG_ARGS(prg_string(prg_period_print(from, first)), prg_string(prg_period_print(to, last))));
}

static void describe(const maker *m) {
  const prg_cube *cube = m->cube;
  prg_notes *notes = &m->out->form;
  prg_notes_add(notes, PRG_TEXT_READ_CUBE_FORM,
                PRG_ARGS(prg_string(cube->format), prg_string(prg_encoding_name(cube->encoding))));
  if (cube->title != 0)
    prg_notes_add(notes, PRG_TEXT_READ_CUBE_TITLE,
                  PRG_ARGS(prg_string(prg_cube_text(cube, cube->title))));
  if (cube->source != 0 || cube->updated != 0)
    prg_notes_add(
        notes, PRG_TEXT_READ_CUBE_SOURCE,
        PRG_ARGS(prg_string(cube->source == 0 ? "?" : prg_cube_text(cube, cube->source)),
                 prg_string(cube->updated == 0 ? "?" : prg_cube_text(cube, cube->updated))));
  describe_dimensions(m, notes);
  describe_units(m, notes);
  for (size_t i = 0; i < cube->notes.n; i++)
    prg_notes_add(notes, cube->notes.note[i].text, cube->notes.note[i].argument);
  describe_zeros(m, notes);
  if (m->empty > 0)
    prg_notes_add(notes, PRG_TEXT_READ_CUBE_EMPTY, PRG_ARGS(prg_integer((long long)m->empty)));
}

static void clear(maker *m) {
  free(m->period);
  for (size_t d = 0; d < CUBE_DIMENSIONS; d++)
    free(m->ambiguous[d]);
  naming_clear(&m->named);
  prg_buffer_free(&m->label);
  prg_buffer_free(&m->codes);
  seen_clear(&m->seen);
}

prg_status from_cube(const prg_cube *cube, const char *file, const prg_read_options *options,
                     prg_reading *out, prg_error *error) {
  prg_error own; /* so that the file's name can be added */
  maker m = {.cube = cube, .file = file, .options = options, .out = out, .error = &own};
  find_strides(&m);
  prg_status status = find_periods(&m);
  if (status == PRG_OK)
    status = add_dimensions(&m);
  if (status == PRG_OK)
    status = cube->position == NULL ? make_dense(&m) : make_sparse(&m);
  out->dialect.encoding = cube->encoding;
  out->rows = cube->n;
  if (status == PRG_OK)
    describe(&m);
  else
    prg_fail_at(error, file, 0, 0, own.message.text, own.message.argument);
  clear(&m);
  return status;
}
