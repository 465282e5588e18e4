/*
 * reader.c - what all layouts share while one workbook is read
 */
#include "ingest/reader/reader.h"

#include <string.h>

#include "wording/fiscal_year.h"
#include "wording/glyph.h"

/* Labels and units come again and again: the copy that was made last of a
 * text with this look is taken again. */
enum { COPIES = 256, COPY_LOOK = 32 };

/* Between names in one cell, and between their figures. */
static const char reader_dot[] = "・";
enum { DOTTED_BYTES = 90 };

static struct reader_copy *copy_of(reader *r, text t)
{
    uint64_t look = text_hash(text_cut(t, 0, COPY_LOOK)) ^ t.length;

    if (r->copies == NULL)
        r->copies = arena_array(r->memory, COPIES, sizeof(*r->copies));
    if (r->copies == NULL)
        return NULL;
    return &r->copies[look % COPIES];
}

const char *reader_text(reader *r, text t)
{
    struct reader_copy *slot;
    char *copy;

    t = text_trim(t);
    if (t.length == 0)
        return "";
    slot = copy_of(r, t);
    if (slot != NULL && slot->length == t.length &&
        memcmp(slot->bytes, t.bytes, t.length) == 0)
        return slot->bytes;
    copy = arena_strndup(r->memory, t.bytes, t.length);
    r->failed = r->failed || copy == NULL;
    if (copy != NULL && slot != NULL)
        *slot = (struct reader_copy){ copy, t.length };
    return copy != NULL ? copy : "";
}

static bool is_word_byte(char c)
{
    return (unsigned char)c < 0x80 && !ascii_is_space(c);
}

void reader_set_heading(reader *r, bool *has, heading *h, text label)
{
    *has = true;
    if (!heading_from_label(h, r->memory, label))
        r->failed = true;
}

const char *reader_line(reader *r, text t)
{
    size_t n = 0, parted;
    char *copy;

    t = text_trim(t);
    if (memchr(t.bytes, '\n', t.length) == NULL &&
        memchr(t.bytes, '\r', t.length) == NULL)
        return reader_text(r, t);
    copy = arena_alloc(r->memory, t.length + 1);
    if (copy == NULL) {
        r->failed = true;
        return "";
    }
    parted = heading_number_line(t);
    for (size_t i = 0; i < t.length; i++) {
        if (t.bytes[i] != '\n' && t.bytes[i] != '\r') {
            copy[n++] = t.bytes[i];
            continue;
        }
        if (parted > 0 && n == parted) /* 1-1 above 介護予防 */
            copy[n++] = ' ';
        while (i + 1 < t.length && ascii_is_space(t.bytes[i + 1]))
            i++;
        /* words of Latin letters stay apart */
        if (n > 0 && is_word_byte(copy[n - 1]) && i + 1 < t.length &&
            is_word_byte(t.bytes[i + 1]))
            copy[n++] = ' ';
    }
    copy[n] = '\0';
    return copy;
}

/* A short text that was read as a year, or is none. */
enum { YEARS_READ = 16, YEAR_TEXT = 20 };
struct year_read {
    year_span span;
    int context_year;
    bool is_year;
    unsigned char length; /* 0: none yet */
    char typed[YEAR_TEXT];
};

bool reader_year_parse(reader *r, year_span *out, text t)
{
    struct year_read *slot;

    if (r->years_read == NULL)
        r->years_read = arena_array(r->memory, YEARS_READ,
                                    sizeof(*r->years_read));
    if (r->years_read == NULL || t.length == 0 || t.length > YEAR_TEXT)
        return fiscal_year_parse(out, t, r->context_year);
    slot = &r->years_read[text_hash(t) % YEARS_READ];
    if (slot->length != t.length || slot->context_year != r->context_year ||
        memcmp(slot->typed, t.bytes, t.length) != 0) {
        slot->is_year = fiscal_year_parse(&slot->span, t, r->context_year);
        slot->context_year = r->context_year;
        slot->length = (unsigned char)t.length;
        memcpy(slot->typed, t.bytes, t.length);
    }
    *out = slot->span;
    return slot->is_year;
}

