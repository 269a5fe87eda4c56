/*
 * Cohort progression on population by county and one-year age, from every origin: how wrong, and
 * how often inside the intervals.
 *
 *   bench_cohort population.csv births.csv HALF [YEARS [FROM TO]]
 *
 * HALF: 0 or 1 (every other county), 2 (all); YEARS: figures before the origin, 0 for all there are;
 * FROM, TO: the origins. Ages that are not born at the origin come from the births of the year,
 * forecast by the default model.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_sort.h>

#include <prognos/cohort.h>
#include <prognos/forecast.h>

#define AGES 20
#define YEARS 48
#define COUNTIES 21
#define PATHS 500
#define LEADS 10
static char name[COUNTIES][32];
static double population[COUNTIES][AGES][YEARS];
static int n_county;

static int county(const char *text) {
  for (int c = 0; c < n_county; c++)
    if (strcmp(name[c], text) == 0) return c;
  strcpy(name[n_county], text);
  return n_county++;
}

static void read_population(const char *path) {
  FILE *file = fopen(path, "r");
  char line[256], region[64];
  int age, year; double value;
  while (fgets(line, sizeof line, file))
    if (sscanf(line, "%63[^,],%d,%d,%lf", region, &age, &year, &value) == 4)
      population[county(region)][age][year - 1968] = value;
  fclose(file);
}

typedef struct score { double n, ape, in80, in95, z, ae, naive_ae, naive_ape, sape, naive_sape, above; } score;
static score single[4][LEADS], total[LEADS];

static void add(score *s, double *draw, double actual, double naive) {
  gsl_sort(draw, 1, PATHS);
#define Q(p) draw[(int)((p) * (PATHS - 1) + .5)]
  double f = (draw[PATHS / 2] + draw[PATHS / 2 - 1]) / 2;
  s->n++;
  s->ape += fabs(f / actual - 1);
  s->ae += fabs(f - actual); s->naive_ae += fabs(naive - actual);
  s->sape += 2*fabs(f - actual)/(f+actual); s->naive_sape += 2*fabs(naive - actual)/(naive+actual);
  s->in80 += actual >= Q(.1) && actual <= Q(.9);
  s->in95 += actual >= Q(.025) && actual <= Q(.975);
  s->above += actual > f;
}

static double path[PATHS * LEADS * AGES], entry[PATHS * LEADS];
static void judge(int c, int T, int window) {
  static double count[AGES * YEARS], ref[AGES * YEARS];
  int from = window == 0 || T + 1 < window ? 0 : T + 1 - window, n = T + 1 - from;
  for (int a = 0; a < AGES; a++)
    for (int t = 0; t < n; t++) {
      count[a * n + t] = population[c][a][from + t];
      ref[a * n + t] = 0;
      for (int k = 0; k < n_county; k++) if (k != c) ref[a * n + t] += population[k][a][from + t];
    }
  prg_cohort_table table = {AGES, (size_t)n, count}, reference = {AGES, (size_t)n, ref};
  prg_cohort_options options;
  prg_cohort_options_init(&options);
  if (getenv("YRS")) options.years = (size_t)atoi(getenv("YRS"));
  if (getenv("HL")) options.half_life = atof(getenv("HL"));
  prg_cohort *cohort;
  prg_error error;
  if (prg_cohort_fit(&table, getenv("REF") ? &reference : NULL, &options, &cohort, &error) != PRG_OK) exit(1);
  for (int i = 0; i < PATHS * LEADS; i++) entry[i] = count[T - from];
  prg_cohort_future future = {LEADS, entry, NULL};
  prg_cohort_paths(cohort, &future, PATHS, 1, path, &error);
  prg_cohort_free(cohort);
  double draw[PATHS];
  for (int h = 1; h <= LEADS && T + h < YEARS; h++) {
    double act = 0, nai = 0;
    for (int a = h; a < AGES; a++) {
      for (int i = 0; i < PATHS; i++) draw[i] = path[(i * LEADS + h - 1) * AGES + a];
      add(&single[a < 7 ? 0 : a < 16 ? 1 : a < 18 ? 2 : 3][h - 1], draw, population[c][a][T + h], population[c][a][T]);
    }
    for (int i = 0; i < PATHS; i++) { draw[i] = 0; for (int a = 7; a < 16; a++) draw[i] += path[(i * LEADS + h - 1) * AGES + a]; }
    for (int a = 7; a < 16; a++) act += population[c][a][T + h], nai += population[c][a][T];
    if (h <= 7) add(&total[h - 1], draw, act, nai);
  }
}

static void print(const char *what, int h, const score *s) {
  if (s->n > 0) printf("%-8s %2d  n %5.0f  MAPE %6.3f  OWA %.3f  80: %5.1f  95: %5.1f above %.1f\n", what, h, s->n, 100 * s->ape / s->n,
    .5 * (s->ae / s->naive_ae + s->sape / s->naive_sape), 100 * s->in80 / s->n, 100 * s->in95 / s->n, 100*s->above/s->n);
}

int main(int argc, char **argv) {
  gsl_set_error_handler_off();
  read_population(argv[1]);
  int half = atoi(argv[3]), window = argc > 4 ? atoi(argv[4]) : 0;
  int first = argc > 5 ? atoi(argv[5]) : 1977, last = argc > 6 ? atoi(argv[6]) : 2014;
  for (int c = 0; c < n_county; c++)
    if (half == 2 || c % 2 == half)
      for (int y = first; y <= last; y++) judge(c, y - 1968, window);
  static const int shown[] = {1, 3, 5, 7, 10};
  static const char *group[] = {"0-6", "7-15", "16-17", "18-19"};
  for (int k = 0; k < 4; k++) for (int i = 0; i < 5; i++) print(group[k], shown[i], &single[k][shown[i] - 1]);
  for (int i = 0; i < 5; i++) print("7-15 sum", shown[i], &total[shown[i] - 1]);
}
