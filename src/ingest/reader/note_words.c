/*
 * note_words.c - words below a table that explain it
 */
#include "ingest/reader/note_words.h"

#include <string.h>

#include "wording/glyph.h"

enum { GRADE_BYTES = 24, SCALE_BYTES = 60 };

/* 順調：100％以上　遅れ：70％未満: more than one word with what it means. */
static bool explains_words(text t)
{
    text behind;
    size_t n = 0;

    while (glyph_colon(t, &behind) != SIZE_MAX) {
        n++;
        t = behind;
    }
    return n > 1;
}

/* 評価, 凡例: what a legend begins with. */
static bool heads_legend(text t)
{
    static const char *const starts[] = { "評価", "自己評価", "総合評価",
                                          "内部評価", "所管課評価", "達成率",
                                          "凡例", "判定", "区分",
                                          "見通し", "達成度", "達成状況",
                                          "進捗", "記号" };

    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        if (text_starts(t, starts[i]))
            return true;
    return false;
}

bool note_lists_marks(text t)
{
    static const char *const marks[] = { "◎", "○", "〇", "◯", "△", "▲", "×",
                                         "✕", "☆", "★", "●" };
    size_t size = glyph_any(t, 0, marks, sizeof(marks) / sizeof(*marks));
    text first = text_cut(t, 0, size);
    glyph_class before = GLYPH_END;

    if (size == 0 || t.length == size)
        return false;
    for (size_t at = size, next; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        size = before == GLYPH_SPACE || before == GLYPH_SLASH ||
                       before == GLYPH_COMMA || before == GLYPH_BREAK
                   ? glyph_any(t, at, marks, sizeof(marks) / sizeof(*marks))
                   : 0;
        if (size > 0 && at + size < t.length &&
            !text_equal(first, text_cut(t, at, at + size)))
            return true;
        before = c;
    }
    return false;
}

bool note_is_scale(text t)
{
    text inner, steps;
    size_t at, next;
    glyph_class first, joint;

    if (t.length > SCALE_BYTES || !glyph_bracketed(t, 0, &inner))
        return false;
    first = glyph_at(inner, 0, &at);
    joint = glyph_at(inner, at, &at);
    if ((first != GLYPH_LATIN && first != GLYPH_DIGIT) ||
        (joint != GLYPH_WAVE && joint != GLYPH_DASH && joint != GLYPH_SLASH &&
         joint != GLYPH_COMMA) ||
        glyph_at(inner, at, &next) != first)
        return false;
    steps = text_trim(text_from(inner, next));
    return steps.length == 0 || text_ends(steps, "段階") ||
           joint == GLYPH_SLASH || joint == GLYPH_COMMA;
}

/* 担当課評価：Ａ（十分できた）Ｂ（概ねできた）, 課の判定　Ａ：十分　Ｂ：概ね */
static bool explains_verdict(text t)
{
    static const char *const words[] = { "評価区分", "判定区分", "評価", "判定",
                                         "達成度", "達成状況", "点検結果" };
    size_t at, next;

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        text behind;

        at = text_find(t, words[i], 0);
        if (at == SIZE_MAX)
            continue;
        at = glyph_skip(t, at + strlen(words[i]), false);
        if (glyph_at(t, at, &next) == GLYPH_COLON)
            at = glyph_skip(t, next, false);
        behind = text_from(t, at);
        if (note_explains_grades(behind))
            return true;
    }
    return false;
}

bool note_is_legend(text t)
{
    static const char *const marks[][2] = {
        { "①", "②" }, { "○", "△" }, { "◎", "○" }, { "〇", "△" },
        { "Ａ", "Ｂ" }, { "A", "B" }, { "↑", "↓" },
    };
    bool named;
    size_t next;

    if (glyph_at(t, 0, &next) == GLYPH_OPEN)
        t = text_from(t, next); /* 【評価の凡例】 */
    named = heads_legend(t);
    for (size_t i = 0; named && i < sizeof(marks) / sizeof(*marks); i++)
        if (text_find(t, marks[i][0], 0) != SIZE_MAX &&
            text_find(t, marks[i][1], 0) != SIZE_MAX)
            return true;
    return (named && explains_words(t)) || explains_verdict(t);
}

