/*
 * sheet_headings.c - headings between rows, and lines that hold for what
 * follows: whose it is, which year's
 */
#include "ingest/form/grant_parts.h"
#include "ingest/header/department_words.h"
#include "ingest/walk/sheet_walk_parts.h"

#include <string.h>

#include "ingest/header/office_name.h"
#include "ingest/header/unit_words.h"
#include "ingest/reader/department.h"
#include "ingest/reader/row_band.h"
#include "ingest/reader/title_heading.h"
#include "wording/glyph.h"

enum {
    SAME_COLUMNS = 4, /* of two headers, to be taken for one */
    DEPARTMENT_BYTES = 60, YEAR_LINE_BYTES = 60, HEADING_BYTES = 360,
    AIM_BYTES = 150,
    PAIR_LINES = 6 /* labels that a table may have above it */
};

static bool has(text t, const char *word)
{
    return text_find(t, word, 0) != SIZE_MAX;
}

/* The cell behind those of the heading; its number may have one of its own. */
static uint32_t beside_banner(const walk *w, uint32_t row, text what)
{
    const sheet_view *v = &w->reader->view;
    uint32_t first = view_next(v, row, 0),
             second = view_next(v, row, first + 1);
    text title;

    if (second == UINT32_MAX)
        return second;
    title = view_text(v, row, second);
    return title.length < what.length &&
                   text_equal(text_from(what, what.length - title.length),
                              title)
               ? view_next(v, row, second + 1)
               : second;
}

bool walk_leads_up_to(const walk *w, uint32_t row)
{
    return w->next < w->tables.count && row < w->tables.items[w->next].top &&
           w->tables.items[w->next].top - row <= PAIR_LINES;
}

/* ④　創業の促進 / （基本目標Ⅰ　しごとをつくる）: the goal of the theme above it. */
static bool take_bracketed_goal(reader *r, text what)
{
    text no, title, goal = office_unbracketed(what);

    if (goal.length == what.length || r->headings.has_goal ||
        heading_read(goal, &no, &title) != STYLE_GOAL_WORD)
        return false;
    if (!headings_take_outer(&r->headings, r->memory, goal))
        r->failed = true;
    return true;
}

/* しごとをつくる above テーマ：創業の促進, as the last line above a table: an aim
 * with no number, and no title of a document, which ends in a noun. */
static void take_aim_above(walk *w, uint32_t row, text what)
{
    static const char *const ends[] = { "る", "す", "く", "ぐ", "む", "ぶ",
                                        "つ", "う" };
    reader *r = w->reader;
    const sheet_view *v = &r->view;
    uint32_t col = row > 0 ? view_next(v, row - 1, 0) : UINT32_MAX;
    text no, title, aim;

    if (w->current != NULL || r->headings.has_goal || col == UINT32_MAX ||
        view_next(v, row - 1, col + 1) != UINT32_MAX ||
        heading_read(what, &no, &title) != STYLE_THEME_WORD)
        return;
    aim = view_text(v, row - 1, col);
    if (aim.length > AIM_BYTES ||
        heading_read(aim, &no, &title) != STYLE_NONE ||
        !text_ends_in(aim, ends, sizeof(ends) / sizeof(*ends)))
        return;
    r->headings.has_goal = true;
    r->headings.goal = (heading){ "", reader_line(r, aim) };
    reader_finding(r, "heading-uncertain", row - 1, col, aim, NULL, NULL,
                   NULL);
}

/* Ⅰ　基本情報 below 基本目標　まちを磨く: a part of a form, and no goal. */
static bool heads_part(const reader *r, text what)
{
    text no, title;

    return r->headings.has_goal &&
           r->headings.goal_style == STYLE_GOAL_WORD &&
           heading_read(what, &no, &title) == STYLE_ROMAN &&
           form_is_section(r, what);
}

static bool begins_problem(const sheet_view *v, uint32_t row)
{
    uint32_t c = row < v->grid->rows ? view_next(v, row, 0) : UINT32_MAX;

    return c != UINT32_MAX &&
           text_starts(heading_unmarked(view_text(v, row, c)), "課題");
}

