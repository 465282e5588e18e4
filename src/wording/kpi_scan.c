/*
 * kpi_scan.c - the words of a KPI or actual's cell
 */
#include "wording/kpi_scan.h"

#include "wording/glyph.h"
#include "wording/units.h"

enum { MOST_TOKENS = 4096, MOST_DEPTH = 16 };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))
#define NO_PARTNER SIZE_MAX

typedef struct scan {
    arena *memory;
    text cell;
    int context;
    token *items;
    size_t count, capacity;
    size_t open[MOST_DEPTH];
    uint32_t close[MOST_DEPTH];
    size_t depth;
    size_t floor;     /* end of the last token that is no word */
    size_t tried;     /* digit runs looked at */
    bool failed, bad_number, joined;
} scan;

static const struct role_word {
    const char *word;
    token_role role;
} role_words[] = {
    { "中間目標値", ROLE_MIDDLE },  { "中間目標", ROLE_MIDDLE },
    { "中間値", ROLE_MIDDLE },      { "基準年度値", ROLE_BASELINE },
    { "基準値", ROLE_BASELINE },    { "基準", ROLE_BASELINE },
    { "現状値", ROLE_BASELINE },    { "現状", ROLE_BASELINE },
    { "現況値", ROLE_BASELINE },    { "現況", ROLE_BASELINE },
    { "当初値", ROLE_BASELINE },    { "当初", ROLE_BASELINE },
    { "計画策定時", ROLE_BASELINE },{ "策定時", ROLE_BASELINE },
    { "初期値", ROLE_BASELINE },    { "直近値", ROLE_BASELINE },
    { "現在値", ROLE_BASELINE },    { "現在", ROLE_BASELINE },
    { "従前値", ROLE_BASELINE },    { "従前", ROLE_BASELINE },
    { "実績値", ROLE_BASELINE },    { "実績", ROLE_BASELINE },
    { "最終目標", ROLE_TARGET },    { "数値目標", ROLE_TARGET },
    { "成果目標", ROLE_TARGET },    { "目標数値", ROLE_TARGET },
    { "目標値", ROLE_TARGET },      { "目標数", ROLE_TARGET },
    { "目標", ROLE_TARGET },        { "計画値", ROLE_TARGET },
    { "kpi", ROLE_TARGET },
};

/* Words behind a year that leave it a year: R6目標, H26実績. */
static const char *const year_behind[] = {
    "目標", "実績", "現状", "基準", "計画", "見込", "当初", "累計", "合計",
    "延べ", "約", "時点", "調査", "平均", "比", "毎年", "年間", "速報",
};

static token *push(scan *s, token_kind kind, size_t start, size_t end)
{
    void *items = s->items;
    token *made = arena_push(s->memory, &items, &s->count, &s->capacity,
                             sizeof(*made));

    if (made == NULL) {
        s->failed = true;
        return NULL;
    }
    s->items = items;
    made->kind = kind;
    made->start = start;
    made->end = end;
    made->depth = s->depth;
    made->partner = NO_PARTNER;
    if (kind != TOKEN_WORD)
        s->floor = end;
    return made;
}

static const token *last_token(const scan *s)
{
    return s->count == 0 ? NULL : &s->items[s->count - 1];
}

static bool last_is(const scan *s, token_kind kind)
{
    return s->count != 0 && s->items[s->count - 1].kind == kind;
}

/* The last token ends right here and is a figure, a bracket or a year. */
static bool behind_value(const scan *s, size_t at)
{
    const token *last = last_token(s);

    return last != NULL && glyph_skip(s->cell, last->end, false) == at &&
           (last->kind == TOKEN_FIGURE || last->kind == TOKEN_CLOSE ||
            last->kind == TOKEN_YEAR || last->kind == TOKEN_DASH);
}

/* Extends the word that ends at `start`, or begins one. */
static void add_word(scan *s, size_t start, size_t end)
{
    if (last_is(s, TOKEN_WORD) && s->items[s->count - 1].end == start)
        s->items[s->count - 1].end = end;
    else
        push(s, TOKEN_WORD, start, end);
}

/* Takes back the end of the last word that turned out to be a mark. */
static void cut_word(scan *s, size_t start)
{
    while (s->count != 0 && s->items[s->count - 1].kind == TOKEN_WORD &&
           s->items[s->count - 1].end > start) {
        if (s->items[s->count - 1].start >= start)
            s->count--;
        else
            s->items[s->count - 1].end = start;
    }
    if (s->count != 0 && s->items[s->count - 1].kind == TOKEN_COLON &&
        s->items[s->count - 1].start >= start)
        s->count--; /* 累計：305人 */
    while (s->count != 0 && s->items[s->count - 1].kind == TOKEN_WORD &&
           s->items[s->count - 1].end > start) {
        if (s->items[s->count - 1].start >= start)
            s->count--;
        else
            s->items[s->count - 1].end = start;
    }
}

