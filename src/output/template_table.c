/*
 * template_table.c - the sheet that is filled in: titles, legend, header
 *
 * Header words are such as ingest knows; the colour of a header says what
 * its column is for. Words above the header are none of those that a reader
 * takes for a column's.
 */
#include "output/template_parts.h"

#include "base/calendar.h"
#include "output/day_words.h"
#include "output/summary_page.h"
#include "output/summary_style.h"
#include "wording/fiscal_year.h"

/* Which headers are open to the clerk, and which reckon themselves. */
static const struct column_row {
    const char *in[2];
    cell_look look;
    unsigned width; /* tenths of a character */
} columns[TEMPLATE_COLUMNS] = {
    [COLUMN_GOAL] = { { "基本目標", "Goal" }, LOOK_HEAD, 150 },
    [COLUMN_THEME] = { { "テーマ", "Theme" }, LOOK_HEAD, 150 },
    [COLUMN_PART] = { { "パート", "Part" }, LOOK_HEAD, 90 },
    [COLUMN_MEASURE] = { { "施策", "Measure" }, LOOK_HEAD, 190 },
    [COLUMN_NO] = { { "番号", "No" }, LOOK_HEAD, 50 },
    [COLUMN_PROJECT] = { { "事業名", "Project" }, LOOK_HEAD, 270 },
    [COLUMN_BUREAU] = { { "担当局", "Bureau" }, LOOK_HEAD, 110 },
    [COLUMN_CODE] = { { "指標コード", "KPI code" }, LOOK_HEAD, 80 },
    [COLUMN_KPI] = { { "指標名", "KPI" }, LOOK_HEAD, 240 },
    [COLUMN_UNIT] = { { "単位", "Unit" }, LOOK_HEAD, 75 },
    [COLUMN_KIND] = { { "種別", "Kind" }, LOOK_HEAD, 80 },
    [COLUMN_DIRECTION] = { { "向き", "Direction" }, LOOK_HEAD, 70 },
    [COLUMN_BASE_YEAR] = { { "基準年度", "Baseline year" }, LOOK_HEAD, 95 },
    [COLUMN_BASE] = { { "基準値", "Baseline" }, LOOK_HEAD, 105 },
    [COLUMN_TARGET_YEARS] = { { "目標年度", "Target years" }, LOOK_HEAD,
                              120 },
    [COLUMN_TARGET] = { { "目標値", "Target" }, LOOK_HEAD, 115 },
    [COLUMN_PLANNED] = { { "計画値", "Planned" }, LOOK_HEAD, 110 },
    [COLUMN_PAST] = { { "実績", "Actual" }, LOOK_HEAD, 115 },
    [COLUMN_ACTUAL] = { { "実績", "Actual" }, LOOK_HEAD_OPEN, 130 },
    [COLUMN_REASON] = { { "実績（数値がない理由）",
                          "Actual: why there is no figure" },
                        LOOK_HEAD_OPEN, 150 },
    [COLUMN_EXPECTED] = { { "期待値", "Expected" }, LOOK_HEAD_AUTO, 105 },
    [COLUMN_RATE] = { { "達成率", "Rate" }, LOOK_HEAD_AUTO, 85 },
    [COLUMN_GRADE] = { { "自己評価", "Own grade" }, LOOK_HEAD_OPEN, 115 },
    [COLUMN_REMARK] = { { "備考", "Remarks" }, LOOK_HEAD_OPEN, 240 },
    [COLUMN_STATE] = { { "入力確認", "Check" }, LOOK_HEAD_AUTO, 125 },
};

unsigned template_width(template_column column)
{
    return columns[column].width;
}

static const char *year_text(template_book *t, int year)
{
    buf b;

    buf_init(&b);
    fiscal_year_put(&b, year);
    return template_keep(t, &b);
}

/* ---- Above the table ------------------------------------------------------------ */

static void titles(template_book *t)
{
    const plan *p = t->plan;
    lxw_worksheet *w = t->sheet;
    buf due;

    buf_init(&due);
    if (p->deadline[0] != '\0')
        buf_string(&due, template_say(t, "　　提出期限：", "   due: "));
    day_put_deadline(&due, p->deadline, p->language);
    worksheet_set_row(w, 0, 27, NULL);
    worksheet_set_row(w, 1, 21, NULL);
    template_string(t, w, 0, 0,
                    template_text(t, "%s%s%s",
                                  year_text(t, t->year),
                                  template_say(t, "　KPI実績　報告様式",
                                               "  KPI report"), ""),
                    template_format(t, LOOK_TITLE, ALIGN_TEXT, ""));
    template_string(t, w, 1, 0,
                    template_text(t, "%s%s", template_say(
                                      t, "提出部局：", "提出部局："),
                                  t->department->name),
                    template_format(t, LOOK_SUB, ALIGN_TEXT, ""));
    template_string(t, w, 1, t->column[COLUMN_KPI],
                    template_text(t, "%s%s", p->title,
                                  template_keep(t, &due)),
                    template_format(t, LOOK_NOTE, ALIGN_TEXT, ""));
}

