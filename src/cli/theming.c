#include "cli/theming.h"

#include <string.h>

#include <prognos/source.h>

#include "cli/asking.h"

static prg_status read_file(const char *path, prg_theme *theme, prg_error *error) {
  prg_buffer bytes = {0};
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status =
        prg_theme_read(asking_name(path), prg_buffer_string(&bytes), bytes.length, theme, error);
  prg_buffer_free(&bytes);
  return status;
}

static prg_status unknown(const char *name, prg_error *error) {
  prg_buffer names = {0};
  for (const prg_theme_source *source = prg_theme_sources; source->name != NULL; source++)
    prg_buffer_printf(&names, "%s%s", names.length > 0 ? ", " : "", source->name);
  prg_status status = prg_fail(error, PRG_TEXT_THEME_UNKNOWN,
                               PRG_ARGS(prg_string(name), prg_string(prg_buffer_string(&names))));
  prg_buffer_free(&names);
  return status;
}

prg_status theming_read(const char *name, prg_theme *theme, prg_error *error) {
  static const char ending[] = ".gp";
  size_t n = strlen(name);
  if (prg_theme_of_name(name, theme))
    return PRG_OK;
  if (n < strlen(ending) || strcmp(name + n - strlen(ending), ending) != 0)
    return unknown(name, error);
  return read_file(name, theme, error);
}
