/*
 * sheet_titles.c - lines above tables: who submits, which year is reported
 */
#include "ingest/walk/sheet_titles.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/department.h"
#include "ingest/reader/sheet_years.h"
#include "wording/glyph.h"
#include "xlsx/cellref.h"

enum { OFFICE_LINE_BYTES = 240, TITLE_BYTES = 150 };

static bool has(text t, const char *word)
{
    return text_find(t, word, 0) != SIZE_MAX;
}

/* 令和6年度　外部評価結果（令和5年度事業）: behind the year whose figures follow. */
static bool tells_figures(text behind)
{
    static const char *const words[] = { "事業", "実施事業", "実施分", "分",
                                         "決算", "対象", "事業分" };
    size_t end = 0, next;

    behind = text_trim(behind);
    if (text_starts(behind, "実績"))
        return true;
    while (end < behind.length &&
           glyph_at(behind, end, &next) != GLYPH_CLOSE)
        end = next;
    return end < behind.length &&
           text_in(text_cut(behind, 0, end), words,
                   sizeof(words) / sizeof(*words));
}

/* `KPI達成状況（平成28年度末時点）` states the year that is reported. */
static void take_stated_year(reader *r, text t)
{
    year_span span = { 0 };
    size_t start, end;
    int stated = 0;

    if (r->stated_year != 0 || t.length > 300 || has(t, "提出期限") ||
        has(t, "締切") || has(t, "作成日") || has(t, "策定"))
        return;
    if (!has(t, "実績") && !has(t, "達成") && !has(t, "末") &&
        !has(t, "評価") && !has(t, "進捗") && !has(t, "状況") &&
        !has(t, "結果") && !has(t, "年度") && !has(t, "検証"))
        return;
    for (size_t at = 0; at < t.length; at = end) {
        text rest = text_from(t, at);

        if (!fiscal_year_find(&span, &start, &end, rest, r->context_year))
            break;
        end += at;
        if (span.from == 0 && span.to != 0 && !span.until && !span.open) {
            bool figures = tells_figures(text_from(t, end));

            if (stated == 0 || figures)
                stated = span.to;
            if (figures)
                break;
        }
        if (end <= at)
            break;
    }
    r->stated_year = stated;
}

/* R2　交付金事業KPI（継続分） */
static void take_titled_year(reader *r, text t)
{
    if (r->titled_year == 0 && t.length <= TITLE_BYTES && !has(t, "策定") &&
        !has(t, "改定") && !has(t, "改訂") && !has(t, "期限") &&
        !has(t, "締切") && !has(t, "作成") && !has(t, "現在"))
        r->titled_year = year_of_title(t, r->context_year);
}

/* Label and value in two cells: 提出部局 | 環境局, and then 担当課 | 環境課;
 * 担当部 | 担当課 are two labels. */
static void take_labelled_department(reader *r, uint32_t row, uint32_t col,
                                     text label)
{
    uint32_t beside = view_next(&r->view, row, col + 1);
    const header_word *h;
    text value;
    bool own = r->own_department[0] != '\0';

    if (beside == UINT32_MAX || (own && r->own_division[0] != '\0') ||
        (glyph_colon(label, &value) != SIZE_MAX &&
         value.length > 0)) /* 提出日：R6.7.3 */
        return;
    h = table_word(&r->view, r->roles, row, col, r->context_year);
    value = view_text(&r->view, row, beside);
    if (!(h->exact && (h->role == ROLE_BUREAU ||
                       h->role == ROLE_DIVISION)) &&
        !text_starts(label, "提出"))
        return;
    if (!department_like(value) || value.length > 90)
        return;
    h = table_word(&r->view, r->roles, row, beside, r->context_year);
    if (h->exact && (h->role == ROLE_BUREAU || h->role == ROLE_DIVISION))
        return;
    h = table_word(&r->view, r->roles, row, col, r->context_year);
    if (own) {
        if (h->role == ROLE_DIVISION && text_ends(value, "課") &&
            !text_ends(text_of(r->own_department), "課"))
            r->own_division = reader_line(r, value);
        return;
    }
    r->own_department = reader_line(r, value);
    if (r->sheet_department[0] == '\0') {
        r->sheet_department = r->own_department;
        r->department_place = view_place(&r->view, row, beside);
    }
}

/* 建設部, another name of the same kind. */
static bool lists_with(const sheet_view *v, uint32_t row, uint32_t col,
                       text office)
{
    text t = row < v->grid->rows ? view_text(v, row, col) : text_of("");

    return ((text_ends(t, "部") && text_ends(office, "部")) ||
            (text_ends(t, "局") && text_ends(office, "局"))) &&
           office_name(t);
}

/* 1 | 総務部, or 総務部 above 建設部, and no other words: of a list to choose
 * from, which says of none that it submits. */
static bool is_of_list(const reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0);
    text t = view_text(v, row, col);

    if (!office_name(t) || view_next(v, row, col + 1) != UINT32_MAX)
        return false;
    if (first != col)
        return view_next(v, row, first + 1) == col &&
               view_cell(v, row, first)->type == CELL_NUMBER;
    return lists_with(v, row + 1, col, t) ||
           (row > 0 && lists_with(v, row - 1, col, t));
}

/* 担当課：まちなか活性化室: a division by its label, whatever ends its name. */
static bool takes_division(reader *r, text line, text office)
{
    text label = department_label(line), bureau, under;

    department_split(office, &bureau, &under);
    if (under.length > 0 || !department_like(office) ||
        !text_ends(label, "課") || text_find(label, "部", 0) != SIZE_MAX ||
        text_find(label, "局", 0) != SIZE_MAX || text_ends(office, "課") ||
        text_ends(office, "部") || text_ends(office, "局") ||
        r->own_department[0] != '\0' || r->plan->department_count > 0)
        return false;
    if (r->own_division[0] == '\0')
        r->own_division = reader_line(r, office);
    return true;
}

