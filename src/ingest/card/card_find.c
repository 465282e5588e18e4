/*
 * card_find.c - where cards begin and end, and what belongs to each
 */
#include "ingest/card/card_spot.h"

#include <string.h>

#include "ingest/form/grant_parts.h"
#include "ingest/form/layout_grant.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/department.h"
#include "ingest/rows/layout_rows.h"
#include "wording/glyph.h"

enum { TITLE_BYTES = 240 };

/* ---- Labels ----------------------------------------------------------- */

static bool is_number_mark(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19) ||
           (c >= 0x2460 && c <= 0x2473); /* ① to ⑳ */
}

/* The next character of a label that is no number. */
static uint32_t next_letter(text t, size_t *at)
{
    while (*at < t.length) {
        uint32_t c = utf8_next(t, at);

        if (!is_number_mark(c))
            return c;
    }
    return 0;
}

/* 事業名 and 事業名② are one label. */
bool card_same_label(const card_scan *s, const card_pair *a,
                       const card_pair *b)
{
    text x = card_label_text(s->view, a), y = card_label_text(s->view, b);
    size_t i = 0, j = 0;
    uint32_t c;

    if (a->role != b->role)
        return false;
    do {
        c = next_letter(x, &i);
        if (c != next_letter(y, &j))
            return false;
    } while (c != 0);
    return true;
}

static size_t count_label(const card_scan *s, const card_pair *key)
{
    size_t n = 0;

    for (size_t i = 0; i < s->all.pair_count; i++)
        n += card_same_label(s, &s->all.pairs[i], key);
    return n;
}

static bool is_blank(const sheet_view *v, uint32_t row)
{
    return row >= v->grid->rows || view_next(v, row, 0) == UINT32_MAX;
}

/* Nothing stands there of a card's columns. */
bool card_blank(const sheet_view *v, uint32_t row, const card *c)
{
    return row >= v->grid->rows || view_next(v, row, c->left) > c->right;
}

static bool gap_between(const sheet_view *v, uint32_t from, uint32_t to)
{
    for (uint32_t row = from + 1; row < to; row++)
        if (is_blank(v, row))
            return true;
    return false;
}

/* ---- Where cards begin ------------------------------------------------ */

static bool is_office(role r)
{
    return r == ROLE_BUREAU || r == ROLE_DIVISION;
}

/* 所管：産業部　商工課 above ■事業概要, as often as the label that begins what
 * stands below it: else it would be of the card above. NULL for none. */
static const card_pair *office_above(const card_scan *s, size_t key)
{
    const card_pair *pairs = s->all.pairs;
    size_t times = count_label(s, &pairs[key]);

    for (size_t i = 0; i < key && i < CARD_PAIRS_MIN && times > 1; i++)
        if (is_office(pairs[i].role) && pairs[i].filled &&
            count_label(s, &pairs[i]) == times)
            return &pairs[i];
    return NULL;
}

/* 事業名 | 朝市の開催; 主な取組 | 市場を開いた。 tells what was done. */
static bool names_card(const card_scan *s, const card_pair *p)
{
    return p->role == ROLE_PROJECT && p->filled &&
           !form_tells_parts(card_label_text(s->view, p),
                             card_value_text(s->view, p));
}

static bool can_be_title(const card_scan *s, const card_line *l);

/* A title above a label begins in its column. */
static bool is_titled(const card_scan *s, const card_pair *p)
{
    card_line above = { .row = p->label.row - 1 - s->title_gap,
                        .col = p->label.col };

    return p->label.row > s->title_gap &&
           view_begins(s->view, above.row, above.col) &&
           can_be_title(s, &above);
}

/* （1）朝市の開催 | （2）夜市の開催 above 担当 | … | 担当 | …: a label that names no
 * indicator and comes again beside itself, with a title of its own wherever
 * it stands. */
static const card_pair *titled_key(card_scan *s)
{
    const card_pair *pairs = s->all.pairs;
    bool beside = false, titled = true;

    if (s->all.pair_count == 0 || pairs[0].role == ROLE_KPI ||
        pairs[0].role == ROLE_NAME)
        return NULL;
    s->title_gap = pairs[0].label.row > 1 &&
                   is_blank(s->view, pairs[0].label.row - 1);
    for (size_t i = 0; i < s->all.pair_count && titled; i++) {
        if (!card_same_label(s, &pairs[i], &pairs[0]))
            continue;
        titled = is_titled(s, &pairs[i]);
        beside = beside || (i > 0 && pairs[i].label.row == pairs[0].label.row);
    }
    if (beside && titled)
        return pairs;
    s->title_gap = 0;
    return NULL;
}

