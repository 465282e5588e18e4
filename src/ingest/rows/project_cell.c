/*
 * project_cell.c - a project's cell as clerks type it
 */
#include "ingest/rows/project_cell.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/header/level_number.h"
#include "ingest/header/office_name.h"
#include "ingest/header/unit_words.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"
#include "ingest/rows/project_facts.h"
#include "ingest/rows/project_grants.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { LABELLED_BYTES = 240, NAME_ROOM = 512 /* most are shorter */ };

bool project_relisted_mark(text t)
{
    static const char *const marks[] = { "○", "〇", "◯", "●", "再掲", "有", "◎",
                                         "レ", "✓", "✔", "1", "はい", "yes",
                                         "y", "true", "TRUE", "〔再掲〕" };

    t = text_trim(t);
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (text_is(t, marks[i]))
            return true;
    return text_find(t, "再掲", 0) != SIZE_MAX;
}

bool project_relisted_alone(text t)
{
    static const char *const words[] = { "再掲", "再掲載", "再掲事業" };
    static const char *const opens[] = { "再掲（", "再掲(", "再掲：", "再掲:" };

    t = text_trim(t);
    if (text_starts(t, "※"))
        t = text_trim(text_from(t, strlen("※")));
    for (size_t i = 0; i < sizeof(opens) / sizeof(*opens); i++)
        if (text_starts(t, opens[i]))
            return text_find(t, "。", 0) == SIZE_MAX;
    return text_in(unit_plain(t), words, sizeof(words) / sizeof(*words));
}

/* ---- Brackets ---------------------------------------------------------- */

/* The bracket whose closing mark the text ends in: those that clerks put
 * behind a name; NULL: none. */
static const char *const *closing(text t)
{
    static const char *const pairs[][2] = {
        { "（", "）" }, { "(", ")" }, { "〔", "〕" }, { "［", "］" }, { "[", "]" },
        { "＜", "＞" }, { "〈", "〉" }, { "《", "》" }, { "<", ">" }
    };

    for (size_t i = 0; glyph_may_close(t) &&
                       i < sizeof(pairs) / sizeof(*pairs); i++)
        if (text_ends(t, pairs[i][1]))
            return pairs[i];
    return NULL;
}

/* Where the bracket that closes at the end of `t` opens, or SIZE_MAX. */
static size_t last_bracket(text t, size_t *inner, size_t *inner_end)
{
    const char *const *pair = closing(t);
    bool round = pair != NULL && (text_is(text_of(pair[1]), "）") ||
                                  text_is(text_of(pair[1]), ")"));
    size_t depth = 0, at, found = SIZE_MAX, level[16];

    if (pair == NULL)
        return SIZE_MAX;
    for (at = 0; at < t.length;) {
        size_t here = at;
        uint32_t c = utf8_next(t, &at);
        /* round ones of any width are one kind */
        bool opens = round ? c == '(' || c == 0xFF08
                           : text_starts(text_from(t, here), pair[0]);
        bool closes = round ? c == ')' || c == 0xFF09
                            : text_starts(text_from(t, here), pair[1]);

        if (opens) {
            if (depth < 16)
                level[depth] = here;
            depth++;
        } else if (closes && depth > 0) {
            depth--;
            if (at == t.length && depth < 16)
                found = level[depth];
        }
    }
    if (found == SIZE_MAX)
        return SIZE_MAX;
    at = found;
    utf8_next(t, &at);
    *inner = at;
    *inner_end = t.length - strlen(pair[1]);
    return found;
}

/* ※数値目標対象外: a status on a line of its own, or in brackets. */
static bool take_note(reader *r, project *p, text line)
{
    text t = text_trim(line);

    if (!text_starts(t, "※"))
        return false;
    t = text_trim(text_from(t, strlen("※")));
    if (project_relisted_alone(t)) {
        p->relisted = true;
        return true;
    }
    if (project_status_like(r, t)) {
        p->declared_status = reader_line(r, t);
        return true;
    }
    reader_add_text(r, &p->notes, &p->note_count, reader_line(r, line));
    return true;
}

/* ※ or ※1 in brackets: a footnote's mark, and no more. */
static bool is_footnote(text inner)
{
    size_t at = strlen("※"), next;

    while (glyph_at(inner, at, &next) == GLYPH_DIGIT)
        at = next;
    return at == inner.length;
}

/* 農林課 of 担当：農林課; the same text where no such word leads. */
static text without_lead(text t)
{
    text office = department_of_line(t);

    return office.length > 0 ? office : t;
}

