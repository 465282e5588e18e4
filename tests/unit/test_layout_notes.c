/*
 * test_layout_notes.c - rows, lines and names of sheets that say how a table
 * is to be read: notes below headers, years of baselines, whose a table is,
 * and that a sheet is but an old copy
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const sheet_case header_notes[] = {
    { "marks of footnotes behind names, of notes that stand below",
      "a.xlsx",
      "事業名 | 指標 | 目標（R7） | R5実績\n"
      "朝の市 | 来場者数（※1） | 9人 | 5人\n"
      "^ | 出店数※２（店） | 8 | 5\n"
      "夜の市 | 満足度(注3) | 80% | 75%\n"
      "^ | 区分1 | 6 | 2\n"
      "花の市 | 花の種類（※4） | 7 | 5\n"
      "※1　日曜日のもの\n"
      "※2　屋台を含む。\n"
      "（注3）来場者への調査\n",
      "P |朝の市\n"
      "K 来場者数|人||T9@2025| 2023=5\n"
      "K 出店数|店||T8@2025| 2023=5\n"
      "P |夜の市\n"
      "K 満足度|%||T80@2025| 2023=75\n"
      "K 区分1|||T6@2025| 2023=2\n"
      "P |花の市\n"
      "K 花の種類（※4）|||T7@2025| 2023=5\n"
      "F footnote-mark-cut B2 来場者数（※1） > 来場者数\n"
      "F footnote-mark-cut B3 出店数※２ > 出店数\n"
      "F footnote-mark-cut B4 満足度(注3) > 満足度\n" },
    { "bracketed notes below headers that are not merged",
      "a.xlsx",
      "担当課 | 施策 | 指標 | R2実績 | R3実績 | 目標（R8） | 達成率 | 事業費\n"
      " | | | （実数） | （速報） | （最終） | （％） | （百万円）\n"
      "林政課 | 間伐 | 間伐面積（ha） | 31 | 35 | 50 | 70 | 12\n",
      "P |間伐|/林政課|cost 0=12百万円\n"
      "K 間伐面積|ha||T50@2026| 2020=31 2021=35p|rate 0.7\n" },
    { "below two levels, in other brackets, also below names",
      "a.xlsx",
      "施策 | 指標 | 実績 | < | 目標\n"
      " | | R2 | R3 | R8\n"
      "〔細目〕 | 〔成果〕 | 〔実数〕 | [実数] | 【最終】\n"
      "間伐 | 間伐面積（ha） | 31 | 35 | 50\n",
      "P |間伐\n"
      "K 間伐面積|ha||T50@2026| 2020=31 2021=35\n" },
    { "letters of a formula, and the year that the header leaves out",
      "a.xlsx",
      "施策 | 指標 | 現状値 | 目標値（R8） | R3実績 | 達成率\n"
      " | | （R元） | （Ａ） | （Ｂ） | （Ｂ／Ａ）\n"
      "間伐 | 間伐面積（ha） | 31 | 50 | 35 | 70\n",
      "P |間伐\n"
      "K 間伐面積|ha|B31@2019|T50@2026| 2021=35|rate 0.7\n" },
    { "columns that are numbered for a formula, in all columns",
      "a.xlsx",
      "番号 | 施策 | 指標名 | 単位 | R8目標 | R3実績 | 達成度\n"
      "① | ② | ③ | ④ | ⑤ | ⑥ | ⑥/⑤\n"
      "1 | 間伐 | 間伐面積 | ha | 50 | 35 | 70\n",
      "P 1|間伐\n"
      "K 間伐面積|ha||T50@2026| 2021=35|rate 0.7\n" },
    { "notes without brackets, and a lone unit of money",
      "a.xlsx",
      "# 1\n"
      "施策 | 指標 | R3実績 | 目標（R8） | 達成率\n"
      " | | 確定値 | 最終 | ％\n"
      "間伐 | 間伐面積（ha） | 35 | 50 | 70\n"
      "# 2\n"
      "施策 | 指標 | R3実績 | 目標（R8） | R3決算額\n"
      " | | | | 百万円\n"
      "植林 | 植林面積（ha） | 4 | 5 | 31\n",
      "P |間伐\n"
      "K 間伐面積|ha||T50@2026| 2021=35|rate 0.7\n"
      "P |植林|cost 2021=31百万円\n"
      "K 植林面積|ha||T5@2026| 2021=4\n" },
    { "a role below a header that is a year alone",
      "a.xlsx",
      "施策 | 指標 | R2 | R3 | R8\n"
      " | | （実数・実績） | （実績） | （目標）\n"
      "間伐 | 間伐面積（ha） | 31 | 35 | 50\n",
      "P |間伐\n"
      "K 間伐面積|ha||T50@2026| 2020=31 2021=35\n" },
    { "figures in brackets, and grades, are data",
      "a.xlsx",
      "施策 | 指標 | R2実績 | R3実績 | 目標（R8）\n"
      "間伐 | 間伐面積（ha） | （31） | （調査中） | （50）\n"
      "植林 | 満足度の判定 | A | B | A\n",
      "P |間伐\n"
      "K 間伐面積|ha||T50@2026| 2020=31 2021=pending\n"
      "P |植林\n"
      "K 満足度の判定|||T-@2026| 2020=text 2021=text\n"
      "F value-uncertain C2 （31） > 31\n"
      "F value-uncertain E2 （50） > 50\n" },
};

static const sheet_case year_notes[] = {
    { "above the table, for each of several indicators side by side",
      "a.xlsx",
      "進捗\n"
      "※当初値は平成30年度、目標値は令和7年度\n"
      "\n"
      "取組 | KPI（1） | < | < | < | KPI（2） | < | < | <\n"
      "^ | 名称 | 当初値 | 目標値 | R3実績 | 名称 | 当初値 | 目標値 | R3実績\n"
      "防災 | 訓練回数（回） | 4 | 9 | 5 | 備蓄数（食） | 20 | 90 | 40\n",
      "P |防災\n"
      "K 訓練回数|回|B4@2018|T9@2025| 2021=5\n"
      "K 備蓄数|食|B20@2018|T90@2025| 2021=40\n"
      "F baseline-year-inferred C5 KPI（1） > 当初値 > H30\n"
      "F target-year-inferred D5 KPI（1） > 目標値 > R7\n" },
    { "in a bracket behind the title",
      "a.xlsx",
      "防災計画　進捗（基準：H30、目標：R7）\n"
      "取組 | 指標 | 単位 | 基準値 | 目標値 | R3実績\n"
      "防災 | 訓練回数 | 回 | 4 | 9 | 5\n",
      "P |防災\n"
      "K 訓練回数|回|B4@2018|T9@2025| 2021=5\n"
      "F baseline-year-inferred D2 基準値 > H30\n"
      "F target-year-inferred E2 目標値 > R7\n" },
    { "in cells of their own",
      "a.xlsx",
      "基準年度 | 平成30年度 | 目標年度 | 令和7年度\n"
      "\n"
      "取組 | 指標 | 単位 | 基準値 | 目標値 | R3実績\n"
      "防災 | 訓練回数 | 回 | 4 | 9 | 5\n",
      "P |防災\n"
      "K 訓練回数|回|B4@2018|T9@2025| 2021=5\n"
      "F baseline-year-inferred D3 基準値 > H30\n"
      "F target-year-inferred E3 目標値 > R7\n" },
    { "below the table; a header's own year stays",
      "a.xlsx",
      "取組 | 指標 | 単位 | 現状値（H29） | 目標値 | R3実績\n"
      "防災 | 訓練回数 | 回 | 4 | 9 | 5\n"
      "\n"
      "（注）現状値は計画策定時（平成30年度末）、目標値は計画最終年度（令和7年度）"
      "の数値である。\n",
      "P |防災\n"
      "K 訓練回数|回|B4@2017|T9@2025| 2021=5\n"
      "F target-year-inferred E1 目標値 > R7\n" },
    { "the year of an act, of some or of another target is none",
      "a.xlsx",
      "※目標値は令和2年度に見直した。\n"
      "※中間目標値は令和3年度。\n"
      "※基準値は平成30年度、ただし防災は平成29年度\n"
      "取組 | 指標 | 単位 | 基準値 | 目標値 | R3実績\n"
      "防災 | 訓練回数 | 回 | 4 | 9 | 5\n",
      "P |防災\n"
      "K 訓練回数|回|B4|T9| 2021=5\n" },
    { "注1） below the names, behind columns of codes and dates",
      "a.xlsx",
      "管理番号 | 更新日 | 事業名 | 指標 | 単位 | 目標値（R6） | R4実績\n"
      "01-1 | 2023/5/1 | 夜間の開館 | 来館者数 | 人 | 900 | 640\n"
      "02-1 | 2023/5/1 | 並木の再生 | 植えた本数 | 本 | 90 | 42\n"
      " | | 合計 | | | |\n"
      " | | 注1）実績は年度末の値 | | | |\n",
      "P |夜間の開館\n"
      "K 来館者数|人||T900@2024| 2022=640|code 01-1\n"
      "P |並木の再生\n"
      "K 植えた本数|本||T90@2024| 2022=42|code 02-1\n" },
};

static const sheet_case submitters[] = {
    { "each line holds for the table below it",
      "a.xlsx",
      "実績報告\n"
      " | 提出：港湾部\n"
      "番号 | 事業名 | 担当課 | 指標 | R3実績 | R8目標\n"
      "1 | 岸壁 | 港湾課 | 岸壁延長（m） | 31 | 50\n"
      "\n"
      " | 提出：水道部 | | | | （単位：％）\n"
      "番号 | 事業名 | 担当課 | 指標 | R3実績 | R8目標\n"
      "1 | 漏水 | 配水課 | 有収率（％） | 88 | 92\n"
      "\n"
      " | | | | | | 提出：消防局\n"
      "番号 | 事業名 | 指標 | R3実績 | R8目標\n"
      "1 | 救急 | 講習者数（人） | 80 | 90\n",
      "P 1|岸壁|港湾部/港湾課\n"
      "K 岸壁延長|m||T50@2026| 2021=31\n"
      "P 1|漏水|水道部/配水課\n"
      "K 有収率|％||T92@2026| 2021=88\n"
      "P 1|救急|消防局/\n"
      "K 講習者数|人||T90@2026| 2021=80\n" },
    { "and within one table for the rows below it, without whom to ask",
      "a.xlsx",
      "部局名：港湾部　　担当者：佐藤\n"
      "事業名 | 指標 | R3実績 | R8目標\n"
      "岸壁 | 岸壁延長（m） | 31 | 50\n"
      "部局名：水道部　　担当者：高橋\n"
      "漏水 | 有収率（％） | 88 | 92\n",
      "P |岸壁|港湾部/\n"
      "K 岸壁延長|m||T50@2026| 2021=31\n"
      "P |漏水|水道部/\n"
      "K 有収率|％||T92@2026| 2021=88\n" },
    { "right behind a table it says whose that was",
      "a.xlsx",
      "事業名 | 指標 | R3実績 | R8目標\n"
      "岸壁 | 岸壁延長（m） | 31 | 50\n"
      "提出：港湾部\n"
      "\n"
      "事業名 | 指標 | R3実績 | R8目標\n"
      "漏水 | 有収率（％） | 88 | 92\n",
      "P |岸壁|港湾部/\n"
      "K 岸壁延長|m||T50@2026| 2021=31\n"
      "P |漏水|港湾部/\n"
      "K 有収率|％||T92@2026| 2021=88\n" },
};

#define NOW "# 今年度\n"                                                    \
    "事業名 | 指標 | 単位 | 目標値（R8） | R2実績 | R3実績\n"                \
    "岸壁 | 岸壁延長 | m | 50 | 31 | 35\n"                                  \
    "漏水 | 有収率 | ％ | 92 | 87 | 88\n"
#define NOW_READ                                                            \
    "P |岸壁\n"                                                             \
    "K 岸壁延長|m||T50@2026| 2020=31 2021=35\n"                              \
    "P |漏水\n"                                                             \
    "K 有収率|％||T92@2026| 2020=87 2021=88\n"

static const sheet_case copies[] = {
    { "a sheet whose name says so is left out",
      "a.xlsx",
      NOW
      "# （旧）R2\n"
      "事業名 | 指標 | 単位 | 目標値（R8） | R2実績\n"
      "岸壁 | 岸壁延長 | m | 45 | 30\n",
      NOW_READ
      "F old-copy-ignored A1 （旧）R2 > （旧）R2\n" },
    { "or its title, whatever was wrong there",
      "a.xlsx",
      NOW
      "# 実績2\n"
      "（参考）昨年度報告分\n"
      "事業名 | 指標 | 目標値 | R2実績\n"
      "漏水 | 有収率 | 92 | 約八割\n",
      NOW_READ
      "F old-copy-ignored A1 （参考）昨年度報告分 > 実績2\n" },
    { "not where a project stands on it alone",
      "a.xlsx",
      NOW
      "# 実績_old\n"
      "事業名 | 指標 | 単位 | 目標値（R8） | R2実績\n"
      "岸壁 | 岸壁延長 | m | 50 | 31\n"
      "公園 | 公園数 | か所 | 9 | 4\n",
      NOW_READ
      "P |岸壁\n"
      "K 岸壁延長|m||T50@2026| 2020=31\n"
      "P |公園\n"
      "K 公園数|か所||T9@2026| 2020=4\n" },
    { "nor figures of a year; and 復旧 is another word",
      "a.xlsx",
      NOW
      "# 前回分\n"
      "事業名 | 指標 | 単位 | 目標値（R8） | R元実績\n"
      "岸壁 | 岸壁延長 | m | 50 | 30\n"
      "# 災害復旧\n"
      "事業名 | 指標 | 単位 | 目標値（R8） | R2実績\n"
      "岸壁 | 岸壁延長 | m | 50 | 29\n",
      "P |岸壁\n"
      "K 岸壁延長|m||T50@2026| 2019=30 2020=31 2021=35\n"
      "P |漏水\n"
      "K 有収率|％||T92@2026| 2020=87 2021=88\n"
      "P |岸壁\n"
      "K 岸壁延長|m||T50@2026| 2020=29\n" },
    { "what to enter in each column, right below the header",
      "a.xlsx",
      "番号 | 取組（事業名） | 担当課 | KPI | 単位 | 前回¶（R5実績） | 今回¶（R6実績） | 目標¶（R9）\n"
      " | プラン掲載の名称 | R7組織名 | 掲載のもの | | 昨年度の値 | 暦年はR6末 | 終期\n"
      "1 | 家庭訪問 | 保健課 | 実施率 | ％ | 95.1 | 95.7 | 98\n"
      "2 | 児童クラブ | 支援課 | 人数 | 人 | 1550 | 1530 | 1750\n",
      "P 1|家庭訪問|/保健課\n"
      "K 実施率|％||T98@2027| 2023=95.1 2024=95.7\n"
      "P 2|児童クラブ|/支援課\n"
      "K 人数|人||T1750@2027| 2023=1550 2024=1530\n" },
    { "no project in a list, and notes merged over it with words beside them",
      "a.xlsx",
      "# 港課\n"
      "No | 事業名 | KPI | 単位 | R5実績 | R6実績 | 目標値（R9） | | 電話 | 0123（内線1）\n"
      "（注１）実績値は年度末時点。（注２）速報を含む。 | < | < | < | < | < | < | | 期限 | 6月30日\n"
      "1 | 朝の市 | 来場者数 | 人 | 100 | 120 | 200\n"
      "2 | 夜の市 | 屋台の数 | 軒 | 10 | 12 | 20\n"
      "# 監査課\n"
      "No | 事業名 | KPI | 単位 | R5実績 | R6実績 | 目標値（R9）\n"
      " | 該当事業なし\n",
      "P 1|朝の市|港課/\n"
      "K 来場者数|人||T200@2027| 2023=100 2024=120\n"
      "P 2|夜の市|港課/\n"
      "K 屋台の数|軒||T20@2027| 2023=10 2024=12\n" },
    { "a sheet of what was changed, among others",
      "a.xlsx",
      "# 管理表\n"
      "事業名 | KPI | 単位 | R5実績 | R6実績 | 目標値（R9）\n"
      "朝の市 | 来場者数 | 人 | 100 | 120 | 200\n"
      "# 改訂履歴\n"
      "版 | 日付 | 内容 | 担当\n"
      "1.0 | R6.4.1 | 新規作成 | 政策課\n"
      "1.1 | R6.10.15 | KPI「来場者数」の目標値を見直し | 政策課\n"
      "1.2 | R7.5.30 | 令和６年度実績を追加 | 政策課\n",
      "P |朝の市\n"
      "K 来場者数|人||T200@2027| 2023=100 2024=120\n" },
    { "counts beside words below a table, and a project of a numbered office",
      "a.xlsx",
      "事業名 | 担当課 | KPI | 単位 | R6実績 | 目標値（R9）\n"
      "朝の市 | 12 | 来場者数 | 人 | 120 | 200\n"
      "夜の市 | 14 | 屋台の数 | 軒 | 12 | 20\n"
      "昼の市 | 15\n"
      "\n"
      "（参考）達成率の分布 | 件数\n"
      "80%以上 | 3\n"
      "80%未満 | 2\n",
      "P |朝の市\n"
      "K 来場者数|人||T200@2027| 2024=120\n"
      "P |夜の市\n"
      "K 屋台の数|軒||T20@2027| 2024=12\n"
      "P |昼の市\n" },
    { "備考 below the rows of a numbered heading is no indicator", "a.xlsx",
      "令和５年度実績\n"
      "【１】救急の充実 | < | < | < | < | <\n"
      "№ | ＫＰＩ | 単位 | R5¶実績 | 目標¶(R7) | 判定\n"
      "1 | 救命士の人数 | 人 | 42 | 45 | ○\n"
      "2 | 到着の時間 | 分 | 8.2 | 8 | △\n"
      "備考 | 到着の時間は短いほどよい。 | < | < | < | <\n"
      "\n"
      "【２】手当の普及 | < | < | < | < | <\n"
      "№ | ＫＰＩ | 単位 | R5¶実績 | 目標¶(R7) | 判定\n"
      "1 | 講習の受講者 | 人 | 210 | 260 | △\n"
      "\n"
      "備考 | 会場が増えた。 | < | < | < | <\n",
      "P １|救急の充実|goal １ 救急の充実|note 到着の時間は短いほどよい。\n"
      "K 救命士の人数|人||T45@2025| 2023=42|grade ○\n"
      "K 到着の時間|分||T8@2025| 2023=8.2|grade △\n"
      "P ２|手当の普及|goal ２ 手当の普及|grade △|note 会場が増えた。\n"
      "K 講習の受講者|人||T260@2025| 2023=210\n" },
};

/* What marks mean, above the tables. */
static const sheet_case marks[] = {
    { "grades and a mark of indicators that are to fall, above forms abreast",
      "a.xlsx",
      "港市総合戦略　個票集（令和5年度実績）\n"
      "◎ 目標を超えた／○ 順調／△ もう少し　［減］の付いた指標は減らすことが目標です\n"
      "\n"
      "個票 01 | 渋滞の対策 | < | < | | 個票 02 | 緑地の管理 | < | <\n"
      "担当部 | 担当課 | < | 評価 | | 担当部 | 担当課 | < | 評価\n"
      "市民部 | 観光課 | < | ◎ | | 景観部 | 公園課 | < | △\n"
      "ＫＰＩ | 単位 | R5¶実績 | R7¶目標 | | ＫＰＩ | 単位 | R5¶実績 | R7¶目標\n"
      "待ち時間［減］ | 分 | 23 | 20 | | 緑地（増加） | ｈａ | 23 | 25\n"
      "啓発の回数 | 回 | 26 | 24 | | | | |\n"
      "\n"
      "個票 03 | 働き方の改革 | < | < | | 個票 04 | ごみの減量 | < | <\n"
      "担当部 | 担当課 | < | 評価 | | 担当部 | 担当課 | < | 評価\n"
      "市民部 | 商工課 | < | ○ | | 環境部 | 清掃課 | < | △\n"
      "ＫＰＩ | 単位 | R5¶実績 | R7¶目標 | | ＫＰＩ | 単位 | R5¶実績 | R7¶目標\n"
      "登録者数 | 人 | 15 | 18 | | 焼却量［減］ | ｇ | 506 | 430\n",
      "P |渋滞の対策|市民部/観光課|grade ◎\n"
      "K 待ち時間|分||T20@2025| 2023=23|down\n"
      "K 啓発の回数|回||T24@2025| 2023=26\n"
      "P |働き方の改革|市民部/商工課|grade ○\n"
      "K 登録者数|人||T18@2025| 2023=15\n"
      "P |緑地の管理|景観部/公園課|grade △\n"
      "K 緑地（増加）|ｈａ||T25@2025| 2023=23\n"
      "P |ごみの減量|環境部/清掃課|grade △\n"
      "K 焼却量|ｇ||T430@2025| 2023=506|down\n" },
    { "a mark of indicators that are to fall, below their table",
      "a.xlsx",
      "事業名 | 指標 | 単位 | 基準値 | 目標値 | R5実績\n"
      "ごみの減量 | 焼却量（逆） | ｇ | 541 | 430 | 506\n"
      "朝市の開催 | 来場者数 | 人 | 120 | 150 | 140\n"
      "※（逆）は数値が低いほど良い指標\n",
      "P |ごみの減量\n"
      "K 焼却量|ｇ|B541|T430| 2023=506|down\n"
      "P |朝市の開催\n"
      "K 来場者数|人|B120|T150| 2023=140\n" },
    { "marks that no note explains, where the target lies that way",
      "a.xlsx",
      "○ 順調　△ 遅れ\n"
      "［増］は増加または減少を目標とする\n"
      "事業名 | 指標 | 単位 | 基準値 | 目標値 | R5実績 | 評価\n"
      "ごみの減量 | 焼却量［減］ | ｇ | 541 | 430 | 506 | ○\n"
      "朝市の開催 | 来場者［増］ | 人 | 120 | 150 | 140 | △\n",
      "P |ごみの減量|grade ○\n"
      "K 焼却量|ｇ|B541|T430| 2023=506|down\n"
      "P |朝市の開催|grade △\n"
      "K 来場者|人|B120|T150| 2023=140|up\n" },
    { "a comment behind the table, merged over names and figures",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R5目標 | R5実績\n"
      "朝の市 | 来場者数 | 人 | 9 | 5\n"
      "\n"
      "総括コメント | 目標は概ね達成した。 | < | < | <\n",
      "P |朝の市\n"
      "K 来場者数|人||T9@2023| 2023=5\n"
      "F row-ignored A4 総括コメント\n" },
};