/* The label that begins a card: 事業名, or what leads it each time; else the
 * first level that is named, or what stands below the titles of cards beside
 * each other. NULL: only titles tell cards apart. */
static const card_pair *find_key(card_scan *s)
{
    const card_pair *pairs = s->all.pairs, *key = NULL;
    const card_pair *above;
    size_t at = 0, first;

    for (size_t i = 0; i < s->all.pair_count && key == NULL; i++)
        if (names_card(s, &pairs[i]))
            key = &pairs[at = i];
    for (size_t i = 0; i < s->all.pair_count && key == NULL; i++)
        if (role_is_level(pairs[i].role) && pairs[i].filled)
            key = &pairs[at = i];
    if (key == NULL || (at == 0 && key->own.length > 0)) {
        const card_pair *counted = card_counted_key(s);

        if (counted != NULL || key == NULL)
            return counted != NULL ? counted : titled_key(s);
    }
    for (first = at; first > 0; first--)
        if (gap_between(s->view, pairs[first - 1].label.last_row,
                        pairs[first].label.row))
            break;
    while (first < at && !pairs[first].filled &&
           pairs[first].role != ROLE_NO) /* 個票（1） */
        first++; /* ■事業概要 */
    if (first < at &&
        count_label(s, &pairs[first]) == count_label(s, key))
        at = first;
    above = office_above(s, at);
    return above != NULL ? above : &pairs[at];
}

/* (1), （ア） or (i) in front of a name, and no remark in brackets. */
static bool has_bracket_number(text t)
{
    text no, rest;
    heading_style style = heading_read(t, &no, &rest);

    return style == STYLE_PAREN_NUMBER || style == STYLE_PAREN_ROMAN ||
           style == STYLE_KANA;
}

static bool can_be_title(const card_scan *s, const card_line *l)
{
    text t = view_text(s->view, l->row, l->col);

    return t.length > 0 && t.length <= TITLE_BYTES && !form_is_cover(t) &&
           department_of_line(t).length == 0 && !text_starts(t, "※") &&
           !text_starts(t, "注") && !form_is_section(s->reader, t) &&
           ((t.bytes[0] != '(' && !text_starts(t, "（")) ||
            has_bracket_number(t));
}

/* The last text alone on its line above a row, below another. */
static card_line *line_above(card_scan *s, uint32_t row, uint32_t floor,
                             uint32_t left, uint32_t right)
{
    card_line *found = NULL;

    for (size_t i = 0; i < s->line_count && s->lines[i].row < row; i++)
        if (s->lines[i].row >= floor && s->lines[i].col >= left &&
            s->lines[i].col <= right && can_be_title(s, &s->lines[i]))
            found = &s->lines[i];
    return found;
}

/* Without a label that begins cards: the first pair, and each behind a gap
 * with a title below it. */
static bool begins_by_title(card_scan *s, size_t i)
{
    const card_pair *p = &s->all.pairs[i], *before = p - 1;
    const card_line *l;

    if (i == 0)
        return true;
    l = line_above(s, p->label.row, before->label.row + 1, 0, UINT32_MAX);
    if (before->label.row == p->label.row || l == NULL)
        return false;
    for (uint32_t row = before->label.last_row + 1; row < l->row; row++)
        if (is_blank(s->view, row))
            return true;
    return false;
}

static card *add_card(card_list *out, arena *a, const card_pair *p,
                      uint32_t cols)
{
    card *c = arena_push(a, (void **)&out->items, &out->count,
                         &out->capacity, sizeof(*c));

    if (c != NULL) {
        c->top = c->bottom = p->label.row;
        c->left = p->label.col;
        c->right = cols - 1;
    }
    return c;
}

static bool find_starts(card_list *out, card_scan *s)
{
    const card_pair *key = find_key(s);

    for (size_t i = 0; i < s->all.pair_count; i++) {
        const card_pair *p = &s->all.pairs[i];

        if (key != NULL ? card_same_label(s, p, key) : begins_by_title(s, i))
            if (add_card(out, s->memory, p, s->view->grid->cols) == NULL)
                return false;
    }
    /* of those beside each other each ends where the next begins */
    for (size_t i = 0; i < out->count; i++) {
        card *c = &out->items[i];

        if (i == 0 || c[-1].top != c->top)
            c->left = 0;
        if (i + 1 < out->count && c[1].top == c->top)
            c->right = c[1].left - 1;
    }
    return true;
}

/* 施策１：にぎわい in a cell above the first card, which its label does not begin:
 * a heading of the sheet, in its place among the lines. */
