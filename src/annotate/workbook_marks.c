/*
 * workbook_marks.c - a sheet in front, in xl/workbook.xml
 */
#include "annotate/workbook_marks.h"

#include <string.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/"

enum { LAST_SHEET_ID = 65534 };

/* ---- Reading ---------------------------------------------------------- */

/* As xlsx/workbook.c tells them. */
static bool is_worksheet(const opc *package, const opc_relation *r)
{
    static const char *const others[] = {
        "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet",
    };
    static const char *const types[] = { "chartsheet", "dialogsheet",
                                         "macrosheet" };
    const char *type = opc_content_type(package, r->target);

    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
        if (opc_relation_is(r, others[i]))
            return false;
    }
    for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
        if (strstr(type, types[i]) != NULL)
            return false;
    }
    return true;
}

static kpi_status no_memory(kpi_error *err)
{
    return kpi_fail_nomem(err);
}

static kpi_status not_as_read(const workbook_map *map, kpi_error *err)
{
    return kpi_fail(err, KPI_E_INPUT, "file-damaged", map->part,
                    "the list of sheets cannot be changed safely");
}

typedef struct map_reader {
    workbook_map *map;
    arena *memory;
    const opc *package;
    const opc_relations *relations;
    size_t in_book;
} map_reader;

static bool add_sheet(map_reader *r, const scan *s, const scan_tag *tag)
{
    void *items = r->map->items;
    map_sheet *sheet = arena_push(r->memory, &items, &r->map->count,
                                  &r->map->capacity, sizeof(*sheet));
    const opc_relation *relation = NULL;
    scan_attribute a;

    r->map->items = items;
    if (sheet == NULL)
        return false;
    *sheet = (map_sheet){ .id = { "", 0 }, .book = SIZE_MAX };
    if (scan_find(s, tag, "id", true, &a) && a.value.length > 0) {
        sheet->id = a.value;
        relation = opc_relation_by_id(r->relations, a.value);
    }
    if (relation != NULL && relation->found)
        sheet->part = relation->target;
    if (relation == NULL || is_worksheet(r->package, relation))
        sheet->book = r->in_book++;
    return true;
}

/* The transitional namespaces, unless the workbook is strict. */
static void set_namespaces(workbook_map *map, text uri)
{
    bool strict = text_starts(uri, "http://purl.oclc.org/");

    map->main = strict
        ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
        : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    map->relation = strict ? STRICT "relationships/"
                           : OFFICE "relationships/";
}

static kpi_status read_map(map_reader *r, kpi_error *err)
{
    bool inside = false;
    scan_tag tag;
    scan s;

    scan_init(&s, r->map->xml);
    if (!scan_next(&s, &tag) || !scan_is(&tag, "workbook"))
        return not_as_read(r->map, err);
    set_namespaces(r->map, scan_uri(&s, tag.prefix));
    while (scan_next(&s, &tag)) {
        if (tag.depth == 2)
            inside = tag.kind == SCAN_START && !tag.empty &&
                     scan_is(&tag, "sheets");
        if (inside && tag.depth == 3 && tag.kind == SCAN_START &&
            scan_is(&tag, "sheet") && !add_sheet(r, &s, &tag))
            return no_memory(err);
    }
    return s.broken ? not_as_read(r->map, err) : KPI_OK;
}

kpi_status workbook_map_read(workbook_map *out, package_patch *p,
                             arena *memory, const book *b, kpi_error *err)
{
    opc *package = package_patch_opc(p);
    opc_relations relations;
    map_reader reader = { out, memory, package, &relations, 0 };
    kpi_status status;
    bool found;

    *out = (workbook_map){ .part = opc_main_part(package) };
    status = opc_relations_read(package, out->part, &relations, err);
    if (status == KPI_OK)
        status = part_read(p, out->part, memory, &out->xml, &found, err);
    if (status == KPI_OK)
        status = read_map(&reader, err);
    if (status == KPI_OK && reader.in_book != book_sheet_count(b))
        status = not_as_read(out, err);
    return status;
}

/* ---- Changing --------------------------------------------------------- */

typedef struct changer {
    xml_edit *e;
    scan s;
    const char *name, *id;   /* of the sheet to add, or NULL */
    const list_extent *extent; /* NULL: no names */
    size_t gone;             /* index of the sheet to take out */
    size_t sheets;           /* <sheet> elements seen */
    size_t most_id;
    bool used[LAST_SHEET_ID + 1];
    bool named;              /* there are defined names */
    size_t names_at;         /* where they would stand */
    text prefix;
} changer;