/* 【指標の評価】, ［KPI達成度］: what the bracket says is a grade's word. */
static bool names_verdict(text t)
{
    static const char *const ends[] = { "評価", "達成度", "達成状況", "判定",
                                        "達成区分", "評価区分", "凡例" };
    size_t at = 0, next;
    glyph_class c = glyph_at(t, 0, &next);

    while (c != GLYPH_END && c != GLYPH_CLOSE) {
        at = next;
        c = glyph_at(t, at, &next);
    }
    return c == GLYPH_CLOSE &&
           text_ends_in(text_cut(t, 0, at), ends,
                        sizeof(ends) / sizeof(*ends));
}

bool note_is_headed_legend(text t)
{
    size_t next;

    if (glyph_at(t, 0, &next) != GLYPH_OPEN)
        return false;
    t = text_from(t, next);
    return (heads_legend(t) || names_verdict(t)) && explains_words(t);
}

bool note_explains_mark(text t)
{
    size_t at = 0, next;
    glyph_class c = glyph_at(t, 0, &next);

    if (c == GLYPH_OPEN)
        c = glyph_at(t, at = next, &next); /* 「－」は */
    if (c != GLYPH_DASH && c != GLYPH_MARK && c != GLYPH_BULLET &&
        c != GLYPH_SLASH)
        return false;
    while (glyph_at(t, next, &at) == c) /* …… */
        next = at;
    if (glyph_at(t, next, &at) == GLYPH_CLOSE)
        next = at;
    next = glyph_skip(t, next, false);
    return glyph_at(t, next, &at) == GLYPH_COLON ||
           glyph_word(t, next, "は") > 0 || glyph_word(t, next, "=") > 0;
}

bool note_names_grade(text t)
{
    static const char *const grades[] = { "順調", "概ね順調", "おおむね順調",
                                          "やや遅れ", "やや遅れている", "遅れ",
                                          "遅れている", "達成", "未達成",
                                          "概ね達成", "目標達成" };
    size_t next;

    if (text_in(t, grades, sizeof(grades) / sizeof(*grades)))
        return true;
    return glyph_at(t, 0, &next) != GLYPH_DIGIT && next == t.length;
}

size_t note_mark(text t, size_t at)
{
    static const char *const marks[] = { "＝", "=", "：", ":", "…", "‥" };

    return glyph_any(t, at, marks, sizeof(marks) / sizeof(*marks));
}

bool note_explains_grade(text t)
{
    size_t next;

    for (size_t at = 0; at < t.length && at <= GRADE_BYTES; at = next) {
        size_t size = note_mark(t, at);
        text grade = text_trim(text_cut(t, 0, at));

        glyph_at(t, at, &next);
        if (size == 0)
            continue;
        if (grade.length == 0 || at + size >= t.length)
            return false;
        return note_names_grade(grade);
    }
    return false;
}

/* A character, as 1 is too where brackets follow it, or a grade's words. */
static bool is_one_grade(text t)
{
    size_t next;

    return glyph_at(t, 0, &next) != GLYPH_END &&
           (next == t.length || note_names_grade(t));
}

/* Ａ（十分できた）Ｂ（概ねできた）: two grades at least, each with what it means. */
static bool explains_in_brackets(text t)
{
    unsigned grades = 0, depth = 0;
    size_t from = 0, next;

    for (size_t at = 0; at < t.length && grades < 2; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_OPEN && depth++ == 0)
            grades += is_one_grade(text_trim(text_cut(t, from, at)));
        else if (c == GLYPH_CLOSE && depth > 0 && --depth == 0)
            from = next;
        else if (depth == 0 && (c == GLYPH_COMMA || c == GLYPH_SLASH))
            from = next;
    }
    return grades > 1;
}

static bool parts_words(glyph_class c)
{
    return glyph_is_space(c) || c == GLYPH_SLASH || c == GLYPH_COMMA ||
           c == GLYPH_BREAK;
}