static bool take_heads(card_scan *s, const card *first)
{
    for (size_t i = 0; i < s->all.pair_count; i++) {
        const card_pair *p = &s->all.pairs[i];

        if (p->label.row >= first->top)
            break;
        if (!role_is_level(p->role) || p->role == ROLE_PROJECT ||
            p->own.length == 0)
            continue;
        if (!card_add_line(s, p->label.row, p->label.col))
            return false;
        for (size_t k = s->line_count - 1;
             k > 0 && s->lines[k - 1].row > s->lines[k].row; k--) {
            card_line later = s->lines[k - 1];

            s->lines[k - 1] = s->lines[k];
            s->lines[k] = later;
        }
    }
    return true;
}

/* ---- The cards --------------------------------------------------------- */

static bool has_role(const card *c, bool (*is)(role r))
{
    for (size_t i = 0; i < c->pair_count; i++)
        if (is(c->pairs[i].role) && c->pairs[i].filled)
            return true;
    return false;
}

static bool is_project(role r)
{
    return r == ROLE_PROJECT;
}

/* 第2期総合戦略, 成果指標の達成状況: what all of it belongs to. */
static bool is_plan(text t)
{
    static const char *const words[] = { "KPI", "ＫＰＩ", "指標", "評価", "実績",
                                         "達成" };
    static const char *const ends[] = { "戦略", "計画", "プラン", "ビジョン",
                                        "市", "町", "村", "県", "区", "年度" };

    return text_contains_one(t, words, sizeof(words) / sizeof(*words)) ||
           text_ends_in(t, ends, sizeof(ends) / sizeof(*ends));
}

/* A title right above a card that names what it belongs to (基本目標 | …) is
 * its project's. */
static bool names_project(const card_scan *s, const card *c,
                          const card_line *l, bool several)
{
    merge_range at = view_range(s->view, l->row, l->col);
    text no, rest;
    heading_style style = heading_read(view_text(s->view, l->row, l->col),
                                       &no, &rest);

    if (!has_role(c, role_is_level))
        return true;
    if (style == STYLE_NONE && !several && is_plan(rest))
        return false;
    return at.last_row + 1 == c->top && style != STYLE_GOAL_WORD &&
           style != STYLE_THEME_WORD && style != STYLE_MEASURE_WORD &&
           style != STYLE_ROMAN;
}

static text title_words(const card_scan *s, const card_line *l)
{
    text t = view_text(s->view, l->row, l->col), no, rest;

    return heading_read(t, &no, &rest) == STYLE_BULLET ? rest : t;
}

/* 記入例 on a line above, or a name that is only a pattern. */
static bool is_example(const card_scan *s, const card *c, uint32_t floor)
{
    for (size_t i = 0; i < s->line_count && s->lines[i].row < c->top; i++) {
        text t = view_text(s->view, s->lines[i].row, s->lines[i].col);

        if (s->lines[i].row >= floor && row_is_example(t) &&
            !(row_hides_city(t) && (form_is_cover(t) || is_plan(t))))
            return true;
    }
    for (size_t i = 0; i < c->pair_count; i++) {
        const card_pair *p = &c->pairs[i];

        if (p->filled && (p->role == ROLE_PROJECT || p->role == ROLE_KPI) &&
            row_is_example(card_value_text(s->view, p)))
            return true;
    }
    return false;
}

static bool is_beside(const card_list *list, size_t i)
{
    const card *c = &list->items[i];

    return (i > 0 && c[-1].top == c->top) ||
           (i + 1 < list->count && c[1].top == c->top);
}

/* Of cards beside each other the line that is alone in one's columns, right
 * above it: (1) … | (2) …, or 産業局 | 環境局. */
static card_line *own_line(card_scan *lines, const card *c, uint32_t floor)
{
    uint32_t reach = 1 + lines->title_gap;

    return c->top >= floor + reach ? line_above(lines, c->top, c->top - reach,
                                                c->left, c->right)
                                   : NULL;
}

static void set_title(const card_scan *s, card *c, card_line *title)
{
    title->title = c->has_title = true;
    c->title = view_range(s->view, title->row, title->col);
    c->title_words = title_words(s, title);
}

static bool names_office(const card_scan *s, const card_line *own)
{
    return own != NULL && office_name(view_text(s->view, own->row, own->col));
}

/* The line that names a card's project, unless a label does. */
static card_line *project_title(card_scan *s, card_line *own, const card *c,
                                uint32_t floor, bool several)
{
    card_line *title = own != NULL ? own
                                   : line_above(s, c->top, floor, c->left,
                                                c->right);

    return title != NULL && !names_office(s, own) &&
                   names_project(s, c, title, several)
               ? title : NULL;
}

