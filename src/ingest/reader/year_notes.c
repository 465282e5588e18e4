/*
 * year_notes.c - 基準値は平成26年度、目標値は平成31年度: a note around a table dates
 * its baselines and targets
 *
 *     ※基準値は平成26年度、目標値は平成31年度     above or below the table
 *     進捗管理表（基準：R元、目標：R6）             in a bracket of the title
 *     基準年度 | R1 | 目標年度 | R6                 in cells of their own
 *     （計画期間：R6～R10）　※目標値は計画期間末の値
 */
#include "ingest/reader/year_notes.h"

#include <string.h>

#include "wording/glyph.h"

enum { NOTE_BYTES = 400, ROWS_ABOVE = 12, HEAD_ROWS = 6, ROWS_BELOW = 20,
       CELLS_MOST = 8 };

/* The longer words first. */
static const char *const base_words[] = {
    "基準年度", "基準年", "基準値", "基準", "現状値", "現状", "現況値", "現況",
    "当初値", "策定時の値", "計画策定時", "策定時",
};
static const char *const due_words[] = {
    "最終目標値", "最終目標", "目標年度", "目標年", "目標値", "数値目標",
    "目標",
};

/* Between such a word and its year. */
static const char *const links[] = {
    "については", "いずれも", "すべて", "全て", "原則として", "原則",
    "計画策定時", "策定時", "計画期間の最終年度", "計画期間最終年度",
    "計画の最終年度", "計画最終年度", "最終年度", "計画終了年度", "である",
    "は", ":", "=", "＝", "(", "〔", "[", "…", "、", "→", " ", "　",
    "」", "』", "欄", "の値", "の数値", /* 「目標」欄の数値は */
};
/* Behind the year, up to where the statement ends. */
static const char *const tails[] = {
    "年度", "末", "時点", "現在", "の値", "の数値", "の実績値", "の実績",
    "の見込み", "の見込", "の目標値", "の目標", "における", "に達成する",
    "までに", "まで", "実績値", "実績", "数値", "目標値", "値", "を基準",
    "を目標", "を設定", "を記載", "を示す", "もの", "としている",
    "としています", "とした", "とする", "とします", "です", "である", "を",
    "と", "する", "し", "で", ")", "〕", "]",
};
/* Then it holds for a part of the table only. */
static const char *const limits[] = {
    "ただし", "但し", "除く", "除き", "一部", "場合", "異なる", "以外",
};

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

/* Steps over all that stand there of a list. */
static size_t skip_words(text t, size_t at, const char *const *words,
                         size_t count)
{
    size_t size;

    while ((size = glyph_any(t, at, words, count)) > 0)
        at += size;
    return at;
}

/* （「－」は基準値なし）: a bracket behind the year that tells no figure. */
static bool is_aside(text t, size_t at)
{
    size_t next, depth = 0;

    for (; at < t.length; at = next)
        switch (glyph_at(t, at, &next)) {
        case GLYPH_OPEN:
            depth++;
            break;
        case GLYPH_CLOSE:
            if (--depth == 0)
                return true;
            break;
        case GLYPH_DIGIT:
            return false;
        default:
            break;
        }
    return false;
}

/* The year that is said behind a word; false where something else is. */
static bool year_behind(year_span *out, text t, size_t at, int context_year)
{
    size_t from = skip_words(t, at, links, COUNT(links)), size, next;

    if (from == at && glyph_at(t, at, &next) != GLYPH_SPACE)
        return false; /* 基準値R1 may be a header's */
    size = fiscal_year_read(out, t, from, context_year);
    if (size == 0 || out->to == 0 || out->from != 0 || out->open)
        return false;
    at = skip_words(t, from + size, tails, COUNT(tails));
    switch (glyph_at(t, at, &next)) {
    case GLYPH_END: case GLYPH_SPACE: case GLYPH_BREAK: case GLYPH_COMMA:
    case GLYPH_SLASH: case GLYPH_CLOSE: case GLYPH_NOTE:
        return true;
    case GLYPH_OPEN:
        return is_aside(t, at);
    case GLYPH_MARK:
        return text_starts(text_from(t, at), "。");
    default:
        return false;
    }
}

/* 計画期間：R6～R10 somewhere in the text, whose last year it is. */
static bool plan_ends(year_span *out, text t, int context_year)
{
    static const char *const names[] = { "計画期間", "計画の期間",
                                         "対象期間" };
    static const char *const joints[] = { "は", ":", "=", "＝", " ", "　",
                                          "(", "：", "（" };

    for (size_t i = 0; i < COUNT(names); i++)
        for (size_t at = text_find(t, names[i], 0); at != SIZE_MAX;
             at = text_find(t, names[i], at + 1)) {
            year_span span = { 0 };
            size_t from = skip_words(t, at + strlen(names[i]), joints,
                                     COUNT(joints));

            if (fiscal_year_read(&span, t, from, context_year) > 0 &&
                span.from != 0 && span.to > span.from) {
                *out = (year_span){ .to = span.to };
                return true;
            }
        }
    return false;
}

