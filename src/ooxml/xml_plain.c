/*
 * xml_plain.c - our scanner for XML that is plain
 *
 * Plain is: UTF-8, an XML declaration or none, elements with declared
 * prefixes and ASCII names, quoted attributes, text, the five entities and
 * character references. At anything else, a DOCTYPE, a CDATA section, a
 * comment, an instruction, a token longer than the window, and at all that
 * may be malformed, the scanner stops before the token and libxml2 goes on
 * there: it is given the tags of the open elements again, which the handler
 * does not see, and then the rest. So whether a part is well formed is never
 * judged here, and nothing that libxml2 refuses is taken.
 */
#include "ooxml/xml_parts.h"

#include <stdlib.h>

#include "ooxml/xml_tag.h"

enum { MOST_DECLARED = 32,
       /* No judgement nearer to the window's end: more bytes may come. */
       MARGIN = 16 };

typedef unsigned char byte;

typedef enum outcome { TAKEN, UNFINISHED, ODD } outcome;

static const byte *window_end(const xml_parser *p)
{
    return p->source.bytes + p->source.length;
}

static outcome stuck(const xml_parser *p, const byte *at)
{
    return window_end(p) - at < MARGIN ? UNFINISHED : ODD;
}

static size_t offset_of(const xml_parser *p, const byte *at)
{
    return (size_t)(at - p->source.bytes);
}

/* ---- Namespaces ------------------------------------------------------- */

/* The namespaces that a tag declares: prefix and URI of each. */
typedef struct declared {
    const char *pairs[2 * MOST_DECLARED];
    size_t count;
} declared;

/* One pointer for each prefix and URI; NULL when there are too many. */
static const char *intern(xml_parser *p, const byte *from, const byte *to)
{
    xml_plain *plain = &p->plain;
    text name = { (const char *)from, (size_t)(to - from) };

    for (size_t i = 0; i < plain->name_count; i++) {
        if (text_is(name, plain->names[i]))
            return plain->names[i];
    }
    if (plain->name_count == sizeof(plain->names) / sizeof(*plain->names))
        return NULL;
    plain->names[plain->name_count] =
        arena_strndup(&plain->memory, name.bytes, name.length);
    if (plain->names[plain->name_count] == NULL)
        return NULL;
    return plain->names[plain->name_count++];
}

static bool same(const byte *from, const byte *to, const char *string)
{
    return text_is((text){ (const char *)from, (size_t)(to - from) }, string);
}

/* xmlns or xmlns:prefix */
static bool is_declaration(const xml_tag_attribute *a)
{
    return a->name[0] == 'x' &&
           same(a->name, a->colon == NULL ? a->name_end : a->colon, "xmlns");
}

/* For these, and for an empty URI, XML Names has rules of its own. */
static bool is_reserved(const char *prefix, const char *uri)
{
    return strcmp(uri, "http://www.w3.org/XML/1998/namespace") == 0 ||
           strcmp(uri, "http://www.w3.org/2000/xmlns/") == 0 ||
           (prefix != NULL && (strcmp(prefix, "xml") == 0 ||
                               strcmp(prefix, "xmlns") == 0));
}

static bool declare(xml_parser *p, const xml_tag *t, declared *d)
{
    d->count = 0;
    for (size_t i = 0; i < t->count; i++) {
        const xml_tag_attribute *a = &t->attributes[i];
        const char *prefix = NULL, *uri;

        if (!is_declaration(a))
            continue;
        if (d->count == MOST_DECLARED || a->reference ||
            a->value == a->value_end)
            return false;
        uri = intern(p, a->value, a->value_end);
        if (a->colon != NULL)
            prefix = intern(p, a->colon + 1, a->name_end);
        if (uri == NULL || (a->colon != NULL && prefix == NULL) ||
            is_reserved(prefix, uri))
            return false;
        d->pairs[2 * d->count] = prefix;
        d->pairs[2 * d->count + 1] = uri;
        d->count++;
    }
    return true;
}

static bool is_prefix(const byte *from, const byte *to, const char *prefix)
{
    return to == NULL ? prefix == NULL
                      : prefix != NULL && same(from, to, prefix);
}

/*
 * The URI of the prefix from `from` to `to`, of the default namespace when
 * `to` is NULL: by this tag, else by the elements around it.
 */
