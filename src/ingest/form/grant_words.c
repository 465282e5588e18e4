/*
 * grant_words.c - words of a form that have no label: a title, cities, a
 * department, 【a grant】, numbered activities with the text below them
 */
#include "ingest/form/grant_parts.h"
#include "ingest/header/department_words.h"

#include <string.h>

#include "ingest/header/level_number.h"
#include "ingest/header/office_name.h"
#include "ingest/header/title_words.h"
#include "ingest/header/unit_words.h"
#include "ingest/reader/department.h"
#include "ingest/reader/note_words.h"
#include "ingest/reader/project_grade.h"
#include "ingest/rows/layout_rows.h"
#include "ingest/rows/rows_parts.h"
#include "wording/glyph.h"

enum { LABEL_BYTES = 60, CAPTION_BYTES = 120, OFFICE_BYTES = 90 };

bool form_is_city(text t)
{
    static const char *const ends[] = { "市", "町", "村", "県", "府", "都", "道",
                                        "広域連合", "（代表）", "(代表)" };

    if (t.length == 0 || t.length > 300 || text_find(t, "。", 0) != SIZE_MAX)
        return false;
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        if (text_ends(t, ends[i]))
            return text_find(t, "【", 0) == SIZE_MAX;
    return false;
}

void form_take_cities(form *f, text t)
{
    static const char *const marks[] = { "、", "，", "・", "\n", "　" };

    rows_municipalities(f->reader, f->project, t, marks,
                        sizeof(marks) / sizeof(*marks));
}

void form_add_activity(form *f, text title, text words)
{
    reader *r = f->reader;
    project *p = f->project;
    activity *a = arena_push(r->memory, (void **)&p->activities,
                             &p->activity_count, &f->activity_capacity,
                             sizeof(*a));

    if (a == NULL) {
        r->failed = true;
        return;
    }
    a->title = reader_line(r, title);
    a->text = reader_text(r, words);
}

void form_add_activity_lines(form *f, text t)
{
    size_t line = text_find(t, "\n", 0);

    form_add_activity(f, line == SIZE_MAX ? t : text_cut(t, 0, line),
                      line == SIZE_MAX ? text_of("") : text_from(t, line + 1));
}

static void extend_activity(form *f, text words)
{
    project *p = f->project;
    activity *a = &p->activities[p->activity_count - 1];
    buf b;

    buf_init(&b);
    buf_string(&b, a->text);
    if (b.length > 0)
        buf_char(&b, '\n');
    buf_text(&b, words);
    a->text = reader_text(f->reader, buf_slice(&b));
    buf_free(&b);
}

bool form_is_cover(text t)
{
    static const char *const words[] = { "実施状況", "一覧", "調書", "シート",
                                         "様式", "報告書", "実績報告", "評価表",
                                         "進捗状況", "達成状況",
                                         "検証", "管理票",
                                         "管理表", "点検票", "個票", "評価票",
                                         "調査票", "票番号", "カルテ",
                                         "施策カード", "進捗カード", "評価カード",
                                         "事業カード", "管理カード",
                                         "フォローアップ", "運営方針" };

    return text_contains_one(t, words, sizeof(words) / sizeof(*words));
}

static bool take_bracket(form *f, text t)
{
    if (!text_starts(t, "【") || !text_ends(t, "】"))
        return false;
    t = text_cut(t, strlen("【"), t.length - strlen("】"));
    if (text_find(t, "交付金", 0) == SIZE_MAX &&
        text_find(t, "地方創生", 0) == SIZE_MAX &&
        text_find(t, "補助", 0) == SIZE_MAX)
        return false;
    reader_add_text(f->reader, &f->project->grants, &f->project->grant_count,
                    reader_line(f->reader, t));
    return true;
}

