#include <prognos/target_scale.h>

#include <assert.h>
#include <math.h>
#include <string.h>

#include <prognos/cell.h>
#include <prognos/decimal.h>
#include <prognos/utf8.h>

#include "table/fold.h"

/* Between 40 and 75 per cent neither word would be honest. */
static const double usual[] = {0.75, 0.40, 0};

static const struct {
  const char *name;
  prg_text word[3], reached, missed;
} built_in[] = {
    {"outlook",
     {PRG_TEXT_SCALE_WILL, PRG_TEXT_SCALE_MAY, PRG_TEXT_SCALE_WILL_NOT},
     PRG_TEXT_SCALE_REACHED,
     PRG_TEXT_SCALE_MISSED},
    {"fulfilled",
     {PRG_TEXT_SCALE_FULFILLED, PRG_TEXT_SCALE_FULFILLED_PARTLY, PRG_TEXT_SCALE_NOT_FULFILLED},
     PRG_TEXT_SCALE_FULFILLED,
     PRG_TEXT_SCALE_NOT_FULFILLED},
    {"plan",
     {PRG_TEXT_SCALE_PLAN, PRG_TEXT_SCALE_PLAN_RISK, PRG_TEXT_SCALE_PLAN_NOT},
     PRG_TEXT_SCALE_REACHED,
     PRG_TEXT_SCALE_MISSED},
};

static void set_word(char word[PRG_VERDICT_BYTES], const char *text, size_t n) {
  size_t kept = prg_utf8_prefix(text, n, PRG_VERDICT_BYTES - 1);
  memcpy(word, text, kept);
  word[kept] = '\0';
}

static void set_text(char word[PRG_VERDICT_BYTES], prg_text text, prg_language language) {
  const char *string = prg_text_get(text, language);
  set_word(word, string, strlen(string));
}

bool prg_target_scale_of_name(const char *name, prg_language language, prg_target_scale *scale) {
  *scale = (prg_target_scale){.n = 3};
  for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
    if (strcmp(built_in[i].name, name) != 0)
      continue;
    memcpy(scale->at_least, usual, sizeof usual);
    for (size_t k = 0; k < 3; k++)
      set_text(scale->word[k], built_in[i].word[k], language);
    set_text(scale->partly, PRG_TEXT_SCALE_PARTLY, language);
    set_text(scale->unmeasured, PRG_TEXT_SCALE_UNMEASURED, language);
    set_text(scale->reached, built_in[i].reached, language);
    set_text(scale->missed, built_in[i].missed, language);
    return true;
  }
  return false;
}

const char *prg_target_scale_word(const prg_target_scale *scale, double probability) {
  assert(scale->n > 0);
  for (size_t k = 0; k + 1 < scale->n; k++)
    if (probability >= scale->at_least[k])
      return scale->word[k];
  return scale->word[scale->n - 1];
}

/* The rows that are no probability. */
static char *special_word(prg_target_scale *scale, const char *text, size_t n) {
  const struct {
    const char *swedish, *english;
    char *word;
  } rows[] = {{"delvis", "partly", scale->partly},
              {"ej mätt", "not measured", scale->unmeasured},
              {"uppnått", "reached", scale->reached},
              {"ej uppnått", "not reached", scale->missed}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (fold_equal(text, n, rows[i].swedish) || fold_equal(text, n, rows[i].english))
      return rows[i].word;
  return NULL;
}

static prg_status add_step(prg_target_scale *scale, const prg_frame *frame, size_t i,
                           double per_cent, const char *word, size_t n, prg_error *error) {
  const prg_table *table = frame->table;
  if (!(per_cent >= 0 && per_cent <= 100) ||
      (scale->n > 0 && per_cent / 100 >= scale->at_least[scale->n - 1]))
    return prg_table_fail(table, frame->row[i], 0, PRG_TEXT_SCALE_ORDER,
                          PRG_ARGS(prg_string(prg_frame_cell(frame, i, 0))), error);
  if (scale->n == PRG_SCALE_STEPS)
    return prg_table_fail(table, frame->row[i], 0, PRG_TEXT_SCALE_TOO_MANY,
                          PRG_ARGS(prg_integer(PRG_SCALE_STEPS)), error);
  scale->at_least[scale->n] = per_cent / 100;
  set_word(scale->word[scale->n++], word, n);
  return PRG_OK;
}

static prg_status read_row(prg_target_scale *scale, const prg_frame *frame, size_t i, char decimal,
                           prg_error *error) {
  const char *step = prg_frame_cell(frame, i, 0), *word = prg_frame_cell(frame, i, 1);
  size_t n_step = strlen(step), n_word = strlen(word);
  trim_blanks(&step, &n_step);
  trim_blanks(&word, &n_word);
  if (n_word == 0)
    return prg_table_fail(frame->table, frame->row[i], 1, PRG_TEXT_SCALE_NO_WORD, NULL, error);
  char *special = special_word(scale, step, n_step);
  if (special != NULL) {
    set_word(special, word, n_word);
    return PRG_OK;
  }
  prg_cell cell = prg_cell_parse(step, n_step, decimal);
  if (cell.kind != PRG_CELL_FIGURE)
    return prg_table_fail(frame->table, frame->row[i], 0, PRG_TEXT_SCALE_STEP_WRONG,
                          PRG_ARGS(prg_string_n(step, n_step)), error);
  return add_step(scale, frame, i, cell.value, word, n_word, error);
}

/* What the file leaves out; and what is not measured must not look like the best. */
static prg_status complete(prg_target_scale *scale, const prg_table *table, prg_language language,
                           prg_error *error) {
  if (scale->n == 0 || scale->at_least[scale->n - 1] > 0)
    return prg_fail_at(error, table->file, 0, 0, PRG_TEXT_SCALE_NO_END, NULL);
  if (scale->partly[0] == '\0')
    set_text(scale->partly, PRG_TEXT_SCALE_PARTLY, language);
  if (scale->unmeasured[0] == '\0')
    set_text(scale->unmeasured, PRG_TEXT_SCALE_UNMEASURED, language);
  if (scale->reached[0] == '\0')
    memcpy(scale->reached, scale->word[0], PRG_VERDICT_BYTES);
  if (scale->missed[0] == '\0')
    memcpy(scale->missed, scale->word[scale->n - 1], PRG_VERDICT_BYTES);
  if (strcmp(scale->unmeasured, scale->word[0]) == 0 ||
      strcmp(scale->unmeasured, scale->reached) == 0)
    return prg_fail_at(error, table->file, 0, 0, PRG_TEXT_SCALE_UNMEASURED_BEST,
                       PRG_ARGS(prg_string(scale->unmeasured)));
  return PRG_OK;
}

prg_status prg_target_scale_read(const char *file, const char *bytes, size_t n,
                                 prg_language language, prg_target_scale *scale, prg_error *error) {
  *scale = (prg_target_scale){0};
  prg_table table = {0};
  prg_frame frame = {0};
  char decimal;
  prg_status status = prg_table_read(&table, file, bytes, n, NULL, error);
  if (status == PRG_OK)
    status = prg_frame_find(&frame, &table, error);
  if (status == PRG_OK)
    status = prg_decimal_find(&frame, &decimal, error);
  for (size_t i = 0; status == PRG_OK && i < frame.n; i++)
    status = read_row(scale, &frame, i, decimal, error);
  if (status == PRG_OK)
    status = complete(scale, &table, language, error);
  prg_frame_clear(&frame);
  prg_table_clear(&table);
  return status;
}
