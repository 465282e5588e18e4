/*
 * project_grade.c - grades and states of a project as clerks type them
 */
#include "ingest/reader/project_grade.h"

#include <string.h>

#include "ingest/reader/grade_legend.h"
#include "ingest/reader/note_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

/* A longer text is a comment. */
enum { SAID_BYTES = 60, GRADE_BYTES = 90, CHOICE_BYTES = 24, MARK_BYTES = 30,
       CHOICES_MIN = 3, QUESTION_BYTES = 12 };

static const char *const grade_words[] = {
    "a", "b", "c", "d", "e", "s", "aa", "a+", "b+", "b*", "c+", "◎", "○", "◯",
    "〇", "△", "▲", "×", "✕", "☆", "★", "順調", "概ね順調", "おおむね順調", "やや遅れ",
    "遅れ", "遅れている", "やや遅れている", "達成", "未達成", "概ね達成", "おおむね達成",
    "達成見込み", "達成見込", "達成の見込み", "一部達成", "目標達成", "目標未達成", "一部未達成", "非常に効果的", "相当程度効果があった", "効果があった", "効果がなかった",
    "計画どおり", "計画通り", "進んでいる", "概ね進んでいる", "おおむね進んでいる", "進んでいない",
    "目標どおり", "目標通り", "目標を上回る", "目標を下回る", "目標を上回った",
    "目標を下回った", "予定どおり", "予定通り",
    "改善", "悪化", "維持", "1", "2", "3", "4", "5", "6", "7",
    "i", "ii", "iii", "iv", "v"
};
/* What stands in front of a grade, or behind it: 評価：C, Ｃ判定. */
static const char *const verdict_words[] = { "評価", "判定", "ランク", "進捗状況",
                                             "進捗" };
static const char *const status_words[] = {
    "対象外", "調査中", "終了", "評価なし", "評価対象外", "未実施", "中止", "休止", "廃止",
    "完了", "未着手", "集計中", "公表待ち", "未評価", "評価せず", "評価不能", "判定不能",
    "統合", "評価できず", "評価保留"
};
/* How far a project has come; within a longer text it says less. */
static const char *const stage_words[] = {
    "実施中", "実施済", "実施済み", "着手", "着手済", "着手済み", "検討中", "準備中", "工事中", "施工中",
    "進行中", "継続中", "事業中"
};
static const char *const dashes[] = { "－", "—", "―", "-", "−", "ー", "‐", "–",
                                      "一", "─", "…", "……", "／", "/" };

bool project_says_none(text t)
{
    return text_in(t, dashes, sizeof(dashes) / sizeof(*dashes));
}

/* Ｃ, ◎, 順調 and the plan's own grades: with nothing beside it. */
static bool is_grade(const reader *r, text t)
{
    text key;

    if (t.length == 0 || t.length > GRADE_BYTES || !fold_key(r->memory, &key, t))
        return false;
    for (size_t i = 0; i < r->plan->band_count; i++) {
        text own;

        if (fold_key(r->memory, &own, text_of(r->plan->bands[i].grade)) &&
            text_equal(own, key))
            return true;
    }
    return text_in(key, grade_words,
                   sizeof(grade_words) / sizeof(*grade_words)) ||
           text_ends(key, "効果があった") || text_ends(key, "効果的であった") ||
           text_ends(key, "効果がなかった");
}

/* Without ※ in front of it and 【】 around it. */
static text bare_grade(text typed)
{
    text t = text_trim(typed);

    while (text_starts(t, "※"))
        t = text_trim(text_from(t, strlen("※")));
    if (text_starts(t, "【"))
        t = text_from(t, strlen("【"));
    if (text_ends(t, "】"))
        t = text_cut(t, 0, t.length - strlen("】"));
    return text_trim(t);
}

text project_verdict_behind(text t)
{
    for (size_t i = 0; i < sizeof(verdict_words) / sizeof(*verdict_words); i++)
        if (text_starts(t, verdict_words[i]))
            return text_trim(text_from(t, strlen(verdict_words[i])));
    return text_of("");
}

text project_verdict(text t)
{
    size_t count = sizeof(verdict_words) / sizeof(*verdict_words), colon;
    text said;

    colon = glyph_colon(t, &said);
    if (colon != SIZE_MAX)
        return text_ends_in(text_trim(text_cut(t, 0, colon)), verdict_words,
                            count) ? said : text_of("");
    return project_verdict_behind(t);
}

/* C of 評価：C and 評価C, not 1 of 評価1, which may be the first of two. */
static text behind_verdict(text t)
{
    text said, rest;
    size_t colon = glyph_colon(t, &rest);

    said = project_verdict(t);
    return colon == SIZE_MAX && glyph_has_digit(said) ? text_of("") : said;
}

