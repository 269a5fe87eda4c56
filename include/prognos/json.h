/*
 * JSON (RFC 8259): a small writer that puts the commas and the indentation, and the results of
 * trends and forecasts in it. UTF-8; a number that is no number (NaN, infinity) becomes null.
 */
#ifndef PROGNOS_JSON_H
#define PROGNOS_JSON_H

#include <prognos/forecast.h>

PRG_BEGIN_C

#define PRG_JSON_DEPTH 16

typedef enum prg_json_style {
  PRG_JSON_LINES, /* every member on a line of its own */
  PRG_JSON_FLAT   /* everything on one line, members of members too */
} prg_json_style;

typedef struct prg_json {
  prg_buffer *out; /* borrowed */
  size_t depth;
  char shut[PRG_JSON_DEPTH]; /* '}' or ']' */
  prg_json_style style[PRG_JSON_DEPTH];
  bool filled[PRG_JSON_DEPTH]; /* something is in it: the next one needs a comma */
  bool after_key;
} prg_json;

void prg_json_init(prg_json *json, prg_buffer *out);

/* Opens what the matching prg_json_close closes; at most PRG_JSON_DEPTH deep (asserted). */
void prg_json_object(prg_json *json, prg_json_style style);
void prg_json_array(prg_json *json, prg_json_style style);
void prg_json_close(prg_json *json);

/* The name of the next value, in an object. */
void prg_json_key(prg_json *json, const char *key);

void prg_json_string(prg_json *json, const char *string);
/* Shortest digits that read back as the same double. */
void prg_json_number(prg_json *json, double number);
/* At most `digits` (1 … 17) significant digits. */
void prg_json_rounded(prg_json *json, double number, int digits);
void prg_json_boolean(prg_json *json, bool boolean);
void prg_json_null(prg_json *json);

/*
 * The trend of the series of that name as an object with series, model, n, coefficients [{name,
 * estimate, std_error, t, p, lower_95, upper_95}], df, sigma, r_squared, log_likelihood, aicc,
 * durbin_watson, dispersion, time, fitted, residuals, sentence.
 */
void prg_json_trend(prg_json *json, const char *name, const prg_trend *trend,
                    prg_language language);

/*
 * The forecast as an object with series, model, frequency, origin, observations [{period, value,
 * status}], forecasts [{period, value, intervals [{level, lower, upper}]}], notes [sentence].
 * level: shape (n_level), in (0, 1).
 */
void prg_json_forecast(prg_json *json, const prg_forecast *forecast, const double *level,
                       size_t n_level, prg_language language);

PRG_END_C

#endif
