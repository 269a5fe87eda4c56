/* The option tables as the plan of a job file sees them. */
#include <string.h>

#include "cli/running.h"

static bool can_be_job(const verb *one) {
  return one != &verb_run && one != &verb_help;
}

static const char *verb_name(size_t i) {
  for (size_t k = 0; verbs[k] != NULL; k++)
    if (can_be_job(verbs[k]) && i-- == 0)
      return verbs[k]->name;
  return NULL;
}

static const option_row *rows_of(const char *name) {
  const verb *one = *name == '\0' ? &verb_run : verb_find(name);
  return one->options;
}

static const char *key_name(const char *name, size_t i) {
  return rows_of(name)[i].name;
}

static prg_key_kind kind_of(const char *name, const char *key) {
  const option_row *row = option_find(rows_of(name), key);
  if (row == NULL)
    return PRG_KEY_UNKNOWN;
  return row->type == OPTION_FLAG ? PRG_KEY_FLAG : PRG_KEY_VALUE;
}

static prg_status check(const char *name, const char *key, const char *value, prg_error *error) {
  return option_check(option_find(rows_of(name), key), value, error);
}

/* Revisions are of a table of series; what is compared with last time is a forecast's CSV. */
static bool has_alarm(const char *name, const char *key) {
  if (strcmp(name, verb_ledger.name) == 0) /* whose first operand is no file */
    return false;
  if (strcmp(key, "alarm-moved") == 0)
    return strcmp(name, verb_forecast.name) == 0;
  return option_find(rows_of(name), "layout") != NULL;
}

/* What `check` finds is told, and a ledger is where its actions write. */
static bool needs_output(const char *name) {
  return option_find(rows_of(name), "output") != NULL && strcmp(name, verb_check.name) != 0 &&
         strcmp(name, verb_ledger.name) != 0;
}

static bool is_directory(const char *name, const char *key) {
  const option_row *row = option_find(rows_of(name), key);
  return row != NULL && row->value == PRG_TEXT_VALUE_DIRECTORY;
}

const prg_job_verbs running_verbs = {verb_name, key_name,     kind_of,     check,
                                     has_alarm, needs_output, is_directory};
