/*
 * template_guide.c - 記入要領: how the table is to be filled in
 *
 * Words for a person who opens the workbook once a year. No two cells of a
 * row are header words, so that no reader takes this sheet for a table.
 */
#include "output/template_parts.h"

#include "output/summary_layout.h"
#include "output/summary_style.h"
#include "wording/fiscal_year.h"

enum { LABEL = 0, TEXT = 1, LABEL_WIDTH = 240, TEXT_WIDTH = 980 };

typedef struct guide_row {
    const char *label[2]; /* NULL: a section's title stands in `text` */
    const char *text[2];
} guide_row;

static const guide_row rows[] = {
    { { NULL, NULL }, { "進めかた", "Steps" } },
    { { "１", "1" },
      { "黄色の欄（今年度の実績）に数字を入れます。単位や「累計」は付けません。欄の表示"
        "に「累計」とある指標は、計画の初めからの合計を入れます。",
        "Enter this year's figure into the yellow cell, without a unit. Where "
        "the cell shows 累計, enter the total since the plan began." } },
    { { "２", "2" },
      { "数字がまだない、または出せないときは、その欄を空けたまま、右の欄で理由を選びま"
        "す。0 や「－」は書きません。0 は「0だった」という意味になります。",
        "Where there is no figure, leave the cell empty and choose the reason "
        "beside it. Never enter 0 for that." } },
    { { "３", "3" },
      { "緑の欄（期待値・割合・入力確認）は自動で出ます。割合が思ったより大きい、小さい"
        "ときは、数字の桁と単位、累計か単年度かを確かめてください。",
        "Green cells reckon themselves. Where the rate is not what you "
        "expect, check digits, unit, and total against a year's own." } },
    { { "４", "4" },
      { "評価の欄は、事業ごとに最初の行だけ選びます。ねらいどおりでなかったときは、"
        "右端の自由記入の欄に理由を書きます。",
        "Choose the grade in a project's first row. Say in the free cell to "
        "the right why a result is not as planned." } },
    { { "５", "5" },
      { "右端の「入力確認」がすべて「入力済」か「自動転記」になったら、ファイル名を変え"
        "ずに上書き保存して提出します。",
        "When all rows are done or repeated, save under the same file name "
        "and send it in." } },
    { { NULL, NULL }, { "欄の色", "Colours" } },
    { { "黄色", "yellow" },
      { "今年度に入力する欄です。", "To be filled in this year." } },
    { { "白", "white" },
      { "必要なときだけ入力する欄です。前回「調査中」などで数字がなかった年度も、分かっ"
        "ていれば入れてください。",
        "May be filled in, such as past years that were still pending." } },
    { { "灰色", "grey" },
      { "印刷済みの欄で、変えられません。誤りを見つけたら、そのままにして自由記入の欄に"
        "書き、担当課に知らせてください。",
        "Printed and locked. If something is wrong, leave it, say so in the "
        "free cell and tell the officer." } },
    { { "緑", "green" },
      { "自動で計算します。「自動転記」の行は、同じ指標の最初の行に入れた数字がそのまま"
        "入ります。",
        "Reckons itself. Repeated rows take what was entered in the first row "
        "of the same indicator." } },
    { { NULL, NULL }, { "種別と向き", "Kinds and directions" } },
    { { "単年度", "単年度 (annual)" },
      { "その年度だけの値を、毎年の目標とくらべます。例：年間の来場者数",
        "A year's own figure against a yearly target." } },
    { { "累計", "累計 (cumulative)" },
      { "計画期間の合計を、期間のうち過ぎた年数の分とくらべます。例：5年間で1,000人の就"
        "職。欄に「累計」と出ない指標は年度ごとの値を入れてください。合計は自動で出ます。",
        "A total over the period, taken pro rata. Where the cell does not "
        "show 累計, enter each year's own figure; they are added up." } },
    { { "水準", "水準 (level)" },
      { "ある時点の値を、基準の値から目標の値へまっすぐ進むとしたときの値とくらべます。"
        "例：待機児童数、満足度",
        "A level at a time, against the straight way from the baseline to the "
        "target." } },
    { { "行為", "行為 (milestone)" },
      { "計画の策定や施設の着工など、したかどうかです。欄では「策定済」などを選びます。",
        "An act: choose whether it was done." } },
    { { "減少", "減少 (down)" },
      { "小さいほどよい指標です（待機児童数、順位など）。割合は目標を実績で割って出すの"
        "が基本です。",
        "The lower the better; as a rule the rate is target over actual." } },
    { { NULL, NULL }, { "行を足すとき", "More rows" } },
    { { "新しい指標", "A new indicator" },
      { "表の下の白い行に、左から順に入れます。年度は西暦で入れてください（下の早見表）。",
        "Use the white rows at the end, from left to right. Years are "
        "Western." } },
    { { "終わった事業", "An ended project" },
      { "行は消しません。理由の欄で「事業終了」を選びます。",
        "Do not delete its rows: choose 事業終了 as the reason." } },
};