static void put_name(buf *b, text prefix, const char *name)
{
    buf_text(b, prefix);
    if (prefix.length != 0)
        buf_char(b, ':');
    buf_string(b, name);
}

static void put_names(changer *c, buf *b)
{
    unsigned head = (unsigned)c->extent->head + 1;
    unsigned last = (unsigned)c->extent->last + 1;
    const struct { const char *name, *hidden; char range[48]; } names[] = {
        { "_xlnm._FilterDatabase", " hidden=\"1\"", "" },
        { "_xlnm.Print_Area", "", "" }, { "_xlnm.Print_Titles", "", "" },
    };

    for (size_t i = last > head ? 0 : 1; i < 3; i++) {
        buf_char(b, '<');
        put_name(b, c->prefix, "definedName");
        buf_printf(b, " name=\"%s\" localSheetId=\"0\"%s>'", names[i].name,
                   names[i].hidden);
        xml_put_text(b, text_of(c->name));
        if (i == 2)
            buf_printf(b, "'!$%u:$%u</", head, head);
        else
            buf_printf(b, "'!$A$%u:$H$%u</", i == 0 ? head : 1, last);
        put_name(b, c->prefix, "definedName");
        buf_char(b, '>');
    }
}

static void insert(changer *c, size_t at, const buf *b)
{
    if (!buf_ok(b))
        c->e->failed = true;
    else
        xml_edit_insert(c->e, at, buf_slice(b));
}

static size_t free_sheet_id(const changer *c)
{
    size_t id = c->most_id + 1;

    if (id > LAST_SHEET_ID) {
        for (id = 1; id < LAST_SHEET_ID && c->used[id]; id++)
            ;
    }
    return id;
}

static void put_sheet(changer *c, const scan_tag *sheets, size_t at)
{
    text r = { "", 0 };
    const char *uri = text_starts(scan_uri(&c->s, sheets->prefix),
                                  "http://purl.oclc.org/")
                          ? STRICT "relationships" : OFFICE "relationships";
    buf b;

    buf_init(&b);
    buf_char(&b, '<');
    put_name(&b, sheets->prefix, "sheet");
    buf_string(&b, " name=\"");
    xml_put_text(&b, text_of(c->name));
    buf_printf(&b, "\" sheetId=\"%zu\" ", free_sheet_id(c));
    if (scan_prefix(&c->s, SCAN_OFFICE, &r) && r.length > 0) {
        buf_text(&b, r);
        buf_printf(&b, ":id=\"%s\"/>", c->id);
    } else {
        buf_printf(&b, "xmlns:r=\"%s\" r:id=\"%s\"/>", uri, c->id);
    }
    insert(c, at, &b);
    buf_free(&b);
}

static bool walk_sheets(changer *c, const scan_tag *start)
{
    scan_tag tag, end;
    size_t id;

    while (!start->empty && scan_next(&c->s, &tag)) {
        if (tag.kind == SCAN_END) {
            if (c->name != NULL)
                put_sheet(c, start, start->to);
            return true;
        }
        if (!scan_skip(&c->s, &tag, &end))
            return false;
        if (!scan_is(&tag, "sheet"))
            continue;
        if (text_to_size(scan_value(&c->s, &tag, "sheetId"), &id) &&
            id <= LAST_SHEET_ID) {
            c->used[id] = true;
            c->most_id = id > c->most_id ? id : c->most_id;
        }
        if (c->name == NULL && c->sheets == c->gone)
            xml_edit_remove(c->e, tag.from, end.to);
        c->sheets++;
    }
    return false;
}

static void set_number(changer *c, const scan_tag *tag, const char *name,
                       size_t value)
{
    const char *digits = arena_printf(c->e->memory, "%zu", value);

    if (digits == NULL)
        c->e->failed = true;
    else
        xml_edit_attribute(c->e, &c->s, tag, name, digits);
}

