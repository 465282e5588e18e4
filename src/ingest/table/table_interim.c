/*
 * table_interim.c - figures of a part of a year: 中間（９月末） | 年度末実績
 */
#include <string.h>

#include "ingest/table/table_parts.h"
#include "wording/glyph.h"

enum { NTH_BYTES = 15 }; /* 第１０年目 */

/* ９月末, 12月末時点; but 3月末 ends the year. */
static bool names_month(text header)
{
    static const char month[] = "月末";

    for (size_t at = text_find(header, month, 0); at != SIZE_MAX;
         at = text_find(header, month, at + 1)) {
        size_t start = at, next;
        int last = -1;

        while (start > 0 && glyph_class_before(header, start) == GLYPH_DIGIT) {
            start = glyph_back(header, start);
            if (last < 0)
                last = glyph_digit(header, start, &next);
            else
                last += 10; /* 12月末 */
        }
        if (last >= 0 && last != 3)
            return true;
    }
    return false;
}

/* The number in front of `at`, 0 for none: 10 of 10月～. */
static int month_before(text t, size_t at)
{
    size_t end = at, next;
    int month = 0, ten = 1;

    if (text_ends(text_cut(t, 0, end), "月"))
        end -= strlen("月");
    for (; end > 0 && glyph_class_before(t, end) == GLYPH_DIGIT && ten < 100;
         ten *= 10) {
        end = glyph_back(t, end);
        month += glyph_digit(t, end, &next) * ten;
    }
    return month;
}

/* 4～6月, 10月～12月, （4～9月）: months of a year, but not all of them. */
static bool names_months(text header)
{
    static const char *const joints[] = { "～", "〜", "-", "－", "―" };

    for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++) {
        size_t at = text_find(header, joints[i], 0), end, behind;
        int first;

        if (at == SIZE_MAX || (first = month_before(header, at)) == 0)
            continue;
        end = at + strlen(joints[i]);
        behind = glyph_skip_digits(header, end);
        if (behind > end && text_starts(text_from(header, behind), "月") &&
            !(first == 4 && month_before(header, behind) == 3))
            return true;
    }
    return false;
}

/* 1Q, 第２Ｑ, Q3: a quarter, and no part of a word. */
static bool names_quarter(text header)
{
    size_t next;

    for (size_t at = 0; at < header.length; at = next) {
        glyph_class before = glyph_class_before(header, at), behind;

        if (glyph_next(header, &(size_t){ at }) != 'Q') {
            glyph_at(header, at, &next);
            continue;
        }
        glyph_at(header, at, &next);
        behind = glyph_at(header, next, &(size_t){ 0 });
        if ((before == GLYPH_DIGIT) != (behind == GLYPH_DIGIT) &&
            before != GLYPH_LATIN && behind != GLYPH_LATIN)
            return true;
    }
    return false;
}

bool column_is_interim(const table_column *k)
{
    return table_names_interim(text_of(k->header));
}

bool table_names_interim(text header)
{
    static const char *const words[] = { "中間", "四半期", "上半期", "下半期",
                                         "上期", "下期", "前半期", "後半期" };

    return header.length > 0 &&
           (text_contains_one(header, words,
                              sizeof(words) / sizeof(*words)) ||
            names_month(header) || names_months(header) ||
            names_quarter(header));
}

bool table_names_nth_year(text t)
{
    size_t at = text_starts(t, "第") ? strlen("第") : 0, end, next;
    size_t first = at;

    if (!text_ends(t, "年目") || t.length > NTH_BYTES)
        return false;
    end = t.length - strlen("年目");
    for (; at < end; at = next)
        if (glyph_at(t, at, &next) != GLYPH_DIGIT)
            return false;
    return at > first;
}

bool table_names_whole_year(text t)
{
    static const char *const words[] = { "年間", "通期", "通年", "年度計" };

    return text_in(t, words, sizeof(words) / sizeof(*words));
}

bool table_names_relative_year(text t)
{
    static const char *const words[] = { "前々年", "一昨年", "前年", "昨年",
                                         "今年", "本年", "当年", "当該年",
                                         "次年", "翌年", "来年", "翌々年",
                                         "次々年", "再来年" };

    if (text_ends(t, "度"))
        t = text_cut(t, 0, t.length - strlen("度"));
    return text_in(t, words, sizeof(words) / sizeof(*words));
}

