/*
 * summary_open.c - the open profile: tables for publication, and their check
 *
 * One table a sheet from A1, one datum a cell, values and no formulas, no
 * merges, Western years beside era years, 1 and 2 instead of Ⅰ and ①. What
 * is written is watched cell by cell; so the self-check speaks about the
 * output, not about intentions.
 */
#include <string.h>

#include "kpi/consolidate.h"
#include "output/summary_book.h"
#include "output/summary_open.h"
#include "wording/fiscal_year.h"
#include "wording/fold.h"

typedef enum open_type { OPEN_TEXT, OPEN_NUMBER } open_type;

typedef struct open_column {
    const char *ja, *en;
    open_type type;
    unsigned width;
} open_column;

typedef struct table {
    summary *s;
    page pg;
    const open_column *columns;
    uint32_t count, row, col;
    bool empty_row;
    summary_check *check;
} table;

/* ---- Text fit for machines -------------------------------------------- */

static bool is_platform(uint32_t c)
{
    return (c >= 0x2160 && c <= 0x217F) || (c >= 0x2460 && c <= 0x24FF) ||
           (c >= 0x2776 && c <= 0x2793) || (c >= 0x3220 && c <= 0x33FF) ||
           (c >= 0x2100 && c <= 0x214F) || (c >= 0xFF61 && c <= 0xFF9F) ||
           (c >= 0xE000 && c <= 0xF8FF);
}

/* Ⅰ and ① become 1; other such characters what NFKC makes of them. */
static void put_plain(buf *b, arena *a, uint32_t c)
{
    char bytes[5] = "";
    text folded;
    int n;

    bytes[utf8_put(bytes, c)] = '\0';
    n = is_platform(c) ? heading_number(bytes) : 0;
    if (n)
        buf_printf(b, "%d", n);
    else if (is_platform(c) && c < 0xE000 &&
             fold_key(a, &folded, text_of(bytes)))
        buf_text(b, folded);
    else if (is_platform(c) && c < 0xFF61)
        buf_string(b, "〓");
    else
        buf_string(b, bytes);
}

static const char *plain(table *t, const char *from)
{
    text in = text_trim(text_of(from));
    const char *out;
    bool space = false;
    buf b;

    buf_init(&b);
    for (size_t at = 0; at < in.length;) {
        uint32_t c = utf8_next(in, &at);
        bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ' ||
                     c == 0x3000 || c == 0xA0;

        if (blank && !space)
            buf_char(&b, ' ');
        space = blank;
        if (!blank)
            put_plain(&b, &t->pg.scratch, c);
    }
    out = buf_ok(&b) ? arena_strdup(&t->pg.scratch, buf_cstr(&b)) : NULL;
    if (!out)
        t->pg.failed = true;
    buf_free(&b);
    return out ? out : "";
}

/* ---- Watching --------------------------------------------------------- */

static void offend(table *t, enum check_item item)
{
    t->check->offences[item]++;
}

static void watch_text(table *t, const char *value, open_type type)
{
    text v = text_of(value);

    if (type == OPEN_NUMBER && v.length) {
        offend(t, CHECK_NUMBERS);
        offend(t, CHECK_SYMBOLS);
    }
    if (text_find(v, "\n", 0) != SIZE_MAX || text_trim(v).length != v.length ||
        text_find(v, "  ", 0) != SIZE_MAX)
        offend(t, CHECK_LOOKS);
    if (text_find(v, "\n", 0) != SIZE_MAX)
        offend(t, CHECK_ONE_DATUM);
    for (size_t at = 0; at < v.length;)
        if (is_platform(utf8_next(v, &at))) {
            offend(t, CHECK_CHARACTERS);
            break;
        }
}

/* ---- Cells ------------------------------------------------------------ */

static void put_text(table *t, const char *value)
{
    const char *clean = plain(t, value);

    watch_text(t, clean, t->columns[t->col].type);
    if (*clean)
        page_text(&t->pg, page_cell(t->row, t->col), STYLE_OPEN_TEXT, clean);
    t->empty_row = t->empty_row && !*clean;
    t->col++;
}

static void put_number(table *t, quantity q)
{
    if (t->columns[t->col].type != OPEN_NUMBER)
        offend(t, CHECK_NUMBERS);
    if (q.known)
        page_number(&t->pg, page_cell(t->row, t->col), STYLE_OPEN_TEXT,
                    FORMAT_FULL, q.value);
    t->empty_row = t->empty_row && !q.known;
    t->col++;
}

