/*
 * ingest.c - a workbook becomes records: the way from cells to a dataset
 */
#include "ingest/ingest.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "ingest/aim_labels.h"
#include "ingest/changed_columns.h"
#include "ingest/dated_lines.h"
#include "ingest/form_titles.h"
#include "ingest/front_names.h"
#include "ingest/goal_legend.h"
#include "ingest/grade_lines.h"
#include "ingest/grade_ticks.h"
#include "ingest/heading_passed_over.h"
#include "ingest/hidden_aside.h"
#include "ingest/join.h"
#include "ingest/join_codes.h"
#include "ingest/join_grades.h"
#include "ingest/join_sheets.h"
#include "ingest/kpi/kpi_way_note.h"
#include "ingest/kpi_cells.h"
#include "ingest/legend_aside.h"
#include "ingest/legend_cells.h"
#include "ingest/level_labels.h"
#include "ingest/level_paths.h"
#include "ingest/moved_cells.h"
#include "ingest/names_again.h"
#include "ingest/old_copies.h"
#include "ingest/passed_over.h"
#include "ingest/question_numbers.h"
#include "ingest/reader/join_shared.h"
#include "ingest/reader/kpi_letters.h"
#include "ingest/reader/name_number.h"
#include "ingest/reader/project_list.h"
#include "ingest/reader/sheet_years.h"
#include "ingest/reader/year_lines.h"
#include "ingest/sections_aside.h"
#include "ingest/sheet_cells.h"
#include "ingest/sheet_goals.h"
#include "ingest/source_hash.h"
#include "ingest/spaced_labels.h"
#include "ingest/submitter.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

/* The sheet that `annotate` adds: it lists findings, not data. */
static const char own_sheet[] = "指摘一覧";
/* 改訂履歴: what was changed in the workbook, and when. */
static bool is_history(const char *name)
{
    static const char *const ends[] = { "改訂履歴", "改定履歴", "更新履歴",
                                        "変更履歴", "改版履歴", "修正履歴" };

    return text_ends_in(text_of(name), ends, sizeof(ends) / sizeof(*ends));
}

enum { SHEET_NAME_BYTES = 45 };
enum { CONTEXT_ROWS = 40, CONTEXT_BYTES = 240 };

/* What the words of a KPI table are, for no-kpi-table. */
static const char looked_for[] = "事業名・KPI（指標）・基準値・目標値・実績";

static size_t source_add(dataset *d, const kpi_source *input)
{
    source *s = dataset_add_source(d);
    char hash[SOURCE_HASH_SIZE];

    if (s == NULL)
        return SIZE_MAX;
    source_hash(hash, input->bytes, input->size);
    s->file = arena_strdup(&d->memory, input->name);
    s->sha256 = arena_strdup(&d->memory, hash);
    return s->file != NULL && s->sha256 != NULL ? d->source_count - 1
                                                : SIZE_MAX;
}

/* A file that cannot be opened, or a sheet of it: one finding says why. */
static kpi_status unreadable(reader *r, const kpi_error *why, kpi_error *err)
{
    source *s = &r->data->sources[r->source];

    if (why->status == KPI_E_NOMEM ||
        finding_add_error(&r->data->findings, r->source, s->file, why) ==
            NULL)
        return kpi_fail_nomem(err);
    s->unreadable = true;
    return KPI_OK;
}

/* Texts that no cell of Excel holds are seen in part. */
static void note_long_texts(reader *r, const grid *g)
{
    for (size_t i = 0; i < g->count; i++)
        if (g->cells[i].value.length > VIEW_TEXT_MAX &&
            g->cells[i].type == CELL_STRING)
            reader_finding(r, "cell-text-cut", g->cells[i].row,
                           g->cells[i].col,
                           text_cut(g->cells[i].value, 0,
                                    utf8_floor(g->cells[i].value, 120)),
                           NULL, NULL, NULL);
}

/* A sheet H27年度, R4実績: its figures are that year's. */
static int year_of_sheet(const reader *r, const char *name)
{
    text t = text_of(name), rest;
    year_span span = { 0 };
    size_t start, end;

    if (t.length > SHEET_NAME_BYTES ||
        !fiscal_year_find(&span, &start, &end, t, r->context_year) ||
        span.to == 0 || span.from != 0 || span.open || span.until)
        return 0;
    rest = text_from(t, end);
    return start <= strlen("令和") && (rest.length == 0 ||
                                       text_find(rest, "目標", 0) == SIZE_MAX)
               ? span.to
               : 0;
}

/* KPI進捗_R2, else of the file: 交付金KPI_R2.xlsx. */
static int year_of_name(const reader *r, const char *sheet)
{
    int year = year_of_title(text_of(sheet), r->context_year);

    return year != 0 ? year
                     : year_of_title(
                           text_of(r->data->sources[r->source].file), 0);
}