/* C of C評価 and Ｃランク. */
static text before_verdict(text t)
{
    for (size_t i = 0; i < sizeof(verdict_words) / sizeof(*verdict_words); i++)
        if (text_ends(t, verdict_words[i]))
            return text_trim(text_cut(t, 0,
                                      t.length - strlen(verdict_words[i])));
    return text_of("");
}

/* A of A：120%以上 and A（120%以上）, one grade and what it stands for; not 3 of
 * 3（件）. */
static text before_meaning(text t)
{
    text rest, more, grade = text_of("");
    size_t at = glyph_colon(t, &rest), next;

    if (at != SIZE_MAX && glyph_colon(rest, &more) == SIZE_MAX)
        grade = text_cut(t, 0, at);
    for (at = 0; grade.length == 0 && at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_OPEN &&
            glyph_class_before(t, t.length) == GLYPH_CLOSE)
            grade = text_cut(t, 0, at);
    return glyph_has_digit(grade) ? text_of("") : text_trim(grade);
}

/* 3 of 3（普通）: a number, where what stands behind it can only be judged; not
 * of 3（件）. */
static text before_judged(text t)
{
    static const char *const judged[] = { "良", "普通", "十分", "順調", "遅れ",
                                          "優れ", "劣", "達成" };

    for (size_t at = 0, next; at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_OPEN)
            return glyph_class_before(t, t.length) == GLYPH_CLOSE &&
                           text_contains_one(text_from(t, next), judged,
                                             sizeof(judged) /
                                                 sizeof(*judged))
                       ? text_trim(text_cut(t, 0, at)) : text_of("");
    return text_of("");
}

/* A of A 順調 and C遅れている: a letter, and a grade in words behind it. */
static text before_words(const reader *r, text t)
{
    size_t next = 0;
    text rest;

    if (t.length == 0 || glyph_at(t, 0, &next) != GLYPH_LATIN)
        return text_of("");
    rest = text_trim(text_from(t, next));
    return rest.length > strlen("順") && is_grade(r, rest) &&
                   is_grade(r, text_cut(t, 0, next))
               ? text_cut(t, 0, next) : text_of("");
}

/* A of C→B→A: what the grade became, and before that what it was. */
static text behind_change(const reader *r, text t)
{
    size_t at, next;
    bool changed = false;

    while ((at = glyph_arrow(t)) != SIZE_MAX) {
        text was = text_trim(text_cut(t, 0, at));

        if (!is_grade(r, was) && !project_says_none(was))
            return text_of("");
        glyph_at(t, at, &next);
        t = text_trim(text_from(t, next));
        changed = true;
    }
    return changed && is_grade(r, t) ? t : text_of("");
}

text project_grade_alone(const reader *r, text typed)
{
    text t = bare_grade(typed);
    text (*const ways[])(text) = { behind_verdict, before_verdict,
                                   before_meaning, before_judged };

    if (t.length == 0 || t.length > GRADE_BYTES || project_says_none(t))
        return text_of("");
    if (is_grade(r, t))
        return t;
    for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
        if (is_grade(r, ways[i](t)))
            return ways[i](t);
    return before_words(r, t).length > 0 ? before_words(r, t)
                                         : behind_change(r, t);
}

bool project_grade_like(const reader *r, text t)
{
    return project_grade_alone(r, t).length > 0;
}

bool project_grade_mark(const reader *r, text t)
{
    return t.length > 0 && t.length <= MARK_BYTES && !glyph_has_digit(t) &&
           project_grade_like(r, t);
}

static bool plan_category_status(const reader *r, text t)
{
    text key, own;

    if (!fold_key(r->memory, &key, t))
        return false;
    for (size_t i = 0; i < r->plan->category_count; i++)
        if (fold_key(r->memory, &own,
                     text_of(r->plan->categories[i].status)) &&
            text_equal(own, key))
            return true;
    return false;
}

bool project_status_like(const reader *r, text t)
{
    if (project_says_none(t))
        return true;
    if (t.length > 120)
        return false;
    if (plan_category_status(r, t))
        return true;
    return text_contains_one(t, status_words,
                             sizeof(status_words) / sizeof(*status_words)) ||
           text_in(t, stage_words, sizeof(stage_words) / sizeof(*stage_words));
}

/* ○Ａ　●Ｂ　○Ｃ: rounds in place of boxes, one of them full; else all of it. */
static text round_ticked(text t)
{
    size_t full = text_find(t, "●", 0), next = text_find(t, "○", 0), end;

    if (full == SIZE_MAX || next == SIZE_MAX ||
        text_find(t, "●", full + 1) != SIZE_MAX ||
        (full > 0 && next > 0)) /* 進捗：●Ａ ○Ｂ */
        return t;
    t = text_trim(text_from(t, full + strlen("●")));
    next = text_find(t, "○", 0);
    end = text_find(t, "　", 0);
    end = next < end ? next : end;
    return end == SIZE_MAX ? t : text_trim(text_cut(t, 0, end));
}

