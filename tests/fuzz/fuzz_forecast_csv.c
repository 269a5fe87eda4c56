/*
 * Reading forecasts: whatever the bytes, an error or a set of sound forecasts that is written and
 * read back as it was.
 */
#include <stdint.h>
#include <stdlib.h>

#include <prognos/forecast_csv.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const double level[] = {.8, .95};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  prg_forecast_set set, again;
  prg_error error;
  prg_buffer out = {0};
  if (prg_forecast_csv_read("fuzz", (const char *)data, size, &set, &error) == PRG_OK) {
    prg_forecast_csv_head(level, 2, PRG_CSV_PLAIN, &out);
    for (size_t i = 0; i < set.panel.n; i++)
      prg_forecast_csv_write(&set.forecast[i], level, 2, PRG_CSV_PLAIN, PRG_SWEDISH, &out);
    if (prg_forecast_csv_read("again", prg_buffer_string(&out), out.length, &again, &error) ==
            PRG_OK &&
        again.panel.n != set.panel.n)
      abort();
    prg_forecast_set_clear(&again);
  }
  prg_forecast_set_clear(&set);
  prg_buffer_free(&out);
  return 0;
}
