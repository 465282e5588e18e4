/*
 * part_order.c - does a part hold what ECMA-376 lets it hold, in its order?
 */
#include "support/part_order.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SHOWN = 20 };

void offend(offences *o, const xmlNode *at, const char *format, ...)
{
    va_list args;

    o->count++;
    if (o->quiet || o->shown++ >= MOST_SHOWN)
        return;
    fprintf(stderr, "%s: %s:%ld: ", o->file, o->part,
            at ? xmlGetLineNo(at) : 0L);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
}

bool node_is(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE &&
           (!name || !strcmp((const char *)n->name, name));
}

xmlNode *node_from(xmlNode *n, const char *name)
{
    while (n && !node_is(n, name))
        n = n->next;
    return n;
}

xmlNode *node_child(const xmlNode *parent, const char *name)
{
    return parent ? node_from(parent->children, name) : NULL;
}

const char *node_value(const xmlNode *n, const char *name)
{
    for (const xmlAttr *a = n->properties; a; a = a->next)
        if (!strcmp((const char *)a->name, name) && a->children &&
            a->children->content)
            return (const char *)a->children->content;
    return "";
}

long node_number(const xmlNode *n, const char *name)
{
    const char *t = node_value(n, name);
    char *end;
    long value = strtol(t, &end, 10);

    return *t && !*end ? value : -1;
}

const char *node_text(const xmlNode *n)
{
    return n && n->children && n->children->content
               ? (const char *)n->children->content : "";
}

size_t node_count(const xmlNode *parent, const char *name)
{
    size_t n = 0;

    NODE_EACH(child, parent, name)
        n++;
    return n;
}

/* ---- The standard ------------------------------------------------------ */

/*
 * Children in their order: `a` once, `a?` at most once, `a*` any number,
 * `a+` at least one, `a|b*` any of them. ANY: not looked into (what VML and
 * extensions hold), TEXT: text only. An element is found by the end of its
 * path, the longest first in the table.
 */
#define ANY "ANY"
#define TEXT "TEXT"
#define RUN_PARTS "b|i|strike|u|vertAlign|sz|color|rFont|name|family|" \
                  "charset|scheme|outline|shadow|condense|extend*"
#define AXIS "axId scaling delete? axPos majorGridlines? minorGridlines? "  \
             "title? numFmt? majorTickMark? minorTickMark? tickLblPos? "    \
             "spPr? txPr? crossAx crosses? crossesAt? "

