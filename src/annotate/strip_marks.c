/*
 * strip_marks.c - our sheet, comments and colours taken out of a copy that
 *                 another program saved
 */
#include "annotate/strip_marks.h"

#include <stdlib.h>
#include <string.h>

#include "annotate/comment_marks.h"
#include "annotate/note_shapes.h"
#include "annotate/strip_styles.h"
#include "xlsx/cellref.h"

typedef struct strip {
    package_patch *patch;
    book *book;
    arena memory;
    workbook_map map;
    type_changes types;
    strip_styles styles;
    size_t own;      /* our sheet in the map; SIZE_MAX: none */
    bool found;
} strip;

/* ---- Our sheet -------------------------------------------------------- */

typedef struct place_reader {
    strip *strip;
    bool is_ours;
    uint32_t *styles;   /* of the hidden column, by row */
    size_t rows;
    key_table names;    /* of sheets */
    bool failed;
} place_reader;

static bool see_sign(void *context, const cell *c)
{
    place_reader *r = context;

    if (c->row == 1 && c->col == 0 && c->type == CELL_STRING)
        r->is_ours = text_starts(c->value, LIST_SIGN);
    return c->row <= 1;
}

static kpi_status find_own(strip *s, kpi_error *err)
{
    s->own = SIZE_MAX;
    for (size_t i = 0; i < s->map.count && s->own == SIZE_MAX; i++) {
        place_reader r = { .strip = s };
        sheet_events events = { &r, see_sign, NULL, NULL, NULL };
        size_t sheet = s->map.items[i].book;
        kpi_status status;

        if (sheet == SIZE_MAX || s->map.items[i].part == NULL ||
            !text_starts(text_of(book_sheet(s->book, sheet)->name),
                         ANNOTATE_SHEET))
            continue;
        status = sheet_read(s->book, sheet, &events, err);
        if (status != KPI_OK)
            return status;
        if (r.is_ours)
            s->own = i;
    }
    s->found = s->found || s->own != SIZE_MAX;
    return KPI_OK;
}

/* The formats in the hidden column, as the copy numbers them now. */
static bool read_place_styles(place_reader *r, text part)
{
    size_t capacity = 0;
    scan_tag tag;
    scan s;

    scan_init(&s, part);
    while (scan_next(&s, &tag)) {
        text ref = tag.kind == SCAN_END || !scan_is(&tag, "c")
            ? text_of("") : scan_value(&s, &tag, "r");
        uint32_t row, col;
        size_t style = 0;

        if (!cellref_parse(&row, &col, ref.bytes, ref.length) ||
            col != LIST_PLACES)
            continue;
        text_to_size(scan_value(&s, &tag, "s"), &style);
        while (r->rows <= row) {
            void *items = r->styles;
            uint32_t *made = arena_push(&r->strip->memory, &items, &r->rows,
                                        &capacity, sizeof(*made));

            r->styles = items;
            if (made == NULL)
                return false;
        }
        r->styles[row] = (uint32_t)style;
    }
    return true;
}

static bool see_place(void *context, const cell *c)
{
    place_reader *r = context;
    size_t end = text_find(c->value, "!", 0), sheet;
    uint32_t row, col;

    if (c->col != LIST_PLACES || c->type != CELL_STRING ||
        end == SIZE_MAX || c->row >= r->rows ||
        !cellref_parse(&row, &col, c->value.bytes, end))
        return true;
    sheet = key_table_get(&r->names, text_from(c->value, end + 1));
    if (sheet != SIZE_MAX &&
        !strip_styles_place(&r->strip->styles, sheet, row, col,
                            r->styles[c->row]))
        r->failed = true;
    return !r->failed;
}

static kpi_status read_places(strip *s, kpi_error *err)
{
    place_reader r = { .strip = s };
    sheet_events events = { &r, see_place, NULL, NULL, NULL };
    kpi_status status;
    bool found;
    text part;

    if (s->own == SIZE_MAX || !s->styles.any)
        return KPI_OK;
    key_table_init(&r.names, &s->memory);
    for (size_t i = 0; i < book_sheet_count(s->book); i++) {
        if (key_table_put(&r.names, text_of(book_sheet(s->book, i)->name),
                          i) == NULL)
            return kpi_fail_nomem(err);
    }
    status = part_read(s->patch, s->map.items[s->own].part, &s->memory,
                       &part, &found, err);
    if (status == KPI_OK && !read_place_styles(&r, part))
        status = kpi_fail_nomem(err);
    if (status == KPI_OK)
        status = sheet_read(s->book, s->map.items[s->own].book, &events, err);
    return status == KPI_OK && r.failed ? kpi_fail_nomem(err) : status;
}