/* B of Ⓑ and 4 of ④; empty for other words. */
static text in_ring(text t)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char digits[] = "123456789";
    size_t next = 0;
    uint32_t c = t.length == GLYPH_CIRCLED_BYTES ? glyph_next(t, &next) : 0;

    if (c >= 0x24B6 && c < 0x24B6 + sizeof(letters) - 1) /* Ⓐ */
        return text_cut(text_of(letters), c - 0x24B6, c - 0x24B6 + 1);
    if (c >= 0x2460 && c < 0x2460 + sizeof(digits) - 1) /* ① */
        return text_cut(text_of(digits), c - 0x2460, c - 0x2460 + 1);
    return text_of("");
}

/* Where one of several grades ends that ・ or gaps stand between; *next behind
 * what stands there. */
static size_t choice_end(text t, size_t at, bool gaps, size_t *next)
{
    for (; at < t.length; at = *next) {
        glyph_class c = glyph_at(t, at, next);

        if (gaps ? glyph_is_space(c) : text_starts(text_from(t, at), "・"))
            return at;
    }
    *next = t.length;
    return t.length;
}

/* （Ａ）・Ｂ・Ｃ, Ⓐ・B・C and Ⓐ　B　C: the one of several that stands in brackets or a
 * ring; empty for others. Words with gaps between them may be a sentence. */
static text ringed(text t)
{
    text found = text_of(""), inner;
    bool gaps = text_find(t, "・", 0) == SIZE_MAX;
    size_t most = gaps ? GLYPH_CIRCLED_BYTES : CHOICE_BYTES;
    unsigned parts = 0;

    for (size_t at = 0, next = 0; at < t.length; at = next) {
        text part = text_trim(text_cut(t, at, choice_end(t, at, gaps, &next)));

        if (gaps && part.length == 0)
            continue;
        if (part.length == 0 || part.length > most)
            return text_of("");
        parts++;
        if (!glyph_bracketed(part, 0, &inner))
            inner = in_ring(part);
        else if (text_trim(inner).length == 0)
            return text_of("");
        if (inner.length == 0)
            continue;
        if (found.length > 0)
            return text_of("");
        found = text_trim(inner);
    }
    return parts >= CHOICES_MIN ? found : text_of("");
}

/* The next （○）, （　） or (レ) at or after `at`, *next behind it; its place,
 * SIZE_MAX for none. *on: a mark stands in it. */
static size_t find_box(text t, size_t at, size_t *next, bool *on)
{
    static const char *const marks[] = { "○", "〇", "◯", "●", "レ", "✓", "✔" };
    size_t start, inner, end;

    for (start = at; start < t.length; start = *next) {
        if (glyph_at(t, start, next) != GLYPH_OPEN)
            continue;
        inner = end = *next;
        while (end < t.length && glyph_at(t, end, next) != GLYPH_CLOSE)
            end = *next;
        if (end == t.length)
            break;
        *on = text_in(text_trim(text_cut(t, inner, end)), marks,
                      sizeof(marks) / sizeof(*marks));
        if (*on || text_trim(text_cut(t, inner, end)).length == 0)
            return start;
        *next = inner;
    }
    return SIZE_MAX;
}

/* （　）順調　（○）概ね順調　（　）遅れ: the words behind the only mark, or in front of
 * it where the text begins with words; nothing where there is no mark. False:
 * other words. */
static bool box_ticked(text t, text *said)
{
    size_t next = 0, from = 0, other;
    bool on = false, marked;
    size_t at = find_box(t, 0, &next, &on), first = at;
    unsigned boxes = 0, marks = 0;

    *said = text_of("");
    while (at != SIZE_MAX) {
        text words = text_trim(text_cut(t, from, at)); /* in front of it */

        marked = on;
        from = next;
        other = find_box(t, from, &next, &on);
        if (first == 0)
            words = text_trim(text_cut(t, from,
                                       other == SIZE_MAX ? t.length : other));
        if (words.length == 0)
            return false;
        if (marked)
            *said = words;
        marks += marked;
        boxes++;
        at = other;
    }
    return boxes > 1 && marks < 2 && (first == 0 || from == t.length);
}

