/*
 * card_line.c - lines of labels and values: which cell is what
 */
#include "ingest/card/card_spot.h"

#include "ingest/form/grant_parts.h"
#include "ingest/header/title_words.h"
#include "ingest/header/unit_words.h"
#include "ingest/reader/cell_value.h"
#include "ingest/reader/note_words.h"
#include "wording/date_words.h"
#include "wording/glyph.h"

/* Many cells that fit nowhere are a table's. */
enum { STRAYS_MAX = 120 };

card_pair *card_add_pair(card_scan *s, const card_spot *label)
{
    card_pair *p =
        arena_push(s->memory, (void **)&s->all.pairs, &s->all.pair_count,
                   &s->all.pair_capacity, sizeof(*p));

    if (p == NULL)
        return NULL;
    *p = (card_pair){ .label = label->at,
                      .role = label->unread ? card_word(s, label->at.row,
                                                      label->at.col)->role
                                            : label->role,
                      .known = label->label, .group = SIZE_MAX,
                      .line = label->at.row };
    p->value = (merge_range){ label->at.row, label->at.last_col + 1,
                              label->at.row, label->at.last_col + 1 };
    p->unit.row = UINT32_MAX;
    p->own = text_of("");
    p->label_own = label->words;
    return p;
}

/* By its last byte first, of け, 系 or ：: most texts end otherwise. */
static bool names_place(text t)
{
    unsigned char end = t.length > 0 ? (unsigned char)t.bytes[t.length - 1]
                                     : 0;

    return (end == 0x91 || end == 0xBB || end == 0x9A || end == ':') &&
           t.length <= CARD_LABEL_BYTES && form_names_place(t);
}

/* 施策体系, 計画上の位置付け | 基本目標１　… ＞ 施策1-1　… */
bool card_may_hold_path(const card_scan *s, const card_spot *label, role r)
{
    return label->label ? role_is_level(r) && r != ROLE_PROJECT
                        : names_place(view_text(s->view, label->at.row,
                                                label->at.col));
}

static bool add_filled(card_scan *s, const card_spot *label, merge_range value)
{
    card_pair *p = card_add_pair(s, label);

    if (p == NULL)
        return false;
    p->value = value;
    p->filled = true;
    return !card_may_hold_path(s, label, p->role) || card_take_path(s);
}

bool card_add_line(card_scan *s, uint32_t row, uint32_t col)
{
    card_line *l = arena_push(s->memory, (void **)&s->lines, &s->line_count,
                              &s->line_capacity, sizeof(*l));

    if (l != NULL)
        *l = (card_line){ .row = row, .col = col };
    return l != NULL;
}

bool card_add_stray(card_scan *s, uint32_t row, uint32_t col)
{
    card_line *l =
        arena_push(s->memory, (void **)&s->strays, &s->stray_count,
                   &s->stray_capacity, sizeof(*l));

    if (l != NULL)
        *l = (card_line){ .row = row, .col = col };
    return l != NULL;
}

/* 事業名：空き家対策 in one cell is both. */
bool card_split(const card_scan *s, const card_spot *p, text *label,
                text *value, role *what)
{
    text t = view_text(s->view, p->at.row, p->at.col);
    size_t at = p->string ? card_label_end(s, t, label, value) : SIZE_MAX;
    const header_word *w;

    if (at == SIZE_MAX || at == 0 || at > CARD_LABEL_BYTES ||
        glyph_leaves_open(*label)) /* 事業一覧（単位：千円） */
        return false;
    w = header_roles_find(s->reader->roles, *label, s->reader->context_year);
    *what = w->role;
    if (!w->exact && names_place(*label) && card_is_path(s, *value)) {
        *what = ROLE_MEASURE; /* 計画上の位置付け：基本目標１　… above 施策1-1　… */
        return true;
    }
    return w->exact && w->role != ROLE_NONE && value->length > 0;
}

/* 種別 | 累計 | 単位 | 人: labels and values take turns, though a value is a
 * label's word too. */
static bool takes_turns(const card_spot *spots, size_t n)
{
    bool values = false;

    if (n % 2 != 0 || spots[0].at.last_row > spots[1].at.last_row)
        return false;
    for (size_t i = 0; i < n; i += 2) {
        if (!spots[i].label)
            return false;
        values = values || !spots[i + 1].label;
    }
    return values;
}

/* 事業名 | 指標名 | 単位 | 区分 | R2: labels and years, with no room for the value
 * of a name. */
