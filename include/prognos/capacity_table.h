/* Capacity as people and programs read it. */
#ifndef PROGNOS_CAPACITY_TABLE_H
#define PROGNOS_CAPACITY_TABLE_H

#include <prognos/capacity.h>
#include <prognos/csv_write.h>
#include <prognos/text_table.h>

PRG_BEGIN_C

typedef struct prg_capacity_words {
  prg_language language; /* default Swedish */
  const char *moment;    /* put before a year: "hösten"; default "" */
} prg_capacity_words;

/*
 * Appends a paragraph for each unit: verdict, sentences, and a table of the periods with the
 * columns that there are figures for; after several units one for all together. If memory is
 * exhausted, out->failed is set.
 */
void prg_capacity_write(const prg_capacity *unit, size_t n, const prg_capacity_words *words,
                        prg_buffer *out);

/* Their parts for one unit: its sentences, to be begun with a capital letter; */
void prg_capacity_sentences(const prg_capacity *unit, const prg_capacity_words *words,
                            prg_notes *notes);
/* and its table, which prg_text_table_free frees. */
void prg_capacity_fill(const prg_capacity *unit, const prg_capacity_words *words,
                       prg_text_table *table);

/* The same as CSV, a row per unit and period, with a heading. */
void prg_capacity_csv(const prg_capacity *unit, size_t n, prg_csv_style style, prg_buffer *out);
/* The same as JSON: an array of units. */
void prg_capacity_json(const prg_capacity *unit, size_t n, const prg_capacity_words *words,
                       prg_buffer *out);

PRG_END_C

#endif
