/*
 * banner_levels.c - headings in force: which level a banner is
 */
#include "ingest/header/banner.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "wording/glyph.h"

void headings_init(headings *h)
{
    memset(h, 0, sizeof(*h));
    h->goal = h->theme = h->part = (heading){ "", "" };
    h->measure = "";
}

/* Text on one line: line breaks within a heading are for looks, but for one
 * that parts the number. */
static const char *one_line(arena *a, text t)
{
    char *copy = arena_alloc(a, t.length + 1);
    size_t n = 0, parted = heading_number_line(t);

    if (copy == NULL)
        return NULL;
    for (size_t i = 0; i < t.length; i++)
        if (t.bytes[i] != '\n' && t.bytes[i] != '\r')
            copy[n++] = t.bytes[i];
        else if (parted > 0 && i == parted)
            copy[n++] = ' ';
    copy[n] = '\0';
    return copy;
}

static bool set_heading(heading *h, arena *a, text no, text title)
{
    h->no = arena_strndup(a, no.bytes, no.length);
    h->title = one_line(a, title);
    return h->no != NULL && h->title != NULL;
}

/* How headings in force are marked; 【しごと】 is one like ■しごと. */
static heading_style style_of(text banner, text *no, text *title)
{
    static const char *const brackets[][2] = { { "【", "】" }, { "＜", "＞" },
                                               { "〈", "〉" }, { "《", "》" },
                                               { "≪", "≫" }, { "[", "]" },
                                               { "［", "］" },
                                               { "〔", "〕" } };
    heading_style style = heading_read(banner, no, title);

    for (size_t i = 0; style == STYLE_NONE &&
                       i < sizeof(brackets) / sizeof(*brackets); i++)
        if (text_starts(*title, brackets[i][0]) &&
            text_ends(*title, brackets[i][1]) &&
            text_find(*title, brackets[i][1], 0) + strlen(brackets[i][1]) ==
                title->length) {
            *title = text_trim(text_cut(*title, strlen(brackets[i][0]),
                                        title->length -
                                            strlen(brackets[i][1])));
            return STYLE_BRACKETS;
        }
    return heading_depth(style, *no);
}

typedef enum level { LEVEL_GOAL, LEVEL_THEME, LEVEL_PART, LEVEL_MEASURE } level;

static level level_of(const headings *h, heading_style style)
{
    switch (style) {
    case STYLE_GOAL_WORD:
    case STYLE_ROMAN:
        return LEVEL_GOAL;
    case STYLE_THEME_WORD:
        return LEVEL_THEME;
    case STYLE_ARROW:
        return h->has_theme && h->theme_style == style ? LEVEL_THEME
                                                       : LEVEL_MEASURE;
    case STYLE_MEASURE_WORD:
    case STYLE_NONE:
        return LEVEL_MEASURE;
    case STYLE_PAREN_ROMAN:
        return h->has_theme ? LEVEL_PART : LEVEL_THEME;
    default:
        break;
    }
    if (h->has_goal && h->goal_style == style)
        return LEVEL_GOAL;
    if (h->has_theme && h->theme_style == style)
        return LEVEL_THEME;
    if (h->has_part && h->part_style == style)
        return LEVEL_PART;
    if (h->measure[0] != '\0' && h->measure_style == style)
        return LEVEL_MEASURE;
    if (!h->has_goal && style == STYLE_NUMBER)
        return LEVEL_GOAL;
    return h->has_theme ? LEVEL_MEASURE : LEVEL_THEME;
}

/* Its word in front: ■ 【柱Ⅰ】 without bullet and bracket. */
static text from_word(text banner)
{
    size_t next;

    banner = heading_unmarked(banner);
    return glyph_at(banner, 0, &next) == GLYPH_OPEN ? text_from(banner, next)
                                                    : banner;
}

/* 政策１, 柱２, 基本方針３ stand for the goal where nothing is further out. */
static const char *outer_word(const headings *h, text banner,
                              heading_style style)
{
    /* longer words first */
    static const char *const outer[] = { "政策分野", "政策の柱", "政策",
                                         "基本政策", "柱", "施策の柱",
                                         "取組の柱", "改革の柱", "公約の柱",
                                         "基本方針", "重点プロジェクト" };

    if (style != STYLE_THEME_WORD)
        return NULL;
    banner = from_word(banner);
    for (size_t i = 0; i < sizeof(outer) / sizeof(*outer); i++)
        if (text_starts(banner, outer[i]))
            return !h->has_goal || h->goal_word == outer[i] ? outer[i] : NULL;
    return NULL;
}

/* 分野１ is what is tracked, or the goal of what stands below it: see
 * take_field(). */
