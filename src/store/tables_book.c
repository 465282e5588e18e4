/*
 * tables_book.c - the tables for publication read back
 *
 * They are joined to what csv_columns.h describes, one row a KPI and year,
 * and read as that.
 */
#include "store/tables_book.h"

#include <string.h>

#include "kpi/words.h"
#include "store/csv_text.h"
#include "store/store.h"
#include "xlsx/grid.h"

typedef enum table_id { TABLE_PROJECTS, TABLE_KPIS, TABLE_ACTUALS,
                        TABLES } table_id;

static const char *const sheet_names[TABLES][2] = {
    [TABLE_PROJECTS] = { "事業", "projects" },
    [TABLE_KPIS] = { "KPI", "kpis" },
    [TABLE_ACTUALS] = { "実績", "actuals" },
};

/* How a value becomes what the CSV form holds. */
typedef enum value_form {
    VALUE_TEXT, VALUE_FIGURE,
    VALUE_TRUE,  /* "true" where it is the word, else "false" */
    VALUE_LIST,  /* joined by 、 */
    VALUE_KIND, VALUE_DIRECTION, VALUE_STATE
} value_form;

static const struct column {
    const char *csv;
    table_id table;
    const char *ja, *en;
    value_form form;
    const char *words[2]; /* VALUE_TRUE */
} columns[] = {
    { "reported_year", TABLE_PROJECTS, "年度（西暦）", "Fiscal year",
      VALUE_FIGURE, { NULL, NULL } },
    { "municipality", TABLE_PROJECTS, "団体名", "Municipality", VALUE_TEXT,
      { NULL, NULL } },
    { "project_index", TABLE_PROJECTS, "事業番号", "Project id",
      VALUE_FIGURE, { NULL, NULL } },
    { "goal_no", TABLE_PROJECTS, "基本目標番号", "Goal no.", VALUE_FIGURE,
      { NULL, NULL } },
    { "goal", TABLE_PROJECTS, "基本目標", "Goal", VALUE_TEXT,
      { NULL, NULL } },
    { "theme_no", TABLE_PROJECTS, "テーマ番号", "Theme no.", VALUE_FIGURE,
      { NULL, NULL } },
    { "theme", TABLE_PROJECTS, "テーマ", "Theme", VALUE_TEXT,
      { NULL, NULL } },
    { "part_no", TABLE_PROJECTS, "区分番号", "Part no.", VALUE_FIGURE,
      { NULL, NULL } },
    { "part", TABLE_PROJECTS, "区分", "Part", VALUE_TEXT, { NULL, NULL } },
    { "measure_no", TABLE_PROJECTS, "施策の印字番号", "Printed measure no.",
      VALUE_TEXT, { NULL, NULL } },
    { "measure", TABLE_PROJECTS, "施策", "Measure", VALUE_TEXT,
      { NULL, NULL } },
    { "project_no", TABLE_PROJECTS, "事業の印字番号", "Printed no.",
      VALUE_TEXT, { NULL, NULL } },
    { "project", TABLE_PROJECTS, "事業名", "Project", VALUE_TEXT,
      { NULL, NULL } },
    { "bureau", TABLE_PROJECTS, "局", "Bureau", VALUE_TEXT, { NULL, NULL } },
    { "division", TABLE_PROJECTS, "課", "Division", VALUE_TEXT,
      { NULL, NULL } },
    { "grants", TABLE_PROJECTS, "交付金", "Grants", VALUE_LIST,
      { NULL, NULL } },
    { "summary", TABLE_PROJECTS, "概要", "Outline", VALUE_TEXT,
      { NULL, NULL } },
    { "relisted", TABLE_PROJECTS, "再掲", "Relisted", VALUE_TRUE,
      { "再掲", "yes" } },
    { "declared_grade", TABLE_PROJECTS, "申告判定", "Declared grade",
      VALUE_TEXT, { NULL, NULL } },
    { "declared_status", TABLE_PROJECTS, "申告区分", "Declared status",
      VALUE_TEXT, { NULL, NULL } },
    { "kpi_index", TABLE_KPIS, "KPI番号", "KPI id", VALUE_FIGURE,
      { NULL, NULL } },
    { "kpi", TABLE_KPIS, "KPI名", "KPI", VALUE_TEXT, { NULL, NULL } },
    { "unit", TABLE_KPIS, "単位", "Unit", VALUE_TEXT, { NULL, NULL } },
    { "kind", TABLE_KPIS, "申告種別", "Declared kind", VALUE_KIND,
      { NULL, NULL } },
    { "direction", TABLE_KPIS, "申告向き", "Declared direction",
      VALUE_DIRECTION, { NULL, NULL } },
    { "baseline_year", TABLE_KPIS, "基準年度（西暦）", "Baseline year",
      VALUE_FIGURE, { NULL, NULL } },
    { "baseline", TABLE_KPIS, "基準値", "Baseline", VALUE_FIGURE,
      { NULL, NULL } },
    { "baseline_unit", TABLE_KPIS, "基準値の単位", "Baseline unit",
      VALUE_TEXT, { NULL, NULL } },
    { "baseline_text", TABLE_KPIS, "基準値の原文", "Baseline as typed",
      VALUE_TEXT, { NULL, NULL } },
    { "target", TABLE_KPIS, "目標値", "Target", VALUE_FIGURE,
      { NULL, NULL } },
    { "target_unit", TABLE_KPIS, "目標値の単位", "Target unit", VALUE_TEXT,
      { NULL, NULL } },
    { "target_from", TABLE_KPIS, "目標始期（西暦）", "Target from",
      VALUE_FIGURE, { NULL, NULL } },
    { "target_to", TABLE_KPIS, "目標年度（西暦）", "Target year",
      VALUE_FIGURE, { NULL, NULL } },
    { "target_per_year", TABLE_KPIS, "目標の区分", "Target of", VALUE_TRUE,
      { "毎年", "each year" } },
    { "target_cumulative", TABLE_KPIS, "目標の集計", "Target sum or year",
      VALUE_TRUE, { "累計", "total" } },
    { "target_qualifier", TABLE_KPIS, "目標の限定", "Target qualifier",
      VALUE_TEXT, { NULL, NULL } },
    { "target_state", TABLE_KPIS, "目標の状態", "Target state", VALUE_STATE,
      { NULL, NULL } },
    { "target_text", TABLE_KPIS, "目標の原文", "Target as typed", VALUE_TEXT,
      { NULL, NULL } },
    { "fiscal_year", TABLE_ACTUALS, "実績年度（西暦）", "Year",
      VALUE_FIGURE, { NULL, NULL } },
    { "planned", TABLE_ACTUALS, "年次計画値", "Planned", VALUE_FIGURE,
      { NULL, NULL } },
    { "actual", TABLE_ACTUALS, "実績値", "Actual", VALUE_FIGURE,
      { NULL, NULL } },
    { "actual_unit", TABLE_ACTUALS, "単位", "Unit", VALUE_TEXT,
      { NULL, NULL } },
    { "actual_cumulative", TABLE_ACTUALS, "集計", "Sum or year", VALUE_TRUE,
      { "累計", "total" } },
    { "state", TABLE_ACTUALS, "状態", "State", VALUE_STATE,
      { NULL, NULL } },
    { "actual_text", TABLE_ACTUALS, "実績の原文", "Actual as typed",
      VALUE_TEXT, { NULL, NULL } },
};

enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

typedef struct tables {
    arena memory;
    grid grid[TABLES];
    uint32_t place[COLUMNS]; /* of each column, UINT32_MAX for none */
    plan_language language;
    buf csv;
} tables;

static text at(const tables *t, table_id table, uint32_t row, uint32_t col)
{
    const cell *c = col == UINT32_MAX ? NULL
                                      : grid_cell(&t->grid[table], row, col);

    return c != NULL ? c->value : text_of("");
}

/* ---- Recognising ------------------------------------------------------ */

static bool find_columns(tables *t)
{
    for (size_t i = 0; i < COLUMNS; i++) {
        const char *name = t->language == LANGUAGE_EN ? columns[i].en
                                                      : columns[i].ja;
        const grid *g = &t->grid[columns[i].table];

        t->place[i] = UINT32_MAX;
        for (uint32_t c = 0; c < g->cols && t->place[i] == UINT32_MAX; c++)
            if (text_is(at(t, columns[i].table, 0, c), name))
                t->place[i] = c;
    }
    for (size_t i = 0; i < COLUMNS; i++)
        if (t->place[i] == UINT32_MAX &&
            (strstr(columns[i].csv, "_index") != NULL ||
             strcmp(columns[i].csv, "project") == 0 ||
             strcmp(columns[i].csv, "kpi") == 0))
            return false;
    return true;
}

