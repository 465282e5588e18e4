/*
 * csv_read.c - rows become records again
 *
 * Columns are found by name, in any order; unknown ones are passed over.
 * Rows of one project_index follow each other, so do those of one kpi_index
 * in it; a new number, or a new file, begins the next.
 */
#include <string.h>

#include "store/csv_columns.h"
#include "store/csv_text.h"
#include "store/store.h"

enum { NO_COLUMN = -1, MOST_COLUMNS = 256 };

typedef struct grow {
    void *items;
    size_t count, capacity;
} grow;

typedef struct csv_reader {
    dataset *d;
    arena scratch;          /* of one line */
    int column[MOST_COLUMNS]; /* of each value of a line, or NO_COLUMN */
    size_t width;
    text project_key, kpi_key; /* of the line before */
    grow kpis, actuals, planned; /* of the last project, of the last KPI */
    text *values;
    size_t count;
    unsigned line;
    const char *file;
    kpi_error *err;
} csv_reader;

static kpi_status fail(csv_reader *r, const char *column, const char *what)
{
    kpi_status status = kpi_fail(r->err, KPI_E_INPUT, "file-damaged", r->file,
                                 "%s%s%s", column, column[0] ? ": " : "",
                                 what);

    if (r->err != NULL)
        r->err->line = r->line;
    return status;
}

static int column_named(text name)
{
    for (size_t i = 0; i < csv_column_count; i++)
        if (text_is(name, csv_columns[i].name))
            return (int)i;
    return NO_COLUMN;
}

static kpi_status read_header(csv_reader *r)
{
    static const char *const needed[] = { "project", "kpi", "project_index",
                                          "kpi_index" };
    bool found[sizeof(needed) / sizeof(*needed)] = { false };

    if (r->count > MOST_COLUMNS)
        return fail(r, "", "too many columns");
    r->width = r->count;
    for (size_t i = 0; i < r->count; i++) {
        r->column[i] = column_named(text_trim(r->values[i]));
        for (size_t k = 0; k < sizeof(needed) / sizeof(*needed); k++)
            found[k] = found[k] || text_is(text_trim(r->values[i]),
                                           needed[k]);
    }
    for (size_t k = 0; k < sizeof(needed) / sizeof(*needed); k++)
        if (!found[k])
            return fail(r, needed[k], "the header has no such column");
    return KPI_OK;
}

/* The value of the line in a column, "" when there is none. */
static text value_of(const csv_reader *r, const char *name)
{
    for (size_t i = 0; i < r->count && i < r->width; i++)
        if (r->column[i] != NO_COLUMN &&
            strcmp(csv_columns[r->column[i]].name, name) == 0)
            return r->values[i];
    return text_of("");
}

static kpi_status set_value(csv_reader *r, const csv_column *c, text value,
                            void *item)
{
    const record *of = csv_level_record(c->level);
    const field *f = record_find(of, c->path, NULL);
    bool nomem = false, set;

    if (f->type == FIELD_STRINGS) {
        const char **texts;
        size_t count;

        value = csv_restore(value);
        set = csv_split(&r->d->memory, &texts, &count, value);
        if (!set)
            return kpi_fail_nomem(r->err);
        memcpy((char *)item + f->offset, &texts, sizeof(texts));
        memcpy((char *)item + f->count, &count, sizeof(count));
        return KPI_OK;
    }
    if (!record_is_bare(f->type))
        value = csv_restore(value);
    set = record_set_path(r->d, of, c->path, item,
                          value.length > 0 ? &value : NULL, &nomem);
    if (nomem)
        return kpi_fail_nomem(r->err);
    return set ? KPI_OK : fail(r, c->name, "the value is not understood");
}

/* All values of one level. An empty value sets nothing but a file or state. */
static kpi_status set_level(csv_reader *r, csv_level level, void *item)
{
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < r->count && i < r->width && status == KPI_OK;
         i++) {
        const csv_column *c;

        if (r->column[i] == NO_COLUMN)
            continue;
        c = &csv_columns[r->column[i]];
        if (c->level != level || c->path == NULL)
            continue;
        if (r->values[i].length > 0 || strcmp(c->name, "target_state") == 0 ||
            strcmp(c->name, "state") == 0 || strcmp(c->name, "file") == 0)
            status = set_value(r, c, r->values[i], item);
    }
    return status;
}

static void *push(csv_reader *r, grow *list, const record *of)
{
    void *item = arena_push(&r->d->memory, &list->items, &list->count,
                            &list->capacity, of->size);

    if (item != NULL)
        record_init(of, item);
    return item;
}

/* Texts of a line live as long as the line: keys are kept in the dataset. */
static bool keep(csv_reader *r, text *key, text value)
{
    char *copy = arena_strndup(&r->d->memory, value.bytes, value.length);

    *key = text_slice(copy != NULL ? copy : "", value.length);
    return copy != NULL;
}