text form_caption_name(text t)
{
    static const char *const starts[] = { "指標", "成果指標", "活動指標",
                                          "評価指標", "KPI", "ＫＰＩ",
                                          "重要業績評価指標", "数値目標" };
    text no, title;

    if (t.length == 0 || t.length > CAPTION_BYTES)
        return text_of("");
    while (text_starts(t, "■") || text_starts(t, "●") ||
           text_starts(t, "◆") || text_starts(t, "○") ||
           text_starts(t, "【"))
        t = text_trim(text_from(t, strlen("■")));
    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++) {
        text rest;

        if (!text_starts(t, starts[i]))
            continue;
        rest = text_from(t, strlen(starts[i]));
        if (heading_read(rest, &no, &title) == STYLE_NONE &&
            !text_starts(rest, "：") && !text_starts(rest, ":") &&
            !text_starts(rest, "】"))
            continue;
        if (heading_read(rest, &no, &title) != STYLE_NONE)
            rest = title;
        while (text_starts(rest, "：") || text_starts(rest, "】") ||
               text_starts(rest, "　"))
            rest = text_trim(text_from(rest, strlen("：")));
        while (text_starts(rest, ":"))
            rest = text_trim(text_from(rest, 1));
        while (text_ends(rest, "】"))
            rest = text_trim(text_cut(rest, 0, rest.length - strlen("】")));
        return rest;
    }
    return text_of("");
}

/* 204か所, 箇所: no office. */
static bool counts_places(text t)
{
    static const char *const ends[] = { "か所", "カ所", "ヶ所", "ケ所", "ヵ所",
                                        "箇所", "個所" };

    return text_ends_in(t, ends, sizeof(ends) / sizeof(*ends));
}

role form_heads_project(const reader *r, text t, text *no, text *title)
{
    const header_word *w =
        level_number_read(r->roles, r->context_year, t, no, title);
    text word;

    if (w == NULL)
        return ROLE_NONE;
    word = text_trim(text_cut(t, 0, (size_t)(no->bytes - t.bytes)));
    return w->role == ROLE_PROJECT ||
                   (w->role == ROLE_THEME && text_ends(word, "プロジェクト"))
               ? w->role : ROLE_NONE;
}

bool form_is_numbered(text t, text *title)
{
    text no;

    return heading_is_numbered(heading_read(t, &no, title));
}

bool form_titles_part(text title)
{
    static const char *const words[] = { "指標", "事業費", "コスト", "概要",
                                         "評価", "課題", "方向性", "推移",
                                         "状況", "状況等", "成果目標",
                                         "位置付け", "位置づけ", "基本情報",
                                         "検証", "今後", "目的", "内容", "成果",
                                         "実績", "収支",
                                         "（KPI）", "（ＫＰＩ）" };

    return text_ends_in(title, words, sizeof(words) / sizeof(*words));
}

/* １　事業の概要, ２　指標の推移, ■基本情報: a section of the form, no activity. */
bool form_is_section(const reader *r, text t)
{
    text no, title = t;
    size_t open;

    if (heading_read(t, &no, &title) == STYLE_NONE) {
        if (!text_starts(t, "【") || !text_ends(t, "】"))
            return false;
        title = text_trim(text_cut(t, strlen("【"),
                                   t.length - strlen("】")));
    }
    if (header_roles_find(r->roles, title, r->context_year)->exact ||
        form_titles_part(title))
        return true;
    open = text_find(title, "（", 0);
    if (open != SIZE_MAX && open > 0 && text_ends(title, "）"))
        title = text_trim(text_cut(title, 0, open));
    return form_titles_part(title);
}

/* ○みなと祭り実行委員会 among what is done: who helps, and no office of the city
 * as 教育委員会 is. */
static bool is_partner(text t)
{
    return text_ends(t, "委員会") && !department_in_bracket(t, false);
}

/* 交付先 | 市内団体, 区分 | 教育 | 担当 | 教務課: a label that is not known, with its
 * value beside it, which is no label itself: 林道の整備 | 判定 above A. */
static bool leads_value(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t behind = view_range(v, row, col).last_col + 1,
             third = view_next(v, row, behind + 1);

    return view_next(v, row, 0) == col && view_next(v, row, behind) == behind &&
           (third == UINT32_MAX || form_label(f, row, third)->exact) &&
           view_text(v, row, col).length <= LABEL_BYTES &&
           text_find(view_text(v, row, behind), "：", 0) == SIZE_MAX &&
           !department_like(view_text(v, row, behind)) &&
           !form_label(f, row, behind)->exact;
}

