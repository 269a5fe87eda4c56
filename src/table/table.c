#include <prognos/table.h>

#include <stdlib.h>
#include <string.h>

#include <prognos/delimiter.h>

#include "table/fold.h"
#include "table/table_stream.h"

/* Files of other kinds that are handed in by mistake: said outright, not as a broken CSV. */
static const struct {
  const char *magic, *format;
} other_formats[] = {
    {"PK\x03\x04", "Excel (.xlsx)"},
    {"\xD0\xCF\x11\xE0", "Excel (.xls)"},
    {"%PDF", "PDF"},
    {"\x1F\x8B", "gzip.gz"},
    {"<", "HTML/XML"},
};

static prg_status refuse_other_format(const char *bytes, size_t n, prg_error *error) {
  if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
    bytes += 3;
    n -= 3;
  }
  for (size_t i = 0; i < sizeof other_formats / sizeof *other_formats; i++) {
    size_t length = strlen(other_formats[i].magic);
    if (n >= length && memcmp(bytes, other_formats[i].magic, length) == 0)
      return prg_fail(error, PRG_TEXT_FILE_OTHER_FORMAT,
                      PRG_ARGS(prg_string(other_formats[i].format)));
  }
  return PRG_OK;
}

static prg_status find_delimiter(prg_table *table, const prg_decoded *text, size_t *skip,
                                 prg_error *error) {
  char said = '\0';
  *skip = prg_delimiter_line(text->text, text->n, &said);
  if (table->dialect.delimiter == '\0')
    table->dialect.delimiter = said;
  if (table->dialect.delimiter == '\0')
    table->dialect.delimiter = prg_delimiter_find(text->text, text->n);
  if (table->dialect.delimiter == '\0')
    return prg_fail_at(error, NULL, 1, 0, PRG_TEXT_ONE_COLUMN, NULL);
  return PRG_OK;
}

static bool is_ascii(const char *bytes, size_t n) {
  unsigned char all = 0;
  for (size_t i = 0; i < n; i++)
    all |= (unsigned char)bytes[i];
  return all < 0x80;
}

/* Once a character beyond ASCII was met, the encoding is known and stays. */
static void settle_encoding(table_stream *stream, const char *bytes, const prg_decoded *text,
                            size_t n) {
  stream->table.dialect.encoding = text->encoding;
  stream->encoding_is_open = stream->encoding_is_open && is_ascii(bytes, n);
}

static prg_status begin_text(table_stream *stream, const prg_decoded *text, prg_error *error) {
  size_t skip = 0, left = text->n;
  const char *first = text->text;
  trim_blanks(&first, &left);
  if (left == 0)
    return prg_fail(error, PRG_TEXT_FILE_EMPTY, NULL);
  prg_status status = find_delimiter(&stream->table, text, &skip, error);
  if (status != PRG_OK)
    return status;
  stream->reader = csv_reader_new(&stream->table, skip > 0 ? 2 : 1, text->n, error);
  if (stream->reader == NULL)
    return PRG_ENOMEM;
  return csv_reader_feed(stream->reader, text->text + skip, text->n - skip, error);
}

static prg_status begin(table_stream *stream, const char *bytes, size_t n, prg_error *error) {
  prg_status status = refuse_other_format(bytes, n, error);
  if (status != PRG_OK)
    return status;
  prg_decoded text;
  stream->encoding_is_open = stream->table.dialect.encoding == PRG_ENCODING_UNKNOWN;
  status = prg_decode(bytes, n, stream->table.dialect.encoding, &text, error);
  if (status != PRG_OK)
    return status;
  settle_encoding(stream, bytes, &text, n);
  status = begin_text(stream, &text, error);
  prg_decoded_clear(&text);
  return status;
}

