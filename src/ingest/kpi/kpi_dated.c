/*
 * kpi_dated.c - the actuals of several years in one cell
 *
 *     R4：9,483件　R5：10,207件          the year in front of each
 *     25,911点（R4）、37,288点（R5）      or in brackets behind it
 *     貸出点数                           of several indicators by their names,
 *     R4：25,911点　R5：37,288点          by ① and ②, or in their order where
 *     郷土資料の点数                      the years begin again
 *     R4：455点　R5：602点
 */
#include "ingest/kpi/kpi_parts.h"
#include "wording/glyph.h"
#include "wording/no_number.h"

enum { NO_KPI = -1, KPI_UNSURE = -2, NAME_MIN = 6, NAME_MAX = 180,
       CHAIN_MAX = 8 };

/* A year that a figure goes with, brackets around it included. */
typedef struct mark {
    size_t start, end;
    bool behind;
    year_span years;
} mark;

typedef struct dating {
    build *build;
    const kpi_list *list;
    text cell;
    mark *marks;
    size_t mark_count;
    build_dated *out;
    size_t count;
    int named; /* the indicator whose name was met last, from 0 */
} dating;

/* Marks, colons and white space off both ends. */
static text plain(text t)
{
    size_t next;

    for (t = text_trim(t); t.length > 0; t = text_trim(text_from(t, next))) {
        glyph_class c = glyph_at(t, 0, &next);

        if (c != GLYPH_COMMA && c != GLYPH_COLON && c != GLYPH_BULLET &&
            c != GLYPH_SLASH && c != GLYPH_ARROW)
            break;
    }
    while (t.length > 0) {
        glyph_class c = glyph_class_before(t, t.length);

        if (c != GLYPH_COMMA && c != GLYPH_COLON && c != GLYPH_BULLET &&
            c != GLYPH_SLASH && c != GLYPH_ARROW)
            break;
        t = text_trim(text_cut(t, 0, glyph_back(t, t.length)));
    }
    return t;
}

/* ---- Years ------------------------------------------------------------ */

static bool has_digit(text t, size_t from, size_t to)
{
    return from < to && glyph_has_digit(text_cut(t, from, to));
}

/* Behind the bracket that closes at `at`, 実績 or 時点 in front of it; 0. */
static size_t behind_bracket(text t, size_t at)
{
    static const char *const words[] = { "実績", "現在", "時点", "分" };
    size_t next;

    at += glyph_any(t, at, words, sizeof(words) / sizeof(*words));
    return glyph_at(t, at, &next) == GLYPH_CLOSE ? next : 0;
}

/* （参考　R4：5人）: what brackets hold is a remark. */
static bool in_brackets(text t, size_t end)
{
    size_t depth = 0, next;

    for (size_t at = 0; at < end; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_OPEN)
            depth++;
        else if (c == GLYPH_CLOSE && depth > 0)
            depth--;
    }
    return depth > 0;
}

/* Is the year from start to end one that a figure goes with? */
static bool take_mark(text t, mark *m, size_t before)
{
    static const char *const prose[] = { "の", "に", "から", "より", "以前" };
    size_t close = behind_bracket(t, m->end), next;
    glyph_class c = glyph_class_before(t, m->start), then;

    m->behind = false;
    if (glyph_any(t, m->end, prose, sizeof(prose) / sizeof(*prose)) != 0)
        return false;
    if (m->start > 0 && c == GLYPH_OPEN) {
        if (close == 0)
            return false;
        m->start = glyph_back(t, m->start);
        m->end = close;
        c = glyph_class_before(t, m->start);
        then = glyph_at(t, m->end, &next);
        m->behind = m->start > 0 && has_digit(t, before, m->start) &&
                    (glyph_is_letter(c) || c == GLYPH_DIGIT ||
                     c == GLYPH_UNIT || c == GLYPH_CLOSE ||
                     (c == GLYPH_SPACE &&
                      (then == GLYPH_END || then == GLYPH_BREAK ||
                       then == GLYPH_COMMA)));
    }
    if (in_brackets(t, m->start))
        return false;
    return m->start == 0 || m->behind || c == GLYPH_BREAK ||
           c == GLYPH_SPACE || c == GLYPH_COMMA || c == GLYPH_SLASH ||
           c == GLYPH_ARROW || c == GLYPH_COLON || c == GLYPH_BULLET ||
           c == GLYPH_MARK;
}

