#include "table/json_read.h"

#include <string.h>

#include "table/json_parts.h"

static prg_text syntax_text(enum json_error_code code) {
  switch (code) {
  case json_error_premature_end_of_input:
    return PRG_TEXT_JSON_ENDS;
  case json_error_duplicate_key:
    return PRG_TEXT_JSON_TWICE;
  case json_error_numeric_overflow:
    return PRG_TEXT_JSON_NUMBER;
  case json_error_stack_overflow:
    return PRG_TEXT_JSON_DEEP;
  case json_error_null_character:
  case json_error_null_byte_in_key:
    return PRG_TEXT_JSON_NUL;
  case json_error_end_of_input_expected:
    return PRG_TEXT_JSON_MORE;
  default:
    return PRG_TEXT_JSON_SYNTAX;
  }
}

/* jansson's message ends "near 'what stands there'". */
static prg_status fail_syntax(const json_error_t *e, prg_error *error) {
  if (json_error_code(e) == json_error_out_of_memory)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  const char *near = strstr(e->text, " near ");
  size_t line = e->line > 0 ? (size_t)e->line : 0, column = e->column > 0 ? (size_t)e->column : 0;
  return prg_fail_at(error, NULL, line, column, syntax_text(json_error_code(e)),
                     PRG_ARGS(prg_string(near == NULL ? "" : near + strlen(" near "))));
}

static prg_status read_root(prg_cube *cube, const json_t *root, const prg_cube_options *options,
                            prg_error *error) {
  if (jsonstat_is(root))
    return jsonstat_read(cube, root, options, error);
  if (json_pxweb_is(root))
    return json_pxweb_read(cube, root, error);
  return json_records_read(cube, root, error);
}

prg_status json_read(prg_cube *cube, const char *bytes, size_t n, const prg_cube_options *options,
                     prg_error *error) {
  prg_decoded text;
  prg_status status = prg_decode(bytes, n, options->encoding, &text, error);
  if (status != PRG_OK)
    return status;
  cube->encoding = text.encoding;
  json_error_t reason;
  json_t *root =
      json_loadb(text.text, text.n, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, &reason);
  prg_decoded_clear(&text);
  if (root == NULL)
    return fail_syntax(&reason, error);
  status = read_root(cube, root, options, error);
  json_decref(root);
  return status;
}
