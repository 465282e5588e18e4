/*
 * sample_strategy.c - a department's part of the strategy report
 *
 * One sheet a goal: theme banner, part banner, measure banner, header row,
 * then the projects. A KPI takes a line a year; a project spans the lines of
 * its KPIs. Projects that share their KPIs have one KPI cell over all of
 * them, and one actual cell a year.
 */
#include "sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    COL_PROJECT, COL_SUMMARY, COL_KPI, COL_YEAR, COL_ACTUAL,
    WIDTH_PROJECT = 30, WIDTH_SUMMARY = 46, WIDTH_KPI = 42, WIDTH_YEAR = 6,
    WIDTH_ACTUAL = 34
};
static const double line_height = 13.5;

typedef struct pen {
    lxw_worksheet *sheet;
    const sheet_styles *style;
    unsigned row;
    const char *theme, *part, *measure; /* what stands above */
} pen;

/* ---- Texts ------------------------------------------------------------ */

static void project_text(line *l, json *project)
{
    json *grants = member(project, "grants");
    const char *status = string_of(project, "declared.status");
    const char *grade = string_of(project, "declared.grade");

    line_clear(l);
    line_add(l, string_of(project, "name"));
    for (size_t i = 0; i < count_of(grants); i++)
        line_print(l, "（%s）", json_object_get_string(item_of(grants, i)));
    if (json_object_get_boolean(member(project, "relisted")))
        line_add(l, "【再掲】");
    line_print(l, "\n【%s】", string_of(project, "bureau"));
    if (grade[0] != '\0')
        line_print(l, "\n【%s】", grade);
    else if (strcmp(status, "－") == 0)
        line_add(l, "\n【－】");
    else if (status[0] != '\0')
        line_print(l, "\n※%s", status);
}

static const char *kpi_text(json *kpis, size_t index)
{
    return string_of(item_of(kpis, index), "target.text");
}

/* KPIs of one printed cell stand together and have the same text. */
static size_t cell_end(json *kpis, size_t start)
{
    size_t end = start + 1;

    while (end < count_of(kpis) &&
           strcmp(kpi_text(kpis, end), kpi_text(kpis, start)) == 0)
        end++;
    return end;
}

static void add_once(line *l, const char *text, const char *before)
{
    if (text[0] == '\0' || (before != NULL && strcmp(text, before) == 0))
        return;
    if (l->length > 0)
        line_add(l, "\n");
    line_add(l, text);
}

static void actual_cell_text(line *l, json *kpis, size_t start, size_t end,
                             size_t year)
{
    const char *before = NULL;

    line_clear(l);
    for (size_t i = start; i < end; i++) {
        json *actual = item_of(member(item_of(kpis, i), "actuals"), year);
        const char *text = string_of(actual, "text");

        add_once(l, text, before);
        before = text;
    }
}

/* ---- Cells ------------------------------------------------------------ */

/* Returns how many lines fit. */
static unsigned set_heights(pen *p, unsigned first, unsigned last,
                            unsigned lines)
{
    unsigned rows = last - first + 1;
    unsigned each = (lines + rows - 1) / rows;

    for (unsigned r = first; r <= last; r++)
        must(worksheet_set_row(p->sheet, r,
                               line_height * (each > 0 ? each : 1) + 3,
                               NULL), "row height");
    return (each > 0 ? each : 1) * rows;
}

/* The years of one KPI cell, each over `rows` rows. */
static unsigned put_years(pen *p, json *kpis, size_t start, size_t end,
                          unsigned rows)
{
    json *actuals = member(item_of(kpis, start), "actuals");
    unsigned lines = 0;
    line text = { NULL, 0, 0 };

    for (size_t y = 0; y < count_of(actuals); y++) {
        unsigned first = p->row + (unsigned)y * rows;

        line_clear(&text);
        put_year(&text, int_of(item_of(actuals, y), "fiscal_year"));
        put_range(p->sheet, first, COL_YEAR, first + rows - 1, COL_YEAR,
                  text.bytes, p->style->year);
        line_clear(&text);
        line_add(&text, "");
        actual_cell_text(&text, kpis, start, end, y);
        put_range(p->sheet, first, COL_ACTUAL, first + rows - 1, COL_ACTUAL,
                  text.bytes, p->style->body);
        lines += lines_in(text.bytes, WIDTH_ACTUAL - 2);
    }
    line_free(&text);
    return lines;
}

static unsigned max_of(unsigned a, unsigned b)
{
    return a > b ? a : b;
}

static unsigned put_project_cells(pen *p, json *project, unsigned first,
                                  unsigned last)
{
    const char *summary = string_of(project, "summary");
    line text = { NULL, 0, 0 };
    unsigned lines;

    project_text(&text, project);
    put_range(p->sheet, first, COL_PROJECT, last, COL_PROJECT, text.bytes,
              p->style->body);
    put_range(p->sheet, first, COL_SUMMARY, last, COL_SUMMARY, summary,
              p->style->body);
    lines = max_of(lines_in(text.bytes, WIDTH_PROJECT - 2),
                   lines_in(summary, WIDTH_SUMMARY - 2));
    line_free(&text);
    return lines;
}

