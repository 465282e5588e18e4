/*
 * table_content.c - what a column holds, by what stands in it
 */
#include "ingest/table_parts.h"

#include <string.h>

#include "wording/fold.h"
#include "wording/glyph.h"

/* What short texts look like is noted, since they come again: 人, H27, ○. */
enum { SAMPLE_ROWS = 60, SAMPLE_REACH = 4000, WORD_BYTES = 24,
       NOTED_BYTES = 18 };

static const char *const label_words[] = {
    "kpi", "指標", "成果指標", "活動指標", "重要業績評価指標", "アウトカム", "アウトプット",
    "インプット", "kgi", "数値目標", "成果", "活動"
};
static const char *const mark_words[] = { "○", "〇", "◯", "●", "再掲", "レ",
                                          "✓", "新規", "継続", "(再掲)",
                                          "【再掲】" };
static const char *const grade_words[] = {
    "◎", "○", "〇", "◯", "△", "×", "✕", "☆", "★", "▲", "▼", "a", "b", "c", "d",
    "e", "s", "b*", "達成", "未達成", "概ね達成", "順調", "概ね順調", "おおむね順調",
    "やや遅れ", "遅れ",
    "a評価", "b評価", "c評価", "目標達成", "未達"
};
static const char *const arrow_words[] = { "↑", "↓", "↗", "↘", "→", "⇧", "⇩",
                                           "⬆", "⬇", "➚", "➘" };
static const char *const kind_words[] = {
    "累計", "単年", "単年度", "年度", "フロー", "ストック", "累積", "時点", "毎年", "率",
    "水準", "到達", "状態", "行為", "マイルストーン", "annual", "cumulative", "level",
    "milestone"
};

#define LISTED(key, words) text_in(key, words, sizeof(words) / sizeof(*(words)))

/* KPI, KPI1, 指標②: a label in front of the indicator's name. */
static bool is_label(text key)
{
    while (key.length > 0 && (ascii_is_digit(key.bytes[key.length - 1]) ||
                              text_ends(key, "-") || text_ends(key, ":") ||
                              text_ends(key, ")") || text_ends(key, "(")))
        key = text_cut(key, 0, key.length - 1);
    return LISTED(key, label_words);
}

static bool is_ordinal(text key)
{
    size_t n = 0;

    while (text_starts(key, "(") || text_starts(key, "no."))
        key = text_from(key, text_starts(key, "(") ? 1 : 3);
    while (text_ends(key, ")") || text_ends(key, "."))
        key = text_cut(key, 0, key.length - 1);
    if (key.length == 0 || key.length > 8)
        return false;
    for (size_t i = 0; i < key.length; i++)
        n += ascii_is_digit(key.bytes[i]) || key.bytes[i] == '-' ||
             key.bytes[i] == '.';
    return n == key.length && ascii_is_digit(key.bytes[0]);
}

static bool is_western_year(text key)
{
    size_t n = 0;

    return text_to_size(key, &n) && n >= 1990 && n <= 2100;
}

/* What a short text looks like, by its words alone. */
typedef enum looks {
    LOOKS_UNKNOWN, LOOKS_ORDINAL, LOOKS_YEAR, LOOKS_LINE, LOOKS_LABEL,
    LOOKS_MARK, LOOKS_DASH, LOOKS_KIND, LOOKS_PERCENT, LOOKS_TEXT,
    LOOKS_ARROW, LOOKS_GRADE = 16 /* a grade as well */
} looks;

static looks looks_of_key(text key, text t, int context_year)
{
    year_span span;

    if (is_ordinal(key) && !is_western_year(key))
        return LOOKS_ORDINAL;
    if (fiscal_year_parse(&span, t, context_year))
        return LOOKS_YEAR;
    if (content_is_line(key))
        return LOOKS_LINE;
    if (is_label(key))
        return LOOKS_LABEL;
    if (LISTED(key, mark_words))
        return LOOKS_MARK;
    if (LISTED(key, arrow_words))
        return LOOKS_ARROW;
    if (text_is(key, "-") || text_is(key, "ー"))
        return LOOKS_DASH;
    if (LISTED(key, kind_words))
        return LOOKS_KIND;
    return text_ends(key, "%") ? LOOKS_PERCENT : LOOKS_TEXT;
}

