/*
 * name_number.c - a number that nothing parts from the name of its project
 */
#include "ingest/reader/name_number.h"

#include <stdint.h>

#include "wording/glyph.h"

enum { NUMBER_MOST = 100 };

/* Behind the digits of a number at the front of a text; 0 where others stand
 * there. */
static size_t behind_number(text t, unsigned n)
{
    size_t next, at = n >= 10 ? behind_number(t, n / 10) : 0;

    return (n >= 10 && at == 0) ||
                   glyph_digit(t, at, &next) != (int)(n % 10)
               ? 0 : next;
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

/* What is left of a name behind a number; empty where that is no name. */
static text named(text name, unsigned n)
{
    size_t end = behind_number(name, n), next;
    text rest = end == 0 ? text_of("") : text_from(name, end);
    glyph_class c = glyph_at(rest, 0, &next);

    if (c == GLYPH_DIGIT) /* １１６次産業化, not １０人 */
        return glyph_digit(rest, 0, &next) > 0 &&
                       begins_with_counter(text_from(rest, next))
                   ? rest : text_of("");
    return glyph_is_letter(c) ? rest : text_of("");
}

/* The number of a project, or one close to its name. */
static bool has_number(const reader *r, size_t index, unsigned n)
{
    const project *p;
    text no;

    if (n == 0 || index >= r->data->project_count)
        return false;
    p = &r->data->projects[index];
    no = text_of(p->no);
    return no.length > 0 ? behind_number(no, n) == no.length
                         : named(text_of(p->name), n).length > 0;
}

/* The n-th project behind or in front of one, not counting those that are but
 * listed again without a number; SIZE_MAX beyond the sheet's. */
static size_t neighbour(const reader *r, size_t first, size_t i, int n)
{
    int step = n < 0 ? -1 : 1;

    while (n != 0) {
        const project *p;

        if (step < 0 ? i == first : i + 1 >= r->data->project_count)
            return SIZE_MAX;
        i = step < 0 ? i - 1 : i + 1;
        p = &r->data->projects[i];
        if (!p->relisted || p->no[0] != '\0')
            n -= step;
    }
    return i;
}

/* In its place among others: between two, or behind or in front of two where
 * the numbers begin or end, but for ３世代同居 there. */
static bool is_in_order(const reader *r, size_t first, size_t i, unsigned n,
                        text rest)
{
    size_t back = neighbour(r, first, i, -1), on = neighbour(r, first, i, 1);
    bool before = has_number(r, back, n - 1);

    if (before && has_number(r, on, n + 1))
        return true;
    if (begins_with_counter(rest))
        return false;
    if (n == 1)
        return has_number(r, on, 2) &&
               has_number(r, neighbour(r, first, i, 2), 3);
    return before && has_number(r, neighbour(r, first, i, -2), n - 2) &&
           (on == SIZE_MAX || has_number(r, on, 1));
}

void name_numbers_settle(reader *r, size_t first)
{
    for (size_t i = first; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];
        text name = text_of(p->name), rest = text_of("");
        size_t next;
        unsigned n = 0;
        int digit;

        if (p->no[0] != '\0' || glyph_digit(name, 0, &next) < 0)
            continue;
        for (size_t at = 0; n < NUMBER_MOST &&
                            (digit = glyph_digit(name, at, &next)) >= 0;
             at = next) {
            n = n * 10 + (unsigned)digit;
            rest = named(name, n);
            if (rest.length > 0 && is_in_order(r, first, i, n, rest))
                break;
            rest = text_of("");
        }
        if (rest.length == 0)
            continue;
        p->no = reader_text(r, text_cut(name, 0, name.length - rest.length));
        p->name = reader_text(r, rest);
    }
}