/* A project with KPIs of its own: a block of lines a KPI cell. */
static void put_project(pen *p, json *project)
{
    json *kpis = member(project, "kpis");
    unsigned first = p->row, lines, room = 0;

    for (size_t i = 0, end; i < count_of(kpis); i = end) {
        size_t years = count_of(member(item_of(kpis, i), "actuals"));

        end = cell_end(kpis, i);
        put_range(p->sheet, p->row, COL_KPI, p->row + (unsigned)years - 1,
                  COL_KPI, kpi_text(kpis, i), p->style->body);
        lines = put_years(p, kpis, i, end, 1);
        lines = max_of(lines, lines_in(kpi_text(kpis, i), WIDTH_KPI - 2));
        room += set_heights(p, p->row, p->row + (unsigned)years - 1, lines);
        p->row += (unsigned)years;
    }
    lines = put_project_cells(p, project, first, p->row - 1);
    if (lines > room) /* the longest cell decides */
        set_heights(p, first, p->row - 1, lines);
}

/* Projects that share all their KPIs: one cell over them all. */
static void put_shared(pen *p, json **projects, size_t count)
{
    json *kpis = member(projects[0], "kpis");
    unsigned years = (unsigned)count_of(member(item_of(kpis, 0), "actuals"));
    unsigned rows = (unsigned)count * years, lines = 0, most;
    line text = { NULL, 0, 0 };

    for (size_t i = 0; i < count_of(kpis); i++)
        add_once(&text, kpi_text(kpis, i), i > 0 ? kpi_text(kpis, i - 1)
                                                 : NULL);
    put_range(p->sheet, p->row, COL_KPI, p->row + rows - 1, COL_KPI,
              text.bytes, p->style->body);
    most = put_years(p, kpis, 0, count_of(kpis), (unsigned)count);
    most = max_of(most, lines_in(text.bytes, WIDTH_KPI - 2));
    for (size_t i = 0; i < count; i++) {
        unsigned first = p->row + (unsigned)i * years;

        lines = max_of(lines, put_project_cells(p, projects[i], first,
                                                first + years - 1));
    }
    set_heights(p, p->row, p->row + rows - 1,
                max_of(most, lines * (unsigned)count));
    p->row += rows;
    line_free(&text);
}

/* ---- Banners ---------------------------------------------------------- */

static void put_banner(pen *p, const char *text, lxw_format *format)
{
    unsigned width = WIDTH_PROJECT + WIDTH_SUMMARY + WIDTH_KPI + WIDTH_YEAR +
                     WIDTH_ACTUAL;

    put_range(p->sheet, p->row, COL_PROJECT, p->row, COL_ACTUAL, text,
              format);
    set_heights(p, p->row, p->row, lines_in(text, width - 4));
    p->row++;
}

static void put_header(pen *p, int target_year)
{
    line text = { NULL, 0, 0 };

    /* As planned in its day: 平成31年度, a year that came as 令和元年度. */
    line_print(&text, "KPI（平成%d年度）\n※KPI＝重要業績評価指標",
               target_year - 1988);
    put_range(p->sheet, p->row, COL_PROJECT, p->row, COL_PROJECT,
              "事業名等", p->style->header);
    put_range(p->sheet, p->row, COL_SUMMARY, p->row, COL_SUMMARY, "概要",
              p->style->header);
    put_range(p->sheet, p->row, COL_KPI, p->row, COL_KPI, text.bytes,
              p->style->header);
    put_range(p->sheet, p->row, COL_YEAR, p->row, COL_ACTUAL,
              "KPI実績及び達成状況", p->style->header);
    set_heights(p, p->row, p->row, 2);
    p->row++;
    line_free(&text);
}

/* What changed above the project; a lower heading is repeated below a new
 * higher one. */
static void put_headings(pen *p, json *project, int target_year)
{
    const char *theme = string_of(project, "theme.no");
    const char *part = string_of(project, "theme.part.no");
    const char *measure = string_of(project, "measure");
    line text = { NULL, 0, 0 };
    bool changed = strcmp(theme, p->theme) != 0;

    if (changed) {
        line_print(&text, "%s%s", theme, string_of(project, "theme.title"));
        put_banner(p, text.bytes, p->style->theme);
    }
    if ((changed || strcmp(part, p->part) != 0) && part[0] != '\0') {
        line_clear(&text);
        line_print(&text, "%s%s", part,
                   string_of(project, "theme.part.title"));
        put_banner(p, text.bytes, p->style->theme);
        changed = true;
    }
    if (changed || strcmp(measure, p->measure) != 0) {
        line_clear(&text);
        line_add(&text, "⇒");
        line_add(&text, measure);
        put_banner(p, text.bytes, p->style->measure);
        put_header(p, target_year);
    }
    p->theme = theme;
    p->part = part;
    p->measure = measure;
    line_free(&text);
}

