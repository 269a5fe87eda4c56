#include "model/student_table.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

void student_table_set(student_table *table, double df) {
  if (table->df == df)
    return;
  table->df = df;
  table->value[0] = 0;
  table->value[STUDENT_CELLS] = 1;
  for (int i = 1; i <= STUDENT_CELLS / 2; i++) {
    double u = -1 + 2.0 * i / STUDENT_CELLS;
    double below = gsl_cdf_tdist_P(u * sqrt(df / (1 - u * u)), df);
    table->value[i] = below;
    table->value[STUDENT_CELLS - i] = 1 - below;
  }
}
