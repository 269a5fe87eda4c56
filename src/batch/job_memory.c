#include "batch/job_memory.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <prognos/atomic_file.h>
#include <prognos/hash.h>
#include <prognos/source.h>
#include <prognos/temporary.h>
#include <prognos/version.h>

/* What the work may remember: see prg_job_memory_next. */
static const char *const remembered[] = {"input.csv", "forecast.csv"};

#define STEM_BYTES 180 /* of a file name, which may have 255 in all */

void job_memory_stem(const char *name, prg_buffer *out) {
  for (const char *next = name; *next != '\0'; next++) {
    unsigned char c = (unsigned char)*next;
    if (out->length > STEM_BYTES) { /* its hash stands for the rest */
      prg_buffer_printf(out, "%%%016" PRIx64, prg_hash(name, strlen(name)));
      return;
    }
    bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                 c == '-' || c == '_' || c >= 0x80;
    prg_buffer_printf(out, plain ? "%c" : "%%%02X", c);
  }
}

void prg_job_memory_path(const prg_job_memory *memory, const char *name, prg_buffer *path) {
  prg_buffer_printf(path, "%s/%s.%s", memory->directory, memory->stem, name);
}

void prg_job_memory_next(const prg_job_memory *memory, const char *name, prg_buffer *path) {
  prg_job_memory_path(memory, name, path);
  prg_buffer_add(path, ".next");
}

void job_memory_recall(const prg_job_memory *memory, prg_job_record *record) {
  prg_buffer path = {0}, bytes = {0};
  *record = (prg_job_record){0};
  prg_job_memory_path(memory, "job", &path);
  if (prg_source_read(prg_buffer_string(&path), &bytes, NULL) == PRG_OK)
    prg_job_record_parse(record, prg_buffer_string(&bytes), bytes.length);
  prg_buffer_free(&path);
  prg_buffer_free(&bytes);
}

prg_status job_memory_keep(const prg_job_memory *memory, const prg_job_record *record,
                           prg_error *error) {
  prg_buffer path = {0}, bytes = {0};
  prg_job_memory_path(memory, "job", &path);
  prg_job_record_write(record, &bytes);
  prg_status status = record->failed || bytes.failed || path.failed
                          ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                          : prg_atomic_write(path.data, bytes.data, bytes.length, error);
  prg_buffer_free(&path);
  prg_buffer_free(&bytes);
  return status;
}

static prg_status turn(const prg_job_memory *memory, const char *name, prg_error *error) {
  prg_buffer path = {0}, next = {0};
  prg_job_memory_path(memory, name, &path);
  prg_job_memory_next(memory, name, &next);
  prg_status status = PRG_OK;
  if (path.failed || next.failed)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  else if (rename(next.data, path.data) != 0 && errno != ENOENT) /* mostly there is none */
    status = prg_fail_at(error, path.data, 0, 0, PRG_TEXT_CANNOT_WRITE,
                         PRG_ARGS(prg_system_reason(errno)));
  prg_buffer_free(&path);
  prg_buffer_free(&next);
  return status;
}

prg_status job_memory_turn(const prg_job_memory *memory, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t i = 0; i < sizeof remembered / sizeof *remembered && status == PRG_OK; i++)
    status = turn(memory, remembered[i], error);
  return status;
}

void job_memory_drop(const prg_job_memory *memory) {
  for (size_t i = 0; i < sizeof remembered / sizeof *remembered; i++) {
    prg_buffer next = {0};
    prg_job_memory_next(memory, remembered[i], &next);
    unlink(prg_buffer_string(&next));
    prg_buffer_free(&next);
  }
}

/* With its zero byte, so that "ab" and "c" are not "a" and "bc". */
static uint64_t add_string(uint64_t hash, const char *string) {
  return prg_hash_more(hash, string, strlen(string) + 1);
}

uint64_t job_memory_fingerprint(const prg_job *job, const char *manner) {
  uint64_t hash = add_string(PRG_HASH_START, PRG_VERSION);
  hash = add_string(hash, manner);
  hash = add_string(hash, job->verb);
  for (size_t i = 0; i < job->n_input; i++)
    hash = add_string(hash, job->input[i]);
  for (size_t i = 0; i < job->n_option; i++)
    hash = add_string(add_string(hash, job->option[i]->key), job->option[i]->value);
  const char alarms[] = {(char)('0' + job->alarm_revision), (char)('0' + job->alarm_moved), '\0'};
  return add_string(hash, alarms);
}

void job_memory_clean(const prg_job *job) {
  for (size_t i = 0; i < job->n_directory; i++)
    prg_temporary_clean(job->directory[i]);
  if (job->output == NULL || job->fills_directory)
    return;
  const char *slash = strrchr(job->output, '/');
  char *directory =
      slash == NULL ? strdup(".") : strndup(job->output, (size_t)(slash - job->output) + 1);
  if (directory != NULL)
    prg_temporary_clean(directory);
  free(directory);
}