static bool year_is_data(const scan *s, size_t start, size_t end,
                         const year_span *years)
{
    size_t next;
    glyph_class c = glyph_at(s->cell, end, &next);

    if (years->until || years->open)
        return true;
    if (glyph_class_before(s->cell, start) == GLYPH_KANJI &&
        s->floor < start && !last_is(s, TOKEN_WORD))
        return true;
    if (s->depth != 0 && (last_is(s, TOKEN_OPEN) || last_is(s, TOKEN_COMMA)))
        return true;
    if (s->count == 0 && glyph_word(s->cell, end, "の") != 0)
        return true; /* 令和6年度の人口を5万人とする */
    if (c == GLYPH_HIRAGANA)
        return glyph_any(s->cell, end, (const char *const[]){ "に", "は",
                         "で", "の目標", "の実績", "の5", "の合計", "の累計",
                         "から", "より" }, 10) != 0;
    return !glyph_is_letter(c) ||
           glyph_any(s->cell, end, year_behind, COUNT(year_behind)) != 0;
}

static size_t take_year(scan *s, size_t at)
{
    year_span years;
    glyph_class before = glyph_class_before(s->cell, at);
    bool bracketed = s->depth != 0 && last_is(s, TOKEN_OPEN) &&
                     s->items[s->count - 1].end == at;
    size_t size = fiscal_year_read_marked(&years, s->cell, at, s->context);
    token *made;

    if (size == 0 && bracketed)
        size = fiscal_year_read(&years, s->cell, at, s->context);
    if (size == 0 || !year_is_data(s, at, at + size, &years))
        return 0;
    if (before == GLYPH_WAVE)
        return 0;
    made = push(s, TOKEN_YEAR, at, at + size);
    if (made != NULL)
        made->years = years;
    return size;
}

/* `5年間で` `5か年` before 累計, a bracket or で. */
static size_t take_period(scan *s, size_t at)
{
    static const char *const words[] = { "年間", "か年", "ヵ年", "ヶ年",
                                         "カ年", "ケ年", "箇年", "年" };
    static const char *const behind[] = { "で", "の累計", "の合計", "累計",
                                          "合計", "延べ", "計", "に" };
    size_t end = at, next, size, extra;

    while (glyph_at(s->cell, end, &next) == GLYPH_DIGIT && end - at < 12)
        end = next;
    size = glyph_any(s->cell, end, words, COUNT(words));
    if (size == 0)
        return 0;
    end += size;
    end += glyph_word(s->cell, end, "間");
    extra = glyph_any(s->cell, end, behind, COUNT(behind));
    if (extra == 0 && glyph_at(s->cell, end, &next) != GLYPH_CLOSE)
        return 0;
    if (extra != 0 && glyph_any(s->cell, end, behind, 1) != 0)
        end += extra;
    if (glyph_at(s->cell, end, &next) == GLYPH_CLOSE &&
        !last_is(s, TOKEN_OPEN) && !last_is(s, TOKEN_YEAR) &&
        !last_is(s, TOKEN_WORD) && !last_is(s, TOKEN_COMMA))
        return 0;
    push(s, TOKEN_PERIOD, at, end);
    return end - at;
}

static size_t take_figure(scan *s, size_t at)
{
    figure f;
    figure_follow follow;
    bool failed;
    size_t size = number_text_scan(s->memory, &f, &follow, &failed, s->cell,
                                   at, s->floor);
    token *made;

    s->tried++;
    if (failed) {
        s->failed = true;
        return 1;
    }
    if (follow == FOLLOW_WORD) {
        size_t next;

        s->bad_number = s->bad_number || f.end == 0;
        s->joined = s->joined ||
                    (f.unit.length != 0 &&
                     glyph_at(s->cell, f.end, &next) == GLYPH_DIGIT);
        add_word(s, at, at + size);
        return size;
    }
    cut_word(s, f.start);
    made = push(s, TOKEN_FIGURE, f.start, f.end);
    if (made != NULL) {
        made->figure = f;
        made->follow = follow;
    }
    return f.end - at;
}

