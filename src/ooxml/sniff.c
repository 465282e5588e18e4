/*
 * sniff.c - what a file that is called .xlsx really is, by its first bytes
 */
#include "ooxml/sniff.h"

#include <string.h>

#include "base/text.h"

/* A directory entry of a compound file: name in UTF-16LE, then its length. */
enum { CFB_ENTRY = 128, CFB_NAME = 64, CFB_FIRST = 512 };

static const unsigned char cfb_magic[] = { 0xD0, 0xCF, 0x11, 0xE0,
                                           0xA1, 0xB1, 0x1A, 0xE1 };

static bool starts(const unsigned char *bytes, size_t size,
                   const void *magic, size_t length)
{
    return size >= length && memcmp(bytes, magic, length) == 0;
}

static bool entry_is(const unsigned char *entry, const char *name)
{
    size_t length = strlen(name);

    for (size_t i = 0; i < length; i++) {
        if (entry[2 * i] != (unsigned char)name[i] || entry[2 * i + 1] != 0)
            return false;
    }
    return entry[2 * length] == 0 && entry[2 * length + 1] == 0;
}

/*
 * Entries lie at multiples of 128 bytes, wherever the directory's sectors
 * are, so their chain need not be followed.
 */
static bool cfb_has(const unsigned char *bytes, size_t size, const char *name)
{
    for (size_t at = CFB_FIRST; size >= CFB_ENTRY && at <= size - CFB_ENTRY;
         at += CFB_ENTRY) {
        if (entry_is(bytes + at, name))
            return true;
    }
    return false;
}

/* A BIFF2 to BIFF8 stream without a container begins with a BOF record. */
static bool is_bare_xls(const unsigned char *b, size_t size)
{
    return size >= 8 && b[0] == 0x09 &&
           (b[1] == 0x00 || b[1] == 0x02 || b[1] == 0x04 || b[1] == 0x08) &&
           b[2] >= 4 && b[2] <= 16 && b[3] == 0;
}

bool sniff_is_zip(const void *bytes, size_t size)
{
    return starts(bytes, size, "PK\3\4", 4) ||
           starts(bytes, size, "PK\7\x8", 4) ||
           starts(bytes, size, "PK00PK\3\4", 8);
}

kpi_status sniff(const void *source, size_t size, kpi_error *err)
{
    const unsigned char *bytes = source;

    if (size == 0)
        return kpi_fail(err, KPI_E_INPUT, "file-empty", NULL,
                        "the file is empty");
    if (starts(bytes, size, cfb_magic, sizeof(cfb_magic))) {
        if (cfb_has(bytes, size, "EncryptedPackage"))
            return kpi_fail(err, KPI_E_INPUT, "file-encrypted", NULL,
                            "the file is protected by a password");
        return kpi_fail(err, KPI_E_INPUT, "file-legacy-xls", NULL,
                        "the file is an old .xls workbook");
    }
    if (is_bare_xls(bytes, size))
        return kpi_fail(err, KPI_E_INPUT, "file-legacy-xls", NULL,
                        "the file is a very old .xls workbook");
    return KPI_OK;
}