static void put_integer(table *t, int64_t value, bool absent)
{
    quantity q = { !absent, NUMBER_ZERO };

    if (!absent && !number_from_int(&t->pg.scratch, &q.value, value))
        t->pg.failed = true;
    put_number(t, q);
}

/* Two columns: 2016 and 平成28年度. */
static void put_years(table *t, int year)
{
    buf b;
    const char *cut;
    char *era;

    put_integer(t, year, !year);
    buf_init(&b);
    if (year)
        fiscal_year_put(&b, year);
    era = arena_strdup(&t->pg.scratch, buf_cstr(&b));
    cut = era ? strchr(era, '(') : NULL;
    if (cut)
        era[cut - era] = '\0';
    put_text(t, era ? era : "");
    buf_free(&b);
}

static void put_percent(table *t, quantity rate)
{
    number hundred;

    if (rate.known &&
        (!number_from_int(&t->pg.scratch, &hundred, 100) ||
         !number_multiply(&t->pg.scratch, &rate.value, rate.value, hundred) ||
         !number_round(&t->pg.scratch, &rate.value, rate.value, 10,
                       NUMBER_HALF_UP)))
        t->pg.failed = true;
    put_number(t, rate);
}

static void next_row(table *t)
{
    if (t->col != t->count)
        offend(t, CHECK_SPLIT);
    if (t->empty_row)
        offend(t, CHECK_SPLIT);
    t->row++;
    t->col = 0;
    t->empty_row = true;
    page_flush(&t->pg);
}

static void begin(table *t, summary *s, lxw_worksheet *w,
                  const open_column *columns, size_t count,
                  summary_check *check)
{
    bool years = false, western = true;

    *t = (table){ .s = s, .columns = columns, .count = (uint32_t)count,
                  .row = 1, .empty_row = true, .check = check };
    page_init(&t->pg, w, &s->styles);
    for (uint32_t c = 0; c < t->count; c++) {
        const char *name = say(s, columns[c].ja, columns[c].en);

        if (!*name)
            offend(t, CHECK_LABELS);
        watch_text(t, name, OPEN_TEXT);
        years = years || strstr(columns[c].ja, "和暦") != NULL;
        western = western && (strstr(columns[c].ja, "和暦") == NULL ||
                              (c > 0 && strstr(columns[c - 1].ja, "西暦")));
        page_text(&t->pg, page_cell(0, c), STYLE_OPEN_HEAD, name);
        page_width(&t->pg, c, columns[c].width);
    }
    if (years && !western)
        offend(t, CHECK_YEARS);
    page_flush(&t->pg);
    worksheet_freeze_panes(w, 1, 0);
}

/* The tables are for machines, but who prints one gets whole rows. */
static kpi_status end(table *t, kpi_error *err)
{
    lxw_worksheet *w = t->pg.sheet;

    worksheet_set_landscape(w);
    worksheet_set_paper(w, text_is(text_of(t->s->plan->paper), "A3") ? 8 : 9);
    worksheet_fit_to_pages(w, 1, 0);
    worksheet_repeat_rows(w, 0, 0);
    worksheet_print_area(w, 0, 0, t->row - 1, (lxw_col_t)(t->count - 1));
    worksheet_set_footer(w, "&C&8&A　&P / &N");
    if (t->row > 1)
        worksheet_autofilter(t->pg.sheet, 0, 0, t->row - 1,
                             (lxw_col_t)(t->count - 1));
    return page_finish(&t->pg, err);
}

/* ---- Tables ----------------------------------------------------------- */

static const open_column project_columns[] = {
    { "団体名", "Municipality", OPEN_TEXT, 120 },
    { "年度（西暦）", "Fiscal year", OPEN_NUMBER, 100 },
    { "年度（和暦）", "Era year", OPEN_TEXT, 110 },
    { "事業番号", "Project id", OPEN_NUMBER, 90 },
    { "基本目標番号", "Goal no.", OPEN_NUMBER, 110 },
    { "基本目標", "Goal", OPEN_TEXT, 300 },
    { "テーマ番号", "Theme no.", OPEN_NUMBER, 100 },
    { "テーマ", "Theme", OPEN_TEXT, 300 },
    { "区分番号", "Part no.", OPEN_NUMBER, 90 },
    { "区分", "Part", OPEN_TEXT, 200 },
    { "施策の印字番号", "Printed measure no.", OPEN_TEXT, 130 },
    { "施策", "Measure", OPEN_TEXT, 300 },
    { "事業名", "Project", OPEN_TEXT, 320 },
    { "事業の印字番号", "Printed no.", OPEN_TEXT, 110 },
    { "局", "Bureau", OPEN_TEXT, 160 },
    { "課", "Division", OPEN_TEXT, 140 },
    { "交付金", "Grants", OPEN_TEXT, 220 },
    { "再掲", "Relisted", OPEN_TEXT, 70 },
    { "申告判定", "Declared grade", OPEN_TEXT, 90 },
    { "申告区分", "Declared status", OPEN_TEXT, 130 },
    { "達成率（％）", "Rate (%)", OPEN_NUMBER, 110 },
    { "算定判定", "Computed grade", OPEN_TEXT, 90 },
    { "確定判定", "Final grade", OPEN_TEXT, 90 },
    { "集計区分", "Class", OPEN_TEXT, 130 },
    { "概要", "Outline", OPEN_TEXT, 500 },
    { "目的", "Purpose", OPEN_TEXT, 300 },
    { "補足", "Notes", OPEN_TEXT, 300 },
};

