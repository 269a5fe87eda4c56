/* What the parts of the ledger share: the open file, its statements, its errors. */
#ifndef EVALUATE_LEDGER_PARTS_H
#define EVALUATE_LEDGER_PARTS_H

#include <prognos/ledger.h>
#include <sqlite3.h>

#define LEDGER_NUMBER_BITS 24 /* of a forecast's id: its number within the series */
#define LEDGER_NUMBER_MAX (((sqlite3_int64)1 << LEDGER_NUMBER_BITS) - 1)

/* The statements that recording runs again and again, prepared once. */
typedef enum ledger_query {
  LEDGER_FIND_SERIES,
  LEDGER_ADD_SERIES,
  LEDGER_WIDEN_SERIES,
  LEDGER_FIND_GRID,
  LEDGER_ADD_GRID,
  LEDGER_FIND_METHOD,
  LEDGER_ADD_METHOD,
  LEDGER_FIND_FORECAST,
  LEDGER_LAST_NUMBER,
  LEDGER_ADD_FORECAST,
  LEDGER_FIND_OUTCOMES,
  LEDGER_ADD_OUTCOME,
  LEDGER_QUERIES
} ledger_query;

struct prg_ledger {
  sqlite3 *db;
  char *path; /* as it was named */
  sqlite3_stmt *query[LEDGER_QUERIES];
  bool has_last;   /* a forecast was recorded of a series that had one */
  prg_period last; /* the latest day of those */
};

/* The error of what SQLite answered; PRG_OK if it went well. */
prg_status ledger_answer(const prg_ledger *ledger, int code, prg_error *error);
/* The file holds what it cannot. */
prg_status ledger_damaged(const prg_ledger *ledger, prg_error *error);

/* Runs SQL without parameters. */
prg_status ledger_run(const prg_ledger *ledger, const char *sql, prg_error *error);
/* Prepares SQL; sqlite3_finalize it after use. */
prg_status ledger_prepare(const prg_ledger *ledger, const char *sql, sqlite3_stmt **statement,
                          prg_error *error);
/* Steps: *has_row tells whether there is another row. */
prg_status ledger_step(const prg_ledger *ledger, sqlite3_stmt *statement, bool *has_row,
                       prg_error *error);

/* A prepared query, reset and with nothing bound. Borrowed. */
prg_status ledger_query_of(prg_ledger *ledger, ledger_query which, sqlite3_stmt **statement,
                           prg_error *error);

/* Brings a file from its version to n, by the steps after it, at once or not at all. */
prg_status ledger_upgrade(const prg_ledger *ledger, const char *const *step, size_t n,
                          prg_error *error);
/* The steps, ledger_steps[v] from version v to v + 1. */
extern const char *const ledger_steps[];
extern const size_t ledger_steps_count;

/* NaN is NULL in the file, and the other way round. */
void ledger_bind_number(sqlite3_stmt *statement, int parameter, double number);
double ledger_column_number(sqlite3_stmt *statement, int column);
/* NULL is "". Borrowed until the next step. */
const char *ledger_column_text(sqlite3_stmt *statement, int column);

/* Doubles as bytes, the least significant first whatever the machine. */
void ledger_pack(const double *number, size_t n, unsigned char *bytes);
void ledger_unpack(const unsigned char *bytes, size_t n, double *number);

#endif
