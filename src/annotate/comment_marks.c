/*
 * comment_marks.c - comments of marks in xl/comments1.xml
 */
#include "annotate/comment_marks.h"

#include <string.h>

#include "xlsx/cellref.h"

/* As Japanese Excel writes a comment's text. */
#define RUN_FORMAT                                                          \
    "<rPr><sz val=\"9\"/><color indexed=\"81\"/>"                           \
    "<rFont val=\"MS P ゴシック\"/><family val=\"3\"/>"                     \
    "<charset val=\"128\"/></rPr>"

/* ---- Writing ---------------------------------------------------------- */

/* `<t>` becomes `<x:t>` under the part's prefix. */
static void put(buf *out, text prefix, const char *items)
{
    for (const char *c = items; *c != '\0'; c++) {
        buf_char(out, *c);
        if (*c == '<' && prefix.length != 0) {
            if (c[1] == '/')
                buf_char(out, *++c);
            buf_text(out, prefix);
            buf_char(out, ':');
        }
    }
}

static void put_run(buf *out, text prefix, const char *before, text t)
{
    put(out, prefix, "<r>" RUN_FORMAT "<t xml:space=\"preserve\">");
    buf_string(out, before);
    xml_put_xstring(out, t);
    put(out, prefix, "</t></r>");
}

static void put_comment(buf *out, text prefix, const mark *m, size_t author)
{
    char ref[CELLREF_SIZE];

    cellref_write(ref, m->row, m->col);
    put(out, prefix, "<comment");
    buf_printf(out, " ref=\"%s\" authorId=\"%zu\">", ref, author);
    put(out, prefix, "<text>");
    put_run(out, prefix, COMMENT_LINE "\n", m->comment);
    put(out, prefix, "</text></comment>");
}

static void put_comments(buf *out, text prefix, const mark *marks,
                         size_t count, size_t author)
{
    for (size_t i = 0; i < count; i++) {
        if (marks[i].comment.length > 0 && !marks[i].joined)
            put_comment(out, prefix, &marks[i], author);
    }
}

bool comments_new(buf *out, const char *main, const mark *marks,
                  size_t count)
{
    buf_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" "
               "standalone=\"yes\"?>\n<comments xmlns=\"%s\"><authors>"
               "<author>" COMMENT_AUTHOR "</author></authors><commentList>",
               main);
    put_comments(out, text_of(""), marks, count, 0);
    buf_string(out, "</commentList></comments>");
    return buf_ok(out);
}

/* ---- Adding ----------------------------------------------------------- */

typedef struct adder {
    xml_edit *e;
    scan s;
    mark *marks;
    size_t count, authors;
    bool has_authors, has_list;
    scan_tag root, authors_tag, authors_end, list, list_end;
} adder;

static mark *mark_at(mark *marks, size_t count, text ref)
{
    size_t low = 0, high = count;
    uint32_t row, col;

    ref = text_trim(ref);
    if (!cellref_parse(&row, &col, ref.bytes, ref.length))
        return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const mark *m = &marks[middle];

        if (m->row < row || (m->row == row && m->col < col))
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && marks[low].row == row && marks[low].col == col
               ? &marks[low] : NULL;
}

/* Our text behind what is in <text>: a run, or more of its plain text. */
static bool join(adder *a, const scan_tag *start, mark *m)
{
    scan_tag tag, end, plain = *start, plain_end = *start, run = *start;
    bool has_plain = false, has_run = false;
    buf b;

    end = *start;
    while (!start->empty) {
        if (!scan_next(&a->s, &tag))
            return false;
        if (tag.kind == SCAN_END) {
            end = tag;
            break;
        }
        if (scan_is(&tag, "r")) {
            if (!scan_skip(&a->s, &tag, &run))
                return false;
            has_run = true;
        } else if (scan_is(&tag, "t")) {
            plain = tag;
            has_plain = true;
            if (!scan_skip(&a->s, &tag, &plain_end))
                return false;
        } else if (!scan_skip(&a->s, &tag, &tag)) {
            return false;
        }
    }
    buf_init(&b);
    if (has_plain && !has_run) {
        buf_string(&b, "\n" COMMENT_LINE "\n");
        xml_put_xstring(&b, m->comment);
        xml_edit_append(a->e, &plain, &plain_end, buf_slice(&b));
    } else {
        put_run(&b, start->prefix, "\n" COMMENT_LINE "\n", m->comment);
        if (has_run)
            xml_edit_insert(a->e, run.to, buf_slice(&b));
        else
            xml_edit_append(a->e, start, &end, buf_slice(&b));
    }
    if (!buf_ok(&b))
        a->e->failed = true;
    buf_free(&b);
    m->joined = true;
    return true;
}

