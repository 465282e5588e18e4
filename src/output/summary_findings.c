/*
 * summary_findings.c - 指摘事項: every finding, with a link to its project
 */
#include <stdlib.h>
#include <string.h>

#include "output/summary_book.h"

enum { COL_NO, COL_SEVERITY, COL_DEPARTMENT, COL_PROJECT, COL_MESSAGE,
       COL_HINT, COL_VALUE, COL_FILE, COL_SHEET, COL_CELL, COL_RULE, COLS,
       HEAD = PAPER_LIST_HEAD };

static const paper_column columns[COLS] = {
    { "番号", "No.", 50 },
    { "重大度", "Severity", 70 },
    { "部局", "Department", 110 },
    { "事業名", "Project", 220 },
    { "指摘", "Finding", 420 },
    { "直し方", "How to mend it", 320 },
    { "値", "Value", 150 },
    { "ファイル", "File", 150 },
    { "シート", "Sheet", 110 },
    { "セル", "Cell", 92 },
    { "規則", "Rule", 180 },
};

static const paper_list frame = {
    SHEET_FINDINGS, "指摘事項", "Findings", columns, COLS
};

/* Projects by source and name, to find the one that a finding names. */
typedef struct by_name {
    const project_view **views;
    size_t count;
} by_name;

static int compare_names(const void *x, const void *y)
{
    const project_view *a = *(const project_view *const *)x;
    const project_view *b = *(const project_view *const *)y;

    if (a->project->source != b->project->source)
        return a->project->source < b->project->source ? -1 : 1;
    if (strcmp(a->project->name, b->project->name))
        return strcmp(a->project->name, b->project->name);
    return (a->first_row > b->first_row) - (a->first_row < b->first_row);
}

static bool index_projects(by_name *n, summary *s)
{
    n->count = s->project_count;
    n->views = arena_array(&s->memory, n->count + 1, sizeof(*n->views));
    if (!n->views)
        return false;
    for (size_t i = 0; i < n->count; i++)
        n->views[i] = &s->projects[i];
    if (n->count > 1)
        qsort(n->views, n->count, sizeof(*n->views), compare_names);
    return true;
}

/* The first entry of a project with this name in a source, or NULL. */
static const project_view *find_project(const by_name *n, size_t src,
                                        const char *name)
{
    size_t low = 0, high = n->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const project *p = n->views[middle]->project;
        bool before = p->source < src ||
                      (p->source == src && strcmp(p->name, name) < 0);

        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < n->count && n->views[low]->project->source == src &&
        !strcmp(n->views[low]->project->name, name))
        return n->views[low];
    return NULL;
}

typedef struct sheet {
    summary *s;
    page pg;
    by_name names;
    uint32_t row;
} sheet;

static void write_project(sheet *f, const finding *item)
{
    const project_view *v = NULL;

    if (item->project && *item->project && item->source != FINDING_NO_SOURCE)
        v = find_project(&f->names, item->source, item->project);
    if (v && *v->sheet) {
        buf b;

        buf_init(&b);
        buf_char(&b, '=');
        live_put_cell(&b, f->s, LIST_PROJECT, v->first_row);
        page_link_formula(&f->pg, page_cell(f->row, COL_PROJECT),
                          STYLE_LIST_LINK, v->sheet, v->sheet_row, 0,
                          buf_cstr(&b), v->project->name);
        buf_free(&b);
        return;
    }
    page_text(&f->pg, page_cell(f->row, COL_PROJECT), STYLE_LIST_TEXT,
              item->project ? item->project : "");
}

/* A finding of a file or department leads to how that stands. */
static void write_file(sheet *f, const finding *item, const char *name)
{
    page_area at = page_cell(f->row, COL_FILE);

    if (item->project && *item->project)
        page_text(&f->pg, at, STYLE_LIST_TEXT, name);
    else
        page_link(&f->pg, at, STYLE_LIST_LINK, f->s->sheets[SHEET_STATUS],
                  0, 0, name);
}

static void write_finding(sheet *f, const finding *item)
{
    summary *s = f->s;
    const rule *r = rule_find(item->rule);
    const source *src = item->source < s->data->source_count
                            ? &s->data->sources[item->source] : NULL;
    const char *texts[COLS] = { "" };
    unsigned height = 0;
    buf message, hint, where;
    number no;

    buf_init(&message);
    buf_init(&hint);
    buf_init(&where);
    if (r) {
        rule_format(&message, r->message[s->plan->language], item);
        rule_format(&hint, r->hint[s->plan->language], item);
    }
    put_place(&where, &item->where);
    for (size_t c = 0; c < COLS; c++)
        texts[c] = "";
    if (r)
        texts[COL_SEVERITY] =
            severity_text(rule_severity(r, s->plan, s->options->as_of
                                                        ? s->options->as_of
                                                        : ""),
                          s->plan->language);
    texts[COL_DEPARTMENT] = src ? src->department : "";
    texts[COL_PROJECT] = item->project ? item->project : "";
    texts[COL_MESSAGE] = message.length ? buf_cstr(&message) : item->rule;
    texts[COL_HINT] = buf_cstr(&hint);
    texts[COL_VALUE] = item->value ? item->value : "";
    texts[COL_FILE] = src ? src->file : "";
    texts[COL_SHEET] = item->where.sheet ? item->where.sheet : "";
    texts[COL_CELL] = buf_cstr(&where);
    texts[COL_RULE] = item->rule;
    if (number_from_int(&f->pg.scratch, &no, (int64_t)(f->row - HEAD)))
        page_number(&f->pg, page_cell(f->row, COL_NO), STYLE_LIST_CENTER,
                    FORMAT_PLAIN_INTEGER, no);
    for (uint32_t c = COL_SEVERITY; c < COLS; c++) {
        unsigned need = page_need(&f->pg, c, c, STYLE_LIST_TEXT, texts[c]);

        height = need > height ? need : height;
        if (c == COL_FILE)
            write_file(f, item, texts[c]);
        else if (c != COL_PROJECT)
            page_text(&f->pg, page_cell(f->row, c),
                      c == COL_SEVERITY ? STYLE_LIST_CENTER
                                        : STYLE_LIST_TEXT, texts[c]);
    }
    write_project(f, item);
    page_height(&f->pg, f->row, height);
    f->row++;
    if (!buf_ok(&message) || !buf_ok(&hint) || !buf_ok(&where))
        f->pg.failed = true;
    page_flush(&f->pg);
    buf_free(&message);
    buf_free(&hint);
    buf_free(&where);
}

static bool is_off(const summary *s, const finding *item)
{
    const rule *r = rule_find(item->rule);

    return r && rule_severity(r, s->plan,
                              s->options->as_of ? s->options->as_of : "") ==
                    SEVERITY_OFF;
}

kpi_status summary_write_findings(summary *s, lxw_worksheet *w,
                                  kpi_error *err)
{
    sheet f = { .s = s, .row = HEAD + 1 };

    paper_list_begin(s, &f.pg, w, &frame,
                     say(s, "事業名から、その事業の頁へ移れます。",
                         "A project's name leads to its place in this "
                         "book."));
    if (!index_projects(&f.names, s))
        f.pg.failed = true;
    for (size_t i = 0; i < s->data->findings.count && !f.pg.failed; i++)
        if (!is_off(s, &s->data->findings.items[i]))
            write_finding(&f, &s->data->findings.items[i]);
    paper_list_end(s, &f.pg, &frame, f.row,
                   say(s, "指摘事項はありません", "none"));
    return page_finish(&f.pg, err);
}
