/*
 * banner_labels.c - headings in force: levels by their labels
 *
 *     政策分野 | しごと        none of them is lost: of two that would be one
 *     テーマ   | 就職          level the outer one becomes the next that is
 *     施策     | 相談          free
 *     基本事業 | 窓口
 */
#include "ingest/header/banner.h"

#include "base/buf.h"

enum { LEVEL_GOAL, LEVEL_THEME, LEVEL_PART, LEVEL_MEASURE };

static void drop_from(headings *h, unsigned from)
{
    if (from == LEVEL_GOAL) {
        headings_init(h);
        return;
    }
    if (from == LEVEL_THEME) {
        h->has_theme = h->theme_basic = h->theme_measure = false;
        h->theme = (heading){ "", "" };
        h->theme_word = NULL;
    }
    if (from <= LEVEL_PART) {
        h->has_part = false;
        h->part = (heading){ "", "" };
    }
    h->measure = "";
    for (unsigned l = from; l <= LEVEL_MEASURE; l++)
        h->ranks[l] = 0;
}

/* Puts what two labels say, of which one was displaced by the other, side by
 * side: at the first levels from `at` on. */
static void put_both(headings *h, unsigned at, heading outer, heading inner)
{
    if (at == LEVEL_GOAL) {
        h->has_goal = h->has_theme = true;
        h->goal = outer;
        h->theme = inner;
        h->goal_style = h->theme_style = STYLE_THEME_WORD;
    } else {
        h->has_theme = h->has_part = true;
        h->theme = outer;
        h->part = inner;
        h->theme_style = STYLE_THEME_WORD;
        h->part_style = STYLE_NONE;
    }
}

/* 施策 above 基本事業: the theme, or below one a part of it. */
static bool put_measure(headings *h, arena *a, text outer, unsigned rank)
{
    bool part = h->has_theme;

    if (part && h->has_part)
        return true;
    h->has_part = part;
    h->has_theme = true;
    h->ranks[part ? LEVEL_PART : LEVEL_THEME] = rank;
    if (!part)
        h->theme_style = STYLE_MEASURE_WORD;
    return heading_from_label(part ? &h->part : &h->theme, a, outer);
}

/* Which level a label was taken for. */
static unsigned taken_level(const headings *h, const headings *before)
{
    return h->measure[0] != '\0' && h->measure != before->measure
               ? LEVEL_MEASURE
           : h->has_theme && h->theme.title != before->theme.title
               ? LEVEL_THEME : LEVEL_GOAL;
}

/* 施策 | 就職 above 基本目標 | しごと: the inner levels stay. */
static void keep_inner(headings *h, const headings *before, unsigned now)
{
    if (now == LEVEL_GOAL && before->has_theme && !h->has_theme) {
        h->has_theme = true;
        h->theme = before->theme;
        h->theme_style = before->theme_style;
        h->ranks[LEVEL_THEME] = before->ranks[LEVEL_THEME];
    }
    h->measure = before->measure;
    h->measure_style = before->measure_style;
    h->ranks[LEVEL_MEASURE] = before->ranks[LEVEL_MEASURE];
}

/* 政策分野 | しごと above テーマ | 就職, both of which would be the theme: the outer one
 * stays as the next level that is free. */
static bool keep_outer(headings *h, arena *a, const headings *before,
                       unsigned now, unsigned rank)
{
    unsigned outer = before->label_rank;

    if (now == LEVEL_MEASURE)
        return before->ranks[now] != outer || before->measure[0] == '\0' ||
               put_measure(h, a, text_of(before->measure), outer);
    if (now == LEVEL_THEME && before->ranks[now] == outer) {
        put_both(h, before->has_goal ? LEVEL_THEME : LEVEL_GOAL,
                 before->theme, h->theme);
        now = before->has_goal ? LEVEL_THEME : LEVEL_GOAL;
    } else if (now == LEVEL_GOAL && before->ranks[now] == outer) {
        put_both(h, now, before->goal, h->goal);
    } else if (now == LEVEL_GOAL && before->ranks[LEVEL_THEME] == outer) {
        put_both(h, now, before->theme, h->goal);
    } else {
        return true;
    }
    h->ranks[now] = outer;
    h->ranks[now + 1] = rank;
    return true;
}

/* テーマ | 24時間の見守り: no number, which would be apart from the title. */
static bool unnumber(headings *h, arena *a, unsigned now,
                     const heading_label *label)
{
    heading *of = now == LEVEL_GOAL ? &h->goal : &h->theme;
    text no, title;

    heading_read(label->word, &no, &title);
    if (label->no.length > 0 || no.length > 0 || now > LEVEL_THEME ||
        of->no[0] == '\0' ||
        heading_read(label->title, &no, &title) != STYLE_NONE)
        return true;
    of->no = "";
    of->title = arena_strndup(a, label->title.bytes, label->title.length);
    return of->title != NULL;
}

/* As the banner 基本方針１　就職. */
static bool take_banner(headings *h, arena *a, const heading_label *label)
{
    bool ok;
    buf b;

    buf_init(&b);
    buf_text(&b, label->word);
    buf_text(&b, label->no);
    buf_string(&b, "　");
    buf_text(&b, label->title);
    ok = buf_ok(&b) && headings_take(h, a, buf_slice(&b));
    buf_free(&b);
    return ok;
}

static bool take_measure(headings *h, arena *a, text title)
{
    h->measure = arena_strndup(a, title.bytes, title.length);
    h->measure_style = STYLE_MEASURE_WORD;
    return h->measure != NULL;
}

bool headings_take_label(headings *h, arena *a, const heading_label *label)
{
    bool inside = label->row == h->label_end ||
                  label->row + 1 == h->label_end;
    bool measure = label->no.length == 0 && text_is(label->word, "施策");
    headings before;
    unsigned now;

    for (unsigned l = LEVEL_GOAL; l <= LEVEL_MEASURE; l++)
        if (h->ranks[l] == label->rank ||
            (!inside && h->ranks[l] > label->rank)) {
            drop_from(h, l);
            break;
        }
    before = *h;
    if (!(measure ? take_measure(h, a, label->title)
                  : take_banner(h, a, label)))
        return false;
    now = taken_level(h, &before);
    if (!unnumber(h, a, now, label))
        return false;
    h->ranks[now] = h->label_rank = label->rank;
    h->label_end = label->row + 1;
    if (!inside || before.label_rank == 0)
        return true;
    if (label->rank >= before.label_rank)
        return keep_outer(h, a, &before, now, label->rank);
    if (now != LEVEL_MEASURE)
        keep_inner(h, &before, now);
    return true;
}
