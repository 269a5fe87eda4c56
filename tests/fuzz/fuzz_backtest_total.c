/* Text that may be the sums of a backtest: an error, or sums that are written and read the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/backtest_total.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void write_again(prg_backtest_total *total) {
  prg_backtest_total again = {0};
  prg_buffer text = {0}, same = {0};
  prg_error error;
  prg_backtest_total_write(total, &text);
  if (prg_backtest_total_read("again", prg_buffer_string(&text), &again, &error) != PRG_OK)
    abort();
  prg_backtest_total_write(&again, &same);
  if (strcmp(prg_buffer_string(&text), prg_buffer_string(&same)) != 0)
    abort();
  prg_backtest_total_summary(&again);
  prg_backtest_total_clear(&again);
  prg_buffer_free(&text);
  prg_buffer_free(&same);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  prg_buffer text = {0};
  prg_backtest_total total = {0};
  prg_error error;
  prg_buffer_add_n(&text, (const char *)data, size);
  if (prg_backtest_total_read("fuzz", prg_buffer_string(&text), &total, &error) == PRG_OK)
    write_again(&total);
  prg_backtest_total_clear(&total);
  prg_buffer_free(&text);
  return 0;
}
