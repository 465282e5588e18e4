/*
 * join_costs.h - what one project costs, told in several tables of a file
 *
 * A sheet a year, each with its 事業費: a project has a cost for each year.
 * Where two tables tell the same year, the first holds.
 */
#ifndef KPIBOOK_INGEST_JOIN_COSTS_H
#define KPIBOOK_INGEST_JOIN_COSTS_H

#include "ingest/reader/reader.h"

/* A line of a list of costs, and of nothing else, that contradicts nothing? */
bool join_costs_fit(const project *a, const project *b);
/* Adds to `a` what only `b` says, in the order of the years. */
void join_costs(reader *r, project *a, const project *b);

#endif
