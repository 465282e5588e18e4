/*
 * header_english.c - headers in two languages: 実績 Actual, 取組／Program
 */
#include "ingest/header/header_english.h"

#include <string.h>

#include "ingest/header/header_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

static const char *const english[] = {
    "achievement", "action", "actions", "actual", "actuals", "and", "annual",
    "attainment", "base", "baseline", "basic", "bureau", "by", "category",
    "charge", "comment", "comments", "cost", "current", "department",
    "division", "evaluation", "field", "final", "fiscal", "for", "goal",
    "goals", "grade", "in", "index", "indicator", "indicators", "initiative",
    "initiatives", "key", "latest", "measure", "measures", "name", "no",
    "note", "notes", "number", "of", "office", "outcome", "output",
    "performance", "plan", "planned", "policies", "policy", "program",
    "programme", "programmes", "programs", "progress", "project", "projects",
    "rate", "rating", "ratio", "remark", "remarks", "responsible", "result",
    "results", "section", "standard", "status", "strategy", "target",
    "targets", "the", "theme", "unit", "units", "value", "values", "year"
};
enum { WORD_BYTES = 12 };

/* A sheet that is handed on abroad may have no others. */
const header_synonym header_english[] = {
    { "basicgoal", ROLE_GOAL, 10 },
    { "goal", ROLE_GOAL, 10 },
    { "strategicgoal", ROLE_GOAL, 10 },
    { "theme", ROLE_THEME, 21 },
    { "field", ROLE_THEME, RANK_FIELD },
    { "policy", ROLE_THEME, RANK_POLICY },
    { "basicpolicy", ROLE_THEME, RANK_AIM },
    { "measure", ROLE_MEASURE, 30 },
    { "measures", ROLE_MEASURE, 30 },
    { "projectname", ROLE_PROJECT, 50 },
    { "projects", ROLE_PROJECT, 50 },
    { "program", ROLE_PROJECT, 50 },
    { "programme", ROLE_PROJECT, 50 },
    { "initiative", ROLE_PROJECT, 40 },
    { "action", ROLE_PROJECT, 42 },
    { "projectno", ROLE_NO, 0 },
    { "projectno.", ROLE_NO, 0 },
    { "bureau", ROLE_BUREAU, 0 },
    { "department", ROLE_BUREAU, 0 },
    { "responsibledepartment", ROLE_BUREAU, 0 },
    { "departmentincharge", ROLE_BUREAU, 0 },
    { "division", ROLE_DIVISION, 0 },
    { "section", ROLE_DIVISION, 0 },
    { "responsibledivision", ROLE_DIVISION, 0 },
    { "divisionincharge", ROLE_DIVISION, 0 },
    { "kpiname", ROLE_KPI, 0 },
    { "indicators", ROLE_KPI, 0 },
    { "indicatorname", ROLE_KPI, 0 },
    { "performanceindicator", ROLE_KPI, 0 },
    { "keyperformanceindicator", ROLE_KPI, 0 },
    { "keyperformanceindicator(kpi)", ROLE_KPI, 0 },
    { "units", ROLE_UNIT, 0 },
    { "direction", ROLE_DIRECTION, 0 },
    { "baselinevalue", ROLE_BASELINE, 0 },
    { "basevalue", ROLE_BASELINE, 0 },
    { "baselineyear", ROLE_BASELINE_YEAR, 0 },
    { "targets", ROLE_TARGET, 0 },
    { "targetvalue", ROLE_TARGET, 0 },
    { "finaltarget", ROLE_TARGET, 0 },
    { "targetyear", ROLE_TARGET_YEAR, 0 },
    { "annualtarget", ROLE_PLANNED, 0 },
    { "plannedvalue", ROLE_PLANNED, 0 },
    { "actuals", ROLE_ACTUAL, 0 },
    { "actualvalue", ROLE_ACTUAL, 0 },
    { "result", ROLE_ACTUAL, 0 },
    { "results", ROLE_ACTUAL, 0 },
    { "latestvalue", ROLE_ACTUAL, 0 },
    { "achievementrate", ROLE_RATE, 0 },
    { "rateofachievement", ROLE_RATE, 0 },
    { "attainmentrate", ROLE_RATE, 0 },
    { "progressrate", ROLE_RATE, 0 },
    { "evaluation", ROLE_GRADE, 0 },
    { "rating", ROLE_GRADE, 0 },
    { "projectgrade", ROLE_GRADE, 0 },
    { "projectrating", ROLE_GRADE, 0 },
    { "kpigrade", ROLE_GRADE, 0 },
    { "kpirating", ROLE_GRADE, 0 },
    { "year", ROLE_YEAR, 0 },
    { "fiscalyear", ROLE_YEAR, 0 },
    { "fy", ROLE_YEAR, 0 },
    { "value", ROLE_VALUE, 0 },
    { "item", ROLE_NAME, 0 },
    { "category", ROLE_LINE, 0 },
    { "remarks", ROLE_REMARK, 0 },
    { "remark", ROLE_REMARK, 0 },
    { "note", ROLE_REMARK, 0 },
    { "notes", ROLE_REMARK, 0 },
    { "comment", ROLE_REMARK, 0 },
    { "comments", ROLE_REMARK, 0 },
};
const size_t header_english_count =
    sizeof(header_english) / sizeof(*header_english);

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_english(text word)
{
    char lower[WORD_BYTES];

    if (word.length > sizeof(lower))
        return false;
    for (size_t i = 0; i < word.length; i++)
        lower[i] = (char)(word.bytes[i] | 0x20);
    for (size_t i = 0; i < sizeof(english) / sizeof(*english); i++)
        if (text_is(text_slice(lower, word.length), english[i]))
            return true;
    return false;
}

