/*
 * header_letters.c - may a text be a header, as far as its letters tell?
 */
#include "ingest/header/header_letters.h"

#include "ingest/header/header_lookup.h"
#include "ingest/header/header_marks.h"
#include "wording/fiscal_year.h"
#include "wording/glyph.h"

/* 計画の施策; years beside it may be longer than all of that. */
enum { PLAN_BYTES = 120, PLAN_LEAST = 15 };

/* Of eras, kanji numbers, months, ranges and what stands around a year. */
static const char year_letters[] =
    "令和平成昭大正明治西暦元年度月日間の一二三四五六七八九十"
    "から以降後よりまでに迄末中内当初期時点現在ヵかヶカケ箇平均値";

static bool is_letter(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) ||
           (c >= 0x30A1 && c <= 0x30FA);
}

/* Marks that stand in sentences and among figures (参加者数：1,000人, 67%)
 * but in few headers outside of brackets, and in no year. */
static bool is_mark(uint32_t c)
{
    return c == ':' || c == ',' || c == '%' || c == 0x3001 || c == 0x3002;
}

void header_letters_add(header_letters *l, text word, bool behind_arrow)
{
    size_t depth = 0;

    for (size_t at = 0; at < word.length;) {
        uint32_t c = glyph_next(word, &at);

        depth += c == '(';
        depth -= c == ')' && depth > 0;
        if (!is_letter(c) && (!is_mark(c) || depth > 0))
            continue; /* 達成率(%) */
        letter_set_add(&l->all, c);
        if (behind_arrow)
            letter_set_add(&l->behind, c);
    }
}

void header_letters_init(header_letters *l)
{
    *l = (header_letters){ { { 0 } }, { { 0 } }, { { 0 } } };
    header_letters_add(l, text_of(year_letters), true);
    l->years = l->all;
}

static bool is_strange(const letter_set *known, uint32_t c)
{
    return (is_letter(c) || is_mark(c)) && !letter_set_has(known, c);
}

bool header_letters_no_year(const header_letters *l, text word)
{
    for (size_t at = 0; at < word.length;) {
        uint32_t c = utf8_next(word, &at);

        if (!is_letter(c) || letter_set_has(&l->years, c))
            return false;
    }
    return word.length > 0;
}

/* Digits that others may join once brackets and circles are taken off. */
enum { UNSURE = 1000 };

/* What was seen of a line so far. */
typedef struct line {
    bool strange;   /* a letter or mark outside brackets that no header has */
    bool plain;     /* anything else outside brackets */
    size_t run;     /* digits up to here, or UNSURE */
    size_t brackets, depth;
    size_t open;    /* where the last one begins, */
    bool alien;     /* has it a letter that no header has, */
    bool letters;   /* others, and not only those of years, */
    bool digits;    /* or digits? */
    bool gap;       /* a space behind digits in a bracket: 2 016 */
} line;

/* A bracket that may hold a level, once its year is taken out: neither
 * （R2年度） nor 【C】. */
static bool holds_level(const line *l, text inner, int context_year)
{
    year_span span;
    size_t start, end;

    if (l->alien)
        return false;
    if (!l->digits)
        return inner.length > 1;
    return l->letters &&
           (l->gap ||
            (fiscal_year_find(&span, &start, &end, inner, context_year) &&
             end - start < inner.length));
}

static bool line_may(const line *l, text typed, int context_year)
{
    year_span span;
    size_t start, end;

    if (l->depth > 0)
        return true; /* an open bracket: rare */
    if (l->plain || l->strange)
        return !l->strange;
    /* brackets alone do with a year among them: （R2）（実績） */
    return l->brackets > 0 &&
           (l->gap ||
            fiscal_year_find(&span, &start, &end, typed, context_year));
}

/* Letters, ASCII and the marks that stay what they are; not ㍻, ⑴, or what
 * joins the letter before it. ① is a digit. */
static bool is_told(uint32_t c)
{
    return c < 0x80 || is_letter(c) || (c >= 0x3001 && c <= 0x3029) ||
           c == 0x30FB || c == 0x30FC || c == 0x203B || c == 0x2212 ||
           (c >= 0x2012 && c <= 0x2015) || (c >= 0x2190 && c <= 0x21FF) ||
           (c >= 0x2460 && c <= 0x2473) || (c >= 0x2500 && c <= 0x25FF);
}

/* A kanji or kana. It ends a run of digits: 224件 is a figure. Years have two
 * digits or four; a header's own number stands at an end, or in front of a
 * year. */