static void put_joined(table *t, const char **items, size_t count)
{
    buf b;

    buf_init(&b);
    for (size_t i = 0; i < count; i++)
        buf_printf(&b, "%s%s", i ? "、" : "", items[i]);
    put_text(t, buf_cstr(&b));
    buf_free(&b);
}

static void put_heading(table *t, const heading *h)
{
    int n = heading_number(h->no);

    put_integer(t, n, !n);
    put_text(t, h->title);
}

static kpi_status write_projects(summary *s, lxw_worksheet *w,
                                 summary_check *check, kpi_error *err)
{
    table t;

    begin(&t, s, w, project_columns,
          sizeof(project_columns) / sizeof(*project_columns), check);
    for (size_t i = 0; i < s->project_count && !t.pg.failed; i++) {
        const project_view *v = &s->projects[i];
        const project *p = v->project;

        put_text(&t, s->plan->municipality);
        put_years(&t, s->year);
        put_integer(&t, (int64_t)i + 1, false);
        put_heading(&t, &p->goal);
        put_heading(&t, &p->theme);
        put_heading(&t, &p->part);
        put_text(&t, p->measure_no);
        put_text(&t, p->measure);
        put_text(&t, p->name);
        put_text(&t, p->no);
        put_text(&t, p->bureau);
        put_text(&t, p->division);
        put_joined(&t, p->grants, p->grant_count);
        put_text(&t, p->relisted ? say(s, "再掲", "yes")
                                 : say(s, "初出", "no"));
        put_text(&t, p->declared_grade);
        put_text(&t, p->declared_status);
        put_percent(&t, p->assessment.rate);
        put_text(&t, v->computed);
        put_text(&t, project_grade(p, GRADE_FINAL));
        put_text(&t, v->class_text);
        put_text(&t, p->summary);
        put_text(&t, p->purpose);
        put_joined(&t, p->notes, p->note_count);
        next_row(&t);
    }
    return end(&t, err);
}

static const open_column kpi_columns[] = {
    { "団体名", "Municipality", OPEN_TEXT, 120 },
    { "年度（西暦）", "Fiscal year", OPEN_NUMBER, 100 },
    { "年度（和暦）", "Era year", OPEN_TEXT, 110 },
    { "事業番号", "Project id", OPEN_NUMBER, 90 },
    { "事業名", "Project", OPEN_TEXT, 320 },
    { "KPI番号", "KPI id", OPEN_NUMBER, 90 },
    { "KPI名", "KPI", OPEN_TEXT, 320 },
    { "単位", "Unit", OPEN_TEXT, 80 },
    { "種別", "Kind", OPEN_TEXT, 80 },
    { "向き", "Direction", OPEN_TEXT, 80 },
    { "基準年度（西暦）", "Baseline year", OPEN_NUMBER, 120 },
    { "基準年度（和暦）", "Baseline era year", OPEN_TEXT, 130 },
    { "基準値", "Baseline", OPEN_NUMBER, 110 },
    { "目標始期（西暦）", "Target from", OPEN_NUMBER, 120 },
    { "目標始期（和暦）", "Target from (era)", OPEN_TEXT, 130 },
    { "目標年度（西暦）", "Target year", OPEN_NUMBER, 120 },
    { "目標年度（和暦）", "Target era year", OPEN_TEXT, 130 },
    { "目標値", "Target", OPEN_NUMBER, 110 },
    { "目標値の単位", "Target unit", OPEN_TEXT, 110 },
    { "目標の区分", "Target of", OPEN_TEXT, 90 },
    { "目標の集計", "Target sum or year", OPEN_TEXT, 100 },
    { "目標の限定", "Target qualifier", OPEN_TEXT, 100 },
    { "目標の状態", "Target state", OPEN_TEXT, 110 },
    { "目標の原文", "Target as typed", OPEN_TEXT, 320 },
    { "基準値の単位", "Baseline unit", OPEN_TEXT, 110 },
    { "基準値の原文", "Baseline as typed", OPEN_TEXT, 200 },
    { "申告種別", "Declared kind", OPEN_TEXT, 80 },
    { "申告向き", "Declared direction", OPEN_TEXT, 80 },
    { "期待値", "Expected", OPEN_NUMBER, 110 },
    { "評価実績", "Assessed actual", OPEN_NUMBER, 110 },
    { "達成率（％）", "Rate (%)", OPEN_NUMBER, 110 },
    { "判定", "Grade", OPEN_TEXT, 80 },
    { "達成率のない理由", "Why no rate", OPEN_TEXT, 200 },
    { "計算式", "Formula", OPEN_TEXT, 150 },
    { "重複", "Repeated", OPEN_TEXT, 80 },
};

