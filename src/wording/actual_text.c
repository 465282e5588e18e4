/*
 * actual_text.c - an actual's cell: figures with labels, or why there is none
 *
 * A figure counts only where a label or nothing stands in front of it; a
 * sentence that holds figures (委員会を3回開催) is text, never a figure.
 */
#include "wording/kpi_text.h"

#include "wording/glyph.h"
#include "wording/kpi_scan.h"

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

static bool is_label_mark(uint32_t c)
{
    glyph_class class = glyph_class_of(c);

    return glyph_is_space(class) || class == GLYPH_BULLET ||
           class == GLYPH_COMMA || class == GLYPH_COLON;
}

static text trim_label(text t)
{
    size_t at;

    while (t.length != 0) {
        at = 0;
        if (!is_label_mark(glyph_next(t, &at)))
            break;
        t = text_from(t, at);
    }
    while (t.length != 0 && is_label_mark(glyph_before(t, t.length)))
        t.length = utf8_floor(t, t.length - 1);
    return t;
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
           items[to - 1].kind != TOKEN_FIGURE && items[to - 1].kind != TOKEN_CLOSE)
        to--;
    return trim_label(span(r, from, to));
}

static bool behind_colon(const actual_reader *r, size_t i)
{
    return i != 0 && r->tokens.items[i - 1].kind == TOKEN_COLON;
}

