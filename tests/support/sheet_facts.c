/*
 * sheet_facts.c - what must hold in a sheet: cells, ranges, limits
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "support/package_facts.h"
#include "xlsx/cellref.h"

enum { FORMULA = 8192, STRING = 32767, PROMPT = 255, TITLE = 32,
       LINKS = 65530, BREAKS = 1023, HEADER = 255, ROWS = 1048576 };

typedef struct area {
    uint32_t row, col, last_row, last_col;
} area;

typedef struct sheet {
    package_facts *p;
    const package_part *part;
    offences *o;
    area *merges;
    size_t merge_count;
    area tables[64];
    size_t table_count;
} sheet;

static bool read_area(area *a, const char *t)
{
    size_t n = strlen(t);

    if (cellref_parse_range(&a->row, &a->col, &a->last_row, &a->last_col, t,
                            n))
        return true;
    if (!cellref_parse(&a->row, &a->col, t, n))
        return false;
    a->last_row = a->row;
    a->last_col = a->col;
    return true;
}

static bool overlap(const area *a, const area *b)
{
    return a->row <= b->last_row && b->row <= a->last_row &&
           a->col <= b->last_col && b->col <= a->last_col;
}

/* "A1:B2 C3": every one of them legal. */
static void check_areas(sheet *s, const xmlNode *n, const char *name)
{
    const char *t = node_value(n, name);

    while (*t) {
        size_t length = strcspn(t, " ");
        char one[64];
        area a;

        if (length >= sizeof(one))
            break;
        memcpy(one, t, length);
        one[length] = '\0';
        if (!read_area(&a, one))
            offend(s->o, n, "%s is no reference: %s", name, one);
        t += length;
        t += *t == ' ';
    }
}

/* ---- Cells -------------------------------------------------------------- */

static void check_cell(sheet *s, const xmlNode *c, uint32_t row, int64_t *col)
{
    const char *ref = node_value(c, "r"), *type = node_value(c, "t");
    const xmlNode *f = node_child(c, "f"), *v = node_child(c, "v");
    long style = node_number(c, "s");
    uint32_t r, k;

    if (!cellref_parse(&r, &k, ref, strlen(ref)) || r != row ||
        (int64_t)k <= *col)
        offend(s->o, c, "cell %s is not in its place", ref);
    else
        *col = k;
    if (style >= 0 && (size_t)style >= s->p->formats)
        offend(s->o, c, "%s: style %ld of %zu", ref, style, s->p->formats);
    if (!strcmp(type, "s") &&
        (!v || strtoul(node_text(v), NULL, 10) >= s->p->strings))
        offend(s->o, c, "%s: string %s of %zu", ref, node_text(v),
               s->p->strings);
    if (!*type && v && !f &&
        strspn(node_text(v), "0123456789.eE+-") != strlen(node_text(v)))
        offend(s->o, c, "%s: no number: %s", ref, node_text(v));
    if (f && (utf16_length(node_text(f)) > FORMULA ||
              node_text(f)[0] == '='))
        offend(s->o, c, "%s: no formula for Excel", ref);
    if (v && utf16_length(node_text(v)) > STRING)
        offend(s->o, c, "%s: text over %d characters", ref, STRING);
}

static void check_cells(sheet *s, const xmlNode *data)
{
    long last = 0;

    NODE_EACH(row, data, "row") {
        long r = node_number(row, "r");
        int64_t col = -1;

        if (r <= last || r > ROWS)
            offend(s->o, row, "row %ld after row %ld", r, last);
        last = r;
        if (strtol(node_value(row, "ht"), NULL, 10) > 409)
            offend(s->o, row, "row %ld is too high", r);
        NODE_EACH(c, row, "c")
            check_cell(s, c, (uint32_t)r - 1, &col);
    }
}

static void check_columns(sheet *s, const xmlNode *cols)
{
    long last = 0;

    NODE_EACH(c, cols, "col") {
        if (node_number(c, "min") <= last ||
            node_number(c, "max") < node_number(c, "min") ||
            strtol(node_value(c, "width"), NULL, 10) > 255)
            offend(s->o, c, "columns overlap or are too wide");
        last = node_number(c, "max");
    }
}

/* ---- Ranges ------------------------------------------------------------- */

static int by_row(const void *x, const void *y)
{
    const area *a = x, *b = y;

    return (a->row > b->row) - (a->row < b->row);
}

