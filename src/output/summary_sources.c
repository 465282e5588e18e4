/*
 * summary_sources.c - 出典: every value with its file, sheet, cell and text
 *
 * Names that stand above already are repeated, for filters, but on one line
 * and where it must be in smaller letters: so the sheet takes half the paper.
 */
#include <stdlib.h>
#include <string.h>

#include "output/summary_book.h"

enum { COL_NO, COL_PROJECT, COL_KPI, COL_ITEM, COL_VALUE, COL_UNIT, COL_TEXT,
       COL_FILE, COL_SHEET, COL_CELL, COL_NOTE, COLS, HEAD = PAPER_LIST_HEAD,
       MOST_ROWS = 1000000 /* of the 1,048,576 that a sheet has */ };

static const paper_column columns[COLS] = {
    { "番号", "No.", 55 },
    { "事業名", "Project", 360 },
    { "KPI名", "KPI", 360 },
    { "項目", "Item", 85 },
    { "値", "Value", 105 },
    { "単位", "Unit", 65 },
    { "提出された文字", "Text as submitted", 390 },
    { "ファイル", "File", 150 },
    { "シート", "Sheet", 110 },
    { "セル", "Cell", 90 },
    { "訂正・指摘", "Correction, finding", 210 },
};

static const paper_list frame = {
    SHEET_SOURCES, "出典", "Sources", columns, COLS
};

/* Findings by place, so that each value finds its own. */
typedef struct by_place {
    const finding **items;
    size_t count;
} by_place;

static int compare_place(size_t src, const char *sheet, uint32_t row,
                         uint32_t col, const finding *f)
{
    int order;

    if (src != f->source)
        return src < f->source ? -1 : 1;
    order = strcmp(sheet, f->where.sheet ? f->where.sheet : "");
    if (order)
        return order;
    if (row != f->where.row)
        return row < f->where.row ? -1 : 1;
    return (col > f->where.col) - (col < f->where.col);
}

static int compare_findings(const void *x, const void *y)
{
    const finding *a = *(const finding *const *)x;
    const finding *b = *(const finding *const *)y;
    int order = compare_place(a->source, a->where.sheet, a->where.row,
                              a->where.col, b);

    return order ? order : (a > b) - (a < b);
}

static bool index_findings(by_place *p, summary *s)
{
    const finding_list *all = &s->data->findings;

    p->count = 0;
    p->items = arena_array(&s->memory, all->count + 1, sizeof(*p->items));
    if (!p->items)
        return false;
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].where.has_cell)
            p->items[p->count++] = &all->items[i];
    if (p->count > 1)
        qsort(p->items, p->count, sizeof(*p->items), compare_findings);
    return true;
}

typedef struct sheet {
    summary *s;
    page pg;
    by_place findings;
    uint32_t row;
    const project *project;
    const kpi *kpi;
    bool again;  /* project and KPI are those of the row above */
} sheet;

static void put_findings(buf *b, const sheet *f, const place *where)
{
    size_t low = 0, high = f->findings.count;
    const char *last = "";

    if (!where->has_cell)
        return;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare_place(f->project->source, where->sheet, where->row,
                          where->col, f->findings.items[middle]) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < f->findings.count &&
           compare_place(f->project->source, where->sheet, where->row,
                         where->col, f->findings.items[low]) == 0; low++) {
        const finding *item = f->findings.items[low];

        if (strcmp(last, item->rule))
            buf_printf(b, "%s%s", b->length ? "、" : "", item->rule);
        last = item->rule;
    }
}

static void write_value(sheet *f, const char *item, quantity value,
                        const char *unit, const char *typed,
                        const place *where)
{
    summary *s = f->s;
    const source *src = f->project->source < s->data->source_count
                            ? &s->data->sources[f->project->source] : NULL;
    const char *name = f->kpi ? f->kpi->name : "";
    style_id names = f->again ? STYLE_LIST_REPEAT : STYLE_LIST_TEXT;
    unsigned height = 0;
    buf b;
    number no;

    buf_init(&b);
    if (number_from_int(&f->pg.scratch, &no, (int64_t)(f->row - HEAD)))
        page_number(&f->pg, page_cell(f->row, COL_NO), STYLE_LIST_CENTER,
                    FORMAT_PLAIN_INTEGER, no);
    page_text(&f->pg, page_cell(f->row, COL_PROJECT), names,
              f->project->name);
    page_text(&f->pg, page_cell(f->row, COL_KPI), names, name);
    page_text(&f->pg, page_cell(f->row, COL_ITEM), STYLE_LIST_CENTER, item);
    if (value.known)
        page_number(&f->pg, page_cell(f->row, COL_VALUE), STYLE_LIST_RIGHT,
                    style_decimals(value.value), value.value);
    else
        page_text(&f->pg, page_cell(f->row, COL_VALUE), STYLE_LIST_RIGHT,
                  "－");
    page_text(&f->pg, page_cell(f->row, COL_UNIT), STYLE_LIST_CENTER, unit);
    page_text(&f->pg, page_cell(f->row, COL_TEXT), STYLE_LIST_TEXT, typed);
    page_text(&f->pg, page_cell(f->row, COL_FILE), STYLE_LIST_TEXT,
              src ? src->file : "");
    page_text(&f->pg, page_cell(f->row, COL_SHEET), STYLE_LIST_TEXT,
              where->sheet ? where->sheet : "");
    put_place(&b, where);
    page_text(&f->pg, page_cell(f->row, COL_CELL), STYLE_LIST_CENTER,
              buf_cstr(&b));
    buf_clear(&b);
    put_findings(&b, f, where);
    page_text(&f->pg, page_cell(f->row, COL_NOTE), STYLE_LIST_TEXT,
              buf_cstr(&b));
    {
        const struct { uint32_t col; const char *t; } wrapped[] = {
            { COL_PROJECT, f->again ? "" : f->project->name },
            { COL_KPI, f->again ? "" : name },
            { COL_TEXT, typed }, { COL_FILE, src ? src->file : "" },
            { COL_NOTE, buf_cstr(&b) },
            { COL_SHEET, where->sheet ? where->sheet : "" },
        };

        for (size_t i = 0; i < sizeof(wrapped) / sizeof(*wrapped); i++) {
            unsigned need = page_need(&f->pg, wrapped[i].col, wrapped[i].col,
                                      STYLE_LIST_TEXT, wrapped[i].t);

            height = need > height ? need : height;
        }
    }
    page_height(&f->pg, f->row, height);
    f->row++;
    f->again = true;
    if (!buf_ok(&b))
        f->pg.failed = true;
    buf_free(&b);
    page_flush(&f->pg);
}

