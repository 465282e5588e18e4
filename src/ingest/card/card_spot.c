/*
 * card_spot.c - the cells of a card's line: labels, years and what else
 */
#include "ingest/card/card_spot.h"

#include <string.h>

#include "ingest/form/grant_parts.h"
#include "ingest/header/level_number.h"
#include "ingest/header/office_name.h"
#include "ingest/header/unit_words.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"
#include "ingest/table/asked_label.h"
#include "wording/glyph.h"

enum { VERDICT_BYTES = 60, SIDE_BYTES = 60, SIDE_PARTS_MIN = 3 };

const header_word *card_word(const card_scan *s, uint32_t row, uint32_t col)
{
    return asked_label(s->view, table_word(s->view, s->reader->roles, row,
                                           col, s->reader->context_year),
                       row, col);
}

const header_word *card_likely_word(const card_scan *s, uint32_t row,
                                    uint32_t col)
{
    if (view_cell(s->view, row, col)->type == CELL_STRING &&
        !table_may_be_word(s->view, s->reader->roles, row, col,
                           s->reader->context_year))
        return NULL;
    return card_word(s, row, col);
}

bool card_bare_label(text t, text *bare)
{
    static const char *const pairs[][2] = {
        { "【", "】" }, { "〔", "〕" }, { "［", "］" }, { "[", "]" },
        { "＜", "＞" }, { "<", ">" }, { "《", "》" }, { "〈", "〉" },
        { "「", "」" }
    };
    static const char *const marks[] = { "■", "□", "◆", "◇", "●", "○", "▼",
                                         "▽", "▶", "・", "※" };
    size_t length = t.length, next;
    glyph_class first = glyph_at(t, 0, &next);

    *bare = t;
    if ((glyph_is_letter(first) || first == GLYPH_DIGIT) &&
        !text_ends(t, "：") && !text_ends(t, ":"))
        return false; /* as most texts */
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (text_starts(t, marks[i]))
            t = text_trim(text_from(t, strlen(marks[i])));
    if (text_ends(t, "：") || text_ends(t, ":"))
        t = text_trim(text_cut(t, 0, t.length - (text_ends(t, ":")
                                                     ? 1
                                                     : strlen("："))));
    for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
        if (text_starts(t, pairs[i][0]) && text_ends(t, pairs[i][1]))
            t = text_trim(text_cut(t, strlen(pairs[i][0]),
                                   t.length - strlen(pairs[i][1])));
    *bare = t;
    return t.length > 0 && t.length < length;
}

/* 評価　B, 判定A; not 1 of 評価1, which may be a number. */
static size_t verdict_end(const card_scan *s, text t, text *label, text *value)
{
    text said = t.length > VERDICT_BYTES ? text_of("")
                                         : project_verdict_behind(t);
    size_t at;

    if (said.length == 0 || glyph_has_digit(said) ||
        !project_grade_like(s->reader, t))
        return SIZE_MAX;
    at = (size_t)(said.bytes - t.bytes);
    *label = text_trim(text_cut(t, 0, at));
    *value = said;
    return at;
}

size_t card_label_end(const card_scan *s, text t, text *label, text *value)
{
    size_t close = text_starts(t, "【") ? text_find(t, "】", 0) : SIZE_MAX;
    size_t at;

    if (close != SIZE_MAX && text_find(t, "【", close) == SIZE_MAX) {
        *label = text_trim(text_cut(t, strlen("【"), close));
        *value = text_trim(text_from(t, close + strlen("】")));
        return close;
    }
    at = glyph_colon(t, value);
    if (at == SIZE_MAX)
        return verdict_end(s, t, label, value);
    *label = text_trim(text_cut(t, 0, at));
    return at;
}

/* 単位 | 地区: a value, though other words of a header name a column so. */
static bool is_unit_beside(const card_scan *s, const card_spot *left, text t)
{
    return left->label && left->role == ROLE_UNIT && unit_word(s->memory, t);
}

/* 区分 | 成果指標 alone in its row: what sort the indicator is, and no label
 * whose value is missing. */
static bool is_sort_beside(const card_scan *s, const card_spot *left,
                           const card_spot *p, text t)
{
    static const char *const sorts[] = { "成果指標", "活動指標", "アウトカム指標",
                                         "アウトプット指標", "アウトカム",
                                         "アウトプット" };

    return left->label && p->role == ROLE_KPI &&
           (left->role == ROLE_LINE || left->role == ROLE_KIND ||
            left->role == ROLE_IGNORED) &&
           text_in(t, sorts, sizeof(sorts) / sizeof(*sorts)) &&
           view_next(s->view, p->at.row, p->at.last_col + 1) > s->right;
}