/* How far the clerk is: 入力済 3 ／ 14 行 */
static void progress(template_book *t)
{
    uint32_t last = template_row_at(t->row_count - 1);
    uint32_t col = t->column[COLUMN_STATE];
    const char *range = template_text(
        t, "%s:%s", template_ref(t, col, TEMPLATE_FIRST),
        template_ref(t, col, last));
    size_t asked = 0, done = 0;

    for (size_t i = 0; i < t->filled; i++) {
        const template_row *r = &t->rows[i];
        const actual *a = r->kpi == NULL ? NULL
                                         : kpi_actual(r->kpi, t->year);

        asked += r->kpi != NULL && r->same_as == 0;
        done += r->kpi != NULL && r->same_as == 0 && a != NULL &&
                a->state != STATE_BLANK;
    }
    template_formula(
        t, t->sheet, 1, t->column[COLUMN_ACTUAL],
        template_text(t, "=\"%s \"&COUNTIF(%s,\"%s\")&\" ／ \"&"
                         "(COUNTIF(%s,\"?*\")-COUNTIF(%s,\"%s\"))&\"%s\"",
                      template_say(t, "入力済", "done"), range,
                      template_say(t, "入力済", "done"), range, range,
                      template_say(t, "自動転記", "repeated"),
                      template_say(t, " 行", " rows")),
        (quantity){ false, NUMBER_ZERO },
        template_text(t, "%s %zu ／ %zu%s", template_say(t, "入力済", "done"),
                      done, asked, template_say(t, " 行", " rows")),
        template_format(t, LOOK_SUB, ALIGN_TEXT, ""));
}

static const struct legend_row {
    cell_look look;
    const char *in[2];
} legend[] = {
    { LOOK_OPEN, { "入力する", "fill in" } },
    { LOOK_MAY, { "任意で入力", "if needed" } },
    { LOOK_LOCKED, { "変更不可", "locked" } },
    { LOOK_AUTO, { "自動計算", "by itself" } },
};

static unsigned width_at(const template_book *t, uint32_t col)
{
    for (int c = 0; c < TEMPLATE_COLUMNS; c++)
        if (t->column[c] == col)
            return columns[c].width;
    return 0;
}

/* Coloured cells with a word in each, over as many columns as it takes. */
static void put_legend(template_book *t)
{
    enum { LEAST = 100 }; /* tenths of a character */
    lxw_worksheet *w = t->sheet;
    uint32_t col = 0;

    worksheet_set_row(w, 2, 18, NULL);
    for (size_t i = 0; i < sizeof(legend) / sizeof(*legend); i++) {
        lxw_format *look = template_format(t, legend[i].look, ALIGN_CENTER,
                                           "");
        uint32_t first = col;
        unsigned width = width_at(t, col);

        while (width < LEAST && col + 1 < t->column_count)
            width += width_at(t, ++col);
        template_range(t, w, 2, first, col++, legend[i].in[t->english],
                       look);
    }
    worksheet_set_row(w, 3, 18, NULL);
    template_string(
        t, w, 3, 0,
        template_say(t, "黄色の欄に今年度の実績を数字で入れてください。数字がないときは"
                        "空けておき、右の欄で理由を選びます。くわしくは「記入要領」へ。",
                     "Enter this year's actuals as numbers into the yellow "
                     "cells. Where there is none, leave it empty and choose "
                     "the reason beside it. See the second sheet."),
        template_format(t, LOOK_NOTE, ALIGN_TEXT, ""));
}

/* ---- Header ------------------------------------------------------------------------ */

/* Words over several columns. */
static const struct group_row {
    template_column from, to;
    cell_look look;
    const char *in[2];
} groups[] = {
    { COLUMN_GOAL, COLUMN_BUREAU, LOOK_GROUP, { "どこの話か", "where" } },
    { COLUMN_CODE, COLUMN_PLANNED, LOOK_GROUP,
      { "めざすもの", "what is aimed at" } },
    { COLUMN_PAST, COLUMN_PAST, LOOK_GROUP, { "これまで", "so far" } },
    { COLUMN_ACTUAL, COLUMN_REASON, LOOK_GROUP_OPEN,
      { "▼ 今年度の入力", "▼ this year" } },
    { COLUMN_EXPECTED, COLUMN_RATE, LOOK_GROUP_AUTO,
      { "自動", "by itself" } },
    { COLUMN_GRADE, COLUMN_REMARK, LOOK_GROUP_OPEN, { "▼ 入力", "▼ enter" } },
    { COLUMN_STATE, COLUMN_STATE, LOOK_GROUP_AUTO, { "自動", "by itself" } },
};

