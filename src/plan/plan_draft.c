/*
 * plan_draft.c - a first plan, with comments, drafted from submissions
 */
#include "plan/plan_draft.h"

#include "plan/draft_data.h"
#include "plan/schemes.h"
#include "wording/fiscal_year.h"

/* ---- Text as YAML ------------------------------------------------------ */

/* Within double quotes. What the data holds is on one line: draft_data.h. */
static void put_escaped(buf *out, const char *string)
{
    for (; *string != '\0'; string++) {
        if (*string == '"' || *string == '\\')
            buf_char(out, '\\');
        buf_char(out, *string);
    }
}

static bool is_plain(text t)
{
    if (t.length == 0)
        return false;
    for (size_t at = 0; at < t.length;) {
        uint32_t c = utf8_next(t, &at);

        if (c < 0x80 && !ascii_is_digit((char)c) &&
            !(ascii_lower((char)c) >= 'a' && ascii_lower((char)c) <= 'z'))
            return false;
    }
    return true;
}

static void put_scalar(buf *out, const char *string)
{
    if (is_plain(text_of(string))) {
        buf_string(out, string);
        return;
    }
    buf_char(out, '"');
    put_escaped(out, string);
    buf_char(out, '"');
}

/* ---- Head -------------------------------------------------------------- */

static void put_head(buf *out, const draft_data *x)
{
    buf_string(out,
        "# 計画ファイル（plan）の下書き。提出されたファイルから kpibook init が作りました。\n"
        "# 「要確認」のところを確かめ、必要な行の「# 」をとって使ってください。\n"
        "# 書き方の説明：man kpibook-plan\n"
        "# A draft made from submissions; check what is marked, then use it.\n"
        "\n# 要確認：表題と団体名\n");
    buf_string(out, "title: ");
    if (x->title[0] != '\0') {
        put_scalar(out, x->title);
    } else {
        buf_string(out, "\"KPI達成状況");
        if (x->reported_year != 0) {
            buf_string(out, "（");
            fiscal_year_put(out, x->reported_year);
            buf_string(out, "末時点）");
        }
        buf_char(out, '"');
    }
    buf_char(out, '\n');
    buf_string(out, x->municipality[0] != '\0' ? "municipality: "
                                               : "# municipality: ○○市");
    if (x->municipality[0] != '\0')
        put_scalar(out, x->municipality);
    buf_string(out, "\nlanguage: ja\n");
}

static void put_years(buf *out, const draft_data *x)
{
    buf_string(out, "\n# 要確認：計画期間（累計の目標を年度割りにする期間）と、評価する年度\n"
                    "# Check: the strategy's period and the year reported.\n");
    buf_string(out, x->from != 0 ? "period: {from: " : "# period: {from: ");
    fiscal_year_put_short(out, x->from != 0 ? x->from : 2020);
    buf_string(out, ", to: ");
    fiscal_year_put_short(out, x->to != 0 ? x->to : 2024);
    buf_string(out, "}\n");
    if (x->reported_year != 0) {
        buf_string(out, "reported_year: ");
        fiscal_year_put_short(out, x->reported_year);
    } else {
        buf_string(out, "# reported_year: R2");
    }
    buf_string(out, "\n# as_of: 2021-06-30            # いつ時点の集計か\n"
                    "# deadline: 2021-05-31 17:00   # 提出期限\n"
                    "timezone: Asia/Tokyo\n");
    if (x->layout_count == 0)
        return;
    buf_string(out, "layouts: [");
    for (size_t i = 0; i < x->layout_count; i++)
        buf_printf(out, "%s%s", i > 0 ? ", " : "", x->layouts[i]);
    buf_string(out, "]\n");
}

/* ---- Lists ------------------------------------------------------------- */

static void put_names(buf *out, const char *comment, const char *key,
                      const draft_names *names)
{
    if (names->count == 0)
        return;
    buf_printf(out, "\n%s%s:\n", comment, key);
    for (size_t i = 0; i < names->count; i++) {
        buf_string(out, "  - ");
        put_scalar(out, names->items[i].name);
        buf_printf(out, "   # %zu事業\n", names->items[i].times);
    }
}

static void put_goals(buf *out, const draft_names *goals)
{
    if (goals->count == 0)
        return;
    buf_string(out, "\n# 基本目標（この順に印刷します）\ngoals:\n");
    for (size_t i = 0; i < goals->count; i++) {
        buf_string(out, "  - no: ");
        put_scalar(out, goals->items[i].name);
        buf_string(out, "\n    title: ");
        put_scalar(out, goals->items[i].more);
        buf_char(out, '\n');
    }
}