/* 判定 | 評価対象外 or 判定 above it: the verdict, and no label of its reason. */
static bool is_verdict(const card_scan *s, const card_spot *left,
                       const card_spot *p, text t)
{
    const header_word *above;

    if (p->role != ROLE_STATUS || !project_status_like(s->reader, t) ||
        view_next(s->view, p->at.row, p->at.last_col + 1) <= s->right)
        return false;
    if (left != NULL)
        return left->label && left->role == ROLE_GRADE;
    if (p->at.row == 0 || !view_begins(s->view, p->at.row - 1, p->at.col) ||
        !view_filled(s->view, p->at.row - 1, p->at.col))
        return false;
    above = card_word(s, p->at.row - 1, p->at.col);
    return above->exact && above->role == ROLE_GRADE;
}

/* 成果指標 says what stands beside it; 指標の状況 heads a part, and so does 指標 in
 * front of an indicator's label: 指標 | 重要業績評価指標（KPI） | …. */
static bool says_beside(const card_scan *s, merge_range at, text t)
{
    const header_word *w = card_word(s, at.row, at.col);
    uint32_t next;

    if (!w->exact || w->role != ROLE_KPI || text_ends(t, "状況"))
        return false;
    next = view_next(s->view, at.row, at.last_col + 1);
    w = text_equal(t, text_of("指標")) ? card_word(s, at.row, next) : NULL;
    return w == NULL || !w->exact || w->role != ROLE_KPI;
}

uint32_t card_side_column(const card_scan *s)
{
    const sheet_view *v = s->view;
    const grid *g = v->grid;
    uint32_t col = UINT32_MAX, last = 0;
    unsigned parts = 0;

    for (size_t i = 0; i < g->merge_count; i++)
        if (g->merges[i].last_row > g->merges[i].row &&
            g->merges[i].col < col)
            col = g->merges[i].col;
    for (uint32_t row = 0; col != UINT32_MAX && row < g->rows; row++) {
        merge_range m = view_range(v, row, col);
        text t = view_text(v, row, col);

        if (t.length == 0 || m.row != row || m.col != col ||
            view_next(v, row, m.last_col + 1) == UINT32_MAX)
            continue;
        if (view_next(v, row, 0) != col || t.length > SIDE_BYTES ||
            !form_titles_part(t) || (parts > 0 && m.last_col != last))
            return UINT32_MAX;
        if (says_beside(s, m, t))
            return UINT32_MAX;
        last = m.last_col;
        parts++;
    }
    return parts >= SIDE_PARTS_MIN ? col : UINT32_MAX;
}

/* 指標の状況 beside several lines, 評価 in front of 総合評価 | A; 目的 | … in one line
 * says a fact itself. */
static bool titles_lines(const card_scan *s, uint32_t row, uint32_t col)
{
    merge_range m = view_range(s->view, row, col);
    uint32_t next = view_next(s->view, row, m.last_col + 1);

    return next <= s->right &&
           (m.last_row > row || !card_word(s, row, col)->exact ||
            card_word(s, row, next)->exact);
}

size_t card_gather(const card_scan *s, card_spot spots[CARD_SPOTS_MAX],
                   uint32_t row)
{
    const sheet_view *v = s->view;
    size_t n = 0;

    if (row >= v->grid->rows)
        return 0;
    for (uint32_t c = view_next(v, row, s->left); c <= s->right;
         c = view_next(v, row, c + 1)) {
        const header_word *w;
        text t, bare;
        card_spot *p;

        if (c == s->side && n == 0 && titles_lines(s, row, c))
            continue;
        if (n == CARD_SPOTS_MAX)
            return 0;
        p = &spots[n++];
        *p = (card_spot){ .at = view_range(v, row, c) };
        p->string = view_cell(v, row, c)->type == CELL_STRING;
        p->words = text_of("");
        t = view_text(v, row, c);
        if (t.length > CARD_LABEL_BYTES)
            continue;
        w = card_likely_word(s, row, c);
        if ((w == NULL || !w->exact) && p->string && card_bare_label(t, &bare)) {
            w = asked_label(s->view,
                            header_roles_find(s->reader->roles, bare,
                                              s->reader->context_year),
                            row, c);
            if (w->exact || w->year_only)
                p->words = bare;
        }
        p->unread = w == NULL;
        if (w == NULL)
            continue;
        p->role = w->role;
        p->year = w->year_only;
        p->label = w->exact && w->role != ROLE_NONE && !w->year_only &&
                   !(n > 1 && (is_unit_beside(s, p - 1, t) ||
                               is_sort_beside(s, p - 1, p, t))) &&
                   !is_verdict(s, n > 1 ? p - 1 : NULL, p, t);
    }
    return n;
}