static void put_group(template_book *t, const struct group_row *g)
{
    uint32_t first = UINT32_MAX, last = 0;

    for (int c = (int)g->from; c <= (int)g->to; c++) {
        uint32_t wide = c == COLUMN_PAST      ? (uint32_t)t->past_count
                        : c == COLUMN_PLANNED ? (uint32_t)t->planned_count
                                              : 1;

        if (t->column[c] == UINT32_MAX)
            continue;
        if (first == UINT32_MAX)
            first = t->column[c];
        last = t->column[c] + wide - 1;
    }
    if (first != UINT32_MAX)
        template_range(t, t->sheet, TEMPLATE_HEAD - 1, first, last,
                       g->in[t->english],
                       template_format(t, g->look, ALIGN_CENTER, ""));
}

/* The Japanese word is what ingest reads; English stands in brackets. */
static void head(template_book *t, template_column column, uint32_t offset,
                 int year)
{
    const struct column_row *c = &columns[column];
    const char *word = c->in[0];

    if (year != 0)
        word = template_text(t, "%s\n%s", year_text(t, year), word);
    if (t->english)
        word = template_text(t, "%s\n(%s)", word, c->in[1]);
    template_string(t, t->sheet, TEMPLATE_HEAD, t->column[column] + offset,
                    word, template_format(t, c->look, ALIGN_CENTER, ""));
    worksheet_set_column(t->sheet, (lxw_col_t)(t->column[column] + offset),
                         (lxw_col_t)(t->column[column] + offset),
                         (double)c->width / 10, NULL);
}

static void put_header(template_book *t)
{
    worksheet_set_row(t->sheet, TEMPLATE_HEAD, t->english ? 58 : 46, NULL);
    for (size_t i = 0; i < sizeof(groups) / sizeof(*groups); i++)
        put_group(t, &groups[i]);
    for (int c = 0; c < TEMPLATE_COLUMNS; c++) {
        template_column column = (template_column)c;

        if (column == COLUMN_PAST)
            for (size_t i = 0; i < t->past_count; i++)
                head(t, column, (uint32_t)i, t->past[i]);
        else if (column == COLUMN_PLANNED)
            for (size_t i = 0; i < t->planned_count; i++)
                head(t, column, (uint32_t)i, t->planned[i]);
        else if (template_has(t, column))
            head(t, column, 0,
                 column == COLUMN_ACTUAL || column == COLUMN_REASON ? t->year
                                                                    : 0);
    }
}

/* ---- Paper -------------------------------------------------------------------------- */

static const char *header_text(template_book *t)
{
    buf b;

    buf_init(&b);
    buf_string(&b, "&L&9");
    for (const char *c = t->department->name; *c != '\0'; c++) {
        if (*c == '&')
            buf_char(&b, '&');
        buf_char(&b, *c);
    }
    buf_string(&b, "&R&9");
    buf_string(&b, year_text(t, t->year));
    buf_string(&b, template_say(t, " KPI実績 報告様式", " KPI report"));
    return b.length < 250 ? template_keep(t, &b)
                          : (buf_free(&b), "&R&9KPI");
}

static void paper(template_book *t)
{
    lxw_worksheet *w = t->sheet;
    bool a3 = text_is(text_of(t->plan->paper), "A3");

    worksheet_set_landscape(w);
    worksheet_set_paper(w, a3 ? 8 : 9);
    worksheet_fit_to_pages(w, 1, 0);
    worksheet_set_margins(w, 0.4, 0.4, 0.6, 0.6);
    worksheet_repeat_rows(w, TEMPLATE_HEAD - 1, TEMPLATE_HEAD);
    worksheet_print_area(w, 0, 0, template_row_at(t->row_count - 1),
                         (lxw_col_t)(t->column_count - 1));
    worksheet_set_header(w, header_text(t));
    worksheet_set_footer(w, "&C&9&P / &N");
    worksheet_gridlines(w, LXW_HIDE_ALL_GRIDLINES);
    page_intended(w);
    worksheet_freeze_panes(w, TEMPLATE_FIRST,
                           (lxw_col_t)(t->column[COLUMN_KPI] + 1));
    worksheet_set_tab_color(w, 0xF6C945);
}

void template_write_table(template_book *t)
{
    lxw_protection allowed = { .format_columns = 1, .format_rows = 1 };

    titles(t);
    progress(t);
    put_legend(t);
    put_header(t);
    for (size_t i = 0; i < t->row_count; i++) {
        template_write_cells(t, i);
        template_write_steps(t, i);
        template_write_results(t, i);
    }
    template_write_checks(t);
    paper(t);
    worksheet_protect(t->sheet, NULL, &allowed);
    worksheet_set_selection(t->sheet, TEMPLATE_FIRST,
                            (lxw_col_t)t->column[COLUMN_ACTUAL],
                            TEMPLATE_FIRST,
                            (lxw_col_t)t->column[COLUMN_ACTUAL]);
}
