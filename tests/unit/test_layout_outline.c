/*
 * test_layout_outline.c - levels of an outline: pillars, headings left of their
 * tables, whose each is
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case levels[] = {
    { "a pillar is the goal where nothing is further out",
      "a.xlsx",
      "柱 | 事業名 | 成果指標 | R5実績 | 目標（R7）\n"
      "柱１　見て歩く | 町並み補助 | 補助件数（件） | 9 | 15\n"
      "柱２　迎える | 案内板 | 設置数（基） | 45 | 60\n",
      "P |町並み補助|goal １ 見て歩く\n"
      "K 補助件数|件||T15@2025| 2023=9\n"
      "P |案内板|goal ２ 迎える\n"
      "K 設置数|基||T60@2025| 2023=45\n" },
    { "and the theme below a goal, also above the table",
      "a.xlsx",
      "基本目標１　かせぐ\n"
      "戦略の柱 | 事業名 | 成果指標 | R5実績 | 目標（R7）\n"
      "しごと | 町並み補助 | 補助件数（件） | 9 | 15\n",
      "P |町並み補助|goal １ かせぐ|theme しごと\n"
      "K 補助件数|件||T15@2025| 2023=9\n" },
    { "a pillar below a policy, and a policy again",
      "a.xlsx",
      "政策１　残る\n"
      "柱１　就職\n"
      "事業名 | KPI | R5実績 | R7目標\n"
      "説明会 | 参加者数（人） | 80 | 85\n"
      "\n"
      "柱２　帰郷\n"
      "事業名 | KPI | R5実績 | R7目標\n"
      "相談会 | 帰郷者数（人） | 30 | 40\n"
      "\n"
      "政策２　育てる\n"
      "柱１　出会い\n"
      "事業名 | KPI | R5実績 | R7目標\n"
      "縁結び | 成婚数（組） | 4 | 6\n",
      "P |説明会|goal １ 残る|theme １ 就職\n"
      "K 参加者数|人||T85@2025| 2023=80\n"
      "P |相談会|goal １ 残る|theme ２ 帰郷\n"
      "K 帰郷者数|人||T40@2025| 2023=30\n"
      "P |縁結び|goal ２ 育てる|theme １ 出会い\n"
      "K 成婚数|組||T6@2025| 2023=4\n" },
    { "a policy above a column of goals",
      "a.xlsx",
      "政策１　残る\n"
      "基本目標 | 事業名 | KPI | R5実績 | R7目標\n"
      "働く | 説明会 | 参加者数（人） | 80 | 85\n"
      "暮らす | 相談会 | 帰郷者数（人） | 30 | 40\n",
      "P |説明会|goal 働く|theme １ 残る\n"
      "K 参加者数|人||T85@2025| 2023=80\n"
      "P |相談会|goal 暮らす|theme １ 残る\n"
      "K 帰郷者数|人||T40@2025| 2023=30\n" },
    { "what was done in a year behind a measure's figures is no project",
      "a.xlsx",
      "具体的施策 | KPI | R5実績 | R5の主な取組\n"
      "起業の支援 | 起業者数：20人（R6年度） | 12人 | 創業塾を２回開催\n"
      "林業の振興 | 生産量：90㎥（R6年度） | 88㎥ | 機械の導入補助\n",
      "P |起業の支援|activity : 創業塾を２回開催\n"
      "K 起業者数|人||T20@2024| 2023=12\n"
      "P |林業の振興|activity : 機械の導入補助\n"
      "K 生産量|㎥||T90@2024| 2023=88\n" },
    { "but is one in front of them",
      "a.xlsx",
      "施策 | 主な取組 | KPI | R5目標 | R5実績\n"
      "起業の支援 | 創業塾の開催 | 受講者数（人） | 20 | 12\n"
      "起業の支援 | 起業家の交流 | 参加者数（人） | 50 | 61\n",
      "P |創業塾の開催|measure 起業の支援\n"
      "K 受講者数|人||T20@2023| 2023=12\n"
      "P |起業家の交流|measure 起業の支援\n"
      "K 参加者数|人||T50@2023| 2023=61\n" },
    { "an outline left of its tables, offices in brackets beside the names",
      "a.xlsx",
      "みなと市アクションプラン　KPI一覧\n"
      "政策１　残る\n"
      "（１）就職\n"
      " | ア　会社説明会 | | ［商工部 雇用課］\n"
      " | KPI | 単位 | R5実績 | R7目標\n"
      " | 参加者数 | 人 | 80 | 85\n"
      "\n"
      " | イ　若者の帰郷 | | ［商工部 移住課］\n"
      " | KPI | 単位 | R5実績 | R7目標\n"
      " | 帰郷者数 | 人 | 30 | 40\n"
      "\n"
      "政策２　育てる\n"
      "（１）出会い\n"
      " | ア　縁結び | | （福祉部 こども課）\n"
      " | KPI | 単位 | R5実績 | R7目標\n"
      " | 成婚数 | 組 | 4 | 6\n"
      "\n"
      "（２）子育て\n"
      " | ア　預かり | | （福祉部 こども課）\n"
      " | KPI | 単位 | R5実績 | R7目標\n"
      " | 利用者数 | 人 | 41 | 60\n",
      "P |会社説明会|goal １ 残る|theme （１） 就職|measure ア　会社説明会|商工部/雇用課\n"
      "K 参加者数|人||T85@2025| 2023=80\n"
      "P |若者の帰郷|goal １ 残る|theme （１） 就職|measure イ　若者の帰郷|商工部/移住課\n"
      "K 帰郷者数|人||T40@2025| 2023=30\n"
      "P |縁結び|goal ２ 育てる|theme （１） 出会い|measure ア　縁結び|福祉部/こども課\n"
      "K 成婚数|組||T6@2025| 2023=4\n"
      "P |預かり|goal ２ 育てる|theme （２） 子育て|measure ア　預かり|福祉部/こども課\n"
      "K 利用者数|人||T60@2025| 2023=41\n" },
    { "a sentence left of a table is no heading",
      "a.xlsx",
      " | 事業名 | KPI | R5実績 | R7目標\n"
      " | 朝市 | 来場者数（人） | 80 | 85\n"
      "（１）の数値は速報値である。\n"
      " | 夜市 | 来場者数（人） | 30 | 40\n",
      "P |朝市\n"
      "K 来場者数|人||T85@2025| 2023=80\n"
      "P |夜市\n"
      "K 来場者数|人||T40@2025| 2023=30\n" },
    { "whose all is, on a line in brackets",
      "a.xlsx",
      "みなと町子育て計画　点検評価\n"
      "（町民福祉部子育て支援課）\n"
      "事業名 | 指標 | 単位 | R5実績 | R7目標\n"
      "拠点 | 利用者数 | 人 | 80 | 85\n",
      "P |拠点|町民福祉部/子育て支援課\n"
      "K 利用者数|人||T85@2025| 2023=80\n" },
};

static const sheet_case forms[] = {
    { "the year of a baseline in the second cell below its header",
      "a.xlsx",
      "施策名 | 足の確保\n"
      "\n"
      "成果指標 | 単位 | 基準値 | < | R4 | 目標（R7）\n"
      "バス利用者数 | 人 | 182 | R1 | 161 | 190\n"
      "駅の数 | 駅 | 6 | H30 | 6 | 7\n"
      "施策の進捗評価 | やや遅れ\n",
      "P |足の確保|grade やや遅れ\n"
      "K バス利用者数|人|B182@2019|T190@2025| 2022=161\n"
      "K 駅の数|駅|B6@2018|T7@2025| 2022=6\n" },
    { "and in the first one",
      "a.xlsx",
      "事業名 | 成果指標 | 単位 | 基準値 | < | R4実績 | 目標値 | <\n"
      "バス | 利用者数 | 人 | R1 | 182 | 161 | R7 | 190\n"
      "鉄道 | 駅の数 | 駅 | H30 | 6 | 6 | R8 | 7\n",
      "P |バス\n"
      "K 利用者数|人|B182@2019|T190@2025| 2022=161\n"
      "P |鉄道\n"
      "K 駅の数|駅|B6@2018|T7@2026| 2022=6\n" },
    { "KPI1 and KPI2 in front of the names, in forms below each other",
      "a.xlsx",
      "【事業1】\n"
      "事業名 | 窓口の改善\n"
      "担当部課 | 市民部 市民課\n"
      "KPI | 指標名 | 単位 | R5目標値 | R5実績値\n"
      "KPI1 | 申請率 | ％ | 30 | 26.4\n"
      "KPI2 | 待ち時間 | 分 | 20 | 17\n"
      "事業の評価 | 有効であった\n"
      "補足 | なし\n"
      "\n"
      "【事業2】\n"
      "事業名 | 手帳アプリ\n"
      "担当部課 | 福祉部 健康課\n"
      "KPI | 指標名 | 単位 | R5目標値 | R5実績値\n"
      "KPI1 | 登録率 | ％ | 60 | 71.5\n"
      "KPI2 | 予約件数 | 件 | 150 | 182\n"
      "事業の評価 | 有効であった\n"
      "補足 | なし\n",
      "P |窓口の改善|市民部/市民課|grade 有効であった|note なし\n"
      "K 申請率|％||T30@2023| 2023=26.4\n"
      "K 待ち時間|分||T20@2023| 2023=17\n"
      "P |手帳アプリ|福祉部/健康課|grade 有効であった|note なし\n"
      "K 登録率|％||T60@2023| 2023=71.5\n"
      "K 予約件数|件||T150@2023| 2023=182\n" },
    { "（1） below 分野１ makes the field the goal",
      "a.xlsx",
      "指標 | 単位 | 策定時（H25） | 直近値（R4） | 目標値（R5）\n"
      "分野１　栄養・食生活 | < | < | < | <\n"
      "　（1）適正体重の維持 | < | < | < | <\n"
      "肥満者の割合 | ％ | 31 | 34 | 28\n"
      "　（2）朝食欠食の改善 | < | < | < | <\n"
      "欠食の割合 | ％ | 25 | 26 | 15\n"
      "分野２　身体活動 | < | < | < | <\n"
      "　（1）歩数の増加 | < | < | < | <\n"
      "１日の歩数 | 歩 | 72 | 68 | 85\n",
      "P |適正体重の維持|goal １ 栄養・食生活|theme （1） 適正体重の維持\n"
      "K 肥満者の割合|％|B31@2013|T28@2023| 2022=34\n"
      "P |朝食欠食の改善|goal １ 栄養・食生活|theme （2） 朝食欠食の改善\n"
      "K 欠食の割合|％|B25@2013|T15@2023| 2022=26\n"
      "P |歩数の増加|goal ２ 身体活動|theme （1） 歩数の増加\n"
      "K １日の歩数|歩|B72@2013|T85@2023| 2022=68\n" },
    { "KPI and the whole in its cell, KPIの実績 over years and figures",
      "a.xlsx",
      "事業名 | 織物\n"
      "担当課 | 産業課\n"
      "KPI1 | 商談件数：120件（H30年度）から200件（R5年度）へ | < | <\n"
      "KPI1の実績 | R2年度 | R3年度 | R4年度\n"
      "^ | 18件 | 74件 | 該当者なし\n"
      "KPI2 | 企業数：15社（H30年度）から50社（R5年度）へ | < | <\n"
      "KPI2の実績 | R2年度 | R3年度 | R4年度\n"
      "^ | 21社 | 33社 | 44社\n"
      "担当課評価 | B | < | <\n",
      "P |織物|/産業課|grade B\n"
      "K 商談件数|件|B120@2018|T200@2023| 2020=18 2021=74 2022=text\n"
      "K 企業数|社|B15@2018|T50@2023| 2020=21 2021=33 2022=44\n" },
    { "KPI and the whole in its cell, KPIの実績 beside one line",
      "a.xlsx",
      "事業名 | 織物\n"
      "担当課 | 産業課\n"
      "KPI | 商談件数：120件（H30年度）から200件（R5年度）へ | < | <\n"
      "KPIの実績 | R2年度 | R3年度 | R4年度\n"
      "^ | 18件 | 74件 | 163件\n"
      "担当課評価 | B | < | <\n",
      "P |織物|/産業課|grade B\n"
      "K 商談件数|件|B120@2018|T200@2023| 2020=18 2021=74 2022=163\n" },
};

static const sheet_case pairs[] = {
    { "whose a project is and its grade on a line below its name",
      "a.xlsx",
      "施策の進捗 | | |\n"
      "\n"
      "① 就職の促進 | | |\n"
      "担当課：商工課 | | 評価：B |\n"
      "指標 | 単位 | 目標値（R6） | R3実績\n"
      "参加者 | 人 | 80 | 71\n"
      "\n"
      "② 空き家 | | |\n"
      "担当：都市局 | | |\n"
      "指標 | 単位 | 目標値（R6） | R3実績\n"
      "成約数 | 件 | 8 | 7\n"
      "\n"
      "広場 | | |\n"
      "担当：みどり局 | | 評価：C |\n"
      "指標 | 単位 | 目標値（R6） | R3実績\n"
      "広場数 | か所 | 3 | 2\n",
      "P ①|就職の促進|/商工課|grade B\n"
      "K 参加者|人||T80@2024| 2021=71\n"
      "P ②|空き家|都市局/\n"
      "K 成約数|件||T8@2024| 2021=7\n"
      "P |広場|みどり局/|grade C\n"
      "K 広場数|か所||T3@2024| 2021=2\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, levels);
    TEST_ROWS(tests, n, sheet_text_reads, forms);
    TEST_ROWS(tests, n, sheet_text_reads, pairs);
    return run_tests("layout_outline", tests, n);
}
