/*
 * A series: one value for every period from its first to its last, with the status that tells what
 * the source said of it. A panel: the series of one source, in the source's order.
 */
#ifndef PROGNOS_SERIES_H
#define PROGNOS_SERIES_H

#include <prognos/error.h>
#include <prognos/observation.h>
#include <prognos/period.h>

PRG_BEGIN_C

/* What the figure is; decides the prior, the bounds and the distribution (see docs). */
typedef enum prg_kind {
  PRG_KIND_UNKNOWN,    /* nothing said: whole numbers >= 0 are taken as stock */
  PRG_KIND_PEOPLE,     /* stock: pupils, age groups */
  PRG_KIND_AREA_TOTAL, /* stock: whole population of an area */
  PRG_KIND_ECONOMY,    /* amounts, prices, production */
  PRG_KIND_FLOW,       /* cases, visits per period */
  PRG_KIND_SHARE,      /* part of a whole, 0–1 or 0–100 per cent */
  PRG_KIND_INDEX,      /* satisfaction index, waiting time */
  PRG_KIND_COUNT
} prg_kind;

/* "people", "area-total" …; static storage. */
const char *prg_kind_name(prg_kind kind);
/* The kind of that name ("stock" is people); false if there is none. */
bool prg_kind_from_name(const char *name, prg_kind *kind);

typedef struct prg_series {
  char *name;       /* UTF-8; owned */
  char *members;    /* what it is in each dimension of its panel, in their order:
                       "Norrköping\0flickor\0";    NULL if the panel has no dimensions; owned */
  char *codes;      /* the same for the codes that stand beside the members, "" where there is none;
                       NULL if no member has one; owned */
  prg_period start; /* of value[0] */
  size_t n;         /* periods from the first to the last */
  double *value;    /* shape (n); NaN where there is no figure; owned */
  prg_observation *observation; /* shape (n); owned */
  double *exposure; /* shape (n): > 0, how much of what is counted in a whole period the figure
                       covers (0.5: half the year); NULL: 1 throughout; owned */
  int season;       /* periods in a season, >= 1 */
  prg_kind kind;
  char *block; /* what was allocated at once for the parts above, of which some may since have been
                  replaced; NULL if nothing was; owned */
  size_t block_bytes;
} prg_series;

/* A series of n gaps. prg_series_clear it after use. PRG_ENOMEM if memory is exhausted. */
prg_status prg_series_init(prg_series *series, const char *name, prg_period start, size_t n,
                           prg_error *error);
/* A series of plain figures copied from value[0..n); NaN becomes a gap. */
prg_status prg_series_init_values(prg_series *series, const char *name, prg_period start,
                                  const double *value, size_t n, prg_error *error);
/* Gives it a copy of that name. PRG_ENOMEM if memory is exhausted. */
prg_status prg_series_set_name(prg_series *series, const char *name, prg_error *error);
/* Sets the exposure of value[t]; PRG_ENOMEM if memory is exhausted. */
prg_status prg_series_set_exposure(prg_series *series, size_t t, double exposure, prg_error *error);
/*
 * Takes a copy of the members, which fill members[0..n), each with its zero byte; nothing if n is
 * 0. PRG_ENOMEM if memory is exhausted.
 */
prg_status prg_series_set_members(prg_series *series, const char *members, size_t n,
                                  prg_error *error);
/* The same for the codes. */
prg_status prg_series_set_codes(prg_series *series, const char *codes, size_t n, prg_error *error);
/* Frees what the series owns; the struct itself is the caller's. NULL is fine. */
void prg_series_clear(prg_series *series);

/* Its member in dimension d of its panel, and that member's code; "" if there is none. Borrowed. */
const char *prg_series_member(const prg_series *series, size_t d);
const char *prg_series_code(const prg_series *series, size_t d);
/* The exposure of value[t]. */
double prg_series_exposure(const prg_series *series, size_t t);
/* The period of value[t]; t may lie beyond the end. */
prg_period prg_series_period(const prg_series *series, size_t t);
/* How many periods have a figure. */
size_t prg_series_observed(const prg_series *series);
/* True if every figure is a whole number >= 0 and there is at least one. */
bool prg_series_is_count(const prg_series *series);
/* The smallest figure; +infinity if there is none. */
double prg_series_minimum(const prg_series *series);

/* The dimension of a file whose columns are series, and that of one with several kinds of figures.
 */
#define PRG_DIMENSION_SERIES "serie"
#define PRG_DIMENSION_CONTENT "innehåll"

/* What tells the series of a panel apart: region, kön … A panel need not have any. */
typedef struct prg_panel {
  prg_series *series; /* shape (n); owned */
  size_t n;
  char **dimension; /* shape (n_dimension): their names; owned */
  char *
      *dimension_id; /* shape (n_dimension): what programs call them, NULL where nothing does; owned
                      */
  size_t n_dimension;
} prg_panel;

void prg_panel_init(prg_panel *panel);
void prg_panel_clear(prg_panel *panel);
/* Appends and takes over the series (it is cleared if memory is exhausted). */
prg_status prg_panel_add(prg_panel *panel, prg_series *series, prg_error *error);
/* Appends a dimension, before the panel has series. PRG_ENOMEM if memory is exhausted. */
prg_status prg_panel_add_dimension(prg_panel *panel, const char *name, prg_error *error);
/* Says what programs call dimension d ("Kon" beside kön). PRG_ENOMEM if memory is exhausted. */
prg_status prg_panel_set_dimension_id(prg_panel *panel, size_t d, const char *id, prg_error *error);
/* The dimension of that name or id, case ignored; false if there is none. */
bool prg_panel_dimension(const prg_panel *panel, const char *name, size_t *d);
/* The first series of that name; NULL if there is none. Borrowed. */
const prg_series *prg_panel_find(const prg_panel *panel, const char *name);

PRG_END_C

#endif
