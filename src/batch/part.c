#include <prognos/part.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/hash.h>

#include "batch/part_read.h"

bool prg_shard_parse(const char *text, size_t *shard, size_t *n) {
  char *end;
  if (*text < '1' || *text > '9')
    return false;
  unsigned long k = strtoul(text, &end, 10);
  if (*end != '/' || end[1] < '1' || end[1] > '9')
    return false;
  unsigned long of = strtoul(end + 1, &end, 10);
  *shard = k;
  *n = of;
  return *end == '\0' && k <= of && of <= PRG_SHARDS_MAX;
}

/* The upper bits of a multiplicative hash: every one of them depends on all of the name. */
size_t prg_shard_of(const char *name, size_t n) {
  uint64_t hash = prg_hash(name, strlen(name)) * 0x9e3779b97f4a7c15u;
  return (size_t)((hash >> 32) * n >> 32) + 1;
}

/* --- writing --- */

/* A piece that is as large ends: whoever merges holds one. */
#define PIECE_BYTES ((size_t)256 << 10)

static void add_varint(prg_buffer *out, uint64_t value) {
  for (; value >= 128; value >>= 7)
    prg_buffer_add_char(out, (char)(value | 128));
  prg_buffer_add_char(out, (char)value);
}

void prg_part_writer_head(prg_part_writer *writer, size_t n) {
  writer->head = n;
  writer->body += n;
}

/* Ends the piece that went on. */
static void end_piece(prg_part_writer *writer) {
  if (writer->bytes == 0)
    return;
  uint32_t checksum = part_checksum_of(&writer->checksum);
  add_varint(&writer->entries, writer->key - writer->key_before);
  add_varint(&writer->entries, writer->bytes);
  prg_buffer_add_n(&writer->entries, (const char *)&checksum, sizeof checksum);
  writer->key_before = writer->key;
  writer->bytes = 0;
  writer->checksum = (prg_checksum){0};
  writer->n++;
}

void prg_part_writer_add(prg_part_writer *writer, uint64_t key, const char *bytes, size_t n) {
  if (key != writer->key || writer->bytes >= PIECE_BYTES)
    end_piece(writer);
  prg_checksum_add(&writer->checksum, bytes, n);
  writer->key = key;
  writer->bytes += n;
  writer->body += n;
}

static void add_line(prg_buffer *out, const char *name, const char *value) {
  prg_buffer_printf(out, "%s\t", name);
  for (; *value != '\0'; value++)
    prg_buffer_add_char(out, *value == '\n' ? ' ' : *value);
  prg_buffer_add_char(out, '\n');
}

static void add_number(prg_buffer *out, const char *name, uint64_t value) {
  prg_buffer_printf(out, "%s\t%" PRIu64 "\n", name, value);
}

void prg_part_writer_end(prg_part_writer *writer, const prg_part_about *about, prg_buffer *out) {
  prg_buffer footer = {0};
  end_piece(writer);
  prg_buffer_add(&footer, "\n# prognos part 1\n");
  add_line(&footer, "version", about->version);
  add_line(&footer, "verb", about->verb);
  add_line(&footer, "options", about->options);
  add_line(&footer, "input", about->input);
  add_line(&footer, "own", about->own);
  prg_buffer_printf(&footer, "shard\t%zu/%zu\n", about->shard, about->n);
  add_number(&footer, "series", about->series);
  add_number(&footer, "refused", about->refused);
  add_number(&footer, "head", writer->head);
  add_number(&footer, "body", writer->body);
  add_number(&footer, "pieces", writer->n);
  add_number(&footer, "extra", writer->extra.length);
  add_number(&footer, "extra-checksum",
             part_checksum(prg_buffer_string(&writer->extra), writer->extra.length));
  add_number(&footer, "entries", writer->entries.length);
  add_number(&footer, "checksum",
             part_checksum(prg_buffer_string(&writer->entries), writer->entries.length));
  uint32_t checksum = part_checksum(prg_buffer_string(&footer), footer.length);
  prg_buffer_printf(&footer, PART_LAST_FORMAT, footer.length + PART_LAST_LINE, checksum);
  prg_buffer_add_n(out, prg_buffer_string(&writer->extra), writer->extra.length);
  prg_buffer_add_n(out, prg_buffer_string(&writer->entries), writer->entries.length);
  prg_buffer_add_n(out, prg_buffer_string(&footer), footer.length);
  out->failed = out->failed || footer.failed || writer->extra.failed || writer->entries.failed;
  prg_buffer_free(&footer);
  prg_part_writer_clear(writer);
}

