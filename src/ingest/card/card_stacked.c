/*
 * card_stacked.c - indicators one below the other behind one label
 *
 *     数値目標 | 来場者数：50人（H26）⇒90人（H31） | H27 | 60人
 *     ^        | ^                                 | H28 | 70人
 *     ^        | 出店数：5店（H26）⇒9店（H31）     | H27 | 6店
 *     ^        | ^                                 | H28 | 8店
 *
 *     数値目標 | 来場者数 | 目標 | 90人 | 実績 | 70人
 *              | 出店数   | 目標 | 9店  | 実績 | 8店
 *
 *     指標     | 来場者数 | 目標 | 90人
 *     指標     | 出店数   | 目標 | 9店
 *     R4実績   | 来場者数 | 60人
 *     R4実績   | 出店数   | 6店
 *
 * Each is as good as one with a label of its own, and what names an indicator
 * again further down is its figure. So is one beside a project's
 * labels, right above its figures:
 *
 *     事業名 | 朝市の開催 |  | 来場者数 | <
 *     担当課 | 商工課     |  | 基準値   | 50人
 *     評価   | B          |  | R4実績   | 60人
 */
#include "ingest/card/card_spot.h"

#include "ingest/form/grant_parts.h"
#include "ingest/header/banner.h"
#include "ingest/header/department_words.h"
#include "ingest/header/unit_words.h"

const card_pair *card_last_indicator(const card_scan *s)
{
    for (size_t i = s->all.pair_count; i-- > 0;)
        if (s->all.pairs[i].role == ROLE_KPI)
            return &s->all.pairs[i];
    return NULL;
}

/* ①来場者数, ・来場者数: without what stands in front. */
static text bare_name(text t)
{
    text no, title = t;
    heading_style style = heading_read(t, &no, &title);

    return style == STYLE_CIRCLED || style == STYLE_BULLET ||
                   style == STYLE_PAREN_NUMBER ? title : t;
}

/* The indicator above with a name, alone in its line; pair_count: none. */
static size_t named_above(const card_scan *s, const card_spot *name)
{
    const card_pair *pairs = s->all.pairs;
    text t = bare_name(view_text(s->view, name->at.row, name->at.col));
    size_t found = s->all.pair_count;

    for (size_t i = 0; i < s->all.pair_count; i++) {
        if (pairs[i].role != ROLE_KPI || !pairs[i].filled)
            continue;
        if (found < s->all.pair_count &&
            pairs[found].line == pairs[i].line)
            return s->all.pair_count;
        if (pairs[i].value.row < name->at.row &&
            text_equal(bare_name(card_value_text(s->view, &pairs[i])), t))
            found = i;
    }
    return found;
}

/* The last pair goes behind those of an indicator. */
static void move_behind(card_scan *s, size_t indicator)
{
    card_pair *pairs = s->all.pairs, moved;
    size_t to = indicator + 1, last = s->all.pair_count - 1;

    while (to < last && pairs[to].role != ROLE_KPI &&
           (role_is_figure(pairs[to].role) || pairs[to].role == ROLE_UNIT ||
            pairs[to].role == ROLE_RATE))
        to++;
    moved = pairs[last];
    moved.line = pairs[indicator].line;
    for (size_t i = last; i > to; i--)
        pairs[i] = pairs[i - 1];
    pairs[to] = moved;
}

static const card_spot *skip_group(const card_spot *spots, size_t *n)
{
    if (*n < 4 || *n % 2 != 0 || spots[0].at.last_row == spots[0].at.row)
        return spots;
    (*n)--;
    return spots + 1;
}

/* Behind the first figure: 達成率 | 96％. */
static bool goes_on_in_pairs(const card_spot *line, size_t n)
{
    for (size_t i = 3; i < n; i += 2)
        if (!line[i].label || i + 1 == n || line[i + 1].label ||
            !(card_figure_label(line[i].role) || line[i].role == ROLE_RATE))
            return false;
    return true;
}

static bool add_named(card_scan *s, const card_spot *label,
                      const card_spot *value, size_t indicator)
{
    card_pair *p = card_add_pair(s, label);

    if (p == NULL)
        return false;
    p->value = value->at;
    p->filled = true;
    s->labels[label->at.col]++;
    move_behind(s, indicator);
    return true;
}

/* 見守り員の充足率 | 94.6％ below R6実績 | 協定を結んだ店の数 | 58店: the label of the line
 * above, which is merged over both or stands above an empty cell. */
static bool label_above(const card_scan *s, const card_spot *spots,
                        card_spot *label)
{
    uint32_t row = spots[0].at.row;

    for (size_t i = s->all.pair_count; i-- > 0;) {
        const card_pair *p = &s->all.pairs[i];

        if (p->value.last_row + 1 != row || p->label.row >= row ||
            p->value.col != spots[1].at.col ||
            p->label.last_col >= spots[0].at.col ||
            !card_figure_label(p->role) ||
            (p->label.last_row < row &&
             view_filled(s->view, row, p->label.col)))
            continue;
        *label = (card_spot){ .at = p->label, .role = p->role, .label = true,
                              .string = true };
        label->words = card_label_text(s->view, p);
        label->at.row = row;
        label->at.last_row = p->label.last_row < row ? row
                                                     : p->label.last_row;
        return true;
    }
    return false;
}

