/*
 * column_shapes.c - columns that are told by how their cells go together
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "ingest/table/asked_label.h"
#include "wording/fold.h"
#include "wording/glyph.h"
#include "wording/no_number.h"

/* 指標 | 指標名, and nothing below the first: it is the form's label. */
bool column_labels_names(const deciding *d, const table_column *k)
{
    const table_column *next = k + 1;

    return next < d->columns + d->count && next->role == ROLE_KPI &&
           next->index == k->index && next->col == k->col + 1 &&
           next->head_row == k->head_row &&
           !view_filled(d->view, d->t->first_row, k->col) &&
           view_filled(d->view, d->t->first_row, next->col);
}

bool column_begins_with_figure(const deciding *d, const table_column *k)
{
    content n = column_first_rows(d, k, 1);
    size_t next;

    return n.cells == 1 && n.years == 0 &&
           (n.numbers == 1 || /* 1,250 typed as text */
            glyph_digit(view_text(d->view, d->t->first_row, k->col), 0,
                        &next) >= 0);
}

/* 実績, 数値: what the only line of an indicator's figures may be called. */
static bool calls_line(const deciding *d, text t)
{
    static const char *const words[] = { "数値", "値", "指標値", "推移", "数値等",
                                         "測定値", "実績・目標", "目標・実績",
                                         "数値の推移" };
    text key;

    return fold_key(d->memory, &key, t) &&
           (content_is_line(key) ||
            text_in(key, words, sizeof(words) / sizeof(*words)));
}

/* Does one name stand over columns of figures right behind a tall cell? */
static bool names_figures_behind(const deciding *d, const table_column *k)
{
    const table_column *next = k + 1;
    unsigned below = 0;

    if (next >= d->columns + d->count || next->kpi_name.length == 0 ||
        k->head_row >= d->t->bottom)
        return false;
    for (const table_column *c = next; c < d->columns + d->count; c++) {
        if (c->role == ROLE_KPI ||
            (c->kpi_name.length > 0 &&
             !text_equal(c->kpi_name, next->kpi_name)))
            return false;
        below += c->kpi_name.length > 0;
    }
    return below > 1;
}

/* Nothing, or no figure: 課題 | 3年に一度見直す。 over several columns. */
static bool lacks_figure(const deciding *d, uint32_t row, uint32_t col)
{
    size_t next;
    text t;

    if (row > d->t->last_row || view_next(d->view, row, 0) == UINT32_MAX ||
        !view_filled(d->view, row, col) ||
        view_range(d->view, row, col).last_col >
            view_range(d->view, d->t->bottom, col).last_col)
        return true;
    t = view_text(d->view, row, col);
    return glyph_digit(t, 0, &next) < 0 && no_number_state(t) == STATE_TEXT;
}

bool column_leads_line(const deciding *d, const table_column *k)
{
    const sheet_view *v = d->view;
    uint32_t row = d->t->first_row;

    return view_filled(v, row, k->col) && names_figures_behind(d, k) &&
           lacks_figure(d, row + 1, k[1].col) &&
           (k->index != 0 || calls_line(d, view_text(v, row, k->col)));
}

bool column_names_sections(const deciding *d, uint32_t col)
{
    unsigned cells = 0, words = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         cells < SAMPLE_ROWS;
         row++) {
        if (cells > 0 && view_next(d->view, row, 0) == UINT32_MAX)
            break; /* behind a gap another form may begin */
        if (!view_begins(d->view, row, col) ||
            !view_filled(d->view, row, col) ||
            view_next(d->view, row, col + 1) == UINT32_MAX)
            continue; /* 【成果指標】 alone heads lines */
        cells++;
        words += table_word(d->view, d->roles, row, col,
                            d->context_year)->exact;
    }
    return words > 1 && words * 2 >= cells;
}

bool columns_say_nothing(const deciding *d, size_t first, size_t last)
{
    while (first <= last)
        if (column_sample(d, d->columns[first++].col).cells > 0)
            return false;
    return true;
}

enum { SPAN_ROWS = 8 }; /* lines of figures that may be blank */

bool columns_are_one(const deciding *d, size_t first, size_t last)
{
    uint32_t from = d->columns[first].col, to = d->columns[last].col;
    uint32_t end = d->t->first_row + SPAN_ROWS;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < end && row < d->view->grid->rows;
         row++) {
        merge_range m = view_range(d->view, row, from);

        if (m.col != from)
            break; /* the next part of a form */
        if (view_filled(d->view, row, from))
            return m.row == row && m.last_col == to;
        if (view_next(d->view, row, from) <= to)
            return false;
    }
    return columns_say_nothing(d, first, last);
}

