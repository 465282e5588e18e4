/*
 * workbook.c - xl/workbook.xml: the sheets in order, the date system, names
 */
#include "xlsx/workbook.h"

#include <string.h>

#include "base/buf.h"
#include "xlsx/xstring.h"

enum place { PLACE_NONE, PLACE_ROOT, PLACE_SHEETS, PLACE_NAMES, PLACE_NAME };

typedef struct reader {
    workbook *book;
    opc *package;
    const opc_relations *relations;
    arena *memory;
    enum place place;
    bool root;
    uint64_t listed;   /* sheets of all kinds */
    const char *name;  /* of the defined name that is open */
    buf value;
} reader;

static void fail_memory(reader *r, xml_parser *p)
{
    xml_fail_status(p, limits_fail_memory(xml_error(p), r->memory));
}

static char *decoded(arena *memory, text value)
{
    char *copy = arena_strndup(memory, value.bytes, value.length);

    if (copy != NULL)
        copy[xstring_decode(copy, value.length)] = '\0';
    return copy;
}

static sheet_state state_of(const xml_attributes *a)
{
    text state;

    xml_attribute(a, "state", &state);
    if (text_is(state, "hidden"))
        return SHEET_HIDDEN;
    if (text_is(state, "veryHidden"))
        return SHEET_VERY_HIDDEN;
    return SHEET_VISIBLE;
}

/* By the relation's type, and by the part's where the relation is vague. */
static bool is_worksheet(const reader *r, const opc_relation *relation)
{
    static const char *const others[] = {
        "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet",
    };
    static const char *const other_types[] = {
        "chartsheet", "dialogsheet", "macrosheet",
    };
    const char *type = opc_content_type(r->package, relation->target);

    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
        if (opc_relation_is(relation, others[i]))
            return false;
    }
    for (size_t i = 0; i < sizeof(other_types) / sizeof(*other_types); i++) {
        if (strstr(type, other_types[i]) != NULL)
            return false;
    }
    return true;
}

/* Never written by anyone; a small file could so hold any number of cells. */
static bool is_shared(const workbook *w, size_t entry)
{
    for (size_t i = 0; i < w->sheet_count; i++) {
        if (!w->sheets[i].info.missing && w->sheets[i].entry == entry)
            return true;
    }
    return false;
}

static void add_sheet(reader *r, xml_parser *p, const xml_attributes *a)
{
    workbook *w = r->book;
    const opc_relation *relation = NULL;
    void *items = w->sheets;
    workbook_sheet *sheet;
    text name, id;

    if (++r->listed > opc_limits(r->package)->sheets) {
        xml_fail_limit(p, "there are more sheets", "sheets",
                       opc_limits(r->package)->sheets);
        return;
    }
    xml_attribute(a, "name", &name);
    if (!xml_attribute_prefixed(a, "id", &id))
        xml_attribute(a, "id", &id); /* by writers that forget r: */
    if (id.length != 0) {
        relation = opc_relation_by_id(r->relations, id);
        if (relation != NULL && !is_worksheet(r, relation))
            return;
        if (relation == NULL || !relation->found) {
            xml_fail(p, KPI_E_INPUT, "file-damaged",
                     "the part of sheet \"%.*s\" is missing",
                     name.length < 100 ? (int)name.length : 100, name.bytes);
            return;
        }
        if (is_shared(w, relation->entry)) {
            xml_fail(p, KPI_E_INPUT, "file-damaged",
                     "two sheets have one part, %s", relation->target);
            return;
        }
    }
    sheet = arena_push(r->memory, &items, &w->sheet_count,
                       &w->sheet_capacity, sizeof(*sheet));
    w->sheets = items;
    if (sheet == NULL) {
        fail_memory(r, p);
        return;
    }
    sheet->info.state = state_of(a);
    sheet->info.missing = relation == NULL;
    sheet->entry = relation == NULL ? 0 : relation->entry;
    sheet->info.name = decoded(r->memory, name);
    if (sheet->info.name == NULL) {
        sheet->info.name = "";
        fail_memory(r, p);
    }
}

