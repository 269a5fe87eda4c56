/*
 * A table that is filled piece by piece and emptied as its rows are used, so that a file need not
 * be held whole. prg_table_read is one piece.
 */
#ifndef TABLE_TABLE_STREAM_H
#define TABLE_TABLE_STREAM_H

#include "table/csv_read.h"

typedef struct table_stream {
  prg_table table; /* its rows are those that were fed and not dropped */
  csv_reader *reader;
  bool encoding_is_open; /* it was to be found, and every byte so far is ASCII */
} table_stream;

/*
 * Finds the dialect in bytes[0..n), the beginning of the file, and reads them: whole lines, or the
 * whole file. Not for UTF-16 unless they are the whole file. Errors as prg_table_read's.
 * table_stream_clear it after use, whatever was returned.
 */
prg_status table_stream_begin(table_stream *stream, const char *file, const char *bytes, size_t n,
                              const prg_dialect *wanted, prg_error *error);
/* Reads the lines that follow; the last line of all may lack its feed. */
prg_status table_stream_feed(table_stream *stream, const char *bytes, size_t n, prg_error *error);
/* What is fed next begins on that line of the file: a piece was passed over. Only between rows. */
void table_stream_jump(table_stream *stream, size_t line);
/* The file has ended. */
prg_status table_stream_end(table_stream *stream, prg_error *error);
/* Takes rows [first, end) out of the table. */
void table_stream_drop(table_stream *stream, size_t first, size_t end);
void table_stream_clear(table_stream *stream);

#endif
