#include "cli/protecting.h"

#include <math.h>
#include <string.h>

#include <prognos/source.h>

#include "cli/reconciling.h"

#define TOLD 8 /* findings that are told one by one */

/* A picture is shown to others, whatever verb draws it; check looks with the eyes of those who
 * would read what was published. */
static bool publishes(const command *run) {
  return run->verb == &verb_chart || run->verb == &verb_report || run->verb == &verb_check ||
         (option_find(run->verb->options, "chart") != NULL &&
          option_is_given(&run->options, "chart"));
}

bool protecting_options(const command *run, prg_disclosure_options *options) {
  const option_set *given = &run->options;
  prg_disclosure_options_init(options);
  options->stated_only = !option_is_given(given, "hide-below");
  if (option_is_given(given, "hide-below"))
    options->threshold = option_number(given, "hide-below");
  else if (!publishes(run))
    options->threshold = 0;
  options->width = option_is_given(given, "protect-width") ? option_number(given, "protect-width")
                                                           : fmax(options->threshold, 1);
  options->base = (double)option_integer(given, "round-base");
  prg_protection_from_name(option_string(given, "protect"), &options->protection);
  return options->threshold > 1;
}

bool protecting_is_on(const command *run) {
  prg_disclosure_options options;
  return run->verb != &verb_check && protecting_options(run, &options);
}

bool protecting_is_likely(const command *run) {
  return protecting_is_on(run) &&
         (option_is_given(&run->options, "hide-below") || option_is_given(&run->options, "kind"));
}

/* --- totals that were read for the protection's sake only --- */

static bool is_total(const prg_hierarchy *hierarchy, size_t series) {
  for (size_t s = 0; s < hierarchy->n_sum; s++)
    if (hierarchy->sum[s].total == series)
      return true;
  return false;
}

/* The names of the series that are not to be shown, each ended by a zero byte. */
static void note_unwanted(const command *run, const prg_panel *panel, size_t own, bool guessed,
                          const prg_hierarchy *hierarchy, prg_buffer *names) {
  bool drops = guessed && !option_is_given(&run->options, "keep-totals") && !reconciling_is_on(run);
  for (size_t i = 0; i < panel->n; i++)
    if (i >= own || (drops && is_total(hierarchy, i)))
      prg_buffer_add_n(names, panel->series[i].name, strlen(panel->series[i].name) + 1);
}

static bool is_unwanted(const prg_buffer *names, const char *name) {
  for (size_t at = 0; at < names->length; at += strlen(names->data + at) + 1)
    if (strcmp(names->data + at, name) == 0)
      return true;
  return false;
}

static void drop_unwanted(prg_panel *panel, const prg_buffer *names) {
  size_t kept = 0;
  for (size_t i = 0; i < panel->n; i++) {
    if (is_unwanted(names, panel->series[i].name))
      prg_series_clear(&panel->series[i]);
    else
      panel->series[kept++] = panel->series[i];
  }
  panel->n = kept;
}

/* --- what is told --- */

void protecting_describe(const prg_finding *finding, const char *name, prg_message *message) {
  static const prg_text text[] = {
      [PRG_FINDING_SMALL] = PRG_TEXT_FINDING_SMALL,
      [PRG_FINDING_NARROW] = PRG_TEXT_FINDING_NARROW,
      [PRG_FINDING_TIGHT] = PRG_TEXT_FINDING_TIGHT,
      [PRG_FINDING_PUBLISHED] = PRG_TEXT_FINDING_PUBLISHED,
  };
  char period[PRG_PERIOD_BYTES];
  prg_message_set(message,
                  finding->kind == PRG_FINDING_NARROW && finding->lower == finding->upper
                      ? PRG_TEXT_FINDING_EXACT
                      : text[finding->kind],
                  PRG_ARGS(prg_string(name), prg_string(prg_period_print(finding->period, period)),
                           prg_number(finding->lower, 0), prg_number(finding->upper, 0)));
}

