/*
 * grant_extent.c - where one form ends and the next one begins
 */
#include "ingest/form/grant_extent.h"

#include <string.h>

#include "ingest/form/block_title.h"
#include "ingest/form/form_repeats.h"
#include "ingest/form/grant_parts.h"
#include "wording/glyph.h"

/* No form is longer. */
enum { MOST_ROWS = 4000,
       BARE_ROWS = 400, /* of one without a table */
       INNER_LINES = 5 /* from the title of one to its table */ };

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
                               form_value_below(f, row, c) };
        }
    return key->word != NULL;
}

bool form_is_named_above(reader *r, const table *t, uint32_t from)
{
    form f = { .reader = r, .table = t, .last = UINT32_MAX };
    form_key key;

    return find_key(&f, &key, from);
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
        if (form_same_but_numbers(view_text(v, row, c), key->words))
            return naming_label(f, row, c, &words) != NULL &&
                   form_value_below(f, row, c);
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
            form_same_but_numbers(view_text(v, row, key->col), key->words)) &&
           naming_label(f, row, key->col, &words) != NULL &&
           form_same_but_numbers(words, key->words);
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
            !form_repeats_line(f, mine - 1, again - 1, moved))
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

/* 指標 | 単位 | R3 | R4目標: the header of a table of indicators. */
static bool heads_indicators(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    unsigned heads = 0;
    bool named = false;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);

        if (!w->exact && !w->has_year && !w->year_only)
            return false;
        named = named || w->role == ROLE_KPI;
        heads++;
    }
    return named && heads > 2;
}

/* 施策1 | 企業誘致 right above a table of its own, below that of a 基本目標: what
 * stands below it is of that measure. */
static bool heads_own_table(const form *f, const form_key *key, uint32_t row,
                            uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    text label = view_text(v, row, col), words;

    return is_outer(key) && form_label(f, row, col)->role == ROLE_MEASURE &&
           glyph_class_before(label, label.length) == GLYPH_DIGIT &&
           naming_label(f, row, col, &words) != NULL &&
           has_value_beside(f, row, col) && row + 1 < v->grid->rows &&
           heads_indicators(f, row + 1);
}

/* 事業名 | 健診事業 */
static bool names_project(const form *f, uint32_t row)
{
    uint32_t c = view_next(&f->reader->view, row, 0);

    return c != UINT32_MAX && form_label(f, row, c)->exact &&
           form_label(f, row, c)->role == ROLE_PROJECT &&
           has_value_beside(f, row, c);
}

bool form_heads_inner(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = row == 0 ? UINT32_MAX : view_next(v, row - 1, 0);
    block_title title;

    if ((c != UINT32_MAX && (view_next(v, row - 1, c + 1) != UINT32_MAX ||
                             form_is_cover(view_text(v, row - 1, c)))) ||
        !(names_project(f, row) ||
          (block_title_read(&title, f->reader, row, true) && title.beside &&
           !title.graded)))
        return false;
    for (uint32_t below = row + 1;
         below < v->grid->rows && below <= row + INNER_LINES; below++)
        if (heads_indicators(f, below))
            return true;
    return false;
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

    if (form_same_label(view_text(v, row, col), key->words) &&
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
        if (form_same_level(view_text(v, row, col), label))
            return true;
        if (form_same_but_numbers(view_text(v, row, key->col), key->words))
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
           w->rank < key->word->rank && form_value_below(f, row, c);
}

/* 基本目標 | ひとを呼び込む, or ◇ 参加を広げる: a level with its value. */
static bool leads_beside(const form *f, const form_key *key, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);
    const header_word *w;

    if (c == UINT32_MAX)
        return false;
    if (form_heads_name(f, row) || form_heads_group(f, row))
        return true;
    w = form_label(f, row, c);
    return w->exact && role_is_level(w->role) && w->rank < key->word->rank &&
           has_value_beside(f, row, c) &&
           leads_key(f, key, view_text(v, row, c), c);
}

