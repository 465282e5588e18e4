/*
 * test_layout_form_words.c - words of forms that mean another thing elsewhere
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const struct sheet_case cases[] = {
    { "数値目標 below 成果指標 is its target",
      "a.xlsx",
      "事業名 | 山道の手入れ | <\n"
      "担当課 | 森林課 | <\n"
      "成果指標 | 延長 | 参加者数\n"
      "R3実績 | 71km | 20人\n"
      "R4実績 | 74km | 31人\n"
      "数値目標 | 80km（R6） | 40人（R6）\n",
      "P |山道の手入れ|/森林課\n"
      "K 延長|km||T80@2024| 2021=71 2022=74\n"
      "K 参加者数|人||T40@2024| 2021=20 2022=31\n" },
    { "数値目標 beside 実績 is the year's target",
      "a.xlsx",
      "事業名 | 山道の手入れ | <\n"
      "担当課 | 森林課 | <\n"
      "指標名 | 延長（km） | <\n"
      "年度 | 数値目標 | 実績値\n"
      "R3 | 75 | 71\n"
      "R4 | 80 | 74\n",
      "P |山道の手入れ|/森林課\n"
      "K 延長|km||T80@2022 p2021=75 p2022=80| 2021=71 2022=74\n" },
    { "数値目標 that names the indicators stays",
      "a.xlsx",
      "施策 | 数値目標 | 基準値（R2） | R3実績 | R4実績\n"
      "森の再生 | 延長（km） | 60 | 71 | 74\n",
      "P |森の再生\n"
      "K 延長|km|B60@2020|T-| 2021=71 2022=74\n" },
    { "words written downwards beside tables are no cells of these",
      "a.xlsx",
      "山道事業票（R4年度実績） | | | |\n"
      "基本情報 | 事業名 | 山道の手入れ | < | <\n"
      "^ | 担当課 | 森林課 | < | <\n"
      "指標 | 指標名 | 延長 | < | <\n"
      "^ | 基準値（R2） | 60km | < | <\n"
      "^ | 年度 | 目標値 | 実績値 | 達成率\n"
      "^ | R3 | 75km | 71km | 94.7%\n"
      "^ | R4 | 80km | 74km | 92.5%\n"
      "コスト | 年度 | 事業費（千円） | 国庫支出金 | 一般財源\n"
      "^ | R4 | 480 | 0 | 480\n"
      "評価 | 総合評価 | B | < | <\n"
      "^ | 今後の方向 | 継続 | < | <\n",
      "P |山道の手入れ|/森林課|grade B|cost 2022=480千円\n"
      "K 延長|km|B60@2020|T80@2022 p2021=75 p2022=80| 2021=71 2022=74|"
      "rate 0.925\n" },
    { "数値 below years is the line of the figures",
      "a.xlsx",
      "基本情報 | 事業名 | < | 山道の手入れ | < | < | < | <\n"
      "^ | 担当課 | < | 森林課 | < | < | < | <\n"
      "目標と実績 | 指標名 | < | 延長 | < | < | 単位 | km\n"
      "^ | 年度 | < | 基準値（R2） | < | R3 | R4 | 目標値（R6）\n"
      "^ | 数値 | < | 60 | < | 71 | 74 | 80\n"
      "^ | 達成率 | < | | | | 92.5% |\n"
      "コスト | R4決算額 | < | 480千円 | < | < | < | <\n"
      "評価 | 評価 | < | B（概ね順調） | < | < | < | <\n"
      "^ | 今後の方向 | < | 継続 | < | < | < | <\n",
      "P |山道の手入れ|/森林課|grade B|cost 2022=480千円\n"
      "K 延長|km|B60@2020|T80@2024| 2021=71 2022=74|rate 0.925\n" },
    { "a line 実績値（累計） alone holds totals",
      "a.xlsx",
      "事業名 | 山道の手入れ | < | <\n"
      "担当課 | 森林課 | < | <\n"
      "指標名 | 修了者数 | 単位 | 人\n"
      "基準値 | － | < | <\n"
      "年度 | R3 | R4 | R5\n"
      "目標値 | 20 | 40 | 60\n"
      "実績値（累計） | 24 | 41 | 66\n",
      "P |山道の手入れ|/森林課\n"
      "K 修了者数|人|B-|T60@2023 p2021=20 p2022=40 p2023=60|"
      " 2021=c24 2022=c41 2023=c66\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_words", tests, n);
}
