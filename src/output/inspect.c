#include "output/inspect.h"

#include <string.h>

#include "base/json_out.h"
#include "output/columns.h"
#include "xlsx/cellref.h"

/* What is counted over a sheet's cells. */
typedef struct sheet_facts {
    size_t cells, formulas, missing, merges, hidden_rows, hidden_columns;
} sheet_facts;

typedef struct inspection {
    const kpi_source *source;
    book *book;
    sheet_facts *facts;   /* one a sheet */
    dataset *data;
    ingest_report report;
    plan_language language;
} inspection;

static const char *const state_text[] = {
    [SHEET_VISIBLE] = "visible", [SHEET_HIDDEN] = "hidden",
    [SHEET_VERY_HIDDEN] = "veryHidden",
};

/* Why a column has its role, and why rows are no data, in words. */
typedef struct why_word {
    const char *id;
    const char *text[2]; /* by plan_language */
} why_word;

static const why_word why_words[] = {
    { "synonym", { "見出し語", "header word" } },
    { "contained", { "見出しに含まれる語", "a word in the header" } },
    { "plan", { "計画の指定", "the plan" } },
    { "position", { "位置", "its position" } },
    { "content", { "下のセルの内容", "the cells below" } },
    { "number", { "階層の番号", "the number of a level" } },
    { "title", { "表題・前書き", "title or preamble" } },
    { "note", { "注記", "note" } },
    { "subtotal", { "小計・合計", "subtotal" } },
    { "beside-the-table", { "表の外の書き込み", "beside the table" } },
    { "after-the-table", { "表の後の行", "behind the table" } },
    { "repeated-header", { "繰り返しの見出し", "header again" } },
    { "department-line", { "提出部局の行", "line of the department" } },
    { "form-words", { "様式の文言", "words of a form" } },
    { "list-in-form", { "様式の中の一覧", "a list inside a form" } },
    { "no-indicator", { "指標のない表", "table without an indicator" } },
};

static const char *why_text(const char *id, plan_language language)
{
    for (size_t i = 0; i < sizeof(why_words) / sizeof(*why_words); i++)
        if (strcmp(why_words[i].id, id) == 0)
            return why_words[i].text[language == LANGUAGE_JA ? 0 : 1];
    return id;
}

static bool on_cell(void *context, const cell *c)
{
    sheet_facts *f = context;

    f->cells += c->type != CELL_EMPTY ? 1 : 0;
    f->formulas += c->formula ? 1 : 0;
    f->missing += c->missing ? 1 : 0;
    return true;
}

static bool on_merge(void *context, const merge_range *range)
{
    (void)range;
    ((sheet_facts *)context)->merges++;
    return true;
}

static bool on_hidden_row(void *context, uint32_t row)
{
    (void)row;
    ((sheet_facts *)context)->hidden_rows++;
    return true;
}

static bool on_hidden_columns(void *context, uint32_t first, uint32_t last)
{
    ((sheet_facts *)context)->hidden_columns += last - first + 1;
    return true;
}

static kpi_status read_facts(inspection *in, arena *a, kpi_error *err)
{
    size_t count = book_sheet_count(in->book);
    kpi_status status = KPI_OK;

    in->facts = arena_array(a, count, sizeof(*in->facts));
    if (in->facts == NULL)
        return kpi_fail_nomem(err);
    for (size_t i = 0; status == KPI_OK && i < count; i++) {
        sheet_events events = { &in->facts[i], on_cell, on_merge,
                                on_hidden_row, on_hidden_columns };

        status = sheet_read(in->book, i, &events, err);
    }
    return status;
}

/* Of a turned table the headers stand below each other. */
static void header_ref(char ref[CELLREF_SIZE], const ingest_table *t,
                       const ingest_column *c)
{
    if (t->card)
        cellref_write(ref, c->row, c->col);
    else if (t->turned)
        cellref_write(ref, c->col, t->header_row);
    else
        cellref_write(ref, t->header_row, c->col);
}

/* ---- JSON ---- */

static void json_sheet(json_out *j, const inspection *in, size_t i)
{
    const sheet_info *info = book_sheet(in->book, i);
    const sheet_facts *f = &in->facts[i];

    json_open(j, '{');
    json_key_string(j, "name", info->name);
    json_key_string(j, "state", state_text[info->state]);
    json_key(j, "cells");
    json_size(j, f->cells);
    json_key(j, "merges");
    json_size(j, f->merges);
    json_key(j, "formulas");
    json_size(j, f->formulas);
    json_key(j, "formulas_without_value");
    json_size(j, f->missing);
    json_key(j, "hidden_rows");
    json_size(j, f->hidden_rows);
    json_key(j, "hidden_columns");
    json_size(j, f->hidden_columns);
    json_close(j, '}');
}

