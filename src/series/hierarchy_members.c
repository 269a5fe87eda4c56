/* Hierarchies that a table's own columns tell. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/hierarchy.h>

#include "series/header_word.h"
#include "series/hierarchy_build.h"
#include "series/name_index.h"

/* Appends the series' members but those of two dimensions (SIZE_MAX: none), each with its zero
 * byte: what tells it apart from others that are alike in all the rest. */
static void add_others(const prg_panel *panel, const prg_series *series, size_t without,
                       size_t without_too, prg_buffer *key) {
  for (size_t d = 0; d < panel->n_dimension; d++) {
    const char *member = prg_series_member(series, d);
    if (d != without && d != without_too)
      prg_buffer_add_n(key, member, strlen(member) + 1);
  }
}

/* --- parents --- */

typedef struct parent_finder {
  const prg_panel *panel;
  size_t parent, name; /* dimensions: of the parents, and the first of the others */
  name_index by_name;  /* series by their whole name */
  name_index by_place; /* by name and the rest: the first such series */
  size_t *next;        /* shape (n): the next series of that name and rest; SIZE_MAX: none */
  prg_buffer key;
  prg_notes *notes;
} parent_finder;

static bool is_blank(const char *text) {
  return text[0] == '\0';
}

/* Sets the key to NAME and the members beside parent and name. */
static void set_place(parent_finder *f, const prg_series *series, const char *name) {
  prg_buffer_clear(&f->key);
  prg_buffer_add_n(&f->key, name, strlen(name) + 1);
  add_others(f->panel, series, f->parent, f->name, &f->key);
}

static prg_status index_places(parent_finder *f, prg_error *error) {
  for (size_t i = f->panel->n; i-- > 0;) {
    const prg_series *series = &f->panel->series[i];
    size_t first = i, same = i;
    set_place(f, series, prg_series_member(series, f->name));
    if (f->key.failed || !name_index_add(&f->by_name, series->name, strlen(series->name), &same) ||
        !name_index_add(&f->by_place, f->key.data, f->key.length, &first))
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    /* The first to come is the chain's head; the others follow it. */
    f->next[i] = first == i ? SIZE_MAX : f->next[first];
    if (first != i)
      f->next[first] = i;
  }
  return PRG_OK;
}

/* Looks up "PARENT[ · NAME] · rest" among the whole names. */
static bool find_named(parent_finder *f, const prg_series *series, const char *parent,
                       const char *name, size_t *total) {
  prg_buffer_clear(&f->key);
  prg_buffer_add(&f->key, parent);
  if (!is_blank(name))
    prg_buffer_printf(&f->key, " · %s", name);
  for (size_t d = 0; d < f->panel->n_dimension; d++)
    if (d != f->parent && d != f->name && !is_blank(prg_series_member(series, d)))
      prg_buffer_printf(&f->key, " · %s", prg_series_member(series, d));
  return name_index_find(&f->by_name, prg_buffer_string(&f->key), f->key.length, total);
}

/* The series that is PARENT in the dimension of names and belongs to another parent. */
static prg_status find_elsewhere(parent_finder *f, const prg_series *series, const char *parent,
                                 size_t *total, prg_error *error) {
  size_t at;
  *total = SIZE_MAX;
  set_place(f, series, parent);
  if (!name_index_find(&f->by_place, f->key.data, f->key.length, &at))
    return PRG_OK;
  for (; at != SIZE_MAX; at = f->next[at]) {
    const prg_series *found = &f->panel->series[at];
    if (strcmp(prg_series_member(found, f->parent), parent) == 0)
      continue;
    if (*total != SIZE_MAX)
      return prg_fail(error, PRG_TEXT_HIERARCHY_PARENT_UNCLEAR,
                      PRG_ARGS(prg_string(parent), prg_string(f->panel->series[*total].name),
                               prg_string(found->name)));
    *total = at;
  }
  return PRG_OK;
}

static bool is_total_word(const char *text) {
  return header_word_is_total(text, strlen(text));
}

static prg_status find_total(parent_finder *f, const prg_series *series, size_t *total,
                             prg_error *error) {
  static const char *const words[] = {"", "Totalt", "Summa", "Total", "totalt", "summa", "total"};
  const char *parent = prg_series_member(series, f->parent);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (find_named(f, series, parent, words[i], total))
      return PRG_OK;
  prg_status status = find_elsewhere(f, series, parent, total, error);
  if (status == PRG_OK && *total == SIZE_MAX && !prg_notes_has(f->notes, PRG_TEXT_PARENT_MISSING))
    prg_notes_add(f->notes, PRG_TEXT_PARENT_MISSING, PRG_ARGS(prg_string(parent)));
  return status;
}

static prg_status pair_parents(parent_finder *f, hierarchy_pairs *pairs, prg_error *error) {
  for (size_t i = 0; i < f->panel->n; i++) {
    const prg_series *series = &f->panel->series[i];
    const char *parent = prg_series_member(series, f->parent);
    const char *name = prg_series_member(series, f->name);
    hierarchy_pair pair = {.part = i};
    if (is_blank(parent) || is_blank(name) || is_total_word(name))
      continue;
    prg_status status = find_total(f, series, &pair.total, error);
    if (status == PRG_OK && pair.total != SIZE_MAX)
      status = hierarchy_pairs_add(pairs, pair, error);
    if (status != PRG_OK)
      return status;
  }
  return PRG_OK;
}