static kpi_status read_sheets(tables *t, book *b, bool *found,
                              kpi_error *err)
{
    for (int i = 0; i < TABLES; i++) {
        const char *name = sheet_names[i][t->language];
        size_t sheet = 0;
        kpi_status status;

        while (sheet < book_sheet_count(b) &&
               strcmp(book_sheet(b, sheet)->name, name) != 0)
            sheet++;
        if (sheet == book_sheet_count(b))
            return KPI_OK;
        status = grid_read(&t->grid[i], &t->memory, b, sheet, err);
        if (status != KPI_OK)
            return status;
    }
    *found = find_columns(t);
    return KPI_OK;
}

/* ---- Values ------------------------------------------------------------ */

static const char *word_at(value_form form, size_t i, plan_language language,
                           const char **id)
{
    if (form == VALUE_KIND && i < KIND_COUNT) {
        *id = kpi_kind_id((kpi_kind)i);
        return kpi_kind_word((kpi_kind)i, language);
    }
    if (form == VALUE_DIRECTION && i < DIRECTION_COUNT) {
        *id = kpi_direction_id((kpi_direction)i);
        return kpi_direction_word((kpi_direction)i, language);
    }
    if (form == VALUE_STATE && i < STATE_COUNT) {
        *id = figure_state_id((figure_state)i);
        return figure_state_word((figure_state)i, language);
    }
    return NULL;
}

static const char *id_of(value_form form, text word, plan_language language)
{
    const char *id = "", *candidate;

    for (size_t i = 0; (candidate = word_at(form, i, language, &id)) != NULL;
         i++)
        if (text_is(word, candidate))
            return id != NULL ? id : "";
    return "";
}

static void put_list(buf *out, text list)
{
    static const char mark[] = "、";
    buf joined;
    bool first = true;

    buf_init(&joined);
    while (list.length > 0) {
        size_t end = text_find(list, mark, 0);

        csv_join(&joined, first,
                 text_cut(list, 0, end == SIZE_MAX ? list.length : end));
        first = false;
        list = end == SIZE_MAX ? text_of("")
                               : text_from(list, end + sizeof(mark) - 1);
    }
    csv_put(out, buf_slice(&joined), true);
    buf_free(&joined);
}

/* 0.1 is stored as 0.10000000000000001. */
static void put_figure(tables *t, text value)
{
    number x;
    buf b;

    buf_init(&b);
    if (value.length > 0 && number_from_cell(&t->memory, &x, value))
        number_put(&b, x, 15);
    else
        buf_text(&b, value);
    csv_put(&t->csv, buf_slice(&b), false);
    buf_free(&b);
}

static void put_value(tables *t, size_t column, text value)
{
    const struct column *c = &columns[column];

    switch (c->form) {
    case VALUE_TEXT: csv_put(&t->csv, value, true); break;
    case VALUE_FIGURE: put_figure(t, value); break;
    case VALUE_TRUE:
        buf_string(&t->csv, text_is(value, c->words[t->language]) ? "true"
                                                                  : "false");
        break;
    case VALUE_LIST: put_list(&t->csv, value); break;
    case VALUE_KIND: case VALUE_DIRECTION: case VALUE_STATE:
        buf_string(&t->csv, id_of(c->form, value, t->language));
        break;
    }
}

/* ---- Joining ------------------------------------------------------------ */

/* Row numbers, 0 for none: the header is row 0. */
static void put_row(tables *t, const uint32_t rows[TABLES])
{
    for (size_t i = 0; i < COLUMNS; i++) {
        uint32_t row = rows[columns[i].table];

        if (i > 0)
            buf_char(&t->csv, ',');
        if (row > 0)
            put_value(t, i, at(t, columns[i].table, row, t->place[i]));
    }
    buf_string(&t->csv, "\r\n");
}

