/*
 * style_marks.c - colours for marks in xl/styles.xml
 */
#include "annotate/style_marks.h"

#include <string.h>

#include "kpi/key_table.h"

const char *const style_fill[MARK_KINDS] = {
    [MARK_ERROR] = "FFFFC9C4", [MARK_WARNING] = "FFFFE7A6",
    [MARK_NOTICE] = "FFD6E9F8",
};
const char *const style_border[MARK_KINDS] = {
    [MARK_ERROR] = "FFC6271D", [MARK_WARNING] = "FFB98A07",
    [MARK_NOTICE] = "FF3277AD",
};

enum section { FONTS, FILLS, BORDERS, CELL_FORMATS, SECTIONS };

/* What CT_Stylesheet has, in order. */
static const char *const order[] = {
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs",
    "cellStyles", "dxfs", "tableStyles", "colors", "extLst",
};
enum { ORDERED = sizeof(order) / sizeof(*order) };

static const struct section_info {
    const char *name, *item;
    size_t position; /* in `order` */
    const char *first; /* what must be there when nothing is */
    size_t first_count;
} sections[SECTIONS] = {
    [FONTS] = { "fonts", "font", 1,
                "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>", 1 },
    [FILLS] = { "fills", "fill", 2,
                "<fill><patternFill patternType=\"none\"/></fill>"
                "<fill><patternFill patternType=\"gray125\"/></fill>", 2 },
    [BORDERS] = { "borders", "border", 3,
                  "<border><left/><right/><top/><bottom/><diagonal/>"
                  "</border>", 1 },
    [CELL_FORMATS] = { "cellXfs", "xf", 5, "", 0 },
};

#define FONT_NAME "<name val=\"BIZ UDPゴシック\"/><family val=\"3\"/>"     \
                  "<charset val=\"128\"/>"

static const char *const fonts[] = {
    "<font><sz val=\"10\"/><color rgb=\"FF222222\"/>" FONT_NAME "</font>",
    "<font><b/><sz val=\"16\"/><color rgb=\"FF1F3A5F\"/>" FONT_NAME "</font>",
    "<font><b/><sz val=\"10\"/><color rgb=\"FFFFFFFF\"/>" FONT_NAME "</font>",
    "<font><u/><sz val=\"10\"/><color rgb=\"FF0B5CAD\"/>" FONT_NAME "</font>",
    "<font><b/><sz val=\"10\"/><color rgb=\"FF222222\"/>" FONT_NAME "</font>",
    "<font><sz val=\"10\"/><color rgb=\"FF555555\"/>" FONT_NAME "</font>",
};
enum { FONT_COUNT = sizeof(fonts) / sizeof(*fonts),
       HEAD_FILL = MARK_KINDS, LINE_BORDER = MARK_KINDS };

/* Fonts, fills (-1 none) and borders of the list, by the new ones' number. */
static const struct {
    int font, fill, border;
    const char *alignment;
} list_styles[LIST_STYLES] = {
    [LIST_TITLE] = { 1, -1, -1, "vertical=\"center\"" },
    [LIST_NOTE] = { 5, -1, -1, "vertical=\"center\"" },
    [LIST_HEAD] = { 2, HEAD_FILL, LINE_BORDER,
                    "horizontal=\"center\" vertical=\"center\" "
                    "wrapText=\"1\"" },
    [LIST_TEXT] = { 0, -1, LINE_BORDER,
                    "horizontal=\"left\" vertical=\"top\" wrapText=\"1\"" },
    [LIST_CENTER] = { 0, -1, LINE_BORDER,
                      "horizontal=\"center\" vertical=\"top\" "
                      "wrapText=\"1\"" },
    [LIST_LINK] = { 3, -1, LINE_BORDER,
                    "horizontal=\"center\" vertical=\"top\"" },
    [LIST_ERROR] = { 4, MARK_ERROR, LINE_BORDER,
                     "horizontal=\"center\" vertical=\"top\"" },
    [LIST_WARNING] = { 4, MARK_WARNING, LINE_BORDER,
                       "horizontal=\"center\" vertical=\"top\"" },
    [LIST_NOTICE] = { 4, MARK_NOTICE, LINE_BORDER,
                      "horizontal=\"center\" vertical=\"top\"" },
};

/* ---- Reading ---------------------------------------------------------- */

typedef struct found_section {
    bool there;
    scan_tag start, end;
    size_t items;
} found_section;

