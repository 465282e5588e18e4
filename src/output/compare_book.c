/*
 * compare_book.c - differences as a workbook: both sides beside each other
 *
 * One row a change; a record that came or went, or is only suggested to be
 * the same, has a row too. Colours mark which side has what. Filters are set.
 */
#include "output/compare_report.h"
#include "output/summary_verify.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/calendar.h"
#include "output/summary_layout.h"
#include "output/summary_page.h"

enum { YEAR_1980 = 315532800, TITLE_ROW = 0, COUNT_ROW = 1, HEAD_ROW = 3,
       FIRST_ROW = 4 };

typedef enum book_column {
    COLUMN_CHANGE, COLUMN_BUREAU, COLUMN_PROJECT, COLUMN_KPI, COLUMN_MATCH,
    COLUMN_FIELD, COLUMN_OLD, COLUMN_NOW, COLUMN_RATE_OLD, COLUMN_RATE_NOW,
    COLUMN_GRADE_OLD, COLUMN_GRADE_NOW, COLUMN_PLACE_OLD, COLUMN_PLACE_NOW,
    COLUMNS
} book_column;

static const struct head_row {
    const char *in[2];
    unsigned width;
} heads[COLUMNS] = {
    [COLUMN_CHANGE] = { { "区分", "Change" }, 76 },
    [COLUMN_BUREAU] = { { "部局", "Bureau" }, 105 },
    [COLUMN_PROJECT] = { { "事業", "Project" }, 250 },
    [COLUMN_KPI] = { { "KPI", "KPI" }, 230 },
    [COLUMN_MATCH] = { { "対応づけ", "Paired by" }, 118 },
    [COLUMN_FIELD] = { { "項目", "Field" }, 140 },
    [COLUMN_OLD] = { { "旧", "Old" }, 230 },
    [COLUMN_NOW] = { { "新", "New" }, 230 },
    [COLUMN_RATE_OLD] = { { "旧\n達成率", "Old\nrate" }, 82 },
    [COLUMN_RATE_NOW] = { { "新\n達成率", "New\nrate" }, 82 },
    [COLUMN_GRADE_OLD] = { { "旧\n判定", "Old\ngrade" }, 66 },
    [COLUMN_GRADE_NOW] = { { "新\n判定", "New\ngrade" }, 66 },
    [COLUMN_PLACE_OLD] = { { "旧の場所", "Where, old" }, 210 },
    [COLUMN_PLACE_NOW] = { { "新の場所", "Where, new" }, 210 },
};

typedef enum mark {
    MARK_TITLE, MARK_NOTE, MARK_HEAD, MARK_PLAIN, MARK_FIGURE, MARK_OLD,
    MARK_NOW, MARK_PLACE, MARK_GONE, MARK_CAME, MARK_DOUBT, MARK_EFFECT, MARKS
} mark;

enum { SIZE = 85, LINES = 2 /* of the head */ };

static const struct mark_row {
    unsigned size, ink, fill; /* size in tenths of a point */
    bool bold, box, center;
    bool shrink; /* one line: the row is not raised for it */
} marks[MARKS] = {
    [MARK_TITLE] = { 150, 0x1F3A5F, 0, true, false, false, false },
    [MARK_NOTE] = { 90, 0x5F6B7A, 0, false, false, false, false },
    [MARK_HEAD] = { SIZE, 0x1F3A5F, 0xDCE5EF, true, true, true, false },
    [MARK_PLAIN] = { SIZE, 0x1F2933, 0, false, true, false, false },
    [MARK_FIGURE] = { SIZE, 0x1F2933, 0, false, true, true, false },
    [MARK_OLD] = { SIZE, 0x7A1F0A, 0xFBE3DA, false, true, false, false },
    [MARK_NOW] = { SIZE, 0x1E5B3A, 0xE0F1E5, false, true, false, false },
    [MARK_PLACE] = { 75, 0x5F6B7A, 0, false, true, false, true },
    [MARK_GONE] = { SIZE, 0x7A1F0A, 0xFBE3DA, true, true, false, false },
    [MARK_CAME] = { SIZE, 0x1E5B3A, 0xE0F1E5, true, true, false, false },
    [MARK_DOUBT] = { SIZE, 0x7A4B00, 0xFFE9B0, true, true, false, false },
    [MARK_EFFECT] = { SIZE, 0x7A4B00, 0xFFF6CC, true, true, true, false },
};

