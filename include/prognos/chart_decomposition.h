/* A series and its parts, each in a panel above the next: outcome, trend, season, remainder. */
#ifndef PROGNOS_CHART_DECOMPOSITION_H
#define PROGNOS_CHART_DECOMPOSITION_H

#include <prognos/chart.h>
#include <prognos/decomposition.h>

PRG_BEGIN_C

/*
 * Draws `parts`, which prg_decompose made of the series. The scales of the panels differ; a bar
 * beside each, of one height in the series' unit, tells by how much. PRG_EUSAGE if the picture's
 * size will not do, PRG_EINPUT if the figures are too large. prg_drawing_clear *out after use,
 * whatever is returned.
 */
prg_status prg_decomposition_draw(const prg_series *series, const prg_decomposition *parts,
                                  const prg_chart_options *options, prg_drawing *out,
                                  prg_error *error);

PRG_END_C

#endif
