/*
 * zip_plain.h - the headers of a plain archive, read where they lie
 *
 * minizip looks for zip64 in the last 64 KiB and reads headers byte by byte,
 * each twice: in a small workbook that is as much work as inflating it. An
 * archive is plain when it lies in memory, ends with its directory, and has
 * neither zip64 nor fields beyond the standard's: APPNOTE 4.3.7, 4.3.12 and
 * 4.3.16. Nothing is judged here: what minizip would refuse is not plain.
 */
#ifndef KPIBOOK_OOXML_ZIP_PLAIN_H
#define KPIBOOK_OOXML_ZIP_PLAIN_H

#include "ooxml/zip_parts.h"

/* Where the directory begins, and how many entries it has. */
bool zip_plain_directory(const zip_memory *memory, uint64_t *at,
                         size_t *count);
/* The entry of such a directory at `at`, which moves behind it. Its name lies
 * in the archive. */
void zip_plain_entry(const zip_memory *memory, uint64_t *at,
                     zip_stored *entry, text *name);
/* Where an entry of such a directory has its data, behind a local header that
 * says the same; `extra` bytes lie between its name and that. */
bool zip_plain_data(const zip_memory *memory, const zip_stored *entry,
                    uint64_t *at, size_t *extra);

#endif