static void check_merges(sheet *s, const xmlNode *merges)
{
    s->merges = arena_array(&s->p->memory, node_count(merges, "mergeCell") + 1,
                            sizeof(*s->merges));
    NODE_EACH(m, merges, "mergeCell") {
        area *a = &s->merges[s->merge_count];

        if (!read_area(a, node_value(m, "ref")) ||
            (a->row == a->last_row && a->col == a->last_col))
            offend(s->o, m, "no range to merge: %s", node_value(m, "ref"));
        else
            s->merge_count++;
    }
    if (s->merge_count)
        qsort(s->merges, s->merge_count, sizeof(*s->merges), by_row);
    for (size_t i = 0; i < s->merge_count; i++)
        for (size_t k = i + 1; k < s->merge_count &&
                               s->merges[k].row <= s->merges[i].last_row;
             k++)
            if (overlap(&s->merges[i], &s->merges[k]))
                offend(s->o, merges, "merged ranges overlap at row %u",
                       s->merges[k].row + 1);
}

/* The texts of a row of the sheet must be the columns' names. */
static const char *header_text(sheet *s, const xmlNode *root, uint32_t row,
                               uint32_t col)
{
    NODE_EACH(r, node_child(root, "sheetData"), "row") {
        if (node_number(r, "r") != (long)row + 1)
            continue;
        NODE_EACH(c, r, "c") {
            const char *ref = node_value(c, "r");
            uint32_t at, k;
            const xmlNode *v = node_child(c, "v");
            unsigned long index;

            if (!cellref_parse(&at, &k, ref, strlen(ref)) || k != col || !v)
                continue;
            if (strcmp(node_value(c, "t"), "s"))
                return node_text(v);
            index = strtoul(node_text(v), NULL, 10);
            return index < s->p->strings ? s->p->text[index] : "";
        }
    }
    return "";
}

static void check_columns_of(sheet *s, const xmlNode *root,
                             const xmlNode *table, const area *a)
{
    const xmlNode *columns = node_child(table, "tableColumns");
    uint32_t col = a->col;

    if (node_count(columns, "tableColumn") != a->last_col - a->col + 1 ||
        node_number(columns, "count") !=
            (long)node_count(columns, "tableColumn"))
        offend(s->o, table, "as many columns as its range is wide");
    NODE_EACH(c, columns, "tableColumn") {
        const char *name = node_value(c, "name");

        if (strcmp(header_text(s, root, a->row, col++), name))
            offend(s->o, c, "column %s has another header", name);
        for (const xmlNode *b = node_from(c->next, "tableColumn"); b;
             b = node_from(b->next, "tableColumn"))
            if (!xmlStrcasecmp((const xmlChar *)node_value(b, "name"),
                               (const xmlChar *)name) ||
                node_number(b, "id") == node_number(c, "id"))
                offend(s->o, b, "a second column %s", name);
    }
}

static void check_table(sheet *s, const xmlNode *root,
                        const package_part *part)
{
    package_facts *p = s->p;
    const xmlNode *table = xmlDocGetRootElement(part->xml);
    const char *name = node_value(table, "displayName");
    area a;

    s->o->part = part->name;
    if (!read_area(&a, node_value(table, "ref"))) {
        offend(s->o, table, "no range");
        return;
    }
    for (size_t i = 0; i < s->merge_count; i++)
        if (overlap(&a, &s->merges[i]))
            offend(s->o, table, "%s lies over a merged range", name);
    for (size_t i = 0; i < s->table_count; i++)
        if (overlap(&a, &s->tables[i]))
            offend(s->o, table, "%s lies over another table", name);
    for (size_t i = 0; i < p->table_count; i++)
        if (!strcmp(p->tables[i], name) ||
            p->table_ids[i] == node_number(table, "id"))
            offend(s->o, table, "a second table %s", name);
    if (a.last_row <= a.row)
        offend(s->o, table, "%s has no row below its header", name);
    if (s->table_count < sizeof(s->tables) / sizeof(*s->tables))
        s->tables[s->table_count++] = a;
    p->tables[p->table_count] = arena_strdup(&p->memory, name);
    p->table_ids[p->table_count++] = node_number(table, "id");
    check_columns_of(s, root, table, &a);
}

/* ---- The rest ----------------------------------------------------------- */

static void check_formats(sheet *s, const xmlNode *root)
{
    NODE_EACH(f, root, "conditionalFormatting") {
        check_areas(s, f, "sqref");
        NODE_EACH(rule, f, "cfRule") {
            if (*node_value(rule, "dxfId") &&
                node_number(rule, "dxfId") >= (long)s->p->differential)
                offend(s->o, rule, "dxfId %s", node_value(rule, "dxfId"));
            if (node_number(rule, "priority") < 1)
                offend(s->o, rule, "no priority");
        }
    }
}