static bool heads_columns(const card_spot *spots, size_t n)
{
    unsigned beside = 0;
    bool name = false;

    for (size_t i = 0; i < n; i++) {
        if (!spots[i].label && !spots[i].year)
            return false;
        if (i == 0 || !spots[i].label || !spots[i - 1].label ||
            !card_adjacent(&spots[i - 1], &spots[i]))
            continue;
        beside++;
        name = name || spots[i - 1].role == ROLE_KPI ||
               role_is_level(spots[i - 1].role);
    }
    return name && beside > 1;
}

/* The last line that a group in front of labels covers: those of its merge,
 * else the lines below that begin where its first label does. */
static uint32_t group_end(const card_scan *s, const card_spot *group,
                          const card_spot *first)
{
    uint32_t row = group->at.last_row;

    if (row > group->at.row)
        return row;
    while (row + 1 < s->view->grid->rows &&
           !view_filled(s->view, row + 1, group->at.col) &&
           view_next(s->view, row + 1, group->at.col) == first->at.col)
        row++;
    return row;
}

/* 実績 | 令和2年度 | 15 | 令和3年度 | 19: a group over years. */
static bool groups_years(const card_spot *spots, size_t n)
{
    return n > 2 && card_figure_label(spots[0].role) &&
           spots[1].year && !spots[2].label && !spots[2].year &&
           (spots[1].string || !spots[2].string) && /* 2000 | 人 */
           card_adjacent(&spots[1], &spots[2]);
}

/* KPI① | KPI② over what stands below each. */
static bool read_bands(card_scan *s, const card_spot *spots, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        card_group *g;

        if (!card_add_group(s, &spots[i], spots[i].at.last_row, true))
            return false;
        g = &s->all.groups[s->all.group_count - 1];
        g->first_col = spots[i].at.col;
        g->last_col = i + 1 < n ? spots[i + 1].at.col - 1 : UINT32_MAX;
    }
    return true;
}

/* 21 | 事業, and no value behind it: the figure's unit, though other words of
 * a header name a column so. */
static bool counts_by_level(const card_spot *p, size_t left)
{
    return (role_is_level(p->role) || p->role == ROLE_BREAKDOWN) &&
           (left == 1 || p[1].label);
}

/* 評価 above Ｂ at the end of a line whose first cell takes both lines; *value
 * is Ｂ, alone in its own. */
static bool stands_above(card_scan *s, const card_spot *first,
                         const card_spot *p, merge_range *value)
{
    card_spot below[CARD_SPOTS_MAX];

    if (first == p || first->at.last_row != p->at.row + 1 ||
        p->at.last_row != p->at.row ||
        card_gather(s, below, p->at.row + 1) != 1 || below[0].label ||
        below[0].at.col < p->at.col || below[0].at.last_col > p->at.last_col)
        return false;
    *value = below[0].at;
    s->taken = p->at.row + 2;
    return true;
}

/* 100 | 人, － | ％ */
static void take_unit(const card_scan *s, card_pair *pair,
                      const card_spot *spots, size_t n, size_t *i)
{
    const card_spot *value = &spots[*i - 1], *p = &spots[*i];

    if (*i < n && p->string && card_adjacent(value, p) &&
        (!p->label || counts_by_level(p, n - *i)) &&
        card_lacks_unit(s, value) &&
        unit_word(s->memory, view_text(s->view, p->at.row, p->at.col)))
        pair->unit = spots[(*i)++].at;
}

static bool add_left_empty(card_scan *s, const card_spot *p,
                           const card_spot *unit)
{
    card_pair *pair = card_add_pair(s, p);

    if (pair != NULL && unit != NULL)
        pair->unit = unit->at;
    return pair != NULL;
}

