/*
 * card_items.c - lines beside one label that is merged over all of them
 *
 *     取組内容 | 市の立ち上げ | 市場を三つ開いた。
 *        ^     | 出店者の募集 | 案内を配った。
 *
 *     主な取組 | 取組名       | 内容
 *        ^     | 市の立ち上げ | 市場を三つ開いた。
 *
 * What was done, part by part. All of it is what the label says, a line for
 * each row, and no name or figure of its own.
 */
#include "ingest/card/card_spot.h"

#include "base/buf.h"
#include "ingest/form/grant_parts.h"
#include "wording/glyph.h"

enum { ITEM_CELLS_MAX = 4, NUMBER_BYTES = 30 };

static bool holds_words(role r)
{
    return r == ROLE_SUMMARY || r == ROLE_PURPOSE || r == ROLE_ACTIVITY ||
           r == ROLE_REMARK || r == ROLE_IGNORED;
}

/* 取組名 | 内容 above the lines: words that head no figure and no indicator. */
static bool heads_words(role r)
{
    return holds_words(r) || r == ROLE_PROJECT || r == ROLE_NAME ||
           r == ROLE_NO;
}

/* The cells of a row beside the label; 0 where they are no item of a list. */
static size_t gather_item(const card_scan *s, const merge_range *label,
                          uint32_t row, card_spot spots[CARD_SPOTS_MAX])
{
    size_t n = card_gather(s, spots, row), first = 0;

    if (n > 0 && row == label->row)
        first = 1;
    if (n == first || n > first + ITEM_CELLS_MAX ||
        spots[first].at.col <= label->last_col)
        return 0;
    for (size_t i = first; i < n; i++) {
        if (!spots[i].string || spots[i].year)
            return 0;
        spots[i - first] = spots[i];
    }
    return n - first;
}

/* Labels only, of lists of words: the header of the items. */
static bool is_header(const card_spot *spots, size_t n)
{
    size_t heads = 0;

    while (heads < n && spots[heads].label && heads_words(spots[heads].role))
        heads++;
    return n > 1 && heads == n;
}

static bool is_item(const card_scan *s, const card_spot *spots, size_t n)
{
    text label, value;
    role what;

    for (size_t i = 0; i < n; i++)
        if (spots[i].label || card_split(s, &spots[i], &label, &value, &what))
            return false;
    return n > 0;
}

/* 主な取組, or 具体的な取組 | … | 市場を三つ開いた。 in each line: several things that were
 * done, though the word may name a project. */
static bool tells_acts(const card_scan *s, const card_spot *label)
{
    card_spot spots[CARD_SPOTS_MAX];

    if (!role_is_level(label->role) || label->role == ROLE_GOAL)
        return false;
    if (form_names_parts(view_text(s->view, label->at.row, label->at.col)))
        return true;
    for (uint32_t row = label->at.row; row <= label->at.last_row; row++) {
        size_t n = gather_item(s, &label->at, row, spots);

        if (n < 2 || !text_ends(view_text(s->view, row, spots[n - 1].at.col),
                                "。"))
            return false;
    }
    return true;
}

/* All rows beside the label are items, two of them in several cells at least;
 * *first is where they begin: behind their header. */
static bool lists_items(const card_scan *s, const merge_range *label,
                        merge_range *first)
{
    card_spot spots[CARD_SPOTS_MAX];
    unsigned wide = 0;

    first->row = UINT32_MAX;
    for (uint32_t row = label->row; row <= label->last_row; row++) {
        size_t n = gather_item(s, label, row, spots);

        if (row == label->row && is_header(spots, n))
            continue;
        if (!is_item(s, spots, n))
            return false;
        if (first->row == UINT32_MAX)
            *first = spots[0].at;
        wide += n > 1;
    }
    return wide > 1;
}

static text join_items(card_scan *s, const merge_range *label, uint32_t row)
{
    card_spot spots[CARD_SPOTS_MAX];
    char *all = NULL;
    size_t length;
    buf b;

    buf_init(&b);
    for (; row <= label->last_row; row++) {
        size_t n = gather_item(s, label, row, spots);

        if (b.length > 0)
            buf_string(&b, "\n");
        for (size_t i = 0; i < n; i++) {
            if (i > 0)
                buf_string(&b, "　");
            buf_text(&b, view_text(s->view, row, spots[i].at.col));
        }
    }
    length = b.length;
    if (buf_ok(&b))
        all = arena_strndup(s->memory, buf_cstr(&b), length);
    buf_free(&b);
    return text_slice(all, all == NULL ? 0 : length);
}

bool card_take_items(card_scan *s, const card_spot *spots, size_t n,
                     uint32_t row, bool *ok)
{
    const merge_range *label = &spots[0].at;
    bool acts;
    merge_range first;
    card_pair *p;

    if (n < 2 || label->last_row == row || !spots[0].label)
        return false;
    acts = tells_acts(s, &spots[0]);
    if ((!acts && !holds_words(spots[0].role)) ||
        !lists_items(s, label, &first))
        return false;
    s->labels[label->col]++;
    s->block_end = label->last_row + 1;
    p = card_add_pair(s, &spots[0]);
    *ok = p != NULL;
    if (!*ok)
        return true;
    if (acts) {
        p->role = ROLE_ACTIVITY;
        p->label_own = text_of("取組状況");
    }
    p->value = first;
    p->filled = true;
    p->own = join_items(s, label, first.row);
    *ok = p->own.length > 0;
    return true;
}

bool card_heads_document(const card_scan *s, const card_spot spots[2])
{
    text no = view_text(s->view, spots[1].at.row, spots[1].at.col);

    return spots[0].string && !spots[1].label && no.length <= NUMBER_BYTES &&
           glyph_class_before(no, no.length) == GLYPH_DIGIT &&
           form_is_cover(view_text(s->view, spots[0].at.row,
                                   spots[0].at.col));
}