/* The next part of a text that is not blank, up to a mark, from *at on. */
static inline bool next_part(text t, const char *mark, size_t *at, text *line)
{
    while (*at < t.length) {
        size_t end = text_find(t, mark, *at);

        if (end == SIZE_MAX)
            end = t.length;
        *line = text_trim(text_cut(t, *at, end));
        *at = end + strlen(mark);
        if (line->length > 0)
            return true;
    }
    return false;
}

static bool next_line(text t, size_t *at, text *line)
{
    return next_part(t, "\n", at, line);
}

static size_t count_parts(text t, const char *mark)
{
    size_t at = 0, count = 0;
    text part;

    while (next_part(t, mark, &at, &part))
        count++;
    return count;
}

size_t reader_count_lines(text t)
{
    return count_parts(t, "\n");
}

size_t reader_count_dotted(text t)
{
    return t.length > DOTTED_BYTES ? 1 : count_parts(t, reader_dot);
}

size_t reader_count_figures(text t)
{
    size_t at = 0, next, count = reader_count_dotted(t);
    text part;

    while (next_part(t, reader_dot, &at, &part))
        if (glyph_digit(part, 0, &next) < 0)
            return 0;
    return count;
}

/* The bytes of the mark in front of line `n`, or 0. */
static size_t line_mark(text line, size_t n)
{
    size_t size = glyph_number_mark(line, n);

    if (size != 0 && size < line.length && line.bytes[size - 1] == '.' &&
        ascii_is_digit(line.bytes[size]))
        return 0; /* the 1. of 1.5 */
    return size;
}

/* Every line begins with its number, which then is no part of what it says. */
static bool lines_are_numbered(text t)
{
    size_t at = 0, n = 0;
    text line;

    while (next_line(t, &at, &line))
        if (line_mark(line, ++n) == 0)
            return false;
    return n > 1;
}

bool reader_is_numbered(text t, size_t lines)
{
    size_t at = 0, last = 0;
    text line;

    while (next_line(t, &at, &line)) {
        size_t n = glyph_circled(line);

        if (n <= last || n > lines)
            return false;
        last = n;
    }
    return last > 0;
}

/* Of ①100 and ③5 alone the line of a number; none for ②. */
static text numbered_line(text t, size_t n)
{
    size_t at = 0;
    text line;

    while (next_line(t, &at, &line))
        if (glyph_circled(line) == n)
            return text_trim(text_from(line, strlen("①")));
    return text_of("");
}

text reader_pick(const reader *r, text t)
{
    size_t at = 0;
    text line = t;

    if (r->line == 0)
        return t;
    if (r->dotted && reader_count_dotted(t) == r->lines) {
        for (size_t n = 0;
             n < r->line && next_part(t, reader_dot, &at, &line); n++)
            ;
        return line;
    }
    if (reader_count_lines(t) != r->lines)
        return reader_is_numbered(t, r->lines) ? numbered_line(t, r->line)
                                               : t;
    for (size_t n = 0; n < r->line && next_line(t, &at, &line); n++)
        ;
    if (lines_are_numbered(t))
        line = text_trim(text_from(line, line_mark(line, r->line)));
    return line;
}

finding *reader_finding(reader *r, const char *rule, uint32_t row,
                        uint32_t col, text value, const char *arg0,
                        const char *arg1, const char *arg2)
{
    finding *f = finding_add(&r->data->findings, rule, r->source,
                             view_place(&r->view, row, col),
                             reader_text(r, value), arg0, arg1, arg2,
                             (const char *)NULL);

    r->failed = r->failed || f == NULL;
    return f;
}

