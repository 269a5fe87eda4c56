/*
 * Completion of the command line in bash, zsh and fish, made of the tables of verbs, options and
 * files: verbs, options, the values of options that have choices, files and folders where an option
 * names one.
 */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "cli/verb.h"

/* What follows an option. */
typedef enum completion_value {
  COMPLETION_NOTHING, /* it has no value */
  COMPLETION_ANY,     /* a value that cannot be foreseen */
  COMPLETION_CHOICE,  /* one of the row's choices, of which several may follow after commas */
  COMPLETION_FILE,
  COMPLETION_FOLDER
} completion_value;

completion_value completion_of(const option_row *row);
/* Appends the row's choices with `between` between them. */
void completion_choices(const option_row *row, char between, prg_buffer *out);

/* Each appends the script for its shell; explanations are in the language. */
void completion_bash(prg_buffer *out);
void completion_zsh(prg_language language, prg_buffer *out);
void completion_fish(prg_language language, prg_buffer *out);

#endif
