/*
 * jsonl.c - kpibook.part/1: what one file gave, a line a project
 *
 *     {"schema":"kpibook.part/1","source":{...},"findings":[...], ...}
 *     {"goal":...,"kpis":[...]}
 *
 * Unassessed, but with what was corrected while reading: consolidating parts
 * gives the same bytes as consolidating the workbooks.
 */
#include <string.h>

#include "base/json_out.h"
#include "store/json_tree.h"
#include "store/store.h"
#include "xlsx/cellref.h"

#define PART_SCHEMA "kpibook.part/1"

/* ---- Writing ---------------------------------------------------------- */

static void write_finding(json_out *j, const finding *f)
{
    char ref[CELLREF_RANGE_SIZE];
    size_t last = FINDING_ARGS;

    json_open(j, '{');
    json_key_string(j, "rule", f->rule);
    json_key_string_or_null(j, "sheet", f->where.sheet);
    json_key(j, "cell");
    if (f->where.has_cell) {
        cellref_write_range(ref, f->where.row, f->where.col,
                            f->where.last_row, f->where.last_col);
        json_string(j, ref);
    } else {
        json_null(j);
    }
    json_key_string_or_null(j, "value", f->value);
    json_key(j, "args");
    json_open(j, '[');
    while (last > 0 && f->args[last - 1] == NULL)
        last--;
    for (size_t i = 0; i < last; i++)
        json_string(j, f->args[i] != NULL ? f->args[i] : "");
    json_close(j, ']');
    json_key_string_or_null(j, "project", f->project);
    json_key_string_or_null(j, "field", f->field);
    json_close(j, '}');
}

/* What belongs to each source, in order; SIZE_MAX ends a chain. */
typedef struct chains {
    size_t *first, *next;
} chains;

static size_t owner_of_project(const dataset *d, size_t index)
{
    return d->projects[index].source;
}

/* A finding without a source goes with the first part. */
static size_t owner_of_finding(const dataset *d, size_t index)
{
    size_t owner = d->findings.items[index].source;

    return owner == FINDING_NO_SOURCE ? 0 : owner;
}

static bool make_chains(chains *out, arena *a, const dataset *d, size_t count,
                        size_t (*owner_of)(const dataset *, size_t))
{
    size_t sources = d->source_count > 0 ? d->source_count : 1;

    out->first = arena_array(a, sources, sizeof(*out->first));
    out->next = arena_array(a, count, sizeof(*out->next));
    if (out->first == NULL || out->next == NULL)
        return false;
    for (size_t i = 0; i < sources; i++)
        out->first[i] = SIZE_MAX;
    for (size_t i = count; i-- > 0;) {
        size_t owner = owner_of(d, i);

        if (owner >= sources)
            continue;
        out->next[i] = out->first[owner];
        out->first[owner] = i;
    }
    return true;
}

static void write_head(buf *out, const dataset *d, size_t index,
                       const chains *findings)
{
    json_out j;
    buf member;

    json_init(&j, out, 0);
    buf_init(&member);
    json_open(&j, '{');
    json_key_string(&j, "schema", PART_SCHEMA);
    json_key(&j, "source");
    if (index < d->source_count)
        json_tree_write(&member, d, &record_source, &d->sources[index],
                        JSON_PART);
    json_raw(&j, member.length > 0 ? buf_cstr(&member) : "null");
    json_key(&j, "findings");
    json_open(&j, '[');
    for (size_t i = findings->first[index]; i != SIZE_MAX;
         i = findings->next[i])
        write_finding(&j, &d->findings.items[i]);
    json_close(&j, ']');
    json_key(&j, "fiscal_year");
    json_year_or_null(&j, d->fiscal_year);
    json_key(&j, "plan");
    buf_clear(&member);
    json_tree_write(&member, d,
                    record_find(&record_dataset, "plan", NULL)->record, d,
                    JSON_PART);
    json_raw(&j, buf_cstr(&member));
    json_close(&j, '}');
    buf_char(out, '\n');
    if (!buf_ok(&member))
        out->failed = true;
    buf_free(&member);
}