static bool read_comment(adder *a, const scan_tag *start)
{
    mark *m = mark_at(a->marks, a->count, scan_value(&a->s, start, "ref"));
    scan_tag tag, end;

    if (m == NULL || m->comment.length == 0 || start->empty)
        return scan_skip(&a->s, start, &end);
    while (scan_next(&a->s, &tag)) {
        if (tag.kind == SCAN_END)
            return m->joined;
        if (scan_is(&tag, "text") && !m->joined) {
            if (!join(a, &tag, m))
                return false;
        } else if (!scan_skip(&a->s, &tag, &end)) {
            return false;
        }
    }
    return false;
}

static bool read_list(adder *a, const scan_tag *start, bool comments)
{
    scan_tag tag, end;

    if (comments) {
        a->has_list = true;
        a->list = a->list_end = *start;
    } else {
        a->has_authors = true;
        a->authors_tag = a->authors_end = *start;
    }
    while (!start->empty) {
        if (!scan_next(&a->s, &tag))
            return false;
        if (tag.kind == SCAN_END) {
            *(comments ? &a->list_end : &a->authors_end) = tag;
            return true;
        }
        if (scan_is(&tag, "author") && !comments)
            a->authors++;
        if (scan_is(&tag, "comment") && comments) {
            if (!read_comment(a, &tag))
                return false;
        } else if (!scan_skip(&a->s, &tag, &end)) {
            return false;
        }
    }
    return true;
}

static void add_new(adder *a)
{
    text prefix = a->root.prefix;
    buf b;

    buf_init(&b);
    if (!a->has_authors)
        put(&b, prefix, "<authors>");
    put(&b, prefix, "<author>" COMMENT_AUTHOR "</author>");
    if (!a->has_authors) {
        put(&b, prefix, "</authors>");
        xml_edit_insert(a->e, a->list.from, buf_slice(&b));
    } else {
        xml_edit_append(a->e, &a->authors_tag, &a->authors_end,
                        buf_slice(&b));
    }
    a->e->failed = a->e->failed || !buf_ok(&b);
    buf_clear(&b);
    put_comments(&b, prefix, a->marks, a->count, a->authors);
    a->e->failed = a->e->failed || !buf_ok(&b);
    xml_edit_append(a->e, &a->list, &a->list_end, buf_slice(&b));
    buf_free(&b);
}

bool comments_add(xml_edit *e, text part, mark *marks, size_t count)
{
    adder a = { .e = e, .marks = marks, .count = count };
    bool ok = true;
    scan_tag tag, end;

    for (size_t i = 0; i < count; i++)
        marks[i].joined = false;
    scan_init(&a.s, part);
    if (!scan_next(&a.s, &a.root) || !scan_is(&a.root, "comments"))
        return false;
    while (ok && !a.root.empty && scan_next(&a.s, &tag)) {
        if (tag.kind == SCAN_END)
            break;
        if (scan_is(&tag, "authors") && !a.has_authors)
            ok = read_list(&a, &tag, false);
        else if (scan_is(&tag, "commentList") && !a.has_list)
            ok = read_list(&a, &tag, true);
        else if (scan_is_in(&tag, SCAN_COMPATIBILITY, "AlternateContent"))
            ok = false;
        else
            ok = scan_skip(&a.s, &tag, &end);
    }
    if (!ok || !a.has_list || a.s.broken)
        return false;
    add_new(&a);
    return !e->failed;
}

/* ---- Taking out ------------------------------------------------------- */

typedef struct stripper {
    xml_edit *e;
    scan s;
    comments_left *left;
    size_t author;    /* ours; SIZE_MAX = none */
    size_t authors;
    scan_tag author_from, author_to;
} stripper;

static bool read_authors(stripper *st, const scan_tag *start)
{
    scan_tag tag, end;

    while (!start->empty && scan_next(&st->s, &tag)) {
        if (tag.kind == SCAN_END)
            return true;
        if (!scan_skip(&st->s, &tag, &end))
            return false;
        if (!scan_is(&tag, "author"))
            continue;
        if (text_is(text_trim(text_cut(st->s.part, tag.to, end.from)),
                    COMMENT_AUTHOR)) {
            st->author = st->authors;
            st->author_from = tag;
            st->author_to = end;
        }
        st->authors++;
    }
    return start->empty;
}

/* A <t>: cuts it at our line. */
typedef struct cutting {
    scan_tag run;     /* the open <r> */
    bool in_run, cut; /* cut: our line was found */
    bool other;       /* somebody's text stands before it */
} cutting;

