#include "cli/ledger_actions.h"

#include <string.h>
#include <unistd.h>

#include "cli/recording.h"

/* --- what goes in --- */

static prg_status record_plan(command *run, prg_error *error) {
  const char *path, *origin = option_string(&run->options, "origin");
  prg_reading reading;
  prg_period period;
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK && origin != NULL)
    status = prg_period_read(origin, &period, error);
  if (status == PRG_OK)
    status = asking_read(run, path, &reading, error);
  if (status != PRG_OK)
    return status;
  status = recording_keep_plan(run, ledger_path(run), &reading.panel,
                               origin == NULL ? NULL : &period, error);
  prg_reading_clear(&reading);
  return status;
}

prg_status ledger_act_record(command *run, prg_error *error) {
  if (option_is_given(&run->options, "plan"))
    return record_plan(run, error);
  if (option_is_given(&run->options, "origin"))
    return prg_fail(error, PRG_TEXT_LEDGER_ORIGIN_ALONE, NULL);
  forecasting made;
  prg_status status = forecasting_make(run, 0, &made, error);
  if (status == PRG_OK)
    status = recording_keep(run, ledger_path(run), &made, error);
  forecasting_clear(&made);
  return status;
}

prg_status ledger_act_outcomes(command *run, prg_error *error) {
  const char *path;
  prg_reading reading;
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = asking_read(run, path, &reading, error);
  if (status != PRG_OK)
    return status;
  status = asking_exposure(run, &reading.panel, error);
  if (status == PRG_OK)
    status = recording_keep_outcomes(run, ledger_path(run), &reading.panel, error);
  prg_reading_clear(&reading);
  return status;
}

/* --- what comes out --- */

static prg_status read_limit(const command *run, const char *name, bool *has, prg_period *limit,
                             prg_error *error) {
  const char *text = option_string(&run->options, name);
  *has = text != NULL;
  return *has ? prg_period_read(text, limit, error) : PRG_OK;
}

static prg_ledger_format format_of(const command *run, prg_ledger_format format) {
  const char *asked = option_string(&run->options, "format");
  bool to_person = isatty(STDOUT_FILENO) && command_output(run) == NULL;
  if (asked == NULL && to_person && format == PRG_LEDGER_CSV)
    return PRG_LEDGER_TABLE;
  if (asked != NULL)
    prg_ledger_format_from_name(asked, &format);
  return format;
}

prg_status ledger_view(const command *run, prg_ledger_format format, const char **names,
                       prg_ledger_view *view, prg_error *error) {
  const option_set *given = &run->options;
  *view = (prg_ledger_view){.format = format_of(run, format), .language = run->language};
  prg_ledger_filter *filter = &view->filter;
  filter->series = names;
  while ((names[filter->n_series] = option_repeated(given, "series", filter->n_series)) != NULL)
    filter->n_series++;
  filter->model = option_is_given(given, "model") ? option_string(given, "model") : NULL;
  filter->label = option_string(given, "label");
  view->latest = strcmp(option_string(given, "outcome"), "latest") == 0;
  prg_status status = read_limit(run, "from", &filter->has_from, &filter->from, error);
  return status == PRG_OK ? read_limit(run, "to", &filter->has_to, &filter->to, error) : status;
}

typedef prg_status ledger_write(prg_ledger *, const prg_ledger_view *, size_t *, prg_buffer *,
                                prg_error *);

/* What --hide-below says is not to be shown, and the writing of the rest. */
static prg_status write_veiled(command *run, prg_ledger *ledger, const prg_ledger_view *view,
                               ledger_write *write, size_t *n, prg_error *error) {
  prg_ledger_veil veil = {0};
  prg_ledger_view veiled = *view;
  double threshold = option_number(&run->options, "hide-below");
  prg_status status = PRG_OK;
  prg_ledger_filter everything = {
      0};              /* the next smallest may be of a series that is not asked for */
  if (threshold > 1) { /* NaN: not asked for */
    status = prg_ledger_veil_read(ledger, &everything, threshold, &veil, error);
    veiled.veil = &veil;
  }
  if (status == PRG_OK)
    status = write(ledger, &veiled, n, &run->out, error);
  prg_ledger_veil_clear(&veil);
  return status;
}

/* No operands, and the ledger open for reading. */
static prg_status open_alone(const command *run, prg_ledger **ledger, prg_error *error) {
  *ledger = NULL;
  if (run->options.n_file > 0)
    return prg_fail(error, PRG_TEXT_LEDGER_OPERAND, PRG_ARGS(prg_string(run->options.file[0])));
  return prg_ledger_open(ledger, ledger_path(run), PRG_LEDGER_READ, error);
}

