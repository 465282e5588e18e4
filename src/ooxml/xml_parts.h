/*
 * xml_parts.h - what an XML parser is made of, for the files of it
 *
 *     xml.c         the face; failing; attributes
 *     xml_record.c  events once more, without the part
 *     xml_source.c  bytes of the part, decoded, in one window
 *     xml_plain.c   our scanner: parts, or stretches of them, that are plain
 *     xml_libxml.c  libxml2: all the rest, and every judgement of damage
 *     xml_events.c  what both give: namespaces, depth, what is skipped
 */
#ifndef KPIBOOK_OOXML_XML_PARTS_H
#define KPIBOOK_OOXML_XML_PARTS_H

#include "base/arena.h"
#include "base/buf.h"
#include "ooxml/xml.h"
#include "ooxml/xml_chars.h"
#include "ooxml/xml_decode.h"

enum { XML_MOST_SCOPES = 1024, XML_MOST_ALTERNATES = 8 };

/* A prefix that an open element declares: what Requires="x14" refers to. */
typedef struct xml_scope {
    size_t depth;
    const char *prefix, *uri; /* they live as long as the parser */
} xml_scope;

/* The bytes that are ready: a window over the part, in UTF-8. */
typedef struct xml_source {
    unsigned char *bytes;   /* XML_PADDING NULs behind the last */
    size_t capacity;
    size_t at, length;
    unsigned char *encoded; /* of a part that is not in UTF-8 */
    xml_decoder decoder;
    bool begun, ended;
    size_t marked;          /* line breaks are counted up to here */
    unsigned lines;         /* before it */
    size_t column;          /* bytes of its line before it */
} xml_source;

/* An element that the plain scanner has open. */
typedef struct xml_open {
    size_t from;        /* where its tag begins in xml_plain.tags */
    size_t name_length; /* with the prefix */
    unsigned lines;     /* line breaks before the tag */
    xml_ns ns;
    bool scanned;       /* what it holds may go to the handler's scan */
} xml_open;

typedef struct xml_plain {
    buf tags;           /* the tags of open elements, as written */
    buf scratch;        /* the tag that is sent */
    xml_open *open;
    size_t count, room;
    bool root_closed;
    arena memory;       /* prefixes and URIs, each once */
    const char *names[64];
    size_t name_count;
} xml_plain;

/* Where libxml2 goes on: it sees these tags again, the handler does not. */
typedef struct xml_replay {
    buf tags;
    size_t at;
    size_t starts, ends; /* events to pass over */
    unsigned lines;      /* where it is in the part */
    size_t column, shown_column; /* in the part, and as libxml2 sees it */
} xml_replay;

/* An event as it is taken down (xml_record.h). */
typedef enum xml_event_kind {
    XML_EVENT_START, XML_EVENT_END, XML_EVENT_TEXT
} xml_event_kind;

struct xml_event {
    xml_event_kind kind;
    xml_ns ns;
    unsigned line;
    const char *bytes; /* name or text */
    size_t length;
    xml_attributes attributes;
};

struct xml_parser {
    const xml_input *input;
    const xml_handler *handler;
    xml_scan scan;
    const kpi_limits *limits;
    kpi_error *err;
    kpi_error unseen;   /* takes what a caller with err = NULL misses */
    kpi_status status;
    bool stopped, ended;
    xml_ns expected;
    bool nameless;      /* the root has no namespace */

    size_t depth;       /* open elements */
    size_t skip_from;   /* depth of the element that is skipped; 0 = none */
    size_t alternate_depth[XML_MOST_ALTERNATES]; /* mc:AlternateContent */
    bool alternate_taken[XML_MOST_ALTERNATES];
    size_t alternates;
    size_t scope_count;
    const char *last_uri; /* as interned, and what it stands for */
    xml_ns last_ns;

    const struct xml_event *again; /* of a record that is given, or NULL */
    xml_source source;
    xml_plain plain;
    xml_replay replay;
    void *libxml;         /* its context, while it parses */
    uint64_t since_event; /* bytes that libxml2 took without an event */
    xml_scope scopes[XML_MOST_SCOPES]; /* the last: is not cleared */
};

/* ---- xml.c ---- */

/* NULL without memory; free() it when its sources are. */
xml_parser *xml_parser_new(const xml_input *input, const kpi_limits *limits,
                           const xml_handler *handler, kpi_error *err);

/* ---- xml_source.c ---- */

/* `size` is how long the part is, 0 = unknown. */
bool xml_source_init(xml_parser *p, uint64_t size);
void xml_source_free(xml_parser *p);
/*
 * Moves what is not taken yet to the window's front and reads on. False at
 * the part's end, when the window is full, and on a failure (p->status).
 */
bool xml_source_more(xml_parser *p);
/* Line breaks, and bytes of the last line, before `at`. */
void xml_source_place(const xml_parser *p, size_t at, unsigned *lines,
                      size_t *column);
/* As above, for a place that no later one comes before. */
unsigned xml_source_mark(xml_parser *p, size_t at);

/* ---- xml_plain.c ---- */

/* False when libxml2 has to go on, as p->replay says. */
bool xml_plain_run(xml_parser *p);
void xml_plain_free(xml_parser *p);

/* ---- xml_libxml.c ---- */

void xml_libxml_run(xml_parser *p);
void xml_libxml_stop(xml_parser *p);
unsigned xml_libxml_line(const xml_parser *p);

/* ---- xml_events.c ---- */

/*
 * `pairs` are prefix and URI of each namespace that the tag declares; a
 * prefix of NULL is the default one. Returns the element's namespace where
 * the handler entered it, else XML_NS_OTHER.
 */
xml_ns xml_event_start(xml_parser *p, const char *name, const char *prefix,
                       const char *uri, size_t ns_count,
                       const char *const *pairs,
                       const xml_attributes *attributes);
void xml_event_end(xml_parser *p, const char *name, xml_ns ns);
void xml_event_text(xml_parser *p, const char *bytes, size_t length);
/* The namespace of an element; URIs are told apart by their pointers. */
xml_ns xml_namespace(xml_parser *p, const char *prefix, const char *uri);
/* Takes note of a place and lets no further event come. */
void xml_place(xml_parser *p, unsigned line, unsigned column);

#endif
