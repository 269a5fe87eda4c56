#include <prognos/observation.h>

#include <string.h>

#include "table/fold.h"

static const char *const observation_name[PRG_OBSERVATION_COUNT] = {
    [PRG_OBSERVED] = "",
    [PRG_PRELIMINARY] = "preliminary",
    [PRG_REVISED] = "revised",
    [PRG_CORRECTED] = "corrected",
    [PRG_APPROXIMATE] = "approximate",
    [PRG_MISSING] = "missing",
    [PRG_NOT_APPLICABLE] = "not applicable",
    [PRG_SUPPRESSED] = "suppressed",
    [PRG_GAP] = "gap",
};

/* What others call them, folded to lower case. */
static const struct {
  const char *name;
  prg_observation observation;
} synonyms[] = {
    {"ok", PRG_OBSERVED},
    {"exists", PRG_OBSERVED},
    {"observed", PRG_OBSERVED},
    {"p", PRG_PRELIMINARY},
    {"prel", PRG_PRELIMINARY},
    {"prel.", PRG_PRELIMINARY},
    {"preliminär", PRG_PRELIMINARY},
    {"r", PRG_REVISED},
    {"reviderad", PRG_REVISED},
    {"k", PRG_CORRECTED},
    {"korrigerad", PRG_CORRECTED},
    {"rättad", PRG_CORRECTED},
    {"ungefärlig", PRG_APPROXIMATE},
    {"cirka", PRG_APPROXIMATE},
    {"drygt", PRG_APPROXIMATE},
    {"..", PRG_MISSING},
    {"saknas", PRG_MISSING},
    {"uppgift saknas", PRG_MISSING},
    {".", PRG_NOT_APPLICABLE},
    {"ej tillämplig", PRG_NOT_APPLICABLE},
    {"sekretess", PRG_SUPPRESSED},
    {"dold", PRG_SUPPRESSED},
    {"x", PRG_SUPPRESSED},
    {"omitted_due_to_based_on_few_pupils", PRG_SUPPRESSED},
    {"teachers_excluded_due_to_no_required_legitimation", PRG_NOT_APPLICABLE},
    {"private", PRG_SUPPRESSED},
    {"c", PRG_SUPPRESSED}, /* Eurostat's flags */
    {"e", PRG_APPROXIMATE},
    {"lucka", PRG_GAP},
};

const char *prg_observation_name(prg_observation observation) {
  return observation_name[observation];
}

bool prg_observation_has_value(prg_observation observation) {
  return observation <= PRG_APPROXIMATE;
}

bool prg_observation_from_name(const char *name, size_t n, prg_observation *observation) {
  for (int i = 0; i < PRG_OBSERVATION_COUNT; i++) {
    if (fold_equal(name, n, observation_name[i])) {
      *observation = (prg_observation)i;
      return true;
    }
  }
  for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++) {
    if (fold_equal(name, n, synonyms[i].name)) {
      *observation = synonyms[i].observation;
      return true;
    }
  }
  return false;
}
