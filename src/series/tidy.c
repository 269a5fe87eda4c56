#include <prognos/tidy.h>

static void write_series(prg_csv_writer *writer, const prg_series *series) {
  char period[PRG_PERIOD_BYTES];
  for (size_t t = 0; t < series->n; t++) {
    prg_csv_text(writer, series->name);
    prg_csv_text(writer, prg_period_print(prg_series_period(series, t), period));
    prg_csv_number(writer, series->value[t]);
    prg_csv_text(writer, prg_observation_name(series->observation[t]));
    prg_csv_end_row(writer);
  }
}

void prg_tidy_head(prg_csv_style style, prg_buffer *out) {
  prg_csv_writer writer;
  prg_csv_begin(&writer, out, style);
  static const char *const header[] = {"series", "period", "value", "status"};
  for (size_t i = 0; i < sizeof header / sizeof *header; i++)
    prg_csv_text(&writer, header[i]);
  prg_csv_end_row(&writer);
}

void prg_tidy_rows(const prg_panel *panel, prg_csv_style style, prg_buffer *out) {
  prg_csv_writer writer = {.out = out, .style = style};
  for (size_t i = 0; i < panel->n; i++)
    write_series(&writer, &panel->series[i]);
}

prg_status prg_tidy_write(const prg_panel *panel, prg_csv_style style, prg_buffer *out,
                          prg_error *error) {
  prg_tidy_head(style, out);
  prg_tidy_rows(panel, style, out);
  return out->failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}
