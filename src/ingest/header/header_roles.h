/*
 * header_roles.h - what a column holds, by the words above it
 *
 * Header words are compared folded (NFKC, no spaces, no line breaks, no
 * brackets), with the year taken out: `実績値（平成28年度）`, `H28 実績` and
 * `２８年度実績` are ROLE_ACTUAL of 2016. Exact synonyms come first, then words
 * that a header contains. A plan adds words of its own, which win.
 */
#ifndef KPIBOOK_INGEST_HEADER_ROLES_H
#define KPIBOOK_INGEST_HEADER_ROLES_H

#include "kpi/plan.h"
#include "wording/fiscal_year.h"

typedef enum role {
    ROLE_NONE,
    ROLE_GOAL, ROLE_THEME, ROLE_PART, ROLE_MEASURE, ROLE_PROJECT, /* levels */
    ROLE_NO, ROLE_CODE, ROLE_RELISTED, ROLE_BUREAU, ROLE_DIVISION,
    ROLE_SUMMARY, ROLE_PURPOSE, ROLE_GRANT, ROLE_COST, ROLE_PERIOD,
    ROLE_PERIOD_FROM, ROLE_PERIOD_TO, /* 開始年度 and 終了年度, only together */
    ROLE_MUNICIPALITY, ROLE_ACTIVITY,
    ROLE_KPI, ROLE_BREAKDOWN, ROLE_UNIT, ROLE_KIND, ROLE_DIRECTION,
    ROLE_BASELINE, ROLE_BASELINE_YEAR, ROLE_TARGET,
    ROLE_TARGET_FROM, ROLE_TARGET_YEAR, /* 目標始期 and 目標年度 */
    ROLE_PLANNED, ROLE_ACTUAL, ROLE_TOTAL,
    ROLE_YEAR,  /* cells name the year of their line: H27, H28 */
    ROLE_LINE,  /* cells name what their line holds: 目標, 実績 */
    ROLE_VALUE, /* 数値, 値: of what stands above it */
    ROLE_NAME,  /* 名称, 内容: of what stands above it */
    ROLE_RATE, ROLE_GRADE, ROLE_STATUS, ROLE_REMARK,
    ROLE_IGNORED, /* a known column that holds nothing for the data */
    ROLE_COUNT
} role;

/* "project", "baseline_year" ... as a plan writes it; and back (NONE). */
const char *role_id(role r);
role role_from_id(const char *id);
bool role_is_level(role r);
/* 分野, 政策, 施策の柱, 重点プロジェクト and 基本方針 stand for the goal where no
 * level is further out; 取組 is the first that one department does. */
enum { RANK_GRANT = 1, /* no level, but 補助金名 of a form that names no other */
       RANK_FIELD = 13, RANK_POLICY = 15, RANK_PILLAR = 19, RANK_FLAGSHIP = 20,
       RANK_AIM = 23, RANK_ACT = 40 };
bool rank_stands_for_goal(unsigned rank);
/* A figure of an indicator: baseline, target, plan, actual or total. */
bool role_is_figure(role r);
/* 事業期間, or one end of it. */
bool role_is_period(role r);

/* 基準値／目標値, 目標値（基準値）: both stand in a column's cells. */
typedef enum header_pair {
    PAIR_NONE, PAIR_BASELINE_FIRST, PAIR_TARGET_FIRST
} header_pair;

typedef struct header_word {
    role role;
    unsigned rank;   /* of levels: 基本目標 10 .. 事業 50, the innermost */
    bool exact;      /* a synonym; false: the header only contains a word */
    bool from_plan;
    bool year_only;  /* nothing but a year stands there */
    bool year_named; /* a year with words of no role, and no figures:
                        増加分１年目（R3） */
    bool has_year;
    bool final;      /* 最終目標, 計画目標: the target itself, not a year's */
    bool cumulative; /* 累計 */
    bool preliminary; /* 見込, 速報 */
    year_span years;
    year_span before; /* 現状（H26）→目標（H31）: the year of what the target's
                         cells begin with; to 0 = none */
    header_pair pair; /* of a target: not NONE */
    unsigned index;  /* 指標2, 実績③: which one; 0 = none */
    text unit;       /* 目標値（人）, （単位：千円） */
    text name;       /* a header that is no role word: as typed, without unit */
} header_word;

typedef struct header_roles header_roles;

/* NULL when memory ran out. The plan must outlive it. */
header_roles *header_roles_new(arena *a, const plan *p);
/* `context_year` makes `２年度` a year; each distinct text is looked up once
 * for a context. */
const header_word *header_roles_find(header_roles *h, text typed,
                                     int context_year);
/* False: the word of the text is not exact and no year alone, and need not be
 * looked up to know that; cheap. True says nothing. */
bool header_roles_may_be(const header_roles *h, text typed,
                         int context_year);
/*
 * A place for what a caller finds out about a text and a context, 0 at first,
 * that stays as long as the words do. NULL when there is no more room: it
 * must then be found out each time.
 */
enum { HEADER_NOTES_BYTES = 16 << 20 };
unsigned *header_roles_note(header_roles *h, text t, int context_year);

#endif