/* ---- Parts that go ---------------------------------------------------- */

static kpi_status drop_part(strip *s, const char *owner, const char *id,
                            const char *part, kpi_error *err)
{
    const char *kept = arena_strdup(&s->memory, part);

    if (kept == NULL || !package_patch_remove(s->patch, part))
        return kpi_fail_nomem(err);
    type_remove(&s->types, kept);
    return relation_remove(s->patch, owner, id, err);
}

static kpi_status drop_own_sheet(strip *s, kpi_error *err)
{
    const map_sheet *own;
    const char *relations, *id;
    kpi_status status;
    xml_edit e;

    if (s->own == SIZE_MAX || s->map.count < 2)
        return KPI_OK;
    own = &s->map.items[s->own];
    xml_edit_init(&e, &s->memory);
    if (!workbook_remove_sheet(&e, &s->map, s->own))
        return e.failed ? kpi_fail_nomem(err)
                        : kpi_fail(err, KPI_E_INPUT, "file-damaged",
                                   s->map.part, "the sheet cannot be "
                                   "removed");
    status = part_edit(s->patch, s->map.part, &e, s->map.xml, err);
    id = arena_strndup(&s->memory, own->id.bytes, own->id.length);
    relations = part_relations_name(&s->memory, own->part);
    if (status == KPI_OK && (id == NULL || relations == NULL))
        status = kpi_fail_nomem(err);
    if (status == KPI_OK && package_patch_has(s->patch, relations) &&
        !package_patch_remove(s->patch, relations))
        status = kpi_fail_nomem(err);
    return status == KPI_OK ? drop_part(s, s->map.part, id, own->part, err)
                            : status;
}

/* The folder of originals that are out of date. */
static kpi_status drop_originals(strip *s, kpi_error *err)
{
    opc *package = package_patch_opc(s->patch);
    const zip *z = opc_zip(package);
    opc_relations root;
    kpi_status status = opc_relations_read(package, "", &root, err);

    for (size_t i = 0; i < root.count && status == KPI_OK; i++) {
        if (strncmp(root.items[i].type, "urn:kpibook:", 12) != 0)
            continue;
        status = relation_remove(s->patch, "", root.items[i].id, err);
        s->found = true;
    }
    for (size_t i = 0; i < zip_count(z) && status == KPI_OK; i++) {
        const char *name = zip_at(z, i)->name;

        if (strncmp(name, "kpibook/", 8) != 0 || zip_at(z, i)->folder)
            continue;
        type_remove(&s->types, name);
        if (!package_patch_remove(s->patch, name))
            status = kpi_fail_nomem(err);
    }
    return status;
}

/* ---- Comments --------------------------------------------------------- */

