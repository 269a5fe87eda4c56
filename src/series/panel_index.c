#include <prognos/panel_index.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/hash.h>
#include <prognos/source.h>
#include <prognos/stream.h>

#include "series/stream_form.h"
#include "table/row_scan.h"

/* The first block reaches beyond the bytes in which a stream finds the form of the file. */
#define FIRST_BYTES (((size_t)1 << 20) + 1)
/* Read at a time. Of the members that begin in it one is noted, so that little is passed over. */
#define READ_BYTES ((size_t)64 << 10)

void prg_panel_index_clear(prg_panel_index *index) {
  free(index->block);
  *index = (prg_panel_index){0};
}

static prg_status add_block(prg_panel_index *index, prg_block block, prg_error *error) {
  if (index->n == index->capacity) {
    size_t capacity = index->capacity == 0 ? 64 : 2 * index->capacity;
    prg_block *larger = realloc(index->block, capacity * sizeof *larger);
    if (larger == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    index->block = larger;
    index->capacity = capacity;
  }
  index->block[index->n++] = block;
  return PRG_OK;
}

/* --- cutting --- */

/* What is being cut: bytes[0..length) begin with the block that comes next. */
typedef struct cutter {
  prg_source *source;
  prg_buffer bytes;
  bool at_end; /* of the file: all that is left of it is in `bytes` */
  const stream_form *form;
  size_t row;      /* in `bytes`: the row that was looked at last … */
  prg_block block; /* the next one: offset and line */
  /* Where members begin: the one to unpack it from, and those met behind. Owned. */
  prg_place *member;
  size_t n_member, capacity;
} cutter;

static prg_status note_member(cutter *c, prg_place member, prg_error *error) {
  if (c->n_member > 0 && c->member[c->n_member - 1].member == member.member)
    return PRG_OK;
  if (c->n_member == c->capacity) {
    size_t capacity = c->capacity == 0 ? 16 : 2 * c->capacity;
    prg_place *larger = realloc(c->member, capacity * sizeof *larger);
    if (larger == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    c->member = larger;
    c->capacity = capacity;
  }
  c->member[c->n_member++] = member;
  return PRG_OK;
}

/* The last one that begins before the block does, or with it. */
static void place_block(cutter *c) {
  size_t at = 0;
  while (at + 1 < c->n_member && c->member[at + 1].offset <= c->block.offset)
    at++;
  c->n_member -= at;
  memmove(c->member, c->member + at, c->n_member * sizeof *c->member);
  c->block.member = c->member[0].member;
  c->block.skip = c->block.offset - c->member[0].offset;
}

static prg_status read_more(cutter *c, prg_error *error) {
  prg_status status = prg_source_read_some(c->source, READ_BYTES, &c->bytes, &c->at_end, error);
  return status == PRG_OK ? note_member(c, prg_source_member(c->source), error) : status;
}

/* The first row at or behind `from`; 0 if there is none yet. Without quotation marks every line is
 * a row of its own. */
static size_t row_behind(const cutter *c, size_t from) {
  const char *text = prg_buffer_string(&c->bytes);
  size_t n = c->bytes.length, row = c->row;
  if (memchr(text + row, '"', n - row) == NULL) {
    const char *feed = from > row ? memchr(text + from - 1, '\n', n - from + 1) : NULL;
    return from <= row ? row : feed == NULL ? 0 : (size_t)(feed - text) + 1;
  }
  while (row < from && (row = row_scan_end(text, n, row, c->form->delimiter)) > 0)
    ;
  return row;
}

/*
 * Where the block of at least `least` bytes ends: at the first row behind them that is about
 * another series than the row before it. 0 if that is not in `bytes`; c->row is where to go on
 * looking.
 */
static size_t find_cut(cutter *c, size_t least) {
  const char *text = prg_buffer_string(&c->bytes);
  size_t n = c->bytes.length;
  char delimiter = c->form->delimiter;
  row_key key = {delimiter, c->form->key, c->form->n};
  size_t row = row_behind(c, least < n ? least : n), next;
  for (; row > 0 && (next = row_scan_end(text, n, row, delimiter)) > 0; row = next) {
    c->row = row;
    size_t end = row_scan_end(text, n, next, delimiter);
    if (end == 0)
      return 0;
    if (row_scan_is_wide(text + row, next - row, delimiter) &&
        row_scan_is_wide(text + next, end - next, delimiter) &&
        (c->form->wide || !row_scan_same(&key, text + row, next - row, text + next, end - next)))
      return next;
  }
  return 0;
}

/* bytes[0..n) are a block; what is behind them begins the next. */
static prg_status cut(cutter *c, size_t n, prg_panel_index *index, prg_error *error) {
  prg_checksum checksum = {0};
  prg_checksum_add(&checksum, prg_buffer_string(&c->bytes), n);
  c->block.bytes = n;
  c->block.checksum = prg_checksum_value(&checksum);
  place_block(c);
  prg_status status = add_block(index, c->block, error);
  c->block.offset += n;
  c->block.line += row_scan_lines(prg_buffer_string(&c->bytes), n);
  memmove(c->bytes.data, c->bytes.data + n, c->bytes.length - n);
  c->bytes.length -= n;
  c->row = 0;
  return status;
}

static prg_status cut_all(cutter *c, size_t block_bytes, prg_panel_index *index, prg_error *error) {
  prg_status status = note_member(c, (prg_place){0}, error);
  while (status == PRG_OK && !(c->at_end && c->bytes.length == 0)) {
    size_t least = index->n == 0 && block_bytes < FIRST_BYTES ? FIRST_BYTES : block_bytes;
    size_t n = c->bytes.length > least ? find_cut(c, least) : 0;
    if (n == 0 && c->at_end)
      n = c->bytes.length;
    if (n > 0)
      status = cut(c, n, index, error);
    else
      status = read_more(c, error);
  }
  return status;
}

/* --- the whole --- */

static prg_status find_form(int descriptor, const char *path, const prg_read_options *options,
                            stream_form *form, prg_error *error) {
  prg_stream_options wanted;
  prg_stream_options_init(&wanted);
  wanted.read = *options;
  prg_series_stream *stream;
  prg_status status = prg_series_stream_open(&stream, descriptor, path, &wanted, error);
  if (status == PRG_OK) {
    size_t n;
    const char *head = prg_series_stream_head(stream, &n);
    bool feeds = memchr(head, '\n', n) != NULL;
    status = prg_series_stream_form(stream, form, error);
    if (status == PRG_OK && (!form->in_parts || !feeds))
      status = prg_fail_at(error, path, 0, 0, PRG_TEXT_INDEX_NOT_CUT, NULL);
  }
  prg_series_stream_close(stream);
  return status;
}

/* Whoever reads a block of it would have to unpack all that is before. */
static bool is_one_member(const prg_panel_index *index) {
  return index->n > 1 && index->block[index->n - 1].member == 0;
}

static prg_status make(int descriptor, const char *path, const prg_read_options *options,
                       size_t block_bytes, prg_panel_index *index, prg_error *error) {
  stream_form form = {0};
  cutter c = {.form = &form, .block = {.line = 1}};
  prg_status status = find_form(descriptor, path, options, &form, error);
  if (status == PRG_OK)
    status = prg_source_new(&c.source, descriptor, path, error);
  if (status == PRG_OK)
    status = prg_source_jump(c.source, &(prg_place){.line = 1}, error);
  if (status == PRG_OK)
    status = cut_all(&c, block_bytes, index, error);
  if (status == PRG_OK && prg_source_is_unpacking(c.source) && is_one_member(index))
    status = prg_fail_at(error, path, 0, 0, PRG_TEXT_INDEX_ONE_MEMBER, NULL);
  prg_source_free(c.source);
  prg_buffer_free(&c.bytes);
  free(c.member);
  free(form.key);
  return status;
}

prg_status prg_panel_index_make(const char *path, const prg_read_options *options,
                                size_t block_bytes, prg_panel_index *index, prg_error *error) {
  *index = (prg_panel_index){0};
  int descriptor;
  prg_status status = prg_source_open(path, &descriptor, error);
  if (status != PRG_OK)
    return status;
  status = make(descriptor, path, options, block_bytes, index, error);
  prg_source_close(descriptor);
  return status;
}

uint64_t prg_panel_index_bytes(const prg_panel_index *index) {
  return index->n == 0 ? 0 : index->block[index->n - 1].offset + index->block[index->n - 1].bytes;
}

uint64_t prg_panel_index_checksum(const prg_panel_index *index) {
  prg_checksum all = {0};
  for (size_t i = 0; i < index->n; i++)
    prg_checksum_add(&all, (const char *)&index->block[i], offsetof(prg_block, member));
  return prg_checksum_value(&all);
}

/* --- as text --- */

static const char magic[] = "# prognos index 1\n";
static const char heading[] = "offset,bytes,line,checksum,member,skip\n";

void prg_panel_index_write(const prg_panel_index *index, prg_buffer *out) {
  prg_buffer_add(out, magic);
  prg_buffer_printf(out, "# bytes %" PRIu64 "\n%s", prg_panel_index_bytes(index), heading);
  for (size_t i = 0; i < index->n; i++) {
    const prg_block *block = &index->block[i];
    prg_buffer_printf(
        out, "%" PRIu64 ",%" PRIu64 ",%" PRIu64 ",%016" PRIx64 ",%" PRIu64 ",%" PRIu64 "\n",
        block->offset, block->bytes, block->line, block->checksum, block->member, block->skip);
  }
}

/* Digits of that base up to `end`, which is stepped over; false if it is something else. */
static bool take_number(const char **at, int base, char end, uint64_t *value) {
  char *stop;
  if (**at < '0' || (**at > '9' && (base == 10 || **at < 'a' || **at > 'f')))
    return false;
  *value = strtoull(*at, &stop, base);
  if (*stop != end)
    return false;
  *at = stop + 1;
  return true;
}

static bool take_text(const char **at, const char *text) {
  size_t n = strlen(text);
  if (strncmp(*at, text, n) != 0)
    return false;
  *at += n;
  return true;
}

/* Members begin one behind another; one that the block before is in, too, begins where it did. */
static bool follows(const prg_block *block, const prg_block *before) {
  uint64_t start = block->offset - block->skip, start_before = before->offset - before->skip;
  return block->line > before->line &&
         (block->member == before->member
              ? start == start_before
              : block->member > before->member && start >= start_before);
}

static bool take_block(const char **at, const prg_panel_index *index, prg_block *block) {
  return take_number(at, 10, ',', &block->offset) && take_number(at, 10, ',', &block->bytes) &&
         take_number(at, 10, ',', &block->line) && take_number(at, 16, ',', &block->checksum) &&
         take_number(at, 10, ',', &block->member) && take_number(at, 10, '\n', &block->skip) &&
         block->offset == prg_panel_index_bytes(index) && block->bytes > 0 &&
         block->bytes <= SIZE_MAX / 4 && block->line > 0 && block->offset <= INT64_MAX / 2 &&
         block->member <= INT64_MAX / 2 && block->skip <= block->offset &&
         (index->n == 0 ? block->line == 1 && block->member == 0
                        : follows(block, &index->block[index->n - 1]));
}

static prg_status read_blocks(const char *name, const char *at, prg_panel_index *index,
                              prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t line = 4; status == PRG_OK && *at != '\0'; line++) {
    prg_block block;
    if (take_block(&at, index, &block))
      status = add_block(index, block, error);
    else
      status = prg_fail_at(error, name, line, 0, PRG_TEXT_INDEX_BROKEN,
                           PRG_ARGS(prg_text_argument(PRG_TEXT_INDEX_ROW)));
  }
  return status;
}

prg_status prg_panel_index_read(const char *name, const char *bytes, size_t n,
                                prg_panel_index *index, prg_error *error) {
  *index = (prg_panel_index){0};
  prg_buffer text = {0};
  prg_buffer_add_n(&text, bytes, n); /* ends with a zero */
  const char *at = prg_buffer_string(&text);
  uint64_t size = 0;
  prg_status status = text.failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  if (status == PRG_OK && !(take_text(&at, magic) && take_text(&at, "# bytes ") &&
                            take_number(&at, 10, '\n', &size) && take_text(&at, heading)))
    status = prg_fail_at(error, name, 0, 0, PRG_TEXT_INDEX_NO_INDEX, NULL);
  if (status == PRG_OK)
    status = read_blocks(name, at, index, error);
  uint64_t there = prg_panel_index_bytes(index);
  if (status == PRG_OK && (there != size || size == 0))
    status = prg_fail_at(error, name, 0, 0, PRG_TEXT_INDEX_TORN,
                         PRG_ARGS(prg_integer((long long)there), prg_integer((long long)size)));
  prg_buffer_free(&text);
  return status;
}
