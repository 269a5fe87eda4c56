#include "series/title_period.h"

#include <string.h>

#define WORDS 4 /* of the longest notation of a period */

typedef struct search {
  size_t n; /* how often a period was met, the same one once */
  prg_period period;
  size_t line;
} search;

static bool separates(char c) {
  return strchr(" \t\n\r,;:()", c) != NULL;
}

/* Bytes of the longest period that text begins with; 0 if it does not begin with one. */
static size_t match(const char *text, prg_period *period) {
  size_t longest = 0, end = 0;
  for (int words = 0; words < WORDS && text[end] != '\0'; words++) {
    while (text[end] != '\0' && separates(text[end]))
      end++;
    while (text[end] != '\0' && !separates(text[end]))
      end++;
    prg_period read;
    if (prg_period_parse(text, end, &read) && read.frequency != PRG_INDEX) {
      longest = end;
      *period = read;
    }
  }
  return longest;
}

static void look(const char *text, size_t line, search *s) {
  while (*text != '\0') {
    prg_period period;
    size_t length = match(text, &period);
    bool counts = length > 0 && period.frequency != PRG_DAY;
    if (counts && (s->n == 0 || prg_period_compare(period, s->period) != 0)) {
      if (s->n++ == 0) {
        s->period = period;
        s->line = line;
      }
    }
    text += length;
    while (*text != '\0' && !separates(*text))
      text++;
    while (*text != '\0' && separates(*text))
      text++;
  }
}

bool title_period(const prg_frame *frame, prg_period *period, size_t *line) {
  const prg_table *table = frame->table;
  search s = {0};
  for (size_t row = 0; row + frame->n_header <= frame->header; row++)
    for (size_t c = 0; c < prg_table_width(table, row); c++)
      look(prg_table_cell(table, row, c), table->line[row], &s);
  if (s.n != 1)
    return false;
  *period = s.period;
  *line = s.line;
  return true;
}
