/* A series is made in one allocation, and its parts are replaced here. */
#ifndef SERIES_SERIES_BLOCK_H
#define SERIES_SERIES_BLOCK_H

#include <prognos/series.h>

/* prg_series_init with texts[0..bytes): the name with its zero byte, then the members, if any, each
 * with its own. */
prg_status series_init_texts(prg_series *series, const char *texts, size_t bytes, prg_period start,
                             size_t n, prg_error *error);

/* Gives `to` a copy of the figures of `from`, of what is said of them and of their periods. */
prg_status series_copy_figures(prg_series *to, const prg_series *from, prg_error *error);

#endif