/* 指標ア, 指標B: an indicator's word and a letter for its number. */
static bool is_lettered(const deciding *d, uint32_t row, uint32_t col)
{
    text t = view_text(d->view, row, col);
    size_t at = t.length == 0 ? 0 : glyph_back(t, t.length), next = at;
    uint32_t c = t.length == 0 ? 0 : utf8_next(t, &next);
    const header_word *w;

    if (at == 0 || !((c >= 'A' && c <= 'Z') || (c >= 0xFF21 && c <= 0xFF3A) ||
                     (c >= 0x30A2 && c <= 0x30B3))) /* ア to コ */
        return false;
    w = header_roles_find(d->roles, text_cut(t, 0, at), d->context_year);
    return w->exact && w->role == ROLE_KPI;
}

bool column_letters_names(const deciding *d, const table_column *k)
{
    const table_column *next = k + 1;
    uint32_t row = d->t->first_row;

    return next < d->columns + d->count && next->role == ROLE_KPI &&
           is_lettered(d, row, k->col) && !is_lettered(d, row, next->col) &&
           view_filled(d->view, row, next->col);
}

static bool is_line(const deciding *d, uint32_t row, uint32_t col)
{
    text key, t = view_text(d->view, row, col);

    return view_begins(d->view, row, col) && t.length > 0 &&
           fold_key(d->memory, &key, t) && content_is_line(key);
}

bool columns_name_lines(deciding *d, size_t first)
{
    table_column *name = &d->columns[first], *line = name + 1;
    uint32_t row = d->t->first_row;

    if (name->role != ROLE_KPI || !view_filled(d->view, row, name->col) ||
        !is_line(d, row, line->col) || !is_line(d, row + 1, line->col) ||
        table_word(d->view, d->roles, row, name->col,
                   d->context_year)->exact)
        return false;
    line->role = ROLE_LINE;
    line->why = name->why = "content";
    return true;
}

/* Ａ, Ｂ, Ｃ or ア, イ, ウ in front of names, from the first one on. */
bool column_counts_by_letters(const deciding *d, uint32_t col)
{
    uint32_t last = 0;
    unsigned count = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text t = view_text(d->view, row, col);
        size_t at = 0;
        uint32_t letter;

        if (t.length == 0 || !view_begins(d->view, row, col))
            continue;
        letter = glyph_next(t, &at);
        if (letter >= 'a' && letter <= 'z')
            letter -= 'a' - 'A';
        if (at < t.length ||
            (last == 0 ? letter != 'A' && letter != 0x30A2 : letter <= last))
            return count > 1; /* what stands below the table */
        last = letter;
        count++;
    }
    return count > 0;
}

bool column_counts_one(const deciding *d, const table_column *k,
                       uint32_t last)
{
    const sheet_view *v = d->view;
    uint32_t row = d->t->first_row;
    const cell *name;

    if (column_first_rows(d, k, 1).ordinals != 1 ||
        (name = view_cell(v, row, last)) == NULL ||
        name->type != CELL_STRING || !view_begins(v, row, last))
        return false;
    row++;
    return row > d->t->last_row || row >= v->grid->rows ||
           view_next(v, row, 0) == UINT32_MAX ||
           (view_begins(v, row, k->col) &&
            view_range(v, row, k->col).last_col >= last);
}

/* 30点／26点: the two parts of a cell; false for one part or three. */
bool content_two_parts(text t, text parts[2])
{
    size_t count = 0, from = 0, next;

    for (size_t at = 0; at <= t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c != GLYPH_SLASH && c != GLYPH_BREAK && c != GLYPH_ARROW &&
            c != GLYPH_END)
            continue;
        if (count == 2)
            return false;
        parts[count++] = text_trim(text_cut(t, from, at));
        from = next;
        if (c == GLYPH_END)
            break;
    }
    return count == 2 && parts[0].length > 0 && parts[1].length > 0;
}

bool column_pairs_figures(const deciding *d, const table_column *k)
{
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text parts[2];
        size_t next;

        if (!view_filled(d->view, row, k->col))
            continue;
        return content_two_parts(view_text(d->view, row, k->col), parts) &&
               glyph_digit(parts[0], 0, &next) >= 0 &&
               (glyph_digit(parts[1], 0, &next) >= 0 ||
                glyph_at(parts[1], 0, &next) == GLYPH_DASH);
    }
    return false;
}

