/*
 * strip_styles.c - marked cell formats, and what the cells had before
 */
#include "annotate/strip_styles.h"

#include <string.h>

#include "xlsx/cellref.h"

/* ---- Reading styles --------------------------------------------------- */

typedef struct flags {
    arena *memory;
    bool *items;
    size_t count, capacity;
} flags;

static bool add_flag(flags *f, bool value)
{
    void *items = f->items;
    bool *made = arena_push(f->memory, &items, &f->count, &f->capacity,
                            sizeof(*made));

    f->items = items;
    if (made != NULL)
        *made = value;
    return made != NULL;
}

static bool is_our_color(text rgb)
{
    for (size_t i = 0; i < MARK_KINDS; i++) {
        if (text_is(rgb, style_fill[i]))
            return true;
    }
    return false;
}

/* Walks over all of the part: fills by colour, then formats by fill. */
static bool read_styles(strip_styles *s, flags *fills, flags *formats)
{
    enum { NOWHERE, IN_FILLS, IN_FORMATS } where = NOWHERE;
    scan_tag tag;
    scan sc;

    scan_init(&sc, s->xml);
    while (scan_next(&sc, &tag)) {
        size_t fill;

        if (tag.kind == SCAN_END)
            continue;
        if (tag.depth == 2)
            where = scan_is(&tag, "fills") ? IN_FILLS
                : scan_is(&tag, "cellXfs") ? IN_FORMATS : NOWHERE;
        if (where == IN_FILLS && tag.depth == 3 && !add_flag(fills, false))
            return false;
        if (where == IN_FILLS && scan_is(&tag, "fgColor") &&
            fills->count > 0 &&
            is_our_color(scan_value(&sc, &tag, "rgb")))
            fills->items[fills->count - 1] = true;
        if (where == IN_FORMATS && tag.depth == 3 &&
            !add_flag(formats,
                      text_to_size(scan_value(&sc, &tag, "fillId"), &fill) &&
                      fill < fills->count && fills->items[fill]))
            return false;
    }
    return true;
}

kpi_status strip_styles_begin(strip_styles *out, package_patch *p,
                              const char *part, arena *memory,
                              kpi_error *err)
{
    flags fills = { .memory = memory }, formats = { .memory = memory };
    kpi_status status = KPI_OK;
    bool found = false;

    *out = (strip_styles){ .memory = memory, .part = part };
    buf_init(&out->added);
    key_table_init(&out->places, memory);
    if (part != NULL)
        status = part_read(p, part, memory, &out->xml, &found, err);
    if (status != KPI_OK || !found)
        return status;
    if (!read_styles(out, &fills, &formats))
        return kpi_fail_nomem(err);
    out->marked = formats.items;
    out->count = formats.count;
    out->otherwise = arena_array(memory, out->count + 1, sizeof(uint32_t));
    out->plain = arena_array(memory, out->count + 1, sizeof(uint32_t));
    out->known = arena_array(memory, out->count + 1, sizeof(bool));
    if (out->otherwise == NULL || out->plain == NULL || out->known == NULL)
        return kpi_fail_nomem(err);
    for (size_t i = 0; i < out->count; i++)
        out->any = out->any || out->marked[i];
    return KPI_OK;
}

void strip_styles_free(strip_styles *s)
{
    buf_free(&s->added);
}

/* ---- What a cell had -------------------------------------------------- */

enum { KEY_SIZE = 24 };

static text place_key(char out[KEY_SIZE], size_t sheet, uint32_t row,
                      uint32_t col)
{
    const uint64_t parts[] = { sheet, row, col };

    memcpy(out, parts, sizeof(parts));
    return text_slice(out, sizeof(parts));
}

bool strip_styles_place(strip_styles *s, size_t sheet, uint32_t row,
                        uint32_t col, uint32_t style)
{
    char key[KEY_SIZE];
    text t = place_key(key, sheet, row, col);
    char *copy = arena_strndup(s->memory, t.bytes, t.length);

    if (style >= s->count || s->marked[style])
        return true;
    return copy != NULL &&
           key_table_put(&s->places, text_slice(copy, t.length), style) !=
               NULL;
}

/* The format in cellXfs, as written. */
static text format_at(const strip_styles *s, uint32_t style)
{
    bool inside = false;
    size_t index = 0;
    scan_tag tag, end;
    scan sc;

    scan_init(&sc, s->xml);
    while (scan_next(&sc, &tag)) {
        if (tag.kind == SCAN_END)
            continue;
        if (tag.depth == 2)
            inside = scan_is(&tag, "cellXfs");
        if (inside && tag.depth == 3 && index++ == style &&
            scan_skip(&sc, &tag, &end))
            return text_cut(s->xml, tag.from, end.to);
    }
    return text_of("");
}

