#include "output/columns.h"

/* The longest start of `t` within so many columns; *width what it takes. */
static size_t fitting(text t, size_t columns, size_t *width)
{
    size_t end = 0;

    *width = 0;
    while (end < t.length) {
        size_t next = end, wide;

        utf8_next(t, &next);
        wide = utf8_width(text_cut(t, end, next));
        if (*width + wide > columns)
            break;
        *width += wide;
        end = next;
    }
    return end;
}

static void put_spaces(buf *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_char(out, ' ');
}

void columns_put_left(buf *out, const char *string, size_t columns)
{
    text t = text_of(string);
    size_t width, end = fitting(t, columns, &width);

    buf_add(out, t.bytes, end);
    put_spaces(out, columns - width);
}

void columns_put_right(buf *out, const char *string, size_t columns)
{
    size_t width = utf8_width(text_of(string));

    put_spaces(out, width < columns ? columns - width : 0);
    buf_string(out, string);
}

void columns_put_short(buf *out, const char *string, size_t columns)
{
    text t = text_of(string);
    size_t width, end = fitting(t, columns, &width);

    if (end < t.length)
        end = fitting(t, columns > 0 ? columns - 1 : 0, &width);
    for (size_t i = 0; i < end; i++)
        buf_char(out, t.bytes[i] == '\n' || t.bytes[i] == '\r'
                          ? ' ' : t.bytes[i]);
    if (end < t.length)
        buf_string(out, "…");
}
