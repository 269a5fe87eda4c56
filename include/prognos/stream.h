/*
 * The series of a file, a few at a time, in the file's order. A large file that is wide (one row
 * per series), or long (one row per series and period) with rows grouped by series, is never held
 * whole: memory is bounded by the block size, the longest series or row, and 32 bytes for each
 * series that was met. Any other file is read whole and handed out in one panel.
 *
 * Encoding, marks and layout of a large file are found in its first `whole_bytes`. The encoding may
 * still be found later if those bytes are ASCII, and the decimal mark if no cell had one. If the
 * rows there are not grouped by series, or have each series once, the file is read whole; if a
 * series comes back later, PRG_EINPUT tells both lines, because what came before has been handed
 * out.
 */
#ifndef PROGNOS_STREAM_H
#define PROGNOS_STREAM_H

#include <prognos/panel_index.h>
#include <prognos/reading.h>

PRG_BEGIN_C

typedef struct prg_stream_options {
  prg_read_options read; /* what it points to is borrowed until the stream is closed */
  size_t whole_bytes;    /* a file up to this size is read whole; default 1 MiB; SIZE_MAX: always */
  size_t block_bytes;    /* read at a time of a larger one, >= 1; default 256 KiB */
  /* Only these pieces of the file, in its order and the first one among them; default NULL: all of
   * it. Shape (n_piece); borrowed until the stream is closed. A file that changed since: PRG_EINPUT
   */
  const prg_block *piece;
  size_t n_piece;
  bool fingerprint; /* make one of all that is read; default false: it takes time */
} prg_stream_options;

void prg_stream_options_init(prg_stream_options *options);

typedef struct prg_series_stream prg_series_stream;

/*
 * Begins to read an open descriptor, which stays open and is the caller's; `name` is for errors.
 * NULL in *stream if it fails. prg_series_stream_close it after use.
 */
prg_status prg_series_stream_open(prg_series_stream **stream, int descriptor, const char *name,
                                  const prg_stream_options *options, prg_error *error);
void prg_series_stream_close(prg_series_stream *stream);

/*
 * The next series; none at the end. The panel is the caller's to clear. Errors as those of
 * prg_read_bytes, and of a series that comes back; after one the stream is at its end.
 */
prg_status prg_series_stream_next(prg_series_stream *stream, prg_panel *panel, prg_error *error);

/* The piece that the series handed out last are from; 0 without pieces. */
size_t prg_series_stream_piece(const prg_series_stream *stream);

/* The fingerprint of what was read so far, unpacked; 0 if none was asked for. */
uint64_t prg_series_stream_fingerprint(const prg_series_stream *stream);

/* Bytes of the file read so far: packed ones if it is packed. */
size_t prg_series_stream_position(const prg_series_stream *stream);

/* The beginning of the file, before the first series is asked for. Borrowed. */
const char *prg_series_stream_head(const prg_series_stream *stream, size_t *n);
/* Instead of the series: appends the whole file to `out`. */
prg_status prg_series_stream_bytes(prg_series_stream *stream, prg_buffer *out, prg_error *error);

PRG_END_C

#endif
