/*
 * actual_text.c - an actual's cell: figures with labels, or why there is none
 *
 * A figure counts only where a label or nothing stands in front of it; a
 * sentence that holds figures (委員会を3回開催) is text, never a figure.
 */
#include "wording/kpi_text.h"

#include "wording/actual_one.h"
#include "wording/glyph.h"
#include "wording/kpi_name.h"
#include "wording/kpi_scan.h"
#include "wording/units.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { LONGEST_LABEL = 180 /* bytes; what is longer is a sentence */ };

typedef struct actual_reader {
    arena *memory;
    text cell;
    token_list tokens;
    actual_text *items;
    size_t count, capacity;
} actual_reader;

static actual_text *add_actual(actual_reader *r)
{
    void *items = r->items;
    actual_text *made = arena_push(r->memory, &items, &r->count, &r->capacity,
                                   sizeof(*made));

    if (made == NULL)
        return NULL;
    r->items = items;
    made->label = made->whole = made->remark = text_of("");
    made->figure.unit = made->figure.qualifier = text_of("");
    made->increase.unit = made->increase.qualifier = text_of("");
    return made;
}

static text span(const actual_reader *r, size_t from, size_t to)
{
    if (from >= to)
        return text_of("");
    return text_trim(text_cut(r->cell, r->tokens.items[from].start,
                              r->tokens.items[to - 1].end));
}

/* Words that make what stands before a figure a sentence. */
static bool is_sentence(text label)
{
    static const char *const words[] = { "を", "ため", "より", "に向け", "した",
                                         "。", "により", "おいて", "として",
                                         "する", "のうち", "から", "うち",
                                         "目標", "前年", "昨年" };

    size_t depth = 0, next;

    if (label.length > LONGEST_LABEL)
        return true;
    for (size_t at = 0; at < label.length; at = next) {
        glyph_class c = glyph_at(label, at, &next);

        if (c == GLYPH_OPEN)
            depth++;
        if (c == GLYPH_CLOSE && depth != 0)
            depth--;
        if (depth == 0 && glyph_any(label, at, words, COUNT(words)) != 0)
            return true;
    }
    return false;
}

/* The label in tokens from..to: no years, roles, notes at its ends. */
static text label_of(const actual_reader *r, size_t from, size_t to)
{
    const token *items = r->tokens.items;

    while (from < to && items[from].kind != TOKEN_WORD &&
           items[from].kind != TOKEN_FIGURE && items[from].kind != TOKEN_OPEN)
        from++;
    if (from < to && items[from].kind == TOKEN_OPEN &&
        items[from].partner < to) { /* （H28）120人 */
        size_t close = items[from].partner;

        for (size_t i = from; i < close; i++)
            if (items[i].kind == TOKEN_YEAR)
                return label_of(r, close + 1, to);
    }
    while (to > from && items[to - 1].kind != TOKEN_WORD &&
           items[to - 1].kind != TOKEN_FIGURE &&
           items[to - 1].kind != TOKEN_CLOSE)
        to--;
    return kpi_name_trim(span(r, from, to));
}

/* 12回実施、延べ350人: 実施 belongs to the figure before. */
static text behind_tail(const actual_reader *r, size_t from, size_t i,
                        text label)
{
    size_t next;

    if (from == 0 || r->tokens.items[from - 1].kind != TOKEN_FIGURE ||
        r->tokens.items[from - 1].follow != FOLLOW_TAIL)
        return label;
    for (size_t at = 0; at < label.length; at = next)
        if (glyph_at(label, at, &next) == GLYPH_COMMA)
            return kpi_name_trim(text_from(label, next));
    return i == from + 1 ? text_of("") : label;
}

static bool behind_colon(const actual_reader *r, size_t i)
{
    return i != 0 && r->tokens.items[i - 1].kind == TOKEN_COLON;
}

/* 小６国語 67.3％, 売上高1億円超　2件: a digit within a name, the name's figure
 * right behind. */
