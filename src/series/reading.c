#include <prognos/reading.h>

#include <limits.h>
#include <string.h>

#include <prognos/decimal.h>
#include <prognos/source.h>

#include "base/word.h"
#include "series/collector.h"
#include "series/extract.h"
#include "series/from_cube.h"
#include "series/layout.h"
#include "series/reading_parts.h"

static const char *const layout_name[PRG_LAYOUT_COUNT] = {
    [PRG_LAYOUT_UNKNOWN] = "",
    [PRG_LAYOUT_WIDE] = "wide",
    [PRG_LAYOUT_TRANSPOSED] = "transposed",
    [PRG_LAYOUT_LONG] = "long",
};

const char *prg_layout_name(prg_layout layout) {
  return layout_name[layout];
}

bool prg_layout_from_name(const char *name, prg_layout *layout) {
  size_t place = word_place(layout_name, PRG_LAYOUT_COUNT, name);
  if (place == PRG_LAYOUT_UNKNOWN || place == PRG_LAYOUT_COUNT)
    return false;
  *layout = (prg_layout)place;
  return true;
}

void prg_read_options_init(prg_read_options *options) {
  *options = (prg_read_options){.frequency = PRG_FREQUENCY_COUNT};
}

void prg_reading_clear(prg_reading *reading) {
  if (reading == NULL)
    return;
  prg_panel_clear(&reading->panel);
  prg_left_out_clear(&reading->left_out);
  *reading = (prg_reading){0};
}

/* A bare index counts only where no series has a calendar. */
static void extend_span(prg_reading *reading, prg_period first, prg_period last) {
  if (reading->first.ordinal == INT_MAX || reading->first.frequency < first.frequency) {
    reading->first = first;
    reading->last = last;
  }
  if (first.frequency != reading->first.frequency)
    return;
  if (prg_period_compare(first, reading->first) < 0)
    reading->first = first;
  if (prg_period_compare(last, reading->last) > 0)
    reading->last = last;
}

void prg_reading_recount(prg_reading *reading) {
  reading->first.ordinal = INT_MAX;
  memset(reading->count, 0, sizeof reading->count);
  for (size_t i = 0; i < reading->panel.n; i++) {
    const prg_series *series = &reading->panel.series[i];
    extend_span(reading, series->start, prg_series_period(series, series->n - 1));
    for (size_t t = 0; t < series->n; t++)
      reading->count[series->observation[t]]++;
  }
}

/* Season, kind, and what is known of the whole. */
void reading_summarise(prg_reading *reading, const prg_read_options *options) {
  for (size_t i = 0; i < reading->panel.n; i++) {
    prg_series *series = &reading->panel.series[i];
    if (series->start.frequency == PRG_INDEX && options->frequency != PRG_FREQUENCY_COUNT)
      series->season = prg_frequency_season(options->frequency);
    if (options->kind != PRG_KIND_UNKNOWN)
      series->kind = options->kind;
  }
  prg_reading_recount(reading);
}

bool reading_has_figure(const prg_reading *reading) {
  for (int i = 0; i < PRG_OBSERVATION_COUNT; i++)
    if (prg_observation_has_value((prg_observation)i) && reading->count[i] > 0)
      return true;
  return false;
}

/* Tidy CSV has a decimal point, even if the name of a series is 12,4. */
bool reading_is_tidy(const prg_frame *frame) {
  static const char *const header[] = {"series", "period", "value", "status"};
  if (frame->table->dialect.delimiter != ',' || frame->width != sizeof header / sizeof *header)
    return false;
  for (size_t c = 0; c < frame->width; c++)
    if (strcmp(prg_frame_header(frame, c), header[c]) != 0)
      return false;
  return true;
}