static void tell_findings(const command *run, const prg_buffer *names, const prg_disclosure *done) {
  size_t told = done->n < TOLD ? done->n : TOLD;
  for (size_t k = 0; k < told; k++) {
    prg_message message;
    const char *name = names->data;
    for (size_t i = 0; i < done->finding[k].series; i++)
      name += strlen(name) + 1;
    protecting_describe(&done->finding[k], name, &message);
    command_talk(run, message.text, message.argument);
  }
  if (done->n > told)
    command_talk(run, PRG_TEXT_TALK_FINDINGS_MORE,
                 PRG_ARGS(prg_integer((long long)(done->n - told))));
}

static void tell(const command *run, const prg_disclosure_options *options,
                 const prg_disclosure *done) {
  if (done->small + done->rounded == 0)
    return;
  if (options->protection == PRG_PROTECT_ROUND)
    command_talk(run, PRG_TEXT_TALK_ROUNDED, PRG_ARGS(prg_number(options->base, 0)));
  else if (options->protection == PRG_PROTECT_HIDE)
    command_talk(run, PRG_TEXT_TALK_HIDDEN,
                 PRG_ARGS(prg_integer((long long)done->small), prg_number(options->threshold, -1),
                          prg_integer((long long)done->hidden)));
  if (done->shares > 0)
    command_talk(run, PRG_TEXT_TALK_SHARES_HIDDEN, PRG_ARGS(prg_integer((long long)done->shares)));
}

static void tell_merged(const command *run, const prg_disclosure *done) {
  if (done->merged + done->dropped > 0)
    command_talk(
        run, PRG_TEXT_TALK_MERGED,
        PRG_ARGS(prg_integer((long long)done->merged), prg_integer((long long)done->dropped)));
}

/* --- all of it --- */

static prg_status read_published(const command *run, prg_reading *reading, prg_error *error) {
  const char *path = option_string(&run->options, "published");
  *reading = (prg_reading){0};
  if (path == NULL)
    return PRG_OK;
  prg_read_options options;
  prg_read_options_init(&options);
  options.keep_totals = true;
  return prg_read_file(path, &options, reading, error);
}

static prg_status protect(const command *run, prg_panel *panel, size_t own,
                          const prg_hierarchy *hierarchy, bool guessed,
                          prg_disclosure_options *options, prg_error *error) {
  prg_buffer names = {0}, unwanted = {0};
  prg_disclosure done = {0};
  for (size_t i = 0; i < panel->n; i++)
    prg_buffer_add_n(&names, panel->series[i].name, strlen(panel->series[i].name) + 1);
  note_unwanted(run, panel, own, guessed, hierarchy, &unwanted);
  prg_status status = names.failed || unwanted.failed
                          ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                          : prg_disclose(panel, hierarchy, options, &done, error);
  if (status == PRG_OK) {
    tell(run, options, &done);
    tell_merged(run, &done);
    tell_findings(run, &names, &done);
    drop_unwanted(panel, &unwanted);
  }
  prg_disclosure_clear(&done);
  prg_buffer_free(&names);
  prg_buffer_free(&unwanted);
  return status;
}

prg_status protecting_apply(const command *run, prg_panel *panel, prg_error *error) {
  prg_disclosure_options options;
  prg_reading published;
  prg_hierarchy hierarchy = {0};
  prg_notes notes = {0};
  size_t own = panel->n;
  bool guessed = false;
  protecting_options(run, &options);
  prg_status status = read_published(run, &published, error);
  options.published = option_is_given(&run->options, "published") ? &published.panel : NULL;
  if (status == PRG_OK)
    status = structure_add_totals(run, panel, error);
  if (status == PRG_OK)
    status = structure_find(run, panel, &hierarchy, &guessed, &notes, error);
  for (size_t i = 0; i < notes.n; i++)
    command_talk(run, notes.note[i].text, notes.note[i].argument);
  if (status == PRG_OK)
    status = protect(run, panel, own, &hierarchy, guessed, &options, error);
  prg_hierarchy_clear(&hierarchy);
  prg_reading_clear(&published);
  return status;
}
