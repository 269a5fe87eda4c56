/* Which job comes before which, and an order in which they all can be run. */
#ifndef BATCH_JOB_ORDER_H
#define BATCH_JOB_ORDER_H

#include "batch/plan_making.h"

/* Sets job->after and plan->order. A name that is no job's, a circle, and two jobs that write the
 * same file become problems of the plan. */
void job_order_find(plan_making *m);

#endif
