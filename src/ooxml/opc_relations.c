/*
 * opc_relations.c - relations of parts, and the parts that they lead to
 */
#include "ooxml/opc_parts.h"

#include "base/buf.h"

static int hex_digit(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void put_unescaped(buf *out, text t)
{
    for (size_t i = 0; i < t.length; i++) {
        int high = -1, low = -1;

        if (t.bytes[i] == '%' && t.length - i > 2) {
            high = hex_digit(t.bytes[i + 1]);
            low = hex_digit(t.bytes[i + 2]);
        }
        if (high >= 0 && low >= 0 && high * 16 + low != 0) {
            buf_char(out, (char)(high * 16 + low));
            i += 2;
        } else {
            buf_char(out, t.bytes[i] == '\\' ? '/' : t.bytes[i]);
        }
    }
}

/* Takes the steps of `path` over to `out`: "." stays, ".." goes back. */
static void walk(buf *out, text path)
{
    while (path.length != 0) {
        size_t end = 0;
        text step;

        while (end < path.length && path.bytes[end] != '/' &&
               path.bytes[end] != '\\')
            end++;
        step = text_cut(path, 0, end);
        path = text_from(path, end + 1);
        if (step.length == 0 || text_is(step, "."))
            continue;
        if (text_is(step, "..")) {
            while (out->length > 0 && out->bytes[out->length - 1] != '/')
                out->length--;
            if (out->length > 0)
                out->length--;
            continue;
        }
        if (out->length != 0)
            buf_char(out, '/');
        buf_text(out, step);
    }
}

const char *opc_resolve(arena *memory, const char *part, text target)
{
    const char *slash = strrchr(part, '/'), *resolved = NULL;
    buf out;

    buf_init(&out);
    for (size_t i = 0; i < target.length; i++) {
        if (target.bytes[i] == '#' || target.bytes[i] == '\0')
            target = text_cut(target, 0, i);
    }
    target = text_trim(target);
    if (!text_starts(target, "/") && !text_starts(target, "\\") &&
        slash != NULL)
        walk(&out, text_slice(part, (size_t)(slash - part)));
    walk(&out, target);
    if (buf_ok(&out))
        resolved = arena_strndup(memory, buf_cstr(&out), out.length);
    buf_free(&out);
    return resolved;
}

typedef struct relations_reader {
    opc *package;
    const char *part;
    opc_relations *out;
} relations_reader;

static bool try_target(opc *package, opc_relation *relation, const char *part,
                       text target)
{
    const char *name = opc_resolve(package->memory, part, target);

    if (name == NULL)
        return false;
    if (relation->target[0] == '\0')
        relation->target = name;
    if (zip_find(package->archive, name, &relation->entry)) {
        relation->found = true;
        relation->target = zip_at(package->archive, relation->entry)->name;
    }
    return true;
}

/* As written, then without %-escapes, then from the root. */
static bool find_target(opc *package, opc_relation *relation,
                        const char *part, text target)
{
    bool ok = try_target(package, relation, part, target);
    buf plain;

    if (!ok || relation->found)
        return ok;
    buf_init(&plain);
    put_unescaped(&plain, target);
    ok = buf_ok(&plain) &&
         try_target(package, relation, part, buf_slice(&plain));
    if (ok && !relation->found)
        ok = try_target(package, relation, "", buf_slice(&plain));
    buf_free(&plain);
    return ok;
}

static bool relations_start(void *context, xml_parser *p, xml_ns ns,
                            const char *name, const xml_attributes *a)
{
    relations_reader *r = context;
    opc *package = r->package;
    void *items = r->out->items;
    text id, type, target, mode;
    opc_relation *relation;
    bool ok;

    if (ns != XML_NS_RELATIONSHIPS)
        return false;
    if (strcmp(name, "Relationships") == 0)
        return true;
    if (strcmp(name, "Relationship") != 0)
        return false;
    if (r->out->count >= package->limits.entries) {
        xml_fail_limit(p, "there are more relations", "entries",
                       package->limits.entries);
        return false;
    }
    xml_attribute(a, "Id", &id);
    xml_attribute(a, "Type", &type);
    xml_attribute(a, "Target", &target);
    xml_attribute(a, "TargetMode", &mode);
    relation = arena_push(package->memory, &items, &r->out->count,
                          &r->out->capacity, sizeof(*relation));
    r->out->items = items;
    ok = relation != NULL;
    if (ok) {
        relation->id = arena_strndup(package->memory, id.bytes, id.length);
        relation->type = arena_strndup(package->memory, text_trim(type).bytes,
                                       text_trim(type).length);
        relation->target = "";
        relation->external = text_is(mode, "External");
        ok = relation->id != NULL && relation->type != NULL &&
             (relation->external ||
              find_target(package, relation, r->part, target));
    }
    if (!ok)
        xml_fail_status(p, limits_fail_memory(xml_error(p),
                                              package->memory));
    return false;
}

kpi_status opc_relations_read(opc *package, const char *part,
                              opc_relations *out, kpi_error *err)
{
    relations_reader reader = { package, part, out };
    xml_handler handler = { &reader, relations_start, opc_ignore_end, NULL };
    const char *slash = strrchr(part, '/'), *name;
    size_t folder = slash == NULL ? 0 : (size_t)(slash - part) + 1, entry;
    kpi_status status;

    *out = (opc_relations){ NULL, 0, 0 };
    if (part[0] == '\0' && package->has_root) {
        *out = package->root;
        return KPI_OK;
    }
    name = arena_printf(package->memory, "%.*s_rels/%s.rels", (int)folder,
                        part, part + folder);
    if (name == NULL)
        return limits_fail_memory(err, package->memory);
    if (!zip_find(package->archive, name, &entry))
        return KPI_OK;
    status = opc_parse(package, entry, XML_NS_RELATIONSHIPS, &handler, err);
    if (part[0] == '\0' && status == KPI_OK) {
        package->root = *out;
        package->has_root = true;
    }
    return status;
}

const opc_relation *opc_relation_by_id(const opc_relations *relations,
                                       text id)
{
    for (size_t i = 0; i < relations->count; i++) {
        if (text_is(id, relations->items[i].id))
            return &relations->items[i];
    }
    return NULL;
}

bool opc_relation_is(const opc_relation *relation, const char *name)
{
    const char *slash = strrchr(relation->type, '/');

    return slash != NULL && opc_same_name(slash + 1, name);
}

const opc_relation *opc_relation_by_type(const opc_relations *relations,
                                         const char *name)
{
    for (size_t i = 0; i < relations->count; i++) {
        if (!relations->items[i].external &&
            opc_relation_is(&relations->items[i], name))
            return &relations->items[i];
    }
    return NULL;
}
