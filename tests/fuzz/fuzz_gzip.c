/*
 * Fuzzes the unpacking of gzip: any bytes behind its mark give an error or a text, the same in any
 * pieces.
 *
 *   make fuzz FUZZ_SECONDS=300
 */
#include <prognos/source.h>

#include "check_reading.h"
#include "table/gzip.h"

static prg_status unpack_in_parts(const prg_buffer *packed, size_t step, prg_buffer *out) {
  gzip *z = gzip_new();
  must(z != NULL);
  prg_status status = PRG_OK;
  for (size_t i = 0, taken; i < packed->length && status == PRG_OK; i += taken) {
    size_t left = packed->length - i;
    status = gzip_feed(z, packed->data + i, left < step ? left : step,
                       PRG_UNPACKED_BYTES + 1 - out->length, &taken, out, NULL);
    must(taken > 0 || status != PRG_OK || out->length > PRG_UNPACKED_BYTES);
    if (out->length > PRG_UNPACKED_BYTES)
      break;
  }
  if (status == PRG_OK)
    status = gzip_end(z, NULL);
  gzip_free(z);
  return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char mark[] = {0x1F, (char)0x8B, 8};
  prg_buffer packed = {0}, whole = {0}, parts = {0};
  prg_buffer_add_n(&packed, mark, sizeof mark);
  prg_buffer_add_n(&packed, (const char *)data, size);
  prg_error error;
  prg_status status = prg_source_unpack("fuzz.gz", packed.data, packed.length, &whole, &error);
  if (status != PRG_OK)
    must(error.message.text != PRG_TEXT_NONE && strcmp(error.file, "fuzz.gz") == 0);
  prg_status in_parts = unpack_in_parts(&packed, 1 + size % 7, &parts);
  if (whole.length < PRG_UNPACKED_BYTES)
    must(status == in_parts);
  if (whole.length < PRG_UNPACKED_BYTES && status == PRG_OK)
    must(parts.length == whole.length &&
         memcmp(prg_buffer_string(&parts), prg_buffer_string(&whole), whole.length) == 0);
  prg_buffer_free(&packed);
  prg_buffer_free(&whole);
  prg_buffer_free(&parts);
  return 0;
}
