/*
 * one_part.h - a workbook in which one part is the fuzzer's
 *
 * The other parts are packed once and stored, not deflated: setting up a
 * compressor costs more than reading the part.
 */
#ifndef KPIBOOK_FUZZ_ONE_PART_H
#define KPIBOOK_FUZZ_ONE_PART_H

#include "fuzz/check.h"
#include "support/package.h"
#include "xlsx/book.h"

enum { ONE_SHEET, ONE_STRINGS, ONE_STYLES, ONE_WORKBOOK, ONE_PARTS };

static inline void other_parts(package *p, int part)
{
    static const char sheet[] =
        SHEET("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
              "<c s=\"1\"><v>43922</v></c></row>");

    package_init(p);
    p->stored = true;
    if (part == ONE_WORKBOOK) {
        package_frame(p);
        return;
    }
    package_book(p, part == ONE_SHEET ? NULL : sheet,
                 part == ONE_STRINGS
                     ? NULL : SST("<si><t>甲</t></si><si><t>b</t></si>"),
                 part == ONE_STYLES
                     ? NULL
                     : STYLES("<cellXfs><xf numFmtId=\"0\"/>"
                              "<xf numFmtId=\"27\"/></cellXfs>"), "");
}

static inline void one_part(package *p, int part, const uint8_t *bytes,
                            size_t size)
{
    static const char *const names[ONE_PARTS] = {
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
        "xl/workbook.xml",
    };
    static package others[ONE_PARTS];

    if (others[part].count == 0)
        other_parts(&others[part], part);
    package_init(p);
    buf_text(&p->bytes, buf_slice(&others[part].bytes));
    buf_text(&p->directory, buf_slice(&others[part].directory));
    p->count = others[part].count;
    package_add(p, names[part], bytes, size, 0);
}

#endif
