/* A file of indicators and, after a zero byte, one of outcomes: errors with their place, or a book
 * of which every indicator is judged without contradiction. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include <prognos/target_table.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
  if (!holds)
    __builtin_trap();
}

static void judge(const prg_target_book *book, size_t i, prg_buffer *out) {
  prg_target_scale scale;
  prg_target_result result;
  prg_error error;
  prg_target_scale_of_name("plan", PRG_SWEDISH, &scale);
  if (prg_target_assess(book, i, &scale, PRG_SWEDISH, &result, &error) == PRG_OK) {
    require(isnan(result.probability) || (result.probability >= 0 && result.probability <= 1));
    require(result.n_reached <= result.n_measured && result.n_measured <= result.n_part);
    require(result.n_measured > 0 || strcmp(result.verdict, scale.reached) != 0);
    for (int format = 0; format < PRG_TARGET_FORMATS; format++)
      prg_target_write(&result, 1, (prg_target_format)format, PRG_ENGLISH, out);
  }
  prg_target_result_clear(&result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gsl_set_error_handler_off();
  const char *text = (const char *)data;
  size_t first = strnlen(text, size), second = first < size ? size - first - 1 : 0;
  const prg_target_read_options options = {.has_through = size % 2 == 0, .through = {2018, 0, 8}};
  prg_target_book book = {0};
  prg_error error;
  prg_status status = prg_target_indicators_read(&book, "fuzz", text, first, &options, &error);
  if (status == PRG_OK && second > 0)
    status = prg_target_outcomes_read(&book, "fuzz", text + first + 1, second, &options, &error);
  for (size_t k = 0; k < book.n_row_error; k++)
    require(book.row_error[k].line > 0);
  prg_buffer out;
  prg_buffer_init(&out);
  for (size_t i = 0; i < book.n; i++)
    judge(&book, i, &out);
  prg_buffer_free(&out);
  prg_target_book_clear(&book);
  return 0;
}
