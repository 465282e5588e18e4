/*
 * xml_tag.c - one start tag of plain XML, taken apart
 */
#include "ooxml/xml_tag.h"

#include <stdint.h>
#include <string.h>

typedef unsigned char byte;

/* ASCII [prefix:]local. Returns its end, or NULL with *at where it stopped. */
static const byte *scan_name(const byte **at, const byte **colon)
{
    const byte *first = *at, *s = first;

    *colon = NULL;
    for (;;) {
        const byte *part = s;

        if (xml_char_is(*s, XML_CHAR_FIRST)) {
            while (xml_char_is(*s, XML_CHAR_NAME))
                s++;
        }
        *at = s;
        if (s == part || s - first > XML_TAG_NAME)
            return NULL;
        if (*s != ':')
            return s;
        if (*colon != NULL)
            return NULL;
        *colon = s++;
    }
}

/* Moves *at to the closing quote, or to what is not understood. */
static bool scan_value(xml_tag_attribute *a, const byte **at)
{
    const byte *s = *at;
    byte quote = *s++;
    char character[4];
    size_t length;

    a->reference = false;
    a->value = s;
    for (;;) {
        s = xml_char_run(s, XML_CHAR_VALUE);
        *at = s;
        if (*s == quote)
            break;
        if (*s == '"' || *s == '\'') {
            s++;
        } else if (*s == '&') {
            s = xml_reference(s, character, &length);
            if (s == NULL)
                return false;
            a->reference = true;
        } else {
            return false;
        }
    }
    a->value_end = s;
    return true;
}

/* By local name: two prefixes of one namespace are not told apart here. */
static bool is_repeated(const xml_tag *t, const xml_tag_attribute *a)
{
    const byte *local = a->colon == NULL ? a->name : a->colon + 1;
    size_t length = (size_t)(a->name_end - local);

    for (size_t i = 0; i < t->count; i++) {
        const xml_tag_attribute *b = &t->attributes[i];
        const byte *other = b->colon == NULL ? b->name : b->colon + 1;

        if ((a->colon == NULL) == (b->colon == NULL) &&
            (size_t)(b->name_end - other) == length &&
            memcmp(local, other, length) == 0)
            return true;
    }
    return false;
}

/* Moves *at behind the attribute, or to what is not understood. */
static bool scan_attribute(xml_tag *t, const byte **at)
{
    xml_tag_attribute *a = &t->attributes[t->count];

    if (t->count == XML_TAG_ATTRIBUTES)
        return false;
    a->name = *at;
    a->name_end = scan_name(at, &a->colon);
    if (a->name_end == NULL)
        return false;
    *at = xml_skip_space(a->name_end);
    if (**at != '=')
        return false;
    *at = xml_skip_space(*at + 1);
    if ((**at != '"' && **at != '\'') || !scan_value(a, at))
        return false;
    if (is_repeated(t, a)) {
        *at = a->name;
        return false;
    }
    t->count++;
    (*at)++;
    return true;
}

const byte *xml_tag_scan(xml_tag *t, const byte *s)
{
    t->count = 0;
    t->begin = s++;
    t->name = s;
    t->name_end = scan_name(&s, &t->colon);
    if (t->name_end == NULL)
        return s;
    for (s = t->name_end;;) {
        const byte *before = s;

        s = xml_skip_space(s);
        t->empty = *s == '/';
        if (*s == '>' || (*s == '/' && s[1] == '>')) {
            t->end = s + (*s == '/' ? 2 : 1);
            return NULL;
        }
        if (s == before || !scan_attribute(t, &s))
            return s;
    }
}

void xml_tag_move(xml_tag *t, byte *to)
{
    const byte *from = t->begin;

    t->begin = to;
    t->end = to + (t->end - from);
    t->name = to + (t->name - from);
    t->name_end = to + (t->name_end - from);
    t->colon = t->colon == NULL ? NULL : to + (t->colon - from);
    for (size_t i = 0; i < t->count; i++) {
        xml_tag_attribute *a = &t->attributes[i];

        a->name = to + (a->name - from);
        a->name_end = to + (a->name_end - from);
        a->colon = a->colon == NULL ? NULL : to + (a->colon - from);
        a->value = to + (a->value - from);
        a->value_end = to + (a->value_end - from);
    }
}

static byte *writable(const byte *at)
{
    return (byte *)(uintptr_t)at;
}

static void end_name(const byte *colon, const byte *end)
{
    if (colon != NULL)
        *writable(colon) = '\0';
    *writable(end) = '\0';
}

/* What an entity stands for is never longer than it. */
static void decode_value(xml_tag_attribute *a)
{
    const byte *from = a->value;
    byte *to = writable(a->value);
    char character[4];
    size_t length;

    while (from < a->value_end) {
        if (*from != '&') {
            *to++ = *from++;
            continue;
        }
        from = xml_reference(from, character, &length);
        memcpy(to, character, length);
        to += length;
    }
    a->value_end = to;
}

void xml_tag_finish(xml_tag *t)
{
    for (size_t i = 0; i < t->count; i++) {
        xml_tag_attribute *a = &t->attributes[i];

        if (a->reference)
            decode_value(a);
        end_name(a->colon, a->name_end);
    }
    end_name(t->colon, t->name_end);
}