/* ゼロ as a figure: 待機児童数ゼロを維持. ゼロカーボン is a word. */
static size_t take_zero(scan *s, size_t at)
{
    static const char *const behind[] = { "を", "に", "へ", "の維持",
                                          "件", "人", "維持", "達成" };
    size_t size = glyph_word(s->cell, at, "ゼロ"), next, end;
    glyph_class c;
    token *made;

    if (size == 0)
        return 0;
    end = at + size;
    c = glyph_at(s->cell, end, &next);
    if (glyph_is_letter(c) &&
        glyph_any(s->cell, end, behind, COUNT(behind)) == 0)
        return 0;
    made = push(s, TOKEN_FIGURE, at, end);
    if (made == NULL)
        return 1;
    made->figure = (figure){ .value = NUMBER_ZERO, .start = at, .end = end,
                             .digits = at };
    made->figure.unit = made->figure.qualifier = text_of("");
    made->follow = glyph_is_letter(c) ? FOLLOW_PARTICLE : FOLLOW_STOP;
    size = units_read_known(s->cell, end);
    if (size != 0 && c == GLYPH_KANJI &&
        glyph_any(s->cell, end, behind + 6, 2) == 0) {
        made->figure.unit = text_cut(s->cell, end, end + size);
        made->figure.end = made->end = end + size;
        s->floor = made->end;
        made->follow = FOLLOW_STOP;
    }
    return made->end - at;
}

static bool role_may_start(const scan *s, size_t at)
{
    const token *last = last_token(s);

    return last == NULL || last->kind != TOKEN_WORD || last->end != at;
}

static size_t take_role(scan *s, size_t at)
{
    if (!role_may_start(s, at))
        return 0;
    for (size_t i = 0; i < COUNT(role_words); i++) {
        size_t size = glyph_word(s->cell, at, role_words[i].word), next;
        year_span years;
        glyph_class c;
        token *made;

        if (size == 0)
            continue;
        c = glyph_at(s->cell, at + size, &next);
        if (glyph_is_letter(c) &&
            fiscal_year_read_marked(&years, s->cell, at + size,
                                    s->context) == 0 &&
            glyph_any(s->cell, at + size, (const char *const[]){ "約",
                      "累計", "毎年", "年間", "延べ", "は" }, 6) == 0)
            return 0;
        made = push(s, TOKEN_ROLE, at, at + size);
        if (made != NULL)
            made->role = role_words[i].role;
        return size;
    }
    return 0;
}

/* -> => －＞ ≫ ↓ and single arrows, several alike as one. */
static size_t take_arrow(scan *s, size_t at)
{
    size_t end = at, next, from;
    glyph_class c = glyph_at(s->cell, end, &next);
    uint32_t mark = (from = at, glyph_next(s->cell, &from));

    while (c == GLYPH_DASH || mark == '=' || mark == 0x30FC) {
        end = next;
        c = glyph_at(s->cell, end, &next);
        if (c == GLYPH_END || end - at > 32)
            return 0;
        from = end;
        mark = glyph_next(s->cell, &from);
    }
    if (c != GLYPH_ARROW && mark != '>')
        return 0;
    while (c == GLYPH_ARROW || mark == '>') {
        end = next;
        c = glyph_at(s->cell, end, &next);
        from = end;
        mark = c == GLYPH_END ? 0 : glyph_next(s->cell, &from);
    }
    push(s, TOKEN_ARROW, at, end);
    return end - at;
}

static size_t take_bracket(scan *s, size_t at, size_t next, glyph_class c)
{
    size_t from = at;
    uint32_t mark = glyph_next(s->cell, &from);
    token *made;

    if (c == GLYPH_OPEN) {
        uint32_t partner = glyph_partner(mark);
        char needle[4];
        size_t length = utf8_put(needle, partner);

        (void)length;
        if (mark == '<' && !behind_value(s, at)) {
            add_word(s, at, next);
            return next - at;
        }
        if (s->depth == MOST_DEPTH) {
            add_word(s, at, next);
            return next - at;
        }
        push(s, TOKEN_OPEN, at, next);
        s->open[s->depth] = s->count - 1;
        s->close[s->depth++] = partner;
        return next - at;
    }
    if (s->depth == 0) {
        add_word(s, at, next);
        return next - at;
    }
    /* a bracket of another kind closes too: （H26】 is a slip */
    s->depth--;
    made = push(s, TOKEN_CLOSE, at, next);
    if (made != NULL) {
        made->partner = s->open[s->depth];
        s->items[made->partner].partner = s->count - 1;
    }
    return next - at;
}

static size_t take_note(scan *s, size_t at)
{
    size_t end = at, next;
    glyph_class c = glyph_at(s->cell, end, &next);
    size_t depth = 0;

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
    push(s, TOKEN_NOTE, at, end);
    return end - at;
}

