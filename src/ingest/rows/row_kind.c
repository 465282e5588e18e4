/*
 * row_kind.c - what a row of a sheet is: data, a heading, a note, a subtotal
 */
#include <string.h>

#include "ingest/header/title_words.h"
#include "ingest/header/unit_words.h"
#include "ingest/reader/department.h"
#include "ingest/reader/note_words.h"
#include "ingest/reader/row_band.h"
#include "ingest/reader/row_counts.h"
#include "ingest/rows/layout_rows.h"
#include "ingest/rows/row_words.h"
#include "ingest/table/line_note.h"
#include "ingest/table/table_tiers.h"
#include "wording/date_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { ASIDE_BYTES = 90 };

/* A row whose project or indicator is only a pattern: 例 | ○○○○事業. */
static bool example_row(const reader *r, const table *t, uint32_t row)
{
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        const cell *c = k->role == ROLE_PROJECT || k->role == ROLE_KPI
                            ? view_cell(&r->view, row, k->col) : NULL;

        if (c != NULL && row_is_example(view_cell_text(&r->view, c)))
            return true;
    }
    return false;
}

/* 小計 or （例）, merged over the rows of its figures in front of the
 * indicators: these are no data either. */
static row_kind hanging_kind(const reader *r, const table *t, uint32_t row,
                             text *what)
{
    for (size_t i = 0; i < t->count && t->columns[i].role != ROLE_KPI; i++) {
        const table_column *k = &t->columns[i];

        if ((!role_is_level(k->role) && k->role != ROLE_NONE) ||
            !view_hangs(&r->view, row, k->col))
            continue;
        *what = view_text(&r->view, row, k->col);
        if (table_may_sum(&r->view, row, k->col, r->context_year) &&
            table_is_subtotal(r->memory, *what))
            return ROW_SUBTOTAL;
        if (row_is_example(*what))
            return ROW_EXAMPLE;
    }
    return ROW_DATA;
}

/* A column of kinds in front of what the table names: 区分 | 事業名 | 指標. */
static bool leads_names(const table *t, const table_column *k)
{
    if (k->role != ROLE_IGNORED)
        return false;
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].col < k->col &&
            (role_is_level(t->columns[i].role) ||
             t->columns[i].role == ROLE_KPI))
            return false;
    return true;
}

static bool is_sum(text key)
{
    return text_is(key, "計") || text_is(key, "合計") ||
           text_is(key, "小計") || text_is(key, "総計");
}

/* Has a row a name beside that column: a project's or an indicator's, or one
 * of a level that begins there? */
static bool names_anything(const reader *r, const table *t, uint32_t row,
                           const table_column *beside)
{
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (k == beside || !view_filled(&r->view, row, k->col))
            continue;
        if (k->role == ROLE_PROJECT || k->role == ROLE_KPI ||
            (role_is_level(k->role) && !view_hangs(&r->view, row, k->col)))
            return true;
    }
    return false;
}

/* A label of the row says 小計; a KPI's own name (人口の合計) does not. */
static bool subtotal_row(const reader *r, const table *t, uint32_t row,
                         text *what)
{
    for (uint32_t c = view_next(&r->view, row, t->col); c <= t->last_col;
         c = view_next(&r->view, row, c + 1)) {
        const table_column *k = table_column_at(t, c);
        text words, key;

        if (k == NULL || (!role_is_level(k->role) && k->role != ROLE_NO &&
                          k->role != ROLE_CODE && k->role != ROLE_KPI &&
                          k->role != ROLE_BUREAU && k->role != ROLE_DIVISION &&
                          k->role != ROLE_NONE && !leads_names(t, k)))
            continue;
        words = view_text(&r->view, row, c);
        if ((k->role == ROLE_PROJECT || k->role == ROLE_NO) &&
            row_is_tally_alone(r->memory, words)) {
            *what = words;
            return true;
        }
        if (!table_may_sum(&r->view, row, c, r->context_year))
            continue;
        if (k->role == ROLE_KPI || k->role == ROLE_IGNORED ||
            k->role == ROLE_DIVISION) {
            if (!fold_key(r->memory, &key, words) ||
                !(is_sum(key) || (!names_anything(r, t, row, k) &&
                                  (k->role == ROLE_IGNORED ||
                                   text_starts(key, "平均")))))
                continue;
        }
        if (table_is_subtotal(r->memory, words)) {
            *what = words;
            return true;
        }
    }
    return false;
}

static bool sure_heading(heading_style style)
{
    return heading_has_word(style) || style == STYLE_ROMAN ||
           style == STYLE_ARROW;
}

