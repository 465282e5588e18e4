/*
 * grant_levels.c - where a form's project stands: 政策, 施策, 基本事業
 */
#include "ingest/form/grant_parts.h"
#include "ingest/header/title_words.h"
#include "ingest/reader/note_words.h"
#include "wording/glyph.h"

void form_set_heading(form *f, bool *has, heading *h, text t)
{
    reader_set_heading(f->reader, has, h, t);
}

/* The number in front, of one digit or two; 0 for none. */
static int front_number(text t, size_t *behind)
{
    int n = 0, digit;
    size_t next;

    *behind = 0;
    while (n < 10 && (digit = glyph_digit(t, *behind, &next)) >= 0) {
        n = 10 * n + digit;
        *behind = next;
    }
    return n;
}

/* A sheet ３　命と健康を守る holds the measures 3-1, 3-2: it is named after
 * their goal. */
static void take_goal_of_sheet(form *f)
{
    project *p = f->project;
    text sheet = text_of(f->reader->view.grid->sheet), no, title, inner;
    size_t at, behind, next;
    int goal_no;

    if (p->has_goal || p->has_theme ||
        heading_read(sheet, &no, &title) == STYLE_NONE || title.length == 0 ||
        title_is_document(title, f->reader->context_year))
        return;
    goal_no = front_number(sheet, &at);
    inner = text_of(p->measure);
    if (goal_no == 0 || front_number(inner, &behind) != goal_no ||
        glyph_at(inner, behind, &next) != GLYPH_DASH ||
        glyph_digit(inner, next, &next) < 0)
        return;
    form_set_heading(f, &p->has_goal, &p->goal, sheet);
}

/* Does a heading in force hold for the form? A number alone may be of its own
 * lines, where these were not told from those above. */
static bool holds(const form *f, heading_style style)
{
    return f->titled || heading_has_word(style) || style == STYLE_BULLET ||
           style == STYLE_ARROW || style == STYLE_KANA ||
           heading_is_deep(style) || style == f->reader->form_group;
}

bool form_is_chapter(text t)
{
    static const char *const ends[] = { "章", "節", "編" };
    text no, title;

    heading_read(t, &no, &title);
    return text_starts(no, "第") && title.length > 0 &&
           text_ends_in(no, ends, sizeof(ends) / sizeof(*ends)) &&
           text_find(title, "。", 0) == SIZE_MAX;
}

/* 第１章　しごと, or a style that holds. */
static bool holds_heading(const form *f, heading_style style,
                          const heading *of)
{
    return holds(f, style) || text_starts(text_of(of->no), "第");
}

void form_inherit_levels(form *f)
{
    const headings *h = &f->reader->headings;
    project *p = f->project;

    if (!p->has_goal && !(h->has_goal && holds(f, h->goal_style)))
        take_goal_of_sheet(f);
    if (p->has_goal && !f->leads)
        return; /* the form says itself where it stands */
    if (!p->has_goal && h->has_goal &&
        (holds_heading(f, h->goal_style, &h->goal) ||
         h->goal_style == STYLE_ROMAN)) {
        p->has_goal = true;
        p->goal = h->goal;
    }
    if (p->has_theme && !f->leads)
        return;
    if (!p->has_theme && h->has_theme &&
        holds_heading(f, h->theme_style, &h->theme)) {
        p->has_theme = true;
        p->theme = h->theme;
    }
    if (p->measure[0] == '\0' && f->level.length == 0 &&
        h->measure[0] != '\0' && holds(f, h->measure_style))
        p->measure = h->measure;
}

/* 主な取組, 【主な取組】, 主　な　取　組 begin with 主な. */
static bool begins_with(text label, const char *word)
{
    text w = text_of(word);

    for (size_t at = 0, done = 0, next; at < label.length; at = next) {
        if (!glyph_is_letter(glyph_at(label, at, &next)))
            continue;
        if (glyph_next(w, &done) != glyph_next(label, &at))
            return false;
        if (done == w.length)
            return true;
    }
    return false;
}

bool form_names_parts(text label)
{
    static const char *const starts[] = { "主な", "主要", "関連", "構成",
                                          "関係" };

    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        if (begins_with(label, starts[i]))
            return true;
    return false;
}

bool form_names_one(text label, text value)
{
    static const char *const many[] = { "\n", "、", "，", "。", "ほか", "など",
                                        "等" };
    static const char *const ends[] = { "名", "名称", "事業" };

    return text_ends_in(label, ends, sizeof(ends) / sizeof(*ends)) &&
           !text_starts(label, "関連") && !text_starts(label, "関係") &&
           !text_contains_one(value, many, sizeof(many) / sizeof(*many));
}

/* ・講座の開催 above ・広報: several, each on a line with its mark. */
static bool lists_items(text value)
{
    return text_starts(value, "・") && text_find(value, "\n・", 0) != SIZE_MAX;
}

