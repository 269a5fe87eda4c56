#include <prognos/disclosure.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/word.h"
#include "plan/cells/rounding.h"
#include "plan/disclosure/attacker.h"
#include "plan/disclosure/disclosure_merge.h"
#include "plan/disclosure/disclosure_table.h"
#include "plan/disclosure/suppression.h"

#define ROUNDS 60 /* of the integer program; tables of some hundred cells need ten */

static const char *const protection_name[PRG_PROTECTION_COUNT] = {
    [PRG_PROTECT_HIDE] = "hide",
    [PRG_PROTECT_MERGE] = "merge",
    [PRG_PROTECT_ROUND] = "round",
};

const char *prg_protection_name(prg_protection protection) {
  return protection_name[protection];
}

bool prg_protection_from_name(const char *name, prg_protection *protection) {
  size_t place = word_place(protection_name, PRG_PROTECTION_COUNT, name);
  if (place == PRG_PROTECTION_COUNT)
    return false;
  *protection = (prg_protection)place;
  return true;
}

void prg_disclosure_options_init(prg_disclosure_options *options) {
  *options = (prg_disclosure_options){.threshold = 5, .width = 5, .base = 5};
}

void prg_disclosure_clear(prg_disclosure *disclosure) {
  if (disclosure == NULL)
    return;
  free(disclosure->finding);
  *disclosure = (prg_disclosure){0};
}

static bool add_finding(prg_disclosure *out, prg_finding finding) {
  if (out->n == out->capacity) {
    size_t capacity = out->capacity == 0 ? 16 : 2 * out->capacity;
    prg_finding *grown = realloc(out->finding, capacity * sizeof *grown);
    if (grown == NULL)
      return false;
    out->finding = grown;
    out->capacity = capacity;
  }
  out->finding[out->n++] = finding;
  return true;
}

/* --- hiding --- */

typedef struct hiding {
  prg_panel *panel;
  const prg_disclosure_options *options;
  disclosure_table table;
  prg_disclosure *out;
  bool *small, *known, *before; /* shape (n): before: hidden in the period after this one */
  double *cost;                 /* shape (n) */
} hiding;

static bool was_published(const hiding *h, size_t i, prg_period period) {
  const prg_panel *published = h->options->published;
  const prg_series *series =
      published == NULL ? NULL : prg_panel_find(published, h->panel->series[i].name);
  if (series == NULL)
    return false;
  const double *value = disclosure_value(published, (size_t)(series - published->series), period);
  return value != NULL && !isnan(*value);
}

/* Small figures are the cheapest to lose, and those that are hidden next to it cost half. */
static void set_task(hiding *h, prg_period period) {
  for (size_t i = 0; i < h->panel->n; i++) {
    h->known[i] = !h->table.is_protected[i] || was_published(h, i, period);
    h->small[i] = !h->known[i] && disclosure_is_small(&h->table, i, h->options->threshold);
    double value = isnan(h->table.value[i]) ? 0 : h->table.value[i];
    h->cost[i] = (1 + value) * (h->before[i] ? 0.5 : 1);
  }
}

/*
 * Tells of the hidden counts that come out too narrow: for everybody, or, with `insider`, for those
 * who know that the small ones are small.
 */
static bool find_narrow(const disclosure_table *table, const bool *small, prg_period period,
                        const prg_disclosure_options *options, bool insider, prg_disclosure *out) {
  attacker *reader = attacker_new(&table->sums.cells);
  bool found = reader != NULL;
  if (found)
    attacker_set_hidden(reader, table->hidden);
  for (size_t i = 0; found && insider && i < table->sums.cells.n; i++)
    if (small != NULL && small[i])
      attacker_set_bounds(reader, i, 1, options->threshold - 1);
  for (size_t i = 0; found && i < table->sums.cells.n; i++) {
    prg_finding finding = {insider ? PRG_FINDING_TIGHT : PRG_FINDING_NARROW, i, period, 0, 0};
    if (!table->hidden[i] || (small != NULL && small[i] && insider))
      continue;
    attacker_bounds(reader, i, &finding.lower, &finding.upper);
    if (finding.upper - finding.lower < options->width)
      found = add_finding(out, finding);
  }
  attacker_free(reader);
  return found;
}