bool card_take_named(card_scan *s, const card_spot *spots, size_t n, bool *ok)
{
    const card_spot *line = skip_group(spots, &n), *label, *name;
    size_t indicator;
    card_spot above;

    if (n == 2 && spots[0].string && !spots[0].label && !spots[1].label &&
        s->all.pair_count > 0 &&
        (indicator = named_above(s, spots)) < s->all.pair_count &&
        label_above(s, spots, &above)) {
        *ok = add_named(s, &above, &spots[1], indicator);
        return true;
    }
    if (n < 3 || line[2].label || s->all.pair_count == 0 ||
        line[0].label == line[1].label || !goes_on_in_pairs(line, n))
        return false;
    label = line[0].label ? &line[0] : &line[1];
    name = line[0].label ? &line[1] : &line[0];
    if (!card_figure_label(label->role) || !name->string || name->year ||
        (indicator = named_above(s, name)) == s->all.pair_count)
        return false;
    *ok = add_named(s, label, &line[2], indicator);
    for (size_t i = 3; i < n && *ok; i += 2)
        *ok = add_named(s, &line[i], &line[i + 1], indicator);
    if (*ok && line != spots)
        *ok = card_add_group(s, spots, spots->at.last_row, false);
    return true;
}

bool card_below_indicator(const card_scan *s, uint32_t row, uint32_t col)
{
    for (size_t i = s->all.pair_count; i-- > 0;) {
        const card_pair *p = &s->all.pairs[i];

        if (p->line + 1 != row)
            break;
        if (p->role == ROLE_KPI)
            return p->value.last_row + 1 == row && p->value.col == col;
    }
    return false;
}

/* Behind the label of the one above: that is merged over the line, or stands
 * above an empty cell, with nothing between both lines. */
static bool goes_on(const card_scan *s, const card_pair *above,
                    const card_spot *name, uint32_t row)
{
    uint32_t col = above->label.col;

    if (above->label.row < row && above->label.last_row >= row)
        return above->value.last_row < row;
    return above->value.last_row + 1 == row &&
           view_next(s->view, row, s->left) == name->at.col &&
           !view_filled(s->view, row, col);
}

bool card_take_stacked(card_scan *s, const card_spot *spots, size_t n,
                       uint32_t row, bool *ok)
{
    const card_pair *above;
    card_spot label = { .label = true, .string = true, .role = ROLE_KPI,
                        .words = text_of("") };
    text own, value;
    role what;
    card_pair *p;

    if (n < 2 || !spots[0].string || spots[0].label || spots[0].year ||
        !card_adjacent(&spots[0], &spots[1]) ||
        (above = card_last_indicator(s)) == NULL || !above->filled ||
        above->own.length > 0 || above->value.col != spots[0].at.col ||
        !goes_on(s, above, &spots[0], row) ||
        !(spots[1].year ? n > 2 && above->label.last_row >= row
                        : card_tells_figure(s, &spots[1])) ||
        card_split(s, &spots[0], &own, &value, &what))
        return false;
    label.at = above->label;
    label.at.row = row;
    label.words = card_label_text(s->view, above);
    p = card_add_pair(s, &label);
    *ok = p != NULL;
    if (p != NULL) {
        p->value = spots[0].at;
        p->filled = true;
    }
    return true;
}

/* Has the last indicator a name already, and no figure yet? */
static bool awaits_figures(const card_scan *s)
{
    for (size_t i = s->all.pair_count; i-- > 0;) {
        if (role_is_figure(s->all.pairs[i].role))
            return false;
        if (s->all.pairs[i].role == ROLE_KPI && s->all.pairs[i].filled)
            return true;
    }
    return false;
}

/* A few words that may be a name: not （単位：人）, 観光係, ■評価. */
static bool is_name(const card_scan *s, text t)
{
    enum { NAME_LEAST = 6, NAME_BYTES = 150 };

    return t.length >= NAME_LEAST && t.length <= NAME_BYTES &&
           form_is_phrase(t) && !text_starts(t, "（") &&
           !text_starts(t, "(") && !form_is_no_name(t) &&
           !form_is_section(s->reader, t) && !form_is_cover(t) &&
           !unit_is_line(t) && !department_like(t);
}

bool card_take_name_above(card_scan *s, const card_spot *p, bool *ok)
{
    text t = view_text(s->view, p->at.row, p->at.col);
    uint32_t below = p->at.last_row + 1;
    const header_word *w;
    card_pair *pair;

    if (!p->string || p->year || !is_name(s, t) || awaits_figures(s) ||
        below >= s->view->grid->rows ||
        view_next(s->view, p->at.row, p->at.last_col + 1) <= s->right ||
        !view_filled(s->view, below, p->at.col) ||
        !view_begins(s->view, below, p->at.col))
        return false;
    w = card_word(s, below, p->at.col);
    if (!w->exact || !card_figure_label(w->role))
        return false;
    pair = card_add_pair(s, p);
    *ok = pair != NULL;
    if (pair == NULL)
        return true;
    pair->role = ROLE_KPI;
    pair->known = pair->filled = true;
    pair->label_own = text_of("指標名");
    pair->own = t;
    pair->value = p->at;
    return true;
}