bool table_names_round(text t, bool *earlier)
{
    static const char *const words[] = { "前回", "前年度", "昨年度", "今回",
                                         "今年度", "本年度", "一次", "１次",
                                         "1次", "二次", "２次", "2次",
                                         "最終" };
    enum { EARLIER = 3 };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_is(t, words[i])) {
            *earlier = i < EARLIER;
            return true;
        }
    return false;
}

/* FY2024実績 > 合計: where the words of the column itself begin; 0 for one
 * without a group. */
static size_t group_end(const table_column *k)
{
    text header = text_of(k->header);
    size_t end = 0;

    for (size_t at = text_find(header, " > ", 0); at != SIZE_MAX;
         at = text_find(header, " > ", at + 1))
        end = at + strlen(" > ");
    return end;
}

static bool is_sum_of_year(const table_column *k)
{
    static const char *const sums[] = { "合計", "計", "年間合計", "年間計",
                                        "年度計", "年度合計" };
    size_t end = group_end(k);

    return k->years.to != 0 && end > 0 &&
           strstr(k->header, "目標") == NULL &&
           strstr(k->header, "計画") == NULL &&
           text_in(text_of(k->header + end), sums,
                   sizeof(sums) / sizeof(*sums));
}

/* R5実績 { 上半期 | 下半期 | 合計 }: the last one is the year's. */
static void sums_of_years(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        bool parts = false, told = false;
        size_t end;

        if (k->role != ROLE_IGNORED || !is_sum_of_year(k))
            continue;
        end = group_end(k);
        for (size_t n = 0; n < d->count; n++) {
            const table_column *other = &d->columns[n];

            if (other == k || other->years.to != k->years.to ||
                strncmp(other->header, k->header, end) != 0)
                continue;
            parts = parts || column_is_interim(other);
            told = told || (other->role == ROLE_ACTUAL &&
                            !column_is_interim(other));
        }
        if (!parts || told)
            continue;
        k->role = ROLE_ACTUAL;
        k->why = "position";
    }
}

/* R5実績 { 修正前 | 修正後 }: what was reported first is none any more. */
static void drop_corrected(deciding *d)
{
    static const char *const old[] = { "> 修正前", "> 訂正前" };
    static const char *const new[] = { "> 修正後", "> 訂正後" };

    for (size_t i = 0; i + 1 < d->count; i++) {
        table_column *k = &d->columns[i];

        for (size_t n = 0; n < 2 && k->role == ROLE_ACTUAL; n++)
            if (text_ends(text_of(k->header), old[n]) &&
                text_ends(text_of(k[1].header), new[n]) &&
                k[1].role == ROLE_ACTUAL && k[1].years.to == k->years.to)
                k->role = ROLE_IGNORED;
    }
}

/* 評価 { 前回 | 今回 }: the grade before is another report's. */
static void drop_last_grades(deciding *d)
{
    static const char *const before[] = { " > 前回", " > 前年度", " > 前年",
                                          " > 昨年度" };
    unsigned grades = columns_count(d, ROLE_GRADE);

    for (size_t i = 0; i < d->count && grades > 1; i++) {
        table_column *k = &d->columns[i];

        if (k->role != ROLE_GRADE || strcmp(k->why, "plan") == 0 ||
            !text_ends_in(text_of(k->header), before,
                          sizeof(before) / sizeof(*before)))
            continue;
        k->role = ROLE_IGNORED;
        grades--;
    }
}

void columns_interim(deciding *d)
{
    drop_corrected(d);
    drop_last_grades(d);
    sums_of_years(d);
    if (columns_count(d, ROLE_ACTUAL) < 2)
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        bool whole = false;

        if (k->role != ROLE_ACTUAL || strcmp(k->why, "plan") == 0 ||
            !column_is_interim(k))
            continue;
        for (size_t n = 0; n < d->count; n++)
            whole = whole ||
                    (d->columns[n].role == ROLE_ACTUAL &&
                     d->columns[n].years.to == k->years.to &&
                     !column_is_interim(&d->columns[n]));
        if (whole)
            k->role = ROLE_NONE;
    }
}