finding *reader_file_finding(reader *r, const char *rule, const char *value,
                             const char *arg0, const char *arg1)
{
    finding *f = finding_add(&r->data->findings, rule, r->source,
                             place_none(), value, arg0, arg1,
                             (const char *)NULL);

    r->failed = r->failed || f == NULL;
    return f;
}

void reader_ignore(reader *r, uint32_t row, uint32_t last_row,
                   const char *why, text what)
{
    ingest_ignored *i =
        arena_push(r->memory, (void **)&r->ignored, &r->ignored_count,
                   &r->ignored_capacity, sizeof(*i));

    if (i == NULL) {
        r->failed = true;
        return;
    }
    i->sheet = r->view.grid->sheet;
    i->row = row;
    i->last_row = last_row;
    i->columns = r->view.turned;
    i->why = why;
    i->text = reader_line(r, text_cut(what, 0, utf8_floor(what, 120)));
}

static void note_missed(reader *r, place where, const char *words,
                        const char *lacks, bool sheet)
{
    struct missed *slot =
        arena_push(r->memory, (void **)&r->missed, &r->missed_count,
                   &r->missed_capacity, sizeof(*slot));

    if (slot == NULL)
        r->failed = true;
    else
        *slot = (struct missed){ where, words, lacks, sheet };
}

void reader_missed(reader *r, uint32_t row, uint32_t col, text words,
                   const char *lacks)
{
    note_missed(r, view_place(&r->view, row, col), reader_line(r, words),
                lacks, false);
}

void reader_missed_sheet(reader *r, place where)
{
    note_missed(r, where, where.sheet, NULL, true);
}

void reader_forget_missed(reader *r, size_t first, size_t last, uint32_t from,
                          uint32_t to)
{
    size_t kept = first;

    for (size_t i = first; i < r->missed_count; i++)
        if (i >= last || r->missed[i].where.row < from ||
            r->missed[i].where.row >= to)
            r->missed[kept++] = r->missed[i];
    r->missed_count = kept;
}

void reader_forget_ignored(reader *r, size_t first, size_t last,
                           uint32_t from)
{
    size_t kept = first;

    for (size_t i = first; i < r->ignored_count; i++)
        if (i >= last || r->ignored[i].last_row < from)
            r->ignored[kept++] = r->ignored[i];
    r->ignored_count = kept;
}

void reader_add_text(reader *r, const char ***items, size_t *count,
                     const char *item)
{
    const char **grown =
        arena_array(r->memory, *count + 1, sizeof(**items));

    if (grown == NULL) {
        r->failed = true;
        return;
    }
    if (*count > 0)
        memcpy(grown, *items, *count * sizeof(*grown));
    grown[(*count)++] = item;
    *items = grown;
}

const char *reader_year(reader *r, int year)
{
    buf b;
    const char *result;

    buf_init(&b);
    if (year != 0)
        fiscal_year_put_short(&b, year);
    result = reader_text(r, buf_slice(&b));
    buf_free(&b);
    return result;
}

bool reader_is_ditto(text t)
{
    return glyph_is_ditto(t);
}

reader_state reader_state_of(const reader *r)
{
    return (reader_state){ r->table_count, r->data->project_count,
                    r->data->findings.count, r->listed_count,
                    r->missed_count, r->ignored_count };
}

void reader_go_back(reader *r, const reader_state *s)
{
    r->table_count = s->tables;
    r->data->project_count = s->projects;
    r->data->findings.count = s->findings;
    r->listed_count = s->listed;
    r->missed_count = s->missed;
    r->ignored_count = s->ignored;
}

void reader_columns_back(const reader *r, ingest_table *t)
{
    for (size_t i = 0; i < t->column_count; i++) {
        ingest_column *k = &t->columns[i];
        place where = view_place(&r->view, t->header_last_row, k->col);

        k->row = where.row;
        k->col = where.col;
    }
}

const header_word *reader_word(const reader *r, uint32_t row, uint32_t col)
{
    return table_word(&r->view, r->roles, row, col, r->context_year);
}
