/* What `check` can be asked beside the account of what was read. */
#ifndef CLI_CHECKING_H
#define CLI_CHECKING_H

#include "cli/asking.h"

/* The file that is checked. */
typedef struct checking {
  const char *path;
  prg_buffer bytes; /* owned */
  prg_reading reading;
} checking;

/* Appends a message to the data, as a line. */
void checking_write(command *run, prg_text text, const prg_argument *arguments);

/*
 * Sum control: of --structure, of --parent-column, or else of what the file calls Summa or Totalt.
 * Writes how it went; the first wrong sum is told as an error (PRG_EINPUT in run->worst).
 */
prg_status checking_sums(command *run, const checking *file, prg_error *error);

/* --against: what was revised since that edition, as lines or, with --format csv, as a table. */
prg_status checking_revisions(command *run, const checking *file, prg_error *error);

/* --events: what happened, and to which series; those that are no series' are told. */
prg_status checking_events(command *run, const checking *file, prg_error *error);

/* --disclosure: what the file tells about few people. A finding is told as an error (PRG_EINPUT in
 * run->worst). */
prg_status checking_disclosure(command *run, const checking *file, prg_error *error);

#endif
