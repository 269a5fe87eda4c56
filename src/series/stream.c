#include <prognos/stream.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/cube.h>
#include <prognos/hash.h>
#include <prognos/source.h>

#include "series/extract.h"
#include "series/reading_parts.h"
#include "series/stream_form.h"
#include "table/decimal_part.h"
#include "table/frame_rows.h"
#include "table/table_stream.h"

#define WHOLE_BYTES ((size_t)1 << 20)
#define BLOCK_BYTES ((size_t)256 << 10)

struct prg_series_stream {
  prg_source *source;
  char *name;
  prg_stream_options options;
  prg_buffer bytes;      /* read, but not yet cut into rows: the beginning, then less than a line */
  bool at_end;           /* of the file, or of the last piece */
  size_t piece;          /* being read … */
  uint64_t taken;        /* … bytes of it so far */
  prg_checksum checksum; /* of them; without pieces of all, if a fingerprint is asked for */
  size_t piece_out;      /* that the panel handed out last is from */
  enum { NOT_BEGUN, WHOLE, IN_PARTS, DONE } state;

  prg_reading reading; /* WHOLE: its panel, until it is handed out */

  table_stream table; /* IN_PARTS: what is above the data, and the rows not handed out */
  prg_frame frame;
  size_t searched; /* the rows of data before this one are of the same series */
  frame_layout found;
  char decimal;
  bool decimal_is_open;
  seen_series seen;
  collector c;
  bool any_figure;
};

void prg_stream_options_init(prg_stream_options *options) {
  *options = (prg_stream_options){.whole_bytes = WHOLE_BYTES, .block_bytes = BLOCK_BYTES};
  prg_read_options_init(&options->read);
}

/* --- pieces --- */

static const prg_block *piece_of(const prg_series_stream *s) {
  return s->options.n_piece > 0 ? &s->options.piece[s->piece] : NULL;
}

static bool piece_has_ended(const prg_series_stream *s) {
  const prg_block *piece = piece_of(s);
  return piece != NULL && s->taken == piece->bytes;
}

/* It was whole when the index was made: what is broken now changed since. */
static prg_status check_changed(const prg_series_stream *s, prg_status status, prg_error *error) {
  if (status != PRG_EINPUT || piece_of(s) == NULL)
    return status;
  return prg_fail_at(error, s->name, piece_of(s)->line, 0, PRG_TEXT_INDEX_OTHER_FILE, NULL);
}

/* Bytes of the file as they come; of a piece no more than it has. */
static prg_status read_more(prg_series_stream *s, size_t bytes, prg_error *error) {
  const prg_block *piece = piece_of(s);
  size_t before = s->bytes.length;
  uint64_t left = piece == NULL ? SIZE_MAX : piece->bytes - s->taken;
  prg_status status =
      prg_source_read_some(s->source, bytes < left ? bytes : left, &s->bytes, &s->at_end, error);
  size_t got = s->bytes.length - before;
  if (status == PRG_OK && (piece != NULL || s->options.fingerprint))
    prg_checksum_add(&s->checksum, prg_buffer_string(&s->bytes) + before, got);
  if (status != PRG_OK || piece == NULL)
    return check_changed(s, status, error);
  s->taken += got;
  if (s->at_end && s->taken < piece->bytes)
    return prg_fail_at(error, s->name, 0, 0, PRG_TEXT_INDEX_OTHER_FILE, NULL);
  if (piece_has_ended(s) && prg_checksum_value(&s->checksum) != piece->checksum)
    return prg_fail_at(error, s->name, piece->line, 0, PRG_TEXT_INDEX_OTHER_FILE, NULL);
  s->at_end = piece_has_ended(s) && s->piece + 1 == s->options.n_piece;
  return PRG_OK;
}

/* The next piece, if this one has been read and used. */
static prg_status next_piece(prg_series_stream *s, prg_error *error) {
  if (!piece_has_ended(s) || s->piece + 1 == s->options.n_piece)
    return PRG_OK;
  s->piece++;
  s->taken = 0;
  s->checksum = (prg_checksum){0};
  const prg_block *piece = piece_of(s);
  table_stream_jump(&s->table, piece->line);
  prg_place place = {piece->offset, piece->line, piece->member, piece->skip};
  return check_changed(s, prg_source_jump(s->source, &place, error), error);
}

