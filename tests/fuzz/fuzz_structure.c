/*
 * Structure files: an error with its place, or sums whose parts are series of the panel, once each,
 * and below their totals; and, if all leaves agree, a matrix of them.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/hierarchy.h>
#include <prognos/reading.h>

static const char table[] = "Del;Grupp;2023;2024\nRiket;;61;63\nNorr;;29;30\nSöder;;32;33\n"
                            "flickor;;27;28\npojkar;;34;35\nNorr;flickor;13;14\nNorr;pojkar;16;16\n"
                            "Söder;flickor;14;14\nSöder;pojkar;18;19\nA;;1;2\nB;;3;4\nC;;5;6\n";

static void must(bool condition) {
  if (!condition)
    abort();
}

static void check_sums(const prg_hierarchy *h) {
  for (size_t s = 0; s < h->n_sum; s++) {
    const prg_sum *sum = &h->sum[s];
    must(sum->total < h->n_series && sum->n >= 1 && sum->first + sum->n <= h->n_part);
    must(sum->line >= 1);
    for (size_t k = 0; k < sum->n; k++) {
      size_t part = h->part[sum->first + k];
      must(part < h->n_series && h->level[part] < h->level[sum->total]);
      for (size_t j = 0; j < k; j++)
        must(h->part[sum->first + j] != part);
    }
  }
  for (size_t i = 0; i < h->n_series; i++)
    must(h->level[i] < h->n_levels);
}

/* A series that is a leaf is itself; every row of another has a leaf. */
static void check_matrix(const prg_hierarchy *h, const prg_panel *panel) {
  size_t *leaf, n;
  double *matrix;
  if (prg_hierarchy_matrix(h, panel, &leaf, &n, &matrix, NULL) != PRG_OK)
    return;
  for (size_t i = 0; i < h->n_series; i++) {
    double sum = 0;
    for (size_t j = 0; j < n; j++) {
      must(h->level[i] > 0 || matrix[i * n + j] == (leaf[j] == i));
      sum += matrix[i * n + j];
    }
    must(sum >= 1);
  }
  free(leaf);
  free(matrix);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static prg_reading reading;
  if (reading.panel.n == 0)
    must(prg_read_bytes("t", table, strlen(table), NULL, &reading, NULL) == PRG_OK);
  prg_hierarchy h;
  prg_error error;
  prg_status status =
      prg_hierarchy_read(&h, "fuzz.csv", (const char *)data, size, &reading.panel, &error);
  if (status == PRG_OK) {
    check_sums(&h);
    check_matrix(&h, &reading.panel);
  } else {
    must(error.message.text != PRG_TEXT_NONE && strcmp(error.file, "fuzz.csv") == 0);
  }
  prg_hierarchy_clear(&h);
  return 0;
}
