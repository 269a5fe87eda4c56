/*
 * Fuzzes the small grammars of cohort progression: labels of grades, groups of them, and housing
 * plans. What is read as a grade must be read back from its printed form, and a plan must have no
 * negative or infinite number of persons.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/cohort_plan.h>

static void check_grade(const char *text, size_t n) {
  prg_grade grade, back;
  char printed[PRG_GRADE_BYTES];
  if (!prg_grade_parse(text, n, &grade))
    return;
  prg_grade_print(grade, printed);
  if (!prg_grade_parse(printed, strlen(printed), &back) || back.number != grade.number ||
      back.kind != grade.kind || back.open != grade.open)
    abort();
}

static void check_groups(const char *text) {
  prg_cohort_group group[PRG_COHORT_GROUPS_MAX];
  size_t n = 0;
  if (prg_cohort_groups_read(text, group, &n, NULL) != PRG_OK)
    return;
  for (size_t i = 0; i < n; i++)
    if (group[i].first > group[i].last || group[i].name[0] == '\0')
      abort();
}

static void check_housing(const char *text, size_t n) {
  prg_housing housing;
  if (prg_housing_read("plan", text, n, &housing, NULL) == PRG_OK)
    for (size_t i = 0; i < housing.n; i++)
      if (!(housing.row[i].persons >= 0) || !isfinite(housing.row[i].persons))
        abort();
  prg_housing_clear(&housing);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = malloc(size + 1);
  if (text == NULL)
    return 0;
  memcpy(text, data, size);
  text[size] = '\0';
  check_grade(text, size);
  check_groups(text);
  check_housing(text, size);
  free(text);
  return 0;
}