static void take_letter(line *seen, const header_letters *l,
                        const letter_set *known, uint32_t c)
{
    if (seen->depth > 0) {
        seen->alien = seen->alien || !letter_set_has(&l->all, c);
        seen->letters = seen->letters || !letter_set_has(&l->years, c);
        return;
    }
    seen->strange = seen->strange || !letter_set_has(known, c) ||
                    ((seen->run == 3 ||
                      (seen->run > 4 && seen->run < UNSURE)) &&
                     !letter_set_has(&l->years, c));
    seen->plain = true;
    seen->run = 0;
}

static void take_digit(line *seen)
{
    if (seen->depth > 0) {
        seen->digits = true;
        return;
    }
    seen->plain = true;
    seen->run++;
}

/* Any other character, in front of `next`. */
static void take(line *seen, const letter_set *known, uint32_t c,
                 glyph_class class, size_t next)
{
    if (class == GLYPH_OPEN && c != '<') {
        seen->depth++;
        seen->brackets++;
        seen->open = next;
        seen->alien = seen->letters = seen->digits = false;
    } else if (seen->depth > 0) {
        seen->gap = seen->gap || (seen->digits && glyph_is_space(class));
    } else if (!glyph_is_space(class)) {
        seen->strange = seen->strange || is_strange(known, c);
        seen->plain = true;
        seen->run = c < 0x80 ? 0 : UNSURE; /* ① is a digit */
    }
}

/* 期: a part of a year, 第1四半期の…; ※ * 注: what follows is cut off. */
static bool matters(uint32_t c)
{
    return c == 0x671F || c == 0x6CE8 || c == 0x203B || c == '*';
}

/* Takes kanji and kana, most of what is typed, up to another character. Only
 * as long as all were known is each looked up, and so decoded. */
static size_t take_letters(line *seen, const letter_set *known, text t,
                           size_t at)
{
    size_t start = at;
    bool strange = seen->strange;

    for (; t.length - at >= 3; at += 3) {
        const unsigned char *b = (const unsigned char *)t.bytes + at;
        bool surely = b[0] == 0xE5 || (b[0] >= 0xE7 && b[0] <= 0xE9);
        uint32_t c;

        if (surely && strange)
            continue;
        if (!surely && (b[0] < 0xE3 || b[0] > 0xE9))
            break;
        c = (uint32_t)(b[0] & 0x0F) << 12 | (uint32_t)(b[1] & 0x3F) << 6 |
            (b[2] & 0x3F);
        if (!surely && (!is_letter(c) || matters(c)))
            break;
        strange = strange || !letter_set_has(known, c);
    }
    seen->plain = seen->plain || at > start;
    seen->strange = strange;
    return at;
}

static bool letters_may(const header_letters *l, text typed,
                        int context_year)
{
    line seen = { .plain = false };
    const letter_set *known = &l->all;
    size_t from = 0, next;

    for (size_t at = 0; at < typed.length; at = next) {
        uint32_t c;
        glyph_class class;

        if (seen.depth == 0 && seen.run == 0)
            at = take_letters(&seen, known, typed, at);
        if (at == typed.length)
            break;
        next = at;
        c = glyph_next(typed, &next);
        if (c >= '0' && c <= '9') {
            take_digit(&seen);
            continue;
        }
        if (is_letter(c) && !matters(c)) {
            take_letter(&seen, l, known, c);
            continue;
        }
        class = glyph_class_of(c);
        if (!is_told(c) || c == 0x671F || (matters(c) && !seen.strange) ||
            (class == GLYPH_OPEN && seen.depth > 0))
            return true;
        if (class == GLYPH_CLOSE && c != '>') {
            if (seen.depth > 0 &&
                holds_level(&seen, text_cut(typed, seen.open, at),
                            context_year))
                return true;
            seen.depth -= seen.depth > 0;
            seen.run = UNSURE;
        } else if (c == '\n' || class == GLYPH_ARROW) {
            /* each line, and what is behind an arrow, may be a header */
            if (line_may(&seen, text_cut(typed, from, at), context_year))
                return true;
            seen = (line){ .plain = false };
            known = c == '\n' ? &l->all : &l->behind;
            from = next;
        } else if (is_letter(c)) {
            take_letter(&seen, l, known, c); /* 注 */
        } else {
            take(&seen, known, c, class, next);
        }
    }
    return line_may(&seen, text_from(typed, from), context_year);
}

bool header_letters_may(const header_letters *l, text typed,
                        int context_year)
{
    size_t behind;

    typed = header_cut_question(text_trim(typed));
    if (letters_may(l, typed, context_year))
        return true;
    /* 教育振興計画の基本方針: any letters in front of the level */
    behind = typed.length >= PLAN_LEAST && typed.length <= PLAN_BYTES &&
                     text_find(typed, "\n", 0) == SIZE_MAX
                 ? header_behind_plan(typed) : SIZE_MAX;
    return behind != SIZE_MAX &&
           letters_may(l, text_from(typed, behind), context_year);
}