static void write_part(buf *out, const dataset *d, size_t index,
                       const chains *projects, const chains *findings)
{
    write_head(out, d, index, findings);
    for (size_t i = projects->first[index]; i != SIZE_MAX;
         i = projects->next[i]) {
        json_tree_write(out, d, &record_project, &d->projects[i], JSON_PART);
        buf_char(out, '\n');
    }
}

kpi_status store_write_jsonl(buf *out, const dataset *part, kpi_error *err)
{
    chains projects, findings;
    size_t index = 0;
    arena work;
    bool made;

    arena_init(&work, 0);
    made = make_chains(&projects, &work, part, part->project_count,
                       owner_of_project) &&
           make_chains(&findings, &work, part, part->findings.count,
                       owner_of_finding);
    if (made)
        do
            write_part(out, part, index, &projects, &findings);
        while (++index < part->source_count);
    arena_free(&work);
    return made && buf_ok(out) ? KPI_OK : kpi_fail_nomem(err);
}

/* ---- Reading ---------------------------------------------------------- */

typedef struct lines {
    text rest;
    unsigned number; /* of the line that was taken last */
    const char *file;
    kpi_error *err;
} lines;

/* The next line that is not empty; false at the end. */
static bool next_line(lines *l, text *line)
{
    while (l->rest.length > 0) {
        size_t end = text_find(l->rest, "\n", 0);

        if (end == SIZE_MAX)
            end = l->rest.length;
        *line = text_trim(text_cut(l->rest, 0, end));
        l->rest = text_from(l->rest, end < l->rest.length ? end + 1 : end);
        l->number++;
        if (line->length > 0)
            return true;
    }
    return false;
}

static char *own(dataset *d, text t)
{
    return arena_strndup(&d->memory, t.bytes, t.length);
}

static kpi_status read_finding_place(json_tree *tree, struct json_object *from,
                                     dataset *d, place *where)
{
    text cell = json_tree_text(from, "cell");
    uint32_t row, col, last_row, last_col;

    *where = place_none();
    where->sheet = own(d, json_tree_text(from, "sheet"));
    if (where->sheet == NULL)
        return kpi_fail_nomem(tree->err);
    if (cell.length == 0)
        return KPI_OK;
    if (!cellref_parse_range(&row, &col, &last_row, &last_col, cell.bytes,
                             cell.length))
        return json_tree_fail(tree, "a cell was expected");
    *where = place_range(where->sheet, row, col, last_row, last_col);
    return KPI_OK;
}

static bool read_args(struct json_object *from, dataset *d,
                      const char *args[FINDING_ARGS])
{
    struct json_object *list = json_tree_member(from, "args");
    size_t count = json_tree_count(list);

    for (size_t i = 0; i < count && i < FINDING_ARGS; i++) {
        args[i] = own(d, json_tree_item_text(list, i));
        if (args[i] == NULL)
            return false;
    }
    return true;
}

static kpi_status read_finding(json_tree *tree, struct json_object *from,
                               dataset *d)
{
    const char *args[FINDING_ARGS] = { NULL };
    char *rule = own(d, json_tree_text(from, "rule"));
    char *value = own(d, json_tree_text(from, "value"));
    char *project_name = own(d, json_tree_text(from, "project"));
    char *field_name = own(d, json_tree_text(from, "field"));
    place where;
    finding *f;
    kpi_status status;

    if (rule == NULL || value == NULL || project_name == NULL ||
        field_name == NULL)
        return kpi_fail_nomem(tree->err);
    status = read_finding_place(tree, from, d, &where);
    if (status == KPI_OK && !read_args(from, d, args))
        status = kpi_fail_nomem(tree->err);
    if (status != KPI_OK)
        return status;
    f = finding_add(&d->findings, rule, 0, where, value, NULL);
    if (f == NULL)
        return kpi_fail_nomem(tree->err);
    memcpy(f->args, args, sizeof(args));
    f->project = project_name;
    f->field = field_name;
    return KPI_OK;
}

