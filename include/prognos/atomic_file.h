/*
 * Files that are there whole or not at all: written under a temporary name in the same directory,
 * flushed to disk, renamed. A crash leaves the old file, or none.
 */
#ifndef PROGNOS_ATOMIC_FILE_H
#define PROGNOS_ATOMIC_FILE_H

#include <prognos/error.h>

/*
 * Writes bytes[0..n) to `path`, replacing what is there but keeping its permissions. A link stays,
 * the file behind it is replaced; a device or a pipe is written to. PRG_EIO with the reason if it
 * cannot.
 */
prg_status prg_atomic_write(const char *path, const char *bytes, size_t n, prg_error *error);

/* Makes the directory and those above it; fine if it is there. */
prg_status prg_make_directory(const char *path, prg_error *error);

#endif
