/*
 * Disclosure control: counts of so few people that somebody could recognise himself or another are
 * hidden, together with as much else as it takes that nobody can derive them from sums. It works on
 * a panel, before anything is computed from it: what is published is computed from what is
 * published, so that no forecast, percentage, chart or log can know more than the table.
 *
 *   hide    a count below the threshold becomes PRG_SUPPRESSED, and so do the cheapest other
 *           counts that keep every hidden one within an interval of `width` persons, proved by
 *           linear programs (plan/suppression.h); shares of hidden counts are hidden with them
 *   merge   a series with a small count is added to its smallest sibling, until none is small
 *   round   every count becomes a multiple of `base`, and the sums still add up
 *
 * Protected are series of people: kinds people, area-total and flow, and whole numbers whose kind
 * nobody has told. Zero is not hidden. Periods are tables of their own; where there is a choice,
 * what is hidden in one period is hidden in the one before.
 */
#ifndef PROGNOS_DISCLOSURE_H
#define PROGNOS_DISCLOSURE_H

#include <prognos/hierarchy.h>

PRG_BEGIN_C

typedef enum prg_protection {
  PRG_PROTECT_HIDE,
  PRG_PROTECT_MERGE,
  PRG_PROTECT_ROUND,
  PRG_PROTECTION_COUNT
} prg_protection;

/* "hide", "merge", "round"; static storage. */
const char *prg_protection_name(prg_protection protection);
/* The protection of that name; false if there is none. */
bool prg_protection_from_name(const char *name, prg_protection *protection);

typedef struct prg_disclosure_options {
  prg_protection protection;  /* default PRG_PROTECT_HIDE */
  double threshold;           /* persons, > 1; counts from 1 up to below it are small; default 5 */
  double width;               /* persons, >= 1; default 5 */
  double base;                /* of rounding, persons, >= 2; default 5 */
  bool stated_only;           /* default false: whole numbers of an unknown kind are people, too */
  const prg_panel *published; /* what was published of the same series before and cannot be hidden
                                 any more; default NULL. Borrowed */
} prg_disclosure_options;

void prg_disclosure_options_init(prg_disclosure_options *options);

typedef enum prg_finding_kind {
  PRG_FINDING_SMALL,    /* a small count stands there for everybody to read */
  PRG_FINDING_NARROW,   /* a hidden count can be told to within less than `width` */
  PRG_FINDING_TIGHT,    /* so can one by those who know the threshold and which counts are small */
  PRG_FINDING_PUBLISHED /* a small count that has been published before */
} prg_finding_kind;

typedef struct prg_finding {
  prg_finding_kind kind;
  size_t series; /* of the panel as it was handed in */
  prg_period period;
  double lower, upper; /* what can be derived, whole persons; upper may be +infinity */
} prg_finding;

typedef struct prg_disclosure {
  size_t small;         /* counts below the threshold */
  size_t hidden;        /* hidden beside them */
  size_t shares;        /* shares hidden because their count is */
  size_t merged;        /* series that went into others */
  size_t dropped;       /* parts of those, which are gone with them */
  size_t rounded;       /* counts that were rounded */
  int moved;            /* by how many bases a count was rounded at most */
  bool least_cost;      /* no cheaper choice of what to hide exists: proved */
  prg_finding *finding; /* shape (n): narrow, tight, published before; owned */
  size_t n, capacity;
} prg_disclosure;

/*
 * Protects the panel in place; `hierarchy` tells which series are sums of which, NULL if none are.
 * Afterwards the panel may have fewer series (merge), and the hierarchy speaks of the panel as it
 * was. A finding of kind NARROW tells of a count that cannot be protected, because what would have
 * to be hidden has been published. PRG_EREFUSED if series with small counts have no siblings or
 * several totals and therefore cannot be merged, PRG_ENOMEM. prg_disclosure_clear it after use,
 * whatever was returned.
 */
prg_status prg_disclose(prg_panel *panel, const prg_hierarchy *hierarchy,
                        const prg_disclosure_options *options, prg_disclosure *out,
                        prg_error *error);

/*
 * Looks at a panel as an attacker would: small counts that are shown, suppressed figures that can
 * be derived. The panel is left as it is. PRG_ENOMEM.
 */
prg_status prg_disclosure_audit(const prg_panel *panel, const prg_hierarchy *hierarchy,
                                const prg_disclosure_options *options, prg_disclosure *out,
                                prg_error *error);
void prg_disclosure_clear(prg_disclosure *disclosure);

PRG_END_C

#endif