typedef struct book_writer {
    const comparison *c;
    plan_language language;
    arena memory;
    bool failed;
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *formats[MARKS];
    uint32_t row;
    unsigned spacing, height; /* of lines; of the row that is being written */
} book_writer;

static bool make_formats(book_writer *w)
{
    for (int i = 0; i < MARKS; i++) {
        const struct mark_row *m = &marks[i];
        lxw_format *f = workbook_add_format(w->book);

        if (f == NULL)
            return false;
        style_set_font(f, w->c->plan->font);
        format_set_font_size(f, (double)m->size / 10);
        format_set_font_color(f, m->ink);
        format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
        if (m->center)
            format_set_align(f, LXW_ALIGN_CENTER);
        format_set_num_format(f, "@");
        if (m->bold)
            format_set_bold(f);
        if (m->box) {
            if (m->shrink)
                format_set_shrink(f);
            else
                format_set_text_wrap(f);
            format_set_border(f, LXW_BORDER_THIN);
            format_set_border_color(f, 0xA9B4C0);
        }
        if (m->fill != 0) {
            format_set_pattern(f, LXW_PATTERN_SOLID);
            format_set_bg_color(f, m->fill);
        }
        w->formats[i] = f;
    }
    return true;
}

static void put(book_writer *w, uint32_t row, book_column column, mark m,
                const char *string)
{
    const char *clean = page_clean(&w->memory, string, NULL);

    if (clean != NULL && marks[m].box && !marks[m].shrink) {
        unsigned height = layout_height(
            text_of(clean), layout_column_pixels(heads[column].width),
            marks[m].size, w->spacing);

        w->height = height > w->height ? height : w->height;
    }
    if (clean == NULL)
        w->failed = true;
    else if (clean[0] == '\0')
        worksheet_write_blank(w->sheet, row, (lxw_col_t)column,
                              w->formats[m]);
    else
        worksheet_write_string(w->sheet, row, (lxw_col_t)column, clean,
                               w->formats[m]);
}

static const char *keep(book_writer *w, buf *b)
{
    const char *kept = buf_ok(b) ? arena_strndup(&w->memory, buf_cstr(b),
                                                 b->length) : NULL;

    buf_free(b);
    w->failed = w->failed || kept == NULL;
    return kept == NULL ? "" : kept;
}

static const char *place_of(book_writer *w, const dataset *d,
                            const project *p, place where)
{
    buf b;

    if (p == NULL)
        return "";
    buf_init(&b);
    compare_put_place(&b, d, p, where);
    return keep(w, &b);
}

/* ---- A row ------------------------------------------------------------------- */

/* A pair of projects, or of KPIs in them. */
typedef struct pair {
    compare_match match;
    const project *old, *now;
    const kpi *old_kpi, *now_kpi;
    const compare_changes *changes;
    const compare_effect *effect;
} pair;

static const char *change_word(const book_writer *w, const pair *p,
                               const compare_change *c, mark *m)
{
    static const char *const words[][2] = {
        { "追加", "added" }, { "削除", "removed" }, { "表記", "spelling" },
        { "変更", "changed" }, { "要確認", "suggested" },
        { "影響", "effect" },
    };
    size_t i = p->old == NULL ? 0 : p->now == NULL ? 1
               : c == NULL ? p->match == MATCH_SUGGESTED ? 4 : 5
               : c->minor ? 2 : 3;

    *m = i == 0 ? MARK_CAME : i == 1 ? MARK_GONE
         : p->match == MATCH_SUGGESTED ? MARK_DOUBT : MARK_PLAIN;
    return words[i][w->language];
}

static void put_effect(book_writer *w, const compare_effect *e)
{
    mark rate = e->rate_changed ? MARK_EFFECT : MARK_FIGURE;
    mark grade = e->grade_changed ? MARK_EFFECT : MARK_FIGURE;

    put(w, w->row, COLUMN_RATE_OLD, rate, e->old_shown);
    put(w, w->row, COLUMN_RATE_NOW, rate, e->now_shown);
    put(w, w->row, COLUMN_GRADE_OLD, grade, e->old_grade);
    put(w, w->row, COLUMN_GRADE_NOW, grade, e->now_grade);
}

static place place_in(const project *p, const kpi *k)
{
    return p == NULL ? place_none() : k != NULL ? k->where : p->where;
}

