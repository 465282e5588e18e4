/*
 * annotate.c - the clerk's own workbook with every finding marked in it
 *
 * A try makes the whole copy, then reads it back. A sheet that turns out to
 * be unsafe, or whose cells read differently, is left alone in the next try.
 */
#include "annotate/annotate.h"

#include <stdlib.h>
#include <string.h>

#include "annotate/cell_digest.h"
#include "annotate/mark_sheet.h"
#include "annotate/originals.h"

#define SHEET_TYPE                                                          \
    "application/vnd.openxmlformats-officedocument.spreadsheetml."         \
    "worksheet+xml"
#define STYLES_TYPE                                                         \
    "application/vnd.openxmlformats-officedocument.spreadsheetml."         \
    "styles+xml"

enum { TRIES = 5 };

typedef struct job {
    kpi_source input;         /* without marks */
    const dataset *part;
    const plan *plan;
    plan_language language;
    const char *as_of;
    kpi_limits limits;
    book *book;
    arena memory;             /* for all tries */
    size_t sheets;            /* of the book */
    uint64_t *digests;
    bool *unsafe;
    bool plain;               /* no colours at all */

    arena work;               /* for one try */
    opc *package;
    package_patch *patch;
    workbook_map map;
    type_changes types;
    mark_table table;
    sheet_layout *layouts;    /* by the book's sheets */
    style_marks styles;
    bool again;               /* a sheet became unsafe */
} job;

/* ---- The book as it is ------------------------------------------------ */

static kpi_status open_job(job *j, kpi_error *err)
{
    kpi_status status = book_open(&j->book, &j->input, NULL, err);

    if (status != KPI_OK)
        return status;
    j->sheets = book_sheet_count(j->book);
    j->digests = arena_array(&j->memory, j->sheets + 1,
                             sizeof(*j->digests));
    j->unsafe = arena_array(&j->memory, j->sheets + 1, sizeof(*j->unsafe));
    if (j->digests == NULL || j->unsafe == NULL)
        return kpi_fail_nomem(err);
    for (size_t i = 0; i < j->sheets && status == KPI_OK; i++)
        status = cell_digest(&j->digests[i], j->book, i, err);
    return status;
}

static void set_unsafe(job *j, size_t sheet)
{
    if (!j->unsafe[sheet])
        j->again = true;
    j->unsafe[sheet] = true;
}

/* ---- Sheets ----------------------------------------------------------- */

static kpi_status look(job *j, const map_sheet *s, uint32_t *most,
                       kpi_error *err)
{
    mark_sheet *marks = &j->table.sheets[s->book];
    sheet_layout *layout = &j->layouts[s->book];
    kpi_status status;
    arena memory;
    bool found;
    text part;

    arena_init(&memory, 0);
    status = part_read(j->patch, s->part, &memory, &part, &found, err);
    if (status == KPI_OK &&
        !sheet_look(layout, &j->work, part, marks->items, marks->count))
        status = kpi_fail_nomem(err);
    if (status == KPI_OK) {
        char *kept = arena_strndup(&j->work, layout->legacy.bytes,
                                   layout->legacy.length);

        if (kept == NULL)
            status = kpi_fail_nomem(err);
        layout->legacy = text_slice(kept, layout->legacy.length);
        if (layout->most_style > *most)
            *most = layout->most_style;
        if (!layout->safe && marks->count > 0)
            set_unsafe(j, s->book);
    }
    arena_free(&memory);
    return status;
}

/* Two sheets in one part would get each other's marks. */
static void find_shared(job *j)
{
    for (size_t i = 0; i < j->map.count; i++) {
        for (size_t k = 0; k < i && j->map.items[i].part != NULL; k++) {
            const map_sheet *a = &j->map.items[i], *b = &j->map.items[k];

            if (b->part == NULL || strcmp(a->part, b->part) != 0)
                continue;
            if (a->book != SIZE_MAX)
                set_unsafe(j, a->book);
            if (b->book != SIZE_MAX)
                set_unsafe(j, b->book);
        }
    }
}

