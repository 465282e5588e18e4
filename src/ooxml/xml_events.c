/*
 * xml_events.c - what the handler sees of a part: namespaces, depth, and
 *                what is skipped
 */
#include "ooxml/xml_parts.h"

/* ---- Namespaces ------------------------------------------------------- */

#define TRANSITIONAL "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
/* Extensions by Excel: x14, x14ac, x15, xr ...; understood as far as that
   what they add is passed over. */
#define EXCEL "http://schemas.microsoft.com/office/spreadsheetml/"

static const struct {
    const char *uri;
    xml_ns ns;
} namespaces[] = {
    { TRANSITIONAL "spreadsheetml/2006/main", XML_NS_MAIN },
    { STRICT "spreadsheetml/main", XML_NS_MAIN },
    { TRANSITIONAL "package/2006/relationships", XML_NS_RELATIONSHIPS },
    { TRANSITIONAL "package/2006/content-types", XML_NS_CONTENT_TYPES },
    { TRANSITIONAL "markup-compatibility/2006", XML_NS_COMPATIBILITY },
    { TRANSITIONAL "package/2006/metadata/core-properties", XML_NS_CORE },
    { "http://purl.org/dc/elements/1.1/", XML_NS_DC },
    { "http://purl.org/dc/terms/", XML_NS_DCTERMS },
    { TRANSITIONAL "officeDocument/2006/extended-properties",
      XML_NS_EXTENDED },
    { STRICT "officeDocument/extendedProperties", XML_NS_EXTENDED },
    { TRANSITIONAL "officeDocument/2006/custom-properties", XML_NS_CUSTOM },
    { STRICT "officeDocument/customProperties", XML_NS_CUSTOM },
    { TRANSITIONAL "officeDocument/2006/docPropsVTypes", XML_NS_VARIANT },
    { STRICT "officeDocument/docPropsVTypes", XML_NS_VARIANT },
};

static xml_ns namespace_of(const char *uri)
{
    for (size_t i = 0; i < sizeof(namespaces) / sizeof(*namespaces); i++) {
        if (strcmp(uri, namespaces[i].uri) == 0)
            return namespaces[i].ns;
    }
    return XML_NS_OTHER;
}

xml_ns xml_namespace(xml_parser *p, const char *prefix, const char *uri)
{
    if (uri == NULL)
        return prefix == NULL && p->nameless ? p->expected : XML_NS_OTHER;
    if (uri != p->last_uri) {
        p->last_uri = uri;
        p->last_ns = namespace_of(uri);
    }
    return p->last_ns;
}

static const char *uri_of_prefix(const xml_parser *p, text prefix)
{
    for (size_t i = p->scope_count; i > 0; i--) {
        const xml_scope *s = &p->scopes[i - 1];

        if (s->prefix != NULL && text_is(prefix, s->prefix))
            return s->uri == NULL ? "" : s->uri;
    }
    return "";
}

bool xml_declares_prefix(const xml_parser *p, text prefix)
{
    return uri_of_prefix(p, prefix)[0] != '\0';
}

/* True when each namespace that a Choice requires is one of ours. */
static bool understands(const xml_parser *p, text prefixes)
{
    bool any = false;

    while ((prefixes = text_trim(prefixes)).length != 0) {
        size_t end = 0;
        const char *uri;

        while (end < prefixes.length && !ascii_is_space(prefixes.bytes[end]))
            end++;
        uri = uri_of_prefix(p, text_cut(prefixes, 0, end));
        if (namespace_of(uri) == XML_NS_OTHER &&
            !text_starts(text_of(uri), EXCEL))
            return false;
        prefixes = text_from(prefixes, end);
        any = true;
    }
    return any;
}

static void open_scopes(xml_parser *p, size_t count,
                        const char *const *pairs)
{
    for (size_t i = 0; i < count; i++) {
        if (p->scope_count == XML_MOST_SCOPES) {
            xml_fail_limit(p, "more namespaces are declared at once",
                           "attributes", XML_MOST_SCOPES);
            return;
        }
        p->scopes[p->scope_count++] =
            (xml_scope){ p->depth, pairs[2 * i], pairs[2 * i + 1] };
    }
}

/* ---- Events ----------------------------------------------------------- */

/*
 * mc:AlternateContent, Choice and Fallback. Returns true when the content
 * of the element is to be seen.
 */
static bool enter_compatibility(xml_parser *p, const char *name,
                                const xml_attributes *attributes)
{
    text requires;
    bool take;

    if (strcmp(name, "AlternateContent") == 0) {
        if (p->alternates == XML_MOST_ALTERNATES)
            return false;
        p->alternate_depth[p->alternates] = p->depth;
        p->alternate_taken[p->alternates++] = false;
        return true;
    }
    if (p->alternates == 0 ||
        p->alternate_depth[p->alternates - 1] + 1 != p->depth ||
        p->alternate_taken[p->alternates - 1])
        return false;
    xml_attribute(attributes, "Requires", &requires);
    take = strcmp(name, "Fallback") == 0 ||
           (strcmp(name, "Choice") == 0 && understands(p, requires));
    p->alternate_taken[p->alternates - 1] = take;
    return take;
}

xml_ns xml_event_start(xml_parser *p, const char *name, const char *prefix,
                       const char *uri, size_t ns_count,
                       const char *const *pairs,
                       const xml_attributes *attributes)
{
    xml_ns ns;

    p->depth++;
    if (p->depth > p->limits->nesting) {
        xml_fail_limit(p, "elements are nested deeper", "nesting",
                       p->limits->nesting);
        return XML_NS_OTHER;
    }
    if (attributes->count > p->limits->attributes) {
        xml_fail_limit(p, "an element has more attributes", "attributes",
                       p->limits->attributes);
        return XML_NS_OTHER;
    }
    if (ns_count > 0)
        open_scopes(p, ns_count, pairs);
    if (p->skip_from != 0 || p->ended)
        return XML_NS_OTHER;
    if (p->depth == 1)
        p->nameless = uri == NULL && prefix == NULL;
    ns = xml_namespace(p, prefix, uri);
    if (ns == XML_NS_COMPATIBILITY ? enter_compatibility(p, name, attributes)
        : ns != XML_NS_OTHER && p->handler->start(p->handler->context, p, ns,
                                                  name, attributes))
        return ns;
    p->skip_from = p->depth;
    return XML_NS_OTHER;
}

void xml_event_end(xml_parser *p, const char *name, xml_ns ns)
{
    if (p->skip_from == p->depth)
        p->skip_from = 0;
    else if (p->skip_from == 0 && ns != XML_NS_COMPATIBILITY)
        p->handler->end(p->handler->context, p, name);
    while (p->scope_count > 0 &&
           p->scopes[p->scope_count - 1].depth == p->depth)
        p->scope_count--;
    if (p->alternates > 0 &&
        p->alternate_depth[p->alternates - 1] == p->depth)
        p->alternates--;
    p->depth--;
}

void xml_event_text(xml_parser *p, const char *bytes, size_t length)
{
    if (p->skip_from == 0 && !p->ended && p->handler->text != NULL)
        p->handler->text(p->handler->context, p, bytes, length);
}
