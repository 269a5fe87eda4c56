/*
 * Fuzzes the reading of parts. Byte 0 chooses: the rest is a part as it is, or text whose footer
 * gets the checksum that belongs to it, so that what is behind the checksum is reached, too.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/part_read.h"

static prg_status take(void *context, const char *bytes, size_t n, prg_error *error) {
  (void)context, (void)bytes, (void)n, (void)error;
  return PRG_OK;
}

/* The last line of a footer that is all of the bytes behind the first `body`. */
static void seal(prg_buffer *part, size_t body) {
  char line[PART_LAST_LINE + 1];
  size_t n = part->length - body;
  snprintf(line, sizeof line, PART_LAST_FORMAT, n + PART_LAST_LINE,
           part_checksum(prg_buffer_string(part) + body, n));
  prg_buffer_add(part, line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char path[] = "/tmp/prognos-fuzz-XXXXXX";
  int descriptor = size > 0 ? mkstemp(path) : -1;
  if (descriptor < 0)
    return 0;
  prg_buffer part = {0};
  prg_buffer_add_n(&part, (const char *)data + 1, size - 1);
  if (data[0] > 0)
    seal(&part, data[0] < size ? data[0] - 1 : 0);
  if (write(descriptor, prg_buffer_string(&part), part.length) == (ssize_t)part.length) {
    const char *file = path;
    prg_error error;
    prg_parts *parts;
    prg_buffer extra = {0};
    prg_status status = prg_parts_open(&file, 1, &parts, &error);
    if (status == PRG_OK && prg_parts_about(parts)->n != 1)
      abort();
    if (status == PRG_OK && prg_parts_extra(parts, 1, &extra, &error) == PRG_OK)
      prg_parts_merge(parts, take, NULL, &error);
    prg_parts_close(parts);
    prg_buffer_free(&extra);
  }
  close(descriptor);
  unlink(path);
  prg_buffer_free(&part);
  return 0;
}