static kpi_status deselect(job *j, const char *name, kpi_error *err)
{
    kpi_status status;
    arena memory;
    bool found;
    xml_edit e;
    text part;

    arena_init(&memory, 0);
    xml_edit_init(&e, &memory);
    status = part_read(j->patch, name, &memory, &part, &found, err);
    if (status == KPI_OK && found && sheet_deselect(&e, part) &&
        e.count > 0)
        status = part_edit(j->patch, name, &e, part, err);
    arena_free(&memory);
    return status;
}

static kpi_status mark_sheets(job *j, kpi_error *err)
{
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < j->map.count && status == KPI_OK; i++) {
        const map_sheet *s = &j->map.items[i];
        mark_sheet *marks = s->book == SIZE_MAX ? NULL
                                                : &j->table.sheets[s->book];
        bool safe = true;
        sheet_job one = { j->patch, &j->types, &j->map, &j->work, s->part,
                          NULL, 0, NULL, j->styles.usable };

        if (s->part == NULL)
            continue;
        if (marks == NULL || marks->count == 0) {
            status = deselect(j, s->part, err);
            continue;
        }
        one.marks = marks->items;
        one.count = marks->count;
        one.layout = &j->layouts[s->book];
        status = mark_sheet_write(&one, &safe, err);
        if (!safe)
            set_unsafe(j, s->book);
    }
    return status;
}

/* ---- Styles ----------------------------------------------------------- */

/* As book.c finds it; *missing when it has to be made. */
static const char *styles_part(job *j, const opc_relations *relations,
                               bool *missing)
{
    const opc_relation *r = opc_relation_by_type(relations, "styles");
    const char *part = opc_part_of_type(j->package,
                                        "spreadsheetml.styles+xml");

    *missing = false;
    if (r != NULL && r->found)
        return r->target;
    if (part != NULL && package_patch_has(j->patch, part))
        return part;
    if (package_patch_has(j->patch, "xl/styles.xml"))
        return "xl/styles.xml";
    *missing = r == NULL;
    return r != NULL && r->target[0] != '\0' ? r->target : "xl/styles.xml";
}

static kpi_status begin_styles(job *j, const char *name, uint32_t most,
                               kpi_error *err)
{
    bool found;
    text part;
    kpi_status status = part_read(j->patch, name, &j->work, &part, &found,
                                  err);

    if (status == KPI_OK)
        status = style_marks_begin(&j->styles, &j->work,
                                   found ? part : text_of(""), j->map.main,
                                   most, err);
    if (j->plain)
        j->styles.usable = false;
    for (size_t i = 0; i < j->sheets && status == KPI_OK &&
                       j->styles.usable; i++) {
        for (size_t k = 0; k < j->table.sheets[i].count; k++) {
            mark *m = &j->table.sheets[i].items[k];

            m->marked = m->style;
            (void)style_marked(&j->styles, m->style, m->kind, &m->marked);
        }
    }
    if (status == KPI_OK && j->styles.failed)
        status = kpi_fail_nomem(err);
    return status;
}

static kpi_status write_styles(job *j, const char *name, bool missing,
                               kpi_error *err)
{
    char id[RELATION_ID_SIZE];
    const char *type = arena_printf(&j->work, "%sstyles", j->map.relation);
    bool is_new = !package_patch_has(j->patch, name);
    kpi_status status;
    buf b;

    if (!j->styles.usable)
        return KPI_OK;
    buf_init(&b);
    status = type == NULL ? kpi_fail_nomem(err)
                          : style_marks_write(&b, &j->styles, err);
    if (status == KPI_OK)
        status = part_put(j->patch, name, &b, err);
    buf_free(&b);
    if (is_new)
        type_set(&j->types, name, NULL, STYLES_TYPE);
    if (status == KPI_OK && missing)
        status = relation_add(j->patch, j->map.part, type, name, id, err);
    return status;
}

/* ---- The list --------------------------------------------------------- */

