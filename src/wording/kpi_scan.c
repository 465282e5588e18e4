/*
 * kpi_scan.c - the words of a KPI or actual's cell
 */
#include "wording/kpi_scan.h"

#include "wording/glyph.h"
#include "wording/scan.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))
#define NO_PARTNER SIZE_MAX

token *scan_push(scan *s, token_kind kind, size_t start, size_t end)
{
    void *items = s->items;
    token *made = s->count < s->capacity
                      ? &s->items[s->count++]
                      : arena_push(s->memory, &items, &s->count, &s->capacity,
                                   sizeof(*made));

    if (made == NULL) {
        s->failed = true;
        return NULL;
    }
    s->items = items;
    *made = (token){ .kind = kind };
    made->start = start;
    made->end = end;
    made->depth = s->depth;
    made->partner = NO_PARTNER;
    if (kind != TOKEN_WORD && kind != TOKEN_COLON)
        s->floor = end; /* 累計：305人 is read back over the colon */
    return made;
}

const token *scan_last(const scan *s)
{
    return s->count == 0 ? NULL : &s->items[s->count - 1];
}

bool scan_last_is(const scan *s, token_kind kind)
{
    return s->count != 0 && s->items[s->count - 1].kind == kind;
}

/* At the start, or behind a space or break: only these lie between tokens. */
static bool behind_space(const scan *s, size_t at)
{
    const token *last = scan_last(s);

    return last == NULL || last->end != at || last->kind == TOKEN_BREAK;
}

/* The last token ends right here and is a figure, a bracket or a year. */
static bool behind_value(const scan *s, size_t at)
{
    const token *last = scan_last(s);

    return last != NULL &&
           (last->kind == TOKEN_FIGURE || last->kind == TOKEN_CLOSE ||
            last->kind == TOKEN_YEAR || last->kind == TOKEN_DASH) &&
           glyph_skip(s->cell, last->end, false) == at;
}

/* Extends the word that ends at `start`, or begins one. */
void scan_add_word(scan *s, size_t start, size_t end)
{
    if (scan_last_is(s, TOKEN_WORD) && s->items[s->count - 1].end == start)
        s->items[s->count - 1].end = end;
    else
        scan_push(s, TOKEN_WORD, start, end);
}

/* -> => －＞ ≫ ↓ and single arrows, several alike as one. */
static size_t take_arrow(scan *s, size_t at)
{
    size_t end = at, next = at;
    uint32_t mark = glyph_next(s->cell, &next);
    glyph_class c = glyph_class_of(mark);

    while (c == GLYPH_DASH || mark == '=' || mark == 0x30FC) {
        end = next;
        if (end == s->cell.length || end - at > 32)
            return 0;
        mark = glyph_next(s->cell, &next);
        c = glyph_class_of(mark);
    }
    if (c != GLYPH_ARROW && mark != '>')
        return 0;
    while (c == GLYPH_ARROW || mark == '>') {
        end = next;
        mark = end == s->cell.length ? 0 : glyph_next(s->cell, &next);
        c = glyph_class_of(mark);
    }
    scan_push(s, TOKEN_ARROW, at, end);
    return end - at;
}

/* ＜H30＞10,234人: a year and nothing else in angles. */
static bool opens_year(const scan *s, size_t at)
{
    year_span years;
    size_t size = fiscal_year_read(&years, s->cell, at, s->context);
    size_t end = at + size;

    return size != 0 && end < s->cell.length &&
           glyph_next(s->cell, &end) == '>';
}

static size_t take_open(scan *s, size_t at, size_t next, uint32_t mark)
{
    if (s->depth == MOST_DEPTH ||
        (mark == '<' && !behind_value(s, at) && !opens_year(s, next))) {
        scan_add_word(s, at, next);
        return next - at;
    }
    scan_push(s, TOKEN_OPEN, at, next);
    s->open[s->depth] = s->count - 1;
    s->close[s->depth++] = glyph_partner(mark);
    return next - at;
}

static size_t take_close(scan *s, size_t at, size_t next, uint32_t mark)
{
    token *made;

    if (mark == '>' &&
        (s->depth == 0 || s->close[s->depth - 1] != '>'))
        return take_arrow(s, at);
    if (s->depth == 0) {
        scan_add_word(s, at, next);
        return next - at;
    }
    /* a bracket of another kind closes too: （H26】 is a slip */
    s->depth--;
    made = scan_push(s, TOKEN_CLOSE, at, next);
    if (made != NULL) {
        made->partner = s->open[s->depth];
        s->items[made->partner].partner = s->count - 1;
    }
    return next - at;
}