static const struct rule_row {
    const char *path, *children, *attributes;
} rules[] = {
    /* 18.2 */
    { "workbook", "fileVersion? fileSharing? workbookPr? workbookProtection? "
      "bookViews? sheets functionGroups? externalReferences? definedNames? "
      "calcPr? oleSize? customWorkbookViews? pivotCaches? webPublishing? "
      "fileRecoveryPr* webPublishObjects? extLst?", "" },
    { "fileVersion", "", "" }, { "workbookPr", "", "" },
    { "workbookProtection", "", "" },
    { "bookViews", "workbookView+", "" }, { "workbookView", "extLst?", "" },
    { "sheets", "sheet+", "" }, { "sheet", "", "name sheetId id" },
    { "definedNames", "definedName+", "" }, { "definedName", TEXT, "name" },
    { "calcPr", "", "" },
    /* 18.3 */
    { "worksheet", "sheetPr? dimension? sheetViews? sheetFormatPr? cols* "
      "sheetData sheetCalcPr? sheetProtection? protectedRanges? scenarios? "
      "autoFilter? sortState? dataConsolidate? customSheetViews? mergeCells? "
      "phoneticPr? conditionalFormatting* dataValidations? hyperlinks? "
      "printOptions? pageMargins? pageSetup? headerFooter? rowBreaks? "
      "colBreaks? customProperties? cellWatches? ignoredErrors? smartTags? "
      "drawing? legacyDrawing? legacyDrawingHF? picture? oleObjects? "
      "controls? webPublishItems? tableParts? extLst?", "" },
    { "sheetPr", "tabColor? outlinePr? pageSetUpPr?", "" },
    { "tabColor", "", "" }, { "outlinePr", "", "" },
    { "pageSetUpPr", "", "" }, { "dimension", "", "ref" },
    { "sheetViews", "sheetView+ extLst?", "" },
    { "sheetView", "pane? selection* pivotSelection* extLst?",
      "workbookViewId" },
    { "pane", "", "" }, { "selection", "", "" },
    { "sheetFormatPr", "", "defaultRowHeight" },
    { "cols", "col+", "" }, { "col", "", "min max" },
    { "sheetData", "row*", "" }, { "row", "c* extLst?", "r" },
    { "c", "f? v? is? extLst?", "r" }, { "f", TEXT, "" }, { "v", TEXT, "" },
    { "is", "t? r* rPh* phoneticPr?", "" },
    { "sheetProtection", "", "" },
    { "autoFilter", "filterColumn* sortState? extLst?", "ref" },
    { "filterColumn", ANY, "colId" },
    { "mergeCells", "mergeCell+", "" }, { "mergeCell", "", "ref" },
    { "phoneticPr", "", "fontId" },
    { "conditionalFormatting", "cfRule+ extLst?", "sqref" },
    { "cfRule", "formula* colorScale? dataBar? iconSet? extLst?",
      "type priority" },
    { "formula", TEXT, "" },
    { "dataValidations", "dataValidation+", "" },
    { "dataValidation", "formula1? formula2?", "sqref" },
    { "formula1", TEXT, "" }, { "formula2", TEXT, "" },
    { "hyperlinks", "hyperlink+", "" }, { "hyperlink", "", "ref" },
    { "printOptions", "", "" },
    { "pageMargins", "", "left right top bottom header footer" },
    { "pageSetup", "", "" },
    { "worksheet/headerFooter", "oddHeader? oddFooter? evenHeader? "
      "evenFooter? firstHeader? firstFooter?", "" },
    { "oddHeader", TEXT, "" }, { "oddFooter", TEXT, "" },
    { "rowBreaks", "brk*", "" }, { "colBreaks", "brk*", "" },
    { "brk", "", "" }, { "drawing", "", "id" },
    { "legacyDrawing", "", "id" }, { "tableParts", "tablePart*", "" },
    { "tablePart", "", "id" }, { "ignoredErrors", "ignoredError+ extLst?", "" },
    { "ignoredError", "", "sqref" }, { "extLst", ANY, "" },
    /* 18.4 */
    { "sst", "si* extLst?", "" }, { "si", "t? r* rPh* phoneticPr?", "" },
    { "t", TEXT, "" }, { "r", "rPr? t", "" }, { "rPr", RUN_PARTS, "" },
    { "rPr/color", "", "" }, { "rPr/sz", "", "val" },
    { "rPr/rFont", "", "val" }, { "rPr/family", "", "val" },
    { "rPr/b", "", "" }, { "rPr/i", "", "" }, { "rPr/u", "", "" },
    { "rPr/scheme", "", "val" }, { "rPr/charset", "", "val" },
    { "rPh", "t", "sb eb" },
    /* 18.5 */
    { "table", "autoFilter? sortState? tableColumns tableStyleInfo? extLst?",
      "id displayName ref" },
    { "tableColumns", "tableColumn+", "" },
    { "tableColumn", "calculatedColumnFormula? totalsRowFormula? "
      "xmlColumnPr? extLst?", "id name" },
    { "tableStyleInfo", "", "" },
    /* 18.7 */
    { "comments", "authors commentList extLst?", "" },
    { "authors", "author*", "" }, { "author", TEXT, "" },
    { "commentList", "comment*", "" },
    { "comment", "text commentPr?", "ref authorId" },
    { "comment/text", "t? r* rPh* phoneticPr?", "" },
    /* 18.8 */
    { "styleSheet", "numFmts? fonts? fills? borders? cellStyleXfs? cellXfs? "
      "cellStyles? dxfs? tableStyles? colors? extLst?", "" },
    { "numFmts", "numFmt*", "" },
    { "numFmt", "", "numFmtId formatCode" },
    { "fonts", "font*", "" }, { "font", RUN_PARTS, "" },
    { "font/b", "", "" }, { "font/i", "", "" }, { "font/u", "", "" },
    { "font/strike", "", "" },
    { "font/sz", "", "val" }, { "font/color", "", "" },
    { "font/name", "", "val" }, { "font/family", "", "val" },
    { "font/scheme", "", "val" }, { "font/charset", "", "val" },
    { "fills", "fill*", "" }, { "fill", "patternFill|gradientFill", "" },
    { "patternFill", "fgColor? bgColor?", "" },
    { "fgColor", "", "" }, { "bgColor", "", "" },
    { "borders", "border*", "" },
    { "border", "start? end? left? right? top? bottom? diagonal? vertical? "
      "horizontal?", "" },
    { "border/left", "color?", "" }, { "border/right", "color?", "" },
    { "border/top", "color?", "" }, { "border/bottom", "color?", "" },
    { "border/diagonal", "color?", "" },
    { "left/color", "", "" }, { "right/color", "", "" },
    { "top/color", "", "" }, { "bottom/color", "", "" },
    { "cellStyleXfs", "xf+", "" }, { "cellXfs", "xf+", "" },
    { "xf", "alignment? protection? extLst?", "" },
    { "alignment", "", "" }, { "protection", "", "" },
    { "cellStyles", "cellStyle+", "" }, { "cellStyle", "extLst?", "xfId" },
    { "dxfs", "dxf*", "" },
    { "dxf", "font? numFmt? fill? alignment? border? protection? extLst?",
      "" },
    { "tableStyles", "tableStyle*", "" },
    { "colors", "indexedColors? mruColors?", "" },
    { "mruColors", "color+", "" }, { "mruColors/color", "", "" },
    /* 20.5 */
    { "wsDr", "twoCellAnchor|oneCellAnchor|absoluteAnchor*", "" },
    { "twoCellAnchor", "from to sp|grpSp|graphicFrame|cxnSp|pic clientData",
      "" },
    { "from", "col colOff row rowOff", "" },
    { "to", "col colOff row rowOff", "" },
    { "from/col", TEXT, "" }, { "to/col", TEXT, "" },
    { "from/row", TEXT, "" }, { "to/row", TEXT, "" },
    { "colOff", TEXT, "" }, { "rowOff", TEXT, "" },
    { "clientData", "", "" },
    { "graphicFrame", "nvGraphicFramePr xfrm graphic", "" },
    { "nvGraphicFramePr", "cNvPr cNvGraphicFramePr", "" },
    { "cNvPr", ANY, "id name" }, { "cNvGraphicFramePr", ANY, "" },
    { "xfrm", "off? ext?", "" }, { "off", "", "x y" }, { "ext", "", "cx cy" },
    { "graphic", "graphicData", "" }, { "graphicData", ANY, "uri" },
    /* 21.2 */
    { "chartSpace", "date1904? lang? roundedCorners? AlternateContent? "
      "style? clrMapOvr? pivotFmts? protection? chart spPr? txPr? "
      "externalData? printSettings? userShapes? extLst?", "" },
    { "chart", "title? autoTitleDeleted? pivotFmts? view3D? floor? "
      "sideWall? backWall? plotArea legend? plotVisOnly? dispBlanksAs? "
      "extLst?", "" },
    { "plotArea", "layout? barChart+ catAx|valAx* dTable? spPr? extLst?",
      "" },
    { "barChart", "barDir grouping? varyColors? ser* dLbls? gapWidth? "
      "overlap? serLines* axId axId extLst?", "" },
    { "ser", "idx order tx? spPr? invertIfNegative? pictureOptions? dPt* "
      "dLbls? trendline* errBars? cat? val? shape? extLst?", "" },
    { "dLbls", "dLbl* delete? numFmt? spPr? txPr? dLblPos? showLegendKey? "
      "showVal? showCatName? showSerName? showPercent? showBubbleSize? "
      "separator? showLeaderLines? leaderLines? extLst?", "" },
    { "catAx", AXIS "auto? lblAlgn? lblOffset? noMultiLvlLbl? extLst?", "" },
    { "valAx", AXIS "crossBetween? majorUnit? minorUnit? dispUnits? extLst?",
      "" },
    { "legend", "legendPos? legendEntry* layout? overlay? spPr? txPr? "
      "extLst?", "" },
    { "scaling", "logBase? orientation? max? min?", "" },
    { "printSettings", "headerFooter? pageMargins? pageSetup?", "" },
    { "printSettings/headerFooter", "", "" },
    { "tx", "strRef|v|rich", "" }, { "cat", "strRef|numRef", "" },
    { "val", "numRef", "" },
    { "strRef", "f strCache? extLst?", "" },
    { "numRef", "f numCache? extLst?", "" },
    { "strCache", "ptCount? pt*", "" },
    { "numCache", "formatCode? ptCount? pt*", "" },
    { "formatCode", TEXT, "" }, { "pt", "v", "idx" },
    { "spPr", ANY, "" }, { "txPr", ANY, "" }, { "layout", ANY, "" },
    { "majorGridlines", "spPr?", "" },
    { "dLbls/numFmt", "", "formatCode" }, { "catAx/numFmt", "", "formatCode" },
    { "valAx/numFmt", "", "formatCode" },
    { "printSettings/pageMargins", "", "l r t b header footer" },
    { "theme", ANY, "" },
    /* docProps */
    { "coreProperties", ANY, "" },
    { "custom-properties:Properties", "property*", "" },
    { "property", ANY, "fmtid pid name" },
    { "Properties", ANY, "" },
    /* Part 2 */
    { "Types", "Default|Override*", "" },
    { "Default", "", "Extension ContentType" },
    { "Override", "", "PartName ContentType" },
    { "Relationships", "Relationship*", "" },
    { "Relationship", "", "Id Type Target" },
};

