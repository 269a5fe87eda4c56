/*
 * Names for what is not yet whole: ".prognos-XXXXXX", beside what it will become. Whoever makes one
 * holds a lock on it as long as it is open, so that what a killed run left can be told from what
 * another run is writing now, whatever its process number, and without looking at the clock.
 */
#ifndef PROGNOS_TEMPORARY_H
#define PROGNOS_TEMPORARY_H

#include <stddef.h>

#include <prognos/linkage.h>

PRG_BEGIN_C

/* Opens a new file for writing beside `path`. Its name in *name, to be freed. Returns -1, with
 * errno set and *name NULL, if it cannot. */
int prg_temporary_file(const char *path, char **name);

/* Makes a new folder beside `path`; the same. Closing the descriptor gives up the lock. */
int prg_temporary_folder(const char *path, char **name);

/* Removes the folder with the files in it, closes the descriptor and frees the name. */
void prg_temporary_remove_folder(int descriptor, char *name);

/* Removes from a directory what killed runs left in it, nothing else. Returns how much it was. */
size_t prg_temporary_clean(const char *directory);

PRG_END_C

#endif
