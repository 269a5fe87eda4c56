/* Shares of a population as people and programs read them. */
#ifndef PROGNOS_SHARE_TABLE_H
#define PROGNOS_SHARE_TABLE_H

#include <prognos/csv_write.h>
#include <prognos/share.h>

PRG_BEGIN_C

/*
 * Appends the name, a table of the years (population, share, pupils with their interval, pupils of
 * the low and the high variant, effects since the last figure, other forecasts: the columns that
 * there are figures for) and the notes.
 */
void prg_share_write(const prg_share *share, prg_language language, prg_buffer *out);

/* Appends an array of one object for each: series, model, now, years, notes. */
void prg_share_json(const prg_share *share, size_t n, prg_language language, prg_buffer *out);

PRG_END_C

#endif
