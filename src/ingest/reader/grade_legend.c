/*
 * grade_legend.c - what several grades mean, all in one text
 */
#include "ingest/reader/grade_legend.h"

#include <string.h>

#include "ingest/reader/note_words.h"
#include "wording/glyph.h"

enum { KEY_BYTES = 24, LEGEND_BYTES = 400, LIST_BYTES = 60, SURE = 3 };

/* One of the grades, and where what stands behind it begins. */
typedef struct legend_key {
    text grade;
    bool marked; /* Ⓑ, ○B, ☑B */
    bool joined; /* ：, ＝, … or a bracket stands behind it */
    size_t end;
} legend_key;

/* B of Ⓑ; empty for others. */
static text ringed_letter(text t, size_t at)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t next = at;
    uint32_t c = glyph_next(t, &next);

    return c >= 0x24B6 && c < 0x24B6 + sizeof(letters) - 1
               ? text_cut(text_of(letters), c - 0x24B6, c - 0x24B6 + 1)
               : text_of("");
}

/* A, S, 3, ◎: one character that may be a grade, *end behind it. */
static bool read_sign(text t, size_t at, size_t *end)
{
    static const char *const signs[] = { "◎", "○", "◯", "〇", "△", "▲", "×",
                                         "✕", "☆", "★", "●" };
    size_t size, next, behind;
    glyph_class c = glyph_at(t, at, &next), then;

    if (c == GLYPH_LATIN || c == GLYPH_DIGIT) {
        then = glyph_at(t, next, &behind);
        *end = next;
        return then != GLYPH_LATIN && then != GLYPH_DIGIT;
    }
    size = glyph_any(t, at, signs, sizeof(signs) / sizeof(*signs));
    *end = at + size;
    return size > 0;
}

/* ：, ＝, …, or a bracket that opens, *end behind it. */
static bool read_joint(text t, size_t at, size_t *end)
{
    size_t size, next;

    at = glyph_skip(t, at, false);
    size = note_mark(t, at);
    *end = at + size;
    if (size > 0 || at >= t.length)
        return size > 0;
    if (glyph_at(t, at, &next) != GLYPH_OPEN)
        return false;
    *end = next;
    return true;
}

/* 概ね順調：: words for a grade, up to what joins them to their meaning. */
static bool read_words(legend_key *k, text t, size_t at)
{
    size_t next;

    for (size_t i = at; i < t.length && i - at <= KEY_BYTES; i = next) {
        glyph_class c = glyph_at(t, i, &next);

        if (glyph_is_letter(c))
            continue;
        k->grade = text_cut(t, at, i);
        return k->grade.length > strlen("順") &&
               read_joint(t, i, &k->end) && note_names_grade(k->grade);
    }
    return false;
}

static bool read_key(legend_key *k, text t, size_t at)
{
    static const char *const marks[] = { "○", "◯", "〇", "●", "✓", "✔", "レ" };
    size_t end, size;
    glyph_class c = glyph_at(t, at, &end);

    size = c == GLYPH_LATIN || c == GLYPH_DIGIT
               ? 0 : glyph_any(t, at, marks, sizeof(marks) / sizeof(*marks));
    *k = (legend_key){ .grade = ringed_letter(t, at) };
    if (k->grade.length > 0) {
        k->marked = true;
        glyph_at(t, at, &end);
    } else {
        size_t behind = size > 0 ? glyph_skip(t, at + size, false) : at;

        c = size > 0 ? glyph_at(t, behind, &end) : GLYPH_END;
        k->marked = c == GLYPH_LATIN || c == GLYPH_DIGIT;
        at = k->marked ? behind : at;
        if (!read_sign(t, at, &end))
            return read_words(k, t, at);
        k->grade = text_cut(t, at, end);
    }
    k->joined = read_joint(t, end, &k->end);
    if (k->joined)
        return true;
    k->end = glyph_skip(t, end, false);
    return k->end < t.length &&
           glyph_at(t, k->end, &end) != GLYPH_LATIN &&
           glyph_is_letter(glyph_at(t, k->end, &end)) &&
           !glyph_has_digit(k->grade);
}

static bool parts_keys(glyph_class c)
{
    return glyph_is_space(c) || c == GLYPH_SLASH || c == GLYPH_COMMA ||
           c == GLYPH_BREAK || c == GLYPH_CLOSE;
}

