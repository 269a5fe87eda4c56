#include <prognos/places.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/cell.h>

#include "series/listing.h"

enum { UNIT, FROM, FIRST_ROOM, COLUMNS = FIRST_ROOM + PRG_ROOM_COUNT };

static const listing_column columns[COLUMNS] = {
    [UNIT] = {(const char *const[]){"enhet", "skola", "serie", "verksamhet", "unit", "school",
                                    "series", NULL},
              false},
    [FROM] = {(const char *const[]){"från", "år", "period", "from", "year", NULL}, true},
    [FIRST_ROOM +
        PRG_ROOM_PLACES] = {(const char *const[]){"platser", "lokaler", "places", NULL}, true},
    [FIRST_ROOM +
        PRG_ROOM_STAFF] = {(const char *const[]){"personal", "personalplatser", "staff", NULL},
                           false},
    [FIRST_ROOM +
        PRG_ROOM_ROOMS] = {(const char *const[]){"rum", "grupprum", "klassrum", "rooms", NULL},
                           false},
    [FIRST_ROOM +
        PRG_ROOM_AREA] = {(const char *const[]){"yta", "kvm", "m²", "m2", "area", NULL}, false},
};

void prg_places_clear(prg_places *places) {
  for (size_t i = 0; i < places->n; i++)
    free(places->row[i].unit);
  free(places->row);
  free(places->file);
  *places = (prg_places){0};
}

/* By calendar year, unless both have the same frequency. A row that holds always comes first. */
static int compare_periods(prg_period a, prg_period b) {
  if (a.frequency == b.frequency)
    return (a.ordinal > b.ordinal) - (a.ordinal < b.ordinal);
  if (a.frequency == PRG_INDEX || b.frequency == PRG_INDEX)
    return a.frequency == PRG_INDEX ? -1 : 1;
  int x = prg_period_year(a), y = prg_period_year(b);
  return (x > y) - (x < y);
}

/* --- one amount --- */

/* "270", "+40", "−20", "2 450,5". Blank is NaN. */
static bool read_amount(const char *text, size_t n, double *amount, bool *is_change) {
  static const char minus[] = "\xE2\x88\x92"; /* U+2212 */
  bool up = n > 0 && text[0] == '+';
  bool down = n > 0 && (text[0] == '-' || (n >= 3 && memcmp(text, minus, 3) == 0));
  prg_cell cell = prg_cell_parse(text + up, n - up, memchr(text, ',', n) == NULL ? '.' : ',');
  *is_change = up || down;
  *amount = cell.kind == PRG_CELL_FIGURE ? cell.value : NAN;
  if (n == 0)
    return true;
  return cell.kind == PRG_CELL_FIGURE && n > (size_t)(up + down) && (down || cell.value >= 0);
}

/* --- the file --- */

