/*
 * grant_extent.c - where one form ends and the next one begins
 */
#include "ingest/form/grant_extent.h"

#include <string.h>

#include "ingest/form/block_title.h"
#include "ingest/form/grant_parts.h"
#include "ingest/header/department_words.h"
#include "ingest/reader/department.h"
#include "wording/glyph.h"

/* No form is longer. */
enum { MOST_ROWS = 4000,
       BARE_ROWS = 400 }; /* of one without a table */

/* The label that names what a form is about. */
typedef struct form_key {
    uint32_t row, col;
    const header_word *word;
    text words;
    bool pair; /* its value stands in its cell: 事業名：… */
    bool above; /* its value stands below it */
} form_key;

/* 事業名, or 補助金名 of a form about the grant itself. */
static bool names_form(const header_word *w)
{
    return role_is_level(w->role) || w->rank == RANK_GRANT;
}

/* 基本目標 | …: what names no project. */
static bool is_outer(const form_key *key)
{
    return key->word->role == ROLE_GOAL || key->word->role == ROLE_THEME;
}

/* Is a label of a level that has its value, and no label, beside or below, or
 * behind it in its cell (事業名：…)? */
static const header_word *naming_label(const form *f, uint32_t row,
                                       uint32_t col, text *words)
{
    const header_word *w = form_label(f, row, col);
    uint32_t value_row, value_col;
    text value;

    *words = view_text(&f->reader->view, row, col);
    if (!w->exact) {
        w = form_pair(f, row, col, words, &value);
        return w != NULL && names_form(w) ? w : NULL;
    }
    if (!names_form(w) ||
        !form_value_of(f, row, col, &value_row, &value_col) ||
        form_label(f, value_row, value_col)->exact ||
        form_tells_parts(view_text(&f->reader->view, row, col),
                         view_text(&f->reader->view, value_row, value_col)) ||
        form_heads_list(f, row))
        return NULL;
    return w;
}

static bool stands_above(const form *f, uint32_t row, uint32_t col)
{
    uint32_t value_row, value_col;

    return form_value_of(f, row, col, &value_row, &value_col) &&
           value_row > row;
}

/* The innermost level that a label names: 事業名, not 基本目標. */
static bool find_key(const form *f, form_key *key, uint32_t from)
{
    const sheet_view *v = &f->reader->view;

    key->word = NULL;
    for (uint32_t row = from; row < f->table->top; row++)
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            text words;
            const header_word *w = naming_label(f, row, c, &words);

            if (w == NULL ||
                (key->word != NULL && w->rank <= key->word->rank))
                continue;
            *key = (form_key){ row, c, w, words,
                               !form_label(f, row, c)->exact,
                               stands_above(f, row, c) };
        }
    return key->word != NULL;
}

bool form_is_named_above(reader *r, const table *t, uint32_t from)
{
    form f = { .reader = r, .table = t, .last = UINT32_MAX };
    form_key key;

    return find_key(&f, &key, from);
}

/* Behind spaces and, where asked, digits or ① to ⑳ that stand at `at`. */
static size_t skip_aside(text t, size_t at, bool numbers)
{
    size_t next = at;

    while (at < t.length) {
        glyph_class c = glyph_at(t, at, &next);

        if (!glyph_is_space(c) &&
            !(numbers && (c == GLYPH_DIGIT ||
                          glyph_circled(text_from(t, at)) > 0)))
            return at;
        at = next;
    }
    return at;
}

static bool same_words(text a, text b, bool but_numbers)
{
    size_t i = 0, j = 0;

    for (;;) {
        uint32_t x = 0, y = 0;

        i = skip_aside(a, i, but_numbers);
        j = skip_aside(b, j, but_numbers);
        if (i < a.length)
            x = glyph_next(a, &i);
        if (j < b.length)
            y = glyph_next(b, &j);
        if (x != y)
            return false;
        if (x == 0)
            return true;
    }
}

/* 個別票 No.1, 個別票 No.2; 事業①, 事業② */
static bool same_but_numbers(text a, text b)
{
    return same_words(a, b, true);
}

/* 事業名, 事 業 名: spaces for looks, as another clerk typed them. */
static bool same_label(text a, text b)
{
    return same_words(a, b, false);
}

/* 取組1　公園の整備, 取組2　街路の整備: the same word with a number and a name. */
static bool both_head(const form *f, text one, text other)
{
    text no, title;

    if (form_heads_project(f->reader, one, &no, &title) == ROLE_NONE)
        return false;
    one = text_cut(one, 0, (size_t)(no.bytes - one.bytes));
    return form_heads_project(f->reader, other, &no, &title) != ROLE_NONE &&
           text_equal(one, text_cut(other, 0,
                                    (size_t)(no.bytes - other.bytes)));
}