uint64_t prg_series_stream_fingerprint(const prg_series_stream *stream) {
  return stream->options.fingerprint ? prg_checksum_value(&stream->checksum) : 0;
}

size_t prg_series_stream_piece(const prg_series_stream *stream) {
  return stream->piece_out;
}

prg_status prg_series_stream_open(prg_series_stream **stream, int descriptor, const char *name,
                                  const prg_stream_options *options, prg_error *error) {
  *stream = NULL;
  prg_series_stream *s = calloc(1, sizeof *s);
  if (s == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  s->options = *options;
  s->name = strdup(name);
  prg_status status = s->name == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  if (status == PRG_OK)
    status = prg_source_new(&s->source, descriptor, name, error);
  size_t whole = options->whole_bytes;
  if (status == PRG_OK)
    status = read_more(s, whole == SIZE_MAX ? whole : whole + 1, error);
  if (status == PRG_OK)
    *stream = s;
  else
    prg_series_stream_close(s);
  return status;
}

/* What reading in parts needs; nothing was handed out, or all is over. */
static void clear_parts(prg_series_stream *s) {
  table_stream_clear(&s->table);
  prg_frame_clear(&s->frame);
  layout_clear(&s->found);
  seen_clear(&s->seen);
  collector_clear(&s->c);
}

void prg_series_stream_close(prg_series_stream *stream) {
  if (stream == NULL)
    return;
  clear_parts(stream);
  prg_reading_clear(&stream->reading);
  prg_buffer_free(&stream->bytes);
  prg_source_free(stream->source);
  free(stream->name);
  free(stream);
}

size_t prg_series_stream_position(const prg_series_stream *stream) {
  return prg_source_position(stream->source);
}

const char *prg_series_stream_head(const prg_series_stream *stream, size_t *n) {
  *n = stream->bytes.length;
  return prg_buffer_string(&stream->bytes);
}

prg_status prg_series_stream_bytes(prg_series_stream *stream, prg_buffer *out, prg_error *error) {
  prg_status status = stream->at_end ? PRG_OK : read_more(stream, SIZE_MAX, error);
  if (status != PRG_OK)
    return status;
  if (out->length == 0) {
    prg_buffer_free(out);
    *out = stream->bytes; /* handed over */
    prg_buffer_init(&stream->bytes);
  } else {
    prg_buffer_add_n(out, prg_buffer_string(&stream->bytes), stream->bytes.length);
  }
  stream->state = DONE;
  return out->failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

/* --- whole --- */

static prg_status begin_whole(prg_series_stream *s, prg_error *error) {
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = prg_series_stream_bytes(s, &bytes, error);
  if (status == PRG_OK)
    status = prg_read_bytes(s->name, prg_buffer_string(&bytes), bytes.length, &s->options.read,
                            &s->reading, error);
  s->state = WHOLE;
  prg_buffer_free(&bytes);
  return status;
}

static void next_whole(prg_series_stream *s, prg_panel *panel) {
  *panel = s->reading.panel;
  prg_panel_init(&s->reading.panel);
}

/* --- in parts --- */

static size_t first_row(const prg_series_stream *s) {
  return s->frame.header + 1;
}

/*
 * Where the last series of the table begins: it may go on in the next block, as may footnotes after
 * it. The first row if all are of one series.
 */
static size_t last_series(prg_series_stream *s) {
  const prg_table *table = &s->table.table;
  size_t first = first_row(s), row = table->n_rows, last = SIZE_MAX;
  while (row-- > first && (last == SIZE_MAX || last >= s->searched)) {
    if (!frame_row_is_wide(table, row))
      continue;
    if (last != SIZE_MAX && !extract_same_names(&s->found, table, row, last))
      return last;
    last = row;
  }
  return first;
}

/* Hands over the series of rows [first, end), which are whole. */
static prg_status take_part(prg_series_stream *s, size_t end, prg_panel *panel, prg_error *error) {
  prg_reading part = {0};
  prg_status status = extract(&s->found, &s->frame, s->decimal, &s->options.read, &s->seen, &s->c,
                              &part.left_out, error);
  if (status == PRG_OK)
    status = naming_dimensions(&s->found, &s->frame, &part.panel, error);
  if (status == PRG_OK)
    status = collector_finish(&s->c, &part, error);
  if (status == PRG_OK) {
    reading_summarise(&part, &s->options.read);
    s->any_figure = s->any_figure || reading_has_figure(&part);
    prg_panel_clear(panel); /* a part without series has dimensions all the same */
    *panel = part.panel;
    s->piece_out = s->piece;
    prg_panel_init(&part.panel);
    collector_restart(&s->c);
    table_stream_drop(&s->table, first_row(s), end);
  }
  prg_reading_clear(&part);
  return status;
}

static prg_status frame_part(prg_series_stream *s, size_t end, bool is_last, prg_error *error) {
  prg_status status = frame_take_rows(&s->frame, first_row(s), end, is_last, error);
  if (status == PRG_OK && s->frame.n > 0 && s->decimal_is_open)
    status = decimal_find_part(&s->frame, &s->decimal, &s->decimal_is_open, error);
  return status;
}

/* Cuts what was read, up to its last line feed or the file's end, into rows. */
static prg_status cut_rows(prg_series_stream *s, size_t searched, prg_error *error) {
  const char *text = prg_buffer_string(&s->bytes);
  const char *feed = memrchr(text + searched, '\n', s->bytes.length - searched);
  size_t n = s->at_end ? s->bytes.length : feed == NULL ? 0 : (size_t)(feed - text) + 1;
  prg_status status = n == 0 ? PRG_OK : table_stream_feed(&s->table, text, n, error);
  if (n > 0) {
    memmove(s->bytes.data, text + n, s->bytes.length - n);
    s->bytes.length -= n;
  }
  if (status == PRG_OK && s->at_end)
    status = table_stream_end(&s->table, error);
  return status;
}

static prg_status next_part(prg_series_stream *s, prg_panel *panel, prg_error *error) {
  prg_status status = PRG_OK;
  while (status == PRG_OK && panel->n == 0 && !s->at_end) {
    status = next_piece(s, error);
    size_t before = s->bytes.length;
    if (status == PRG_OK)
      status = read_more(s, s->options.block_bytes, error);
    if (status == PRG_OK)
      status = cut_rows(s, before, error);
    bool whole = s->at_end || piece_has_ended(s); /* no series of it goes on */
    size_t end = whole ? s->table.table.n_rows : last_series(s);
    s->searched = s->table.table.n_rows;
    if (status == PRG_OK && end > first_row(s))
      status = frame_part(s, end, s->at_end, error);
    if (status == PRG_OK && end > first_row(s) && s->frame.n > 0) {
      s->searched = 0;
      status = take_part(s, end, panel, error);
    }
  }
  if (status == PRG_OK && panel->n == 0 && !s->any_figure)
    status = prg_fail_at(error, s->name, s->table.table.line[s->frame.header], 0,
                         PRG_TEXT_NO_FIGURES, NULL);
  return status;
}

/* Dialect, header and layout from the beginning of the file, which is cut into rows. */
static prg_status find_form(prg_series_stream *s, size_t n, prg_error *error) {
  const prg_read_options *options = &s->options.read;
  const char *text = prg_buffer_string(&s->bytes);
  prg_status status = table_stream_begin(&s->table, s->name, text, n, &options->dialect, error);
  if (status == PRG_OK)
    status = frame_find_header(&s->frame, &s->table.table, error);
  s->decimal = s->table.table.dialect.decimal;
  if (status == PRG_OK && s->decimal == '\0' && reading_is_tidy(&s->frame))
    s->decimal = '.';
  s->decimal_is_open = s->decimal == '\0';
  size_t end = s->table.table.n_rows; /* what comes after it may be footnotes */
  while (status == PRG_OK && end > first_row(s) && !frame_row_is_wide(&s->table.table, end - 1))
    end--;
  if (status == PRG_OK)
    status = frame_part(s, end, false, error);
  if (status == PRG_OK)
    status = layout_find(&s->found, &s->frame, s->decimal, options, error);
  return status;
}

static bool may_be_in_parts(const prg_series_stream *s, size_t lines) {
  const char *text = prg_buffer_string(&s->bytes);
  prg_layout layout = s->options.read.layout;
  prg_encoding encoding = s->options.read.dialect.encoding;
  if (encoding == PRG_ENCODING_UNKNOWN)
    encoding = prg_encoding_find(text, s->bytes.length);
  bool wide = encoding == PRG_UTF_16LE || encoding == PRG_UTF_16BE;
  return lines > 0 && !wide && !prg_cube_is(text, s->bytes.length) &&
         layout != PRG_LAYOUT_TRANSPOSED;
}

/* One row of each series in all of the first part: sorted by period, and the series will return. */
static bool is_by_period(const prg_series_stream *s, const prg_panel *panel) {
  if (s->found.kind != PRG_LAYOUT_LONG || panel->n < 2)
    return false;
  for (size_t i = 0; i < panel->n; i++)
    if (panel->series[i].n > 1)
      return false;
  return true;
}

/* Begins with the part of the file that was read. WHOLE stays possible as long as its bytes do. */
static prg_status begin_parts(prg_series_stream *s, prg_panel *panel, prg_error *error) {
  const char *text = prg_buffer_string(&s->bytes);
  const char *feed = memrchr(text, '\n', s->bytes.length);
  size_t n = feed == NULL ? 0 : (size_t)(feed - text) + 1;
  if (!may_be_in_parts(s, n))
    return begin_whole(s, error);
  collector_init(&s->c, &s->table.table);
  prg_error reason;
  prg_status status = find_form(s, n, &reason);
  bool whole = s->found.kind == PRG_LAYOUT_TRANSPOSED || s->found.n_merged > 0;
  if (status == PRG_OK && !whole) {
    size_t end = last_series(s);
    status = frame_part(s, end, false, &reason);
    if (status == PRG_OK && end > first_row(s))
      status = take_part(s, end, panel, &reason);
  }
  bool returns = status != PRG_OK && reason.message.text == PRG_TEXT_SERIES_RETURNS;
  bool other = whole || is_by_period(s, panel);
  if (returns || (status == PRG_OK && other)) {
    prg_panel_clear(panel);
    clear_parts(s);
    return begin_whole(s, error);
  }
  if (status != PRG_OK) {
    if (error != NULL)
      *error = reason;
    return status;
  }
  memmove(s->bytes.data, text + n, s->bytes.length - n);
  s->bytes.length -= n;
  s->state = IN_PARTS;
  return PRG_OK;
}

prg_status prg_series_stream_form(prg_series_stream *stream, stream_form *form, prg_error *error) {
  *form = (stream_form){0};
  prg_panel panel;
  prg_panel_init(&panel);
  prg_status status = stream->at_end ? PRG_OK : begin_parts(stream, &panel, error);
  prg_panel_clear(&panel);
  form->in_parts = stream->state == IN_PARTS;
  if (status != PRG_OK || !form->in_parts)
    return status;
  form->delimiter = stream->table.table.dialect.delimiter;
  form->wide = stream->found.kind == PRG_LAYOUT_WIDE;
  form->n = stream->found.width;
  form->key = calloc(form->n + 1, sizeof *form->key);
  if (form->key == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t c = 0; c < form->n; c++)
    form->key[c] = stream->found.role[c] == ROLE_LABEL;
  return PRG_OK;
}

prg_status prg_series_stream_next(prg_series_stream *stream, prg_panel *panel, prg_error *error) {
  prg_panel_init(panel);
  prg_status status = PRG_OK;
  if (stream->state == NOT_BEGUN)
    status = stream->at_end ? begin_whole(stream, error) : begin_parts(stream, panel, error);
  if (status == PRG_OK && panel->n == 0 && stream->state == WHOLE)
    next_whole(stream, panel);
  else if (status == PRG_OK && panel->n == 0 && stream->state == IN_PARTS)
    status = next_part(stream, panel, error);
  if (status != PRG_OK || panel->n == 0)
    prg_panel_clear(panel);
  if (status != PRG_OK)
    stream->state = DONE;
  return status;
}
