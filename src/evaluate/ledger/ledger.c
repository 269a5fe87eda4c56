#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "evaluate/ledger/ledger_parts.h"

#define WAIT_MS 10000             /* for another writer */
#define APPLICATION_ID 0x50524c47 /* "PRLG" */

/* --- errors --- */

/* What the system said, where SQLite passes it on. */
static prg_status cannot_use(const prg_ledger *ledger, int code, prg_error *error) {
  int reason = sqlite3_system_errno(ledger->db);
  if (code == SQLITE_FULL)
    reason = ENOSPC;
  else if (reason == 0 && (code == SQLITE_READONLY || code == SQLITE_PERM))
    reason = EACCES;
  if (reason == 0 && code == SQLITE_IOERR)
    return prg_fail_at(error, ledger->path, 0, 0, PRG_TEXT_LEDGER_DISK, NULL);
  prg_text text = code == SQLITE_CANTOPEN ? PRG_TEXT_CANNOT_OPEN : PRG_TEXT_LEDGER_CANNOT_USE;
  return prg_fail_at(
      error, ledger->path, 0, 0, text,
      PRG_ARGS(reason != 0 ? prg_system_reason(reason) : prg_string(sqlite3_errmsg(ledger->db))));
}

prg_status ledger_damaged(const prg_ledger *ledger, prg_error *error) {
  return prg_fail_at(error, ledger->path, 0, 0, PRG_TEXT_LEDGER_DAMAGED, NULL);
}

prg_status ledger_answer(const prg_ledger *ledger, int code, prg_error *error) {
  switch (code & 0xff) {
  case SQLITE_OK:
  case SQLITE_ROW:
  case SQLITE_DONE:
    return PRG_OK;
  case SQLITE_NOMEM:
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return prg_fail_at(error, ledger->path, 0, 0, PRG_TEXT_LEDGER_LOCKED, NULL);
  case SQLITE_NOTADB:
    return prg_fail_at(error, ledger->path, 0, 0, PRG_TEXT_LEDGER_NONE, NULL);
  case SQLITE_CORRUPT:
  case SQLITE_ERROR: /* a table that should be there is not */
  case SQLITE_CONSTRAINT:
    return ledger_damaged(ledger, error);
  default:
    return cannot_use(ledger, code & 0xff, error);
  }
}

/* --- statements --- */

prg_status ledger_run(const prg_ledger *ledger, const char *sql, prg_error *error) {
  return ledger_answer(ledger, sqlite3_exec(ledger->db, sql, NULL, NULL, NULL), error);
}

prg_status ledger_prepare(const prg_ledger *ledger, const char *sql, sqlite3_stmt **statement,
                          prg_error *error) {
  return ledger_answer(
      ledger, sqlite3_prepare_v3(ledger->db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL),
      error);
}

prg_status ledger_step(const prg_ledger *ledger, sqlite3_stmt *statement, bool *has_row,
                       prg_error *error) {
  int code = sqlite3_step(statement);
  *has_row = code == SQLITE_ROW;
  return ledger_answer(ledger, code, error);
}

/* The first column of the first row of a pragma; 0 if there is none. */
static prg_status read_integer(const prg_ledger *ledger, const char *sql, sqlite3_int64 *value,
                               prg_error *error) {
  sqlite3_stmt *statement = NULL;
  bool has_row = false;
  *value = 0;
  prg_status status = ledger_prepare(ledger, sql, &statement, error);
  if (status == PRG_OK)
    status = ledger_step(ledger, statement, &has_row, error);
  if (has_row)
    *value = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return status;
}

void ledger_bind_number(sqlite3_stmt *statement, int parameter, double number) {
  sqlite3_bind_double(statement, parameter, number); /* NaN is stored as NULL */
}

double ledger_column_number(sqlite3_stmt *statement, int column) {
  bool is_number = sqlite3_column_type(statement, column) != SQLITE_NULL;
  return is_number ? sqlite3_column_double(statement, column) : (double)NAN;
}

