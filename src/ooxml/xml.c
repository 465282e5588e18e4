/*
 * xml.c - one XML part as events, without a tree
 *
 * The only file that knows libxml2: its SAX2 interface pulls from a callback.
 * Nothing is set for the whole process; errors come to this parser alone.
 */
#include "ooxml/xml.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "ooxml/xml_decode.h"

enum { READ_AHEAD = 65536, MOST_SCOPES = 1024, LIBXML_DEPTH = 256,
       /* A tag, comment or CDATA section may not be much longer than the
          longest string. */
       TOKEN_SLACK = 1 << 20 };

/* A prefix that an open element declares: what Requires="x14" refers to. */
typedef struct scope {
    size_t depth;
    const xmlChar *prefix, *uri; /* in libxml2's dictionary */
} scope;

struct xml_parser {
    xmlParserCtxtPtr context;
    const xml_input *input;
    const xml_handler *handler;
    const kpi_limits *limits;
    kpi_error *err;
    kpi_error unseen;   /* takes what a caller with err = NULL misses */
    kpi_status status;
    bool stopped, ended;
    xml_ns expected;
    bool nameless;      /* the root has no namespace */

    size_t depth;       /* open elements */
    size_t skip_from;   /* depth of the element that is skipped; 0 = none */
    size_t alternate_depth[8]; /* open mc:AlternateContent */
    bool alternate_taken[8];
    size_t alternates;
    scope scopes[MOST_SCOPES];
    size_t scope_count;

    const xmlChar *last_uri; /* as interned, and what it stands for */
    xml_ns last_ns;

    uint64_t since_event; /* bytes that libxml2 took without an event */
    unsigned char *raw, *decoded;
    xml_decoder decoder;
    size_t at, length;  /* of what is ready in `ready` */
    const unsigned char *ready;
    bool begun;
};

/* ---- Failing ---------------------------------------------------------- */

static void halt(xml_parser *p)
{
    p->ended = true;
    if (p->context != NULL)
        xmlStopParser(p->context);
}

static void note_place(xml_parser *p, unsigned line, unsigned column)
{
    p->err->line = line;
    p->err->column = column;
}

unsigned xml_line(const xml_parser *p)
{
    int line = p->context == NULL || p->context->input == NULL
                   ? 0 : p->context->input->line;

    return line > 0 ? (unsigned)line : 0;
}

void xml_fail(xml_parser *p, kpi_status status, const char *rule,
              const char *format, ...)
{
    char message[320];
    va_list args;

    if (p->status != KPI_OK || p->ended)
        return;
    va_start(args, format);
    (void)vsnprintf(message, sizeof(message), format, args);
    va_end(args);
    p->status = kpi_fail(p->err, status, rule, p->input->part, "%s", message);
    note_place(p, xml_line(p), 0);
    halt(p);
}

void xml_fail_limit(xml_parser *p, const char *what, const char *option,
                    uint64_t limit)
{
    if (p->status != KPI_OK || p->ended)
        return;
    p->status = limits_fail(p->err, p->input->part, what, option, limit);
    note_place(p, xml_line(p), 0);
    halt(p);
}

void xml_fail_status(xml_parser *p, kpi_status status)
{
    if (p->status != KPI_OK || p->ended)
        return;
    p->status = status;
    halt(p);
}

kpi_error *xml_error(xml_parser *p)
{
    return p->err;
}

void xml_stop(xml_parser *p)
{
    p->stopped = true;
    halt(p);
}

bool xml_stopped(const xml_parser *p)
{
    return p->stopped;
}

static void on_error(void *context, xmlErrorPtr error)
{
    xml_parser *p = context;
    char message[200];
    size_t length = 0;

    /* Undeclared prefixes and the like are no fatal errors: see XML Names. */
    if (error == NULL || error->level != XML_ERR_FATAL || p->ended ||
        p->status != KPI_OK)
        return;
    if (error->message != NULL) {
        length = strlen(error->message);
        if (length >= sizeof(message))
            length = sizeof(message) - 1;
        memcpy(message, error->message, length);
    }
    while (length > 0 && ascii_is_space(message[length - 1]))
        length--;
    message[length] = '\0';
    p->ended = true;
    if (error->code == XML_ERR_NO_MEMORY) {
        p->status = kpi_fail_nomem(p->err);
        return;
    }
    p->status = kpi_fail(p->err, KPI_E_INPUT, "file-damaged", p->input->part,
                         "malformed XML: %s", message);
    note_place(p, error->line > 0 ? (unsigned)error->line : 0,
               error->int2 > 0 ? (unsigned)error->int2 : 0);
}

