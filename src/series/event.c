#include <prognos/event.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/join.h>

#include "series/listing.h"
#include "series/series_block.h"
#include "table/fold.h"

/* The kinds: the name that is written, other names that are read, what --event takes. */
static const struct {
  const char *name;
  const char *const *also; /* in small letters, ended by NULL */
  prg_text text;
  bool on_command_line;
} kinds[PRG_EVENT_KINDS] = {
    [PRG_EVENT_LEVEL] = {"level",
                         (const char *const[]){"nivå", "nivåbrott", "nivåskifte", "level break",
                                               "level-break", NULL},
                         PRG_TEXT_EVENT_LEVEL, true},
    [PRG_EVENT_OUTLIER] = {"outlier",
                           (const char *const[]){"pulse", "avvikare", "avvikande", "extremvärde",
                                                 "felvärde", NULL},
                           PRG_TEXT_EVENT_OUTLIER, true},
    [PRG_EVENT_SLOPE] = {"slope", (const char *const[]){"lutning", "trendbrott", NULL},
                         PRG_TEXT_EVENT_SLOPE, true},
    [PRG_EVENT_RENAME] = {"rename", (const char *const[]){"namnbyte", "nytt namn", NULL},
                          PRG_TEXT_EVENT_RENAME, false},
    [PRG_EVENT_GRADE_SHIFT] = {"grade-shift",
                               (const char *const[]){"grade shift", "årskurs", "årskursskifte",
                                                     "årskursförskjutning", NULL},
                               PRG_TEXT_EVENT_GRADE_SHIFT, false},
    [PRG_EVENT_METHOD] = {"method",
                          (const char *const[]){"metod", "metodbyte", "metodändring", NULL},
                          PRG_TEXT_EVENT_METHOD, false},
    [PRG_EVENT_INTERVENTION] = {"intervention", (const char *const[]){"insats", "åtgärd", NULL},
                                PRG_TEXT_EVENT_INTERVENTION, false},
};

const char *prg_event_kind_name(prg_event_kind kind) {
  return kinds[kind].name;
}

prg_text prg_event_kind_text(prg_event_kind kind) {
  return kinds[kind].text;
}

static bool find_kind(const char *text, size_t n, prg_event_kind *kind) {
  for (int k = 0; k < PRG_EVENT_KINDS; k++) {
    bool found = fold_equal(text, n, kinds[k].name);
    for (size_t i = 0; !found && kinds[k].also[i] != NULL; i++)
      found = fold_equal(text, n, kinds[k].also[i]);
    *kind = (prg_event_kind)k;
    if (found)
      return true;
  }
  return false;
}

prg_status prg_event_read(const char *text, prg_event *event, prg_error *error) {
  const char *colon = strrchr(text, ':');
  size_t n = colon == NULL ? strlen(text) : (size_t)(colon - text);
  *event = (prg_event){.kind = PRG_EVENT_LEVEL};
  bool known = colon == NULL || find_kind(colon + 1, strlen(colon + 1), &event->kind);
  if (!known || !kinds[event->kind].on_command_line || !prg_period_parse(text, n, &event->period))
    return prg_fail(error, PRG_TEXT_EVENT_UNKNOWN, PRG_ARGS(prg_string(text)));
  return PRG_OK;
}

/* --- the file --- */

enum { DATE, SERIES, KIND, NOTE, TO, COLUMNS };

static const listing_column columns[COLUMNS] = {
    [DATE] = {(const char *const[]){"date", "datum", "period", "tid", NULL}, true},
    [SERIES] = {(const char *const[]){"series", "serie", NULL}, true},
    [KIND] = {(const char *const[]){"kind", "slag", "sort", "typ", NULL}, true},
    [NOTE] = {(const char *const[]){"note", "anmärkning", "notering", "text", "kommentar", NULL},
              false},
    [TO] = {(const char *const[]){"to", "till", "nytt namn", "new name", NULL}, false},
};

static void clear_event(prg_event *event) {
  free(event->series);
  free(event->to);
  free(event->note);
}

void prg_event_list_clear(prg_event_list *list) {
  for (size_t i = 0; i < list->n; i++)
    clear_event(&list->item[i]);
  free(list->item);
  free(list->file);
  *list = (prg_event_list){0};
}

/* A copy of the row's cell; NULL only if memory is exhausted. */
static char *copy_cell(const listing *list, size_t column) {
  size_t n;
  const char *text = listing_cell(list, column, &n);
  return strndup(text, n);
}

/* Turns a blank name, or *, into none. */
static void drop_blank(char **name) {
  if ((*name)[0] == '\0' || strcmp(*name, "*") == 0) {
    free(*name);
    *name = NULL;
  }
}

