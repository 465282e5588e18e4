/*
 * package_facts.c - what must hold across the parts of a workbook
 */
#include "support/package_facts.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "ooxml/zip.h"

enum { SHEET_NAME = 31, STRING = 32767, DEFINED_NAME = 255 };

size_t utf16_length(const char *t)
{
    text all = text_of(t);
    size_t units = 0;

    for (size_t at = 0; at < all.length;)
        units += utf8_next(all, &at) > 0xFFFF ? 2 : 1;
    return units;
}

const package_part *package_find(const package_facts *p, const char *name)
{
    for (size_t i = 0; i < p->count; i++)
        if (!strcmp(p->parts[i].name, name))
            return &p->parts[i];
    return NULL;
}

static bool ends(const char *t, const char *end)
{
    size_t n = strlen(t), m = strlen(end);

    return n >= m && !strcmp(t + n - m, end);
}

/* ---- Relationships ------------------------------------------------------ */

/* "xl/worksheets/sheet1.xml" -> "xl/worksheets/_rels/sheet1.xml.rels" */
static const char *relations_of(package_facts *p, const char *part)
{
    const char *slash = strrchr(part, '/');
    int folder = slash ? (int)(slash - part + 1) : 0;

    return arena_printf(&p->memory, "%.*s_rels/%s.rels", folder, part,
                        part + folder);
}

/* Resolves "../drawings/drawing1.xml" against a part's folder. */
static const char *resolve(package_facts *p, const char *part,
                           const char *target)
{
    const char *slash = strrchr(part, '/');
    size_t folder = slash ? (size_t)(slash - part) : 0;

    if (*target == '/')
        return target + 1;
    while (!strncmp(target, "../", 3)) {
        target += 3;
        while (folder > 0 && part[--folder] != '/')
            ;
    }
    return folder ? arena_printf(&p->memory, "%.*s/%s", (int)folder, part,
                                 target)
                  : target;
}

const package_part *package_target(const package_facts *facts,
                                   const package_part *part, const char *id)
{
    package_facts *p = (package_facts *)(uintptr_t)facts;
    const package_part *rels = package_find(p, relations_of(p, part->name));

    if (!rels || !rels->xml)
        return NULL;
    NODE_EACH(r, xmlDocGetRootElement(rels->xml), "Relationship")
        if (!strcmp(node_value(r, "Id"), id))
            return package_find(p, resolve(p, part->name,
                                           node_value(r, "Target")));
    return NULL;
}

static void check_relations(package_facts *p, const package_part *rels)
{
    const xmlNode *root = xmlDocGetRootElement(rels->xml);
    const char *at = strstr(rels->name, "_rels/");
    char *owner = arena_printf(&p->memory, "%.*s%s", (int)(at - rels->name),
                               rels->name, at + 6);

    owner[strlen(owner) - 5] = '\0'; /* .rels */
    if (*owner && !package_find(p, owner))
        offend(p->o, root, "no part %s has these relationships", owner);
    NODE_EACH(r, root, "Relationship") {
        const char *target = node_value(r, "Target");

        NODE_EACH(other, root, "Relationship")
            if (other != r && !strcmp(node_value(other, "Id"),
                                      node_value(r, "Id")))
                offend(p->o, r, "two relationships %s", node_value(r, "Id"));
        if (strcmp(node_value(r, "TargetMode"), "External") &&
            !package_find(p, resolve(p, owner, target)))
            offend(p->o, r, "its target %s is missing", target);
    }
}

/* Every r:id of a part is a relationship of it. */
static void check_ids(package_facts *p, const package_part *part,
                      const xmlNode *n)
{
    for (const xmlAttr *a = n->properties; a; a = a->next)
        if (a->ns && ends((const char *)a->ns->href, "/relationships") &&
            a->children &&
            !package_target(p, part, (const char *)a->children->content)) {
            const package_part *rels =
                package_find(p, relations_of(p, part->name));
            bool external = false;

            if (rels && rels->xml)
                NODE_EACH(r, xmlDocGetRootElement(rels->xml), "Relationship")
                    external = external ||
                        (!strcmp(node_value(r, "Id"),
                                 (const char *)a->children->content) &&
                         *node_value(r, "TargetMode"));
            if (!external)
                offend(p->o, n, "r:%s=%s leads nowhere", a->name,
                       a->children->content);
        }
    NODE_EACH(child, n, NULL)
        check_ids(p, part, child);
}