/* ---- Reading ---------------------------------------------------------- */

static bool fill(xml_parser *p)
{
    size_t got = 0, skip = 0, head = 0;

    /* Enough of the beginning to see the encoding. */
    while (p->status == KPI_OK && head < READ_AHEAD) {
        p->status = p->input->read(p->input->context, p->raw + head,
                                   READ_AHEAD - head, &got, p->err);
        if (p->status != KPI_OK)
            return false;
        head += got;
        if (got == 0 || p->begun || head >= 256)
            break;
    }
    if (!p->begun) {
        p->begun = true;
        p->decoder.encoding = xml_encoding_of(p->raw, head, &skip);
        if (p->decoder.encoding == XML_UNKNOWN) {
            p->status = kpi_fail(p->err, KPI_E_INPUT, "file-damaged",
                                 p->input->part, "the part is neither in "
                                 "UTF-8 nor in UTF-16");
            return false;
        }
        if (p->decoder.encoding != XML_UTF8) {
            p->decoded = malloc((size_t)READ_AHEAD * XML_DECODE_GROWTH + 8);
            if (p->decoded == NULL) {
                p->status = kpi_fail_nomem(p->err);
                return false;
            }
        }
    }
    p->at = 0;
    if (p->decoded == NULL) {
        p->ready = p->raw + skip;
        p->length = head - skip;
    } else {
        p->ready = p->decoded;
        p->length = xml_decode(&p->decoder, p->decoded, p->raw + skip,
                               head - skip);
        if (head == 0 && xml_decode_unfinished(&p->decoder)) {
            p->decoder.has_half = false;
            p->decoder.high = 0;
            p->decoded[p->length++] = 0xFF;
        }
    }
    return head != 0 || p->length != 0;
}

/*
 * libxml2 compares each attribute of an element with all others, and keeps
 * a tag, comment or CDATA section whole; both are bounded here, before it
 * has seen the end of it.
 */
static bool token_in_bounds(xml_parser *p, size_t taken)
{
    uint64_t most = p->limits->string_bytes + TOKEN_SLACK;
    size_t attributes = p->context == NULL || p->context->maxatts <= 0
                            ? 0 : (size_t)p->context->maxatts / 5;

    if (attributes / 2 > p->limits->attributes + 32) {
        p->status = limits_fail(p->err, p->input->part,
                                "an element has more attributes",
                                "attributes", p->limits->attributes);
        return false;
    }
    p->since_event += taken;
    if (p->since_event <= most)
        return true;
    p->status = limits_fail(p->err, p->input->part,
                            "a piece of XML has more bytes", "string-bytes",
                            p->limits->string_bytes);
    return false;
}

/* Gives 0, the end, on a failure: libxml2 has nothing to add to it. */
static int on_read(void *context, char *out, int size)
{
    xml_parser *p = context;
    size_t count;

    if (p->status != KPI_OK || p->ended || size <= 0)
        return 0;
    while (p->at == p->length) {
        if (!fill(p))
            return 0;
    }
    count = p->length - p->at;
    if (count > (size_t)size)
        count = (size_t)size;
    if (!token_in_bounds(p, count)) {
        note_place(p, xml_line(p), 0);
        return 0;
    }
    memcpy(out, p->ready + p->at, count);
    p->at += count;
    return (int)count;
}

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

static xml_ns element_namespace(xml_parser *p, const xmlChar *prefix,
                                const xmlChar *uri)
{
    if (uri == NULL)
        return prefix == NULL && p->nameless ? p->expected : XML_NS_OTHER;
    if (uri != p->last_uri) {
        p->last_uri = uri;
        p->last_ns = namespace_of((const char *)uri);
    }
    return p->last_ns;
}

