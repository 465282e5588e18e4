/*
 * test_xml_decode.c - the bytes of an XML part as UTF-8
 */
#include "support/rows.h"

#include <string.h>

#include "ooxml/xml_decode.h"

static const struct encoding_case {
    const char *label, *head;
    size_t length;
    xml_encoding encoding;
    size_t skip;
} encodings[] = {
    { "nothing said", "<a/>", 4, XML_UTF8, 0 },
    { "a BOM of UTF-8", "\xEF\xBB\xBF<a/>", 7, XML_UTF8, 3 },
    { "a BOM of UTF-16", "\xFF\xFE<\0", 4, XML_UTF16_LITTLE, 2 },
    { "the other BOM", "\xFE\xFF\0<", 4, XML_UTF16_BIG, 2 },
    { "UTF-16 without a BOM", "<\0?\0", 4, XML_UTF16_LITTLE, 0 },
    { "the other way round", "\0<\0?", 4, XML_UTF16_BIG, 0 },
    { "UTF-8 by name", "<?xml version='1.0' encoding='UTF-8'?>", 38,
      XML_UTF8, 0 },
    { "UTF-16 by name only", "<?xml version='1.0' encoding='utf-16'?>", 39,
      XML_UTF8, 0 },
    { "Latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?>", 43,
      XML_LATIN1, 0 },
    { "another", "<?xml version='1.0' encoding='EUC-JP'?>", 39, XML_UNKNOWN,
      0 },
};

static void tells_the_encoding(void **state)
{
    const struct encoding_case *c = *state;
    size_t skip = 9;

    assert_int_equal(xml_encoding_of((const unsigned char *)c->head,
                                     c->length, &skip), c->encoding);
    assert_int_equal(skip, c->skip);
}

static const struct decode_case {
    const char *label;
    xml_encoding encoding;
    const char *bytes;
    size_t length;
    const char *expected;
    bool unfinished;
} decodings[] = {
    { "kana", XML_UTF16_LITTLE, "\x42\x30", 2, "あ", false },
    { "kana, big end first", XML_UTF16_BIG, "\x30\x42", 2, "あ", false },
    { "a surrogate pair", XML_UTF16_BIG, "\xD8\x3D\xDE\x00", 4, "😀", false },
    { "half a pair", XML_UTF16_BIG, "\xD8\x3D\0a", 4, "\xFF" "a", false },
    { "the second half alone", XML_UTF16_BIG, "\xDE\x00", 2, "\xFF", false },
    { "half a pair at the end", XML_UTF16_BIG, "\xD8\x3D", 2, "", true },
    { "half a unit at the end", XML_UTF16_BIG, "\0a\0", 3, "a", true },
    { "Latin-1", XML_LATIN1, "a\xE9", 2, "aé", false },
};

/* In one go, and byte by byte. */
static void decodes(void **state)
{
    const struct decode_case *c = *state;
    const unsigned char *bytes = (const unsigned char *)c->bytes;

    for (size_t step = 1; step <= c->length; step += c->length - 1) {
        xml_decoder d = { .encoding = c->encoding };
        unsigned char out[64];
        size_t size = 0;

        for (size_t at = 0; at < c->length; at += step)
            size += xml_decode(&d, out + size, bytes + at,
                               c->length - at < step ? c->length - at : step);
        assert_int_equal(size, strlen(c->expected));
        assert_memory_equal(out, c->expected, size);
        assert_int_equal(xml_decode_unfinished(&d), c->unfinished);
    }
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, tells_the_encoding, encodings);
    TEST_ROWS(tests, n, decodes, decodings);
    return run_tests("xml_decode", tests, n);
}
