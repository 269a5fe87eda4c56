/*
 * What `learn` learns from: a sample of its files, drawn by one run or put together from the parts
 * of several.
 */
#ifndef CLI_LEARNING_H
#define CLI_LEARNING_H

#include <prognos/learn_sample.h>

#include "cli/verb.h"

typedef struct learning {
  prg_learn_sample *sample;
  prg_buffer models; /* the file of --models; empty: none */
  char today[12];    /* that the heading is to have */
  bool is_done;      /* the part that was asked for is written, or there already */
} learning;

/* Draws from the files of the run; with --shard writes that as a part. learning_clear it after use,
 * whatever was returned. */
prg_status learning_draw(command *run, learning *drawn, prg_error *error);
/* The same sample from the parts. */
prg_status learning_join(const command *run, prg_parts *parts, learning *joined, prg_error *error);
void learning_clear(learning *drawn);

#endif