/* ---- Grades ------------------------------------------------------------ */

static bool has_grade(const scheme *s, const char *grade)
{
    for (size_t i = 0; i < s->band_count; i++)
        if (text_is(text_trim(text_of(grade)), s->bands[i].grade))
            return true;
    return false;
}

static bool fits(const scheme *s, const draft_names *grades)
{
    for (size_t i = 0; i < grades->count; i++)
        if (!has_grade(s, grades->items[i].name))
            return false;
    return true;
}

static void put_grades(buf *out, const draft_data *x)
{
    size_t most = 0;

    buf_string(out, "\n# 要確認：評価の段階。あてはまる1行の「# 」をとるか、bands で書きます。\n"
                    "# Check: take in one scheme, or write bands.\n");
    for (size_t i = 0; i < scheme_count(); i++)
        if (fits(scheme_at(i), &x->grades)) {
            buf_printf(out, "# scheme: %s   # %s\n", scheme_at(i)->name,
                       scheme_at(i)->about[LANGUAGE_JA]);
            most++;
        }
    if (most == 0)
        buf_string(out, "# bands:\n#   - {grade: A, at_least: 100}\n"
                        "#   - {grade: B}\n");
    buf_printf(out, "\n# 達成率の桁数と丸め、評価に使う値（shown 表示の値 / exact 正確な値）\n"
                    "rounding: {digits: %d, mode: half-up, grade_on: shown}\n",
               x->digits);
    buf_string(out, "# 小さいほどよい指標（inverse / mirror）、大きいほどよい指標"
                    "（ratio / progress）の計算\n"
                    "formula: {down: inverse, up: ratio}\n"
                    "# 事業の評価：best worst mean first none ...\n");
    buf_printf(out, "project_rule: %s\n",
               x->grades.count > 0 ? "best" : "none");
    put_names(out, "# 評価しない事業の状態（集計表で理由ごとに数えます）\n",
              "categories", &x->statuses);
}

/* ---- KPIs that can be read in two ways ---------------------------------- */

static void put_doubt(buf *out, const draft_doubt *doubt)
{
    buf_string(out, "#   # ");
    buf_string(out, doubt->text);
    buf_string(out, "\n#   - match: \"");
    put_escaped(out, doubt->name);
    buf_printf(out, "\"\n#     kind: %s   # %s\n", doubt->reading->kind,
               doubt->reading->why);
}

static void put_doubts(buf *out, const draft_data *x)
{
    if (x->doubt_count == 0)
        return;
    buf_string(out, "\n# 要確認：種別に迷うKPI。書いたとおりでよければ、「# 」をとらなくて\n"
                    "# かまいません（annual 単年度 cumulative 累計 level 水準 "
                    "milestone 実施の有無）。\n"
                    "# Check: KPIs whose wording allows two readings.\n"
                    "\n# kpis:\n");
    for (size_t i = 0; i < x->doubt_count; i++)
        put_doubt(out, &x->doubts[i]);
    if (x->more_doubts > 0)
        buf_printf(out, "#   # ほかに %zu KPI\n", x->more_doubts);
}

static void put_rest(buf *out, const draft_data *x)
{
    if (x->has_costs)
        buf_string(out, "\n# 事業費の単位が様式に印刷されていないとき\n"
                        "# cost_unit: 千円\n");
    buf_string(out, "\n# 凡例に印刷する説明\n# notes:\n#   - KPI：施策の成果目標\n"
                    "\npaper: A4\n");
}

kpi_status plan_draft(buf *out, const dataset *d, kpi_error *err)
{
    arena scratch;
    draft_data x;
    kpi_status status = KPI_OK;

    arena_init(&scratch, 0);
    if (!draft_collect(&x, &scratch, d)) {
        status = kpi_fail_nomem(err);
        goto out;
    }
    put_head(out, &x);
    put_years(out, &x);
    put_names(out, "# 提出する部局。別名は {name: 環境局, aliases: [環境部]} のように書きます\n",
              "departments", &x.departments);
    put_names(out, "# 事業名のうしろの（　）のうち、交付金の名前\n", "grants",
              &x.grants);
    put_goals(out, &x.goals);
    put_grades(out, &x);
    put_doubts(out, &x);
    put_rest(out, &x);
    if (!buf_ok(out))
        status = kpi_fail_nomem(err);
out:
    arena_free(&scratch);
    return status;
}