static const char *const acts[] = { "取組", "取り組み", "取組み" };
enum { ACTS = sizeof(acts) / sizeof(*acts) };

/* 令和６年度の取組, 今年度の主な取組, R6の取組: what was done in a year. */
static bool tells_year(text label)
{
    static const char *const years[] = { "年度の", "年の", "年度における" };
    year_span span = { 0 };

    return text_ends_in(label, acts, ACTS) &&
           (text_contains_one(label, years, sizeof(years) / sizeof(*years)) ||
            text_starts(
                text_from(label, fiscal_year_read(&span, label, 0, 0)), "の"));
}

bool form_tells_parts(text label, text value)
{
    if (tells_year(label))
        return true;
    if (form_names_parts(label))
        return text_find(value, "。", 0) != SIZE_MAX || lists_items(value);
    return (lists_items(value) && begins_with(label, "取組")) ||
           (text_ends(value, "。") && text_in(label, acts, ACTS));
}

/* 施策の方向性 or 目指す姿 | …を進める。 where other labels say the levels, or 分野1　…
 * above the form does: what is to be done, and no title. */
static bool tells_way(form *f, const form_label_value *one)
{
    const headings *h = &f->reader->headings;
    project *p = f->project;

    if (!p->has_goal && !p->has_theme && f->level.length == 0 &&
        !(h->has_goal && holds(f, h->goal_style)) &&
        !(h->has_theme && holds(f, h->theme_style)))
        return false;
    if (p->purpose[0] == '\0')
        p->purpose = reader_text(f->reader, one->value);
    return true;
}

/* Of a goal, a theme and what may stand for either, by the level's rank. */
static void take_outer(form *f, const form_label_value *one)
{
    project *p = f->project;
    bool stands = one->role == ROLE_THEME && rank_stands_for_goal(one->rank);
    bool inner;

    if (text_find(one->value, "。", 0) != SIZE_MAX &&
        (stands || tells_way(f, one)))
        return; /* 基本方針 of a department, told in sentences */
    inner = p->has_goal && !p->has_theme && !f->policy && !stands &&
            f->outer_row == one->row && !f->below && one->role == ROLE_GOAL;
    if (!f->below && !f->named)
        f->outer_row = one->row + 1;
    if (inner || /* 基本目標 | しごと right above 大項目 | 林業の成長 */
        (one->role == ROLE_THEME && !(stands && !p->has_goal))) {
        form_set_heading(f, &p->has_theme, &p->theme, one->value);
        return;
    }
    if (f->policy && !p->has_theme) { /* 政策 above its 基本目標 */
        p->has_theme = true;
        p->theme = p->goal;
    }
    f->policy = stands;
    form_set_heading(f, &p->has_goal, &p->goal, one->value);
}

/* 施策 | 基本事業: the outer of two measures is the theme, or below one a
 * part of it. */
static void take_outer_measure(form *f, text measure)
{
    project *p = f->project;

    if (!p->has_theme)
        form_set_heading(f, &p->has_theme, &p->theme, measure);
    else
        form_set_heading(f, &p->has_part, &p->part, measure);
}

static void take_measure(form *f, const form_label_value *one)
{
    bool second = f->level.length > 0 &&
                  (f->level_rank != one->rank ||
                   (one->row == f->level_row + 1 &&
                    !text_equal(f->level_label, one->label)));

    if (f->below && text_ends(one->value, "。")) {
        form_add_activity(f, one->label, one->value);
        return; /* 施策1 | 企業誘致を進めた。: what was done */
    }
    if (second && (form_names_parts(one->label) ||
                   text_find(one->value, "。", 0) != SIZE_MAX))
        return; /* 主な施策: what the measure consists of */
    if (second && one->rank < f->level_rank) {
        take_outer_measure(f, one->value);
        return;
    }
    if (second)
        take_outer_measure(f, f->level);
    f->project->measure = reader_line(f->reader, one->value);
    f->level = one->value;
    f->level_rank = one->rank;
    f->level_label = one->label;
    f->level_row = one->row;
    f->level_col = one->col;
}

/* 施策 | 若者の就職 and right below 取組 | 就業の支援, in a form of a 事業, or the other
 * way round: the upper one is what the lower serves, as they were columns.
 * What was done are sentences, or several. */
bool form_take_act(form *f, const form_label_value *one)
{
    bool outer = one->row + 1 == f->level_row;

    if ((outer ? one->rank < RANK_ACT : one->rank != RANK_ACT) ||
        f->below || f->level.length == 0 || f->level_rank >= RANK_ACT ||
        !form_is_phrase(one->value) ||
        (!outer && one->row != f->level_row + 1) ||
        glyph_class_before(one->label, one->label.length) == GLYPH_DIGIT)
        return false;
    if (outer)
        take_outer_measure(f, one->value);
    else
        take_measure(f, one);
    return true;
}

