/*
 * template_input.c - drop-downs, input checks and what lights up
 *
 * A check over a whole column, with references that move along: Excel takes
 * few hundred of them at most. Messages are Excel's: a title of 32 and a
 * text of 255 characters.
 */
#include "output/template_parts.h"

#include <stdlib.h>
#include <string.h>

typedef struct input_row {
    template_column column;
    int list;               /* a drop-down, or -1 */
    const char *condition;  /* %1 the cell, %2 kind, %3 unit; NULL: none */
    uint8_t error;          /* how a wrong entry is met */
    const char *title[2], *prompt[2], *message[2];
} input_row;

enum { STOP = LXW_VALIDATION_ERROR_TYPE_STOP,
       ASK = LXW_VALIDATION_ERROR_TYPE_WARNING,
       TELL = LXW_VALIDATION_ERROR_TYPE_INFORMATION };

#define YEARS_PAIR "AND(LEN(%1)>=9,ISNUMBER(VALUE(LEFT(%1,4))),"            \
                   "ISNUMBER(VALUE(MID(%1,6,4))))"

static const input_row inputs[] = {
    { COLUMN_UNIT, LIST_UNITS, NULL, ASK,
      { "単位", "Unit" },
      { "一覧から選ぶか、単位だけを入れます。", "Choose, or type a unit." },
      { "一覧にない単位です。このまま使いますか。",
        "The unit is not in the list. Use it?" } },
    { COLUMN_KIND, LIST_KINDS, NULL, STOP,
      { "種別", "Kind" },
      { "単年度＝その年度だけの値、累計＝期間の合計、水準＝ある時点の値、行為＝"
        "計画策定など、したかどうか。",
        "単年度 a year's own, 累計 a total, 水準 a level, 行為 an act." },
      { "一覧から選んでください。", "Choose from the list." } },
    { COLUMN_DIRECTION, LIST_DIRECTIONS, NULL, STOP,
      { "向き", "Direction" },
      { "増加＝大きいほどよい、減少＝小さいほどよい、維持＝保つ。",
        "増加 higher, 減少 lower is better, 維持 keep." },
      { "一覧から選んでください。", "Choose from the list." } },
    { COLUMN_BASE_YEAR, -1,
      "OR(AND(ISNUMBER(%1),%1>=1950,%1<=2100)," YEARS_PAIR ")", STOP,
      { "基準年度", "Baseline year" },
      { "西暦の年度で。例：2014", "A Western fiscal year: 2014" },
      { "西暦の年度を半角の数字で入れてください。例：2014（平成26年度）",
        "Enter a Western fiscal year: 2014" } },
    { COLUMN_BASE, -1, "ISNUMBER(%1)", STOP,
      { "基準値", "Baseline" },
      { "数字だけを入れます。単位は付けません。", "Numbers only." },
      { "数字だけを入れてください（単位や「約」は付けません）。",
        "Enter a number only, without a unit." } },
    { COLUMN_TARGET_YEARS, -1,
      "OR(AND(ISNUMBER(%1),%1>=1950,%1<=2100)," YEARS_PAIR ")", STOP,
      { "目標年度", "Target years" },
      { "その年度に達する目標は 2019、期間の合計の目標は 2015～2019 のように西暦で。",
        "2019, or 2015～2019 for a total of years." },
      { "西暦の年度で入れてください。例：2019　または　2015～2019",
        "Enter 2019 or 2015～2019." } },
    { COLUMN_TARGET, -1, "OR(ISNUMBER(%1),%2=\"行為\")", STOP,
      { "目標値", "Target" },
      { "数字だけを入れます。種別が「行為」なら「計画策定」のように言葉で。",
        "Numbers only; words for an act." },
      { "数字だけを入れてください。言葉の目標なら、先に種別を「行為」にします。",
        "Enter a number; for an act choose the kind 行為 first." } },
    { COLUMN_REASON, LIST_REASONS, NULL, TELL,
      { "数値がない理由", "Why no figure" },
      { "実績の数字がないときだけ選びます。0とは書かないでください。",
        "Only where there is no figure. Do not enter 0." },
      { "一覧にない言葉です。このまま入れます。",
        "Not in the list: taken as it is." } },
    { COLUMN_GRADE, LIST_GRADES, NULL, STOP,
      { "自己評価", "Own grade" },
      { "事業の評価を選びます（事業の最初の行だけ）。",
        "The project's grade, in its first row." },
      { "一覧から選んでください。", "Choose from the list." } },
};

/* Indicators; acts have a drop-down of their own. */
static const input_row number_input = {
    COLUMN_ACTUAL, -1,
    "OR(%2=\"行為\",AND(ISNUMBER(%1),OR(AND(%3<>\"%\",%3<>\"％\"),"
    "ABS(%1)<=1000)))", STOP,
    { "実績", "Actual" },
    { "数字だけを入れます（単位・「累計」は自動で付きます）。％は 85％なら 85。"
      "数字がないときは空けておき、右の欄で理由を選びます。",
      "A number only. 85% is 85. If there is none, leave it empty and choose "
      "the reason beside it." },
    { "数字だけを入れてください。単位や「約」「累計」は付けません。割合は 85％なら "
      "85 です。数字がないときは空けておき、右の欄で理由を選びます。",
      "Enter a number only, without a unit; 85% is 85. Where there is none, "
      "choose the reason beside it." },
}, act_input = {
    COLUMN_ACTUAL, LIST_ACTS, NULL, TELL,
    { "実績", "Actual" },
    { "したかどうかを選びます。", "Choose whether it was done." },
    { "一覧にない言葉です。このまま入れます。",
      "Not in the list: taken as it is." },
};

