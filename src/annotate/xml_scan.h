/*
 * xml_scan.h - the places of elements and attributes in the bytes of a part
 *
 * A part is patched in place, so that all that is not changed stays byte for
 * byte; for that one must know where things stand, which a parser does not
 * tell. The scanner walks over the markup, knows comments, CDATA sections,
 * processing instructions and quoted values, and gives each tag its
 * namespace (transitional and strict alike, any prefix). It checks nothing
 * else: what it is given was parsed before, or is checked after.
 */
#ifndef KPIBOOK_ANNOTATE_XML_SCAN_H
#define KPIBOOK_ANNOTATE_XML_SCAN_H

#include "base/text.h"

typedef enum scan_ns {
    SCAN_OTHER,    /* unknown */
    SCAN_NONE,     /* no namespace at all */
    SCAN_MAIN,     /* SpreadsheetML */
    SCAN_OFFICE,   /* officeDocument relationships: r: */
    SCAN_PACKAGE,  /* relationships of the package */
    SCAN_TYPES,    /* content types */
    SCAN_COMPATIBILITY, /* mc: */
    SCAN_VML, SCAN_VML_OFFICE, SCAN_VML_EXCEL /* v: o: x: */
} scan_ns;

/* Namespaces declared deeper than this end the scan (scan.broken). */
enum { SCAN_BINDINGS = 128, SCAN_DEPTH = 512 };

typedef struct scan_binding {
    text prefix, uri;
    scan_ns ns;
    unsigned depth;
} scan_binding;

typedef enum scan_kind { SCAN_START, SCAN_END } scan_kind;

typedef struct scan_tag {
    scan_kind kind;
    bool empty;         /* <x/>: no SCAN_END follows */
    scan_ns ns;
    text prefix, local; /* slices of the part */
    size_t from, to;    /* the tag: `from` at "<", `to` behind ">" */
    size_t attributes;  /* behind the name */
    unsigned depth;     /* of the element; the root has 1 */
} scan_tag;

typedef struct scan {
    text part;
    size_t at;
    unsigned depth;
    scan_binding bindings[SCAN_BINDINGS];
    size_t count;
    bool broken;  /* the markup ends within a tag, or nests too deep */
} scan;

void scan_init(scan *s, text part);
/* The next start or end tag; false at the end or when broken. */
bool scan_next(scan *s, scan_tag *tag);
/* Behind a start tag: goes to behind the end of its element, which *end
 * tells (from..to is the end tag; of an empty element the tag itself). */
bool scan_skip(scan *s, const scan_tag *start, scan_tag *end);
/* The URI that a prefix stands for here, "" when none. */
text scan_uri(const scan *s, text prefix);
/* A prefix that stands for `ns` here; false when there is none. */
bool scan_prefix(const scan *s, scan_ns ns, text *prefix);

/* Element `local` of SpreadsheetML (or of a part without namespaces). */
bool scan_is(const scan_tag *tag, const char *local);
/* As above, in a namespace. */
bool scan_is_in(const scan_tag *tag, scan_ns ns, const char *local);

typedef struct scan_attribute {
    text name;       /* with prefix */
    text value;      /* raw: entities are not replaced */
    size_t from, to; /* from the white space before it to behind the quote */
} scan_attribute;

/* *at = 0 for the first; false behind the last. */
bool scan_next_attribute(const scan *s, const scan_tag *tag, size_t *at,
                         scan_attribute *out);
/* By its name as written, with any prefix when `any`. */
bool scan_find(const scan *s, const scan_tag *tag, const char *name,
               bool any, scan_attribute *out);
/* The raw value, "" when absent. */
text scan_value(const scan *s, const scan_tag *tag, const char *name);

#endif