static bool is_in_name(const actual_reader *r, size_t i)
{
    const token *t = &r->tokens.items[i];

    if (kpi_scan_bounds_name(&r->tokens, r->cell, i))
        return true;
    return i + 1 < r->tokens.count && t[0].kind == TOKEN_FIGURE &&
           t[1].kind == TOKEN_FIGURE && t[1].depth == t[0].depth &&
           t[0].figure.unit.length > 0 &&
           !figure_unit_is_known(&t[0].figure) &&
           figure_unit_is_known(&t[1].figure) &&
           glyph_is_letter(glyph_class_before(r->cell, t[0].start)) &&
           t[0].figure.digits == t[0].start;
}

/* 3541): a raised 1) behind 354 looks so, and nobody can tell where it begins;
 * of 12人) or 12件（速報） the digits are the figure's. */
static bool ends_in_note(const actual_reader *r, const token *t)
{
    size_t next;

    return t->depth == 0 && t->figure.unit.length == 0 &&
           glyph_at(r->cell, t->end, &next) == GLYPH_CLOSE;
}

/* Figures that may be the cell's value. */
static bool may_count(const actual_reader *r, size_t i)
{
    const token *t = &r->tokens.items[i];

    if (is_in_name(r, i) ||
        (t->kind == TOKEN_FIGURE && ends_in_note(r, t)))
        return false;
    for (size_t n = 1; n <= 2 && n <= i; n++) /* the end of 10～20人 */
        if (t[0].kind == TOKEN_FIGURE && (t - n)->kind == TOKEN_FIGURE &&
            (t - n)->follow == FOLLOW_RANGE)
            return false;
    return t->kind == TOKEN_FIGURE && t->depth == 0 &&
           (t->follow == FOLLOW_STOP || t->follow == FOLLOW_TAIL);
}

/* Brackets behind a figure: an increase, else a remark. */
static size_t read_behind(const actual_reader *r, actual_text *made, size_t i)
{
    const token *items = r->tokens.items;
    size_t close;

    if (i >= r->tokens.count || items[i].kind != TOKEN_OPEN ||
        items[i].partner == SIZE_MAX)
        return i;
    close = items[i].partner;
    for (size_t k = i + 1; k < close; k++) {
        const figure *f = &items[k].figure;
        bool grows;

        if (items[k].kind != TOKEN_FIGURE)
            continue;
        grows = text_is(f->qualifier, "増") || text_is(f->qualifier, "減") ||
                r->cell.bytes[f->digits] == '+' ||
                glyph_word(r->cell, f->digits, "+") != 0;
        if (!grows || made->has_increase)
            continue;
        made->increase = *f;
        made->has_increase = true;
        if (close == i + 2)
            return close + 1;
    }
    return i;
}

/* 累計 in front of a label holds for its figure: 累計投資金額88億, （累計）88億. */
static text take_cumulative(text label, bool *cumulative)
{
    static const char *const words[] = { "累計", "累積", "(累計)", "(累積)",
                                         "(累)" };
    size_t size = glyph_any(label, 0, words, COUNT(words));

    if (size != 0) {
        *cumulative = true;
        return kpi_name_trim(text_from(label, size));
    }
    if (text_find(label, "（累計）", 0) != SIZE_MAX ||
        text_find(label, "(累計)", 0) != SIZE_MAX)
        *cumulative = true;
    return label;
}

static bool joined_by_comma(const actual_reader *r, size_t from, size_t to)
{
    bool comma = false;

    for (size_t i = from; i < to; i++) {
        if (r->tokens.items[i].kind == TOKEN_BREAK)
            return false;
        comma = comma || r->tokens.items[i].kind == TOKEN_COMMA;
    }
    return comma;
}