const char *ledger_column_text(sqlite3_stmt *statement, int column) {
  const char *text = (const char *)sqlite3_column_text(statement, column);
  return text == NULL ? "" : text;
}

void ledger_pack(const double *number, size_t n, unsigned char *bytes) {
  for (size_t i = 0; i < n; i++) {
    uint64_t bits;
    memcpy(&bits, &number[i], sizeof bits);
    for (size_t k = 0; k < 8; k++)
      bytes[8 * i + k] = (unsigned char)(bits >> 8 * k);
  }
}

void ledger_unpack(const unsigned char *bytes, size_t n, double *number) {
  for (size_t i = 0; i < n; i++) {
    uint64_t bits = 0;
    for (size_t k = 0; k < 8; k++)
      bits |= (uint64_t)bytes[8 * i + k] << 8 * k;
    memcpy(&number[i], &bits, sizeof bits);
  }
}

/* --- versions --- */

/* A file that has tables but is not marked as ours is somebody else's. */
static prg_status check_application(const prg_ledger *ledger, bool *is_empty, prg_error *error) {
  sqlite3_int64 application, tables;
  prg_status status = read_integer(ledger, "PRAGMA application_id", &application, error);
  if (status == PRG_OK)
    status = read_integer(ledger, "SELECT count(*) FROM sqlite_schema", &tables, error);
  if (status != PRG_OK)
    return status;
  *is_empty = application == 0 && tables == 0;
  return *is_empty || application == APPLICATION_ID
             ? PRG_OK
             : prg_fail_at(error, ledger->path, 0, 0, PRG_TEXT_LEDGER_NONE, NULL);
}

static prg_status run_steps(const prg_ledger *ledger, const char *const *step, size_t from,
                            size_t n, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t version = from; version < n && status == PRG_OK; version++)
    status = ledger_run(ledger, step[version], error);
  char *mark = sqlite3_mprintf("PRAGMA application_id = %d; PRAGMA user_version = %d",
                               APPLICATION_ID, (int)n);
  if (status == PRG_OK)
    status =
        mark == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : ledger_run(ledger, mark, error);
  sqlite3_free(mark);
  return status;
}

/* The version is read anew under the lock: another may have done it meanwhile. */
prg_status ledger_upgrade(const prg_ledger *ledger, const char *const *step, size_t n,
                          prg_error *error) {
  sqlite3_int64 version = 0;
  prg_status status = ledger_run(ledger, "BEGIN IMMEDIATE", error);
  if (status != PRG_OK)
    return status;
  status = read_integer(ledger, "PRAGMA user_version", &version, error);
  if (status == PRG_OK && version < (sqlite3_int64)n)
    status = run_steps(ledger, step, (size_t)version, n, error);
  if (status == PRG_OK)
    status = ledger_run(ledger, "COMMIT", error);
  if (status != PRG_OK)
    ledger_run(ledger, "ROLLBACK", NULL);
  return status;
}

static prg_status bring_up_to_date(const prg_ledger *ledger, prg_ledger_mode mode,
                                   prg_error *error) {
  sqlite3_int64 version = 0;
  bool is_empty;
  prg_status status = check_application(ledger, &is_empty, error);
  if (status == PRG_OK && is_empty && mode == PRG_LEDGER_READ)
    return prg_fail_at(error, ledger->path, 0, 0, PRG_TEXT_LEDGER_NONE, NULL);
  if (status == PRG_OK && is_empty)
    status = ledger_run(ledger, "PRAGMA journal_mode = WAL", error);
  if (status == PRG_OK)
    status = read_integer(ledger, "PRAGMA user_version", &version, error);
  if (status != PRG_OK)
    return status;
  if (version < 0 || version > (sqlite3_int64)ledger_steps_count)
    return prg_fail_at(error, ledger->path, 0, 0, PRG_TEXT_LEDGER_NEWER,
                       PRG_ARGS(prg_integer(version), prg_integer((int)ledger_steps_count)));
  return version < (sqlite3_int64)ledger_steps_count
             ? ledger_upgrade(ledger, ledger_steps, ledger_steps_count, error)
             : PRG_OK;
}