bool form_names_subject(const form *f, uint32_t row, uint32_t col,
                        uint32_t *value)
{
    static const char *const ends[] = { "名", "名称" };
    static const char *const wholes[] = { "施設", "対象施設", "公の施設" };
    static const char *const others[] = { "課名", "部名", "局名", "係名",
                                          "者名", "氏名", "体名", "所属名",
                                          "市名", "町名", "村名", "先名",
                                          "署名", "書名", "様式名" };
    const sheet_view *v = &f->reader->view;
    text t = view_text(v, row, col);
    bool name = text_in(t, wholes, sizeof(wholes) / sizeof(*wholes));
    uint32_t value_row;

    if (f->below || f->title.length > 0 || t.length > LABEL_BYTES ||
        !form_value_of(f, row, col, &value_row, value) || value_row != row ||
        view_cell(v, row, *value)->type != CELL_STRING)
        return false;
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        name = name || text_ends(t, ends[i]);
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        name = name && !text_ends(t, others[i]);
    return name;
}

/* It holds for the forms below too, until another one stands there. */
static void take_theme(form *f)
{
    reader *r = f->reader;

    r->has_form_theme = true;
    if (!heading_from_label(&r->form_theme, r->memory, f->title))
        r->failed = true;
}

static void inherit_theme(form *f)
{
    project *p = f->project;

    if (p->has_theme || !f->reader->has_form_theme)
        return;
    p->has_theme = true;
    p->theme = f->reader->form_theme;
}

/* 市民生活部 of 行政評価票（令和３年度事業）　市民生活部; else all of the words. */
static text office_of_cover(const reader *r, text t)
{
    text office = department_of_title_end(t), front;

    if (office.length > 0)
        return office;
    office = office_of_title(t);
    if (office.length == 0 || office.bytes == t.bytes)
        return t;
    front = text_trim(text_cut(t, 0, (size_t)(office.bytes - t.bytes)));
    return form_is_cover(front) || title_is_document(front, r->context_year)
               ? office : t;
}

/* 作成者：主査　阿部: the words end like an office's, but a label that is none
 * stands in front. */
static bool is_labelled_person(text t)
{
    text value;
    size_t colon = glyph_colon(t, &value);

    return colon != SIZE_MAX && !department_like(text_cut(t, 0, colon));
}

/* 4　朝市実行委員会 | 出店者の公募を支援する。: a part of what is done, whoever does it.
 */
static bool is_told_beside(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, row, view_range(v, row, col).last_col + 1);

    return next != UINT32_MAX && text_ends(view_text(v, row, next), "。");
}

/* What the form is for stands above: 対象者 below that heads what is told next. */
static bool is_told(const form *f)
{
    return f->project->purpose[0] != '\0' || f->project->summary[0] != '\0';
}

/* （評価対象：令和５年度）: which year all of it is about. */
static bool tells_year(const form *f, text t)
{
    text inner, said;
    year_span span;

    return glyph_bracketed(t, 0, &inner) &&
           glyph_colon(inner, &said) != SIZE_MAX &&
           fiscal_year_parse(&span, said, f->reader->context_year);
}

/* この10年でめざす姿 | 誰もが山に親しんでいる。: a label that is not known, with sentences beside
 * it, in a form that says which level it is about: no title. */
static bool take_aim_told(form *f, uint32_t row, uint32_t col, text t)
{
    project *p = f->project;

    if (f->title.length > 0 || f->below ||
        (!p->has_goal && !p->has_theme && f->level.length == 0) ||
        !text_ends(t, "。") ||
        view_next(&f->reader->view, row, 0) == col)
        return false;
    if (p->purpose[0] == '\0')
        p->purpose = reader_text(f->reader, t);
    return true;
}

