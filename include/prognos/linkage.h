/* C linkage for C++: the declarations of every header stand between these two. */
#ifndef PROGNOS_LINKAGE_H
#define PROGNOS_LINKAGE_H

#ifdef __cplusplus
#define PRG_BEGIN_C extern "C" {
#define PRG_END_C }
#else
#define PRG_BEGIN_C
#define PRG_END_C
#endif

#endif
