/*
 * A sample as bytes. Whole numbers are eight bytes, the lowest first; figures are the eight bytes
 * of a double (IEEE 754), the lowest first, so that what is read is what was written to the last
 * bit; names have their length before them.
 *
 *   "prognos sample 1\n"
 *   nodes, horizon, origins, windows, seed, likelihood_only
 *   number of panels; of each its name
 *   number of strata, by panel, then season; of each
 *     panel, season, series, series that gave windows, windows drawn, windows here
 *     of each window, the smallest priority first
 *       priority, n, ahead, aside, scale, n + ahead figures, n + ahead observations of one byte
 *
 * What is read is checked so far that learning from it is safe, and that no other bytes mean the
 * same.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "evaluate/learn_sample.h"
#include "evaluate/learn_seasonal_case.h"
#include "model/pooled/annual_grid.h"

#define MAGIC "prognos sample 1\n"
#define COUNT_MAX ((uint64_t)1 << 48)
#define SEASON_MAX 1000
#define FIGURE_MAX 1e100
#define PANEL_BYTES 8 /* at least, of each */
#define STRATUM_BYTES (6 * 8)
#define CASE_BYTES (5 * 8)

/* --- writing --- */

static void add_whole(prg_buffer *out, uint64_t value) {
  char byte[8];
  for (int i = 0; i < 8; i++)
    byte[i] = (char)(value >> 8 * i & 255);
  prg_buffer_add_n(out, byte, sizeof byte);
}

static void add_figure(prg_buffer *out, double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  add_whole(out, bits);
}

static void add_case(prg_buffer *out, const learn_case *item) {
  const size_t n = item->n + item->ahead;
  add_whole(out, item->priority);
  add_whole(out, item->n);
  add_whole(out, item->ahead);
  add_whole(out, item->aside);
  add_figure(out, item->scale);
  for (size_t t = 0; t < n; t++)
    add_figure(out, item->value[t]);
  for (size_t t = 0; t < n; t++)
    prg_buffer_add_char(out, (char)item->observation[t]);
}

static void add_stratum(prg_buffer *out, const learn_stratum *stratum) {
  add_whole(out, stratum->panel);
  add_whole(out, (uint64_t)stratum->season);
  add_whole(out, stratum->series);
  add_whole(out, stratum->gave);
  add_whole(out, stratum->drawn);
  add_whole(out, stratum->n);
  for (size_t i = 0; i < stratum->n; i++)
    add_case(out, &stratum->item[i]);
}

void prg_learn_sample_write(prg_learn_sample *sample, prg_buffer *out) {
  const prg_learn_options *options = &sample->options;
  learn_sample_trim(sample);
  prg_buffer_add(out, MAGIC);
  add_whole(out, options->nodes);
  add_whole(out, options->horizon);
  add_whole(out, options->origins);
  add_whole(out, options->windows);
  add_whole(out, options->seed);
  add_whole(out, options->likelihood_only);
  add_whole(out, sample->n_panels);
  for (size_t p = 0; p < sample->n_panels; p++) {
    add_whole(out, strlen(sample->panel[p]));
    prg_buffer_add(out, sample->panel[p]);
  }
  add_whole(out, sample->n_strata);
  for (size_t s = 0; s < sample->n_strata; s++)
    add_stratum(out, &sample->stratum[s]);
}

/* --- reading --- */

typedef struct reader {
  const char *name, *at;
  size_t left;
  prg_error *error;
} reader;

static prg_status broken(const reader *in) {
  return prg_fail_at(in->error, in->name, 0, 0, PRG_TEXT_LEARN_SAMPLE_BROKEN, NULL);
}

static prg_status no_memory(const reader *in) {
  return prg_fail(in->error, PRG_TEXT_NO_MEMORY, NULL);
}

/* The next n bytes; NULL if they are not there. */
static const char *take(reader *in, size_t n) {
  const char *at = in->at;
  if (n > in->left)
    return NULL;
  in->at += n;
  in->left -= n;
  return at;
}

