/* What there is to tell of a prg_capacity_year. */
#ifndef PRESENT_CAPACITY_FIGURES_H
#define PRESENT_CAPACITY_FIGURES_H

#include "present/figure.h"

extern const figure capacity_figure[]; /* shape (capacity_figures) */
extern const size_t capacity_figures;

#endif