static const char *field_word(text banner, heading_style style)
{
    static const char *const fields[] = { "分野", "施策分野", "取組分野",
                                          "重点分野" };

    if (style != STYLE_THEME_WORD)
        return NULL;
    banner = from_word(banner);
    for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
        if (text_starts(banner, fields[i]))
            return fields[i];
    return NULL;
}

/* 重点目標１ below 基本目標Ⅰ; alone it is the goal itself. So is 戦略１－１, whose
 * number is one below that of the goal in force. */
static bool is_inner_goal(const headings *h, text banner, heading_style style,
                          text no)
{
    static const char *const inner[] = { "重点目標", "政策目標", "目標", "戦略" };

    if (style != STYLE_GOAL_WORD || !h->has_goal)
        return false;
    if (heading_depth(STYLE_NUMBER, no) != STYLE_NUMBER &&
        heading_depth(STYLE_NUMBER, text_of(h->goal.no)) == STYLE_NUMBER)
        return true;
    for (size_t i = 0; h->goal_basic && i < sizeof(inner) / sizeof(*inner);
         i++)
        if (text_starts(from_word(banner), inner[i]))
            return true;
    return false;
}

/* 基本目標１, 【経営課題２】: what others of its style stand below. */
static bool is_outer_goal(text banner)
{
    static const char *const outer[] = { "基本目標", "経営課題" };

    banner = from_word(banner);
    for (size_t i = 0; i < sizeof(outer) / sizeof(*outer); i++)
        if (text_starts(banner, outer[i]))
            return true;
    return false;
}

static bool is_basic(text banner)
{
    return text_starts(from_word(banner), "基本施策");
}

static level level_of_banner(const headings *h, text banner,
                             heading_style style, text no)
{
    const char *field = field_word(banner, style);

    if (is_inner_goal(h, banner, style, no) ||
        (h->theme_measure && style == STYLE_MEASURE_WORD) ||
        (h->theme_basic && is_basic(banner)))
        return LEVEL_THEME;
    return outer_word(h, banner, style) != NULL ||
                   (field != NULL && h->has_goal && h->goal_word == field)
               ? LEVEL_GOAL
               : level_of(h, style);
}

/* （１）適正体重の維持 or 施策の方向１ below 分野１: the field is the goal after all. */
static void take_field(headings *h, text banner, heading_style style)
{
    heading field = h->theme;
    const char *word = h->theme_word;

    if (h->has_goal || !h->has_theme || word == NULL ||
        h->measure[0] != '\0' ||
        !(heading_is_numbered(style) ||
          (style == STYLE_THEME_WORD && field_word(banner, style) == NULL)))
        return;
    headings_init(h);
    h->has_goal = true;
    h->goal = field;
    h->goal_word = word;
    h->goal_style = STYLE_THEME_WORD;
}

unsigned headings_level(const headings *h, text banner)
{
    text no, title;
    heading_style style = style_of(banner, &no, &title);

    return (unsigned)level_of_banner(h, banner, style, no);
}

/* 施策①　相談 below 基本施策１　就職: that is the theme after all. */
static bool take_basic(headings *h, arena *a, text banner,
                       heading_style style)
{
    text no, title, outer = text_of(h->measure);

    if (h->has_theme || style != STYLE_MEASURE_WORD || !is_basic(outer) ||
        is_basic(banner))
        return true;
    heading_read(outer, &no, &title);
    h->has_theme = h->theme_basic = true;
    h->theme_style = style;
    h->theme_word = NULL;
    return set_heading(&h->theme, a, no, title);
}

size_t heading_act(text banner)
{
    static const char *const acts[] = { "取組", "取組み", "取り組み",
                                        "具体的な取組", "具体的取組",
                                        "主な取組", "取組方針",
                                        "取組の方向" };
    size_t start, end, next;

    if (glyph_at(banner, 0, &start) != GLYPH_OPEN ||
        text_find(banner, "。", 0) != SIZE_MAX) /* what was done */
        return 0;
    for (size_t i = 0; i < sizeof(acts) / sizeof(*acts); i++) {
        end = start + strlen(acts[i]);
        if (text_starts(text_from(banner, start), acts[i]) &&
            glyph_at(banner, end, &next) == GLYPH_CLOSE &&
            text_trim(text_from(banner, next)).length > 0)
            return next;
    }
    return 0;
}

/* Does the measure in force have such a heading below it? */
static bool is_served(const headings *h, bool act, heading_style style)
{
    if (h->measure_style == STYLE_MEASURE_WORD)
        return act || style == STYLE_PAREN_ROMAN;
    return h->measure_style == STYLE_ARROW && h->has_goal &&
           (heading_is_numbered(style) || style == STYLE_DEEP_NUMBER ||
            style == STYLE_DEEPEST_NUMBER);
}

