/* Names of files that a verb writes into a directory. */
#ifndef CLI_FILE_NAME_H
#define CLI_FILE_NAME_H

#include "cli/verb.h"

/* Appends a name as a part of a file name: letters, digits and - stay, what is between becomes _; a
 * long one is cut before a character. */
void file_name_add(prg_buffer *path, const char *name);
/* Appends --name, or the input's name without its folder and extension. */
void file_name_stem(const command *run, prg_buffer *path);

#endif
