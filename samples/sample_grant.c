/*
 * sample_grant.c - the form of a grant-funded project, one sheet
 */
#include "sample.h"

#include <stdlib.h>
#include <string.h>

enum { LAST_COL = 7, WIDTH = 108, SHEET_NAME = 13 };
static const double line_height = 15;

typedef struct form {
    lxw_worksheet *sheet;
    const sheet_styles *style;
    unsigned row;
    int fiscal_year;
} form;

static void set_lines(form *f, unsigned lines)
{
    must(worksheet_set_row(f->sheet, f->row, line_height * lines + 4, NULL),
         "row height");
}

/* The number and the first characters of the title. */
static void sheet_name(line *l, json *project)
{
    line whole = { NULL, 0, 0 };
    size_t bytes = 0;

    line_print(&whole, "%s%s", string_of(project, "no"),
               string_of(project, "name"));
    for (size_t n = 0; n < SHEET_NAME && whole.bytes[bytes] != '\0'; n++)
        do
            bytes++;
        while (((unsigned char)whole.bytes[bytes] & 0xC0) == 0x80);
    whole.bytes[bytes] = '\0';
    line_add(l, whole.bytes);
    line_free(&whole);
}

static void put_municipalities(line *l, json *project)
{
    json *names = member(project, "municipalities");

    for (size_t i = 0; i < count_of(names); i++)
        line_print(l, "%s%s%s", i > 0 ? "、" : "",
                   json_object_get_string(item_of(names, i)),
                   i == 0 && count_of(names) > 1 ? "（代表）" : "");
}

static void put_top(form *f, json *project)
{
    line text = { NULL, 0, 0 };

    line_print(&text, "%s%s", string_of(project, "no"),
               string_of(project, "name"));
    put_range(f->sheet, 0, 0, 0, LAST_COL, text.bytes, f->style->title);
    must(worksheet_set_row(f->sheet, 0, 26, NULL), "row height");
    line_clear(&text);
    put_municipalities(&text, project);
    put_range(f->sheet, 1, 0, 1, 1, text.bytes, f->style->center);
    line_clear(&text);
    line_print(&text, "%s %s", string_of(project, "bureau"),
               string_of(project, "division"));
    put_range(f->sheet, 1, 2, 1, 4, text.bytes, f->style->center);
    put_range(f->sheet, 1, 5, 1, 5, "事業期間", f->style->label);
    line_clear(&text);
    put_year(&text, int_of(project, "period.from"));
    line_add(&text, "n-");
    put_year(&text, int_of(project, "period.to"));
    line_add(&text, "n");
    put_range(f->sheet, 1, 6, 1, 7, text.bytes, f->style->center);
    f->row = 1;
    set_lines(f, 2);
    f->row = 2;
    line_free(&text);
}

/* A figure as a number, or the text that stands in its place. */
static void put_figure(form *f, unsigned row, unsigned col, json *owner,
                       lxw_format *format)
{
    json *value = member(owner, "value");
    const char *text = string_of(owner, "text");

    if (value != NULL)
        must(worksheet_write_number(f->sheet, row, (lxw_col_t)col,
                                    json_object_get_double(value), format),
             "number");
    else
        put_range(f->sheet, row, col, row, col, text, f->style->missing);
}

static void put_purpose_and_costs(form *f, json *project)
{
    json *costs = member(project, "costs");
    const char *purpose = string_of(project, "purpose");
    unsigned rows = (unsigned)count_of(costs), first = f->row;
    line text = { NULL, 0, 0 };

    put_range(f->sheet, first, 0, first + rows - 1, 0, "目\n的",
              f->style->label);
    put_range(f->sheet, first, 1, first + rows - 1, 4, purpose,
              f->style->body);
    line_print(&text, "%s交付対象事業経費", string_of(project, "lead"));
    put_range(f->sheet, first, 5, first + rows - 1, 5, text.bytes,
              f->style->label);
    for (size_t i = 0; i < rows; i++) {
        json *cost = item_of(costs, i);

        line_clear(&text);
        put_era_year(&text, int_of(cost, "fiscal_year"), true);
        line_add(&text, "年度");
        put_range(f->sheet, f->row, 6, f->row, 6, text.bytes,
                  f->style->center);
        put_figure(f, f->row, 7, cost, f->style->whole);
        set_lines(f, 2);
        f->row++;
    }
    line_free(&text);
}

static void put_line(form *f, const char *text, lxw_format *format)
{
    put_range(f->sheet, f->row, 0, f->row, LAST_COL, text, format);
    set_lines(f, lines_in(text, WIDTH - 2));
    f->row++;
}

static void put_activities(form *f, json *project)
{
    static const char *const digits[] = { "１", "２", "３", "４", "５",
                                          "６", "７", "８", "９" };
    json *activities = member(project, "activities");
    json *grants = member(project, "grants");
    line text = { NULL, 0, 0 };

    for (size_t i = 0; i < count_of(grants); i++)
        line_print(&text, "【%s】",
                   json_object_get_string(item_of(grants, i)));
    put_line(f, text.bytes, f->style->measure);
    for (size_t i = 0; i < count_of(activities) && i < 9; i++) {
        line_clear(&text);
        line_print(&text, "%s　%s", digits[i],
                   string_of(item_of(activities, i), "title"));
        put_line(f, text.bytes, f->style->theme);
        put_line(f, string_of(item_of(activities, i), "text"),
                 f->style->body);
    }
    f->row++;
    line_free(&text);
}

