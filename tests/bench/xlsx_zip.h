/*
 * xlsx_zip.h - large workbooks, written part by part (minizip, level 6)
 *
 * The XML is written here as Excel or LibreOffice write it: a library would
 * write its own.
 */
#ifndef KPIBOOK_BENCH_XLSX_ZIP_H
#define KPIBOOK_BENCH_XLSX_ZIP_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <minizip/zip.h>

typedef struct xlsx_zip {
    zipFile file;
    char text[1 << 16];
    size_t length;
} xlsx_zip;

static inline void bench_must(int ok, const char *what)
{
    if (!ok) {
        fprintf(stderr, "workloads: %s\n", what);
        exit(2);
    }
}

static inline void part_flush(xlsx_zip *z)
{
    bench_must(zipWriteInFileInZip(z->file, z->text, (unsigned)z->length) ==
                   ZIP_OK, "a part could not be written");
    z->length = 0;
}

__attribute__((format(printf, 2, 3)))
static inline void part_put(xlsx_zip *z, const char *format, ...)
{
    va_list args;
    int length;

    if (sizeof(z->text) - z->length < 4096)
        part_flush(z);
    va_start(args, format);
    length = vsnprintf(z->text + z->length, sizeof(z->text) - z->length,
                       format, args);
    va_end(args);
    bench_must(length >= 0 && (size_t)length < sizeof(z->text) - z->length,
               "a piece of XML is too long");
    z->length += (size_t)length;
}

static inline void part_begin(xlsx_zip *z, const char *name)
{
    zip_fileinfo info = { .tmz_date = { 0, 0, 0, 1, 0, 1980 } };

    bench_must(zipOpenNewFileInZip(z->file, name, &info, NULL, 0, NULL, 0,
                                   NULL, Z_DEFLATED, 6) == ZIP_OK, name);
    part_put(z, "<?xml version=\"1.0\" encoding=\"UTF-8\" "
                "standalone=\"yes\"?>\n");
}

static inline void part_end(xlsx_zip *z)
{
    part_flush(z);
    bench_must(zipCloseFileInZip(z->file) == ZIP_OK, "a part did not close");
}

#endif
