/*
 * check_mic.c - the fifteen rules over the sheets that hold KPIs
 */
#include "check/check_mic.h"

#include <string.h>

#include "base/limits.h"
#include "check/mic_parts.h"
#include "ingest/ingest.h"
#include "ooxml/opc.h"

/* ---- Tallies ------------------------------------------------------------- */

void mic_count(mic_tally *t, const cell *c, text example)
{
    if (t->count++ > 0)
        return;
    t->row = c->row;
    t->col = c->col;
    t->example = example;
}

void mic_report(book_cells *b, const mic_tally *t)
{
    checker *c = b->checker;
    const char *example;
    finding *f;

    if (t->count == 0)
        return;
    example = calc_keep(&c->calc, arena_strndup(&c->work, t->example.bytes,
                                                t->example.length));
    f = finding_add(&c->data->findings, t->rule, b->source,
                    place_cell(b->grid->sheet, t->row, t->col), example,
                    check_int(c, (int)t->count), example, NULL);
    c->failed = c->failed || f == NULL;
}

/* ---- All cells of a sheet ------------------------------------------------ */

enum { SPACES, FORMULAS, CHARACTERS, YEARS, TEXT_RULES };

static void check_texts(book_cells *b)
{
    mic_tally tally[TEXT_RULES] = {
        [SPACES] = { .rule = "mic-layout-spaces" },
        [FORMULAS] = { .rule = "mic-formulas" },
        [CHARACTERS] = { .rule = "mic-platform-characters" },
        [YEARS] = { .rule = "mic-era-years" },
    };

    for (size_t i = 0; i < b->grid->count; i++) {
        const cell *c = &b->grid->cells[i];
        text special;

        if (c->formula)
            mic_count(&tally[FORMULAS], c, text_of(""));
        if (c->type != CELL_STRING)
            continue;
        special = mic_platform_character(c->value);
        if (special.length > 0)
            mic_count(&tally[CHARACTERS], c, special);
        if (mic_has_layout_spaces(c->value))
            mic_count(&tally[SPACES], c, text_of(""));
        if (mic_is_era_year(c->value))
            mic_count(&tally[YEARS], c, c->value);
    }
    for (size_t i = 0; i < TEXT_RULES; i++)
        mic_report(b, &tally[i]);
}

static void check_merges(book_cells *b)
{
    mic_tally tally = { .rule = "mic-merged-cells" };

    for (size_t i = 0; i < b->grid->merge_count; i++) {
        const merge_range *m = &b->grid->merges[i];

        mic_count(&tally, &(cell){ .row = m->row, .col = m->col },
                  text_of(""));
    }
    mic_report(b, &tally);
}

/* ---- Figures ------------------------------------------------------------- */

/* Two figures of one kind and year out of one cell; or a KPI's baseline and
 * target in it. */
static bool shares_cell(const book_figure *a, const book_figure *b)
{
    return a->where.row == b->where.row && a->where.col == b->where.col &&
           a->value->known && b->value->known &&
           (a->role != b->role || a->project == b->project);
}

static void check_figures(book_cells *b)
{
    for (size_t i = 0; i < b->count; i++) {
        const book_figure *f = &b->figures[i];
        const cell *c = book_figure_cell(b, f);
        const char *id = NULL;

        if (c == NULL || c->type != CELL_STRING ||
            (i > 0 && f->where.row == f[-1].where.row &&
             f->where.col == f[-1].where.col))
            continue;
        if (i + 1 < b->count && shares_cell(f, &f[1]))
            id = "mic-several-values";
        else if (f->value->known)
            id = "mic-number-as-text";
        else if (f->role != FIGURE_BASELINE)
            id = "mic-symbol-for-number";
        if (id != NULL)
            check_report(b->checker, f->project, f->kpi,
                         &(report){ id, f->where, "", { NULL } });
    }
}

/* A KPI in a row where its project's column is blank. */
static void check_labels(book_cells *b)
{
    mic_tally tally = { .rule = "mic-label-omitted" };
    uint32_t row = UINT32_MAX;

    for (size_t i = 0; i < b->count; i++) {
        const book_figure *f = &b->figures[i];
        const place *label = &f->project->where;

        if (f->kpi == NULL || f->where.row == row || !label->has_cell ||
            strcmp(label->sheet, b->grid->sheet) != 0)
            continue;
        row = f->where.row;
        if (row != label->row &&
            grid_cell(b->grid, row, label->col) == NULL)
            mic_count(&tally, &(cell){ .row = row, .col = label->col },
                      text_of(f->project->name));
    }
    mic_report(b, &tally);
}

static bool row_is_empty(const grid *g, uint32_t row)
{
    return g->row_start[row] == g->row_start[row + 1] &&
           grid_merge(g, row, 0) == NULL;
}

/* Blank rows within the table. */
static void check_rows(book_cells *b)
{
    mic_tally tally = { .rule = "mic-rows-apart" };
    uint32_t last = b->figures[b->count - 1].where.row;

    for (uint32_t row = b->figures[0].where.row;
         row < last && row < b->grid->rows; row++)
        if (row_is_empty(b->grid, row))
            mic_count(&tally, &(cell){ .row = row }, text_of(""));
    mic_report(b, &tally);
}

static void check_sheet(book_cells *b)
{
    check_texts(b);
    check_merges(b);
    check_figures(b);
    check_labels(b);
    check_rows(b);
}

