#include "batch/part_read.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/hash.h>

#define FOOTER_MAX (1 << 20)

uint32_t part_checksum_of(const prg_checksum *sum) {
  uint64_t value = prg_checksum_value(sum);
  return (uint32_t)(value ^ (value >> 32));
}

uint32_t part_checksum(const char *bytes, size_t n) {
  prg_checksum sum = {0};
  prg_checksum_add(&sum, bytes, n);
  return part_checksum_of(&sum);
}

prg_status part_fail(const part_reader *part, prg_error *error) {
  return prg_fail_at(error, part->path, 0, 0, PRG_TEXT_PART_TORN, NULL);
}

static prg_status fail_read(const part_reader *part, prg_text text, prg_error *error) {
  return prg_fail_at(error, part->path, 0, 0, text, PRG_ARGS(prg_system_reason(errno)));
}

void part_close(part_reader *part) {
  if (part->file != NULL)
    fclose(part->file);
  free(part->footer);
  free(part->entries);
  *part = (part_reader){0};
}

/* The value behind "name\t" on a line of the footer, which is cut there; NULL if there is none. */
static char *field(part_reader *part, const char *name) {
  char *line = part->footer;
  size_t n = strlen(name);
  while (line != NULL && !(strncmp(line, name, n) == 0 && line[n] == '\t')) {
    line = strchr(line, '\n');
    line = line == NULL ? NULL : line + 1;
  }
  return line == NULL ? NULL : line + n + 1;
}

static bool number(part_reader *part, const char *name, uint64_t *value) {
  char *text = field(part, name), *end = text;
  if (text != NULL && *text >= '0' && *text <= '9')
    *value = strtoull(text, &end, 10);
  return text != end && *end == '\n' && *value <= INT64_MAX;
}

/* Fields are found by lines, so the lines are cut last. */
static bool parse(part_reader *part) {
  uint64_t entries = 0;
  prg_part_about *about = &part->about;
  char *shard = field(part, "shard"), share[32] = "";
  char *string[5] = {field(part, "version"), field(part, "verb"), field(part, "options"),
                     field(part, "input"), field(part, "own")};
  if (shard == NULL || strcspn(shard, "\n") >= sizeof share)
    return false;
  memcpy(share, shard, strcspn(shard, "\n"));
  bool whole = prg_shard_parse(share, &about->shard, &about->n) &&
               number(part, "series", &about->series) && number(part, "refused", &about->refused) &&
               number(part, "head", &part->head) && number(part, "body", &part->body) &&
               number(part, "pieces", &part->n) && number(part, "extra", &part->n_extra) &&
               number(part, "extra-checksum", &part->extra_checksum) &&
               number(part, "entries", &entries) &&
               number(part, "checksum", &part->entries_checksum);
  for (int i = 0; i < 5; i++)
    whole = whole && string[i] != NULL;
  for (int i = 0; i < 5 && whole; i++)
    string[i][strcspn(string[i], "\n")] = '\0';
  about->version = string[0];
  about->verb = string[1];
  about->options = string[2];
  about->input = string[3];
  about->own = string[4];
  part->n_entries = (size_t)entries;
  return whole && part->head <= part->body;
}

/* That the last line is what such a footer ends with. */
static bool ends_with(const part_reader *part, size_t n, const char *last) {
  char line[PART_LAST_LINE + 1];
  snprintf(line, sizeof line, PART_LAST_FORMAT, n, part_checksum(part->footer, n - PART_LAST_LINE));
  return memcmp(line, last, PART_LAST_LINE) == 0;
}