text project_grade_ticked(text t)
{
    static const char *const on[] = { "■", "☑", "☒", "✔", "✓", "レ" };
    static const char *const off[] = { "□", "☐", "■", "☑", "　", "\n" };
    static const char *const parts[] = { "・", "／", "/", "、" };
    size_t from = SIZE_MAX, end;
    text box;

    if ((text_starts(t, "（") || text_starts(t, "(") || text_ends(t, "）") ||
         text_ends(t, ")")) && box_ticked(t, &box))
        return box;
    if (text_find(t, "□", 0) == SIZE_MAX && text_find(t, "☐", 0) == SIZE_MAX) {
        text one = ringed(t);

        return one.length > 0 ? one : round_ticked(t);
    }
    for (size_t i = 0; i < sizeof(on) / sizeof(*on); i++) {
        size_t at = text_find(t, on[i], 0);

        if (at == SIZE_MAX)
            continue;
        if (from != SIZE_MAX || text_find(t, on[i], at + 1) != SIZE_MAX)
            return t;
        from = at + strlen(on[i]);
    }
    if (from == SIZE_MAX)
        return text_starts(t, "□") || text_starts(t, "☐") ? text_of("") : t;
    t = text_trim(text_from(t, from));
    end = t.length;
    for (size_t i = 0; i < sizeof(off) / sizeof(*off); i++)
        if (text_find(t, off[i], 0) < end)
            end = text_find(t, off[i], 0);
    t = text_trim(text_cut(t, 0, end));
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
        if (text_ends(t, parts[i])) /* ☑ 順調 ・ □ 遅れ */
            t = text_trim(text_cut(t, 0, t.length - strlen(parts[i])));
    return t;
}

bool project_grade_of_others(text label)
{
    static const char *const others[] = { "外部", "有識者", "第三者", "委員会",
                                          "議会", "審議会", "二次",
                                          "２次", "2次" };

    return text_contains_one(label, others, sizeof(others) / sizeof(*others));
}

const char *project_grade_text(reader *r, text typed)
{
    text t = project_grade_alone(r, typed), ticked;

    if (t.length == 0 && grade_legend_read(typed, &ticked))
        return reader_line(r, ticked); /* A：達成　B：遅れ says of nobody */
    return reader_line(r, t.length > 0 ? t : bare_grade(typed));
}

bool project_grade_asks(text t)
{
    static const char *const ends[] = { "か", "か。", "か？", "か?", "？", "?" };

    t = text_trim(t);
    return t.length > QUESTION_BYTES &&
           (text_ends_in(t, ends, sizeof(ends) / sizeof(*ends)) ||
            note_in_front(t));
}

bool project_grade_is_year(const reader *r, text t)
{
    static const char *const what[] = { "実績", "事業", "分", "決算", "対象" };
    year_span span;
    size_t end = fiscal_year_read_marked(&span, t, 0, r->context_year), next;
    text rest = text_from(t, end);
    glyph_class c = glyph_at(rest, 0, &next);

    if (end == 0 || project_status_like(r, rest))
        return false;
    for (size_t i = 0; i < sizeof(what) / sizeof(*what); i++)
        if (text_starts(text_trim(rest), what[i]))
            return true;
    return rest.length == 0 || glyph_is_space(c) || c == GLYPH_OPEN;
}

void project_grade_said(reader *r, project *p, text typed)
{
    text t = text_trim(typed);

    if (t.length == 0 || t.length > SAID_BYTES || project_status_like(r, t) ||
        project_grade_is_year(r, t) || project_grade_asks(t) ||
        text_find(t, "。", 0) != SIZE_MAX || text_find(t, "※", 0) == 0)
        project_grade_set(r, p, t);
    else
        p->declared_grade = project_grade_text(r, t);
}

void project_grade_set(reader *r, project *p, text typed)
{
    const char *said = project_grade_text(r, typed);

    if (project_grade_is_year(r, text_trim(typed)) ||
        project_grade_asks(typed))
        return;
    if (project_grade_like(r, typed))
        p->declared_grade = said;
    else if (said[0] != '\0')
        p->declared_status = said;
}

bool project_verdict_take(reader *r, project *p, text line)
{
    text said = project_verdict(text_trim(line));

    if (said.length == 0 ||
        (!project_grade_like(r, said) && !project_status_like(r, said)))
        return false;
    project_grade_set(r, p, said);
    return true;
}

bool project_verdict_cut(reader *r, project *p, text *name)
{
    size_t gap = name->length;
    text behind;

    if (text_find(*name, "評価", 0) == SIZE_MAX)
        return false; /* as most */
    while (gap > 0 && !glyph_is_space(glyph_class_before(*name, gap)))
        gap = glyph_back(*name, gap);
    if (gap == 0 || glyph_word(*name, gap, "評価") == 0 ||
        glyph_colon(text_from(*name, gap), &behind) == SIZE_MAX ||
        !project_verdict_take(r, p, text_from(*name, gap)))
        return false;
    *name = text_trim(text_cut(*name, 0, gap));
    return true;
}