void prg_part_writer_clear(prg_part_writer *writer) {
  prg_buffer_free(&writer->extra);
  prg_buffer_free(&writer->entries);
  *writer = (prg_part_writer){0};
}

/* --- merging --- */

#define FLUSH_BYTES ((size_t)1 << 20)

struct prg_parts {
  part_reader *part; /* shape (n): as they were given; owned */
  size_t n;
  part_reader **share; /* shape (n): the k-th is share k + 1; owned */
  prg_part_about about;
  part_reader **heap; /* shape (n_heap): those with a piece left, the smallest key first; owned */
  size_t n_heap;
  prg_buffer out;
  prg_part_sink *sink;
  void *context;
};

static prg_status fail_differ(const part_reader *a, const part_reader *b, prg_text what,
                              const char *of_a, const char *of_b, prg_error *error) {
  return prg_fail_at(
      error, b->path, 0, 0, PRG_TEXT_PART_DIFFERS,
      PRG_ARGS(prg_text_argument(what), prg_string(of_b), prg_string(a->path), prg_string(of_a)));
}

/* That the part belongs to the same whole as the first. */
static prg_status check_same(const part_reader *a, const part_reader *b, prg_error *error) {
  const prg_part_about *x = &a->about, *y = &b->about;
  const struct {
    prg_text what;
    const char *a, *b;
  } field[] = {{PRG_TEXT_PART_VERSION, x->version, y->version},
               {PRG_TEXT_PART_VERB, x->verb, y->verb},
               {PRG_TEXT_PART_OPTIONS, x->options, y->options},
               {PRG_TEXT_PART_INPUT, x->input, y->input}};
  for (size_t i = 0; i < sizeof field / sizeof field[0]; i++)
    if (strcmp(field[i].a, field[i].b) != 0)
      return fail_differ(a, b, field[i].what, field[i].a, field[i].b, error);
  if (x->n != y->n)
    return prg_fail_at(
        error, b->path, 0, 0, PRG_TEXT_PART_OTHER_NUMBER,
        PRG_ARGS(prg_integer((long long)y->n), prg_string(a->path), prg_integer((long long)x->n)));
  return PRG_OK;
}

/* That each share is there once. */
static prg_status find_shares(prg_parts *m, prg_error *error) {
  const size_t n = m->part[0].about.n;
  m->share = calloc(n, sizeof *m->share);
  m->heap = calloc(n, sizeof *m->heap);
  prg_status status =
      m->share == NULL || m->heap == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  for (size_t i = 0; status == PRG_OK && i < m->n; i++) {
    part_reader *part = &m->part[i];
    const size_t k = part->about.shard;
    status = check_same(&m->part[0], part, error);
    if (status == PRG_OK && m->share[k - 1] != NULL)
      status = prg_fail_at(error, part->path, 0, 0, PRG_TEXT_PART_TWICE,
                           PRG_ARGS(prg_integer((long long)k), prg_string(m->share[k - 1]->path)));
    if (status == PRG_OK)
      m->share[k - 1] = part;
  }
  for (size_t k = 0; status == PRG_OK && k < n; k++)
    if (m->share[k] == NULL)
      status = prg_fail(error, PRG_TEXT_PART_MISSING,
                        PRG_ARGS(prg_integer((long long)k + 1), prg_integer((long long)n)));
  return status;
}

/* The heap's entry at `i` may be larger than those below it. */
static void sift_down(prg_parts *m, size_t i) {
  for (size_t child; (child = 2 * i + 1) < m->n_heap; i = child) {
    if (child + 1 < m->n_heap && m->heap[child + 1]->key < m->heap[child]->key)
      child++;
    if (m->heap[i]->key <= m->heap[child]->key)
      return;
    part_reader *swap = m->heap[i];
    m->heap[i] = m->heap[child];
    m->heap[child] = swap;
  }
}

static prg_status flush(prg_parts *m, prg_error *error) {
  prg_status status = m->sink(m->context, prg_buffer_string(&m->out), m->out.length, error);
  prg_buffer_clear(&m->out);
  return status;
}

/* The heading of every part that has pieces is the same; the whole gets it once. */
static prg_status begin_part(prg_parts *m, part_reader *part, prg_buffer *heading,
                             prg_error *error) {
  bool more = false;
  prg_buffer own = {0};
  prg_status status = part_begin(part, error);
  if (status == PRG_OK)
    status = part_read(part, (size_t)part->head, &own, error);
  if (status == PRG_OK)
    status = part_next(part, &more, error);
  if (status == PRG_OK && own.length > 0 && heading->length > 0 &&
      strcmp(prg_buffer_string(&own), prg_buffer_string(heading)) != 0)
    status = part_fail(part, error);
  if (status == PRG_OK && heading->length == 0)
    prg_buffer_add_n(heading, prg_buffer_string(&own), own.length);
  if (status == PRG_OK && more)
    m->heap[m->n_heap++] = part;
  prg_buffer_free(&own);
  return status;
}