/* 課題１　人手の不足 and 課題２　財源の確保 right below each other: what is hard, and
 * none of them a level with projects of its own. */
static bool lists_problems(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;

    return begins_problem(v, row) && ((row > 0 && begins_problem(v, row - 1)) ||
                                      begins_problem(v, row + 1));
}

void walk_take_banner(walk *w, uint32_t row, text what)
{
    reader *r = w->reader;
    text no, title;
    uint32_t beside_it = beside_banner(w, row, what);
    text office = row_band_office(&what);
    unsigned level;
    bool named;

    walk_flush(w);
    walk_end_sort(w, row);
    if (lists_problems(w, row)) {
        reader_ignore(r, row, row, "note", what);
        return;
    }
    if (take_bracketed_goal(r, what))
        return;
    if (walk_leads_up_to(w, row))
        what = title_heading_alone(r, what);
    walk_end_pairs(w);
    level = headings_level(&r->headings, what);
    if (office.length > 0 || beside_it != UINT32_MAX ||
        (r->department_beside && level <= r->department_level)) {
        r->department_level = level;
        r->department_beside = office.length > 0 || beside_it != UINT32_MAX;
        r->heading_department =
            office.length > 0          ? reader_line(r, office)
            : beside_it != UINT32_MAX
                ? reader_line(r, department_beside(
                                     view_text(&r->view, row, beside_it)))
                : "";
    }
    named = heading_read(what, &no, &title) != STYLE_NONE ||
            heading_act(what) > 0;
    if (w->current == NULL &&
        (!named || (!r->headings.has_goal && title_heading_several(what))))
        return;
    if (w->current != NULL && !named) {
        if (text_find(what, "。", 0) != SIZE_MAX ||
            what.length > HEADING_BYTES) {
            reader_ignore(r, row, row, "note", what);
            return;
        }
        reader_finding(r, "heading-uncertain", row,
                       view_next(&r->view, row, 0), what, NULL, NULL, NULL);
    }
    if (heads_part(r, what)) {
        reader_ignore(r, row, row, "note", what);
        return;
    }
    walk_end_project(w);
    w->band_end = row + 1;
    take_aim_above(w, row, what);
    if (!headings_take(&r->headings, r->memory, what))
        r->failed = true;
}

/* 環境局 alone above 事業 | 指標 | 120, where no column says whose they are, or
 * only which 課. */
static bool leads_projects(const walk *w, uint32_t row, text t)
{
    const table *now = w->current;

    return office_name(t) && table_column_any(now, ROLE_PROJECT) != NULL &&
           table_column_any(now, ROLE_BUREAU) == NULL &&
           (table_column_any(now, ROLE_DIVISION) == NULL ||
            !text_ends(t, "課")) &&
           row + 1 < w->reader->view.grid->rows &&
           row_has_figure(w->reader, now, row + 1);
}

/* Without bullets in front and brackets around it. */
static text without_marks(text t)
{
    static const char *const starts[] = { "■", "●", "◆", "▼", "○", "【", "＜",
                                          "〈", "《", "≪", "［", "〔" },
                      *const ends[] = { "】", "＞", "〉", "》", "≫", "］",
                                        "〕" };
    const size_t width = strlen("■"); /* of each */

    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        while (text_starts(t, starts[i]))
            t = text_trim(text_from(t, width));
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        while (text_ends(t, ends[i]))
            t = text_trim(text_cut(t, 0, t.length - width));
    return t;
}

/* 産業部〔商工課, whose last bracket was taken for one around all: both of them as
 * one office; no office is （1）創業支援〔産業部 商工課, a heading with its own. */
static bool joins_office(reader *r, text *bare)
{
    size_t open = SIZE_MAX, behind = 0, next;
    text front, inner;

    if (!glyph_leaves_open(*bare))
        return true;
    for (size_t at = 0; at < bare->length; at = next)
        if (glyph_at(*bare, at, &next) == GLYPH_OPEN) {
            open = at;
            behind = next;
        }
    front = text_trim(text_cut(*bare, 0, open));
    inner = text_trim(text_from(*bare, behind));
    if (!office_name(front) || !office_name(inner))
        return false;
    *bare = text_of(department_joined(r, front, inner));
    return true;
}