/* 297（330）: what figures in brackets are. */
static const sheet_case pairs[] = {
    { "planned figures in brackets, for indicators abreast",
      "a.xlsx",
      "港市総合戦略　事業別ＫＰＩ早見表\n"
      "見かた：　実績（目標）　例）113（120）は、目標120に対し実績113。"
      "（　）の前が空白の年度は、これから報告。\n"
      "コード | 事業 | KPI ① | < | < | < | KPI ② | < | < | <\n"
      "^ | ^ | なまえ | 単位 | R5 | R6 | なまえ | 単位 | R5 | R6\n"
      "産01 | 朝市の開催 | 来場者数 | 万人 | 365（380） | 　（420） | "
      "出店数 | 店 | 96（1,090） | （105）\n"
      "産02 | 里山の整備 | 参加者数 | 人 | 調査中（75） | －（80） | | | |\n",
      "P |朝市の開催\n"
      "K 来場者数|万人||T420@2024 p2023=380 p2024=420| 2023=365 2024=pending"
      "|code 産01\n"
      "K 出店数|店||T105@2024 p2023=1090 p2024=105| 2023=96 2024=pending\n"
      "P |里山の整備\n"
      "K 参加者数|人||T80@2024 p2023=75 p2024=80| 2023=pending 2024=missing"
      "|code 産02\n" },
    { "planned figures in front of the brackets, of some only",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R4 | R5\n"
      "朝市の開催 | 来場者数 | 人 | 380（365） | 420（調査中）\n"
      "里山の整備 | 参加者の割合 | ％ | 70.0（73.9） | 75.0（―）\n"
      "※各年度は計画値（実績値）を記載\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T420@2023 p2022=380 p2023=420| 2022=365 2023=pending\n"
      "P |里山の整備\n"
      "K 参加者の割合|％||T75@2023 p2022=70 p2023=75| 2022=73.9 2023=missing\n" },
    { "a line of the header says it: planned values in brackets",
      "a.xlsx",
      "事業名 | 指標 | 単位 | 各年度の実績（目標） | <\n"
      "^ | ^ | ^ | R4 | R5\n"
      "朝市の開催 | 来場者数 | 人 | 365（380） | 418（420）\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T420@2023 p2022=380 p2023=420| 2022=365 2023=418\n" },
    { "a note on brackets, and a rate in them is no figure of people",
      "a.xlsx",
      "事業名 | 指標 | 単位 | R4実績 | R5実績\n"
      "朝市の開催 | 来場者数 | 人 | 365（380） | 418（99%）\n"
      "※カッコ内は目標値\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T380@2022 p2022=380| 2022=365 2023=418\n" },
    { "no note says what they are, or two do",
      "a.xlsx",
      "※実績（目標）または目標（実績）\n"
      "事業名 | 指標 | 単位 | 目標値 | R4実績 | R5実績\n"
      "朝市の開催 | 来場者数 | 人 | 500 | 365（380） | 418\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T500| 2022=365 2023=418\n" },
    { "a note above a form dates the baseline beside its label",
      "a.xlsx",
      "総合計画　事業評価シート（2022年度実績） | < | <\n"
      "※基準値は2016年度の値 | < | <\n"
      "事業名 | 朝市の開催 | <\n"
      "担当課 | 商工課 | <\n"
      "KPI | 来場者数（人） | <\n"
      "基準値 | 500 | <\n"
      "年度 | 2021年度 | 2022年度\n"
      "計画値 | 600 | 700\n"
      "実績値 | 640 | 690\n",
      "P |朝市の開催|/商工課\n"
      "K 来場者数|人|B500@2016|T700@2022 p2021=600 p2022=700| 2021=640 2022"
      "=690\n"
      "F baseline-year-inferred B6 基準値 > H28\n" },
    { "words merged over 担当局, the indicator and its figures are no project",
      "a.xlsx",
      "事業名 | < | 担当局 | 評価 | 指標 | 目標値（R6） | R5実績\n"
      "1 | 朝市の開催 | 産業局 | A | 来場者数（人） | 100 | 94\n"
      "2 | 起業の応援 | 産業局 | B | 相談件数（件） | 50 | 30\n"
      "前年度からの改善点 | < | 負担をなくし、窓口の開設日を増やした | < | < | < | <\n"
      "3 | 山道の手入れ | 林務局 | B | 延長（km） | 60 | 52\n",
      "P 1|朝市の開催|産業局/|grade A\n"
      "K 来場者数|人||T100@2024| 2023=94\n"
      "P 2|起業の応援|産業局/|grade B\n"
      "K 相談件数|件||T50@2024| 2023=30\n"
      "P 3|山道の手入れ|林務局/|grade B\n"
      "K 延長|km||T60@2024| 2023=52\n"
      "F row-ignored A4 前年度からの改善点\n" },
    { "rates in brackets behind figures, where a note says so", "a.xlsx",
      "事業名 | 指標 | R4実績 | R5実績 | 目標値（R6）\n"
      "朝市の開催 | 来場者数 | 60人 | 72人（80.0％） | 90人\n"
      "※（　）内は目標値に対する達成率\n"
      "# 2\n"
      "事業名 | 指標 | R4実績 | R5実績 | 目標値（R6）\n"
      "橋の点検 | 橋の数 | 6橋 | 8橋（80.0％） | 10橋\n"
      "※カッコ内は前年比\n",
      "P |朝市の開催\n"
      "K 来場者数|人||T90@2024| 2022=60 2023=72|rate 0.8\n"
      "P |橋の点検\n"
      "K 橋の数|橋||T10@2024| 2022=6 2023=8\n" },
};

int main(void)
{
    struct CMUnitTest tests[40];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, header_notes);
    TEST_ROWS(tests, n, sheet_text_reads, year_notes);
    TEST_ROWS(tests, n, sheet_text_reads, submitters);
    TEST_ROWS(tests, n, sheet_text_reads, copies);
    TEST_ROWS(tests, n, sheet_text_reads, marks);
    TEST_ROWS(tests, n, sheet_text_reads, pairs);
    return run_tests("layout_notes", tests, n);
}