static bool open_name(reader *r, xml_parser *p, const xml_attributes *a)
{
    text name;

    if (!xml_attribute(a, "name", &name) ||
        xml_attribute(a, "localSheetId", &(text){ "", 0 }))
        return false;
    r->name = decoded(r->memory, name);
    if (r->name == NULL) {
        fail_memory(r, p);
        return false;
    }
    buf_clear(&r->value);
    r->place = PLACE_NAME;
    return true;
}

static void close_name(reader *r, xml_parser *p)
{
    void *items = r->book->names;
    workbook_name *name = arena_push(r->memory, &items, &r->book->name_count,
                                     &r->book->name_capacity, sizeof(*name));
    const char *value = arena_strndup(r->memory, buf_cstr(&r->value),
                                      r->value.length);

    r->book->names = items;
    if (name == NULL || value == NULL || !buf_ok(&r->value)) {
        r->book->name_count -= name != NULL;
        fail_memory(r, p);
        return;
    }
    name->name = r->name;
    name->value = value;
}

static bool on_start(void *context, xml_parser *p, xml_ns ns,
                     const char *name, const xml_attributes *a)
{
    reader *r = context;

    if (ns != XML_NS_MAIN)
        return false;
    switch (r->place) {
    case PLACE_NONE:
        if (strcmp(name, "workbook") != 0)
            return false;
        r->root = true;
        r->place = PLACE_ROOT;
        return true;
    case PLACE_ROOT:
        if (strcmp(name, "workbookPr") == 0)
            r->book->date1904 = xml_attribute_bool(a, "date1904", false);
        else if (strcmp(name, "sheets") == 0)
            r->place = PLACE_SHEETS;
        else if (strcmp(name, "definedNames") == 0)
            r->place = PLACE_NAMES;
        return r->place != PLACE_ROOT;
    case PLACE_SHEETS:
        if (strcmp(name, "sheet") == 0)
            add_sheet(r, p, a);
        return false;
    case PLACE_NAMES:
        return strcmp(name, "definedName") == 0 && open_name(r, p, a);
    default:
        return false;
    }
}

static void on_text(void *context, xml_parser *p, const char *bytes,
                    size_t length)
{
    reader *r = context;
    uint64_t most = opc_limits(r->package)->string_bytes;

    if (r->place != PLACE_NAME)
        return;
    if (r->value.length + length > most)
        xml_fail_limit(p, "a defined name has more bytes", "string-bytes",
                       most);
    else
        buf_add(&r->value, bytes, length);
}

static void on_end(void *context, xml_parser *p, const char *name)
{
    reader *r = context;

    (void)name;
    if (r->place == PLACE_NAME) {
        close_name(r, p);
        r->place = PLACE_NAMES;
    } else {
        r->place = r->place == PLACE_ROOT ? PLACE_NONE : PLACE_ROOT;
    }
}

kpi_status workbook_read(workbook *out, opc *package, size_t entry,
                         const opc_relations *relations, arena *memory,
                         kpi_error *err)
{
    reader r = { .book = out, .package = package, .relations = relations,
                 .memory = memory };
    xml_handler handler = { &r, on_start, on_end, on_text };
    const char *part = zip_at(opc_zip(package), entry)->name;
    kpi_status status;

    *out = (workbook){ .date1904 = false };
    buf_init(&r.value);
    status = opc_parse(package, entry, XML_NS_MAIN, &handler, err);
    buf_free(&r.value);
    if (status == KPI_OK && !r.root)
        status = kpi_fail(err, KPI_E_INPUT, "file-damaged", part,
                          "the part is no workbook");
    if (status == KPI_OK && r.listed == 0)
        status = kpi_fail(err, KPI_E_INPUT, "file-damaged", part,
                          "the workbook has no sheets");
    return status;
}