typedef struct reading {
    found_section of[SECTIONS];
    size_t places[ORDERED + 1]; /* where a missing element would stand */
    scan_tag root, root_end;
    bool ok;
} reading;

static bool keep_format(style_marks *s, text format)
{
    void *items = s->formats;
    text *made = arena_push(s->memory, &items, &s->format_count,
                            &s->format_capacity, sizeof(*made));

    s->formats = items;
    if (made == NULL)
        s->failed = true;
    else
        *made = format;
    return made != NULL;
}

static bool read_section(style_marks *s, scan *sc, const scan_tag *start,
                         enum section which, found_section *out, bool keep)
{
    scan_tag tag, end;

    if (out->there)
        return false;
    out->there = true;
    out->start = out->end = *start;
    while (!start->empty) {
        if (!scan_next(sc, &tag))
            return false;
        if (tag.kind == SCAN_END) {
            out->end = tag;
            return true;
        }
        if (!scan_is(&tag, sections[which].item) ||
            !scan_skip(sc, &tag, &end))
            return false;
        out->items++;
        if (keep && which == CELL_FORMATS &&
            !keep_format(s, text_cut(s->part, tag.from, end.to)))
            return false;
    }
    return true;
}

static bool read_child(style_marks *s, scan *sc, const scan_tag *tag,
                       reading *r, bool keep)
{
    size_t position = ORDERED;
    scan_tag end;

    for (size_t i = 0; i < ORDERED; i++) {
        if (scan_is(tag, order[i]))
            position = i;
    }
    if (position == ORDERED) /* an extension, or mc: who knows of what */
        return !scan_is_in(tag, SCAN_COMPATIBILITY, "AlternateContent") &&
               scan_skip(sc, tag, &end);
    for (size_t i = 0; i < position; i++) {
        if (r->places[i] == SIZE_MAX)
            r->places[i] = tag->from;
    }
    for (size_t i = 0; i < SECTIONS; i++) {
        if (sections[i].position == position)
            return read_section(s, sc, tag, (enum section)i, &r->of[i],
                                keep);
    }
    return scan_skip(sc, tag, &end);
}

static bool read_styles(style_marks *s, reading *r, bool keep)
{
    scan_tag tag = { 0 };
    scan sc;

    *r = (reading){ .ok = false };
    for (size_t i = 0; i <= ORDERED; i++)
        r->places[i] = SIZE_MAX;
    scan_init(&sc, s->part);
    if (!scan_next(&sc, &r->root) || !scan_is(&r->root, "styleSheet") ||
        r->root.empty)
        return false;
    for (;;) {
        if (!scan_next(&sc, &tag))
            return false;
        if (tag.kind == SCAN_END)
            break;
        if (!read_child(s, &sc, &tag, r, keep))
            return false;
    }
    r->root_end = tag;
    for (size_t i = 0; i <= ORDERED; i++) {
        if (r->places[i] == SIZE_MAX)
            r->places[i] = r->root_end.from;
    }
    r->ok = true;
    return true;
}

static const char *empty_part(arena *memory, const char *main)
{
    return arena_printf(memory, "<?xml version=\"1.0\" encoding=\"UTF-8\" "
                        "standalone=\"yes\"?>\n<styleSheet xmlns=\"%s\">"
                        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" "
                        "fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
                        "</cellStyleXfs></styleSheet>", main);
}

static bool push_format(style_marks *s, text format)
{
    void *items = s->made;
    text *made = arena_push(s->memory, &items, &s->made_count,
                            &s->made_capacity, sizeof(*made));

    s->made = items;
    if (made == NULL)
        s->failed = true;
    else
        *made = format;
    return made != NULL;
}

static const char *qualified(style_marks *s, const char *name)
{
    const char *made = arena_printf(s->memory, "%.*s%s%s",
                                    (int)s->prefix.length, s->prefix.bytes,
                                    s->prefix.length == 0 ? "" : ":", name);

    if (made == NULL)
        s->failed = true;
    return made == NULL ? "" : made;
}

static void make_list_styles(style_marks *s)
{
    const char *xf = qualified(s, "xf");
    const char *alignment = qualified(s, "alignment");

    for (size_t i = 0; i < LIST_STYLES; i++) {
        int fill = list_styles[i].fill, border = list_styles[i].border;
        const char *made = arena_printf(
            s->memory, "<%s numFmtId=\"49\" fontId=\"%zu\" fillId=\"%zu\" "
            "borderId=\"%zu\" applyNumberFormat=\"1\" "
            "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" "
            "applyAlignment=\"1\"><%s %s/></%s>", xf,
            s->counts[FONTS] + (size_t)list_styles[i].font,
            fill < 0 ? 0 : s->counts[FILLS] + (size_t)fill,
            border < 0 ? 0 : s->counts[BORDERS] + (size_t)border, alignment,
            list_styles[i].alignment, xf);

        if (made == NULL)
            s->failed = true;
        else
            push_format(s, text_of(made));
    }
}