/* A label and what stands beside it; *i moves behind both. */
static bool read_label(card_scan *s, const card_spot *spots, size_t n,
                       size_t *i)
{
    const card_spot *p = &spots[*i], *next = *i + 1 < n ? p + 1 : NULL;
    const card_spot *due = NULL;
    size_t dated = card_count_dated(s, p, n - *i), before;
    merge_range value;
    card_pair *pair;
    bool ok = true;

    s->labels[p->at.col] += p->label;
    (*i)++;
    if (dated > 0) {
        ok = card_add_group(s, p, p->at.last_row, false);

        for (; ok && dated > 0; dated--)
            ok = card_add_dated(s, &spots[(*i)++]);
        return ok;
    }
    if (next == NULL && stands_above(s, spots, p, &value))
        return add_filled(s, p, value);
    if (card_leaves_unit(s, p, next)) {
        (*i)++;
        return add_left_empty(s, p, next);
    }
    if (next == NULL || (next->label && !card_adjacent(p, next)))
        return add_left_empty(s, p, NULL);
    if (next->label ? !takes_turns(p, n - *i + 1)
                    : groups_years(p, n - *i + 1))
        return card_add_group(s, p, group_end(s, p, next), false);
    if (card_figure_label(p->role) && *i + 1 < n &&
        card_has_no_year(s, next, next + 1)) {
        next++;
        (*i)++;
    } else if (*i + 1 < n && card_is_due_each_year(s, p, next)) {
        due = next++;
        (*i)++;
    }
    (*i)++;
    if (card_take_stated(s, p, next, &ok)) {
        *i = n;
        return ok;
    }
    if (!add_filled(s, p, next->at))
        return false;
    pair = &s->all.pairs[s->all.pair_count - 1];
    if (p->year) {
        pair->role = ROLE_YEAR;
        pair->known = true;
    }
    take_unit(s, pair, spots, n, i);
    if (due != NULL)
        return card_add_year(s, p, due);
    *i += *i + 1 == n && card_explains_value(s, pair, &spots[*i]);
    *i += card_take_division(s, pair, &spots[*i], n - *i);
    if (*i < n && role_is_level(pair->role))
        *i += card_take_number(s, pair, &spots[*i]);
    if (*i < n)
        *i += card_take_remark(s, pair, &spots[*i]);
    before = s->all.pair_count;
    if (!card_add_year_behind(s, p, &spots[*i], n - *i))
        return false;
    if (pair->own.length == 0 && role_is_level(pair->role))
        return card_take_levels(s, pair);
    *i += s->all.pair_count - before;
    return card_take_years(s, pair);
}

/* 成果 | 計画どおり進めた。 alone in a row, below labels: whatever the word is, it
 * has its value, also where an empty cell stands between. */
static bool says_sentence(const card_scan *s, const card_spot *p,
                          const card_spot *value)
{
    const sheet_view *v = s->view;

    return p->string && value->string && s->labels[p->at.col] > 0 &&
           view_text(v, p->at.row, p->at.col).length <= CARD_LABEL_BYTES &&
           text_ends(view_text(v, value->at.row, value->at.col), "。");
}

/* 国庫補助：該当 beside 事業期間：R3～R5: a label that nobody knows, with its value. */
static bool pairs_unknown(const card_scan *s, const card_spot *spots, size_t n,
                          size_t at, text *label, text *value)
{
    text t = view_text(s->view, spots[at].at.row, spots[at].at.col), one, other;
    size_t end = spots[at].string ? glyph_colon(t, value) : SIZE_MAX;
    role what;

    if (end == SIZE_MAX || end == 0 || end > CARD_LABEL_BYTES ||
        value->length == 0)
        return false;
    *label = text_trim(text_cut(t, 0, end));
    for (size_t i = 0; i < n; i++)
        if (i != at && card_split(s, &spots[i], &one, &other, &what))
            return true;
    return false;
}

/* ←一覧から選択, ※ここより右は印刷されません。, （Ａ～Ｄ） */
static bool says_to_clerk(text t)
{
    return text_starts(t, "←") || (text_starts(t, "※") && text_ends(t, "。")) ||
           note_is_scale(t);
}

/* A cell where a label is due, and is none that is known. */
static bool read_words(card_scan *s, const card_spot *spots, size_t n,
                       size_t *i)
{
    const card_spot *p = &spots[*i], *next = *i + 1 < n ? p + 1 : NULL;
    bool near = next != NULL && p->string && card_adjacent(p, next) &&
                view_text(s->view, p->at.row, p->at.col).length <=
                    CARD_LABEL_BYTES;
    text label, value;
    bool ok = true;

    (*i)++;
    if (*i == 1 && n > 3 && card_numbers_name(s, p->at.row)) {
        (*i)++;
        return add_filled(s, p, next->at);
    }
    if (*i == 1 && n == 2 && card_heads_document(s, spots)) {
        (*i)++;
        return card_add_line(s, p->at.row, p->at.col);
    }
    if (near && *i == 1 && card_take_stated(s, p, next, &ok)) {
        *i = n;
        return ok;
    }
    if (pairs_unknown(s, spots, n, *i - 1, &label, &value))
        return card_add_own(s, p, ROLE_NONE, label, value);
    if (*i == 1 && n == 2 && says_sentence(s, p, next)) {
        (*i)++;
        return add_filled(s, p, next->at);
    }
    if (next != NULL && !next->label && p->string &&
        ((near && (s->labels[p->at.col] > 0 || card_is_numbered(s, p->at))) ||
         (card_may_hold_path(s, p, ROLE_NONE) &&
          (card_is_path(s, view_text(s->view, next->at.row, next->at.col)) ||
           card_says_level(s, view_text(s->view, next->at.row,
                                        next->at.col)))))) {
        (*i)++;
        if (!add_filled(s, p, next->at) || !card_part_years(s))
            return false;
        take_unit(s, &s->all.pairs[s->all.pair_count - 1], spots, n, i);
        return true;
    }
    if (next != NULL && card_counts_lines(s, p, next))
        return card_add_group(s, p, group_end(s, p, next), false);
    if (near && next->label && p->year) /* R4 | 目標, and below it 実績 */
        return card_add_group(s, p, group_end(s, p, next), false);
    if (near && next->label &&
        (p->at.last_row > p->at.row || (*i == 1 && card_below_group(s, p))))
        return card_add_group(s, p, p->at.last_row, false);
    if (says_to_clerk(view_text(s->view, p->at.row, p->at.col)))
        return card_add_line(s, p->at.row, p->at.col);
    return (*i > 1 && card_take_name_above(s, p, &ok))
               ? ok : card_add_stray(s, p->at.row, p->at.col);
}