size_t card_take_division(const card_scan *s, card_pair *pair,
                          const card_spot *behind, size_t left)
{
    text upper, lower;

    if ((pair->role != ROLE_BUREAU && pair->role != ROLE_DIVISION) ||
        left == 0 || behind->label || !behind->string ||
        behind->at.col != pair->value.last_col + 1)
        return 0;
    upper = view_text(s->view, pair->value.row, pair->value.col);
    lower = view_text(s->view, behind->at.row, behind->at.col);
    if (!office_goes_on(upper, lower))
        return 0;
    pair->own = text_of(department_joined(s->reader, upper, lower));
    return 1;
}

size_t card_take_number(const card_scan *s, card_pair *pair,
                        const card_spot *behind)
{
    uint32_t col = pair->value.col;
    text name;

    if (behind->label || !behind->string ||
        behind->at.col != pair->value.last_col + 1 ||
        behind->at.row != pair->value.row)
        return 0;
    name = form_number_joined(s->reader, behind->at.row, &col);
    if (col != behind->at.col)
        return 0;
    pair->own = name;
    pair->value = behind->at;
    return 1;
}

/* The level that a line says, with its label: 施策：3-1 健康, or 施策3-1　健康; NONE for
 * other words. */
static role level_of(const card_scan *s, text line, text *label, text *value)
{
    const form look = { .reader = s->reader };
    const header_word *w = form_pair_in(&look, line, label, value);
    text no;

    if (w == NULL) {
        w = level_number_read(s->reader->roles, s->reader->context_year, line,
                              &no, value);
        if (w == NULL)
            return ROLE_NONE;
        *label = text_trim(text_cut(line, 0, (size_t)(no.bytes - line.bytes)));
        *value = text_from(line, (size_t)(no.bytes - line.bytes));
    }
    return role_is_level(w->role) && value->length > 0 ? w->role : ROLE_NONE;
}

bool card_take_levels(card_scan *s, card_pair *pair)
{
    bool own = pair->own.length > 0; /* the label is in front of it */
    text all = own ? pair->own
                   : view_text(s->view, pair->value.row, pair->value.col);
    text label, value;
    size_t first = text_find(all, "\n", 0), at = own ? first + 1 : 0;
    card_pair model = *pair;

    if (first == SIZE_MAX || !role_is_level(pair->role))
        return true;
    while (at < all.length)
        if (level_of(s, text_line(all, &at), &label, &value) == ROLE_NONE)
            return true; /* its value goes on */
    at = 0;
    value = text_line(all, &at);
    if (own)
        pair->own = value;
    else
        pair->role = level_of(s, value, &pair->label_own, &pair->own);
    while (at < all.length) {
        card_pair *p = arena_push(s->memory, (void **)&s->all.pairs,
                                  &s->all.pair_count, &s->all.pair_capacity,
                                  sizeof(*p));

        if (p == NULL)
            return false;
        *p = model;
        p->role = level_of(s, text_line(all, &at), &p->label_own, &p->own);
    }
    return true;
}

/* 基本目標 of 基本目標１　…: the label that a part of a path has in it. */
static bool path_part(const card_scan *s, text part, card_pair *out)
{
    text no, title;
    const header_word *w;

    if (!heading_has_word(heading_read(part, &no, &title)) ||
        no.length == 0 || title.length == 0 ||
        text_find(title, "。", 0) != SIZE_MAX)
        return false;
    out->label_own = text_trim(text_cut(part, 0,
                                        (size_t)(no.bytes - part.bytes)));
    out->own = part;
    w = header_roles_find(s->reader->roles, out->label_own,
                          s->reader->context_year);
    out->role = w->role;
    return w->exact && role_is_level(w->role) && w->role != ROLE_PROJECT;
}

bool card_is_path(const card_scan *s, text t)
{
    text before = text_of("");
    card_pair part;
    size_t next;

    if (heading_path_end(t, 0, &next) == t.length)
        return false;
    for (size_t at = 0; at < t.length; at = next) {
        text own = text_cut(t, at, heading_path_end(t, at, &next));

        if (!path_part(s, text_trim(own), &part) ||
            text_equal(part.label_own, before))
            return false; /* several of a kind, or words */
        before = part.label_own;
    }
    return true;
}