/* 保健福祉部　健康課, （福祉部　健康課）, 所管：健康課 */
static bool is_office(text t)
{
    text inner;

    if (department_of_line(t).length > 0)
        return true;
    return department_like(glyph_bracketed(t, 0, &inner) ? inner : t);
}

/* 作成者：林, 作成者：木村: the same words in front of a colon. */
static bool same_pair(text one, text other)
{
    text rest;
    size_t at = glyph_colon(one, &rest), there = glyph_colon(other, &rest);

    return at != SIZE_MAX && there != SIZE_MAX && at > 0 &&
           text_equal(text_trim(text_cut(one, 0, at)),
                      text_trim(text_cut(other, 0, there)));
}

/* 木村（主幹） below 作成者, and another name below it in the next form. */
static bool same_label_above(const form *f, uint32_t a, uint32_t left,
                             uint32_t b, uint32_t right)
{
    const sheet_view *v = &f->reader->view;

    return a > 0 && b > 0 && view_next(v, a - 1, 0) == left &&
           view_next(v, b - 1, 0) == right &&
           form_label(f, a - 1, left)->exact &&
           same_label(view_text(v, a - 1, left), view_text(v, b - 1, right)) &&
           stands_above(f, a - 1, left) && stands_above(f, b - 1, right);
}

/* Are rows a and b the same line of two forms: a label again, or a title? The
 * columns of the second form are `moved` to the right. */
static bool repeats_line(const form *f, uint32_t a, uint32_t b, uint32_t moved)
{
    const sheet_view *v = &f->reader->view;
    uint32_t left = view_next(v, a, 0), right = view_next(v, b, 0);
    text one, other, no, rest;
    heading_style style;
    const header_word *w;

    if (left == UINT32_MAX || right == UINT32_MAX)
        return left == right;
    if (left + moved != right)
        return false;
    one = view_text(v, a, left);
    other = view_text(v, b, right);
    if (form_label(f, a, left)->exact || form_label(f, b, right)->exact)
        return same_label(one, other) ||
               (form_label(f, a, left)->index != 0 && /* 整理番号3 */
                same_but_numbers(one, other));
    w = form_pair(f, a, left, &no, &rest);
    if (w != NULL) /* 基本目標：… */
        return form_pair(f, b, right, &no, &rest) == w;
    style = heading_read(one, &no, &rest);
    if (is_office(one) && is_office(other))
        return true; /* 保健福祉部　健康課 above the labels of each */
    return same_but_numbers(one, other) || both_head(f, one, other) ||
           (style != STYLE_NONE && style == heading_read(other, &no, &rest)) ||
           (form_is_cover(one) && form_is_cover(other)) ||
           same_pair(one, other) || same_label_above(f, a, left, b, right);
}

/* Labels above their values are as many in a line as have room: 事業名 may
 * stand elsewhere in the next form. */
static bool repeats_above(const form *f, const form_key *key, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    text words;

    for (uint32_t c = view_next(v, row, 0); key->above && c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        if (!form_label(f, row, c)->exact)
            return false;
        if (same_but_numbers(view_text(v, row, c), key->words))
            return naming_label(f, row, c, &words) != NULL &&
                   stands_above(f, row, c);
    }
    return false;
}

/* Does the key's label stand in a row again? */
static bool repeats_key(const form *f, const form_key *key, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    text words;

    if (repeats_above(f, key, row))
        return true;
    return view_next(v, row, key->col) == key->col &&
           (key->pair ||
            same_but_numbers(view_text(v, row, key->col), key->words)) &&
           naming_label(f, row, key->col, &words) != NULL &&
           same_but_numbers(words, key->words);
}

/* A text alone in a row, and neither a label nor a pair. */
static bool is_bare_title(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);
    text label, value;

    return c != UINT32_MAX && view_next(v, row, c + 1) == UINT32_MAX &&
           view_cell(v, row, c)->type == CELL_STRING &&
           !form_label(f, row, c)->exact &&
           form_pair(f, row, c, &label, &value) == NULL;
}

/* 朝市の開催 and 里山の手入れ, each above the same labels: their names, where 主な取組
 * further down is what is done. */
static bool both_named(const form *f, const form_key *key, uint32_t a,
                       uint32_t b)
{
    return form_names_parts(key->words) && is_bare_title(f, a) &&
           is_bare_title(f, b);
}

/* ※黄色のセルに入力してください。 alone in a row: a clerk keeps it in one form and
 * not in the next. */
static bool is_note(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);

    return c != UINT32_MAX && text_starts(view_text(v, row, c), "※") &&
           view_next(v, row, c + 1) == UINT32_MAX;
}

/* The lines above a label that stands in row `again` a second time, `moved` to
 * the right. */
