/*
 * xml_libxml.c - parts by libxml2
 *
 * The only file that knows libxml2: its SAX2 interface pulls from a callback.
 * Nothing is set for the whole process; errors come to this parser alone.
 * Entities are replaced, else "&amp;" in an attribute would come as "&#38;";
 * as a DOCTYPE ends the parse there are none but the five of XML.
 */
#include "ooxml/xml_parts.h"

#include <pthread.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

enum { LIBXML_DEPTH = 256,
       /* A tag, comment or CDATA section may not be much longer than the
          longest string. */
       TOKEN_SLACK = 1 << 20 };

/* ---- Failing ---------------------------------------------------------- */

/* What was replayed is not as long as what stood in its line. */
static unsigned column_of(const xml_parser *p, int line, int column)
{
    const xml_replay *replay = &p->replay;

    if (column <= 0 || replay->tags.length == 0 ||
        line != (int)replay->lines + 1)
        return column > 0 ? (unsigned)column : 0;
    return (size_t)column > replay->shown_column
               ? (unsigned)((size_t)column - replay->shown_column +
                            replay->column) : 0;
}

unsigned xml_libxml_line(const xml_parser *p)
{
    const xmlParserCtxt *context = p->libxml;

    return context->input == NULL || context->input->line < 0
               ? 0 : (unsigned)context->input->line;
}

void xml_libxml_stop(xml_parser *p)
{
    if (p->libxml != NULL)
        xmlStopParser(p->libxml);
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
                         "malformed XML%s%s", length == 0 ? "" : ": ",
                         message);
    xml_place(p, error->line > 0 ? (unsigned)error->line : 0,
              column_of(p, error->line, error->int2));
}

/* ---- Reading ---------------------------------------------------------- */

/*
 * libxml2 compares each attribute of an element with all others, each
 * namespace with those that the element declared before, and keeps
 * a tag, comment or CDATA section whole; both are bounded here, before it
 * has seen the end of it.
 */