static void blank(prg_panel *panel, size_t i, prg_period period) {
  *disclosure_value(panel, i, period) = NAN;
  *disclosure_observation(panel, i, period) = PRG_SUPPRESSED;
}

/* True if the series differ in one dimension only, as a share and its count do. */
static bool are_related(const prg_panel *panel, size_t i, size_t j) {
  size_t apart = 0;
  for (size_t d = 0; d < panel->n_dimension; d++)
    apart += strcmp(prg_series_member(&panel->series[i], d),
                    prg_series_member(&panel->series[j], d)) != 0;
  return panel->n_dimension > 1 && apart == 1;
}

/* A share with its base gives the count away. */
static void blank_shares(prg_panel *panel, const disclosure_table *table, size_t count,
                         prg_period period, prg_disclosure *out) {
  for (size_t j = 0; j < panel->n; j++) {
    const double *value = disclosure_value(panel, j, period);
    if (table->is_protected[j] || value == NULL || isnan(*value) || !are_related(panel, count, j))
      continue;
    blank(panel, j, period);
    out->shares++;
  }
}

static bool tell_published(hiding *h, prg_period period) {
  bool told = true;
  for (size_t i = 0; i < h->panel->n && told; i++) {
    double value = h->table.value[i];
    if (h->known[i] && disclosure_is_small(&h->table, i, h->options->threshold))
      told = add_finding(h->out, (prg_finding){PRG_FINDING_PUBLISHED, i, period, value, value});
  }
  return told;
}

static bool hide_period(hiding *h, prg_period period) {
  disclosure_table_set(&h->table, period);
  set_task(h, period);
  suppression task = {.table = &h->table.sums.cells,
                      .small = h->small,
                      .known = h->known,
                      .cost = h->cost,
                      .width = h->options->width,
                      .rounds = ROUNDS};
  suppressed done = {.hidden = h->table.hidden};
  if (!suppress(&task, &done) || !tell_published(h, period) ||
      (done.unsafe > 0 && !find_narrow(&h->table, h->small, period, h->options, false, h->out)) ||
      !find_narrow(&h->table, h->small, period, h->options, true, h->out))
    return false;
  h->out->least_cost = h->out->least_cost && done.least_cost;
  for (size_t i = 0; i < h->panel->n; i++) {
    h->before[i] = h->table.hidden[i];
    h->out->small += h->small[i];
    h->out->hidden += h->table.hidden[i] && !h->small[i];
    if (h->table.hidden[i])
      blank(h->panel, i, period);
  }
  for (size_t i = 0; i < h->panel->n; i++)
    if (h->table.hidden[i])
      blank_shares(h->panel, &h->table, i, period, h->out);
  return true;
}

static bool hide(prg_panel *panel, const prg_hierarchy *hierarchy,
                 const prg_disclosure_options *options, prg_disclosure *out) {
  hiding h = {.panel = panel, .options = options, .out = out};
  size_t n = panel->n + 1;
  h.small = calloc(n, sizeof *h.small);
  h.known = calloc(n, sizeof *h.known);
  h.before = calloc(n, sizeof *h.before);
  h.cost = calloc(n, sizeof *h.cost);
  bool done = disclosure_table_init(&h.table, panel, hierarchy, options) && h.small != NULL &&
              h.known != NULL && h.before != NULL && h.cost != NULL;
  for (prg_period period = h.table.last;
       done && panel->n > 0 && prg_period_compare(period, h.table.first) >= 0;
       period = prg_period_add(period, -1))
    done = hide_period(&h, period);
  disclosure_table_clear(&h.table);
  free(h.small);
  free(h.known);
  free(h.before);
  free(h.cost);
  return done;
}

/* --- rounding --- */

