#include <prognos/nearest.h>

#include <string.h>

#define LONGEST 40 /* options have shorter names */

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* One row of the table of distances after another. */
static size_t distance(const char *a, const char *b) {
  size_t row[LONGEST + 1], n = strlen(b);
  for (size_t j = 0; j <= n; j++)
    row[j] = j;
  for (size_t i = 0; a[i] != '\0'; i++) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < n; j++) {
      size_t changed = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = least(changed, 1 + least(row[j], row[j + 1]));
    }
  }
  return row[n];
}

void prg_nearest_try(prg_nearest *nearest, const char *known) {
  size_t n = strlen(nearest->word);
  if (n > LONGEST || strlen(known) > LONGEST)
    return;
  size_t away = distance(nearest->word, known);
  if (away <= (n + 2) / 3 && (nearest->found == NULL || away < nearest->distance)) {
    nearest->found = known;
    nearest->distance = away;
  }
}
