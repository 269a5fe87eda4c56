#include "cli/placing.h"

#include <prognos/source.h>

bool placing_is_given(const command *run) {
  return option_is_given(&run->options, "places") || option_is_given(&run->options, "capacity");
}

prg_status placing_read(const command *run, prg_places *places, prg_error *error) {
  const char *path = option_string(&run->options, "places");
  const char *text = option_string(&run->options, "capacity");
  *places = (prg_places){0};
  if (path != NULL && text != NULL)
    return prg_fail(error, PRG_TEXT_CAPACITY_BOTH, NULL);
  if (path == NULL)
    return text == NULL ? PRG_OK : prg_places_parse(places, text, error);
  prg_buffer bytes = {0};
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status =
        prg_places_read(places, asking_name(path), prg_buffer_string(&bytes), bytes.length, error);
  prg_buffer_free(&bytes);
  return status;
}

/* Pupils are counted in autumn; a series of another calendar says when itself. */
const char *placing_moment(const command *run, const prg_panel *panel) {
  bool annual = panel->n > 0 && panel->series[0].start.frequency == PRG_YEAR;
  return option_is_given(&run->options, "moment") ? option_string(&run->options, "moment")
         : annual ? prg_text_get(PRG_TEXT_MOMENT_AUTUMN, run->language)
                  : "";
}
