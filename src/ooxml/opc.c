/*
 * opc.c - a package: parts, their types and relations
 */
#include "ooxml/opc.h"

#include <stdlib.h>

#include "base/buf.h"
#include "ooxml/sniff.h"

typedef struct content_type {
    const char *key; /* a part's name, or an extension */
    const char *type;
} content_type;

typedef struct content_types {
    content_type *items;
    size_t count, capacity;
} content_types;

struct opc {
    zip *archive;
    kpi_limits limits;
    arena *memory;
    content_types overrides, defaults;
    const char *main_part;
};

static kpi_status not_xlsx(kpi_error *err, const char *what)
{
    return kpi_fail(err, KPI_E_INPUT, "file-not-xlsx", NULL, "%s", what);
}

/* ---- Parts as XML ----------------------------------------------------- */

typedef struct part_input {
    zip *archive;
    bool whole; /* the end was reached */
} part_input;

static kpi_status read_part(void *context, void *buffer, size_t size,
                            size_t *got, kpi_error *err)
{
    part_input *input = context;
    kpi_status status = zip_read(input->archive, buffer, size, got, err);

    input->whole = status == KPI_OK && *got == 0;
    return status;
}

kpi_status opc_parse(opc *package, size_t entry, xml_ns expected,
                     const xml_handler *handler, kpi_error *err)
{
    part_input part = { package->archive, false };
    xml_input input = { &part, read_part,
                        zip_at(package->archive, entry)->name };
    kpi_status status = zip_begin(package->archive, entry, err);

    if (status != KPI_OK)
        return status;
    status = xml_parse(&input, &package->limits, expected, handler, err);
    if (status == KPI_OK && part.whole)
        status = zip_end(package->archive, err);
    zip_abandon(package->archive);
    return status;
}

/* ---- Content types ---------------------------------------------------- */