static void end_row(book_writer *w)
{
    unsigned height = w->height < LAYOUT_MAX_HEIGHT ? w->height
                                                    : LAYOUT_MAX_HEIGHT;

    worksheet_set_row(w->sheet, w->row++, (double)height / 10, NULL);
    w->height = 0;
}

/* `c` NULL: the record itself came, went, is only suggested; or is the same,
 * but other figures change its rate. */
static void put_row(book_writer *w, const pair *p, const compare_change *c)
{
    const project *of = p->now != NULL ? p->now : p->old;
    const kpi *k = p->now_kpi != NULL ? p->now_kpi : p->old_kpi;
    place old = c != NULL ? c->old.where : place_in(p->old, p->old_kpi);
    place now = c != NULL ? c->now.where : place_in(p->now, p->now_kpi);
    const char *field = "", *word;
    bool effect = c == NULL && p->old != NULL && p->now != NULL &&
                  p->match != MATCH_SUGGESTED;
    mark m;

    word = change_word(w, p, c, &m);
    put(w, w->row, COLUMN_CHANGE, m, word);
    if (c != NULL) {
        buf b;

        buf_init(&b);
        compare_put_field(&b, c, w->language);
        field = keep(w, &b);
    }
    put(w, w->row, COLUMN_BUREAU, MARK_PLAIN, of->bureau);
    put(w, w->row, COLUMN_PROJECT, MARK_PLAIN, of->name);
    put(w, w->row, COLUMN_KPI, MARK_PLAIN, k == NULL ? "" : k->name);
    put(w, w->row, COLUMN_MATCH,
        p->match == MATCH_SUGGESTED ? MARK_DOUBT : MARK_PLAIN,
        compare_match_text(p->match, w->language));
    put(w, w->row, COLUMN_FIELD, MARK_PLAIN, field);
    put(w, w->row, COLUMN_OLD, c == NULL ? MARK_PLAIN : MARK_OLD,
        c == NULL ? effect || p->old == NULL ? "" : p->old_kpi != NULL
            ? p->old_kpi->name : p->old->name : c->old.text);
    put(w, w->row, COLUMN_NOW, c == NULL ? MARK_PLAIN : MARK_NOW,
        c == NULL ? effect || p->now == NULL ? "" : p->now_kpi != NULL
            ? p->now_kpi->name : p->now->name : c->now.text);
    put_effect(w, p->effect);
    put(w, w->row, COLUMN_PLACE_OLD, MARK_PLACE,
        place_of(w, w->c->old, p->old, old));
    put(w, w->row, COLUMN_PLACE_NOW, MARK_PLACE,
        place_of(w, w->c->now, p->now, now));
    end_row(w);
}

static void put_pair(book_writer *w, const pair *p)
{
    bool effect = p->effect->rate_changed || p->effect->grade_changed;

    if (p->match == MATCH_NONE || p->match == MATCH_SUGGESTED ||
        (effect && p->changes->count == 0))
        put_row(w, p, NULL);
    for (size_t i = 0; i < p->changes->count; i++)
        put_row(w, p, &p->changes->items[i]);
}

/* ---- The sheet ------------------------------------------------------------------ */

static void put_head(book_writer *w)
{
    const comparison *c = w->c;
    buf b;

    worksheet_set_row(w->sheet, TITLE_ROW, 26, NULL);
    put(w, TITLE_ROW, COLUMN_CHANGE, MARK_TITLE,
        w->language == LANGUAGE_JA ? "変更の一覧" : "Differences");
    buf_init(&b);
    buf_printf(&b, w->language == LANGUAGE_JA
                       ? "事業 追加%zu 削除%zu 変更%zu ／ KPI 追加%zu 削除%zu 変更%zu ／ "
                         "達成率の変化%zu 評価の変化%zu ／ 推定の対応%zu"
                       : "projects +%zu -%zu ~%zu / KPIs +%zu -%zu ~%zu / "
                         "rates %zu, grades %zu / suggested %zu",
               c->projects_added, c->projects_removed, c->projects_changed,
               c->kpis_added, c->kpis_removed, c->kpis_changed,
               c->rates_changed, c->grades_changed, c->suggested);
    put(w, COUNT_ROW, COLUMN_CHANGE, MARK_NOTE, keep(w, &b));
    for (int i = 0; i < COLUMNS; i++) {
        put(w, HEAD_ROW, (book_column)i, MARK_HEAD, heads[i].in[w->language]);
        worksheet_set_column(w->sheet, (lxw_col_t)i, (lxw_col_t)i,
                             (double)heads[i].width / 10, NULL);
    }
    worksheet_set_row(w->sheet, HEAD_ROW,
                      (double)(LINES * SIZE * w->spacing / 100 + 50) / 10,
                      NULL);
    w->height = 0;
}

