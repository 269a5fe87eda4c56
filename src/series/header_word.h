/* What the words that people write in a header say of the column. */
#ifndef SERIES_HEADER_WORD_H
#define SERIES_HEADER_WORD_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/period.h>

typedef enum header_word {
  WORD_OTHER,
  WORD_LABEL,  /* serie, kommun, kön, ålder, …kod: names a series, even if it is a number */
  WORD_PERIOD, /* period, år, läsår */
  WORD_PART,   /* kvartal, månad …: a period, or the part of a year in another column */
  WORD_VALUE,  /* värde, antal */
  WORD_STATUS, /* status: must be understood */
  WORD_NOTE    /* anmärkning: free text that may be a status */
} header_word;

/* Blanks around the text and capitals do not matter. */
header_word header_word_find(const char *text, size_t n);

/* True if what stands under it may be numbers that look like years: the code of a municipality. */
bool header_word_may_be_code(const char *text, size_t n);

/* The frequency that a bare number in a column of WORD_PART counts; PRG_FREQUENCY_COUNT if none. */
prg_frequency header_word_frequency(const char *text, size_t n);

/* Summa, Totalt …: a sum over the others. */
bool header_word_is_total(const char *text, size_t n);

#endif
