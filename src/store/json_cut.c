/*
 * json_cut.c - the projects of a kpibook.dataset/1 taken out one by one
 */
#include "store/json_cut.h"

#include <string.h>

/* How deep the members of the dataset stand, and the items of a list. */
enum { MEMBER = 1, ITEM = 2 };

void json_cut_init(json_cut *c)
{
    *c = (json_cut){ .line = 1 };
    buf_init(&c->around);
    buf_init(&c->item);
}

void json_cut_free(json_cut *c)
{
    buf_free(&c->around);
    buf_free(&c->item);
}

bool json_cut_done(const json_cut *c)
{
    return !c->odd && c->at == CUT_OUTSIDE && !c->in_string && c->depth == 0;
}

/* Where what stands here belongs to; NULL between items. */
static buf *side_of(json_cut *c)
{
    if (c->at == CUT_ITEM)
        return c->take != NULL ? &c->item : NULL;
    return c->at == CUT_OUTSIDE && c->take == NULL ? &c->around : NULL;
}

static void move_to(json_cut *c, text piece, size_t *from, size_t to)
{
    buf *b = side_of(c);

    if (b != NULL)
        buf_add(b, piece.bytes + *from, to - *from);
    *from = to;
}

static bool end_item(json_cut *c)
{
    bool go_on = c->take == NULL ||
                 (buf_ok(&c->item) &&
                  c->take(c->context, buf_slice(&c->item), c->item_line));

    c->count++;
    buf_clear(&c->item);
    c->at = CUT_BEHIND;
    return go_on;
}

static bool is_projects(const json_cut *c)
{
    return c->key_said && c->key_length == strlen("projects") &&
           memcmp(c->key, "projects", c->key_length) == 0;
}

static void open_bracket(json_cut *c, char bracket)
{
    bool list = c->depth == MEMBER && bracket == '[' &&
                c->at == CUT_OUTSIDE && is_projects(c);

    c->odd = c->odd || (list && c->seen);
    c->seen = c->seen || list;
    c->at = list ? CUT_FIRST : c->at;
    c->depth++;
    c->key_said = false;
}

/* Between the items: false for an item, or the list's end. */
static bool between(json_cut *c, char byte)
{
    switch (byte) {
    case ' ': case '\t': case '\r': case '\n':
        return true;
    case ',':
        c->odd = c->odd || c->at != CUT_BEHIND;
        c->at = CUT_NEXT;
        return true;
    case '{':
        c->odd = c->odd || c->at == CUT_BEHIND;
        return false;
    case ']':
        c->odd = c->odd || c->at == CUT_NEXT;
        return false;
    default:
        c->odd = true;
        return true;
    }
}

static void in_string(json_cut *c, char byte)
{
    if (c->escaped)
        c->escaped = false;
    else if (byte == '\\')
        c->escaped = true;
    else if (byte == '"')
        c->in_string = false;
    if (c->in_string && c->depth == MEMBER && c->key_length < JSON_CUT_KEY)
        c->key[c->key_length++] = byte;
}

static void begin_string(json_cut *c)
{
    c->in_string = true;
    c->key_length = 0;
    c->key_said = false;
}

/* Up to the string's end or what is escaped, at once. */
static size_t skip_string(const json_cut *c, text piece, size_t at)
{
    if (c->depth == MEMBER || c->escaped)
        return at;
    while (at < piece.length && piece.bytes[at] != '"' &&
           piece.bytes[at] != '\\' && piece.bytes[at] != '\n')
        at++;
    return at;
}

/* A byte outside of strings; `from` is where what was not moved begins. */
static bool outside(json_cut *c, text piece, size_t *from, size_t at)
{
    char byte = piece.bytes[at];
    bool listed = c->at != CUT_OUTSIDE && c->at != CUT_ITEM;

    if (listed && between(c, byte)) {
        *from = at + 1;
        return true;
    }
    switch (byte) {
    case '"':
        begin_string(c);
        break;
    case ':':
        c->key_said = c->depth == MEMBER;
        break;
    case '{': case '[':
        if (listed) {
            c->at = CUT_ITEM;
            c->item_line = c->line;
            *from = at;
        }
        open_bracket(c, byte);
        if (c->at == CUT_FIRST) {
            c->at = CUT_OUTSIDE;
            move_to(c, piece, from, at + 1);
            c->at = CUT_FIRST;
        }
        break;
    case '}': case ']':
        if (listed) {
            c->at = CUT_OUTSIDE;
            *from = at;
        }
        c->odd = c->odd || c->depth == 0;
        c->depth -= c->depth > 0;
        if (c->at == CUT_ITEM && c->depth == ITEM) {
            move_to(c, piece, from, at + 1);
            return end_item(c);
        }
        break;
    default:
        break;
    }
    return true;
}

bool json_cut_add(void *cut, text piece)
{
    json_cut *c = cut;
    size_t from = 0;

    for (size_t at = 0; at < piece.length && !c->odd; at++) {
        if (c->in_string) {
            at = skip_string(c, piece, at);
            if (at < piece.length)
                in_string(c, piece.bytes[at]);
        } else if (!outside(c, piece, &from, at)) {
            return false;
        }
        if (at < piece.length && piece.bytes[at] == '\n')
            c->line++;
    }
    if (from < piece.length)
        move_to(c, piece, &from, piece.length);
    return buf_ok(&c->around) && buf_ok(&c->item);
}