static int compare_cells(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

static kpi_status strip_drawing(strip *s, const char *sheet,
                                const opc_relation *drawing,
                                const comments_left *left, bool *dropped,
                                kpi_error *err)
{
    kpi_status status;
    size_t shapes;
    bool found;
    text part;
    buf b;

    buf_init(&b);
    status = part_read(s->patch, drawing->target, &s->memory, &part, &found,
                       err);
    if (status == KPI_OK && found &&
        shapes_strip(&b, part, left->cells, left->cell_count, &shapes)) {
        if (shapes > 0)
            status = part_put(s->patch, drawing->target, &b, err);
        else
            status = drop_part(s, sheet, drawing->id, drawing->target, err);
        *dropped = shapes == 0;
    }
    buf_free(&b);
    return status;
}

static kpi_status strip_comments(strip *s, const char *sheet, bool *dropped,
                                 kpi_error *err)
{
    opc_relations relations;
    const opc_relation *comments, *drawing;
    comments_left left;
    kpi_status status;
    bool found;
    xml_edit e;
    text part;

    status = opc_relations_read(package_patch_opc(s->patch), sheet,
                                &relations, err);
    if (status != KPI_OK)
        return status;
    comments = opc_relation_by_type(&relations, "comments");
    if (comments == NULL || !comments->found)
        return KPI_OK;
    xml_edit_init(&e, &s->memory);
    status = part_read(s->patch, comments->target, &s->memory, &part, &found,
                       err);
    if (status != KPI_OK || !comments_strip(&e, &left, part) ||
        !left.had_ours)
        return status == KPI_OK && e.failed ? kpi_fail_nomem(err) : status;
    s->found = true;
    if (left.cell_count > 1)
        qsort(left.cells, left.cell_count, sizeof(*left.cells),
              compare_cells);
    status = left.others == 0
        ? drop_part(s, sheet, comments->id, comments->target, err)
        : part_edit(s->patch, comments->target, &e, part, err);
    drawing = opc_relation_by_type(&relations, "vmlDrawing");
    if (status == KPI_OK && drawing != NULL && drawing->found)
        status = strip_drawing(s, sheet, drawing, &left, dropped, err);
    return status;
}

/* ---- Sheets ----------------------------------------------------------- */

static kpi_status edit_sheet(strip *s, const map_sheet *sheet, bool learn,
                             bool dropped, kpi_error *err)
{
    kpi_status status;
    arena memory;
    bool found;
    xml_edit e;
    text part;

    if (!s->styles.any && !dropped)
        return KPI_OK;
    arena_init(&memory, 0);
    xml_edit_init(&e, &memory);
    status = part_read(s->patch, sheet->part, &memory, &part, &found, err);
    if (status == KPI_OK &&
        !strip_styles_sheet(&s->styles, &e, part, sheet->book, learn,
                            dropped) && e.failed)
        status = kpi_fail_nomem(err);
    if (status == KPI_OK && e.count > 0) {
        s->found = true;
        status = part_edit(s->patch, sheet->part, &e, part, err);
    }
    arena_free(&memory);
    return status;
}

static kpi_status strip_sheets(strip *s, bool learn, kpi_error *err)
{
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < s->map.count && status == KPI_OK; i++) {
        const map_sheet *sheet = &s->map.items[i];
        bool dropped = false;

        if (i == s->own || sheet->book == SIZE_MAX || sheet->part == NULL)
            continue;
        if (!learn)
            status = strip_comments(s, sheet->part, &dropped, err);
        if (status == KPI_OK)
            status = edit_sheet(s, sheet, learn, dropped, err);
    }
    return status;
}

static const char *styles_part(const strip *s, const opc_relations *r)
{
    const opc_relation *styles = opc_relation_by_type(r, "styles");

    return styles != NULL && styles->found ? styles->target
        : package_patch_has(s->patch, "xl/styles.xml") ? "xl/styles.xml"
                                                       : NULL;
}

static kpi_status run(strip *s, kpi_error *err)
{
    opc_relations relations;
    kpi_status status;

    status = opc_relations_read(package_patch_opc(s->patch), s->map.part,
                                &relations, err);
    if (status == KPI_OK)
        status = find_own(s, err);
    if (status == KPI_OK)
        status = strip_styles_begin(&s->styles, s->patch,
                                    styles_part(s, &relations), &s->memory,
                                    err);
    if (status == KPI_OK)
        status = read_places(s, err);
    if (status == KPI_OK && s->styles.any)
        status = strip_sheets(s, true, err);
    if (status == KPI_OK)
        status = strip_sheets(s, false, err);
    if (status == KPI_OK)
        status = strip_styles_write(&s->styles, s->patch, err);
    if (status == KPI_OK)
        status = drop_own_sheet(s, err);
    if (status == KPI_OK)
        status = drop_originals(s, err);
    if (status == KPI_OK)
        status = type_changes_apply(&s->types, s->patch, err);
    return status;
}

kpi_status strip_marks(package_patch *p, book *b, bool *found, kpi_error *err)
{
    strip s = { .patch = p, .book = b };
    kpi_status status;

    arena_init(&s.memory, 0);
    type_changes_init(&s.types, &s.memory);
    buf_init(&s.styles.added);
    status = workbook_map_read(&s.map, p, &s.memory, b, err);
    /* A workbook whose sheets we could not change has no marks of ours. */
    if (status == KPI_OK)
        status = run(&s, err);
    else if (status == KPI_E_INPUT)
        status = KPI_OK;
    *found = s.found;
    strip_styles_free(&s.styles);
    arena_free(&s.memory);
    return status;
}
