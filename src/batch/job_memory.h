/* The files of the state directory. */
#ifndef BATCH_JOB_MEMORY_H
#define BATCH_JOB_MEMORY_H

#include <prognos/job_run.h>

/* Appends a job's name as a file name: bytes that are no letter, digit, - or _ as %XX. */
void job_memory_stem(const char *name, prg_buffer *out);

/* Reads the record of the last time; an empty one if there is none, or none that can be read. */
void job_memory_recall(const prg_job_memory *memory, prg_job_record *record);
prg_status job_memory_keep(const prg_job_memory *memory, const prg_job_record *record,
                           prg_error *error);
/* What was written to prg_job_memory_next becomes what prg_job_memory_path is; or is dropped. */
prg_status job_memory_turn(const prg_job_memory *memory, prg_error *error);
void job_memory_drop(const prg_job_memory *memory);

/* Of what was asked, and of the program. */
uint64_t job_memory_fingerprint(const prg_job *job, const char *manner);

/* Removes what killed runs left where the job writes. */
void job_memory_clean(const prg_job *job);

#endif
