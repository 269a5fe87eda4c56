#include <prognos/source.h>

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <prognos/watch.h>

#include "table/gzip.h"

/* strerror would speak the process's locale. */
static prg_status fail_errno(const char *name, int number, prg_text other, prg_error *error) {
  if (number == ENOENT || number == ENOTDIR)
    return prg_fail_at(error, name, 0, 0, PRG_TEXT_SOURCE_MISSING, NULL);
  if (number == EISDIR)
    return prg_fail_at(error, name, 0, 0, PRG_TEXT_SOURCE_IS_DIRECTORY, NULL);
  if (number == EACCES)
    return prg_fail_at(error, name, 0, 0, PRG_TEXT_SOURCE_NO_PERMISSION, NULL);
  const char *why = strerrordesc_np(number);
  return prg_fail_at(error, name, 0, 0, other, PRG_ARGS(prg_string(why == NULL ? "?" : why)));
}

/* --- piece by piece --- */

#define BLOCK_BYTES ((size_t)1 << 16)

struct prg_source {
  int descriptor;
  char *name;
  size_t position; /* bytes taken from the descriptor */
  bool begun;      /* whether it is packed is known */
  bool has_ended;  /* the descriptor */
  gzip *packed;    /* NULL: not packed */
  size_t first, n; /* block[first..n) is packed and waits */
  size_t lines;    /* that have ended */
  size_t length;   /* of the line that has not; bytes */
  char block[BLOCK_BYTES];
};