#define BEGIN(out, words)                                                    \
    letter_set_begin(out, words, sizeof(words) / sizeof(*(words)))

void content_begins(letter_set *out)
{
    *out = (letter_set){ { 0 } };
    content_lines_begin(out);
    BEGIN(out, label_words);
    BEGIN(out, mark_words);
    BEGIN(out, kind_words);
    BEGIN(out, grade_words);
}

/* Kanji or kana of which no word begins that is looked for: but a text. Most
 * names are, and need not be folded to know that. */
static bool is_but_text(const deciding *d, text t)
{
    size_t next = 0;
    uint32_t c = utf8_next(t, &next);

    return ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) ||
            (c >= 0x30A1 && c <= 0x30FA)) &&
           !letter_set_has(&d->begins, c) && !text_ends(t, "%") &&
           !text_ends(t, "％") && !fiscal_year_may_begin(t, 0);
}

/* 490人: no word that is looked for begins with a digit. */
static bool is_counted(text t)
{
    size_t last = t.length < 4 ? 0 : t.length - 3;

    return last > 0 && ascii_is_digit(t.bytes[0]) &&
           (unsigned char)t.bytes[last] >= 0xE4 &&
           (unsigned char)t.bytes[last] <= 0xE9;
}

/* LOOKS_UNKNOWN when memory ran out. */
static unsigned looks_of(const deciding *d, text t)
{
    unsigned seen = LOOKS_UNKNOWN, *note;
    arena_mark mark;
    year_span span;
    text key;

    if (is_but_text(d, t))
        return LOOKS_TEXT;
    if (is_counted(t))
        return fiscal_year_parse(&span, t, d->context_year) ? LOOKS_YEAR
                                                            : LOOKS_TEXT;
    note = t.length > NOTED_BYTES
               ? NULL : header_roles_note(d->roles, t, d->context_year);
    mark = arena_get_mark(d->memory);
    if (note != NULL && *note != LOOKS_UNKNOWN)
        return *note;
    if (fold_key(d->memory, &key, t))
        seen = (unsigned)looks_of_key(key, t, d->context_year) |
               (LISTED(key, grade_words) ? LOOKS_GRADE : 0u);
    arena_rewind(d->memory, mark);
    if (note != NULL)
        *note = seen;
    return seen;
}

static void look_at(const deciding *d, content *n, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(d->view, row, col);
    unsigned seen;
    text t;

    if (c == NULL)
        return;
    t = view_cell_text(d->view, c);
    if (t.length == 0 && !c->missing)
        return;
    n->cells++;
    if (c->type == CELL_NUMBER || c->missing) {
        size_t whole = 0;
        bool plain = text_to_size(t, &whole);
        year_span span = { 0 };
        bool year = plain ? whole >= 1990 && whole <= 2100
                          : c->type == CELL_NUMBER && t.length < WORD_BYTES &&
                                !ascii_is_digit(t.bytes[0]) &&
                                fiscal_year_parse(&span, t, d->context_year);

        n->numbers++;
        n->years += year;
        n->ordinals += !year && plain && whole < 1000;
        n->percents += book_format_kind(d->view->book, c->format) ==
                       FORMAT_PERCENT;
        return;
    }
    n->names += !glyph_has_digit(t);
    if (t.length > 3 * WORD_BYTES) {
        n->texts++;
        n->long_texts++;
        return;
    }
    seen = looks_of(d, t);
    n->grades += (seen & LOOKS_GRADE) != 0;
    switch (seen & ~(unsigned)LOOKS_GRADE) {
    case LOOKS_ORDINAL: n->ordinals++; break;
    case LOOKS_YEAR: n->years++; break;
    case LOOKS_LINE:
        n->lines++;
        n->totals += text_starts(t, "累計") || text_starts(t, "累積");
        break;
    case LOOKS_LABEL: n->labels++; break;
    case LOOKS_MARK: n->marks++; break;
    case LOOKS_ARROW: n->arrows++; break;
    case LOOKS_DASH: /* says nothing about the others */
        n->cells--;
        n->names--;
        break;
    case LOOKS_KIND: n->kinds++; break;
    case LOOKS_PERCENT: n->percents++; break;
    case LOOKS_TEXT: n->texts++; break;
    default: break;
    }
}