/* 目標値は計画期間末の値, beside the plan's period: of its last year. */
static bool end_behind(year_span *out, text t, size_t at, int context_year)
{
    static const char *const ends[] = {
        "計画期間末", "計画期間の末", "計画期間最終年度", "計画期間の最終年度",
        "計画期間終了", "計画最終年度", "計画の最終年度", "計画終了年度",
        "計画期間の終了", "計画期末",
    };
    static const char *const joints[] = { "は", "、", "：", ":", "＝" };
    size_t from = skip_words(t, at, joints, COUNT(joints));

    return from > at && glyph_any(t, from, ends, COUNT(ends)) > 0 &&
           plan_ends(out, t, context_year);
}

/* 中間目標値 is another one; 計画の目標値 is not. */
static bool begins_word(text t, size_t at)
{
    return at == 0 || !glyph_is_letter(glyph_class_before(t, at)) ||
           text_ends(text_cut(t, 0, at), "の");
}

/* Takes what a text says of either; what is known stays. */
static void note_read(struct noted_years *out, text t, int context_year)
{
    static const char *const begins[] = { "基準", "目標", "現", "当初",
                                          "策定時" };
    size_t next;

    if (t.length > NOTE_BYTES ||
        !text_contains_one(t, begins, COUNT(begins)) ||
        (!glyph_has_digit(t) && text_find(t, "元", 0) == SIZE_MAX))
        return;
    for (size_t i = 0; i < COUNT(limits); i++)
        if (text_find(t, limits[i], 0) != SIZE_MAX)
            return;
    for (size_t at = 0; at < t.length; at = next) {
        size_t size;
        year_span years = { 0 }, *into = &out->baseline;

        glyph_at(t, at, &next);
        size = glyph_any(t, at, base_words, COUNT(base_words));
        if (size == 0) {
            into = &out->target;
            size = glyph_any(t, at, due_words, COUNT(due_words));
        }
        if (size == 0)
            continue;
        next = at + size;
        if (begins_word(t, at) && into->to == 0 &&
            (year_behind(&years, t, at + size, context_year) ||
             (into == &out->target &&
              end_behind(&years, t, at + size, context_year))))
            *into = years;
    }
}

/* 基準年度 | R1: a label with the year in the cell beside it. */
static void read_pair(struct noted_years *out, const reader *r, uint32_t row,
                      uint32_t col, uint32_t beside)
{
    static const char *const bases[] = { "基準年度", "基準年" },
                      *const dues[] = { "目標年度", "目標年" };
    text label = view_text(&r->view, row, col);
    year_span years = { 0 }, *into;

    while (text_ends(label, "：") || text_ends(label, ":"))
        label = text_trim(text_cut(label, 0,
                                   glyph_back(label, label.length)));
    into = text_in(label, bases, COUNT(bases))  ? &out->baseline
           : text_in(label, dues, COUNT(dues)) ? &out->target : NULL;
    if (into != NULL && into->to == 0 &&
        fiscal_year_parse(&years, view_text(&r->view, row, beside),
                          r->context_year) &&
        years.to != 0 && years.from == 0 && !years.open)
        *into = years;
}

/* A line of words above the header; false ends the search: a row of data. */
static bool read_line(struct noted_years *out, const reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    struct noted_years found = { { 0 }, { 0 } };
    unsigned cells = 0;

    for (uint32_t c = view_next(v, row, 0), next; c != UINT32_MAX; c = next) {
        const cell *at = view_cell(v, row, c);

        next = view_next(v, row, c + 1);
        if (++cells > CELLS_MOST)
            return false;
        if (at->type == CELL_STRING && at->value.length <= NOTE_BYTES) {
            note_read(&found, view_text(v, row, c), r->context_year);
            if (next != UINT32_MAX)
                read_pair(&found, r, row, c, next);
        }
    }
    if (out->baseline.to == 0)
        out->baseline = found.baseline;
    if (out->target.to == 0)
        out->target = found.target;
    return true;
}

/* Lines of one cell below the data; behind the last gap they may be the
 * next table's. */
