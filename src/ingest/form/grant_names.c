/*
 * grant_names.c - what a form is about: 事業名, 取組項目, 重点項目 and their values
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "ingest/header/office_name.h"
#include "ingest/header/unit_words.h"
#include "ingest/table/asked_label.h"
#include "wording/date_words.h"
#include "wording/glyph.h"

enum { NOTED_BYTES = 90, RANK_ITEM_LAST = 45, NO_NAME_BYTES = 40,
       TITLE_BYTES = 300 };

/* 別紙1, （資料２－１）, 様式第２号: the number of a paper, and no more. */
static bool is_attachment(text t)
{
    static const char *const words[] = { "別紙", "別添", "別表", "別記",
                                         "参考", "資料", "様式", "第", "号",
                                         "の" };
    bool named = false;

    t = unit_plain(t);
    for (size_t at = 0, next; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);
        size_t size = 0;

        if (c == GLYPH_DIGIT || c == GLYPH_DASH || glyph_is_space(c))
            continue;
        for (size_t i = 0; i < sizeof(words) / sizeof(*words) && size == 0;
             i++)
            size = glyph_word(t, at, words[i]);
        if (size == 0)
            return false;
        next = at + size;
        named = true;
    }
    return named;
}

/* 作成日：平成30年10月5日, 更新日　R6.5.1, R6.5.1現在: a day, whatever was done then. */
static bool tells_day(text t)
{
    text day = t;
    size_t next;

    if (!glyph_has_digit(t))
        return false; /* as most */
    for (size_t at = glyph_colon(t, &day) == SIZE_MAX ? 0 : t.length;
         at < t.length; at = next)
        if (glyph_is_space(glyph_at(t, at, &next)) &&
            text_ends(text_cut(t, 0, at), "日")) {
            day = text_from(t, next);
            break;
        }
    return date_words_alone(day);
}

/* 総務部長　佐藤　健一 */
static bool names_person(text t)
{
    size_t end = 0, next;

    while (end < t.length && !glyph_is_space(glyph_at(t, end, &next)))
        end = next;
    if (end == t.length)
        return false;
    t = text_cut(t, 0, end);
    return text_ends(t, "長") &&
           office_name(text_cut(t, 0, t.length - strlen("長")));
}

bool form_is_no_name(text t)
{
    static const char *const notes[] = { "※", "←", "↑", "↓" };

    for (size_t i = 0; i < sizeof(notes) / sizeof(*notes); i++)
        if (text_starts(t, notes[i]))
            return true;
    if (tells_day(t) || names_person(t))
        return true;
    return t.length <= NO_NAME_BYTES && (answer_alone(t) ||
                                         is_attachment(t));
}

bool form_is_aside(const reader *r, text t)
{
    text value;
    size_t colon = glyph_colon(t, &value);
    const header_word *w;

    if (colon == SIZE_MAX || colon == 0)
        return false;
    w = header_roles_find(r->roles, text_trim(text_cut(t, 0, colon)),
                          r->context_year);
    return w->exact && w->role == ROLE_IGNORED;
}

/* 取組1 | a name and, below it, sentences, in a form that has a title: what
 * was done, and no name of the project. */
static bool tells_activity(const form *f, const form_label_value *one)
{
    glyph_class last = glyph_class_before(one->label, one->label.length);

    return f->title.length > 0 && !f->named && last == GLYPH_DIGIT &&
           text_find(one->value, "。", 0) != SIZE_MAX;
}

void form_note_second(const form *f, const form_label_value *one)
{
    reader_finding(f->reader, "label-not-read", one->row, one->col, one->label,
                   reader_line(f->reader,
                               text_cut(one->value, 0,
                                        utf8_floor(one->value, NOTED_BYTES))),
                   NULL, NULL);
}

/* 事業名 below a form's indicators, once more. */
static void note_second_name(const form *f, const form_label_value *one)
{
    if (f->named && one->rank >= f->rank && !form_names_parts(one->label) &&
        !text_equal(one->value, f->title))
        form_note_second(f, one);
}

static void add_numbered_activity(form *f, text t)
{
    text title;
    bool has_number = form_is_numbered(t, &title);

    form_add_activity(f, has_number ? title : text_of(""),
                      has_number ? text_of("") : t);
}

/* 取組名, 取組の名称. */
static bool names_title(text label)
{
    return text_ends(label, "名") || text_ends(label, "名称");
}

/* 取組 | 様式の見直し behind 取組名 | 窓口の改善: what is done, and no second name. */
static bool is_act_of_title(const form *f, const form_label_value *one)
{
    return one->rank == f->rank && names_title(f->name_label) &&
           one->label.length < f->name_label.length &&
           text_equal(one->label,
                      text_cut(f->name_label, 0, one->label.length));
}

/* ・診療所への訪問　・会議の定例化 behind a name: what is done for it. */
static bool is_item_of_list(text value)
{
    return text_starts(value, "・");
}

/* 取組項目, 実施事項, 取組名: one thing that is done, and not what was. */
static bool names_item(text label)
{
    return (text_ends(label, "項目") || text_ends(label, "事項") ||
            names_title(label)) &&
           !form_names_parts(label);
}

bool form_is_phrase(text t)
{
    return text_find(t, "\n", 0) == SIZE_MAX &&
           text_find(t, "。", 0) == SIZE_MAX;
}

/* The name that the form has. */
static form_label_value named_above(const form *f)
{
    return (form_label_value){ .role = ROLE_PROJECT, .rank = f->rank,
                               .value = f->title, .row = f->title_row,
                               .col = f->title_col };
}