static void look_down(const deciding *d, column_seen *seen, uint32_t col)
{
    uint32_t rows = 0, head = view_range(d->view, d->t->bottom, col).last_col;
    bool gap = false;
    content n = { 0 };

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         rows < SAMPLE_ROWS && row - d->t->first_row < SAMPLE_REACH; row++) {
        merge_range m = view_range(d->view, row, col);
        bool blank = view_next(d->view, row, 0) == UINT32_MAX;

        if (blank && !gap) {
            seen->near = n;
            gap = true;
        }
        /* banners across the table say nothing about a column */
        if (m.row != row || m.col != col ||
            (m.last_col > m.col + 3 && m.last_col > head))
            continue;
        rows += !blank;
        look_at(d, &n, row, col);
    }
    seen->all = n;
    if (!gap)
        seen->near = n;
}

static column_seen sample(const deciding *d, uint32_t col)
{
    column_seen seen = { true, d->t->first_row, d->t->last_row,
                         d->t->bottom, { 0 }, { 0 } };
    column_seen *kept = d->seen != NULL && col >= d->seen_col &&
                                col - d->seen_col < d->seen_count
                            ? &d->seen[col - d->seen_col] : NULL;

    if (kept != NULL && kept->known && kept->first_row == seen.first_row &&
        kept->last_row == seen.last_row && kept->head == seen.head)
        return *kept;
    look_down(d, &seen, col);
    if (kept != NULL)
        *kept = seen;
    return seen;
}

content column_sample(const deciding *d, uint32_t col)
{
    return sample(d, col).all;
}

content column_near(const deciding *d, uint32_t col)
{
    return sample(d, col).near;
}

bool content_mostly(unsigned part, const content *n)
{
    return n->cells > 0 && part * 5 >= n->cells * 4;
}

/* What stands in the first rows below: behind them there may be another
 * table, or a form's other labels. */
static content first_rows(const deciding *d, const table_column *k,
                          uint32_t rows)
{
    deciding near = *d;
    table t = *d->t;

    if (t.last_row >= t.first_row + rows)
        t.last_row = t.first_row + rows - 1;
    near.t = &t;
    near.seen = NULL;
    return column_sample(&near, k->col);
}

/* 目標値 and 実績値 are the first two. */
static bool begins_lines(const deciding *d, const table_column *k)
{
    content n = first_rows(d, k, 2);

    return n.lines == 2 && n.totals < 2 && n.kinds == 0;
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
            !view_filled(d->view, row, col))
            continue;
        cells++;
        words += table_word(d->view, d->roles, row, col,
                            d->context_year)->exact;
    }
    return words > 1 && words * 2 >= cells;
}

/* 実績 | R3 | R4 above 実績値 | 19 | 27: the first column names lines. */
static bool leads_years(const deciding *d, const table_column *k,
                        const content *n)
{
    unsigned years = 0;

    for (size_t i = 0; i < d->count; i++)
        years += d->columns[i].years.to != 0 && d->columns[i].col > k->col;
    return k->col == d->t->col && years > 1 && n->lines > 0 &&
           n->numbers == 0;
}

