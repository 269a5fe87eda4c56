#include "cli/manual.h"

#include <string.h>

#include <prognos/version.h>

#include "cli/example.h"
#include "present/roff.h"

enum { COMMANDS = 1, FILES = 5 };

/* A page that is being written. */
typedef struct manual_page {
  prg_language language;
  prg_buffer *out;
} manual_page;

static const char *words(const manual_page *page, prg_text text) {
  return prg_text_get(text, page->language);
}

static void heading(const manual_page *page, prg_text text) {
  roff_heading(page->out, words(page, text));
}

/* "prognos-NAME"; the buffer is emptied first. */
static const char *page_name(const char *name, prg_buffer *buffer) {
  prg_buffer_clear(buffer);
  prg_buffer_printf(buffer, "prognos-%s", name);
  return prg_buffer_string(buffer);
}

/* The title, and NAME, in which the summary is known to apropos. */
static void begin(const manual_page *page, const char *name, int section, prg_text summary) {
  roff_begin(page->out, name, section, PRG_VERSION_DATE, "prognos " PRG_VERSION,
             words(page, PRG_TEXT_MANUAL_TITLE));
  heading(page, PRG_TEXT_MANUAL_NAME);
  roff_add(page->out, ROFF_PLAIN, name);
  prg_buffer_add(page->out, " \\- ");
  roff_add(page->out, ROFF_PLAIN, words(page, summary));
}

static void synopsis(const manual_page *page, const char *name, prg_text operands) {
  heading(page, PRG_TEXT_MANUAL_SYNOPSIS);
  roff_add(page->out, ROFF_BOLD, name);
  prg_buffer_add(page->out, " [");
  roff_add(page->out, ROFF_ITALIC, words(page, PRG_TEXT_HELP_OPTIONS));
  prg_buffer_add(page->out, "] ");
  roff_add(page->out, ROFF_ITALIC, words(page, operands));
}

static void exit_codes(const manual_page *page) {
  heading(page, PRG_TEXT_MANUAL_EXIT);
  roff_paragraphs(page->out, words(page, PRG_TEXT_EXIT_CODES));
}

/* The name of a list's item, with what it is beside it. */
static void item(const manual_page *page, const char *name, prg_text help) {
  roff_item(page->out);
  roff_add(page->out, ROFF_BOLD, name);
  roff_end_line(page->out);
  roff_add(page->out, ROFF_PLAIN, words(page, help));
}

/* --- the command --- */

static void list_verbs(const manual_page *page) {
  prg_buffer name = {0};
  heading(page, PRG_TEXT_MANUAL_VERBS);
  for (size_t i = 0; verbs[i] != NULL; i++)
    item(page, verbs[i]->name, verbs[i]->summary);
  heading(page, PRG_TEXT_MANUAL_FILES);
  for (const file_format *format = file_formats; format->name != NULL; format++) {
    roff_item(page->out);
    roff_reference(page->out, page_name(format->name, &name), FILES, true);
    roff_add(page->out, ROFF_PLAIN, words(page, format->summary));
  }
  prg_buffer_free(&name);
}

static void refer_to_verbs(const manual_page *page) {
  prg_buffer name = {0};
  heading(page, PRG_TEXT_MANUAL_SEE_ALSO);
  for (size_t i = 0; verbs[i] != NULL; i++)
    roff_reference(page->out, page_name(verbs[i]->name, &name), COMMANDS, verbs[i + 1] == NULL);
  prg_buffer_free(&name);
}

void manual_write_command(prg_language language, prg_buffer *out) {
  const manual_page page = {language, out};
  begin(&page, "prognos", COMMANDS, PRG_TEXT_MANUAL_SUMMARY);
  synopsis(&page, "prognos VERB", PRG_TEXT_OPERANDS_FILES);
  heading(&page, PRG_TEXT_MANUAL_DESCRIPTION);
  roff_paragraphs(out, words(&page, PRG_TEXT_MANUAL_ABOUT));
  list_verbs(&page);
  exit_codes(&page);
  refer_to_verbs(&page);
}

/* --- a verb --- */

static void add_option(const manual_page *page, const option_row *row) {
  prg_buffer text = {0};
  roff_item(page->out);
  if (row->letter != 0) {
    const char letter[] = {'-', row->letter, '\0'};
    roff_add(page->out, ROFF_BOLD, letter);
    prg_buffer_add(page->out, ", ");
  }
  prg_buffer_printf(&text, "--%s", row->name);
  roff_add(page->out, ROFF_BOLD, prg_buffer_string(&text));
  if (row->type != OPTION_FLAG) {
    prg_buffer_add_char(page->out, ' ');
    roff_add(page->out, ROFF_ITALIC, words(page, row->value));
  }
  roff_end_line(page->out);
  prg_buffer_clear(&text);
  option_explain(row, page->language, &text);
  roff_add(page->out, ROFF_PLAIN, prg_buffer_string(&text));
  prg_buffer_free(&text);
}

