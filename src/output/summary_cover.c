/*
 * summary_cover.c - 表紙・目次: what this book is, and links to every sheet
 */
#include <string.h>

#include "output/summary_book.h"

enum { COL_MARGIN, COL_SHEET, COL_TEXT, COL_COUNT, COLS };

typedef struct cover {
    summary *s;
    page pg;
    uint32_t row;
    unsigned used; /* height of all rows, tenths of a point */
} cover;

static void put_height(cover *c, uint32_t row, unsigned height)
{
    page_height(&c->pg, row, height);
    c->used += height;
}

static const struct entry {
    const char *ja, *en, *unit_ja, *unit_en;
} entries[SHEET_IDS] = {
    [SHEET_TOTALS] = { "基本目標別・部局別の判定、注意を要する事業",
                       "Grades by goal and bureau, projects needing "
                       "attention", NULL, NULL },
    [SHEET_GRANTS] = { "地方創生関連交付金事業の実施状況（1事業1頁）",
                       "Grant projects, one a page", "事業", "projects" },
    [SHEET_LIST] = { "すべてのKPIを1行に1件。数値・達成率・判定のもと",
                     "One row a KPI: where all figures stand", "行", "rows" },
    [SHEET_FINDINGS] = { "点検で見つかったこと、直し方",
                         "What the checks found, and how to mend it", "件",
                         "findings" },
    [SHEET_STATUS] = { "部局ごとの提出・受理の状況",
                       "Who has submitted", "部局", "departments" },
    [SHEET_SOURCES] = { "すべての数値の出どころ（ファイル・シート・セル・原文）",
                        "Where every figure comes from", "件", "values" },
    [SHEET_LEGEND] = { "判定の区分、計算式、端数処理、記号、入力ファイルの一覧",
                       "Bands, formulas, rounding, signs, inputs", NULL,
                       NULL },
};

/* 総括 of a plan without bands. */
static const struct entry rates = {
    "部局別の状況、指標ごとの達成率", "Rates by bureau, and of each KPI", NULL, NULL
};

/* 5,760 件 */
static void put_count(char *out, size_t size, uint32_t count,
                      const char *unit)
{
    unsigned n = count;

    if (n < 1000)
        snprintf(out, size, "%u %s", n, unit);
    else if (n < 1000000)
        snprintf(out, size, "%u,%03u %s", n / 1000, n % 1000, unit);
    else
        snprintf(out, size, "%u,%03u,%03u %s", n / 1000000,
                 n / 1000 % 1000, n % 1000, unit);
}

static void link_line(cover *c, const char *sheet, const char *what,
                      uint32_t count, const char *unit)
{
    char counted[64] = "";
    unsigned need;

    if (unit)
        put_count(counted, sizeof(counted), count, unit);
    page_link(&c->pg, page_cell(c->row, COL_SHEET), STYLE_LINK, sheet, 0, 0,
              sheet);
    page_text(&c->pg, page_cell(c->row, COL_TEXT), STYLE_NAME, what);
    page_text(&c->pg, page_cell(c->row, COL_COUNT), STYLE_RIGHT, counted);
    need = page_need(&c->pg, COL_TEXT, COL_TEXT, STYLE_TEXT, what);
    put_height(c, c->row, need + 60);
    c->row++;
    page_flush(&c->pg);
}

static void write_contents(cover *c)
{
    summary *s = c->s;

    page_text(&c->pg, page_cell(c->row, COL_SHEET), STYLE_HEAD,
              say(s, "シート", "Sheet"));
    page_text(&c->pg, page_cell(c->row, COL_TEXT), STYLE_HEAD,
              say(s, "内容", "Content"));
    page_text(&c->pg, page_cell(c->row, COL_COUNT), STYLE_HEAD,
              say(s, "件数", "Entries"));
    put_height(c, c->row++, 200);
    for (int i = SHEET_TOTALS; i < SHEET_IDS; i++) {
        const struct entry *e = i == SHEET_TOTALS && !s->plan->band_count
                                    ? &rates : &entries[i];

        if (!*s->sheets[i])
            continue;
        link_line(c, s->sheets[i], say(s, e->ja, e->en), s->sheet_rows[i],
                  e->unit_ja ? say(s, e->unit_ja, e->unit_en) : NULL);
        for (size_t g = 0; i == SHEET_TOTALS && g < s->goal_count; g++)
            if (s->goals[g].sheet)
                link_line(c, s->goals[g].sheet, s->goals[g].goal.title,
                          (uint32_t)s->goals[g].projects,
                          say(s, "事業", "projects"));
    }
}

