/*
 * The municipality's own scale: which word stands for which probability that a goal is reached.
 *
 *   Minst;Bedömning          at least;verdict          per cent, the lowest is 0
 *   75;Enligt plan
 *   40;Risk för avvikelse
 *   0;Når inte planen
 *   delvis;Delvis            partly         some of the groups that must all pass do
 *   ej mätt;Ej mätt          not measured   may not be the best word: it is never "met"
 *   uppnått;Uppfyllt         reached        the year is over; without it the best word
 *   ej uppnått;Ej uppfyllt   not reached    the same; without it the worst word
 */
#ifndef PROGNOS_TARGET_SCALE_H
#define PROGNOS_TARGET_SCALE_H

#include <stdbool.h>

#include <prognos/error.h>

PRG_BEGIN_C

#define PRG_SCALE_STEPS 8
#define PRG_VERDICT_BYTES 128

/* A plain value. */
typedef struct prg_target_scale {
  size_t n;                                      /* 1 … PRG_SCALE_STEPS */
  double at_least[PRG_SCALE_STEPS];              /* falling; the last is 0 */
  char word[PRG_SCALE_STEPS][PRG_VERDICT_BYTES]; /* UTF-8 */
  char partly[PRG_VERDICT_BYTES], unmeasured[PRG_VERDICT_BYTES];
  char reached[PRG_VERDICT_BYTES], missed[PRG_VERDICT_BYTES];
} prg_target_scale;

/* The scales that need no file: "outlook" (bedöms uppnås …), "fulfilled" (uppfyllt, delvis, ej),
 * "plan" (enligt plan …). False if there is none of that name. */
bool prg_target_scale_of_name(const char *name, prg_language language, prg_target_scale *scale);

/* Reads a scale; `language` is that of the words it leaves out. PRG_EINPUT with the place. */
prg_status prg_target_scale_read(const char *file, const char *bytes, size_t n,
                                 prg_language language, prg_target_scale *scale, prg_error *error);

/* The word for a probability, 0 … 1. Borrowed from the scale. */
const char *prg_target_scale_word(const prg_target_scale *scale, double probability);

PRG_END_C

#endif
