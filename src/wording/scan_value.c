/*
 * scan_value.c - the tokens of a scan that carry a value: years, figures
 */
#include "wording/scan.h"

#include "wording/glyph.h"
#include "wording/number_value.h"
#include "wording/units.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const struct role_word {
    char word[16];
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

/* の18,200人から behind 2019年度: the year of where it starts from. */
static bool leads_start(const scan *s, size_t at)
{
    size_t next, size = glyph_word(s->cell, at, "の");
    glyph_class c;

    if (size == 0 ||
        glyph_at(s->cell, at + size, &next) != GLYPH_DIGIT)
        return false;
    for (at += size;; at = next) {
        c = glyph_at(s->cell, at, &next);
        if (c != GLYPH_DIGIT && c != GLYPH_COMMA && c != GLYPH_UNIT &&
            c != GLYPH_MARK && (c == GLYPH_HIRAGANA || !glyph_is_letter(c)))
            break;
    }
    return glyph_word(s->cell, at, "から") != 0;
}

/* Behind the start of the cell, or behind ・, ① or (1) that begins a line. */
static bool begins_line(const scan *s)
{
    const token *last = scan_last(s);

    if (last == NULL)
        return true;
    if (s->count > 1 && last[-1].kind != TOKEN_BREAK)
        return false;
    if (last->kind == TOKEN_BULLET)
        return true;
    return last->kind == TOKEN_WORD &&
           !glyph_has_letter(text_cut(s->cell, last->start, last->end));
}

static bool year_is_data(const scan *s, size_t start, size_t end,
                         const year_span *years)
{
    size_t next;
    glyph_class c = glyph_at(s->cell, end, &next);

    if (years->until || years->open)
        return true;
    if (s->depth != 0 &&
        (scan_last_is(s, TOKEN_OPEN) || scan_last_is(s, TOKEN_COMMA)))
        return true;
    if (s->floor < start && !scan_last_is(s, TOKEN_WORD) &&
        glyph_class_before(s->cell, start) == GLYPH_KANJI)
        return true;
    if ((glyph_word(s->cell, end, "の") != 0 && begins_line(s)) ||
        leads_start(s, end))
        return true; /* 令和6年度の人口を5万人とする */
    if (c == GLYPH_HIRAGANA)
        return glyph_any(s->cell, end, (const char *const[]){ "に", "は",
                         "で", "の目標", "の実績", "の5", "の合計", "の累計",
                         "から", "より" }, 10) != 0;
    return !glyph_is_letter(c) ||
           glyph_any(s->cell, end, year_behind, COUNT(year_behind)) != 0;
}

size_t scan_take_year(scan *s, size_t at)
{
    year_span years;
    bool bracketed = s->depth != 0 && scan_last_is(s, TOKEN_OPEN) &&
                     s->items[s->count - 1].end == at;
    size_t size = fiscal_year_read_marked(&years, s->cell, at, s->context);
    token *made;

    if (size == 0 && bracketed)
        size = fiscal_year_read(&years, s->cell, at, s->context);
    if (size == 0 || !year_is_data(s, at, at + size, &years))
        return 0;
    if (!bracketed && glyph_class_before(s->cell, at) == GLYPH_WAVE)
        return 0;
    made = scan_push(s, TOKEN_YEAR, at, at + size);
    if (made != NULL)
        made->years = years;
    return size;
}

/* A figure stands at `at`, spaces aside. */
static bool is_counted(const scan *s, size_t at)
{
    at = glyph_skip(s->cell, at, false);
    return glyph_skip_digits(s->cell, at) > at;
}

