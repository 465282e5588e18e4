/*
 * column_looks.c - what the cells of a column look like: figures, years, marks
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/fold.h"
#include "wording/glyph.h"

/* What short texts look like is noted, since they come again: 人, H27, ○. */
enum { SAMPLE_REACH = 4000, WORD_BYTES = 24,
       NOTED_BYTES = 18, DATED_BYTES = 60 };

static const char *const label_words[] = {
    "kpi", "指標", "成果指標", "活動指標", "重要業績評価指標", "アウトカム", "アウトプット",
    "インプット", "ストラクチャー", "ストラクチャ", "プロセス", "インパクト", "kgi", "数値目標",
    "成果", "活動", "定量", "定性"
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
    "累計", "単年", "単年度", "各年度", "年度", "フロー", "ストック", "累積", "時点", "毎年", "毎年度", "率",
    "水準", "到達", "状態", "行為", "マイルストーン", "annual", "cumulative", "level",
    "milestone"
};

#define LISTED(key, words) text_in(key, words, sizeof(words) / sizeof(*(words)))

/* アウトカム指標, 2プロセス評価, ストラクチャー(構造): the word that counts. */
static text label_stem(text key)
{
    static const text ends[] = { TEXT_WORD("指標"), TEXT_WORD("評価") };
    size_t open;

    if (key.length > 0 && ascii_is_digit(key.bytes[0]))
        key = text_from(key, 1); /* ② */
    if (text_starts(key, ".") || text_starts(key, " "))
        key = text_from(key, 1);
    open = text_find(key, "(", 0);
    if (open != SIZE_MAX && open > 0)
        key = text_cut(key, 0, open);
    return text_cut(key, 0, key.length -
                    text_ending(key, ends, sizeof(ends) / sizeof(*ends)));
}