/* ---- Content types ------------------------------------------------------ */

static void check_types(package_facts *p)
{
    const package_part *types = package_find(p, "[Content_Types].xml");
    const xmlNode *root = types && types->xml
                              ? xmlDocGetRootElement(types->xml) : NULL;

    p->o->part = "[Content_Types].xml";
    if (!root) {
        offend(p->o, NULL, "it is missing");
        return;
    }
    NODE_EACH(t, root, "Override") {
        const char *name = node_value(t, "PartName");

        if (*name != '/' || !package_find(p, name + 1))
            offend(p->o, t, "no part %s", name);
        NODE_EACH(other, root, "Override")
            if (other != t && !strcmp(node_value(other, "PartName"), name))
                offend(p->o, t, "two types of %s", name);
    }
    for (size_t i = 0; i < p->count; i++) {
        const char *name = p->parts[i].name, *dot = strrchr(name, '.');
        bool known = false;

        NODE_EACH(t, root, "Default")
            known = known || (dot && !strcmp(node_value(t, "Extension"),
                                             dot + 1));
        NODE_EACH(t, root, "Override")
            known = known || !strcmp(node_value(t, "PartName") + 1, name);
        if (!known)
            offend(p->o, root, "%s has no type", name);
        /* What is only "some XML" is not what it is read as. */
        if (ends(name, ".xml") && strstr(name, "xl/")) {
            bool named = false;

            NODE_EACH(t, root, "Override")
                named = named || !strcmp(node_value(t, "PartName") + 1, name);
            if (!named)
                offend(p->o, root, "%s is only XML", name);
        }
    }
}

/* ---- The workbook ------------------------------------------------------- */

bool package_has_sheet(const package_facts *p, const char *name,
                       size_t length)
{
    const package_part *book = package_find(p, "xl/workbook.xml");
    buf plain;
    bool found = false;

    if (!book || !book->xml)
        return false;
    buf_init(&plain);
    if (length > 1 && name[0] == '\'') {
        for (size_t i = 1; i + 1 < length; i++) {
            buf_char(&plain, name[i]);
            i += name[i] == '\'';
        }
    } else {
        buf_add(&plain, name, length);
    }
    NODE_EACH(s, node_child(xmlDocGetRootElement(book->xml), "sheets"),
              "sheet")
        found = found || !strcmp(node_value(s, "name"), buf_cstr(&plain));
    buf_free(&plain);
    return found;
}

static void check_sheet_name(package_facts *p, const xmlNode *sheet)
{
    const char *name = node_value(sheet, "name");
    size_t length = strlen(name);

    if (!length || utf16_length(name) > SHEET_NAME ||
        strpbrk(name, "[]:*?/\\") || name[0] == '\'' ||
        name[length - 1] == '\'')
        offend(p->o, sheet, "no name for a sheet: %s", name);
    for (const xmlNode *other = node_from(sheet->next, "sheet"); other;
         other = node_from(other->next, "sheet"))
        if (!xmlStrcasecmp((const xmlChar *)node_value(other, "name"),
                           (const xmlChar *)name) ||
            node_number(other, "sheetId") == node_number(sheet, "sheetId"))
            offend(p->o, other, "a second sheet %s", name);
}

static bool name_is_legal(const char *name)
{
    size_t letters = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "abcdefghijklmnopqrstuvwxyz");

    if (!strncmp(name, "_xlnm.", 6))
        return true;
    /* Like a cell: A1, XFD1048576. */
    if (letters && letters <= 3 && name[letters] &&
        !name[letters + strspn(name + letters, "0123456789")])
        return false;
    return *name && utf16_length(name) <= DEFINED_NAME &&
           !strpbrk(name, " -+*/^&=<>()[]{},;:!'\"#") &&
           !strchr("0123456789.?", *name);
}

