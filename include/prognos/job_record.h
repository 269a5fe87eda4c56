/*
 * What a job left behind when it was last run: what it was asked, what it read and wrote, what it
 * warned of. A job whose record still holds has nothing to do.
 *
 *   prognos-job 1
 *   fingerprint 5c1f0e9bd2a37741
 *   code 0                    (another one: "since 2026-11-20", too)
 *   input 6e040635e5b31fc7 elever.csv
 *   output 84a0f2be1dd4c09b prognos.csv
 *   lasting Grundsärskola<tab>Grundsärskola 2024: risken …
 *   end
 *
 * The process of a job hands its record to the run in the same form.
 */
#ifndef PROGNOS_JOB_RECORD_H
#define PROGNOS_JOB_RECORD_H

#include <stdint.h>

#include <prognos/error.h>

PRG_BEGIN_C

typedef enum prg_trace_kind {
  PRG_TRACE_FILE,
  PRG_TRACE_MISSING, /* it was not there */
  PRG_TRACE_OTHER    /* a pipe, say: it cannot be told whether it has changed */
} prg_trace_kind;

/* A file and what was in it. */
typedef struct prg_trace {
  char *path; /* owned */
  prg_trace_kind kind;
  uint64_t hash; /* of a file */
} prg_trace;

/* A lasting alarm is raised until it no longer is; another one is news, told as it happens. */
typedef struct prg_job_alarm {
  bool lasting;
  char *subject, *text; /* what it is about, and what there is to say; owned */
} prg_job_alarm;

typedef struct prg_job_record {
  uint64_t fingerprint; /* of what was asked, and of the program's version */
  int code;             /* the job's exit code, without alarms */
  char since[11];       /* YYYY-MM-DD: the day from which its code has not been 0; "" if it is */
  prg_trace *input, *output;
  size_t n_input, n_output;
  prg_job_alarm *alarm; /* shape (n_alarm) */
  size_t n_alarm;
  char *said;  /* the first line that it said; NULL: nothing. Owned */
  bool failed; /* memory ran out: it is not complete */
} prg_job_record;

/* Add to a record, which begins zeroed. What was seen first of an input counts, and last of an
 * output. Outputs are kept in the order of their paths: threads make them in any. */
void prg_job_record_input(prg_job_record *record, const prg_trace *trace);
void prg_job_record_output(prg_job_record *record, const char *path, uint64_t hash);
void prg_job_record_alarm(prg_job_record *record, bool lasting, const char *subject,
                          const char *text);
/* The first line counts. */
void prg_job_record_said(prg_job_record *record, const char *line);
/* Its code is known: since when it has not been 0. before: the record of the last time. */
void prg_job_record_date(prg_job_record *record, const prg_job_record *before, const char *today);
void prg_job_record_clear(prg_job_record *record);

/* The alarm about that; NULL if there is none. */
const prg_job_alarm *prg_job_record_find_alarm(const prg_job_record *record, const char *subject);

void prg_job_record_write(const prg_job_record *record, prg_buffer *out);
/* False, and an empty record, if the bytes are not a whole record. */
bool prg_job_record_parse(prg_job_record *record, const char *bytes, size_t n);

/* What is in the file now; trace->path is left alone. */
void prg_trace_take(const char *path, prg_trace *trace);

/*
 * True if the job would only do again what it did: what it was asked, read and wrote is as it was.
 * A job whose input was rejected, or too little, is such a one, too; not one that failed otherwise,
 * or whose input was not there.
 */
bool prg_job_record_holds(const prg_job_record *record, uint64_t fingerprint);

PRG_END_C

#endif
