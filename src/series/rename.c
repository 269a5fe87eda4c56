#include <prognos/rename.h>

#include <stdlib.h>
#include <string.h>

#include "series/listing.h"
#include "series/name_index.h"

static prg_status copy(const char *text, size_t n, char **out, prg_error *error) {
  *out = strndup(text, n);
  return *out == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

enum { OLD, NEW };

/* Adds the row that `list` is at. */
static prg_status add_row(const listing *list, prg_rename_list *out, name_index *met,
                          prg_error *error) {
  size_t n[2], number = out->n;
  const char *text[] = {listing_cell(list, OLD, &n[OLD]), listing_cell(list, NEW, &n[NEW])};
  for (size_t column = OLD; column <= NEW; column++)
    if (n[column] == 0)
      return listing_fail(list, column, PRG_TEXT_RENAME_BLANK, NULL, error);
  prg_rename *grown = realloc(out->item, (out->n + 1) * sizeof *grown);
  if (grown != NULL)
    out->item = grown;
  if (grown == NULL || !name_index_add(met, text[OLD], n[OLD], &number))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (number != out->n)
    return listing_fail(
        list, OLD, PRG_TEXT_RENAME_TWICE,
        PRG_ARGS(prg_string_n(text[OLD], n[OLD]), prg_integer((long long)out->item[number].line)),
        error);
  prg_rename *item = &out->item[out->n++];
  *item = (prg_rename){.line = listing_line(list)};
  prg_status status = copy(text[OLD], n[OLD], &item->old_name, error);
  return status == PRG_OK ? copy(text[NEW], n[NEW], &item->new_name, error) : status;
}

prg_status prg_rename_read(prg_rename_list *out, const char *file, const char *bytes, size_t n,
                           prg_error *error) {
  static const char *const old_name[] = {"gammalt", "gammalt namn", "old", "old name", NULL};
  static const char *const new_name[] = {"nytt", "nytt namn", "new", "new name", NULL};
  static const listing_column columns[] = {[OLD] = {old_name, true}, [NEW] = {new_name, true}};
  listing list;
  name_index met = {0};
  *out = (prg_rename_list){0};
  prg_status status = listing_read(&list, file, bytes, n, columns, 2, error);
  while (status == PRG_OK && listing_next(&list))
    status = add_row(&list, out, &met, error);
  name_index_clear(&met);
  listing_clear(&list);
  return status;
}

void prg_rename_clear(prg_rename_list *list) {
  for (size_t i = 0; i < list->n; i++) {
    free(list->item[i].old_name);
    free(list->item[i].new_name);
  }
  free(list->item);
  *list = (prg_rename_list){0};
}

/* The new name of the text, which is marked as used; NULL if it keeps its own. */
static const char *find(prg_rename_list *list, const name_index *old, const char *text, size_t n) {
  size_t number;
  if (!name_index_find(old, text, n, &number))
    return NULL;
  list->item[number].used = true;
  return list->item[number].new_name;
}

static const char separator[] = " · ";

/* Renames the members of a name, which stand in it one after another. */
static prg_status rename_parts(prg_series *series, prg_rename_list *list, const name_index *old,
                               prg_error *error) {
  prg_buffer name = {0};
  for (const char *part = series->name; part != NULL;) {
    const char *next = strstr(part, separator);
    size_t n = next == NULL ? strlen(part) : (size_t)(next - part);
    const char *renamed = find(list, old, part, n);
    if (renamed != NULL)
      prg_buffer_add(&name, renamed);
    else
      prg_buffer_add_n(&name, part, n);
    if (next != NULL)
      prg_buffer_add(&name, separator);
    part = next == NULL ? NULL : next + strlen(separator);
  }
  prg_status status = name.failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                                  : prg_series_set_name(series, prg_buffer_string(&name), error);
  prg_buffer_free(&name);
  return status;
}

static prg_status rename_members(prg_series *series, size_t n, prg_rename_list *list,
                                 const name_index *old, prg_error *error) {
  prg_buffer members = {0};
  for (size_t d = 0; d < n; d++) {
    const char *member = prg_series_member(series, d);
    const char *renamed = find(list, old, member, strlen(member));
    member = renamed == NULL ? member : renamed;
    prg_buffer_add_n(&members, member, strlen(member) + 1);
  }
  prg_status status = members.failed
                          ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                          : prg_series_set_members(series, members.data, members.length, error);
  prg_buffer_free(&members);
  return status;
}

static prg_status rename_series(prg_series *series, size_t n_dimension, prg_rename_list *list,
                                const name_index *old, prg_error *error) {
  const char *whole = find(list, old, series->name, strlen(series->name));
  prg_status status = whole == NULL ? rename_parts(series, list, old, error)
                                    : prg_series_set_name(series, whole, error);
  return status == PRG_OK && n_dimension > 0 ? rename_members(series, n_dimension, list, old, error)
                                             : status;
}

prg_status prg_panel_rename(prg_panel *panel, prg_rename_list *list, prg_error *error) {
  name_index old = {0};
  prg_status status = PRG_OK;
  for (size_t i = 0; i < list->n && status == PRG_OK; i++) {
    size_t number = i;
    const char *name = list->item[i].old_name;
    if (!name_index_add(&old, name, strlen(name), &number))
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  for (size_t i = 0; i < panel->n && status == PRG_OK; i++)
    status = rename_series(&panel->series[i], panel->n_dimension, list, &old, error);
  name_index_clear(&old);
  return status;
}

prg_status prg_rename_check(const prg_rename_list *list, const char *file, prg_error *error) {
  for (size_t i = 0; i < list->n; i++)
    if (!list->item[i].used)
      return prg_fail_at(error, file, list->item[i].line, 0, PRG_TEXT_RENAME_UNKNOWN,
                         PRG_ARGS(prg_string(list->item[i].old_name)));
  return PRG_OK;
}
