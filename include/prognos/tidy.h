/*
 * Tidy CSV: one row per series and period. It is the canonical form of a panel; prg_read_bytes
 * makes the same panel of it again, except for `kind` and the season of a bare index, which the
 * reader's options give.
 *
 *   series,period,value,status
 *   Grundsärskola,2017,168,
 *   Grundsärskola,2018,,missing
 */
#ifndef PROGNOS_TIDY_H
#define PROGNOS_TIDY_H

#include <prognos/csv_write.h>
#include <prognos/series.h>

PRG_BEGIN_C

/* Appends the panel. Every period between a series' first and last has a row, gaps too. Numbers are
 * the shortest text that reads back as the same double. */
prg_status prg_tidy_write(const prg_panel *panel, prg_csv_style style, prg_buffer *out,
                          prg_error *error);

/* Its two halves, for a panel that comes part by part: the header, and the rows of some series. */
void prg_tidy_head(prg_csv_style style, prg_buffer *out);
void prg_tidy_rows(const prg_panel *panel, prg_csv_style style, prg_buffer *out);

PRG_END_C

#endif
