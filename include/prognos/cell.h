/* What one cell of a table says: a figure, a symbol of official statistics, nothing, or text. */
#ifndef PROGNOS_CELL_H
#define PROGNOS_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/observation.h>

PRG_BEGIN_C

typedef enum prg_cell_kind {
  PRG_CELL_BLANK,
  PRG_CELL_FIGURE,      /* value and observation */
  PRG_CELL_SYMBOL,      /* no figure, and why: observation */
  PRG_CELL_EXCEL_ERROR, /* #DIV/0!, #VÄRDEFEL! … */
  PRG_CELL_TEXT         /* anything else, 12O included */
} prg_cell_kind;

typedef struct prg_cell {
  prg_cell_kind kind;
  double value;                /* NaN unless a figure */
  prg_observation observation; /* PRG_GAP if blank, an Excel error or text */
  bool percent;                /* a percent sign stood after the figure */
} prg_cell;

/*
 * Reads the whole of text[0..n), blanks around it allowed:
 *   figure   1049490  1 049 490 (space, NBSP, thin, ' between groups of three)  12,4  12,4 %  −3
 *            1.234,5 if decimal is ',' and 1,234.5 if it is '.'; 123p 123r 123k;
 *            drygt 1070, ca 1070, cirka …; a lone - or – is zero
 *   symbol   ..  …  N/A  NULL  #SAKNAS!  missing;  .  not applicable;  x  *  <5  suppressed
 * Nothing is guessed: what is not written like this is PRG_CELL_TEXT.
 */
prg_cell prg_cell_parse(const char *text, size_t n, char decimal);

PRG_END_C

#endif
