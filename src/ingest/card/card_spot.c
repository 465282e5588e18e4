/*
 * card_spot.c - the cells of a card's line: labels, years and what else
 */
#include "ingest/card/card_spot.h"

#include <string.h>

#include "ingest/form/grant_parts.h"
#include "ingest/header/office_name.h"
#include "ingest/header/unit_words.h"
#include "ingest/reader/cell_value.h"
#include "ingest/reader/department.h"
#include "ingest/reader/note_words.h"
#include "ingest/reader/project_grade.h"
#include "ingest/table/asked_label.h"
#include "wording/glyph.h"
#include "wording/no_number.h"
#include "wording/number_text.h"

enum { VERDICT_BYTES = 60, REASON_BYTES = 45, SIDE_BYTES = 60,
       SIDE_PARTS_MIN = 3 };

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
        { "「", "」" }, { "（", "）" }, { "(", ")" }
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

/* 調査中, －: behind a label's space, why there is no figure. */
static bool says_no_figure(text t)
{
    figure_state state = t.length > REASON_BYTES ? STATE_TEXT
                                                 : no_number_state(t);

    return state >= STATE_PENDING && state <= STATE_MISSING;
}

/* 目標　200万人（H32年度）, 現状値 約1,200人, R4実績　調査中; not 実績 R4, which is a
 * label. */
static size_t figure_end(const card_scan *s, text t, text *label, text *value)
{
    size_t at = 0, next = 0;
    const header_word *w;
    figure one;

    while (next < t.length && !glyph_is_space(glyph_at(t, at = next, &next)))
        ;
    if (at == 0 || next >= t.length || at > CARD_LABEL_BYTES)
        return SIZE_MAX;
    *label = text_cut(t, 0, at);
    *value = text_trim(text_from(t, next));
    if (!glyph_has_digit(*value) && !says_no_figure(*value))
        return SIZE_MAX;
    w = header_roles_find(s->reader->roles, *label, s->reader->context_year);
    if (!w->exact || !card_figure_label(w->role))
        return SIZE_MAX;
    return says_no_figure(*value) ||
                   (!header_roles_find(s->reader->roles, t,
                                       s->reader->context_year)->exact &&
                    number_text_read(s->memory, &one, *value, 0))
               ? at : SIZE_MAX;
}

size_t card_label_end(const card_scan *s, text t, text *label, text *value)
{
    size_t at;

    if (form_bracket_pair(t, label, value) &&
        text_find(*value, "【", 0) == SIZE_MAX)
        return label->length;
    at = card_years_begin(s, t, label, value);
    if (at != SIZE_MAX)
        return at;
    at = glyph_colon(t, value);
    if (at == SIZE_MAX) {
        at = verdict_end(s, t, label, value);
        return at != SIZE_MAX ? at : figure_end(s, t, label, value);
    }
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
                               is_sort_beside(s, p - 1, p, t) ||
                               (p[-1].label &&
                                label_says_total(p[-1].role, w)))) &&
                   !is_verdict(s, n > 1 ? p - 1 : NULL, p, t);
    }
    return n;
}

/* 商工課 behind 産業部, and 商業係 behind that. */
static bool goes_on(const card_pair *pair, const card_spot *behind,
                    uint32_t last_col)
{
    return (pair->role == ROLE_BUREAU || pair->role == ROLE_DIVISION) &&
           !behind->label && behind->string && behind->at.col == last_col + 1;
}