/* A row of another kind, told by its first two cells: no label, in a column
 * where none was before. Most sheets have no other, and their words need not
 * be looked up. */
static bool is_foreign(const card_scan *s, uint32_t row)
{
    const sheet_view *v = s->view;
    uint32_t c = view_next(v, row, s->left);

    if (card_below_indicator(s, row, c))
        return false;
    for (unsigned n = 0; n < 2 && c <= s->right; n++) {
        text t = view_text(v, row, c), bare;
        const header_word *w;

        if (s->labels[c] > 0 || card_bare_label(t, &bare))
            return false;
        w = card_likely_word(s, row, c);
        if ((w != NULL && (w->exact || w->year_only)) ||
            text_find(t, "：", 0) != SIZE_MAX ||
            text_find(t, ":", 0) != SIZE_MAX || names_place(t) ||
            card_is_numbered(s, view_range(v, row, c)))
            return false;
        c = view_next(v, row, view_range(v, row, c).last_col + 1);
    }
    return c <= s->right && /* of three cells at least */
           !card_numbers_name(s, row);
}

static bool skip_row(card_scan *s, uint32_t row)
{
    for (uint32_t c = view_next(s->view, row, s->left); c <= s->right;
         c = view_next(s->view, row, c + 1))
        if (!card_add_stray(s, row, c))
            return false;
    return true;
}

/* 施策体系：政策１　… ＞ 施策1-1　…, or 基本目標：… above 施策：… */
static bool take_split_levels(card_scan *s, role what)
{
    return !role_is_level(what) ||
           ((what == ROLE_PROJECT || card_take_path(s)) &&
            card_take_levels(s, &s->all.pairs[s->all.pair_count - 1]));
}

/* The row behind a table that stands above all cards: the first that is blank
 * or begins with a label. */
static uint32_t table_end(const card_scan *s, uint32_t row)
{
    const sheet_view *v = s->view;

    while (++row < v->grid->rows) {
        uint32_t c = view_next(v, row, s->left);
        const header_word *w;

        if (c > s->right)
            break;
        w = card_likely_word(s, row, c);
        if (w != NULL && w->exact)
            break;
    }
    return row;
}

/* 目標の達成状況 down the side of 指標①：参加者数 and of the lines below that: the
 * title of a part. */
static bool is_beside_pair(const card_scan *s, const card_spot *p, size_t left)
{
    text label, value;
    role what;

    return left > 1 && p->at.last_row > p[1].at.last_row &&
           card_adjacent(p, &p[1]) &&
           card_split(s, &p[1], &label, &value, &what);
}

/* Ⅱ　ひとの流れをつくる | | | H29.3末時点: a line alone, but for the day at its end. */
static bool is_dated_line(const card_scan *s, const card_spot *p, size_t n)
{
    return n == 2 && p->string && !p->label && !p->year && p[1].string &&
           !card_adjacent(p, &p[1]) &&
           date_words_alone(view_text(s->view, p[1].at.row, p[1].at.col));
}

