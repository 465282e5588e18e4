/*
 * type_changes.c - [Content_Types].xml: types of parts that come and go
 *                  (ECMA-376 Part 2, 7.2.3)
 */
#include <string.h>

#include "annotate/parts.h"
#include "kpi/key_table.h"

#define TYPES_PART "[Content_Types].xml"

void type_changes_init(type_changes *t, arena *memory)
{
    *t = (type_changes){ .memory = memory };
}

void type_set(type_changes *t, const char *part, const char *extension,
              const char *type)
{
    void *items = t->items;
    type_change *c = arena_push(t->memory, &items, &t->count, &t->capacity,
                                sizeof(*c));

    t->items = items;
    if (c == NULL)
        t->failed = true;
    else
        *c = (type_change){ part, extension, type };
}

void type_remove(type_changes *t, const char *part)
{
    type_set(t, part, NULL, NULL);
}

typedef struct writer {
    type_changes *changes;
    arena memory;
    key_table parts;    /* parts that change, in lower case */
    key_table defaults; /* extension -> index of the change or of the tag */
    xml_edit edit;
    scan scan;
    buf added;
    text prefix;
} writer;

static text lower(writer *w, text t)
{
    char *copy;

    while (text_starts(t, "/") || text_starts(t, "\\"))
        t = text_from(t, 1);
    copy = arena_strndup(&w->memory, t.bytes, t.length);
    if (copy == NULL) {
        w->edit.failed = true;
        return text_of("");
    }
    for (size_t i = 0; i < t.length; i++)
        copy[i] = ascii_lower(copy[i]);
    return text_slice(copy, t.length);
}

static void put(writer *w, const char *element, const char *key,
                const char *slash, const char *value, const char *type)
{
    buf *b = &w->added;

    buf_char(b, '<');
    buf_text(b, w->prefix);
    if (w->prefix.length != 0)
        buf_char(b, ':');
    buf_printf(b, "%s %s=\"%s", element, key, slash);
    xml_put_text(b, text_of(value));
    buf_printf(b, "\" ContentType=\"%s\"/>", type);
}

/* The Default of an extension: SIZE_MAX none, 0 with the type, 1 another. */
static void add_default(writer *w, text extension, bool same)
{
    if (key_table_put(&w->defaults, lower(w, extension), same ? 0 : 1) ==
        NULL)
        w->edit.failed = true;
}

/* Takes out what is said of the parts that change. */
static void read_tag(writer *w, const scan_tag *tag)
{
    text name = scan_value(&w->scan, tag, "PartName");
    text extension = scan_value(&w->scan, tag, "Extension");
    text type = scan_value(&w->scan, tag, "ContentType");
    scan_tag end;

    if (text_is(tag->local, "Override") &&
        key_table_get(&w->parts, lower(w, name)) != SIZE_MAX) {
        if (scan_skip(&w->scan, tag, &end))
            xml_edit_remove(&w->edit, tag->from, end.to);
        return;
    }
    if (!text_is(tag->local, "Default"))
        return;
    extension = lower(w, extension);
    for (size_t i = 0; i < w->changes->count; i++) {
        const type_change *c = &w->changes->items[i];

        if (c->extension != NULL &&
            text_is(extension, c->extension)) {
            add_default(w, extension, text_is(type, c->type));
            return;
        }
    }
}

static void add_change(writer *w, const type_change *c)
{
    size_t known;

    if (c->type == NULL)
        return;
    if (c->extension == NULL) {
        put(w, "Override", "PartName", "/", c->part, c->type);
        return;
    }
    known = key_table_get(&w->defaults, text_of(c->extension));
    if (known == SIZE_MAX) {
        put(w, "Default", "Extension", "", c->extension, c->type);
        add_default(w, text_of(c->extension), true);
    } else if (known == 1) {
        put(w, "Override", "PartName", "/", c->part, c->type);
    }
}

static kpi_status write_types(writer *w, package_patch *p, text part,
                              kpi_error *err)
{
    scan_tag root, tag = { 0 };

    scan_init(&w->scan, part);
    if (!scan_next(&w->scan, &root) || root.kind != SCAN_START)
        return kpi_fail(err, KPI_E_INPUT, "file-damaged", TYPES_PART,
                        "the part has no root element");
    w->prefix = root.prefix;
    tag = root;
    while (!root.empty && scan_next(&w->scan, &tag)) {
        if (tag.kind == SCAN_START && tag.depth == 2)
            read_tag(w, &tag);
    }
    for (size_t i = 0; i < w->changes->count; i++)
        add_change(w, &w->changes->items[i]);
    if (!buf_ok(&w->added))
        w->edit.failed = true;
    xml_edit_append(&w->edit, &root, &tag, buf_slice(&w->added));
    return part_edit(p, TYPES_PART, &w->edit, part, err);
}

kpi_status type_changes_apply(type_changes *t, package_patch *p,
                              kpi_error *err)
{
    writer w = { .changes = t };
    kpi_status status;
    bool found = false;
    text part;

    if (t->failed)
        return kpi_fail_nomem(err);
    arena_init(&w.memory, 0);
    key_table_init(&w.parts, &w.memory);
    key_table_init(&w.defaults, &w.memory);
    xml_edit_init(&w.edit, &w.memory);
    buf_init(&w.added);
    for (size_t i = 0; i < t->count; i++) {
        if (key_table_put(&w.parts, lower(&w, text_of(t->items[i].part)),
                          i) == NULL)
            w.edit.failed = true;
    }
    status = part_read(p, TYPES_PART, &w.memory, &part, &found, err);
    if (status == KPI_OK && found && t->count > 0)
        status = write_types(&w, p, part, err);
    buf_free(&w.added);
    arena_free(&w.memory);
    return status;
}