static bool cut_text(stripper *st, cutting *c, const scan_tag *tag)
{
    scan_tag end;
    size_t at;
    text inner;

    if (!scan_skip(&st->s, tag, &end))
        return false;
    inner = text_cut(st->s.part, tag->to, end.from);
    if (tag->empty || c->cut)
        return true;
    at = text_find(inner, COMMENT_LINE, 0);
    if (at == SIZE_MAX) {
        c->other = c->other || text_trim(inner).length > 0;
        return true;
    }
    c->cut = true;
    while (at > 0 && ascii_is_space(inner.bytes[at - 1]))
        at--;
    c->other = c->other || at > 0;
    if (at > 0 || !c->in_run) {
        xml_edit_remove(st->e, tag->to + at, end.from);
        return true;
    }
    if (!scan_next(&st->s, &end)) /* the whole run is ours */
        return false;
    xml_edit_remove(st->e, c->run.from, end.to);
    return true;
}

/*
 * Cuts our line and all behind it off a comment; *ours when nothing else is
 * in it. LibreOffice forgets authors: so the line counts, not the author.
 */
static bool cut_comment(stripper *st, const scan_tag *start, scan_tag *last,
                        bool *ours)
{
    cutting c = { .cut = false };
    size_t edits = st->e->count;
    scan_tag tag, end;

    *last = *start;
    *ours = false;
    while (!start->empty) {
        if (!scan_next(&st->s, &tag))
            return false;
        if (tag.kind == SCAN_END && tag.depth == start->depth)
            break;
        if (tag.kind == SCAN_END)
            continue;
        if (scan_is(&tag, "r")) {
            c.run = tag;
            c.in_run = true;
            if (c.cut && !scan_skip(&st->s, &tag, &end))
                return false;
            if (c.cut)
                xml_edit_remove(st->e, tag.from, end.to);
        } else if (scan_is(&tag, "t") && !cut_text(st, &c, &tag)) {
            return false;
        }
    }
    if (!start->empty)
        *last = tag;
    st->left->had_ours = st->left->had_ours || c.cut;
    *ours = c.cut && !c.other;
    if (*ours)
        st->e->count = edits;
    return true;
}

static void keep_cell(stripper *st, text ref)
{
    comments_left *l = st->left;
    void *items = l->cells;
    uint64_t *made;
    uint32_t row, col;

    ref = text_trim(ref);
    if (!cellref_parse(&row, &col, ref.bytes, ref.length))
        return;
    made = arena_push(st->e->memory, &items, &l->cell_count,
                      &l->cell_capacity, sizeof(*made));
    l->cells = items;
    if (made == NULL)
        st->e->failed = true;
    else
        *made = (uint64_t)row << 32 | col;
}

static bool read_comments(stripper *st, const scan_tag *start)
{
    scan_tag tag, end;
    size_t author, edits;
    bool ours;

    while (!start->empty && scan_next(&st->s, &tag)) {
        if (tag.kind == SCAN_END)
            return true;
        edits = st->e->count;
        if (!cut_comment(st, &tag, &end, &ours))
            return false;
        if (scan_is(&tag, "comment") && !ours && st->author != SIZE_MAX &&
            text_to_size(scan_value(&st->s, &tag, "authorId"), &author))
            ours = author == st->author;
        if (!ours) {
            st->left->others += scan_is(&tag, "comment");
            continue;
        }
        keep_cell(st, scan_value(&st->s, &tag, "ref"));
        st->left->had_ours = true;
        st->e->count = edits;
        xml_edit_remove(st->e, tag.from, end.to);
    }
    return start->empty;
}

bool comments_strip(xml_edit *e, comments_left *left, text part)
{
    stripper st = { .e = e, .left = left, .author = SIZE_MAX };
    scan_tag root, tag, end;
    bool ok = true;

    *left = (comments_left){ .had_ours = false };
    scan_init(&st.s, part);
    if (!scan_next(&st.s, &root) || !scan_is(&root, "comments"))
        return false;
    while (ok && !root.empty && scan_next(&st.s, &tag)) {
        if (tag.kind == SCAN_END)
            break;
        if (scan_is(&tag, "authors"))
            ok = read_authors(&st, &tag);
        else if (scan_is(&tag, "commentList"))
            ok = read_comments(&st, &tag);
        else
            ok = scan_skip(&st.s, &tag, &end);
    }
    /* Another's number would change if it stood behind ours. */
    if (ok && st.author != SIZE_MAX && st.author + 1 == st.authors)
        xml_edit_remove(e, st.author_from.from, st.author_to.to);
    return ok && !st.s.broken && !e->failed;
}