static void add_examples(const manual_page *page, const char *name) {
  const example *next = example_next(name, NULL);
  if (next != NULL)
    heading(page, PRG_TEXT_MANUAL_EXAMPLES);
  for (bool first = true; next != NULL; next = example_next(name, next), first = false) {
    if (!first)
      prg_buffer_add(page->out, ".PP\n");
    roff_add(page->out, ROFF_PLAIN, words(page, next->title));
    prg_buffer_add_char(page->out, ':');
    roff_lines(page->out, next->command);
  }
}

/* The command, and the pages about the files that the verb's options name. */
static void refer_to_files(const manual_page *page, const verb *asked) {
  prg_buffer name = {0};
  heading(page, PRG_TEXT_MANUAL_SEE_ALSO);
  roff_reference(page->out, "prognos", COMMANDS, false);
  for (const option_row *row = asked->options; row->name != NULL; row++) {
    const file_format *format = file_format_of_option(row->name);
    if (format != NULL)
      roff_reference(page->out, page_name(format->name, &name), FILES, false);
  }
  roff_reference(page->out, page_name(file_formats[0].name, &name), FILES, true);
  prg_buffer_free(&name);
}

void manual_write_verb(const verb *asked, prg_language language, prg_buffer *out) {
  const manual_page page = {language, out};
  prg_buffer name = {0};
  begin(&page, page_name(asked->name, &name), COMMANDS, asked->summary);
  prg_buffer_clear(&name);
  prg_buffer_printf(&name, "prognos %s", asked->name);
  synopsis(&page, prg_buffer_string(&name), asked->operands);
  prg_buffer_free(&name);
  heading(&page, PRG_TEXT_MANUAL_OPTIONS);
  for (const option_row *row = asked->options; row->name != NULL; row++)
    add_option(&page, row);
  add_examples(&page, asked->name);
  exit_codes(&page);
  refer_to_files(&page, asked);
}

/* --- a file --- */

static bool has_option(const verb *of, const char *name) {
  for (const option_row *row = of->options; row->name != NULL; row++)
    if (strcmp(row->name, name) == 0)
      return true;
  return false;
}

/* The verbs that read it. */
static void add_readers(const manual_page *page, const file_format *format) {
  prg_message named;
  prg_buffer text = {0};
  prg_message_set(&named, PRG_TEXT_MANUAL_NAMED_BY, PRG_ARGS(prg_string(format->option)));
  prg_message_write(&named, page->language, &text);
  prg_buffer_add(page->out, ".PP\n");
  roff_add(page->out, ROFF_PLAIN, prg_buffer_string(&text));
  const verb *last = NULL;
  for (size_t i = 0; verbs[i] != NULL; i++)
    if (has_option(verbs[i], format->option))
      last = verbs[i];
  prg_buffer name = {0};
  for (size_t i = 0; verbs[i] != NULL; i++)
    if (has_option(verbs[i], format->option))
      roff_reference(page->out, page_name(verbs[i]->name, &name), COMMANDS, verbs[i] == last);
  prg_buffer_free(&text);
  prg_buffer_free(&name);
}

void manual_write_file(const file_format *format, prg_language language, prg_buffer *out) {
  const manual_page page = {language, out};
  prg_buffer name = {0};
  begin(&page, page_name(format->name, &name), FILES, format->summary);
  prg_buffer_free(&name);
  heading(&page, PRG_TEXT_MANUAL_DESCRIPTION);
  roff_paragraphs(out, words(&page, format->about));
  if (format->option != NULL)
    add_readers(&page, format);
  if (format->column != NULL)
    heading(&page, format->has_keys ? PRG_TEXT_MANUAL_KEYS : PRG_TEXT_MANUAL_COLUMNS);
  for (const file_column *column = format->column; column != NULL && column->swedish != NULL;
       column++)
    item(&page, file_column_heading(column, language), column->help);
  if (format->example != PRG_TEXT_NONE) {
    heading(&page, PRG_TEXT_MANUAL_EXAMPLES);
    roff_lines(out, words(&page, format->example));
  }
  heading(&page, PRG_TEXT_MANUAL_SEE_ALSO);
  roff_reference(out, "prognos", COMMANDS, true);
}
