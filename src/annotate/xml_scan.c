/*
 * xml_scan.c - the places of elements and attributes in the bytes of a part
 */
#include "annotate/xml_scan.h"

#include <string.h>

static const struct {
    const char *uri;
    scan_ns ns;
} known[] = {
    { "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      SCAN_MAIN },
    { "http://purl.oclc.org/ooxml/spreadsheetml/main", SCAN_MAIN },
    { "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      SCAN_OFFICE },
    { "http://purl.oclc.org/ooxml/officeDocument/relationships",
      SCAN_OFFICE },
    { "http://schemas.openxmlformats.org/package/2006/relationships",
      SCAN_PACKAGE },
    { "http://schemas.openxmlformats.org/package/2006/content-types",
      SCAN_TYPES },
    { "http://schemas.openxmlformats.org/markup-compatibility/2006",
      SCAN_COMPATIBILITY },
    { "urn:schemas-microsoft-com:vml", SCAN_VML },
    { "urn:schemas-microsoft-com:office:office", SCAN_VML_OFFICE },
    { "urn:schemas-microsoft-com:office:excel", SCAN_VML_EXCEL },
};

static scan_ns ns_of(text uri)
{
    if (uri.length == 0)
        return SCAN_NONE;
    for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
        if (text_is(uri, known[i].uri))
            return known[i].ns;
    }
    return SCAN_OTHER;
}

void scan_init(scan *s, text part)
{
    s->part = part;
    s->at = 0;
    s->depth = 0;
    s->count = 0;
    s->broken = false;
}

static bool end_scan(scan *s)
{
    s->broken = true;
    s->at = s->part.length;
    return false;
}

/* Behind `mark`, or the end of the part. */
static bool pass(scan *s, const char *mark)
{
    size_t at = text_find(s->part, mark, s->at);

    if (at == SIZE_MAX)
        return end_scan(s);
    s->at = at + strlen(mark);
    return true;
}

/* <!DOCTYPE ... [ ... ]>: an ordinary reader refuses it anyway. */
static bool pass_other(scan *s)
{
    text rest = text_from(s->part, s->at);

    if (text_starts(rest, "<!--")) {
        s->at += 4;
        return pass(s, "-->");
    }
    if (text_starts(rest, "<![CDATA["))
        return pass(s, "]]>");
    if (text_starts(rest, "<?"))
        return pass(s, "?>");
    return end_scan(s);
}

static bool is_name_end(char c)
{
    return ascii_is_space(c) || c == '>' || c == '/' || c == '=';
}

/* Behind the ">" of the tag at `at`; SIZE_MAX when there is none. */
static size_t tag_end(text part, size_t at)
{
    while (at < part.length) {
        char c = part.bytes[at];

        if (c == '>')
            return at + 1;
        if (c == '"' || c == '\'') {
            const char *quote = memchr(part.bytes + at + 1, c,
                                       part.length - at - 1);

            if (quote == NULL)
                return SIZE_MAX;
            at = (size_t)(quote - part.bytes);
        } else if (c == '<') {
            return SIZE_MAX;
        }
        at++;
    }
    return SIZE_MAX;
}

bool scan_next_attribute(const scan *s, const scan_tag *tag, size_t *at,
                         scan_attribute *out)
{
    const char *b = s->part.bytes;
    size_t i = *at == 0 ? tag->attributes : *at, name, value;
    size_t end = tag->to - (tag->empty ? 2 : 1);
    char quote;

    out->from = i;
    while (i < end && ascii_is_space(b[i]))
        i++;
    name = i;
    while (i < end && !is_name_end(b[i]))
        i++;
    out->name = text_slice(b + name, i - name);
    while (i < end && (ascii_is_space(b[i]) || b[i] == '='))
        i++;
    if (i >= end || out->name.length == 0 || (b[i] != '"' && b[i] != '\''))
        return false;
    quote = b[i++];
    value = i;
    while (i < end && b[i] != quote)
        i++;
    out->value = text_slice(b + value, i - value);
    out->to = i + 1;
    *at = i + 1;
    return i < end;
}

static bool bind(scan *s, const scan_tag *tag)
{
    scan_attribute a;
    size_t at = 0;

    while (scan_next_attribute(s, tag, &at, &a)) {
        bool named = text_starts(a.name, "xmlns:");

        if (!named && !text_is(a.name, "xmlns"))
            continue;
        if (s->count == SCAN_BINDINGS)
            return false;
        s->bindings[s->count++] = (scan_binding){
            .prefix = text_from(a.name, named ? 6 : 5), .uri = a.value,
            .ns = ns_of(a.value), .depth = tag->depth };
    }
    return true;
}

static void unbind(scan *s, unsigned depth)
{
    while (s->count > 0 && s->bindings[s->count - 1].depth >= depth)
        s->count--;
}

static const scan_binding *binding_of(const scan *s, text prefix)
{
    for (size_t i = s->count; i > 0; i--) {
        if (text_equal(s->bindings[i - 1].prefix, prefix))
            return &s->bindings[i - 1];
    }
    return NULL;
}

static void set_ns(const scan *s, scan_tag *tag)
{
    const scan_binding *b = binding_of(s, tag->prefix);

    tag->ns = b != NULL ? b->ns
        : tag->prefix.length == 0 ? SCAN_NONE : SCAN_OTHER;
}

static void set_name(scan_tag *tag, text part, size_t at)
{
    size_t start = at, colon = SIZE_MAX;

    for (; at < tag->to && !is_name_end(part.bytes[at]); at++) {
        if (part.bytes[at] == ':' && colon == SIZE_MAX)
            colon = at;
    }
    tag->attributes = at;
    tag->prefix = text_slice(part.bytes + start,
                             colon == SIZE_MAX ? 0 : colon - start);
    if (colon != SIZE_MAX)
        start = colon + 1;
    tag->local = text_slice(part.bytes + start, at - start);
}

static bool open_tag(scan *s, scan_tag *tag)
{
    if (tag->kind == SCAN_END) {
        if (s->depth == 0)
            return end_scan(s);
        tag->depth = s->depth;
        set_ns(s, tag);
        unbind(s, s->depth--);
        return true;
    }
    tag->depth = s->depth + 1;
    if (tag->depth > SCAN_DEPTH)
        return end_scan(s);
    /* Most tags declare nothing: look for the word first. */
    if (tag->to - tag->attributes > 7 &&
        text_find(text_cut(s->part, tag->attributes, tag->to), "xmlns", 0) !=
            SIZE_MAX &&
        !bind(s, tag))
        return end_scan(s);
    set_ns(s, tag);
    if (tag->empty)
        unbind(s, tag->depth);
    else
        s->depth++;
    return true;
}

bool scan_next(scan *s, scan_tag *tag)
{
    for (;;) {
        const char *open = s->at >= s->part.length ? NULL
            : memchr(s->part.bytes + s->at, '<', s->part.length - s->at);
        size_t name;

        if (open == NULL) {
            s->at = s->part.length;
            return false;
        }
        s->at = (size_t)(open - s->part.bytes);
        if (s->at + 1 >= s->part.length)
            return end_scan(s);
        if (open[1] == '!' || open[1] == '?') {
            if (!pass_other(s))
                return false;
            continue;
        }
        tag->from = s->at;
        tag->kind = open[1] == '/' ? SCAN_END : SCAN_START;
        name = s->at + (tag->kind == SCAN_END ? 2 : 1);
        tag->to = tag_end(s->part, name);
        if (tag->to == SIZE_MAX)
            return end_scan(s);
        tag->empty = tag->kind == SCAN_START &&
                     s->part.bytes[tag->to - 2] == '/';
        set_name(tag, s->part, name);
        s->at = tag->to;
        return open_tag(s, tag);
    }
}

bool scan_skip(scan *s, const scan_tag *start, scan_tag *end)
{
    *end = *start;
    if (start->empty)
        return true;
    while (scan_next(s, end)) {
        if (end->kind == SCAN_END && end->depth == start->depth)
            return true;
    }
    return end_scan(s);
}

text scan_uri(const scan *s, text prefix)
{
    const scan_binding *b = binding_of(s, prefix);

    return b == NULL ? text_of("") : b->uri;
}

bool scan_prefix(const scan *s, scan_ns ns, text *prefix)
{
    for (size_t i = s->count; i > 0; i--) {
        const scan_binding *b = &s->bindings[i - 1];

        if (b->ns == ns && binding_of(s, b->prefix) == b) {
            *prefix = b->prefix;
            return true;
        }
    }
    return false;
}

bool scan_is_in(const scan_tag *tag, scan_ns ns, const char *local)
{
    return tag->ns == ns && text_is(tag->local, local);
}

bool scan_is(const scan_tag *tag, const char *local)
{
    return (tag->ns == SCAN_MAIN || tag->ns == SCAN_NONE) &&
           text_is(tag->local, local);
}

bool scan_find(const scan *s, const scan_tag *tag, const char *name,
               bool any, scan_attribute *out)
{
    size_t at = 0;

    while (scan_next_attribute(s, tag, &at, out)) {
        text n = out->name;

        for (size_t i = 0; any && i < n.length; i++) {
            if (n.bytes[i] == ':' && !text_starts(n, "xmlns:"))
                n = text_from(n, i + 1);
        }
        if (text_is(n, name) && (!any || n.length < out->name.length))
            return true;
    }
    return false;
}

text scan_value(const scan *s, const scan_tag *tag, const char *name)
{
    scan_attribute a;

    return scan_find(s, tag, name, false, &a) ? a.value : text_of("");
}
