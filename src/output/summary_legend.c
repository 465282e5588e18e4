/*
 * summary_legend.c - 凡例・計算方法: bands, formulas, rounding, signs, inputs
 *
 * The bands at the top are alive: every grade looks its rate up in them. A
 * part that fits on a page is not split over two.
 */
#include <string.h>

#include "output/day_words.h"
#include "output/summary_book.h"

enum { COL_LEFT, COL_GRADE, COL_WORD, COL_REST, COLS };

enum { SECTION = 270, GAP = 160, FIRST = 300 + 100 /* title, space */ };

typedef struct legend_line {
    const char *name, *value;
    unsigned height;
} legend_line;

typedef struct legend {
    summary *s;
    page pg;
    uint32_t row;
    legend_line *lines;    /* of the part that is being put together */
    size_t count, capacity;
    unsigned used, page_height; /* tenths of a point */
    uint32_t breaks[LAYOUT_MAX_BREAKS + 1];
    size_t break_count;
} legend;

static void put_height(legend *l, uint32_t row, unsigned height)
{
    page_height(&l->pg, row, height);
    l->used += height;
}

/* The next `height` go to a new page where they do not fit on this one. */
static bool turn(legend *l, unsigned height)
{
    if (l->used + height <= l->page_height || l->row <= 2 ||
        l->break_count >= LAYOUT_MAX_BREAKS)
        return false;
    l->breaks[l->break_count++] = l->row;
    l->used = 0;
    return true;
}

static void section_head(legend *l, const char *title)
{
    page_text(&l->pg, page_row(l->row, 0, COLS - 1), STYLE_SECTION, title);
    put_height(l, l->row++, SECTION);
}

static const char *keep(legend *l, const char *t)
{
    const char *kept = arena_strdup(&l->s->memory, t);

    l->pg.failed = l->pg.failed || kept == NULL;
    return kept ? kept : "";
}

static void line(legend *l, const char *name, const char *value)
{
    unsigned a, b;

    if (l->count == l->capacity) {
        size_t capacity = l->capacity ? l->capacity * 2 : 32;
        legend_line *lines = arena_array(&l->s->memory, capacity,
                                         sizeof(*lines));

        if (!lines) {
            l->pg.failed = true;
            return;
        }
        if (l->count)
            memcpy(lines, l->lines, l->count * sizeof(*lines));
        l->lines = lines;
        l->capacity = capacity;
    }
    a = page_need(&l->pg, 0, 0, STYLE_TERM, name);
    b = page_need(&l->pg, 1, COLS - 1, STYLE_NAME, value);
    l->lines[l->count++] = (legend_line){ keep(l, name), keep(l, value),
                                          (a > b ? a : b) + 20 };
}

/* The lines so far, below their title; behind an empty row or a page. */
static void section(legend *l, const char *title)
{
    unsigned whole = SECTION + GAP, few;

    for (size_t i = 0; i < l->count; i++)
        whole += l->lines[i].height;
    few = SECTION + GAP + (l->count ? l->lines[0].height : 0) +
          (l->count > 1 ? l->lines[1].height : 0);
    if (!turn(l, whole <= l->page_height ? whole : few))
        put_height(l, l->row++, GAP);
    section_head(l, title);
    for (size_t i = 0; i < l->count; i++) {
        const legend_line *n = &l->lines[i];

        turn(l, n->height);
        page_text(&l->pg, page_cell(l->row, 0), STYLE_TERM, n->name);
        page_text(&l->pg, page_row(l->row, 1, COLS - 1), STYLE_NAME,
                  n->value);
        put_height(l, l->row++, n->height);
        page_flush(&l->pg);
    }
    l->count = 0;
}

