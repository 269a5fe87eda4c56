/*
 * How many there is room for: in the premises, for the staff, in how many rooms, on what area. A
 * file with a row for each change, or a short text for one unit.
 *
 *   enhet;från;platser;personal;rum;yta      unit;from;places;staff;rooms;area
 *   Ekskolan;2022;270;260;18;2450
 *   Ekskolan;2026;+40;;;                     a step: what was there before, and 40 more
 *
 * Columns in any order; a blank cell leaves things as they are; a unit that is blank or * is every
 * unit that has no rows of its own.
 */
#ifndef PROGNOS_PLACES_H
#define PROGNOS_PLACES_H

#include <prognos/error.h>
#include <prognos/period.h>

PRG_BEGIN_C

typedef enum prg_room {
  PRG_ROOM_PLACES, /* places in the premises, persons */
  PRG_ROOM_STAFF,  /* persons that the staff is enough for */
  PRG_ROOM_ROOMS,  /* rooms for groups */
  PRG_ROOM_AREA,   /* m² */
  PRG_ROOM_COUNT
} prg_room;

typedef struct prg_places_row {
  char *unit;                     /* "" for every unit; owned */
  prg_period from;                /* PRG_INDEX 0: always */
  double amount[PRG_ROOM_COUNT];  /* NaN: as before */
  bool is_change[PRG_ROOM_COUNT]; /* the amount is added to what was there before */
  size_t line;
} prg_places_row;

typedef struct prg_places {
  char *file;          /* for errors; owned */
  prg_places_row *row; /* shape (n): by unit as in the file, by time within it; owned */
  size_t n;
} prg_places;

/*
 * Reads bytes[0..n). PRG_EINPUT with file, line and column: a column missing or there twice, no
 * period, an amount that is no number or below 0, a step with nothing to step from, two rows of a
 * unit from the same period. prg_places_clear it after use, whatever was returned.
 */
prg_status prg_places_read(prg_places *places, const char *file, const char *bytes, size_t n,
                           prg_error *error);
/*
 * Reads "270", "270,2026:+40" or "2022:270,2026:310": places in the premises of every unit.
 * PRG_EUSAGE if it is none of these.
 */
prg_status prg_places_parse(prg_places *places, const char *text, prg_error *error);
void prg_places_clear(prg_places *places);

/*
 * How much there is for the unit in the period; NaN if that is not known. Periods of different
 * kinds are compared by the calendar year in which they begin.
 */
double prg_places_at(const prg_places *places, const char *unit, prg_period period, prg_room room);
/* True if a row is of the unit, or of every unit. */
bool prg_places_has(const prg_places *places, const char *unit);

PRG_END_C

#endif
