/*
 * parts.c - the text of parts, and their relations
 */
#include "annotate/parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ooxml/xml_decode.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

/* ---- Text ------------------------------------------------------------- */

static kpi_status decode(text *out, xml_encoding encoding, text raw,
                         arena *memory, kpi_error *err)
{
    xml_decoder d = { .encoding = encoding };
    char *bytes = arena_alloc(memory, raw.length * XML_DECODE_GROWTH + 1);
    text decoded;
    size_t end = 0;
    buf b;

    if (bytes == NULL)
        return kpi_fail_nomem(err);
    decoded = text_slice(bytes, xml_decode(&d, (unsigned char *)bytes,
                                           (const unsigned char *)raw.bytes,
                                           raw.length));
    if (text_starts(decoded, "<?xml")) {
        end = text_find(decoded, "?>", 0);
        end = end == SIZE_MAX ? 0 : end + 2;
    }
    buf_init(&b);
    buf_string(&b, DECLARATION);
    buf_text(&b, text_from(decoded, end));
    bytes = buf_ok(&b) ? arena_strndup(memory, buf_cstr(&b), b.length) : NULL;
    *out = text_slice(bytes, b.length);
    buf_free(&b);
    return bytes == NULL ? kpi_fail_nomem(err) : KPI_OK;
}

kpi_status part_read(package_patch *p, const char *name, arena *memory,
                     text *out, bool *found, kpi_error *err)
{
    kpi_status status = package_patch_read(p, name, memory, out, found, err);
    xml_encoding encoding;
    size_t skip;

    if (status != KPI_OK || !*found)
        return status;
    encoding = xml_encoding_of((const unsigned char *)out->bytes,
                               out->length, &skip);
    if (encoding == XML_UTF8)
        return KPI_OK;
    if (encoding == XML_UNKNOWN)
        return kpi_fail(err, KPI_E_INPUT, "file-damaged", name,
                        "the part is in an unknown encoding");
    return decode(out, encoding, text_from(*out, skip), memory, err);
}

typedef struct text_input {
    text part;
    size_t at;
} text_input;

static kpi_status read_text(void *context, void *buffer, size_t size,
                            size_t *got, kpi_error *err)
{
    text_input *input = context;
    text rest = text_from(input->part, input->at);

    (void)err;
    *got = rest.length < size ? rest.length : size;
    memcpy(buffer, rest.bytes, *got);
    input->at += *got;
    return KPI_OK;
}

static bool enter(void *context, xml_parser *p, xml_ns ns, const char *name,
                  const xml_attributes *attributes)
{
    (void)context;
    (void)p;
    (void)ns;
    (void)name;
    (void)attributes;
    return true;
}

static void leave(void *context, xml_parser *p, const char *name)
{
    (void)context;
    (void)p;
    (void)name;
}

kpi_status part_check(package_patch *p, const char *name, text part,
                      kpi_error *err)
{
    text_input source = { part, 0 };
    xml_input input = { &source, read_text, name };
    xml_handler handler = { NULL, enter, leave, NULL };

    return xml_parse(&input, opc_limits(package_patch_opc(p)), XML_NS_MAIN,
                     &handler, err);
}

kpi_status part_put(package_patch *p, const char *name, const buf *b,
                    kpi_error *err)
{
    if (!buf_ok(b) || !package_patch_put(p, name, buf_slice(b)))
        return kpi_fail_nomem(err);
    return KPI_OK;
}

kpi_status part_edit(package_patch *p, const char *name, xml_edit *e,
                     text part, kpi_error *err)
{
    kpi_status status;
    buf b;

    buf_init(&b);
    if (xml_edit_apply(&b, e, part))
        status = part_put(p, name, &b, err);
    else if (e->failed || !buf_ok(&b))
        status = kpi_fail_nomem(err);
    else
        status = kpi_fail(err, KPI_E_INPUT, "file-damaged", name,
                          "the part cannot be changed in place");
    buf_free(&b);
    return status;
}

const char *part_free_name(package_patch *p, arena *memory,
                           const char *before, const char *behind)
{
    for (unsigned n = 1;; n++) {
        const char *name = arena_printf(memory, "%s%u%s", before, n, behind);

        if (name == NULL || !package_patch_has(p, name))
            return name;
    }
}