static prg_status write_all(command *run, ledger_write *write, size_t *n, prg_error *error) {
  const char *names[OPTION_GIVEN + 1];
  prg_ledger_view view;
  prg_ledger *ledger = NULL;
  prg_status status = ledger_view(run, PRG_LEDGER_CSV, names, &view, error);
  if (status == PRG_OK)
    status = open_alone(run, &ledger, error);
  if (status == PRG_OK)
    status = write_veiled(run, ledger, &view, write, n, error);
  prg_ledger_close(ledger);
  return status;
}

prg_status ledger_act_list(command *run, prg_error *error) {
  size_t n = 0;
  prg_status status = write_all(run, prg_ledger_list_write, &n, error);
  if (status == PRG_OK && n == 0)
    command_talk(run, PRG_TEXT_TALK_LEDGER_NOTHING, NULL);
  return status;
}

prg_status ledger_act_export(command *run, prg_error *error) {
  const char *format = option_string(&run->options, "format");
  size_t n;
  if (format != NULL && strcmp(format, "table") == 0)
    return prg_fail(error, PRG_TEXT_LEDGER_EXPORT_TABLE, NULL);
  return write_all(run, prg_ledger_export_write, &n, error);
}

static prg_status show_one(command *run, prg_ledger *ledger, prg_ledger_view *view, const char *id,
                           prg_error *error) {
  size_t n = 0;
  if (!prg_ledger_id_parse(id, &view->filter.id))
    return prg_fail(error, PRG_TEXT_LEDGER_ID_WRONG, PRG_ARGS(prg_string(id)));
  prg_status status = write_veiled(run, ledger, view, prg_ledger_show_write, &n, error);
  if (status == PRG_OK && n == 0)
    return prg_fail(error, PRG_TEXT_LEDGER_ID_UNKNOWN, PRG_ARGS(prg_string(id)));
  return status;
}

prg_status ledger_act_show(command *run, prg_error *error) {
  const char *names[OPTION_GIVEN + 1];
  prg_ledger_view view;
  prg_ledger *ledger = NULL;
  if (run->options.n_file != 1)
    return prg_fail(error, PRG_TEXT_LEDGER_ID_MISSING, NULL);
  prg_status status = ledger_view(run, PRG_LEDGER_CSV, names, &view, error);
  if (status == PRG_OK)
    status = prg_ledger_open(&ledger, ledger_path(run), PRG_LEDGER_READ, error);
  if (status == PRG_OK)
    status = show_one(run, ledger, &view, run->options.file[0], error);
  prg_ledger_close(ledger);
  return status;
}

static prg_status write_score(prg_ledger *ledger, const prg_ledger_view *view, const char *by,
                              prg_buffer *out, prg_error *error) {
  prg_ledger_score score;
  prg_ledger_score_options options = {.filter = view->filter, .latest = view->latest};
  prg_ledger_group_from_name(by, &options.by);
  prg_status status = prg_ledger_score_read(ledger, &options, &score, error);
  if (status == PRG_OK)
    prg_ledger_score_write(&score, view, out);
  prg_ledger_score_clear(&score);
  return status;
}

prg_status ledger_act_score(command *run, prg_error *error) {
  const char *names[OPTION_GIVEN + 1];
  prg_ledger_view view;
  prg_ledger *ledger = NULL;
  prg_status status = ledger_view(run, PRG_LEDGER_CSV, names, &view, error);
  if (status == PRG_OK)
    status = open_alone(run, &ledger, error);
  if (status == PRG_OK)
    status = write_score(ledger, &view, option_string(&run->options, "by"), &run->out, error);
  prg_ledger_close(ledger);
  return status;
}

/* --- the file itself --- */

prg_status ledger_act_check(command *run, prg_error *error) {
  prg_ledger *ledger = NULL;
  prg_status status = open_alone(run, &ledger, error);
  if (status == PRG_OK)
    status = prg_ledger_check(ledger, error);
  prg_ledger_close(ledger);
  if (status == PRG_OK)
    command_talk(run, PRG_TEXT_TALK_LEDGER_SOUND, PRG_ARGS(prg_string(ledger_path(run))));
  return status;
}

prg_status ledger_act_vacuum(command *run, prg_error *error) {
  prg_ledger *ledger = NULL;
  prg_status status = open_alone(run, &ledger, error);
  if (status == PRG_OK)
    status = prg_ledger_vacuum(ledger, error);
  prg_ledger_close(ledger);
  return status;
}
