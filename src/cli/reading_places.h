/* The options --places FILE and --capacity TEXT. */
#ifndef CLI_READING_PLACES_H
#define CLI_READING_PLACES_H

#include <prognos/places.h>

#include "cli/verb.h"

/* Reads the one that was given; no rows if neither was, PRG_EUSAGE if both were.
 * prg_places_clear it after use, whatever was returned. */
prg_status read_places(const command *run, prg_places *places, prg_error *error);

#endif
