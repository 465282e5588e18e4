/*
 * card_take.c - what belongs to a card: its pairs, groups and indicators
 */
#include "ingest/card/card_parts.h"

static bool stray_between(const card_scan *s, const card *c, uint32_t from,
                          uint32_t to, uint32_t *row)
{
    for (size_t i = 0; i < s->stray_count; i++)
        if (s->strays[i].row >= from && s->strays[i].row <= to &&
            s->strays[i].col >= c->left && s->strays[i].col <= c->right) {
            *row = s->strays[i].row;
            return true;
        }
    return false;
}

static bool blank_between(const card_scan *s, const card *c, uint32_t from,
                          uint32_t to)
{
    for (uint32_t row = from; row < to; row++)
        if (card_blank(s->view, row, c))
            return true;
    return false;
}

/* Takes the pairs of a card in up to the row `end`; what is left over behind
 * a gap ends it. */
bool card_take_pairs(card_scan *s, card *c, uint32_t end)
{
    for (size_t i = 0; i < s->all.pair_count; i++) {
        const card_pair *p = &s->all.pairs[i];
        uint32_t stray;
        card_pair *slot;

        if (p->label.row < c->top || p->label.row >= end ||
            p->label.col < c->left || p->label.col > c->right)
            continue;
        if (stray_between(s, c, c->bottom, p->label.row, &stray) &&
            blank_between(s, c, c->bottom + 1, stray))
            break;
        slot = arena_push(s->memory, (void **)&c->pairs, &c->pair_count,
                          &c->pair_capacity, sizeof(*slot));
        if (slot == NULL)
            return false;
        *slot = *p;
        if (p->label.last_row > c->bottom)
            c->bottom = p->label.last_row;
        if (p->value.last_row > c->bottom)
            c->bottom = p->value.last_row;
    }
    for (size_t i = 0; i < s->stray_count; i++) {
        card_line *slot;

        if (s->strays[i].row < c->top || s->strays[i].row > c->bottom + 1 ||
            s->strays[i].col < c->left || s->strays[i].col > c->right)
            continue;
        slot = arena_push(s->memory, (void **)&c->rest, &c->rest_count,
                          &c->rest_capacity, sizeof(*slot));
        if (slot == NULL)
            return false;
        *slot = s->strays[i];
    }
    return true;
}

/* The last row of the part whose title stands at the side of a group: 成果指標 that
 * is left empty holds nothing below KPI over its lines. */
static uint32_t part_end(const card_scan *s, const card *c,
                         const card_group *g)
{
    uint32_t end = c->bottom;

    for (size_t i = 0; i < s->all.group_count; i++) {
        const card_group *side = &s->all.groups[i];

        if (!side->band && side->label.last_row > side->label.row &&
            side->label.col >= c->left &&
            side->label.last_col < g->label.col &&
            side->label.row <= g->label.row &&
            side->label.last_row >= g->label.row &&
            side->label.last_row < end)
            end = side->label.last_row;
    }
    return end;
}

/* ■指標の状況 over 指標1 and, behind a gap, 指標2: the row of that, where the gap
 * begins behind `row`; else `row`. */
static uint32_t goes_on_behind(const card_scan *s, const card *c,
                               const card_group *g, uint32_t row)
{
    const card_pair *next = NULL;

    for (size_t i = 0; i < c->pair_count && next == NULL; i++)
        if (c->pairs[i].label.row > row)
            next = &c->pairs[i];
    for (size_t i = 0; next != NULL && next->role == ROLE_KPI &&
                       i < c->pair_count; i++)
        if (c->pairs[i].label.row > g->label.row &&
            c->pairs[i].label.row <= row &&
            card_same_label(s, &c->pairs[i], next))
            return next->label.row;
    return row;
}

/* A group over lines ends where the next does, or at a gap behind which no
 * indicator is like those above. */
static uint32_t band_end(const card_scan *s, const card *c,
                         const card_group *g)
{
    uint32_t row = g->label.last_row, end = part_end(s, c, g), next;

    while (row < end) {
        if (card_blank(s->view, row + 1, c)) {
            next = goes_on_behind(s, c, g, row);
            if (next == row || next > end)
                break;
            row = next - 1;
        }
        for (size_t i = 0; i < s->all.group_count; i++)
            if (s->all.groups[i].band &&
                s->all.groups[i].label.row == row + 1 &&
                s->all.groups[i].label.col >= c->left &&
                s->all.groups[i].label.col <= c->right)
                return row;
        row++;
    }
    return row;
}

