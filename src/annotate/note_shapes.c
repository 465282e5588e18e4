/*
 * note_shapes.c - the boxes of comments, in a VML drawing
 */
#include "annotate/note_shapes.h"

#include <stdlib.h>
#include <string.h>

#include "xlsx/cellref.h"

/* In pixels; BOX_WIDTH holds the columns that marks.c counts with. */
enum { BOX_WIDTH = 300, LINE_HEIGHT = 16, BOX_MARGIN = 14, BOX_MOST = 460,
       BOX_LEFT = 15, FIRST_SHAPE = 1025 };

#define SHAPE_TYPE "_x0000_t202"

static const char drawing_start[] =
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
    "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/>"
    "</o:shapelayout>";
static const char shape_type[] =
    "<v:shapetype id=\"" SHAPE_TYPE "\" coordsize=\"21600,21600\" "
    "o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"%s>"
    "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" "
    "o:connecttype=\"rect\"/></v:shapetype>";
static const char own_names[] =
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" "
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";

/* ---- Where a box lies ------------------------------------------------- */

typedef struct lines {
    const sheet_line *items;
    size_t count;
    uint32_t pixels; /* of all others */
    uint32_t end;    /* how many there are */
} lines;

static uint32_t pixels_of(const lines *l, uint32_t index)
{
    size_t low = 0, high = l->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (l->items[middle].last < index)
            low = middle + 1;
        else
            high = middle;
    }
    return low < l->count && l->items[low].first <= index
               ? l->items[low].pixels : l->pixels;
}

/* The column or row `distance` pixels behind `from`, and the rest in it. */
static void go(const lines *l, uint32_t from, uint32_t distance,
               uint32_t *index, uint32_t *rest)
{
    *index = from;
    *rest = distance;
    for (unsigned steps = 0; steps < 4096 && *index + 1 < l->end; steps++) {
        uint32_t size = pixels_of(l, *index);

        if (*rest < size)
            return;
        *rest -= size;
        ++*index;
    }
    *rest = 0;
}

static void put_anchor(buf *out, const mark *m, const sheet_layout *layout)
{
    lines columns = { layout->columns, layout->column_count,
                      layout->column_pixels, CELLREF_MAX_COLS };
    lines rows = { layout->rows, layout->row_count, layout->row_pixels,
                   CELLREF_MAX_ROWS };
    uint32_t height = m->lines * LINE_HEIGHT + BOX_MARGIN;
    uint32_t left = m->col + 1 < CELLREF_MAX_COLS ? m->col + 1 : m->col;
    uint32_t top = m->row > 0 ? m->row - 1 : 0;
    uint32_t right, bottom, right_rest, bottom_rest;

    if (height > BOX_MOST)
        height = BOX_MOST;
    go(&columns, left, BOX_LEFT + BOX_WIDTH, &right, &right_rest);
    go(&rows, top, height, &bottom, &bottom_rest);
    buf_printf(out, "%u, %d, %u, %d, %u, %u, %u, %u", (unsigned)left,
               BOX_LEFT, (unsigned)top, 2, (unsigned)right,
               (unsigned)right_rest, (unsigned)bottom,
               (unsigned)bottom_rest);
}

/* ---- Writing ---------------------------------------------------------- */

static void put_shape(buf *out, const mark *m, const sheet_layout *layout,
                      size_t id, const char *names)
{
    unsigned height = (m->lines * LINE_HEIGHT + BOX_MARGIN) * 3 / 4;

    buf_printf(out, "<v:shape id=\"_x0000_s%zu\" type=\"#" SHAPE_TYPE "\" "
               "style='position:absolute;margin-left:60pt;margin-top:2pt;"
               "width:%upt;height:%upt;z-index:1;visibility:hidden' "
               "fillcolor=\"#ffffe1\" o:insetmode=\"auto\"%s>"
               "<v:fill color2=\"#ffffe1\"/>"
               "<v:shadow color=\"black\" obscured=\"t\"/>"
               "<v:path o:connecttype=\"none\"/>"
               "<v:textbox style='mso-direction-alt:auto'>"
               "<div style='text-align:left'></div></v:textbox>"
               "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>"
               "<x:SizeWithCells/><x:Anchor>", id, BOX_WIDTH * 3u / 4u,
               height > BOX_MOST * 3u / 4u ? BOX_MOST * 3u / 4u : height,
               names);
    put_anchor(out, m, layout);
    buf_printf(out, "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%u"
               "</x:Row><x:Column>%u</x:Column></x:ClientData></v:shape>",
               (unsigned)m->row, (unsigned)m->col);
}