static uint32_t place_of(const tables *t, table_id table, const char *ja,
                         const char *en)
{
    const grid *g = &t->grid[table];

    for (uint32_t c = 0; c < g->cols; c++)
        if (text_is(at(t, table, 0, c),
                    t->language == LANGUAGE_EN ? en : ja))
            return c;
    return UINT32_MAX;
}

/*
 * Rows of the three tables follow each other in one order, by their ids: the
 * KPIs of a project, the actuals of a KPI. The table that does not (it was
 * sorted otherwise), or TABLES.
 */
static table_id join(tables *t)
{
    uint32_t project_id = place_of(t, TABLE_PROJECTS, "事業番号",
                                   "Project id");
    uint32_t of_project = place_of(t, TABLE_KPIS, "事業番号", "Project id");
    uint32_t kpi_id = place_of(t, TABLE_KPIS, "KPI番号", "KPI id");
    uint32_t of_kpi = place_of(t, TABLE_ACTUALS, "KPI番号", "KPI id");
    uint32_t k = 1, a = 1;

    for (size_t i = 0; i < COLUMNS; i++)
        buf_printf(&t->csv, "%s%s", i > 0 ? "," : "", columns[i].csv);
    buf_string(&t->csv, "\r\n");
    for (uint32_t p = 1; p < t->grid[TABLE_PROJECTS].rows; p++) {
        text key = at(t, TABLE_PROJECTS, p, project_id);
        bool any = false;

        for (; k < t->grid[TABLE_KPIS].rows &&
               text_equal(at(t, TABLE_KPIS, k, of_project), key); k++) {
            text kpi_key = at(t, TABLE_KPIS, k, kpi_id);
            uint32_t first = a;

            for (; a < t->grid[TABLE_ACTUALS].rows &&
                   text_equal(at(t, TABLE_ACTUALS, a, of_kpi), kpi_key); a++)
                put_row(t, (uint32_t[]){ p, k, a });
            if (a == first)
                put_row(t, (uint32_t[]){ p, k, 0 });
            any = true;
        }
        if (!any)
            put_row(t, (uint32_t[]){ p, 0, 0 });
    }
    return k < t->grid[TABLE_KPIS].rows        ? TABLE_KPIS
           : a < t->grid[TABLE_ACTUALS].rows ? TABLE_ACTUALS : TABLES;
}

/* What the CSV form has no column for. */
static bool add_purposes(const tables *t, dataset *d)
{
    uint32_t col = place_of(t, TABLE_PROJECTS, "目的", "Purpose");
    bool ok = true;

    for (size_t i = 0; i < d->project_count && ok; i++) {
        text purpose = at(t, TABLE_PROJECTS, (uint32_t)i + 1, col);

        if (purpose.length > 0) {
            d->projects[i].purpose = arena_strndup(&d->memory, purpose.bytes,
                                                   purpose.length);
            ok = d->projects[i].purpose != NULL;
        }
    }
    return ok;
}

kpi_status store_read_tables(dataset **out, book *b, const char *name,
                             kpi_error *err)
{
    kpi_status status = KPI_OK;
    bool found = false;
    tables t;

    *out = NULL;
    for (int l = LANGUAGE_JA; l <= LANGUAGE_EN && !found &&
                              status == KPI_OK; l++) {
        if (!book_has_sheet(b, sheet_names[TABLE_PROJECTS][l]) ||
            !book_has_sheet(b, sheet_names[TABLE_ACTUALS][l]))
            continue;
        memset(&t, 0, sizeof(t));
        t.language = (plan_language)l;
        arena_init(&t.memory, 0);
        buf_init(&t.csv);
        status = read_sheets(&t, b, &found, err);
        if (status == KPI_OK && found) {
            table_id sorted = join(&t);

            status = sorted != TABLES
                ? kpi_fail(err, KPI_E_INPUT, "file-damaged", name,
                           "%s: the rows are not in the order of their ids",
                           sheet_names[sorted][l])
                : buf_ok(&t.csv)
                ? store_read_csv(out, &(kpi_source){ name, buf_cstr(&t.csv),
                                                     t.csv.length }, err)
                : kpi_fail_nomem(err);
            if (status == KPI_OK && !add_purposes(&t, *out)) {
                dataset_free(*out);
                *out = NULL;
                status = kpi_fail_nomem(err);
            }
        }
        buf_free(&t.csv);
        arena_free(&t.memory);
    }
    return status;
}
