/* The models in plain words. */
#include <string.h>

#include <prognos/report.h>

prg_text prg_report_method(const char *model) {
  static const struct {
    const char *model;
    prg_text words;
  } row[] = {
      {"pooled", PRG_TEXT_METHOD_POOLED},
      {"auto", PRG_TEXT_METHOD_AUTO},
      {"naive", PRG_TEXT_METHOD_LAST},
      {"seasonal-naive", PRG_TEXT_METHOD_LAST_SEASON},
      {"mean", PRG_TEXT_METHOD_MEAN},
      {"drift", PRG_TEXT_METHOD_DRIFT},
      {"ses", PRG_TEXT_METHOD_SMOOTHING},
      {"holt", PRG_TEXT_METHOD_SMOOTHING},
      {"damped", PRG_TEXT_METHOD_SMOOTHING},
      {"ets", PRG_TEXT_METHOD_SMOOTHING},
      {"theta", PRG_TEXT_METHOD_THETA},
      {"dotm", PRG_TEXT_METHOD_THETA},
      {"arima", PRG_TEXT_METHOD_ARIMA},
      {"local-level", PRG_TEXT_METHOD_STRUCTURAL},
      {"local-trend", PRG_TEXT_METHOD_STRUCTURAL},
      {"structural", PRG_TEXT_METHOD_STRUCTURAL},
      {"linear", PRG_TEXT_METHOD_LINE},
      {"quadratic", PRG_TEXT_METHOD_LINE},
      {"log-linear", PRG_TEXT_METHOD_LINE},
      {"robust", PRG_TEXT_METHOD_LINE},
      {"theil-sen", PRG_TEXT_METHOD_LINE},
      {"piecewise", PRG_TEXT_METHOD_LINE},
      {"events", PRG_TEXT_METHOD_LINE},
      {"logistic", PRG_TEXT_METHOD_GROWTH},
      {"gompertz", PRG_TEXT_METHOD_GROWTH},
      {"croston", PRG_TEXT_METHOD_SPARSE},
      {"tsb", PRG_TEXT_METHOD_SPARSE},
      {"poisson", PRG_TEXT_METHOD_COUNTS},
      {"negative-binomial", PRG_TEXT_METHOD_COUNTS},
  };
  for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
    if (strcmp(model, row[i].model) == 0)
      return row[i].words;
  return PRG_TEXT_METHOD_OTHER;
}