static bool begins_with_figure(const deciding *d, const table_column *k)
{
    content n = first_rows(d, k, 1);

    return n.numbers == 1 && n.years == 0;
}

/* 年度 | R2 | R3 above 数値 | 4 | 5 */
static bool heads_values(const deciding *d, const table_column *k)
{
    arena_mark mark = arena_get_mark(d->memory);
    text key;
    bool found = fold_key(d->memory, &key,
                          view_text(d->view, d->t->first_row, k->col)) &&
                 table_is_value_line(key);

    arena_rewind(d->memory, mark);
    return found;
}

/* 区分 | 事業名: of the projects, no part of an indicator. */
static bool leads_projects(const deciding *d, const table_column *k)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_PROJECT && d->columns[i].col > k->col)
            return true;
    return false;
}

/* Another column holds actuals, by its word, its year or its lines. */
static bool shows_actuals(const deciding *d)
{
    if (columns_count(d, ROLE_ACTUAL) > 0)
        return true;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_LINE ||
            (d->columns[i].role == ROLE_NONE && d->columns[i].years.to != 0))
            return true;
    return false;
}

/* A column says that it holds actuals, and not only 状況 of a year. */
static bool has_actual_words(const deciding *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_ACTUAL &&
            (d->columns[i].years.to == 0 ||
             strstr(d->columns[i].header, "状況") == NULL))
            return true;
    return false;
}

