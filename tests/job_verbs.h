/* Verbs that a job can have, for tests of the layer that knows none of the command's own. */
#ifndef PROGNOS_TEST_JOB_VERBS_H
#define PROGNOS_TEST_JOB_VERBS_H

#include <prognos/job_plan.h>

#include <string.h>

typedef struct test_key {
  const char *verb, *key;
  prg_key_kind kind;
} test_key;

static const test_key test_keys[] = {
    {"forecast", "horizon", PRG_KEY_VALUE}, {"forecast", "series", PRG_KEY_VALUE},
    {"forecast", "output", PRG_KEY_VALUE},  {"forecast", "whole", PRG_KEY_FLAG},
    {"forecast", "events", PRG_KEY_VALUE},  {"capacity", "alarm", PRG_KEY_VALUE},
    {"capacity", "output", PRG_KEY_VALUE},  {"chart", "output", PRG_KEY_VALUE},
    {"check", "whole", PRG_KEY_FLAG},       {"", "state", PRG_KEY_VALUE},
    {"", "verbose", PRG_KEY_FLAG},
};

#define TEST_KEYS (sizeof test_keys / sizeof *test_keys)

static const char *test_verb(size_t i) {
  static const char *const verbs[] = {"forecast", "capacity", "chart", "check", NULL};
  return verbs[i];
}

static const char *test_key_name(const char *verb, size_t i) {
  for (size_t k = 0; k < TEST_KEYS; k++)
    if (strcmp(test_keys[k].verb, verb) == 0 && i-- == 0)
      return test_keys[k].key;
  return NULL;
}

static prg_key_kind test_kind(const char *verb, const char *key) {
  for (size_t k = 0; k < TEST_KEYS; k++)
    if (strcmp(test_keys[k].verb, verb) == 0 && strcmp(test_keys[k].key, key) == 0)
      return test_keys[k].kind;
  return PRG_KEY_UNKNOWN;
}

/* A horizon is one digit. */
static prg_status test_check(const char *verb, const char *key, const char *value,
                             prg_error *error) {
  (void)verb;
  if (strcmp(key, "horizon") == 0 && (strlen(value) != 1 || strspn(value, "123456789") != 1))
    return prg_fail(error, PRG_TEXT_OPTION_NOT_WHOLE, PRG_ARGS(prg_string(key), prg_string(value)));
  return PRG_OK;
}

static bool test_has_alarm(const char *verb, const char *key) {
  return strcmp(verb, "forecast") == 0 ||
         (strcmp(verb, "capacity") == 0 && strcmp(key, "alarm-revision") == 0);
}

static bool test_needs_output(const char *verb) {
  return strcmp(verb, "check") != 0;
}

static bool test_is_directory(const char *verb, const char *key) {
  return strcmp(verb, "chart") == 0 && strcmp(key, "output") == 0;
}

static const prg_job_verbs test_verbs = {test_verb,        test_key_name,  test_kind,
                                         test_check,       test_has_alarm, test_needs_output,
                                         test_is_directory};

#endif