static void check_validations(sheet *s, const xmlNode *all)
{
    static const struct { const char *name; size_t most; } texts[] = {
        { "promptTitle", TITLE }, { "errorTitle", TITLE },
        { "prompt", PROMPT }, { "error", PROMPT },
    };

    if (*node_value(all ? all : &(xmlNode){ 0 }, "count") &&
        node_number(all, "count") != (long)node_count(all, "dataValidation"))
        offend(s->o, all, "count of validations");
    NODE_EACH(v, all, "dataValidation") {
        check_areas(s, v, "sqref");
        for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
            if (utf16_length(node_value(v, texts[i].name)) > texts[i].most)
                offend(s->o, v, "%s over %zu characters", texts[i].name,
                       texts[i].most);
        if (utf16_length(node_text(node_child(v, "formula1"))) > 255 ||
            utf16_length(node_text(node_child(v, "formula2"))) > 255)
            offend(s->o, v, "a validation over 255 characters");
    }
}

static void check_links(sheet *s, const xmlNode *links)
{
    if (node_count(links, "hyperlink") > LINKS)
        offend(s->o, links, "over %d links", LINKS);
    NODE_EACH(l, links, "hyperlink") {
        const char *t = node_value(l, "location"), *mark = strrchr(t, '!');
        area a;

        check_areas(s, l, "ref");
        if (*t && (!mark ||
                   !package_has_sheet(s->p, t, (size_t)(mark - t)) ||
                   !read_area(&a, mark + 1)))
            offend(s->o, l, "the link leads nowhere: %s", t);
        if (utf16_length(node_value(l, "tooltip")) > 255)
            offend(s->o, l, "a tip over 255 characters");
    }
}

static void check_breaks(sheet *s, const xmlNode *breaks)
{
    long last = 0;

    if (!breaks)
        return;
    if (node_count(breaks, "brk") > BREAKS ||
        node_number(breaks, "count") != (long)node_count(breaks, "brk"))
        offend(s->o, breaks, "the number of breaks");
    NODE_EACH(b, breaks, "brk") {
        if (node_number(b, "id") <= last)
            offend(s->o, b, "breaks are not in order");
        last = node_number(b, "id");
    }
}

static void check_comments(sheet *s, const xmlNode *root)
{
    long authors = (long)node_count(node_child(root, "authors"), "author");

    NODE_EACH(c, node_child(root, "commentList"), "comment") {
        check_areas(s, c, "ref");
        if (node_number(c, "authorId") >= authors)
            offend(s->o, c, "no such author");
        for (const xmlNode *b = node_from(c->next, "comment"); b;
             b = node_from(b->next, "comment"))
            if (!strcmp(node_value(b, "ref"), node_value(c, "ref")))
                offend(s->o, b, "two comments at %s", node_value(c, "ref"));
    }
}

/* Comments need their drawing. */
static void check_notes(sheet *s, const xmlNode *root)
{
    package_facts *p = s->p;
    const char *slash = strrchr(s->part->name, '/');
    const package_part *rels = package_find(
        p, arena_printf(&p->memory, "xl/worksheets/_rels%s.rels", slash));

    if (!rels || !rels->xml)
        return;
    NODE_EACH(r, xmlDocGetRootElement(rels->xml), "Relationship") {
        const char *type = node_value(r, "Type");
        const package_part *part = package_target(p, s->part,
                                                  node_value(r, "Id"));

        if (!part || !strstr(type, "/comments"))
            continue;
        if (!node_child(root, "legacyDrawing"))
            offend(s->o, root, "comments without a legacyDrawing");
        s->o->part = part->name;
        check_comments(s, xmlDocGetRootElement(part->xml));
        s->o->part = s->part->name;
    }
}

void sheet_check(package_facts *p, const package_part *part)
{
    const xmlNode *root = xmlDocGetRootElement(part->xml);
    const xmlNode *paper = node_child(root, "pageSetup");
    const xmlNode *words = node_child(root, "headerFooter");
    const xmlNode *filter = node_child(root, "autoFilter");
    sheet s = { .p = p, .part = part, .o = p->o };

    check_columns(&s, node_child(root, "cols"));
    check_cells(&s, node_child(root, "sheetData"));
    check_merges(&s, node_child(root, "mergeCells"));
    check_formats(&s, root);
    check_validations(&s, node_child(root, "dataValidations"));
    check_links(&s, node_child(root, "hyperlinks"));
    check_breaks(&s, node_child(root, "rowBreaks"));
    if (filter)
        check_areas(&s, filter, "ref");
    if (paper && *node_value(paper, "scale") &&
        (node_number(paper, "scale") < 10 ||
         node_number(paper, "scale") > 400))
        offend(s.o, paper, "scale %s", node_value(paper, "scale"));
    NODE_EACH(n, words, NULL)
        if (utf16_length(node_text(n)) > HEADER)
            offend(s.o, n, "over %d characters", HEADER);
    check_notes(&s, root);
    NODE_EACH(t, node_child(root, "tableParts"), "tablePart") {
        const package_part *table = package_target(p, part,
                                                   node_value(t, "id"));

        if (table && table->xml)
            check_table(&s, root, table);
        s.o->part = part->name;
    }
}