static prg_status read_footer(part_reader *part, prg_error *error) {
  char last[PART_LAST_LINE + 1] = "";
  off_t end;
  if (fseeko(part->file, 0, SEEK_END) != 0 || (end = ftello(part->file)) < 0)
    return fail_read(part, PRG_TEXT_CANNOT_READ, error);
  part->length = (uint64_t)end;
  if (end < PART_LAST_LINE || fseeko(part->file, end - PART_LAST_LINE, SEEK_SET) != 0 ||
      fread(last, 1, PART_LAST_LINE, part->file) != PART_LAST_LINE ||
      strncmp(last, "footer ", 7) != 0)
    return part_fail(part, error);
  long n = strtol(last + 7, NULL, 10);
  if (n < PART_LAST_LINE || n > FOOTER_MAX || n > end)
    return part_fail(part, error);
  part->footer = calloc((size_t)n + 1, 1);
  if (part->footer == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (fseeko(part->file, end - n, SEEK_SET) != 0 ||
      fread(part->footer, 1, (size_t)n, part->file) != (size_t)n ||
      !ends_with(part, (size_t)n, last) || !parse(part) ||
      part->length != part->body + part->n_extra + part->n_entries + (uint64_t)n)
    return part_fail(part, error);
  return PRG_OK;
}

prg_status part_open(part_reader *part, const char *path, prg_error *error) {
  *part = (part_reader){.path = path, .file = fopen(path, "rbe")};
  return part->file == NULL ? fail_read(part, PRG_TEXT_CANNOT_OPEN, error)
                            : read_footer(part, error);
}

prg_status part_extra(part_reader *part, prg_buffer *out, prg_error *error) {
  const size_t before = out->length, n = (size_t)part->n_extra;
  if (fseeko(part->file, (off_t)part->body, SEEK_SET) != 0)
    return part_fail(part, error);
  prg_status status = part_read(part, n, out, error);
  if (status == PRG_OK && part_checksum(prg_buffer_string(out) + before, n) != part->extra_checksum)
    status = part_fail(part, error);
  return status;
}

prg_status part_begin(part_reader *part, prg_error *error) {
  part->entries = malloc(part->n_entries + 1);
  if (part->entries == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (fseeko(part->file, (off_t)(part->body + part->n_extra), SEEK_SET) != 0 ||
      fread(part->entries, 1, part->n_entries, part->file) != part->n_entries ||
      part_checksum(part->entries, part->n_entries) != part->entries_checksum)
    return part_fail(part, error);
  rewind(part->file);
  return PRG_OK;
}

/* Seven bits a byte, the lowest first; the last byte is below 128. */
static bool take_varint(part_reader *part, uint64_t *value) {
  *value = 0;
  for (unsigned shift = 0; part->at < part->n_entries && shift < 63; shift += 7) {
    unsigned char byte = (unsigned char)part->entries[part->at++];
    *value |= (uint64_t)(byte & 127) << shift;
    if (byte < 128)
      return true;
  }
  return false;
}

prg_status part_next(part_reader *part, bool *more, prg_error *error) {
  uint64_t step;
  *more = part->taken < part->n;
  if (!*more)
    return part->at == part->n_entries ? PRG_OK : part_fail(part, error);
  part->taken++;
  if (!take_varint(part, &step) || !take_varint(part, &part->bytes) ||
      part->at + sizeof part->checksum > part->n_entries || part->bytes > part->body)
    return part_fail(part, error);
  part->key += step;
  memcpy(&part->checksum, part->entries + part->at, sizeof part->checksum);
  part->at += sizeof part->checksum;
  return PRG_OK;
}

prg_status part_read(part_reader *part, size_t n, prg_buffer *out, prg_error *error) {
  char *room = prg_buffer_room(out, n);
  if (room == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return fread(room, 1, n, part->file) == n ? PRG_OK : part_fail(part, error);
}

prg_status part_piece(part_reader *part, prg_buffer *out, bool *more, prg_error *error) {
  const size_t before = out->length, n = (size_t)part->bytes;
  prg_status status = part_read(part, n, out, error);
  if (status == PRG_OK && part_checksum(prg_buffer_string(out) + before, n) != part->checksum)
    status = part_fail(part, error);
  return status == PRG_OK ? part_next(part, more, error) : status;
}