static uint32_t plain_format(strip_styles *s, uint32_t style)
{
    static const char *const cleared[][2] = {
        { "fillId", "0" }, { "borderId", "0" },
        { "applyFill", NULL }, { "applyBorder", NULL },
    };
    text format = format_at(s, style);
    scan_tag tag;
    xml_edit e;
    scan sc;

    if (s->plain[style] != 0)
        return s->plain[style];
    xml_edit_init(&e, s->memory);
    scan_init(&sc, format);
    if (!scan_next(&sc, &tag))
        return style;
    for (size_t i = 0; i < sizeof(cleared) / sizeof(*cleared); i++)
        xml_edit_attribute(&e, &sc, &tag, cleared[i][0], cleared[i][1]);
    if (!xml_edit_apply(&s->added, &e, format))
        return style;
    s->plain[style] = (uint32_t)(s->count + s->added_count++);
    return s->plain[style];
}

/* ---- Cells ------------------------------------------------------------ */

static bool number_of(text t, uint32_t *out)
{
    size_t value;

    if (!text_to_size(t, &value) || value > UINT32_MAX)
        return false;
    *out = (uint32_t)value;
    return true;
}

static void undo(strip_styles *s, xml_edit *e, const scan *sc,
                 const scan_tag *tag, size_t sheet, bool learn)
{
    text ref = text_trim(scan_value(sc, tag, "r"));
    uint32_t style, row, col, before;
    size_t had = SIZE_MAX;
    char key[KEY_SIZE], *value;

    if (!number_of(scan_value(sc, tag, "s"), &style) || style >= s->count ||
        !s->marked[style])
        return;
    if (cellref_parse(&row, &col, ref.bytes, ref.length))
        had = key_table_get(&s->places, place_key(key, sheet, row, col));
    if (learn) {
        if (had != SIZE_MAX && !s->known[style]) {
            s->known[style] = true;
            s->otherwise[style] = (uint32_t)had;
        }
        return;
    }
    before = had != SIZE_MAX ? (uint32_t)had
        : s->known[style] ? s->otherwise[style] : plain_format(s, style);
    value = arena_printf(e->memory, "%u", (unsigned)before);
    if (value == NULL)
        e->failed = true;
    else
        xml_edit_attribute(e, sc, tag, "s", value);
}

bool strip_styles_sheet(strip_styles *s, xml_edit *e, text part,
                        size_t sheet, bool learn, bool drop_drawing)
{
    bool in_data = false;
    scan_tag tag, end;
    scan sc;

    scan_init(&sc, part);
    while (scan_next(&sc, &tag)) {
        if (tag.kind == SCAN_END)
            continue;
        if (tag.depth == 2) {
            in_data = scan_is(&tag, "sheetData");
            if (drop_drawing && scan_is(&tag, "legacyDrawing") &&
                scan_skip(&sc, &tag, &end))
                xml_edit_remove(e, tag.from, end.to);
        } else if (in_data && tag.depth == 4 && s->any &&
                   scan_is(&tag, "c")) {
            undo(s, e, &sc, &tag, sheet, learn);
        }
    }
    return !sc.broken && !e->failed && buf_ok(&s->added);
}

kpi_status strip_styles_write(strip_styles *s, package_patch *p,
                              kpi_error *err)
{
    kpi_status status = KPI_OK;
    scan_tag tag, end;
    const char *count;
    xml_edit e;
    scan sc;

    if (s->added_count == 0)
        return KPI_OK;
    xml_edit_init(&e, s->memory);
    scan_init(&sc, s->xml);
    while (scan_next(&sc, &tag)) {
        if (tag.kind == SCAN_END || tag.depth != 2 ||
            !scan_is(&tag, "cellXfs"))
            continue;
        count = arena_printf(s->memory, "%zu", s->count + s->added_count);
        if (count == NULL)
            e.failed = true;
        else
            xml_edit_attribute(&e, &sc, &tag, "count", count);
        if (scan_skip(&sc, &tag, &end))
            xml_edit_append(&e, &tag, &end, buf_slice(&s->added));
    }
    status = part_edit(p, s->part, &e, s->xml, err);
    return status;
}
