/*
 * unread_columns.c - columns of figures that a table's reading leaves out
 */
#include "ingest/reader/unread_columns.h"

#include <string.h>

#include "wording/actual_numbered.h"
#include "wording/no_number.h"
#include "wording/number_text.h"

enum { SAMPLE_ROWS = 40, WORD_BYTES = 48, ROW_NUMBERS = 100 };

typedef struct sample {
    unsigned cells, figures, small, rising;
    size_t last;
    text first;
} sample;

/* A number, or a text that is one; ①52人　②5件. */
static bool is_figure(reader *r, uint32_t row, uint32_t col, text t)
{
    const cell *c = view_cell(&r->view, row, col);
    figure f;

    if (c == NULL || c->type != CELL_STRING)
        return c != NULL && c->type == CELL_NUMBER &&
               book_format_kind(r->view.book, c->format) != FORMAT_DATE;
    t = actual_numbered_first(t);
    return t.length <= WORD_BYTES && number_text_parse(r->memory, &f, t);
}

static sample look(reader *r, const table *t, uint32_t col)
{
    sample s = { .first = { "", 0 } };

    for (uint32_t row = t->first_row;
         row <= t->last_row && row < r->view.grid->rows &&
         s.cells < SAMPLE_ROWS; row++) {
        text typed = view_text(&r->view, row, col);
        size_t whole = 0;

        if (typed.length == 0 || !view_begins(&r->view, row, col))
            continue;
        if (!is_figure(r, row, col, typed)) {
            s.cells += no_number_state(typed) == STATE_TEXT;
            continue;
        }
        s.cells++;
        s.first = s.figures == 0 ? typed : s.first;
        s.figures++;
        /* 1, 2, 3: a number of the line; 4, 5: of a form's row */
        s.small += text_to_size(typed, &whole) &&
                   whole <= row - t->first_row + 1;
        s.rising += text_to_size(typed, &whole) && whole < ROW_NUMBERS &&
                    (s.figures == 1 || whole == s.last + 1);
        s.last = whole;
    }
    return s;
}

/* Does a column of the same role and block count instead? Those of a year
 * are told apart by it, and columns beside a year's column by their line. */
static bool is_second(const table *t, const table_column *k)
{
    const table_column *year = table_column_any(t, ROLE_YEAR);

    if (k->years.to != 0 || (k->role != ROLE_TARGET &&
                             k->role != ROLE_BASELINE))
        return false;
    if (year != NULL && (year->block == 0 || year->block == k->block))
        return false;
    for (size_t i = 0; i < t->count && &t->columns[i] != k; i++)
        if (t->columns[i].role == k->role && t->columns[i].block == k->block &&
            (t->columns[i].years.to == 0 || k->role == ROLE_BASELINE) &&
            (t->columns[i].final || !k->final))
            return true;
    return false;
}

/* A level, or the figures, that no header word told. */
static void note_inferred(reader *r, const table_column *k)
{
    static const struct named { role role; const char *ja, *en; } names[] = {
        { ROLE_PROJECT, "事業名", "the project" },
        { ROLE_MEASURE, "施策", "the measure" },
        { ROLE_THEME, "テーマ（施策の柱）", "the theme" },
        { ROLE_GOAL, "基本目標", "the goal" },
        { ROLE_ACTUAL, "実績", "the actuals" },
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (names[i].role == k->role && strcmp(k->why, "content") == 0 &&
            k->header[0] != '\0')
            reader_finding(r, "column-role-inferred", k->head_row, k->col,
                           text_of(k->header), names[i].ja, names[i].en,
                           NULL);
}

void unread_columns_note(reader *r, const table *t)
{
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        sample s;

        note_inferred(r, k);

        if (k->role != ROLE_NONE && !is_second(t, k))
            continue;
        s = look(r, t, k->col);
        if (s.figures * 2 < s.cells || s.figures == 0 ||
            (k->role == ROLE_NONE && s.small == s.figures) ||
            (k->header[0] == '\0' && i == 0 && s.rising == s.figures))
            continue;
        reader_finding(r, "column-not-read",
                       k->header[0] != '\0' ? k->head_row : t->bottom, k->col,
                       text_of(k->header), reader_text(r, s.first), NULL,
                       NULL);
    }
}
