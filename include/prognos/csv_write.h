/* Delimited text out: for programs (comma, point, LF), or for Excel on Swedish Windows. */
#ifndef PROGNOS_CSV_WRITE_H
#define PROGNOS_CSV_WRITE_H

#include <prognos/buffer.h>

PRG_BEGIN_C

typedef enum prg_csv_style {
  PRG_CSV_PLAIN, /* UTF-8, ',' '.', LF */
  PRG_CSV_EXCEL  /* UTF-8 with byte order mark, ';' ',', CR LF; a text that a spreadsheet would take
                    for a formula (= + - @ tab CR first) gets an apostrophe before it, which
                    prg_table_read takes away again */
} prg_csv_style;

/* A plain value; the buffer is borrowed, and tells in the end whether memory was enough. */
typedef struct prg_csv_writer {
  prg_buffer *out;
  prg_csv_style style;
  bool in_row; /* a cell has been written in this row */
} prg_csv_writer;

/* Begins a text: the writer is to be used from here on. */
void prg_csv_begin(prg_csv_writer *writer, prg_buffer *out, prg_csv_style style);

/* The next cell of the row. Text is quoted where it must be. NaN is an empty cell. */
void prg_csv_text(prg_csv_writer *writer, const char *text);
void prg_csv_number(prg_csv_writer *writer, double value);
/* As above with at most `digits` significant digits. */
void prg_csv_significant(prg_csv_writer *writer, double value, int digits);

void prg_csv_end_row(prg_csv_writer *writer);

PRG_END_C

#endif
