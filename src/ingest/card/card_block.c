/*
 * card_block.c - indicators side by side within a card, their labels in front
 *
 *     事業名     | 森の手入れ
 *     指標名     | 参加者数 | 整備面積
 *     現状値     | 40人     | 3ha
 *     令和4年度  | 52人     | 5ha
 *     目標値     | 60人     | 9ha
 */
#include "ingest/card/card_spot.h"

#include "ingest/header/unit_words.h"
#include "ingest/reader/cell_value.h"
#include "wording/glyph.h"

enum { BLOCK_FIGURES_MIN = 2, COUNTED_BYTES = 24 };

typedef struct block {
    const card_spot *names;
    size_t count;
    uint32_t row;
} block;

static bool is_verdict(role r)
{
    return r == ROLE_GRADE || r == ROLE_STATUS || r == ROLE_REMARK;
}

/* 指標名 | a, 指標名 | a | b */
static bool lists_names(const card_spot *spots, size_t n)
{
    if (n < 2 || !spots[0].label ||
        (spots[0].role != ROLE_KPI && spots[0].role != ROLE_NAME))
        return false;
    for (size_t i = 1; i < n; i++)
        if (spots[i].label || spots[i].year || !spots[i].string ||
            spots[i].at.last_row != spots[i].at.row)
            return false;
    return true;
}

/* 指標名 | a | b, not 指標名 | a | 人. */
static bool heads_block(const card_scan *s, const card_spot *spots, size_t n)
{
    return n > 2 && lists_names(spots, n) &&
           !unit_word(s->memory, view_text(s->view, spots[n - 1].at.row,
                                           spots[n - 1].at.col));
}

/* The name above a value, or the first of several that it covers; SIZE_MAX
 * where it does not begin below one. */
static size_t name_above(const block *b, const card_spot *value)
{
    for (size_t i = 0; i < b->count; i++)
        if (b->names[i].at.col == value->at.col)
            return i;
    return SIZE_MAX;
}

static bool covers_next(const block *b, size_t i, const card_spot *value)
{
    return i + 1 < b->count && value->at.last_col >= b->names[i + 1].at.col;
}

/* Is a row a line of the block: its label, and values below names? */
static bool is_line(const card_scan *s, const block *b, const card_spot *head,
                    const card_spot *line, size_t n)
{
    if (n < 2 || line[0].at.col != head->at.col || !line[0].string ||
        line[0].at.last_col >= b->names[0].at.col)
        return false;
    for (size_t i = 1; i < n; i++) {
        size_t name = name_above(b, &line[i]);

        if ((line[i].label && line[0].role != ROLE_UNIT) || /* 人 | 地区 */
            name == SIZE_MAX ||
            (covers_next(b, name, &line[i]) && is_verdict(line[0].role)))
            return false;
    }
    return n > 2 || !is_verdict(line[0].role) ||
           cell_says_none(s->view, line[1].at.row, line[1].at.col);
}

static bool add_values(card_scan *s, const block *b, const card_spot *line,
                       size_t n)
{
    for (size_t i = 1; i < n; i++) {
        size_t name = name_above(b, &line[i]);

        do {
            card_pair *p = card_add_pair(s, &line[0]);

            if (p == NULL)
                return false;
            if (p->role == ROLE_KPI && i > 0 &&
                line[0].at.row > b->row &&
                text_ends(view_text(s->view, line[0].at.row,
                                    line[0].at.col), "目標")) {
                p->role = ROLE_TARGET; /* 数値目標 below 指標名 */
                p->label_own = text_of("目標値");
            }
            if (line[0].year) {
                p->role = ROLE_YEAR;
                p->known = true;
            }
            p->value = line[i].at;
            p->filled = true;
            p->block = b->row + 1;
            p->block_lane = (uint32_t)name;
            p->block_lanes = (uint32_t)b->count;
        } while (covers_next(b, name, &line[i]) && ++name < b->count);
    }
    return true;
}

static bool has_project(const card_scan *s)
{
    for (size_t i = 0; i < s->all.pair_count; i++)
        if (role_is_level(s->all.pairs[i].role) && s->all.pairs[i].filled)
            return true;
    return false;
}

/* 区分 | KPI1 | KPI2 | KPI3 above 指標名 | a | b: what counts them, also those that
 * are left empty. */
static bool numbers_block(const card_scan *s, const card_spot *spots, size_t n,
                          uint32_t row)
{
    card_spot names[CARD_SPOTS_MAX];
    size_t named;

    if (n < 3 || !spots[0].string)
        return false;
    for (size_t i = 1; i < n; i++) {
        text t = view_text(s->view, row, spots[i].at.col);
        const header_word *w;

        if (!spots[i].string || t.length > COUNTED_BYTES)
            return false;
        w = card_likely_word(s, row, spots[i].at.col);
        if (w == NULL || w->index == 0)
            return false;
    }
    named = card_gather(s, names, row + 1);
    return named <= n &&
           (named == 2 ? lists_names(names, named)
                       : heads_block(s, names, named)) &&
           names[0].at.col == spots[0].at.col &&
           names[1].at.col == spots[1].at.col;
}

/* 指標の推移 written downwards beside all of the block. */
static bool heads_lines(const card_spot *p, uint32_t row)
{
    return p->string && p->at.last_row > row;
}

bool card_take_block(card_scan *s, const card_spot *spots, size_t n,
                     uint32_t row, bool *ok)
{
    const card_spot *group = n > 3 && heads_lines(&spots[0], row) ? spots
                                                                  : NULL;
    card_spot line[CARD_SPOTS_MAX];
    unsigned figures = 0;
    uint32_t end = row + 1;
    block b;

    spots += group != NULL;
    n -= group != NULL;
    b = (block){ spots + 1, n - 1, row };
    if (numbers_block(s, spots, n, row) && has_project(s)) {
        s->block_end = end; /* and they follow */
        return true;
    }
    if (!heads_block(s, spots, n) || !has_project(s))
        return false;
    for (;; end++) {
        size_t cells = card_gather(s, line, end);

        if (!is_line(s, &b, &spots[0], line, cells))
            break;
        figures += line[0].year ||
                   (line[0].label && role_is_figure(line[0].role));
    }
    if (figures < BLOCK_FIGURES_MIN)
        return false;
    *ok = (group == NULL ||
           card_add_group(s, group, group->at.last_row, false)) &&
          add_values(s, &b, spots, n);
    for (uint32_t at = row + 1; at < end && *ok; at++)
        *ok = add_values(s, &b, line, card_gather(s, line, at));
    s->labels[spots[0].at.col]++;
    s->block_end = end;
    return true;
}
