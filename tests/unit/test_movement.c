#include "test.h"

#include <prognos/movement.h>

#include <stdlib.h>

#define HEAD "series,period,kind,value,lower_80,upper_80,lower_95,upper_95,model,origin,note\n"

static const char before[] = HEAD "Berga,2021,actual,229,,,,,,,\n"
                                  "Berga,2022,forecast,238,231,246,220,255,pooled,2021,\n"
                                  "Berga,2023,forecast,247,233,262,221,275,pooled,2021,\n"
                                  "Berga,2024,forecast,255,236,273,223,290,pooled,2021,\n"
                                  "Ekbacken,2021,actual,96,,,,,,,\n"
                                  "Ekbacken,2022,forecast,99,91,107,88,111,pooled,2021,\n"
                                  "Ekbacken,2023,forecast,101,90,113,86,119,pooled,2021,\n"
                                  "Nedlagd,2021,actual,12,,,,,,,\n"
                                  "Nedlagd,2022,forecast,11,7,15,5,17,pooled,2021,\n";

/* A year later: 2022 is known, and is no forecast that could have moved. */
static const char after[] = HEAD "Ny,2022,actual,31,,,,,,,\n"
                                 "Ny,2023,forecast,57,50,61,44,66,pooled,2022,\n"
                                 "Ekbacken,2022,actual,120,,,,,,,\n"
                                 "Ekbacken,2023,forecast,112.9,104,122,99,130,pooled,2022,\n"
                                 "Berga,2022,actual,247,,,,,,,\n"
                                 "Berga,2023,forecast,261.5,253,271,240,280,pooled,2022,\n"
                                 "Berga,2024,forecast,273.5,258,290,250,301,pooled,2022,\n"
                                 "Berga,2025,forecast,300,280,320,270,330,pooled,2022,\n";

static void read_set(const char *text, prg_forecast_set *set) {
  prg_error error;
  assert_int_equal(prg_forecast_csv_read("f.csv", text, strlen(text), set, &error), PRG_OK);
}

static void test_beyond_its_own_interval(void **state) {
  (void)state;
  prg_forecast_set then, now;
  prg_movement *movement;
  size_t n;
  read_set(before, &then);
  read_set(after, &now);
  assert_int_equal(prg_movement_find(&then, &now, &movement, &n, NULL), PRG_OK);
  assert_int_equal(n, 1); /* Ekbacken is just within; the others have nothing to compare with */
  assert_string_equal(movement[0].series, "Berga");
  assert_int_equal(movement[0].period.ordinal, 2024);
  assert_close(movement[0].before, 255, 0);
  assert_close(movement[0].after, 273.5, 0);
  assert_close(movement[0].lower, 236, 1e-9);
  assert_close(movement[0].upper, 273, 1e-9);
  assert_close(movement[0].level, 0.80, 1e-12);
  free(movement);
  assert_int_equal(prg_movement_find(&now, &then, &movement, &n, NULL), PRG_OK);
  assert_int_equal(n, 2); /* seen from the other side: 247 < 253, and 101 < 104 */
  assert_close(movement[0].after, 247, 0);
  assert_close(movement[1].lower, 104, 1e-9);
  free(movement);
  prg_forecast_set_clear(&then);
  prg_forecast_set_clear(&now);
}

static void test_itself_has_not_moved(void **state) {
  (void)state;
  prg_forecast_set then, now;
  prg_movement *movement;
  size_t n;
  read_set(before, &then);
  read_set(before, &now);
  assert_int_equal(prg_movement_find(&then, &now, &movement, &n, NULL), PRG_OK);
  assert_int_equal(n, 0);
  free(movement);
  prg_forecast_set_clear(&then);
  prg_forecast_set_clear(&now);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_beyond_its_own_interval),
      cmocka_unit_test(test_itself_has_not_moved),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