prg_status prg_source_new(prg_source **source, int descriptor, const char *name, prg_error *error) {
  prg_source *s = malloc(sizeof *s);
  *source = NULL;
  if (s == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  *s = (prg_source){.descriptor = descriptor, .name = strdup(name)};
  if (s->name == NULL) {
    free(s);
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  *source = s;
  return PRG_OK;
}

void prg_source_free(prg_source *source) {
  if (source == NULL)
    return;
  gzip_free(source->packed);
  free(source->name);
  free(source);
}

size_t prg_source_position(const prg_source *source) {
  return source->position;
}

bool prg_source_is_unpacking(const prg_source *source) {
  return source->packed != NULL;
}

prg_place prg_source_member(const prg_source *source) {
  prg_place place = {0};
  if (source->packed != NULL)
    gzip_member(source->packed, &place.member, &place.offset);
  return place;
}

/* Adds the file's name to an error. */
static prg_status named(const char *name, prg_status status, prg_error *error) {
  if (status != PRG_OK && error != NULL) {
    prg_error placed = *error;
    prg_fail_at(error, name, 0, 0, placed.message.text, placed.message.argument);
  }
  return status;
}

/* Reads more of the descriptor behind block[0..n), at most `bytes`. */
static prg_status fill_block(prg_source *s, size_t bytes, prg_error *error) {
  size_t room = BLOCK_BYTES - s->n;
  ssize_t got;
  do
    got = read(s->descriptor, s->block + s->n, bytes < room ? bytes : room);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    return fail_errno(s->name, errno, PRG_TEXT_CANNOT_READ, error);
  s->has_ended = got == 0;
  s->n += (size_t)got;
  s->position += (size_t)got;
  return PRG_OK;
}

/* The first bytes tell whether the file is packed; `bytes` are wanted. */
static prg_status begin(prg_source *s, size_t bytes, prg_error *error) {
  prg_status status = PRG_OK;
  while (status == PRG_OK && s->n < 3 && !s->has_ended)
    status = fill_block(s, s->n == 0 && bytes > 3 ? bytes : 3 - s->n, error);
  if (status != PRG_OK)
    return status;
  s->begun = true;
  if (!gzip_is(s->block, s->n))
    return PRG_OK;
  s->packed = gzip_new();
  return s->packed == NULL ? prg_fail_at(error, s->name, 0, 0, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

/* Counts the lines of what was added to `out`. One that does not end would fill the memory. */
static prg_status check_lines(prg_source *s, const prg_buffer *out, size_t before,
                              prg_error *error) {
  const char *from = prg_buffer_string(out) + before, *line_feed;
  size_t n = out->length - before;
  while ((line_feed = memchr(from, '\n', n)) != NULL) {
    n -= (size_t)(line_feed + 1 - from);
    from = line_feed + 1;
    s->lines++;
    s->length = 0;
  }
  s->length += n;
  if (s->length <= PRG_LINE_BYTES)
    return PRG_OK;
  return prg_fail_at(error, s->name, s->lines + 1, 0, PRG_TEXT_LINE_LONG,
                     PRG_ARGS(prg_integer((long long)(PRG_LINE_BYTES >> 20))));
}

/* Moves what is in the block, or what it unpacks to, to `out`: at most *bytes, which shrinks. */
static prg_status empty_block(prg_source *s, size_t *bytes, prg_buffer *out, prg_error *error) {
  size_t before = out->length, taken = s->n - s->first;
  prg_status status = PRG_OK;
  if (s->packed != NULL) {
    status = gzip_feed(s->packed, s->block + s->first, s->n - s->first, *bytes, &taken, out, error);
  } else {
    taken = taken < *bytes ? taken : *bytes;
    prg_buffer_add_n(out, s->block + s->first, taken);
  }
  s->first += taken;
  if (s->first == s->n)
    s->first = s->n = 0;
  *bytes -= out->length - before;
  if (status == PRG_OK && out->failed)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  status = named(s->name, status, error);
  return status == PRG_OK ? check_lines(s, out, before, error) : status;
}

prg_status prg_source_read_some(prg_source *source, size_t bytes, prg_buffer *out, bool *at_end,
                                prg_error *error) {
  bool whole = bytes == SIZE_MAX;
  prg_status status = source->begun ? PRG_OK : begin(source, bytes, error);
  if (whole && source->packed != NULL)
    bytes = PRG_UNPACKED_BYTES + 1; /* one more, to see that it is too many */
  *at_end = false;
  while (status == PRG_OK && bytes > 0 && !*at_end) {
    size_t before = out->length;
    status = empty_block(source, &bytes, out, error);
    *at_end = source->has_ended && source->n == 0 && out->length == before;
    if (status == PRG_OK && bytes > 0 && source->n == 0 && !source->has_ended)
      status = fill_block(source, source->packed != NULL ? SIZE_MAX : bytes, error);
  }
  if (status == PRG_OK && *at_end && source->packed != NULL)
    status = named(source->name, gzip_end(source->packed, error), error);
  if (status == PRG_OK && whole && !*at_end)
    status = prg_fail_at(error, source->name, 0, 0, PRG_TEXT_GZIP_LARGE,
                         PRG_ARGS(prg_integer((long long)(PRG_UNPACKED_BYTES >> 20))));
  return status;
}

/* --- jumping --- */

static prg_status seek(prg_source *s, uint64_t position, prg_error *error) {
  if (lseek(s->descriptor, (off_t)position, SEEK_SET) < 0)
    return fail_errno(s->name, errno, PRG_TEXT_CANNOT_READ, error);
  s->first = s->n = 0;
  s->has_ended = false;
  return PRG_OK;
}

/* Unpacks what lies before that byte, and forgets it. */
static prg_status pass(prg_source *s, uint64_t offset, prg_error *error) {
  prg_buffer passed = {0};
  prg_status status = PRG_OK;
  bool at_end = false;
  uint64_t left;
  while (status == PRG_OK && !at_end && (left = offset - gzip_made(s->packed)) > 0) {
    size_t most = left < BLOCK_BYTES ? (size_t)left : BLOCK_BYTES;
    prg_buffer_clear(&passed);
    status = prg_source_read_some(s, most, &passed, &at_end, error);
  }
  prg_buffer_free(&passed);
  if (status == PRG_OK && gzip_made(s->packed) < offset)
    status = prg_fail_at(error, s->name, 0, 0, PRG_TEXT_GZIP_CUT,
                         PRG_ARGS(prg_integer((long long)s->position)));
  return status;
}

/* From the member, unless what comes next lies between it and the place. */
static prg_status jump_packed(prg_source *s, const prg_place *place, prg_error *error) {
  uint64_t member, unpacked;
  prg_status status = PRG_OK;
  gzip_member(s->packed, &member, &unpacked);
  if (member < place->member || gzip_made(s->packed) > place->offset) {
    status = seek(s, place->member, error);
    gzip_restart(s->packed, place->member, place->offset - place->skip);
  }
  return status == PRG_OK ? pass(s, place->offset, error) : status;
}

prg_status prg_source_jump(prg_source *source, const prg_place *place, prg_error *error) {
  source->length = 0;
  prg_status status = source->packed != NULL ? jump_packed(source, place, error)
                                             : seek(source, place->offset, error);
  source->lines = (size_t)place->line - 1;
  source->length = 0;
  return status;
}

prg_status prg_source_read_descriptor(int descriptor, const char *name, prg_buffer *out,
                                      prg_error *error) {
  bool at_end;
  prg_source *source;
  prg_status status = prg_source_new(&source, descriptor, name, error);
  if (status == PRG_OK)
    status = prg_source_read_some(source, SIZE_MAX, out, &at_end, error);
  prg_source_free(source);
  return status;
}

bool prg_source_is_packed(const char *bytes, size_t n) {
  return gzip_is(bytes, n);
}

prg_status prg_source_unpack(const char *name, const char *bytes, size_t n, prg_buffer *out,
                             prg_error *error) {
  size_t taken;
  gzip *packed = gzip_new();
  if (packed == NULL)
    return prg_fail_at(error, name, 0, 0, PRG_TEXT_NO_MEMORY, NULL);
  size_t before = out->length;
  prg_status status = gzip_feed(packed, bytes, n, PRG_UNPACKED_BYTES + 1, &taken, out, error);
  if (status == PRG_OK && out->length - before > PRG_UNPACKED_BYTES)
    status = prg_fail(error, PRG_TEXT_GZIP_LARGE,
                      PRG_ARGS(prg_integer((long long)(PRG_UNPACKED_BYTES >> 20))));
  if (status == PRG_OK)
    status = gzip_end(packed, error);
  gzip_free(packed);
  return named(name, status, error);
}

/* --- whole --- */

prg_status prg_source_open(const char *path, int *descriptor, prg_error *error) {
  bool is_file = strcmp(path, "-") != 0;
  if (is_file)
    prg_watch_reads(path);
  *descriptor = is_file ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
  return *descriptor < 0 ? fail_errno(path, errno, PRG_TEXT_CANNOT_OPEN, error) : PRG_OK;
}

void prg_source_close(int descriptor) {
  if (descriptor > STDIN_FILENO)
    close(descriptor);
}

prg_status prg_source_read(const char *path, prg_buffer *out, prg_error *error) {
  int descriptor;
  prg_status status = prg_source_open(path, &descriptor, error);
  if (status == PRG_OK)
    status =
        prg_source_read_descriptor(descriptor, strcmp(path, "-") == 0 ? "stdin" : path, out, error);
  prg_source_close(descriptor);
  return status;
}
