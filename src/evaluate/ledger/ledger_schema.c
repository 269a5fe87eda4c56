/*
 * The tables. A change is a new step at the end: what files were made with is never edited.
 *
 * forecast.id is series << 24 | number, so that the forecasts of a series lie together and are read
 * in one go. quantile: horizon × probabilities, IEEE 754 doubles, the least significant byte first.
 * made and seen are days since 1970-01-01; origin and ordinal as in prognos/period.h.
 */
#include "evaluate/ledger/ledger_parts.h"

const char *const ledger_steps[] = {
    "CREATE TABLE series (id INTEGER PRIMARY KEY, name TEXT NOT NULL, frequency TEXT NOT NULL,"
    "  kind TEXT NOT NULL, unit TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,"
    "  UNIQUE (name, frequency));"
    "CREATE TABLE grid (id INTEGER PRIMARY KEY, probability BLOB NOT NULL UNIQUE);"
    "CREATE TABLE method (id INTEGER PRIMARY KEY, model TEXT NOT NULL, options TEXT NOT NULL,"
    "  version TEXT NOT NULL, label TEXT NOT NULL, grid INTEGER NOT NULL REFERENCES grid,"
    "  UNIQUE (model, options, version, label, grid));"
    "CREATE TABLE forecast (id INTEGER PRIMARY KEY, series INTEGER NOT NULL REFERENCES series,"
    "  origin INTEGER NOT NULL, method INTEGER NOT NULL REFERENCES method,"
    "  input INTEGER NOT NULL, made INTEGER NOT NULL, last REAL, scale REAL, scale_square REAL,"
    "  lower REAL, upper REAL, quantile BLOB NOT NULL,"
    "  UNIQUE (series, origin, method, input));"
    "CREATE TABLE outcome (series INTEGER NOT NULL REFERENCES series, ordinal INTEGER NOT NULL,"
    "  revision INTEGER NOT NULL, seen INTEGER NOT NULL, value REAL NOT NULL,"
    "  status TEXT NOT NULL, PRIMARY KEY (series, ordinal, revision)) WITHOUT ROWID;",
};

const size_t ledger_steps_count = sizeof ledger_steps / sizeof ledger_steps[0];
