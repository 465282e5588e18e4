/*
 * fuzz_differential.c - the fast path reads what libxml2 reads
 *
 * The first byte chooses the part, the rest is its bytes. Read with our
 * scanners and with libxml2 alone the workbook gives the same cells, the
 * same names and formats, or the same failure. Line and words of a failure are
 * not compared: those of libxml2 depend on how far it had read ahead.
 */
#include "fuzz/one_part.h"

#include "support/both_ways.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static text without_words(const buf *dump)
{
    text t = buf_slice(dump);
    size_t words = text_find(t, BOTH_WAYS_WORDS, 0);

    return text_cut(t, 0, words == SIZE_MAX ? t.length : words);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const int parts[] = { ONE_SHEET, ONE_STRINGS, ONE_STYLES,
                                 ONE_WORKBOOK };
    kpi_limits limits = small_limits();
    kpi_source source;
    buf fast, slow;
    package p;

    if (size == 0)
        return 0;
    one_part(&p, parts[bytes[0] % 4], bytes + 1, size - 1);
    source = package_source(&p);
    buf_init(&fast);
    buf_init(&slow);
    both_ways_dump(&fast, &source, &limits, false);
    both_ways_dump(&slow, &source, &limits, true);
    check(buf_ok(&fast) && buf_ok(&slow));
    check(text_equal(without_words(&fast), without_words(&slow)));
    buf_free(&fast);
    buf_free(&slow);
    package_free(&p);
    return 0;
}
