/* A cohort plan as a table for people: persons by grade and year, the ratios behind it, notes. */
#ifndef PROGNOS_COHORT_REPORT_H
#define PROGNOS_COHORT_REPORT_H

#include <prognos/cohort_plan.h>
#include <prognos/json.h>
#include <prognos/report_table.h>

PRG_BEGIN_C

/*
 * Appends heading, persons by grade, group and total (whole persons, parts that sum to the total)
 * with the first of the levels as intervals, the ratios, and the notes. Decimals and unit of the
 * options are not used. If memory is exhausted, out->failed is set.
 */
void prg_report_cohort(const prg_cohort_plan *plan, const prg_report_options *options,
                       prg_buffer *out);

/*
 * The same as an object with unit, level_weight, ratios [{grade, own, reference, weight, used,
 * dispersion, years}] and rows, each as prg_json_forecast has it. level: shape (n_level).
 */
void prg_json_cohort(prg_json *json, const prg_cohort_plan *plan, const double *level,
                     size_t n_level, prg_language language);

PRG_END_C

#endif