/* The figure at token `i`, with the label from token `from` on. */
static bool read_figure(actual_reader *r, size_t from, size_t i, text label)
{
    bool carried = r->count != 0 && r->items[r->count - 1].figure.cumulative &&
                   joined_by_comma(r, from, i);
    actual_text *made = add_actual(r);

    if (made == NULL)
        return false;
    made->figure = r->tokens.items[i].figure;
    made->has_value = true;
    made->label = take_cumulative(label, &made->figure.cumulative);
    made->figure.cumulative = made->figure.cumulative || carried;
    made->state = made->figure.preliminary ? STATE_PRELIMINARY
                                           : STATE_REPORTED;
    made->whole = span(r, from, i + 1);
    return true;
}

static bool only_text(actual_reader *r, figure_state state)
{
    actual_text *made = add_actual(r);

    if (made == NULL)
        return false;
    made->state = state;
    made->whole = text_trim(r->cell);
    if (state != STATE_BLANK)
        made->remark = made->whole;
    return true;
}

/* （H28からの累計）, （R3年度から累計）, ※累計: nothing behind it. */
static bool says_total(text remark)
{
    static const char *const ends[] = { "累計）", "累計)", "累積）",
                                        "累積)", "合計）", "合計)" };
    static const char *const notes[] = { "累計", "累計値", "累積", "累積値" };

    if (text_starts(remark, "※"))
        return text_in(text_trim(text_from(remark, strlen("※"))), notes,
                       COUNT(notes));
    if (!text_starts(remark, "（") && !text_starts(remark, "("))
        return false;
    return text_ends_in(remark, ends, COUNT(ends));
}

/* Preliminary by a word in the remark: 120人（速報値、3月末）. */
static void read_remark(const actual_reader *r, actual_text *made,
                        size_t from, size_t to)
{
    static const char *const words[] = { "速報", "暫定", "見込" };

    made->remark = kpi_name_trim(span(r, from, to));
    if (from < to && r->tokens.items[to - 1].end >
                         r->tokens.items[from].start)
        made->whole = text_trim(text_slice(
            made->whole.bytes, (size_t)(r->cell.bytes +
                r->tokens.items[to - 1].end - made->whole.bytes)));
    if (says_total(made->remark))
        made->figure.cumulative = true;
    for (size_t i = 0; i < COUNT(words); i++)
        if (text_starts(made->remark, words[i]) ||
            text_starts(made->remark, "（") || text_starts(made->remark, "("))
            made->figure.preliminary = made->figure.preliminary ||
                text_find(made->remark, words[i], 0) != SIZE_MAX;
    if (made->figure.preliminary)
        made->state = STATE_PRELIMINARY;
}

/* ・出荷額：－（結果待ち） above ・導入数：9社: why the line above has no figure is
 * not said of this one's, which its own line names. */
static text own_line(const actual_reader *r, text label)
{
    size_t line = 0, end = (size_t)(label.bytes + label.length -
                                    r->cell.bytes), at, next;

    while ((at = text_find(label, "\n", line)) != SIZE_MAX)
        line = at + 1;
    return line > 0 && line < label.length &&
                   glyph_at(r->cell, end, &next) == GLYPH_COLON
               ? text_trim(text_from(label, line)) : label;
}

static bool read_cell(actual_reader *r)
{
    const token *items = r->tokens.items;
    size_t from = 0, behind = 0;

    for (size_t i = 0; i < r->tokens.count; i++) {
        text label;

        if (!may_count(r, i) || i < from)
            continue;
        label = behind_tail(r, from, i, label_of(r, from, i));
        if ((is_sentence(label) && !behind_colon(r, i)) ||
            (r->count == 0 && label.length != 0 &&
             no_number_state(own_line(r, label)) != STATE_TEXT)) {
            if (r->count == 0)
                break;
            continue;
        }
        if (r->count != 0)
            read_remark(r, &r->items[r->count - 1], behind, from);
        if (!read_figure(r, from, i, label))
            return false;
        behind = read_behind(r, &r->items[r->count - 1], i + 1);
        from = behind;
        while (from < r->tokens.count &&
               (items[from].kind == TOKEN_OPEN ||
                items[from].kind == TOKEN_NOTE)) {
            if (items[from].kind == TOKEN_OPEN &&
                items[from].partner == SIZE_MAX)
                break;
            from = items[from].kind == TOKEN_OPEN ? items[from].partner + 1
                                                  : from + 1;
        }
    }
    if (r->count != 0)
        read_remark(r, &r->items[r->count - 1], behind, r->tokens.count);
    return true;
}