/* The style of a line that has words in one column and nothing else. */
static heading_style lone_style(const reader *r, uint32_t row, uint32_t col)
{
    text no, title;

    if (row >= r->view.grid->rows || view_next(&r->view, row, 0) != col ||
        view_next(&r->view, row, col + 1) != UINT32_MAX ||
        view_cell(&r->view, row, col)->type != CELL_STRING)
        return STYLE_NONE;
    return heading_read(view_text(&r->view, row, col), &no, &title);
}

/* The first column, where headings begin: of projects, of whose they are, or
 * of their numbers, which are no words. */
static bool may_hold_headings(const table *t, const table_column *k,
                              text title)
{
    return k->role == ROLE_PROJECT ||
           (k->col == t->col && title.length > 0 &&
            (k->role == ROLE_NO || k->role == ROLE_BUREAU ||
             k->role == ROLE_DIVISION));
}

/* （1）若者の就職 between 基本目標Ⅰ and ▶ or a project, each alone in its line:
 * a heading though it stands in the projects' column. A project whose own
 * number looks the same is none, nor one that shares the indicator above. */
static bool stands_in_outline(const reader *r, const table *t, uint32_t row,
                              uint32_t col, heading_style style)
{
    const table_column *named = table_column_any(t, ROLE_KPI);
    text no, title;
    heading_style below;

    if ((!heading_is_numbered(style) && style != STYLE_PAREN_ROMAN) ||
        col != t->col || row + 1 >= r->view.grid->rows ||
        (named != NULL && view_hangs(&r->view, row, named->col)))
        return false;
    below = lone_style(r, row + 1, col);
    if (sure_heading(below) ||
        (below == STYLE_KANA && sure_heading(lone_style(r, row - 1, col))))
        return true;
    return row > t->bottom + 1 && sure_heading(lone_style(r, row - 1, col)) &&
           view_next(&r->view, row + 1, 0) == col &&
           view_next(&r->view, row + 1, col + 1) != UINT32_MAX &&
           heading_read(view_text(&r->view, row + 1, col), &no, &title) !=
               style;
}

/* メモ or codes behind an empty column of the header: what is kept beside the
 * table. */
static bool is_kept_aside(const table *t, uint32_t col)
{
    const table_column *k = table_column_at(t, col);

    return k != NULL && k > t->columns &&
           (k->role == ROLE_IGNORED || k->role == ROLE_CODE) &&
           k[-1].role == ROLE_NONE && k[-1].header[0] == '\0' &&
           k == t->columns + t->count - 1;
}

/* The same where but a memo stands beside it. */
static heading_style lone_in_table(const reader *r, const table *t,
                                   uint32_t row, uint32_t col)
{
    text no, title;
    uint32_t next;

    if (row >= r->view.grid->rows || view_next(&r->view, row, 0) != col ||
        view_cell(&r->view, row, col)->type != CELL_STRING)
        return STYLE_NONE;
    next = view_next(&r->view, row, col + 1);
    return next == UINT32_MAX || next > t->last_col || is_kept_aside(t, next)
               ? heading_read(view_text(&r->view, row, col), &no, &title)
               : STYLE_NONE;
}

/* 柱１ and 基本的方向①: words of levels that read alike, and are two. */
static bool other_word(heading_style style, text one, text other)
{
    const char *word;

    for (size_t i = 0; heading_has_word(style) &&
                       (word = heading_word(i)) != NULL; i++)
        if (text_starts(one, word) != text_starts(other, word))
            return true;
    return false;
}

/* 政策１, （１）交流 or ■交流 alone in the column of 施策, above a row that begins
 * with a 施策 of its own, marked in another way: what that belongs to. */
static bool stands_over_level(const reader *r, const table *t, uint32_t row,
                              uint32_t col, text words)
{
    text no, title, other;
    heading_style style = heading_read(words, &no, &title), below;
    uint32_t next = row + 1;

    style = heading_depth(style, no);
    if (style == STYLE_NONE || title.length == 0)
        return false;
    while (lone_in_table(r, t, next, col) != STYLE_NONE)
        next++;
    if (next >= r->view.grid->rows || !view_filled(&r->view, next, col) ||
        view_hangs(&r->view, next, col) ||
        reader_is_ditto(view_text(&r->view, next, col)) ||
        view_next(&r->view, next, col + 1) == UINT32_MAX)
        return false;
    other = view_text(&r->view, next, col);
    below = heading_read(other, &no, &title);
    if (style == STYLE_BULLET) /* ■ may mark one of the lines */
        return heading_is_numbered(below);
    return heading_depth(below, no) != style ||
           other_word(style, words, other);
}

