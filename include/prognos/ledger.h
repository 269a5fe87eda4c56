/*
 * The ledger: one SQLite file that remembers every forecast with its whole distribution, and the
 * outcomes as they came and were revised. Nothing is ever taken out of it.
 *
 *   series    name and frequency tell them apart; kind and unit as they were told last
 *   method    model, options, program version, label and grid of probabilities, each set once
 *   forecast  of a series, from an origin, by a method, on an input: once, however often recorded
 *   outcome   the figure of a period that was forecast, when it was first seen, and its revisions
 *
 * Several processes may read while one writes (write-ahead log); a second writer waits for a
 * while. Every text is a bound parameter. An open ledger is for one thread at a time.
 */
#ifndef PROGNOS_LEDGER_H
#define PROGNOS_LEDGER_H

#include <stdint.h>

#include <prognos/accuracy.h>
#include <prognos/forecast.h>

PRG_BEGIN_C

typedef struct prg_ledger prg_ledger;

typedef enum prg_ledger_mode {
  PRG_LEDGER_READ, /* it must be there; it is written to only if it is of an older version */
  PRG_LEDGER_WRITE /* it is made if it is not there */
} prg_ledger_mode;

/*
 * Opens the file. A ledger of an older version is brought up to this one's. PRG_EIO if the file
 * cannot be opened, made or written, PRG_ELOCKED if others keep it for longer than ten seconds,
 * PRG_EINPUT if it is none, is damaged, or is of a newer version. NULL in *ledger if it fails.
 * prg_ledger_close it after use. These errors, with the file's name, are those of all below.
 */
prg_status prg_ledger_open(prg_ledger **ledger, const char *path, prg_ledger_mode mode,
                           prg_error *error);
/* What was begun and not committed is undone. NULL is fine. */
void prg_ledger_close(prg_ledger *ledger);

/* What is recorded between them is there whole or not at all, and is much faster so. */
prg_status prg_ledger_begin(prg_ledger *ledger, prg_error *error);
prg_status prg_ledger_commit(prg_ledger *ledger, prg_error *error);

/* Reads all of the file; PRG_EINPUT with the first thing that is wrong. */
prg_status prg_ledger_check(prg_ledger *ledger, prg_error *error);
/* Writes it anew, without holes. Nothing is deleted from a ledger, so that it never has to. */
prg_status prg_ledger_vacuum(prg_ledger *ledger, prg_error *error);

/* How, when and of what a forecast was made. Texts are UTF-8, NULL where there is none. */
typedef struct prg_ledger_making {
  const char *options; /* those that the forecast depends on, "--name=value", a line each */
  const char *version; /* of the program */
  const char *label;   /* what plan it belongs to: "Lokalförsörjningsplan 2023" */
  const char *unit;    /* of the figures */
  uint64_t input;      /* fingerprint of what was read */
  prg_period made;     /* a day */
} prg_ledger_making;

/*
 * Records a forecast of a series, forecast->series being what it was made from. A period whose
 * quantiles are NaN is one that the forecast, a plan, says nothing of. The last figure up
 * to the origin and the scale of errors are kept with it. Nothing happens if the series has one
 * with the same origin, input, model, options, version and label: *is_new (may be NULL) tells.
 */
prg_status prg_ledger_record(prg_ledger *ledger, const prg_forecast *forecast,
                             const prg_ledger_making *making, bool *is_new, prg_error *error);

/* Of the series that were given a new forecast since the ledger was opened: the latest day of the
 * ones that they had got last. False if none had any. A day before it tells of a clock set back. */
bool prg_ledger_last_day(const prg_ledger *ledger, prg_period *day);

typedef struct prg_ledger_news {
  size_t first, revised; /* outcomes that were not there; that were another figure */
} prg_ledger_news;

/*
 * Takes the series' figures of periods that were forecast as outcomes, seen on that day. Figures of
 * part of a period (exposure other than 1) are none. Adds to *news.
 */
prg_status prg_ledger_outcomes(prg_ledger *ledger, const prg_series *series, prg_period seen,
                               prg_ledger_news *news, prg_error *error);

/* --- reading --- */

