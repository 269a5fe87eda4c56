/*
 * --scenarios: named sets of options in one file, run side by side.
 *
 *   scenario;option;value
 *   oförändrad;share;constant
 *   hög andel;share;1,6
 *   hög andel;population;hög.csv
 */
#ifndef CLI_SCENARIOS_H
#define CLI_SCENARIOS_H

#include "cli/verb.h"

#define SCENARIOS_OPTION TEXT_OPTION("scenarios", 0, NULL, FILE, SCENARIOS)

/* True if the verb can and the options ask for it. */
bool scenarios_are_asked(const command *run);

/*
 * Runs the verb once for each scenario, with its options after those of the command line, and puts
 * the results side by side: a table for people, or the verb's CSV with the scenario after the name
 * of each series and in a last column, which `chart` draws. PRG_EINPUT with file, line and column
 * if the file is wrong, PRG_EUSAGE if the verb is to read standard input, which is there only once;
 * the first error of a scenario's own run ends them all.
 */
prg_status scenarios_run(command *run, prg_error *error);

#endif