void form_take_words(form *f, uint32_t row, uint32_t col, text t)
{
    reader *r = f->reader;
    bool alone = form_stands_alone(f, row, col);
    bool cover = form_is_cover(t) || title_names_plan(t, r->context_year);

    if (alone && row_is_example(t) && !(cover && row_hides_city(t))) {
        f->example = true;
        return;
    }
    text title, no, rest;
    bool has_number = form_is_numbered(t, &title);
    role headed = ROLE_NONE;

    if (f->titled && row == f->title_row && !glyph_has_digit(t) &&
        project_grade_like(r, t)) {
        form_add_grade(f, row, text_of("評価"), t); /* 01　本の市 | ○ */
        return;
    }
    if (form_take_number(f, t) || form_take_serial(f, row, col, t) ||
        take_aim_told(f, row, col, t))
        return;
    if ((unit_is_line(t) && glyph_colon(t, &rest) != SIZE_MAX) ||
        (alone && (note_lists_marks(t) || note_is_legend(t) ||
                   note_is_headed_legend(t) || tells_year(f, t))) ||
        (!alone && note_to_clerk(t))) {
        reader_ignore(r, row, row, "form-words", t); /* 単位：事業所, no office */
        return;
    }
    if (take_bracket(f, t) || form_take_tier(f, row, col, t) ||
        form_take_level_lines(f, t) || form_take_path(f, row, col, t) ||
        form_take_numbered_levels(f, row, col) ||
        form_take_place_row(f, row, col) || form_take_place(f, row, col))
        return;
    if (alone && (f->title.length == 0 || form_is_headed_by(f, row)) && !f->below)
        headed = form_heads_project(
            r, heading_read(t, &no, &rest) == STYLE_BULLET ? rest : t, &no,
            &rest);
    if (headed != ROLE_NONE) {
        f->headed = headed == ROLE_PROJECT;
        if (f->title.length > 0)
            take_theme(f);
        inherit_theme(f);
        f->project->no = reader_line(r, no);
        f->title = rest;
        f->title_row = row;
        f->title_col = col;
        return;
    }
    if (alone && !f->below && form_heads_bureau(&r->view, row, &rest)) {
        r->bureau_above = reader_line(r, rest);
        department_set(r, f->project, rest, text_of(""), row, col);
        return;
    }
    if (department_of_line(t).length > 0) {
        f->office_line = true;
        department_set(r, f->project, department_of_line(t), text_of(""),
                       row, col);
        return;
    }
    if (alone && !f->below && glyph_bracketed(t, 0, &rest) &&
        rest.length <= OFFICE_BYTES && department_like(rest)) {
        department_set(r, f->project, rest, text_of(""), row, col);
        return; /* （福祉部　子育て支援課） */
    }
    if (alone && (form_is_section(r, t) || form_is_titled_name(f, row))) {
        reader_ignore(r, row, row, "form-words", t);
        return;
    }
    if (f->under_heading && !f->below && !department_like(t)) {
        if (alone && form_heading_at(&r->view, row, &no, &rest) != STYLE_NONE)
            f->title_row = row;
        else
            reader_ignore(r, row, row, "form-words", t);
        return;
    }
    if (alone && f->title.length == 0 && !f->below && !cover &&
        (form_heading_at(&r->view, row, &no, &rest) == STYLE_GOAL_WORD ||
         form_heads_name(f, row)))
        return; /* form_take_heading() */
    if (has_number && !f->below && !f->named && f->title.length > 0 &&
        f->title_row < row && row + 1 == f->table->top &&
        form_is_owned(f, row)) { /* the words above are of all forms */
        reader_ignore(r, f->title_row, f->title_row, "form-words", f->title);
        f->title = text_of("");
    }
    if (form_is_goal_above(f, row, col, t)) {
        if (!headings_take(&r->headings, r->memory, f->title))
            r->failed = true;
        f->title = text_of("");
        f->owned = true; /* and takes the goal */
    }
    if (form_is_titled_above(f, row, col, t)) {
        reader_ignore(r, f->title_row, f->title_row, "form-words", f->title);
        f->title = text_of("");
    }
    if (f->title.length == 0 && !f->below && !leads_value(f, row, col) &&
        !form_is_no_name(t) && !form_is_aside(r, t) && !is_told(f) &&
        (heading_read(t, &no, &rest) == STYLE_CIRCLED ||
         (!form_is_city(t) && !department_like(t) && !cover))) {
        /* ■ 公園整備 */
        f->title = heading_unmarked(t);
        f->title_row = row;
        f->title_col = col;
        return;
    }
    if (alone && !f->below && !f->named && form_is_chapter(t)) {
        if (!headings_take(&r->headings, r->memory, t))
            r->failed = true;
        f->owned = true;
        return;
    }
    if (f->title.length > 0 && has_number && alone &&
        !text_starts(t, "※")) {
        form_add_activity_lines(f, title);
        return;
    }
    if (f->project->activity_count > 0 && alone && !text_starts(t, "※")) {
        extend_activity(f, t);
        return;
    }
    if (!f->below && department_like(t) && t.length <= 150 &&
        !is_partner(t) && !counts_places(t) && !is_labelled_person(t) &&
        !(has_number && is_told_beside(f, row, col))) {
        t = office_of_cover(r, t);
        if (form_take_publisher(f, t, row, col))
            return;
        if (f->project->bureau[0] == '\0')
            department_set(r, f->project, t, text_of(""), row, col);
        else
            department_set(r, f->project, text_of(""), t, row, col);
        return;
    }
    if (!f->below && form_is_city(t) && !cover &&
        glyph_colon(t, &rest) == SIZE_MAX && /* 作成：港市 */
        f->project->municipality_count == 0) {
        form_take_cities(f, t);
        return;
    }
    if (f->below && text_starts(t, "※")) {
        reader_add_text(r, &f->project->notes, &f->project->note_count,
                        reader_text(r, t));
        return;
    }
    if (cover && f->cover.length == 0 && !form_is_no_name(t))
        f->cover = t;
    reader_ignore(r, row, row, "form-words", t);
}

