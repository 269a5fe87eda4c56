/*
 * A sample of series to learn a prior from: windows of them, no more than are learned from, however
 * many series there are.
 *
 * Which windows are drawn depends on the seed, the number of the panel and the name of the series
 * only, and of more windows than are wanted those with the smallest of random numbers stay. So the
 * order of the series does not matter, and samples of shares of the series, joined, are the sample
 * of them all.
 */
#ifndef PROGNOS_LEARN_SAMPLE_H
#define PROGNOS_LEARN_SAMPLE_H

#include <prognos/learn.h>

PRG_BEGIN_C

typedef struct prg_learn_sample prg_learn_sample;

/*
 * An empty sample for panels of these names, which are copied. Of the options horizon, origins,
 * windows and seed count for drawing; all but the candidates are kept. PRG_ENOMEM, and NULL in
 * *sample. prg_learn_sample_free it after use.
 */
prg_status prg_learn_sample_make(const prg_learn_options *options, const char *const *panel,
                                 size_t n_panels, prg_learn_sample **sample, prg_error *error);
void prg_learn_sample_free(prg_learn_sample *sample);

/* Draws from a series of panel p, from 0; the names of its series tell them apart. Nothing of it is
 * borrowed. PRG_EINPUT if a figure is too large; PRG_ENOMEM. */
prg_status prg_learn_sample_add(prg_learn_sample *sample, size_t p, const prg_series *series,
                                prg_error *error);

/* True if both are of panels of the same names, with the same options. */
bool prg_learn_sample_matches(const prg_learn_sample *a, const prg_learn_sample *b);
/* Adds the windows of one that matches, of other series; `other` is empty then. PRG_ENOMEM. */
prg_status prg_learn_sample_join(prg_learn_sample *sample, prg_learn_sample *other,
                                 prg_error *error);

/* Without candidates. Borrowed. */
const prg_learn_options *prg_learn_sample_options(const prg_learn_sample *sample);
size_t prg_learn_sample_panels(const prg_learn_sample *sample);
/* Name and number of series of panel p. Borrowed. */
const char *prg_learn_sample_panel(const prg_learn_sample *sample, size_t p);
uint64_t prg_learn_sample_series(const prg_learn_sample *sample, size_t p);
/* The season of most series, of several the shortest; 1 if any series has none; 0: no series. */
int prg_learn_sample_season(const prg_learn_sample *sample);

/* Appends it as bytes, the same on every machine: learn_sample_file.c. */
void prg_learn_sample_write(prg_learn_sample *sample, prg_buffer *out);
/* Reads bytes[0..n) of file `name`. PRG_EINPUT if they are not what was written; PRG_ENOMEM; NULL
 * in *sample then. prg_learn_sample_free it after use. */
prg_status prg_learn_sample_read(const char *name, const char *bytes, size_t n,
                                 prg_learn_sample **sample, prg_error *error);

PRG_END_C

#endif
