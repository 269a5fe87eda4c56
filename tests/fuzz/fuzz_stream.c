/*
 * Fuzzes the reading of a file in parts: the series must not depend on where the blocks end. The
 * first two bytes choose how much is read before the layout is found, and a block size. Encoding
 * and decimal mark are given, as they may be found in another part.
 *
 *   make fuzz FUZZ_SECONDS=300
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <prognos/stream.h>
#include <prognos/tidy.h>

static void must(bool condition) {
  if (!condition)
    abort();
}

static prg_status read_in_blocks(int file, size_t head, size_t block, prg_buffer *tidy,
                                 prg_error *error) {
  prg_stream_options options;
  prg_stream_options_init(&options);
  options.whole_bytes = head;
  options.block_bytes = block;
  options.read.dialect.encoding = PRG_UTF_8;
  options.read.dialect.decimal = ',';
  prg_series_stream *stream;
  prg_panel panel;
  must(lseek(file, 0, SEEK_SET) == 0);
  must(prg_series_stream_open(&stream, file, "fuzz.csv", &options, error) == PRG_OK);
  prg_status status;
  while ((status = prg_series_stream_next(stream, &panel, error)) == PRG_OK && panel.n > 0) {
    prg_tidy_rows(&panel, PRG_CSV_PLAIN, tidy);
    prg_panel_clear(&panel);
  }
  must(status == PRG_OK || strcmp(error->file, "fuzz.csv") == 0);
  prg_series_stream_close(stream);
  return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static int file = -1;
  if (size < 3)
    return 0;
  if (file < 0)
    file = memfd_create("fuzz", 0);
  must(ftruncate(file, 0) == 0);
  must(pwrite(file, data + 2, size - 2, 0) == (ssize_t)(size - 2));
  prg_buffer few = {0}, many = {0};
  prg_error error, other;
  prg_status status = read_in_blocks(file, data[0], 1 + (size_t)data[1], &few, &error);
  prg_status again = read_in_blocks(file, data[0], SIZE_MAX, &many, &other);
  bool too_long = (status != PRG_OK && error.message.text == PRG_TEXT_SPAN_UNREASONABLE) ||
                  (again != PRG_OK && other.message.text == PRG_TEXT_SPAN_UNREASONABLE);
  must(too_long || status == again); /* a span is judged by the part that it is in */
  if (status == PRG_OK && again == PRG_OK)
    must(strcmp(prg_buffer_string(&few), prg_buffer_string(&many)) == 0);
  prg_buffer_free(&few);
  prg_buffer_free(&many);
  return 0;
}
