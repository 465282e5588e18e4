/*
 * office_name.c - words that are a department's name and nothing else
 */
#include "ingest/header/office_name.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "wording/glyph.h"

enum { OFFICE_BYTES_MIN = 6, OFFICE_BYTES_MAX = 60 };

#define ENDS(t, words) \
    text_ends_in(t, words, sizeof(words) / sizeof(*(words)))

/* Letters and ・ alone: no figures, no sentence. */
static bool is_plain(text t)
{
    for (size_t at = 0, next; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (!glyph_is_letter(c) && c != GLYPH_COMMA)
            return false;
    }
    return t.length >= OFFICE_BYTES_MIN && t.length <= OFFICE_BYTES_MAX;
}

/* 環境局, and not any department's: 各課, 関係部局. */
static bool is_office(text t)
{
    static const char *const others[] = { "各", "全", "関係", "関連", "他",
                                          "担当", "所管", "主管", "庁内" };

    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        if (text_starts(t, others[i]))
            return false;
    return is_plain(t) && department_in_bracket(t, false);
}

static bool is_division(text t)
{
    static const char *const ends[] = { "課", "室", "係", "担当", "班", "部",
                                        "グループ", "チーム", "センター" };

    return is_plain(t) && ENDS(t, ends);
}

/* In front of its division 消防本部 is one too. */
static bool is_upper(text t)
{
    static const char *const ends[] = { "本部", "庁", "委員会" };

    return is_office(t) || (is_plain(t) && ENDS(t, ends));
}

/* Where the last space begins; SIZE_MAX for none. */
static size_t last_gap(text t)
{
    size_t found = SIZE_MAX;

    for (size_t at = 0, next; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (glyph_is_space(c) || c == GLYPH_SLASH)
            found = at;
    }
    return found;
}

static text behind_gap(text t, size_t gap)
{
    size_t next;

    glyph_at(t, gap, &next);
    return text_trim(text_from(t, next));
}

bool office_name(text t)
{
    text upper, lower;
    size_t gap;

    if (t.length > 2 * OFFICE_BYTES_MAX)
        return false;
    gap = last_gap(t);
    if (gap == SIZE_MAX)
        return is_office(t);
    upper = text_trim(text_cut(t, 0, gap));
    lower = behind_gap(t, gap);
    return is_upper(upper) &&
           (is_division(lower) ||
            (is_plain(lower) && office_house(upper, lower)));
}

bool office_goes_on(text upper, text lower)
{
    static const char *const lowest[] = { "課", "室", "係", "班", "担当" };

    return !ENDS(upper, lowest) && is_upper(upper) && is_division(lower);
}

bool office_has_section(text division, text section)
{
    static const char *const divisions[] = { "課", "室", "センター", "署" };
    static const char *const sections[] = { "係", "担当", "班", "グループ",
                                            "チーム" };

    return ENDS(division, divisions) && is_plain(section) &&
           ENDS(section, sections);
}

text office_unbracketed(text t)
{
    size_t inside, close, next;

    if (glyph_at(t, 0, &inside) != GLYPH_OPEN ||
        glyph_class_before(t, t.length) != GLYPH_CLOSE)
        return t;
    close = glyph_back(t, t.length);
    for (size_t at = inside; at < close; at = next)
        if (glyph_at(t, at, &next) == GLYPH_CLOSE)
            return t; /* （新）環境局（旧環境部） */
    return text_trim(text_cut(t, inside, close));
}

text office_in_brackets(text t, text *front)
{
    size_t open = SIZE_MAX, inside = 0, close;

    if (t.length == 0 || glyph_class_before(t, t.length) != GLYPH_CLOSE)
        return text_of("");
    close = glyph_back(t, t.length);
    for (size_t at = 0, next; at < close; at = next)
        if (glyph_at(t, at, &next) == GLYPH_OPEN) {
            open = at;
            inside = next;
        }
    if (open == SIZE_MAX || open == 0)
        return text_of("");
    *front = text_trim(text_cut(t, 0, open));
    return text_trim(text_cut(t, inside, close));
}

/* 環境局 of 令和6年度　環境局 or of 市民部 環境課: the words from the first one on
 * that, with all behind it, are an office; empty for other words, and for
 * several offices. */
static text office_behind_words(text t)
{
    static const char *const joints[] = { "及び", "並びに", "と", "、", "・" };

    for (size_t at = 0, next; at < t.length && !office_name(t); at = next) {
        if (!glyph_is_space(glyph_at(t, at, &next)))
            continue;
        if (ENDS(text_cut(t, 0, at), joints))
            break;
        t = text_trim(text_from(t, next));
        next = 0;
    }
    return office_name(t) ? t : text_of("");
}

/* 環境局 of 環境局所管　施設整備事業, 環境局分; empty for other words. */
static text office_with_share(text t)
{
    size_t at = text_find(t, "所管", 0);

    if (at == SIZE_MAX && (text_ends(t, "局分") || text_ends(t, "課分")))
        at = t.length - strlen("分");
    t = text_trim(text_cut(t, 0, at == SIZE_MAX ? 0 : at));
    return office_behind_words(t);
}

/* 【環境局】進捗状況 */
static text office_in_front(text t)
{
    size_t from, next;

    if (glyph_at(t, 0, &from) != GLYPH_OPEN)
        return text_of("");
    for (size_t at = from; at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_CLOSE) {
            text inside = text_trim(text_cut(t, from, at));

            return office_name(inside) ? inside : text_of("");
        }
    return text_of("");
}

text office_of_title(text t)
{
    size_t gap, behind = 0;
    text tail, head;

    while ((tail = office_in_brackets(t, &t)).length > 0) {
        if (glyph_colon(tail, &head) != SIZE_MAX)
            tail = head;
        if (office_name(tail))
            return tail; /* and （R6年度） says nothing of it */
        if (office_with_share(tail).length > 0)
            return office_with_share(tail);
    }
    if (office_with_share(t).length > 0)
        return office_with_share(t);
    gap = last_gap(t);
    if (gap == SIZE_MAX)
        return office_in_front(t);
    tail = behind_gap(t, gap);
    head = text_trim(text_cut(t, 0, gap));
    /* 進捗状況　環境局　環境共生課 */
    gap = last_gap(head);
    if (gap != SIZE_MAX) {
        text both = behind_gap(head, gap);

        behind = (size_t)(both.bytes - t.bytes);
        both = text_from(t, behind);
        if (office_name(both))
            return both;
    }
    if (is_office(tail))
        return tail;
    for (gap = 0; gap < t.length; gap = behind)
        if (glyph_is_space(glyph_at(t, gap, &behind)))
            break;
    head = office_unbracketed(text_cut(t, 0, gap)); /* 【環境局】　取組別シート */
    return is_office(head) ? head : office_in_front(t);
}

text office_of_stem(text t)
{
    static const char *const words[] = {
        "指標", "一覧", "一覧表", "様式", "調書", "シート", "状況", "報告書", "評価表",
        "評価票", "検証票", "調査票", "管理表", "実績", "進捗", "回答", "KPI",
        "ＫＰＩ"
    };
    size_t start = 0;

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        for (size_t at = text_find(t, words[i], 0); at != SIZE_MAX;
             at = text_find(t, words[i], at + 1))
            if (at + strlen(words[i]) > start &&
                is_office(text_from(t, at + strlen(words[i]))))
                start = at + strlen(words[i]);
    return text_from(t, start);
}