/* １．しごと, ■雇用 alone in the column of the projects' numbers, above a row
 * that names a project: no number. */
static bool names_among_numbers(const reader *r, const table *t, uint32_t row,
                                const table_column *k, text title)
{
    const table_column *named;
    uint32_t next = row + 1;

    if (k->role != ROLE_NO || k->col != t->col ||
        title.length <= 2 * strlen("し") || text_ends(title, "。"))
        return false;
    named = table_column_any(t, ROLE_PROJECT);
    while (lone_in_table(r, t, next, k->col) != STYLE_NONE)
        next++;
    return named != NULL && next < r->view.grid->rows &&
           view_filled(&r->view, next, named->col) &&
           view_begins(&r->view, next, named->col);
}

/* Above the first table, or behind a gap below one. */
static bool is_apart(const reader *r, const table *t, uint32_t row)
{
    return t == NULL || (row > t->bottom + 1 &&
                         view_next(&r->view, row - 1, 0) == UINT32_MAX);
}

/* A lone cell: is it a heading? */
static bool is_banner(const reader *r, const table *t, uint32_t row,
                      uint32_t col, text words)
{
    text no, title;
    heading_style style = heading_read(words, &no, &title);
    merge_range m = view_range(&r->view, row, col);
    const table_column *k;
    uint32_t header_last;

    if (style == STYLE_NONE && heading_act(words) > 0 &&
        words.length <= 600 &&
        (t == NULL || (col == t->col &&
                       view_range(&r->view, row, col).last_row == row)))
        return true;
    if (t == NULL)
        return style != STYLE_NONE && style != STYLE_BULLET &&
               (style != STYLE_KANA || r->headings.has_theme) &&
               words.length <= 600;
    k = table_column_at(t, col);
    if (k != NULL && (k->role == ROLE_KPI || k->role == ROLE_ACTUAL) &&
        k->col != t->col)
        return false; /* an indicator's cell over its years */
    if (k != NULL && k->role == ROLE_KPI && row_band_groups(r, t, k, row))
        return true;
    header_last = view_range(&r->view, t->bottom, col).last_col;
    if (m.last_row == m.row && m.last_col > header_last && m.last_col > m.col)
        return true;
    if (m.last_row > m.row)
        return false;
    if (k != NULL && col == t->col && role_is_level(k->role) &&
        (k->role != ROLE_GOAL || k->policy) &&
        (style == STYLE_GOAL_WORD || style == STYLE_ROMAN))
        return true; /* 基本目標１ in the column of 施策, above its lines */
    if (k != NULL && col == t->col && role_is_level(k->role) &&
        k->role != ROLE_GOAL && k->role != ROLE_PROJECT &&
        stands_over_level(r, t, row, col, words))
        return true;
    if (sure_heading(style) && (col <= t->col || k == NULL ||
                                !role_is_level(k->role) ||
                                k->role == ROLE_PROJECT))
        return k == NULL || k->role == ROLE_PROJECT || k->role == ROLE_NO ||
               !role_is_level(k->role);
    if (k != NULL && style != STYLE_NONE &&
        names_among_numbers(r, t, row, k, title))
        return true;
    if (k != NULL && ((may_hold_headings(t, k, title) &&
                       stands_in_outline(r, t, row, col, style)) ||
                      row_band_leads(r, t, k, row)))
        return true;
    /* a style that headings of this sheet have used before */
    style = heading_depth(style, no);
    return style != STYLE_NONE && col <= t->col &&
           ((r->headings.has_goal && r->headings.goal_style == style) ||
            (r->headings.has_theme && r->headings.theme_style == style) ||
            (r->headings.has_part && r->headings.part_style == style)) &&
           (k == NULL || may_hold_headings(t, k, title) ||
            (k->role == ROLE_KPI && is_apart(r, t, row)));
}

static bool is_figure(role r)
{
    return role_is_figure(r) || r == ROLE_RATE;
}

/* 【要因分析】… merged over the columns of the figures: words about the
 * indicator above, and no indicator. */
