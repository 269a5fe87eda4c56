/* CSV through libcsv, whose header is included in csv_read.c and nowhere else. */
#ifndef TABLE_CSV_READ_H
#define TABLE_CSV_READ_H

#include <prognos/table.h>

typedef struct csv_reader csv_reader;

/*
 * A reader that appends rows to the table, cut at table->dialect.delimiter. `first_line` is the
 * number of the text's first line, `size` about how many bytes will be fed at a time. NULL and
 * PRG_ENOMEM in *error if memory is exhausted. csv_reader_free it after use; the table stays.
 */
csv_reader *csv_reader_new(prg_table *table, size_t first_line, size_t size, prg_error *error);
void csv_reader_free(csv_reader *reader);

/*
 * Reads text[0..n), UTF-8: whole lines with their line feeds; the last line of all may lack it. A
 * row whose quoted cell goes on over the line's end is there when its last line is. The error has
 * line and column, no file.
 */
prg_status csv_reader_feed(csv_reader *reader, const char *text, size_t n, prg_error *error);

/* The number of the next line to be fed. */
size_t csv_reader_line(const csv_reader *reader);

/* What is fed next begins on that line: the lines before it were passed over. */
void csv_reader_jump(csv_reader *reader, size_t line);

/* The text has ended: the last row is there. PRG_EINPUT if a quoted cell is open. */
prg_status csv_reader_end(csv_reader *reader, prg_error *error);

/* Takes rows [first, end) out of the table; those after them move up and keep their lines. */
void csv_reader_drop(csv_reader *reader, size_t first, size_t end);

#endif