static prg_status begin_all(prg_parts *m, prg_error *error) {
  prg_status status = PRG_OK;
  prg_buffer heading = {0};
  for (size_t i = 0; status == PRG_OK && i < m->n; i++)
    status = begin_part(m, &m->part[i], &heading, error);
  prg_buffer_add_n(&m->out, prg_buffer_string(&heading), heading.length);
  prg_buffer_free(&heading);
  for (size_t i = m->n_heap / 2; i-- > 0;)
    sift_down(m, i);
  return status;
}

/* Moves the piece that comes next. */
static prg_status take_piece(prg_parts *m, prg_error *error) {
  part_reader *part = m->heap[0];
  bool more;
  prg_status status = part_piece(part, &m->out, &more, error);
  if (status != PRG_OK)
    return status;
  if (!more)
    m->heap[0] = m->heap[--m->n_heap];
  sift_down(m, 0);
  return m->out.length >= FLUSH_BYTES ? flush(m, error) : PRG_OK;
}

/* What the parts have in common, and their sums. */
static void sum_up(prg_parts *m) {
  m->about = m->part[0].about;
  m->about.shard = 0;
  m->about.series = m->about.refused = 0;
  for (size_t i = 0; i < m->n; i++) {
    m->about.series += m->part[i].about.series;
    m->about.refused += m->part[i].about.refused;
  }
}

prg_status prg_parts_open(const char *const *path, size_t n, prg_parts **parts, prg_error *error) {
  prg_parts *m = calloc(1, sizeof *m);
  *parts = NULL;
  if (m == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  m->part = calloc(n, sizeof *m->part);
  prg_status status = m->part == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  while (status == PRG_OK && m->n < n) {
    m->n++;
    status = part_open(&m->part[m->n - 1], path[m->n - 1], error);
  }
  if (status == PRG_OK)
    status = find_shares(m, error);
  if (status != PRG_OK) {
    prg_parts_close(m);
    return status;
  }
  sum_up(m);
  *parts = m;
  return PRG_OK;
}

void prg_parts_close(prg_parts *m) {
  if (m == NULL)
    return;
  for (size_t i = 0; i < m->n; i++)
    part_close(&m->part[i]);
  prg_buffer_free(&m->out);
  free(m->part);
  free(m->share);
  free(m->heap);
  free(m);
}

const prg_part_about *prg_parts_about(const prg_parts *m) {
  return &m->about;
}

prg_status prg_parts_extra(prg_parts *m, size_t k, prg_buffer *out, prg_error *error) {
  return part_extra(m->share[k - 1], out, error);
}

const char *prg_parts_path(const prg_parts *m, size_t k) {
  return m->share[k - 1]->path;
}

prg_status prg_parts_merge(prg_parts *m, prg_part_sink *sink, void *context, prg_error *error) {
  m->sink = sink;
  m->context = context;
  prg_status status = begin_all(m, error);
  while (status == PRG_OK && m->n_heap > 0)
    status = take_piece(m, error);
  return status == PRG_OK ? flush(m, error) : status;
}

/* That everything in the part is what was written. */
static prg_status check_all(part_reader *part, prg_error *error) {
  prg_buffer bytes = {0};
  bool more = false;
  prg_status status = part_extra(part, &bytes, error);
  if (status == PRG_OK)
    status = part_begin(part, error);
  if (status == PRG_OK)
    status = part_read(part, (size_t)part->head, &bytes, error);
  if (status == PRG_OK)
    status = part_next(part, &more, error);
  while (status == PRG_OK && more) {
    prg_buffer_clear(&bytes);
    status = part_piece(part, &bytes, &more, error);
  }
  prg_buffer_free(&bytes);
  return status;
}

bool prg_part_is_done(const char *path, const prg_part_about *about) {
  part_reader part;
  prg_error error;
  bool done = part_open(&part, path, &error) == PRG_OK;
  const prg_part_about *made = &part.about;
  done = done && made->shard == about->shard && made->n == about->n &&
         strcmp(made->version, about->version) == 0 && strcmp(made->verb, about->verb) == 0 &&
         strcmp(made->options, about->options) == 0 && strcmp(made->input, about->input) == 0 &&
         strcmp(made->own, about->own) == 0 && check_all(&part, &error) == PRG_OK;
  part_close(&part);
  return done;
}
