/*
 * The job file as it is written, before anybody asks what its keys mean:
 *
 *   state = /var/lib/prognos      keys of the run itself, before the first section
 *   include = common.ini
 *   [defaults]                    what every job has that can have it
 *   lang = en
 *   [grundskola]                  a job
 *   verb = forecast
 *   files = elever.csv
 *
 * A key may be repeated. Comments are lines that begin with ; or #. `include` stands before the
 * first job; its path is relative to the file it stands in.
 */
#ifndef PROGNOS_JOB_FILE_H
#define PROGNOS_JOB_FILE_H

#include <prognos/error.h>

PRG_BEGIN_C

#define PRG_JOB_NAME_BYTES 100
#define PRG_JOB_LINE_BYTES 16384
#define PRG_JOB_INCLUDES 8 /* one in another */

/* Strings belong to the prg_job_file, or are static. */
typedef struct prg_setting {
  const char *key, *value;
  const char *file; /* where it stands */
  size_t line;      /* from 1 */
} prg_setting;

typedef struct prg_job_section {
  const char *name;
  const char *file;
  size_t line;
  prg_setting *setting; /* shape (n); owned */
  size_t n;
} prg_job_section;

typedef struct prg_job_file {
  prg_job_section run, defaults; /* may be empty */
  prg_job_section *job;          /* shape (n), in the file's order; owned */
  size_t n;
  char **string; /* shape (n_string): what the strings above point to; owned */
  size_t n_string;
} prg_job_file;

/* Appends the bytes of an included file; as prg_source_read. */
typedef prg_status prg_job_file_loader(const char *path, prg_buffer *out, prg_error *error);

/*
 * Reads bytes[0..n); `name` is for errors and for the paths of what is included. PRG_EUSAGE with
 * file and line: a line that is neither section nor key = value, a section without or with too long
 * a name, or with one that is there already, `include` in a job or in a circle, a line that is too
 * long, a zero byte or what is not UTF-8. prg_job_file_clear it after use, whatever was returned.
 */
prg_status prg_job_file_read(const char *name, const char *bytes, size_t n,
                             prg_job_file_loader *load, prg_job_file *out, prg_error *error);
void prg_job_file_clear(prg_job_file *file);

PRG_END_C

#endif