static const char no_target[] = "対象外";

bool form_has_no_target(const form *f, uint32_t row, uint32_t col,
                        uint32_t *value_row, uint32_t *value)
{
    const sheet_view *v = &f->reader->view;
    const header_word *w = form_label(f, row, col);
    text said;
    size_t colon;

    if (w->exact)
        return w->role == ROLE_KPI &&
               form_value_of(f, row, col, value_row, value) &&
               text_ends(view_text(v, *value_row, *value), no_target);
    if (!text_ends(view_text(v, row, col), no_target))
        return false;
    colon = glyph_colon(view_text(v, row, col), &said);
    if (colon == SIZE_MAX) /* 指標名：数値目標対象外 */
        return false;
    w = header_roles_find(f->reader->roles,
                          text_trim(text_cut(view_text(v, row, col), 0,
                                             colon)),
                          f->reader->context_year);
    *value_row = row;
    *value = col;
    return w->exact && w->role == ROLE_KPI;
}

void form_take_no_target(form *f, uint32_t row, uint32_t col)
{
    text t = view_text(&f->reader->view, row, col), behind;

    f->project->declared_status = project_grade_text(
        f->reader, glyph_colon(t, &behind) == SIZE_MAX ? t : behind);
}

bool layout_grant_has_no_target(reader *r, uint32_t row)
{
    const table none = { 0 };
    const form f = { .reader = r, .table = &none, .last = UINT32_MAX };
    uint32_t before = UINT32_MAX, value_row, value;

    for (uint32_t c = view_next(&r->view, row, 0); c != UINT32_MAX;
         c = view_next(&r->view, row, c + 1)) {
        if (text_ends(view_text(&r->view, row, c), no_target) &&
            (form_has_no_target(&f, row, c, &value_row, &value) ||
             (before != UINT32_MAX &&
              form_has_no_target(&f, row, before, &value_row, &value)) ||
             (row > 1 && view_filled(&r->view, row - 1, c) &&
              form_has_no_target(&f, row - 1, c, &value_row, &value))))
            return true;
        before = c;
    }
    return false;
}

bool form_aims_at_plan(const kpi *k)
{
    const planned *last;

    if (k->planned_count == 0)
        return false;
    last = &k->planned[k->planned_count - 1];
    return k->target.to == last->fiscal_year &&
           k->target.where.row == last->where.row &&
           k->target.where.col == last->where.col;
}
