/*
 * summary_paper.c - what the sheets have in common: paper, titles, words
 */
#include <string.h>

#include "output/summary_book.h"
#include "kpi/words.h"
#include "output/day_words.h"
#include "wording/fiscal_year.h"
#include "xlsx/cellref.h"

/* Hundredths of an inch. A4 297 x 210 mm, A3 420 x 297 mm, landscape. */
static const struct paper_size {
    const char *name;
    uint8_t code;
    unsigned width, height;
    unsigned most; /* percent: larger letters where there is room */
} papers[] = {
    { "A4", 9, 1169, 827, 100 },
    { "A3", 8, 1654, 1169, 130 },
};
enum { LEFT = 79 /* 20 mm, for binding */, RIGHT = 43, TOP = 63, BOTTOM = 59,
       HEADER = 28,
       SLACK = 93 /* percent: fonts differ from machine to machine */,
       RIGHT_OF_SLACK = 28 /* so that the table ends as far from the edge */ };

static const struct paper_size *paper_of(const summary *s)
{
    return text_is(text_of(s->plan->paper), "A3") ? &papers[1] : &papers[0];
}

unsigned paper_scale(const summary *s, const page *pg, uint32_t last_col)
{
    unsigned inches = paper_of(s)->width - LEFT - RIGHT_OF_SLACK;
    unsigned pixels = page_pixels(pg, 0, last_col) / 10;
    unsigned scale = inches * 96 / (pixels ? pixels : 1);

    scale = scale * SLACK / 100;
    return scale > paper_of(s)->most ? paper_of(s)->most
           : scale < 10               ? 10
                                      : scale;
}

unsigned paper_height(const summary *s, unsigned scale)
{
    unsigned inches = paper_of(s)->height - TOP - BOTTOM;

    return inches * 72 / 10 * 100 / scale * 97 / 100;
}

/* A text in a header or footer: & stands for itself when doubled. */
static void put_header_text(buf *b, const char *t, size_t limit)
{
    text cut = text_cut(text_of(t), 0, utf8_floor(text_of(t), limit));

    for (size_t i = 0; i < cut.length; i++) {
        if (cut.bytes[i] == '&')
            buf_char(b, '&');
        buf_char(b, cut.bytes[i] == '\n' ? ' ' : cut.bytes[i]);
    }
}

/* Report and sheet in one line above the left edge of the table, which is
 * the only one that all sheets have in common. */
static void put_header(buf *b, const summary *s, const char *title)
{
    const plan *p = s->plan;

    buf_string(b, "&L&8");
    if (text_find(text_of(p->title), p->municipality, 0) == SIZE_MAX) {
        put_header_text(b, p->municipality, 60);
        buf_string(b, say(s, "　", "  "));
    }
    put_header_text(b, p->title, 160);
    buf_string(b, say(s, "　｜　", "  |  "));
    put_header_text(b, title, 60);
}

void paper_setup(summary *s, page *pg, uint32_t last_col, paper_fit fit,
                 const char *title)
{
    lxw_header_footer_options o = { .margin = (double)HEADER / 100 };
    lxw_worksheet *w = pg->sheet;
    unsigned right = fit == PAPER_SCALED ? RIGHT_OF_SLACK : RIGHT;
    buf b;

    worksheet_set_landscape(w);
    worksheet_set_paper(w, paper_of(s)->code);
    worksheet_set_margins(w, (double)LEFT / 100, (double)right / 100,
                          (double)TOP / 100, (double)BOTTOM / 100);
    if (fit == PAPER_SCALED)
        worksheet_set_print_scale(w,
                                  (uint16_t)paper_scale(s, pg, last_col));
    else
        worksheet_fit_to_pages(w, 1, 0);
    worksheet_gridlines(w, LXW_HIDE_ALL_GRIDLINES);
    page_intended(w);
    buf_init(&b);
    if (*title)
        put_header(&b, s, title);
    if (buf_ok(&b) && b.length)
        worksheet_set_header_opt(w, buf_cstr(&b), &o);
    worksheet_set_footer_opt(w, "&C&8&P / &N", &o);
    pg->failed = pg->failed || !buf_ok(&b);
    buf_free(&b);
}

unsigned paper_title(summary *s, page *pg, uint32_t last_col,
                     const char *title)
{
    enum { LEAST = 280 };
    uint32_t back = last_col > 1 ? last_col - 1 : last_col;
    unsigned size = style_size(STYLE_TITLE), height = LEAST;
    page_area at = page_cell(0, 0);
    style_id style = STYLE_TITLE;

    if (back && layout_text_pixels(text_of(title), size) + 2 * size >
                    page_pixels(pg, 0, back - 1)) {
        style = STYLE_LONG_TITLE;
        at.last_col = back - 1;
        height = page_need(pg, 0, back - 1, style, title);
    }
    page_height(pg, 0, height);
    page_text(pg, at, style, title);
    page_link(pg, page_row(0, back, last_col), STYLE_BACK,
              s->sheets[SHEET_COVER], 0, 0,
              say(s, "目次へ戻る", "Contents"));
    return height;
}