static bool is_taken(const job *j, const char *name)
{
    buf quoted;
    bool found;

    for (size_t i = 0; i < j->sheets; i++) {
        if (strcmp(book_sheet(j->book, i)->name, name) == 0)
            return true;
    }
    buf_init(&quoted);
    buf_printf(&quoted, "\"%s\"", name); /* a chart sheet */
    found = text_find(j->map.xml, buf_cstr(&quoted), 0) != SIZE_MAX;
    buf_free(&quoted);
    return found;
}

static const char *list_name(job *j)
{
    const char *name = ANNOTATE_SHEET;

    for (unsigned n = 2; name != NULL && is_taken(j, name); n++)
        name = arena_printf(&j->work, ANNOTATE_SHEET " (%u)", n);
    return name;
}

static kpi_status add_to_workbook(job *j, const char *name, const char *id,
                                  const list_extent *extent, kpi_error *err)
{
    kpi_status status;
    arena memory;
    xml_edit e;

    arena_init(&memory, 0);
    xml_edit_init(&e, &memory);
    if (workbook_add_sheet(&e, &j->map, name, id, extent))
        status = part_edit(j->patch, j->map.part, &e, j->map.xml, err);
    else
        status = kpi_fail(err, e.failed ? KPI_E_NOMEM : KPI_E_INPUT,
                          "file-damaged", j->map.part,
                          "the workbook cannot be changed in place");
    arena_free(&memory);
    return status;
}

static kpi_status write_list(job *j, kpi_error *err)
{
    const char *name = list_name(j);
    const char *part = part_free_name(j->patch, &j->work,
                                      "xl/worksheets/sheet", ".xml");
    const char *type = arena_printf(&j->work, "%sworksheet",
                                    j->map.relation);
    char id[RELATION_ID_SIZE];
    list_extent extent;
    kpi_status status;
    buf b;

    if (name == NULL || part == NULL || type == NULL)
        return kpi_fail_nomem(err);
    buf_init(&b);
    if (!list_sheet_write(&b, &extent, &j->table, j->book, j->unsafe,
                          &j->styles, j->map.main, j->language))
        status = kpi_fail_nomem(err);
    else
        status = part_put(j->patch, part, &b, err);
    buf_free(&b);
    type_set(&j->types, part, NULL, SHEET_TYPE);
    if (status == KPI_OK)
        status = relation_add(j->patch, j->map.part, type, part, id, err);
    if (status == KPI_OK)
        status = add_to_workbook(j, name, id, &extent, err);
    return status;
}

/* ---- One try ---------------------------------------------------------- */

static kpi_status prepare(job *j, const char **styles, bool *missing,
                          kpi_error *err)
{
    opc_relations relations;
    kpi_status status;
    uint32_t most = 0;

    status = workbook_map_read(&j->map, j->patch, &j->work, j->book, err);
    if (status == KPI_OK)
        find_shared(j);
    if (status == KPI_OK)
        status = marks_make(&j->table, &j->work, j->book, j->unsafe, j->part,
                            j->plan, j->language, j->as_of, err);
    j->layouts = arena_array(&j->work, j->sheets + 1, sizeof(*j->layouts));
    if (status == KPI_OK && j->layouts == NULL)
        status = kpi_fail_nomem(err);
    for (size_t i = 0; i < j->map.count && status == KPI_OK; i++) {
        const map_sheet *s = &j->map.items[i];

        if (s->part != NULL && s->book != SIZE_MAX)
            status = look(j, s, &most, err);
    }
    if (status == KPI_OK)
        status = opc_relations_read(j->package, j->map.part, &relations, err);
    if (status != KPI_OK)
        return status;
    *styles = styles_part(j, &relations, missing);
    return begin_styles(j, *styles, most, err);
}