/* 施策：３－１　健康づくり is a level's label with its value: *line is what it says,
 * and the style that of the label. */
static heading_style level_line(const form *f, text *line, text *title)
{
    text label, value, no;
    const header_word *w = form_pair_in(f, *line, &label, &value);

    if (w == NULL || !role_is_level(w->role) || w->role == ROLE_PROJECT)
        return heading_read(*line, &no, title);
    *line = *title = value;
    return w->role == ROLE_GOAL    ? STYLE_GOAL_WORD
           : w->role == ROLE_THEME ? STYLE_THEME_WORD : STYLE_MEASURE_WORD;
}

/* 総合計画上の位置づけ：基本目標：…: a label in front of the first line. */
static text without_position(const form *f, text t)
{
    text line = text_cut(t, 0, text_find(t, "\n", 0)), rest, label, value;

    return glyph_colon(line, &rest) != SIZE_MAX &&
                   form_pair_in(f, line, &label, &value) == NULL &&
                   form_pair_in(f, rest, &label, &value) != NULL
               ? text_from(t, (size_t)(rest.bytes - t.bytes)) : t;
}

/* The measure of a path; 基本施策(1)　… in front of it is the theme, and 政策１　… in
 * front of that the goal. */
static void take_inner(form *f, text line)
{
    project *p = f->project;

    if (text_starts(text_of(p->measure), "基本施策")) {
        if (p->has_theme && !p->has_goal) {
            p->has_goal = true;
            p->goal = p->theme;
        }
        form_set_heading(f, &p->has_theme, &p->theme, text_of(p->measure));
    }
    p->measure = reader_line(f->reader, line);
}

/* 基本目標Ⅱ　… above テーマ②　… in one cell beside 位置付け, or behind it: every
 * line says a level of its own. False, and nothing taken, for other words. */
bool form_take_level_lines(form *f, text t)
{
    project *p = f->project;
    heading_style before = STYLE_NONE;
    bool basic = false;
    unsigned themes = 0;
    size_t end;

    if (heading_path_end(t, 0, &end) == t.length || f->below || p->has_goal)
        return false;
    t = without_position(f, t);
    for (int look = 1; look >= 0; look--)
        for (size_t at = 0; at < t.length; at = end) {
            size_t to = heading_path_end(t, at, &end);
            text line = text_trim(text_cut(t, at, to)), title;
            heading_style style = level_line(f, &line, &title);

            if (look > 0 && (!heading_has_word(style) || title.length == 0 ||
                             (style == before && themes != 1 && !basic) ||
                             text_find(title, "。", 0) != SIZE_MAX))
                return false;
            before = style;
            basic = text_starts(line, "基本施策");
            themes += look > 0 && style == STYLE_THEME_WORD;
            if (look > 0)
                continue;
            if (p->has_theme && style == STYLE_THEME_WORD) {
                p->has_goal = true; /* 分野Ⅰ　… above 施策の方向1　… */
                p->goal = p->theme;
            }
            if (style == STYLE_GOAL_WORD)
                form_set_heading(f, &p->has_goal, &p->goal, line);
            else if (style == STYLE_THEME_WORD)
                form_set_heading(f, &p->has_theme, &p->theme, line);
            else
                take_inner(f, line);
        }
    return true;
}

/* 基本目標 | まもる below the indicators of a form that says another one above
 * them. */
static bool is_other_level(const form *f, const form_label_value *one)
{
    const project *p = f->project;
    const char *known = "";

    if (!f->below || text_find(one->value, "。", 0) != SIZE_MAX)
        return false;
    if (one->role == ROLE_MEASURE && one->rank == f->level_rank)
        known = p->measure;
    else if (one->role == ROLE_GOAL && p->has_goal)
        known = p->goal.title;
    else if (one->role == ROLE_THEME && p->has_theme)
        known = p->theme.title;
    return known[0] != '\0' && !text_ends(one->value, known);
}

/* 方針：継続（企業との連携を強化） below the figures: how it goes on. */
static bool says_way(const form *f, const form_label_value *one)
{
    return f->below && text_is(one->label, "方針");
}

void form_take_level(form *f, const form_label_value *one)
{
    if (says_way(f, one)) {
        reader_add_text(f->reader, &f->project->notes, &f->project->note_count,
                        reader_text(f->reader, one->value));
        return;
    }
    if (is_other_level(f, one))
        form_note_second(f, one);
    else if (!one->below && form_take_place_row(f, one->row, one->col))
        return; /* 施策体系 | 第１章　… | 第２節　… */
    else if (form_take_level_lines(f, one->value) ||
             (!one->below &&
              form_take_path(f, one->row, one->col, one->value)))
        return; /* 施策体系 | 基本目標Ⅱ　… ＞ 施策2-1　…, with words for them or not */
    else if (one->role == ROLE_MEASURE)
        take_measure(f, one);
    else
        take_outer(f, one);
}
