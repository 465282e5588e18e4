/*
 * kpi_text.h - 指標 in free text: name, baseline, target, years in one cell
 *
 *     U・Iターン就職者数：115人（H26年度）⇒1,000人（H27～31年度）
 *     リーダー40人 マイスター0人（H26年度）⇒リーダー100人 マイスター10人（H31年度）
 *     研究開発部門の誘致：20件・100人（H27～31年度）     連携大学院輩出人材：50人増/年（H26年度：65人）
 *     計画策定（H28年度）                     ・年間1万人のアジア人材受入
 *     水産振興計画：改定（R4年度）      来場者数：目標 900人 ⇒ 実績 640人（達成率 71.1％）
 *
 * A cell may hold several KPIs: several figures under one name (named
 * `name（label）` by the word before the figure, else by its unit), or
 * several lines with a name each. The name is the text before the first
 * figure, trimmed of ： and ・ and of bracketed years at its end; where no text
 * stands before it, the words behind it (の規模の dropped): 産業集積.
 *
 * Read, but never as sure (CONFIDENCE_LOW): a change against another year
 * (前年度比3%増), a total of so many years (10件／5年, cumulative), a multiple
 * (1.5倍), figures of one name. No figure at all: ranges and ratios (10～20件,
 * 4校に1人, 300部×4回). A change alone (20％向上) is a target of 増 or 減.
 */
#ifndef KPIBOOK_WORDING_KPI_TEXT_H
#define KPIBOOK_WORDING_KPI_TEXT_H

#include "wording/fiscal_year.h"
#include "wording/no_number.h"
#include "wording/number_text.h"

typedef enum text_confidence {
    CONFIDENCE_HIGH,  /* read by the grammar, nothing left over */
    CONFIDENCE_LOW,   /* read, but something was left over or ambiguous:
                         a notice should echo the reading */
    CONFIDENCE_NONE   /* not understood: a finding with the text */
} text_confidence;

/* What a cell plans for one year: R4 400人. */
typedef struct kpi_step {
    int fiscal_year;
    figure figure;
} kpi_step;

/* One KPI of a cell. Texts are slices of the cell or lie in the arena. */
typedef struct kpi_text {
    text name;         /* `name（label）` when the cell holds several */
    text label;        /* リーダー, 参加企業数, 件; empty for a single figure */
    bool has_baseline; /* a baseline figure stands there (0 is a figure) */
    figure baseline;
    year_span baseline_years; /* also when the figure is missing */
    bool has_target;   /* false: a milestone, or no number given */
    figure target;
    year_span target_years; /* H31 -> from 0; H27～31 -> from 2015 to 2019 */
    bool per_year;     /* 毎年 年間 /年 on the target */
    bool cumulative;   /* 累計 on the target */
    text unit;         /* of the target, else of the baseline */
    text whole;        /* the part of the cell this KPI was read from */
    const kpi_step *steps; /* a target a year, the last one's too; or none */
    size_t step_count;
    text actual, actual_year, rate; /* beside the target: kpi_stated.h */
    text_confidence confidence;
} kpi_text;

/* Nothing is said yet. */
static inline void kpi_text_init(kpi_text *k)
{
    memset(k, 0, sizeof(*k));
    k->name = k->label = k->unit = k->whole = text_of("");
    k->actual = k->actual_year = k->rate = text_of("");
    k->baseline.unit = k->baseline.qualifier = text_of("");
    k->target.unit = k->target.qualifier = text_of("");
}

/* `context_year`: see fiscal_year.h. An empty cell gives no items. */
bool kpi_text_parse(arena *a, kpi_text **out, size_t *count, text cell,
                    int context_year);

/* One figure of an actual's cell, or why there is none. */
typedef struct actual_text {
    text label;        /* 参加企業数, 小, まなびとマイスター認定者数：リーダー; or empty */
    bool has_value;
    figure figure;     /* with cumulative, preliminary */
    bool has_increase; /* 127人（62人増）: the figure in brackets */
    figure increase;
    figure_state state;
    text whole;        /* the part of the cell that belongs to it */
    text remark;       /* what was left over: ※..., （事業内容の検討等実施） */
    unsigned number;   /* of ③24億円: 3; 0 for none */
    bool doubtful;     /* 15/15校, (63): the figure that probably is meant */
} actual_text;

/*
 * Reads an actual's cell: 累計305人 | 2件・21人 | 参加企業数：421社(newline)参加者：1,623人 |
 * － | 改定済 | 0社 福岡県や... . 累計 in front of the first of several figures
 * holds for all that are joined to it by ・ or 、 (累計10件・46人).
 * Always at least one item; a cell without a figure gives one item.
 */
bool actual_text_parse(arena *a, actual_text **out, size_t *count, text cell);
/*
 * Which actual belongs to which KPI of one cell: by label (equal, or one
 * starts with or contains the other: 小 and 小学校), then by number (①), by
 * unit, by order; pairs[i] is an index into `actuals` or SIZE_MAX.
 */
void actual_text_pair(size_t *pairs, const kpi_text *kpis, size_t kpi_count,
                      const actual_text *actuals, size_t actual_count);
/* Both at once; where each line of the cell begins with the name of another
 * KPI, that is what it is of. `pairs` has room for all of them. */
bool actual_text_parse_paired(arena *a, actual_text **out, size_t *pairs,
                              size_t *count, const kpi_text *kpis,
                              size_t kpi_count, text cell);
/* How well an actual's label names a KPI: up to LABEL_EQUAL, 0 not at all. */
enum { LABEL_EQUAL = 4 };
int actual_label_score(text kpi, text actual);
/* 水産振興計画：改定 is called 水産振興計画, and so is 水産振興計画 現状値：未改定
 * 目標値：改定; other names stay as they are. */
text milestone_name(text name);
/* 【来場者数】, ［会員数］: without the bracket that stands around all of it;
 * （仮称）, 「道の駅」, 【新規】会員数 and 【大人】・【小人】 stay. */
text kpi_name_unwrap(text name);
/* 策定済 改定済 実施済 完了 着工 達成: the milestone is reached. */
bool milestone_reached(text actual);

#endif
