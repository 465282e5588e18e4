/*
 * table_names.c - names beside names, where no header tells them apart
 *
 *     （no header）          | R3 | R4
 *     里山の保全 | 参加者数 | 52 | 61
 *     ^          | 植樹本数 | 260 | 300
 *
 * and names below a corner that speaks of the years beside them:
 *
 *     年度     | R3 | R4
 *     参加者数 | 52 | 61
 */
#include <string.h>

#include "ingest/table/table_parts.h"

#include "ingest/header/office_name.h"

enum { NAME_BYTES = 75 };

/* Does a column have a cell over several of the table's rows? */
static bool spans_rows(const deciding *d, uint32_t col)
{
    for (uint32_t row = d->t->first_row;
         row < d->t->last_row && row < d->view->grid->rows; row++)
        if (view_filled(d->view, row, col) &&
            view_range(d->view, row, col).last_row > row)
            return true;
    return false;
}

/* Words of its own in each row that says something behind it. */
static bool names_each_row(const deciding *d, uint32_t col)
{
    unsigned names = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        const cell *c = view_cell(d->view, row, col);

        if (view_next(d->view, row, col + 1) == UINT32_MAX)
            continue;
        if (c == NULL || c->type != CELL_STRING ||
            !view_begins(d->view, row, col))
            return false;
        names++;
    }
    return names > 1;
}

/* A header that says nothing, or of a table's corner: 年度 over the names. */
static bool is_open(const deciding *d, const table_column *k)
{
    role r = header_roles_find(d->roles, text_of(k->header),
                               d->context_year)->role;

    return k->years.to == 0 &&
           (k->role == ROLE_NONE || k->role == ROLE_IGNORED ||
            k->role == ROLE_BREAKDOWN) &&
           (k->header[0] == '\0' || r == ROLE_NONE || r == ROLE_YEAR ||
            r == ROLE_LINE || r == ROLE_NAME);
}

/* 指標の実績 in front of R5 | R6 tells what the columns beside it hold, its own
 * the names. */
static bool tells_figures(const deciding *d)
{
    const table_column *first = d->columns;
    size_t n = 1;

    if (d->count == 0 || first->role != ROLE_ACTUAL || !first->exact ||
        first->years.to != 0 || !text_starts(text_of(first->header), "指標"))
        return false;
    while (n < d->count && first[n].role == ROLE_NONE) /* of a merged header */
        n++;
    return n < d->count && first[n].years.to != 0;
}

/* 年度 above nothing but words, where nothing else is the indicators'. */
static void take_corner(deciding *d)
{
    bool tells;

    if (columns_count(d, ROLE_KPI) + columns_count(d, ROLE_NAME) > 0)
        return;
    tells = tells_figures(d);
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        role r = header_roles_find(d->roles, text_of(k->header),
                                   d->context_year)->role;
        content n;

        if (!(tells && i == 0) &&
            (k->role != ROLE_IGNORED || r != ROLE_YEAR || k->years.to != 0))
            continue;
        n = column_sample(d, k->col);
        if (n.cells == 0 || n.years + n.numbers > 0 ||
            !content_mostly(n.texts, &n))
            continue;
        k->role = ROLE_KPI;
        k->why = "content";
        return;
    }
}

/* No sentences, and short: 農村回帰の推進. */
static bool are_names(const deciding *d, uint32_t col)
{
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text t = view_text(d->view, row, col);

        if (t.length > NAME_BYTES || text_ends(t, "。") ||
            text_ends(t, "する") || text_find(t, "\n", 0) != SIZE_MAX)
            return false;
    }
    return true;
}

/* 施策の内容 in front of the indicators, where nothing else is a project's and
 * its cells are names, no sentences. */
static void take_contents(deciding *d)
{
    if (columns_count(d, ROLE_PROJECT) + columns_count(d, ROLE_MEASURE) > 0 ||
        columns_count(d, ROLE_KPI) != 1)
        return;
    for (size_t i = 0; i < d->count && d->columns[i].role != ROLE_KPI; i++) {
        table_column *k = &d->columns[i];
        content n;

        if (k->role != ROLE_SUMMARY || strcmp(k->why, "plan") == 0)
            continue;
        n = column_sample(d, k->col);
        if (n.cells < 2 || n.names < n.cells || n.long_texts > 0 ||
            n.texts < n.cells || !are_names(d, k->col))
            return;
        k->role = ROLE_PROJECT;
        k->rank = 50;
        k->why = "content";
        return;
    }
}