/* Only counts of people are rounded; `hidden` are those whose shares must go. */
static void set_round_table(disclosure_table *table, prg_period period,
                            const prg_disclosure_options *options, prg_disclosure *out) {
  disclosure_table_set(table, period);
  for (size_t i = 0; i < table->sums.cells.n; i++) {
    table->hidden[i] = disclosure_is_small(table, i, options->threshold);
    out->small += table->hidden[i];
    if (!table->is_protected[i])
      table->value[i] = NAN;
  }
}

static void take_rounded(prg_panel *panel, const disclosure_table *table, const double *rounded,
                         prg_period period, prg_disclosure *out) {
  for (size_t i = 0; i < panel->n; i++) {
    double *value = disclosure_value(panel, i, period);
    if (value == NULL || isnan(*value) || !table->is_protected[i])
      continue;
    if (table->hidden[i])
      blank_shares(panel, table, i, period, out);
    *value = rounded[i];
    *disclosure_observation(panel, i, period) = PRG_APPROXIMATE;
    out->rounded++;
  }
}

static bool round_all(prg_panel *panel, const prg_hierarchy *hierarchy,
                      const prg_disclosure_options *options, prg_disclosure *out) {
  disclosure_table table;
  double *rounded = calloc(panel->n + 1, sizeof *rounded);
  bool done = disclosure_table_init(&table, panel, hierarchy, options) && rounded != NULL;
  for (prg_period period = table.first;
       done && panel->n > 0 && prg_period_compare(period, table.last) <= 0;
       period = prg_period_add(period, 1)) {
    int moved;
    set_round_table(&table, period, options, out);
    done = round_cells(&table.sums.cells, options->base, rounded, &moved);
    if (done)
      take_rounded(panel, &table, rounded, period, out);
    if (done && moved > out->moved)
      out->moved = moved;
  }
  disclosure_table_clear(&table);
  free(rounded);
  return done;
}

/* --- both, and the audit --- */

prg_status prg_disclose(prg_panel *panel, const prg_hierarchy *hierarchy,
                        const prg_disclosure_options *options, prg_disclosure *out,
                        prg_error *error) {
  *out = (prg_disclosure){.least_cost = true};
  if (options->protection == PRG_PROTECT_MERGE)
    return disclosure_merge(panel, hierarchy, options, out, error);
  bool done = options->protection == PRG_PROTECT_ROUND ? round_all(panel, hierarchy, options, out)
                                                       : hide(panel, hierarchy, options, out);
  return done ? PRG_OK : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}

/* The small counts that are shown, and the figures that are not. */
static bool audit_period(disclosure_table *table, prg_period period,
                         const prg_disclosure_options *options, prg_disclosure *out) {
  bool told = true, any = false;
  disclosure_table_set(table, period);
  for (size_t i = 0; i < table->sums.cells.n && told; i++) {
    const prg_observation *observation = disclosure_observation(table->panel, i, period);
    double value = table->value[i];
    table->hidden[i] = observation != NULL && *observation == PRG_SUPPRESSED;
    any = any || table->hidden[i];
    if (!disclosure_is_small(table, i, options->threshold))
      continue;
    out->small++;
    told = add_finding(out, (prg_finding){PRG_FINDING_SMALL, i, period, value, value});
  }
  for (size_t i = 0; i < table->sums.cells.n; i++)
    out->hidden += table->hidden[i];
  return told && (!any || find_narrow(table, NULL, period, options, false, out));
}

prg_status prg_disclosure_audit(const prg_panel *panel, const prg_hierarchy *hierarchy,
                                const prg_disclosure_options *options, prg_disclosure *out,
                                prg_error *error) {
  disclosure_table table;
  *out = (prg_disclosure){.least_cost = true};
  bool done = disclosure_table_init(&table, panel, hierarchy, options);
  for (prg_period period = table.first;
       done && panel->n > 0 && prg_period_compare(period, table.last) <= 0;
       period = prg_period_add(period, 1))
    done = audit_period(&table, period, options, out);
  disclosure_table_clear(&table);
  return done ? PRG_OK : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}
