/*
 * card_years.c - lines of years below what their figures are
 *
 *     年度   | 実績値（累計） | 特記事項
 *     R4     | 900            | 雨の日が多かった
 *     R5     |                |
 *
 * Each figure is as good as one beside R4実績値（累計）, of the indicator above.
 * What else stands in a line is a remark.
 */
#include "ingest/card/card_spot.h"

#include "base/buf.h"
#include "ingest/header/unit_words.h"

/* A figure of each year. */
static bool is_figure(role r)
{
    return r == ROLE_ACTUAL || r == ROLE_TOTAL || r == ROLE_PLANNED ||
           r == ROLE_TARGET;
}

/* 特記事項, 主な取組・特記事項, but not 達成率 or 指標, which need another reading. */
static bool is_remark(const card_spot *p)
{
    return p->string && !p->year &&
           (!p->label || p->role == ROLE_REMARK || p->role == ROLE_ACTIVITY ||
            p->role == ROLE_SUMMARY || p->role == ROLE_IGNORED);
}

/* The one column of figures; 0: it is no such header. */
static size_t figure_column(const card_spot *head, size_t n)
{
    size_t found = 0;

    if (n < 2 || !head[0].label || head[0].role != ROLE_YEAR)
        return 0;
    for (size_t i = 1; i < n; i++) {
        if (head[i].label && is_figure(head[i].role) && found == 0)
            found = i;
        else if (!is_remark(&head[i]))
            return 0;
    }
    return found;
}

static size_t column_at(const card_spot *head, size_t n, uint32_t col)
{
    size_t k = 0;

    while (k < n && head[k].at.col != col)
        k++;
    return k;
}

/* 900 | 人 */
static bool is_unit(const card_scan *s, const card_spot *p,
                    const card_spot *figure)
{
    return p->string && card_adjacent(figure, p) &&
           unit_word(s->memory, view_text(s->view, p->at.row, p->at.col));
}

/* A year, and cells below the header's. */
static bool is_line(const card_scan *s, const card_spot *head, size_t n,
                    size_t figure, const card_spot *line, size_t count)
{
    if (count == 0 || !line[0].year || line[0].at.col != head[0].at.col)
        return false;
    for (size_t i = 1; i < count; i++) {
        size_t k = column_at(head, n, line[i].at.col);

        if (line[i].year || (line[i].label && k == figure) ||
            (k == n && (line[i - 1].at.col != head[figure].at.col ||
                        !is_unit(s, &line[i], &line[i - 1]))))
            return false;
    }
    return true;
}

/* R4 in front of 実績値（累計）, with the figure, or none, as its value. */
static card_pair *add_figure(card_scan *s, const card_spot *year,
                             const card_spot *head)
{
    card_pair *p = card_add_pair(s, year);
    text words = view_text(s->view, year->at.row, year->at.col);
    text label = view_text(s->view, head->at.row, head->at.col);
    char *both = arena_printf(s->memory, "%.*s%.*s", (int)words.length,
                              words.bytes, (int)label.length, label.bytes);

    if (p == NULL || both == NULL)
        return NULL;
    p->label_own = text_of(both);
    p->role = head->role;
    p->known = true;
    p->value = (merge_range){ year->at.row, head->at.col, year->at.row,
                              head->at.last_col };
    return p;
}

/* The figure, and its unit behind it. */
static bool add_line(card_scan *s, const card_spot *head, size_t n,
                     size_t figure, const card_spot *line, size_t count)
{
    card_pair *p = add_figure(s, &line[0], &head[figure]);

    for (size_t i = 1; i < count && p != NULL; i++) {
        if (column_at(head, n, line[i].at.col) == n) {
            p->unit = line[i].at;
        } else if (line[i].at.col == head[figure].at.col) {
            p->value = line[i].at;
            p->filled = true;
        }
    }
    return p != NULL;
}

