/* What was read, in messages for people: prg_reading_describe. */
#include <string.h>

#include <prognos/reading.h>

#include "series/header_word.h"

static prg_text layout_text(prg_layout layout) {
  return layout == PRG_LAYOUT_WIDE         ? PRG_TEXT_LAYOUT_WIDE
         : layout == PRG_LAYOUT_TRANSPOSED ? PRG_TEXT_LAYOUT_TRANSPOSED
                                           : PRG_TEXT_LAYOUT_LONG;
}

static void describe_form(const prg_reading *reading, prg_notes *notes) {
  char delimiter[] = {reading->dialect.delimiter, '\0'};
  char decimal[] = {reading->dialect.decimal, '\0'};
  prg_notes_add(notes, PRG_TEXT_READ_FORM,
                PRG_ARGS(prg_string(prg_encoding_name(reading->dialect.encoding)),
                         prg_string(*delimiter == '\t' ? "tab" : delimiter), prg_string(decimal)));
  prg_notes_add(notes, PRG_TEXT_READ_LAYOUT,
                PRG_ARGS(prg_text_argument(layout_text(reading->layout)),
                         prg_integer((long long)reading->header_line),
                         prg_integer((long long)reading->rows)));
}

/* What the rows themselves do not say: the period of all figures, found in a title, and names that
 * stand above. */
static void describe_context(const prg_reading *reading, prg_notes *notes) {
  char period[PRG_PERIOD_BYTES];
  if (reading->period_line > 0)
    prg_notes_add(notes, PRG_TEXT_READ_TITLE_PERIOD,
                  PRG_ARGS(prg_string(prg_period_print(reading->first, period)),
                           prg_integer((long long)reading->period_line)));
  if (reading->merged > 0)
    prg_notes_add(notes, PRG_TEXT_READ_MERGED, PRG_ARGS(prg_integer((long long)reading->merged)));
}

static void describe_span(const prg_reading *reading, prg_notes *notes) {
  char first[PRG_PERIOD_BYTES], last[PRG_PERIOD_BYTES];
  size_t figures = 0;
  for (int i = 0; i < PRG_OBSERVATION_COUNT; i++)
    figures += prg_observation_has_value((prg_observation)i) ? reading->count[i] : 0;
  prg_notes_add(notes, PRG_TEXT_READ_SPAN,
                PRG_ARGS(prg_integer((long long)figures), prg_integer((long long)reading->panel.n),
                         prg_string(prg_period_print(reading->first, first)),
                         prg_string(prg_period_print(reading->last, last)),
                         prg_text_argument(prg_frequency_text(reading->first.frequency))));
}

static void describe_observations(const prg_reading *reading, prg_notes *notes) {
  const size_t *count = reading->count;
  size_t marked = count[PRG_PRELIMINARY] + count[PRG_REVISED] + count[PRG_CORRECTED];
  size_t without = count[PRG_MISSING] + count[PRG_NOT_APPLICABLE] + count[PRG_SUPPRESSED];
  if (marked + count[PRG_APPROXIMATE] > 0)
    prg_notes_add(notes, PRG_TEXT_READ_MARKED,
                  PRG_ARGS(prg_integer((long long)count[PRG_PRELIMINARY]),
                           prg_integer((long long)count[PRG_REVISED]),
                           prg_integer((long long)count[PRG_CORRECTED]),
                           prg_integer((long long)count[PRG_APPROXIMATE])));
  if (without > 0)
    prg_notes_add(notes, PRG_TEXT_READ_WITHOUT,
                  PRG_ARGS(prg_integer((long long)count[PRG_MISSING]),
                           prg_integer((long long)count[PRG_NOT_APPLICABLE]),
                           prg_integer((long long)count[PRG_SUPPRESSED])));
}

#define RUNS_SHOWN 3 /* of gaps, the first ones */

