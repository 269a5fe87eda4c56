/* Everything of libprognos. */
#ifndef PROGNOS_H
#define PROGNOS_H

#include <prognos/accuracy.h>
#include <prognos/atomic_file.h>
#include <prognos/backtest.h>
#include <prognos/backtest_summary.h>
#include <prognos/buffer.h>
#include <prognos/cohort.h>
#include <prognos/cohort_plan.h>
#include <prognos/cohort_unit.h>
#include <prognos/cube.h>
#include <prognos/decomposition.h>
#include <prognos/difference.h>
#include <prognos/distribution.h>
#include <prognos/error.h>
#include <prognos/event.h>
#include <prognos/facts.h>
#include <prognos/forecast.h>
#include <prognos/grade.h>
#include <prognos/hierarchy.h>
#include <prognos/housing.h>
#include <prognos/join.h>
#include <prognos/message.h>
#include <prognos/model.h>
#include <prognos/number.h>
#include <prognos/part_year.h>
#include <prognos/period.h>
#include <prognos/rename.h>
#include <prognos/revision.h>
#include <prognos/series.h>
#include <prognos/shape.h>
#include <prognos/share.h>
#include <prognos/share_table.h>
#include <prognos/status.h>
#include <prognos/stream.h>
#include <prognos/sum_control.h>
#include <prognos/target.h>
#include <prognos/target_table.h>
#include <prognos/text.h>
#include <prognos/trend.h>
#include <prognos/utf8.h>
#include <prognos/version.h>

#endif
