/*
 * page_pair.c - labels and values in a line of text
 */
#include "ingest/page/page.h"

#include "ingest/card/card_spot.h"
#include "wording/glyph.h"
#include "wording/kpi_stated.h"

enum { UNKNOWN_BYTES = 36, SPACED_BYTES = 60, NAME_BYTES = 120 };

static const header_word *exact_word(reader *r, text label)
{
    const header_word *w;

    if (label.length == 0 || label.length > CARD_LABEL_BYTES)
        return NULL;
    w = header_roles_find(r->roles, label, r->context_year);
    return w->exact && w->role != ROLE_NONE && !w->year_only ? w : NULL;
}

/* The word of a label that may have marks or a number in front. */
static const header_word *label_word(reader *r, text *label, text *front)
{
    const header_word *w = exact_word(r, *label);
    text bare, no;

    *front = text_of("");
    if (w == NULL && card_bare_label(*label, &bare)) {
        *label = bare;
        w = exact_word(r, bare);
    }
    if (w == NULL && heading_is_numbered(heading_read(*label, &no, &bare)) &&
        (w = exact_word(r, bare)) != NULL) {
        *front = text_cut(*label, 0, label->length - bare.length);
        *label = bare;
    }
    return w;
}

/* 【事業名】朝市の開催 */
static bool bracketed(text t, text *label, text *value)
{
    static const char *const pairs[][2] = {
        { "【", "】" }, { "〔", "〕" }, { "［", "］" }, { "＜", "＞" },
        { "《", "》" }, { "〈", "〉" }, { "[", "]" }
    };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
        size_t open = strlen(pairs[i][0]), end, next;

        if (!text_starts(t, pairs[i][0]) ||
            (end = text_find(t, pairs[i][1], open)) == SIZE_MAX)
            continue;
        *label = text_trim(text_cut(t, open, end));
        *value = text_trim(text_from(t, end + strlen(pairs[i][1])));
        if (glyph_at(*value, 0, &next) == GLYPH_COLON)
            *value = text_trim(text_from(*value, next));
        return true;
    }
    return false;
}

/* （所管：商工課）: what the brackets hold; other texts as they are. */
static text unbracketed(text t)
{
    size_t next, last = t.length == 0 ? 0 : glyph_back(t, t.length);
    text behind;

    if (last > 0 && glyph_next(t, &(size_t){ 0 }) == '(' &&
        glyph_at(t, 0, &next) == GLYPH_OPEN &&
        glyph_at(t, last, &(size_t){ 0 }) == GLYPH_CLOSE &&
        glyph_colon(t, &behind) < last)
        return text_trim(text_cut(t, next, last));
    return t;
}

/* ⑶　重要業績評価指標（ＫＰＩ）の令和２年度の状況 heads indicators as the label does. */
static bool heads_indicators(page_pair *out, reader *r)
{
    static const char *const ends[] = { "状況", "状況等", "推移", "実績" };
    text no, title = out->label, front;
    size_t of;

    if (!text_ends_in(out->label, ends, sizeof(ends) / sizeof(*ends)))
        return false;
    heading_read(out->label, &no, &title);
    of = text_find(title, "の", 0);
    if (of == SIZE_MAX)
        return false;
    title = text_cut(title, 0, of);
    out->word = label_word(r, &title, &front);
    if (out->word == NULL || out->word->role != ROLE_KPI)
        return false;
    out->label = title;
    out->phrase = true;
    return true;
}

/* Where the word ends that its value follows, behind a space or not. */
static size_t word_end(text t, size_t at)
{
    size_t next;
    glyph_class c;

    while (at < t.length && (c = glyph_at(t, at, &next)) != GLYPH_DIGIT &&
           c != GLYPH_OPEN && c != GLYPH_COLON && c != GLYPH_DASH &&
           !glyph_is_space(c))
        at = next;
    return at;
}

/* 指標　一覧, KPI　達成状況: a section's title. */
static bool is_title(text t)
{
    static const char *const ends[] = { "状況", "一覧", "推移", "実績",
                                        "について", "目標", "設定", "等" };

    return text_ends_in(t, ends, sizeof(ends) / sizeof(*ends));
}

