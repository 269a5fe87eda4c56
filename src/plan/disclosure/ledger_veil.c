#include <prognos/ledger_veil.h>

#include <math.h>
#include <stdlib.h>

static prg_status add_cell(prg_ledger_veil *veil, const prg_ledger_series *series, int ordinal,
                           double figure, prg_error *error) {
  if (veil->n == veil->capacity) {
    size_t capacity = veil->n == 0 ? 256 : 2 * veil->n;
    prg_veil_cell *grown = realloc(veil->cell, capacity * sizeof *grown);
    if (grown == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    veil->cell = grown;
    veil->capacity = capacity;
  }
  double rounded = round(figure);
  veil->cell[veil->n++] = (prg_veil_cell){
      .frequency = series->frequency,
      .ordinal = ordinal,
      .series = series->id,
      .smallest = rounded >= 1 ? rounded : (double)INFINITY,
  };
  return PRG_OK;
}

/* A count of people, or one whose kind nobody has told. */
static bool is_of_people(prg_kind kind) {
  return kind == PRG_KIND_PEOPLE || kind == PRG_KIND_AREA_TOTAL || kind == PRG_KIND_FLOW ||
         kind == PRG_KIND_UNKNOWN;
}

static prg_status look(void *data, const prg_ledger_forecast *met, prg_error *error) {
  prg_ledger_veil *veil = data;
  const prg_ledger_series *series = met->series;
  const prg_forecast *forecast = &met->forecast;
  int origin = forecast->origin.ordinal;
  if (!is_of_people(series->kind))
    return PRG_OK;
  prg_status status = add_cell(veil, series, origin, met->last, error);
  for (size_t h = 1; h <= forecast->distribution.horizon && status == PRG_OK; h++) {
    const prg_ledger_outcome *outcome = prg_ledger_find_outcome(series, origin + (int)h);
    double point = prg_forecast_point(forecast, h);
    status = add_cell(veil, series, origin + (int)h, point, error);
    if (status == PRG_OK && round(met->last) < veil->threshold) /* the forecast tells of it */
      status = add_cell(veil, series, origin + (int)h, met->last, error);
    if (status == PRG_OK && outcome != NULL)
      status = add_cell(veil, series, origin + (int)h, outcome->first, error);
    if (status == PRG_OK && outcome != NULL)
      status = add_cell(veil, series, origin + (int)h, outcome->latest, error);
  }
  return status;
}

static int compare_cells(const void *left, const void *right) {
  const prg_veil_cell *a = left, *b = right;
  if (a->frequency != b->frequency)
    return a->frequency < b->frequency ? -1 : 1;
  if (a->ordinal != b->ordinal)
    return a->ordinal < b->ordinal ? -1 : 1;
  return (a->series > b->series) - (a->series < b->series);
}

/* One cell for each period of a series, with the smallest of its figures. */
static void merge_cells(prg_ledger_veil *veil) {
  size_t kept = 0;
  if (veil->n > 0)
    qsort(veil->cell, veil->n, sizeof *veil->cell, compare_cells);
  for (size_t i = 0; i < veil->n; i++) {
    prg_veil_cell *last = kept > 0 ? &veil->cell[kept - 1] : NULL;
    if (last != NULL && compare_cells(last, &veil->cell[i]) == 0)
      last->smallest = fmin(last->smallest, veil->cell[i].smallest);
    else
      veil->cell[kept++] = veil->cell[i];
  }
  veil->n = kept;
}

/* Of the cells [begin, end) of one period: the small ones, and one more if there is but one. */
static void hide_period(prg_ledger_veil *veil, size_t begin, size_t end) {
  size_t hidden = 0;
  prg_veil_cell *next = NULL;
  for (size_t i = begin; i < end; i++) {
    prg_veil_cell *cell = &veil->cell[i];
    cell->is_hidden = cell->smallest < veil->threshold;
    hidden += cell->is_hidden;
    if (!cell->is_hidden && isfinite(cell->smallest) &&
        (next == NULL || cell->smallest < next->smallest))
      next = cell;
  }
  if (hidden == 1 && next != NULL)
    next->is_hidden = true;
}

prg_status prg_ledger_veil_read(prg_ledger *ledger, const prg_ledger_filter *filter,
                                double threshold, prg_ledger_veil *veil, prg_error *error) {
  *veil = (prg_ledger_veil){.threshold = threshold};
  prg_status status = prg_ledger_each(ledger, filter, look, veil, error);
  merge_cells(veil);
  for (size_t begin = 0, end; begin < veil->n; begin = end) {
    const prg_veil_cell *first = &veil->cell[begin];
    for (end = begin; end < veil->n && veil->cell[end].frequency == first->frequency &&
                      veil->cell[end].ordinal == first->ordinal;)
      end++;
    hide_period(veil, begin, end);
  }
  return status;
}

void prg_ledger_veil_clear(prg_ledger_veil *veil) {
  if (veil == NULL)
    return;
  free(veil->cell);
  *veil = (prg_ledger_veil){0};
}

bool prg_ledger_veil_hides(const prg_ledger_veil *veil, const prg_ledger_series *series,
                           int ordinal) {
  if (veil == NULL || veil->n == 0)
    return false;
  const prg_veil_cell key = {
      .frequency = series->frequency, .ordinal = ordinal, .series = series->id};
  const prg_veil_cell *found =
      bsearch(&key, veil->cell, veil->n, sizeof *veil->cell, compare_cells);
  return found != NULL && found->is_hidden;
}
