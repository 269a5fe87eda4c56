#include "table/json_parts.h"

#include <math.h>
#include <string.h>

#include <prognos/cell.h>
#include <prognos/number.h>

static prg_argument what_it_is(const json_t *found) {
  char number[PRG_NUMBER_BYTES];
  if (found == NULL)
    return prg_text_argument(PRG_TEXT_JSON_NOTHING);
  switch (json_typeof(found)) {
  case JSON_OBJECT:
    return prg_text_argument(PRG_TEXT_JSON_OBJECT);
  case JSON_ARRAY:
    return prg_text_argument(PRG_TEXT_JSON_LIST);
  case JSON_STRING:
    return prg_string(json_string_value(found));
  case JSON_INTEGER:
  case JSON_REAL:
    prg_number_shortest(number, json_number_value(found));
    return prg_string(number);
  default:
    return prg_string(json_is_null(found) ? "null" : json_is_true(found) ? "true" : "false");
  }
}

prg_status json_fail(const char *path, const json_t *found, prg_text expected, prg_error *error) {
  return prg_fail(error, PRG_TEXT_JSON_WRONG,
                  PRG_ARGS(prg_string(path), what_it_is(found), prg_text_argument(expected)));
}

const char *json_text(const json_t *value) {
  return json_is_string(value) ? json_string_value(value) : "";
}

bool json_cell(const json_t *value, double *number, prg_observation *observation) {
  *number = NAN;
  *observation = PRG_GAP;
  if (json_is_null(value))
    return true;
  if (json_is_number(value)) {
    *number = json_number_value(value);
    *observation = PRG_OBSERVED;
    return true;
  }
  if (!json_is_string(value))
    return false;
  const char *text = json_string_value(value);
  prg_cell cell = prg_cell_parse(text, strlen(text), strchr(text, ',') == NULL ? '.' : ',');
  *number = cell.value;
  *observation = cell.observation;
  return cell.kind == PRG_CELL_FIGURE || cell.kind == PRG_CELL_SYMBOL ||
         cell.kind == PRG_CELL_BLANK;
}

/* The flags of Eurostat and other European offices that mean something else, or nothing, here. */
static const struct {
  char letter;
  prg_observation observation;
} flags[] = {
    {'b', PRG_OBSERVED},       {'d', PRG_OBSERVED},    {'i', PRG_OBSERVED},
    {'n', PRG_OBSERVED},       {'a', PRG_OBSERVED},    {'e', PRG_APPROXIMATE},
    {'s', PRG_APPROXIMATE},    {'u', PRG_APPROXIMATE}, {'f', PRG_APPROXIMATE},
    {'p', PRG_PRELIMINARY},    {'r', PRG_REVISED},     {'c', PRG_SUPPRESSED},
    {'z', PRG_NOT_APPLICABLE}, {'m', PRG_MISSING},     {':', PRG_MISSING},
};

static bool flag_meaning(char letter, prg_observation *observation) {
  for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
    if (flags[i].letter == letter) {
      *observation = flags[i].observation;
      return true;
    }
  }
  return false;
}

/* Several letters: the strongest counts (bp is preliminary). */
static bool find_meaning(const char *status, prg_observation *meaning) {
  size_t n = strlen(status);
  if (prg_observation_from_name(status, n, meaning))
    return true;
  *meaning = PRG_OBSERVED;
  for (size_t i = 0; i < n; i++) {
    prg_observation one;
    if (!flag_meaning(status[i], &one))
      return false;
    *meaning = one > *meaning ? one : *meaning;
  }
  return n > 0 && n <= 3;
}

json_status_result json_status_apply(const char *status, double *number,
                                     prg_observation *observation) {
  prg_observation meaning;
  bool has_value = prg_observation_has_value(*observation);
  if (strcmp(status, "-") == 0) { /* nil: zero in official statistics */
    *number = has_value ? *number : 0;
    *observation = has_value ? *observation : PRG_OBSERVED;
    return JSON_STATUS_KNOWN;
  }
  if (!find_meaning(status, &meaning)) {
    bool blank = *observation == PRG_GAP;
    *observation = blank ? PRG_MISSING : *observation;
    return JSON_STATUS_UNKNOWN;
  }
  if (has_value && !prg_observation_has_value(meaning))
    return JSON_STATUS_CONTRADICTS;
  if (has_value == prg_observation_has_value(meaning)) {
    bool keeps = meaning == PRG_OBSERVED; /* cirka 40, and "exists" */
    *observation = keeps ? *observation : meaning;
  }
  return JSON_STATUS_KNOWN;
}