/* Such levels, or whose they are, above some forms only, where another goal or
 * bureau begins; an empty row may stand between them and the form. */
static uint32_t climb_levels(const form *f, const form_key *key, uint32_t row)
{
    const sheet_view *v = &f->reader->view;

    text bureau;

    while (row > f->table->bottom + 1) {
        bool empty = view_next(v, row - 1, 0) == UINT32_MAX;

        if (empty && (row < f->table->bottom + 3 ||
                      !(leads_beside(f, key, row - 2) ||
                        form_heads_bureau(v, row - 2, &bureau))))
            break;
        if (empty)
            row -= 2;
        else if (leads_beside(f, key, row - 1) ||
                 form_heads_bureau(v, row - 1, &bureau))
            row--;
        else if (key->above && row > f->table->bottom + 2 &&
                 leads_above(f, key, row - 2))
            row -= 2;
        else
            break;
    }
    return row;
}

/* 路線名 | 中央線, a label that nobody knows, names what the form is about: where it
 * stands again another form begins. 0: it does not. */
static uint32_t subject_end(const form *f, uint32_t from, uint32_t end)
{
    const sheet_view *v = &f->reader->view;
    const form look = { .reader = f->reader, .table = f->table,
                        .last = UINT32_MAX };
    form_key key = { .row = from, .col = UINT32_MAX };
    uint32_t value;

    for (; key.row < f->table->top; key.row++) {
        for (key.col = view_next(v, key.row, 0); key.col != UINT32_MAX &&
             !form_names_subject(&look, key.row, key.col, &value);
             key.col = view_next(v, key.row, key.col + 1))
            ;
        if (key.col != UINT32_MAX)
            break;
    }
    if (key.row >= f->table->top)
        return 0;
    key.words = view_text(v, key.row, key.col);
    for (uint32_t row = f->table->bottom + 1;
         row < end && row - from < MOST_ROWS; row++)
        if (view_next(v, row, key.col) == key.col &&
            form_same_label(view_text(v, row, key.col), key.words) &&
            form_names_subject(&look, row, key.col, &value))
            return climb(f, &key, from, row, 0);
    return 0;
}

/* 施策名 | 山の再生 below a form inside that of another measure, whose label stands
 * above it: the next measure's form. */
static bool heads_next_outer(const form *f, const form_key *key,
                             uint32_t from, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    const header_word *w = form_label(f, row, col);

    if (f->reader->goal_title == NULL || !w->exact ||
        !role_is_level(w->role) ||
        (key->word != NULL && w->rank >= key->word->rank) ||
        !has_value_beside(f, row, col))
        return false;
    while (from-- > 0)
        if (view_next(v, from, 0) == col &&
            form_same_level(view_text(v, from, col), view_text(v, row, col)))
            return true;
    return false;
}

/* The first such row, up to `end`. */
static uint32_t next_outer(const form *f, const form_key *key, uint32_t from,
                           uint32_t end)
{
    const sheet_view *v = &f->reader->view;
    uint32_t row = f->table->bottom + 1;

    if (f->reader->goal_title == NULL)
        return end;
    for (; row < end; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c != UINT32_MAX && heads_next_outer(f, key, from, row, c))
            return row;
    }
    return end;
}

uint32_t form_extent(reader *r, const table *t, uint32_t from)
{
    form f = { .reader = r, .table = t, .below = true,
               .last = UINT32_MAX };
    uint32_t end = r->view.grid->rows, headed = end;
    block_title title;
    form_key key = { .word = NULL };

    if ((!find_key(&f, &key, from) || is_outer(&key)) &&
        block_title_above(&title, r, t, from))
        return next_outer(&f, &key, from,
                          block_title_end(&title, r, t, end));
    if (key.word == NULL)
        return subject_end(&f, from, end);
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
        if (key.word->role != ROLE_PROJECT && role_is_level(key.word->role) &&
            form_heads_inner(&f, row))
            return headed < row ? headed : row;
        if (heads_next_outer(&f, &key, from, row, c))
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
            form_same_label(words, key->words))
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
