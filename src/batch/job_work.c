#include "batch/job_work.h"

#include <errno.h>
#include <unistd.h>

#include <prognos/watch.h>

/* Before it is read: if it changes meanwhile, it is another one next time. */
static void note_input(void *context, const char *path) {
  prg_trace trace = {.path = (char *)path};
  prg_trace_take(path, &trace);
  prg_job_record_input(context, &trace);
}

static void note_output(void *context, const char *path, uint64_t hash) {
  prg_job_record_output(context, path, hash);
}

/* Half a record is none: whoever reads it sees that its end is missing. */
static void hand_over(const prg_job_record *record, int report) {
  prg_buffer text = {0};
  prg_job_record_write(record, &text);
  const char *bytes = prg_buffer_string(&text);
  size_t n = record->failed || text.failed ? 0 : text.length;
  while (n > 0) {
    ssize_t written = write(report, bytes, n);
    if (written < 0 && errno != EINTR)
      break;
    bytes += written > 0 ? written : 0;
    n -= written > 0 ? (size_t)written : 0;
  }
  prg_buffer_free(&text);
}

int job_work_do(void *context, int report) {
  const job_work *work = context;
  prg_job_record record = {.fingerprint = work->fingerprint};
  const prg_watcher watcher = {note_input, note_output, &record};
  prg_watch_files(&watcher);
  int code = work->jobs->work(work->jobs->context, work->job, work->memory, &record);
  prg_watch_files(NULL);
  record.code = code;
  hand_over(&record, report);
  prg_job_record_clear(&record);
  return code;
}
