/*
 * package_patch.h - a package with some parts changed, all others as they were
 *
 * Untouched parts are copied as they are packed: their bytes, order, times
 * and attributes stay. A changed part keeps its place and time; new parts
 * come behind. So a clerk's workbook loses nothing that this program does
 * not know: print set-up, drop-downs, macros, pictures. (Parts whose sizes
 * stand in a zip64 field are packed anew.) Encrypted entries and unknown
 * compression methods cannot be copied: file-damaged.
 */
#ifndef KPIBOOK_ANNOTATE_PACKAGE_PATCH_H
#define KPIBOOK_ANNOTATE_PACKAGE_PATCH_H

#include "base/buf.h"
#include "ooxml/opc.h"

typedef struct package_patch package_patch;

/* The package's bytes and `package` must outlive the patch. */
kpi_status package_patch_new(package_patch **out, opc *package,
                             const kpi_source *source, kpi_error *err);
void package_patch_free(package_patch *p);
opc *package_patch_opc(const package_patch *p);

/* The part as it stands now (changed or not), in `memory`; false in *found
 * when there is none. */
kpi_status package_patch_read(package_patch *p, const char *name,
                              arena *memory, text *out, bool *found,
                              kpi_error *err);
bool package_patch_has(const package_patch *p, const char *name);
/* Changes or adds a part; the bytes are copied. False: memory. */
bool package_patch_put(package_patch *p, const char *name, text bytes);
/* Leaves a part out; false when memory ran out. */
bool package_patch_remove(package_patch *p, const char *name);
/* The parts that were changed, added or removed, by their first change. */
typedef struct package_change {
    const char *name;
    text bytes;
    bool added; /* not in the package as it was */
    bool removed;
} package_change;
size_t package_patch_count(const package_patch *p);
package_change package_patch_at(const package_patch *p, size_t index);
/* Appends the whole new package. */
kpi_status package_patch_write(buf *out, package_patch *p, kpi_error *err);

#endif