static void take_office(text office, text *bureau, text *division)
{
    if (text_ends(office, "課")) /* with its bureau, or without */
        *division = office;
    else
        *bureau = office;
}

/* 事業期間：R1～R3年度, with what else is said of a project. */
static bool take_facts(reader *r, project *p, text t, text *bureau,
                       text *division)
{
    text office = text_of("");

    if (!project_facts_take(r, p, t, &office))
        return false;
    if (office.length > 0 && bureau->length == 0 && division->length == 0)
        take_office(office, bureau, division);
    return true;
}

/* Takes grants (and 再掲, a department, footnote marks) off the end of a
 * name. */
static text take_brackets(reader *r, project *p, text name, bool offices,
                          text *bureau, text *division)
{
    const char **grants = NULL;
    size_t grant_count = 0;

    name = text_trim(name);
    project_verdict_cut(r, p, &name);
    for (;;) {
        size_t start, end, open;
        text inner;
        bool led;
        project one = { 0 };

        name = text_trim(name);
        open = last_bracket(name, &start, &end);
        if (open == SIZE_MAX || open == 0)
            break;
        inner = text_trim(text_cut(name, start, end));
        led = department_of_line(inner).length > 0;
        inner = without_lead(inner);
        if (text_is(inner, "再掲")) {
            p->relisted = true;
        } else if (take_facts(r, p, text_trim(text_cut(name, start, end)),
                              bureau, division)) {
            ; /* and no part of the name */
        } else if (project_grants_add(r, &one, inner)) {
            /* read from the back: put in front of those found before */
            for (size_t i = 0; i < grant_count; i++)
                reader_add_text(r, &one.grants, &one.grant_count, grants[i]);
            grants = one.grants;
            grant_count = one.grant_count;
        } else if (bureau->length == 0 && division->length == 0 &&
                   (department_in_bracket(inner, offices || led) ||
                    office_name(inner))) { /* 環境局　研究センター */
            take_office(inner, bureau, division);
        } else if (!project_verdict_take(r, p, inner) &&
                   !project_grant_noted(r, p, inner) &&
                   (!text_starts(inner, "※") ||
                    (!is_footnote(inner) && !take_note(r, p, inner))))
            break;
        name = text_cut(name, 0, open);
    }
    for (size_t i = 0; i < grant_count; i++)
        reader_add_text(r, &p->grants, &p->grant_count, grants[i]);
    return name;
}

/* ---- The cell --------------------------------------------------------- */

static void take_mark(reader *r, project *p, text inner, text *bureau,
                      text *division, bool *kept)
{
    text one = text_trim(inner);

    *kept = false;
    if (text_is(one, "再掲") || text_starts(one, "再掲"))
        p->relisted = true;
    else if (project_is_grant(r, one))
        reader_add_text(r, &p->grants, &p->grant_count, reader_line(r, one));
    else if (department_like(text_of(reader_line(r, one)))) {
        one = without_lead(text_of(reader_line(r, one)));
        if (bureau->length > 0)
            *division = one;
        else if (division->length > 0)
            *bureau = one;
        else
            take_office(one, bureau, division);
    } else if (project_grade_like(r, one) || project_status_like(r, one))
        project_grade_set(r, p, one);
    else
        *kept = !take_facts(r, p, one, bureau, division) &&
                !project_grant_noted(r, p, one);
}

/* 【1】 or ■【1】 in front of the name: its number, and no grade. Its bytes. */
static size_t take_number(reader *r, project *p, text t)
{
    static const char *const marks[] = { "■", "◆", "●", "○" };
    text no, title;
    size_t open = 0, end = 0;

    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks) && open == 0; i++)
        open = text_starts(t, marks[i]) ? strlen(marks[i]) : 0;
    if (text_starts(text_from(t, open), "【"))
        end = text_find(t, "】", open);
    if (end == 0 || end == SIZE_MAX ||
        heading_read(text_cut(t, open + strlen("【"), end), &no, &title) !=
            STYLE_NUMBER || title.length > 0)
        return 0;
    p->no = reader_line(r, no);
    return end + strlen("】");
}

/* ※数値目標対 / 象外: a status that was wrapped goes on to the end. */
static text note_to_end(text t, size_t at)
{
    text rest = text_from(t, at);
    size_t stop = text_find(rest, "【", 0);
    size_t next = text_find(rest, "\n※", 0);

    if (next < stop)
        stop = next;
    return stop == SIZE_MAX ? rest : text_cut(rest, 0, stop);
}