static prg_status read_frame(prg_frame *frame, const prg_read_options *options, prg_reading *out,
                             prg_error *error) {
  frame_layout found = {0};
  collector c;
  collector_init(&c, frame->table);
  out->dialect = frame->table->dialect;
  out->header_line = frame->table->line[frame->header];
  out->rows = frame->n;
  prg_status status = PRG_OK;
  if (out->dialect.decimal == '\0' && reading_is_tidy(frame))
    out->dialect.decimal = '.';
  if (out->dialect.decimal == '\0')
    status = prg_decimal_find(frame, &out->dialect.decimal, error);
  if (status == PRG_OK)
    status = layout_find(&found, frame, out->dialect.decimal, options, error);
  if (status == PRG_OK)
    status = extract(&found, frame, out->dialect.decimal, options, NULL, &c, &out->left_out, error);
  out->layout = found.kind;
  out->period_line = found.period_line;
  out->merged = found.n_merged;
  if (status == PRG_OK)
    status = naming_dimensions(&found, frame, &out->panel, error);
  if (status == PRG_OK)
    status = collector_finish(&c, out, error);
  collector_clear(&c);
  layout_clear(&found);
  return status;
}

static prg_status read_table(const prg_table *table, const prg_read_options *options,
                             prg_reading *out, prg_error *error) {
  prg_frame frame;
  prg_status status = prg_frame_find(&frame, table, error);
  if (status == PRG_OK) {
    out->left_out = frame.left_out; /* handed over: the titles and footnotes come first */
    frame.left_out = (prg_left_out_list){0};
    status = read_frame(&frame, options, out, error);
  }
  if (status == PRG_OK) {
    reading_summarise(out, options);
    if (!reading_has_figure(out))
      status = prg_fail_at(error, table->file, out->header_line, 0, PRG_TEXT_NO_FIGURES, NULL);
  }
  prg_frame_clear(&frame);
  return status;
}

static prg_status read_as_table(const char *name, const char *bytes, size_t n,
                                const prg_read_options *options, prg_reading *out,
                                prg_error *error) {
  prg_table table;
  prg_status status = prg_table_read(&table, name, bytes, n, &options->dialect, error);
  if (status == PRG_OK)
    status = read_table(&table, options, out, error);
  prg_table_clear(&table);
  return status;
}

static prg_status read_as_cube(const char *name, const char *bytes, size_t n,
                               const prg_read_options *options, prg_reading *out,
                               prg_error *error) {
  prg_cube cube;
  prg_cube_options wanted = {.encoding = options->dialect.encoding,
                             .language = options->language,
                             .dataset = options->dataset,
                             .time = options->period_column};
  prg_status status = prg_cube_read(&cube, name, bytes, n, &wanted, error);
  if (status == PRG_OK)
    status = from_cube(&cube, name, options, out, error);
  prg_cube_clear(&cube);
  if (status != PRG_OK)
    return status;
  reading_summarise(out, options);
  return reading_has_figure(out) ? PRG_OK
                                 : prg_fail_at(error, name, 0, 0, PRG_TEXT_NO_FIGURES, NULL);
}

/* Bytes that are packed are unpacked first. */
static prg_status read_plain(const char *name, const char *bytes, size_t n,
                             const prg_read_options *options, prg_reading *out, prg_error *error) {
  return prg_cube_is(bytes, n) ? read_as_cube(name, bytes, n, options, out, error)
                               : read_as_table(name, bytes, n, options, out, error);
}

prg_status prg_read_bytes(const char *name, const char *bytes, size_t n,
                          const prg_read_options *options, prg_reading *out, prg_error *error) {
  prg_read_options defaults;
  prg_read_options_init(&defaults);
  if (options == NULL)
    options = &defaults;
  *out = (prg_reading){0};
  prg_buffer unpacked = {0};
  prg_status status = PRG_OK;
  if (prg_source_is_packed(bytes, n)) {
    status = prg_source_unpack(name, bytes, n, &unpacked, error);
    bytes = prg_buffer_string(&unpacked);
    n = unpacked.length;
  }
  if (status == PRG_OK)
    status = read_plain(name, bytes, n, options, out, error);
  prg_buffer_free(&unpacked);
  if (status != PRG_OK)
    prg_reading_clear(out);
  return status;
}

prg_status prg_read_file(const char *path, const prg_read_options *options, prg_reading *out,
                         prg_error *error) {
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  *out = (prg_reading){0};
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status = prg_read_bytes(path, prg_buffer_string(&bytes), bytes.length, options, out, error);
  prg_buffer_free(&bytes);
  return status;
}
