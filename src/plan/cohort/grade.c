#include <prognos/grade.h>

#include <stdio.h>
#include <string.h>

#include "table/fold.h"

/* A word before or after the number, or in its place; in small letters. */
typedef struct grade_word {
  const char *word;
  prg_grade_kind kind;
} grade_word;

static const grade_word words[] = {
    {"åk", PRG_GRADE_SCHOOL},    {"åk.", PRG_GRADE_SCHOOL},     {"årskurs", PRG_GRADE_SCHOOL},
    {"klass", PRG_GRADE_SCHOOL}, {"grade", PRG_GRADE_SCHOOL},   {"gr", PRG_GRADE_SCHOOL},
    {"år", PRG_GRADE_AGE},       {"åringar", PRG_GRADE_AGE},    {"-åringar", PRG_GRADE_AGE},
    {"age", PRG_GRADE_AGE},      {"ålder", PRG_GRADE_AGE},      {"years", PRG_GRADE_AGE},
    {"ak", PRG_GRADE_SCHOOL},    {"arskurs", PRG_GRADE_SCHOOL}, {"alder", PRG_GRADE_AGE},
};

static const char *const first_class[] = {"f",    "f-klass",      "fklass",        "f klass",
                                          "åk f", "årskurs f",    "förskoleklass", "forskoleklass",
                                          "k",    "kindergarten", "grade k"};

/* The kind that a word tells; PRG_GRADE_BARE for no word at all; false if it is another word. */
static bool kind_of_word(const char *word, size_t n, prg_grade_kind *kind) {
  *kind = PRG_GRADE_BARE;
  trim_blanks(&word, &n);
  for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
    if (fold_equal(word, n, words[k].word)) {
      *kind = words[k].kind;
      return true;
    }
  return n == 0;
}

static bool is_first_class(const char *text, size_t n) {
  for (size_t k = 0; k < sizeof first_class / sizeof first_class[0]; k++)
    if (fold_equal(text, n, first_class[k]))
      return true;
  return false;
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* Takes one to three digits from the front of the text. */
static bool take_number(const char **text, size_t *n, int *number) {
  size_t digits = 0;
  *number = 0;
  for (; digits < *n && digits < 4 && is_digit((*text)[digits]); digits++)
    *number = *number * 10 + ((*text)[digits] - '0');
  *text += digits;
  *n -= digits;
  return digits > 0 && digits < 4 && *number <= PRG_GRADE_MAX;
}

bool prg_grade_parse(const char *text, size_t n, prg_grade *grade) {
  prg_grade read = {PRG_GRADE_SCHOOL, 0, false};
  trim_blanks(&text, &n);
  if (is_first_class(text, n)) {
    *grade = read;
    return true;
  }
  size_t before = 0;
  while (before < n && !is_digit(text[before]))
    before++;
  const char *rest = text + before;
  size_t n_rest = n - before;
  prg_grade_kind first, last;
  if (!kind_of_word(text, before, &first) || !take_number(&rest, &n_rest, &read.number))
    return false;
  read.open = n_rest > 0 && *rest == '+';
  rest += read.open ? 1 : 0;
  n_rest -= read.open ? 1 : 0;
  if (!kind_of_word(rest, n_rest, &last) || (before > 0 && n_rest > 0))
    return false;
  read.kind = before > 0 ? first : last;
  *grade = read;
  return true;
}

prg_grade_kind prg_grade_kind_of_column(const char *name) {
  prg_grade_kind kind;
  bool is_year = fold_equal(name, strlen(name), "år");
  return !is_year && kind_of_word(name, strlen(name), &kind) ? kind : PRG_GRADE_BARE;
}

const char *prg_grade_print(prg_grade grade, char text[PRG_GRADE_BYTES]) {
  const char *plus = grade.open ? "+" : "";
  if (grade.kind == PRG_GRADE_AGE)
    snprintf(text, PRG_GRADE_BYTES, "%d%s år", grade.number, plus);
  else if (grade.kind == PRG_GRADE_BARE)
    snprintf(text, PRG_GRADE_BYTES, "%d%s", grade.number, plus);
  else if (grade.number == 0 && !grade.open)
    snprintf(text, PRG_GRADE_BYTES, "F-klass");
  else
    snprintf(text, PRG_GRADE_BYTES, "Åk %d%s", grade.number, plus);
  return text;
}
