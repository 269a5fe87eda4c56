/* Fuzzes the reading of samples: what is accepted is written as the same bytes, and its cases can
 * be taken. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "evaluate/learn_case.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  prg_learn_sample *sample;
  prg_error error;
  if (prg_learn_sample_read("f", (const char *)data, size, &sample, &error) != PRG_OK)
    return 0;
  prg_buffer bytes = {0};
  learn_cases cases;
  prg_learn_sample_write(sample, &bytes);
  if (bytes.length != size || memcmp(bytes.data, data, size) != 0)
    abort();
  const int season = prg_learn_sample_season(sample);
  if (learn_cases_take(sample, season, &cases, &error) == PRG_OK)
    for (size_t i = 0; i < cases.n; i++)
      if (learn_case_window(&cases.item[i]).n != cases.item[i].n)
        abort();
  learn_cases_clear(&cases);
  prg_buffer_free(&bytes);
  prg_learn_sample_free(sample);
  return 0;
}
