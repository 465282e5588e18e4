/*
 * dates.h - the day an invocation counts as, and the time of an output
 */
#ifndef KPIBOOK_CLI_DATES_H
#define KPIBOOK_CLI_DATES_H

#include "cli/cli.h"

/*
 * --as-of, else the plan's, else today in the plan's zone. CLI_USAGE when
 * the option is no date.
 */
int cli_as_of(char out[KPI_DAY_SIZE], const cli *c);
/*
 * The time of an output: SOURCE_DATE_EPOCH, else the newest input's time,
 * else 1980-01-01 (before that a ZIP archive knows no time). `dataset` may
 * be NULL.
 */
int64_t cli_output_time(const kpi_dataset *dataset);

#endif