/* 120人※1（R4）, 120人*2: a mark whose note stands elsewhere. */
static size_t note_mark(const scan *s, size_t at)
{
    size_t end = at, next, behind;
    glyph_class c;

    if (!behind_value(s, at))
        return 0;
    glyph_next(s->cell, &end);
    end = glyph_skip_digits(s->cell, end);
    behind = glyph_skip(s->cell, end, true);
    c = glyph_at(s->cell, behind, &next);
    if (c == GLYPH_END || c == GLYPH_ARROW || c == GLYPH_CLOSE ||
        c == GLYPH_COMMA || (behind == end && c == GLYPH_OPEN))
        return end - at;
    return 0;
}

static size_t take_star(scan *s, size_t at)
{
    size_t size = note_mark(s, at);

    if (size != 0)
        scan_push(s, TOKEN_NOTE, at, at + size);
    return size;
}

/* ※基準値388人（R4）, ※R4年度現状値 388人: behind this mark stands no remark. */
static bool states_baseline(const scan *s, size_t at)
{
    static const char *const words[] = { "基準値", "現状値", "現況値", "当初値",
                                         "策定時", "基準", "現状" };
    static const char *const joins[] = { ":", "は" };
    text t = s->cell;
    year_span years;
    size_t size;

    at = glyph_skip(t, at, false);
    if (fiscal_year_may_begin(t, at))
        at += fiscal_year_read_marked(&years, t, at, s->context);
    at += glyph_word(t, at, "の");
    size = glyph_any(t, at, words, sizeof(words) / sizeof(*words));
    if (size == 0)
        return false;
    at = glyph_skip(t, at + size, false);
    at += glyph_any(t, at, joins, sizeof(joins) / sizeof(*joins));
    at = glyph_skip(t, at, false);
    if (fiscal_year_may_begin(t, at)) /* ※基準値：R4年度 388人 */
        at += fiscal_year_read_marked(&years, t, at, s->context);
    return glyph_digit(t, glyph_skip(t, at, false), &at) >= 0;
}

/* ※令和元年度　8,600千円 behind 15,000千円（令和６年度）: a figure of the same unit in
 * an earlier year, and no remark on either. */
static bool states_earlier(const scan *s, size_t at)
{
    text t = s->cell;
    year_span years = { 0 };
    const token *aim = NULL;
    int due = 0;
    size_t from, size, next;

    at = glyph_skip(t, at, false);
    if (s->depth != 0 || !fiscal_year_may_begin(t, at))
        return false;
    for (size_t i = 0; i < s->count; i++) {
        if (s->items[i].kind == TOKEN_FIGURE)
            aim = &s->items[i];
        else if (s->items[i].kind == TOKEN_YEAR && aim != NULL)
            due = s->items[i].years.to;
    }
    size = fiscal_year_read_marked(&years, t, at, s->context);
    if (size == 0 || years.from != 0 || years.to == 0 || years.to >= due)
        return false;
    from = at = glyph_skip(t, at + size, false);
    for (; glyph_digit(t, at, &next) >= 0 ||
           (at > from && (glyph_at(t, at, &next) == GLYPH_COMMA ||
                          glyph_at(t, at, &next) == GLYPH_MARK));
         at = next)
        continue;
    size = aim->figure.unit.length;
    return at > from && size > 0 && size <= t.length - at &&
           text_equal(text_cut(t, at, at + size), aim->figure.unit) &&
           (glyph_at(t, at + size, &next) == GLYPH_END ||
            glyph_at(t, at + size, &next) == GLYPH_BREAK);
}

static size_t take_note(scan *s, size_t at)
{
    size_t end = at, next;
    glyph_class c = glyph_at(s->cell, end, &next);
    size_t depth = 0, mark = note_mark(s, at);

    if (mark == 0 && (states_baseline(s, next) || states_earlier(s, next)))
        mark = next - at;
    if (mark != 0) {
        scan_push(s, TOKEN_NOTE, at, at + mark);
        return mark;
    }
    while (c != GLYPH_END && c != GLYPH_BREAK) {
        if (c == GLYPH_OPEN)
            depth++;
        if (c == GLYPH_CLOSE && depth == 0 && s->depth != 0)
            break;
        if (c == GLYPH_CLOSE && depth != 0)
            depth--;
        end = next;
        c = glyph_at(s->cell, end, &next);
    }
    scan_push(s, TOKEN_NOTE, at, end);
    return end - at;
}