void sheet_titles_years(reader *r, text t)
{
    take_stated_year(r, t);
    take_titled_year(r, t);
}

void sheet_titles_take(reader *r, uint32_t row)
{
    for (uint32_t c = view_next(&r->view, row, 0); c != UINT32_MAX;
         c = view_next(&r->view, row, c + 1)) {
        text t = view_text(&r->view, row, c);
        text department = department_of_line(t);

        if (department.length == 0 && r->own_department[0] == '\0' &&
            t.length <= OFFICE_LINE_BYTES)
            department = department_of_title_end(t);
        if (department.length > 0 && is_of_list(r, row, c))
            department = text_of("");
        sheet_titles_years(r, t);
        if (department.length > 0 && takes_division(r, t, department))
            continue;
        if (department.length > 0 && r->own_department[0] == '\0') {
            r->own_department = reader_line(r, department);
            r->own_label = reader_line(r, department_label(t));
        }
        if (department.length > 0 && r->sheet_department[0] == '\0') {
            r->sheet_department = reader_line(r, department);
            r->department_place = view_place(&r->view, row, c);
        }
        take_labelled_department(r, row, c, t);
    }
}

/* 健康課（福祉部） in front of a title, or the other way round: both as one. */
static text both_in_front(reader *r, text t)
{
    size_t end = 0, next;
    text front = text_of(""), inside;

    while (end < t.length && !glyph_is_space(glyph_at(t, end, &next)))
        end = next;
    inside = office_in_brackets(text_cut(t, 0, end), &front);
    if (inside.length == 0 || !office_name(front) || !office_name(inside) ||
        department_is_division(front) == department_is_division(inside))
        return text_of("");
    return text_of(department_is_division(front)
                       ? department_joined(r, inside, front)
                       : department_joined(r, front, inside));
}

/* Words that name a department, and one of the plan's roster if it has one. */
static text office_in(reader *r, uint32_t row, uint32_t col)
{
    text t = view_text(&r->view, row, col), bureau, division, both;
    const char *name;

    if (view_cell(&r->view, row, col)->type != CELL_STRING ||
        t.length > OFFICE_LINE_BYTES)
        return text_of("");
    if (office_name(office_unbracketed(t)))
        t = office_unbracketed(t); /* （町民福祉部子育て支援課） */
    else if ((both = both_in_front(r, t)).length > 0)
        t = both;
    else
        t = office_of_title(t);
    department_split(t, &bureau, &division);
    return t.length > 0 &&
                   department_find(r, &name, bureau) == DEPARTMENT_UNKNOWN
               ? text_of("") : t;
}

/* A file's name that says otherwise. */
static void note_other_file(reader *r, uint32_t row, uint32_t col, text office)
{
    const char *name, *by_file;
    text bureau, division;

    if (r->plan->department_count == 0)
        return;
    by_file = department_of_file(r, r->data->sources[r->source].file);
    department_split(office, &bureau, &division);
    department_find(r, &name, bureau);
    if (by_file[0] != '\0' && strcmp(name, by_file) != 0)
        reader_finding(r, "department-differs", row, col, office, name,
                       by_file, NULL);
}

void sheet_titles_office(reader *r, uint32_t row, bool first)
{
    for (uint32_t c = view_next(&r->view, row, 0); c != UINT32_MAX;
         c = view_next(&r->view, row, c + 1)) {
        text office = office_in(r, row, c);

        if (office.length == 0 || is_of_list(r, row, c))
            continue;
        if (!first) {
            r->heading_department = reader_line(r, office);
        } else if (r->title_department[0] == '\0') {
            r->title_department = reader_line(r, office);
            note_other_file(r, row, c, office);
        } else if (text_ends(office, "課") &&
                   !text_ends(text_of(r->title_department), "課")) {
            /* 観光課 below or beside 産業部 */
            r->title_department = department_joined(
                r, text_of(r->title_department), office);
        }
    }
}

void sheet_titles_cover(reader *r, uint32_t row)
{
    uint32_t c = view_next(&r->view, row, 0);
    text office = c == UINT32_MAX ? text_of("") : office_in(r, row, c);

    /* at the right, apart from labels, it is all forms' */
    if (office.length > 0 && r->title_department[0] == '\0' &&
        (c > 0 ||
         !office_name(office_unbracketed(view_text(&r->view, row, c))))) {
        r->title_department = reader_line(r, office);
        note_other_file(r, row, c, office);
    }
}

/* Remembers the row that has the most header words. */
void sheet_titles_come_near(reader *r, uint32_t row, near_miss *near)
{
    size_t words = 0;
    uint32_t first = UINT32_MAX, last = 0;
    char ref[CELLREF_RANGE_SIZE];
    buf b;

    buf_init(&b);
    for (uint32_t c = view_next(&r->view, row, 0); c != UINT32_MAX;
         c = view_next(&r->view, row, c + 1)) {
        const header_word *word = table_word(&r->view, r->roles, row, c,
                                             r->context_year);

        if (!word->exact)
            continue;
        if (words++ < 8) {
            buf_string(&b, words > 1 ? "・" : "");
            buf_text(&b, view_text(&r->view, row, c));
        }
        first = first == UINT32_MAX ? c : first;
        last = c;
    }
    if (words > near->words) {
        const char *found = reader_line(r, buf_slice(&b));

        near->words = words;
        cellref_write_range(ref, row, first, row, last);
        buf_clear(&b);
        buf_printf(&b, "%s!%s（%s）", r->view.grid->sheet, ref, found);
        near->text = reader_line(r, buf_slice(&b));
    }
    buf_free(&b);
}
