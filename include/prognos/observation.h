/*
 * What the source says of one figure beside the figure itself. It is kept from the cell that was
 * read to whatever is written.
 */
#ifndef PROGNOS_OBSERVATION_H
#define PROGNOS_OBSERVATION_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/linkage.h>

PRG_BEGIN_C

/* What is known of one observation. The names are those of the status column of tidy CSV. */
typedef enum prg_observation {
  PRG_OBSERVED,       /* "": a plain figure */
  PRG_PRELIMINARY,    /* "preliminary": p */
  PRG_REVISED,        /* "revised": r */
  PRG_CORRECTED,      /* "corrected": k */
  PRG_APPROXIMATE,    /* "approximate": drygt, cirka */
  PRG_MISSING,        /* "missing": ..  the source has no figure */
  PRG_NOT_APPLICABLE, /* "not applicable": . */
  PRG_SUPPRESSED,     /* "suppressed": hidden for disclosure control */
  PRG_GAP,            /* "gap": blank, or no row at all */
  PRG_OBSERVATION_COUNT
} prg_observation;

/* "" … "gap"; static storage. */
const char *prg_observation_name(prg_observation observation);
/* True if the status comes with a figure. */
bool prg_observation_has_value(prg_observation observation);
/*
 * The observation of that name: the names above, their Swedish, the letters of official statistics
 * (k, r, p), and what Skolverket and Kolada call them; case is ignored. False if there is none.
 */
bool prg_observation_from_name(const char *name, size_t n, prg_observation *observation);

PRG_END_C

#endif
