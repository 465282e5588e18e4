/*
 * api_parts.h - what the files of the public functions share
 */
#ifndef KPIBOOK_API_PARTS_H
#define KPIBOOK_API_PARTS_H

#include "kpi/plan.h"

plan_language api_language_of(kpi_language language);
/* Of the options; English without any. */
plan_language api_language(const kpi_options *options);
/* The day it counts as, "" when none is given. */
const char *api_day(const kpi_options *options);
/* Which grade is counted: the options', else the plan's. */
grade_choice api_choice(const kpi_options *options, const plan *p);

#endif
