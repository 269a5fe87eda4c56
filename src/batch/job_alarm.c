#include "batch/job_alarm.h"

#include <stdlib.h>

static void add(job_alarm_news *news, bool ended, const char *text, prg_job_record *now) {
  job_alarm_item *more = realloc(news->item, (news->n + 1) * sizeof *more);
  if (more == NULL) {
    now->failed = true;
    return;
  }
  news->item = more;
  news->item[news->n++] = (job_alarm_item){ended, text};
}

void job_alarm_compare(const prg_job_record *before, prg_job_record *now, job_alarm_news *news) {
  *news = (job_alarm_news){0};
  for (size_t i = 0; i < now->n_alarm; i++) {
    const prg_job_alarm *alarm = &now->alarm[i];
    if (!alarm->lasting || prg_job_record_find_alarm(before, alarm->subject) == NULL)
      add(news, false, alarm->text, now);
  }
  for (size_t i = 0; i < before->n_alarm; i++) {
    const prg_job_alarm *alarm = &before->alarm[i];
    if (!alarm->lasting || prg_job_record_find_alarm(now, alarm->subject) != NULL)
      continue;
    if (now->code == 0)
      add(news, true, alarm->text, now);
    else
      prg_job_record_alarm(now, true, alarm->subject, alarm->text);
  }
}

void job_alarm_forget_news(prg_job_record *record) {
  size_t kept = 0;
  for (size_t i = 0; i < record->n_alarm; i++) {
    if (record->alarm[i].lasting) {
      record->alarm[kept++] = record->alarm[i];
    } else {
      free(record->alarm[i].subject);
      free(record->alarm[i].text);
    }
  }
  record->n_alarm = kept;
}
