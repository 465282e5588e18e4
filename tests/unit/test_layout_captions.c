/*
 * test_layout_captions.c - what stands around tables: whose they are, what
 * they belong to, and what only explains or counts
 */
#include "support/rows.h"
#include "support/sheet_text.h"

#define TABLE                                                               \
    "取組 | 指標 | 単位 | R5実績 | 目標値（R7）\n"                           \
    "省エネ | 電力使用量 | kWh | 340 | 300\n"
#define READ "K 電力使用量|kWh||T300@2025| 2023=340\n"

static const sheet_case offices[] = {
    { "a bureau and its division alone in a corner",
      "a.xlsx",
      "環境計画の進捗状況\n"
      " | | | | 環境局　温暖化対策課\n"
      "\n" TABLE,
      "P |省エネ|環境局/温暖化対策課\n" READ },
    { "on two lines in a corner",
      "a.xlsx",
      "環境計画の進捗状況 | | | | 環境局\n"
      " | | | | 温暖化対策課\n"
      "\n" TABLE,
      "P |省エネ|環境局/温暖化対策課\n" READ },
    { "in brackets behind the title",
      "a.xlsx",
      "実施計画　事業別の進捗（総務部）\n"
      "\n" TABLE,
      "P |省エネ|総務部/\n" READ },
    { "in front of 所管 in the title",
      "a.xlsx",
      "総務部所管　計画事業　進捗状況\n"
      "\n" TABLE,
      "P |省エネ|総務部/\n" READ },
    { "in brackets with 所管分, which 各部 is none of",
      "a.xlsx",
      "# 1\n"
      "実施計画の進捗（環境局所管分）\n"
      "\n" TABLE
      "# 2\n"
      "各部所管　実施計画の進捗（住宅部分）\n"
      "\n"
      "取組 | 指標 | 単位 | R5実績 | 目標値（R7）\n"
      "節水 | 使用量 | kL | 340 | 300\n",
      "P |省エネ|環境局/\n" READ
      "P |節水\n"
      "K 使用量|kL||T300@2025| 2023=340\n" },
    { "behind the title's last space",
      "a.xlsx",
      "実施計画　進捗一覧　総務部　行政管理課\n"
      "\n" TABLE,
      "P |省エネ|総務部/行政管理課\n" READ },
    { "a division that a title names is no bureau",
      "a.xlsx",
      "進捗一覧（行政管理課）\n"
      "\n" TABLE,
      "P |省エネ|/行政管理課\n" READ },
    { "behind 担当： in brackets",
      "a.xlsx",
      "進捗一覧\n"
      "（担当：市民部 くらしの安全課）\n"
      "\n" TABLE,
      "P |省エネ|市民部/くらしの安全課\n" READ },
    { "a person's name behind 担当： is none",
      "a.xlsx",
      "進捗一覧\n"
      "（担当：山田）\n"
      "\n" TABLE,
      "P |省エネ\n" READ },
    { "a part of the city or of a whole is none",
      "a.xlsx",
      "進捗一覧（一部）\n"
      "まちづくり計画（中心部）\n"
      "各課\n"
      "\n" TABLE,
      "P |省エネ\n" READ },
    { "a line that says who submits comes first",
      "a.xlsx",
      "進捗一覧（総務部）\n"
      "提出：財政局 財政課\n"
      "\n" TABLE,
      "P |省エネ|財政局/財政課\n" READ },
    { "a division behind 担当： on the submitter's line, with its extension",
      "a.xlsx",
      "進捗一覧\n"
      "提出：財政局　担当：財政課（内線3456）\n"
      "\n" TABLE,
      "P |省エネ|財政局/財政課\n" READ },
    { "each table's own title",
      "a.xlsx",
      "計画の進捗状況（総務部行政管理課）\n"
      "\n" TABLE
      "\n"
      "計画の進捗状況（財政部財政課）\n"
      "\n"
      "取組 | 指標 | 単位 | R5実績 | 目標値（R7）\n"
      "基金 | 基金残高 | 億円 | 34 | 30\n",
      "P |省エネ|総務部/行政管理課\n" READ
      "P |基金|財政部/財政課\n"
      "K 基金残高|億円||T30@2025| 2023=34\n"
      "F row-ignored A6 計画の進捗状況（財政部財政課）\n" },
    { "each sheet's own corner",
      "a.xlsx",
      "# 一\n"
      "進捗状況 | | | | 環境局\n"
      "\n" TABLE
      "# 二\n"
      "進捗状況 | | | | 都市局\n"
      "\n"
      "取組 | 指標 | 単位 | R5実績 | 目標値（R7）\n"
      "公園 | 公園面積 | ha | 34 | 40\n",
      "P |省エネ|環境局/\n" READ
      "P |公園|都市局/\n"
      "K 公園面積|ha||T40@2025| 2023=34\n" },
    { "behind the words of a document in the file's name",
      "02_○○市成果指標一覧都市整備部.xlsx",
      "進捗一覧\n"
      "\n" TABLE,
      "P |省エネ|都市整備部/\n" READ },
    { "a numbered line with a word of indicators above lines of years", "a.xlsx",
      "１　指標：ごみの排出量（g/日）\n"
      "年度 | H30 | R1 | R2\n"
      "計画値 | 900 | 890 | 880\n"
      "実績値 | 905 | 895 | 870\n"
      "２　指標：リサイクル率（％）\n"
      "年度 | H30 | R1 | R2\n"
      "計画値 | 20 | 21 | 22\n"
      "実績値 | 19.5 | 20.1 | 21.3\n",
      "P |ごみの排出量\n"
      "K ごみの排出量|g/日||T880@2020 p2018=900 p2019=890 p2020=880| 2018=905 "
      "2019=895 2020=870\n"
      "P |リサイクル率\n"
      "K リサイクル率|％||T22@2020 p2018=20 p2019=21 p2020=22| 2018=19.5 2019=20.1 "
      "2020=21.3\n" },
    { "a word with its number above each, under a heading", "a.xlsx",
      "基本方針１　ごみの減量\n"
      "【指標①】ごみの排出量（g/日）\n"
      "年度 | H30 | R1 | R2\n"
      "計画値 | 900 | 890 | 880\n"
      "実績値 | 905 | 895 | 870\n"
      "【指標②】リサイクル率（％）\n"
      "年度 | H30 | R1 | R2\n"
      "計画値 | 20 | 21 | 22\n"
      "実績値 | 19.5 | 20.1 | 21.3\n",
      "P １|ごみの減量|goal １ ごみの減量\n"
      "K ごみの排出量|g/日||T880@2020 p2018=900 p2019=890 p2020=880| 2018=905 "
      "2019=895 2020=870\n"
      "K リサイクル率|％||T22@2020 p2018=20 p2019=21 p2020=22| 2018=19.5 2019=20.1 "
      "2020=21.3\n" },
    { "a name with its unit in brackets above each, under a heading", "a.xlsx",
      "基本方針１　ごみの減量\n"
      "（１）ごみの排出量　【単位：g/日】\n"
      "年度 | H30 | R1 | R2\n"
      "計画値 | 900 | 890 | 880\n"
      "実績値 | 905 | 895 | 870\n"
      "（２）リサイクル率　【単位：％】\n"
      "年度 | H30 | R1 | R2\n"
      "計画値 | 20 | 21 | 22\n"
      "実績値 | 19.5 | 20.1 | 21.3\n",
      "P １|ごみの減量|goal １ ごみの減量\n"
      "K ごみの排出量|g/日||T880@2020 p2018=900 p2019=890 p2020=880| 2018=905 "
      "2019=895 2020=870\n"
      "K リサイクル率|％||T22@2020 p2018=20 p2019=21 p2020=22| 2018=19.5 2019=20.1 "
      "2020=21.3\n" },
    { "the unit in a cell of its own beside the name", "a.xlsx",
      "成果指標：ごみの排出量 | | | （単位：g/日）\n"
      "年度 | H30 | R1 | R2\n"
      "計画値 | 900 | 890 | 880\n"
      "実績値 | 905 | 895 | 870\n"
      "成果指標：リサイクル率 | | | （単位：％）\n"
      "年度 | H30 | R1 | R2\n"
      "計画値 | 20 | 21 | 22\n"
      "実績値 | 19.5 | 20.1 | 21.3\n",
      "P |ごみの排出量\n"
      "K ごみの排出量|g/日||T880@2020 p2018=900 p2019=890 p2020=880| 2018=905 "
      "2019=895 2020=870\n"
      "P |リサイクル率\n"
      "K リサイクル率|％||T22@2020 p2018=20 p2019=21 p2020=22| 2018=19.5 2019=20.1 "
      "2020=21.3\n" },
};

