/*
 * table_notes.c - a row of notes below a header: （実数） | （千円） | （最終）
 */
#include "ingest/table/table_notes.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { NOTE_BYTES = 90, PLAIN_BYTES = 24, FORMULA_BYTES = 24,
       COUNT_BYTES = 12, COLUMNS_LEAST = 4, COLUMNS_MOST = 1000 };

/* Notes that stand without brackets too. */
static const char *const plain[] = {
    "実数", "基準", "当初", "中間", "最終", "累計", "累積", "延べ", "単年度",
    "年間", "速報", "速報値", "見込", "見込み", "確定", "確定値", "暫定",
    "暫定値", "概算", "税込", "税抜",
};

typedef enum note_kind {
    NOTE_NONE,      /* no note */
    NOTE_BRACKETED, /* （実数） */
    NOTE_PLAIN,     /* 最終, 千円, R7 */
    NOTE_LETTER,    /* A, ②: what a formula beside it refers to */
    NOTE_FORMULA    /* B/A, ②÷①×100 */
} note_kind;

/* Without the brackets around all of it; the same text where there are none,
 * and of 「しごと」, which is a name. */
static text unbracketed(text t)
{
    size_t next, depth = 0, back = glyph_back(t, t.length);

    if (glyph_at(t, 0, &next) != GLYPH_OPEN || next >= back ||
        glyph_class_before(t, t.length) != GLYPH_CLOSE ||
        text_starts(t, "「") || text_starts(t, "『"))
        return t;
    for (size_t at = 0, behind; at < back; at = behind) {
        glyph_class c = glyph_at(t, at, &behind);

        depth += c == GLYPH_OPEN;
        depth -= c == GLYPH_CLOSE && depth > 0;
        if (depth == 0)
            return t; /* （人）と（件） */
    }
    return text_trim(text_cut(t, next, back));
}

/* A or ①: the name of a column in a formula. */
static bool is_letter(uint32_t c)
{
    return (c >= 'A' && c <= 'H') || (c >= 'a' && c <= 'h') ||
           (c >= 0x2460 && c <= 0x2468);
}

/* A, or B/A×100: letters with signs between them, and figures. */
static note_kind formula_kind(text t)
{
    unsigned letters = 0, signs = 0;

    if (t.length == 0 || t.length > FORMULA_BYTES)
        return NOTE_NONE;
    for (size_t at = 0; at < t.length;) {
        uint32_t c = glyph_next(t, &at);

        if (is_letter(c))
            letters++;
        else if (c == '/' || c == '-' || c == '+' || c == '*' ||
                 c == 0xD7 || c == 0xF7 || c == 0x2212) /* × ÷ − */
            signs++;
        else if (c != '(' && c != ')' && c != '%' && c != ' ' && c != '=' &&
                 !(letters > 0 && signs > 0 && c >= '0' && c <= '9'))
            return NOTE_NONE;
    }
    return letters == 1 && signs == 0   ? NOTE_LETTER
           : letters > 1 && signs > 0 ? NOTE_FORMULA
                                      : NOTE_NONE;
}

/* 12 and 3.5％ are figures, （R4年度末） and （1人当たり） are not. */
static bool is_figure(const header_word *w, text inner)
{
    size_t at = 0, next;

    if (w->has_year)
        return false;
    while (at < inner.length &&
           (glyph_digit(inner, at, &next) >= 0 ||
            glyph_at(inner, at, &next) == GLYPH_COMMA ||
            glyph_at(inner, at, &next) == GLYPH_DASH ||
            glyph_at(inner, at, &next) == GLYPH_MARK ||
            glyph_at(inner, at, &next) == GLYPH_UNIT))
        at = next;
    return at > 0 && at == inner.length && glyph_has_digit(inner);
}

/* `plain_too`: no name stands in front. */
static note_kind kind_of(const finder *f, uint32_t row, uint32_t col,
                         bool plain_too)
{
    text t = view_text(f->view, row, col), inner = unbracketed(t), key;
    const header_word *w;
    note_kind kind;

    if (view_cell(f->view, row, col)->type != CELL_STRING ||
        t.length > NOTE_BYTES || inner.length == 0)
        return NOTE_NONE;
    kind = formula_kind(inner);
    if (inner.length == t.length &&
        (kind != NOTE_NONE || !plain_too || t.length > PLAIN_BYTES))
        return kind; /* as most cells of data are */
    w = header_roles_find(f->roles, inner, f->context_year);
    if (inner.length < t.length)
        return kind == NOTE_FORMULA     ? kind
               : is_figure(w, inner) ? NOTE_NONE
                                     : NOTE_BRACKETED;
    return w->year_only || w->unit.length > 0 || unit_word(f->memory, t) ||
                   (fold_key(f->memory, &key, t) &&
                    text_in(key, plain, sizeof(plain) / sizeof(*plain)))
               ? NOTE_PLAIN : NOTE_NONE;
}

