// What each of some models says of next year, in C++.
#include <cmath>
#include <iostream>
#include <memory>
#include <string>

#include <prognos.h>

namespace {

// What the library allocates is freed by an owner, whatever happens.
struct series_owner {
  prg_series series{};
  ~series_owner() {
    prg_series_clear(&series);
  }
};

struct forecast_owner {
  prg_forecast forecast{};
  ~forecast_owner() {
    prg_forecast_clear(&forecast);
  }
};

using forecaster_owner = std::unique_ptr<prg_forecaster, decltype(&prg_forecaster_free)>;

std::string words(const prg_error &error) {
  prg_buffer buffer{};
  prg_error_write(&error, PRG_ENGLISH, &buffer);
  std::string text = prg_buffer_string(&buffer);
  prg_buffer_free(&buffer);
  return text;
}

prg_status print_next(const prg_series &series, const char *model, prg_error &error) {
  prg_forecast_options options;
  prg_forecast_options_init(&options);
  options.model = prg_model_find(model);
  const forecaster_owner forecaster(prg_forecaster_alloc(&options, &error), prg_forecaster_free);
  forecast_owner next;
  if (!forecaster ||
      prg_forecaster_run(forecaster.get(), &series, &next.forecast, &error) != PRG_OK)
    return error.status;
  std::cout << model << ' ' << std::lround(prg_forecast_point(&next.forecast, 1)) << '\n';
  return PRG_OK;
}

} // namespace

int main() {
  const double figures[] = {168, 183, 198, 214, 240, 249, 263};
  prg_error error;
  prg_error_clear(&error);
  series_owner pupils;
  prg_series_init_values(&pupils.series, "Pupils", {PRG_YEAR, 2017}, figures, 7, &error);
  for (const char *model : {"pooled", "naive", "theta", "arima"})
    if (error.status == PRG_OK)
      print_next(pupils.series, model, error);
  if (error.status != PRG_OK)
    std::cerr << words(error) << '\n';
  return prg_status_exit_code(error.status);
}
