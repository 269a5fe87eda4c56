/*
 * What happened, and when: events that a series' figures must be read with. They are known from
 * elsewhere, never found in the figures.
 */
#ifndef PROGNOS_EVENT_H
#define PROGNOS_EVENT_H

#include <prognos/series.h>

PRG_BEGIN_C

typedef enum prg_event_kind {
  PRG_EVENT_LEVEL,        /* from this period on, the figures are at another level */
  PRG_EVENT_OUTLIER,      /* the figure of this period alone is off */
  PRG_EVENT_SLOPE,        /* from this period on the change per period is another */
  PRG_EVENT_RENAME,       /* the series goes by another name, its figures by the same rules */
  PRG_EVENT_GRADE_SHIFT,  /* every grade moves up one, and there is one year group more */
  PRG_EVENT_METHOD,       /* figures are made in another way */
  PRG_EVENT_INTERVENTION, /* something was done in order to change the figures */
  PRG_EVENT_KINDS
} prg_event_kind;

typedef struct prg_event {
  prg_period period; /* as written: a year, a month, a day … */
  prg_event_kind kind;
  char *series; /* whose event it is; NULL: every series; owned by the list it is in */
  char *to;     /* of a rename: the new name; else NULL; owned as above */
  char *note;   /* in words; "" or NULL if nothing was said; owned as above */
  size_t line;  /* of the file */
} prg_event;

typedef struct prg_event_list {
  prg_event *item; /* shape (n), in the file's order; owned */
  size_t n;
  char *file; /* its name, for errors; owned */
} prg_event_list;

/* "level", "outlier", "slope" …; static storage. */
const char *prg_event_kind_name(prg_event_kind kind);
/* The same in words ("nivåbrott", "level break"). */
prg_text prg_event_kind_text(prg_event_kind kind);

/* Reads "2020:level", or "2020", which is a level, into an event of every series. Its kind is
 * level, outlier ("pulse" is another word for it) or slope. PRG_EUSAGE if it is none. */
prg_status prg_event_read(const char *text, prg_event *event, prg_error *error);

/*
 * Reads bytes[0..n), an events file: a row for each event, with the columns
 *
 *   datum;serie;slag;anmärkning;till          date;series;kind;note;to
 *   2023-07-02;Grundsärskola;namnbyte;ny lag;Anpassad grundskola
 *   2018;;nivå;ny definition;
 *   2022-03-28;KAA;insats;7 Mkr;
 *
 * in any order; note and to may be left out. A date is a day or a period in any notation. A blank
 * series, or *, is every series. A kind is one of the names above or its Swedish (nivå, avvikare,
 * lutning, namnbyte, årskurs, metod, insats …). A rename has its old name in `series` and its new
 * one in `to`, or, if that is blank, in `note`. PRG_EINPUT with `file`, line and column.
 * prg_event_list_clear it after use, whatever was returned.
 */
prg_status prg_event_list_read(prg_event_list *out, const char *file, const char *bytes, size_t n,
                               prg_error *error);
void prg_event_list_clear(prg_event_list *list);

/* True if the event is one of the series', by its name; a rename is of both names. */
bool prg_event_concerns(const prg_event *event, const prg_series *series);
/*
 * The period of the series' own frequency in which the event happens: the one that holds its first
 * day (prg_period_convert). False if it does not concern the series, or has no such period.
 */
bool prg_event_period(const prg_event *event, const prg_series *series, prg_period *period);

/*
 * Does what events do to the figures themselves, in the list's order: a rename joins the old series
 * and the new one under the new name, and what else happened to the old name happens to the new;
 * then the figure of every outlier becomes PRG_MISSING. PRG_EINPUT with the file and line of the
 * rename if the two have different figures for one period, or periods of different kinds.
 */
prg_status prg_event_list_apply(prg_event_list *list, prg_panel *panel, prg_error *error);

PRG_END_C

#endif