/*
 * 490人, 12.5%: most cells hold a figure in a known unit, or without one, and
 * nothing else. The scan would find this one token; a year is left to it.
 */
static bool read_figure_alone(actual_reader *r)
{
    figure f;
    figure_follow follow;
    year_span years;
    size_t next, size;
    bool failed;
    actual_text *made;

    if (glyph_digit(r->cell, 0, &next) < 0 ||
        fiscal_year_read_marked(&years, r->cell, 0, 0) != 0)
        return true;
    size = number_text_scan(r->memory, &f, &follow, &failed, r->cell, 0, 0);
    if (failed || size != r->cell.length || follow != FOLLOW_STOP ||
        f.unit.bytes + f.unit.length != r->cell.bytes + size ||
        (f.unit.length != 0 && !f.unit_known))
        return !failed;
    made = add_actual(r);
    if (made == NULL)
        return false;
    made->figure = f;
    made->has_value = true;
    made->state = STATE_REPORTED;
    made->whole = r->cell;
    return true;
}

/* ---- Lines that name what has no figure yet ------------------------------- */

/* ・定着率：集計中 among lines with figures: the state, by its label. */
static bool read_stated_line(actual_reader *r, text line)
{
    size_t next, colon = 0;
    figure_state state;
    actual_text *made;

    while (colon < line.length &&
           glyph_at(line, colon, &next) != GLYPH_COLON)
        colon = next;
    if (colon == 0 || colon == line.length ||
        text_trim(text_from(line, next)).length == 0)
        return true;
    state = no_number_state(text_from(line, next));
    if (state == STATE_TEXT || state == STATE_BLANK)
        return true;
    made = add_actual(r);
    if (made == NULL)
        return false;
    made->label = kpi_name_trim(text_cut(line, 0, colon));
    made->state = state;
    made->whole = line;
    made->remark = text_trim(text_from(line, next));
    return true;
}

/* The line is part of the remark behind the figure above it, or of the label
 * in front of that below: cut it off. */
static void cut_line(actual_reader *r, text line, size_t figures)
{
    for (size_t i = 0; i < figures; i++) {
        actual_text *a = &r->items[i];
        const char *end = line.bytes + line.length;

        if (a->label.bytes >= line.bytes && a->label.bytes < end &&
            a->label.bytes + a->label.length > end)
            a->label = kpi_name_trim(
                text_from(a->label, (size_t)(end - a->label.bytes)));

        if (a->remark.length == 0 ||
            line.bytes + line.length <= a->remark.bytes ||
            line.bytes >= a->remark.bytes + a->remark.length)
            continue;
        a->remark.length = line.bytes > a->remark.bytes
                               ? (size_t)(line.bytes - a->remark.bytes) : 0;
        a->remark = kpi_name_trim(a->remark);
    }
}

/* Beside figures; or, without any, where no line says something else: 商談件数：
 * － and 成約件数：－. */
static bool read_stated_lines(actual_reader *r)
{
    size_t figures = r->count, at = 0, lines = 0;

    if (figures > 0 && text_find(r->cell, "\n", 0) == SIZE_MAX)
        return true;
    while (at < r->cell.length) {
        size_t end = text_find(r->cell, "\n", at), before = r->count;
        text line = text_trim(text_cut(
            r->cell, at, end == SIZE_MAX ? r->cell.length : end));

        at = end == SIZE_MAX ? r->cell.length : end + 1;
        lines += line.length > 0;
        if (!read_stated_line(r, line))
            return false;
        if (r->count > before)
            cut_line(r, line, figures);
    }
    if (figures == 0 && r->count != lines)
        r->count = 0;
    return true;
}