static const char *uri_of(const xml_parser *p, const byte *from,
                          const byte *to, const declared *d)
{
    for (size_t i = d->count; i > 0; i--) {
        if (is_prefix(from, to, d->pairs[2 * i - 2]))
            return d->pairs[2 * i - 1];
    }
    for (size_t i = p->scope_count; i > 0; i--) {
        if (is_prefix(from, to, p->scopes[i - 1].prefix))
            return p->scopes[i - 1].uri;
    }
    return NULL;
}

/*
 * The five pointers of each attribute, as libxml2 has them. False when a
 * prefix is not declared.
 */
static bool list_attributes(const xml_parser *p, const xml_tag *t,
                            const declared *d, const byte **raw,
                            size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < t->count; i++) {
        const xml_tag_attribute *a = &t->attributes[i];
        const byte **to = raw + 5 * *count;

        if (is_declaration(a))
            continue;
        to[0] = a->colon == NULL ? a->name : a->colon + 1;
        to[1] = a->colon == NULL ? NULL : a->name;
        to[2] = a->colon == NULL
                    ? NULL : (const byte *)uri_of(p, a->name, a->colon, d);
        if (a->colon != NULL && to[2] == NULL &&
            !same(a->name, a->colon, "xml"))
            return false;
        to[3] = a->value;
        to[4] = a->value_end;
        (*count)++;
    }
    return true;
}

/* ---- Tags ------------------------------------------------------------- */

/* Keeps a tag for libxml2, should it have to go on within the element. */
static bool open_element(xml_parser *p, const xml_tag *t, unsigned lines)
{
    xml_plain *plain = &p->plain;

    if (plain->count == plain->room) {
        size_t room = plain->room == 0 ? 16 : plain->room * 2;
        xml_open *grown = realloc(plain->open, room * sizeof(*grown));

        if (grown == NULL)
            return false;
        plain->open = grown;
        plain->room = room;
    }
    plain->open[plain->count] =
        (xml_open){ plain->tags.length, (size_t)(t->name_end - t->name),
                    lines, XML_NS_OTHER, false };
    buf_add(&plain->tags, t->begin, (size_t)(t->end - t->begin));
    plain->count += buf_ok(&plain->tags) ? 1 : 0;
    return buf_ok(&plain->tags);
}

static void close_element(xml_parser *p)
{
    p->plain.count--;
    p->plain.tags.length = p->plain.open[p->plain.count].from;
}

static bool copy_tag(xml_parser *p, const byte *from, const byte *to)
{
    buf_clear(&p->plain.scratch);
    buf_add(&p->plain.scratch, from, (size_t)(to - from));
    return buf_ok(&p->plain.scratch);
}

static void send_start(xml_parser *p, const xml_tag *t, const char *uri,
                       const declared *d, const xml_attributes *attributes)
{
    const char *prefix = t->colon == NULL ? NULL : (const char *)t->name;
    const char *name = (const char *)(t->colon == NULL ? t->name
                                                       : t->colon + 1);
    xml_ns ns = xml_event_start(p, name, prefix, uri, d->count, d->pairs,
                                attributes);

    p->plain.open[p->plain.count - 1].ns = ns;
    p->plain.open[p->plain.count - 1].scanned =
        prefix == NULL && ns == XML_NS_MAIN;
    if (t->empty && !p->ended) {
        close_element(p);
        xml_event_end(p, name, ns);
        p->plain.root_closed = p->depth == 0;
    }
}

static outcome start_tag(xml_parser *p, const byte *at)
{
    const byte *raw[5 * XML_TAG_ATTRIBUTES], *odd;
    xml_attributes attributes = { 0, raw };
    const char *uri;
    size_t begin = offset_of(p, at), end;
    declared d;
    xml_tag t;

    odd = xml_tag_scan(&t, at);
    if (odd != NULL)
        return stuck(p, odd);
    end = offset_of(p, t.end);
    if (!declare(p, &t, &d) || !copy_tag(p, t.begin, t.end))
        return ODD;
    xml_tag_move(&t, (byte *)p->plain.scratch.bytes);
    if (!open_element(p, &t, xml_source_mark(p, begin)))
        return ODD;
    xml_tag_finish(&t);
    uri = uri_of(p, t.name, t.colon, &d);
    if ((t.colon != NULL && uri == NULL) ||
        !list_attributes(p, &t, &d, raw, &attributes.count)) {
        close_element(p);
        return ODD;
    }
    p->source.at = end;
    send_start(p, &t, uri, &d, &attributes);
    return TAKEN;
}