static void find_title(card_scan *s, card_line *own, card *c, uint32_t floor,
                       bool several)
{
    card_line *title;

    if (names_office(s, own)) {
        c->office = !has_role(c, is_office);
        if (c->office)
            set_title(s, c, own);
        return;
    }
    title = has_role(c, is_project)
                ? NULL : project_title(s, own, c, floor, several);
    if (title != NULL)
        set_title(s, c, title);
}

/* 主な取組 with sentences, below 事業名, or several of them below 施策名 or a title
 * that names the project: what was done, and no name of it. */
static void tell_parts(const card_scan *s, card *c, bool titled)
{
    bool named = c->pair_count > 0 &&
                 card_numbers_name(s, c->pairs[0].label.row);
    bool level = titled;

    for (size_t i = 0; i < c->pair_count; i++) {
        card_pair *p = &c->pairs[i];
        text label, value;

        level = level || (p->role == ROLE_MEASURE && p->filled);
        if (p->role != ROLE_PROJECT)
            continue;
        label = card_label_text(s->view, p);
        value = card_value_text(s->view, p);
        if (form_tells_parts(label, value) ||
            ((named || level) && form_names_parts(label) &&
             (named || !form_names_one(label, value)))) {
            p->role = ROLE_ACTIVITY;
            p->label_own = text_of("取組状況");
        }
        named = named || p->filled;
    }
}

/* 内容 | 教室を開く。 that no indicator's group holds: what the project is about,
 * and no name. */
static void tell_summary(const card_scan *s, card *c)
{
    for (size_t i = 0; i < c->pair_count; i++) {
        card_pair *p = &c->pairs[i];

        if (p->role == ROLE_NAME && p->group == SIZE_MAX && p->filled &&
            text_ends(card_value_text(s->view, p), "。")) {
            p->role = ROLE_SUMMARY;
            p->label_own = text_of("事業内容");
        }
    }
}

static bool fill_cards(card_list *out, card_scan *s)
{
    uint32_t floor = 0, bottom = 0;

    for (size_t i = 0; i < out->count; i++) {
        card *c = &out->items[i];
        uint32_t end = s->view->grid->rows;
        card_scan alone, *lines;
        card_line *own;

        if (i > 0 && c[-1].top != c->top)
            floor = bottom + 1;
        for (size_t k = i; k < out->count && end == s->view->grid->rows; k++)
            if (out->items[k].top > c->top)
                end = out->items[k].top;
        if (is_beside(out, i) && !card_scan_alone(&alone, s, c, end))
            return false;
        lines = is_beside(out, i) ? &alone : s;
        if (!card_take_pairs(lines, c, end) || !card_take_groups(lines, c))
            return false;
        own = lines == s ? NULL : own_line(lines, c, floor);
        tell_parts(s, c, project_title(s, own, c, floor,
                                       out->count > 1) != NULL);
        tell_summary(s, c);
        card_tell_counted(s, c);
        card_set_lanes(s, c);
        bottom = c->bottom > bottom ? c->bottom : bottom;
        find_title(s, own, c, floor, out->count > 1);
        c->example = is_example(s, c, floor);
        c->holds = card_holds_indicator(s, c);
    }
    card_judge(out, s);
    for (size_t i = 0; i < s->line_count && out->count > 0; i++)
        s->lines[i].section =
            form_is_section(s->reader, view_text(s->view, s->lines[i].row,
                                                 s->lines[i].col));
    return true;
}

/* Years and their figures alone: H27 | 490人. What begins a card, names an
 * indicator or may do so, or stands in front of several labels, is not there. */
static bool names_nothing(const card_scan *s)
{
    for (size_t i = 0; i < s->all.pair_count; i++) {
        role r = s->all.pairs[i].role;

        if (r == ROLE_NONE || r == ROLE_KPI || role_is_level(r))
            return false;
    }
    return s->all.group_count == 0;
}

bool card_find(card_list *out, reader *r, arena *a)
{
    card_scan s = { .reader = r, .memory = a, .view = &r->view };

    *out = (card_list){ .whole = false };
    if (!card_scan_sheet(&s))
        return false;
    if (s.all.pair_count < CARD_PAIRS_MIN || names_nothing(&s))
        return true;
    if (!find_starts(out, &s) ||
        (out->count > 0 && !take_heads(&s, &out->items[0])) ||
        !fill_cards(out, &s))
        return false;
    out->lines = s.lines;
    out->line_count = s.line_count;
    return true;
}
