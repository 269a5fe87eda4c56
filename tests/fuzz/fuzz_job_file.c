/* libFuzzer: a job file that includes itself now and then, its plan, and a record of a job. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/job_record.h>

#include "job_verbs.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *text;
static size_t length;

/* Every included file is what stands behind the first zero. */
static prg_status load(const char *path, prg_buffer *out, prg_error *error) {
  size_t first = strnlen(text, length);
  if (first == length)
    return prg_fail_at(error, path, 0, 0, PRG_TEXT_SOURCE_MISSING, NULL);
  prg_buffer_add_n(out, text + first + 1, length - first - 1);
  return out->failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

/* Every job comes once, after those it is to come after. */
static void check_order(const prg_job_plan *plan) {
  size_t *place = calloc(plan->n + 1, sizeof *place);
  for (size_t k = 0; place != NULL && k < plan->n; k++)
    place[plan->order[k]] = k + 1;
  for (size_t i = 0; place != NULL && i < plan->n; i++) {
    if (place[i] == 0)
      abort();
    for (size_t k = 0; k < plan->job[i].n_after; k++)
      if (place[plan->job[i].after[k]] > place[i])
        abort();
  }
  free(place);
}

/* What was read is written as it was, or is no record. */
static void check_record(const char *bytes, size_t n) {
  prg_job_record record, again;
  prg_buffer once = {0}, twice = {0};
  if (!prg_job_record_parse(&record, bytes, n))
    return;
  prg_job_record_write(&record, &once);
  if (!prg_job_record_parse(&again, once.data, once.length))
    abort();
  prg_job_record_write(&again, &twice);
  if (strcmp(once.data, twice.data) != 0)
    abort();
  prg_job_record_clear(&record);
  prg_job_record_clear(&again);
  prg_buffer_free(&once);
  prg_buffer_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  text = (const char *)data;
  length = size;
  prg_job_file file;
  prg_job_plan plan;
  prg_error error;
  if (prg_job_file_read("d/jobs.ini", text, strnlen(text, size), load, &file, &error) == PRG_OK) {
    if (prg_job_plan_make(&file, &test_verbs, &plan, &error) == PRG_OK && plan.n_problem == 0)
      check_order(&plan);
    prg_job_plan_clear(&plan);
  }
  prg_job_file_clear(&file);
  check_record(text, size);
  return 0;
}
