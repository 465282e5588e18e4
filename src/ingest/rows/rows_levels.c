/*
 * rows_levels.c - goal, theme, part and measure beside a table's rows
 */
#include <string.h>

#include "ingest/header/level_number.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/department.h"
#include "ingest/rows/rows_parts.h"

enum { RANK_OUTLINE = 12 }; /* of 大綱, which 基本目標 may have above it */

const role rows_level_roles[LEVELS] = { ROLE_GOAL, ROLE_THEME, ROLE_PART,
                                        ROLE_MEASURE };

bool rows_take_labels(rows_reader *w, uint32_t row)
{
    bool changed = false;

    if (w->table->tier_count > 0)
        return rows_take_tier(w, row);
    for (size_t i = 0; i < LEVELS; i++) {
        const table_column *k = w->levels[i];
        text t;

        if (k == NULL)
            continue;
        t = view_text(&w->reader->view, row, k->col);
        if (t.length == 0) {
            if (changed)
                w->labels[i] = text_of("");
            continue;
        }
        if (reader_is_ditto(t) || text_equal(t, w->labels[i]))
            continue;
        w->labels[i] = t;
        w->numbers[i] = rows_level_number(w, k, row);
        changed = true;
    }
    return changed;
}

text rows_innermost_label(const rows_reader *w)
{
    for (size_t i = LEVELS; i-- > 0;)
        if (w->levels[i] != NULL && w->labels[i].length > 0)
            return w->labels[i];
    return text_of("");
}

/* ⇒ or ■ in front of a measure, but not the first of ○○地区. */
static text unmarked(text label)
{
    text no, title, rest;
    heading_style style = heading_read(label, &no, &title);

    return (style == STYLE_ARROW || style == STYLE_BULLET) &&
                   heading_read(title, &no, &rest) != style
               ? title : label;
}

/* 施策①　若者の就職 above a column 具体的な取組, or the like: it is what they belong
 * to. */
static void lift_measure(reader *r, project *p, text label)
{
    text no, title, inner, rest;

    if (p->has_theme || p->measure[0] == '\0' ||
        heading_read(text_of(p->measure), &no, &title) !=
            STYLE_MEASURE_WORD || title.length == 0)
        return;
    heading_read(label, &inner, &rest);
    if (text_equal(title, rest))
        return;
    reader_set_heading(r, &p->has_theme, &p->theme, text_of(p->measure));
}

/* ① 人の流れ above a column 施策の方向 and no further one: what the column names is
 * below the theme that the heading names. */
static bool below_theme(const rows_reader *w, const char *title)
{
    const headings *h = &w->reader->headings;

    for (size_t i = 0; i < LEVELS; i++)
        if (w->levels[i] != NULL && rows_level_roles[i] != ROLE_THEME)
            return false;
    return h->has_theme && !h->has_part && h->measure[0] == '\0' &&
           strcmp(h->theme.title, title) != 0;
}

/* ⑦ まちの展開 above a column 柱 with (i), (ii): its parts. */
static bool is_part_of_theme(const rows_reader *w, size_t level)
{
    const headings *h = &w->reader->headings;
    heading_style style;
    text no, title;

    if (!h->has_theme || h->has_part || h->theme.no[0] == '\0' ||
        table_column_any(w->table, ROLE_PART) != NULL)
        return false;
    style = heading_read(w->labels[level], &no, &title);
    return no.length > 0 && style != STYLE_BULLET && style != h->theme_style;
}

/* 基本戦略１ above a column 施策大綱 and no theme: what the column names is below
 * the goal that the heading names, for it says nothing of itself. */
static bool is_below_goal(const rows_reader *w, size_t level,
                          const char *title)
{
    const headings *h = &w->reader->headings;
    text no, rest;

    return h->has_goal && !h->has_theme && h->goal_word == NULL &&
           h->goal_style == STYLE_GOAL_WORD &&
           w->levels[level]->rank == RANK_OUTLINE &&
           table_column_any(w->table, ROLE_THEME) == NULL &&
           strcmp(h->goal.title, title) != 0 &&
           !heading_has_word(heading_read(w->labels[level], &no, &rest));
}

static void take_measure(rows_reader *w, project *p, text label, size_t level)
{
    p->measure = reader_line(w->reader, unmarked(label));
    p->measure_no = reader_text(w->reader,
                                heading_number_alone(w->numbers[level]));
}

/* What stands in a column of measures says its level itself: 施策体系 |
 * 基本目標１　しごとをつくる. */
static bool take_outer(rows_reader *w, project *p, text label)
{
    reader *r = w->reader;
    text no, title;
    const header_word *word;
    heading head;

    if (p->has_goal || p->has_theme || p->measure[0] != '\0')
        return false;
    word = level_number_read(r->roles, r->context_year, label, &no, &title);
    if (word == NULL ||
        (word->role != ROLE_GOAL && word->role != ROLE_THEME))
        return false;
    head = (heading){ reader_text(r, no), reader_line(r, title) };
    p->has_goal = word->role == ROLE_GOAL;
    p->has_theme = !p->has_goal;
    if (p->has_goal)
        p->goal = head;
    else
        p->theme = head;
    return true;
}