/* 【取組】就業の支援 or (i) 若者 below 施策①　就職, (1) 若者 below a goal's ⇒ 就職: that is
 * the theme after all. */
static bool take_served(headings *h, arena *a, bool act, heading_style style)
{
    text no, title;

    if (h->has_theme || h->measure[0] == '\0' || !is_served(h, act, style))
        return true;
    heading_read(text_of(h->measure), &no, &title);
    h->has_theme = true;
    h->theme_basic = is_basic(text_of(h->measure));
    h->theme_measure = !h->theme_basic &&
                       h->measure_style == STYLE_MEASURE_WORD;
    h->theme_style = h->measure_style;
    h->theme_word = NULL;
    h->measure = "";
    return set_heading(&h->theme, a, no, title);
}

/* 施策：就職 behind 基本目標：しごと and a space. */
static bool is_labelled(text t)
{
    text no, title, behind;

    return heading_has_word(heading_read(t, &no, &title)) &&
           title.length > 0 && glyph_colon(t, &behind) != SIZE_MAX &&
           text_equal(title, behind);
}

/* Ⅰ　しごと ／ ① 就職: the inner heading in the same line, cut off, or 基本的方向①　就職
 * on the next one; empty for none. */
static text cut_inner(text *banner)
{
    static const char *const between[] = { "/", ">", "≫", "\n" };
    text rest, no, title;
    size_t size, next;
    heading_style style;

    if (glyph_at(*banner, 0, &next) == GLYPH_OPEN)
        return text_of("");
    for (size_t at = 0; at < banner->length; at = next) {
        if (glyph_is_space(glyph_at(*banner, at, &next)) &&
            is_labelled(text_from(*banner, next))) {
            rest = text_from(*banner, next);
            *banner = text_trim(text_cut(*banner, 0, at));
            return rest;
        }
        size = glyph_any(*banner, at, between,
                         sizeof(between) / sizeof(*between));
        if (size == 0)
            continue;
        rest = text_trim(text_from(*banner, at + size));
        style = heading_read(rest, &no, &title);
        if (style == STYLE_NONE || no.length == 0 || title.length == 0 ||
            (banner->bytes[at] == '\n' && !heading_has_word(style)))
            continue;
        *banner = text_trim(text_cut(*banner, 0, at));
        return rest;
    }
    return text_of("");
}

text heading_without_continuation(text t)
{
    static const char *const marks[] = {
        "（続き）", "(続き)", "（つづき）", "(つづき)", "（続）", "(続)",
        "［続き］", "〔続き〕", "　続き"
    };

    if (glyph_class_before(t, t.length) != GLYPH_CLOSE && !text_ends(t, "き"))
        return t; /* as most */
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (text_ends(t, marks[i]) && t.length > strlen(marks[i]))
            return text_trim(text_cut(t, 0, t.length - strlen(marks[i])));
    return t;
}

/* Both headings of such a line, the second below the first. */
static bool take_both(headings *h, arena *a, text banner, bool *taken)
{
    headings after = *h;
    text inner = cut_inner(&banner);

    *taken = false;
    if (inner.length == 0)
        return true;
    if (!headings_take(&after, a, banner))
        return false;
    *taken = headings_level(&after, inner) > headings_level(h, banner);
    if (!*taken)
        return true;
    *h = after;
    return headings_take(h, a, inner);
}

bool headings_take(headings *h, arena *a, text banner)
{
    text no, title;
    heading_style style;
    const char *word;
    bool taken;
    size_t act;

    banner = heading_without_continuation(
        text_cut(banner, 0, unit_caption_end(banner)));
    if (!take_both(h, a, banner, &taken) || taken)
        return taken;
    style = style_of(banner, &no, &title);
    take_field(h, banner, style);
    act = heading_act(banner);
    if (!take_basic(h, a, banner, style) ||
        !take_served(h, a, act > 0, style))
        return false;
    switch (level_of_banner(h, banner, style, no)) {
    case LEVEL_GOAL:
        word = outer_word(h, banner, style);
        word = word == NULL ? field_word(banner, style) : word;
        headings_init(h);
        h->has_goal = true;
        h->goal_word = word;
        h->goal_style = style;
        h->goal_basic = is_outer_goal(banner);
        return set_heading(&h->goal, a, no, title);
    case LEVEL_THEME:
        h->has_theme = true;
        h->theme_basic = h->theme_basic && is_basic(banner);
        h->theme_measure = h->theme_measure && style == STYLE_MEASURE_WORD;
        h->theme_style = style;
        h->theme_act = false;
        h->theme_word = field_word(banner, style);
        h->has_part = false;
        h->part = (heading){ "", "" };
        h->measure = "";
        return set_heading(&h->theme, a, no, title);
    case LEVEL_PART:
        h->has_part = true;
        h->part_style = style;
        h->measure = "";
        return set_heading(&h->part, a, no, title);
    case LEVEL_MEASURE:
        break;
    }
    h->measure_style = style;
    if (style == STYLE_NONE && act > 0)
        title = text_trim(text_from(banner, act));
    h->measure = one_line(a, (style == STYLE_NONE && act > 0) ||
                                     style == STYLE_ARROW ||
                                     style == STYLE_BULLET ||
                                     style == STYLE_BRACKETS ||
                                     (style == STYLE_MEASURE_WORD &&
                                      (no.length == 0 || title.length == 0))
                                 ? title
                                 : heading_unmarked(banner));
    return h->measure != NULL;
}

