/* Commands that show what a verb is for, in its help and its page of the manual. The tests run
 * every one of them on the tables of datasets/. To add one: its text, and a row in example.c. */
#ifndef CLI_EXAMPLE_H
#define CLI_EXAMPLE_H

#include <prognos/text.h>

typedef struct example {
  const char *verb;
  prg_text title; /* what it does, one line */
  const char *command;
} example;

/* The next one of the verb after `last`, the first one after NULL; NULL at the end. */
const example *example_next(const char *verb, const example *last);

#endif