static const sheet_case groups[] = {
    { "分野：, with a department beside it, above a table of indicators",
      "a.xlsx",
      "評価表\n"
      "分野：こころの健康 | | | 福祉部 健康課\n"
      "\n"
      "指標 | 単位 | 策定時¶R1年度 | 中間¶R3年度 | 直近¶R5年度 | 目標¶R8年度 "
      "| 評価\n"
      "睡眠で休養がとれている者の割合 | ％ | 71.2 | － | 73.5 | 80 | B\n"
      "相談窓口を知っている者の割合 | ％ | 17 | 19 | 24 | 50 | A\n"
      "\n"
      "Ａ 目標達成　Ｂ 改善傾向　Ｃ 変わらない\n",
      "P |こころの健康|theme こころの健康|福祉部/健康課\n"
      "K 睡眠で休養がとれている者の割合|％|B71.2@2019|T80@2026| 2021=missing "
      "2023=73.5|grade B\n"
      "K 相談窓口を知っている者の割合|％|B17@2019|T50@2026| 2021=19 2023=24|g"
      "rade A\n"
      "F row-ignored A8 Ａ 目標達成　Ｂ 改善傾向　Ｃ 変わらない\n" },
    { "領域： above each of two tables",
      "a.xlsx",
      "領域：からだの健康\n"
      "\n"
      "指標 | 単位 | R5実績 | 目標値（R7）\n"
      "歩数 | 歩 | 6800 | 8000\n"
      "\n"
      "領域：こころの健康\n"
      "\n"
      "指標 | 単位 | R5実績 | 目標値（R7）\n"
      "相談件数 | 件 | 34 | 40\n",
      "P |からだの健康|theme からだの健康\n"
      "K 歩数|歩||T8000@2025| 2023=6800\n"
      "P |こころの健康|theme こころの健康\n"
      "K 相談件数|件||T40@2025| 2023=34\n" },
    { "重点分野１ with its title",
      "a.xlsx",
      "重点分野１　こころの健康\n"
      "\n"
      "指標 | 単位 | R5実績 | 目標値（R7）\n"
      "相談件数 | 件 | 34 | 40\n",
      "P １|こころの健康|theme １ こころの健康\n"
      "K 相談件数|件||T40@2025| 2023=34\n" },
    { "several labels in one cell above a table",
      "a.xlsx",
      "評価表\n"
      "事業名：こころの相談　　担当課：健康課　　事業期間：R3～R5\n"
      "\n"
      "指標 | 単位 | R5実績 | 目標値（R7）\n"
      "相談件数 | 件 | 34 | 40\n",
      "P |こころの相談|/健康課|period 2021-2023\n"
      "K 相談件数|件||T40@2025| 2023=34\n" },
    { "targets of years below a numbered title, actuals on another sheet",
      "a.xlsx",
      "# 1\n"
      "別表1 年度別目標値（某市）\n"
      "\n"
      "指標番号 | 事業名 | 指標 | 単位 | 基準値（R2） | R3 | R4 | R5\n"
      "1-1 | 朝市 | 来場者数 | 人 | 30 | 40 | 48 | 55\n"
      "2-1 | 健診 | 受診者数 | 人 | 32 | 34 | 36 | 38\n"
      "# 2\n"
      "別表2 年度別実績値（某市）\n"
      "※指標番号は別表1に対応\n"
      "指標番号 | 指標 | R3 | R4 | R4達成率（％）\n"
      "1-1 | 来場者数 | 39 | 36 | 75\n"
      "2-1 | 受診者数 | 33 | 36 | 100\n",
      "P |朝市\n"
      "K 来場者数|人|B30@2020|T55@2023 p2021=40 p2022=48 p2023=55| "
      "2021=39 2022=36|rate 0.75|code 1-1\n"
      "P |健診\n"
      "K 受診者数|人|B32@2020|T38@2023 p2021=34 p2022=36 p2023=38| "
      "2021=33 2022=36|rate 1|code 2-1\n" },
    { "plans and results of the same years below captions that say so",
      "a.xlsx",
      "経営戦略の計画と実績\n"
      "（１）計画\n"
      "No. | 事業 | 指標 | 単位 | R2 | R3 | R11\n"
      "1 | 管渠 | 改善率 | ％ | 0.36 | 0.41 | 0.8\n"
      "2 | 浸水対策 | 達成率の平均 | ％ | 59 | 60 | 64\n"
      "\n"
      "（２）実績\n"
      "No. | 事業 | 指標 | 単位 | R2 | R3\n"
      "1 | 管渠 | 改善率 | ％ | 0.34 | 0.43\n"
      "2 | 浸水対策 | 達成率の平均 | ％ | 58 | 61\n",
      "P 1|管渠\n"
      "K 改善率|％||T0.8@2029 p2020=0.36 p2021=0.41| 2020=0.34 "
      "2021=0.43\n"
      "P 2|浸水対策\n"
      "K 達成率の平均|％||T64@2029 p2020=59 p2021=60| 2020=58 "
      "2021=61\n" },
    { "goals in bands across the table, measures in its first column",
      "a.xlsx",
      "具体的な施策 | 事業名 | 担当局 | 指標 | 単位 | R5実績 | 目標値（R7）\n"
      "基本目標Ⅰ　しごとを増やす | < | < | < | < | < | <\n"
      "創業の支援 | 創業塾 | 経済局 | 受講者数 | 人 | 20 | 30\n"
      "^ | 融資 | 経済局 | 融資件数 | 件 | 4 | 10\n"
      "基本目標Ⅱ　人を呼びこむ | < | < | < | < | < | <\n"
      "移住の促進 | 相談会 | 企画局 | 相談件数 | 件 | 40 | 60\n",
      "P |創業塾|goal Ⅰ しごとを増やす|measure 創業の支援|経済局/\n"
      "K 受講者数|人||T30@2025| 2023=20\n"
      "P |融資|goal Ⅰ しごとを増やす|measure 創業の支援|経済局/\n"
      "K 融資件数|件||T10@2025| 2023=4\n"
      "P |相談会|goal Ⅱ 人を呼びこむ|measure 移住の促進|企画局/\n"
      "K 相談件数|件||T60@2025| 2023=40\n" },
    { "goals on lines of their own in the column of measures",
      "a.xlsx",
      "施策 | 事業 | 指標 | 単位 | R5実績 | 目標値（R7）\n"
      "基本目標１　しごとを増やす\n"
      "創業の支援 | 創業塾 | 受講者数 | 人 | 20 | 30\n"
      "基本目標２　人を呼びこむ\n"
      "移住の促進 | 相談会 | 相談件数 | 件 | 40 | 60\n",
      "P |創業塾|goal １ しごとを増やす|measure 創業の支援\n"
      "K 受講者数|人||T30@2025| 2023=20\n"
      "P |相談会|goal ２ 人を呼びこむ|measure 移住の促進\n"
      "K 相談件数|件||T60@2025| 2023=40\n" },
};