prg_status prg_hierarchy_from_parents(prg_hierarchy *out, const prg_panel *panel,
                                      const char *dimension, prg_notes *notes, prg_error *error) {
  *out = (prg_hierarchy){0};
  parent_finder f = {.panel = panel, .notes = notes};
  hierarchy_pairs pairs = {0};
  if (!prg_panel_dimension(panel, dimension, &f.parent) || panel->n_dimension < 2)
    return prg_fail(error, PRG_TEXT_PARENT_COLUMN_UNKNOWN, PRG_ARGS(prg_string(dimension)));
  f.name = f.parent == 0 ? 1 : 0;
  f.next = malloc((panel->n + 1) * sizeof *f.next);
  prg_status status = f.next == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  if (status == PRG_OK)
    status = index_places(&f, error);
  if (status == PRG_OK)
    status = pair_parents(&f, &pairs, error);
  if (status == PRG_OK)
    status = hierarchy_build(out, &pairs, panel, NULL, error);
  hierarchy_pairs_clear(&pairs);
  name_index_clear(&f.by_name);
  name_index_clear(&f.by_place);
  prg_buffer_free(&f.key);
  free(f.next);
  return status;
}

/* --- totals in so many words --- */

static bool has_blank_beside(const prg_panel *panel, const prg_series *series, size_t dimension) {
  for (size_t d = 0; d < panel->n_dimension; d++)
    if (d != dimension && is_blank(prg_series_member(series, d)))
      return true;
  return false;
}

static bool has_total_word(const prg_panel *panel, const prg_series *series) {
  for (size_t d = 0; d < panel->n_dimension; d++)
    if (is_total_word(prg_series_member(series, d)))
      return true;
  return false;
}

/* True if the series is as the total in all dimensions but this one, where that is not blank. */
static bool is_below(const prg_panel *panel, const prg_series *series, const prg_series *total,
                     size_t dimension) {
  for (size_t d = 0; d < panel->n_dimension; d++) {
    const char *member = prg_series_member(total, d);
    if (d != dimension && !is_blank(member) && strcmp(member, prg_series_member(series, d)) != 0)
      return false;
  }
  return true;
}

/* Pairs a total that is blank in some dimensions with everything below it. */
static prg_status pair_blank_total(const prg_panel *panel, size_t total, size_t dimension,
                                   hierarchy_pairs *pairs, prg_error *error) {
  const prg_series *sum = &panel->series[total];
  prg_status status = PRG_OK;
  for (size_t i = 0; i < panel->n && status == PRG_OK; i++) {
    const prg_series *series = &panel->series[i];
    if (!has_total_word(panel, series) && is_below(panel, series, sum, dimension))
      status = hierarchy_pairs_add(
          pairs, (hierarchy_pair){.total = total, .part = i, .grouping = dimension}, error);
  }
  return status;
}

/* Indexes the totals of the dimension by their other members, those with a blank one being paired
 * at once. */
static prg_status index_totals(const prg_panel *panel, size_t dimension, name_index *totals,
                               hierarchy_pairs *pairs, prg_error *error) {
  prg_buffer key = {0};
  prg_status status = PRG_OK;
  for (size_t i = 0; i < panel->n && status == PRG_OK; i++) {
    const prg_series *series = &panel->series[i];
    size_t number = i;
    if (!is_total_word(prg_series_member(series, dimension)))
      continue;
    prg_buffer_clear(&key);
    add_others(panel, series, dimension, SIZE_MAX, &key);
    if (has_blank_beside(panel, series, dimension))
      status = pair_blank_total(panel, i, dimension, pairs, error);
    else if (key.failed || !name_index_add(totals, prg_buffer_string(&key), key.length, &number))
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  prg_buffer_free(&key);
  return status;
}

static prg_status pair_totals(const prg_panel *panel, size_t dimension, const name_index *totals,
                              hierarchy_pairs *pairs, prg_error *error) {
  prg_buffer key = {0};
  prg_status status = PRG_OK;
  for (size_t i = 0; i < panel->n && totals->n > 0 && status == PRG_OK; i++) {
    const prg_series *series = &panel->series[i];
    const char *member = prg_series_member(series, dimension);
    hierarchy_pair pair = {.part = i, .grouping = dimension};
    if (is_blank(member) || is_total_word(member))
      continue;
    prg_buffer_clear(&key);
    add_others(panel, series, dimension, SIZE_MAX, &key);
    if (key.failed)
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    else if (name_index_find(totals, prg_buffer_string(&key), key.length, &pair.total))
      status = hierarchy_pairs_add(pairs, pair, error);
  }
  prg_buffer_free(&key);
  return status;
}

prg_status prg_hierarchy_from_totals(prg_hierarchy *out, const prg_panel *panel, prg_error *error) {
  *out = (prg_hierarchy){0};
  hierarchy_pairs pairs = {0};
  prg_status status = PRG_OK;
  for (size_t d = 0; d < panel->n_dimension && status == PRG_OK; d++) {
    name_index totals = {0};
    status = index_totals(panel, d, &totals, &pairs, error);
    if (status == PRG_OK)
      status = pair_totals(panel, d, &totals, &pairs, error);
    name_index_clear(&totals);
  }
  if (status == PRG_OK)
    status = hierarchy_build(out, &pairs, panel, NULL, error);
  hierarchy_pairs_clear(&pairs);
  return status;
}
