#include <string.h>

#include <prognos/source.h>
#include <prognos/text_table.h>
#include <prognos/theme_check.h>

#include "cli/theming.h"
#include "cli/verb.h"

static const struct {
  const char *name;
  prg_text summary;
} summaries[] = {
    {"default", PRG_TEXT_THEME_IS_DEFAULT},
    {"dark", PRG_TEXT_THEME_IS_DARK},
    {"print", PRG_TEXT_THEME_IS_PRINT},
    {"kommun", PRG_TEXT_THEME_IS_KOMMUN},
};

/* The built-in themes, and what each is for. */
static void list_themes(command *run) {
  prg_text_table table;
  prg_text_table_init(&table, 2);
  table.right[1] = false;
  prg_text_table_add(&table, prg_text_get(PRG_TEXT_THEME_NAME_HEADING, run->language));
  prg_text_table_add(&table, prg_text_get(PRG_TEXT_THEME_USE_HEADING, run->language));
  for (size_t i = 0; i < sizeof summaries / sizeof *summaries; i++) {
    prg_text_table_add(&table, summaries[i].name);
    prg_text_table_add(&table, prg_text_get(summaries[i].summary, run->language));
  }
  prg_text_table_write(&table, &run->out);
  prg_text_table_free(&table);
}

/* A built-in theme as its file, with its comments; another as the values that it amounts to. */
static void print_theme(const char *name, const prg_theme *theme, prg_buffer *out) {
  const prg_theme_source *source = prg_theme_source_find(name);
  if (source != NULL)
    prg_buffer_add(out, source->text);
  else
    prg_theme_write(theme, out);
}

/* What breaks a rule is told as well: exit code 3, and the table is printed. */
static void check_theme(command *run, const char *name, const prg_theme *theme) {
  prg_theme_check check;
  prg_error error;
  prg_theme_check_init(&check, theme);
  prg_theme_check_write(&check, run->language, &run->out);
  if (check.n_broken == 0)
    return;
  prg_fail_at(&error, name, 0, 0, PRG_TEXT_THEME_RULES_BROKEN,
              PRG_ARGS(prg_integer((long long)check.n_broken)));
  command_tell_error(run, &error);
}

static prg_status run_theme(command *run, prg_error *error) {
  const option_set *given = &run->options;
  prg_status status = PRG_OK;
  if (given->n_file == 0)
    list_themes(run);
  for (size_t i = 0; i < given->n_file && status == PRG_OK; i++) {
    prg_theme theme;
    status = theming_read(given->file[i], &theme, error);
    if (status == PRG_OK && option_is_given(given, "print"))
      print_theme(given->file[i], &theme, &run->out);
    else if (status == PRG_OK)
      check_theme(run, given->file[i], &theme);
  }
  return status;
}

static const option_row options[] = {
    FLAG_OPTION("print", 0, THEME_PRINT),
    COMMON_OPTIONS,
};

const verb verb_theme = {
    .name = "theme",
    .summary = PRG_TEXT_SUMMARY_THEME,
    .operands = PRG_TEXT_OPERANDS_THEME,
    .options = options,
    .run = run_theme,
};
