/*
 * table_unnamed.c - levels that no word of the header names
 *
 *     区分   | サービス名 | 指標         | R5     What stands in front of the
 *     訪問系 | 居宅介護   | 利用者数     | 204    indicators and groups them,
 *     ^      | ^          | 利用量       | 3403   by its cells.
 *     ^      | 同行援護   | 利用者数     | 41
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/glyph.h"

enum { NAME_ROWS = 40 };

/* How often a column's cells begin in the rows that are looked at. */
static unsigned begins(const deciding *d, uint32_t col)
{
    return column_sample(d, col).cells;
}

/* Names that are no figures, each over one indicator or more: 施設類型 in front
 * of 指標, 都市像 in front of 施策. */
static bool groups_rows(const deciding *d, const table_column *k,
                        unsigned indicators)
{
    content n = column_sample(d, k->col);

    return n.cells > 0 && n.cells <= indicators && n.long_texts * 2 < n.cells &&
           content_mostly(n.names, &n) && n.marks * 2 < n.cells &&
           n.kinds * 2 < n.cells && n.grades * 2 < n.cells &&
           n.lines * 2 < n.cells && n.labels * 2 < n.cells &&
           n.ordinals * 2 < n.cells && !column_names_sections(d, k->col);
}

/* 施策 | 取組内容 | 指標: short names, more of them than measures, are what the
 * measures consist of and no summaries. */
void columns_undertakings(deciding *d)
{
    const table_column *level = NULL;
    table_column *found = NULL;
    unsigned indicators = 0;

    for (size_t i = 0; i < d->count && d->columns[i].role != ROLE_KPI; i++) {
        table_column *k = &d->columns[i];

        if (k->role == ROLE_PROJECT)
            return;
        if (role_is_level(k->role) && found == NULL)
            level = k;
        else if (k->role == ROLE_SUMMARY && level != NULL && found == NULL)
            found = k;
        if (i + 1 < d->count && d->columns[i + 1].role == ROLE_KPI)
            indicators = begins(d, d->columns[i + 1].col);
    }
    if (found == NULL || strcmp(found->why, "plan") == 0 ||
        begins(d, found->col) <= begins(d, level->col) ||
        !groups_rows(d, found, indicators))
        return;
    found->role = ROLE_PROJECT;
    found->rank = 45;
    found->why = "content";
}

unsigned column_names_in(const deciding *d, uint32_t col, uint32_t beside)
{
    text last = text_of("");
    unsigned names = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         row < d->t->first_row + NAME_ROWS; row++) {
        text t = view_text(d->view, row, col);

        if (t.length == 0 || text_equal(t, last) || glyph_is_ditto(t) ||
            !view_filled(d->view, row, beside))
            continue;
        names++;
        last = t;
    }
    return names;
}

/* sortkey that the clerk hid, or whose values cut the projects' lines into more
 * pieces than their names do: it helps to sort, and groups nothing. */
static bool helps_to_sort(const deciding *d, const table_column *k)
{
    const grid *g = d->view->grid;
    const table_column *named = NULL;

    if (g->col_hidden != NULL && k->col < g->cols && g->col_hidden[k->col])
        return true;
    for (size_t i = 0; i < d->count && named == NULL; i++)
        if (d->columns[i].role == ROLE_PROJECT)
            named = &d->columns[i];
    return named != NULL &&
           column_names_in(d, k->col, named->col) >
               column_names_in(d, named->col, named->col);
}

/* 区分 whose first cell is merged over several names of the next column. */
static bool spans_projects(const deciding *d, const table_column *k,
                           size_t named)
{
    const table_column *names = &d->columns[named];
    uint32_t row = d->t->first_row;

    return k->role == ROLE_BREAKDOWN && k < names &&
           view_range(d->view, row, k->col).last_row >
               view_range(d->view, row, names->col).last_row &&
           begins(d, k->col) < begins(d, names->col);
}

/* A column without a word for it in front of the indicators is a level like
 * those beside it, of the rank between them; 区分 only where no column names
 * projects, or it is merged over these. Where one does, what stands behind it
 * is none. */
void columns_unnamed(deciding *d)
{
    size_t first = SIZE_MAX, named = SIZE_MAX;
    unsigned indicators;

    for (size_t i = 0; i < d->count; i++) {
        if (d->columns[i].role == ROLE_KPI && first == SIZE_MAX)
            first = i;
        if (d->columns[i].role == ROLE_PROJECT && named == SIZE_MAX)
            named = i;
    }
    if (first == SIZE_MAX || d->view->turned)
        return;
    indicators = begins(d, d->columns[first].col);
    for (size_t i = first; i-- > 0;) {
        table_column *k = &d->columns[i];
        unsigned inner = 60, outer = 0;

        if ((k->role != ROLE_NONE &&
             ((k->role != ROLE_BREAKDOWN && k->role != ROLE_IGNORED) ||
              (named != SIZE_MAX && !spans_projects(d, k, named)) ||
              (k->role == ROLE_IGNORED && k->exact))) ||
            k->years.to != 0 || k->header[0] == '\0' ||
            (named != SIZE_MAX && named < first && i > named) ||
            !groups_rows(d, k, indicators) || helps_to_sort(d, k))
            continue;
        for (size_t n = 0; n < first; n++) {
            const table_column *level = &d->columns[n];

            if (!role_is_level(level->role))
                continue;
            if (n > i && level->rank < inner)
                inner = level->rank;
            if (n < i && level->rank > outer)
                outer = level->rank;
        }
        if (inner <= outer + 1)
            continue;
        k->role = inner == 60 ? ROLE_PROJECT : ROLE_MEASURE;
        k->rank = outer < 12 && inner == 60 ? 45 : inner == 60 ? outer + 5
                                                               : inner - 1;
        k->why = "content";
    }
}
