/*
 * line_note.c - notes that say what stands above and below, or right of a line
 */
#include "ingest/table/line_note.h"

#include <string.h>

#include "ingest/table/table_parts.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { NOTE_ROWS = 200, END_ROWS = 12, NOTE_BYTES = 400,
       POINTER_BYTES = 24 };

/* Folded; the middle is left out where there are two lines. */
static const char *const places[][TABLE_LINES] = {
    { "上段", "中段", "下段" },
    { "上欄", "中欄", "下欄" },
    { "上行", "中行", "下行" },
    { "1段目", "2段目", "3段目" },
    { "1行目", "2行目", "3行目" },
    { "上:", "中:", "下:" },
};
enum { PLACES = sizeof(places) / sizeof(*places) };

static const char *const links[] = { ":", "(", "[", "【", "は", "が", "に",
                                     "=", "…", "の", "■" };
static const char *const ends[] = { ",", "、", ";", "。", ")", "]", "】", "/",
                                    "|", "・", "※" };

static size_t first_of(text t, const char *const *words, size_t count)
{
    size_t best = t.length;

    for (size_t i = 0; i < count; i++) {
        size_t at = text_find(t, words[i], 0);

        best = at < best ? at : best;
    }
    return best;
}

/* Behind `上段` up to the next mark: :計画値, は計画値. Empty where it is said
 * in front: 計画値(上段). */
static text word_behind(text t)
{
    for (size_t i = 0; i < sizeof(links) / sizeof(*links); i++)
        if (text_starts(t, links[i])) {
            t = text_from(t, strlen(links[i]));
            i = SIZE_MAX;
        }
    return text_cut(t, 0, first_of(t, ends, sizeof(ends) / sizeof(*ends)));
}

/* In front of `(上段)`, from the last mark on. */
static text word_in_front(text t)
{
    if (!text_ends(t, "("))
        return text_of("");
    t = text_cut(t, 0, t.length - 1);
    for (;;) {
        size_t at = first_of(t, ends, sizeof(ends) / sizeof(*ends)), next;

        if (at == t.length)
            return t;
        next = at;
        utf8_next(t, &next);
        t = text_from(t, next);
    }
}

/* The lines that a folded note tells by these words, in their order. */
static bool read_places(line_note *out, text key, const char *const *words)
{
    size_t plans = 0, actuals = 0, from = 0;

    out->count = 0;
    for (size_t i = 0; i < TABLE_LINES; i++) {
        size_t at = text_find(key, words[i], from), next = key.length;
        text word;

        if (at == SIZE_MAX)
            continue;
        for (size_t n = i + 1; n < TABLE_LINES; n++) {
            size_t other = text_find(key, words[n], at);

            next = other < next ? other : next;
        }
        word = word_behind(text_cut(key, at + strlen(words[i]), next));
        if (word.length == 0)
            word = word_in_front(text_cut(key, from, at));
        from = at + strlen(words[i]);
        out->lines[out->count] = table_line_role(word);
        plans += out->lines[out->count] == ROLE_PLANNED;
        actuals += out->lines[out->count] == ROLE_ACTUAL;
        out->count++;
    }
    return plans == 1 && actuals == 1;
}

bool line_note_read(line_note *out, arena *a, text t)
{
    arena_mark mark = arena_get_mark(a);
    bool found = false;
    text key;

    if (t.length > NOTE_BYTES ||
        (text_find(t, "上", 0) == SIZE_MAX &&
         text_find(t, "目", 0) == SIZE_MAX))
        return false;
    if (fold_key(a, &key, t))
        for (size_t i = 0; i < PLACES && !found; i++)
            found = read_places(out, key, places[i]);
    arena_rewind(a, mark);
    return found;
}

static bool row_says(line_note *out, arena *a, const sheet_view *v,
                     uint32_t row)
{
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (view_cell(v, row, c)->type == CELL_STRING &&
            line_note_read(out, a, view_text(v, row, c)))
            return true;
    return false;
}