/* What the figures alone do not say. */
static void put_typed(table *t, const kpi *k)
{
    const summary *s = t->s;

    put_text(t, k->target.unit);
    put_text(t, k->target.per_year ? say(s, "毎年", "each year")
                                   : say(s, "期間", "period"));
    put_text(t, k->target.cumulative ? say(s, "累計", "total")
                                     : say(s, "指定なし", "not said"));
    put_text(t, k->target.qualifier);
    put_text(t, state_word(s, k->target.state));
    put_text(t, k->target.text);
    put_text(t, k->baseline.unit);
    put_text(t, k->baseline.text);
    put_text(t, k->kind == KIND_UNKNOWN ? "" : kind_word(s, k->kind));
    put_text(t, k->direction == DIRECTION_UNKNOWN
                    ? "" : direction_word(s, k->direction));
}

static kpi_status write_kpis(summary *s, lxw_worksheet *w,
                             summary_check *check, kpi_error *err)
{
    table t;

    begin(&t, s, w, kpi_columns, sizeof(kpi_columns) / sizeof(*kpi_columns),
          check);
    for (size_t i = 0; i < s->row_count && !t.pg.failed; i++) {
        const kpi *k = s->rows[i].kpi;

        if (!k)
            continue;
        if (!*k->unit && k->target.value.known)
            offend(&t, CHECK_UNITS);
        put_text(&t, s->plan->municipality);
        put_years(&t, s->year);
        put_integer(&t, (int64_t)s->rows[i].project + 1, false);
        put_text(&t, s->projects[s->rows[i].project].project->name);
        put_integer(&t, (int64_t)i + 1, false);
        put_text(&t, k->name);
        put_text(&t, k->unit);
        put_text(&t, kind_word(s, k->assessment.kind));
        put_text(&t, direction_word(s, k->assessment.direction));
        put_years(&t, k->baseline.fiscal_year);
        put_number(&t, k->baseline.value);
        put_years(&t, k->target.from);
        put_years(&t, k->target.to);
        put_number(&t, k->target.value);
        put_typed(&t, k);
        put_number(&t, k->assessment.expected);
        put_number(&t, k->assessment.actual);
        put_percent(&t, k->assessment.rate);
        put_text(&t, k->assessment.grade);
        put_text(&t, k->assessment.rate.known ? ""
                                              : k->assessment.reason_text);
        put_text(&t, formula_word(s, k->assessment.formula));
        put_text(&t, s->rows[i].once ? say(s, "初出", "no")
                                     : say(s, "重複", "yes"));
        next_row(&t);
    }
    return end(&t, err);
}

static const open_column actual_columns[] = {
    { "団体名", "Municipality", OPEN_TEXT, 120 },
    { "KPI番号", "KPI id", OPEN_NUMBER, 90 },
    { "事業名", "Project", OPEN_TEXT, 320 },
    { "KPI名", "KPI", OPEN_TEXT, 320 },
    { "実績年度（西暦）", "Year", OPEN_NUMBER, 120 },
    { "実績年度（和暦）", "Era year", OPEN_TEXT, 130 },
    { "実績値", "Actual", OPEN_NUMBER, 110 },
    { "単位", "Unit", OPEN_TEXT, 80 },
    { "集計", "Sum or year", OPEN_TEXT, 90 },
    { "状態", "State", OPEN_TEXT, 110 },
    { "実績の原文", "Actual as typed", OPEN_TEXT, 200 },
    { "年次計画値", "Planned", OPEN_NUMBER, 110 },
};

