/* What a result says in sentences. */
#ifndef PLAN_TARGET_SENTENCE_H
#define PLAN_TARGET_SENTENCE_H

#include <prognos/target.h>

/* Fills goal, follow_up and assessment of a result that is complete but for them. */
void target_sentences_make(prg_target_result *result);

#endif