/* `5年間で` `5か年` before 累計, a bracket or で. */
size_t scan_take_period(scan *s, size_t at)
{
    static const char words[][8] = { "年間", "か年", "ヵ年", "ヶ年",
                                     "カ年", "ケ年", "箇年", "年" };
    static const char *const behind[] = { "で", "の累計", "の合計", "累計",
                                          "合計", "延べ", "計", "に" };
    size_t end = at, next, size, extra;

    while (end - at < 12 && glyph_digit(s->cell, end, &end) >= 0)
        ;
    size = glyph_any_in(s->cell, end, words[0], sizeof(words[0]),
                        COUNT(words));
    if (size == 0)
        return 0;
    end += size;
    end += glyph_word(s->cell, end, "間");
    extra = glyph_any(s->cell, end, behind, COUNT(behind));
    if (extra == 0 && glyph_at(s->cell, end, &next) != GLYPH_CLOSE)
        return 0;
    if (extra != 0 && glyph_any(s->cell, end, behind, 1) != 0)
        end += extra;
    else if (extra != 0 && glyph_word(s->cell, end, "の") != 0) {
        size_t total = end + extra;

        total += glyph_word(s->cell, total, "で");
        if (is_counted(s, total))
            end = total; /* 5年間の累計40件 */
        else if (glyph_is_letter(glyph_at(s->cell, total, &next)))
            return 0; /* 5年間の累計参加者数 */
    }
    if (glyph_at(s->cell, end, &next) == GLYPH_CLOSE &&
        !scan_last_is(s, TOKEN_OPEN) && !scan_last_is(s, TOKEN_YEAR) &&
        !scan_last_is(s, TOKEN_WORD) && !scan_last_is(s, TOKEN_COMMA))
        return 0;
    scan_push(s, TOKEN_PERIOD, at, end);
    return end - at;
}

/* 1 234人: a bare figure, a space, and three digits. */
static bool is_split(const scan *s, const figure *f)
{
    const token *last = scan_last(s);

    return last != NULL && last->kind == TOKEN_FIGURE &&
           last->figure.unit.length == 0 && f->start == f->digits &&
           last->end != f->start &&
           glyph_skip(s->cell, last->end, false) == f->start &&
           number_value_digits(s->cell, f->digits) == 3;
}

size_t scan_take_figure(scan *s, size_t at)
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
        bool joined = f.unit.length != 0 &&
                      glyph_at(s->cell, f.end, &next) == GLYPH_DIGIT;

        s->bad_number = s->bad_number || f.end == 0;
        s->joined = s->joined || joined;
        s->split = s->split || (joined && units_is_span(f.unit));
        scan_add_word(s, at, at + size);
        return size;
    }
    s->split = s->split || is_split(s, &f);
    cut_word(s, f.start);
    made = scan_push(s, TOKEN_FIGURE, f.start, f.end);
    if (made != NULL) {
        made->figure = f;
        made->follow = follow;
    }
    return f.end - at;
}

/* 基準値：なし: no figure there, as a dash says. */
size_t scan_take_none(scan *s, size_t at)
{
    static const char *const words[] = { "なし", "無し", "未設定", "未把握",
                                         "未調査", "不明", "データなし" };
    size_t size, next;
    glyph_class c;

    if (s->count < 2 || !scan_last_is(s, TOKEN_COLON) ||
        s->items[s->count - 2].kind != TOKEN_ROLE)
        return 0;
    size = glyph_any(s->cell, at, words, COUNT(words));
    c = glyph_at(s->cell, at + size, &next);
    if (size == 0 || glyph_is_letter(c) || c == GLYPH_DIGIT)
        return 0;
    scan_push(s, TOKEN_DASH, at, at + size);
    return size;
}

/* ゼロ as a figure: 待機児童数ゼロを維持. ゼロカーボン is a word. */
size_t scan_take_zero(scan *s, size_t at)
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
    made = scan_push(s, TOKEN_FIGURE, at, end);
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
    const token *last = scan_last(s);

    return last == NULL || last->kind != TOKEN_WORD || last->end != at;
}

size_t scan_take_role(scan *s, size_t at)
{
    glyph_first first;

    if (!role_may_start(s, at))
        return 0;
    first = glyph_first_of(s->cell, at);
    for (size_t i = 0; i < COUNT(role_words); i++) {
        size_t size = glyph_may_start(first, role_words[i].word)
                          ? glyph_word(s->cell, at, role_words[i].word) : 0;
        size_t next;
        year_span years;
        glyph_class c;
        token *made;

        if (size == 0)
            continue;
        size += glyph_word(s->cell, at + size, "値"); /* 最終目標値 */
        c = glyph_at(s->cell, at + size, &next);
        if (glyph_is_letter(c) &&
            fiscal_year_read_marked(&years, s->cell, at + size,
                                    s->context) == 0 &&
            glyph_any(s->cell, at + size, (const char *const[]){ "約",
                      "累計", "毎年", "年間", "延べ", "は" }, 6) == 0)
            return 0;
        made = scan_push(s, TOKEN_ROLE, at, at + size);
        if (made != NULL)
            made->role = role_words[i].role;
        return size;
    }
    return 0;
}