static void read_below(struct noted_years *out, const reader *r,
                       const table *t)
{
    const sheet_view *v = &r->view;
    uint32_t row = t->last_row + 1;
    bool apart = row >= v->grid->rows;

    for (unsigned n = 0; n < ROWS_BELOW && row-- > t->first_row; n++) {
        uint32_t c = view_next(v, row, 0), next;

        apart = apart || c == UINT32_MAX;
        if (c == UINT32_MAX || !apart)
            continue;
        next = view_next(v, row, c + 1); /* ※ | 基準値は… */
        if (next != UINT32_MAX && view_next(v, row, next + 1) != UINT32_MAX)
            return;
        if (view_cell(v, row, c)->type == CELL_STRING)
            note_read(out, view_text(v, row, c), r->context_year);
        if (next != UINT32_MAX && view_cell(v, row, next)->type == CELL_STRING)
            note_read(out, view_text(v, row, next), r->context_year);
    }
}

/* The only column of its kind without a year: 中間目標 | 最終目標 are two. */
static bool is_undated(const table *t, const table_column *k)
{
    role dated = k->role == ROLE_BASELINE ? ROLE_BASELINE_YEAR
                                          : ROLE_TARGET_YEAR;

    if ((k->role != ROLE_BASELINE && k->role != ROLE_TARGET) ||
        k->years.to != 0)
        return false;
    for (size_t i = 0; i < t->count; i++) {
        const table_column *other = &t->columns[i];

        if (other->role == dated || other->role == ROLE_YEAR ||
            (other != k && other->role == k->role &&
             other->block == k->block && other->years.to == 0))
            return false;
    }
    return true;
}

/* No column holds targets or their years: the indicators' own texts may. */
static bool has_no_targets(const table *t)
{
    return table_column_any(t, ROLE_KPI) != NULL &&
           table_column_any(t, ROLE_TARGET) == NULL &&
           table_column_any(t, ROLE_PLANNED) == NULL &&
           table_column_any(t, ROLE_TARGET_YEAR) == NULL;
}

static void settle(table *t, uint32_t col, year_span years)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].col == col)
            t->columns[i].years = years;
}

/* Takes what is not known yet. */
static void add_said(struct noted_years *to, const struct noted_years *from)
{
    if (to->baseline.to == 0)
        to->baseline = from->baseline;
    if (to->target.to == 0)
        to->target = from->target;
}

/* ※基準値は平成26年度の値 alone in one of the sheet's first rows, with a form's
 * labels between it and the table. */
static void read_head(struct noted_years *out, const reader *r, uint32_t to)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = 0; row < to && row < HEAD_ROWS; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c != UINT32_MAX && view_next(v, row, c + 1) == UINT32_MAX &&
            text_starts(view_text(v, row, c), "※"))
            read_line(out, r, row);
    }
}

struct noted_years year_notes_of(const reader *r, uint32_t from, uint32_t to)
{
    struct noted_years said = { { 0 }, { 0 } };
    uint32_t row = to;

    for (unsigned n = 0; row > from && n < ROWS_ABOVE; n++)
        if (!read_line(&said, r, --row))
            break;
    if (from == 0)
        read_head(&said, r, row);
    return said;
}

void year_notes_settle(reader *r, table *t, uint32_t floor, uint32_t head,
                       bool first)
{
    struct noted_years said, above;
    bool open = false, reported[2] = { false, false };

    for (size_t i = 0; i < t->count && !open; i++)
        open = is_undated(t, &t->columns[i]);
    open = open || has_no_targets(t);
    if (!open && (!first || t->last_row + 1 >= r->view.grid->rows))
        return; /* nor is there another table */
    said = year_notes_of(r, floor, t->top);
    if (first) {
        above = said;
        if (head < t->top) {
            struct noted_years title = year_notes_of(r, 0, head);

            add_said(&above, &title);
        }
        add_said(&above, &r->noted_above); /* a table on its side */
        r->noted_above = above;
    }
    read_below(&said, r, t);
    add_said(&said, &r->noted_above);
    if (has_no_targets(t)) {
        t->due = said.target;
        for (unsigned b = 0; t->parts != NULL && b <= t->blocks; b++)
            t->parts[b].due = said.target;
    }
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        bool base = k->role == ROLE_BASELINE;
        year_span years = base ? said.baseline : said.target;

        if (years.to == 0 || !is_undated(t, k))
            continue;
        if (!reported[base]) /* once for all indicators side by side */
            reader_finding(r, base ? "baseline-year-inferred"
                                   : "target-year-inferred",
                           k->head_row, k->col, text_of(k->header),
                           reader_year(r, years.to), NULL, NULL);
        reported[base] = true;
        for (unsigned b = 0; t->parts != NULL && b <= t->blocks; b++)
            settle(&t->parts[b], k->col, years);
        settle(t, k->col, years);
    }
}
