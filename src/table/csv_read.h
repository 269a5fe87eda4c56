/* CSV through libcsv, whose header is included in csv_read.c and nowhere else. */
#ifndef TABLE_CSV_READ_H
#define TABLE_CSV_READ_H

#include <prognos/table.h>

/*
 * Fills the table's cells, rows and lines from text[0..n), UTF-8, cut at table->dialect.delimiter.
 * `first_line` is the number of the text's first line. The error has line and column, no file.
 */
prg_status csv_read(prg_table *table, const char *text, size_t n, size_t first_line,
                    prg_error *error);

#endif
