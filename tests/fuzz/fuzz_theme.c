/* Themes: an error, or values that are written as source that reads back as the same. */
#include <stdint.h>
#include <string.h>

#include <prognos/theme.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  prg_theme theme, again;
  prg_error error;
  prg_buffer once = {0}, twice = {0};
  if (prg_theme_read("fuzz", (const char *)data, size, &theme, &error) == PRG_OK) {
    prg_theme_write(&theme, &once);
    if (prg_theme_read("once", prg_buffer_string(&once), once.length, &again, &error) != PRG_OK)
      __builtin_trap();
    prg_theme_write(&again, &twice);
    if (strcmp(prg_buffer_string(&once), prg_buffer_string(&twice)) != 0)
      __builtin_trap();
  }
  prg_buffer_free(&once);
  prg_buffer_free(&twice);
  return 0;
}
