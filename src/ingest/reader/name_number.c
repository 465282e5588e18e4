/*
 * name_number.c - a number that nothing parts from the name of its project
 */
#include "ingest/reader/name_number.h"

#include "wording/glyph.h"

enum { DIGITS_MOST = 3 };

/* The number that a text begins with, and where it ends; 0 for none. */
static unsigned number_at(text t, size_t *end)
{
    unsigned n = 0, digits = 0;
    size_t next;
    int digit;

    for (*end = 0; *end < t.length && digits <= DIGITS_MOST &&
                   (digit = glyph_digit(t, *end, &next)) >= 0;
         *end = next, digits++)
        n = n * 10 + (unsigned)digit;
    return digits > DIGITS_MOST ? 0 : n;
}

static bool has_number(const project *p, unsigned n)
{
    text no = text_of(p->no);
    size_t end;

    return number_at(no, &end) == n && end == no.length;
}

/* 次産業化, 歳児健診: what digits in front of it are counted in. */
static bool begins_with_counter(text t)
{
    static const char *const counters[] = {
        "次", "年", "月", "日", "時", "分", "歳", "才", "世", "人", "名", "者",
        "つ", "か", "カ", "ヶ", "ヵ", "箇", "個", "本", "校", "市", "町", "村",
        "期", "号", "番", "級", "段", "大", "拠", "回", "割", "万", "千", "百",
        "億", "円", "点", "種", "項", "重", "階", "層", "面", "方", "倍", "R", "D"
    };

    return glyph_any(t, 0, counters,
                     sizeof(counters) / sizeof(*counters)) > 0;
}

void name_numbers_settle(reader *r, size_t first)
{
    project *all = r->data->projects;

    for (size_t i = first + 1; i + 1 < r->data->project_count; i++) {
        text name = text_of(all[i].name), rest;
        size_t end, next;
        unsigned n;

        if (all[i].no[0] != '\0' || glyph_digit(name, 0, &next) < 0 ||
            (n = number_at(name, &end)) < 2)
            continue;
        rest = text_from(name, end);
        if (!glyph_is_letter(glyph_at(rest, 0, &next)) ||
            begins_with_counter(rest) || !has_number(&all[i - 1], n - 1) ||
            !has_number(&all[i + 1], n + 1))
            continue;
        all[i].no = reader_text(r, text_cut(name, 0, end));
        all[i].name = reader_text(r, rest);
    }
}
