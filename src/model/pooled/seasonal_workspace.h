/* The workspace of the seasonal pooled forecast, which fitting fills and predicting reads. */
#ifndef MODEL_SEASONAL_WORKSPACE_H
#define MODEL_SEASONAL_WORKSPACE_H

#include "model/pooled/mixture.h"
#include "model/pooled/pooled_seasonal.h"

/* The series on one scale. */
typedef struct scaled_series {
  double *z;        /* shape (n): centred at `reference`; 0 where there is no figure; borrowed */
  double reference; /* mean of the first season */
  double jacobian;  /* log |dz/dy|, summed */
  /* Of one dynamics: */
  double *g;            /* shape (k): X'e⁰; borrowed */
  double square, cross; /* Σ e⁰², Σ e⁰ r */
} scaled_series;

/* A node that was kept, with its state at the last figure. */
typedef struct kept_node {
  size_t node, factor; /* indexes of the grid */
  double weight;
  double rate;    /* B0 + rss/2: σ² ~ IG(a_n, rate) */
  double pivot;   /* p_b; 0 without a slope */
  double *theta;  /* shape (k): the start, E[θ | y]; borrowed */
  double *season; /* shape (m): the season h ahead is season[(h − 1) mod m]; borrowed */
  double level, slope;
} kept_node;

struct prg_seasonal {
  const prg_seasonal_node_list *prior; /* NULL: the shipped one; borrowed */
  prg_seasonal_grid grid;
  size_t m, n, k, observed;
  double offset, scale,
      unit; /* figure = scale · x − offset, rounded to unit; z = x, 2√x or log x */
  bool nonnegative, raw_only; /* no figure < 0; some x <= 0 */
  double *raw;                /* shape (n): NaN for a figure that is missing or left out; owned */
  size_t raw_room;
  prg_seasonal_pattern pattern;
  scaled_series scaled[SCALE_COUNT];
  double *error, *figure;        /* scratch, shape (n); borrowed, as all below */
  double *season;                /* scratch, shape (m+n) */
  double *vector, *spread;       /* scratch, shape (k), (k, k) */
  double *log_likelihood, *rate; /* shape (n_node) */
  double *block;                 /* the memory of all arrays above; owned */
  size_t block_size;
  kept_node *kept; /* shape (n_node), n_kept used, scale by scale; owned */
  size_t n_kept, kept_room;
  double *weight;     /* shape (n_kept): of the kept nodes; borrowed */
  double *kept_state; /* what the kept nodes borrow; owned */
  size_t kept_state_size;
  /* Of the last predict: */
  double *location, *precision; /* shape (horizon, n_kept), on the node's scale; borrowed */
  double *mixture_scratch;      /* borrowed */
  double *component;            /* the memory of those three; owned */
  size_t component_room;
  student_table student;
};

/* The scale and the growth with which a node is used for the series. */
int seasonal_scale(const prg_seasonal *w, const prg_seasonal_node *node);
double seasonal_growth(const prg_seasonal *w, const prg_seasonal_node *node);

const prg_seasonal_node *seasonal_node(const prg_seasonal *w, const kept_node *kept);
const prg_seasonal_dynamics *seasonal_dynamics(const prg_seasonal *w, const kept_node *kept);

/* a_n, the shape of the posterior of σ²: half the degrees of freedom. */
double seasonal_shape(const prg_seasonal *w);

/* v = L⁻¹ g of a kept node, the slope included; g, v: shape (k). */
void seasonal_whiten(const prg_seasonal *w, const kept_node *kept, const double *g, double *v);

/* Runs the filter from θ; leaves the state at the end in *state, its seasons in w->season + n. */
void seasonal_run(prg_seasonal *w, const kept_node *kept, const double *theta,
                  prg_seasonal_state *state);

#endif