static uint32_t climb(const form *f, const form_key *key, uint32_t from,
                      uint32_t again, uint32_t moved)
{
    uint32_t first = again, mine = key->row, bottom = f->table->bottom;

    while (mine > from && again > bottom + 1) {
        bool note = is_note(f, mine - 1), noted = is_note(f, again - 1);

        if (note == noted && !note &&
            !repeats_line(f, mine - 1, again - 1, moved))
            break;
        mine -= note || !noted;
        again -= noted || !note;
        if (note == noted && view_next(&f->reader->view, again, 0) !=
                                 UINT32_MAX)
            first = again;
    }
    return mine > from && again > bottom + 1 && again == first &&
                   both_named(f, key, mine - 1, again - 1)
               ? again - 1 : first;
}

/* 事業名, 施策, not 主な事業, 構成事業: names what a form is about. */
static bool is_name(text label)
{
    static const char *const whole[] = { "事業", "事務事業", "施策", "取組",
                                         "プロジェクト", "基本施策" };

    return text_ends(label, "名") || text_ends(label, "名称") ||
           text_in(label, whole, sizeof(whole) / sizeof(*whole));
}

/* What stands in front of a heading's title: ■施策： */
static text before_title(const sheet_view *v, uint32_t row, text title)
{
    text t = view_text(v, row, view_next(v, row, 0));

    return text_cut(t, 0, (size_t)(title.bytes - t.bytes));
}

/* 施策２　高齢者福祉 alone in a row: what follows stands below it. Without a number
 * (■施策：高齢者福祉) where another such line stands above a form's label. */
static bool is_heading(const form *f, const form_key *key, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    text no, title, other_no, other;

    if (form_heading_at(v, row, &no, &title) == STYLE_NONE)
        return false;
    if (no.length > 0)
        return true;
    for (uint32_t above = key->row; above-- > 0;)
        if (view_next(v, above, 0) == view_next(v, row, 0) &&
            form_heading_at(v, above, &other_no, &other) != STYLE_NONE &&
            text_equal(before_title(v, above, other),
                       before_title(v, row, title)))
            return true;
    return false;
}

/* Has the form such a line of its own above its label, or is that one
 * (【施策】高齢者福祉)? Then it is one of the lines of the next form too. */
static bool has_own_heading(const form *f, const form_key *key, uint32_t from,
                            uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    text no, title, other_no, other;
    heading_style style = form_heading_at(v, row, &no, &title);

    for (uint32_t above = key->row + 1; above-- > from;)
        if (view_next(v, above, 0) == view_next(v, row, 0) &&
            form_heading_at(v, above, &other_no, &other) == style)
            return true;
    return false;
}

static bool has_value_beside(const form *f, uint32_t row, uint32_t col)
{
    uint32_t value_row, value_col;

    return form_value_of(f, row, col, &value_row, &value_col) &&
           value_row == row && !form_label(f, row, value_col)->exact;
}

/* 施策1 | 企業誘致 right above a table of its own, below that of a 基本目標: what
 * stands below it is of that measure. */
static bool heads_own_table(const form *f, const form_key *key, uint32_t row,
                            uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    text label = view_text(v, row, col), words;
    uint32_t below = row + 1;
    unsigned heads = 0;
    bool named = false;

    if (!is_outer(key) || form_label(f, row, col)->role != ROLE_MEASURE ||
        glyph_class_before(label, label.length) != GLYPH_DIGIT ||
        naming_label(f, row, col, &words) == NULL ||
        !has_value_beside(f, row, col) || below >= v->grid->rows)
        return false;
    for (uint32_t c = view_next(v, below, 0); c != UINT32_MAX;
         c = view_next(v, below, c + 1)) {
        const header_word *w = form_label(f, below, c);

        if (!w->exact && !w->has_year && !w->year_only)
            return false;
        named = named || w->role == ROLE_KPI;
        heads++;
    }
    return named && heads > 2;
}

/* A title above the first label of another kind of form. */
static uint32_t climb_titles(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = row;

    while (row-- > f->table->bottom + 1) {
        uint32_t c = view_next(v, row, 0);
        text t, no, title;

        if (c == UINT32_MAX)
            continue;
        t = view_text(v, row, c);
        if (view_next(v, row, c + 1) != UINT32_MAX ||
            view_cell(v, row, c)->type != CELL_STRING ||
            (!form_is_cover(t) &&
             heading_read(t, &no, &title) == STYLE_NONE))
            break;
        first = row;
    }
    return first;
}

/* 番号 | 7 above 事業名 of a form that was copied into other columns than the one
 * above it; of another kind of form a title. */
static uint32_t climb_moved(const form *f, const form_key *key, uint32_t from,
                            uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = row;

    if (same_label(view_text(v, row, col), key->words) &&
        view_next(v, key->row, 0) == key->col)
        first = climb(f, key, from, row, col - key->col);
    return first < row ? first : climb_titles(f, row);
}