static bool read_spots(card_scan *s, uint32_t row, card_spot *spots, size_t n)
{
    size_t labels = 0, years = 0, names = 0;
    bool ok = true, header;
    text label, value;
    role what;

    for (size_t i = 0; i < n; i++) {
        labels += spots[i].label;
        names += spots[i].label && spots[i].role == ROLE_KPI;
        years += i > 0 && spots[i].year && spots[i - 1].year;
    }
    if (n == 0)
        return view_next(s->view, row, s->left) > s->right ||
               card_add_stray(s, row, view_next(s->view, row, s->left));
    if (is_dated_line(s, spots, n)) {
        if (!card_add_stray(s, row, spots[1].at.col))
            return false;
        n = 1;
    }
    if (n == 1 && !card_split(s, &spots[0], &label, &value, &what))
        return card_read_lone(s, &spots[0], row);
    if (row > 0 && s->figures == row)
        n = card_drop_no_year(s, spots, n, row);
    if (card_heads_figures(s, spots, n, row) ||
        card_heads_stated_years(s, spots, n))
        return true;
    if (card_take_year_lines(s, spots, n, row, &ok) ||
        card_take_headed(s, spots, n, row, &ok) ||
        card_take_years_below(s, spots, n, row, &ok) ||
        card_take_named(s, spots, n, &ok) ||
        card_take_block(s, spots, n, row, &ok) ||
        card_take_numbered(s, spots, n, row, &ok) ||
        card_take_costs(s, spots, n, row, &ok) ||
        card_take_items(s, spots, n, row, &ok))
        return ok;
    s->rows = labels == n && card_lists_years(s, spots, n, row);
    if (s->rows)
        return true;
    if (n > 1 && (labels == n || (labels > 0 &&
                                  (card_heads_numbers(s, spots, n) ||
                                   card_all_ask(s, spots, n)))) &&
        card_take_below(s, spots, n, row, &ok))
        return ok;
    if (names == n && n > 1)
        return read_bands(s, spots, n);
    header = (labels == n && n > 2 && !card_left_empty(s, spots, n)) ||
             years > 0 || heads_columns(spots, n);
    if (header && s->all.pair_count == 0)
        s->block_end = table_end(s, row);
    for (size_t i = card_take_stacked(s, spots, n, row, &ok); i < n && ok;) {
        const card_spot *p = &spots[i];

        if (header) {
            ok = card_add_stray(s, row, spots[i++].at.col);
        } else if (card_split(s, p, &label, &value, &what)) {
            ok = card_add_own(s, p, what, label, value) &&
                 take_split_levels(s, what) &&
                 card_take_years(s, &s->all.pairs[s->all.pair_count - 1]);
            if (++i < n && ok)
                i += card_take_remark(s, &s->all.pairs[s->all.pair_count - 1],
                                      &spots[i]);
        } else if (card_take_change(s, p, row, &ok)) {
            i++;
        } else if (is_beside_pair(s, p, n - i)) {
            ok = card_add_line(s, row, p->at.col);
            i++;
        } else if (p->label || (p->year && i + 1 < n && !p[1].label &&
                                !p[1].year)) {
            ok = read_label(s, spots, n, &i);
        } else {
            ok = read_words(s, spots, n, &i);
        }
    }
    return ok;
}

static bool read_row(card_scan *s, uint32_t row)
{
    card_spot spots[CARD_SPOTS_MAX];
    size_t n = card_gather(s, spots, row);
    size_t left = card_drop_rate(s, spots, n, row);

    return read_spots(s, row, spots, left) &&
           (left == n || card_add_rate(s, &spots[left]));
}

static bool scan_rows(card_scan *s, uint32_t row, uint32_t end)
{
    for (; row < end; row++) {
        if (s->taken == row + 1 || row < s->block_end)
            continue;
        if (is_foreign(s, row) ? !skip_row(s, row) : !read_row(s, row))
            return false;
        if (s->rows || (s->stray_count > STRAYS_MAX &&
                        s->stray_count > 4 * s->all.pair_count)) {
            s->all.pair_count = 0;
            break;
        }
    }
    return true;
}

bool card_scan_sheet(card_scan *s)
{
    s->left = 0;
    s->right = s->view->grid->cols - 1;
    s->side = card_side_column(s);
    s->labels = arena_array(s->memory, (size_t)s->view->grid->cols + 1,
                            sizeof(*s->labels));
    return s->labels != NULL && scan_rows(s, 0, s->view->grid->rows);
}

bool card_scan_alone(card_scan *out, const card_scan *s, const card *c,
                     uint32_t end)
{
    *out = (card_scan){ .reader = s->reader, .memory = s->memory,
                        .view = s->view, .labels = s->labels,
                        .side = s->side, .title_gap = s->title_gap,
                        .left = c->left, .right = c->right };
    return scan_rows(out, c->top > s->title_gap ? c->top - 1 - s->title_gap
                                                : 0, end);
}