/* Decides an open column by what stands below it. */
static void decide_by_content(deciding *d, table_column *k)
{
    content n;
    role before = k->role;

    if (strcmp(k->why, "plan") == 0)
        return;
    if (k->role != ROLE_NONE && k->role != ROLE_ACTUAL &&
        k->role != ROLE_LINE && k->role != ROLE_GRADE &&
        k->role != ROLE_VALUE && k->role != ROLE_NAME &&
        k->role != ROLE_KPI && k->role != ROLE_STATUS &&
        k->role != ROLE_NO && k->role != ROLE_RATE &&
        k->role != ROLE_YEAR && k->role != ROLE_KIND &&
        k->role != ROLE_ACTIVITY &&
        k->role != ROLE_BASELINE_YEAR && k->role != ROLE_TARGET_YEAR)
        return;
    n = column_sample(d, k->col);
    switch (k->role) {
    case ROLE_NONE:
    case ROLE_ACTUAL:
    case ROLE_VALUE:
        if (k->years.to == 0 && content_mostly(n.years, &n))
            k->role = ROLE_YEAR;
        else if (n.kinds + n.totals > 0 &&
                 content_mostly(n.kinds + n.totals, &n))
            k->role = ROLE_KIND; /* 実績の種類: 累計, 単年度 */
        else if (k->role == ROLE_NONE && n.arrows > 0 &&
                 content_mostly(n.arrows, &n))
            k->role = ROLE_DIRECTION;
        else if (k->years.to == 0 &&
                 (content_mostly(n.lines, &n) || leads_years(d, k, &n) ||
                  (k->header[0] == '\0' && n.lines > 1 &&
                   (n.lines * 3 > n.cells || begins_lines(d, k)))))
            k->role = ROLE_LINE;
        else if (k->role == ROLE_VALUE)
            k->role = ROLE_ACTUAL;
        else if (k->role == ROLE_NONE && k->years.to != 0 &&
                 k->kpi_name.length > 0 && n.cells > 0 && n.numbers == 0 &&
                 content_mostly(n.names + n.arrows, &n) &&
                 columns_count(d, ROLE_ACTUAL) > 0)
            k->role = ROLE_IGNORED; /* 工程 above R4: 実施, → */
        else if (k->role == ROLE_NONE && k->years.to != 0)
            k->role = ROLE_ACTUAL;
        else if (k->role == ROLE_NONE && n.cells > 0 &&
                 content_mostly(n.labels, &n))
            k->role = ROLE_IGNORED;
        break;
    case ROLE_LINE:
    case ROLE_KIND:
        if (k->role == ROLE_LINE && column_pairs_figures(d, k))
            k->role = ROLE_ACTUAL; /* 目標／実績 above 30／26 */
        else if ((content_mostly(n.lines, &n) && n.totals < n.lines &&
             n.kinds == 0) || begins_lines(d, k))
            k->role = ROLE_LINE;
        else if (k->role == ROLE_LINE && n.cells > 0)
            k->role = column_grades_figures(d, k, &n) ? ROLE_GRADE
                      : (n.kinds + n.totals) * 2 >= n.cells ? ROLE_KIND
                      : n.marks * 2 >= n.cells ? ROLE_RELISTED
                      : content_mostly(n.years, &n) ? ROLE_YEAR
                      : n.texts * 2 >= n.cells && !leads_projects(d, k)
                          ? ROLE_BREAKDOWN : ROLE_IGNORED;
        break;
    case ROLE_GRADE:
    case ROLE_STATUS:
        /* 中間評価（H30） above figures: that year's */
        if (k->years.to != 0 &&
            (strstr(k->header, "中間") != NULL ||
             strstr(k->header, "最終") != NULL) &&
            n.cells > 0 && n.grades * 2 < n.cells)
            k->role = ROLE_ACTUAL;
        else if (k->years.to != 0 && strstr(k->header, "状況") != NULL &&
                 n.cells > 0 && n.grades * 2 < n.cells &&
                 !has_actual_words(d))
            k->role = ROLE_ACTUAL; /* 達成状況（R5）: 2人, 87.2% */
        else if (n.cells > 0 && (n.percents * 2 > n.cells))
            k->role = ROLE_RATE;
        else if (n.grades == 0 && n.cells > 0 && n.numbers == 0 &&
                 n.names * 2 < n.cells && !shows_actuals(d))
            k->role = ROLE_ACTUAL; /* 進捗: H27年度：217人 */
        break;
    case ROLE_ACTIVITY: /* 取組実績 above R3 and R4, and figures below */
        if (k->years.to != 0 && n.cells > 0 && n.names * 2 < n.cells)
            k->role = ROLE_ACTUAL;
        break;
    case ROLE_RATE: /* 達成度: ◎ ○ △, or 達成 改善 */
        if (n.numbers + n.percents == 0 &&
            ((n.grades > 0 && n.grades * 2 >= n.cells) ||
             column_grades_by_words(d, k, &n)))
            k->role = ROLE_GRADE;
        break;
    case ROLE_BASELINE_YEAR: /* 基準年度（2013年度） above figures */
    case ROLE_TARGET_YEAR:
        if (k->years.to != 0 &&
            ((n.years == 0 && n.cells > 0 && n.names * 2 < n.cells) ||
             begins_with_figure(d, k)))
            k->role = k->role == ROLE_TARGET_YEAR ? ROLE_TARGET
                                                  : ROLE_BASELINE;
        break;
    case ROLE_NAME:
        k->role = content_mostly(n.lines, &n)    ? ROLE_LINE
                  : content_mostly(n.labels, &n) ? ROLE_IGNORED
                  : content_mostly(n.ordinals, &n) ? ROLE_NO
                  : n.cells > 0 && n.long_texts * 2 > n.cells
                      ? ROLE_SUMMARY
                      : ROLE_NAME;
        break;
    case ROLE_KPI:
        if ((n.cells > 1 && content_mostly(n.labels, &n)) ||
            column_labels_names(d, k))
            k->role = ROLE_IGNORED;
        else if (n.cells > 1 && content_mostly(n.ordinals, &n) &&
                 strstr(k->header, "目標") == NULL)
            k->role = ROLE_CODE;
        break;
    case ROLE_YEAR:
        if ((n.lines > 1 && n.lines * 2 >= n.cells) ||
            (n.years == 0 && first_rows(d, k, 1).lines == 1) ||
            heads_values(d, k))
            k->role = ROLE_LINE; /* 年度 | R3 | R4 above 目標 and 実績 */
        else if (n.cells > 0 && n.years == 0 &&
                 !(n.ordinals == n.cells &&
                   (strstr(k->header, "平成") != NULL ||
                    strstr(k->header, "令和") != NULL ||
                    (d->context_year != 0 &&
                     strstr(k->header, "年度") != NULL))))
            k->role = ROLE_IGNORED; /* 平成（年度） above 27 and 28 */
        break;
    default:
        break;
    }
    if (k->role != before)
        k->why = k->role == ROLE_ACTUAL ? "position" : "content";
}