static bool equal_no_case(const char *a, const char *b)
{
    while (*a != '\0' && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return *a == '\0' && *b == '\0';
}

static void add_type(opc *package, xml_parser *p, content_types *list,
                     text key, text type)
{
    void *items = list->items;
    content_type *item;

    if (list->count >= package->limits.entries) {
        xml_fail_limit(p, "there are more content types", "entries",
                       package->limits.entries);
        return;
    }
    item = arena_push(package->memory, &items, &list->count, &list->capacity,
                      sizeof(*item));
    list->items = items;
    if (item != NULL) {
        item->key = arena_strndup(package->memory, key.bytes, key.length);
        item->type = arena_strndup(package->memory, type.bytes, type.length);
    }
    if (item == NULL || item->key == NULL || item->type == NULL) {
        if (item != NULL)
            list->count--;
        xml_fail_status(p, limits_fail_memory(xml_error(p),
                                              package->memory));
    }
}

static bool types_start(void *context, xml_parser *p, xml_ns ns,
                        const char *name, const xml_attributes *a)
{
    opc *package = context;
    text key, type;

    if (ns != XML_NS_CONTENT_TYPES)
        return false;
    if (strcmp(name, "Types") == 0)
        return true;
    xml_attribute(a, "ContentType", &type);
    if (strcmp(name, "Override") == 0 && xml_attribute(a, "PartName", &key)) {
        while (text_starts(key, "/") || text_starts(key, "\\"))
            key = text_from(key, 1);
        add_type(package, p, &package->overrides, key, type);
    } else if (strcmp(name, "Default") == 0 &&
               xml_attribute(a, "Extension", &key)) {
        add_type(package, p, &package->defaults, key, type);
    }
    return false;
}

static void ignore_end(void *context, xml_parser *p, const char *name)
{
    (void)context;
    (void)p;
    (void)name;
}

const char *opc_content_type(const opc *package, const char *part)
{
    const char *dot = strrchr(part, '.');

    for (size_t i = 0; i < package->overrides.count; i++) {
        if (equal_no_case(package->overrides.items[i].key, part))
            return package->overrides.items[i].type;
    }
    for (size_t i = 0; dot != NULL && i < package->defaults.count; i++) {
        if (equal_no_case(package->defaults.items[i].key, dot + 1))
            return package->defaults.items[i].type;
    }
    return "";
}

const char *opc_part_of_type(const opc *package, const char *type)
{
    for (size_t i = 0; i < package->overrides.count; i++) {
        if (strstr(package->overrides.items[i].type, type) != NULL)
            return package->overrides.items[i].key;
    }
    return NULL;
}

/* ---- Relations -------------------------------------------------------- */

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
    xml_handler handler = { &reader, relations_start, ignore_end, NULL };
    const char *slash = strrchr(part, '/'), *name;
    size_t folder = slash == NULL ? 0 : (size_t)(slash - part) + 1, entry;

    *out = (opc_relations){ NULL, 0, 0 };
    name = arena_printf(package->memory, "%.*s_rels/%s.rels", (int)folder,
                        part, part + folder);
    if (name == NULL)
        return limits_fail_memory(err, package->memory);
    if (!zip_find(package->archive, name, &entry))
        return KPI_OK;
    return opc_parse(package, entry, XML_NS_RELATIONSHIPS, &handler, err);
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

    return slash != NULL && equal_no_case(slash + 1, name);
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

/* ---- What kind of package --------------------------------------------- */

static bool name_starts(const char *name, const char *prefix)
{
    while (*prefix != '\0' && ascii_lower(*name) == *prefix) {
        name++;
        prefix++;
    }
    return *prefix == '\0';
}

static bool has_part_under(const opc *package, const char *folder)
{
    for (size_t i = 0; i < zip_count(package->archive); i++) {
        const zip_entry *entry = zip_at(package->archive, i);

        if (!entry->folder && name_starts(entry->name, folder))
            return true;
    }
    return false;
}

/* OpenDocument says what it is in an entry "mimetype". */
static kpi_status refuse_opendocument(opc *package, kpi_error *err)
{
    char type[128];
    size_t entry, got = 0;
    kpi_status status = KPI_OK;
    text t;

    if (!zip_find(package->archive, "mimetype", &entry) ||
        has_part_under(package, "xl/"))
        return KPI_OK;
    if (zip_begin(package->archive, entry, err) != KPI_OK)
        return not_xlsx(err, "the file is no workbook");
    status = zip_read(package->archive, type, sizeof(type), &got, err);
    zip_abandon(package->archive);
    t = text_slice(type, got);
    if (status == KPI_OK &&
        text_find(t, "opendocument.spreadsheet", 0) != SIZE_MAX)
        return kpi_fail(err, KPI_E_INPUT, "file-ods", NULL,
                        "the file is an OpenDocument spreadsheet (.ods)");
    return not_xlsx(err, "the file is no workbook but another document");
}

static bool mentions(const opc *package, const char *type)
{
    for (size_t i = 0; i < package->defaults.count; i++) {
        if (strstr(package->defaults.items[i].type, type) != NULL)
            return true;
    }
    return opc_part_of_type(package, type) != NULL;
}

static kpi_status read_content_types(opc *package, kpi_error *err)
{
    xml_handler handler = { package, types_start, ignore_end, NULL };
    bool has_xl = has_part_under(package, "xl/");
    kpi_status status = KPI_OK;
    size_t entry;

    if (zip_find(package->archive, "[Content_Types].xml", &entry))
        status = opc_parse(package, entry, XML_NS_CONTENT_TYPES, &handler,
                           err);
    if (status == KPI_E_INPUT && !has_xl &&
        (err == NULL || strcmp(err->rule, "file-damaged") == 0))
        return not_xlsx(err, "the file is a ZIP archive, but no workbook");
    if (status == KPI_OK && !has_xl && !mentions(package, "spreadsheetml") &&
        !mentions(package, "ms-excel"))
        return not_xlsx(err, "the file is a ZIP archive, but no workbook");
    return status;
}

/*
 * The standard's way is the package's relation to its officeDocument. Where
 * that leads nowhere: the part whose type says workbook, the usual names.
 */
static kpi_status find_main_part(opc *package, kpi_error *err)
{
    static const char *const usual[] = { "xl/workbook.xml",
                                         "xl/workbook.bin" };
    opc_relations root;
    kpi_status status = opc_relations_read(package, "", &root, err);
    const opc_relation *main;
    const char *part = NULL;
    size_t entry;

    if (status != KPI_OK)
        return status;
    main = opc_relation_by_type(&root, "officeDocument");
    if (main != NULL && main->found)
        part = main->target;
    if (part == NULL) {
        part = opc_part_of_type(package, "sheet.main+xml");
        if (part != NULL && zip_find(package->archive, part, &entry))
            part = zip_at(package->archive, entry)->name;
        else
            part = NULL;
    }
    for (size_t i = 0; part == NULL && i < 2; i++) {
        if (zip_find(package->archive, usual[i], &entry))
            part = zip_at(package->archive, entry)->name;
    }
    if (part == NULL)
        return kpi_fail(err, KPI_E_INPUT, "file-damaged",
                        main != NULL && main->target[0] != '\0'
                            ? main->target : "xl/workbook.xml",
                        "the workbook part is missing");
    package->main_part = part;
    return KPI_OK;
}

/*
 * Some writers list types of parts that they never write (xlsb among them)
 * as Defaults, so only the type of the workbook itself counts.
 */
static kpi_status judge_main_part(const opc *package, kpi_error *err)
{
    const char *part = package->main_part;
    const char *type = opc_content_type(package, part);

    if (strstr(type, "sheet.binary") != NULL ||
        text_ends(text_of(part), ".bin"))
        return kpi_fail(err, KPI_E_INPUT, "file-xlsb", NULL,
                        "the file is a binary workbook (.xlsb)");
    if (strstr(type, "wordprocessingml") != NULL ||
        strstr(type, "presentationml") != NULL ||
        strstr(type, "ms-word") != NULL ||
        strstr(type, "ms-powerpoint") != NULL ||
        strstr(type, "visio") != NULL)
        return not_xlsx(err, "the file is no workbook but another Office "
                             "document");
    return KPI_OK;
}

kpi_status opc_open(opc **out, const kpi_source *source,
                    const kpi_limits *limits, arena *memory, kpi_error *err)
{
    opc *package = NULL;
    kpi_status status;

    *out = NULL;
    if (source->size > limits->file_bytes)
        return limits_fail(err, NULL, "the file has more bytes",
                           "file-bytes", limits->file_bytes);
    status = sniff(source->bytes, source->size, err);
    if (status != KPI_OK)
        return status;
    package = calloc(1, sizeof(*package));
    if (package == NULL)
        return kpi_fail_nomem(err);
    package->limits = *limits;
    package->memory = memory;
    status = zip_open(&package->archive, source->bytes, source->size, limits,
                      memory, err);
    if (status == KPI_E_INPUT && package->archive == NULL &&
        !sniff_is_zip(source->bytes, source->size))
        status = not_xlsx(err, "the file is neither a workbook nor a ZIP "
                               "archive");
    if (status == KPI_OK)
        status = refuse_opendocument(package, err);
    if (status == KPI_OK)
        status = read_content_types(package, err);
    if (status == KPI_OK)
        status = find_main_part(package, err);
    if (status == KPI_OK)
        status = judge_main_part(package, err);
    if (status != KPI_OK) {
        opc_close(package);
        return status;
    }
    *out = package;
    return KPI_OK;
}

void opc_close(opc *package)
{
    if (package == NULL)
        return;
    zip_close(package->archive);
    free(package);
}

zip *opc_zip(const opc *package)
{
    return package->archive;
}

const kpi_limits *opc_limits(const opc *package)
{
    return &package->limits;
}

const char *opc_main_part(const opc *package)
{
    return package->main_part;
}