/* H27　－ (line break) H28　35戸: where the range's first line ends, if a dash
 * apart from its year does; else where the range does. */
static size_t line_of_range(text t, const mark *m)
{
    size_t line = text_find(text_cut(t, m->start, m->end), "\n", 0), end;

    if (line == SIZE_MAX)
        return m->end;
    end = m->start + text_trim(text_cut(t, m->start, m->start + line)).length;
    return end > m->start && glyph_class_before(t, end) == GLYPH_DASH &&
                   glyph_is_space(
                       glyph_class_before(t, glyph_back(t, end)))
               ? end : m->end;
}

/* R6 － is no range without an end: the dash stands for R6's figure. */
static void drop_dash(const dating *d, mark *m)
{
    text t = d->cell;
    size_t whole = line_of_range(t, m), end = whole, next, start, back;
    glyph_class then = glyph_at(t, m->end, &next);

    if (whole == m->end &&
        (!m->years.open || (then != GLYPH_END && !glyph_is_space(then))))
        return;
    while (end > m->start && (glyph_class_before(t, end) == GLYPH_DASH ||
                              glyph_is_space(glyph_class_before(t, end))))
        end = glyph_back(t, end);
    if (end < whole &&
        fiscal_year_find(&m->years, &start, &back,
                         text_cut(t, m->start, end),
                         d->build->reader->context_year))
        m->end = end;
}

/* All years on one side of their figures, as the first one is. */
static bool find_marks(dating *d)
{
    text t = d->cell;
    size_t at = 0, before = 0, start, end, capacity = 0;
    year_span years;

    while (at < t.length &&
           fiscal_year_find(&years, &start, &end, text_from(t, at),
                            d->build->reader->context_year)) {
        mark m = { at + start, at + end, false, years };
        mark *made;

        at = m.end;
        drop_dash(d, &m);
        if (m.years.from != 0 || m.years.to == 0 || !take_mark(t, &m, before) ||
            (d->mark_count > 0 && m.behind != d->marks[0].behind))
            continue;
        made = arena_push(d->build->reader->memory, (void **)&d->marks,
                          &d->mark_count, &capacity, sizeof(*made));
        if (made == NULL)
            return false;
        *made = m;
        before = at = m.end;
    }
    return true;
}

/* ---- Names ------------------------------------------------------------ */

static text label_of(const dating *d, size_t i)
{
    const kpi_text *t = d->build->from_text ? &d->build->texts[i] : NULL;

    return t == NULL          ? text_of(d->list->items[i].name)
           : t->label.length > 0 ? t->label
                                 : t->name;
}

/* ② in front of the text: the second one's; its bytes, or 0. */
static size_t number_of(const dating *d, text t, int *named)
{
    for (size_t i = 0; i < d->list->count; i++) {
        size_t size = glyph_number_mark(t, i + 1);

        if (size > 0) {
            *named = (int)i;
            return size;
        }
    }
    return 0;
}

/* The one indicator that a text names; KPI_UNSURE for none or several. */
static int named_by(const dating *d, text t, int least)
{
    int best = least - 1, found = KPI_UNSURE;

    if (t.length < NAME_MIN || t.length > NAME_MAX)
        return KPI_UNSURE;
    for (size_t i = 0; i < d->list->count; i++) {
        int score = actual_label_score(label_of(d, i), t);

        if (score == best && score >= least)
            found = KPI_UNSURE;
        if (score > best) {
            best = score;
            found = (int)i;
        }
    }
    return found;
}

/* What stands from a line's or a word's beginning up to the next year: a
 * name, a number, or nothing of that (KPI_UNSURE). */
static int heads_next(const dating *d, text t, bool line)
{
    int named = KPI_UNSURE;
    text rest = plain(t), behind;
    size_t size = line || (rest.length > 0 && (rest.bytes[0] & 0x80))
                      ? number_of(d, rest, &named) : 0;

    behind = plain(text_from(rest, size));
    if (size > 0 && (!glyph_has_digit(behind) ||
                     text_contains(label_of(d, (size_t)named), behind)))
        return named; /* ③, ③1人当たりの消費額 */
    named = named_by(d, rest, line ? 1 : LABEL_EQUAL);
    return named != KPI_UNSURE && glyph_has_digit(rest) &&
                   !text_contains(label_of(d, (size_t)named), rest)
               ? KPI_UNSURE : named;
}