/* The sheet of 'name'!$A$1 exists. */
static void check_target(package_facts *p, const xmlNode *n, const char *t)
{
    const char *mark = strrchr(t, '!');

    if (mark && !package_has_sheet(p, t, (size_t)(mark - t)))
        offend(p->o, n, "no such sheet: %s", t);
}

static void check_workbook(package_facts *p, const xmlNode *root)
{
    const xmlNode *names = node_child(root, "definedNames");
    long sheets = (long)node_count(node_child(root, "sheets"), "sheet");

    NODE_EACH(s, node_child(root, "sheets"), "sheet")
        check_sheet_name(p, s);
    NODE_EACH(n, names, "definedName") {
        const char *name = node_value(n, "name"), *t = node_text(n);

        if (!name_is_legal(name))
            offend(p->o, n, "no legal name: %s", name);
        if (node_number(n, "localSheetId") >= sheets)
            offend(p->o, n, "%s: no such localSheetId", name);
        /* Print titles and areas may hold two, with a comma between. */
        if (!strchr(t, ',') && !strchr(t, '('))
            check_target(p, n, t);
        for (const xmlNode *b = node_from(n->next, "definedName"); b;
             b = node_from(b->next, "definedName"))
            if (!xmlStrcasecmp((const xmlChar *)node_value(b, "name"),
                               (const xmlChar *)name) &&
                !strcmp(node_value(b, "localSheetId"),
                        node_value(n, "localSheetId")))
                offend(p->o, b, "a second name %s", name);
    }
}

/* ---- Styles and strings ------------------------------------------------- */

static void check_index(package_facts *p, const xmlNode *n, const char *name,
                        size_t count)
{
    long value = node_number(n, name);

    if (*node_value(n, name) && (value < 0 || (size_t)value >= count))
        offend(p->o, n, "%s %ld of %zu", name, value, count);
}

static void check_styles(package_facts *p, const xmlNode *root)
{
    const char *const lists[] = { "cellStyleXfs", "cellXfs" };
    size_t fonts = node_count(node_child(root, "fonts"), "font");
    size_t fills = node_count(node_child(root, "fills"), "fill");
    size_t borders = node_count(node_child(root, "borders"), "border");
    const xmlNode *formats = node_child(root, "numFmts");

    for (size_t i = 0; i < 2; i++)
        NODE_EACH(xf, node_child(root, lists[i]), "xf") {
            bool known = node_number(xf, "numFmtId") < 164;

            check_index(p, xf, "fontId", fonts);
            check_index(p, xf, "fillId", fills);
            check_index(p, xf, "borderId", borders);
            check_index(p, xf, "xfId",
                        node_count(node_child(root, lists[0]), "xf"));
            NODE_EACH(f, formats, "numFmt")
                known = known || node_number(f, "numFmtId") ==
                                     node_number(xf, "numFmtId");
            if (!known)
                offend(p->o, xf, "no numFmt %ld",
                       node_number(xf, "numFmtId"));
        }
    NODE_EACH(f, formats, "numFmt")
        if (utf16_length(node_value(f, "formatCode")) > 255)
            offend(p->o, f, "a format over 255 characters");
    NODE_EACH(list, root, NULL)
        if (*node_value(list, "count") &&
            (size_t)node_number(list, "count") != node_count(list, NULL))
            offend(p->o, list, "count of <%s> is %s, there are %zu",
                   list->name, node_value(list, "count"),
                   node_count(list, NULL));
    p->formats = node_count(node_child(root, "cellXfs"), "xf");
    p->differential = node_count(node_child(root, "dxfs"), "dxf");
}

