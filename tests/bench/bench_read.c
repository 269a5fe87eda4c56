/*
 * Reading into series beside libcsv's own bare parse of the same bytes in the same run: bench_read
 * FILE. Processor time, the best of three.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <csv.h>

#include <prognos/source.h>
#include <prognos/stream.h>

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void on_cell(void *text, size_t n, void *data) {
  (void)text;
  (void)n;
  ++*(size_t *)data;
}

static void on_row(int terminator, void *data) {
  (void)terminator;
  (void)data;
}

static size_t bare(const char *path, char delimiter) {
  struct csv_parser parser;
  char block[1 << 16];
  size_t cells = 0, n;
  FILE *file = fopen(path, "rb");
  if (file == NULL || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    exit(1);
  csv_set_delim(&parser, (unsigned char)delimiter);
  while ((n = fread(block, 1, sizeof block, file)) > 0)
    if (csv_parse(&parser, block, n, on_cell, on_row, &cells) != n)
      exit(1);
  csv_fini(&parser, on_cell, on_row, &cells);
  csv_free(&parser);
  fclose(file);
  return cells;
}

static size_t read_series(const char *path) {
  prg_error error;
  prg_stream_options options;
  prg_stream_options_init(&options);
  prg_series_stream *stream = NULL;
  prg_panel panel;
  int file;
  size_t series = 0;
  if (prg_source_open(path, &file, &error) != PRG_OK ||
      prg_series_stream_open(&stream, file, path, &options, &error) != PRG_OK)
    exit(1);
  while (prg_series_stream_next(stream, &panel, &error) == PRG_OK && panel.n > 0) {
    series += panel.n;
    prg_panel_clear(&panel);
  }
  prg_series_stream_close(stream);
  prg_source_close(file);
  return series;
}

int main(int argc, char **argv) {
  if (argc < 2)
    return 2;
  double parse = 1e9, read = 1e9;
  size_t cells = 0, series = 0;
  for (int i = 0; i < 3; i++) {
    double t0 = seconds();
    cells = bare(argv[1], argc > 2 ? argv[2][0] : ',');
    double t1 = seconds();
    series = read_series(argv[1]);
    double t2 = seconds();
    parse = t1 - t0 < parse ? t1 - t0 : parse;
    read = t2 - t1 < read ? t2 - t1 : read;
  }
  printf("libcsv alone %.3f s (%zu cells), into series %.3f s (%zu series): %.0f %% of its speed\n",
         parse, cells, read, series, 100 * parse / read);
  return 0;
}
