/* What reading a whole file and reading it series by series have in common. */
#ifndef SERIES_READING_PARTS_H
#define SERIES_READING_PARTS_H

#include <prognos/reading.h>

/* True if the header is that of tidy CSV, whose decimal mark is a point. */
bool reading_is_tidy(const prg_frame *frame);
/* Gives the series season and kind as the options say, and counts what is known of them. */
void reading_summarise(prg_reading *reading, const prg_read_options *options);
/* True if a series has a figure; after reading_summarise. */
bool reading_has_figure(const prg_reading *reading);

#endif