static outcome end_tag(xml_parser *p, const byte *at)
{
    xml_plain *plain = &p->plain;
    xml_open open = plain->open[plain->count - 1];
    const byte *name = at + 2, *s, *colon;

    if ((size_t)(window_end(p) - name) <= open.name_length)
        return UNFINISHED;
    if (memcmp(name, plain->tags.bytes + open.from + 1,
               open.name_length) != 0)
        return ODD;
    s = xml_skip_space(name + open.name_length);
    if (*s != '>')
        return stuck(p, s);
    colon = memchr(name, ':', open.name_length);
    if (!copy_tag(p, colon == NULL ? name : colon + 1,
                  name + open.name_length))
        return ODD;
    close_element(p);
    p->source.at = offset_of(p, s + 1);
    xml_event_end(p, buf_cstr(&plain->scratch), open.ns);
    plain->root_closed = plain->count == 0;
    return TAKEN;
}

/* ---- Text ------------------------------------------------------------- */

static void send_text(xml_parser *p, const byte *from, const byte *to)
{
    p->source.at = offset_of(p, to);
    if (to != from)
        xml_event_text(p, (const char *)from, (size_t)(to - from));
}

/* A CDATA section's end is not allowed in text. */
static bool ends_section(const byte *first, const byte *at)
{
    return at - first >= 2 && at[-1] == ']' && at[-2] == ']';
}

/* Line breaks of all kinds are one LF (XML 1.0, 2.11). */
static outcome take_return(xml_parser *p, const byte *at)
{
    if (window_end(p) - at < 2)
        return UNFINISHED;
    xml_event_text(p, "\n", 1);
    p->source.at = offset_of(p, at + (at[1] == '\n' ? 2 : 1));
    return TAKEN;
}

/* Takes text up to the next tag, or as far as it is sure of it. */
static outcome take_text(xml_parser *p)
{
    const byte *first = p->source.bytes + p->source.at, *s = first;
    const byte *behind;
    char character[4];
    size_t length;

    for (;;) {
        s = xml_char_run(s, XML_CHAR_TEXT);
        if (*s != '>' || ends_section(first, s))
            break;
        s++;
    }
    if (*s == '<' || *s == '&' || *s == '\r') {
        send_text(p, first, s);
        if (*s == '<' || p->ended)
            return TAKEN;
        if (*s == '\r')
            return take_return(p, s);
        behind = xml_reference(s, character, &length);
        if (behind == NULL)
            return stuck(p, s);
        xml_event_text(p, character, length);
        p->source.at = offset_of(p, behind);
        return TAKEN;
    }
    if (stuck(p, s) == ODD)
        return ODD;
    /* What may be the begin of "]]>" waits for what follows. */
    while (s > first && s[-1] == ']')
        s--;
    send_text(p, first, s);
    return UNFINISHED;
}

/* ---- The document ----------------------------------------------------- */

/* <?xml version="1.0" encoding="UTF-8" standalone="yes"?> in this order. */
static const byte *skip_declaration(const byte *s)
{
    static const struct {
        const char *name, *values[3];
    } parts[] = {
        { "version=", { "1.0", NULL, NULL } },
        { "encoding=", { "UTF-8", "utf-8", NULL } },
        { "standalone=", { "yes", "no", NULL } },
    };
    size_t part = 0;

    if (strncmp((const char *)s, "<?xml ", 6) != 0)
        return s;
    s += 5;
    while (*s == ' ' && part < 3) {
        const byte *at = xml_skip_space(s);
        byte quote;
        size_t i = 0, length = strlen(parts[part].name);

        if (strncmp((const char *)at, parts[part].name, length) != 0) {
            if (part == 0)
                return NULL;
            part++;
            continue;
        }
        quote = at[length];
        at += length + 1;
        while (i < 2 && parts[part].values[i] != NULL &&
               strncmp((const char *)at, parts[part].values[i],
                       strlen(parts[part].values[i])) != 0)
            i++;
        if (parts[part].values[i] == NULL ||
            (quote != '"' && quote != '\''))
            return NULL;
        at += strlen(parts[part].values[i]);
        if (*at != quote)
            return NULL;
        s = at + 1;
        part++;
    }
    return part > 0 && s[0] == '?' && s[1] == '>' ? s + 2 : NULL;
}