void paper_list_begin(summary *s, page *pg, lxw_worksheet *w,
                      const paper_list *l, const char *note)
{
    page_init(pg, w, &s->styles);
    paper_title(s, pg, l->count - 1, say(s, l->ja, l->en));
    page_text(pg, page_cell(1, 0), STYLE_PLAIN, note);
    for (uint32_t c = 0; c < l->count; c++) {
        page_width(pg, c, l->columns[c].width);
        page_text(pg, page_cell(PAPER_LIST_HEAD, c), STYLE_HEAD,
                  say(s, l->columns[c].ja, l->columns[c].en));
    }
    page_height(pg, PAPER_LIST_HEAD, 220);
    page_flush(pg);
}

void paper_list_end(summary *s, page *pg, const paper_list *l, uint32_t row,
                    const char *none)
{
    s->sheet_rows[l->sheet] = row - PAPER_LIST_HEAD - 1;
    if (row > PAPER_LIST_HEAD + 1)
        worksheet_autofilter(pg->sheet, PAPER_LIST_HEAD, 0, row - 1,
                             (lxw_col_t)(l->count - 1));
    else if (*none)
        page_text(pg, page_row(row++, 0, l->count - 1), STYLE_LIST_TEXT,
                  none);
    worksheet_freeze_panes(pg->sheet, PAPER_LIST_HEAD + 1, 0);
    worksheet_repeat_rows(pg->sheet, PAPER_LIST_HEAD, PAPER_LIST_HEAD);
    worksheet_print_area(pg->sheet, 0, 0, row - 1,
                         (lxw_col_t)(l->count - 1));
    paper_setup(s, pg, l->count - 1, PAPER_ONE_WIDE, say(s, l->ja, l->en));
}

const char *band_word(const summary *s, const char *grade)
{
    for (size_t i = 0; i < s->plan->band_count; i++)
        if (!strcmp(s->plan->bands[i].grade, grade))
            return s->plan->bands[i].label;
    return "";
}

void put_band_label(buf *b, const char *label)
{
    static const char from[] = "以上";
    size_t at = text_find(text_of(label), from, 0);
    size_t end = at == SIZE_MAX ? 0 : at + sizeof(from) - 1;

    if (end && label[end])
        buf_printf(b, "%.*s\n%s", (int)end, label, label + end);
    else
        buf_string(b, label);
}

unsigned paper_grade_pixels(const summary *s, style_id style)
{
    unsigned widest = 0;

    for (size_t i = 0; i < s->plan->band_count; i++) {
        unsigned pixels = layout_text_pixels(
            text_of(s->plan->bands[i].grade), style_size(style));

        widest = pixels > widest ? pixels : widest;
    }
    return widest;
}

void paper_grades(summary *s, page *pg, page_area at)
{
    char cell[LXW_MAX_CELL_NAME_LENGTH];
    size_t count = pg->rehearsal ? 0 : s->plan->band_count;

    lxw_rowcol_to_cell(cell, at.row, (lxw_col_t)at.col);
    for (size_t i = 0; i < count; i++) {
        const plan_band *band = &s->plan->bands[i];
        lxw_conditional_format f = {
            .type = LXW_CONDITIONAL_TYPE_FORMULA,
            .format = style_band(&s->styles, i, count, band->color),
        };
        buf b;

        buf_init(&b);
        buf_printf(&b, "=OR(%s=", cell);
        live_put_string(&b, band->grade);
        buf_printf(&b, ",LEFT(%s,LEN(", cell);
        live_put_string(&b, band->grade);
        buf_string(&b, ")+1)=");
        live_put_string(&b, band->grade);
        buf_string(&b, "&CHAR(10))");
        if (buf_ok(&b) && f.format) {
            f.value_string = b.bytes;
            worksheet_conditional_format_range(
                pg->sheet, at.row, (lxw_col_t)at.col, at.last_row,
                (lxw_col_t)at.last_col, &f);
        } else {
            pg->failed = true;
        }
        buf_free(&b);
    }
}

/* ---- Words ------------------------------------------------------------ */

typedef struct word_pair {
    const char *in[2];
} word_pair;

static const word_pair formulas[FORMULA_COUNT] = {
    [FORMULA_UNKNOWN] = { { "－", "-" } },
    [FORMULA_RATIO] = { { "実績÷期待値", "ratio" } },
    [FORMULA_INVERSE] = { { "期待値÷実績", "inverse" } },
    [FORMULA_MIRROR] = { { "2－実績÷期待値", "mirror" } },
    [FORMULA_PROGRESS] = { { "基準からの進み", "progress" } },
    [FORMULA_KEEP] = { { "許容幅", "keep" } },
    [FORMULA_MILESTONE] = { { "到達", "milestone" } },
};

