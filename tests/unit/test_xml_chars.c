/*
 * test_xml_chars.c - runs of characters end where XML or UTF-8 does
 */
#include "support/rows.h"

#include <string.h>

#include "base/text.h"
#include "ooxml/xml_chars.h"

/* A sequence of three bytes between kanji, at each distance from them. */
static const struct place_case {
    const char *label;
    const char *before, *behind;
} places[] = {
    { "alone", "", "<" },
    { "behind a kanji", "実", "<" },
    { "behind two kanji", "実績", "<" },
    { "before a kanji", "", "績<" },
    { "between kanji", "実績値", "一覧表<" },
    { "between letters", "a", "b<" },
};

static bool is_allowed(const unsigned char sequence[3])
{
    text t = { (const char *)sequence, 3 };
    size_t at = 0;
    uint32_t c = utf8_next(t, &at);

    return utf8_valid(t) && at == 3 && c != 0xFFFE && c != 0xFFFF;
}

static void takes_what_xml_allows(void **state)
{
    static const unsigned char lasts[] = { 0x00, 0x3C, 0x7F, 0x80, 0xA5, 0xBD,
                                           0xBE, 0xBF, 0xC0, 0xFF };
    const struct place_case *c = *state;
    size_t before = strlen(c->before), length = before + 3;
    unsigned char bytes[128] = { 0 };

    memcpy(bytes, c->before, before);
    memcpy(bytes + length, c->behind, strlen(c->behind));
    length += strlen(c->behind);
    for (unsigned lead = 0xE0; lead <= 0xEF; lead++) {
        for (unsigned middle = 0; middle < 256; middle++) {
            for (size_t i = 0; i < sizeof(lasts); i++) {
                unsigned char *at = bytes + before;
                size_t end = length - 1;

                at[0] = (unsigned char)lead;
                at[1] = (unsigned char)middle;
                at[2] = lasts[i];
                if (!is_allowed(at))
                    end = before;
                assert_ptr_equal(xml_char_run(bytes, XML_CHAR_ASIS),
                                 bytes + end);
            }
        }
    }
}

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ROWS(tests, n, takes_what_xml_allows, places);
    return run_tests("xml_chars", tests, n);
}