/* Small elements with one value. */
static const char *const valued[] = {
    "lang", "roundedCorners", "style", "autoTitleDeleted", "barDir",
    "grouping", "varyColors", "idx", "order", "invertIfNegative", "showVal",
    "showLegendKey", "showCatName", "showSerName", "showPercent",
    "showBubbleSize", "gapWidth", "overlap", "axId", "orientation", "delete",
    "axPos", "majorTickMark", "minorTickMark", "tickLblPos", "crossAx",
    "crosses", "auto", "lblAlgn", "lblOffset", "crossBetween", "legendPos",
    "plotVisOnly", "dispBlanksAs", "ptCount", "overlay", "noMultiLvlLbl",
    "dLblPos", "max", "min", "majorUnit",
};

/* ---- Looking up --------------------------------------------------------- */

/* "border/left" for a left within a border, "x:Properties" by namespace. */
static bool path_is(const xmlNode *n, const char *path)
{
    const char *slash = strrchr(path, '/'), *colon = strchr(path, ':');
    const char *name = (const char *)n->name;

    if (slash)
        return !strcmp(name, slash + 1) && n->parent &&
               n->parent->type == XML_ELEMENT_NODE &&
               strlen((const char *)n->parent->name) ==
                   (size_t)(slash - path) &&
               !strncmp((const char *)n->parent->name, path,
                        (size_t)(slash - path));
    if (colon)
        return !strcmp(name, colon + 1) && n->ns && n->ns->href &&
               strlen((const char *)n->ns->href) > (size_t)(colon - path) &&
               !strncmp((const char *)n->ns->href +
                            strlen((const char *)n->ns->href) -
                            (size_t)(colon - path),
                        path, (size_t)(colon - path));
    return !strcmp(name, path);
}