static quantity planned_of(const kpi *k, int year)
{
    for (size_t i = 0; i < k->planned_count; i++)
        if (k->planned[i].fiscal_year == year)
            return k->planned[i].value;
    return (quantity){ false, NUMBER_ZERO };
}

static kpi_status write_actuals(summary *s, lxw_worksheet *w,
                                summary_check *check, kpi_error *err)
{
    table t;

    begin(&t, s, w, actual_columns,
          sizeof(actual_columns) / sizeof(*actual_columns), check);
    for (size_t i = 0; i < s->row_count && !t.pg.failed; i++) {
        const kpi *k = s->rows[i].kpi;

        for (size_t y = 0; k && y < k->actual_count; y++) {
            const actual *a = &k->actuals[y];

            put_text(&t, s->plan->municipality);
            put_integer(&t, (int64_t)i + 1, false);
            put_text(&t, s->projects[s->rows[i].project].project->name);
            put_text(&t, k->name);
            put_years(&t, a->fiscal_year);
            put_number(&t, a->value);
            put_text(&t, *a->unit ? a->unit : k->unit);
            put_text(&t, a->cumulative ? say(s, "累計", "total")
                                       : say(s, "当年", "year"));
            put_text(&t, state_word(s, a->state));
            put_text(&t, a->text);
            put_number(&t, planned_of(k, a->fiscal_year));
            next_row(&t);
        }
    }
    return end(&t, err);
}

/* ---- Notes and the check ---------------------------------------------- */

static const open_column note_columns[] = {
    { "番号", "No.", OPEN_NUMBER, 80 },
    { "種類", "Kind", OPEN_TEXT, 200 },
    { "項目", "Item", OPEN_TEXT, 400 },
    { "内容", "Content", OPEN_TEXT, 800 },
};

static void note(table *t, const char *kind, const char *item,
                 const char *content)
{
    put_integer(t, t->row, false);
    put_text(t, kind);
    put_text(t, item);
    put_text(t, content);
    next_row(t);
}

static void judge(const summary *s, summary_check *check)
{
    if (!*s->plan->municipality)
        check->offences[CHECK_AREA]++;
    check->count = 0;
    for (size_t i = 0; i < SUMMARY_CHECK_ITEMS; i++) {
        check->passed[i] = check->offences[i] == 0;
        check->count += check->passed[i];
    }
}

static kpi_status write_notes(summary *s, lxw_worksheet *w,
                              summary_check *check, kpi_error *err)
{
    table t;
    const plan *p = s->plan;

    begin(&t, s, w, note_columns, sizeof(note_columns) /
                                      sizeof(*note_columns), check);
    note(&t, say(s, "表題", "title"), p->municipality, p->title);
    note(&t, say(s, "作成", "made by"), "kpibook", KPI_VERSION);
    for (size_t i = 0; i < p->band_count; i++)
        note(&t, say(s, "判定の区分", "band"), p->bands[i].grade,
             p->bands[i].label);
    for (size_t i = 0; i < p->note_count; i++)
        note(&t, say(s, "定義", "definition"), "", p->notes[i]);
    judge(s, check);
    for (size_t i = 0; i < SUMMARY_CHECK_ITEMS; i++)
        note(&t, say(s, "総務省チェック", "machine-readable"),
             summary_check_text(i, p->language),
             check->passed[i] ? say(s, "適合", "passed")
                              : say(s, "不適合", "failed"));
    for (size_t i = 0; i < s->data->source_count; i++)
        note(&t, say(s, "入力 SHA-256", "input SHA-256"),
             s->data->sources[i].file, s->data->sources[i].sha256);
    judge(s, check);
    return end(&t, err);
}

kpi_status summary_write_open(summary *s, kpi_error *err)
{
    static const struct {
        const char *ja, *en;
        kpi_status (*write)(summary *s, lxw_worksheet *w,
                            summary_check *check, kpi_error *err);
    } sheets[] = {
        { "事業", "projects", write_projects },
        { "KPI", "kpis", write_kpis },
        { "実績", "actuals", write_actuals },
        { "注記", "notes", write_notes },
    };
    summary_check check = { { false }, { 0 }, 0 };
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < sizeof(sheets) / sizeof(*sheets) &&
                       status == KPI_OK; i++) {
        lxw_worksheet *w = workbook_add_worksheet(
            s->book, say(s, sheets[i].ja, sheets[i].en));

        status = w ? sheets[i].write(s, w, &check, err)
                   : kpi_fail_nomem(err);
    }
    if (s->options->check)
        *s->options->check = check;
    return status;
}
