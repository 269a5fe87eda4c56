/* Where bytes come from: a file or standard input, read whole or piece by piece. */
#ifndef PROGNOS_SOURCE_H
#define PROGNOS_SOURCE_H

#include <prognos/error.h>

/*
 * Appends the whole file to `out`; "-" is standard input. An error names the file: that it does not
 * exist, is a directory (PRG_EINPUT), cannot be opened or read (PRG_EIO).
 */
prg_status prg_source_read(const char *path, prg_buffer *out, prg_error *error);

/* The same from an open descriptor, which stays open; `name` is for errors. */
prg_status prg_source_read_descriptor(int descriptor, const char *name, prg_buffer *out,
                                      prg_error *error);

/* Opens a file for reading; "-" is standard input. prg_source_close it after use. */
prg_status prg_source_open(const char *path, int *descriptor, prg_error *error);
/* Standard input stays open; a negative descriptor is fine. */
void prg_source_close(int descriptor);

/* Appends up to that many bytes, fewer only at the end, which *at_end tells. */
prg_status prg_source_read_some(int descriptor, const char *name, size_t bytes, prg_buffer *out,
                                bool *at_end, prg_error *error);

#endif
