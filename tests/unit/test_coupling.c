#include "forecast/coupling.h"

#include <stdlib.h>

#include <gsl/gsl_math.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

#include "test.h"

#define PATHS 6000
#define HORIZON 2

/* Paths whose means are all different, in no order. */
static void fill(double *path, unsigned seed) {
  for (size_t k = 0; k < PATHS; k++) {
    double mean = (double)((k * 2654435761U + seed) % 1000003U);
    path[k * HORIZON] = mean - 3.5;
    path[k * HORIZON + 1] = mean + 3.5;
  }
}

static double mean_of(const double *path, size_t k) {
  return (path[k * HORIZON] + path[k * HORIZON + 1]) / 2;
}

static void test_ranks_have_the_correlation_of_the_loading(void **state) {
  (void)state;
  static double path[3 * PATHS * HORIZON], first[PATHS], second[PATHS], third[PATHS];
  static double work[2 * PATHS];
  double loading[] = {2, 0, .6, .8, 13 * .6, 13 * .8}; /* r = .6, and the same twice */
  gsl_matrix_view view = gsl_matrix_view_array(loading, 3, 2);
  for (unsigned i = 0; i < 3; i++)
    fill(path + i * PATHS * HORIZON, 17 * i);
  assert_true(couple_paths(&view.matrix, PATHS, HORIZON, 4, path));
  for (size_t k = 0; k < PATHS; k++) {
    first[k] = mean_of(path, k);
    second[k] = mean_of(path + PATHS * HORIZON, k);
    third[k] = mean_of(path + 2 * PATHS * HORIZON, k);
  }
  double spearman = gsl_stats_spearman(first, 1, second, 1, PATHS, work);
  assert_close(spearman, 6 / M_PI * asin(.6 / 2), .03);
  assert_close(gsl_stats_spearman(second, 1, third, 1, PATHS, work), 1, 1e-12);
}

static void test_every_path_is_kept_whole(void **state) {
  (void)state;
  static double path[PATHS * HORIZON], before[PATHS], after[PATHS];
  double loading[] = {1};
  gsl_matrix_view view = gsl_matrix_view_array(loading, 1, 1);
  fill(path, 5);
  for (size_t k = 0; k < PATHS; k++)
    before[k] = mean_of(path, k);
  assert_true(couple_paths(&view.matrix, PATHS, HORIZON, 4, path));
  for (size_t k = 0; k < PATHS; k++) {
    after[k] = mean_of(path, k);
    assert_close(path[k * HORIZON + 1] - path[k * HORIZON], 7, 1e-9);
  }
  gsl_sort(before, 1, PATHS);
  gsl_sort(after, 1, PATHS);
  assert_memory_equal(before, after, sizeof before);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_ranks_have_the_correlation_of_the_loading),
      cmocka_unit_test(test_every_path_is_kept_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
