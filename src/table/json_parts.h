/* What the readers of cubes in JSON have in common. */
#ifndef TABLE_JSON_PARTS_H
#define TABLE_JSON_PARTS_H

#include <jansson.h>

#include <prognos/cube.h>

/* PRG_EINPUT: at that path stands `found` (NULL: nothing), where something else was expected. */
prg_status json_fail(const char *path, const json_t *found, prg_text expected, prg_error *error);

/* The text of a string; "" if it is none. Borrowed. */
const char *json_text(const json_t *value);

/*
 * What a value and the status beside it say. A number, or a string with a figure or a symbol of
 * official statistics; null is PRG_GAP unless the status says why. False if the value is neither.
 */
bool json_cell(const json_t *value, double *number, prg_observation *observation);

typedef enum json_status_result {
  JSON_STATUS_KNOWN,
  JSON_STATUS_UNKNOWN,
  JSON_STATUS_CONTRADICTS
} json_status_result;

/* Applies a status: "p", "..", "Missing", and the letters of Eurostat, one or several. */
json_status_result json_status_apply(const char *status, double *number,
                                     prg_observation *observation);

/* JSON-stat: true if the root is of that form. */
bool jsonstat_is(const json_t *root);
prg_status jsonstat_read(prg_cube *cube, const json_t *root, const prg_cube_options *options,
                         prg_error *error);

/* PxWeb's own: "columns" and "data". */
bool json_pxweb_is(const json_t *root);
prg_status json_pxweb_read(prg_cube *cube, const json_t *root, prg_error *error);

/* Objects that hold a value and its period, anywhere in the root. */
prg_status json_records_read(prg_cube *cube, const json_t *root, prg_error *error);

#endif
