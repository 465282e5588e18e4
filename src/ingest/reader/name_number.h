/*
 * name_number.h - a number that nothing parts from the name of its project
 *
 *     １　市民文化祭
 *     ２アウトリーチコンサート
 *     ３　史跡整備
 *
 * Digits in front of a name may be its own: ６次産業化. Between projects with the
 * numbers before and behind it they are its number.
 */
#ifndef KPIBOOK_INGEST_NAME_NUMBER_H
#define KPIBOOK_INGEST_NAME_NUMBER_H

#include "ingest/reader/reader.h"

/* Of the sheet's projects, from the `first` on. */
void name_numbers_settle(reader *r, size_t first);

#endif