static void check_strings(package_facts *p, const xmlNode *root)
{
    p->strings = node_count(root, "si");
    p->text = arena_array(&p->memory, p->strings + 1, sizeof(*p->text));
    if (*node_value(root, "uniqueCount") &&
        (size_t)node_number(root, "uniqueCount") != p->strings)
        offend(p->o, root, "uniqueCount is %s, there are %zu",
               node_value(root, "uniqueCount"), p->strings);
    size_t i = 0;
    NODE_EACH(si, root, "si") {
        xmlChar *all = xmlNodeGetContent(si);

        p->text[i++] = arena_strdup(&p->memory, (const char *)all);
        if (utf16_length((const char *)all) > STRING)
            offend(p->o, si, "a string over %d characters", STRING);
        xmlFree(all);
    }
}

/* ---- A whole package ---------------------------------------------------- */

static bool load(package_facts *p, const void *bytes, size_t size)
{
    kpi_limits limits;
    kpi_error err = { .status = KPI_OK };
    zip *z;
    bool ok = true;

    limits_complete(&limits, NULL);
    if (zip_open(&z, bytes, size, &limits, &p->memory, &err) != KPI_OK) {
        offend(p->o, NULL, "%s", err.message);
        return false;
    }
    p->parts = arena_array(&p->memory, zip_count(z) + 1, sizeof(*p->parts));
    for (size_t i = 0; i < zip_count(z) && ok; i++) {
        const char *name = zip_at(z, i)->name;
        text t;

        ok = zip_read_all(z, i, &p->memory, &t, &err) == KPI_OK;
        p->parts[p->count].name = name;
        p->o->part = name;
        if (!ok)
            offend(p->o, NULL, "%s", err.message);
        else if (ends(name, ".xml") || ends(name, ".rels") ||
                 ends(name, ".vml"))
            p->parts[p->count].xml =
                xmlReadMemory(t.bytes, (int)t.length, name, NULL,
                              XML_PARSE_NONET | XML_PARSE_HUGE |
                                  XML_PARSE_NOBLANKS |
                                  XML_PARSE_BIG_LINES);
        p->count++;
    }
    zip_close(z);
    return ok;
}

static void check_part(package_facts *p, const package_part *part)
{
    const xmlNode *root = xmlDocGetRootElement(part->xml);

    p->o->part = part->name;
    if (ends(part->name, ".vml"))
        return;
    part_check_order(p->o, root);
    if (ends(part->name, ".rels"))
        check_relations(p, part);
    else
        check_ids(p, part, root);
    if (node_is(root, "workbook"))
        check_workbook(p, root);
    if (node_is(root, "worksheet"))
        sheet_check(p, part);
}

bool package_check(offences *o, const void *bytes, size_t size)
{
    package_facts p = { .o = o };
    const package_part *styles, *strings;
    bool ok;

    arena_init(&p.memory, 0);
    o->part = "";
    ok = load(&p, bytes, size);
    p.tables = arena_array(&p.memory, p.count + 1, sizeof(*p.tables));
    p.table_ids = arena_array(&p.memory, p.count + 1, sizeof(*p.table_ids));
    if (ok) {
        check_types(&p);
        styles = package_find(&p, "xl/styles.xml");
        strings = package_find(&p, "xl/sharedStrings.xml");
        if (styles && styles->xml) {
            o->part = styles->name;
            check_styles(&p, xmlDocGetRootElement(styles->xml));
        }
        if (strings && strings->xml) {
            o->part = strings->name;
            check_strings(&p, xmlDocGetRootElement(strings->xml));
        }
    }
    for (size_t i = 0; ok && i < p.count; i++) {
        o->part = p.parts[i].name;
        if (p.parts[i].xml && xmlDocGetRootElement(p.parts[i].xml))
            check_part(&p, &p.parts[i]);
        else if (ends(p.parts[i].name, ".xml"))
            offend(o, NULL, "it is no XML");
    }
    for (size_t i = 0; i < p.count; i++)
        xmlFreeDoc(p.parts[i].xml);
    arena_free(&p.memory);
    return ok;
}