/* ---- Figures that only probably are meant -------------------------------- */

static bool add_doubtful(actual_reader *r, const figure *f)
{
    actual_text *made = add_actual(r);

    if (made == NULL)
        return false;
    made->figure = *f;
    made->has_value = true;
    made->doubtful = true;
    made->state = f->preliminary ? STATE_PRELIMINARY : STATE_REPORTED;
    made->whole = text_trim(r->cell);
    return true;
}

/* 15/15校, 24/24施設（100％）: how many of how many, and the share. */
static bool read_share(actual_reader *r)
{
    text t = text_trim(r->cell), inner;
    figure part, whole, share;
    figure_follow follow;
    bool failed;
    size_t slash = 0, next, at;

    while (slash < t.length && glyph_at(t, slash, &next) != GLYPH_SLASH)
        slash = next;
    if (slash == t.length || glyph_at(t, next, &at) != GLYPH_DIGIT ||
        !number_text_parse(r->memory, &part, text_cut(t, 0, slash)) ||
        number_text_scan(r->memory, &whole, &follow, &failed, t, next,
                         next) == 0)
        return true;
    if (whole.end <= next || !figure_unit_is_known(&whole) ||
        units_is_span(whole.unit) || part.unit.length != 0 ||
        number_compare(part.value, whole.value) > 0)
        return true; /* 4/1, 3/31 */
    part.unit = whole.unit;
    part.unit_known = whole.unit_known;
    at = glyph_skip(t, whole.end, true);
    if (at == t.length)
        return add_doubtful(r, &part);
    if (!glyph_bracketed(t, at, &inner) ||
        !number_text_parse(r->memory, &share, inner))
        return true;
    return add_doubtful(r, &part) && add_doubtful(r, &share);
}

/* (63) may be a figure to be confirmed, or a loss. */
static bool read_bracketed(actual_reader *r)
{
    text inner;
    figure f;

    if (!glyph_bracketed(text_trim(r->cell), 0, &inner) ||
        !number_text_parse(r->memory, &f, inner))
        return true;
    return add_doubtful(r, &f);
}

/* ※2　987, 812人²⁾: no remark, and no part of a word. */
static bool read_noted(actual_reader *r)
{
    figure f;

    return !number_text_is_noted(r->cell) ||
           !number_text_parse(r->memory, &f, r->cell) || add_doubtful(r, &f);
}

/* All other cells, by their tokens. */
static bool read_tokens(actual_reader *r)
{
    figure_state state;
    bool ok = kpi_scan(r->memory, &r->tokens, r->cell, 0);
    bool dash = ok && r->tokens.count != 0 &&
                r->tokens.items[0].kind == TOKEN_DASH;

    if (ok && !dash && !r->tokens.too_long && !r->tokens.split)
        ok = read_cell(r) && (r->count == 0 || read_stated_lines(r));
    if (ok && r->count == 0)
        ok = read_share(r);
    if (ok && r->count == 0)
        ok = read_bracketed(r);
    if (!ok || r->count != 0)
        return ok;
    state = no_number_state(r->cell);
    return (state != STATE_TEXT || read_stated_lines(r)) &&
           (r->count != 0 || only_text(r, state));
}

bool actual_one_parse(arena *a, actual_text **out, size_t *count, text cell)
{
    actual_reader r; /* the scan fills in its tokens */
    bool ok;

    r.memory = a;
    r.cell = cell;
    r.items = NULL;
    r.count = r.capacity = 0;
    *out = NULL;
    *count = 0;
    if (text_trim(cell).length == 0)
        ok = only_text(&r, STATE_BLANK);
    else
        ok = read_figure_alone(&r) && (r.count != 0 || read_noted(&r)) &&
             (r.count != 0 || read_tokens(&r));
    if (!ok)
        return false;
    *out = r.items;
    *count = r.count;
    return true;
}