static const char *word_of(const summary *s, const word_pair *words,
                           size_t count, size_t index)
{
    return index < count ? words[index].in[s->plan->language] : "";
}

const char *kind_word(const summary *s, kpi_kind kind)
{
    return kpi_kind_word(kind, s->plan->language);
}

const char *direction_word(const summary *s, kpi_direction direction)
{
    return kpi_direction_word(direction, s->plan->language);
}

const char *formula_word(const summary *s, rate_formula formula)
{
    return word_of(s, formulas, FORMULA_COUNT, formula);
}

const char *state_word(const summary *s, figure_state state)
{
    return figure_state_word(state, s->plan->language);
}

void put_year(buf *b, const summary *s, int year)
{
    if (!year)
        return;
    if (summary_is_english(s))
        buf_printf(b, "FY%d", year);
    else
        fiscal_year_put(b, year);
}

void put_year_short(buf *b, const summary *s, int year)
{
    if (!year)
        return;
    if (summary_is_english(s))
        buf_printf(b, "FY%d", year);
    else
        fiscal_year_put_short(b, year);
}

void put_as_of(buf *b, const summary *s)
{
    const char *day = s->options->as_of;

    if (!day || !*day)
        return;
    buf_string(b, say(s, "基準日：", "As of "));
    day_put(b, day, s->plan->language);
}

void put_place(buf *b, const place *where)
{
    char ref[CELLREF_RANGE_SIZE];

    if (!where->has_cell)
        return;
    cellref_write_range(ref, where->row, where->col, where->last_row,
                        where->last_col);
    buf_string(b, ref);
}

/* Grouped, with △ for a negative number, then the unit. */
static void put_value(buf *b, number value, const char *unit)
{
    buf digits;
    const char *t;

    buf_init(&digits);
    number_put_grouped(&digits, value);
    t = buf_cstr(&digits);
    if (*t == '-') {
        buf_string(b, "△");
        t++;
    }
    buf_string(b, t);
    buf_string(b, unit);
    b->failed = b->failed || !buf_ok(&digits);
    buf_free(&digits);
}

void put_actual(buf *b, const summary *s, const kpi *k, const actual *a)
{
    if (a->value.known) {
        if (a->state == STATE_PRELIMINARY)
            buf_string(b, say(s, "（速報）", "(prelim.) "));
        if (a->cumulative)
            buf_string(b, say(s, "累計", "total "));
        put_value(b, a->value.value, *a->unit ? a->unit : k->unit);
        if (a->total.known) {
            buf_string(b, say(s, "増（計", " more (total "));
            put_value(b, a->total.value, *a->unit ? a->unit : k->unit);
            buf_string(b, say(s, "）", ")"));
        }
        return;
    }
    if (a->state == STATE_TEXT || a->state == STATE_ERROR) {
        buf_string(b, a->text);
        return;
    }
    buf_string(b, "－");
    if (a->state != STATE_MISSING)
        buf_printf(b, say(s, "（%s）", " (%s)"), state_word(s, a->state));
}

static void put_base(buf *b, const summary *s, const kpi *k)
{
    const baseline *base = &k->baseline;

    if (base->value.known)
        put_value(b, base->value.value, *base->unit ? base->unit : k->unit);
    else
        buf_string(b, "－");
    if (!base->fiscal_year)
        return;
    buf_string(b, say(s, "（", " ("));
    if (base->from) {
        put_year_short(b, s, base->from);
        buf_string(b, say(s, "～", "–"));
    }
    put_year_short(b, s, base->fiscal_year);
    buf_string(b, base->calendar_year ? say(s, "年", "") :
                                        say(s, "年度", ""));
    buf_string(b, say(s, "）", ")"));
}

static void put_target_years(buf *b, const summary *s, const target *t)
{
    if (!t->from && !t->to)
        return;
    buf_string(b, say(s, "（", " ("));
    if (t->from)
        put_year_short(b, s, t->from);
    if (t->from)
        buf_string(b, say(s, "～", "–"));
    if (t->to)
        put_year_short(b, s, t->to);
    buf_string(b, t->calendar_year ? say(s, "年", "") : say(s, "年度", ""));
    buf_string(b, say(s, "）", ")"));
}

void put_kpi(buf *b, const summary *s, const kpi *k)
{
    const target *t = &k->target;

    buf_string(b, k->name);
    buf_string(b, say(s, "：\n", ":\n"));
    if (k->baseline.present) {
        put_base(b, s, k);
        buf_string(b, say(s, "⇒\n", " ⇒\n"));
    }
    if (!t->value.known) {
        buf_string(b, *t->text ? t->text : "－");
        return;
    }
    if (t->cumulative)
        buf_string(b, say(s, "累計", "total "));
    put_value(b, t->value.value, *t->unit ? t->unit : k->unit);
    buf_string(b, t->qualifier);
    if (t->per_year)
        buf_string(b, say(s, "／年", " a year"));
    put_target_years(b, s, t);
}
