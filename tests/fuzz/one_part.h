/*
 * one_part.h - a workbook in which one part is the fuzzer's
 */
#ifndef KPIBOOK_FUZZ_ONE_PART_H
#define KPIBOOK_FUZZ_ONE_PART_H

#include "fuzz/check.h"
#include "support/package.h"
#include "xlsx/book.h"

enum { ONE_SHEET, ONE_STRINGS, ONE_STYLES, ONE_WORKBOOK };

static inline void one_part(package *p, int part, const uint8_t *bytes,
                            size_t size)
{
    static const char *const names[] = {
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
        "xl/workbook.xml",
    };
    static const char sheet[] =
        SHEET("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
              "<c s=\"1\"><v>43922</v></c></row>");

    package_init(p);
    if (part != ONE_WORKBOOK)
        package_book(p, part == ONE_SHEET ? NULL : sheet,
                     part == ONE_STRINGS
                         ? NULL : SST("<si><t>甲</t></si><si><t>b</t></si>"),
                     part == ONE_STYLES
                         ? NULL
                         : STYLES("<cellXfs><xf numFmtId=\"0\"/>"
                                  "<xf numFmtId=\"27\"/></cellXfs>"), "");
    else
        package_frame(p);
    package_add(p, names[part], bytes, size, 0);
}

#endif