/* What only verdicts are told by. */
static bool speaks_of_verdict(text t)
{
    static const char *const words[] = { "達成", "目標", "計画", "順調", "遅れ",
                                         "以上", "未満", "予定", "十分", "できた",
                                         "できな", "高い", "低い", "良", "優れ",
                                         "普通", "効果", "適切", "妥当", "進ん",
                                         "上回", "下回", "どおり", "通り" };

    return text_contains_one(t, words, sizeof(words) / sizeof(*words));
}

/* （判定基準）, 【凡例】 in front of the first grade. */
static size_t behind_title(text t)
{
    static const char *const words[] = { "評価", "判定", "基準", "凡例", "区分",
                                         "達成", "進捗", "説明", "記号" };
    size_t at = 0, next = 0;
    glyph_class c = t.length > 0 ? glyph_at(t, 0, &next) : GLYPH_END;

    if (c == GLYPH_NOTE)
        return glyph_skip(t, next, false);
    if (c != GLYPH_OPEN)
        return 0;
    while (c != GLYPH_END && c != GLYPH_CLOSE) {
        at = next;
        c = glyph_at(t, at, &next);
    }
    return text_contains_one(text_cut(t, 0, at), words,
                             sizeof(words) / sizeof(*words))
               ? glyph_skip(t, next, true) : 0;
}

/* In most texts the first character is no grade's: cheap. */
static bool may_begin(text t)
{
    static const char firsts[] = "順概おや遅達未目";
    const size_t width = strlen("順");
    unsigned char c = t.length > width ? (unsigned char)t.bytes[0] : 0;

    if (c < 0xE3 || c > 0xE9) /* ASCII, ◎, Ａ, （; not H27 or 490人 */
        return c != 0 && !ascii_is_digit(t.bytes[1]);
    for (size_t i = 0; i + 1 < sizeof(firsts); i += width)
        if (memcmp(t.bytes, firsts + i, width) == 0)
            return true;
    return c == 0xE3 && (unsigned char)t.bytes[1] == 0x80; /* 【, 〇 */
}

bool grade_legend_read(text t, text *ticked)
{
    unsigned keys = 0, joined = 0, marked = 0, counts = 0;
    size_t behind;
    bool begins = true;
    legend_key k;

    *ticked = text_of("");
    if (!may_begin(t) || t.length > LEGEND_BYTES)
        return false;
    t = text_from(t, behind_title(t));
    for (size_t at = 0, next; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (begins && read_key(&k, t, at)) {
            keys++;
            joined += k.joined || k.grade.length > strlen("順");
            marked += k.marked;
            *ticked = k.marked ? k.grade : *ticked;
            next = k.end > next ? k.end : next;
            counts += glyph_at(t, next, &behind) == GLYPH_DIGIT; /* Ａ：1 */
            c = glyph_class_before(t, next);
        } else if (keys == 0) {
            return false; /* as most texts */
        }
        begins = parts_keys(c);
    }
    if (marked != 1)
        *ticked = text_of("");
    if (text_find(t, "□", 0) != SIZE_MAX || text_find(t, "☐", 0) != SIZE_MAX)
        return false; /* boxes: project_grade_ticked() */
    return keys > 1 && ((joined >= SURE && joined == keys && counts == 0) ||
                        speaks_of_verdict(t));
}

/* A～D: from which to which. */
static bool is_range(text t)
{
    size_t at, next, end;
    glyph_class joint;

    if (!read_sign(t, 0, &at))
        return false;
    joint = glyph_at(t, at, &next);
    return (joint == GLYPH_WAVE || joint == GLYPH_DASH) &&
           glyph_at(t, 0, &at) == GLYPH_LATIN &&
           glyph_at(t, next, &end) == GLYPH_LATIN && end == t.length;
}

bool grade_legend_lists(text t)
{
    unsigned grades = 0;
    bool begins = true;
    uint32_t before = 0;
    text inner;

    if (!may_begin(t) || t.length > LIST_BYTES)
        return false;
    t = text_trim(t);
    if (glyph_bracketed(t, 0, &inner))
        t = text_trim(inner);
    if (is_range(t))
        return true;
    for (size_t at = 0, next = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);
        size_t from = at;
        uint32_t now = glyph_next(t, &from);

        if (parts_keys(c)) {
            begins = true;
            continue;
        }
        if (!begins || now == before || !read_sign(t, at, &next) ||
            c == GLYPH_DIGIT)
            return false;
        before = now;
        begins = false;
        grades++;
    }
    return grades >= SURE;
}
