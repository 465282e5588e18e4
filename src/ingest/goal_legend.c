/*
 * goal_legend.c - what the numbers of goals stand for, said once on a sheet
 */
#include "ingest/goal_legend.h"

#include "wording/fold.h"

typedef struct legend_line {
    heading_style style;
    text no, title;
} legend_line;

static bool lacks_title(const project *p)
{
    return p->has_goal && p->goal.no[0] != '\0' && p->goal.title[0] == '\0';
}

static bool begins_row(const grid *g, size_t i)
{
    return i == 0 || g->cells[i - 1].row != g->cells[i].row;
}

static bool ends_row(const grid *g, size_t i)
{
    return i + 1 == g->count || g->cells[i + 1].row != g->cells[i].row;
}

/* Ⅰ：しごとをつくる alone in its row, or Ⅰ or 1 and its title beside it. */
static bool read_line(legend_line *out, const grid *g, size_t i)
{
    const cell *c = &g->cells[i];

    if (!begins_row(g, i))
        return false;
    *out = (legend_line){ STYLE_NUMBER, c->value, text_of("") };
    if (c->type == CELL_STRING)
        out->style = heading_read(c->value, &out->no, &out->title);
    else if (c->type != CELL_NUMBER)
        return false;
    if (out->title.length == 0 && !ends_row(g, i) && ends_row(g, i + 1) &&
        c[1].type == CELL_STRING)
        out->title = text_trim(c[1].value);
    else if (!ends_row(g, i))
        return false;
    return out->no.length > 0 && out->title.length > 0 &&
           !text_ends(out->title, "。");
}

/* The first cell of the row below, if it stands in the same column; SIZE_MAX. */
static size_t below(const grid *g, size_t i)
{
    size_t next = i + 1;

    while (next < g->count && g->cells[next].row == g->cells[i].row)
        next++;
    return next < g->count && g->cells[next].row == g->cells[i].row + 1 &&
                   g->cells[next].col == g->cells[i].col
               ? next : SIZE_MAX;
}

/* How many lines a legend has that begins with this cell: two at least, all
 * marked alike; 0: it is none. */
static size_t count_lines(const grid *g, size_t i)
{
    legend_line first, line;
    size_t count = 0;

    if (!read_line(&first, g, i))
        return 0;
    for (; i != SIZE_MAX && read_line(&line, g, i) &&
           line.style == first.style; i = below(g, i))
        count++;
    return count > 1 ? count : 0;
}

/* 《目標の番号》 alone in the row above, or 基本目標１ in each line. */
static bool tells_goals(const grid *g, size_t i)
{
    static const char *const words[] = { "目標", "柱", "方向", "分野", "政策" };
    legend_line line;

    if (read_line(&line, g, i) && line.style == STYLE_GOAL_WORD)
        return true;
    return i > 0 && begins_row(g, i - 1) &&
           g->cells[i - 1].row + 1 == g->cells[i].row &&
           g->cells[i - 1].type == CELL_STRING &&
           text_contains_one(g->cells[i - 1].value, words,
                             sizeof(words) / sizeof(*words));
}

static bool same_number(arena *a, text x, text y)
{
    arena_mark mark = arena_get_mark(a);
    text one, other;
    bool same = fold_key(a, &one, x) && fold_key(a, &other, y) &&
                text_equal(one, other);

    arena_rewind(a, mark);
    return same;
}

/* The title that one line of a legend has for a number; else empty. */
static text title_of(const reader *r, const grid *g, size_t i, size_t count,
                     const char *no)
{
    text found = text_of("");

    for (; count > 0; count--, i = below(g, i)) {
        legend_line line;

        if (!read_line(&line, g, i) ||
            !same_number(r->memory, line.no, text_of(no)))
            continue;
        if (found.length > 0)
            return text_of("");
        found = line.title;
    }
    return found;
}

static bool has_all(const reader *r, const grid *g, size_t i, size_t count,
                    size_t first)
{
    const dataset *d = r->data;

    for (; first < d->project_count; first++)
        if (lacks_title(&d->projects[first]) &&
            title_of(r, g, i, count, d->projects[first].goal.no).length == 0)
            return false;
    return true;
}

void goal_legend_take(reader *r, const grid *g, size_t first)
{
    dataset *d = r->data;
    size_t at = SIZE_MAX, lines = 0, count;

    while (first < d->project_count && !lacks_title(&d->projects[first]))
        first++;
    if (first == d->project_count)
        return; /* as in most sheets */
    for (size_t i = 0; i < g->count; i++) {
        if (!tells_goals(g, i) || (count = count_lines(g, i)) == 0)
            continue;
        if (has_all(r, g, i, count, first)) {
            if (at != SIZE_MAX)
                return; /* two that do not agree, perhaps */
            at = i;
            lines = count;
        }
        while (--count > 0)
            i = below(g, i);
    }
    if (at == SIZE_MAX)
        return;
    for (; first < d->project_count; first++) {
        project *p = &d->projects[first];

        if (lacks_title(p))
            p->goal.title = reader_line(r, title_of(r, g, at, lines,
                                                    p->goal.no));
    }
}