static prg_status feed(table_stream *stream, const char *bytes, size_t n, prg_error *error) {
  prg_decoded text;
  prg_encoding known = stream->table.dialect.encoding;
  prg_status status =
      prg_decode(bytes, n, stream->encoding_is_open ? PRG_ENCODING_UNKNOWN : known, &text, error);
  if (status != PRG_OK) {
    if (error != NULL && error->line > 0)
      error->line += csv_reader_line(stream->reader) - 1;
    return status;
  }
  settle_encoding(stream, bytes, &text, n);
  status = csv_reader_feed(stream->reader, text.text, text.n, error);
  prg_decoded_clear(&text);
  return status;
}

/* Adds the file's name to an error. */
static prg_status named(const table_stream *stream, prg_status status, prg_error *error) {
  if (status != PRG_OK && error != NULL) {
    prg_error placed = *error;
    prg_fail_at(error, stream->table.file, placed.line, placed.column, placed.message.text,
                placed.message.argument);
  }
  return status;
}

prg_status table_stream_begin(table_stream *stream, const char *file, const char *bytes, size_t n,
                              const prg_dialect *wanted, prg_error *error) {
  *stream = (table_stream){0};
  if (wanted != NULL)
    stream->table.dialect = *wanted;
  stream->table.file = strdup(file);
  if (stream->table.file == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return named(stream, begin(stream, bytes, n, error), error);
}

prg_status table_stream_feed(table_stream *stream, const char *bytes, size_t n, prg_error *error) {
  return named(stream, feed(stream, bytes, n, error), error);
}

void table_stream_jump(table_stream *stream, size_t line) {
  csv_reader_jump(stream->reader, line);
}

prg_status table_stream_end(table_stream *stream, prg_error *error) {
  return named(stream, csv_reader_end(stream->reader, error), error);
}

void table_stream_drop(table_stream *stream, size_t first, size_t end) {
  csv_reader_drop(stream->reader, first, end);
}

void table_stream_clear(table_stream *stream) {
  csv_reader_free(stream->reader);
  stream->reader = NULL;
  prg_table_clear(&stream->table);
}

prg_status prg_table_read(prg_table *table, const char *file, const char *bytes, size_t n,
                          const prg_dialect *wanted, prg_error *error) {
  table_stream stream;
  prg_status status = table_stream_begin(&stream, file, bytes, n, wanted, error);
  if (status == PRG_OK)
    status = table_stream_end(&stream, error);
  *table = stream.table; /* handed over */
  stream.table = (prg_table){0};
  table_stream_clear(&stream);
  return status;
}

void prg_table_clear(prg_table *table) {
  if (table == NULL)
    return;
  free(table->file);
  free(table->arena);
  free(table->cell);
  free(table->row);
  free(table->line);
  free(table->last_line);
  *table = (prg_table){0};
}

size_t prg_table_width(const prg_table *table, size_t row) {
  return table->row[row + 1] - table->row[row];
}

const char *prg_table_cell(const prg_table *table, size_t row, size_t column) {
  if (column >= prg_table_width(table, row))
    return "";
  return table->arena + table->cell[table->row[row] + column];
}

size_t prg_table_length(const prg_table *table, size_t row, size_t column) {
  if (column >= prg_table_width(table, row))
    return 0;
  const size_t *cell = table->cell + table->row[row] + column;
  return cell[1] - cell[0] - 1;
}

size_t prg_table_line(const prg_table *table, size_t row, size_t column) {
  size_t line = table->line[row];
  if (line == table->last_line[row])
    return line;
  for (size_t c = 0; c < column && c < prg_table_width(table, row); c++)
    for (const char *p = prg_table_cell(table, row, c); (p = strchr(p, '\n')) != NULL; p++)
      line++;
  return line;
}

prg_status prg_table_fail(const prg_table *table, size_t row, size_t column, prg_text text,
                          const prg_argument *arguments, prg_error *error) {
  return prg_fail_at(error, table->file, prg_table_line(table, row, column), column + 1, text,
                     arguments);
}