/* KPI, KPI1, 指標②: a label in front of the indicator's name. */
static bool is_label(text key)
{
    while (key.length > 0 && (ascii_is_digit(key.bytes[key.length - 1]) ||
                              text_ends(key, "-") || text_ends(key, ":") ||
                              text_ends(key, ")") || text_ends(key, "(")))
        key = text_cut(key, 0, key.length - 1);
    return LISTED(key, label_words) || LISTED(label_stem(key), label_words);
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

/* Ⅰ, Ⅱ: not I, which may be a word's. */
static bool is_roman(text t)
{
    size_t next = 0;
    uint32_t c = t.length == 0 ? 0 : utf8_next(t, &next);

    return c >= 0x2160 && c <= 0x216B && next == t.length;
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
    LOOKS_ARROW, LOOKS_GRADE = 16, /* a grade as well */
    LOOKS_DATED = 32               /* a line's word with its year */
} looks;

static looks looks_of_key(text key, text t, int context_year)
{
    year_span span;

    if (is_roman(t) || (is_ordinal(key) && !is_western_year(key)))
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

bool content_is_kind(arena *a, text t)
{
    text key;

    return fold_key(a, &key, t) &&
           (LISTED(key, kind_words) || text_is(key, "-") ||
            text_is(key, "ー"));
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

/* The last letters of 実績, 実績値, 目標, 計画. */
static const text dated_ends[] = {
    TEXT_WORD("値"), TEXT_WORD("績"), TEXT_WORD("標"), TEXT_WORD("画")
};

/* 490人: no word that is looked for begins with a digit, but 2024年度実績値 and
 * 2実績. */
static bool is_counted(text t)
{
    size_t last = t.length < 4 ? 0 : t.length - 3;

    return last > 0 && ascii_is_digit(t.bytes[0]) &&
           (unsigned char)t.bytes[last] >= 0xE4 &&
           (unsigned char)t.bytes[last] <= 0xE9 &&
           text_ending(t, dated_ends,
                       sizeof(dated_ends) / sizeof(*dated_ends)) == 0;
}

/* 策定時の値（H27年度）, R4実績値, 目標（R6）: what the line holds, and of which
 * year. */
static bool is_dated_line(const deciding *d, text t)
{
    text front, back, key;
    year_span span;
    size_t start, end;

    if (t.length > DATED_BYTES ||
        (!glyph_has_digit(t) && text_find(t, "元", 0) == SIZE_MAX) ||
        !(text_ends(t, ")") || text_ends(t, "）") ||
          text_ending(t, dated_ends,
                      sizeof(dated_ends) / sizeof(*dated_ends)) > 0) ||
        !fiscal_year_find(&span, &start, &end, t, d->context_year) ||
        span.to == 0 || span.from != 0)
        return false;
    front = text_trim(text_cut(t, 0, start));
    back = text_trim(text_from(t, end));
    if (text_ends(front, "（") || text_ends(front, "("))
        front = text_trim(text_cut(front, 0, glyph_back(front,
                                                        front.length)));
    if (text_starts(back, "）") || text_starts(back, ")"))
        back = text_trim(text_from(back, text_starts(back, ")")
                                             ? 1 : strlen("）")));
    return (front.length == 0) != (back.length == 0) &&
           fold_key(d->memory, &key, front.length > 0 ? front : back) &&
           content_is_line(key);
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
        return fiscal_year_may_begin(t, 0) &&
                       fiscal_year_parse(&span, t, d->context_year)
                   ? LOOKS_YEAR : LOOKS_TEXT;
    note = t.length > NOTED_BYTES
               ? NULL : header_roles_note(d->roles, t, d->context_year);
    mark = arena_get_mark(d->memory);
    if (note != NULL && *note != LOOKS_UNKNOWN)
        return *note;
    if (fold_key(d->memory, &key, t))
        seen = (unsigned)looks_of_key(key, t, d->context_year) |
               (LISTED(key, grade_words) ? LOOKS_GRADE : 0u) |
               (is_dated_line(d, t) ? LOOKS_DATED : 0u);
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
                                (!ascii_is_digit(t.bytes[0]) ||
                                 text_ends(t, "年度")) && /* 2020 shown so */
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
    n->dated += (seen & LOOKS_DATED) != 0;
    switch (seen & ~((unsigned)LOOKS_GRADE | (unsigned)LOOKS_DATED)) {
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

/* The last column of a header cell; where it is not merged, of what stands
 * empty right of it. */
static uint32_t head_end(const deciding *d, uint32_t col)
{
    merge_range m = view_range(d->view, d->t->bottom, col);
    uint32_t next;

    if (m.last_col > m.col || !view_filled(d->view, m.row, col))
        return m.last_col;
    next = view_next(d->view, m.row, col + 1);
    return next != UINT32_MAX ? next - 1 : m.last_col;
}

static void look_down(const deciding *d, column_seen *seen, uint32_t col)
{
    uint32_t rows = 0, head = head_end(d, col);
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

column_seen column_look(const deciding *d, uint32_t col)
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
    return column_look(d, col).all;
}

content column_near(const deciding *d, uint32_t col)
{
    return column_look(d, col).near;
}

bool column_is_sorts(const deciding *d, const table_column *k)
{
    content n = column_near(d, k->col);

    return n.labels > 0 && n.labels * 2 >= n.cells;
}

/* What only a grade can be, whatever stands above it. */
static const char *const verdicts[] = {
    "目標どおり", "目標通り", "目標を上回る", "目標を下回る", "目標を上回った",
    "目標を下回った", "計画どおり", "計画通り", "予定どおり", "予定通り", "順調",
    "概ね順調", "おおむね順調", "やや遅れ", "遅れ", "やや遅れている", "遅れている",
    "達成", "未達成", "目標達成", "目標未達成", "概ね達成", "おおむね達成", "一部達成"
};

bool column_says_verdicts(const deciding *d, const table_column *k)
{
    bool any = false;

    for (uint32_t n = 0, row = d->t->first_row;
         n < SAMPLE_ROWS && row <= d->t->last_row &&
         row < d->view->grid->rows; n++, row++) {
        text t = text_trim(view_text(d->view, row, k->col));

        if (view_next(d->view, row, 0) == UINT32_MAX)
            break;
        if (t.length > 0 && !LISTED(t, verdicts))
            return false;
        any = any || t.length > 0;
    }
    return any;
}

bool content_mostly(unsigned part, const content *n)
{
    return n->cells > 0 && part * 5 >= n->cells * 4;
}

content column_first_rows(const deciding *d, const table_column *k,
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