/* From the worst up, as LOOKUP wants it; the lowest has no bound. */
static void write_bands(legend *l)
{
    summary *s = l->s;
    const plan *p = s->plan;
    size_t n = p->band_count;
    static const char *const lowest = "-1e300";

    if (!n) { /* nothing is graded */
        l->row = 1;
        return;
    }
    l->row = 2;
    section_head(l, say(s, "判定の区分（下限を書き換えると、すべての判定が変わります）",
                        "Bands (change a bound, and all grades follow)"));
    page_text(&l->pg, page_cell(3, COL_LEFT), STYLE_HEAD,
              say(s, "達成率の下限（%）", "Rate from (%)"));
    page_text(&l->pg, page_cell(3, COL_GRADE), STYLE_HEAD,
              say(s, "判定", "Grade"));
    page_text(&l->pg, page_row(3, COL_WORD, COL_REST), STYLE_HEAD_LEFT,
              say(s, "意味", "Meaning"));
    put_height(l, 3, 200);
    for (size_t i = 0; i < s->band_rows; i++) {
        uint32_t row = s->band_row + (uint32_t)i;
        bool none = i == 0 && (s->band_rows > n || !p->bands[n - 1].has_bound);
        const plan_band *band = s->band_rows > n
                                    ? i ? &p->bands[n - i] : NULL
                                    : &p->bands[n - 1 - i];
        number bound = NUMBER_ZERO;

        if (none && !number_from_decimal(&l->pg.scratch, &bound,
                                         text_of(lowest)))
            l->pg.failed = true;
        if (!none)
            bound = band->at_least;
        page_number(&l->pg, page_cell(row, COL_LEFT), STYLE_INPUT,
                    none ? FORMAT_NO_BOUND : style_decimals(bound), bound);
        if (band)
            page_text(&l->pg, page_cell(row, COL_GRADE), STYLE_GRADE,
                      band->grade);
        else
            page_formula_text(&l->pg, page_cell(row, COL_GRADE), STYLE_GRADE,
                              FORMAT_NONE, "=\"\"", "");
        page_text(&l->pg, page_row(row, COL_WORD, COL_REST), STYLE_NAME,
                  band ? band->label : say(s, "判定なし", "no grade"));
        put_height(l, row, 210);
    }
    l->row = s->band_row + (uint32_t)s->band_rows;
    paper_grades(s, &l->pg, (page_area){ s->band_row, COL_GRADE, l->row - 1,
                                         COL_GRADE });
    page_flush(&l->pg);
}

static const char *rounding_word(const summary *s)
{
    switch (s->plan->rounding) {
    case NUMBER_HALF_UP: return say(s, "四捨五入", "half up");
    case NUMBER_FLOOR: return say(s, "切捨て", "rounded down");
    case NUMBER_TRUNCATE: return say(s, "0に向けて切捨て", "towards zero");
    }
    return "";
}

static const struct rule_word {
    const char *ja, *en;
} project_rules[] = {
    [PROJECT_BEST] = { "達成率が最も高いKPI", "the best KPI" },
    [PROJECT_WORST] = { "達成率が最も低いKPI", "the worst KPI" },
    [PROJECT_MEAN] = { "KPIの達成率の平均", "the mean of the KPIs" },
    [PROJECT_WEIGHTED_MEAN] = { "KPIの達成率の加重平均",
                                "the weighted mean of the KPIs" },
    [PROJECT_FIRST] = { "最初のKPI", "the first KPI" },
    [PROJECT_COUNT_REACHED] = { "達成したKPIの割合",
                                "the share of KPIs reached" },
    [PROJECT_NONE] = { "事業としては判定しない（KPIごとに判定）",
                       "no project grade; each KPI has its own" },
};

