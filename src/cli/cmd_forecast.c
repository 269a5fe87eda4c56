#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <prognos/forecast_csv.h>
#include <prognos/json.h>
#include <prognos/number.h>
#include <prognos/report_table.h>

#include "cli/asking.h"

#define LEVELS 9

/* "80,95" → .80 .95, each between 1 and 99.9 per cent. */
static prg_status read_levels(const char *list, double level[LEVELS], size_t *n,
                              prg_error *error) {
  *n = 0;
  while (*list != '\0') {
    size_t length = strcspn(list, ",");
    double per_cent;
    if (*n == LEVELS || !prg_number_parse(list, length, '.', &per_cent) || per_cent < 1 ||
        per_cent > 99.9)
      return prg_fail(error, PRG_TEXT_LEVEL_WRONG, PRG_ARGS(prg_string_n(list, length)));
    level[(*n)++] = per_cent / 100;
    list += length + (list[length] == ',');
  }
  return PRG_OK;
}

typedef enum form { FORM_TABLE, FORM_CSV, FORM_EXCEL, FORM_JSON } form;

static form form_of(const command *run) {
  const char *name = option_string(&run->options, "format");
  if (name == NULL) {
    bool to_person = isatty(STDOUT_FILENO) && option_string(&run->options, "output") == NULL;
    return to_person ? FORM_TABLE : FORM_CSV;
  }
  return strcmp(name, "table") == 0   ? FORM_TABLE
         : strcmp(name, "excel") == 0 ? FORM_EXCEL
         : strcmp(name, "json") == 0  ? FORM_JSON
                                      : FORM_CSV;
}