static const char *uri_of_prefix(const xml_parser *p, text prefix)
{
    for (size_t i = p->scope_count; i > 0; i--) {
        const scope *s = &p->scopes[i - 1];

        if (s->prefix != NULL &&
            text_is(prefix, (const char *)s->prefix))
            return s->uri == NULL ? "" : (const char *)s->uri;
    }
    return "";
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

static void open_scopes(xml_parser *p, int count, const xmlChar **pairs)
{
    for (int i = 0; i < count; i++) {
        if (p->scope_count == MOST_SCOPES) {
            xml_fail_limit(p, "more namespaces are declared at once",
                           "attributes", MOST_SCOPES);
            return;
        }
        p->scopes[p->scope_count++] =
            (scope){ p->depth, pairs[2 * i], pairs[2 * i + 1] };
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
    size_t most = sizeof(p->alternate_depth) / sizeof(*p->alternate_depth);
    text requires;
    bool take;

    if (strcmp(name, "AlternateContent") == 0) {
        if (p->alternates == most)
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

static void on_start(void *context, const xmlChar *name,
                     const xmlChar *prefix, const xmlChar *uri, int ns_count,
                     const xmlChar **ns_pairs, int attribute_count,
                     int defaulted, const xmlChar **raw)
{
    xml_parser *p = context;
    xml_attributes attributes = { (size_t)attribute_count,
                                  (const unsigned char *const *)raw };
    xml_ns ns;

    (void)defaulted;
    if (p->ended)
        return;
    p->since_event = 0;
    p->depth++;
    if (p->depth > p->limits->nesting) {
        xml_fail_limit(p, "elements are nested deeper", "nesting",
                       p->limits->nesting);
        return;
    }
    if (attributes.count > p->limits->attributes) {
        xml_fail_limit(p, "an element has more attributes", "attributes",
                       p->limits->attributes);
        return;
    }
    if (ns_count > 0)
        open_scopes(p, ns_count, ns_pairs);
    if (p->skip_from != 0 || p->ended)
        return;
    if (p->depth == 1)
        p->nameless = uri == NULL && prefix == NULL;
    ns = element_namespace(p, prefix, uri);
    if (ns == XML_NS_COMPATIBILITY) {
        if (!enter_compatibility(p, (const char *)name, &attributes))
            p->skip_from = p->depth;
    } else if (ns == XML_NS_OTHER ||
               !p->handler->start(p->handler->context, p, ns,
                                  (const char *)name, &attributes)) {
        p->skip_from = p->depth;
    }
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix,
                   const xmlChar *uri)
{
    xml_parser *p = context;

    if (p->ended)
        return;
    p->since_event = 0;
    if (p->skip_from == p->depth)
        p->skip_from = 0;
    else if (p->skip_from == 0 &&
             element_namespace(p, prefix, uri) != XML_NS_COMPATIBILITY)
        p->handler->end(p->handler->context, p, (const char *)name);
    while (p->scope_count > 0 &&
           p->scopes[p->scope_count - 1].depth == p->depth)
        p->scope_count--;
    if (p->alternates > 0 &&
        p->alternate_depth[p->alternates - 1] == p->depth)
        p->alternates--;
    p->depth--;
}

static void on_text(void *context, const xmlChar *bytes, int length)
{
    xml_parser *p = context;

    p->since_event = 0;
    if (p->skip_from == 0 && !p->ended && p->handler->text != NULL)
        p->handler->text(p->handler->context, p, (const char *)bytes,
                         (size_t)length);
}

static void on_comment(void *context, const xmlChar *value)
{
    (void)value;
    ((xml_parser *)context)->since_event = 0;
}

static void on_instruction(void *context, const xmlChar *target,
                           const xmlChar *data)
{
    (void)target;
    on_comment(context, data);
}

static void on_doctype(void *context, const xmlChar *name,
                       const xmlChar *external, const xmlChar *system)
{
    (void)name;
    (void)external;
    (void)system;
    xml_fail(context, KPI_E_INPUT, "file-unsafe",
             "the part declares a DOCTYPE");
}

static void on_entity(void *context, const xmlChar *name, int type,
                      const xmlChar *public_id, const xmlChar *system,
                      xmlChar *content)
{
    (void)type;
    (void)content;
    on_doctype(context, name, public_id, system);
}

/* ---- The parser ------------------------------------------------------- */

static pthread_once_t init_once = PTHREAD_ONCE_INIT;

static void run(xml_parser *p)
{
    static const xmlSAXHandler calls = {
        .initialized = XML_SAX2_MAGIC,
        .internalSubset = on_doctype,
        .entityDecl = on_entity,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .comment = on_comment,
        .processingInstruction = on_instruction,
        .serror = on_error,
    };
    xmlSAXHandler handler = calls;
    int options = XML_PARSE_NONET | XML_PARSE_IGNORE_ENC;

    if (p->limits->nesting > LIBXML_DEPTH)
        options |= XML_PARSE_HUGE;
    p->context = xmlCreateIOParserCtxt(&handler, p, on_read, NULL, p,
                                       XML_CHAR_ENCODING_NONE);
    if (p->context == NULL) {
        if (p->status == KPI_OK)
            p->status = kpi_fail_nomem(p->err);
        return;
    }
    (void)xmlCtxtUseOptions(p->context, options);
    (void)xmlParseDocument(p->context);
    if (p->status == KPI_OK && !p->stopped && p->context->wellFormed == 0)
        p->status = kpi_fail(p->err, KPI_E_INPUT, "file-damaged",
                             p->input->part, "malformed XML");
}

/* What is left behind the root element must be white space. */
static void check_rest(xml_parser *p)
{
    do {
        for (; p->at < p->length; p->at++) {
            if (ascii_is_space((char)p->ready[p->at]))
                continue;
            p->status = kpi_fail(p->err, KPI_E_INPUT, "file-damaged",
                                 p->input->part, "malformed XML: more "
                                 "follows after the document's end");
            return;
        }
    } while (p->status == KPI_OK && fill(p));
}

kpi_status xml_parse(const xml_input *input, const kpi_limits *limits,
                     xml_ns expected, const xml_handler *handler,
                     kpi_error *err)
{
    xml_parser *p = calloc(1, sizeof(*p));
    kpi_status status;

    if (p == NULL)
        return kpi_fail_nomem(err);
    (void)pthread_once(&init_once, xmlInitParser);
    p->input = input;
    p->limits = limits;
    p->expected = expected;
    p->handler = handler;
    p->err = err != NULL ? err : &p->unseen;
    p->raw = malloc(READ_AHEAD);
    if (p->raw == NULL)
        p->status = kpi_fail_nomem(p->err);
    else
        run(p);
    if (p->status == KPI_OK && !p->stopped)
        check_rest(p);
    status = p->status;
    if (p->context != NULL)
        xmlFreeParserCtxt(p->context);
    free(p->decoded);
    free(p->raw);
    free(p);
    return status;
}

/* ---- Attributes ------------------------------------------------------- */

static bool find_attribute(const xml_attributes *a, const char *name,
                           bool plain, text *out)
{
    for (size_t i = 0; i < a->count; i++) {
        if (xml_attribute_plain(a, i) == plain &&
            strcmp(xml_attribute_name(a, i), name) == 0) {
            *out = xml_attribute_value(a, i);
            return true;
        }
    }
    *out = text_of("");
    return false;
}

bool xml_attribute(const xml_attributes *a, const char *name, text *out)
{
    return find_attribute(a, name, true, out);
}

bool xml_attribute_prefixed(const xml_attributes *a, const char *name,
                            text *out)
{
    return find_attribute(a, name, false, out);
}

bool xml_attribute_bool(const xml_attributes *a, const char *name,
                        bool otherwise)
{
    text value;

    xml_attribute(a, name, &value);
    if (text_is(value, "1") || text_is(value, "true") || text_is(value, "on"))
        return true;
    if (text_is(value, "0") || text_is(value, "false") ||
        text_is(value, "off"))
        return false;
    return otherwise;
}
