/*
 * summary_pages.c - 総括: which rows go to which page
 */
#include "output/summary_totals.h"

enum { SECTION = 260, GAP = 140, FEWEST = 3 };

void totals_height(totals *t, uint32_t row, unsigned height)
{
    page_height(&t->pg, row, height);
    t->used += height;
    while (t->used > t->page_height)
        t->used -= t->page_height;
}

void totals_gap(totals *t)
{
    totals_height(t, t->row++, GAP);
}

bool totals_turn(totals *t, unsigned height)
{
    if (t->used + height <= t->page_height ||
        t->break_count >= LAYOUT_MAX_BREAKS || t->row <= 2)
        return false;
    t->breaks[t->break_count++] = t->row;
    t->used = 0;
    return true;
}

void totals_section(totals *t, const char *title, unsigned height)
{
    totals_turn(t, height + SECTION);
    page_text(&t->pg, page_row(t->row, 0, t->last), STYLE_SECTION, title);
    totals_height(t, t->row, SECTION);
    t->row++;
}

/* ---- Lists over several pages ------------------------------------------ */

bool totals_list_init(totals_list *l, totals *t, size_t most,
                      totals_head head, unsigned head_height)
{
    *l = (totals_list){ .t = t, .head = head, .head_height = head_height };
    arena_init(&l->memory, 0);
    l->heights = arena_array(&l->memory, most + 1, sizeof(*l->heights));
    l->turns = arena_array(&l->memory, most + 1, sizeof(*l->turns));
    if (!l->heights || !l->turns)
        t->pg.failed = true;
    return !t->pg.failed;
}

void totals_list_add(totals_list *l, unsigned height)
{
    l->heights[l->count++] = height > LAYOUT_MAX_HEIGHT ? LAYOUT_MAX_HEIGHT
                                                        : height;
}

static unsigned first_rows(const totals_list *l)
{
    unsigned sum = 0;

    for (size_t i = 0; i < l->count && i < FEWEST; i++)
        sum += l->heights[i];
    return sum;
}

/*
 * Pages are filled from the top. Where a last page would hold less than
 * FEWEST rows, it takes some from the page before.
 */
static void plan_turns(totals_list *l)
{
    const totals *t = l->t;
    unsigned used = t->used;
    size_t last = 0, before = 0;

    for (size_t i = 0; i < l->count; i++) {
        if (i > 0 && used + l->heights[i] > t->page_height) {
            l->turns[i] = true;
            used = l->head_height;
            before = last;
            last = i;
        }
        used += l->heights[i];
    }
    if (last == 0 || l->count - last >= FEWEST || last - before <= FEWEST)
        return;
    l->turns[last] = false;
    l->turns[l->count - FEWEST] = true;
}

void totals_list_begin(totals_list *l, const char *title)
{
    totals *t = l->t;

    totals_section(t, title, l->head_height + first_rows(l));
    l->head(t);
    plan_turns(l);
}

void totals_list_row(totals_list *l)
{
    totals *t = l->t;

    if (l->turns[l->at] && t->break_count < LAYOUT_MAX_BREAKS) {
        t->breaks[t->break_count++] = t->row;
        t->used = 0;
        l->head(t);
    }
    totals_height(t, t->row, l->heights[l->at++]);
}

void totals_list_end(totals_list *l, size_t left_out, const char *words)
{
    totals *t = l->t;
    char *note = left_out ? arena_printf(&t->pg.scratch, words, left_out)
                          : NULL;

    if (left_out)
        page_text(&t->pg, page_cell(t->row++, 0), STYLE_PLAIN,
                  note ? note : "");
    arena_free(&l->memory);
    totals_gap(t);
}