static void json_column(json_out *j, const ingest_table *t,
                        const ingest_column *c)
{
    char ref[CELLREF_SIZE];

    header_ref(ref, t, c);
    json_open(j, '{');
    json_key_string(j, "header_cell", ref);
    json_key_string(j, "role", c->role);
    json_key(j, "fiscal_year");
    json_year_or_null(j, c->fiscal_year);
    json_key_string(j, "header", c->header);
    json_key_string(j, "why", c->why);
    json_close(j, '}');
}

static void json_table(json_out *j, const ingest_table *t)
{
    char range[CELLREF_RANGE_SIZE];

    json_open(j, '{');
    json_key_string(j, "sheet", t->sheet);
    cellref_write_range(range, t->row, t->col, t->last_row, t->last_col);
    json_key_string(j, "range", range);
    json_key_string(j, "layout", t->layout);
    json_key(j, "turned");
    json_bool(j, t->turned);
    json_key(j, "card");
    json_bool(j, t->card);
    json_key(j, "header_rows");
    json_open(j, '[');
    json_int(j, (int64_t)t->header_row + 1);
    json_int(j, (int64_t)t->header_last_row + 1);
    json_close(j, ']');
    json_key(j, "confidence");
    json_int(j, t->confidence);
    json_key(j, "projects");
    json_size(j, t->projects);
    json_key(j, "kpis");
    json_size(j, t->kpis);
    json_key(j, "columns");
    json_open(j, '[');
    for (size_t i = 0; i < t->column_count; i++)
        json_column(j, t, &t->columns[i]);
    json_close(j, ']');
    json_close(j, '}');
}

static void json_ignored(json_out *j, const ingest_ignored *g)
{
    json_open(j, '{');
    json_key_string(j, "sheet", g->sheet);
    json_key(j, g->columns ? "columns" : "rows");
    json_open(j, '[');
    json_int(j, (int64_t)g->row + 1);
    json_int(j, (int64_t)g->last_row + 1);
    json_close(j, ']');
    json_key_string(j, "why", g->why);
    json_key_string(j, "text", g->text);
    json_close(j, '}');
}

static void put_json(buf *out, const inspection *in)
{
    const book_properties *props = book_props(in->book);
    json_out j;

    json_init(&j, out, 1);
    json_open(&j, '{');
    json_key_string(&j, "schema", "kpibook.inspect/1");
    json_key_string(&j, "file", in->source->name);
    json_key_string_or_null(&j, "application", props->application);
    json_key_string_or_null(&j, "modified", props->modified);
    json_key(&j, "date_system");
    json_int(&j, book_date1904(in->book) ? 1904 : 1900);
    json_key(&j, "macros");
    json_bool(&j, book_has_macros(in->book));
    json_key(&j, "sheets");
    json_open(&j, '[');
    for (size_t i = 0; i < book_sheet_count(in->book); i++)
        json_sheet(&j, in, i);
    json_close(&j, ']');
    json_key(&j, "tables");
    json_open(&j, '[');
    for (size_t i = 0; i < in->report.table_count; i++)
        json_table(&j, &in->report.tables[i]);
    json_close(&j, ']');
    json_key(&j, "ignored");
    json_open(&j, '[');
    for (size_t i = 0; i < in->report.ignored_count; i++)
        json_ignored(&j, &in->report.ignored[i]);
    json_close(&j, ']');
    json_close(&j, '}');
    buf_char(out, '\n');
}

/* ---- Text ---- */

static void text_sheet(buf *out, const inspection *in, size_t i)
{
    bool ja = in->language == LANGUAGE_JA;
    const sheet_info *info = book_sheet(in->book, i);
    const sheet_facts *f = &in->facts[i];

    buf_printf(out, ja ? "  シート %s: セル %zu、結合 %zu、数式 %zu"
                       : "  sheet %s: %zu cells, %zu merges, %zu formulas",
               info->name, f->cells, f->merges, f->formulas);
    if (f->missing > 0)
        buf_printf(out, ja ? "(値なし %zu)" : " (%zu without a value)",
                   f->missing);
    if (f->hidden_rows + f->hidden_columns > 0)
        buf_printf(out, ja ? "、非表示の行 %zu・列 %zu"
                           : ", %zu rows and %zu columns hidden",
                   f->hidden_rows, f->hidden_columns);
    if (info->state != SHEET_VISIBLE)
        buf_string(out, ja ? "、非表示シート" : ", hidden sheet");
    buf_char(out, '\n');
}

