/* Where bytes come from: a file or standard input, read whole. */
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

#endif