kpi_status style_marks_begin(style_marks *out, arena *memory, text part,
                             const char *main, uint32_t most,
                             kpi_error *err)
{
    reading r;
    const char *plain;

    *out = (style_marks){ .part = part, .main = main, .memory = memory };
    out->known = arena_alloc(memory, sizeof(*out->known));
    if (out->known == NULL)
        return kpi_fail_nomem(err);
    key_table_init(out->known, memory);
    if (part.length == 0) {
        const char *empty = empty_part(memory, main);

        if (empty == NULL)
            return kpi_fail_nomem(err);
        out->part = text_of(empty);
    }
    out->usable = read_styles(out, &r, true) &&
                  most < STYLE_FORMATS - LIST_STYLES &&
                  out->format_count < STYLE_FORMATS - LIST_STYLES;
    if (!out->usable)
        return out->failed ? kpi_fail_nomem(err) : KPI_OK;
    out->prefix = r.root.prefix;
    for (size_t i = FONTS; i <= BORDERS; i++)
        out->counts[i] = r.of[i].items == 0 ? sections[i].first_count
                                            : r.of[i].items;
    /* A style that is used but not there is General; it must stay so. */
    plain = arena_printf(memory, "<%s numFmtId=\"0\" fontId=\"0\" "
                         "fillId=\"0\" borderId=\"0\"/>",
                         qualified(out, "xf"));
    out->first_new = out->format_count;
    while (plain != NULL && out->first_new + out->made_count <= most)
        if (!push_format(out, text_of(plain)))
            break;
    if (plain != NULL && out->first_new + out->made_count == 0)
        push_format(out, text_of(plain));
    out->format_count += out->made_count; /* list styles come behind these */
    make_list_styles(out);
    return out->failed || plain == NULL ? kpi_fail_nomem(err) : KPI_OK;
}

uint32_t style_of_list(const style_marks *s, list_style style)
{
    return s->usable ? (uint32_t)(s->format_count + (size_t)style) : 0;
}

/* ---- A marked format -------------------------------------------------- */

static text marked_format(style_marks *s, text format, mark_kind kind)
{
    const struct { const char *name; size_t value; } sets[] = {
        { "fillId", s->counts[FILLS] + (size_t)kind },
        { "borderId", s->counts[BORDERS] + (size_t)kind },
        { "applyFill", 1 }, { "applyBorder", 1 },
    };
    text result = { "", 0 };
    const char *copy;
    scan_tag tag;
    arena memory;
    xml_edit e;
    scan sc;
    buf b;

    arena_init(&memory, 0);
    xml_edit_init(&e, &memory);
    buf_init(&b);
    scan_init(&sc, format);
    if (scan_next(&sc, &tag)) {
        for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++) {
            const char *value = arena_printf(&memory, "%zu", sets[i].value);

            if (value == NULL)
                e.failed = true;
            else
                xml_edit_attribute(&e, &sc, &tag, sets[i].name, value);
        }
    }
    if (xml_edit_apply(&b, &e, format)) {
        copy = arena_strndup(s->memory, buf_cstr(&b), b.length);
        if (copy != NULL)
            result = text_slice(copy, b.length);
    }
    s->failed = s->failed || result.length == 0;
    buf_free(&b);
    arena_free(&memory);
    return result;
}

static text format_at(const style_marks *s, uint32_t style)
{
    return style < s->first_new ? s->formats[style]
                                : s->made[style - s->first_new];
}

bool style_marked(style_marks *s, uint32_t style, mark_kind kind,
                  uint32_t *out)
{
    char *key = arena_printf(s->memory, "%u/%d", (unsigned)style, (int)kind);
    size_t fresh = s->first_new + s->made_count, *known;

    if (!s->usable || fresh >= STYLE_FORMATS || key == NULL ||
        style >= s->format_count) {
        s->failed = s->failed || key == NULL;
        return false;
    }
    known = key_table_put(s->known, text_of(key), fresh);
    if (known == NULL) {
        s->failed = true;
        return false;
    }
    *out = (uint32_t)*known;
    return *known != fresh ||
           push_format(s, marked_format(s, format_at(s, style), kind));
}