/* A title longer than a line breaks at its last space that leaves a full
 * line, rather than inside a word. */
static const char *title_of(cover *c)
{
    summary *s = c->s;
    const char *title = *s->plan->title ? s->plan->title
                                        : say(s, "KPI達成状況",
                                              "State of the KPIs");
    unsigned size = style_size(STYLE_COVER_TITLE);
    unsigned room = page_pixels(&c->pg, COL_SHEET, COL_COUNT) - size * 2;
    char *out = arena_strdup(&c->pg.scratch, title);
    size_t best = 0;

    if (!out || strchr(title, '\n') ||
        layout_text_pixels(text_of(title), size) <= room)
        return title;
    for (size_t i = 1; title[i]; i++)
        if (title[i] == ' ' &&
            layout_text_pixels(text_cut(text_of(title), 0, i), size) <= room)
            best = i;
    if (best)
        out[best] = '\n';
    return out;
}

static void write_title(cover *c)
{
    summary *s = c->s;
    const char *title = title_of(c);
    buf b;

    put_height(c, 0, 500);
    page_text(&c->pg, page_row(1, COL_SHEET, COL_COUNT), STYLE_COVER_CITY,
              s->plan->municipality);
    put_height(c, 1, 260);
    page_text(&c->pg, page_row(2, COL_SHEET, COL_COUNT), STYLE_COVER_TITLE,
              title);
    put_height(c, 2, page_need(&c->pg, COL_SHEET, COL_COUNT,
                                     STYLE_COVER_TITLE, title) + 60);
    page_text(&c->pg, page_row(3, COL_SHEET, COL_COUNT), STYLE_COVER_RULE,
              "");
    put_height(c, 3, 100);
    buf_init(&b);
    if (s->year) {
        buf_string(&b, say(s, "評価年度：", "Year reported: "));
        put_year(&b, s, s->year);
    }
    if (s->plan->from && s->plan->to) {
        buf_string(&b, say(s, "　　計画期間：", "    Period: "));
        put_year(&b, s, s->plan->from);
        buf_string(&b, say(s, "～", "–"));
        put_year(&b, s, s->plan->to);
    }
    page_text(&c->pg, page_row(4, COL_SHEET, COL_COUNT), STYLE_COVER_SUB,
              buf_cstr(&b));
    put_height(c, 4, 260);
    buf_clear(&b);
    put_as_of(&b, s);
    page_text(&c->pg, page_row(5, COL_SHEET, COL_COUNT), STYLE_COVER_SUB,
              buf_cstr(&b));
    put_height(c, 5, 260);
    put_height(c, 6, 240);
    buf_free(&b);
    c->row = 7;
    page_flush(&c->pg);
}

/* As large as the paper takes the width, and all rows on one page. */
static unsigned scale_of(const cover *c)
{
    unsigned scale = paper_scale(c->s, &c->pg, COLS - 1);

    while (scale > 10 && paper_height(c->s, scale) < c->used)
        scale--;
    return scale;
}

kpi_status summary_write_cover(summary *s, lxw_worksheet *w, kpi_error *err)
{
    static const unsigned widths[COLS] = { 40, 260, 820, 180 };
    cover c = { .s = s };

    page_init(&c.pg, w, &s->styles);
    for (uint32_t i = 0; i < COLS; i++)
        page_width(&c.pg, i, widths[i]);
    write_title(&c);
    write_contents(&c);
    put_height(&c, c.row++, 150);
    page_text(&c.pg, page_row(c.row, COL_SHEET, COL_COUNT), STYLE_NOTE,
              say(s, "達成率・判定・件数・構成比は「KPI一覧」をもとにする計算式です。"
                     "実績を書き換えると連動します。作成：kpibook " KPI_VERSION,
                  "Rates, grades, counts and shares are formulas over the "
                  "list of KPIs. Made by kpibook " KPI_VERSION));
    put_height(&c, c.row, 300);
    worksheet_print_area(w, 0, 0, c.row, COLS - 1);
    paper_setup(s, &c.pg, COLS - 1, PAPER_SCALED, "");
    worksheet_set_print_scale(w, (uint16_t)scale_of(&c));
    return page_finish(&c.pg, err);
}