/* --- opening --- */

static prg_buffer folder_of(const char *path) {
  const char *slash = strrchr(path, '/');
  prg_buffer folder = {0};
  if (slash == NULL)
    prg_buffer_add(&folder, ".");
  else
    prg_buffer_add_n(&folder, path, (size_t)(slash - path) + 1);
  return folder;
}

/* Why no file can be made there; 0: one can. SQLite gives no good reason. */
static int folder_reason(const char *path) {
  prg_buffer folder = folder_of(path);
  int reason = access(prg_buffer_string(&folder), W_OK | X_OK) == 0 ? 0 : errno;
  prg_buffer_free(&folder);
  return reason;
}

/* Two that make the same ledger at once would be in each other's way: the lock of the folder lets
 * one of them at a time. −1: the ledger is there. (A lock of the file itself would be undone with
 * SQLite's own.) */
static int wait_to_make(const char *path, prg_ledger_mode mode) {
  struct stat about;
  if (mode == PRG_LEDGER_READ || (stat(path, &about) == 0 && about.st_size > 0))
    return -1;
  prg_buffer folder = folder_of(path);
  int descriptor = open(prg_buffer_string(&folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  prg_buffer_free(&folder);
  if (descriptor >= 0)
    flock(descriptor, LOCK_EX);
  return descriptor;
}

/* A device would be written to, and a directory gives no good reason. */
static prg_status check_file(const char *path, prg_ledger_mode mode, prg_error *error) {
  struct stat about;
  int found = stat(path, &about);
  int reason = found != 0 ? errno : S_ISDIR(about.st_mode) ? EISDIR : 0;
  if (found == 0 && reason == 0 && !S_ISREG(about.st_mode))
    return prg_fail_at(error, path, 0, 0, PRG_TEXT_LEDGER_NONE, NULL);
  if (found != 0 && reason == ENOENT && mode == PRG_LEDGER_READ)
    return prg_fail_at(error, path, 0, 0, PRG_TEXT_LEDGER_MISSING, NULL);
  if (reason == ENOENT)
    reason = folder_reason(path);
  return reason == 0 ? PRG_OK
                     : prg_fail_at(error, path, 0, 0, PRG_TEXT_CANNOT_OPEN,
                                   PRG_ARGS(prg_system_reason(reason)));
}

/* A name of its own that SQLite takes for nothing else; as it stands, or as that of a file that
 * nobody writes to. */
static char *database_name(const char *path, bool immutable) {
  prg_buffer name = {0};
  if (immutable)
    prg_buffer_add(&name, "file:");
  if (path[0] != '/')
    prg_buffer_add(&name, "./");
  for (const char *c = path; *c != '\0'; c++) {
    if (immutable && strchr("?#%", *c) != NULL)
      prg_buffer_printf(&name, "%%%02X", (unsigned)*c);
    else
      prg_buffer_add_char(&name, *c);
  }
  if (immutable)
    prg_buffer_add(&name, "?immutable=1");
  if (name.failed)
    prg_buffer_free(&name);
  return name.data;
}

static prg_status open_database(prg_ledger *ledger, prg_ledger_mode mode, bool immutable,
                                prg_error *error) {
  char *name = database_name(ledger->path, immutable);
  if (name == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  int flags = immutable ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE;
  flags |= SQLITE_OPEN_NOMUTEX; /* a ledger is one thread's */
  if (mode == PRG_LEDGER_WRITE)
    flags |= SQLITE_OPEN_CREATE;
  int code = sqlite3_open_v2(name, &ledger->db, flags | SQLITE_OPEN_EXRESCODE, NULL);
  free(name);
  if (ledger->db == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = ledger_answer(ledger, code, error);
  sqlite3_busy_timeout(ledger->db, WAIT_MS);
  sqlite3_db_config(ledger->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (status == PRG_OK)
    status = ledger_run(ledger,
                        "PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL;"
                        "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536",
                        error);
  return status == PRG_OK ? bring_up_to_date(ledger, mode, error) : status;
}

/* Beside a file that has a write-ahead log there must be room for its index, except if nobody can
 * be writing. */
static bool may_be_immutable(const prg_ledger *ledger) {
  prg_buffer log = {0};
  prg_buffer_printf(&log, "%s-wal", ledger->path);
  bool is_there = access(prg_buffer_string(&log), F_OK) == 0;
  prg_buffer_free(&log);
  return !is_there;
}

static prg_status open_somehow(prg_ledger *ledger, prg_ledger_mode mode, prg_error *error) {
  int folder = wait_to_make(ledger->path, mode);
  prg_status status = open_database(ledger, mode, false, error);
  if (folder >= 0)
    close(folder);
  bool again = status == PRG_EIO && mode == PRG_LEDGER_READ && may_be_immutable(ledger);
  if (again) {
    sqlite3_close(ledger->db);
    ledger->db = NULL;
    status = open_database(ledger, mode, true, error);
  }
  if (status == PRG_OK && mode == PRG_LEDGER_WRITE && sqlite3_db_readonly(ledger->db, "main") == 1)
    return prg_fail_at(error, ledger->path, 0, 0, PRG_TEXT_CANNOT_WRITE,
                       PRG_ARGS(prg_system_reason(EACCES)));
  return status;
}

prg_status prg_ledger_open(prg_ledger **ledger, const char *path, prg_ledger_mode mode,
                           prg_error *error) {
  *ledger = NULL;
  prg_status status = check_file(path, mode, error);
  if (status != PRG_OK)
    return status;
  prg_ledger *opened = calloc(1, sizeof *opened);
  if (opened != NULL)
    opened->path = strdup(path);
  status = opened == NULL || opened->path == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                                                  : open_somehow(opened, mode, error);
  if (status == PRG_OK)
    *ledger = opened;
  else
    prg_ledger_close(opened);
  return status;
}

void prg_ledger_close(prg_ledger *ledger) {
  if (ledger == NULL)
    return;
  for (size_t i = 0; i < LEDGER_QUERIES; i++)
    sqlite3_finalize(ledger->query[i]);
  sqlite3_close(ledger->db);
  free(ledger->path);
  free(ledger);
}

/* --- the whole --- */

prg_status prg_ledger_begin(prg_ledger *ledger, prg_error *error) {
  return ledger_run(ledger, "BEGIN IMMEDIATE", error);
}

prg_status prg_ledger_commit(prg_ledger *ledger, prg_error *error) {
  return ledger_run(ledger, "COMMIT", error);
}

prg_status prg_ledger_check(prg_ledger *ledger, prg_error *error) {
  sqlite3_stmt *statement = NULL;
  bool has_row = false;
  prg_status status = ledger_prepare(ledger, "PRAGMA integrity_check(1)", &statement, error);
  if (status == PRG_OK)
    status = ledger_step(ledger, statement, &has_row, error);
  const char *told = has_row ? ledger_column_text(statement, 0) : "";
  const char *last = strrchr(told, '\n'); /* "*** in database main ***", and what is wrong */
  if (status == PRG_OK && strcmp(told, "ok") != 0)
    status = prg_fail_at(error, ledger->path, 0, 0, PRG_TEXT_LEDGER_DAMAGED_AT,
                         PRG_ARGS(prg_string(last == NULL ? told : last + 1)));
  sqlite3_finalize(statement);
  return status;
}

prg_status prg_ledger_vacuum(prg_ledger *ledger, prg_error *error) {
  prg_status status = ledger_run(ledger, "VACUUM", error);
  return status == PRG_OK ? ledger_run(ledger, "PRAGMA wal_checkpoint(TRUNCATE)", error) : status;
}
