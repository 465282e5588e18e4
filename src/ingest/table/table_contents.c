/*
 * table_contents.c - 取組内容 over several projects, which they are part of
 *
 *     柱         | 取組内容     | 事業名
 *     ① 緑のまち | 山道の手入れ | 林道の整備
 *     ^          | ^            | 案内板の設置
 *     ^          | 里山の案内   | 案内人の養成
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/glyph.h"

enum { NAME_ROWS = 60 };

/* How many names a column has, and how many of these are sentences. */
typedef struct named {
    unsigned names, sentences;
} named;

static named names_of(const deciding *d, uint32_t col)
{
    named found = { 0, 0 };
    text last = text_of("");

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         row < d->t->first_row + NAME_ROWS; row++) {
        text t = view_text(d->view, row, col);

        if (t.length == 0 || text_equal(t, last) || glyph_is_ditto(t) ||
            view_range(d->view, row, col).last_col > col) /* a banner */
            continue;
        last = t;
        found.names++;
        found.sentences += text_ends(t, "。") || text_ends(t, "する");
    }
    return found;
}

/* What a project is about stands once for each, and behind its name; a level
 * has more of it than the one in front, and fewer than there are projects. */
void columns_contents(deciding *d)
{
    table_column *level = NULL;
    size_t names = 0; /* the innermost column of projects */

    if (columns_count(d, ROLE_PROJECT) == 0 ||
        columns_count(d, ROLE_PROJECT) > 2 ||
        columns_count(d, ROLE_MEASURE) > 0)
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_PROJECT)
            names = i;
    for (size_t i = 0; i < names; i++) {
        table_column *k = &d->columns[i];
        named of;

        if (role_is_level(k->role))
            level = k;
        if (k->role != ROLE_SUMMARY ||
            d->columns[i + 1].role != ROLE_PROJECT ||
            strcmp(k->why, "plan") == 0 ||
            text_starts(text_of(k->header), "事業"))
            continue;
        of = names_of(d, k->col);
        if (of.sentences * 2 >= of.names ||
            (level != NULL &&
             of.names <= names_of(d, level->col).names) ||
            of.names >= names_of(d, d->columns[i + 1].col).names)
            return;
        if (level != NULL && level->role == ROLE_PROJECT)
            level->role = ROLE_THEME; /* 取組 | 取組内容 | 事業名 */
        k->role = ROLE_MEASURE;
        k->rank = RANK_ACT;
        k->why = "content";
    }
}