/* 【経営課題３】信頼される区役所: the words of a level, and no office. */
static bool is_level(text t)
{
    text no, title;
    heading_style style = heading_read(t, &no, &title);

    return no.length > 0 && title.length > 0 &&
           heading_has_word(style);
}

/* ■ 環境局, 【環境局】, 【所管】環境局: whose all that follows is. */
static bool takes_department(walk *w, uint32_t row, text t)
{
    reader *r = w->reader;
    text bare, led;
    size_t last = SIZE_MAX;

    /* 進捗調査票　【企画調整局】 */
    for (size_t at = 0; text_ends(t, "】") &&
                        (at = text_find(t, "【", at)) != SIZE_MAX; at++)
        last = at;
    bare = text_starts(t, "【") ? department_of_line(t) : text_of("");
    if (bare.length == 0)
        bare = without_marks(last != SIZE_MAX ? text_from(t, last) : t);
    if (bare.length == 0 || bare.length > DEPARTMENT_BYTES ||
        !department_like(bare) || has(bare, "。") || is_level(t) ||
        (bare.length == t.length &&
         (w->current == NULL ||
          (view_range(&r->view, row, view_next(&r->view, row, 0)).last_col ==
               view_next(&r->view, row, 0) &&
           !leads_projects(w, row, bare)))) ||
        !joins_office(r, &bare))
        return false;
    led = department_of_line(bare); /* 担当部署：経済部　商工課 across the table */
    if (led.length > 0)
        bare = led;
    walk_flush(w);
    walk_end_sort(w, row);
    r->heading_department = reader_line(r, bare);
    r->department_beside = false;
    w->gap = false;
    return true;
}

/* Nothing but a year, with brackets or bullets around it. */
static bool is_year_alone(text t, size_t start, size_t end)
{
    size_t next;

    for (size_t at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (at >= start && at < end)
            next = end;
        else if (c != GLYPH_OPEN && c != GLYPH_CLOSE && c != GLYPH_BULLET &&
                 c != GLYPH_MARK && !glyph_is_space(c))
            return false;
    }
    return true;
}

/* The same header, but for columns that one year has and the other has not:
 * the newest is rated. */
static bool repeats(const table *a, const table *b)
{
    size_t same = 0, n = 0, fewer = a->count < b->count ? a->count : b->count;

    if (table_same_columns(a, b))
        return true;
    for (size_t i = 0; i < a->count; i++) {
        size_t k = n;

        while (k < b->count &&
               strcmp(a->columns[i].header, b->columns[k].header) != 0)
            k++;
        if (k == b->count)
            continue;
        same += a->columns[i].header[0] != '\0';
        n = k + 1;
    }
    return same >= SAME_COLUMNS && same + 1 >= fewer;
}

/* A table a year, one below the other: the next header stands there again. */
static bool leads_to_repeated(const walk *w, uint32_t row)
{
    const table *t = w->tables.items;

    return w->next < w->tables.count && walk_leads_up_to(w, row) &&
           ((w->next > 0 && repeats(&t[w->next - 1], &t[w->next])) ||
            (w->next + 1 < w->tables.count &&
             repeats(&t[w->next], &t[w->next + 1])));
}

/* 【平成28年度実績】, or 【平成28年度】 above a table that others repeat: the year
 * of the figures below. 平成29年5月31日現在 below 平成28年度実績報告書 is none. */
static bool takes_year(walk *w, uint32_t row, text t)
{
    static const char *const words[] = { "実績", "結果", "状況", "年度分",
                                         "報告", "対象年度", "評価年度",
                                         "報告年度", "実施年度" };
    reader *r = w->reader;
    year_span span = { 0 }, again = { 0 };
    size_t start, end, from, to;
    bool named = false;

    if (t.length > YEAR_LINE_BYTES ||
        !fiscal_year_find(&span, &start, &end, t, r->context_year) ||
        span.to == 0 || span.from != 0 || span.until || span.open ||
        fiscal_year_find(&again, &from, &to, text_from(t, end),
                         r->context_year))
        return false;
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        named = named || has(t, words[i]);
    named = named ||
            (is_year_alone(t, start, end) &&
             (r->stated_year == 0 || !has(t, "日")) &&
             leads_to_repeated(w, row));
    if (!named || has(t, "目標") || has(t, "計画"))
        return false;
    walk_flush(w);
    r->heading_year = span.to;
    return true;
}