static void put_shapes(buf *out, const mark *marks, size_t count,
                       const sheet_layout *layout, size_t id,
                       const char *names)
{
    for (size_t i = 0; i < count; i++) {
        if (marks[i].comment.length > 0 && !marks[i].joined)
            put_shape(out, &marks[i], layout, id++, names);
    }
}

bool shapes_new(buf *out, const mark *marks, size_t count,
                const sheet_layout *layout)
{
    buf_string(out, drawing_start);
    buf_printf(out, shape_type, "");
    put_shapes(out, marks, count, layout, FIRST_SHAPE, "");
    buf_string(out, "</xml>");
    return buf_ok(out);
}

/* The highest n of the ids _x0000_sN. */
static size_t last_shape(text part)
{
    static const char prefix[] = "_x0000_s";
    size_t most = FIRST_SHAPE - 1;

    for (size_t at = 0; (at = text_find(part, prefix, at)) != SIZE_MAX;) {
        size_t id = 0, digits = 0;

        at += strlen(prefix);
        for (; at < part.length && digits < 9 &&
               ascii_is_digit(part.bytes[at]); at++, digits++)
            id = id * 10 + (size_t)(part.bytes[at] - '0');
        most = id > most ? id : most;
    }
    return most;
}

/* "<" of the last "</...>". */
static size_t last_end(text part)
{
    for (size_t at = part.length; at > 1; at--) {
        if (part.bytes[at - 2] == '<' && part.bytes[at - 1] == '/')
            return at - 2;
    }
    return SIZE_MAX;
}

static bool declares(text root, const char *declaration)
{
    return text_find(root, declaration, 0) != SIZE_MAX;
}

bool shapes_add(buf *out, text part, const mark *marks, size_t count,
                const sheet_layout *layout)
{
    size_t end = last_end(part), root_end;
    const char *names = own_names;
    scan_tag root;
    scan s;

    scan_init(&s, part);
    if (end == SIZE_MAX || !scan_next(&s, &root) || root.empty ||
        !text_is(root.local, "xml") ||
        !text_is(text_trim(text_from(part, end)), "</xml>"))
        return false;
    root_end = root.to;
    if (declares(text_cut(part, root.from, root_end),
                 "xmlns:v=\"urn:schemas-microsoft-com:vml\"") &&
        declares(text_cut(part, root.from, root_end),
                 "xmlns:o=\"urn:schemas-microsoft-com:office:office\"") &&
        declares(text_cut(part, root.from, root_end),
                 "xmlns:x=\"urn:schemas-microsoft-com:office:excel\""))
        names = "";
    buf_text(out, text_cut(part, 0, end));
    if (text_find(part, "id=\"" SHAPE_TYPE "\"", 0) == SIZE_MAX)
        buf_printf(out, shape_type, names);
    put_shapes(out, marks, count, layout, last_shape(part) + 1, names);
    buf_text(out, text_from(part, end));
    return buf_ok(out);
}

/* ---- Taking out ------------------------------------------------------- */

/* The number in the first <x:NAME> of a shape. */
static bool number_in(text shape, const char *name, uint32_t *out)
{
    size_t at = text_find(shape, name, 0), end, value;

    if (at == SIZE_MAX)
        return false;
    at += strlen(name);
    end = text_find(text_cut(shape, 0, at + 16), "<", at);
    if (end == SIZE_MAX ||
        !text_to_size(text_trim(text_cut(shape, at, end)), &value) ||
        value >= CELLREF_MAX_ROWS)
        return false;
    *out = (uint32_t)value;
    return true;
}

static int compare_cells(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

static bool is_gone(text shape, const uint64_t *cells, size_t count)
{
    uint32_t row, col;
    uint64_t key;

    if (text_find(shape, "ObjectType=\"Note\"", 0) == SIZE_MAX ||
        !number_in(shape, ":Row>", &row) ||
        !number_in(shape, ":Column>", &col))
        return false;
    key = (uint64_t)row << 32 | col;
    return count > 0 && bsearch(&key, cells, count, sizeof(key),
                                compare_cells) != NULL;
}

bool shapes_strip(buf *out, text part, const uint64_t *cells, size_t count,
                  size_t *left)
{
    static const char start[] = "<v:shape ", end[] = "</v:shape>";
    size_t at = 0;

    *left = 0;
    for (;;) {
        size_t from = text_find(part, start, at), to;

        if (from == SIZE_MAX)
            break;
        to = text_find(part, end, from);
        if (to == SIZE_MAX)
            return false;
        to += strlen(end);
        buf_text(out, text_cut(part, at, from));
        if (!is_gone(text_cut(part, from, to), cells, count)) {
            buf_text(out, text_cut(part, from, to));
            ++*left;
        }
        at = to;
    }
    buf_text(out, text_from(part, at));
    return buf_ok(out);
}
