/*
 * grade_lines.c - ☑ in front of one of several verdicts, below each other
 */
#include "ingest/grade_lines.h"

#include "ingest/grade_ticks.h"
#include "ingest/header/banner.h"
#include "ingest/reader/project_grade.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

enum { LINES_MOST = 8, LABEL_BYTES = 90 };

/* The lines of a list: cells of one column in rows that follow each other. */
typedef struct box_list {
    size_t cells[LINES_MOST];
    size_t count, ticked; /* how many are ticked */
    text verdict;         /* of the last one */
    bool boxes;           /* ☑ or ☐, which nothing else is marked with */
    bool grades;          /* all are grades by their words */
} box_list;

/* 評価, 事業の評価（該当に☑）, ４　達成状況: what a verdict stands below or beside; not
 * that of others, and not 評価の理由. */
static bool asks_for_verdict(text t)
{
    static const char *const ends[] = { "評価", "評価結果", "判定", "進捗状況",
                                        "達成状況", "達成度", "効果" };
    text no, title;
    size_t open = 0, next;

    if (t.length > LABEL_BYTES || project_grade_of_others(t))
        return false;
    if (heading_read(t, &no, &title) != STYLE_NONE && title.length > 0)
        t = title;
    for (; open < t.length; open = next)
        if (glyph_at(t, open, &next) == GLYPH_OPEN && open > 0)
            break;
    return text_ends_in(text_trim(text_cut(t, 0, open)), ends,
                        sizeof(ends) / sizeof(*ends));
}

/* ☑, □: no ○ or ●, which mark what was achieved. *sure: no bullet either. */
static bool is_box(text t, bool *sure)
{
    static const char *const sures[] = { "☑", "☒", "☐", "✔", "✓" };
    static const char *const others[] = { "■", "□" };

    *sure = glyph_any(t, 0, sures, sizeof(sures) / sizeof(*sures)) > 0;
    return *sure ||
           glyph_any(t, 0, others, sizeof(others) / sizeof(*others)) > 0;
}

static bool add_line(box_list *l, const reader *r, const cell *c, size_t i)
{
    bool on, sure;
    text words = grade_box(c, &on);

    if (words.length == 0 || l->count == LINES_MOST ||
        !is_box(text_trim(c->value), &sure))
        return false;
    if (on)
        l->verdict = words;
    l->boxes = l->boxes || sure;
    l->grades = (l->count == 0 || l->grades) && project_grade_like(r, words);
    l->ticked += on;
    l->cells[l->count++] = i;
    return true;
}

/* The list that begins with a cell. */
static void read_list(box_list *l, const reader *r, const grid *g, size_t i)
{
    const cell *first = &g->cells[i];

    *l = (box_list){ .count = 0 };
    if (!add_line(l, r, first, i))
        return;
    for (uint32_t row = first->row + 1; row < g->rows; row++) {
        size_t at = g->row_start[row];

        if (g->row_start[row + 1] != at + 1 ||
            g->cells[at].col != first->col ||
            !add_line(l, r, &g->cells[at], at))
            break;
    }
}

/* The label of a list: over all its lines at their side, or alone right above
 * them. *above: the latter. NULL: none. */
static const cell *label_of(const reader *r, const grid *g,
                            const box_list *l, bool *above)
{
    const cell *first = &g->cells[l->cells[0]];
    size_t start = g->row_start[first->row], count;
    const cell *c;

    *above = l->cells[0] == start;
    if (!*above) {
        c = &g->cells[start];
        return l->cells[0] == start + 1 &&
                       view_range(&r->view, c->row, c->col).last_row ==
                           first->row + l->count - 1
                   ? c : NULL;
    }
    if (first->row == 0 || g->row_start[first->row + 1] != start + 1)
        return NULL;
    count = start - g->row_start[first->row - 1];
    return count == 1 ? &g->cells[start - 1] : NULL;
}

/* ■ and □ may be bullets of what was achieved, unless the label asks for one
 * of them. */
static bool is_choice(const box_list *l, text label)
{
    static const char *const asks[] = { "該当", "選択", "チェック", "■", "□",
                                        "レ点", "一つ", "１つ", "1つ" };

    return l->count > 1 &&
           (l->boxes || l->grades ||
            text_contains_one(label, asks, sizeof(asks) / sizeof(*asks)));
}

/* 評価：☑ 順調　☑ 遅れ: all of the lines, as they would stand in one. */
static const char *join_lines(arena *a, const grid *g, const box_list *l,
                              const char *words)
{
    for (size_t i = 0; i < l->count && words != NULL; i++) {
        text t = text_trim(g->cells[l->cells[i]].value);

        words = arena_printf(a, "%s%s%.*s", words, i > 0 ? "　" : "",
                             (int)t.length, t.bytes);
    }
    return words;
}

/* Puts the verdict in the place of the first line, and drops the others. */
static bool take_list(grid *made, bool *drop, reader *r, arena *a,
                      const grid *g, const box_list *l, bool above)
{
    const cell *first = &g->cells[l->cells[0]];
    const char *label = above ? "評価：" : "";
    const char *words = l->ticked == 1
        ? arena_printf(a, "%s%.*s", label, (int)l->verdict.length,
                       l->verdict.bytes)
        : join_lines(a, g, l, label);

    if (words == NULL)
        return false;
    made->cells[l->cells[0]].value = text_of(words);
    for (size_t i = 1; i < l->count; i++)
        drop[l->cells[i]] = true;
    reader_ignore(r, first->row + 1, first->row + (uint32_t)l->count - 1,
                  "form-words", first->value);
    return true;
}

static void drop_cells(grid *made, const bool *drop)
{
    size_t kept = 0;

    for (size_t i = 0; i < made->count; i++)
        if (!drop[i])
            made->cells[kept++] = made->cells[i];
    made->count = kept;
}

bool grade_lines_take(const grid **out, reader *r, arena *a, const grid *g)
{
    grid *made = NULL;
    bool *drop = NULL, above;

    *out = g;
    for (size_t i = 0; i < g->count; i++) {
        const cell *label;
        box_list l;

        if (!grade_may_box(&g->cells[i]))
            continue;
        read_list(&l, r, g, i);
        if (l.count < 2 || (label = label_of(r, g, &l, &above)) == NULL ||
            label->type != CELL_STRING || !is_choice(&l, label->value) ||
            !asks_for_verdict(text_trim(label->value)))
            continue;
        if (made == NULL) {
            drop = arena_array(a, g->count + 1, sizeof(*drop));
            if (drop == NULL || !grid_copy_cells(&made, a, g))
                return false;
        }
        if (!take_list(made, drop, r, a, g, &l, above))
            return false;
        i = l.cells[l.count - 1];
    }
    if (made == NULL)
        return true;
    drop_cells(made, drop);
    *out = made;
    return grid_index(made, a);
}
