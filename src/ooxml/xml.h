/*
 * xml.h - one XML part as events, without a tree
 *
 * Elements come with their local name and the namespace that it stands for:
 * transitional and strict OOXML are one, and so is any prefix. Taken away
 * before the events:
 *   - elements of namespaces that kpibook does not know, with all they hold
 *     (Markup Compatibility, ECMA-376 Part 3: extensions may stand anywhere)
 *   - mc:AlternateContent: the first Choice whose Requires are spreadsheet
 *     namespaces, else the Fallback, as if its content stood there alone
 *   - elements for which `start` returned false, with all they hold
 *   - comments and processing instructions
 * A part without any namespace (a few writers) is read as if its elements
 * were in the namespace that is expected of it.
 *
 * A DOCTYPE is refused (file-unsafe), so no entity but the five of XML is
 * ever expanded and nothing is fetched. Malformed XML is file-damaged.
 *
 * Plain XML is read by a scanner of our own, all else by libxml2
 * (xml_plain.c says how); limits->one_parser switches the scanner off.
 */
#ifndef KPIBOOK_OOXML_XML_H
#define KPIBOOK_OOXML_XML_H

#include <string.h>

#include "base/limits.h"
#include "base/text.h"

typedef enum xml_ns {
    XML_NS_OTHER,
    XML_NS_MAIN,          /* SpreadsheetML */
    XML_NS_RELATIONSHIPS, /* of the package */
    XML_NS_CONTENT_TYPES,
    XML_NS_COMPATIBILITY, /* mc: never seen by a handler */
    XML_NS_CORE,          /* docProps/core.xml: cp: */
    XML_NS_DC,
    XML_NS_DCTERMS,
    XML_NS_EXTENDED,      /* docProps/app.xml */
    XML_NS_CUSTOM,        /* docProps/custom.xml */
    XML_NS_VARIANT        /* vt: */
} xml_ns;

typedef struct xml_parser xml_parser;

/*
 * The attributes of the element that starts. Values are in UTF-8, have no
 * NUL at the end and live during the call.
 */
typedef struct xml_attributes {
    size_t count;
    const unsigned char *const *raw; /* five pointers each */
} xml_attributes;

static inline const char *xml_attribute_name(const xml_attributes *a, size_t i)
{
    return (const char *)a->raw[5 * i];
}

/* False for an attribute with a prefix. */
static inline bool xml_attribute_plain(const xml_attributes *a, size_t i)
{
    return a->raw[5 * i + 1] == NULL;
}

static inline text xml_attribute_value(const xml_attributes *a, size_t i)
{
    const unsigned char *value = a->raw[5 * i + 3];

    return (text){ (const char *)value, (size_t)(a->raw[5 * i + 4] - value) };
}

/* Finds an attribute without a prefix; *out is "" when there is none. */
bool xml_attribute(const xml_attributes *a, const char *name, text *out);
/* With any prefix: r:id under whatever name r: goes. */
bool xml_attribute_prefixed(const xml_attributes *a, const char *name,
                            text *out);
/* xsd:boolean, also "on"; `otherwise` when absent or neither. */
bool xml_attribute_bool(const xml_attributes *a, const char *name,
                        bool otherwise);

typedef struct xml_handler {
    void *context;
    /* Returns false to skip the element and all that it holds. */
    bool (*start)(void *context, xml_parser *p, xml_ns ns, const char *name,
                  const xml_attributes *attributes);
    /* Only for elements that were entered. */
    void (*end)(void *context, xml_parser *p, const char *name);
    /* Text comes in pieces. May be NULL. */
    void (*text)(void *context, xml_parser *p, const char *bytes,
                 size_t length);
} xml_handler;

/* Where the bytes come from; *got = 0 at the end. */
typedef struct xml_input {
    void *context;
    kpi_status (*read)(void *context, void *buffer, size_t size, size_t *got,
                       kpi_error *err);
    const char *part; /* its name, for messages */
} xml_input;

/*
 * Offers the bytes from the '<' of what comes next in an element of
 * SpreadsheetML that was entered and has no prefix. Returns how many were
 * taken: whole elements that are plain and well formed (xml_chars.h), or the
 * end of the element that is open and the begin of another of its name that
 * declares no namespace, unless the first did; what is left comes as events.
 * XML_PADDING NULs stand behind the bytes. May call xml_stop(), but not
 * xml_fail().
 */
typedef size_t (*xml_scan)(void *context, xml_parser *p, const char *bytes,
                           size_t length);

/* `size` is how long the part is as far as known, 0 = not at all; `scan`
 * may be NULL and is called with the handler's context. */
kpi_status xml_parse_part(const xml_input *input, uint64_t size,
                          const kpi_limits *limits, xml_ns expected,
                          const xml_handler *handler, xml_scan scan,
                          kpi_error *err);
/* As above, of unknown size and with no scan. */
kpi_status xml_parse(const xml_input *input, const kpi_limits *limits,
                     xml_ns expected, const xml_handler *handler,
                     kpi_error *err);

/* For handlers: names part and line; no further event comes. */
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void xml_fail(xml_parser *p, kpi_status status, const char *rule,
              const char *format, ...);
/* As limits_fail(). */
void xml_fail_limit(xml_parser *p, const char *what, const char *option,
                    uint64_t limit);
/* Passes on a failure that is described already in xml_error(). */
void xml_fail_status(xml_parser *p, kpi_status status);
kpi_error *xml_error(xml_parser *p);
/* Ends reading without a failure: xml_parse gives KPI_OK, *stopped is set. */
void xml_stop(xml_parser *p);
unsigned xml_line(const xml_parser *p);
/* How many elements are open. */
size_t xml_depth(const xml_parser *p);
/* Whether the innermost of them declares a namespace. */
bool xml_declares(const xml_parser *p);
/* Whether any of them declares this prefix, for no empty namespace. */
bool xml_declares_prefix(const xml_parser *p, text prefix);

#endif