static void text_table(buf *out, const inspection *in, const ingest_table *t)
{
    bool ja = in->language == LANGUAGE_JA;
    char range[CELLREF_RANGE_SIZE], ref[CELLREF_SIZE];

    cellref_write_range(range, t->row, t->col, t->last_row, t->last_col);
    buf_printf(out, ja ? "  表 %s!%s: %s%s、見出し %u～%u行、事業 %zu、"
                         "KPI %zu、確からしさ %u\n"
                       : "  table %s!%s: %s%s, header rows %u-%u, %zu projects,"
                         " %zu KPIs, confidence %u\n",
               t->sheet, range, t->layout,
               t->card     ? (ja ? "（項目と値の並び）" : " (labels and values)")
               : t->turned ? (ja ? "（行と列が逆）" : " (rows and columns turned)")
                           : "",
               (unsigned)t->header_row + 1,
               (unsigned)t->header_last_row + 1, t->projects, t->kpis,
               t->confidence);
    for (size_t i = 0; i < t->column_count; i++) {
        const ingest_column *c = &t->columns[i];

        if (strcmp(c->role, "unknown") == 0 && i > 0 &&
            strcmp(c->header, c[-1].header) == 0)
            continue; /* the rest of a merged header */
        header_ref(ref, t, c);
        buf_printf(out, "    %-6s %s", ref, c->role);
        if (c->fiscal_year != 0)
            buf_printf(out, " %d", c->fiscal_year);
        buf_string(out, " ← ");
        columns_put_short(out, c->header, 48);
        if (c->why[0] != '\0' && strcmp(c->role, "unknown") != 0)
            buf_printf(out, ja ? "（%s）" : " (%s)",
                       why_text(c->why, in->language));
        buf_char(out, '\n');
    }
}

static void text_ignored(buf *out, const inspection *in,
                         const ingest_ignored *g)
{
    bool ja = in->language == LANGUAGE_JA;

    buf_printf(out, g->columns ? (ja ? "    %s %u～%u列（%s）: "
                                     : "    %s columns %u-%u (%s): ")
                    : ja       ? "    %s %u～%u行（%s）: "
                               : "    %s rows %u-%u (%s): ",
               g->sheet, (unsigned)g->row + 1, (unsigned)g->last_row + 1,
               why_text(g->why, in->language));
    columns_put_short(out, g->text, 60);
    buf_char(out, '\n');
}

static void put_text(buf *out, const inspection *in)
{
    bool ja = in->language == LANGUAGE_JA;
    const book_properties *props = book_props(in->book);

    buf_printf(out, "%s: %s%s%s\n", in->source->name,
               props->application[0] != '\0' ? props->application
               : ja ? "作成ソフト不明" : "unknown writer",
               book_date1904(in->book) ? (ja ? "、1904年基準" : ", 1904 dates")
                                       : "",
               book_has_macros(in->book) ? (ja ? "、マクロあり(無視)"
                                               : ", macros (ignored)") : "");
    for (size_t i = 0; i < book_sheet_count(in->book); i++)
        text_sheet(out, in, i);
    for (size_t i = 0; i < in->report.table_count; i++)
        text_table(out, in, &in->report.tables[i]);
    if (in->report.table_count == 0)
        buf_string(out, ja ? "  KPIの表は見つからない\n"
                           : "  no KPI table was found\n");
    if (in->report.ignored_count > 0)
        buf_string(out, ja ? "  データとみなさなかった行:\n"
                           : "  rows that are no data:\n");
    for (size_t i = 0; i < in->report.ignored_count; i++)
        text_ignored(out, in, &in->report.ignored[i]);
}

kpi_status inspect_put(buf *out, const kpi_source *input, const plan *p,
                       const kpi_limits *limits, plan_language language,
                       bool json, kpi_error *err)
{
    inspection in = { .source = input, .language = language };
    arena memory;
    kpi_status status;

    arena_init(&memory, 0);
    status = book_open(&in.book, input, limits, err);
    if (status == KPI_OK)
        status = read_facts(&in, &memory, err);
    if (status == KPI_OK)
        status = ingest_workbook(&in.data, &in.report, input, p, limits,
                                 err);
    if (status == KPI_OK && json)
        put_json(out, &in);
    else if (status == KPI_OK)
        put_text(out, &in);
    if (status == KPI_OK && !buf_ok(out))
        status = kpi_fail_nomem(err);
    dataset_free(in.data);
    book_free(in.book);
    arena_free(&memory);
    return status;
}