/* R4　雨の日が多かった: what else a line says. */
static void add_words(const card_scan *s, buf *words, const card_spot *head,
                      size_t n, size_t figure, const card_spot *line,
                      size_t count)
{
    bool begun = false;

    for (size_t i = 1; i < count; i++) {
        size_t k = column_at(head, n, line[i].at.col);

        if (k == figure || k == n)
            continue;
        if (!begun && words->length > 0)
            buf_string(words, "\n");
        if (!begun)
            buf_text(words, view_text(s->view, line[0].at.row,
                                      line[0].at.col));
        buf_string(words, "　");
        buf_text(words, view_text(s->view, line[i].at.row, line[i].at.col));
        begun = true;
    }
}

/* All of the lines' words are one remark. */
static bool add_remark(card_scan *s, const card_spot *head, const buf *words)
{
    card_pair *p;
    char *own;

    if (words->length == 0)
        return buf_ok(words);
    p = card_add_pair(s, head);
    own = p == NULL || !buf_ok(words)
              ? NULL : arena_strndup(s->memory, buf_cstr(words),
                                     words->length);
    if (own == NULL)
        return false;
    p->label_own = text_of("備考");
    p->role = ROLE_REMARK;
    p->known = p->filled = true;
    p->own = text_slice(own, words->length);
    p->value = (merge_range){ head->at.last_row + 1, head->at.col,
                              head->at.last_row + 1, head->at.last_col };
    return true;
}

bool card_take_year_lines(card_scan *s, const card_spot *spots, size_t n,
                          uint32_t row, bool *ok)
{
    size_t figure = figure_column(spots, n);
    card_spot line[CARD_SPOTS_MAX];
    uint32_t end = row + 1;
    buf words;

    if (figure == 0)
        return false;
    buf_init(&words);
    for (; *ok; end++) {
        size_t count = card_gather(s, line, end);

        if (!is_line(s, spots, n, figure, line, count))
            break;
        *ok = add_line(s, spots, n, figure, line, count);
        add_words(s, &words, spots, n, figure, line, count);
    }
    if (end > row + 1) {
        *ok = *ok && add_remark(s, &spots[figure == 1 ? n - 1 : 1], &words);
        s->block_end = end;
    }
    buf_free(&words);
    return end > row + 1;
}

/* ---- Years that say what their figures are ------------------------------ */

/* R1（基準）: a year that says what its figure is. */
static bool is_stated_year(const card_scan *s, uint32_t row, uint32_t col)
{
    const header_word *w;

    if (row >= s->view->grid->rows || !view_filled(s->view, row, col))
        return false;
    w = card_word(s, row, col);
    return w->has_year && card_figure_label(w->role);
}

bool card_heads_stated_years(card_scan *s, const card_spot *spots, size_t n)
{
    uint32_t row = spots[0].at.last_row + 1;

    if (n < 2 || n > 3 || !spots[0].label || spots[0].role != ROLE_YEAR ||
        !spots[1].label || spots[1].role != ROLE_VALUE ||
        (n == 3 && (!spots[2].label || spots[2].role != ROLE_RATE)) ||
        !is_stated_year(s, row, spots[0].at.col))
        return false;
    s->rate_row = UINT32_MAX;
    s->rate_col = n == 3 ? spots[2].at.col : UINT32_MAX;
    for (; is_stated_year(s, row, spots[0].at.col); row++)
        if (n == 3 && view_filled(s->view, row, s->rate_col))
            s->rate_row = row;
    s->rates_end = row;
    return true;
}

size_t card_drop_rate(const card_scan *s, const card_spot *spots, size_t n,
                      uint32_t row)
{
    return n > 1 && row < s->rates_end && spots[n - 1].at.col == s->rate_col
               ? n - 1 : n;
}

bool card_add_rate(card_scan *s, const card_spot *spot)
{
    card_pair *p;

    if (spot->at.row != s->rate_row)
        return true;
    p = card_add_pair(s, spot);
    if (p == NULL)
        return false;
    p->role = ROLE_RATE;
    p->known = p->filled = true;
    p->label_own = text_of("達成率");
    p->value = spot->at;
    return true;
}