#define GRADED                                                              \
    "施策名 | 担当課 | 成果指標名 | 単位 | R4実績 | R6目標 | R4評価\n"       \
    "観光 | 観光課 | 入込客数 | 万人 | 381 | 420 | Ｃ\n"                     \
    "〃 | 〃 | 宿泊者数 | 人 | 4335 | 4600 | Ｂ\n"
#define GRADED_READ                                                         \
    "P |観光|/観光課\n"                                                      \
    "K 入込客数|万人||T420@2024| 2022=381|grade Ｃ\n"                        \
    "K 宿泊者数|人||T4600@2024| 2022=4335|grade Ｂ\n"

static const sheet_case remarks[] = {
    { "what a mark means, right below the table",
      "a.xlsx",
      GRADED "…：数値が未公表のもの\n",
      GRADED_READ },
    { "in quotation marks",
      "a.xlsx",
      GRADED "「－」は評価できないもの\n",
      GRADED_READ },
    { "a tally of the grades",
      "a.xlsx",
      GRADED "\n"
      "評価別集計\n"
      "Ａ | Ｂ | Ｃ | －\n"
      "0 | 1 | 1 | 0\n",
      GRADED_READ
      "F row-ignored A5 評価別集計\n"
      "F row-ignored A6 Ａ\n"
      "F row-ignored A7 0\n" },
    { "a wide one, with words in front",
      "a.xlsx",
      GRADED "\n"
      "評価 | Ａ | Ｂ | Ｃ | Ｄ | 計\n"
      "件数 | 0 | 1 | 1 | 0 | 2\n",
      GRADED_READ
      "F row-ignored A5 評価\n"
      "F row-ignored A6 件数\n" },
    { "one below the other",
      "a.xlsx",
      GRADED "\n"
      "Ｂ | 1件\n"
      "Ｃ | 1件\n",
      GRADED_READ
      "F row-ignored A5 Ｂ\n"
      "F row-ignored A6 Ｃ\n" },
};

