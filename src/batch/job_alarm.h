/* What is new about the alarms of a job since it was last run. */
#ifndef BATCH_JOB_ALARM_H
#define BATCH_JOB_ALARM_H

#include <prognos/job_record.h>

typedef struct job_alarm_item {
  bool ended;
  const char *text; /* borrowed from one of the records */
} job_alarm_item;

typedef struct job_alarm_news {
  job_alarm_item *item; /* shape (n); owned */
  size_t n;
} job_alarm_news;

/*
 * Compares. A lasting alarm is told when it was not there before, and when it is there no longer:
 * but not if the job failed, for then it is not known; such an alarm stays, and is added to `now`.
 * Any other alarm is told whenever it is there. If memory
 * runs out, now->failed is set. Free news->item after use.
 */
void job_alarm_compare(const prg_job_record *before, prg_job_record *now, job_alarm_news *news);

/* Removes the alarms that do not last: they are told. */
void job_alarm_forget_news(prg_job_record *record);

#endif
