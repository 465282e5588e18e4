/*
 * book.c - one workbook: opening its parts, and what they say
 */
#include "xlsx/book.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "xlsx/book_parts.h"
#include "xlsx/properties.h"
#include "xlsx/serial_date.h"

/*
 * A part of the workbook by its relation, by its content type, or by its
 * usual name: writers forget the one or the other.
 */
static bool find_part(const book *b, const opc_relations *relations,
                      const char *relation, const char *type,
                      const char *usual, size_t *entry)
{
    const opc_relation *r = opc_relation_by_type(relations, relation);
    const char *part = opc_part_of_type(b->package, type);

    if (r != NULL && r->found) {
        *entry = r->entry;
        return true;
    }
    if (part != NULL && zip_find(opc_zip(b->package), part, entry))
        return true;
    return zip_find(opc_zip(b->package), usual, entry);
}

static bool find_macros(const book *b, const opc_relations *relations)
{
    return opc_relation_by_type(relations, "vbaProject") != NULL ||
           strstr(opc_content_type(b->package, opc_main_part(b->package)),
                  "macroEnabled") != NULL;
}

static kpi_status read_contents(book *b, opc_relations *relations,
                                kpi_error *err)
{
    const char *main = opc_main_part(b->package);
    size_t entry = 0;
    kpi_status status = opc_relations_read(b->package, main, relations, err);

    if (status != KPI_OK)
        return status;
    (void)zip_find(opc_zip(b->package), main, &entry);
    return workbook_read(&b->contents, b->package, entry, relations,
                         &b->memory, err);
}

static kpi_status read_parts(book *b, kpi_error *err)
{
    opc_relations relations;
    size_t entry = 0;
    kpi_status status = read_contents(b, &relations, err);

    if (status != KPI_OK)
        return status;
    b->macros = find_macros(b, &relations);
    status = find_part(b, &relations, "styles", "spreadsheetml.styles+xml",
                       "xl/styles.xml", &entry)
                 ? styles_read(&b->styles, b->package, entry, &b->memory, err)
                 : styles_none(&b->styles, &b->memory, err);
    if (status == KPI_OK &&
        find_part(b, &relations, "sharedStrings",
                  "spreadsheetml.sharedStrings+xml", "xl/sharedStrings.xml",
                  &entry))
        status = shared_strings_read(&b->strings, b->package, entry, err);
    if (status == KPI_OK)
        status = properties_read(&b->properties, b->package, &b->memory, err);
    return status;
}

static void set_limits(book *b, const kpi_limits *limits)
{
    limits_complete(&b->limits, limits);
    arena_init(&b->memory, b->limits.memory_bytes > SIZE_MAX
                               ? SIZE_MAX : (size_t)b->limits.memory_bytes);
}

bool book_has_sheet(const book *b, const char *name)
{
    for (size_t i = 0; i < book_sheet_count(b); i++)
        if (strcmp(book_sheet(b, i)->name, name) == 0)
            return true;
    return false;
}

kpi_status book_lists_sheet(bool *found, const kpi_source *source,
                            const kpi_limits *limits, const char *name,
                            kpi_error *err)
{
    book *b = calloc(1, sizeof(*b));
    opc_relations relations;
    kpi_status status;

    *found = false;
    if (b == NULL)
        return kpi_fail_nomem(err);
    set_limits(b, limits);
    status = opc_open(&b->package, source, &b->limits, &b->memory, NULL);
    if (status == KPI_OK)
        status = read_contents(b, &relations, NULL);
    *found = status == KPI_OK && book_has_sheet(b, name);
    book_free(b);
    return status == KPI_E_NOMEM ? kpi_fail_nomem(err) : KPI_OK;
}

/* From memory, else from `input`. */
static kpi_status open_book_of(book **out, const kpi_source *source,
                               const zip_input *input, part_memory *known,
                               const kpi_limits *limits, kpi_error *err)
{
    book *b = calloc(1, sizeof(*b));
    kpi_error unseen;
    kpi_status status;

    *out = NULL;
    if (err == NULL)
        err = &unseen;
    if (b == NULL)
        return kpi_fail_nomem(err);
    set_limits(b, limits);
    status = source != NULL
        ? opc_open_known(&b->package, source, known, &b->limits, &b->memory,
                         err)
        : opc_open_input(&b->package, input, &b->limits, &b->memory, err);
    if (status == KPI_OK)
        status = read_parts(b, err);
    if (status != KPI_OK) {
        book_free(b);
        return status;
    }
    *out = b;
    return KPI_OK;
}

kpi_status book_open(book **out, const kpi_source *source,
                     const kpi_limits *limits, kpi_error *err)
{
    return open_book_of(out, source, NULL, NULL, limits, err);
}

kpi_status book_open_known(book **out, const kpi_source *source,
                           part_memory *known, const kpi_limits *limits,
                           kpi_error *err)
{
    return open_book_of(out, source, NULL, known, limits, err);
}

kpi_status book_open_input(book **out, const struct zip_input *input,
                           const kpi_limits *limits, kpi_error *err)
{
    return open_book_of(out, NULL, input, NULL, limits, err);
}

void book_free(book *b)
{
    if (b == NULL)
        return;
    opc_close(b->package);
    shared_strings_free(&b->strings);
    arena_free(&b->memory);
    free(b);
}

size_t book_sheet_count(const book *b)
{
    return b->contents.sheet_count;
}

const sheet_info *book_sheet(const book *b, size_t index)
{
    return &b->contents.sheets[index].info;
}

bool book_date1904(const book *b)
{
    return b->contents.date1904;
}

bool book_has_macros(const book *b)
{
    return b->macros;
}

const book_properties *book_props(const book *b)
{
    return &b->properties;
}

const char *book_defined_name(const book *b, const char *name)
{
    for (size_t i = 0; i < b->contents.name_count; i++) {
        if (strcmp(b->contents.names[i].name, name) == 0)
            return b->contents.names[i].value;
    }
    return NULL;
}

static const style_format *format_at(const book *b, uint32_t format)
{
    return &b->styles.formats[format < b->styles.format_count ? format : 0];
}

const char *book_format(const book *b, uint32_t format)
{
    return format_at(b, format)->code;
}

format_kind book_format_kind(const book *b, uint32_t format)
{
    return format_at(b, format)->kind.kind;
}

bool book_cell_date(const book *b, const cell *c, struct buf *out)
{
    if (c->iso.length != 0) {
        buf_text(out, c->iso);
        return true;
    }
    return c->type == CELL_NUMBER &&
           serial_to_iso(out, c->value, format_at(b, c->format)->kind,
                         book_date1904(b));
}