/* Appends "Besök 2021M03–2021M11" for the gap that begins at t, and returns where it ends. */
static size_t add_run(const prg_series *series, size_t t, prg_buffer *list) {
  char first[PRG_PERIOD_BYTES], last[PRG_PERIOD_BYTES];
  size_t end = t;
  while (end < series->n && series->observation[end] == PRG_GAP)
    end++;
  prg_period_print(prg_series_period(series, t), first);
  prg_period_print(prg_series_period(series, end - 1), last);
  prg_buffer_printf(list, "%s%s %s", list->length > 0 ? ", " : "", series->name, first);
  if (end > t + 1)
    prg_buffer_printf(list, "–%s", last);
  return end;
}

static void describe_gaps(const prg_reading *reading, prg_notes *notes) {
  prg_buffer list = {0};
  size_t runs = 0;
  if (reading->count[PRG_GAP] == 0)
    return;
  for (size_t i = 0; i < reading->panel.n && runs <= RUNS_SHOWN; i++) {
    const prg_series *series = &reading->panel.series[i];
    for (size_t t = 0; t < series->n && runs <= RUNS_SHOWN; t++)
      if (series->observation[t] == PRG_GAP && runs++ < RUNS_SHOWN)
        t = add_run(series, t, &list);
  }
  if (runs > RUNS_SHOWN)
    prg_buffer_add(&list, " …");
  prg_notes_add(notes, PRG_TEXT_READ_GAPS,
                PRG_ARGS(prg_integer((long long)reading->count[PRG_GAP]),
                         prg_string(prg_buffer_string(&list))));
  prg_buffer_free(&list);
}

/* True if every code of the dimension has three or four digits; *short_codes counts those of three,
 * of which the first is *first. */
static bool are_area_codes(const prg_panel *panel, size_t d, size_t *short_codes,
                           const char **first) {
  *short_codes = 0;
  for (size_t i = panel->n; i-- > 0;) {
    const char *code = prg_series_member(&panel->series[i], d);
    size_t n = strspn(code, "0123456789");
    if (code[n] != '\0' || n < 3 || n > 4)
      return false;
    bool again = i > 0 && strcmp(code, prg_series_member(&panel->series[i - 1], d)) == 0;
    *short_codes += n == 3 && !again;
    *first = n == 3 ? code : *first;
  }
  return *short_codes > 0;
}

/* 581 for 0581: a spreadsheet took the code of a municipality for a number. */
static void describe_codes(const prg_reading *reading, prg_notes *notes) {
  size_t short_codes;
  const char *first = "";
  for (size_t d = 0; d < reading->panel.n_dimension; d++) {
    const char *name = reading->panel.dimension[d];
    if (header_word_may_be_code(name, strlen(name)) &&
        are_area_codes(&reading->panel, d, &short_codes, &first))
      prg_notes_add(
          notes, PRG_TEXT_READ_SHORT_CODES,
          PRG_ARGS(prg_string(name), prg_integer((long long)short_codes), prg_string(first)));
  }
}

void prg_reading_describe(const prg_reading *reading, size_t enough, prg_notes *notes) {
  if (reading->form.n == 0)
    describe_form(reading, notes);
  for (size_t i = 0; i < reading->form.n; i++)
    prg_notes_add(notes, reading->form.note[i].text, reading->form.note[i].argument);
  describe_context(reading, notes);
  describe_span(reading, notes);
  describe_observations(reading, notes);
  describe_gaps(reading, notes);
  describe_codes(reading, notes);
  size_t few = 0;
  const char *first = "";
  for (size_t i = reading->panel.n; i-- > 0;) {
    if (prg_series_observed(&reading->panel.series[i]) < enough) {
      few++;
      first = reading->panel.series[i].name;
    }
  }
  if (few > 0)
    prg_notes_add(
        notes, PRG_TEXT_READ_SHORT,
        PRG_ARGS(prg_integer((long long)few), prg_integer((long long)enough), prg_string(first)));
  if (reading->duplicates > 0)
    prg_notes_add(notes, PRG_TEXT_READ_DUPLICATES,
                  PRG_ARGS(prg_integer((long long)reading->duplicates)));
}