size_t card_take_division(const card_scan *s, card_pair *pair,
                          const card_spot *behind, size_t left)
{
    text upper = view_text(s->view, pair->value.row, pair->value.col), lower;
    uint32_t last_col = pair->value.last_col;
    size_t taken = 0;

    if (taken < left && goes_on(pair, behind, last_col)) {
        lower = view_text(s->view, behind->at.row, behind->at.col);
        if (office_goes_on(upper, lower)) {
            upper = text_of(department_joined(s->reader, upper, lower));
            last_col = behind->at.last_col;
            behind++;
            taken++;
        }
    }
    if (taken < left && goes_on(pair, behind, last_col)) {
        lower = view_text(s->view, behind->at.row, behind->at.col);
        if (office_has_section(upper, lower)) {
            upper = department_join(s->reader, upper, lower);
            taken++;
        }
    }
    if (taken > 0)
        pair->own = upper;
    return taken;
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

/* 【Ｃ】, （地方創生推進型）: nothing in front of the bracket or behind it. */
static bool is_bracketed(text t)
{
    size_t at = 0, next;

    if (glyph_at(t, 0, &next) != GLYPH_OPEN)
        return false;
    while (next < t.length && glyph_at(t, at = next, &next) != GLYPH_CLOSE)
        ;
    return next == t.length && glyph_at(t, at, &next) == GLYPH_CLOSE;
}

/* R5実績 | 11 | R2年度からの累計: what the figure is, behind it. */
static bool is_total_behind(const card_pair *pair, text t)
{
    static const char *const ends[] = { "からの累計", "からの累計値", "からの合計",
                                        "以降の累計", "以来の累計" };
    text inner;

    if (glyph_bracketed(t, 0, &inner))
        t = inner;
    return pair->role == ROLE_ACTUAL && t.length <= SIDE_BYTES &&
           text_ends_in(t, ends, sizeof(ends) / sizeof(*ends));
}

size_t card_take_remark(const card_scan *s, card_pair *pair,
                        const card_spot *behind)
{
    text name, more;
    char *both;

    if (behind->label || !behind->string)
        return 0;
    more = view_text(s->view, behind->at.row, behind->at.col);
    if (pair->role == ROLE_GRADE)
        return note_explains_grades(more);
    if (is_total_behind(pair, more)) {
        name = card_value_text(s->view, pair);
        both = arena_printf(s->memory, "累計%.*s", (int)name.length,
                            name.bytes);
        if (both == NULL || !glyph_has_digit(name))
            return 0;
        pair->own = text_of(both);
        return 1;
    }
    if (pair->role != ROLE_PROJECT ||
        behind->at.col != pair->value.last_col + 1 || !is_bracketed(more))
        return 0;
    name = card_value_text(s->view, pair);
    both = arena_printf(s->memory, "%.*s%.*s", (int)name.length, name.bytes,
                        (int)more.length, more.bytes);
    if (both == NULL)
        return 0;
    pair->own = text_of(both);
    return 1;
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

/* 82.1 or 2,150 typed as text, and no unit of its own behind it. */
static bool is_typed_number(const card_scan *s, const card_spot *p)
{
    text t = view_text(s->view, p->at.row, p->at.col); /* kept by the view */
    arena_mark mark = arena_get_mark(s->memory);
    figure f;
    bool is = glyph_has_digit(t) && number_text_parse(s->memory, &f, t) &&
              f.unit.length == 0;

    arena_rewind(s->memory, mark);
    return is;
}

bool card_lacks_unit(const card_scan *s, const card_spot *p)
{
    return !p->string || cell_says_none(s->view, p->at.row, p->at.col) ||
           is_typed_number(s, p);
}

bool card_explains_value(const card_scan *s, const card_pair *pair,
                         const card_spot *behind)
{
    return (pair->role == ROLE_GRADE || pair->role == ROLE_STATUS) &&
           behind->string && !behind->label &&
           note_explains_value(
               view_text(s->view, behind->at.row, behind->at.col),
               view_text(s->view, pair->value.row, pair->value.col));
}

bool card_leaves_unit(const card_scan *s, const card_spot *p,
                      const card_spot *next)
{
    enum { REACH = 8 };

    if (next == NULL || !next->string || card_adjacent(p, next) ||
        !unit_word(s->memory, view_text(s->view, next->at.row, next->at.col)))
        return false;
    for (size_t n = s->all.pair_count; n-- > 0;) {
        const card_pair *above = &s->all.pairs[n];

        if (above->label.row + REACH < p->at.row)
            break;
        if (above->unit.row != UINT32_MAX &&
            above->unit.col == next->at.col &&
            above->value.col == p->at.last_col + 1)
            return true;
    }
    return false;
}
