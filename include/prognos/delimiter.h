/* What separates the cells of a text: found from the content, or said by its first line. */
#ifndef PROGNOS_DELIMITER_H
#define PROGNOS_DELIMITER_H

#include <stddef.h>

#include <prognos/linkage.h>

PRG_BEGIN_C

/*
 * The delimiter that cuts the most lines of text[0..n) into the same number (>= 2) of cells, quoted
 * cells kept whole: ';', tab, '|' or ','; between equals the one first here. '\0' if there is
 * none. Looks at the beginning of the text only.
 */
char prg_delimiter_find(const char *text, size_t n);

/*
 * Excel's first line `sep=;`: sets *delimiter and returns how many bytes the line takes; 0 if the
 * text begins with something else.
 */
size_t prg_delimiter_line(const char *text, size_t n, char *delimiter);

PRG_END_C

#endif