/* Ends the Latin word that begins at `at`; *own: it is no English word of a
 * header but KPI, R5, FY2023. */
static size_t word_end(text t, size_t at, bool *own)
{
    size_t end = at;
    text word;

    while (end < t.length && is_letter(t.bytes[end]))
        end++;
    word = text_cut(t, at, end);
    *own = (end < t.length && ascii_is_digit(t.bytes[end])) ||
           text_is(word, "KPI") || text_is(word, "KGI");
    return *own || is_english(word) ? end : SIZE_MAX;
}

/* A dot or apostrophe of an English word, or a slash that parts nothing. */
static bool is_left_over(text t, size_t at, size_t kept)
{
    size_t next;

    if (t.bytes[at] == '.' || t.bytes[at] == '\'' || t.bytes[at] == '&')
        return true;
    if (t.bytes[at] != '/')
        return false;
    next = glyph_skip(t, at + 1, true);
    return kept == 0 || next == t.length || is_letter(t.bytes[next]) ||
           t.bytes[next] == ')';
}

/* A Latin letter, or one of those that hold the wide ones (U+FF21 to U+FF5A):
 * most headers have none. */
static bool may_hold_latin(text t)
{
    for (size_t i = 0; i < t.length; i++) {
        const unsigned char *b = (const unsigned char *)t.bytes + i;

        if (is_letter(t.bytes[i]) ||
            (b[0] == 0xEF && t.length - i > 2 &&
             ((b[1] == 0xBC && b[2] >= 0xA1) || b[1] == 0xBD)))
            return true;
    }
    return false;
}

bool header_drop_english(arena *a, text *japanese, text typed)
{
    text t;
    char *copy;
    size_t n = 0;
    bool dropped = false, letters = false, own;

    if (!may_hold_latin(typed) || !fold_width(a, &t, NULL, typed) ||
        (copy = arena_alloc(a, t.length + 1)) == NULL)
        return false;
    for (size_t at = 0; at < t.length;) {
        if (is_letter(t.bytes[at])) {
            size_t end = word_end(t, at, &own);

            if (end == SIZE_MAX)
                return false;
            for (; at < end && own; at++)
                copy[n++] = t.bytes[at];
            dropped = dropped || !own;
            at = end;
        } else if (is_left_over(t, at, n)) {
            at++;
        } else {
            letters = letters || (unsigned char)t.bytes[at] >= 0x80;
            copy[n++] = t.bytes[at++];
        }
    }
    *japanese = text_trim(text_slice(copy, n));
    return dropped && letters;
}
