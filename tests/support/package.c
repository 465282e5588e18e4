/*
 * package.c - .xlsx packages made in memory from readable parts
 */
#include "support/package.h"

#include <stdlib.h>
#include <string.h>

#include <zlib.h>

enum { LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50,
       DESCRIPTOR = 0x08074b50, FLAG_DESCRIPTOR = 8, FLAG_UTF8 = 0x800,
       ALL_ONES = -1 };

/* What the headers say of one entry. */
typedef struct entry {
    const char *name;
    uint32_t crc, packed, size;
    uint32_t offset;
    uint16_t flags, method;
    bool zip64;
} entry;

static void put16(buf *b, uint32_t value)
{
    buf_char(b, (char)(value & 0xFF));
    buf_char(b, (char)(value >> 8 & 0xFF));
}

static void put32(buf *b, uint32_t value)
{
    put16(b, value & 0xFFFF);
    put16(b, value >> 16);
}

static void put64(buf *b, uint64_t value)
{
    put32(b, (uint32_t)(value & 0xFFFFFFFF));
    put32(b, (uint32_t)(value >> 32));
}

void package_init(package *p)
{
    buf_init(&p->bytes);
    buf_init(&p->directory);
    p->count = 0;
    p->finished = p->stored = false;
}

void package_free(package *p)
{
    buf_free(&p->bytes);
    buf_free(&p->directory);
}

