/*
 * package.h - .xlsx packages made in memory from readable parts
 *
 * A ZIP writer of its own, so that tests can write what no library would:
 *
 *     package p;
 *     package_init(&p);
 *     package_text(&p, "xl/workbook.xml", "<workbook ...>", 0);
 *     source = package_source(&p);
 *     ...
 *     package_free(&p);
 */
#ifndef KPIBOOK_TESTS_PACKAGE_H
#define KPIBOOK_TESTS_PACKAGE_H

#include "base/buf.h"
#include "kpibook.h"

typedef enum package_option {
    PACKAGE_DEFLATE = 1,      /* else stored */
    PACKAGE_DESCRIPTOR = 2,   /* sizes and CRC behind the data */
    PACKAGE_WRONG_CRC = 4,
    PACKAGE_ZIP64 = 8,        /* sizes in a zip64 extra field */
    PACKAGE_WRONG_SIZE = 16,  /* the directory claims one byte more */
    PACKAGE_ENCRYPTED = 32,   /* only the flag */
    PACKAGE_METHOD_99 = 64,   /* an unknown compression method */
    PACKAGE_HUGE_CLAIM = 128, /* the directory claims 3 GiB */
    PACKAGE_OTHER_NAME = 256  /* the directory has Y for the last letter */
} package_option;

typedef struct package {
    buf bytes;     /* local headers and data */
    buf directory;
    size_t count;
    bool finished;
    bool stored; /* PACKAGE_DEFLATE is not heeded */
} package;

void package_init(package *p);
void package_free(package *p);
void package_add(package *p, const char *name, const void *bytes,
                 size_t length, unsigned options);
void package_text(package *p, const char *name, const char *string,
                  unsigned options);
/* Writes the directory when that was not done; the bytes live with p. */
kpi_source package_source(package *p);

/* Namespaces and beginnings that parts share. */
#define NS_MAIN                                                             \
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define NS_R                                                                \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"     \
    "relationships\""
#define SHEET(data)                                                         \
    "<worksheet " NS_MAIN "><sheetData>" data "</sheetData></worksheet>"
#define SST(items) "<sst " NS_MAIN ">" items "</sst>"
#define STYLES(inner) "<styleSheet " NS_MAIN ">" inner "</styleSheet>"

/*
 * A whole small workbook with one sheet "表1". `strings` and `styles` are
 * parts or NULL; `pr` goes into workbookPr ("date1904=\"1\"").
 */
void package_book(package *p, const char *sheet, const char *strings,
                  const char *styles, const char *pr);
/* [Content_Types].xml and _rels/.rels that lead to xl/workbook.xml. */
void package_frame(package *p);

#endif