typedef struct prg_ledger_outcome {
  int ordinal; /* of the period, of the series' frequency */
  double first, latest;
  prg_period first_seen, latest_seen; /* days */
  size_t n_revision;
} prg_ledger_outcome;

typedef struct prg_ledger_series {
  long long id;
  char *name, *unit;
  prg_frequency frequency;
  prg_kind kind;
  prg_ledger_outcome *outcome; /* shape (n_outcome): by period */
  size_t n_outcome;
} prg_ledger_series;

/* The outcome of a period; NULL if none has come. Borrowed. */
const prg_ledger_outcome *prg_ledger_find_outcome(const prg_ledger_series *series, int ordinal);

/* The model of a plan that others made (`record --plan`). */
#define PRG_LEDGER_PLAN "plan"

/* A recorded forecast. */
typedef struct prg_ledger_forecast {
  const prg_ledger_series *series;
  long long id;  /* see prg_ledger_id_print */
  size_t method; /* place of its method, from 0: the same for all of one method */
  const char *model, *options, *version, *label;
  uint64_t input;
  prg_period made;
  double last;           /* the last figure up to the origin; NaN: not known */
  prg_scale scale;       /* of errors, from the figures up to the origin; NaN: not known */
  prg_forecast forecast; /* without series and notes */
} prg_ledger_forecast;

#define PRG_LEDGER_ID_BYTES 48
/* "12-3": the third forecast of the series 12. Returns `buffer`. */
const char *prg_ledger_id_print(long long id, char buffer[PRG_LEDGER_ID_BYTES]);
/* The other way round; false if the text is no such thing. */
bool prg_ledger_id_parse(const char *text, long long *id);

/* Which forecasts; zeroed: all of them. Borrowed. */
typedef struct prg_ledger_filter {
  const char *const *series; /* names, shape (n_series); 0: all */
  size_t n_series;
  const char *model, *label; /* NULL: all */
  bool has_from, has_to;     /* only with an origin in [from, to], any frequency */
  prg_period from, to;
  long long id; /* one forecast; 0: all */
} prg_ledger_filter;

/* True if the filter lets the forecast through. */
bool prg_ledger_matches(const prg_ledger_filter *filter, const prg_ledger_forecast *forecast);

/* Is shown a forecast, valid until it returns; what it returns other than PRG_OK ends the walk. */
typedef prg_status prg_ledger_visit(void *data, const prg_ledger_forecast *forecast,
                                    prg_error *error);

/*
 * Shows every forecast of the series of that name that `name_filter` wants (its other conditions
 * are for prg_ledger_matches), series after series, in the order in which they were recorded: one
 * reading of the file, of one moment. Memory is bounded by the outcomes of one series. PRG_EINPUT
 * if what is there is damaged.
 */
prg_status prg_ledger_each(prg_ledger *ledger, const prg_ledger_filter *name_filter,
                           prg_ledger_visit *visit, void *data, prg_error *error);

/* How a vintage came about. */
typedef struct prg_ledger_vintage {
  long long id;
  prg_period made;                         /* a day */
  char *model, *options, *version, *label; /* "" where there is none; owned */
} prg_ledger_vintage;

/* The forecasts of one series from different origins, with what has come of it: for a chart. */
typedef struct prg_ledger_vintages {
  prg_series outcome; /* the latest outcomes, and the last figures that the forecasts knew */
  prg_forecast
      *forecast;             /* shape (n): by date and then as recorded, but what was recorded later
                                from later figures comes later, whatever its date; `outcome` is
                                their series. A plan may lack periods: their quantiles are NaN. Owned, as is */
  prg_ledger_vintage *about; /* shape (n) */
  size_t n;
} prg_ledger_vintages;

/*
 * Gathers what the filter lets through of the series of that name (the first, if there is one of
 * each of two frequencies). PRG_EREFUSED if there is none. prg_ledger_vintages_clear it after use,
 * whatever was returned; it must not be moved while its forecasts are in use.
 */
prg_status prg_ledger_vintages_read(prg_ledger *ledger, const char *series,
                                    const prg_ledger_filter *filter, prg_ledger_vintages *vintages,
                                    prg_error *error);
void prg_ledger_vintages_clear(prg_ledger_vintages *vintages);

PRG_END_C

#endif