/* Cuts the next one's name off what goes with a year. */
static text cut_next_name(dating *d, text words, int *next)
{
    size_t at = 0, then;
    bool said = false;

    *next = d->named;
    for (; at < words.length; at = then) {
        glyph_class c = glyph_at(words, at, &then);
        bool line = c == GLYPH_BREAK;
        int named;

        if (!line && c != GLYPH_SPACE && c != GLYPH_COMMA &&
            c != GLYPH_SLASH) {
            said = said || glyph_is_letter(c) || c == GLYPH_DIGIT ||
                   c == GLYPH_DASH;
            continue;
        }
        if (!said)
            continue;
        named = heads_next(d, text_from(words, then), line);
        if (named != KPI_UNSURE) {
            *next = named;
            return text_cut(words, 0, at);
        }
        if (line && d->named != NO_KPI &&
            plain(text_from(words, then)).length > 0 &&
            text_find(words, "\n", then) == SIZE_MAX &&
            !has_digit(words, then, words.length))
            *next = KPI_UNSURE; /* another's name, whose figures follow */
    }
    return words;
}

/* The name in front of a figure whose year stands behind it; ② is taken off. */
static int names_figure(const dating *d, text *typed)
{
    size_t at = 0, next, size;
    int named = KPI_UNSURE, others = 0;
    text label, words = *typed;

    size = number_of(d, words, &named);
    if (size > 0 && text_find(words, "\n", 0) == SIZE_MAX) {
        *typed = plain(text_from(words, size));
        return named;
    }
    for (size_t i = 0; i < d->list->count; i++)
        others += text_contains(words, label_of(d, i));
    if (others > 1)
        return NO_KPI; /* one year for all of them */
    for (size_t i = 0; i < d->list->count; i++)
        if (label_of(d, i).length > 0 &&
            text_contains(words, label_of(d, i)))
            return (int)i;
    while (at < words.length && glyph_at(words, at, &next) != GLYPH_DIGIT)
        at = next;
    label = plain(text_cut(words, 0, at));
    return label.length == 0 ? d->named : named_by(d, label, 1);
}

/* ---- The cell --------------------------------------------------------- */

/* 参加者数 above R4：… of a lone indicator, or one's name of several. */
static bool take_prefix(dating *d)
{
    text prefix = plain(text_cut(d->cell, 0, d->marks[0].start));

    if (prefix.length == 0 || text_ends(prefix, "。"))
        return true;
    if (d->list->count > 1) {
        d->named = heads_next(d, prefix, true);
        return d->named != KPI_UNSURE;
    }
    return prefix.length <= NAME_MAX &&
           (!glyph_has_digit(prefix) ||
            text_contains(prefix, text_of(d->list->items[0].name)));
}

static bool take_leading(dating *d)
{
    if (!take_prefix(d))
        return false;
    for (size_t i = 0; i < d->mark_count; i++) {
        size_t end = i + 1 < d->mark_count ? d->marks[i + 1].start
                                           : d->cell.length;
        text words = text_cut(d->cell, d->marks[i].end, end), rate;
        int next = d->named;

        if (d->list->count > 1 && i + 1 < d->mark_count)
            words = cut_next_name(d, words, &next);
        words = build_cut_rate(d->build, plain(words), d->marks[i].years.to,
                               &rate);
        if (words.length == 0)
            return d->count > 0;
        d->out[d->count++] = (build_dated){ d->named, d->marks[i].years,
                                            words, rate };
        if (next == KPI_UNSURE)
            return false;
        d->named = next;
    }
    return true;
}

/* 来場者数：中止（R4）, －（R5）: why that year has no figure. */
static bool says_none(text words)
{
    text behind;

    if (glyph_colon(words, &behind) != SIZE_MAX)
        words = behind;
    return no_number_state(words) != STATE_TEXT;
}

static bool take_behind(dating *d)
{
    size_t at = 0;

    for (size_t i = 0; i < d->mark_count; i++) {
        text words = plain(text_cut(d->cell, at, d->marks[i].start)), rate;
        size_t behind = build_rate_words(d->build, d->cell, d->marks[i].end,
                                         d->marks[i].years.to, &rate);

        at = behind > 0 ? behind : d->marks[i].end;
        if (d->list->count > 1)
            d->named = names_figure(d, &words);
        if (d->named == KPI_UNSURE ||
            (!glyph_has_digit(words) && !says_none(words)))
            return false;
        d->out[d->count++] = (build_dated){ d->named, d->marks[i].years,
                                            words, rate };
    }
    return true;
}