static const sheet_case numbered[] = {
    { "a project's line above each table, behind a gap, with a digit in it",
      "a.xlsx",
      "交付金事業の効果検証について（令和２年度事業）\n"
      "外部有識者会議\n"
      "\n"
      "①　技術者が集まる場（経済局　産業課）\n"
      "技術者が集まる環境を創出する。 | < | < | <\n"
      "指標 | 目標値 | 実績値 | 達成率\n"
      "相談件数 | 120件 | 253件 | 210.8%\n"
      "※相談は延べ数。\n"
      "\n"
      "②　Society5.0の研修（経済局　新産業課）\n"
      "研修により育成を推進する。 | < | < | <\n"
      "指標 | 目標値 | 実績値 | 達成率\n"
      "修了者数 | 90人 | 87人 | 96.7%\n"
      "開催回数 | 20回 | 16回 | 80.0%\n",
      "P ①|技術者が集まる場|theme ① 技術者が集まる場|経済局/産業課\n"
      "K 相談件数|件||T120@2020| 2020=253|rate 2.108\n"
      "P ②|Society5.0の研修|theme ② Society5.0の研修|経済局/新産業課\n"
      "K 修了者数|人||T90@2020| 2020=87|rate 0.967\n"
      "K 開催回数|回||T20@2020| 2020=16|rate 0.8\n"
      "F target-year-inferred B6 目標値 > R2\n"
      "F actual-year-inferred C6 実績値 > R2\n"
      "F target-year-inferred B12 目標値 > R2\n"
      "F actual-year-inferred C12 実績値 > R2\n" },
};