/* A bullet stands at the start of a line, or behind a space. */
static bool bullet_place(const scan *s, size_t at)
{
    size_t next;

    return s->depth == 0 &&
           (behind_space(s, at) || scan_last_is(s, TOKEN_BREAK)) &&
           glyph_at(s->cell, glyph_skip(s->cell, at, true), &next) !=
               GLYPH_END;
}

static size_t take_comma(scan *s, size_t at, size_t next, uint32_t mark)
{
    bool dot = mark == 0x30FB || mark == 0xFF65;

    if (dot && bullet_place(s, at))
        scan_push(s, TOKEN_BULLET, at, next);
    else if (behind_value(s, at) || s->depth != 0)
        scan_push(s, TOKEN_COMMA, at, next);
    else
        scan_add_word(s, at, next);
    return next - at;
}

static size_t take_dash(scan *s, size_t at, size_t next)
{
    size_t end = next, after;
    glyph_class c;

    while (glyph_at(s->cell, end, &after) == GLYPH_DASH)
        end = after;
    c = glyph_at(s->cell, glyph_skip(s->cell, end, true), &after);
    if (c == GLYPH_ARROW ||
        (c == GLYPH_OPEN && behind_space(s, at))) {
        /* 参加率 －（R1）⇒ 20％: no figure there */
        scan_push(s, TOKEN_DASH, at, end);
        return end - at;
    }
    c = glyph_at(s->cell, end, &after);
    if (glyph_is_letter(c) || c == GLYPH_DIGIT || scan_last_is(s, TOKEN_WORD)) {
        scan_add_word(s, at, end);
        return end - at;
    }
    scan_push(s, TOKEN_DASH, at, end);
    return end - at;
}

static size_t take_arrow_word(scan *s, size_t at)
{
    static const char *const words[] = { "から", "より" };
    size_t size;

    if (!behind_value(s, at) || scan_last_is(s, TOKEN_YEAR))
        return 0;
    size = glyph_any(s->cell, at, words, COUNT(words));
    if (size == 0) { /* 56％（R4）を65％に引き上げ */
        size_t next;

        size = glyph_word(s->cell, at, "を");
        if (size != 0 && glyph_at(s->cell, at + size, &next) != GLYPH_DIGIT)
            size = 0;
    }
    if (size != 0)
        scan_push(s, TOKEN_ARROW, at, at + size);
    return size;
}

/* `1．` `2)` `(3)` in front of a name, where a line or word begins. */
static size_t take_number(scan *s, size_t at)
{
    size_t end = at, next;
    bool open;
    int digits = 0;
    uint32_t mark;

    if (s->depth != 0 || !behind_space(s, at))
        return 0;
    open = glyph_at(s->cell, at, &next) == GLYPH_OPEN;
    if (open)
        end = next;
    while (glyph_digit(s->cell, end, &end) >= 0)
        digits++;
    if (digits < 1 || digits > 2 ||
        glyph_at(s->cell, end, &next) == GLYPH_END)
        return 0;
    mark = glyph_next(s->cell, &end);
    if (mark != ')' && (open || mark != '.'))
        return 0;
    end = glyph_skip(s->cell, end, false);
    if (!glyph_is_letter(glyph_at(s->cell, end, &next)))
        return 0;
    scan_add_word(s, at, end);
    return end - at;
}

/* Letters and other marks, `mark` of class c: years, roles and arrows in
 * words, or 0. */
static size_t take_letters(scan *s, size_t at, uint32_t mark, glyph_class c)
{
    size_t size = 0;

    if (c != GLYPH_MARK && fiscal_year_may_begin(s->cell, at))
        size = scan_take_year(s, at);
    if (size == 0)
        size = scan_take_role(s, at);
    if (size == 0)
        size = scan_take_zero(s, at);
    if (size == 0)
        size = scan_take_none(s, at);
    if (size == 0)
        size = take_arrow_word(s, at);
    if (size == 0 && mark == '*')
        size = take_star(s, at);
    if (size == 0 && mark == '=')
        size = take_arrow(s, at);
    return size;
}

static size_t take_digits(scan *s, size_t at)
{
    size_t size = take_number(s, at);

    if (size == 0 && fiscal_year_may_begin(s->cell, at))
        size = scan_take_year(s, at);
    if (size == 0)
        size = scan_take_period(s, at);
    return size == 0 ? scan_take_figure(s, at) : size;
}

