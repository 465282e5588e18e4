/*
 * mark_sheet.c - one worksheet with its parts: cells, comments, boxes
 */
#include "annotate/mark_sheet.h"

#include "annotate/comment_marks.h"
#include "annotate/note_shapes.h"

#define COMMENTS_TYPE                                                       \
    "application/vnd.openxmlformats-officedocument.spreadsheetml."         \
    "comments+xml"
#define DRAWING_TYPE "application/vnd.openxmlformats-officedocument.vmlDrawing"

typedef struct own_parts {
    const opc_relation *comments, *drawing; /* NULL: none yet */
    bool boxes;                             /* some marks need a box */
} own_parts;

static kpi_status add_relation(const sheet_job *job, const char *type,
                               const char *name, char id[RELATION_ID_SIZE],
                               kpi_error *err)
{
    char *whole = arena_printf(job->memory, "%s%s", job->map->relation, type);

    if (whole == NULL)
        return kpi_fail_nomem(err);
    return relation_add(job->patch, job->part, whole, name, id, err);
}

/* What went wrong with the part is no failure: the sheet is left alone. */
static kpi_status unsafe(kpi_status status, bool *safe)
{
    if (status == KPI_E_INPUT || status == KPI_E_LIMIT) {
        *safe = false;
        return KPI_OK;
    }
    return status;
}

/* ---- Comments --------------------------------------------------------- */

static kpi_status new_comments(const sheet_job *job, buf *b, kpi_error *err)
{
    const char *name = part_free_name(job->patch, job->memory, "xl/comments",
                                      ".xml");
    char id[RELATION_ID_SIZE];
    kpi_status status;

    if (name == NULL ||
        !comments_new(b, job->map->main, job->marks, job->count))
        return kpi_fail_nomem(err);
    status = part_put(job->patch, name, b, err);
    type_set(job->types, name, NULL, COMMENTS_TYPE);
    return status == KPI_OK ? add_relation(job, "comments", name, id, err)
                            : status;
}

static kpi_status more_comments(const sheet_job *job, const char *name,
                                buf *b, bool *safe, kpi_error *err)
{
    kpi_status status;
    arena memory;
    bool found;
    xml_edit e;
    text part;

    arena_init(&memory, 0);
    xml_edit_init(&e, &memory);
    status = part_read(job->patch, name, &memory, &part, &found, err);
    if (status == KPI_OK) {
        *safe = comments_add(&e, part, job->marks, job->count) &&
                xml_edit_apply(b, &e, part);
        if (!*safe && (e.failed || !buf_ok(b)))
            status = kpi_fail_nomem(err);
    }
    if (status == KPI_OK && *safe)
        status = part_check(job->patch, name, buf_slice(b), err);
    if (status == KPI_OK && *safe)
        status = part_put(job->patch, name, b, err);
    arena_free(&memory);
    return unsafe(status, safe);
}

static kpi_status write_comments(const sheet_job *job, own_parts *own,
                                 bool *safe, kpi_error *err)
{
    kpi_status status;
    buf b;

    buf_init(&b);
    status = own->comments == NULL
        ? new_comments(job, &b, err)
        : more_comments(job, own->comments->target, &b, safe, err);
    buf_free(&b);
    for (size_t i = 0; i < job->count; i++)
        own->boxes = own->boxes ||
                     (job->marks[i].comment.length > 0 &&
                      !job->marks[i].joined);
    return status;
}

/* ---- Boxes ------------------------------------------------------------ */

static kpi_status new_drawing(const sheet_job *job, buf *b,
                              char id[RELATION_ID_SIZE], kpi_error *err)
{
    const char *name = part_free_name(job->patch, job->memory,
                                      "xl/drawings/vmlDrawing", ".vml");
    kpi_status status;

    if (name == NULL ||
        !shapes_new(b, job->marks, job->count, job->layout))
        return kpi_fail_nomem(err);
    status = part_put(job->patch, name, b, err);
    type_set(job->types, name, "vml", DRAWING_TYPE);
    return status == KPI_OK ? add_relation(job, "vmlDrawing", name, id, err)
                            : status;
}

static kpi_status more_drawing(const sheet_job *job, const char *name,
                               buf *b, bool *safe, kpi_error *err)
{
    kpi_status status;
    arena memory;
    bool found;
    text part;

    arena_init(&memory, 0);
    status = part_read(job->patch, name, &memory, &part, &found, err);
    if (status == KPI_OK) {
        *safe = shapes_add(b, part, job->marks, job->count, job->layout);
        if (!buf_ok(b))
            status = kpi_fail_nomem(err);
        else if (*safe)
            status = part_put(job->patch, name, b, err);
    }
    arena_free(&memory);
    return unsafe(status, safe);
}

/* ---- The sheet -------------------------------------------------------- */

static kpi_status find_parts(const sheet_job *job, own_parts *own,
                             bool *safe, kpi_error *err)
{
    opc_relations relations;
    kpi_status status = opc_relations_read(package_patch_opc(job->patch),
                                           job->part, &relations, err);
    const opc_relation *r;

    *own = (own_parts){ NULL, NULL, false };
    if (status != KPI_OK)
        return unsafe(status, safe);
    own->comments = opc_relation_by_type(&relations, "comments");
    if (own->comments != NULL && !own->comments->found)
        own->comments = NULL;
    if (job->layout->legacy_hidden)
        *safe = false;
    if (job->layout->legacy.length == 0)
        return KPI_OK;
    r = opc_relation_by_id(&relations, job->layout->legacy);
    if (r == NULL || !r->found)
        *safe = false;
    own->drawing = r;
    return KPI_OK;
}

static kpi_status edit_cells(const sheet_job *job, const char *drawing,
                             bool *safe, kpi_error *err)
{
    kpi_status status;
    arena memory;
    bool found;
    xml_edit e;
    text part;

    arena_init(&memory, 0);
    xml_edit_init(&e, &memory);
    status = part_read(job->patch, job->part, &memory, &part, &found, err);
    if (status == KPI_OK) {
        *safe = sheet_edit(&e, part, job->marks, job->count, job->colors,
                           drawing);
        if (e.failed)
            status = kpi_fail_nomem(err);
        else if (*safe)
            status = part_edit(job->patch, job->part, &e, part, err);
    }
    arena_free(&memory);
    return unsafe(status, safe);
}

kpi_status mark_sheet_write(const sheet_job *job, bool *safe, kpi_error *err)
{
    char id[RELATION_ID_SIZE] = "";
    own_parts own;
    kpi_status status;
    buf b;

    *safe = job->layout->safe;
    if (!*safe)
        return KPI_OK;
    status = find_parts(job, &own, safe, err);
    if (status == KPI_OK && *safe)
        status = write_comments(job, &own, safe, err);
    if (status != KPI_OK || !*safe)
        return status;
    buf_init(&b);
    if (own.boxes && own.drawing != NULL)
        status = more_drawing(job, own.drawing->target, &b, safe, err);
    else if (own.boxes)
        status = new_drawing(job, &b, id, err);
    buf_free(&b);
    if (status == KPI_OK && *safe)
        status = edit_cells(job, id[0] == '\0' ? NULL : id, safe, err);
    return status;
}