static const struct text_row {
    const char *ja[2], *en[2];
} formulas[] = {
    { { "達成率", "実績÷期待値（高いほどよいもの）、期待値÷実績（低いほどよいもの）。計画で"
        "定めたときは、2－実績÷期待値、または（実績－基準値）÷（期待値－基準値）。"
        "どの式によったかは、KPI一覧の「計算式」にあります。" },
      { "Rate", "actual ÷ expected (higher is better), expected ÷ actual "
        "(lower is better); where the plan says so 2 − actual ÷ expected or "
        "(actual − baseline) ÷ (expected − baseline)." } },
    { { "期待値：単年度", "毎年の目標値そのもの。" },
      { "Expected: annual", "the target itself" } },
    { { "期待値：累計", "目標値×（経過した年数÷計画の年数）。計画期間の末に達成することを"
        "前提に、年数で按分します。" },
      { "Expected: cumulative", "target × years passed ÷ years of the "
        "period" } },
    { { "期待値：水準", "基準値＋（目標値－基準値）×（基準年度からの年数÷目標年度までの年数）。"
        "基準値がないときは目標値（最終目標比）。" },
      { "Expected: level", "baseline + (target − baseline) × years passed ÷ "
        "years; without a baseline the target" } },
    { { "期待値：到達", "計画の策定など、数値によらない目標。到達すれば100%、"
        "期限を過ぎて未到達なら0%。" },
      { "Expected: milestone", "reached is 100 %, else 0 % when due" } },
    { { "正確さ", "提出された数値を15桁の十進数として読み、分数のまま計算して、最後に一度だけ"
        "端数を処理します。達成率は途中で丸めず、上限も設けません。" },
      { "Exactness", "decimals of 15 digits, exact fractions, rounded once; "
        "never capped" } },
};

static const struct text_row signs[] = {
    { { "△", "負の数" }, { "△", "a negative number" } },
    { { "▼", "実績が基準値より悪い方へ動いたKPI" },
      { "▼", "worse than the baseline" } },
    { { "－", "数値なし。かっこ内または注記に理由（未確定、調査なし、未実施など）。0ではありません" },
      { "－", "no figure, with its reason; never a zero" } },
    { { "【再掲】", "ほかの箇所にも掲げた事業。件数には一度だけ数えます" },
      { "[relisted]", "listed elsewhere too; counted once" } },
    { { "先行", "目標の始期より前に、目標値へ達したもの" },
      { "ahead", "reached before its period begins" } },
    { { "最終目標比", "基準値がないため、年度途中でも最終の目標値と比べたもの" },
      { "against the final target", "a level without a baseline" } },
    { { "申告・算定", "申告は部局が付けた判定、算定は達成率からこの表が求めた判定" },
      { "declared, computed", "by the department, and by its rate" } },
};

static void write_rows(legend *l, const struct text_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        line(l, say(l->s, rows[i].ja[0], rows[i].en[0]),
             say(l->s, rows[i].ja[1], rows[i].en[1]));
}

static void write_rules(legend *l)
{
    summary *s = l->s;
    const plan *p = s->plan;
    buf b;

    write_rows(l, formulas, sizeof(formulas) / sizeof(*formulas));
    buf_init(&b);
    buf_printf(&b, say(s, "達成率は百分率の小数%d桁まで表示（%s）。判定は%sにより行います。",
                       "rates show %d decimals (%s); grades are taken on %s"),
               p->digits, rounding_word(s),
               p->grade_on == GRADE_ON_SHOWN
                   ? say(s, "表示した達成率", "the shown rate")
                   : say(s, "端数処理前の達成率", "the exact rate"));
    line(l, say(s, "端数処理", "Rounding"), buf_cstr(&b));
    buf_clear(&b);
    buf_string(&b, say(s, project_rules[p->project_rule].ja,
                       project_rules[p->project_rule].en));
    if (p->project_rule != PROJECT_NONE)
        buf_string(&b, say(s, "によります。達成率のないKPIは除きます。個々のKPIの遅れが"
                              "隠れることがあるため、総括にその数を示しています。",
                           "; KPIs without a rate are left out"));
    line(l, say(s, "事業の判定", "Project grade"), buf_cstr(&b));
    if (p->suggest_only)
        line(l, say(s, "判定の扱い", "Status of grades"),
             say(s, "この表の算定した判定は目安です。",
                 "computed grades are suggestions"));
    buf_free(&b);
    section(l, say(s, "計算方法", "How it is reckoned"));
    write_rows(l, signs, sizeof(signs) / sizeof(*signs));
    line(l, say(s, "並べ替え", "Sorting"),
         say(s, "KPI一覧は絞り込んで使ってください。並べ替えると、事業の判定の計算式が"
                "ほかの行を指すことがあります。",
             "Filter the list of KPIs; sorting would move rows away from the "
             "formulas of their projects."));
    section(l, say(s, "記号", "Signs"));
}