/* ---- Writing ---------------------------------------------------------- */

/* `<font>` becomes `<x:font>` under the part's prefix. */
static void put_items(buf *out, text prefix, const char *items)
{
    for (const char *c = items; *c != '\0'; c++) {
        buf_char(out, *c);
        if (*c == '<' && prefix.length != 0) {
            if (c[1] == '/')
                buf_char(out, *++c);
            buf_text(out, prefix);
            buf_char(out, ':');
        }
    }
}

static void put_fill(buf *out, text prefix, const char *color)
{
    put_items(out, prefix, "<fill><patternFill patternType=\"solid\">"
                           "<fgColor rgb=\"");
    buf_string(out, color);
    put_items(out, prefix, "\"/><bgColor indexed=\"64\"/></patternFill>"
                           "</fill>");
}

static void put_border(buf *out, text prefix, const char *style,
                       const char *color)
{
    static const char *const sides[] = { "left", "right", "top", "bottom" };

    put_items(out, prefix, "<border>");
    for (size_t i = 0; i < 4; i++) {
        put_items(out, prefix, "<");
        buf_printf(out, "%s style=\"%s\">", sides[i], style);
        put_items(out, prefix, "<color rgb=\"");
        buf_printf(out, "%s\"/>", color);
        put_items(out, prefix, "</");
        buf_printf(out, "%s>", sides[i]);
    }
    put_items(out, prefix, "<diagonal/></border>");
}

static size_t put_new(buf *out, const style_marks *s, enum section which)
{
    switch (which) {
    case FONTS:
        for (size_t i = 0; i < FONT_COUNT; i++)
            put_items(out, s->prefix, fonts[i]);
        return FONT_COUNT;
    case FILLS:
        for (size_t i = 0; i < MARK_KINDS; i++)
            put_fill(out, s->prefix, style_fill[i]);
        put_fill(out, s->prefix, "FF1F3A5F");
        return MARK_KINDS + 1;
    case BORDERS:
        for (size_t i = 0; i < MARK_KINDS; i++)
            put_border(out, s->prefix, "medium", style_border[i]);
        put_border(out, s->prefix, "thin", "FFB8C2CC");
        return MARK_KINDS + 1;
    default:
        for (size_t i = 0; i < s->made_count; i++)
            buf_text(out, s->made[i]);
        return s->made_count;
    }
}

static void write_section(xml_edit *e, const style_marks *s, const reading *r,
                          enum section which)
{
    const struct section_info *info = &sections[which];
    const found_section *f = &r->of[which];
    size_t count = f->items;
    scan sc;
    buf inner, whole;

    buf_init(&inner);
    buf_init(&whole);
    scan_init(&sc, s->part);
    if (count == 0) {
        put_items(&inner, s->prefix, info->first);
        count = info->first_count;
    }
    count += put_new(&inner, s, which);
    if (f->there) {
        const char *value = arena_printf(e->memory, "%zu", count);

        if (value == NULL || !buf_ok(&inner))
            e->failed = true;
        else
            xml_edit_attribute(e, &sc, &f->start, "count", value);
        xml_edit_append(e, &f->start, &f->end, buf_slice(&inner));
    } else {
        put_items(&whole, s->prefix, "<");
        buf_printf(&whole, "%s count=\"%zu\">", info->name, count);
        buf_text(&whole, buf_slice(&inner));
        put_items(&whole, s->prefix, "</");
        buf_printf(&whole, "%s>", info->name);
        if (!buf_ok(&whole))
            e->failed = true;
        xml_edit_insert(e, r->places[info->position], buf_slice(&whole));
    }
    buf_free(&inner);
    buf_free(&whole);
}

kpi_status style_marks_write(buf *out, style_marks *s, kpi_error *err)
{
    kpi_status status = KPI_OK;
    arena memory;
    xml_edit e;
    reading r;

    arena_init(&memory, 0);
    xml_edit_init(&e, &memory);
    if (s->failed || !read_styles(s, &r, false))
        e.failed = true;
    for (size_t i = 0; !e.failed && i < SECTIONS; i++)
        write_section(&e, s, &r, (enum section)i);
    if (!xml_edit_apply(out, &e, s->part))
        status = e.failed || !buf_ok(out)
            ? kpi_fail_nomem(err)
            : kpi_fail(err, KPI_E_INPUT, "file-damaged", NULL,
                       "the styles cannot be changed in place");
    arena_free(&memory);
    return status;
}
