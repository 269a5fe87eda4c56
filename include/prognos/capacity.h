/*
 * When is it full? The demand forecast against the places there are, year by year: the probability
 * that there are more than places for, what is lacking or to spare, groups and rooms.
 */
#ifndef PROGNOS_CAPACITY_H
#define PROGNOS_CAPACITY_H

#include <prognos/forecast.h>
#include <prognos/places.h>

PRG_BEGIN_C

typedef struct prg_capacity_options {
  double group_size; /* most persons in a group; default NaN: groups are not reckoned */
  double likely;     /* from this probability on a year counts as full; default .5 */
} prg_capacity_options;

void prg_capacity_options_init(prg_capacity_options *options);

/* One period. What cannot be said is NaN. */
typedef struct prg_capacity_year {
  prg_period period;
  double demand, lower_80, upper_80; /* persons; of the outcome demand alone */
  double room[PRG_ROOM_COUNT];       /* what there is */
  double places;                     /* the smaller of premises and staff */
  double use;                        /* demand / places */
  double over;                       /* P(demand > places) */
  double over_premises, over_staff;
  double lack, surplus;        /* expected persons without a place, expected empty places */
  double groups, groups_upper; /* ⌈demand / group size⌉, at the point and at upper_80 */
  double area_per_person;      /* m² */
} prg_capacity_year;

typedef struct prg_capacity {
  const char *unit;        /* borrowed from the series */
  prg_capacity_year now;   /* the last period with a figure */
  prg_capacity_year *year; /* shape (horizon); owned */
  double *first;           /* shape (horizon): P(first over in that period), from sample paths;
                              NULL if there were none; owned */
  size_t horizon;
  size_t likely; /* the first period ahead, from 1, that counts as full; 0: none */
} prg_capacity;

/*
 * Reckons the forecast's series as a unit of the places; path: shape (n_paths, horizon), sample
 * paths of the same forecast, or NULL. PRG_EINPUT if the places have no rows for it, PRG_ENOMEM.
 * prg_capacity_clear it after use, whatever was returned.
 */
prg_status prg_capacity_reckon(const prg_forecast *forecast, const double *path, size_t n_paths,
                               const prg_places *places, const prg_capacity_options *options,
                               prg_capacity *out, prg_error *error);
void prg_capacity_clear(prg_capacity *capacity);

/*
 * The units together in the period h ahead (0: now): persons, places, lack, surplus, groups, rooms
 * and area are the sums of the units', each unit's groups rounded up by itself. Probabilities and
 * intervals are NaN: a place in one school is none in another.
 */
prg_capacity_year prg_capacity_total(const prg_capacity *unit, size_t n, size_t h);

/* The sentence for the unit: when it is probably full, or that it is not, and how sure that is.
 * `moment` is put before the year ("hösten"), or "". */
void prg_capacity_sentence(const prg_capacity *capacity, const char *moment, prg_message *sentence);
/* How much of the places was used in the last period with a figure. */
void prg_capacity_use_sentence(const prg_capacity *capacity, const char *moment,
                               prg_message *sentence);
/* One word on a period: full, probably full, uncertain, room. */
prg_text prg_capacity_verdict(double over);

PRG_END_C

#endif
