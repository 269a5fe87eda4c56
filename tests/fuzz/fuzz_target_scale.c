/* Scales of verdicts: an error, or a word for every probability. */
#include <stdint.h>

#include <prognos/target_scale.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  prg_target_scale scale;
  prg_error error;
  if (prg_target_scale_read("fuzz", (const char *)data, size, PRG_SWEDISH, &scale, &error) ==
      PRG_OK)
    for (int i = 0; i <= 100; i++)
      if (prg_target_scale_word(&scale, i / 100.0)[0] == '\0')
        __builtin_trap();
  return 0;
}
