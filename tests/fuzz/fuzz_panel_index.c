/*
 * Fuzzes the reading of an index: what is accepted is written and read as the same, and a packed
 * file that is read by it gives an error, or series whose bytes are what the index says.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <zlib.h>

#include <prognos/panel_index.h>
#include <prognos/stream.h>

#define MEMBER_BYTES 300

static void must(bool holds) {
  if (!holds)
    abort();
}

/* Stored, so that members stand at the same places with every zlib. */
static void pack(int file, const char *text, size_t n) {
  char packed[MEMBER_BYTES + 64];
  z_stream s = {.next_in = (z_const Bytef *)text,
                .avail_in = (uInt)n,
                .next_out = (Bytef *)packed,
                .avail_out = sizeof packed};
  must(deflateInit2(&s, 0, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  must(deflate(&s, Z_FINISH) == Z_STREAM_END);
  size_t length = sizeof packed - s.avail_out;
  must(write(file, packed, length) == (ssize_t)length);
  deflateEnd(&s);
}

/* 40 schools of three years each, in members. */
static int make_file(void) {
  prg_buffer text = {0};
  prg_buffer_add(&text, "skola;år;elever\n");
  for (int i = 0; i < 40; i++)
    for (int t = 0; t < 3; t++)
      prg_buffer_printf(&text, "Skola %d;%d;%d\n", 10 + i, 2020 + t, 100 + (31 * i + 17 * t) % 89);
  int file = memfd_create("panel", 0);
  must(file >= 0);
  for (size_t i = 0; i < text.length; i += MEMBER_BYTES)
    pack(file, text.data + i, text.length - i < MEMBER_BYTES ? text.length - i : MEMBER_BYTES);
  prg_buffer_free(&text);
  return file;
}

static void read_by(const prg_panel_index *index) {
  static int file = -1;
  file = file < 0 ? make_file() : file;
  must(lseek(file, 0, SEEK_SET) == 0);
  prg_stream_options options;
  prg_stream_options_init(&options);
  options.whole_bytes = 200;
  options.piece = index->block;
  options.n_piece = index->n;
  prg_series_stream *stream;
  prg_error error;
  prg_panel panel = {0};
  size_t series = 0;
  prg_status status = prg_series_stream_open(&stream, file, "f", &options, &error);
  while (status == PRG_OK && (status = prg_series_stream_next(stream, &panel, &error)) == PRG_OK &&
         panel.n > 0) {
    series += panel.n;
    prg_panel_clear(&panel);
  }
  must(status == PRG_OK ? series <= 40 : error.message.text != PRG_TEXT_NONE);
  prg_series_stream_close(stream);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  prg_panel_index index, again;
  prg_error error;
  prg_buffer text = {0};
  if (prg_panel_index_read("f", (const char *)data, size, &index, &error) == PRG_OK) {
    prg_panel_index_write(&index, &text);
    must(prg_panel_index_read("f", prg_buffer_string(&text), text.length, &again, &error) ==
         PRG_OK);
    must(again.n == index.n);
    must(memcmp(again.block, index.block, index.n * sizeof *index.block) == 0);
    read_by(&index);
    prg_panel_index_clear(&again);
  }
  prg_buffer_free(&text);
  prg_panel_index_clear(&index);
  return 0;
}