static const struct rule_row *rule_of(const xmlNode *n)
{
    const struct rule_row *found = NULL;

    for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++)
        if (path_is(n, rules[i].path) &&
            (!found || strpbrk(rules[i].path, "/:")))
            found = &rules[i];
    return found;
}

static bool has_value_only(const xmlNode *n)
{
    for (size_t i = 0; i < sizeof(valued) / sizeof(*valued); i++)
        if (!strcmp((const char *)n->name, valued[i]))
            return true;
    return false;
}

static bool has_attribute(const xmlNode *n, const char *name, size_t length)
{
    for (const xmlAttr *a = n->properties; a; a = a->next)
        if (strlen((const char *)a->name) == length &&
            !strncmp((const char *)a->name, name, length))
            return true;
    return false;
}

static void check_attributes(offences *o, const xmlNode *n,
                             const char *wanted)
{
    while (*wanted) {
        size_t length = strcspn(wanted, " ");

        if (!has_attribute(n, wanted, length))
            offend(o, n, "<%s> lacks %.*s", n->name, (int)length, wanted);
        wanted += length;
        wanted += *wanted == ' ';
    }
}

/* ---- Sequences ---------------------------------------------------------- */

typedef struct step {
    const char *names; /* "a|b" */
    size_t length;
    char many;         /* ' ' once, '?', '*', '+' */
} step;

static bool next_step(const char **pattern, step *out)
{
    size_t length = strcspn(*pattern, " ");

    if (!length)
        return false;
    out->names = *pattern;
    out->many = (*pattern)[length - 1];
    if (!strchr("?*+", out->many))
        out->many = ' ';
    out->length = length - (out->many != ' ');
    *pattern += length;
    *pattern += **pattern == ' ';
    return true;
}

static bool step_takes(const step *s, const char *name)
{
    size_t length = strlen(name);

    for (size_t at = 0; at < s->length;) {
        size_t end = at;

        while (end < s->length && s->names[end] != '|')
            end++;
        if (end - at == length && !strncmp(s->names + at, name, length))
            return true;
        at = end + 1;
    }
    return false;
}

static void check_children(offences *o, const xmlNode *n,
                           const char *pattern)
{
    const xmlNode *child = node_from(n->children, NULL);
    step s;

    while (next_step(&pattern, &s)) {
        size_t taken = 0;

        while (child && step_takes(&s, (const char *)child->name) &&
               (taken == 0 || s.many == '*' || s.many == '+')) {
            taken++;
            child = node_from(child->next, NULL);
        }
        if (!taken && (s.many == ' ' || s.many == '+'))
            offend(o, n, "<%s> lacks <%.*s>%s%s", n->name, (int)s.length,
                   s.names, child ? " in front of " : "",
                   child ? (const char *)child->name : "");
    }
    if (child)
        offend(o, child, "<%s> may not stand here in <%s>", child->name,
               n->name);
}

void part_check_order(offences *o, const xmlNode *n)
{
    const struct rule_row *rule = rule_of(n);

    if (!rule && has_value_only(n)) {
        check_attributes(o, n, "val");
        return;
    }
    if (!rule) {
        offend(o, n, "<%s> is in no row of the table", n->name);
        return;
    }
    check_attributes(o, n, rule->attributes);
    if (!strcmp(rule->children, ANY))
        return;
    check_children(o, n, strcmp(rule->children, TEXT) ? rule->children : "");
    NODE_EACH(child, n, NULL)
        part_check_order(o, child);
}