static void put_header(form *f)
{
    line text = { NULL, 0, 0 };

    put_range(f->sheet, f->row, 0, f->row, 4, "指標内容", f->style->header);
    put_year(&text, f->fiscal_year);
    line_add(&text, "n目標");
    put_range(f->sheet, f->row, 5, f->row, 5, text.bytes, f->style->header);
    line_clear(&text);
    put_year(&text, f->fiscal_year);
    line_add(&text, "n実績");
    put_range(f->sheet, f->row, 6, f->row, 6, text.bytes, f->style->header);
    put_range(f->sheet, f->row, 7, f->row, 7, "達成率", f->style->header);
    f->row++;
    line_free(&text);
}

static bool is_whole(json *value)
{
    return value == NULL || json_object_is_type(value, json_type_int);
}

/* The printed rate is a formula; which way round, the printed figure says. */
static void put_rate(form *f, json *kpi, json *actual)
{
    double target_value = json_object_get_double(member(kpi, "target.value"));
    double actual_value = json_object_get_double(member(actual, "value"));
    double printed = json_object_get_double(member(kpi, "declared.rate"));
    double up, rate, apart;
    line formula = { NULL, 0, 0 };

    if (member(kpi, "declared.rate") == NULL) {
        put_range(f->sheet, f->row, 7, f->row, 7,
                  string_of(kpi, "declared.text"), f->style->missing);
        return;
    }
    up = actual_value / target_value;
    apart = up - printed;
    if (apart < 0.0006 && apart > -0.0006) {
        line_print(&formula, "=G%u/F%u", f->row + 1, f->row + 1);
        rate = up;
    } else {
        line_print(&formula, "=F%u/G%u", f->row + 1, f->row + 1);
        rate = target_value / actual_value;
    }
    must(worksheet_write_formula_num(f->sheet, f->row, 7, formula.bytes,
                                     f->style->rate, rate), "formula");
    line_free(&formula);
}

static void put_kpi(form *f, json *kpi)
{
    json *actual = item_of(member(kpi, "actuals"), 0);
    lxw_format *format = is_whole(member(kpi, "target.value")) &&
                                 is_whole(member(actual, "value"))
                             ? f->style->whole : f->style->decimal;
    line text = { NULL, 0, 0 };

    line_print(&text, "%s（%s）", string_of(kpi, "name"),
               string_of(kpi, "unit"));
    put_range(f->sheet, f->row, 0, f->row, 0, "ＫＰＩ", f->style->label);
    put_range(f->sheet, f->row, 1, f->row, 4, text.bytes, f->style->body);
    put_figure(f, f->row, 5, member(kpi, "target"), format);
    put_figure(f, f->row, 6, actual, format);
    put_rate(f, kpi, actual);
    set_lines(f, lines_in(text.bytes, 58));
    f->row++;
    line_free(&text);
}

static void set_up_page(lxw_worksheet *ws)
{
    static const double widths[] = { 8, 16, 14, 14, 16, 14, 12, 14 };

    for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++)
        must(worksheet_set_column(ws, (lxw_col_t)i, (lxw_col_t)i, widths[i],
                                  NULL), "column");
    worksheet_set_landscape(ws);
    worksheet_set_paper(ws, 9); /* A4 */
    worksheet_fit_to_pages(ws, 1, 1);
    worksheet_set_margins(ws, 0.5, 0.4, 0.6, 0.6);
    must(worksheet_set_footer(ws, "&C&P / &N"), "footer");
    must(worksheet_repeat_rows(ws, 0, 1), "print titles");
}

void write_grant(lxw_workbook *book, const sheet_styles *styles,
                 json *project)
{
    form f = { NULL, styles, 0, 0 };
    json *kpis = member(project, "kpis"), *notes = member(project, "notes");
    line text = { NULL, 0, 0 };

    sheet_name(&text, project);
    f.sheet = workbook_add_worksheet(book, text.bytes);
    if (f.sheet == NULL)
        must(LXW_ERROR_PARAMETER_VALIDATION, "sheet");
    set_up_page(f.sheet);
    put_top(&f, project);
    put_purpose_and_costs(&f, project);
    put_activities(&f, project);
    f.fiscal_year = int_of(item_of(member(item_of(kpis, 0), "actuals"), 0),
                           "fiscal_year");
    put_header(&f);
    for (size_t i = 0; i < count_of(kpis); i++)
        put_kpi(&f, item_of(kpis, i));
    line_clear(&text);
    line_add(&text, "");
    for (size_t i = 0; i < count_of(notes); i++)
        line_print(&text, "%s%s", i > 0 ? "\n" : "",
                   json_object_get_string(item_of(notes, i)));
    put_range(f.sheet, f.row, 0, f.row, 0, "補足", f.style->label);
    put_range(f.sheet, f.row, 1, f.row, LAST_COL, text.bytes, f.style->body);
    set_lines(&f, lines_in(text.bytes, WIDTH - 12));
    line_free(&text);
}