const char *part_relations_name(arena *memory, const char *part)
{
    const char *slash = strrchr(part, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - part) + 1;

    return arena_printf(memory, "%.*s_rels/%s.rels", (int)folder, part,
                        part + folder);
}

/* ---- Relations -------------------------------------------------------- */

#define NO_RELATIONS                                                        \
    DECLARATION "\n<Relationships xmlns=\"http://schemas.openxmlformats."   \
    "org/package/2006/relationships\"></Relationships>"

/* An Id that stands nowhere in the part. */
static void free_id(char id[RELATION_ID_SIZE], text part)
{
    unsigned n = 1;

    do {
        snprintf(id, RELATION_ID_SIZE, "rIdKpibook%u", n++);
    } while (text_find(part, id, 0) != SIZE_MAX);
}

/* The root's tags. */
static bool root_of(text part, scan *s, scan_tag *start, scan_tag *end)
{
    scan_init(s, part);
    return scan_next(s, start) && start->kind == SCAN_START &&
           scan_skip(s, start, end);
}

static kpi_status no_root(kpi_error *err, const char *name)
{
    return kpi_fail(err, KPI_E_INPUT, "file-damaged", name,
                    "the part has no root element");
}

static void put_tag(buf *b, text prefix, const char *name)
{
    buf_char(b, '<');
    buf_text(b, prefix);
    if (prefix.length != 0)
        buf_char(b, ':');
    buf_string(b, name);
}

static kpi_status add_relation(package_patch *p, const char *name, text part,
                               const char *type, const char *target,
                               const char *id, arena *memory, kpi_error *err)
{
    scan_tag start, end;
    xml_edit e;
    scan s;
    buf b;

    if (!root_of(part, &s, &start, &end))
        return no_root(err, name);
    xml_edit_init(&e, memory);
    buf_init(&b);
    put_tag(&b, start.prefix, "Relationship");
    buf_printf(&b, " Id=\"%s\" Type=\"%s\" Target=\"/", id, type);
    xml_put_text(&b, text_of(target));
    buf_string(&b, "\"/>");
    e.failed = !buf_ok(&b);
    xml_edit_append(&e, &start, &end, buf_slice(&b));
    buf_free(&b);
    return part_edit(p, name, &e, part, err);
}

kpi_status relation_add(package_patch *p, const char *part, const char *type,
                        const char *target, char id[RELATION_ID_SIZE],
                        kpi_error *err)
{
    kpi_status status;
    const char *name;
    arena memory;
    bool found;
    text t;

    arena_init(&memory, 0);
    name = part_relations_name(&memory, part);
    status = name == NULL ? kpi_fail_nomem(err)
                          : part_read(p, name, &memory, &t, &found, err);
    if (status == KPI_OK) {
        if (!found)
            t = text_of(NO_RELATIONS);
        free_id(id, t);
        status = add_relation(p, name, t, type, target, id, &memory, err);
    }
    arena_free(&memory);
    return status;
}

kpi_status relation_remove(package_patch *p, const char *part,
                           const char *id, kpi_error *err)
{
    kpi_status status;
    const char *name;
    size_t left = 0;
    arena memory;
    scan_tag tag, end;
    xml_edit e;
    bool found = false;
    scan s;
    text t;

    arena_init(&memory, 0);
    xml_edit_init(&e, &memory);
    name = part_relations_name(&memory, part);
    status = name == NULL ? kpi_fail_nomem(err)
                          : part_read(p, name, &memory, &t, &found, err);
    if (status != KPI_OK || !found)
        goto out;
    scan_init(&s, t);
    while (scan_next(&s, &tag)) {
        if (tag.kind != SCAN_START || tag.depth != 2)
            continue;
        if (!text_is(scan_value(&s, &tag, "Id"), id))
            left++;
        else if (scan_skip(&s, &tag, &end))
            xml_edit_remove(&e, tag.from, end.to);
    }
    if (left > 0)
        status = part_edit(p, name, &e, t, err);
    else if (!package_patch_remove(p, name))
        status = kpi_fail_nomem(err);
out:
    arena_free(&memory);
    return status;
}