/* Is it what a label without a colon may have behind a space? */
static bool fits(role what, text value, int context_year)
{
    size_t next;

    if (role_is_figure(what) || what == ROLE_RATE)
        return kpi_stated_is_value(value, context_year);
    if (what == ROLE_SUMMARY || what == ROLE_PURPOSE)
        return value.length > 0;
    if (what == ROLE_KPI || what == ROLE_PROJECT)
        return value.length > 0 && value.length <= NAME_BYTES &&
               !text_ends(value, "。") && !is_title(value);
    return (what == ROLE_GRADE || what == ROLE_STATUS ||
            what == ROLE_UNIT || what == ROLE_BUREAU ||
            what == ROLE_DIVISION) &&
           value.length <= SPACED_BYTES && !text_ends(value, "。") &&
           glyph_at(value, 0, &next) != GLYPH_OPEN;
}

/* 現状値　126万人（H26）, 目標値90人, 評価　C: no colon parts them. */
static bool spaced(page_pair *out, reader *r, text t)
{
    text no, title = t;
    size_t at;

    if (!heading_is_numbered(heading_read(t, &no, &title)))
        title = t;
    at = word_end(title, 0);
    if (at == 0 || at >= title.length || at > CARD_LABEL_BYTES)
        return false;
    out->label = text_cut(title, 0, at);
    out->value = text_trim(text_from(title, at));
    out->word = label_word(r, &out->label, &out->no);
    return out->word != NULL &&
           fits(out->word->role, out->value, r->context_year);
}

/* Sets the word of a label; KPIの達成状況 alone on a line heads indicators, and
 * is no verdict. */
static bool known(page_pair *out, reader *r)
{
    text label = out->label;

    out->word = label_word(r, &out->label, &out->no);
    if (out->word != NULL && out->word->role != ROLE_GRADE)
        return true;
    if (out->value.length == 0) {
        page_pair phrase = { .label = label, .value = out->value };

        if (heads_indicators(&phrase, r))
            *out = phrase;
    }
    return out->word != NULL;
}

bool page_pair_read(page_pair *out, reader *r, text t)
{
    text behind;
    size_t at;

    t = unbracketed(t);
    out->phrase = false;
    if (bracketed(t, &out->label, &out->value) && known(out, r))
        return true;
    at = glyph_colon(t, &behind);
    if (at != SIZE_MAX && glyph_leaves_open(text_cut(t, 0, at)))
        at = SIZE_MAX; /* 事業一覧（単位：千円） */
    out->label = at == SIZE_MAX ? t : text_trim(text_cut(t, 0, at));
    out->value = at == SIZE_MAX ? text_of("") : behind;
    return known(out, r) || spaced(out, r, t);
}

bool page_pair_unknown(page_pair *out, text t)
{
    text label, behind;
    size_t at = glyph_colon(t, &behind);

    if (at != SIZE_MAX && at <= UNKNOWN_BYTES && behind.length > 0)
        label = text_trim(text_cut(t, 0, at));
    else if (!text_starts(t, "【") || !bracketed(t, &label, &behind) ||
             label.length > UNKNOWN_BYTES || behind.length == 0)
        return false;
    *out = (page_pair){ text_of(""), label, behind, NULL, false };
    return true;
}

/* What may stand behind another value on its line. */
static bool is_beside(role what)
{
    return what == ROLE_KPI /* 数値目標 */ || role_is_figure(what) ||
           what == ROLE_UNIT || what == ROLE_RATE ||
           what == ROLE_BASELINE_YEAR || what == ROLE_TARGET_YEAR ||
           what == ROLE_TARGET_FROM || what == ROLE_GRADE ||
           what == ROLE_STATUS || what == ROLE_KIND ||
           what == ROLE_DIRECTION || what == ROLE_REMARK ||
           what == ROLE_BUREAU || what == ROLE_DIVISION ||
           role_is_period(what) || what == ROLE_COST;
}

/* Where the word begins that ends at `end`; with `brackets`, 基準値（R1） is
 * one. */
static size_t word_start(text t, size_t end, bool brackets)
{
    size_t at = end;
    unsigned depth = 0;

    while (at > 0) {
        glyph_class c = glyph_class_before(t, at);

        if (brackets && c == GLYPH_CLOSE)
            depth++;
        else if (depth > 0 && c == GLYPH_OPEN)
            depth--;
        else if (depth == 0 &&
                 (glyph_is_space(c) || c == GLYPH_COMMA ||
                  c == GLYPH_CLOSE || c == GLYPH_SLASH || c == GLYPH_BULLET))
            break;
        at = glyph_back(t, at);
    }
    return at;
}

