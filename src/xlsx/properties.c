/*
 * properties.c - docProps: who wrote the workbook, when and with what
 */
#include "xlsx/properties.h"

#include <string.h>

#include "base/buf.h"

/* A property holds 255 characters: a longer stamp goes on in others. */
#define STAMP_PROPERTY "kpibook"
#define STAMP_GOES_ON "kpibook."

/* An element whose text is kept. */
typedef struct wanted {
    xml_ns ns;
    const char *name;
    size_t field; /* offset in book_properties */
} wanted;

static const wanted core[] = {
    { XML_NS_DCTERMS, "modified", offsetof(book_properties, modified) },
    { XML_NS_DC, "creator", offsetof(book_properties, creator) },
    { XML_NS_CORE, "lastModifiedBy",
      offsetof(book_properties, last_modified_by) },
};
static const wanted extended[] = {
    { XML_NS_EXTENDED, "Application",
      offsetof(book_properties, application) },
};
static const wanted custom[] = {
    { XML_NS_VARIANT, "lpwstr", offsetof(book_properties, custom_stamp) },
    { XML_NS_VARIANT, "lpstr", offsetof(book_properties, custom_stamp) },
};

/* A part, how it is found, and what is taken from it. */
static const struct part {
    const char *relation, *usual;
    xml_ns ns;
    const wanted *fields;
    size_t count;
} parts[] = {
    { "core-properties", "docProps/core.xml", XML_NS_CORE, core,
      sizeof(core) / sizeof(*core) },
    { "extended-properties", "docProps/app.xml", XML_NS_EXTENDED, extended,
      sizeof(extended) / sizeof(*extended) },
    { "custom-properties", "docProps/custom.xml", XML_NS_CUSTOM, custom,
      sizeof(custom) / sizeof(*custom) },
};

typedef struct reader {
    book_properties *out;
    arena *memory;
    const kpi_limits *limits;
    const struct part *part;
    const wanted *open; /* whose text comes now */
    size_t depth;
    buf value;
} reader;

static bool on_start(void *context, xml_parser *p, xml_ns ns,
                     const char *name, const xml_attributes *a)
{
    reader *r = context;
    text value;

    (void)p;
    if (r->open != NULL)
        return false;
    for (size_t i = 0; i < r->part->count; i++) {
        if (r->part->fields[i].ns == ns &&
            strcmp(r->part->fields[i].name, name) == 0) {
            r->open = &r->part->fields[i];
            buf_clear(&r->value);
            return true;
        }
    }
    if (strcmp(name, "property") == 0) {
        xml_attribute(a, "name", &value);
        return text_is(value, STAMP_PROPERTY) ||
               text_starts(value, STAMP_GOES_ON);
    }
    return r->depth++ == 0;
}

static void on_text(void *context, xml_parser *p, const char *bytes,
                    size_t length)
{
    reader *r = context;

    if (r->open == NULL)
        return;
    if (r->value.length + length > r->limits->string_bytes)
        xml_fail_limit(p, "a property has more bytes", "string-bytes",
                       r->limits->string_bytes);
    else
        buf_add(&r->value, bytes, length);
}

static void on_end(void *context, xml_parser *p, const char *name)
{
    reader *r = context;
    text value = text_trim(buf_slice(&r->value));
    const char **field, *copy;

    (void)name;
    if (r->open == NULL)
        return;
    field = (const char **)(void *)((char *)r->out + r->open->field);
    copy = buf_ok(&r->value)
               ? arena_printf(r->memory, "%s%.*s",
                              r->part->fields == custom ? *field : "",
                              (int)value.length, value.bytes) : NULL;
    if (copy == NULL)
        xml_fail_status(p, limits_fail_memory(xml_error(p), r->memory));
    else
        *field = copy;
    r->open = NULL;
}

static kpi_status read_part(book_properties *out, opc *package, arena *memory,
                            const struct part *part, size_t entry,
                            kpi_error *err)
{
    reader r = { .out = out, .memory = memory, .part = part,
                 .limits = opc_limits(package) };
    xml_handler handler = { &r, on_start, on_end, on_text };
    kpi_status status;

    buf_init(&r.value);
    status = opc_parse(package, entry, part->ns, &handler, err);
    buf_free(&r.value);
    return status;
}

kpi_status properties_read(book_properties *out, opc *package, arena *memory,
                           kpi_error *err)
{
    opc_relations root;
    kpi_status status = opc_relations_read(package, "", &root, err);

    *out = (book_properties){ "", "", "", "", "" };
    for (size_t i = 0;
         status == KPI_OK && i < sizeof(parts) / sizeof(*parts); i++) {
        const opc_relation *relation =
            opc_relation_by_type(&root, parts[i].relation);
        size_t entry;

        if (relation != NULL && relation->found)
            entry = relation->entry;
        else if (!zip_find(opc_zip(package), parts[i].usual, &entry))
            continue;
        status = read_part(out, package, memory, &parts[i], entry, err);
        if (status == KPI_E_INPUT && strcmp(err->rule, "file-damaged") == 0)
            status = KPI_OK;
    }
    return status;
}
