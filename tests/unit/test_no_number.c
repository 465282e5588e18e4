/*
 * test_no_number.c - what a text without a figure says
 */
#include "support/rows.h"

#include "wording/no_number.h"

static const struct state_case {
    const char *label; /* the text */
    figure_state state;
} cases[] = {
    { "", STATE_BLANK },
    { " 　\n", STATE_BLANK },
    { "①\n②\n③", STATE_BLANK },
    { "①", STATE_TEXT },
    { "－", STATE_MISSING },
    { "―", STATE_MISSING },
    { "—", STATE_MISSING },
    { "−", STATE_MISSING },
    { "ー", STATE_MISSING },
    { "-", STATE_MISSING },
    { "…", STATE_MISSING },
    { "（－）", STATE_MISSING },
    { "—（H30～）", STATE_MISSING },
    { "—(平成30年度予算要求予定)", STATE_MISSING },
    { "－（H31実施予定）", STATE_MISSING },
    { "非該当", STATE_NOT_APPLICABLE },
    { "アンケート未実施", STATE_NOT_SURVEYED },
    { "調査を実施していない年度", STATE_NOT_SURVEYED },
    { "－（5年に一度の調査、次回H31）", STATE_NOT_SURVEYED },
    { "— ※KPIの根拠となる留学生を対象とした調査は3年毎に実施。次回はH29年度実施予定。",
      STATE_NOT_SURVEYED },
    { "隔年調査", STATE_NOT_SURVEYED },
    { "次回R3", STATE_NOT_SURVEYED },
    { "調査年でない", STATE_NOT_SURVEYED },
    { "調査年度ではない", STATE_NOT_SURVEYED },
    { "調査対象外年度", STATE_NOT_SURVEYED },
    { "未測定", STATE_NOT_SURVEYED },
    { "アンケート実施なし", STATE_NOT_SURVEYED },
    { "とりまとめ中", STATE_PENDING },
    { "調査実施中", STATE_PENDING },
    { "次年度公表", STATE_PENDING },
    { "統合により終了", STATE_ENDED },
    { "不開催", STATE_NOT_DONE },
    { "荒天のため開催見送り", STATE_NOT_DONE },
    { "延期", STATE_NOT_DONE },
    { "該当者なし", STATE_NOT_APPLICABLE },
    { "把握不可", STATE_MISSING },
    { "＊", STATE_MISSING },
    { "－（平成28年度経済センサス調査結果待ち）", STATE_PENDING },
    { "調査中", STATE_PENDING },
    { "集計中", STATE_PENDING },
    { "公表待ち", STATE_PENDING },
    { "未確定", STATE_PENDING },
    { "ｘ", STATE_WITHHELD },
    { "x", STATE_WITHHELD },
    { "未実施", STATE_NOT_DONE },
    { "未開設", STATE_NOT_DONE },
    { "中止", STATE_NOT_DONE },
    { "休講", STATE_NOT_DONE },
    { "中　止", STATE_NOT_DONE },
    { "調 査 中", STATE_PENDING },
    { "学 び", STATE_TEXT },
    { "大会 中　止 後", STATE_TEXT },
    { "コロナ禍により中止", STATE_NOT_DONE },
    { "事業終了", STATE_ENDED },
    { "非該当", STATE_NOT_APPLICABLE },
    { "該当なし", STATE_NOT_APPLICABLE },
    { "データなし", STATE_MISSING },
    { "#N/A", STATE_ERROR },
    { "改定作業", STATE_TEXT },
    { "策定済", STATE_TEXT },
    { "制度の検討・見直し", STATE_TEXT },
    { "H28.12追加項目のため回答なし", STATE_TEXT },
    { "ーズ", STATE_TEXT },
    { "-2.5ポイント（R2）", STATE_TEXT },
    { "－5年に一度の調査", STATE_NOT_SURVEYED },
    { "－31年度から把握", STATE_MISSING },
};

static void says_why(void **state)
{
    const struct state_case *c = *state;

    assert_string_equal(figure_state_id(no_number_state(text_of(c->label))),
                        figure_state_id(c->state));
    assert_int_equal(no_number_is_missing(text_of(c->label)),
                     no_number_state(text_of(c->label)) == STATE_MISSING);
}

static void ids_come_back(void **state)
{
    (void)state;
    for (int s = 0; s < STATE_COUNT; s++)
        assert_int_equal(figure_state_from_id(text_of(figure_state_id(
                             (figure_state)s))), s);
    assert_int_equal(figure_state_from_id(text_of("nothing")), STATE_COUNT);
}

int main(void)
{
    struct CMUnitTest tests[96];
    size_t n = 0;

    TEST_ROWS(tests, n, says_why, cases);
    TEST_ONE(tests, n, ids_come_back);
    return run_tests("no_number", tests, n);
}