static void deflate_to(buf *out, const void *bytes, size_t length)
{
    z_stream stream = { 0 };
    unsigned char *packed;
    uLong bound;

    if (deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        abort();
    bound = deflateBound(&stream, (uLong)length);
    packed = malloc(bound);
    if (packed == NULL)
        abort();
    stream.next_in = (Bytef *)(uintptr_t)bytes;
    stream.avail_in = (uInt)length;
    stream.next_out = packed;
    stream.avail_out = (uInt)bound;
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        abort();
    buf_add(out, packed, stream.total_out);
    deflateEnd(&stream);
    free(packed);
}

/* CRC, packed size, size: nothing yet when a descriptor follows. */
static void put_sizes(buf *b, const entry *e, bool known)
{
    put32(b, known ? e->crc : 0);
    put32(b, !known ? 0 : e->zip64 ? (uint32_t)ALL_ONES : e->packed);
    put32(b, !known ? 0 : e->zip64 ? (uint32_t)ALL_ONES : e->size);
}

static void put_extra(buf *b, const entry *e)
{
    if (!e->zip64)
        return;
    put16(b, 1);
    put16(b, 16);
    put64(b, e->size);
    put64(b, e->packed);
}

static void put_local(buf *b, const entry *e)
{
    put32(b, LOCAL);
    put16(b, e->zip64 ? 45 : 20);
    put16(b, e->flags);
    put16(b, e->method);
    put32(b, 0x00210000); /* 1980-01-01 */
    put_sizes(b, e, (e->flags & FLAG_DESCRIPTOR) == 0);
    put16(b, (uint32_t)strlen(e->name));
    put16(b, e->zip64 ? 20 : 0);
    buf_string(b, e->name);
    put_extra(b, e);
}

static void put_central(buf *b, const entry *e)
{
    put32(b, CENTRAL);
    put16(b, 45);
    put16(b, e->zip64 ? 45 : 20);
    put16(b, e->flags);
    put16(b, e->method);
    put32(b, 0x00210000);
    put_sizes(b, e, true);
    put16(b, (uint32_t)strlen(e->name));
    put16(b, e->zip64 ? 20 : 0);
    put16(b, 0);
    put16(b, 0);
    put16(b, 0);
    put32(b, 0);
    put32(b, e->offset);
    buf_string(b, e->name);
    put_extra(b, e);
}

void package_add(package *p, const char *name, const void *bytes,
                 size_t length, unsigned options)
{
    entry e = { .name = name, .offset = (uint32_t)p->bytes.length,
                .size = (uint32_t)length, .flags = FLAG_UTF8,
                .zip64 = (options & PACKAGE_ZIP64) != 0 };
    buf data;

    buf_init(&data);
    if ((options & PACKAGE_DEFLATE) != 0 && !p->stored) {
        e.method = 8;
        deflate_to(&data, bytes, length);
    } else {
        buf_add(&data, bytes, length);
    }
    e.packed = (uint32_t)data.length;
    e.crc = (uint32_t)crc32(crc32(0, Z_NULL, 0), bytes, (uInt)length);
    if ((options & PACKAGE_WRONG_CRC) != 0)
        e.crc ^= 1;
    if ((options & PACKAGE_ENCRYPTED) != 0)
        e.flags |= 1;
    if ((options & PACKAGE_METHOD_99) != 0)
        e.method = 99;
    if ((options & PACKAGE_DESCRIPTOR) != 0)
        e.flags |= FLAG_DESCRIPTOR;
    if ((options & PACKAGE_WRONG_SIZE) != 0)
        e.size++;
    if ((options & PACKAGE_HUGE_CLAIM) != 0)
        e.size = (uint32_t)3 << 30;
    put_local(&p->bytes, &e);
    buf_text(&p->bytes, buf_slice(&data));
    if ((options & PACKAGE_DESCRIPTOR) != 0) {
        put32(&p->bytes, DESCRIPTOR);
        put32(&p->bytes, e.crc);
        put32(&p->bytes, e.packed);
        put32(&p->bytes, e.size);
    }
    put_central(&p->directory, &e);
    if ((options & PACKAGE_OTHER_NAME) != 0)
        p->directory.bytes[p->directory.length - 1] = 'Y';
    p->count++;
    buf_free(&data);
}

void package_text(package *p, const char *name, const char *string,
                  unsigned options)
{
    package_add(p, name, string, strlen(string), options);
}

kpi_source package_source(package *p)
{
    size_t start = p->bytes.length, size = p->directory.length;

    if (!p->finished) {
        p->finished = true;
        buf_text(&p->bytes, buf_slice(&p->directory));
        put32(&p->bytes, END);
        put32(&p->bytes, 0);
        put16(&p->bytes, (uint32_t)p->count);
        put16(&p->bytes, (uint32_t)p->count);
        put32(&p->bytes, (uint32_t)size);
        put32(&p->bytes, (uint32_t)start);
        put16(&p->bytes, 0);
    }
    if (!buf_ok(&p->bytes))
        abort();
    return (kpi_source){ "test.xlsx", buf_cstr(&p->bytes), p->bytes.length };
}

#define PACKAGE_NS "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE_RELATION                                                     \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define SPREADSHEET_TYPE                                                    \
    "application/vnd.openxmlformats-officedocument.spreadsheetml."

void package_frame(package *p)
{
    package_text(p, "[Content_Types].xml",
                 "<Types xmlns=\"" PACKAGE_NS "content-types\">"
                 "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                 "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
                 SPREADSHEET_TYPE "sheet.main+xml\"/></Types>", 0);
    package_text(p, "_rels/.rels",
                 "<Relationships xmlns=\"" PACKAGE_NS "relationships\">"
                 "<Relationship Id=\"rId1\" Type=\"" OFFICE_RELATION
                 "officeDocument\" Target=\"xl/workbook.xml\"/>"
                 "</Relationships>", 0);
}

void package_book(package *p, const char *sheet, const char *strings,
                  const char *styles, const char *pr)
{
    buf part;

    package_frame(p);
    package_text(p, "xl/_rels/workbook.xml.rels",
                 "<Relationships xmlns=\"" PACKAGE_NS "relationships\">"
                 "<Relationship Id=\"rId1\" Type=\"" OFFICE_RELATION
                 "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                 "<Relationship Id=\"rId2\" Type=\"" OFFICE_RELATION
                 "sharedStrings\" Target=\"sharedStrings.xml\"/>"
                 "<Relationship Id=\"rId3\" Type=\"" OFFICE_RELATION
                 "styles\" Target=\"styles.xml\"/></Relationships>",
                 PACKAGE_DEFLATE);
    buf_init(&part);
    buf_printf(&part, "<workbook " NS_MAIN " " NS_R "><workbookPr %s/>"
               "<sheets><sheet name=\"表1\" sheetId=\"1\" r:id=\"rId1\"/>"
               "</sheets></workbook>", pr == NULL ? "" : pr);
    package_text(p, "xl/workbook.xml", buf_cstr(&part), PACKAGE_DEFLATE);
    buf_free(&part);
    if (sheet != NULL)
        package_text(p, "xl/worksheets/sheet1.xml", sheet, PACKAGE_DEFLATE);
    if (strings != NULL)
        package_text(p, "xl/sharedStrings.xml", strings, PACKAGE_DEFLATE);
    if (styles != NULL)
        package_text(p, "xl/styles.xml", styles, PACKAGE_DEFLATE);
}
