#include "cli/reading_places.h"

#include <prognos/source.h>

#include "cli/asking.h"

prg_status read_places(const command *run, prg_places *places, prg_error *error) {
  const char *path = option_string(&run->options, "places");
  const char *text = option_string(&run->options, "capacity");
  *places = (prg_places){0};
  if (path == NULL && text == NULL)
    return PRG_OK;
  if (path != NULL && text != NULL)
    return prg_fail(error, PRG_TEXT_CAPACITY_BOTH, NULL);
  if (text != NULL)
    return prg_places_parse(places, text, error);
  prg_buffer bytes = {0};
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status =
        prg_places_read(places, asking_name(path), prg_buffer_string(&bytes), bytes.length, error);
  prg_buffer_free(&bytes);
  return status;
}