static bool token_in_bounds(xml_parser *p, size_t taken)
{
    uint64_t most = p->limits->string_bytes + TOKEN_SLACK;
    const xmlParserCtxt *context = p->libxml;
    size_t attributes = context == NULL || context->maxatts <= 0
                            ? 0 : (size_t)context->maxatts / 5;

    if (attributes / 2 > p->limits->attributes + 32 ||
        (context != NULL &&
         (uint64_t)context->nsNr / 2 > p->limits->attributes * 16)) {
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
    xml_replay *replay = &p->replay;
    const void *from;
    size_t count;

    if (p->status != KPI_OK || p->ended || size <= 0)
        return 0;
    if (replay->at < replay->tags.length) {
        from = replay->tags.bytes + replay->at;
        count = replay->tags.length - replay->at;
        count = count > (size_t)size ? (size_t)size : count;
        replay->at += count;
    } else {
        while (p->source.at == p->source.length) {
            if (!xml_source_more(p))
                return 0;
        }
        from = p->source.bytes + p->source.at;
        count = p->source.length - p->source.at;
        count = count > (size_t)size ? (size_t)size : count;
        p->source.at += count;
    }
    if (!token_in_bounds(p, count)) {
        xml_place(p, xml_line(p), 0);
        return 0;
    }
    memcpy(out, from, count);
    return (int)count;
}

/* ---- Events ----------------------------------------------------------- */

static void on_start(void *context, const xmlChar *name,
                     const xmlChar *prefix, const xmlChar *uri, int ns_count,
                     const xmlChar **ns_pairs, int attribute_count,
                     int defaulted, const xmlChar **raw)
{
    xml_parser *p = context;
    xml_attributes attributes = { (size_t)attribute_count,
                                  (const unsigned char *const *)raw };

    (void)defaulted;
    if (p->ended)
        return;
    p->since_event = 0;
    if (p->replay.starts > 0)
        p->replay.starts--;
    else
        (void)xml_event_start(p, (const char *)name, (const char *)prefix,
                              (const char *)uri, (size_t)ns_count,
                              (const char *const *)ns_pairs, &attributes);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix,
                   const xmlChar *uri)
{
    xml_parser *p = context;

    if (p->ended)
        return;
    p->since_event = 0;
    if (p->replay.ends > 0)
        p->replay.ends--;
    else
        xml_event_end(p, (const char *)name,
                      xml_namespace(p, (const char *)prefix,
                                    (const char *)uri));
}

static void on_text(void *context, const xmlChar *bytes, int length)
{
    xml_parser *p = context;

    p->since_event = 0;
    xml_event_text(p, (const char *)bytes, (size_t)length);
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

/* ---- The parser ------------------------------------------------------- */

static pthread_once_t init_once = PTHREAD_ONCE_INIT;

/*
 * libxml2 looks at the first bytes again: what looks to it like UCS-4 or
 * EBCDIC, or like UTF-16 behind our decoder, would be decoded another time.
 */
static bool begins_as_utf8(xml_parser *p)
{
    const xml_source *s = &p->source;
    xmlCharEncoding seen;

    if (p->replay.tags.length != 0)
        return true;
    while (s->at == s->length && xml_source_more(p))
        continue;
    if (p->status != KPI_OK)
        return false;
    seen = xmlDetectCharEncoding(s->bytes + s->at, s->length - s->at < 4
                                                       ? 0 : 4);
    if (seen == XML_CHAR_ENCODING_NONE || seen == XML_CHAR_ENCODING_UTF8)
        return true;
    p->status = kpi_fail(p->err, KPI_E_INPUT, "file-damaged", p->input->part,
                         "the part is neither in UTF-8 nor in UTF-16");
    xml_place(p, 1, 0);
    return false;
}

/* Of what goes past a parser: libxml2 would print it. */
static void ignore_error(void *context, xmlErrorPtr error)
{
    (void)context;
    (void)error;
}

/* What xmlCreateIOParserCtxt() does; that leaks when memory runs out. */
static xmlParserCtxtPtr new_context(xml_parser *p,
                                    const xmlSAXHandler *handler)
{
    xmlParserInputBufferPtr bytes = xmlParserInputBufferCreateIO(
        on_read, NULL, p, XML_CHAR_ENCODING_NONE);
    xmlParserCtxtPtr context = bytes == NULL ? NULL : xmlNewParserCtxt();
    xmlParserInputPtr input = context == NULL
        ? NULL
        : xmlNewIOInputStream(context, bytes, XML_CHAR_ENCODING_NONE);

    if (input == NULL) {
        xmlFreeParserInputBuffer(bytes);
        xmlFreeParserCtxt(context);
        return NULL;
    }
    if (inputPush(context, input) < 0) {
        xmlFreeInputStream(input);
        xmlFreeParserCtxt(context);
        return NULL;
    }
    *context->sax = *handler;
    context->userData = p;
    return context;
}

static void parse(xml_parser *p)
{
    static const xmlSAXHandler calls = {
        .initialized = XML_SAX2_MAGIC,
        .internalSubset = on_doctype,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .comment = on_comment,
        .processingInstruction = on_instruction,
        .serror = on_error,
    };
    xmlParserCtxtPtr context;
    int options = XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT;

    p->last_uri = NULL;
    if (p->limits->nesting > LIBXML_DEPTH)
        options |= XML_PARSE_HUGE;
    context = new_context(p, &calls);
    if (context == NULL) {
        if (p->status == KPI_OK)
            p->status = kpi_fail_nomem(p->err);
        return;
    }
    p->libxml = context;
    (void)xmlCtxtUseOptions(context, options);
    (void)xmlParseDocument(context);
    if (p->status == KPI_OK && !p->stopped && context->wellFormed == 0)
        p->status = kpi_fail(p->err, KPI_E_INPUT, "file-damaged",
                             p->input->part, "malformed XML");
    p->libxml = NULL;
    /* Made for entities; left behind by a parse that an error cut short. */
    xmlFreeDoc(context->myDoc);
    context->myDoc = NULL;
    xmlFreeParserCtxt(context);
}

/* The handler and the last error are the thread's own. */
void xml_libxml_run(xml_parser *p)
{
    xmlStructuredErrorFunc handler;
    void *data;

    (void)pthread_once(&init_once, xmlInitParser);
    handler = xmlStructuredError;
    data = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(NULL, ignore_error);
    if (begins_as_utf8(p))
        parse(p);
    xmlResetLastError();
    xmlSetStructuredErrorFunc(data, handler);
}