/* Does such a line hold for what follows? It is as near to the next table as
 * to the one above; within a table the line above the first one begins
 * alike, or others were right above their rows before. */
static bool holds_below(const walk *w, uint32_t row, text line)
{
    const sheet_view *v = &w->reader->view;
    bool follows = row + 1 < v->grid->rows &&
                   view_next(v, row + 1, 0) != UINT32_MAX;

    if (walk_leads_up_to(w, row))
        return follows || row == 0 || view_next(v, row - 1, 0) == UINT32_MAX;
    return follows && w->current != NULL &&
           (w->reader->heading_department[0] != '\0' ||
            (w->reader->own_label[0] != '\0' &&
             text_equal(department_label(line),
                        text_of(w->reader->own_label)))) &&
           row_has_figure(w->reader, w->current, row + 1);
}

/* （単位：人）, （括弧内は単位） */
static bool is_about_units(text t)
{
    return unit_is_line(t) ||
           (t.length <= DEPARTMENT_BYTES && text_find(t, "単位", 0) != SIZE_MAX &&
            office_unbracketed(t).length < t.length);
}

/* Alone in its row, but for the unit of the table below. */
static bool stands_alone(const walk *w, uint32_t row, uint32_t col)
{
    const sheet_view *v = &w->reader->view;
    uint32_t next = view_next(v, row, col + 1);

    return next == UINT32_MAX ||
           (view_next(v, row, next + 1) == UINT32_MAX &&
            walk_leads_up_to(w, row) &&
            is_about_units(view_text(v, row, next)));
}

bool walk_take_submitter(walk *w, uint32_t row)
{
    reader *r = w->reader;
    uint32_t col = view_next(&r->view, row, 0);
    text line, office;

    if (w->tables_read == 0 || col == UINT32_MAX ||
        !stands_alone(w, row, col))
        return false;
    line = view_text(&r->view, row, col);
    office = department_of_line(line);
    if (office.length == 0 || !department_like(office) ||
        (r->heading_department[0] == '\0' &&
         text_equal(office, text_of(r->own_department))) ||
        !holds_below(w, row, line))
        return false;
    walk_flush(w);
    r->heading_department = reader_line(r, office);
    r->department_beside = false;
    return true;
}

/* 済 beside the table, behind an empty cell, is a clerk's remark. */
static bool says_nothing_else(const walk *w, uint32_t row, uint32_t col)
{
    const sheet_view *v = &w->reader->view;
    uint32_t next = view_next(v, row, col + 1);

    return next == UINT32_MAX ||
           (w->current != NULL && next > w->current->last_col + 1 &&
            view_next(v, row, next + 1) == UINT32_MAX);
}

/* 【環境局】 in the column of the projects, behind an empty one of levels. */
static bool is_office_inside(const walk *w, uint32_t row, uint32_t col)
{
    const table_column *k = table_column_at(w->current, col);

    return k != NULL && k->role == ROLE_PROJECT &&
           office_name(without_marks(view_text(&w->reader->view, row, col)));
}

bool walk_take_line(walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;
    uint32_t col = view_next(v, row, 0);
    const cell *c = col == UINT32_MAX ? NULL : view_cell(v, row, col);

    if (c == NULL || c->type != CELL_STRING ||
        !says_nothing_else(w, row, col) ||
        (w->current != NULL && view_range(v, row, col).last_row > row))
        return false;
    if (w->current != NULL && col > w->current->col)
        return is_office_inside(w, row, col) &&
               takes_department(w, row, view_text(v, row, col));
    return walk_take_grade(w, row, view_text(v, row, col)) ||
           walk_take_sort(w, row, view_text(v, row, col)) ||
           takes_department(w, row, view_text(v, row, col)) ||
           takes_year(w, row, view_text(v, row, col));
}
