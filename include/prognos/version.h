/* The version and its date, in this one place: the Makefile, --version, the manual pages and the
 * packages read them here; CHANGELOG.md must agree. */
#ifndef PROGNOS_VERSION_H
#define PROGNOS_VERSION_H

#define PRG_VERSION "0.1.0"
#define PRG_VERSION_DATE "2026-11-26"

#endif
