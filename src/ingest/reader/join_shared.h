/*
 * join_shared.h - indicators that stand once for several projects by name
 *
 *     企業立地奨励事業                    立地企業の投資額 | 80億円
 *     企業立地奨励事業、創業支援事業      新規雇用者数     | 300人
 *     創業支援事業                        創業件数         | 75件
 *
 * A project whose name is made of the names of others in the file is none:
 * its indicators are theirs.
 */
#ifndef KPIBOOK_INGEST_JOIN_SHARED_H
#define KPIBOOK_INGEST_JOIN_SHARED_H

#include "ingest/reader/reader.h"

/* Before projects are joined by their names. */
void join_shared(reader *r);
/*
 * Gives indicators to projects of the dataset, by their indexes, behind those
 * that each has. Several projects share them: each is a group of its own and
 * names the others. False when memory ran out.
 */
bool join_give(reader *r, const kpi *kpis, size_t count,
               const size_t *projects, size_t project_count);

#endif