/* A bullet stands at the start of a line, or behind a space. */
static bool bullet_place(const scan *s, size_t at)
{
    size_t next;

    return s->depth == 0 && (at == 0 ||
           glyph_is_space(glyph_class_before(s->cell, at)) ||
           last_is(s, TOKEN_BREAK)) &&
           glyph_at(s->cell, glyph_skip(s->cell, at, true), &next) !=
               GLYPH_END;
}

static size_t take_comma(scan *s, size_t at, size_t next)
{
    size_t from = at;
    uint32_t mark = glyph_next(s->cell, &from);
    bool dot = mark == 0x30FB || mark == 0xFF65;

    if (dot && bullet_place(s, at))
        push(s, TOKEN_BULLET, at, next);
    else if (behind_value(s, at) || s->depth != 0)
        push(s, TOKEN_COMMA, at, next);
    else
        add_word(s, at, next);
    return next - at;
}

static size_t take_dash(scan *s, size_t at, size_t next)
{
    size_t end = next, after;
    glyph_class c;

    while (glyph_at(s->cell, end, &after) == GLYPH_DASH)
        end = after;
    c = glyph_at(s->cell, end, &after);
    if (glyph_is_letter(c) || c == GLYPH_DIGIT || last_is(s, TOKEN_WORD)) {
        add_word(s, at, end);
        return end - at;
    }
    push(s, TOKEN_DASH, at, end);
    return end - at;
}

static size_t take_arrow_word(scan *s, size_t at)
{
    static const char *const words[] = { "から", "より" };
    size_t size;

    if (!behind_value(s, at) || last_is(s, TOKEN_YEAR))
        return 0;
    size = glyph_any(s->cell, at, words, COUNT(words));
    if (size != 0)
        push(s, TOKEN_ARROW, at, at + size);
    return size;
}

/* One step; returns the bytes taken, at least 1. */
static size_t step(scan *s, size_t at)
{
    size_t next, size;
    glyph_class c = glyph_at(s->cell, at, &next);

    switch (c) {
    case GLYPH_SPACE:
        return next - at;
    case GLYPH_BREAK:
        if (!last_is(s, TOKEN_BREAK))
            push(s, TOKEN_BREAK, at, next);
        return next - at;
    case GLYPH_NOTE:
        return take_note(s, at);
    case GLYPH_DIGIT:
        if ((size = take_year(s, at)) != 0 ||
            (size = take_period(s, at)) != 0)
            return size;
        return take_figure(s, at);
    case GLYPH_OPEN:
        return take_bracket(s, at, next, c);
    case GLYPH_CLOSE:
        if (glyph_before(s->cell, next) == '>' &&
            (s->depth == 0 || s->close[s->depth - 1] != '>'))
            return take_arrow(s, at);
        return take_bracket(s, at, next, c);
    case GLYPH_COLON:
        push(s, TOKEN_COLON, at, next);
        return next - at;
    case GLYPH_SLASH:
        if (behind_value(s, at)) {
            push(s, TOKEN_COMMA, at, next);
            return next - at;
        }
        break;
    case GLYPH_COMMA:
        return take_comma(s, at, next);
    case GLYPH_BULLET:
        if (bullet_place(s, at)) {
            push(s, TOKEN_BULLET, at, next);
            return next - at;
        }
        break;
    case GLYPH_ARROW:
        return take_arrow(s, at);
    case GLYPH_DASH:
        if ((size = take_arrow(s, at)) != 0)
            return size;
        return take_dash(s, at, next);
    case GLYPH_LATIN:
    case GLYPH_KANJI:
    case GLYPH_WAVE:
    case GLYPH_HIRAGANA:
    case GLYPH_KATAKANA:
    case GLYPH_MARK:
        if (c != GLYPH_MARK && (size = take_year(s, at)) != 0)
            return size;
        if ((size = take_role(s, at)) != 0 || (size = take_zero(s, at)) != 0 ||
            (size = take_arrow_word(s, at)) != 0)
            return size;
        if (glyph_before(s->cell, next) == '=' &&
            (size = take_arrow(s, at)) != 0)
            return size;
        break;
    default:
        break;
    }
    add_word(s, at, next);
    return next - at;
}

/* Brackets that are never closed end with the cell; none is left open. */
static void close_all(scan *s)
{
    while (s->depth != 0 && !s->failed) {
        token *made;

        s->depth--;
        made = push(s, TOKEN_CLOSE, s->cell.length, s->cell.length);
        if (made == NULL)
            return;
        made->partner = s->open[s->depth];
        s->items[made->partner].partner = s->count - 1;
    }
}

bool kpi_scan(arena *a, token_list *out, text cell, int context_year)
{
    scan s = { .memory = a, .cell = cell, .context = context_year };

    *out = (token_list){ 0 };
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
    out->items = s.items;
    out->count = s.count;
    return !s.failed;
}