static const sheet_case subjects[] = {
    { "a line above each table, with its department, below a title that is"
      " a label elsewhere",
      "a.xlsx",
      "令和4年度　効果検証\n"
      "\n"
      "交流の促進（観光課）\n"
      "指標 | 目標値（R6） | R4実績\n"
      "来館者数 | 120人 | 100人\n"
      "売上高 | 80円 | 60円\n"
      "\n"
      "子育ての支援（こども課）\n"
      "親子の集う場をつくります。\n"
      "指標 | 目標値（R6） | R4実績\n"
      "入会者数 | 90人 | 87人\n",
      "P |交流の促進|/観光課\n"
      "K 来館者数|人||T120@2024| 2022=100\n"
      "K 売上高|円||T80@2024| 2022=60\n"
      "P |子育ての支援|/こども課\n"
      "K 入会者数|人||T90@2024| 2022=87\n"
      "F heading-uncertain A3 交流の促進\n"
      "F heading-uncertain A8 子育ての支援\n" },
    { "tables of one row without gaps are no card", "a.xlsx",
      "令和4年度　総合戦略報告\n"
      "■交流の促進\n"
      "指標 | 目標値（R6） | R4実績\n"
      "来館者数 | 120人 | 100人\n"
      "■子育ての支援\n"
      "指標 | 目標値（R6） | R4実績\n"
      "入会者数 | 90人 | 87人\n",
      "P |交流の促進\n"
      "K 来館者数|人||T120@2024| 2022=100\n"
      "P |子育ての支援\n"
      "K 入会者数|人||T90@2024| 2022=87\n"
      "F heading-uncertain A2 交流の促進\n"
      "F heading-uncertain A5 子育ての支援\n" },
    { "kinds of indicators above the tables are none", "a.xlsx",
      "令和4年度　総合戦略報告\n"
      "\n"
      "活動指標\n"
      "指標 | 目標値（R6） | R4実績\n"
      "来館者数 | 120人 | 100人\n"
      "\n"
      "成果指標\n"
      "指標 | 目標値（R6） | R4実績\n"
      "入会者数 | 90人 | 87人\n",
      "P |来館者数\n"
      "K 来館者数|人||T120@2024| 2022=100\n"
      "P |入会者数\n"
      "K 入会者数|人||T90@2024| 2022=87\n" },
};