static char *copy(template_book *t, const char *string)
{
    char *made = arena_strdup(&t->memory, string);

    t->failed = t->failed || made == NULL;
    return made;
}

static char *condition(template_book *t, const input_row *in, uint32_t row)
{
    const char *args[3];
    buf b;

    args[0] = template_own_ref(t, in->column, row);
    args[1] = template_own_ref(t, COLUMN_KIND, row);
    args[2] = template_own_ref(t, COLUMN_UNIT, row);
    buf_init(&b);
    buf_char(&b, '=');
    for (const char *c = in->condition; *c != '\0'; c++) {
        if (c[0] == '%' && c[1] >= '1' && c[1] <= '3')
            buf_string(&b, args[*++c - '1']);
        else
            buf_char(&b, *c);
    }
    return copy(t, template_keep(t, &b));
}

/*
 * The list of the check that was made last becomes a named range. (libxlsx-
 * writer 1.1.4 has a type for that, which loses the memory of the name.)
 */
static void name_list(template_book *t, const char *name)
{
    lxw_data_val_obj *made = STAILQ_FIRST(t->sheet->data_validations);
    size_t size = strlen(name) + 1;
    char *own = malloc(size);

    while (made != NULL && STAILQ_NEXT(made, list_pointers) != NULL)
        made = STAILQ_NEXT(made, list_pointers);
    if (made == NULL || own == NULL) {
        free(own);
        t->failed = true;
        return;
    }
    memcpy(own, name, size);
    free(made->value_formula);
    made->value_formula = own;
}

static void check(template_book *t, const input_row *in, uint32_t first,
                  uint32_t last)
{
    char word[] = "-";
    char *one_word[] = { word, NULL };
    lxw_data_validation v = { .ignore_blank = LXW_VALIDATION_ON };
    uint32_t col = t->column[in->column];

    v.error_type = in->error;
    v.input_title = copy(t, in->title[t->english]);
    v.input_message = copy(t, in->prompt[t->english]);
    v.error_title = v.input_title;
    v.error_message = copy(t, in->message[t->english]);
    if (in->list >= 0) {
        v.validate = LXW_VALIDATION_TYPE_LIST;
        v.value_list = one_word;
    } else {
        v.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
        v.value_formula = condition(t, in, first);
    }
    if (!t->failed &&
        worksheet_data_validation_range(t->sheet, first, (lxw_col_t)col,
                                        last, (lxw_col_t)col,
                                        &v) != LXW_NO_ERROR)
        t->failed = true;
    if (!t->failed && in->list >= 0)
        name_list(t, template_list_names[in->list]);
}

/* Runs of rows that are acts, and of those that are not. */
static void actual_checks(template_book *t)
{
    enum { MOST_RUNS = 200 }; /* Excel's files count them in a byte */
    size_t runs = 0;

    for (size_t i = 0; i < t->row_count;) {
        bool act = t->rows[i].kind == KIND_MILESTONE;
        size_t end = i + 1;

        while (end < t->row_count &&
               (t->rows[end].kind == KIND_MILESTONE) == act)
            end++;
        if (++runs > MOST_RUNS)
            return;
        check(t, act ? &act_input : &number_input, template_row_at(i),
              template_row_at(end - 1));
        i = end;
    }
}

/* ---- What lights up ------------------------------------------------------------ */

static void light(template_book *t, template_column column,
                  const char *formula, unsigned fill, unsigned ink)
{
    lxw_conditional_format c = { .type = LXW_CONDITIONAL_TYPE_FORMULA };
    lxw_format *f = workbook_add_format(t->book);
    uint32_t col = t->column[column];

    if (f == NULL) {
        t->failed = true;
        return;
    }
    format_set_bg_color(f, fill);
    format_set_font_color(f, ink);
    c.value_string = copy(t, formula);
    c.format = f;
    worksheet_conditional_format_range(t->sheet, TEMPLATE_FIRST,
                                       (lxw_col_t)col,
                                       template_row_at(t->row_count - 1),
                                       (lxw_col_t)col, &c);
}

static void lights(template_book *t)
{
    const char *state = template_own_ref(t, COLUMN_STATE, TEMPLATE_FIRST);
    const char *cell = template_own_ref(t, COLUMN_ACTUAL, TEMPLATE_FIRST);
    const char *why = template_own_ref(t, COLUMN_REASON, TEMPLATE_FIRST);
    const char *both = template_text(t, "=AND($%s<>\"\",$%s<>\"\")", cell,
                                     why);
    const char *todo = template_say(t, "未入力", "to do");
    const char *done = template_say(t, "入力済", "done");
    const char *repeated = template_say(t, "自動転記", "repeated");

    light(t, COLUMN_STATE, template_text(t, "=$%s=\"%s\"", state, todo),
          0xFFE08A, 0x7A4B00);
    light(t, COLUMN_STATE, template_text(t, "=$%s=\"%s\"", state, done),
          0xCDE8D3, 0x1E5B3A);
    light(t, COLUMN_STATE,
          template_text(t, "=AND($%s<>\"\",$%s<>\"%s\")", state, state,
                        repeated), 0xF4B8A4, 0x7A1F0A);
    light(t, COLUMN_ACTUAL, both, 0xF4B8A4, 0x7A1F0A);
    light(t, COLUMN_REASON, both, 0xF4B8A4, 0x7A1F0A);
}

void template_write_checks(template_book *t)
{
    uint32_t last = template_row_at(t->row_count - 1);

    for (size_t i = 0; i < sizeof(inputs) / sizeof(*inputs); i++)
        if (template_has(t, inputs[i].column))
            check(t, &inputs[i], TEMPLATE_FIRST, last);
    actual_checks(t);
    lights(t);
}