/* （再掲）, [再掲] in front of a name; the bytes, 0 for none. */
static size_t relisted_front(text t)
{
    static const char *const marks[] = { "（再掲）", "(再掲)", "［再掲］", "[再掲]",
                                         "〔再掲〕", "＜再掲＞", "《再掲》" };

    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (text_starts(t, marks[i]) && t.length > strlen(marks[i]))
            return strlen(marks[i]);
    return 0;
}

/* The same on a line of its own, in brackets, behind a bullet, or not. */
static bool take_fact_line(reader *r, project *p, text line, text *bureau,
                           text *division)
{
    static const char *const bullets[] = { "・", "○", "●", "◆", "◇", "■", "□",
                                           "※", "▼", "-" };
    size_t start, end;

    line = text_trim(line);
    for (size_t i = 0; i < sizeof(bullets) / sizeof(*bullets); i++)
        if (text_starts(line, bullets[i])) {
            line = text_trim(text_from(line, strlen(bullets[i])));
            break;
        }
    if (last_bracket(line, &start, &end) == 0)
        line = text_cut(line, start, end);
    return take_facts(r, p, line, bureau, division);
}

/* By the first bytes of 【 ※ （ and (: all others belong to the name. */
static bool may_be_marked(text t, size_t at)
{
    switch ((unsigned char)t.bytes[at]) {
    case '(': case 0xE2: case 0xEF:
        return true;
    case 0xE3: /* and no kana */
        return t.length - at > 1 && (unsigned char)t.bytes[at + 1] == 0x80;
    default:
        return false;
    }
}

/* A kanji, as most letters of a name: none of its bytes is one of those. */
static bool is_kanji_at(text t, size_t at)
{
    return (unsigned char)t.bytes[at] >= 0xE4 &&
           (unsigned char)t.bytes[at] <= 0xE9 && t.length - at >= 3;
}

static text line_of(text t)
{
    size_t end = text_find(t, "\n", 0);

    return end == SIZE_MAX ? t : text_cut(t, 0, end);
}

/* Something stands on a line behind its first words; 【産業経済局】, as on most,
 * has nothing behind it. */
static bool may_be_fact(text rest)
{
    text line = line_of(rest), value;
    size_t close = text_starts(line, "【") ? text_find(line, "】", 0) : 0;

    return close != SIZE_MAX && close + strlen("】") < line.length &&
           (close > 0 || glyph_colon(line, &value) != SIZE_MAX ||
            text_find(line, " ", 0) != SIZE_MAX ||
            text_find(line, "　", 0) != SIZE_MAX);
}

/* 評価：C, and in front of it whose the project is: 環境局　評価：C. What stands
 * there in brackets goes on behind the name: （環境局）　評価：C. */
static bool take_verdict_line(reader *r, project *p, text line, buf *name,
                              text *bureau, text *division)
{
    text front = line, office;

    if (!project_verdict_cut(r, p, &front))
        return project_verdict_take(r, p, line);
    office = department_of_line(front);
    if (office.length == 0 && office_name(front))
        office = front;
    if (office.length > 0)
        take_office(office, bureau, division);
    else if (glyph_may_close(front) || project_verdict(line).length == 0)
        buf_text(name, front);
    return true;
}

static void strip_marks(buf *name, reader *r, project *p, text t,
                        text *bureau, text *division)
{
    size_t at = take_number(r, p, t);

    while (at < t.length) {
        text rest = text_from(t, at);
        bool line_start = at == 0 || t.bytes[at - 1] == '\n';
        size_t opened;

        if (line_start && at > 0 && may_be_fact(rest) &&
            take_fact_line(r, p, line_of(rest), bureau, division)) {
            at += line_of(rest).length;
            continue;
        }
        if (text_starts(rest, "【")) {
            size_t end = text_find(rest, "】", 0);
            bool kept = true;

            if (end != SIZE_MAX)
                take_mark(r, p, text_cut(rest, strlen("【"), end), bureau,
                          division, &kept);
            if (!kept) {
                at += end + strlen("】");
                continue;
            }
        } else if (at == 0 && (opened = relisted_front(rest)) > 0) {
            p->relisted = true;
            at += opened;
            continue;
        } else if (text_starts(rest, "※") && at > 0 &&
                   (line_start || ascii_is_space(t.bytes[at - 1]) ||
                    text_ends(text_cut(t, 0, at), "】") ||
                    text_ends(text_cut(t, 0, at), "　"))) {
            text note = note_to_end(t, at);

            if (take_note(r, p, text_of(reader_line(r, note)))) {
                at += note.length;
                continue;
            }
        } else if (line_start && at > 0 &&
                   take_verdict_line(r, p, line_of(rest), name, bureau,
                                     division)) {
            at += line_of(rest).length;
            continue;
        } else if (text_starts(rest, "（※）") || text_starts(rest, "(※)")) {
            at += text_starts(rest, "(") ? strlen("(※)") : strlen("（※）");
            continue;
        }
        {
            size_t start = at++;

            while (at < t.length && t.bytes[at - 1] != '\n' &&
                   !may_be_marked(t, at))
                at += is_kanji_at(t, at) ? 3 : 1;
            buf_add(name, t.bytes + start, at - start);
        }
    }
}