/* 施策1-1, 数値目標 and 事業名　朝市 of forms; most sheets have none of them, and
 * lines as long as the one above are those of a table. */
static bool form_words_take(const grid **out, reader *r, arena *a,
                            const grid *g)
{
    enum { LONG_ROW = 8, SHORT_ROW = 3 };
    grid *made = NULL;
    bool aims = false;

    for (uint32_t row = 0, last = 0, cells; row < g->rows; row++) {
        const cell *c = g->cells + g->row_start[row],
                   *end = g->cells + g->row_start[row + 1];

        cells = (uint32_t)(end - c);
        if (cells > LONG_ROW && cells == last)
            continue;
        for (last = cells; c < end; c++) {
            if (c->type != CELL_STRING)
                continue;
            if ((cells <= SHORT_ROW ? spaced_labels_may(c)
                                    : spaced_labels_may_rate(c)) &&
                !spaced_labels_take(&made, r, a, g, (size_t)(c - g->cells)))
                return false;
            if ((unsigned char)c->value.bytes[0] < 0xE3)
                continue; /* as most */
            aims = aims || aim_labels_may(c);
            if (cells <= LONG_ROW && level_labels_may(c) &&
                !level_labels_take(&made, r, a, g, (size_t)(c - g->cells)))
                return false;
        }
    }
    *out = made != NULL ? made : g;
    return (made == NULL || grid_index(made, a)) &&
           (!aims || aim_labels_take(out, r, a, *out));
}

/* What is taken out of a sheet, or put in other cells, before its layout is
 * looked for. Each gives the sheet itself where there is nothing to do. */
typedef bool (*sheet_step)(const grid **out, reader *r, arena *a,
                           const grid *g);
static const sheet_step steps[] = {
    hidden_aside_take, question_numbers_take, legend_aside_take,
    grade_ticks_take, grade_lines_take,
    legend_cells_take, kpi_cells_take, front_names_take, names_again_take,
    changed_columns_take, dated_lines_take,
    year_lines_take, form_words_take, sections_aside_take, form_titles_take
};

static bool prepare_sheet(const grid **out, reader *r, arena *a,
                          const book *b, const grid *g)
{
    *out = g;
    for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
        const grid *next;

        if (!steps[i](&next, r, a, *out) ||
            (next != *out && !sheet_view_init(&r->view, a, b, next)))
            return false;
        *out = next;
    }
    return true;
}

static kpi_status read_sheet(reader *r, open_book *o, book *b, size_t index,
                             size_t *tables, near_miss *near, kpi_error *err)
{
    const sheet_info *info = book_sheet(b, index);
    size_t before = r->data->project_count;
    reader_state state = reader_state_of(r);
    const grid *cells;
    arena scratch;
    kpi_status status = open_book_grid(&cells, o, index, err);
    grid g;
    int year;

    if (status != KPI_OK)
        return status;
    arena_init(&scratch, 0);
    arena_borrow(&scratch, r->memory->spare);
    g = *cells;
    g.sheet = reader_text(r, text_of(info->name));
    if (!sheet_view_init(&r->view, &scratch, b, &g)) {
        status = kpi_fail_nomem(err);
        goto out;
    }
    note_long_texts(r, &g);
    kpi_way_begin(r, &g);
    r->grant_notes.of = NULL;
    old_copies_note(r);
    year = sheet_context_year(&r->view);
    if (year != 0)
        r->context_year = year;
    else if (r->context_year == 0)
        sheet_infer_era(r);
    r->stated_year = year_of_sheet(r, g.sheet);
    r->named_year = year_of_name(r, g.sheet);
    r->heading_year = r->titled_year = 0;
    r->has_form_theme = false;
    r->own_department = r->own_division = r->title_department = "";
    r->own_label = "";
    if (!prepare_sheet(&cells, r, &scratch, b, &g) ||
        !sheet_read_cells(r, &scratch, cells, b, tables, near) ||
        scratch.failed)
        status = kpi_fail_nomem(err);
    level_paths_split(r, before);
    moved_cells_back(r, &state);
    goal_legend_take(r, &g, before);
    if (status == KPI_OK) {
        kpi_way_settle(r, before);
        name_numbers_settle(r, before);
        kpi_letters_settle(r, before);
        passed_over_say(r, &scratch, &g, &state);
        heading_passed_over_say(r, &scratch, &g, &state);
    }
    if (status == KPI_OK && r->own_division[0] != '\0')
        submitter_own_division(r, before);
    if (status == KPI_OK)
        submitter_of_sheet(r, info->name, book_sheet_count(b) > 1, before);
    if (status == KPI_OK && info->state != SHEET_VISIBLE &&
        r->data->project_count > before)
        reader_finding(r, "hidden-data", 0, 0, text_of(g.sheet), "sheet",
                       NULL, NULL);
out:
    r->beside_count = 0;
    open_book_done(o, index);
    arena_free(&scratch);
    return status;
}