static unsigned height_of(const template_book *t, const char *string,
                          unsigned width)
{
    return layout_height(text_of(string), layout_column_pixels(width),
                         template_size(LOOK_GUIDE_TEXT),
                         layout_spacing(t->plan->font[0] != '\0'
                                            ? t->plan->font
                                            : style_font_default));
}

static uint32_t put_rows(template_book *t, uint32_t row)
{
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++, row++) {
        const char *label = rows[i].label[t->english];
        const char *string = rows[i].text[t->english];
        unsigned height = height_of(t, string, TEXT_WIDTH);

        if (label == NULL) {
            worksheet_set_row(t->guide, row, 26, NULL);
            template_range(t, t->guide, row, LABEL, TEXT, string,
                           template_format(t, LOOK_GUIDE_HEAD, ALIGN_TEXT,
                                           ""));
            continue;
        }
        worksheet_set_row(t->guide, row,
                          (double)(height > 200 ? height + 40 : 200) / 10,
                          NULL);
        template_string(t, t->guide, row, LABEL, label,
                        template_format(t, LOOK_GUIDE_LABEL, ALIGN_TEXT,
                                        ""));
        template_string(t, t->guide, row, TEXT, string,
                        template_format(t, LOOK_GUIDE_TEXT, ALIGN_TEXT, ""));
    }
    return row;
}

/* 平成27年度(2015)　平成28年度(2016) ... around the plan's years. */
static void put_year_table(template_book *t, uint32_t row)
{
    int first = t->plan->from != 0 ? t->plan->from - 2 : t->year - 6;
    int last = t->plan->to != 0 ? t->plan->to + 1 : t->year + 6;
    buf b;

    if (first < t->year - 12)
        first = t->year - 12;
    if (last > t->year + 12 || last < t->year)
        last = t->year + 12;
    buf_init(&b);
    for (int year = first; year <= last; year++) {
        if (year > first)
            buf_string(&b, (year - first) % 5 == 0 ? "\n" : "　　");
        fiscal_year_put(&b, year);
    }
    worksheet_set_row(t->guide, row, 26, NULL);
    template_range(t, t->guide, row, LABEL, TEXT,
                   template_say(t, "元号と西暦の早見表", "Years"),
                   template_format(t, LOOK_GUIDE_HEAD, ALIGN_TEXT, ""));
    worksheet_set_row(t->guide, row + 1,
                      (double)(6 + 15 * ((last - first + 5) / 5)), NULL);
    template_range(t, t->guide, row + 1, LABEL, TEXT, template_keep(t, &b),
                   template_format(t, LOOK_GUIDE_TEXT, ALIGN_TEXT, ""));
}

void template_write_guide(template_book *t)
{
    lxw_worksheet *w = t->guide;

    worksheet_set_column(w, LABEL, LABEL, (double)LABEL_WIDTH / 10, NULL);
    worksheet_set_column(w, TEXT, TEXT, (double)TEXT_WIDTH / 10, NULL);
    worksheet_set_row(w, 0, 32, NULL);
    template_range(t, w, 0, LABEL, TEXT,
                   template_say(t, "記入要領", "How to fill it in"),
                   template_format(t, LOOK_GUIDE_TITLE, ALIGN_TEXT, ""));
    put_year_table(t, put_rows(t, 1));
    worksheet_set_landscape(w);
    worksheet_set_paper(w, 9);
    worksheet_fit_to_pages(w, 1, 1);
    worksheet_set_margins(w, 0.5, 0.5, 0.6, 0.6);
    worksheet_set_footer(w, "&C&9&P / &N");
    worksheet_gridlines(w, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_tab_color(w, 0x6C9BC4);
    worksheet_protect(w, NULL, NULL);
}