/* Nothing is taken unless the root's tag is plain. */
static outcome take_prolog(xml_parser *p)
{
    const byte *s = skip_declaration(p->source.bytes + p->source.at);

    if (s == NULL)
        return ODD;
    s = xml_skip_space(s);
    return *s == '<' ? start_tag(p, s) : ODD;
}

static outcome take_content(xml_parser *p)
{
    const byte *at = p->source.bytes + p->source.at;
    const xml_open *open = &p->plain.open[p->plain.count - 1];
    size_t scanned;

    if (*at != '<')
        return take_text(p);
    if (open->scanned && p->scan != NULL && p->skip_from == 0) {
        scanned = p->scan(p->handler->context, p, (const char *)at,
                          p->source.length - p->source.at);
        p->source.at += scanned;
        if (scanned != 0 || p->ended)
            return TAKEN;
    }
    if (at[1] == '/')
        return end_tag(p, at);
    return xml_char_is(at[1], XML_CHAR_FIRST) ? start_tag(p, at)
                                              : stuck(p, at + 1);
}

static outcome take_rest(xml_parser *p)
{
    xml_source *s = &p->source;

    s->at = offset_of(p, xml_skip_space(s->bytes + s->at));
    return s->at == s->length ? UNFINISHED : ODD;
}

static void put_lines(xml_replay *replay, unsigned from, unsigned to)
{
    for (; from < to; from++)
        buf_char(&replay->tags, '\n');
}

/*
 * A tag as it was written, without its line breaks; those up to where the
 * next one began stand in it, so that lines are counted right.
 */
static void replay_tag(xml_replay *replay, const char *tag, size_t length,
                       unsigned from, unsigned to)
{
    for (size_t i = 0; i + 1 < length; i++)
        buf_char(&replay->tags, ascii_is_space(tag[i]) ? ' ' : tag[i]);
    put_lines(replay, from, to);
    buf_char(&replay->tags, '>');
}

static void replay_open(xml_parser *p)
{
    const xml_plain *plain = &p->plain;

    put_lines(&p->replay, 0, plain->open[0].lines);
    for (size_t i = 0; i < plain->count; i++) {
        const xml_open *open = &plain->open[i];
        bool last = i + 1 == plain->count;
        size_t end = last ? plain->tags.length : open[1].from;

        replay_tag(&p->replay, plain->tags.bytes + open->from,
                   end - open->from, open->lines,
                   last ? p->replay.lines : open[1].lines);
    }
    p->replay.starts = plain->count;
}

static void hand_over(xml_parser *p)
{
    xml_replay *replay = &p->replay;

    if (p->depth == 0 && !p->plain.root_closed)
        return;
    xml_source_place(p, p->source.at, &replay->lines, &replay->column);
    if (p->plain.root_closed) {
        put_lines(replay, 0, replay->lines);
        buf_string(&replay->tags, "<a/>");
        replay->starts = replay->ends = 1;
    } else {
        replay_open(p);
    }
    if (!buf_ok(&replay->tags)) {
        p->status = kpi_fail_nomem(p->err);
        return;
    }
    while (replay->shown_column < replay->tags.length &&
           replay->tags.bytes[replay->tags.length - 1 -
                              replay->shown_column] != '\n')
        replay->shown_column++;
}

bool xml_plain_run(xml_parser *p)
{
    outcome o = TAKEN;

    if (!xml_source_more(p))
        return p->status != KPI_OK;
    if (p->source.encoded != NULL)
        return false;
    while (!p->ended) {
        if (p->plain.root_closed)
            o = take_rest(p);
        else if (p->plain.count == 0)
            o = take_prolog(p);
        else
            o = take_content(p);
        if (o == ODD || (o == UNFINISHED && !xml_source_more(p)))
            break;
    }
    if (p->ended || p->status != KPI_OK ||
        (p->plain.root_closed && p->source.ended &&
         p->source.at == p->source.length))
        return true;
    hand_over(p);
    return p->status != KPI_OK;
}

void xml_plain_free(xml_parser *p)
{
    buf_free(&p->replay.tags);
    buf_free(&p->plain.tags);
    buf_free(&p->plain.scratch);
    free(p->plain.open);
    arena_free(&p->plain.memory);
}