static bool is_remark_line(const reader *r, const table *t, uint32_t row,
                           uint32_t col, text words)
{
    merge_range m = view_range(&r->view, row, col);
    const table_column *named = table_column_any(t, ROLE_KPI);
    size_t over = 0, all = 0;

    if (named == NULL || named->stacked_to != 0 || named->free_text ||
        col < named->col || m.last_row > row || m.last_col == m.col ||
        view_cell(&r->view, row, col)->type != CELL_STRING)
        return false;
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        all += is_figure(k->role);
        over += is_figure(k->role) && k->col >= m.col &&
                k->col <= m.last_col;
    }
    return over > 1 && over == all &&
           (text_starts(words, "【") || text_starts(words, "［") ||
            text_starts(words, "＜") || text_starts(words, "〔") ||
            text_find(words, "。", 0) != SIZE_MAX ||
            text_ends(words, "ため"));
}

/* 作成：平成29年7月 alone in its row. */
static bool tells_date(text words)
{
    text value;

    return glyph_colon(words, &value) != SIZE_MAX && date_words_alone(value);
}

/* A legend, or a sentence, alone in its row below names that are no
 * sentences. */
static bool is_said_below(const reader *r, const table *t, uint32_t row,
                          uint32_t col, text words)
{
    const table_column *names = table_column_any(t, ROLE_KPI),
                       *projects = table_column_any(t, ROLE_PROJECT);

    if (row <= t->bottom + 1 ||
        view_range(&r->view, row, col).last_row > row ||
        view_cell(&r->view, row, col)->type != CELL_STRING)
        return false;
    if (names == NULL) /* 来場者数 | < above 目標 | 実績 */
        return projects != NULL && col <= projects->col &&
               note_is_legend(words);
    if (names->free_text || names->stacked_to != 0 || col > names->col)
        return false;
    return note_is_legend(words) || note_explains_mark(words) ||
           note_on_figures(r, words) ||
           (text_ends(words, "。") && !view_hangs(&r->view, row, col));
}

/* ２．指標一覧, １　目標設定, Ⅱ　個票: a section of the document, no goal. */
static bool is_section(text words)
{
    static const char *const ends[] = { "一覧", "一覧表", "目標設定", "報告",
                                        "実績報告", "集計", "集計表", "個票",
                                        "個別票" };
    text no, title;
    heading_style style = heading_read(words, &no, &title);

    if (!heading_is_numbered(style) && style != STYLE_ROMAN)
        return false;
    return text_ends_in(title, ends, sizeof(ends) / sizeof(*ends)) ||
           title_is_document(title, 0); /* （１）活動指標 */
}

/* （次ページへ続く）, 前頁からの続き */
static bool is_carried_over(text words)
{
    static const char *const pages[] = { "ページ", "頁", "シート", "裏面",
                                         "別紙", "ﾍﾟｰｼﾞ" };
    bool page = false;

    if (words.length > ASIDE_BYTES || (text_find(words, "続", 0) == SIZE_MAX &&
                                       text_find(words, "つづ", 0) == SIZE_MAX))
        return false;
    for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++)
        page = page || text_find(words, pages[i], 0) != SIZE_MAX;
    words = unit_plain(words);
    return page || text_is(words, "続く") || text_is(words, "続き") ||
           text_is(words, "つづく") || text_is(words, "つづき");
}

/* 基本目標Ⅱ　… | 平成29年5月末現在: the second cell says nothing of the first. */
static bool is_aside(const reader *r, uint32_t row, uint32_t col)
{
    static const char *const ends[] = { "現在", "時点", "作成", "更新" };
    static const char *const starts[] = { "様式", "資料", "別紙", "別添" };
    text t = view_text(&r->view, row, col);

    if (view_next(&r->view, row, col + 1) != UINT32_MAX ||
        t.length > ASIDE_BYTES)
        return false;
    if (unit_is_line(t))
        return true;
    t = unit_plain(t); /* without brackets */
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        if (text_ends(t, ends[i]) && glyph_has_digit(t))
            return true;
    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        if (text_starts(t, starts[i]))
            return true;
    return false;
}

/* A cell of the row's own in the column of the outermost names, numbers at
 * most in front of it. */
static bool names_begin_at(const reader *r, const table *t, uint32_t row,
                           uint32_t col)
{
    if (view_range(&r->view, row, col).last_row > row)
        return false;
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].col < col && t->columns[i].role != ROLE_NO &&
            t->columns[i].role != ROLE_CODE &&
            t->columns[i].role != ROLE_IGNORED)
            return false;
    return true;
}

/* 政策２, （１）出会いの応援 left of the tables, alone in the row: a heading for
 * what follows. */
static bool heads_from_left(const reader *r, const table *t, uint32_t row,
                            uint32_t col, text words)
{
    heading_style style = lone_style(r, row, col);

    return row > t->bottom && style != STYLE_NONE && style != STYLE_BULLET &&
           view_range(&r->view, row, col).last_row == row &&
           words.length <= ASIDE_BYTES && !is_section(words) &&
           text_find(words, "。", 0) == SIZE_MAX;
}

