/* The version, in this one place: the Makefile, the pkg-config file and --version read it here. */
#ifndef PROGNOS_VERSION_H
#define PROGNOS_VERSION_H

#define PRG_VERSION "0.1.0"

#endif