/* Columns below one header cell: a label or number, then what it says. */
static void decide_span(deciding *d, size_t first, size_t last)
{
    role r = d->columns[first].role;
    bool taken = false;
    content names = column_sample(d, d->columns[last].col);

    /* 年度 over 活動指標 | 利用者数: no column of years */
    if ((r == ROLE_YEAR || r == ROLE_LINE) && columns_count(d, ROLE_KPI) == 0 &&
        names.names > 0 && names.years + names.lines == 0 &&
        column_names_sections(d, d->columns[first].col))
        r = ROLE_NAME;

    for (size_t i = first; i <= last; i++) {
        table_column *k = &d->columns[i];
        column_seen seen = sample(d, k->col);
        content n = seen.all, near = seen.near;

        if (n.cells == 0 ||
            (i < last && (n.labels * 2 >= n.cells ||
                          (near.labels > 0 &&
                           near.labels * 2 >= near.cells))) ||
            (i == first && i < last && (r == ROLE_NAME || r == ROLE_KPI) &&
             column_names_sections(d, k->col))) {
            k->role = ROLE_NONE;
        } else if (content_mostly(n.years, &n) && k->years.to == 0) {
            /* 基準値 over 120 and R1: one is the other's, settled later */
            k->role = r == ROLE_TARGET || r == ROLE_BASELINE ? r : ROLE_YEAR;
            k->why = "content";
        } else if (content_mostly(n.lines, &n) ||
                   ((k->header[0] == '\0' || r == ROLE_YEAR || taken) &&
                    begins_lines(d, k))) {
            k->role = ROLE_LINE;
            k->why = "content";
        } else if (!taken && i < last &&
                   (content_mostly(n.ordinals, &n) ||
                    first_rows(d, k, 2).ordinals == 2 ||
                    column_counts_by_letters(d, k->col)) &&
                   (r == ROLE_PROJECT || r == ROLE_KPI ||
                    role_is_level(r))) {
            k->role = r == ROLE_KPI ? ROLE_CODE : ROLE_NO;
            k->why = "content";
        } else if (!taken) {
            k->role = r;
            taken = true;
        } else if (r == ROLE_BREAKDOWN ||
                   (r == ROLE_KPI && content_mostly(n.texts, &n))) {
            k->role = ROLE_BREAKDOWN;
            k->why = "content";
        } else {
            k->role = ROLE_NONE;
        }
    }
}

/* Columns without a header cell of their own, beside one that has one. */
void columns_by_content(deciding *d)
{
    for (size_t i = 0; i < d->count;) {
        size_t last = i;

        while (last + 1 < d->count && d->columns[i].header[0] != '\0' &&
               d->columns[last + 1].head_row == d->columns[i].head_row &&
               d->columns[last + 1].head_col == d->columns[i].head_col &&
               strcmp(d->columns[last + 1].header,
                      d->columns[i].header) == 0)
            last++;
        if (last == i && d->columns[i].role != ROLE_NONE)
            while (last + 1 < d->count &&
                   d->columns[last + 1].header[0] == '\0')
                last++;
        if (last > i)
            decide_span(d, i, last);
        if (last == i || d->columns[i].role == ROLE_RATE)
            decide_by_content(d, &d->columns[i]);
        i = last + 1;
    }
}
