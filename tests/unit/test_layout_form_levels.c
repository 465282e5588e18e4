/*
 * test_layout_form_levels.c - levels with their numbers, beside labels of forms
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const struct sheet_case cases[] = {
    { "a path of levels beside one label, in a card",
      "a.xlsx",
      "事業名 | 山道の手入れ | < | <\n"
      "施策体系 | 基本目標Ⅱ　山を守る　＞　施策2-1　森の再生 | < | <\n"
      "担当課 | 森林課 | < | <\n"
      "指標名 | 延長 | 単位 | km\n"
      "目標値（R6） | 80 | R3実績 | 71\n",
      "P |山道の手入れ|goal Ⅱ 山を守る|measure 2-1 森の再生|/森林課\n"
      "K 延長|km||T80@2024| 2021=71\n" },
    { "a path of three below its label",
      "a.xlsx",
      "事業名 | 山道の手入れ | < | <\n"
      "施策体系 | < | < | <\n"
      "分野Ⅱ　山を守る　＞　施策の方向2-1　森の再生　＞　施策2-1-1　間伐 | < | < | <\n"
      "担当課 | 森林課 | < | <\n"
      "指標名 | 延長 | 単位 | km\n"
      "目標値（R6） | 80 | R3実績 | 71\n",
      "P |山道の手入れ|goal Ⅱ 山を守る|theme 2-1 森の再生|measure 2-1-1 間伐|/森林課\n"
      "K 延長|km||T80@2024| 2021=71\n" },
    { "基本施策 in a path stands above 施策, in a form with a table",
      "a.xlsx",
      "施策の体系 | 政策1　山を守る　＞　基本施策(1)　森の再生　＞　施策1-1　間伐\n"
      "事業名 | 山道の手入れ\n"
      "担当課 | 森林課\n"
      "指標名 | 単位 | R3実績 | R6目標\n"
      "延長 | km | 71 | 80\n",
      "P |山道の手入れ|goal 1 山を守る|theme (1) 森の再生|measure 1-1 間伐|/森林課\n"
      "K 延長|km||T80@2024| 2021=71\n" },
    { "levels with their numbers and colons above the name",
      "a.xlsx",
      "山道評価シート（令和３年度実績） | | |\n"
      " | | 担当部局・課：環境部　森林課 | <\n"
      "（1）基本情報 | < | < | <\n"
      "政策１：山を守る | < | < | <\n"
      "施策1-2：森の再生 | < | < | <\n"
      "事務事業名：① 山道の手入れ | < | < | <\n"
      "開始年度：平成27年度 | < | 終了年度：令和2年度 | <\n"
      "（2）KPI | < | < | <\n"
      "指標名 | 単位 | R3実績 | R6目標\n"
      "延長 | km | 71 | 80\n",
      "P ①|山道の手入れ|goal 山を守る|measure 1-2 森の再生|環境部/森林課|"
      "period 2015-2020\n"
      "K 延長|km||T80@2024| 2021=71\n" },
    { "a path behind a label in its cell",
      "a.xlsx",
      "事業名：山道の手入れ | < | < | <\n"
      "担当課：森林課 | < | < | <\n"
      "施策体系：政策Ⅱ　山を守る　＞　施策2-1　森の再生 | < | < | <\n"
      "指標名 | 延長 | 単位 | km\n"
      "目標値（R6） | 80 | R3実績 | 71\n",
      "P |山道の手入れ|goal Ⅱ 山を守る|measure 2-1 森の再生|/森林課\n"
      "K 延長|km||T80@2024| 2021=71\n" },
    { "改革の柱 above a card, and below its 取組名 the 重点項目 that it serves",
      "a.xlsx",
      "実施計画　取組個票\n"
      "改革の柱２　効率的な行政\n"
      "取組番号 | ２－1 | 取組名 | 様式の電子化 | <\n"
      "重点項目 | 業務改革 | < | 所管課 | 総務部行革課\n"
      "指標 | 単位 | R4実績 | R5実績 | R6目標\n"
      "電子化した様式 | 件 | 10 | 15 | 30\n"
      "進捗評価 | C | < | < | <\n",
      "P ２－1|様式の電子化|goal ２ 効率的な行政|measure 業務改革|総務部/行革課|grade C\n"
      "K 電子化した様式|件||T30@2024| 2022=10 2023=15\n" },
    { "levels on lines beside 位置付け that begins cards side by side",
      "a.xlsx",
      "計画での位置付け | 基本目標Ⅱ　山を守る¶施策2-1　森の再生 |  | "
      "計画での位置付け | 基本目標Ⅲ　海を守る¶施策3-1　藻場の再生\n"
      "事業名 | 山道の手入れ |  | 事業名 | 磯の手入れ\n"
      "担当課 | 森林課 |  | 担当課 | 水産課\n"
      "指標名 | 延長（km） |  | 指標名 | 面積（ha）\n"
      "目標値（R6） | 80 |  | 目標値（R6） | 12\n"
      "R3実績 | 71 |  | R3実績 | 9\n",
      "P |山道の手入れ|goal Ⅱ 山を守る|measure 2-1 森の再生|/森林課\n"
      "K 延長|km||T80@2024| 2021=71\n"
      "P |磯の手入れ|goal Ⅲ 海を守る|measure 3-1 藻場の再生|/水産課\n"
      "K 面積|ha||T12@2024| 2021=9\n" },
    { "other words beside 位置付け are no levels",
      "a.xlsx",
      "事業名：山道の手入れ | < | < | <\n"
      "計画上の位置付け：山の計画　第2章 | < | < | <\n"
      "担当課：森林課 | < | < | <\n"
      "指標名 | 延長 | 単位 | km\n"
      "目標値（R6） | 80 | R3実績 | 71\n",
      "P |山道の手入れ|/森林課\n"
      "K 延長|km||T80@2024| 2021=71\n" },
    { "words with ＞ that are no path stay one title",
      "a.xlsx",
      "事業名 | 山道の手入れ | < | <\n"
      "施策 | 森の再生 ＞ 間伐 | < | <\n"
      "担当課 | 森林課 | < | <\n"
      "指標名 | 延長 | 単位 | km\n"
      "目標値（R6） | 80 | R3実績 | 71\n",
      "P |山道の手入れ|measure 森の再生 ＞ 間伐|/森林課\n"
      "K 延長|km||T80@2024| 2021=71\n" },
    { "a path in a form with a table",
      "a.xlsx",
      "施策の体系 | まちづくりの柱1　山を守る　＞　施策の方向(1)　森の再生　＞　施策1-1　間伐\n"
      "事業名 | 山道の手入れ\n"
      "担当課 | 森林課\n"
      "\n"
      "指標名 | 単位 | 基準値（R2） | R3実績 | R4実績 | 目標値（R6）\n"
      "延長 | km | 60 | 71 | 74 | 80\n",
      "P |山道の手入れ|goal 1 山を守る|theme (1) 森の再生|measure 1-1 間伐|/森林課\n"
      "K 延長|km|B60@2020|T80@2024| 2021=71 2022=74\n" },
    { "numbers in the labels, in a card",
      "a.xlsx",
      "事業名 | 山道の手入れ | < | <\n"
      "基本目標Ⅱ | 山を守る | < | <\n"
      "施策2-1： | 森の再生 | < | <\n"
      "担当課 | 森林課 | < | <\n"
      "指標名 | 延長 | 単位 | km\n"
      "目標値（R6） | 80 | R3実績 | 71\n",
      "P |山道の手入れ|goal Ⅱ 山を守る|measure 2-1 森の再生|/森林課\n"
      "K 延長|km||T80@2024| 2021=71\n" },
    { "numbers in the labels above a form's titles, without merges",
      "a.xlsx",
      "【施策2-1】 | | |\n"
      "森の再生 | | |\n"
      "事業名 | | 山道の手入れ |\n"
      "担当課 | | 森林課 |\n"
      "\n"
      "指標名 | 単位 | 基準値（R2） | R3実績 | R4実績 | 目標値（R6）\n"
      "延長 | km | 60 | 71 | 74 | 80\n",
      "P |山道の手入れ|measure 2-1 森の再生|/森林課\n"
      "K 延長|km|B60@2020|T80@2024| 2021=71 2022=74\n" },
    { "a heading of a table keeps its number",
      "a.xlsx",
      "施策2-1 | 森の再生\n"
      "事業名 | 指標名 | 単位 | 基準値（R2） | R3実績 | 目標値（R6）\n"
      "山道の手入れ | 延長 | km | 60 | 71 | 80\n",
      "P |山道の手入れ|measure 2-1 森の再生\n"
      "K 延長|km|B60@2020|T80@2024| 2021=71\n" },
    { "indicators side by side beside a section's word",
      "a.xlsx",
      "山道事業管理票（R4年度実績） | | | | | |\n"
      "基本情報 | (1) 事業名 | 山道の手入れ | < | (2) 担当課 | 森林課 | <\n"
      "^ | (3) 作成者 | < | < | (4) 作成年月日 | < | <\n"
      "^ | 森　太郎 | < | < | 令和5年6月2日 | < | <\n"
      "^ | (5) 事業概要 | 山道を直す。 | < | < | < | <\n"
      "KPI | 指標名 | KPI1　延長 | < | KPI2　参加者数 | < | <\n"
      "^ | R3(2021)実績 | 71km | < | 20人 | < | <\n"
      "^ | R4(2022)実績 | 74km | < | 31人 | < | <\n"
      "^ | 目標値（R6） | 80km | < | 40人 | < | <\n"
      "評価 | (6) 事業評価 | B | < | < | < | <\n",
      "P |山道の手入れ|/森林課|grade B|summary 山道を直す。\n"
      "K 延長|km||T80@2024| 2021=71 2022=74\n"
      "K 参加者数|人||T40@2024| 2021=20 2022=31\n" },
    { "a level's number in its label above its title",
      "a.xlsx",
      "【事業名】 | 【所属課】 | 【分野1】 | <\n"
      "山道の手入れ | 森林課 | 山を守る | <\n"
      "【取組期間】 | 【根拠法令等】 | 【関連するSDGs】 | <\n"
      "R2～R6 | 森林法 | 15 | <\n"
      "KPI（1） | 延長 | < | <\n"
      "単位 | km | < | <\n"
      "R6年度 目標 | R3年度 実績 | R4年度 実績 | <\n"
      "80 | 71 | 74 | <\n",
      "P |山道の手入れ|goal 1 山を守る|/森林課|period 2020-2024\n"
      "K 延長|km||T80@2024| 2021=71 2022=74\n" },
    { "Ⅰ with a title right above the name, and a part's in the form",
      "a.xlsx",
      "事務事業評価表 | < | <\n"
      "Ⅰ　山を守る | < | <\n"
      "事業名：山道の手入れ | < | <\n"
      "目的 | 山に親しむ。 | <\n"
      "Ⅱ　指標 | < | <\n"
      "指標名 | 目標値（R6） | R4実績\n"
      "延長（km） | 80 | 74\n",
      "P |山道の手入れ|goal Ⅰ 山を守る|purpose 山に親しむ。\n"
      "K 延長|km||T80@2024| 2022=74\n" },
    { "a title beside so few lines of years goes on below the header",
      "a.xlsx",
      "事業名： | 山道の手入れ | < | <\n"
      "所管課： | 森林課 | < | <\n"
      "主な取組： | ・山道を直した。 | < | <\n"
      "目標の達成状況 | 成果目標 | 年度 | 実績値\n"
      "^ | 延長¶60 km（令和2年度）⇒ 80 km（令和6年度） | Ｒ３年度 | 71 km\n"
      "^ | ^ | Ｒ４年度 | 74 km\n"
      "課題： | 人手が足りない。 | < | <\n",
      "P |山道の手入れ|/森林課|activity : ・山道を直した。\n"
      "K 延長|km|B60@2020|T80@2024| 2021=71 2022=74\n" },
};

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_levels", tests, n);
}