/* What stands above a note in the header: a name, figures, or nothing. */
typedef enum above {
    ABOVE_NOTHING, ABOVE_NAME, ABOVE_FIGURES, ABOVE_COSTS
} above;

static above what_is_above(const finder *f, const table *t, uint32_t col)
{
    above result = ABOVE_NOTHING;

    for (uint32_t row = t->top; row <= t->bottom; row++) {
        merge_range m = view_range(f->view, row, col);
        const header_word *w;

        if (!view_filled(f->view, row, col))
            continue;
        w = finder_word(f, m.row, m.col);
        if (w->year_only || role_is_figure(w->role) ||
            w->role == ROLE_RATE)
            return ABOVE_FIGURES;
        if (w->role == ROLE_COST)
            return ABOVE_COSTS;
        result = ABOVE_NAME;
    }
    return result;
}

bool finder_is_note_row(const finder *f, const table *t, uint32_t row)
{
    unsigned counts[NOTE_FORMULA + 1] = { 0 }, figures = 0, cells = 0,
             costs = 0;
    uint32_t first = row < f->view->grid->rows ? view_next(f->view, row, 0)
                                               : UINT32_MAX;

    if (first == UINT32_MAX || first < t->col ||
        row + 1 >= f->view->grid->rows ||
        view_next(f->view, row + 1, 0) == UINT32_MAX)
        return false;
    for (uint32_t c = first; c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        note_kind kind = kind_of(f, row, c, first > t->col);
        above head;

        if (kind == NOTE_NONE || c > t->last_col ||
            view_range(f->view, row, c).last_row > row)
            return false;
        head = what_is_above(f, t, c);
        if (head == ABOVE_NOTHING)
            return false;
        counts[kind]++;
        cells++;
        figures += head >= ABOVE_FIGURES;
        costs += head == ABOVE_COSTS;
    }
    /* A data row may hold grades A and B, or a lone unit; not formulas. */
    return figures > 0 &&
           (counts[NOTE_LETTER] == 0 || counts[NOTE_FORMULA] > 0) &&
           (counts[NOTE_PLAIN] == 0 || cells + costs > 1);
}

/* The 12 of (12), ⑫; 0 of other texts. */
static unsigned bracketed_count(text t)
{
    text inner = unbracketed(t);
    size_t at = 0, next = 0;
    unsigned count = 0;
    int digit;

    if (inner.length == t.length)
        return glyph_next(t, &at) != 0 && at == t.length ? glyph_circled(t)
                                                         : 0;
    for (; at < inner.length && count < COLUMNS_MOST &&
           (digit = glyph_digit(inner, at, &next)) >= 0;
         at = next)
        count = count * 10 + (unsigned)digit;
    return at == inner.length ? count : 0;
}

bool table_counts_columns(const sheet_view *v, uint32_t row)
{
    unsigned count = 0;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        text t = view_text(v, row, c);

        if (t.length == 0 || t.length > COUNT_BYTES ||
            bracketed_count(t) != count + 1)
            return false;
        count++;
    }
    return count >= COLUMNS_LEAST;
}

bool table_tells_entries(const sheet_view *v, uint32_t row)
{
    static const char *const kinds[] = {
        "文字", "文字列", "数値", "数字", "整数", "小数", "選択", "選択式",
        "自動", "自動計算", "自動入力", "自動表示", "計算", "計算式", "入力",
        "手入力", "記入", "記述", "自由記述", "テキスト", "リスト",
        "プルダウン", "プルダウン選択", "日付", "年月日", "必須", "任意",
        "入力不要", "記入不要",
    };
    unsigned cells = 0;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const cell *at = view_cell(v, row, c);

        if (at->type != CELL_STRING ||
            !text_in(unbracketed(view_cell_text(v, at)), kinds,
                     sizeof(kinds) / sizeof(*kinds)))
            return false;
        cells++;
    }
    return cells >= 3;
}

const header_word *table_note_word(arena *a, header_roles *roles, text note,
                                   int context_year, text *unit)
{
    static const char *const marks[] = { "、", "，", ",", "・", "：", ":" };
    text inner = unbracketed(note);
    const header_word *w = header_roles_find(roles, inner, context_year);

    *unit = w->unit;
    if (inner.length > 0 && unit->length == 0 && unit_word(a, inner))
        *unit = inner;
    for (size_t at = 0; at < inner.length && unit->length == 0;) {
        size_t end = inner.length, size = 0;

        for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
            size_t found = text_find(inner, marks[i], at);

            if (found != SIZE_MAX && found < end) {
                end = found;
                size = strlen(marks[i]);
            }
        }
        if (unit_word(a, text_trim(text_cut(inner, at, end))))
            *unit = text_trim(text_cut(inner, at, end));
        at = end + size;
    }
    return w;
}