static kpi_status make_copy(job *j, buf *out, kpi_error *err)
{
    const char *styles = NULL;
    bool missing = false;
    kpi_status status;

    status = opc_open(&j->package, &j->input, &j->limits, &j->work, err);
    if (status == KPI_OK)
        status = package_patch_new(&j->patch, j->package, &j->input, err);
    if (status == KPI_OK)
        status = prepare(j, &styles, &missing, err);
    if (status == KPI_OK && !j->again)
        status = mark_sheets(j, err);
    if (status != KPI_OK || j->again)
        return status;
    status = write_styles(j, styles, missing, err);
    if (status == KPI_OK)
        status = write_list(j, err);
    if (status == KPI_OK)
        status = originals_announce(j->patch, &j->types, err);
    if (status == KPI_OK)
        status = type_changes_apply(&j->types, j->patch, err);
    if (status == KPI_OK)
        status = originals_keep(j->patch, err);
    if (status == KPI_OK)
        status = package_patch_write(out, j->patch, err);
    return status;
}

/* Reads the copy: every sheet behind ours must be as it was. */
static kpi_status verify(job *j, const buf *copy, kpi_error *err)
{
    kpi_source written = { j->input.name, copy->bytes, copy->length };
    kpi_status status;
    book *b;

    status = book_open(&b, &written, NULL, err);
    if (status != KPI_OK)
        return status;
    if (book_sheet_count(b) != j->sheets + 1)
        status = kpi_fail(err, KPI_E_INPUT, "file-damaged", NULL,
                          "the annotated copy does not read as it should");
    for (size_t i = 0; i < j->sheets && status == KPI_OK; i++) {
        uint64_t digest = 0;

        status = cell_digest(&digest, b, i + 1, err);
        if (status == KPI_E_INPUT)
            status = KPI_OK;
        else if (digest == j->digests[i] &&
                 strcmp(book_sheet(b, i + 1)->name,
                        book_sheet(j->book, i)->name) == 0)
            continue;
        if (j->unsafe[i]) /* it is not the marks: it must be the styles */
            j->plain = j->again = true;
        set_unsafe(j, i);
    }
    book_free(b);
    return status;
}

static kpi_status try_copy(job *j, buf *copy, kpi_error *err)
{
    kpi_status status;

    j->again = false;
    j->package = NULL;
    j->patch = NULL;
    arena_init(&j->work, 0);
    type_changes_init(&j->types, &j->work);
    status = make_copy(j, copy, err);
    if (status == KPI_OK && !j->again)
        status = verify(j, copy, err);
    package_patch_free(j->patch);
    opc_close(j->package);
    arena_free(&j->work);
    return status;
}

static kpi_status make_and_verify(job *j, buf *out, kpi_error *err)
{
    kpi_status status = KPI_OK;
    buf copy;

    j->again = true;
    for (int n = 1; n <= TRIES && status == KPI_OK && j->again; n++) {
        if (n == TRIES) {
            memset(j->unsafe, 1, j->sheets * sizeof(*j->unsafe));
            j->plain = true;
        }
        buf_init(&copy);
        status = try_copy(j, &copy, err);
        if (status == KPI_OK && !j->again)
            buf_text(out, buf_slice(&copy));
        buf_free(&copy);
    }
    if (status == KPI_OK && j->again)
        status = kpi_fail(err, KPI_E_INPUT, "file-damaged", NULL,
                          "the workbook cannot be annotated safely");
    if (status == KPI_OK && !buf_ok(out))
        status = kpi_fail_nomem(err);
    return status;
}

kpi_status annotate_workbook(buf *out, const kpi_source *input,
                             const dataset *part, const plan *p,
                             plan_language language, const char *as_of,
                             kpi_error *err)
{
    job j = { .part = part, .plan = p, .language = language,
              .as_of = as_of == NULL ? "" : as_of };
    bool was_annotated;
    kpi_status status;
    buf clean;

    buf_init(&clean);
    arena_init(&j.memory, 0);
    limits_complete(&j.limits, NULL);
    status = annotate_strip(&clean, input, &was_annotated, err);
    j.input = (kpi_source){ input->name, buf_cstr(&clean), clean.length };
    if (status == KPI_OK)
        status = open_job(&j, err);
    if (status == KPI_OK)
        status = make_and_verify(&j, out, err);
    book_free(j.book);
    arena_free(&j.memory);
    buf_free(&clean);
    return status;
}