static void write_year(sheet *f, int year, const char *ja, const char *en,
                       quantity value, const char *unit, const char *typed,
                       const place *where)
{
    buf b;

    buf_init(&b);
    put_year_short(&b, f->s, year);
    buf_printf(&b, "%s%s", summary_is_english(f->s) ? " " : "",
               say(f->s, ja, en));
    write_value(f, buf_cstr(&b), value, unit, typed, where);
    buf_free(&b);
}

static void write_kpi(sheet *f, const kpi *k)
{
    f->kpi = k;
    f->again = false;
    if (k->baseline.present)
        write_value(f, say(f->s, "基準値", "baseline"), k->baseline.value,
                    *k->baseline.unit ? k->baseline.unit : k->unit,
                    k->baseline.text, k->baseline.where.has_cell
                                          ? &k->baseline.where : &k->where);
    write_value(f, say(f->s, "目標値", "target"), k->target.value,
                *k->target.unit ? k->target.unit : k->unit, k->target.text,
                k->target.where.has_cell ? &k->target.where : &k->where);
    for (size_t i = 0; i < k->planned_count; i++)
        write_year(f, k->planned[i].fiscal_year, "計画", "plan",
                   k->planned[i].value, k->unit, k->planned[i].text,
                   &k->planned[i].where);
    for (size_t i = 0; i < k->actual_count; i++)
        write_year(f, k->actuals[i].fiscal_year, "実績", "actual",
                   k->actuals[i].value,
                   *k->actuals[i].unit ? k->actuals[i].unit : k->unit,
                   k->actuals[i].text, &k->actuals[i].where);
    f->kpi = NULL;
}

static void write_all(sheet *f)
{
    summary *s = f->s;

    for (size_t i = 0; i < s->project_count && !f->pg.failed; i++) {
        const project *p = s->projects[i].project;

        if (f->row > MOST_ROWS) {
            page_text(&f->pg, page_cell(f->row, COL_NO), STYLE_PLAIN,
                      say(s, "シートの行数の上限に達したため、以下を省略しました。",
                          "The sheet is full; the rest is left out."));
            break;
        }
        f->project = p;
        f->again = false;
        for (size_t c = 0; c < p->cost_count; c++)
            write_year(f, p->costs[c].fiscal_year, "経費", "cost",
                       p->costs[c].value, p->costs[c].unit, p->costs[c].text,
                       &p->costs[c].where);
        for (size_t k = 0; k < p->kpi_count; k++)
            write_kpi(f, &p->kpis[k]);
        summary_step(s, p->kpi_count);
    }
}

/* As the longest name of a sheet, so that it takes one line if it can. */
static unsigned sheet_width(const summary *s)
{
    enum { MOST = 240 };
    unsigned size = style_size(STYLE_LIST_TEXT), widest = 0, tenths;

    for (size_t i = 0; i < s->project_count; i++) {
        const char *name = s->projects[i].project->where.sheet;
        unsigned pixels = layout_text_pixels(text_of(name ? name : ""), size);

        widest = pixels > widest ? pixels : widest;
    }
    tenths = (widest + 3 * size) / 7;
    return tenths > MOST                    ? MOST
           : tenths > columns[COL_SHEET].width ? tenths
                                            : columns[COL_SHEET].width;
}

kpi_status summary_write_sources(summary *s, lxw_worksheet *w,
                                 kpi_error *err)
{
    sheet f = { .s = s, .row = HEAD + 1 };

    paper_list_begin(
        s, &f.pg, w, &frame,
        say(s, "この集計表のすべての数値について、提出されたファイルのどこに、"
               "どう書かれていたかを示します。",
            "Where every figure of this book was submitted, and how."));
    page_width(&f.pg, COL_SHEET, sheet_width(s));
    if (summary_is_english(s)) /* FY2023 actual */
        page_width(&f.pg, COL_ITEM, 140);
    if (!index_findings(&f.findings, s))
        f.pg.failed = true;
    write_all(&f);
    paper_list_end(s, &f.pg, &frame, f.row, "");
    return page_finish(&f.pg, err);
}