static const sheet_case forms[] = {
    { "forms one below the other, figures typed as text beside a merged label",
      "a.xlsx",
      "推進交付金事業の実施状況（令和５年度）　　みなと市 | < | < | < | < | <\n"
      "\n"
      "事業名称 | まちなか再生事業 | < | < | < | <\n"
      "担当局 | 都市局 | < | 担当課 | 都心整備課 | <\n"
      "事業期間 | R4～R6 | < | 交付対象事業費 | 12,300千円 | <\n"
      "数値目標 | 指標内容 | < | R5目標 | R5実績 | 達成率\n"
      "^ | 新規出店数（店） | < | '5 | '7 | 140.0%\n"
      "^ | 歩行者通行量（人） | < | 8,500 | 8,120 | 95.5%\n"
      "^ | 共同研究件数（件） | < | '8 | － | －\n"
      "補足 | 共同研究は未公表。 | < | < | < | <\n"
      "\n"
      "事業名称 | 里山再生事業 | < | < | < | <\n"
      "担当局 | 農林局 | < | 担当課 | 林務課 | <\n"
      "事業期間 | R5～R7 | < | 交付対象事業費 | 4,560千円 | <\n"
      "数値目標 | 指標内容 | < | R5目標 | R5実績 | 達成率\n"
      "^ | 間伐面積（ha） | < | '20 | '18 | 90.0%\n"
      "補足 | | < | < | < | <\n",
      "P |まちなか再生事業|都市局/都心整備課|period 2022-2024|cost 0=12300千円"
      "|note 共同研究は未公表。\n"
      "K 新規出店数|店||T5@2023| 2023=7|rate 1.4\n"
      "K 歩行者通行量|人||T8500@2023| 2023=8120|rate 0.955\n"
      "K 共同研究件数|件||T8@2023| 2023=missing\n"
      "P |里山再生事業|農林局/林務課|period 2023-2025|cost 0=4560千円\n"
      "K 間伐面積|ha||T20@2023| 2023=18|rate 0.9\n" },
    { "without a gap between them, and a column of units",
      "a.xlsx",
      "事業名 | まちなか再生事業 | < | < | < | <\n"
      "所管局 | 都市局 | < | 所管課 | 都心整備課 | <\n"
      "KPI | 指標 | 単位 | R5目標 | R5実績 | 達成率\n"
      "^ | 歩行者通行量 | 人/日 | 8,500 | 8,120 | 95.5％\n"
      "^ | 新規出店数 | 店舗 | '5 | '7 | 140.0％\n"
      "備考 | － | < | < | < | <\n"
      "事業名 | 里山再生事業 | < | < | < | <\n"
      "所管局 | 農林局 | < | 所管課 | 林務課 | <\n"
      "KPI | 指標 | 単位 | R5目標 | R5実績 | 達成率\n"
      "^ | 間伐面積 | ha | '20 | '18 | 90.0％\n",
      "P |まちなか再生事業|都市局/都心整備課|note －\n"
      "K 歩行者通行量|人/日||T8500@2023| 2023=8120|rate 0.955\n"
      "K 新規出店数|店舗||T5@2023| 2023=7|rate 1.4\n"
      "P |里山再生事業|農林局/林務課\n"
      "K 間伐面積|ha||T20@2023| 2023=18|rate 0.9\n" },
    { "units behind the figures, below a long label",
      "a.xlsx",
      "事業名称 | 産業人材事業 | < | < | <\n"
      "担当部局 | 産業部　産業振興課 | < | 期間 | R3～R5\n"
      "重要業績評価指標 | 指標 | 基準値（R2） | 目標値（R4） | 実績値（R4）\n"
      "^ | 新規就業者数 | 12人 | 20人 | 18人\n"
      "^ | 受注額 | 450百万円 | 520百万円 | 561百万円\n",
      "P |産業人材事業|産業部/産業振興課|period 2021-2023\n"
      "K 新規就業者数|人|B12@2020|T20@2022| 2022=18\n"
      "K 受注額|百万円|B450@2020|T520@2022| 2022=561\n" },
    { "years in brackets behind the figures",
      "a.xlsx",
      "取組名 | 物流の拠点化 | < | < | <\n"
      "取組内容 | 集貨を進める。 | < | < | <\n"
      "ＫＰＩ | 指標 | 基準値 | 目標値 | R3実績\n"
      "^ | 港の利用者数 | 12万人（R1年度） | 20万人（R6年度） | 13万人\n"
      "^ | 貨物取扱量 | 15千t（R1年度） | 30千t（R6年度） | 累計7千t\n",
      "P |物流の拠点化|summary 集貨を進める。\n"
      "K 港の利用者数|万人|B12@2019|T20@2024| 2021=13\n"
      "K 貨物取扱量|千t|B15@2019|T30@2024| 2021=c7\n" },
    { "a numbered line with 【局】 names the project of the table below",
      "a.xlsx",
      "基本目標Ⅰ　しごとをつくる\n"
      "\n"
      "■ 施策①　若者の就職\n"
      "\n"
      "（１）職場の実習【経済局】 | | | 評価：C\n"
      "2020年に向けて、就業していない若者を支える。 | < | < | <\n"
      "ＫＰＩ | 目標 | H27実績 | H28実績\n"
      "実習者数 | 120人（H28～31年度） | 30人 | 累計40人\n"
      "\n"
      "（２）企業との縁結び【労働局】 | | | 評価：A\n"
      "企業を紹介する。 | < | < | <\n"
      "ＫＰＩ | 目標 | H27実績 | H28実績\n"
      "紹介数 | 20件（H28～31年度） | 3件 | 累計4件\n"
      "\n"
      "（３）縁結びの調査【労働局】 | | | 評価：数値目標対象外\n"
      "ＫＰＩ | 目標 | H27実績 | H28実績\n"
      "調査数 | 2回（H28～31年度） | 1回 | 1回\n"
      "\n"
      "■ 施策②　空港の活用\n"
      "\n"
      "（１）空港の利用促進【港湾局】\n"
      "ＫＰＩ | 目標 | H27実績 | H28実績\n"
      "利用者数 | 200万人（H31年度） | 132万人 | 140万人\n",
      "P （１）|職場の実習|goal Ⅰ しごとをつくる|measure ① 若者の就職|経済局/|grade C\n"
      "K 実習者数|人||T120@2016-2019| 2015=30 2016=c40\n"
      "P （２）|企業との縁結び|goal Ⅰ しごとをつくる|measure ① 若者の就職|労働局/|grade A\n"
      "K 紹介数|件||T20@2016-2019| 2015=3 2016=c4\n"
      "P （３）|縁結びの調査|goal Ⅰ しごとをつくる|measure ① 若者の就職|労働局/|status 数値目標対象外\n"
      "K 調査数|回||T2@2016-2019| 2015=1 2016=1\n"
      "P （１）|空港の利用促進|goal Ⅰ しごとをつくる|measure ② 空港の活用|港湾局/\n"
      "K 利用者数|万人||T200@2019| 2015=132 2016=140\n" },
    { "its grade behind the name, and years of no era",
      "a.xlsx",
      "事業の進捗（平成28年度）\n"
      "\n"
      "● 地元就職\n"
      "1　就職の促進（産業経済局）　評価：C\n"
      "指標 | 基準値 | 目標 | 27年度 | 28年度\n"
      "就職者数 | 115人（26年度） | 1,000人（27～31年度） | 142人 | 累計305人\n"
      "\n"
      "2　調査の実施（企画局）評価：数値目標対象外\n"
      "指標 | 基準値 | 目標 | 27年度 | 28年度\n"
      "参加者数 | 577人（26年度） | 800人（31年度） | 743人 | 670人\n",
      "P 1|就職の促進|産業経済局/|grade C\n"
      "K 就職者数|人|B115@2014|T1000@2015-2019| 2015=142 2016=c305\n"
      "P 2|調査の実施|企画局/|status 数値目標対象外\n"
      "K 参加者数|人|B577@2014|T800@2019| 2015=743 2016=670\n" },
    { "an aim without a number above the theme; a document's name is none",
      "a.xlsx",
      "# 1\n"
      "しごとをつくり、安心して働けるようにする\n"
      "テーマ：アジアでの国際貢献\n"
      "施策 | 事業 | 部局 | KPI | 単位 | 目標年度 | 目標値 | 2015年度 | 2016年度\n"
      "人づくり | 研修 | 福祉局 | 受入人数 | 人 | 2019 | 累計400 | 80 | 累計165\n"
      "# 2\n"
      "国際貢献の進捗管理\n"
      "テーマ：アジアでの国際貢献\n"
      "施策 | 事業 | 部局 | KPI | 単位 | 目標年度 | 目標値 | 2015年度 | 2016年度\n"
      "進出の支援 | 介護 | 経済局 | 進出数 | 社 | 2019 | 2 | 0 | 累計0\n",
      "P |研修|goal しごとをつくり、安心して働けるようにする|theme アジア"
      "での国際貢献|measure 人づくり|福祉局/\n"
      "K 受入人数|人||Tc400@2019| 2015=80 2016=c165\n"
      "P |介護|theme アジアでの国際貢献|measure 進出の支援|経済局/\n"
      "K 進出数|社||T2@2019| 2015=0 2016=c0\n"
      "F heading-uncertain A1 しごとをつくり、安心して働けるようにする\n" },
    { "a goal in brackets below the theme that is its",
      "a.xlsx",
      "④　創業の促進\n"
      "（基本目標Ⅰ　しごとをつくる）\n"
      "\n"
      "施策 | 事業名 | 担当局 | KPI | H27実績 | H28実績\n"
      "起業の支援 | 窓口相談 | 経済局 | 創業件数　83件（H26）→100件（H31） | 94件 | 264件\n",
      "P |窓口相談|goal Ⅰ しごとをつくる|theme ④ 創業の促進|measure 起業の支援|経済局/\n"
      "K 創業件数|件|B83@2014|T100@2019| 2015=94 2016=264\n" },
    { "its grade and what it is about on lines of their own",
      "a.xlsx",
      "基本目標２　ひとの流れ\n"
      "\n"
      "（１）就職の応援【経済局】\n"
      "事業の概要：求人を知らせる。\n"
      "達成状況の評価：C\n"
      "ＫＰＩ | 目標値 | H27年度 | H28年度\n"
      "就職者数 | 1,000人（H27～31年度） | 142人 | 305人（累計）\n"
      "\n"
      "（２）定住の推進【都市局】\n"
      "事業の概要：住宅を支える。\n"
      "ＫＰＩ | 目標値 | H27年度 | H28年度\n"
      "補助世帯数 | 550世帯（H27～31年度） | 15世帯 | 47世帯（累計）\n",
      "P （１）|就職の応援|goal ２ ひとの流れ|経済局/|grade C|summary 求人を知らせる。"
      "\n"
      "K 就職者数|人||T1000@2015-2019| 2015=142 2016=c305\n"
      "P （２）|定住の推進|goal ２ ひとの流れ|都市局/|summary 住宅を支える。\n"
      "K 補助世帯数|世帯||T550@2015-2019| 2015=15 2016=c47\n" },
};

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, offices);
    TEST_ROWS(tests, n, sheet_text_reads, groups);
    TEST_ROWS(tests, n, sheet_text_reads, remarks);
    TEST_ROWS(tests, n, sheet_text_reads, numbered);
    TEST_ROWS(tests, n, sheet_text_reads, subjects);
    TEST_ROWS(tests, n, sheet_text_reads, forms);
    return run_tests("layout_captions", tests, n);
}