/* A rename needs both names. */
static prg_status check_rename(const listing *list, prg_event *event, prg_error *error) {
  if (event->to == NULL && event->note[0] != '\0') {
    event->to = event->note;
    event->note = strdup("");
    if (event->note == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  if (event->series == NULL || event->to == NULL || strcmp(event->series, event->to) == 0)
    return listing_fail(list, event->series == NULL ? SERIES : TO, PRG_TEXT_EVENT_RENAME_NAMES,
                        NULL, error);
  return PRG_OK;
}

static prg_status read_event(const listing *list, prg_event *event, prg_error *error) {
  size_t n;
  const char *date = listing_cell(list, DATE, &n);
  event->line = listing_line(list);
  if (!prg_period_parse(date, n, &event->period))
    return listing_refuse(list, DATE, PRG_TEXT_PERIOD_BROKEN, error);
  const char *kind = listing_cell(list, KIND, &n);
  if (!find_kind(kind, n, &event->kind))
    return listing_refuse(list, KIND, PRG_TEXT_EVENT_KIND_UNKNOWN, error);
  event->series = copy_cell(list, SERIES);
  event->to = copy_cell(list, TO);
  event->note = copy_cell(list, NOTE);
  if (event->series == NULL || event->to == NULL || event->note == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  drop_blank(&event->series);
  drop_blank(&event->to);
  return event->kind == PRG_EVENT_RENAME ? check_rename(list, event, error) : PRG_OK;
}

prg_status prg_event_list_read(prg_event_list *out, const char *file, const char *bytes, size_t n,
                               prg_error *error) {
  *out = (prg_event_list){0};
  listing list;
  prg_status status = listing_read(&list, file, bytes, n, columns, COLUMNS, error);
  if (status == PRG_OK) {
    out->file = strdup(file);
    out->item = calloc(list.table.n_rows + 1, sizeof *out->item);
    if (out->file == NULL || out->item == NULL)
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  while (status == PRG_OK && listing_next(&list))
    status = read_event(&list, &out->item[out->n++], error);
  listing_clear(&list);
  return status;
}

/* --- events and series --- */

bool prg_event_concerns(const prg_event *event, const prg_series *series) {
  return event->series == NULL || strcmp(event->series, series->name) == 0 ||
         (event->to != NULL && strcmp(event->to, series->name) == 0);
}

bool prg_event_period(const prg_event *event, const prg_series *series, prg_period *period) {
  return prg_event_concerns(event, series) &&
         prg_period_convert(event->period, series->start.frequency, period);
}

static prg_series *find_series(prg_panel *panel, const char *name) {
  for (size_t i = 0; i < panel->n; i++)
    if (strcmp(panel->series[i].name, name) == 0)
      return &panel->series[i];
  return NULL;
}

/* What keeps the two from being one, at the place of the rename. */
static prg_status fail_rename(const prg_event_list *list, const prg_event *rename,
                              const prg_error *why, prg_error *error) {
  const prg_argument *told = why->message.argument; /* of JOIN_VALUES: period, new, old */
  prg_argument old = prg_string(rename->series), new = prg_string(rename->to);
  if (why->message.text == PRG_TEXT_JOIN_VALUES)
    return prg_fail_at(error, list->file, rename->line, 0, PRG_TEXT_EVENT_RENAME_OVERLAP,
                       PRG_ARGS(old, new, told[1], told[3], told[2]));
  if (why->message.text == PRG_TEXT_JOIN_FREQUENCIES)
    return prg_fail_at(error, list->file, rename->line, 0, PRG_TEXT_EVENT_RENAME_PERIODS,
                       PRG_ARGS(old, new));
  return prg_fail(error, why->message.text, NULL);
}

/* Makes *new the two of them; so is the old one, which is no longer needed. */
static prg_status join(const prg_event_list *list, const prg_event *rename, prg_series *old,
                       prg_series *new, prg_error *error) {
  const prg_join_options options = {.file = rename->series, .added = rename->to};
  prg_error why;
  if (prg_series_join(old, new, &options, &why) != PRG_OK)
    return fail_rename(list, rename, &why, error);
  return series_copy_figures(new, old, error);
}

static void remove_series(prg_panel *panel, prg_series *series) {
  size_t at = (size_t)(series - panel->series);
  prg_series_clear(series);
  memmove(series, series + 1, (panel->n - at - 1) * sizeof *series);
  panel->n--;
}

/* The other events of the old name are the new one's. */
static prg_status rename_events(prg_event_list *list, const prg_event *rename, prg_error *error) {
  for (size_t i = 0; i < list->n; i++) {
    prg_event *event = &list->item[i];
    if (event->kind == PRG_EVENT_RENAME || event->series == NULL ||
        strcmp(event->series, rename->series) != 0)
      continue;
    char *name = strdup(rename->to);
    if (name == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    free(event->series);
    event->series = name;
  }
  return PRG_OK;
}

static prg_status apply_rename(prg_event_list *list, const prg_event *rename, prg_panel *panel,
                               prg_error *error) {
  prg_series *old = find_series(panel, rename->series), *new = find_series(panel, rename->to);
  prg_status status = rename_events(list, rename, error);
  if (status != PRG_OK || old == NULL)
    return status;
  if (new == NULL)
    return prg_series_set_name(old, rename->to, error);
  status = join(list, rename, old, new, error);
  if (status == PRG_OK)
    remove_series(panel, old);
  return status;
}

static void leave_out(const prg_event *event, prg_series *series) {
  prg_period period;
  if (!prg_event_period(event, series, &period))
    return;
  long long t = (long long)period.ordinal - series->start.ordinal;
  if (t < 0 || t >= (long long)series->n)
    return;
  series->value[t] = NAN;
  series->observation[t] = PRG_MISSING;
}

prg_status prg_event_list_apply(prg_event_list *list, prg_panel *panel, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t i = 0; i < list->n && status == PRG_OK; i++)
    if (list->item[i].kind == PRG_EVENT_RENAME)
      status = apply_rename(list, &list->item[i], panel, error);
  for (size_t i = 0; i < list->n && status == PRG_OK; i++)
    for (size_t s = 0; list->item[i].kind == PRG_EVENT_OUTLIER && s < panel->n; s++)
      leave_out(&list->item[i], &panel->series[s]);
  return status;
}