bool column_grades_by_words(const deciding *d, const table_column *k,
                            const content *n)
{
    unsigned seen = 0;

    if (n->cells == 0 || n->names != n->cells || n->texts != n->cells ||
        n->long_texts > 0)
        return false;
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         seen < n->cells;
         row++) {
        text t;

        if (!view_begins(d->view, row, k->col) ||
            (t = view_text(d->view, row, k->col)).length == 0)
            continue;
        if (no_number_state(t) == STATE_TEXT)
            return true;
        seen++;
    }
    return false;
}

bool column_grades_figures(const deciding *d, const table_column *k,
                           const content *n)
{
    bool figures = false;

    if (columns_count(d, ROLE_GRADE) > 0 || !content_mostly(n->grades, n))
        return false;
    for (size_t i = 0; i < d->count; i++)
        figures = figures || (d->columns[i].col < k->col &&
                              (d->columns[i].role == ROLE_RATE ||
                               d->columns[i].role == ROLE_ACTUAL));
    return figures;
}

/* 達成率 of the same indicator. */
static bool rated_beside(const deciding *d, const table_column *k)
{
    for (size_t i = 0; i < d->count; i++) {
        const table_column *one = &d->columns[i];

        if (one != k && one->role == ROLE_RATE &&
            strstr(one->header, "率") != NULL &&
            (one->col < k->col ? k->col - one->col : one->col - k->col) <= 2)
            return true;
    }
    return false;
}

bool column_grades_by_points(const deciding *d, const table_column *k,
                             const content *n)
{
    enum { POINTS_MOST = 7, SURE_CELLS = 3 };
    unsigned points = 0;
    bool several = false;

    if ((strstr(k->header, "達成度") == NULL &&
         strstr(k->header, "進捗度") == NULL) ||
        strstr(k->header, "%") != NULL || strstr(k->header, "％") != NULL ||
        n->percents > 0 || n->ordinals != n->cells)
        return false;
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         points < n->cells; row++) {
        size_t one;

        if (!view_begins(d->view, row, k->col) ||
            !text_to_size(view_text(d->view, row, k->col), &one))
            continue; /* － */
        if (one > POINTS_MOST)
            return false;
        several = several || one > 1;
        points++;
    }
    return points > 0 && ((several && points >= SURE_CELLS) ||
                          rated_beside(d, k)); /* else 1 may be 100% */
}

bool column_holds_marks(const deciding *d, uint32_t col)
{
    bool found = false;
    size_t next;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text t = view_text(d->view, row, col);

        if (found && view_next(d->view, row, 0) == UINT32_MAX)
            break; /* what stands below the table */
        if (t.length == 0 || !view_begins(d->view, row, col))
            continue;
        if (((glyph_at(t, 0, &next) != GLYPH_BULLET &&
              (next = glyph_word(t, 0, "〇")) == 0) || next < t.length) &&
            !answer_alone(t))
            return false;
        found = true;
    }
    return found;
}

/* ア, 優, or a dash for none: as short as a grade. */
static bool is_letter_alone(text t)
{
    size_t next;

    return glyph_at(t, 0, &next) != GLYPH_DIGIT && next == t.length;
}

bool column_classes_verdict(const deciding *d, const table_column *k)
{
    unsigned seen = 0;

    if ((strstr(k->header, "評価") == NULL &&
         strstr(k->header, "判定") == NULL) ||
        columns_count(d, ROLE_GRADE) > 0)
        return false;
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text t = view_text(d->view, row, k->col);

        if (seen > 0 && view_next(d->view, row, 0) == UINT32_MAX)
            break; /* what stands below the table */
        if (t.length == 0 || !view_begins(d->view, row, k->col) ||
            view_range(d->view, row, k->col).col < k->col)
            continue; /* a heading over all columns */
        if (!is_letter_alone(t))
            return false;
        seen++;
    }
    return seen > 1;
}

/* 相談は増えている。, 本事業は目標の達成に有効であった: what happened, in words; that
 * without a stop is a choice where it is ticked. */
static bool is_sentence(text t)
{
    static const char *const begins[] = { "本", "当", "当該", "この" };
    static const char *const subjects[] = { "事業", "取組", "取り組み", "施策" };

    if (text_ends(t, "。"))
        return true;
    for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++)
        for (size_t k = 0; k < sizeof(subjects) / sizeof(*subjects); k++) {
            text rest = text_from(t, text_prefix(t, begins[i]));

            if (rest.length == t.length || !text_starts(rest, subjects[k]))
                continue;
            rest = text_from(rest, strlen(subjects[k]));
            if (text_starts(rest, "は") || text_starts(rest, "が"))
                return true;
        }
    return false;
}