/* 担当：農林課 on a line of its own below the name: whose it is; what stands
 * below that goes on behind the name. */
static text take_office_line(reader *r, project *p, text t, text *bureau,
                             text *division)
{
    for (size_t at = 0; (at = text_find(t, "\n", at)) != SIZE_MAX; at++) {
        text line = line_of(text_from(t, at + 1)), front = line;
        text office = department_of_line(line);

        if (!department_in_bracket(office, true))
            continue;
        take_office(office, bureau, division);
        project_verdict_cut(r, p, &front); /* 担当：農林課　評価：B */
        return at + 1 + line.length == t.length
                   ? text_cut(t, 0, at)
                   : project_cell_joined(
                         r, text_cut(t, 0, at),
                         text_from(t, at + 1 + line.length + 1));
    }
    return t;
}

/* What is left of a cell when all that says more than the name is taken. */
static text take_name(reader *r, project *p, text typed, bool offices,
                      text *bureau, text *division)
{
    char room[NAME_ROOM];
    const char *line;
    buf b;

    buf_init_room(&b, room, sizeof(room));
    strip_marks(&b, r, p, take_office_line(r, p, typed, bureau, division),
                bureau, division);
    line = reader_line(r, buf_slice(&b));
    r->failed = r->failed || !buf_ok(&b);
    buf_free(&b);
    return take_brackets(r, p, heading_without_continuation(text_of(line)),
                         offices, bureau, division);
}

text project_cell_joined(reader *r, text name, text below)
{
    char room[NAME_ROOM];
    const char *both;
    buf b;

    buf_init_room(&b, room, sizeof(room));
    buf_text(&b, name);
    buf_string(&b, "\n");
    buf_text(&b, below);
    both = reader_text(r, buf_slice(&b));
    buf_free(&b);
    return text_of(both);
}

bool project_cell_goes_on(reader *r, text t, bool *office)
{
    text bureau = text_of(""), division = text_of(""), name = text_of("x");
    project none = { 0 };

    *office = false;
    if (t.length == 0 ||
        (!may_be_marked(t, 0) && project_verdict(t).length == 0))
        return false;
    t = project_cell_joined(r, name, t);
    if (!text_equal(take_name(r, &none, t, true, &bureau, &division), name))
        return false;
    *office = bureau.length > 0 || division.length > 0;
    return true;
}

bool project_labelled(reader *r, text *t)
{
    text label, behind;
    size_t at = glyph_colon(*t, &behind);
    const header_word *w;

    if (t->length > LABELLED_BYTES)
        return false;
    if (at != SIZE_MAX) {
        label = text_cut(*t, 0, at);
    } else {
        at = text_starts(*t, "【") ? text_find(*t, "】", 0) : SIZE_MAX;
        if (at == SIZE_MAX)
            return false;
        label = text_cut(*t, strlen("【"), at);
        behind = text_trim(text_from(*t, at + strlen("】")));
    }
    w = header_roles_find(r->roles, label, r->context_year);
    if (w->role != ROLE_PROJECT || !w->exact)
        return false;
    *t = behind;
    return t->length > 0;
}

void project_cell_read(reader *r, project *p, text typed, uint32_t row,
                       uint32_t col, bool offices)
{
    text bureau = text_of(""), division = text_of(""), no, rest;
    text name = take_name(r, p, typed, offices, &bureau, &division);

    heading_project_number(name, &no, &rest);
    if (no.length == 0 &&
        level_number_read(r->roles, r->context_year, name, &no, &rest) == NULL)
        no = text_of("");
    if (no.length > 0 && p->no[0] == '\0')
        p->no = reader_text(r, no);
    if (no.length > 0)
        name = rest;
    project_labelled(r, &name); /* 1　事業名：空き家対策 */
    p->name = reader_line(r, name);
    if (p->name[0] == '\0')
        p->name = reader_line(r, typed);
    if (bureau.length > 0 || division.length > 0)
        department_set(r, p, bureau, division, row, col);
}
