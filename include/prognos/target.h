/*
 * Follow-up of goals: from the outcome of a part of a year to the whole of it, the probability that
 * the goal is reached, and the verdict on the municipality's own scale. docs/method.md has the
 * equations.
 */
#ifndef PROGNOS_TARGET_H
#define PROGNOS_TARGET_H

#include <prognos/difference.h>
#include <prognos/target_file.h>
#include <prognos/target_scale.h>

PRG_BEGIN_C

typedef enum prg_target_state {
  PRG_TARGET_TEXT,       /* followed up in words */
  PRG_TARGET_UNMEASURED, /* no figure this year: never met */
  PRG_TARGET_SO_FAR,     /* measured, but without what a probability would need */
  PRG_TARGET_FORECAST,   /* the whole year is forecast */
  PRG_TARGET_KNOWN       /* the year's figure is there */
} prg_target_state;

/* The verdict as a traffic light shows it. */
typedef enum prg_target_light {
  PRG_LIGHT_NONE,      /* there is no verdict */
  PRG_LIGHT_MET,       /* reached, or the scale's best word */
  PRG_LIGHT_UNCERTAIN, /* any word between; reached in part; judged by the figures so far */
  PRG_LIGHT_MISSED,    /* not reached, or the scale's worst word */
  PRG_LIGHT_UNMEASURED,
  PRG_LIGHTS
} prg_target_light;

/* What is known of the indicator as a whole, or of one of its groups. */
typedef struct prg_target_part {
  const char *group; /* "" for the whole; borrowed */
  prg_target_state state;
  double value, of;          /* this year through `through`; of: NaN unless a share of so many */
  double lower_95, upper_95; /* Wilson's interval of such a share; else NaN */
  double last, last_of;      /* the whole of last year; NaN: not known */
  prg_goal_range range;      /* of the goal */
  prg_outlook outlook;       /* NaN unless forecast or known */
  prg_difference difference; /* from last year; value NaN: nothing to compare with */
  bool reached;              /* by the figure as it is */
  unsigned n_history;        /* earlier years that the forecast of a mean rests on; else 0 */
  double before, of_before;  /* earlier years' cases in the same part, and in all; NaN: not known */
  double dispersion;         /* of a count's months, prg_part_year_dispersion; else NaN */
  double of_year;            /* denominator that a share's forecast assumes; else NaN */
} prg_target_part;

/* Sentences, to be joined by blanks. */
typedef struct prg_sentences {
  prg_message *item; /* shape (n); owned */
  size_t n, capacity;
  bool failed; /* one found no memory */
} prg_sentences;

typedef struct prg_target_result {
  const prg_indicator *indicator;       /* borrowed from the book */
  prg_span through;                     /* what this year's figures cover */
  prg_target_part *part;                /* shape (n_part): one, or one per group; owned */
  size_t n_part, n_measured, n_reached; /* n_reached: groups judged to reach the goal */
  prg_target_state state;               /* the least certain of the measured parts' */
  double probability; /* of every group reaching it, groups taken as independent; NaN: none */
  char verdict[PRG_VERDICT_BYTES];     /* "" of a text */
  prg_target_light light;              /* of the verdict */
  prg_message goal;                    /* in words; PRG_TEXT_NONE of a text */
  prg_sentences follow_up, assessment; /* without the free text and the verdict; owned */
} prg_target_result;

/*
 * Assesses one indicator of the book. PRG_EINPUT if its outcomes contradict each other or do not
 * cover the part of the year; PRG_EREFUSED if last year's figure is needed and not there.
 * prg_target_result_clear it after use, whatever was returned.
 */
prg_status prg_target_assess(const prg_target_book *book, size_t indicator,
                             const prg_target_scale *scale, prg_language language,
                             prg_target_result *out, prg_error *error);
void prg_target_result_clear(prg_target_result *result);

/*
 * Disclosure control: if fewer than `threshold` persons, and not none, stand behind a figure of the
 * result (cases, those who reached it of so many, those who did not; this year or last), its
 * figures and sentences are taken away and one sentence says so. The verdict stays, and so does
 * what somebody wrote. Returns true if it was so.
 */
bool prg_target_hide(prg_target_result *result, double threshold);

/* How figures of an indicator are written. */
typedef struct prg_target_notation {
  double factor;
  int measured, forecast; /* decimals; −1: as few as tell it apart */
  prg_argument unit;      /* with the blank before it */
} prg_target_notation;

prg_target_notation prg_target_notation_of(const prg_indicator *indicator);

/* Appends the sentences joined by blanks. */
void prg_sentences_write(const prg_sentences *sentences, prg_language language, prg_buffer *out);

PRG_END_C

#endif
