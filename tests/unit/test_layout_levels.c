/*
 * test_layout_levels.c - shapes of levels: which column or word is which
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case fields[] = {
    { "分野 in front of projects is the goal",
      "a.xlsx",
      "分野 | 事業名 | KPI | R5実績 | R7目標\n"
      "定住 | 空き家 | 成約数（件） | 9 | 15\n"
      "産業 | ゆず | 販売額（万円） | 30 | 40\n",
      "P |空き家|goal 定住\n"
      "K 成約数|件||T15@2025| 2023=9\n"
      "P |ゆず|goal 産業\n"
      "K 販売額|万円||T40@2025| 2023=30\n" },
    { "計画の分野 behind them too, and 重点テーマ",
      "a.xlsx",
      "# 1\n"
      "事業名 | KPI | R5実績 | R7目標 | 計画の分野\n"
      "村営バス | 乗車密度（人） | 3 | 4 | 交通\n"
      "山村留学 | 留学生（人） | 5 | 6 | 教育\n"
      "# 2\n"
      "重点テーマ | 事業 | 指標 | R5実績 | R7目標\n"
      "にぎわい | まちゼミ | 講座数（件） | 9 | 15\n",
      "P |村営バス|goal 交通\n"
      "K 乗車密度|人||T4@2025| 2023=3\n"
      "P |山村留学|goal 教育\n"
      "K 留学生|人||T6@2025| 2023=5\n"
      "P |まちゼミ|goal にぎわい\n"
      "K 講座数|件||T15@2025| 2023=9\n" },
    { "側面 and 改革の視点 are fields too, below a goal its themes",
      "a.xlsx",
      "基本目標１　財政\n"
      "改革の視点 | 取組項目 | KPI | R5実績 | R7目標\n"
      "財源の確保 | 命名権 | 収入額（万円） | 9 | 15\n",
      "P |命名権|goal １ 財政|theme 財源の確保\n"
      "K 収入額|万円||T15@2025| 2023=9\n" },
    { "方向性 in front of projects is a theme, behind them the indicator's",
      "a.xlsx",
      "# 1\n"
      "方向性 | 事業 | 指標 | R5実績 | R7目標\n"
      "①若者の就職を促進する取組 | 就業体験 | 参加者数（人） | 9 | 15\n"
      "③24時間使える空港の活用 | 空港 | 利用者数（万人） | 30 | 40\n"
      "# 2\n"
      "事業 | 指標 | 方向性 | R5実績 | R7目標\n"
      "減量 | ごみの量（t） | 減少 | 30 | 20\n",
      "P |就業体験|theme ① 若者の就職を促進する取組\n"
      "K 参加者数|人||T15@2025| 2023=9\n"
      "P |空港|theme ③ 24時間使える空港の活用\n"
      "K 利用者数|万人||T40@2025| 2023=30\n"
      "P |減量\n"
      "K ごみの量|t||T20@2025| 2023=30|down\n" },
    { "視点 in front of more 戦略目標",
      "a.xlsx",
      "視点 | 戦略目標 | 評価指標 | 単位 | R5実績 | R7目標\n"
      "患者の視点 | 満足 | 満足度 | ％ | 80 | 85\n"
      "^ | 連携 | 紹介率 | ％ | 55 | 60\n"
      "財務の視点 | 収益 | 利用率 | ％ | 70 | 75\n",
      "P |満足|goal 患者の視点\n"
      "K 満足度|％||T85@2025| 2023=80\n"
      "P |連携|goal 患者の視点\n"
      "K 紹介率|％||T60@2025| 2023=55\n"
      "P |収益|goal 財務の視点\n"
      "K 利用率|％||T75@2025| 2023=70\n" },
    { "分野 in front of 基本目標 is no goal",
      "a.xlsx",
      "分野 | 基本目標 | 事業名 | KPI | R5実績 | R7目標\n"
      "産業 | 働く | 起業 | 起業数（件） | 9 | 15\n"
      "^ | 稼ぐ | 販路 | 商談数（件） | 30 | 40\n",
      "P |起業|goal 働く|theme 産業\n"
      "K 起業数|件||T15@2025| 2023=9\n"
      "P |販路|goal 稼ぐ|theme 産業\n"
      "K 商談数|件||T40@2025| 2023=30\n" },
};

static const sheet_case numbers[] = {
    { "of five levels the middle one is a part of the theme",
      "a.xlsx",
      "基本目標 | 柱 | 施策 | 取組 | 事業 | 指標 | R5実績 | R7目標\n"
      "Ⅰ　しごと | ⑦　都市の輸出 | (i) アジアの成長力 | 水の輸出 | 海外展開 | "
      "雇用数（人） | 9 | 15\n"
      " | | (ii) 人材の受入 | 研修 | 受入体制 | 受入数（人） | 30 | 40\n"
      " | ⑧　国際貢献 | | 保健の研修 | 人材育成 | 研修数（回） | 3 | 4\n",
      "P |海外展開|goal Ⅰ しごと|theme ⑦ 都市の輸出|part (i) アジアの成長力"
      "|measure 水の輸出\n"
      "K 雇用数|人||T15@2025| 2023=9\n"
      "P |受入体制|goal Ⅰ しごと|theme ⑦ 都市の輸出|part (ii) 人材の受入"
      "|measure 研修\n"
      "K 受入数|人||T40@2025| 2023=30\n"
      "P |人材育成|goal Ⅰ しごと|theme ⑧ 国際貢献|measure 保健の研修\n"
      "K 研修数|回||T4@2025| 2023=3\n" },
    { "Ⅰ-① in front of a name, and 小計（2指標） of a page alone in its row",
      "a.xlsx",
      "柱 | 事業名 | 成果指標 | 単位 | 目標値（H31） | H28実績\n"
      "Ⅰ-① 若者の就職 | 就職 | 就職者数 | 人 | 1000 | 142\n"
      "〃 | 〃 | 面接者数 | 人 | 2000 | 151\n"
      "小計（2指標） | < | < | < | < | <\n"
      "（2ページ）\n"
      "柱 | 事業名 | 成果指標 | 単位 | 目標値（H31） | H28実績\n"
      "Ⅰ－②シニアの就職 | 相談 | 相談者数 | 人 | 10 | 12\n",
      "P |就職|goal Ⅰ-① 若者の就職\n"
      "K 就職者数|人||T1000@2019| 2016=142\n"
      "K 面接者数|人||T2000@2019| 2016=151\n"
      "P |相談|goal Ⅰ－② シニアの就職\n"
      "K 相談者数|人||T10@2019| 2016=12\n" },
    { "a letter numbers a goal, and its projects",
      "a.xlsx",
      "戦略の柱 | プロジェクト | KPI | R5実績 | R7目標\n"
      "A しごと | A-1 人材の育成 | 受講者数（人） | 9 | 15\n"
      "Ｂ　ひと | Ｂ－１　婚活 | 成婚数（組） | 3 | 4\n"
      "IT 活用 | B-1グルメの祭典 | 来場者数（人） | 3 | 4\n",
      "P A-1|人材の育成|goal A しごと\n"
      "K 受講者数|人||T15@2025| 2023=9\n"
      "P Ｂ－１|婚活|goal Ｂ ひと\n"
      "K 成婚数|組||T4@2025| 2023=3\n"
      "P |B-1グルメの祭典|goal IT 活用\n"
      "K 来場者数|人||T4@2025| 2023=3\n" },
    { "①-1 is a number as a whole",
      "a.xlsx",
      "側面 | 取組名 | KPI | R5実績 | R7目標\n"
      "経済 | ①-1　森の循環 | 利用量（㎥） | 9 | 15\n"
      "社会 | ②-1　学び | 学校数（校） | 3 | 4\n",
      "P ①-1|森の循環|goal 経済\n"
      "K 利用量|㎥||T15@2025| 2023=9\n"
      "P ②-1|学び|goal 社会\n"
      "K 学校数|校||T4@2025| 2023=3\n" },
};

static const sheet_case forms[] = {
    { "政策, 施策 and 基本事業 of a form, three deep",
      "a.xlsx",
      "事務事業名 | 自主事業\n"
      "総合計画での位置付け | 政策 | 豊かな心\n"
      "^ | 施策 | 文化の振興\n"
      "^ | 基本事業 | 鑑賞機会の充実\n"
      "主な施策 | 公演の招致\n"
      "成果指標① | 入場者率 | 単位 | ％\n"
      "区分 | R4年度 | R5年度\n"
      "目標値 | 70 | 72\n"
      "実績値 | 65.2 | 58\n"
      "総合評価 | B\n",
      "P |自主事業|goal 豊かな心|theme 文化の振興|measure 鑑賞機会の充実"
      "|grade B\n"
      "K 入場者率|％||T72@2023 p2022=70 p2023=72| 2022=65.2 2023=58\n" },
    { "基本目標, 政策, 施策 and 基本事業, the inner first",
      "a.xlsx",
      "事務事業名 | 自主事業\n"
      "基本目標 | まち\n"
      "政策 | 豊かな心\n"
      "基本事業 | 鑑賞機会の充実\n"
      "施策 | 文化の振興\n"
      "成果指標① | 入場者率 | 単位 | ％\n"
      "区分 | R4年度 | R5年度\n"
      "目標値 | 70 | 72\n"
      "実績値 | 65.2 | 58\n",
      "P |自主事業|goal まち|theme 豊かな心|part 文化の振興"
      "|measure 鑑賞機会の充実\n"
      "K 入場者率|％||T72@2023 p2022=70 p2023=72| 2022=65.2 2023=58\n" },
    { "政策, 施策, 基本事業 and 事務事業 as columns",
      "a.xlsx",
      "政策 | 施策 | 基本事業 | 事務事業 | KPI | R5実績 | R7目標\n"
      "豊かな心 | 文化 | 鑑賞 | 公演 | 入場者数（人） | 80 | 85\n"
      "安全 | 道路 | 橋 | 修繕 | 修繕数（橋） | 3 | 4\n",
      "P |公演|goal 豊かな心|theme 文化|measure 鑑賞\n"
      "K 入場者数|人||T85@2025| 2023=80\n"
      "P |修繕|goal 安全|theme 道路|measure 橋\n"
      "K 修繕数|橋||T4@2025| 2023=3\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, fields);
    TEST_ROWS(tests, n, sheet_text_reads, numbers);
    TEST_ROWS(tests, n, sheet_text_reads, forms);
    return run_tests("layout_levels", tests, n);
}
