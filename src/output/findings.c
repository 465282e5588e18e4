/*
 * findings.c - findings as text for a terminal or a log
 */
#include "output/findings_parts.h"

#include <string.h>

static const char *const colors[] = {
    [SEVERITY_NOTICE] = "\x1b[36m",
    [SEVERITY_WARNING] = "\x1b[33m",
    [SEVERITY_ERROR] = "\x1b[31m",
    [SEVERITY_OFF] = "",
};

enum { INDENT = 4 };

/* May a line end before the character at `at`? Not within a Latin word. */
static bool may_break(text t, size_t at)
{
    unsigned char before, here;

    if (at == 0 || at >= t.length)
        return true;
    before = (unsigned char)t.bytes[at - 1];
    here = (unsigned char)t.bytes[at];
    return before == ' ' || here == ' ' || before >= 0x80 || here >= 0x80;
}

/* The end of the longest start of `t` that fits into `width` columns. */
static size_t line_end(text t, size_t start, size_t width)
{
    size_t at = start, columns = 0, good = start;

    while (at < t.length) {
        size_t next = at;

        utf8_next(t, &next);
        columns += utf8_width(text_cut(t, at, next));
        if (columns > width)
            return good > start ? good : at > start ? at : next;
        at = next;
        if (may_break(t, at))
            good = at;
    }
    return t.length;
}

/* A paragraph, indented; wrapped when there is a width. */
static void put_paragraph(buf *out, const buf *paragraph, size_t width)
{
    text t = buf_slice(paragraph);
    size_t room = width > INDENT + 20 ? width - INDENT : SIZE_MAX;

    for (size_t at = 0; at < t.length;) {
        size_t end = line_end(t, at, room);

        buf_printf(out, "%*s", INDENT, "");
        buf_text(out, text_trim(text_cut(t, at, end)));
        buf_char(out, '\n');
        for (at = end; at < t.length && t.bytes[at] == ' ';)
            at++;
    }
}

/* A made text, cleaned, in place of what `scratch` held. */
static void clean(buf *scratch, const buf *made)
{
    buf_clear(scratch);
    shown_clean(scratch, buf_slice(made));
}

static void put_head(buf *out, const source *file, const shown *s,
                     const findings_style *style, buf *made)
{
    buf_clear(made);
    if (file != NULL)
        buf_string(made, file->file);
    if (file != NULL && s->item->where.sheet[0] != '\0')
        buf_char(made, ':');
    else if (file != NULL && s->item->where.has_cell)
        buf_char(made, '!');
    shown_place(made, s);
    shown_clean(out, buf_slice(made));
    if (made->length > 0)
        buf_string(out, ": ");
    buf_printf(out, "%s%s%s: ", style->color ? colors[s->severity] : "",
               severity_text(s->severity, LANGUAGE_EN),
               style->color ? "\x1b[0m" : "");
}

static void put_one(buf *out, const source *file, const shown *s,
                    const findings_style *style, buf *made, buf *scratch)
{
    put_head(out, file, s, style, made);
    buf_clear(made);
    shown_message(made, s, style->language);
    shown_clean(out, buf_slice(made));
    shown_number(out, s, style->language);
    buf_printf(out, " [%s]\n", s->item->rule);
    if (!style->hints)
        return;
    buf_clear(made);
    shown_names(made, s);
    clean(scratch, made);
    put_paragraph(out, scratch, style->width);
    buf_clear(made);
    shown_hint(made, s, style->language);
    clean(scratch, made);
    put_paragraph(out, scratch, style->width);
    buf_clear(made);
    shown_note(made, s, style->language);
    clean(scratch, made);
    put_paragraph(out, scratch, style->width);
}

/* What the plan silences is not shown: so it is said, with the reason. */
static void put_silenced(buf *out, const shown_list *list,
                         const findings_style *style, buf *made)
{
    for (size_t i = 0; i < list->change_count; i++) {
        const shown_change *c = &list->changes[i];

        if (c->findings == 0 || strcmp(c->change->severity, "off") != 0)
            continue;
        buf_clear(made);
        buf_string(made, style->language == LANGUAGE_JA
                   ? "計画により点検しない規則 " : "turned off by the plan ");
        shown_change_put(made, c, style->language);
        shown_clean(out, buf_slice(made));
        buf_char(out, '\n');
    }
}

kpi_status findings_put_text(buf *out, const dataset *d, const plan *p,
                             const findings_style *style, kpi_error *err)
{
    shown_list list;
    kpi_status status = shown_list_make(&list, d, p, style, err);
    buf made, scratch;

    if (status != KPI_OK)
        return status;
    buf_init(&made);
    buf_init(&scratch);
    for (size_t i = 0; i <= list.file_count; i++)
        for (size_t n = 0; n < list.files[i].count; n++)
            put_one(out, list.files[i].file, &list.files[i].items[n], style,
                    &made, &scratch);
    if (style->hints)
        put_silenced(out, &list, style, &made);
    if (!buf_ok(out) || !buf_ok(&made) || !buf_ok(&scratch))
        status = kpi_fail_nomem(err);
    buf_free(&made);
    buf_free(&scratch);
    arena_free(&list.memory);
    return status;
}