/* A mark of one character that is a token of its own. */
static size_t take_mark(scan *s, token_kind kind, size_t at, size_t next)
{
    scan_push(s, kind, at, next);
    return next - at;
}

/* The bytes of イ in front of a line of a list ア, イ, ウ; else 0. */
static size_t line_letter(const scan *s, size_t at)
{
    size_t size = 0;

    if ((at > 0 && s->cell.bytes[at - 1] != '\n') ||
        !glyph_kana_list(s->cell))
        return 0;
    for (size_t n = 1; n <= KANA_MOST && size == 0; n++)
        size = glyph_kana_mark(text_from(s->cell, at), n);
    return size;
}

/* One step; returns the bytes taken, at least 1. */
static size_t step(scan *s, size_t at)
{
    size_t next = at, size = 0;
    uint32_t mark = glyph_next(s->cell, &next);
    glyph_class c = glyph_class_of(mark);

    switch (c) {
    case GLYPH_SPACE:
        return next - at;
    case GLYPH_BREAK:
        return scan_last_is(s, TOKEN_BREAK)
                   ? next - at : take_mark(s, TOKEN_BREAK, at, next);
    case GLYPH_NOTE:
        return take_note(s, at);
    case GLYPH_DIGIT:
        return take_digits(s, at);
    case GLYPH_OPEN:
        size = take_number(s, at);
        return size == 0 ? take_open(s, at, next, mark) : size;
    case GLYPH_CLOSE:
        return take_close(s, at, next, mark);
    case GLYPH_COLON:
        return take_mark(s, TOKEN_COLON, at, next);
    case GLYPH_SLASH:
        if (behind_value(s, at))
            return take_mark(s, TOKEN_COMMA, at, next);
        break;
    case GLYPH_COMMA:
        return take_comma(s, at, next, mark);
    case GLYPH_BULLET:
        if (bullet_place(s, at))
            return take_mark(s, TOKEN_BULLET, at, next);
        break;
    case GLYPH_ARROW:
        return take_arrow(s, at);
    case GLYPH_DASH:
        size = take_arrow(s, at);
        return size == 0 ? take_dash(s, at, next) : size;
    case GLYPH_UNIT:
    case GLYPH_END:
        break;
    default:
        if (c == GLYPH_KATAKANA && (size = line_letter(s, at)) != 0)
            return take_mark(s, TOKEN_BULLET, at, at + size);
        size = take_letters(s, at, mark, c);
        break;
    }
    if (size != 0)
        return size;
    scan_add_word(s, at, next);
    return next - at;
}

/* Brackets that are never closed end with the cell; none is left open. */
static void close_all(scan *s)
{
    while (s->depth != 0 && !s->failed) {
        token *made;

        s->depth--;
        made = scan_push(s, TOKEN_CLOSE, s->cell.length, s->cell.length);
        if (made == NULL)
            return;
        made->partner = s->open[s->depth];
        s->items[made->partner].partner = s->count - 1;
    }
}

bool kpi_scan(arena *a, token_list *out, text cell, int context_year)
{
    scan s = { .memory = a, .cell = cell, .context = context_year,
               .items = out->near, .capacity = TOKENS_NEAR };

    out->items = NULL;
    out->count = 0;
    out->bad_number = out->joined = out->split = false;
    out->too_long = cell.length > LONGEST_CELL;
    if (out->too_long)
        return true;
    for (size_t at = 0; at < cell.length && !s.failed;) {
        at += step(&s, at);
        if (s.count > MOST_TOKENS || s.tried > MOST_TOKENS) {
            out->too_long = true;
            break;
        }
    }
    close_all(&s);
    out->bad_number = s.bad_number;
    out->joined = s.joined;
    out->split = s.split;
    out->items = s.items;
    out->count = s.count;
    return !s.failed;
}

bool kpi_scan_bounds_name(const token_list *tokens, text cell, size_t i)
{
    static const char *const bounds[] = { "超", "以上", "以下", "以内", "未満" };
    const token *t = &tokens->items[i], *next = t + 1;

    return i + 1 < tokens->count && t->kind == TOKEN_FIGURE &&
           next->kind == TOKEN_FIGURE && next->depth == t->depth &&
           text_in(t->figure.qualifier, bounds,
                   sizeof(bounds) / sizeof(*bounds)) &&
           next->start > t->end && t->figure.digits == t->start &&
           glyph_is_letter(glyph_class_before(cell, t->start)) &&
           t->figure.unit.length > 0 && next->figure.unit.length > 0 &&
           !text_equal(t->figure.unit, next->figure.unit);
}
