/*
 * relative_years.h - 前年度実績 | 本年度目標 | 本年度実績: years that are told from
 * the one that is reported
 *
 * Where a header says 前年度 or 次年度, its columns without a year take theirs
 * from the year of the sheet's title, which is said; without such a year only
 * those of 本年度 are read. Where only 本年度 stands, that is what a column
 * without a year is anyhow. They may stand above 目標 and 実績, and are then no
 * parts of an indicator (前年度 { 目標 | 実績 } 今年度 { 目標 | 実績 }). So is 年間 behind 上半期 and 下半期, on lines of 目標 and
 * 実績. A column 前年度 beside 実績 is an actual too, where the year is known.
 */
#ifndef KPIBOOK_INGEST_RELATIVE_YEARS_H
#define KPIBOOK_INGEST_RELATIVE_YEARS_H

#include "ingest/reader/reader.h"

void relative_years_settle(reader *r, table *t);

#endif