/* Ａ できた　Ｂ 概ねできた, Ａできた Ｂ概ねできた: letters with words behind each. */
static bool explains_letters(text t)
{
    unsigned letters = 0;
    bool begins = true;

    for (size_t at = 0, next, behind; at < t.length && letters < 2; at = next) {
        glyph_class c = glyph_at(t, at, &next), then;

        if (begins && c == GLYPH_LATIN) {
            behind = glyph_skip(t, next, false);
            then = glyph_at(t, behind, &behind);
            letters += glyph_is_letter(then) && then != GLYPH_LATIN;
        }
        begins = parts_words(c);
    }
    return letters > 1;
}

bool note_explains_grades(text t)
{
    unsigned grades = 0;
    bool begins = true;

    for (size_t at = 0, next; at < t.length && grades < 2; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        grades += begins && note_explains_grade(text_from(t, at));
        begins = parts_words(c);
    }
    return grades > 1 || explains_in_brackets(t) || explains_letters(t);
}

/* Behind the words at `at`, if they are `value`, of any width; else 0. */
static size_t behind_same(text t, size_t at, text value)
{
    size_t own = 0;

    while (own < value.length)
        if (at >= t.length || glyph_next(value, &own) != glyph_next(t, &at))
            return 0;
    return at;
}

bool note_explains_value(text t, text value)
{
    unsigned others = 0;
    bool begins = true, found = false;

    if (value.length == 0 || value.length > GRADE_BYTES)
        return false;
    for (size_t at = 0, next; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);
        size_t behind = begins ? behind_same(t, at, value) : 0;

        found = found || (behind > 0 && note_mark(t, behind) > 0);
        others += note_mark(t, at) > 0;
        begins = glyph_is_space(c) || c == GLYPH_SLASH || c == GLYPH_COMMA ||
                 c == GLYPH_BREAK || c == GLYPH_OPEN;
    }
    return found && others > 1;
}

/* 「順調／遅れ」から選択, （A～Dを記入）, ４段階で記載→: how a cell beside it is filled in. */
static bool tells_to_fill(text t)
{
    static const char *const ends[] = { "から記載", "から選択", "から記入",
                                        "から選ぶ", "ください", "ください。",
                                        "→", "⇒", "➡", "を記入", "で記入",
                                        "で記載", "を選択", "で選択", "で入力" };
    text inner;

    if (glyph_bracketed(t, 0, &inner))
        t = inner;
    return text_ends_in(t, ends, sizeof(ends) / sizeof(*ends));
}

bool note_to_clerk(text t)
{
    static const char *const starts[] = { "←", "※", "＊", "【記入", "（記入",
                                          "[記入", "〔記入", "記入要領",
                                          "記入上の注意" };

    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        if (text_starts(t, starts[i]))
            return true;
    return tells_to_fill(t);
}

/* By its last byte: may a text end in 載, 択, 入, ぶ, い, 。, →, ⇒, ➡, 力, 階, 価 or
 * a bracket? Most do not. */
static bool may_be_in_front(text t)
{
    switch (t.length == 0 ? 0 : (unsigned char)t.bytes[t.length - 1]) {
    case 0x82: case 0x84: case 0x89: case 0x8E: case 0x92: case 0x9B:
    case 0x9E: case 0xA1: case 0xA5: case 0xB6:
        return true;
    default:
        return glyph_may_close(t);
    }
}

bool note_in_front(text t)
{
    static const char *const ends[] = { "段階", "段階評価", "段階で評価" };

    if (!may_be_in_front(t))
        return false;
    return tells_to_fill(t) || note_is_scale(t) ||
           text_ends_in(t, ends, sizeof(ends) / sizeof(*ends));
}

bool note_on_figures(const reader *r, text t)
{
    static const char *const between[] = { "・", "、", "と", "/", "は" };
    size_t from = 0, size, next;

    for (size_t at = 0; at < t.length; at = next) {
        const header_word *w;

        glyph_at(t, at, &next);
        size = glyph_any(t, at, between, sizeof(between) / sizeof(*between));
        if (size == 0)
            continue;
        w = header_roles_find(r->roles, text_cut(t, from, at),
                              r->context_year);
        if (!w->exact || !(role_is_figure(w->role) || w->role == ROLE_RATE))
            return false;
        if (glyph_word(t, at, "は") > 0)
            return at + size < t.length;
        from = next = at + size;
    }
    return false;
}