static void put_pairs(book_writer *w)
{
    const comparison *c = w->c;

    w->row = FIRST_ROW;
    for (size_t i = 0; i < c->project_count; i++) {
        const compare_project *p = &c->projects[i];

        put_pair(w, &(pair){ p->match, p->old, p->now, NULL, NULL,
                             &p->changes, &p->effect });
    }
    for (size_t i = 0; i < c->kpi_count; i++) {
        const compare_kpi *k = &c->kpis[i];

        put_pair(w, &(pair){ k->match, k->old_project, k->now_project,
                             k->old, k->now, &k->changes, &k->effect });
    }
    if (w->row == FIRST_ROW)
        put(w, w->row++, COLUMN_CHANGE, MARK_NOTE,
            w->language == LANGUAGE_JA ? "違いはありません"
                                       : "no differences");
}

static void finish_sheet(book_writer *w)
{
    worksheet_freeze_panes(w->sheet, FIRST_ROW, COLUMN_MATCH);
    worksheet_autofilter(w->sheet, HEAD_ROW, 0, w->row - 1, COLUMNS - 1);
    worksheet_set_landscape(w->sheet);
    worksheet_set_paper(w->sheet,
                        strcmp(w->c->plan->paper, "A3") == 0 ? 8 : 9);
    worksheet_set_margins(w->sheet, 0.79, 0.43, 0.63, 0.59);
    worksheet_fit_to_pages(w->sheet, 1, 0);
    worksheet_print_area(w->sheet, 0, 0, w->row - 1, COLUMNS - 1);
    worksheet_repeat_rows(w->sheet, HEAD_ROW, HEAD_ROW);
    worksheet_set_footer(w->sheet, "&C&8&P / &N");
    worksheet_gridlines(w->sheet, LXW_HIDE_ALL_GRIDLINES);
    page_intended(w->sheet);
}

static bool write_all(book_writer *w, const char *created)
{
    int64_t moment = YEAR_1980;
    lxw_doc_properties p = { .title = arena_strdup(&w->memory,
                                                   w->c->plan->title) };

    if (created == NULL || !calendar_read_moment(&moment, created))
        moment = YEAR_1980;
    p.created = (time_t)moment;
    if (p.title == NULL ||
        workbook_set_properties(w->book, &p) != LXW_NO_ERROR ||
        !make_formats(w))
        return false;
    w->sheet = workbook_add_worksheet(w->book, w->language == LANGUAGE_JA
                                                   ? "変更一覧" : "Diff");
    if (w->sheet == NULL)
        return false;
    w->spacing = layout_spacing(w->c->plan->font[0] != '\0'
                                    ? w->c->plan->font : style_font_default);
    put_head(w);
    put_pairs(w);
    finish_sheet(w);
    return !w->failed;
}

kpi_status compare_write_book(const char *path, const comparison *c,
                              const char *created, kpi_error *err)
{
    book_writer w = { .c = c, .language = c->plan->language };
    FILE *f = fopen(path, "ab"); /* the writer prints where it cannot */
    kpi_status status = KPI_OK;

    if (f == NULL || fclose(f) != 0)
        return kpi_fail(err, KPI_E_OUTPUT, NULL, path,
                        "the workbook cannot be written");
    arena_init(&w.memory, 0);
    w.book = workbook_new(path);
    if (w.book == NULL) {
        status = kpi_fail_nomem(err);
    } else if (!write_all(&w, created) || !summary_room()) {
        lxw_workbook_free(w.book);
        status = kpi_fail_nomem(err);
    } else {
        lxw_error closed = workbook_close(w.book);

        if (closed != LXW_NO_ERROR)
            status = kpi_fail(err, KPI_E_OUTPUT, NULL, path, "%s",
                              lxw_strerror(closed));
    }
    arena_free(&w.memory);
    return status == KPI_OK ? summary_verify(path, err) : status;
}
