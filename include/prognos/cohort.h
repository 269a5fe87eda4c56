/*
 * Cohort progression: the persons of one grade (or one-year age) this year are, times a ratio,
 * those of the next grade next year. The ratios come from the last years, are shrunk by an amount
 * the data decide, and are uncertain; so are the years to come. The method is in docs/method.md.
 */
#ifndef PROGNOS_COHORT_H
#define PROGNOS_COHORT_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/error.h>

PRG_BEGIN_C

#define PRG_COHORT_GRADES_MAX 128

/* Persons by grade and year. A plain value; whoever made it owns the array. */
typedef struct prg_cohort_table {
  size_t n_grade, n_year;
  double *count; /* shape (n_grade, n_year): >= 0, NaN where there is no figure; grades in order,
                    the years consecutive, the last one the origin */
} prg_cohort_table;

/* What is taken for granted of the years to come. */
typedef enum prg_migration {
  PRG_MIGRATION_RECENT,   /* the weighted ratios, and the year effect as it has behaved */
  PRG_MIGRATION_NONE,     /* every ratio 1: nobody moves in or out */
  PRG_MIGRATION_5_YEARS,  /* the plain ratios of the last 5 years go on */
  PRG_MIGRATION_10_YEARS, /* of the last 10 */
  PRG_MIGRATION_COUNT
} prg_migration;

/* "recent", "none", "5-year", "10-year"; static storage. */
const char *prg_migration_name(prg_migration migration);
/* The scenario of that name; false if there is none. */
bool prg_migration_from_name(const char *name, prg_migration *migration);

typedef struct prg_cohort_options {
  size_t years;     /* >= 1: the ratios are those of the last so many steps; default 10 */
  double half_life; /* > 0, years: a ratio so old weighs half; default 5 */
  prg_migration migration;
} prg_cohort_options;

void prg_cohort_options_init(prg_cohort_options *options);

/* The step into one grade from the one below. */
typedef struct prg_cohort_ratio {
  double own;        /* weighted, of the table alone; NaN if nobody was there to move on */
  double reference;  /* of the reference, or what all grades have in common; > 0 */
  double weight;     /* of its own departure from the reference, 0 … 1 */
  double used;       /* for the first year ahead, the year effect included; > 0 */
  double dispersion; /* variance of a grade about its expectation, per person expected; > 0 */
  size_t years;      /* steps it was seen in */
} prg_cohort_ratio;

/* A table with its ratios and what is known of its year effects. */
typedef struct prg_cohort prg_cohort;

/* Tables of other units, of the same grades and any years; NaN where a unit has not a grade. */
typedef struct prg_cohort_pool {
  prg_cohort_table *table; /* shape (n) */
  size_t n;
} prg_cohort_pool;

/*
 * Finds the ratios of the table. The reference is the ratios of the pool, which may be NULL.
 * Where no two consecutive years have figures nothing is known, and it says so by being wide.
 * PRG_ENOMEM. prg_cohort_free it after use.
 */
prg_status prg_cohort_fit(const prg_cohort_table *table, const prg_cohort_pool *pool,
                          const prg_cohort_options *options, prg_cohort **cohort, prg_error *error);
void prg_cohort_free(prg_cohort *cohort);

/* The ratio into grade g = 1 … n_grade − 1. Borrowed. */
const prg_cohort_ratio *prg_cohort_ratio_into(const prg_cohort *cohort, size_t g);
/* How much of the common level is the table's own, 0 … 1: the rest is the reference's. */
double prg_cohort_level_weight(const prg_cohort *cohort);

/* What comes from outside. */
typedef struct prg_cohort_future {
  size_t horizon;      /* years ahead, >= 1 */
  const double *entry; /* shape (n_paths, horizon): persons in grade 0; >= 0 */
  const double *added; /* shape (horizon, n_grade): persons expected beside what the ratios tell,
                          from housing; >= 0; NULL: none */
} prg_cohort_future;

/*
 * Sample paths of the years to come; path: shape (n_paths, horizon, n_grade), >= 0, and whole if
 * the table's figures are. The same seed gives the same paths. PRG_ENOMEM.
 */
prg_status prg_cohort_paths(const prg_cohort *cohort, const prg_cohort_future *future,
                            size_t n_paths, unsigned long seed, double *path, prg_error *error);

PRG_END_C

#endif