/* The word in front of a colon that may stand behind a name. */
static const header_word *word_before(reader *r, text t, size_t colon,
                                      size_t *start)
{
    for (unsigned brackets = 2; brackets-- > 0;) {
        const header_word *w;

        *start = word_start(t, colon, brackets > 0);
        w = *start > 0 ? exact_word(r, text_trim(text_cut(t, *start, colon)))
                       : NULL;
        if (w != NULL && is_beside(w->role))
            return w;
    }
    return NULL;
}

/* 達成率76.0%, （達成率 76.0％） at the end of a text, without a colon. */
static bool cut_rate(page_pair *out, reader *r, text *t)
{
    text last = *t, label;
    size_t start, digit = 0, next;

    if (last.length == 0)
        return false;
    if (glyph_class_before(last, last.length) == GLYPH_CLOSE) {
        size_t open = last.length;

        while (open > 0 && glyph_class_before(last, open) != GLYPH_OPEN)
            open = glyph_back(last, open);
        last = text_cut(last, open, glyph_back(last, last.length));
        start = open == 0 ? 0 : glyph_back(*t, open);
    } else {
        start = word_start(last, last.length, false);
        last = text_from(last, start);
    }
    if (start == 0)
        return false;
    while (digit < last.length && glyph_digit(last, digit, &next) < 0) {
        glyph_at(last, digit, &next);
        digit = next;
    }
    label = text_trim(text_cut(last, 0, digit));
    if (digit == last.length ||
        (glyph_colon(label, &out->value) == label.length - 1 &&
         label.length > 0))
        return false;
    out->word = exact_word(r, label);
    if (out->word == NULL || out->word->role != ROLE_RATE)
        return false;
    out->label = label;
    out->value = text_from(last, digit);
    *t = text_trim(text_cut(*t, 0, start));
    return true;
}

/* 目標：90人 at the end of a text. */
static bool cut_colon(page_pair *out, reader *r, text *t)
{
    size_t end = t->length;

    while (end > 0) {
        size_t colon = glyph_back(*t, end), start, next;

        if (glyph_at(*t, colon, &next) == GLYPH_COLON && colon > 0) {
            out->word = word_before(r, *t, colon, &start);
            if (out->word != NULL) {
                out->label = text_trim(text_cut(*t, start, colon));
                out->value = text_trim(text_from(*t, next));
                *t = text_trim(text_cut(*t, 0, start));
                return true;
            }
        }
        end = colon;
    }
    return false;
}

/* May a word without a colon begin at `at`? */
static bool begins_word(text t, size_t at)
{
    glyph_class c = glyph_class_before(t, at);

    return glyph_is_space(c) || c == GLYPH_COMMA || c == GLYPH_ARROW ||
           c == GLYPH_SLASH;
}

/* 目標 90人, 実績60人 at the end of a text's last line. */
static bool cut_spaced(page_pair *out, reader *r, text *t)
{
    for (size_t at = t->length; at > 0; at = glyph_back(*t, at)) {
        size_t end;

        if (glyph_class_before(*t, at) == GLYPH_BREAK)
            return false;
        if (!begins_word(*t, at) || (end = word_end(*t, at)) == at)
            continue;
        out->label = text_cut(*t, at, end);
        out->value = text_trim(text_from(*t, end));
        out->word = exact_word(r, out->label);
        if (out->word == NULL || out->word->role == ROLE_TOTAL ||
            (!role_is_figure(out->word->role) &&
             out->word->role != ROLE_RATE) ||
            !kpi_stated_is_value(out->value, r->context_year))
            continue;
        *t = kpi_stated_unlinked(text_cut(*t, 0, at));
        return true;
    }
    return false;
}

bool page_pair_cut(page_pair *out, reader *r, text *t)
{
    return cut_rate(out, r, t) || cut_colon(out, r, t) ||
           cut_spaced(out, r, t);
}

bool page_pair_has_colon(reader *r, text t)
{
    page_pair more;

    while (cut_rate(&more, r, &t))
        continue;
    return cut_colon(&more, r, &t);
}
