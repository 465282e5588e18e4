/*
 * test_sniff.c - what a file really is, by its first bytes
 */
#include "support/rows.h"

#include <string.h>

#include "ooxml/sniff.h"

#define CFB "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define WIDE_NAME "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"

static const struct sniff_case {
    const char *label, *head;
    size_t length;
    const char *rule; /* "" = may be an archive */
    bool zip;
} cases[] = {
    { "an archive", "PK\3\4....", 8, "", true },
    { "an empty file", "", 0, "file-empty", false },
    { "an old workbook", CFB, 8, "file-legacy-xls", false },
    { "one byte", "P", 1, "", false },
    { "text", "a,b\n", 4, "", false },
};

static void tells(void **state)
{
    const struct sniff_case *c = *state;
    kpi_error err = { .status = KPI_OK };
    unsigned char bytes[1024] = { 0 };
    kpi_status status;

    memcpy(bytes, c->head, c->length);
    status = sniff(bytes, c->length > 4 ? sizeof(bytes) : c->length, &err);
    assert_string_equal(err.rule, c->rule);
    assert_int_equal(status, c->rule[0] == '\0' ? KPI_OK : KPI_E_INPUT);
    assert_int_equal(sniff_is_zip(bytes, c->length), c->zip);
}

static void tells_an_encrypted_package(void **state)
{
    kpi_error err = { .status = KPI_OK };
    unsigned char bytes[2048] = { 0 };

    (void)state;
    memcpy(bytes, CFB, 8);
    memcpy(bytes + 1024, WIDE_NAME, sizeof(WIDE_NAME) - 1);
    assert_int_equal(sniff(bytes, sizeof(bytes), &err), KPI_E_INPUT);
    assert_string_equal(err.rule, "file-encrypted");
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, tells, cases);
    TEST_ONE(tests, n, tells_an_encrypted_package);
    return run_tests("sniff", tests, n);
}