row_kind row_kind_of(const reader *r, const table *t, uint32_t row,
                     text *what)
{
    uint32_t col = view_next(&r->view, row, 0), first, next;
    line_note note;
    const cell *c;

    *what = text_of("");
    if (col == UINT32_MAX)
        return ROW_BLANK;
    *what = view_text(&r->view, row, col);
    if (t != NULL) {
        first = view_next(&r->view, row, t->col);
        if (col < t->col && first > t->last_col &&
            (row_is_note(*what) ||
             view_range(&r->view, row, col).last_col <= t->col)) {
            text words = *what;

            return row_is_note(words)                            ? ROW_NOTE
                   : heads_from_left(r, t, row, col, words) ? ROW_BANNER
                                                             : ROW_BESIDE;
        }
        if (col >= t->col && first > t->last_col)
            return ROW_BESIDE;
        if (first <= t->last_col)
            col = first; /* else merged over the table from its left */
        *what = view_text(&r->view, row, col);
    }
    if (t != NULL && table_tier(t, &r->view, r->roles, row,
                                r->context_year) != ROLE_NONE)
        return ROW_DATA;
    next = view_next(&r->view, row, col + 1);
    if (next != UINT32_MAX && t != NULL && next > t->last_col)
        next = UINT32_MAX; /* a remark beside the table */
    if (next != UINT32_MAX && t != NULL && next == t->last_col &&
        is_kept_aside(t, next))
        next = UINT32_MAX;
    if (next != UINT32_MAX && is_apart(r, t, row) && is_aside(r, row, next))
        next = UINT32_MAX;
    if (t != NULL && (table_names_fields(&r->view, row) ||
                      row_explains_columns(r, t, row) ||
                      row_counts_beside(r, t, row) ||
                      row_notes_across(r, t, row, col, *what) ||
                      (row == t->bottom + 1 &&
                       table_tells_entries(&r->view, row))))
        return ROW_NOTE;
    if (t != NULL && (row_is_example(*what) || example_row(r, t, row)))
        return ROW_EXAMPLE;
    if (t != NULL && r->view.grid->merge_count > 0) {
        text label = *what;
        row_kind hanging = hanging_kind(r, t, row, &label);

        if (hanging != ROW_DATA) {
            *what = label;
            return hanging;
        }
    }
    if (next != UINT32_MAX && (row_band_owned(r, t, row, col, next) ||
                               (t != NULL &&
                                row_band_read(r, t, row, col, next, what))))
        return ROW_BANNER;
    if (next == UINT32_MAX || t == NULL) {
        c = view_cell(&r->view, row, col);
        if (department_of_line(*what).length > 0)
            return ROW_DEPARTMENT;
        if ((row_is_note(*what) &&
             (t == NULL || col == t->col ||
              (next == UINT32_MAX && (names_begin_at(r, t, row, col) ||
                                      text_starts(*what, "注"))))) ||
            (next == UINT32_MAX &&
             (is_section(*what) || tells_date(*what) ||
              (t != NULL && row_says_no_projects(*what)) ||
              is_carried_over(*what) || row_is_page_number(*what) ||
              (c->type == CELL_STRING && row_band_names_kind(r, *what)))))
            return ROW_NOTE;
        if (next == UINT32_MAX && t != NULL && c != NULL &&
            is_said_below(r, t, row, col, *what))
            return ROW_NOTE;
        if (next == UINT32_MAX && t != NULL && c != NULL &&
            c->type == CELL_STRING &&
            line_note_read(&note, r->memory, *what))
            return ROW_NOTE;
        if (next == UINT32_MAX && t != NULL && c != NULL &&
            c->type == CELL_STRING && row_tells_tally(r, t, row, *what))
            return ROW_SUBTOTAL;
        if (next == UINT32_MAX && c != NULL && c->type == CELL_STRING &&
            is_banner(r, t, row, col, *what))
            return ROW_BANNER;
        if (next == UINT32_MAX && t != NULL && row > t->bottom + 1 &&
            is_remark_line(r, t, row, col, *what))
            return ROW_NOTE;
    }
    if (t != NULL && (subtotal_row(r, t, row, what) ||
                      row_sums_up(&r->view, t, row) ||
                      row_counts_reached(&r->view, t, row) ||
                      row_counts_grades(r, t, row)))
        return ROW_SUBTOTAL;
    return ROW_DATA;
}