/* ---- The file as a whole ------------------------------------------------- */

static void report_file(dataset *part, const char *id, const char *sheet,
                        const char *value)
{
    place where = place_none();

    where.sheet = sheet;
    finding_add(&part->findings, id, 0, where, value, value, NULL);
}

/* Tables of a sheet: those that were found, and headers that repeat. */
static size_t count_tables(const ingest_report *tables, const char *sheet)
{
    size_t count = 0;

    for (size_t i = 0; i < tables->table_count; i++)
        count += strcmp(tables->tables[i].sheet, sheet) == 0 ? 1 : 0;
    for (size_t i = 0; i < tables->ignored_count; i++)
        count += strcmp(tables->ignored[i].why, "repeated-header") == 0 &&
                 strcmp(tables->ignored[i].sheet, sheet) == 0 ? 1 : 0;
    return count;
}

static void check_tables(dataset *part, const ingest_report *tables)
{
    char digits[24];

    for (size_t i = 0; i < tables->table_count; i++) {
        const char *sheet = tables->tables[i].sheet;
        size_t count = count_tables(tables, sheet), at = sizeof(digits) - 1;

        if (count < 2 ||
            (i > 0 && strcmp(tables->tables[i - 1].sheet, sheet) == 0))
            continue;
        digits[at] = '\0';
        for (; count > 0; count /= 10)
            digits[--at] = (char)('0' + count % 10);
        report_file(part, "mic-tables-in-sheet", sheet, digits + at);
    }
}

/* Shapes lie under xl/drawings; those of notes (vmlDrawing) are none. */
static bool has_part(const zip *archive, const char *start)
{
    for (size_t i = 0; i < zip_count(archive); i++)
        if (text_starts(text_of(zip_at(archive, i)->name), start))
            return true;
    return false;
}

static kpi_status check_package(dataset *part, const kpi_source *input,
                                const kpi_limits *limits, kpi_error *err)
{
    kpi_error why = { .status = KPI_OK };
    kpi_limits complete;
    opc *package = NULL;
    kpi_status status;
    arena memory;

    limits_complete(&complete, limits);
    arena_init(&memory, 0);
    status = opc_open(&package, input, &complete, &memory, &why);
    if (status == KPI_OK && has_part(opc_zip(package), "xl/drawings/drawing"))
        report_file(part, "mic-shapes", "", "");
    if (status == KPI_OK && has_part(opc_zip(package), "xl/vbaProject"))
        report_file(part, "mic-macros", "", "");
    opc_close(package);
    arena_free(&memory);
    return status == KPI_E_NOMEM ? kpi_fail_nomem(err) : KPI_OK;
}

/* 産業経済局 is of which city? The name is in the file, or in the title. */
static bool names_area(const dataset *part, const plan *p)
{
    text title = text_of(part->title);

    if (p->municipality[0] == '\0' ||
        text_find(title, p->municipality, 0) != SIZE_MAX)
        return true;
    for (size_t i = 0; i < part->project_count; i++)
        if (part->projects[i].municipality_count > 0)
            return true;
    return false;
}

typedef struct area_search {
    const char *name;
    bool found;
} area_search;

static bool sees_cell(void *context, const cell *c)
{
    area_search *search = context;

    search->found = c->type == CELL_STRING &&
                    text_find(c->value, search->name, 0) != SIZE_MAX;
    return !search->found;
}

static kpi_status check_area(dataset *part, open_book *o, const plan *p,
                             kpi_error *err)
{
    area_search search = { p->municipality, names_area(part, p) };
    const sheet_events events = { .context = &search, .cell = sees_cell };
    kpi_error why = { .status = KPI_OK };
    kpi_status status = KPI_OK;
    book *b = NULL;

    if (search.found)
        return KPI_OK;
    status = open_book_get(&b, o, &why);
    for (size_t i = 0; status == KPI_OK && !search.found &&
         i < book_sheet_count(b); i++)
        status = sheet_read(b, i, &events, &why);
    if (status == KPI_OK && !search.found)
        report_file(part, "mic-area-missing", "", p->municipality);
    return status == KPI_E_NOMEM ? kpi_fail_nomem(err) : KPI_OK;
}

kpi_status check_mic(dataset *part, const kpi_source *input, const plan *p,
                     const kpi_limits *limits, kpi_error *err)
{
    ingest_report tables = { .table_count = 0 };
    dataset *again = NULL;
    open_book *o;
    ingest_words *words;
    kpi_status status;

    if (part->source_count == 0 || part->sources[0].unreadable)
        return KPI_OK;
    o = open_book_new(input, limits);
    words = ingest_words_new(p);
    status = o == NULL || words == NULL
                 ? kpi_fail_nomem(err)
                 : ingest_book(&again, &tables, o, words, limits, err);
    if (status == KPI_OK)
        check_tables(part, &tables);
    dataset_free(again);
    if (status == KPI_OK)
        status = check_package(part, input, limits, err);
    if (status == KPI_OK)
        status = check_area(part, o, p, err);
    if (status == KPI_OK)
        status = book_cells_check(part, o, p, check_sheet, err);
    ingest_words_free(words);
    open_book_free(o);
    return status == KPI_OK && part->findings.failed ? kpi_fail_nomem(err)
                                                     : status;
}