static bool covers(const card_group *g, uint32_t row, uint32_t col)
{
    return g->label.row <= row && row <= g->last_row &&
           (g->band ? g->first_col <= col && col <= g->last_col
                    : g->label.last_col < col);
}

/* The innermost group that covers a place, of those before `count`. */
static size_t group_of(const card *c, size_t count, uint32_t row,
                       uint32_t col, uint32_t last_row)
{
    size_t best = SIZE_MAX;

    for (size_t i = 0; i < count; i++) {
        const card_group *g = &c->groups[i];

        if (covers(g, row, col) && last_row <= g->last_row &&
            (best == SIZE_MAX || c->groups[best].band ||
             (!g->band && g->label.col > c->groups[best].label.col)))
            best = i;
    }
    return best;
}

bool card_take_groups(card_scan *s, card *c)
{
    for (size_t i = 0; i < s->all.group_count; i++) {
        const card_group *g = &s->all.groups[i];
        card_group *slot;

        if (g->label.row < c->top || g->label.row > c->bottom ||
            g->label.col < c->left || g->label.col > c->right)
            continue;
        slot = arena_push(s->memory, (void **)&c->groups, &c->group_count,
                          &c->group_capacity, sizeof(*slot));
        if (slot == NULL)
            return false;
        *slot = *g;
        if (g->band)
            slot->last_row = band_end(s, c, g);
        if (slot->last_row > c->bottom)
            slot->last_row = c->bottom;
    }
    for (size_t i = 0; i < c->group_count; i++) {
        card_group *g = &c->groups[i];
        size_t p = g->band ? SIZE_MAX
                           : group_of(c, i, g->label.row, g->label.col,
                                      g->last_row);

        /* beside each other, not one in the other: what holds both */
        while (p != SIZE_MAX && !c->groups[p].band &&
               c->groups[p].last_row == g->last_row &&
               c->groups[p].label.last_col + 1 != g->label.col)
            p = c->groups[p].parent;
        g->parent = p;
    }
    for (size_t i = 0; i < c->pair_count; i++)
        c->pairs[i].group =
            c->pairs[i].block != 0
                ? SIZE_MAX
                : group_of(c, c->group_count, c->pairs[i].line,
                           c->pairs[i].label.col, c->pairs[i].line);
    return true;
}

/* 指標名 | a | 指標名 | b in one line: what stands below each is its. */
enum { LANES_MAX = 16 };

/* The columns where the indicators of a pair's line begin. */
static size_t find_lanes(const card *c, size_t i, uint32_t cols[LANES_MAX])
{
    uint32_t row = c->pairs[i].label.row;
    size_t n = 0;

    for (; i < c->pair_count && c->pairs[i].label.row == row; i++)
        if (c->pairs[i].role == ROLE_KPI && n < LANES_MAX)
            cols[n++] = c->pairs[i].label.col;
    return n;
}

/* ■指標 above 指標名 | a | 指標名 | b, or beside these, one below the other: the group
 * that holds indicators; SIZE_MAX where each has its own, or there is none. */
static size_t group_of_lanes(const card_scan *s, const card *c)
{
    for (size_t i = 0; i + 1 < c->pair_count; i++)
        for (size_t n = i + 1; n < c->pair_count &&
                               c->pairs[i].role == ROLE_KPI &&
                               c->pairs[i].group != SIZE_MAX; n++)
            if (c->pairs[n].role == ROLE_KPI &&
                c->pairs[n].group == c->pairs[i].group &&
                (c->pairs[n].label.row == c->pairs[i].label.row ||
                 card_same_label(s, &c->pairs[n], &c->pairs[i])))
                return c->pairs[i].group;
    return SIZE_MAX;
}

static bool is_within(const card *c, size_t group, size_t outer)
{
    while (outer != SIZE_MAX && group != SIZE_MAX && group != outer)
        group = c->groups[group].parent;
    return outer == SIZE_MAX || group == outer;
}

static bool is_verdict(role r)
{
    return r == ROLE_GRADE || r == ROLE_STATUS || r == ROLE_REMARK ||
           r == ROLE_RATE;
}

static bool comes_with_each(const card_scan *s, const card *c, size_t i)
{
    for (size_t n = 0; n < i; n++)
        if (c->pairs[n].lane > 0 &&
            card_same_label(s, &c->pairs[n], &c->pairs[i]))
            return true;
    return false;
}

