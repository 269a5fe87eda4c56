/*
 * Labels of grades and one-year ages, as files have them: "Åk 1", "årskurs 7", "F-klass", "grade
 * 3", "6 år", "100+ år", or a bare number whose column tells what it is.
 */
#ifndef PROGNOS_GRADE_H
#define PROGNOS_GRADE_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/buffer.h>

PRG_BEGIN_C

typedef enum prg_grade_kind {
  PRG_GRADE_BARE,   /* a number alone */
  PRG_GRADE_SCHOOL, /* a grade of school; the class before grade 1 is 0 */
  PRG_GRADE_AGE     /* years of age */
} prg_grade_kind;

typedef struct prg_grade {
  prg_grade_kind kind;
  int number; /* 0 … PRG_GRADE_MAX */
  bool open;  /* "100+": and all above */
} prg_grade;

#define PRG_GRADE_MAX 120
#define PRG_GRADE_BYTES 32

/* Reads the whole of text[0..n), blanks around it allowed; false if it is no such label. */
bool prg_grade_parse(const char *text, size_t n, prg_grade *grade);

/* What a bare number is in a column of that name: PRG_GRADE_SCHOOL for årskurs, klass, grade …,
 * PRG_GRADE_AGE for ålder, age; PRG_GRADE_BARE if the name tells neither. */
prg_grade_kind prg_grade_kind_of_column(const char *name);

/* "F-klass", "Åk 7", "12 år"; a bare number "7". Returns `text`. */
const char *prg_grade_print(prg_grade grade, char text[PRG_GRADE_BYTES]);

PRG_END_C

#endif