/* The pieces between arrows, up to `most`; 0 for more, or none. */
static size_t split_arrows(text t, text *pieces, size_t most)
{
    size_t from = 0, count = 0, next;

    for (size_t at = 0; at <= t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c != GLYPH_ARROW && c != GLYPH_END)
            continue;
        if (count == most)
            return 0;
        pieces[count++] = text_trim(text_cut(t, from, at));
        from = next;
        if (c == GLYPH_END)
            break;
    }
    return count > 1 ? count : 0;
}

/* 62％→74％→81％（R3→R4→R5): as many years as figures. */
static bool take_chain(dating *d)
{
    text t = text_trim(d->cell), figures[CHAIN_MAX], dates[CHAIN_MAX];
    size_t open = 0, close, count, next;

    if (glyph_class_before(t, t.length) != GLYPH_CLOSE)
        return false;
    while (open < t.length && glyph_at(t, open, &next) != GLYPH_OPEN)
        open = next;
    close = glyph_back(t, t.length);
    count = split_arrows(text_cut(t, 0, open), figures, CHAIN_MAX);
    if (count == 0 ||
        split_arrows(text_cut(t, next, close), dates, CHAIN_MAX) != count)
        return false;
    d->out = arena_array(d->build->reader->memory, count, sizeof(*d->out));
    if (d->out == NULL) {
        d->build->reader->failed = true;
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        year_span years = { 0 };

        if (!glyph_has_digit(figures[i]) ||
            !fiscal_year_parse(&years, dates[i],
                               d->build->reader->context_year) ||
            years.from != 0 || years.to == 0)
            return false;
        d->out[i] = (build_dated){ NO_KPI, years, figures[i],
                                     text_of("") };
    }
    d->count = count;
    return true;
}

/* R4：5 R5：6 above R4：7 R5：8 without names: the second line is the second
 * indicator's. */
static void number_rounds(dating *d)
{
    size_t round = d->list->count == 0 ? 0 : d->count / d->list->count;

    if (d->list->count < 2 || round == 0 || d->count % round != 0 ||
        d->count / round != d->list->count)
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->out[i].kpi != NO_KPI ||
            d->out[i].years.to != d->out[i % round].years.to ||
            (i > 0 && i < round &&
             d->out[i].years.to == d->out[i - 1].years.to))
            return;
    for (size_t i = 0; i < d->count; i++)
        d->out[i].kpi = (int)(i / round);
}

/* H28.12追加項目のため回答なし below H27: why that year has no figure. */
static bool explains_gap(const dating *d, int of_year)
{
    return d->count == 1 && of_year != 0 && d->out[0].years.to != of_year &&
           !glyph_has_digit(d->out[0].words);
}

dated_state build_dated_read(build *b, const kpi_list *list, text words,
                             int of_year, build_dated **out, size_t *count)
{
    dating d = { .build = b, .list = list, .cell = words, .named = NO_KPI };
    bool read;
    text rate;

    *out = NULL;
    *count = 0;
    if (!glyph_has_digit(words))
        return DATED_NONE;
    if (take_chain(&d)) {
        *out = d.out;
        *count = d.count;
        return DATED_READ;
    }
    if (!find_marks(&d)) {
        b->reader->failed = true;
        return DATED_NONE;
    }
    /* one year behind a figure may hold for all that stands in front, but not
     * where a rate follows it */
    if (d.mark_count == 0 ||
        (d.mark_count == 1 && d.marks[0].start > 0 &&
         (!d.marks[0].behind ||
          build_rate_words(b, words, d.marks[0].end, d.marks[0].years.to,
                           &rate) == 0)))
        return DATED_NONE;
    d.out = arena_array(b->reader->memory, d.mark_count, sizeof(*d.out));
    if (d.out == NULL) {
        b->reader->failed = true;
        return DATED_NONE;
    }
    read = d.marks[0].behind ? take_behind(&d) : take_leading(&d);
    if (!read)
        return d.mark_count > 1 ? DATED_UNSURE : DATED_NONE;
    if (explains_gap(&d, of_year))
        return DATED_NONE;
    number_rounds(&d);
    *out = d.out;
    *count = d.count;
    return DATED_READ;
}