/* Figures that may be the cell's value. */
static bool may_count(const actual_reader *r, size_t i)
{
    const token *t = &r->tokens.items[i];

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

/* 累計 in front of a label holds for its figure: 累計投資金額88億. */
static text take_cumulative(text label, bool *cumulative)
{
    static const char *const words[] = { "累計", "累積" };
    size_t size = glyph_any(label, 0, words, COUNT(words));

    if (size != 0) {
        *cumulative = true;
        return trim_label(text_from(label, size));
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

/* Preliminary by a word in the remark: 120人（速報値、3月末）. */
static void read_remark(const actual_reader *r, actual_text *made,
                        size_t from, size_t to)
{
    static const char *const words[] = { "速報", "暫定", "見込" };

    made->remark = trim_label(span(r, from, to));
    if (from < to && r->tokens.items[to - 1].end >
                         r->tokens.items[from].start)
        made->whole = text_trim(text_slice(
            made->whole.bytes, (size_t)(r->cell.bytes +
                r->tokens.items[to - 1].end - made->whole.bytes)));
    for (size_t i = 0; i < COUNT(words); i++)
        if (text_starts(made->remark, words[i]) ||
            text_starts(made->remark, "（") || text_starts(made->remark, "("))
            made->figure.preliminary = made->figure.preliminary ||
                text_find(made->remark, words[i], 0) != SIZE_MAX;
    if (made->figure.preliminary)
        made->state = STATE_PRELIMINARY;
}

static bool read_cell(actual_reader *r)
{
    const token *items = r->tokens.items;
    size_t from = 0, behind = 0;

    for (size_t i = 0; i < r->tokens.count; i++) {
        text label;

        if (!may_count(r, i) || i < from)
            continue;
        label = label_of(r, from, i);
        if ((is_sentence(label) && !behind_colon(r, i)) ||
            (r->count == 0 && no_number_state(label) != STATE_TEXT &&
             label.length != 0)) {
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

bool actual_text_parse(arena *a, actual_text **out, size_t *count, text cell)
{
    actual_reader r = { .memory = a, .cell = cell };
    text trimmed = text_trim(cell);
    bool ok = true;

    *out = NULL;
    *count = 0;
    if (trimmed.length == 0) {
        ok = only_text(&r, STATE_BLANK);
    } else if (kpi_scan(a, &r.tokens, cell, 0)) {
        bool dash = r.tokens.count != 0 &&
                    r.tokens.items[0].kind == TOKEN_DASH;

        if (!dash && !r.tokens.too_long)
            ok = read_cell(&r);
        if (ok && r.count == 0)
            ok = only_text(&r, no_number_state(cell));
    } else {
        ok = false;
    }
    if (!ok)
        return false;
    *out = r.items;
    *count = r.count;
    return true;
}

/* ---- Pairing ---------------------------------------------------------------- */

/* Equal but for widths and case. */
static bool same_text(text a, text b)
{
    size_t i = 0, k = 0;

    while (i < a.length && k < b.length) {
        uint32_t x = glyph_next(a, &i), y = glyph_next(b, &k);

        if (x < 0x80)
            x = (uint32_t)(unsigned char)ascii_lower((char)x);
        if (y < 0x80)
            y = (uint32_t)(unsigned char)ascii_lower((char)y);
        if (x != y)
            return false;
    }
    return i == a.length && k == b.length;
}

/* Behind the last colon outside brackets. */
static text last_part(text t)
{
    text part = t;
    size_t next;

    for (size_t at = 0; at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_COLON)
            part = text_from(t, next);
    return text_trim(part);
}

static bool contains(text t, text part)
{
    for (size_t at = 0; at + part.length <= t.length; at++)
        if (text_equal(text_cut(t, at, at + part.length), part))
            return true;
    return false;
}

enum { BEST_SCORE = 4 };

/* 4 equal, 3 one starts with the other, 2 ends with it, 1 contains it. */
static int label_score(text kpi, text actual)
{
    text part = last_part(actual);
    text longer, shorter;

    if (kpi.length == 0 || actual.length == 0)
        return 0;
    if (same_text(kpi, actual) || same_text(kpi, part))
        return 4;
    longer = kpi.length > part.length ? kpi : part;
    shorter = kpi.length > part.length ? part : kpi;
    if (shorter.length == 0)
        return 0;
    if (same_text(text_cut(longer, 0, shorter.length), shorter))
        return 3;
    if (same_text(text_from(longer, longer.length - shorter.length), shorter))
        return 2;
    return contains(longer, shorter) || contains(actual, kpi) ? 1 : 0;
}

static bool is_taken(const size_t *pairs, size_t count, size_t actual)
{
    for (size_t i = 0; i < count; i++)
        if (pairs[i] == actual)
            return true;
    return false;
}

static text kpi_label(const kpi_text *kpi)
{
    return kpi->label.length != 0 ? kpi->label : kpi->name;
}

/* May these two be paired although no label says so? */
static bool may_pair(const kpi_text *kpi, const actual_text *actual,
                     bool same_count)
{
    return same_count || actual->label.length == 0 ||
           kpi->label.length == 0 || same_text(kpi->label, kpi->unit);
}

void actual_text_pair(size_t *pairs, const kpi_text *kpis, size_t kpi_count,
                      const actual_text *actuals, size_t actual_count)
{
    for (size_t i = 0; i < kpi_count; i++)
        pairs[i] = SIZE_MAX;
    if (actual_count == 1 && !actuals[0].has_value) {
        for (size_t i = 0; i < kpi_count; i++)
            pairs[i] = 0; /* 調査中 holds for all */
        return;
    }
    for (int score = BEST_SCORE; score > 0; score--)
        for (size_t i = 0; i < kpi_count; i++)
            for (size_t k = 0; k < actual_count && pairs[i] == SIZE_MAX; k++)
                if (label_score(kpi_label(&kpis[i]), actuals[k].label) ==
                        score && !is_taken(pairs, kpi_count, k))
                    pairs[i] = k;
    for (int by_unit = 1; by_unit >= 0; by_unit--)
        for (size_t i = 0; i < kpi_count; i++)
            for (size_t k = 0; k < actual_count && pairs[i] == SIZE_MAX; k++)
                if ((!by_unit ||
                     same_text(kpis[i].unit, actuals[k].figure.unit)) &&
                    may_pair(&kpis[i], &actuals[k],
                             kpi_count == actual_count) &&
                    !is_taken(pairs, kpi_count, k))
                    pairs[i] = k;
}

/* ---- Milestones --------------------------------------------------------------- */

bool milestone_reached(text actual)
{
    static const char *const done[] = {
        "策定済", "改定済", "改訂済", "実施済", "設置済", "整備済", "導入済",
        "開設済", "作成済", "公表済", "締結済", "制定済", "認定済", "開始済",
        "完了", "完成", "竣工", "着工", "達成", "供用開始", "策定完了",
        "策定した", "改定した", "開設した", "実施した", "締結した", "供用済",
        "移行済", "登録済", "取得済", "対応済", "終了済", "済み", "開業",
    };
    static const char *const whole[] = { "策定", "改定", "改訂", "実施", "設置",
                                         "開設", "締結", "制定", "済", "○",
                                         "◯", "公表", "施行", "開始" };
    static const char *const undone[] = {
        "予定", "見込", "せず", "していない", "できず", "に向け", "できな",
        "率", "に至ら", "しな", "ならず", "延期", "目指", "準備", "検討", "度",
    };
    text t = text_trim(actual);

    if (glyph_any(t, 0, whole, COUNT(whole)) == t.length)
        return t.length != 0;
    for (size_t at = 0; at < t.length;) {
        size_t size = glyph_any(t, at, done, COUNT(done));

        if (size != 0 && glyph_before(t, at) != 0x672A && /* 未 */
            glyph_before(t, at) != 0x4E0D) { /* 不 */
            for (size_t k = at + size; k < t.length;) {
                if (glyph_any(t, k, undone, COUNT(undone)) != 0)
                    return false;
                glyph_next(t, &k);
            }
            return true;
        }
        glyph_next(t, &at);
    }
    return false;
}
