/* The decimal mark of a frame whose rows are seen part by part. */
#ifndef TABLE_DECIMAL_PART_H
#define TABLE_DECIMAL_PART_H

#include <prognos/decimal.h>

/*
 * As prg_decimal_find. *open is true if no cell had either mark: then any mark reads this part the
 * same, and the next part may decide.
 */
prg_status decimal_find_part(const prg_frame *frame, char *decimal, bool *open, prg_error *error);

#endif
