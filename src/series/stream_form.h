/* What a stream finds in the beginning of a file that it reads in parts. */
#ifndef SERIES_STREAM_FORM_H
#define SERIES_STREAM_FORM_H

#include <prognos/stream.h>

typedef struct stream_form {
  bool in_parts; /* else the file is read whole, and the rest is not set */
  char delimiter;
  bool wide; /* each row is a series of its own */
  bool *key; /* shape (n): columns that name the series; owned by the caller */
  size_t n;
} stream_form;

/* Before the first series is asked for; the stream is of no use after it. */
prg_status prg_series_stream_form(prg_series_stream *stream, stream_form *form, prg_error *error);

#endif
