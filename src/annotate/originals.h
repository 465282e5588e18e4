/*
 * originals.h - the parts as they were, kept in the annotated copy
 *
 * The folder kpibook/ holds a manifest and each replaced part as it was. The
 * manifest tells the digest of what stands in its place: only when all of
 * them are still as we wrote them are the originals given back, so that
 * nothing that a clerk changed since is ever lost. Excel and LibreOffice
 * leave out parts that they do not know when they save, as the standard
 * lets them (ECMA-376 Part 1, 9.1.3 and 9.1.5).
 *
 * manifest: a line "kpibook.annotated/1", then a line a part:
 *     changed DIGEST kpibook/original1.kpibook xl/workbook.xml
 *     added DIGEST - xl/comments1.xml
 */
#ifndef KPIBOOK_ANNOTATE_ORIGINALS_H
#define KPIBOOK_ANNOTATE_ORIGINALS_H

#include "annotate/parts.h"

#define ORIGINALS_MANIFEST "kpibook/manifest.kpibook"
#define ORIGINALS_EXTENSION "kpibook"
#define ORIGINALS_TYPE "application/vnd.kpibook.original"

/* Before the last change: the package's relation to the manifest. */
kpi_status originals_announce(package_patch *p, type_changes *types,
                              kpi_error *err);
/* After it: keeps what all changed parts were. */
kpi_status originals_keep(package_patch *p, kpi_error *err);
/* Puts them back; *exact is false, and nothing is done, when there are none
 * or the copy is not as we wrote it. */
kpi_status originals_restore(package_patch *p, bool *exact, kpi_error *err);

#endif