/* The first such column behind one; 担当課 may stand between on a turned
 * sheet. */
static table_column *open_behind(const deciding *d, size_t i)
{
    while (++i < d->count && !role_is_figure(d->columns[i].role)) {
        if (is_open(d, &d->columns[i]))
            return &d->columns[i];
        if (!d->view->turned)
            break;
    }
    return NULL;
}

/* By what stands below, or by 整理番号3. */
static bool is_taken_for_names(const deciding *d, const table_column *k)
{
    return strcmp(k->why, "content") == 0 ||
           header_roles_find(d->roles, text_of(k->header),
                             d->context_year)->role == ROLE_NAME;
}

void columns_names(deciding *d)
{
    take_corner(d);
    take_contents(d);
    if (columns_count(d, ROLE_PROJECT) + columns_count(d, ROLE_MEASURE) +
            columns_count(d, ROLE_THEME) + columns_count(d, ROLE_GOAL) > 0 ||
        columns_count(d, ROLE_KPI) != 1)
        return;
    for (size_t i = 0; i + 1 < d->count; i++) {
        table_column *k = &d->columns[i], *next = open_behind(d, i);
        content n;

        if (k->role != ROLE_KPI)
            continue;
        if (next == NULL || !is_taken_for_names(d, k))
            return;
        n = column_sample(d, next->col);
        if (n.names < n.cells || !spans_rows(d, k->col) ||
            !names_each_row(d, next->col))
            return;
        k->role = ROLE_PROJECT;
        k->rank = 50;
        next->role = ROLE_KPI;
        next->why = "content";
        return;
    }
}

bool table_lists_projects(const table *t)
{
    bool named = false, more = false;

    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        named = named || (k->role == ROLE_PROJECT && k->exact);
        more = more || k->role == ROLE_NO || k->role == ROLE_CODE ||
               k->role == ROLE_BUREAU || k->role == ROLE_DIVISION ||
               k->role == ROLE_GRADE || k->role == ROLE_GRANT ||
               k->role == ROLE_COST || k->role == ROLE_PERIOD ||
               k->role == ROLE_GOAL || k->role == ROLE_MEASURE;
    }
    return named && more && t->last_row >= t->first_row;
}

/* Who or what a column holds, and no figure of it. */
static bool names_things(role r)
{
    return role_is_level(r) || r == ROLE_BUREAU || r == ROLE_DIVISION ||
           r == ROLE_KPI || r == ROLE_UNIT;
}

/* Is the first cell below the header's two columns merged as it is? Then these
 * are one: 指標（単位） above 参加者数（人）. */
static bool is_one_column(const deciding *d, uint32_t second)
{
    return d->t->first_row < d->view->grid->rows &&
           view_filled(d->view, d->t->first_row, second) &&
           !view_begins(d->view, d->t->first_row, second);
}

bool columns_two_words(deciding *d, size_t first)
{
    const header_word *words[2];
    text parts[2], typed = view_text(d->view, d->columns[first].head_row,
                                     d->columns[first].head_col);

    if (!content_two_parts(typed, parts)) {
        parts[0] = text_of("");
        parts[1] = office_in_brackets(typed, &parts[0]);
        if (parts[0].length == 0 || parts[1].length == 0)
            return false;
    }
    if (is_one_column(d, d->columns[first + 1].col))
        return false;
    for (size_t i = 0; i < 2; i++) {
        content n = column_sample(d, d->columns[first + i].col);

        words[i] = header_roles_find(d->roles, parts[i], d->context_year);
        if (!words[i]->exact || !names_things(words[i]->role) ||
            n.texts * 2 <= n.cells ||
            strcmp(d->columns[first + i].why, "plan") == 0)
            return false;
    }
    if (words[0]->role == words[1]->role)
        return false;
    for (size_t i = 0; i < 2; i++) {
        d->columns[first + i].role = words[i]->role;
        d->columns[first + i].rank = words[i]->rank;
        d->columns[first + i].exact = true;
        d->columns[first + i].why = "synonym";
    }
    return true;
}

void columns_grants(deciding *d)
{
    table_column *grant = NULL;

    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (role_is_level(k->role))
            return;
        if (k->role == ROLE_GRANT && k->rank == RANK_GRANT && grant == NULL)
            grant = k;
    }
    if (grant == NULL || columns_count(d, ROLE_KPI) == 0)
        return;
    grant->role = ROLE_PROJECT;
    grant->rank = RANK_ACT;
    grant->why = "content";
}