static bool take_bits(reader *in, uint64_t *value) {
  const char *byte = take(in, 8);
  *value = 0;
  for (int i = 0; byte != NULL && i < 8; i++)
    *value |= (uint64_t)(unsigned char)byte[i] << 8 * i;
  return byte != NULL;
}

/* A whole number from least to most. */
static bool take_whole(reader *in, uint64_t least, uint64_t most, uint64_t *value) {
  return take_bits(in, value) && *value >= least && *value <= most;
}

static bool take_size(reader *in, size_t least, size_t most, size_t *value) {
  uint64_t whole;
  bool taken = take_whole(in, least, most, &whole);
  *value = (size_t)whole;
  return taken;
}

static bool take_bool(reader *in, bool *value) {
  uint64_t whole;
  bool taken = take_whole(in, 0, 1, &whole);
  *value = whole == 1;
  return taken;
}

/* A figure that learning can count with, or the change between two of them, or NaN. */
static bool take_figure(reader *in, double *value) {
  uint64_t bits;
  bool taken = take_bits(in, &bits);
  memcpy(value, &bits, sizeof bits);
  return taken && !(fabs(*value) > 2 * FIGURE_MAX);
}

static prg_status read_options(reader *in, prg_learn_options *options) {
  const char *magic = take(in, strlen(MAGIC));
  uint64_t seed = 0;
  bool whole = magic != NULL && memcmp(magic, MAGIC, strlen(MAGIC)) == 0 &&
               take_size(in, 0, PRG_LEARN_NODES_MAX, &options->nodes) &&
               (options->nodes == 0 || options->nodes >= PRG_LEARN_NODES_MIN) &&
               take_size(in, 1, PRG_LEARN_HORIZON_MAX, &options->horizon) &&
               take_size(in, 1, PRG_LEARN_ORIGINS_MAX, &options->origins) &&
               take_size(in, PRG_LEARN_WINDOWS_MIN, PRG_LEARN_WINDOWS_MAX, &options->windows) &&
               take_bits(in, &seed) && take_bool(in, &options->likelihood_only);
  options->seed = (unsigned long)seed;
  return whole ? PRG_OK : broken(in);
}

static prg_status read_name(reader *in, char **name) {
  size_t n;
  const char *bytes = take_size(in, 0, in->left, &n) ? take(in, n) : NULL;
  if (bytes == NULL || memchr(bytes, '\0', n) != NULL)
    return broken(in);
  *name = strndup(bytes, n);
  return *name == NULL ? no_memory(in) : PRG_OK;
}

static prg_status read_panels(reader *in, prg_learn_sample *sample) {
  size_t n;
  prg_status status = PRG_OK;
  if (!take_size(in, 0, in->left / PANEL_BYTES, &n))
    return broken(in);
  sample->panel = calloc(n + 1, sizeof *sample->panel);
  if (sample->panel == NULL)
    return no_memory(in);
  for (; status == PRG_OK && sample->n_panels < n; sample->n_panels += status == PRG_OK)
    status = read_name(in, &sample->panel[sample->n_panels]);
  return status;
}

/* That the window begins and ends with a figure and has enough of them, and its target one. */
static bool has_figures(const learn_case *item, size_t least) {
  size_t figures = 0, targets = 0;
  for (size_t t = 0; t < item->n + item->ahead; t++)
    *(t < item->n ? &figures : &targets) += isnan(item->value[t]) ? 0 : 1;
  return figures >= least && !isnan(item->value[0]) && !isnan(item->value[item->n - 1]) &&
         (item->ahead == 0 || targets > 0);
}

static bool take_case_head(reader *in, const prg_learn_sample *sample, int season,
                           learn_case *item) {
  const bool annual = season == 1;
  const size_t longest = annual ? ANNUAL_LENGTH : LEARN_SEASONAL_LONGEST((size_t)season);
  return take_bits(in, &item->priority) && take_size(in, 1, longest, &item->n) &&
         take_size(in, annual ? 1 : 0, annual ? sample->options.horizon : 0, &item->ahead) &&
         take_bool(in, &item->aside) && (annual || !item->aside) && take_figure(in, &item->scale) &&
         (annual ? item->scale > 0 : item->scale == 0) &&
         in->left >= (item->n + item->ahead) * (sizeof *item->value + 1);
}