/* 位置付け | ③ 港の振興: one level, of which only the mark says that it is a theme. */
static void take_unnamed(card_pair *pair, text t)
{
    text no, title;

    if (pair->known || pair->role != ROLE_NONE ||
        heading_read(t, &no, &title) != STYLE_CIRCLED || title.length == 0)
        return;
    pair->role = ROLE_THEME;
    pair->label_own = text_of("テーマ");
}

bool card_take_path(card_scan *s)
{
    size_t last = s->all.pair_count - 1, next;
    card_pair part = s->all.pairs[last];
    text t = card_value_text(s->view, &part);

    if (!card_is_path(s, t)) {
        take_unnamed(&s->all.pairs[last], t);
        return true;
    }
    part.known = true;
    for (size_t at = 0; at < t.length; at = next) {
        text own = text_cut(t, at, heading_path_end(t, at, &next));

        path_part(s, text_trim(own), &part);
        if (at > 0 && arena_push(s->memory, (void **)&s->all.pairs,
                                 &s->all.pair_count, &s->all.pair_capacity,
                                 sizeof(part)) == NULL)
            return false;
        s->all.pairs[at == 0 ? last : s->all.pair_count - 1] = part;
    }
    return true;
}

bool card_below_group(const card_scan *s, const card_spot *p)
{
    for (size_t n = s->all.group_count; n-- > 0;)
        if (!s->all.groups[n].band)
            return s->all.groups[n].label.col == p->at.col;
    return false;
}

bool card_counts_lines(const card_scan *s, const card_spot *p,
                       const card_spot *label)
{
    enum { NUMBER_BYTES = 9 };
    const sheet_view *v = s->view;
    text t = view_text(v, p->at.row, p->at.col);
    size_t next;

    if (!label->label || !card_adjacent(p, label) || t.length > NUMBER_BYTES ||
        glyph_at(t, 0, &next) == GLYPH_END ||
        (next < t.length && !glyph_has_digit(t)))
        return false;
    if (p->at.last_row > p->at.row)
        return !p->string; /* any word is the group of its lines */
    return label->role == ROLE_KPI && p->at.row + 1 < v->grid->rows &&
           !view_filled(v, p->at.row + 1, p->at.col) &&
           view_next(v, p->at.row + 1, p->at.col) == label->at.col;
}

bool card_is_numbered(const card_scan *s, merge_range at)
{
    const sheet_view *v = s->view;
    text t = view_text(v, at.row, at.col);
    uint32_t below = at.last_row + 1;
    const header_word *w;

    if (glyph_class_before(t, t.length) != GLYPH_DIGIT ||
        below >= v->grid->rows || !view_filled(v, below, at.col) ||
        !view_begins(v, below, at.col))
        return false;
    w = card_word(s, below, at.col);
    return w->exact && role_is_level(w->role);
}

bool card_lists_years(const card_scan *s, const card_spot *spots, size_t n,
                      uint32_t row)
{
    bool names = false;

    for (size_t i = 0; i < n; i++) {
        uint32_t col = spots[i].at.col, below = row;

        names = names || spots[i].role == ROLE_PROJECT;
        if (spots[i].role != ROLE_YEAR || !names)
            continue;
        while (++below <= row + 2 && below < s->view->grid->rows &&
               view_filled(s->view, below, col) &&
               view_begins(s->view, below, col) &&
               (card_word(s, below, col)->has_year ||
                card_word(s, below, col)->year_only))
            ;
        if (below > row + 2)
            return true;
    }
    return false;
}

bool card_left_empty(const card_scan *s, const card_spot *spots, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        text t = view_text(s->view, spots[i].at.row, spots[i].at.col);
        size_t k = s->all.pair_count;
        const card_pair *p;

        do {
            if (k == 0)
                return false;
            p = &s->all.pairs[--k];
        } while (p->label.col != spots[i].at.col || !p->filled ||
                 p->value.row != p->label.row ||
                 (i + 1 < n && p->value.col >= spots[i + 1].at.col) ||
                 !text_equal(view_text(s->view, p->label.row, p->label.col),
                             t));
    }
    return true;
}

bool card_add_group(card_scan *s, const card_spot *label, uint32_t last_row,
                    bool band)
{
    card_group *g =
        arena_push(s->memory, (void **)&s->all.groups, &s->all.group_count,
                   &s->all.group_capacity, sizeof(*g));

    if (g == NULL)
        return false;
    *g = (card_group){ label->at, label->words, last_row,
                       label->label  ? label->role
                       : label->year ? ROLE_YEAR : ROLE_NONE,
                       band, 0, UINT32_MAX, SIZE_MAX };
    return true;
}