static prg_status read_row(const listing *list, prg_places_row *row, prg_error *error) {
  size_t n;
  const char *text = listing_cell(list, UNIT, &n);
  bool every = n == 0 || (n == 1 && text[0] == '*');
  row->line = listing_line(list);
  row->unit = strndup(text, every ? 0 : n);
  if (row->unit == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  text = listing_cell(list, FROM, &n);
  if (!prg_period_parse(text, n, &row->from) || row->from.frequency == PRG_INDEX)
    return listing_refuse(list, FROM, PRG_TEXT_PERIOD_BROKEN, error);
  for (size_t room = 0; room < PRG_ROOM_COUNT; room++) {
    text = listing_cell(list, FIRST_ROOM + room, &n);
    if (!read_amount(text, n, &row->amount[room], &row->is_change[room]))
      return listing_refuse(list, FIRST_ROOM + room, PRG_TEXT_PLACES_AMOUNT, error);
  }
  return PRG_OK;
}

static size_t first_of_unit(const prg_places *places, const char *unit) {
  size_t i = 0;
  while (strcmp(places->row[i].unit, unit) != 0)
    i++;
  return i;
}

/* Stable: units in the order in which they are met, their rows by time. */
static void sort_rows(prg_places *places) {
  for (size_t i = 1; i < places->n; i++) {
    prg_places_row row = places->row[i];
    size_t k = i, begin = first_of_unit(places, row.unit);
    while (k > begin && (strcmp(places->row[k - 1].unit, row.unit) != 0 ||
                         compare_periods(places->row[k - 1].from, row.from) > 0))
      k--;
    memmove(places->row + k + 1, places->row + k, (i - k) * sizeof row);
    places->row[k] = row;
  }
}

/* Every step must have something to step from, and come once. */
static prg_status check_steps(const prg_places *places, prg_error *error) {
  for (size_t i = 0; i < places->n; i++) {
    const prg_places_row *row = &places->row[i];
    bool first = i == 0 || strcmp(row[-1].unit, row->unit) != 0;
    if (!first && compare_periods(row[-1].from, row->from) == 0)
      return prg_fail_at(error, places->file, row->line, 0, PRG_TEXT_PLACES_TWICE,
                         PRG_ARGS(prg_integer((long long)row[-1].line)));
    for (int room = 0; room < PRG_ROOM_COUNT; room++) {
      double now = prg_places_at(places, row->unit, row->from, (prg_room)room);
      if (row->is_change[room] && isnan(now))
        return prg_fail_at(error, places->file, row->line, 0, PRG_TEXT_PLACES_NO_BASE,
                           PRG_ARGS(prg_number(row->amount[room], -1)));
      if (now < 0)
        return prg_fail_at(error, places->file, row->line, 0, PRG_TEXT_PLACES_BELOW_ZERO, NULL);
    }
  }
  return PRG_OK;
}

prg_status prg_places_read(prg_places *places, const char *file, const char *bytes, size_t n,
                           prg_error *error) {
  *places = (prg_places){0};
  listing list;
  prg_status status = listing_read(&list, file, bytes, n, columns, COLUMNS, error);
  if (status == PRG_OK) {
    places->file = strdup(file);
    places->row = calloc(list.table.n_rows + 1, sizeof *places->row);
    if (places->file == NULL || places->row == NULL)
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  while (status == PRG_OK && listing_next(&list))
    status = read_row(&list, &places->row[places->n++], error);
  listing_clear(&list);
  if (status != PRG_OK)
    return status;
  sort_rows(places);
  return check_steps(places, error);
}

/* --- the short text --- */

static const prg_period always = {PRG_INDEX, 0};

/* "2026:+40", or "270", which holds always. */
static bool parse_item(const char *text, size_t n, prg_places_row *row) {
  const char *colon = memchr(text, ':', n);
  size_t before = colon == NULL ? 0 : (size_t)(colon - text) + 1;
  *row = (prg_places_row){.unit = strdup(""), .from = always};
  for (int room = 0; room < PRG_ROOM_COUNT; room++)
    row->amount[room] = NAN;
  if (colon != NULL &&
      (!prg_period_parse(text, before - 1, &row->from) || row->from.frequency == PRG_INDEX))
    return false;
  return row->unit != NULL && n > before &&
         read_amount(text + before, n - before, &row->amount[PRG_ROOM_PLACES],
                     &row->is_change[PRG_ROOM_PLACES]);
}

prg_status prg_places_parse(prg_places *places, const char *text, prg_error *error) {
  size_t items = 1;
  for (const char *p = text; *p != '\0'; p++)
    items += *p == ',';
  *places = (prg_places){.file = strdup(""), .row = calloc(items, sizeof *places->row)};
  if (places->file == NULL || places->row == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  const char *item = text;
  for (size_t k = 0; k < items; k++, item += strcspn(item, ",") + 1)
    if (!parse_item(item, strcspn(item, ","), &places->row[places->n++]))
      return prg_fail(error, PRG_TEXT_PLACES_TEXT, PRG_ARGS(prg_string(text)));
  sort_rows(places);
  prg_error reason;
  if (check_steps(places, &reason) != PRG_OK)
    return prg_fail(error, PRG_TEXT_PLACES_TEXT, PRG_ARGS(prg_string(text)));
  return PRG_OK;
}

/* --- what there is --- */

static bool has_rows(const prg_places *places, const char *unit) {
  for (size_t i = 0; i < places->n; i++)
    if (strcmp(places->row[i].unit, unit) == 0)
      return true;
  return false;
}

bool prg_places_has(const prg_places *places, const char *unit) {
  return has_rows(places, unit) || has_rows(places, "");
}

double prg_places_at(const prg_places *places, const char *unit, prg_period period, prg_room room) {
  const char *of = has_rows(places, unit) ? unit : "";
  double amount = NAN;
  for (size_t i = 0; i < places->n; i++) {
    const prg_places_row *row = &places->row[i];
    if (strcmp(row->unit, of) != 0 || compare_periods(row->from, period) > 0 ||
        isnan(row->amount[room]))
      continue;
    amount = row->is_change[room] ? amount + row->amount[room] : row->amount[room];
  }
  return amount;
}