static kpi_status read_findings(json_tree *tree, struct json_object *list,
                                dataset *d)
{
    size_t count = json_tree_count(list);
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < count && status == KPI_OK; i++) {
        size_t outer = json_tree_enter(tree, "findings", 0);
        size_t mark = json_tree_enter(tree, NULL, i);

        status = read_finding(tree, json_tree_item(list, i), d);
        if (status == KPI_OK) {
            json_tree_leave(tree, mark);
            json_tree_leave(tree, outer);
        }
    }
    return status;
}

static kpi_status read_head(json_tree *tree, dataset *d)
{
    static const char *const keys[] = { "fiscal_year", "plan" };
    struct json_object *from = json_tree_member(tree->root, "source");
    kpi_status status = KPI_OK;

    if (from != NULL) {
        source *s = dataset_add_source(d);

        if (s == NULL)
            return kpi_fail_nomem(tree->err);
        status = json_tree_read(tree, from, d, &record_source, s);
    }
    for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
        if (status == KPI_OK)
            status = json_tree_read_field(tree, tree->root, d,
                                          record_find(&record_dataset,
                                                      keys[i], NULL), d);
    if (status == KPI_OK)
        status = read_findings(tree, json_tree_member(tree->root, "findings"),
                               d);
    return status;
}

/* A line: the head of the next part, or a project of the last one. */
static kpi_status read_line(lines *l, text line, dataset *last,
                            dataset **started)
{
    kpi_source one = { l->file, line.bytes, line.length };
    json_tree tree;
    kpi_status status = json_tree_parse(&tree, &one, l->err);
    project *p;

    if (status != KPI_OK) {
        if (l->err != NULL)
            l->err->line = l->number;
        return status;
    }
    tree.line = l->number;
    if (text_is(json_tree_text(tree.root, "schema"), PART_SCHEMA)) {
        *started = dataset_new(0);
        status = *started == NULL ? kpi_fail_nomem(l->err)
                                  : read_head(&tree, *started);
    } else if (last == NULL) {
        status = json_tree_fail(&tree, "this is no " PART_SCHEMA);
    } else {
        p = dataset_add_project(last);
        status = p == NULL ? kpi_fail_nomem(l->err)
                           : json_tree_read(&tree, tree.root, last,
                                            &record_project, p);
    }
    json_tree_free(&tree);
    return status;
}

/* A part is whole: its records are packed before the next one is read. */
static bool end_part(dataset **parts, size_t count, const char *file)
{
    return count == 0 || (record_settle(parts[count - 1], file) &&
                          dataset_settle(&parts[count - 1]));
}

kpi_status store_read_jsonl(dataset ***out, size_t *count, arena *list,
                            const kpi_source *in, kpi_error *err)
{
    lines l = { .file = in->name, .err = err };
    size_t capacity = 0;
    void *items = NULL;
    dataset *last = NULL;
    kpi_status status = KPI_OK;
    text line;

    *out = NULL;
    *count = 0;
    l.rest = text_slice(in->size > 0 ? in->bytes : "", in->size);
    while (status == KPI_OK && next_line(&l, &line)) {
        dataset *started = NULL;
        dataset **slot;

        status = read_line(&l, line, last, &started);
        if (started == NULL)
            continue;
        last = started;
        slot = end_part(items, *count, in->name)
            ? arena_push(list, &items, count, &capacity, sizeof(*slot))
            : NULL;
        if (slot == NULL) {
            dataset_free(started);
            status = kpi_fail_nomem(err);
        } else {
            *slot = started;
        }
    }
    if (status == KPI_OK && !end_part(items, *count, in->name))
        status = kpi_fail_nomem(err);
    if (status == KPI_OK && *count == 0)
        status = kpi_fail(err, KPI_E_INPUT, "file-damaged", in->name,
                          "no line is a " PART_SCHEMA);
    *out = items;
    if (status != KPI_OK) {
        for (size_t i = 0; i < *count; i++)
            dataset_free((*out)[i]);
        *out = NULL;
        *count = 0;
    }
    return status;
}