/* 政策１　ひとを育てる　＞　施策1-1　学校, in such a column: the level further out is
 * taken, and what stands behind the sign is left for the measure. */
static bool take_outer_of_path(rows_reader *w, project *p, text *label)
{
    reader *r = w->reader;
    text inner, no, title;
    size_t next, end = heading_path_end(*label, 0, &next);
    const header_word *word;

    if (end == label->length)
        return false;
    inner = text_trim(text_from(*label, next));
    word = level_number_read(r->roles, r->context_year, inner, &no, &title);
    if (word == NULL || word->role != ROLE_MEASURE ||
        heading_path_end(inner, 0, &next) < inner.length)
        return false;
    p->measure = ""; /* a title above says less */
    if (!take_outer(w, p, text_trim(text_cut(*label, 0, end))))
        return false;
    *label = text_from(inner, (size_t)(no.bytes - inner.bytes));
    return true;
}

bool layout_rows_below_goal(const headings *h, const table_column *k)
{
    return k->policy && h->has_goal &&
           (k->rank <= RANK_OUTLINE || heading_has_word(h->goal_style));
}

/* 方向 behind テーマ, which stands for the theme below a heading 基本目標: the level
 * that no column has, between the theme and the project. */
static bool take_below_lifted(rows_reader *w, project *p, heading head,
                              size_t level)
{
    if (w->levels[LEVELS - 1] == NULL) {
        take_measure(w, p, w->labels[level], level);
        return true;
    }
    if (w->levels[level + 1] != NULL)
        return false;
    p->has_part = true;
    p->part = head;
    return true;
}

void rows_take_level_offices(rows_reader *w)
{
    w->level_bureau = w->level_division = text_of("");
    if (table_column_any(w->table, ROLE_BUREAU) != NULL ||
        table_column_any(w->table, ROLE_DIVISION) != NULL)
        return;
    for (size_t i = 0; i < LEVELS; i++) {
        text front = w->labels[i], office;

        if (w->levels[i] == NULL || front.length == 0)
            continue;
        office = office_in_brackets(w->labels[i], &front);
        if (!rows_heads_offices(w->reader, w->levels[i]->header))
            office = department_beside(office);
        if (office.length == 0)
            continue;
        w->labels[i] = front;
        if (department_is_division(office))
            w->level_division = office;
        else
            w->level_bureau = office;
    }
}

void rows_set_levels(rows_reader *w, project *p)
{
    reader *r = w->reader;
    const headings *h = &r->headings;
    bool lifted = false;

    p->has_goal = h->has_goal;
    p->goal = h->goal;
    p->has_theme = h->has_theme;
    p->theme = h->theme;
    p->has_part = h->has_part;
    p->part = h->part;
    p->measure = h->measure;
    for (size_t i = 0; i < LEVELS; i++) {
        heading head = { "", "" };
        text label;

        if (w->levels[i] == NULL || w->labels[i].length == 0)
            continue;
        if (rows_level_roles[i] == ROLE_MEASURE) {
            label = w->labels[i];
            if (!take_outer_of_path(w, p, &label)) {
                lift_measure(r, p, label);
                if (take_outer(w, p, label))
                    continue;
            }
            take_measure(w, p, label, i);
            continue;
        }
        if (!heading_from_column(&head, r->memory, w->labels[i],
                                 text_of(w->levels[i]->header)))
            r->failed = true;
        if (head.no[0] == '\0')
            head.no = reader_line(r, w->numbers[i]);
        if (rows_level_roles[i] == ROLE_GOAL &&
            layout_rows_below_goal(h, w->levels[i]) &&
            strcmp(h->goal.title, head.title) != 0) {
            /* 基本目標 above 政策, or above （１） above that */
            if (h->has_theme && h->measure[0] == '\0' &&
                w->levels[LEVELS - 1] == NULL) {
                take_measure(w, p, w->labels[i], i);
                continue;
            }
            if (is_part_of_theme(w, i)) {
                p->has_part = true;
                p->part = head;
                continue;
            }
            lifted = true;
            p->has_theme = true;
            p->theme = head;
        } else if (rows_level_roles[i] == ROLE_GOAL &&
                   is_below_goal(w, i, head.title)) {
            p->has_theme = true;
            p->theme = head;
        } else if (rows_level_roles[i] == ROLE_GOAL) {
            if (h->goal_word != NULL && !p->has_theme) {
                p->has_theme = true; /* 政策 above a column 基本目標 */
                p->theme = h->goal;
            }
            p->has_goal = true;
            p->goal = head;
        } else if (rows_level_roles[i] == ROLE_THEME &&
                   below_theme(w, head.title)) {
            take_measure(w, p, w->labels[i], i);
        } else if (rows_level_roles[i] == ROLE_THEME &&
                   is_part_of_theme(w, i)) {
            p->has_part = true;
            p->part = head;
        } else if (rows_level_roles[i] == ROLE_THEME &&
                   !(lifted && take_below_lifted(w, p, head, i))) {
            p->has_theme = true;
            p->theme = head;
        } else if (rows_level_roles[i] == ROLE_PART) {
            p->has_part = true;
            p->part = head;
        }
    }
}
