/*
 * Files that are there whole or not at all: written under a temporary name in the same directory,
 * flushed to disk, renamed. A crash leaves the old file, or none.
 */
#ifndef PROGNOS_ATOMIC_FILE_H
#define PROGNOS_ATOMIC_FILE_H

#include <prognos/error.h>

PRG_BEGIN_C

/*
 * Writes bytes[0..n) to `path`, replacing what is there but keeping its permissions. A link stays,
 * the file behind it is replaced; a device or a pipe is written to. PRG_EIO with the reason if it
 * cannot.
 */
prg_status prg_atomic_write(const char *path, const char *bytes, size_t n, prg_error *error);

/* The same for a file that is written piece by piece. */
typedef struct prg_atomic_file prg_atomic_file;

/* NULL in *file if it fails. prg_atomic_commit or prg_atomic_discard it after use. */
prg_status prg_atomic_open(prg_atomic_file **file, const char *path, prg_error *error);
prg_status prg_atomic_add(prg_atomic_file *file, const char *bytes, size_t n, prg_error *error);
/* Puts the file in its place and frees it, whatever is returned. */
prg_status prg_atomic_commit(prg_atomic_file *file, prg_error *error);
/* Leaves what was there before and frees it. NULL is fine. */
void prg_atomic_discard(prg_atomic_file *file);

/* Makes the directory and those above it; fine if it is there. */
prg_status prg_make_directory(const char *path, prg_error *error);

PRG_END_C

#endif