bool column_holds_sentences(const deciding *d, const table_column *k,
                            const content *n)
{
    unsigned sentences = 0;

    if (n->cells == 0 || n->grades > 0 || n->texts < n->cells)
        return false;
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++)
        sentences += view_begins(d->view, row, k->col) &&
                     is_sentence(view_text(d->view, row, k->col));
    return sentences == n->cells;
}

static bool fills_first_only(const deciding *d, size_t first, size_t last,
                             uint32_t row)
{
    if (!view_filled(d->view, row, d->columns[first].col))
        return false;
    for (size_t i = first + 1; i <= last; i++)
        if (view_filled(d->view, row, d->columns[i].col))
            return false;
    return true;
}

bool columns_first_only(const deciding *d, size_t first, size_t last)
{
    uint32_t row = d->t->first_row, col = d->columns[first].col;

    if (d->columns[first].header[0] == '\0' ||
        d->columns[first + 1].header[0] != '\0' ||
        !fills_first_only(d, first, last, row))
        return false;
    do {
        row++;
        if (row > d->t->last_row ||
            view_next(d->view, row, 0) == UINT32_MAX)
            return true;
    } while (view_next(d->view, row, col) > d->columns[last].col);
    return fills_first_only(d, first, last, row) ||
           table_word(d->view, d->roles, row, col, d->context_year)->exact;
}

/* 数値目標 right above 実績値: elsewhere the label of an indicator. */
static bool begins_with_aims(const deciding *d, const table_column *k)
{
    uint32_t row = d->t->first_row;

    return row < d->t->last_row && view_begins(d->view, row, k->col) &&
           text_equal(view_text(d->view, row, k->col), text_of("数値目標")) &&
           view_begins(d->view, row + 1, k->col) &&
           text_starts(view_text(d->view, row + 1, k->col), "実績");
}

bool columns_begin_counted(const deciding *d, const table_column *k, role r)
{
    content n = column_first_rows(d, k, 1);

    return role_is_figure(r) && n.cells == 1 && n.names + n.years == 0;
}

bool columns_begin_lines(const deciding *d, const table_column *k)
{
    content n = column_first_rows(d, k, 2);

    if (n.cells < 2) /* a heading stands above them */
        n = column_first_rows(d, k, 3);
    if (n.labels == 1 && n.lines == 1)
        return begins_with_aims(d, k);
    return n.lines == 2 && n.totals < 2 && n.kinds == 0;
}

bool columns_begin_years(const deciding *d, const table_column *k)
{
    content n = column_first_rows(d, k, 2);

    return n.cells == 2 && n.years == 2;
}

bool columns_begin_dated(const deciding *d, const table_column *k)
{
    content n = column_first_rows(d, k, 3);

    return n.cells == 3 && n.years > 0 && n.years + n.lines >= n.cells;
}

bool columns_behind_years(const deciding *d, size_t first, size_t i)
{
    uint32_t row = d->t->first_row, col = d->columns[i].col;

    return i > first && d->columns[first].role == ROLE_YEAR &&
           view_range(d->view, row, col).col < col &&
           view_range(d->view, row + 1, col).col < col;
}

/* KPI > 取組実績 of KPI > 取組実績 > R5 */
static text group_of(const table_column *k)
{
    text t = text_of(k->header);

    return text_cut(t, 0, t.length - table_column_words(k).length);
}

bool column_goes_on_actuals(const deciding *d, const table_column *k)
{
    return k > d->columns && k[-1].role == ROLE_ACTUAL &&
           k->years.to != 0 && k[-1].years.to != 0 &&
           group_of(k).length > 0 && text_equal(group_of(k), group_of(k - 1));
}

bool column_tells_ways(const deciding *d, uint32_t col)
{
    static const char *const ways[] = {
        "増加", "減少", "維持", "上昇", "低下", "向上", "現状維持", "増加目標",
        "減少目標", "維持目標", "上昇目標", "低下目標", "増加指標", "減少指標",
        "維持指標", "増加型", "減少型", "維持型", "増", "減"
    };
    enum { LOOK = 40 };
    unsigned told = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         row < d->t->first_row + LOOK; row++) {
        text t = view_text(d->view, row, col);

        if (t.length == 0 || !view_begins(d->view, row, col))
            continue;
        if (!text_in(t, ways, sizeof(ways) / sizeof(*ways)) &&
            no_number_state(t) == STATE_TEXT)
            return false;
        told++;
    }
    return told > 0;
}