/* Nothing in a row, or the title of a part. */
static bool parts_rows(const sheet_view *v, uint32_t row)
{
    uint32_t first = view_next(v, row, 0);

    return first == UINT32_MAX ||
           view_next(v, row, view_range(v, row, first).last_col + 1) ==
               UINT32_MAX;
}

/* 評価 | 達成 below an indicator's figures, and in another part of the card, with
 * a gap or a title between, 総合判定 | B: that is the project's. */
static bool is_second_grade(const card_scan *s, const card *c, size_t i)
{
    const card_pair *p = &c->pairs[i];
    uint32_t above = UINT32_MAX;

    for (size_t n = 0; n < c->pair_count && p->role == ROLE_GRADE; n++) {
        const card_pair *one = &c->pairs[n];

        if (n == i || one->role != ROLE_GRADE)
            continue;
        if (card_same_label(s, one, p))
            return false;
        if (n < i && one->lane == p->lane)
            above = one->label.last_row;
    }
    return above != UINT32_MAX && p->label.row > above + 1 &&
           parts_rows(s->view, p->label.row - 1);
}

/* 総合評価 | B beside the title 評価 of a part that names no indicator, where each
 * indicator stands in a part: the project's. */
static bool is_verdict_of_all(const card *c, const card_pair *p)
{
    if (p->role != ROLE_GRADE || p->group == SIZE_MAX ||
        c->groups[p->group].role != ROLE_GRADE ||
        c->groups[p->group].band || c->groups[p->group].parent != SIZE_MAX)
        return false;
    for (size_t i = 0; i < c->pair_count; i++)
        if (c->pairs[i].role == ROLE_KPI &&
            (c->pairs[i].group == p->group ||
             c->pairs[i].group == SIZE_MAX))
            return false;
    return true;
}

/* What stands once behind several indicators is the project's: 評価 | B; so is
 * what is not in the group that holds them all. */
static void settle_lanes(const card_scan *s, card *c, size_t shared)
{
    bool grouped = shared == SIZE_MAX;
    uint32_t last = 0, first = UINT32_MAX;

    for (size_t i = 0; i < c->pair_count; i++)
        if (c->pairs[i].role == ROLE_KPI) {
            grouped = grouped && c->pairs[i].group != SIZE_MAX;
            last = c->pairs[i].lane > last ? c->pairs[i].lane : last;
            first = c->pairs[i].lane < first ? c->pairs[i].lane : first;
        }
    for (size_t i = 0; i < c->pair_count; i++) {
        card_pair *p = &c->pairs[i];

        if (is_verdict_of_all(c, p))
            p->lane = 0;
        else if (grouped)
            p->lane = p->group != SIZE_MAX;
        else if (p->role == ROLE_COST || is_second_grade(s, c, i) ||
                 !is_within(c, p->group, shared))
            p->lane = 0;
        else if (p->lane >= last && first < last && is_verdict(p->role) &&
                 !comes_with_each(s, c, i))
            p->lane = 0;
    }
}

void card_set_lanes(const card_scan *s, card *c)
{
    uint32_t cols[LANES_MAX], row = UINT32_MAX, base = 0, block = 0;
    size_t lanes = 0, shared = group_of_lanes(s, c);

    for (size_t i = 0; i < c->pair_count; i++) {
        card_pair *p = &c->pairs[i];
        size_t lane = 0;

        if (p->block != 0) {
            if (p->block != block) {
                block = p->block;
                base += (uint32_t)lanes + 1;
                lanes = p->block_lanes;
            }
            p->lane = base + p->block_lane;
            continue;
        }
        if (block != 0 && p->role != ROLE_KPI)
            continue; /* behind them: the project's */
        block = 0;
        if (p->role == ROLE_KPI &&
            (p->group == SIZE_MAX || p->group == shared) &&
            p->label.row != row) {
            row = p->label.row;
            base += (uint32_t)lanes + 1;
            lanes = find_lanes(c, i, cols);
        }
        while (lane + 1 < lanes && cols[lane + 1] <= p->label.col)
            lane++;
        p->lane = base + (uint32_t)lane;
        /* across several: of none of them */
        if (lane + 1 < lanes && p->value.last_col >= cols[lane + 1])
            p->lane = base + (uint32_t)lanes;
    }
    settle_lanes(s, c, shared);
}
