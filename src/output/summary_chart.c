/*
 * summary_chart.c - 総括: a stacked bar of grades for each goal
 */
#include <stdlib.h>

#include "output/summary_totals.h"

/* Rows below the chart: two a goal, and room for axis and legend. */
static uint32_t chart_rows(const summary *s)
{
    uint32_t rows = (uint32_t)(s->goal_count < 8 ? s->goal_count : 8) * 2 + 4;

    return rows < 7 ? 7 : rows;
}

static const char *describe(totals *t)
{
    summary *s = t->s;
    const char *out;
    buf b;

    buf_init(&b);
    buf_string(&b, say(s, "基本目標ごとの判定別事業数の積み上げ横棒グラフ。",
                       "Stacked bars of projects by grade for each goal. "));
    for (size_t g = 0; g < s->goal_count && g < 12; g++) {
        buf_printf(&b, "%s%s", g ? say(s, "。", ". ") : "",
                   *s->goals[g].goal.no ? s->goals[g].goal.no
                                        : s->goals[g].goal.title);
        for (size_t i = 0; i < t->bands; i++) {
            count_filter f = { g, SIZE_MAX, CLASS_COUNTED, 0,
                               s->plan->bands[i].grade, false };

            buf_printf(&b, "%s%s %zu", i ? "、" : "：", f.grade,
                       summary_count(s, &f));
        }
    }
    out = summary_text(s, "%s", buf_cstr(&b));
    buf_free(&b);
    return out;
}

static char *chart_font(totals *t)
{
    char *name = arena_strdup(&t->s->memory, t->s->styles.font);

    t->pg.failed = t->pg.failed || name == NULL;
    return name;
}

/*
 * What a viewer shows that does not reckon. The writer would look into the
 * cells, but of those with a formula it keeps no result: it is given here.
 */
static void cache_values(totals *t, lxw_chart_series *series, size_t band)
{
    lxw_series_range *range = series->values;
    summary *s = t->s;

    range->ignore_cache = LXW_TRUE; /* do not look */
    for (size_t g = 0; g < s->goal_count; g++) {
        count_filter f = { g, SIZE_MAX, CLASS_COUNTED, 0,
                           s->plan->bands[band].grade, false };
        lxw_series_data_point *point = calloc(1, sizeof(*point));

        if (!point) {
            t->pg.failed = true;
            return;
        }
        point->number = (double)summary_count(s, &f);
        STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
        range->num_data_points++;
    }
}

static void add_series(totals *t, lxw_chart *chart, size_t band,
                       uint32_t first)
{
    summary *s = t->s;
    const char *sheet = s->sheets[SHEET_TOTALS];
    lxw_col_t col = (lxw_col_t)(COL_GRADES + band);
    uint32_t last = first + (uint32_t)s->goal_count - 1;
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    lxw_chart_pattern pattern = style_band_pattern(
        band, t->bands, s->plan->bands[band].color);
    lxw_chart_fill fill = { .color = pattern.fg_color };
    lxw_chart_fill white = { .color = 0xFFFFFF };
    lxw_chart_line line = { .color = 0x44546A, .width = 0.75f };
    lxw_chart_font font = { .name = chart_font(t), .size = 9,
                            .bold = LXW_TRUE, .color = 0x1F2933 };

    if (!series) {
        t->pg.failed = true;
        return;
    }
    chart_series_set_categories(series, sheet, first, COL_NAME, last,
                                COL_NAME);
    chart_series_set_values(series, sheet, first, col, last, col);
    cache_values(t, series, band);
    chart_series_set_name(series,
                          summary_text(s, "%s（%s）",
                                       s->plan->bands[band].grade,
                                       s->plan->bands[band].label));
    if (pattern.type == LXW_CHART_PATTERN_NONE)
        chart_series_set_fill(series, &fill);
    else
        chart_series_set_pattern(series, &pattern);
    chart_series_set_line(series, &line);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, "0;;;");
    chart_series_set_labels_font(series, &font);
    chart_series_set_labels_fill(series, &white);
}

void totals_write_chart(totals *t, uint32_t first)
{
    summary *s = t->s;
    lxw_chart *chart;
    lxw_chart_options options = { 0 };
    lxw_chart_font font = { .name = chart_font(t), .size = 9,
                            .color = 0x1F2933 };
    lxw_chart_line grid = { .color = 0xD5DBE2, .width = 0.5f };
    unsigned pixels = page_pixels(&t->pg, 0, t->last) / 10;
    uint32_t rows = chart_rows(s);

    if (!t->bands || !s->goal_count)
        return;
    totals_section(t, say(s, "基本目標別の判定（事業数）", "Grades by goal"),
                   rows * t->chart_row);
    for (uint32_t r = 0; r < rows; r++)
        totals_height(t, t->row + r, t->chart_row);
    page_flush(&t->pg);
    if (t->pg.rehearsal) {
        t->row += rows;
        totals_gap(t);
        return;
    }
    chart = workbook_add_chart(s->book, LXW_CHART_BAR_STACKED);
    if (!chart) {
        t->pg.failed = true;
        return;
    }
    for (size_t i = 0; i < t->bands; i++)
        add_series(t, chart, i, first);
    chart_title_off(chart);
    /* Of bars the y axis is the one with the names: first goal on top. */
    chart_axis_set_reverse(chart->y_axis);
    chart_axis_set_label_position(chart->x_axis,
                                  LXW_CHART_AXIS_LABEL_POSITION_HIGH);
    chart_axis_set_num_font(chart->x_axis, &font);
    chart_axis_set_num_font(chart->y_axis, &font);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(chart->x_axis, &grid);
    chart_axis_set_num_format(chart->x_axis, "0");
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(chart, &font);
    chart_set_series_gap(chart, 60);
    options.x_scale = (double)(pixels - 8) / 480;
    options.y_scale = (double)(rows * t->chart_row * 4 / 30 - 8) / 288;
    options.x_offset = 4;
    options.y_offset = 4;
    options.object_position = LXW_OBJECT_MOVE_AND_SIZE;
    {
        char *description = arena_strdup(&s->memory, describe(t));

        options.description = description;
        if (!description ||
            worksheet_insert_chart_opt(t->pg.sheet, t->row, 0, chart,
                                       &options) != LXW_NO_ERROR)
            t->pg.failed = true;
    }
    t->row += rows;
    totals_gap(t);
}