static void read_properties(reader *r, const book *b)
{
    const book_properties *p = book_props(b);
    source *s = &r->data->sources[r->source];

    s->modified = reader_text(r, text_of(p->modified));
    s->stamp = reader_text(r, text_of(p->custom_stamp));
}

/* All sheets, or those that are marked. */
static kpi_status read_sheets(reader *r, open_book *o, book *b,
                              const bool *marked, size_t *tables,
                              near_miss *near, kpi_error *why)
{
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < book_sheet_count(b) && status == KPI_OK; i++) {
        const sheet_info *info = book_sheet(b, i);

        if (!info->missing && strcmp(info->name, own_sheet) != 0 &&
            !(book_sheet_count(b) > 1 && is_history(info->name)) &&
            (marked == NULL || marked[i]))
            status = read_sheet(r, o, b, i, tables, near, why);
    }
    return status;
}

/* All again, the sheets with lists of projects in front of those with the
 * indicators that name them. */
static kpi_status read_lists_first(reader *r, open_book *o, book *b,
                                   size_t *tables, near_miss *near,
                                   kpi_error *why)
{
    static const reader_state nothing = { 0 };
    size_t count = book_sheet_count(b);
    bool *lists = arena_array(r->memory, count, sizeof(*lists));
    kpi_status status;

    if (lists == NULL)
        return kpi_fail_nomem(why);
    for (size_t n = 0; n < r->listed_count; n++)
        for (size_t i = 0; i < count; i++)
            if (strcmp(r->data->projects[r->listed[n].index].where.sheet,
                       book_sheet(b, i)->name) == 0)
                lists[i] = true;
    reader_go_back(r, &nothing);
    r->old_count = 0;
    r->sheet_department = r->cover_department = r->cover_division = "";
    *tables = 0;
    status = read_sheets(r, o, b, lists, tables, near, why);
    for (size_t i = 0; i < count; i++)
        lists[i] = !lists[i];
    return status == KPI_OK ? read_sheets(r, o, b, lists, tables, near, why)
                            : status;
}

/* (1)介護予防, 施策1-1　雇用: measures apart from their numbers, which sheets and
 * their tables may have been told apart by. One without may have it from a
 * column beside it. */
static void part_measure_numbers(reader *r)
{
    const char *last = "", *plain = "", *own = "";

    for (size_t i = 0; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];

        if (p->measure != last) {
            text no, title;

            last = p->measure;
            heading_measure_number(text_of(last), &no, &title);
            own = reader_text(r, no);
            plain = no.length == 0 ? last : reader_text(r, title);
        }
        p->measure = plain;
        if (own[0] != '\0')
            p->measure_no = own;
    }
}

static kpi_status read_book(reader *r, open_book *o, kpi_error *err)
{
    kpi_error why = { KPI_OK, "", "", "", 0, 0 };
    near_miss near = { "", 0 };
    size_t tables = 0;
    book *b = NULL;
    kpi_status status = open_book_get(&b, o, &why);

    if (status != KPI_OK) {
        why.status = status;
        return unreadable(r, &why, err);
    }
    read_properties(r, b);
    status = read_sheets(r, o, b, NULL, &tables, &near, &why);
    if (status == KPI_OK && project_list_is_late(r))
        status = read_lists_first(r, o, b, &tables, &near, &why);
    if (status != KPI_OK) {
        why.status = status;
        /* what was read of a broken file counts for nothing */
        r->data->project_count = 0;
        r->data->findings.count = 0;
        return unreadable(r, &why, err);
    }
    project_list_end(r);
    old_copies_leave_out(r);
    join_codes(r);
    sheet_goals_take(r);
    join_shared(r);
    join_sheets(r);
    join_projects(r);
    join_drop_dashes(r);
    part_measure_numbers(r);
    for (size_t i = 0; i < r->missed_count && r->data->project_count > 0; i++)
        if (finding_add(&r->data->findings,
                        r->missed[i].sheet ? "sheet-not-read"
                                           : "table-not-read",
                        r->source, r->missed[i].where, r->missed[i].words,
                        r->missed[i].lacks, (const char *)NULL) == NULL)
            r->failed = true;
    if (r->data->project_count == 0 &&
        reader_file_finding(r, "no-kpi-table", near.text, looked_for,
                            near.text) == NULL)
        r->failed = true;
    submitter_of_file(r);
    return KPI_OK;
}

/* Records took more than the limit, or memory ran out: the first is a
 * finding of the file, in a dataset of its own. */
