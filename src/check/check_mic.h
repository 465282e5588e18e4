/*
 * check_mic.h - 総務省 統一ルール (2020): can machines read what was submitted?
 *
 * The fifteen rules for tables that machines can read, asked of the sheets
 * that hold KPIs, as warnings. A submission is a form for people, so they run
 * on demand only (--mic). What has its rule already is not said twice:
 *
 *      1 one file, xlsx or csv     mic-macros (else file-*)
 *      2 one cell, one datum       mic-several-values
 *      3 numbers are numbers       mic-number-as-text
 *      4 no merged cells           mic-merged-cells
 *      5 no spaces for looks       mic-layout-spaces
 *      6 no omitted labels         mic-label-omitted
 *      7 values, not formulas      mic-formulas
 *      8 no shapes                 mic-shapes
 *      9 the unit is stated        unit-missing
 *     10 no platform characters    mic-platform-characters
 *     11 years in 西暦             mic-era-years
 *     12 area code or name         mic-area-missing
 *     13 no symbols among numbers  mic-symbol-for-number
 *     14 data not split            mic-rows-apart
 *     15 one table a sheet         mic-tables-in-sheet
 */
#ifndef KPIBOOK_CHECK_CHECK_MIC_H
#define KPIBOOK_CHECK_CHECK_MIC_H

#include "check/check.h"

/* Call it on a part behind check_part(), with the bytes it was read from. */
kpi_status check_mic(dataset *part, const kpi_source *input, const plan *p,
                     const kpi_limits *limits, kpi_error *err);

#endif