/* ---- Sheets ----------------------------------------------------------- */

static bool is_shared_with(json *project, json *other)
{
    json *names = member(item_of(member(project, "kpis"), 0), "shared_with");

    for (size_t i = 0; i < count_of(names); i++)
        if (strcmp(json_object_get_string(item_of(names, i)),
                   string_of(other, "name")) == 0)
            return true;
    return false;
}

static void set_up_page(lxw_worksheet *ws)
{
    must(worksheet_set_column(ws, COL_PROJECT, COL_PROJECT, WIDTH_PROJECT,
                              NULL), "column");
    must(worksheet_set_column(ws, COL_SUMMARY, COL_SUMMARY, WIDTH_SUMMARY,
                              NULL), "column");
    must(worksheet_set_column(ws, COL_KPI, COL_KPI, WIDTH_KPI, NULL),
         "column");
    must(worksheet_set_column(ws, COL_YEAR, COL_YEAR, WIDTH_YEAR, NULL),
         "column");
    must(worksheet_set_column(ws, COL_ACTUAL, COL_ACTUAL, WIDTH_ACTUAL,
                              NULL), "column");
    worksheet_set_landscape(ws);
    worksheet_set_paper(ws, 9); /* A4 */
    worksheet_fit_to_pages(ws, 1, 0);
    worksheet_set_margins(ws, 0.5, 0.4, 0.6, 0.6);
    must(worksheet_set_footer(ws, "&C&P / &N"), "footer");
    must(worksheet_repeat_rows(ws, 0, 2), "print titles");
}

static void put_top(pen *p, json *data, json *project, const char *department)
{
    line text = { NULL, 0, 0 };

    line_print(&text, "%s KPI達成状況（平成", string_of(data, "plan.title"));
    put_era_year(&text, int_of(data, "fiscal_year"), false);
    line_add(&text, "年度末時点）");
    put_range(p->sheet, 0, COL_PROJECT, 0, COL_ACTUAL, text.bytes,
              p->style->title);
    must(worksheet_set_row(p->sheet, 0, 24, NULL), "row height");
    line_clear(&text);
    line_print(&text, "提出：%s", department);
    put_range(p->sheet, 1, COL_PROJECT, 1, COL_PROJECT, text.bytes,
              p->style->submitted);
    line_clear(&text);
    line_print(&text, "%s %s", string_of(project, "goal.no"),
               string_of(project, "goal.title"));
    put_range(p->sheet, 2, COL_PROJECT, 2, COL_PROJECT, text.bytes,
              p->style->goal);
    p->row = 4;
    line_free(&text);
}

static void write_goal(lxw_workbook *book, const sheet_styles *styles,
                       json *data, json **projects, size_t count,
                       const char *department)
{
    pen p = { NULL, styles, 0, "", "", "" };
    line name = { NULL, 0, 0 };
    int target_year = int_of(data, "plan.to");

    line_print(&name, "基本目標%s", string_of(projects[0], "goal.no"));
    p.sheet = workbook_add_worksheet(book, name.bytes);
    line_free(&name);
    if (p.sheet == NULL)
        must(LXW_ERROR_PARAMETER_VALIDATION, "sheet");
    set_up_page(p.sheet);
    put_top(&p, data, projects[0], department);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count; end++)
            if (!is_shared_with(projects[i], projects[end]))
                break;
        put_headings(&p, projects[i], target_year);
        if (end > i + 1)
            put_shared(&p, projects + i, end - i);
        else
            put_project(&p, projects[i]);
    }
    p.row += 2;
    put_range(p.sheet, p.row, COL_PROJECT, p.row, COL_PROJECT,
              "※ KPI：Key Performance Indicator の略。", styles->note);
}

void write_strategy(lxw_workbook *book, const sheet_styles *styles,
                    json *data, const char *file, const char *department)
{
    json *all = member(data, "projects");
    json **projects = calloc(count_of(all) + 1, sizeof(*projects));
    size_t count = 0;

    for (size_t i = 0; i < count_of(all) && projects != NULL; i++) {
        json *one = item_of(all, i);

        if (strcmp(string_of(one, "source.file"), file) != 0)
            continue;
        if (count > 0 && strcmp(string_of(one, "goal.no"),
                                string_of(projects[0], "goal.no")) != 0) {
            write_goal(book, styles, data, projects, count, department);
            count = 0;
        }
        projects[count++] = one;
    }
    if (count > 0)
        write_goal(book, styles, data, projects, count, department);
    free(projects);
}