bool line_note_find(line_note *out, arena *a, const sheet_view *v,
                    uint32_t bottom)
{
    uint32_t rows = v->grid->rows;

    for (uint32_t row = bottom + 1; row-- > 0 && bottom - row < NOTE_ROWS;)
        if (row_says(out, a, v, row))
            return true;
    for (uint32_t row = rows > bottom + END_ROWS ? rows - END_ROWS
                                                 : bottom + 1;
         row < rows; row++)
        if (row_says(out, a, v, row))
            return true;
    return false;
}

/* ---- Tables ----------------------------------------------------------- */

/* The first name with a second row of figures below it, without a name. */
static bool has_second_rows(const deciding *d, const table_column *name)
{
    const sheet_view *v = d->view;
    uint32_t row = d->t->first_row;

    while (row < v->grid->rows && row <= d->t->last_row &&
           row - d->t->first_row < END_ROWS &&
           !(view_begins(v, row, name->col) && view_filled(v, row, name->col)))
        row++;
    if (++row >= v->grid->rows || row > d->t->last_row ||
        (view_begins(v, row, name->col) && view_filled(v, row, name->col)))
        return false;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_ACTUAL && d->columns[i].years.to != 0 &&
            view_begins(v, row, d->columns[i].col) &&
            view_filled(v, row, d->columns[i].col))
            return true;
    return false;
}

/* ←目標: the word without what points to its line. */
static bool read_pointer(role *out, arena *a, text t)
{
    arena_mark mark;
    text key;
    size_t next;

    t = text_trim(t);
    while (t.length > 0 && (glyph_at(t, 0, &next) == GLYPH_ARROW ||
                            glyph_is_space(glyph_at(t, 0, &next))))
        t = text_from(t, next);
    if (t.length == 0 || t.length > POINTER_BYTES)
        return false;
    mark = arena_get_mark(a);
    *out = fold_key(a, &key, t) ? table_line_role(key) : ROLE_IGNORED;
    arena_rewind(a, mark);
    return *out != ROLE_IGNORED;
}

/* ←目標 and ←実績 right of the table, beside an indicator's rows. */
static bool beside_rows(line_note *out, const deciding *d,
                        const table_column *name)
{
    const sheet_view *v = d->view;
    uint32_t col = d->t->last_col + 1, row = d->t->first_row;
    size_t plans = 0, actuals = 0;

    if (view_filled(v, d->t->bottom, col))
        return false;
    while (row < v->grid->rows && row <= d->t->last_row &&
           row - d->t->first_row < END_ROWS && !view_filled(v, row, col))
        row++;
    if (!view_begins(v, row, name->col) || !view_filled(v, row, name->col))
        return false;
    for (out->count = 0; out->count < TABLE_LINES; row++) {
        if (out->count > 0 && view_begins(v, row, name->col) &&
            view_filled(v, row, name->col))
            break; /* the next indicator's */
        if (!read_pointer(&out->lines[out->count], d->memory,
                          view_text(v, row, col)))
            break;
        plans += out->lines[out->count] == ROLE_PLANNED;
        actuals += out->lines[out->count] == ROLE_ACTUAL;
        out->count++;
    }
    return plans == 1 && actuals == 1;
}

void columns_noted_lines(deciding *d)
{
    const table_column *name = NULL;
    line_note note;

    if (d->t->line_count > 0 ||
        columns_count(d, ROLE_LINE) + columns_count(d, ROLE_YEAR) > 0)
        return;
    for (size_t i = 0; i < d->count; i++)
        if ((d->columns[i].role == ROLE_KPI &&
             d->columns[i].stacked_to == 0) ||
            (d->columns[i].role == ROLE_PROJECT &&
             columns_count(d, ROLE_KPI) == 0))
            name = &d->columns[i];
    if (name == NULL || !has_second_rows(d, name) ||
        (!beside_rows(&note, d, name) &&
         !line_note_find(&note, d->memory, d->view, d->t->bottom)))
        return;
    memcpy(d->t->lines, note.lines, sizeof(note.lines));
    d->t->line_count = note.count;
}