/* The figures, for which there is room. */
static bool take_figures(reader *in, learn_case *item) {
  const size_t n = item->n + item->ahead;
  bool whole = true;
  for (size_t t = 0; whole && t < n; t++)
    whole = take_figure(in, &item->value[t]);
  const char *observation = whole ? take(in, n) : NULL;
  for (size_t t = 0; observation != NULL && t < n; t++) {
    whole = whole && (unsigned char)observation[t] < PRG_OBSERVATION_COUNT;
    item->observation[t] = (prg_observation)observation[t];
  }
  return whole && observation != NULL;
}

static prg_status read_case(reader *in, prg_learn_sample *sample, learn_stratum *stratum) {
  learn_case *item = &stratum->item[stratum->n];
  if (!take_case_head(in, sample, stratum->season, item))
    return broken(in);
  if (!learn_case_alloc(item))
    return no_memory(in);
  stratum->n++;
  sample->held++;
  const size_t least = stratum->season == 1 ? LEARN_SHORTEST : LEARN_SEASONAL_SHORTEST;
  bool whole = take_figures(in, item) && has_figures(item, least) &&
               (stratum->n == 1 || learn_case_compare(item - 1, item) <= 0);
  return whole ? PRG_OK : broken(in);
}

/* Strata stand in order, so that each is new and the last. */
static prg_status read_stratum(reader *in, prg_learn_sample *sample) {
  const size_t n_strata = sample->n_strata;
  size_t panel, season, n;
  uint64_t series = 0, gave = 0, drawn = 0;
  bool whole = sample->n_panels > 0 && take_size(in, 0, sample->n_panels - 1, &panel) &&
               take_size(in, 1, SEASON_MAX, &season) && take_whole(in, 1, COUNT_MAX, &series) &&
               take_whole(in, 0, series, &gave) && take_whole(in, gave, COUNT_MAX, &drawn) &&
               take_size(in, 0, in->left / CASE_BYTES, &n);
  if (!whole)
    return broken(in);
  learn_stratum *stratum = learn_sample_find(sample, panel, (int)season);
  if (stratum == NULL)
    return no_memory(in);
  if (sample->n_strata == n_strata || stratum != &sample->stratum[n_strata])
    return broken(in);
  stratum->series = series;
  stratum->gave = gave;
  stratum->drawn = drawn;
  stratum->item = calloc(n + 1, sizeof *stratum->item);
  stratum->capacity = n + 1;
  prg_status status = stratum->item == NULL ? no_memory(in) : PRG_OK;
  for (size_t i = 0; status == PRG_OK && i < n; i++)
    status = read_case(in, sample, stratum);
  return status;
}

static prg_status read_strata(reader *in, prg_learn_sample *sample) {
  size_t n;
  if (!take_size(in, 0, in->left / STRATUM_BYTES, &n))
    return broken(in);
  prg_status status = PRG_OK;
  for (size_t s = 0; status == PRG_OK && s < n; s++)
    status = read_stratum(in, sample);
  bool whole = in->left == 0;
  for (size_t s = 0; s < sample->n_strata; s++)
    whole = whole && sample->stratum[s].n == learn_sample_share(sample, &sample->stratum[s]);
  return status != PRG_OK || whole ? status : broken(in);
}

prg_status prg_learn_sample_read(const char *name, const char *bytes, size_t n,
                                 prg_learn_sample **sample, prg_error *error) {
  reader in = {name, bytes, n, error};
  prg_learn_sample *made = *sample = calloc(1, sizeof *made);
  if (made == NULL)
    return no_memory(&in);
  made->options.threads = 1; /* of the machine, not of the sample */
  prg_status status = read_options(&in, &made->options);
  if (status == PRG_OK)
    status = read_panels(&in, made);
  if (status == PRG_OK)
    status = read_strata(&in, made);
  if (status == PRG_OK) {
    learn_sample_trim(made);
    return status;
  }
  prg_learn_sample_free(made);
  *sample = NULL;
  return status;
}
