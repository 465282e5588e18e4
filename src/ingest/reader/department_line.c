/*
 * department_line.c - the department that a line or a file's name says
 */
#include "ingest/reader/department.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/project_grade.h"
#include "wording/date_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

static const char *const leads[] = {
    "提出部局", "提出部署", "提出局", "提出課", "提出元", "提出", "部局名", "部局", "部署名",
    "所管部局名", "所管部局", "所管部署", "所管課", "所管", "担当部署", "担当課名",
    "担当課", "部署", "局名", "所属名", "所属", "担当部局", "担当局", "作成", "作成部局", "作成課",
    "回答部局", "記入部局", "所管局", "所管局名", "担当局名", "所管部", "担当部", "所管室",
    "担当室", "主管局", "主管部", "主管部局", "提出部", "提出課", "回答部署",
    "回答課", "提出部課", "回答部課", "報告部課", "記入部課", "作成部課",
    "記入部署", "記入課", "作成部署", "回答局", "回答部", "記入局", "記入部",
    "作成局", "作成部", "報告部局", "報告部署", "報告局", "報告部", "報告課",
    /* may lead a person's name */
    "担当", "主管", "主管課", "事務局", "担当部課", "所管部課", "記入担当",
    "作成担当", "報告担当", "評価担当"
};
enum { LEADS_SURE = sizeof(leads) / sizeof(*leads) - 10 };

/* 環境局　評価：C: without the grade behind it. */
static text without_verdict(text t)
{
    text behind;
    size_t colon = glyph_colon(t, &behind), next;

    for (size_t at = 0; colon != SIZE_MAX && at < colon; at = next)
        if (glyph_is_space(glyph_at(t, at, &next)) &&
            project_verdict(text_trim(text_from(t, next))).length > 0)
            return text_trim(text_cut(t, 0, at));
    return t;
}

text department_without_person(text t)
{
    static const char *const words[] = {
        "担当者", "記入者", "作成者", "記載者", "回答者", "責任者", "氏名",
        "連絡先", "内線", "電話", "tel", "℡", "作成日", "提出日", "記入日",
        "回答日", "報告日", "作成年月日", "提出年月日", "記入年月日"
    };
    size_t next;

    for (size_t at = 0; at < t.length; at = next)
        if (glyph_is_space(glyph_at(t, at, &next)) &&
            glyph_any(t, next, words, sizeof(words) / sizeof(*words)) > 0)
            return text_trim(text_cut(t, 0, at));
    return t;
}

/* Most lines begin with none of the letters of those words. */
static bool may_lead(text line)
{
    static const char letters[] = "提部所担局作回記主事報";
    const size_t width = strlen("所");

    for (size_t i = 0; line.length >= width && i + 1 < sizeof(letters);
         i += width)
        if (memcmp(line.bytes, letters + i, width) == 0)
            return true;
    return false;
}

/* 担当部局・課：産業部　商工課: behind ・課, which says that both follow. */
static text behind_levels(text rest)
{
    static const char *const levels[] = { "・課名", "・課", "・室", "・部名", "・部" };

    for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); i++)
        if (text_starts(rest, levels[i]))
            return text_from(rest, strlen(levels[i]));
    return rest;
}

/* 作成：港市: whose document it is says of no office. */
static bool is_city(text t)
{
    static const char *const ends[] = { "市", "町", "村", "県", "区" };

    return text_ends_in(t, ends, sizeof(ends) / sizeof(*ends));
}

/* 環境課 of 環境課］: without brackets behind it that nothing in it opens. */
static text without_close(text t)
{
    size_t opened = 0, closed = 0, next;

    for (size_t at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        opened += c == GLYPH_OPEN;
        closed += c == GLYPH_CLOSE;
    }
    for (; closed > opened &&
           glyph_class_before(t, t.length) == GLYPH_CLOSE; closed--)
        t = text_trim(text_cut(t, 0, glyph_back(t, t.length)));
    return t;
}

/* 提出：環境局　※網掛け部分を記入: without a note behind it. */
static text without_note(text line)
{
    size_t at = text_find(line, "※", 0);

    return at == SIZE_MAX || at == 0 ? line
                                     : text_trim(text_cut(line, 0, at));
}

text department_of_line(text line)
{
    size_t next;

    line = without_note(text_trim(line));
    if (line.length > 150)
        return text_of("");
    if (line.length > 3 && (unsigned char)line.bytes[0] == 0xE2 &&
        (text_starts(line, "■") || text_starts(line, "●") ||
         text_starts(line, "◆") || text_starts(line, "○")))
        line = text_trim(text_from(line, strlen("■"))); /* ■担当：… */
    if (glyph_at(line, 0, &next) == GLYPH_OPEN)
        line = text_from(line, next); /* 【担当】…, ［担当：…］ */
    if (!may_lead(line))
        return text_of("");
    for (size_t i = 0; i < sizeof(leads) / sizeof(*leads); i++) {
        text rest;
        bool closed;

        if (memcmp(line.bytes, leads[i], strlen("所")) != 0 ||
            !text_starts(line, leads[i]))
            continue;
        rest = behind_levels(text_from(line, strlen(leads[i])));
        closed = glyph_at(rest, 0, &next) == GLYPH_CLOSE;
        if (closed)
            rest = text_from(rest, next);
        if (text_starts(rest, "：") || text_starts(rest, "　"))
            rest = text_from(rest, strlen("："));
        else if (text_starts(rest, ":") || text_starts(rest, " "))
            rest = text_from(rest, 1);
        else if (!closed || !department_like(rest))
            continue;
        rest = without_verdict(text_trim(date_words_cut(rest)));
        if (i < LEADS_SURE) /* 担当：企画課　電話：… is whom to ask */
            rest = department_without_person(rest);
        if (glyph_class_before(rest, rest.length) == GLYPH_SLASH)
            rest = text_trim(text_cut(rest, 0, glyph_back(rest, rest.length)));
        rest = without_close(rest);
        if ((i >= LEADS_SURE && !department_like(rest)) /* 担当：山田 */ ||
            date_words_alone(rest) /* 作成：平成29年7月 */ ||
            (strcmp(leads[i], "作成") == 0 && is_city(rest)))
            continue;
        return rest;
    }
    return text_of("");
}