static bool walk_names(changer *c, const scan_tag *start)
{
    scan_tag tag, end = *start;
    size_t index, left = 0;
    buf b;

    c->named = true;
    if (c->extent != NULL && !start->empty) {
        buf_init(&b);
        put_names(c, &b);
        insert(c, start->to, &b);
        buf_free(&b);
    }
    while (!start->empty && scan_next(&c->s, &end)) {
        if (end.kind == SCAN_END)
            break;
        tag = end;
        if (!scan_skip(&c->s, &tag, &end))
            return false;
        left++;
        if (!text_to_size(scan_value(&c->s, &tag, "localSheetId"), &index))
            continue;
        if (c->name != NULL) {
            set_number(c, &tag, "localSheetId", index + 1);
        } else if (index == c->gone) {
            xml_edit_remove(c->e, tag.from, end.to);
            left--;
        } else if (index > c->gone) {
            set_number(c, &tag, "localSheetId", index - 1);
        }
    }
    if (c->name == NULL && left == 0) {
        c->e->failed = c->e->failed || end.kind != SCAN_END;
        while (c->e->count > 0 &&
               c->e->items[c->e->count - 1].from >= start->from)
            c->e->count--;
        xml_edit_remove(c->e, start->from, end.to);
    }
    return true;
}

static bool walk_views(changer *c, const scan_tag *start)
{
    static const char *const counted[] = { "activeTab", "firstSheet" };
    scan_tag tag, end;

    while (!start->empty && scan_next(&c->s, &tag)) {
        if (tag.kind == SCAN_END)
            return true;
        if (!scan_skip(&c->s, &tag, &end))
            return false;
        for (size_t i = 0; i < 2 && scan_is(&tag, "workbookView"); i++) {
            size_t index;
            bool there = text_to_size(scan_value(&c->s, &tag, counted[i]),
                                      &index);

            if (c->name != NULL || (there && index <= c->gone && i == 0 &&
                                    index == c->gone))
                xml_edit_attribute(c->e, &c->s, &tag, counted[i], NULL);
            else if (there && index > c->gone)
                set_number(c, &tag, counted[i], index - 1);
        }
    }
    return start->empty;
}

static bool walk_child(changer *c, const scan_tag *tag)
{
    scan_tag end;
    bool before_names = scan_is(tag, "sheets") ||
                        scan_is(tag, "functionGroups") ||
                        scan_is(tag, "externalReferences");
    bool ok;

    if (scan_is(tag, "sheets"))
        ok = walk_sheets(c, tag);
    else if (scan_is(tag, "definedNames") && !tag->empty)
        ok = walk_names(c, tag);
    else if (scan_is(tag, "bookViews"))
        ok = walk_views(c, tag);
    else
        ok = scan_skip(&c->s, tag, &end);
    if (before_names)
        c->names_at = c->s.at;
    return ok;
}

static bool change(changer *c, const workbook_map *map)
{
    scan_tag root, tag;
    buf b;

    scan_init(&c->s, map->xml);
    if (!scan_next(&c->s, &root) || root.empty)
        return false;
    c->prefix = root.prefix;
    while (scan_next(&c->s, &tag) && tag.kind == SCAN_START) {
        if (!walk_child(c, &tag))
            return false;
    }
    if (c->s.broken)
        return false;
    if (c->extent != NULL && !c->named && c->names_at != 0) {
        buf_init(&b);
        buf_char(&b, '<');
        put_name(&b, c->prefix, "definedNames");
        buf_char(&b, '>');
        put_names(c, &b);
        buf_string(&b, "</");
        put_name(&b, c->prefix, "definedNames");
        buf_char(&b, '>');
        insert(c, c->names_at, &b);
        buf_free(&b);
    }
    return !c->e->failed;
}

bool workbook_add_sheet(xml_edit *e, const workbook_map *map,
                        const char *name, const char *id,
                        const list_extent *extent)
{
    changer *c = arena_alloc(e->memory, sizeof(*c));

    if (c == NULL)
        return false;
    c->e = e;
    c->name = name;
    c->id = id;
    /* openpyxl does not see the sheets of a strict workbook and then trips
     * over names of sheets; they only help printing. */
    if (!text_starts(text_of(map->main), "http://purl.oclc.org/"))
        c->extent = extent;
    return change(c, map);
}

bool workbook_remove_sheet(xml_edit *e, const workbook_map *map,
                           size_t index)
{
    changer *c = arena_alloc(e->memory, sizeof(*c));

    if (c == NULL)
        return false;
    c->e = e;
    c->gone = index;
    return change(c, map);
}