static kpi_status too_much(reader *r, const kpi_source *input,
                           const kpi_limits *limits, kpi_error *err)
{
    kpi_error why = { KPI_OK, "", "", "", 0, 0 };
    size_t limit = r->data->memory.limit, used = r->data->memory.used;
    dataset *d;

    if (limit == 0 || used < limit - limit / 8)
        return kpi_fail_nomem(err);
    why.status = limits_fail(&why, "", "what is read from the workbook takes "
                                       "more memory",
                             "memory-bytes", limits->memory_bytes);
    d = dataset_new(0);
    if (d == NULL)
        return kpi_fail_nomem(err);
    dataset_free(r->data);
    *r = (reader){ .data = d, .memory = &d->memory, .plan = r->plan,
                   .sheet_department = "",
                 .heading_department = "", .heading_project = "",
                 .heading_grade = "", .group_grade = "",
                 .group_status = "", .heading_summary = "",
                 .heading_period = "",
                 .own_department = "", .own_division = "", .own_label = "",
                 .title_department = "", .cover_department = "",
                 .cover_division = "",
                 .turned_title = "" };
    r->source = source_add(d, input);
    if (r->source == SIZE_MAX)
        return kpi_fail_nomem(err);
    return unreadable(r, &why, err);
}

struct ingest_words {
    arena memory;
    const plan *plan;
    header_roles *roles; /* in `memory`; NULL when it must be made */
    arena *spare;        /* for datasets, or NULL */
};

ingest_words *ingest_words_new(const plan *p)
{
    ingest_words *words = calloc(1, sizeof(*words));

    if (words != NULL) {
        arena_init(&words->memory, 0);
        words->plan = p;
    }
    return words;
}

void ingest_words_free(ingest_words *words)
{
    if (words != NULL)
        arena_free(&words->memory);
    free(words);
}

void ingest_words_lend(ingest_words *words, arena *spare)
{
    words->spare = spare;
}

/* Before a file: nobody holds on to a word any more. */
static header_roles *roles_of(ingest_words *words)
{
    if (words->memory.used > INGEST_WORDS_BYTES || words->memory.failed) {
        arena_free(&words->memory);
        words->roles = NULL;
    }
    if (words->roles == NULL)
        words->roles = header_roles_new(&words->memory, words->plan);
    return words->roles;
}

kpi_status ingest_book(dataset **out, ingest_report *report, open_book *o,
                       ingest_words *words, const kpi_limits *limits,
                       kpi_error *err)
{
    const kpi_source *input = open_book_source(o);
    const plan *p = words->plan;
    kpi_limits complete;
    kpi_status status = KPI_OK;
    reader r = { .plan = p, .sheet_department = "",
                 .heading_department = "", .heading_project = "",
                 .heading_grade = "", .group_grade = "",
                 .group_status = "", .heading_summary = "",
                 .heading_period = "",
                 .own_department = "", .own_division = "", .own_label = "",
                 .title_department = "", .cover_department = "",
                 .cover_division = "",
                 .turned_title = "" };

    *out = NULL;
    limits_complete(&complete, limits);
    r.data = dataset_new((size_t)complete.memory_bytes);
    if (r.data == NULL)
        return kpi_fail_nomem(err);
    r.memory = &r.data->memory;
    arena_borrow(r.memory, words->spare);
    r.source = source_add(r.data, input);
    r.roles = roles_of(words);
    r.context_year = p->reported_year != 0 ? p->reported_year : p->from;
    headings_init(&r.headings);
    if (r.source == SIZE_MAX || r.roles == NULL)
        status = kpi_fail_nomem(err);
    if (status == KPI_OK)
        status = read_book(&r, o, err);
    if (status == KPI_OK && (r.failed || r.data->findings.failed ||
                             words->memory.failed || r.memory->failed))
        status = too_much(&r, input, &complete, err);
    if (status != KPI_OK) {
        dataset_free(r.data);
        return status;
    }
    finding_sort(&r.data->findings, NULL, 0);
    if (report != NULL)
        *report = (ingest_report){ r.tables, r.table_count, r.ignored,
                                   r.ignored_count };
    *out = r.data;
    return KPI_OK;
}

kpi_status ingest_workbook(dataset **out, ingest_report *report,
                           const kpi_source *input, const plan *p,
                           const kpi_limits *limits, kpi_error *err)
{
    open_book *o = open_book_new(input, limits);
    ingest_words *words = ingest_words_new(p);
    kpi_status status;

    *out = NULL;
    status = o == NULL || words == NULL
                 ? kpi_fail_nomem(err)
                 : ingest_book(out, report, o, words, limits, err);
    ingest_words_free(words);
    open_book_free(o);
    return status;
}