text department_of_title_end(text title)
{
    size_t next, gap = 0;

    for (size_t at = 0; at < title.length; at = next) {
        gap = glyph_is_space(glyph_at(title, at, &next)) ? gap + 1 : 0;
        if (gap >= 1 && next < title.length) {
            text end = text_from(title, next), said, behind;

            if (glyph_is_space(glyph_at(end, 0, &(size_t){ 0 })) ||
                (said = department_of_line(end)).length == 0 ||
                !office_name(said) ||
                (gap == 1 && glyph_colon(end, &behind) == SIZE_MAX))
                continue;
            return said;
        }
    }
    return text_of("");
}

text department_label(text line)
{
    text behind;
    size_t colon = glyph_colon(line, &behind);

    return colon == SIZE_MAX ? text_of("")
                             : text_trim(text_cut(line, 0, colon));
}

text department_beside(text t)
{
    text office = office_unbracketed(t);

    return office_name(office) ? office : department_of_line(t);
}

static text stem_of(const char *file)
{
    text t = text_of(file);
    size_t slash = 0, dot;

    for (size_t i = 0; i < t.length; i++)
        if (t.bytes[i] == '/' || t.bytes[i] == '\\')
            slash = i + 1;
    t = text_from(t, slash);
    for (dot = t.length; dot > 0 && t.bytes[dot - 1] != '.'; dot--)
        ;
    return dot > 1 ? text_cut(t, 0, dot - 1) : t;
}

static bool holds(text t, text part)
{
    for (size_t at = 0; at + part.length <= t.length; at++)
        if (memcmp(t.bytes + at, part.bytes, part.length) == 0)
            return true;
    return false;
}

static const char *of_roster(reader *r, text stem, const char *file)
{
    const char *found = "";
    size_t length = 0;
    text key, whole;

    if (!fold_key(r->memory, &key, stem) ||
        !fold_key(r->memory, &whole, text_of(file)))
        return "";
    for (size_t i = 0; i < r->plan->department_count; i++) {
        const plan_department *d = &r->plan->departments[i];

        for (size_t k = 0; k < d->file_count; k++)
            if (plan_glob(d->files[k], whole))
                return reader_text(r, text_of(d->name));
        for (size_t k = 0; k <= d->alias_count; k++) {
            const char *name = k == 0 ? d->name : d->aliases[k - 1];
            text own, bare;

            if (!fold_key(r->memory, &own, text_of(name)))
                return "";
            bare = office_bare(own);
            if (own.length > length && own.length > 0 &&
                (holds(key, own) ||
                 (bare.length >= 6 && text_equal(key, bare)))) {
                found = reader_text(r, text_of(d->name));
                length = own.length;
            }
        }
    }
    return found;
}

static bool is_mark(uint32_t c)
{
    return c == '_' || c == '-' || c == ' ' || c == 0x3000 || c == '(' ||
           c == ')' || c == 0xFF08 || c == 0xFF09 || c == 0x3010 ||
           c == 0x3011 || c == 0xFF3F || c == 0xFF0D || c == '.' ||
           c == '[' || c == ']' || c == 0x30FB;
}

/* Does ・ part two names, and not the words of one: 健康・福祉部? */
static bool parts_names(text front)
{
    return department_like(front) ||
           glyph_class_before(front, front.length) < GLYPH_KANJI;
}

const char *department_of_file(reader *r, const char *file)
{
    text stem = stem_of(file), best = text_of("");
    const char *name;
    size_t start = 0;

    if (r->plan->department_count > 0) {
        name = of_roster(r, stem, file);
        if (name[0] != '\0')
            return name;
    }
    for (size_t at = 0; at <= stem.length;) {
        size_t here = at;
        uint32_t c = at < stem.length ? utf8_next(stem, &at) : '_';
        text piece;

        if (here == stem.length)
            at++;
        if (!is_mark(c))
            continue;
        piece = text_trim(text_cut(stem, start, here));
        if (c == 0x30FB && !parts_names(piece))
            continue;
        start = at;
        while (piece.length > 0 && ascii_is_digit(piece.bytes[0]))
            piece = text_from(piece, 1);
        if (best.length == 0 && piece.length >= 6)
            best = department_like(piece) ? office_of_stem(piece)
                                          : department_in_front(piece);
    }
    return reader_text(r, best);
}