static void write_sources(legend *l, const dataset *d, const char *otherwise)
{
    for (size_t i = 0; i < d->source_count; i++) {
        const source *src = &d->sources[i];
        buf b;

        buf_init(&b);
        buf_printf(&b, "%s%s\nSHA-256 %s", src->file,
                   src->superseded ? say(l->s, "（差替え済み）", " (replaced)")
                                   : "",
                   src->sha256);
        line(l, *src->department ? src->department : otherwise,
             buf_cstr(&b));
        buf_free(&b);
    }
}

static void write_inputs(legend *l)
{
    summary *s = l->s;
    buf b;

    line(l, say(s, "作成", "Made by"), "kpibook " KPI_VERSION);
    buf_init(&b);
    if (day_put_moment(&b, s->options->created, s->plan->zone_minutes))
        line(l, say(s, "作成日時", "Time"), buf_cstr(&b));
    buf_free(&b);
    line(l, say(s, "読み戻し", "Read back"),
         say(s, "kpibookで読むと、もとのデータに戻ります。KPI一覧で書き換えた"
                      "実績はその値を採り、指摘事項に記録します。",
                   "kpibook reads this workbook back as data; an actual "
                   "changed in the list of KPIs is taken and reported."));
    if (*s->plan->file) {
        buf_init(&b);
        buf_printf(&b, "%s\nSHA-256 %s", s->plan->file, s->plan->sha256);
        line(l, say(s, "計画", "Plan"), buf_cstr(&b));
        buf_free(&b);
    }
    write_sources(l, s->data, say(s, "入力", "Input"));
    section(l, say(s, "作成と入力", "Made from"));
    if (s->options->previous) {
        write_sources(l, s->options->previous, say(s, "入力", "Input"));
        section(l, say(s, "前年度のデータ", "Last year's data"));
    }
}

kpi_status summary_write_legend(summary *s, lxw_worksheet *w, kpi_error *err)
{
    static const unsigned widths[COLS] = { 260, 110, 420, 560 };
    legend l = { .s = s };

    page_init(&l.pg, w, &s->styles);
    for (uint32_t c = 0; c < COLS; c++)
        page_width(&l.pg, c, widths[c]);
    paper_title(s, &l.pg, COLS - 1,
                say(s, "凡例・計算方法", "Legend and method"));
    page_height(&l.pg, 1, 100);
    l.used = FIRST;
    l.page_height = paper_height(s, paper_scale(s, &l.pg, COLS - 1));
    write_bands(&l);
    write_rules(&l);
    if (s->plan->note_count) {
        for (size_t i = 0; i < s->plan->note_count; i++) {
            buf b;

            buf_init(&b);
            buf_printf(&b, "※%zu", i + 1);
            line(&l, buf_cstr(&b), s->plan->notes[i]);
            buf_free(&b);
        }
        section(&l, say(s, "定義・用語", "Definitions"));
    }
    write_inputs(&l);
    worksheet_freeze_panes(w, 1, 0);
    worksheet_print_area(w, 0, 0, l.row - 1, COLS - 1);
    paper_setup(s, &l.pg, COLS - 1, PAPER_SCALED,
                say(s, "凡例・計算方法", "Legend"));
    if (l.break_count)
        worksheet_set_h_pagebreaks(w, l.breaks);
    return page_finish(&l.pg, err);
}
