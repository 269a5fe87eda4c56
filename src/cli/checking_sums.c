#include <prognos/sum_control.h>

#include "cli/checking.h"
#include "cli/structure.h"

/* The series that are summed, and how. */
typedef struct sum_job {
  prg_reading anew;       /* the file read anew, where totals must be added; else empty */
  const prg_panel *panel; /* of it, or of the first reading */
  prg_hierarchy hierarchy;
  prg_notes notes;
} sum_job;

static bool left_out_totals(const prg_reading *reading) {
  for (size_t i = 0; i < reading->left_out.n; i++)
    if (reading->left_out.item[i].reason == PRG_TEXT_LEFT_OUT_TOTAL)
      return true;
  return false;
}

/* Reads the file anew with its totals. That they cannot be read is no error: it is told, and the
 * rest is checked. */
static prg_status read_anew(command *run, const checking *file, prg_reading *anew,
                            prg_error *error) {
  prg_status status = asking_read_totals(run, file->path, &file->bytes, anew, error);
  if (status == PRG_OK || status == PRG_ENOMEM)
    return status;
  prg_buffer why = {0};
  prg_message_write(&error->message, run->language, &why);
  checking_write(run, PRG_TEXT_CHECK_TOTALS_UNREADABLE,
                 PRG_ARGS(prg_string(prg_buffer_string(&why))));
  prg_buffer_free(&why);
  return asking_read_bytes(run, file->path, &file->bytes, anew, error);
}

static prg_status find_panel(command *run, const checking *file, sum_job *job, prg_error *error) {
  job->panel = &file->reading.panel;
  if (!left_out_totals(&file->reading) && !option_is_given(&run->options, "totals"))
    return PRG_OK;
  job->panel = &job->anew.panel;
  prg_status status = read_anew(run, file, &job->anew, error);
  return status == PRG_OK ? structure_add_totals(run, &job->anew.panel, error) : status;
}

static const char *total_name(const sum_job *job, const prg_sum_figures *figures) {
  return job->panel->series[job->hierarchy.sum[figures->sum].total].name;
}

/* Name, period, and both sums of the first of an outcome, after its count. */
static void write_outcome(command *run, const sum_job *job, const prg_sum_account *account,
                          prg_sum_outcome outcome, prg_text text) {
  if (account->count[outcome] == 0)
    return;
  const prg_sum_figures *first = &account->first[outcome];
  char period[PRG_PERIOD_BYTES];
  checking_write(run, text,
                 PRG_ARGS(prg_integer((long long)account->count[outcome]),
                          prg_string(total_name(job, first)),
                          prg_string(prg_period_print(first->period, period)),
                          prg_number(first->parts, -1), prg_number(first->total, -1)));
}

/* The first difference is the error; how many more there are is told beside it. */
static void tell_wrong(command *run, const checking *file, const sum_job *job,
                       const prg_sum_account *account) {
  size_t wrong = account->count[PRG_SUM_WRONG];
  if (wrong == 0)
    return;
  const prg_sum_figures *first = &account->first[PRG_SUM_WRONG];
  char period[PRG_PERIOD_BYTES];
  prg_error error;
  prg_fail_at(&error, asking_name(file->path), 0, 0, PRG_TEXT_SUM_WRONG,
              PRG_ARGS(prg_string(total_name(job, first)),
                       prg_string(prg_period_print(first->period, period)),
                       prg_number(first->parts, -1), prg_number(first->total, -1)));
  command_tell_error(run, &error);
  if (wrong > 1)
    checking_write(run, PRG_TEXT_CHECK_SUMS_MORE, PRG_ARGS(prg_integer((long long)wrong - 1)));
}

static void write_account(command *run, const checking *file, const sum_job *job,
                          const prg_sum_account *account) {
  const size_t *count = account->count;
  size_t right = count[PRG_SUM_EXACT] + count[PRG_SUM_TOLERATED] + count[PRG_SUM_NOISE];
  size_t unchecked = count[PRG_SUM_UNCHECKED] + count[PRG_SUM_NOT_ADDITIVE];
  for (size_t i = 0; i < job->notes.n; i++) {
    prg_message_write(&job->notes.note[i], run->language, &run->out);
    prg_buffer_add_char(&run->out, '\n');
  }
  checking_write(run, PRG_TEXT_CHECK_SUMS,
                 PRG_ARGS(prg_integer((long long)(right + count[PRG_SUM_WRONG])),
                          prg_integer((long long)right), prg_integer((long long)unchecked)));
  write_outcome(run, job, account, PRG_SUM_TOLERATED, PRG_TEXT_CHECK_SUMS_TOLERATED);
  write_outcome(run, job, account, PRG_SUM_NOISE, PRG_TEXT_CHECK_SUMS_NOISE);
  write_outcome(run, job, account, PRG_SUM_UNCHECKED, PRG_TEXT_CHECK_SUMS_UNCHECKED);
  write_outcome(run, job, account, PRG_SUM_NOT_ADDITIVE, PRG_TEXT_CHECK_SUMS_NOT_ADDITIVE);
  tell_wrong(run, file, job, account);
}

static prg_status control_sums(command *run, const checking *file, sum_job *job, prg_error *error) {
  prg_sum_options options;
  prg_sum_options_init(&options);
  prg_status status =
      structure_find(run, job->panel, &job->hierarchy, &options.cautious, &job->notes, error);
  if (status != PRG_OK || (job->hierarchy.n_sum == 0 && options.cautious))
    return status;
  options.tolerance = option_number(&run->options, "tolerance");
  if (option_is_given(&run->options, "noise-from"))
    options.noise_from = (int)option_integer(&run->options, "noise-from");
  prg_sum_account account;
  prg_sum_control(&job->hierarchy, job->panel, &options, &account);
  write_account(run, file, job, &account);
  return PRG_OK;
}

prg_status checking_sums(command *run, const checking *file, prg_error *error) {
  sum_job job = {0};
  prg_status status = find_panel(run, file, &job, error);
  if (status == PRG_OK)
    status = control_sums(run, file, &job, error);
  prg_hierarchy_clear(&job.hierarchy);
  prg_reading_clear(&job.anew);
  return status;
}