static kpi_status start_project(csv_reader *r)
{
    project *p = dataset_add_project(r->d);
    size_t sources = r->d->source_count;
    kpi_status status;

    if (p == NULL || !keep(r, &r->project_key, value_of(r, "project_index")))
        return kpi_fail_nomem(r->err);
    r->kpis = (grow){ NULL, 0, 0 };
    status = set_level(r, LEVEL_PROJECT, p);
    if (status == KPI_OK && r->d->source_count > sources)
        status = set_level(r, LEVEL_SOURCE, &r->d->sources[sources]);
    return status;
}

static kpi_status start_kpi(csv_reader *r, project *p)
{
    kpi *k = push(r, &r->kpis, &record_kpi);

    if (k == NULL || !keep(r, &r->kpi_key, value_of(r, "kpi_index")))
        return kpi_fail_nomem(r->err);
    p->kpis = r->kpis.items;
    p->kpi_count = r->kpis.count;
    r->actuals = r->planned = (grow){ NULL, 0, 0 };
    k->where.sheet = p->where.sheet;
    return set_level(r, LEVEL_KPI, k);
}

static kpi_status add_year(csv_reader *r, kpi *k)
{
    text plan_value = value_of(r, "planned");
    kpi_status status = KPI_OK;
    actual year;

    memset(&year, 0, sizeof(year));
    record_init(&record_actual, &year);
    year.where.sheet = k->where.sheet;
    status = set_level(r, LEVEL_ACTUAL, &year);
    if (status == KPI_OK && plan_value.length > 0) {
        planned *p = push(r, &r->planned, &record_planned);

        if (p == NULL)
            return kpi_fail_nomem(r->err);
        p->fiscal_year = year.fiscal_year;
        k->planned = r->planned.items;
        k->planned_count = r->planned.count;
        status = set_level(r, LEVEL_PLANNED, p);
    }
    if (status == KPI_OK && value_of(r, "state").length > 0) {
        actual *a = push(r, &r->actuals, &record_actual);

        if (a == NULL)
            return kpi_fail_nomem(r->err);
        *a = year;
        k->actuals = r->actuals.items;
        k->actual_count = r->actuals.count;
    }
    return status;
}

static kpi_status read_row(csv_reader *r)
{
    text project_key = value_of(r, "project_index");
    text kpi_key = value_of(r, "kpi_index");
    kpi_status status = KPI_OK;
    bool fresh = r->d->project_count == 0 ||
                 !text_equal(project_key, r->project_key);
    project *p;

    if (r->d->project_count == 0)
        status = set_level(r, LEVEL_DATASET, r->d);
    if (status == KPI_OK && fresh)
        status = start_project(r);
    if (status != KPI_OK || kpi_key.length == 0)
        return status;
    p = &r->d->projects[r->d->project_count - 1];
    if (p->kpi_count == 0 || !text_equal(kpi_key, r->kpi_key))
        status = start_kpi(r, p);
    if (status == KPI_OK && value_of(r, "fiscal_year").length > 0)
        status = add_year(r, &p->kpis[p->kpi_count - 1]);
    return status;
}

static kpi_status read_rows(csv_reader *r, text all)
{
    kpi_status status = KPI_OK;
    bool header = true, nomem = false;
    size_t at = 0;

    r->line = 1;
    while (status == KPI_OK) {
        arena_free(&r->scratch);
        arena_init(&r->scratch, 0);
        if (!csv_next(&r->scratch, &r->values, &r->count, all, &at, &r->line,
                      &nomem))
            return nomem ? kpi_fail_nomem(r->err)
                         : fail(r, "", "a quotation mark is missing or too "
                                       "many");
        if (r->count == 0)
            break;
        status = header ? read_header(r) : read_row(r);
        header = false;
    }
    return status == KPI_OK && header ? fail(r, "", "no header") : status;
}

kpi_status store_read_csv(dataset **out, const kpi_source *in, kpi_error *err)
{
    text all = text_slice(in->size > 0 ? in->bytes : "", in->size);
    csv_reader r = { .file = in->name, .err = err };
    kpi_status status = KPI_OK;
    buf utf8;

    *out = NULL;
    buf_init(&utf8);
    arena_init(&r.scratch, 0);
    if (text_starts(all, "\xEF\xBB\xBF")) {
        all = text_from(all, 3);
    } else if (!utf8_valid(all)) {
        if (csv_decode(&utf8, all))
            all = buf_slice(&utf8);
        else
            status = fail(&r, "", "neither UTF-8 nor cp932 (Shift_JIS)");
    }
    r.d = dataset_new(0);
    if (r.d == NULL || !buf_ok(&utf8))
        status = kpi_fail_nomem(err);
    if (status == KPI_OK)
        status = read_rows(&r, all);
    if (status == KPI_OK && !record_settle(r.d, in->name))
        status = kpi_fail_nomem(err);
    if (status == KPI_OK)
        *out = r.d;
    else
        dataset_free(r.d);
    arena_free(&r.scratch);
    buf_free(&utf8);
    return status;
}