bool headings_take_act(headings *h, arena *a, text no, text title)
{
    bool ok;
    buf b;

    if (h->has_goal && (!h->has_theme || h->theme_act) &&
        h->measure[0] == '\0') {
        h->has_theme = h->theme_act = true;
        h->theme_style = STYLE_NONE;
        h->theme_word = NULL;
        h->has_part = false;
        h->part = (heading){ "", "" };
        return set_heading(&h->theme, a, no, title);
    }
    buf_init(&b);
    buf_string(&b, "【取組】");
    buf_text(&b, title);
    ok = buf_ok(&b) && headings_take(h, a, buf_slice(&b));
    buf_free(&b);
    return ok;
}

bool headings_take_outer(headings *h, arena *a, text goal)
{
    headings inner = *h;
    bool taken = headings_take(h, a, goal);

    inner.has_goal = h->has_goal;
    inner.goal = h->goal;
    inner.goal_word = h->goal_word;
    inner.goal_style = h->goal_style;
    inner.goal_basic = h->goal_basic;
    *h = inner;
    return taken;
}

bool headings_end(headings *h, text section)
{
    text no, title;
    heading_style style = style_of(section, &no, &title);
    bool goal = h->has_goal && h->goal_style == style;
    bool theme = goal || (h->has_theme && h->theme_style == style);
    bool part = theme || (h->has_part && h->part_style == style);

    if (style == STYLE_NONE ||
        !(part || (h->measure[0] != '\0' && h->measure_style == style)))
        return false;
    h->has_goal = h->has_goal && !goal;
    h->has_theme = h->has_theme && !theme;
    h->has_part = h->has_part && !part;
    if (goal) {
        h->goal = (heading){ "", "" };
        h->goal_word = NULL;
    }
    if (theme)
        h->theme = (heading){ "", "" };
    if (part)
        h->part = (heading){ "", "" };
    h->measure = "";
    return true;
}

/* A しごと, Ｂ．ひと, C in a line of its own: a letter alone in front of a name. */
static void take_letter(text *no, text *title)
{
    size_t letter = 0, at, next;
    uint32_t c = title->length > 0 ? glyph_next(*title, &letter) : 0, mark;
    glyph_class first;
    text rest;

    at = letter;
    if (c < 'A' || c > 'Z' || at == title->length)
        return;
    mark = glyph_next(*title, &at);
    rest = text_trim(text_from(*title, at));
    first = glyph_at(rest, 0, &next);
    if ((mark != ' ' && mark != '.' && mark != '\n') ||
        (first != GLYPH_KANJI && first != GLYPH_HIRAGANA &&
         first != GLYPH_KATAKANA))
        return;
    *no = text_cut(*title, 0, letter);
    *title = rest;
}

/* Does a number stand in front of t? */
static bool is_counted(text t)
{
    text no, title;
    heading_style style = heading_read(t, &no, &title);

    return (style == STYLE_NUMBER || style == STYLE_ROMAN ||
            style == STYLE_CIRCLED) && title.length > 0;
}

bool heading_from_column(heading *out, arena *a, text label, text header)
{
    if (header.length > 0 && text_starts(label, header.bytes)) {
        text rest = text_trim(text_from(label, header.length));

        if (is_counted(rest))
            label = rest;
    }
    return heading_from_label(out, a, label);
}

bool heading_from_label(heading *out, arena *a, text label)
{
    text no, title;
    heading_style style = heading_read(label, &no, &title);

    if (style == STYLE_BULLET || style == STYLE_ARROW || style == STYLE_KANA)
        no = text_of("");
    if (style == STYLE_NONE)
        take_letter(&no, &title);
    return set_heading(out, a, no, title);
}

size_t heading_path_end(text t, size_t at, size_t *next)
{
    static const char *const signs[] = { "\n", "＞", " > ", "　→　", " → " };
    size_t end = t.length;

    *next = t.length;
    for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
        size_t found = text_find(t, signs[i], at);

        if (found < end) {
            end = found;
            *next = found + strlen(signs[i]);
        }
    }
    return end;
}