/* 重点項目 | 人を育てる and right below it or beside it 取組項目 | 研修の充実: words
 * for what is done, whose order differs from city to city. The one above is
 * what the other serves, as they were columns. */
static bool is_inner_item(const form *f, const form_label_value *one)
{
    return f->named && !f->below && one->rank >= RANK_ACT &&
           one->rank <= f->rank && f->rank <= RANK_ITEM_LAST &&
           (one->row == f->title_row || one->row == f->title_row + 1) &&
           names_item(one->label) && !text_equal(one->label, f->name_label) &&
           !form_names_parts(f->name_label) &&
           form_is_phrase(one->value);
}

/* 重点項目 | 人を育てる below or beside 取組名 | 研修の充実, or 改革項目 so: what the
 * one that has a name is a part of. */
static bool is_outer_item(const form *f, const form_label_value *one)
{
    return f->named && !f->below && f->rank >= RANK_ACT &&
           one->rank > f->rank && one->rank <= RANK_ITEM_LAST &&
           names_title(f->name_label) && text_ends(one->label, "項目") &&
           !form_names_parts(f->name_label) &&
           form_is_phrase(one->value);
}

/* Below 事業１　人材の育成 or ① 人材の育成, which is the name, 主な取組：研修 or 取組：
 * 研修、交流会 is what is done; 主な取組：研修、交流会 is below any title, and behind
 * the indicators of one with labels beside it. */
static bool tells_items(const form *f, const form_label_value *one)
{
    static const char *const many[] = { "、", "，", "\n" };
    text no, title;
    bool several, counted;

    if (f->named || (f->below && !f->headed) || f->title.length == 0 ||
        f->title_row >= one->row || one->rank < RANK_ACT)
        return false;
    several = text_contains_one(one->value, many,
                                sizeof(many) / sizeof(*many));
    counted = f->headed ||
              heading_is_numbered(heading_read(f->title, &no, &title));
    if (form_names_parts(one->label))
        return f->below || ((several || counted) &&
                            !form_names_one(one->label, one->value));
    return several && counted && one->rank <= RANK_ITEM_LAST &&
           !names_title(one->label);
}

static void take_name(form *f, const form_label_value *one)
{
    if (!f->named && !f->below)
        f->headline = f->title;
    f->rank = one->rank;
    f->name_label = one->label;
    form_take_label_number(f, one->label, one->value);
    f->title = one->value;
    f->title_row = one->row;
    f->title_col = one->col;
    f->named = true;
}

void form_take_name(form *f, const form_label_value *one)
{
    form_label_value above = named_above(f);

    if (form_tells_parts(one->label, one->value) || tells_items(f, one)) {
        form_add_activity(f, text_of(""), one->value);
    } else if ((f->named || f->level.length > 0) &&
               (f->below || (!f->named && form_names_parts(one->label) &&
                             !form_names_one(one->label, one->value)))) {
        note_second_name(f, one); /* of what has its name */
    } else if (tells_activity(f, one)) {
        form_add_activity_lines(f, one->value);
    } else if (is_inner_item(f, one)) {
        above.role = ROLE_MEASURE;
        form_take_level(f, &above);
        take_name(f, one);
    } else if (is_outer_item(f, one)) {
        form_label_value level = *one;

        level.role = ROLE_MEASURE;
        form_take_level(f, &level);
    } else if (f->named && one->rank < f->rank && form_take_act(f, one)) {
        return;
    } else if (f->named &&
               (one->rank < f->rank || form_names_parts(one->label) ||
                is_act_of_title(f, one) || is_item_of_list(one->value))) {
        add_numbered_activity(f, one->value);
    } else {
        if (f->named && one->rank > f->rank)
            form_take_act(f, &above);
        take_name(f, one);
    }
}

/* 【事業名】朝市の開催, 施策の名称：にぎわい, ■事業名　朝市の開催: what a form is about. */
static bool reads_name(const form *f, text t, form_label_value *one)
{
    const header_word *w = form_pair_in(f, t, &one->label, &one->value);
    text bare = heading_unmarked(t);
    size_t gap = 0, next;

    if (w == NULL && bare.length < text_trim(t).length) {
        while (gap < bare.length &&
               !glyph_is_space(glyph_at(bare, gap, &next)))
            gap = next;
        one->label = text_cut(bare, 0, gap);
        one->value = text_trim(text_from(bare, gap));
        w = header_roles_find(f->reader->roles, one->label,
                              f->reader->context_year);
    }
    if (w == NULL || !w->exact || one->value.length == 0 ||
        (w->role != ROLE_PROJECT &&
         (w->role != ROLE_MEASURE || !names_title(one->label))))
        return false;
    one->role = w->role;
    one->rank = w->rank;
    return true;
}

bool form_take_title_name(form *f, uint32_t row, uint32_t col, text t)
{
    form_label_value one = { .row = row, .col = col };

    if (f->named || f->below || t.length > TITLE_BYTES ||
        text_find(t, "名", 0) == SIZE_MAX)
        return false;
    for (size_t at = 0, next; at < t.length; at = next) {
        if (!glyph_is_space(glyph_at(t, at, &next)) ||
            !form_is_cover(text_cut(t, 0, at)) ||
            !reads_name(f, text_from(t, next), &one))
            continue;
        if (one.role == ROLE_MEASURE)
            form_take_level(f, &one);
        else
            form_take_name(f, &one);
        return true;
    }
    return false;
}