/* Does a label first stand above where the key's first does, on this sheet? */
static bool leads_key(const form *f, const form_key *key, text label,
                      uint32_t col)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t row = 0; row <= key->row; row++) {
        if (same_label(view_text(v, row, col), label))
            return true;
        if (same_but_numbers(view_text(v, row, key->col), key->words))
            return false;
    }
    return false;
}

/* 基本目標 above ひとを呼び込む: labels above their values that lead the key. */
static bool leads_above(const form *f, const form_key *key, uint32_t row)
{
    uint32_t c = view_next(&f->reader->view, row, 0);
    const header_word *w;

    if (c == UINT32_MAX)
        return false;
    w = form_label(f, row, c);
    return w->exact && (w->role == ROLE_NO || role_is_level(w->role)) &&
           w->rank < key->word->rank && stands_above(f, row, c);
}

/* 基本目標 | ひとを呼び込む, or ◇ 参加を広げる: a level with its value. */
static bool leads_beside(const form *f, const form_key *key, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);
    const header_word *w;

    if (c == UINT32_MAX)
        return false;
    if (form_heads_name(f, row))
        return true;
    w = form_label(f, row, c);
    return w->exact && role_is_level(w->role) && w->rank < key->word->rank &&
           has_value_beside(f, row, c) &&
           leads_key(f, key, view_text(v, row, c), c);
}

/* Such levels above some forms only, where another goal begins; an empty row
 * may stand between them and the form. */
static uint32_t climb_levels(const form *f, const form_key *key, uint32_t row)
{
    const sheet_view *v = &f->reader->view;

    while (row > f->table->bottom + 1) {
        bool empty = view_next(v, row - 1, 0) == UINT32_MAX;

        if (empty && (row < f->table->bottom + 3 ||
                      !leads_beside(f, key, row - 2)))
            break;
        if (empty)
            row -= 2;
        else if (leads_beside(f, key, row - 1))
            row--;
        else if (key->above && row > f->table->bottom + 2 &&
                 leads_above(f, key, row - 2))
            row -= 2;
        else
            break;
    }
    return row;
}

uint32_t form_extent(reader *r, const table *t, uint32_t from)
{
    form f = { .reader = r, .table = t, .below = true,
               .last = UINT32_MAX };
    uint32_t end = r->view.grid->rows, headed = end;
    block_title title;
    form_key key;

    if ((!find_key(&f, &key, from) || is_outer(&key)) &&
        block_title_above(&title, r, t, from))
        return block_title_end(&title, r, t, end);
    if (key.word == NULL)
        return 0;
    for (uint32_t row = t->bottom + 1; row < end && row - from < MOST_ROWS;
         row++) {
        uint32_t c = view_next(&r->view, row, 0);
        const header_word *w;

        if (c == UINT32_MAX)
            continue;
        if (is_heading(&f, &key, row)) {
            if (!has_own_heading(&f, &key, from, row))
                return row;
            headed = headed == end ? row : headed;
        }
        if (repeats_key(&f, &key, row))
            return climb_levels(&f, &key, climb(&f, &key, from, row, 0));
        if (heads_own_table(&f, &key, row, c))
            return headed < row ? headed : row;
        w = form_label(&f, row, c);
        if (w->exact && role_is_level(w->role) &&
            w->rank >= key.word->rank && is_name(view_text(&r->view, row, c)) &&
            has_value_beside(&f, row, c))
            return headed < row ? headed
                                : climb_moved(&f, &key, from, row, c);
    }
    return headed; /* no further name below it */
}

/* The very label of the key, and no other number: 取組1 | … and 取組2 | … may be
 * parts of one form. */
static bool has_label(const form *f, const form_key *key, uint32_t row)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        text words;

        if (naming_label(f, row, c, &words) != NULL &&
            same_label(words, key->words))
            return true;
    }
    return false;
}

uint32_t form_bare_extent(reader *r, uint32_t from, uint32_t end, text *label)
{
    uint32_t most = end - from > BARE_ROWS ? from + BARE_ROWS : end;
    table between = { .top = most, .bottom = from };
    form f = { .reader = r, .table = &between, .below = true,
               .last = UINT32_MAX };
    form_key key;

    if (!find_key(&f, &key, from))
        return 0;
    *label = key.words;
    between.top = end;
    between.bottom = key.row;
    for (uint32_t row = key.row + 1; row < most; row++)
        if (view_next(&r->view, row, 0) != UINT32_MAX &&
            repeats_key(&f, &key, row) && has_label(&f, &key, row))
            return climb_levels(&f, &key, climb(&f, &key, from, row, 0));
    return end;
}
