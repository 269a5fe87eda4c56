/* The decimal mark of a table: comma or point, found from the figures that leave no doubt. */
#ifndef PROGNOS_DECIMAL_H
#define PROGNOS_DECIMAL_H

#include <prognos/frame.h>

PRG_BEGIN_C

/*
 * Sets *decimal to ',' or '.'. A figure such as 12,4 or 1.234,5 decides. Without one, figures as
 * 1,234 could be both: with ';' a comma is the decimal mark and with ',' a point is, as every
 * program that writes such files has it; otherwise PRG_EINPUT with the place, asking for --decimal.
 */
prg_status prg_decimal_find(const prg_frame *frame, char *decimal, prg_error *error);

PRG_END_C

#endif
