/*
 * test_layout_measures.c - the number that is printed with a measure: in its
 * own words, in a heading, a form or a column beside it
 */
#include "support/rows.h"
#include "support/sheet_text.h"

#define COLUMNS "事業名 | 指標 | 単位 | R5目標 | R5実績\n"
#define FIGURES " | 参加者数 | 人 | 50 | 40\n"
#define KPI "K 参加者数|人||T50@2023| 2023=40\n"

static const sheet_case measures[] = {
    { "a heading above each table",
      "a.xlsx",
      "基本目標１　稼ぐまち\n"
      "施策１－１　商工業の振興\n"
      COLUMNS
      "朝市の開催" FIGURES
      "\n"
      "施策１－２　観光の振興\n"
      COLUMNS
      "夜市の開催" FIGURES,
      "P |朝市の開催|goal １ 稼ぐまち|measure １－１ 商工業の振興\n"
      KPI
      "P |夜市の開催|goal １ 稼ぐまち|measure １－２ 観光の振興\n"
      KPI },
    { "a heading in brackets",
      "a.xlsx",
      "基本目標１　稼ぐまち\n"
      "【施策２】商工業の振興\n"
      COLUMNS
      "朝市の開催" FIGURES,
      "P |朝市の開催|goal １ 稼ぐまち|measure ２ 商工業の振興\n"
      KPI },
    { "an arrow, a square and a ring are marks",
      "a.xlsx",
      "施策 | " COLUMNS
      "⇒商工業の振興 | 朝市の開催" FIGURES
      "■農業の振興 | 直売所の開設" FIGURES
      "○観光の振興 | 夜市の開催" FIGURES,
      "P |朝市の開催|measure 商工業の振興\n"
      KPI
      "P |直売所の開設|measure 農業の振興\n"
      KPI
      "P |夜市の開催|measure 観光の振興\n"
      KPI },
    { "a number behind an arrow",
      "a.xlsx",
      "基本目標Ⅰ　稼ぐまち\n"
      "⇒ 1-1 商工業の振興\n"
      COLUMNS
      "朝市の開催" FIGURES,
      "P |朝市の開催|goal Ⅰ 稼ぐまち|measure 1-1 商工業の振興\n"
      KPI },
    { "its name in the line above",
      "a.xlsx",
      "施策 | " COLUMNS
      "1-1¶商工業の振興 | 朝市の開催" FIGURES
      "(2)¶観光の振興 | 夜市の開催" FIGURES
      "商工業¶と観光 | 直売所の開設" FIGURES,
      "P |朝市の開催|measure 1-1 商工業の振興\n"
      KPI
      "P |夜市の開催|measure (2) 観光の振興\n"
      KPI
      "P |直売所の開設|measure 商工業と観光\n"
      KPI },
    { "施策名 and a number in brackets",
      "a.xlsx",
      "重点目標Ⅰ　稼ぐまち\n"
      "【施策名(1)】商工業の振興\n"
      COLUMNS
      "朝市の開催" FIGURES,
      "P |朝市の開催|goal Ⅰ 稼ぐまち|measure (1) 商工業の振興\n"
      KPI },
    { "figures that a title begins with",
      "a.xlsx",
      "施策 | " COLUMNS
      "13大学の連携 | 朝市の開催" FIGURES
      "2050年の脱炭素 | 夜市の開催" FIGURES,
      "P |朝市の開催|measure 13大学の連携\n"
      KPI
      "P |夜市の開催|measure 2050年の脱炭素\n"
      KPI },
    { "numbers in a column of their own, and marks that are none",
      "a.xlsx",
      "施策 | < | 事業名 | 指標 | 単位 | R5目標 | R5実績\n"
      "番号 | 名称 | ^ | ^ | ^ | ^ | ^\n"
      "(1) | 商工業の振興 | 朝市の開催" FIGURES
      "^ | ^ | 夜市の開催" FIGURES
      "⇒ | 農業の振興 | 直売所の開設" FIGURES
      "施策３ | 観光の振興 | 祭りの開催" FIGURES,
      "P |朝市の開催|measure (1) 商工業の振興\n"
      KPI
      "P |夜市の開催|measure (1) 商工業の振興\n"
      KPI
      "P |直売所の開設|measure 農業の振興\n"
      KPI
      "P |祭りの開催|measure ３ 観光の振興\n"
      KPI },
    { "numbers on a line of their own",
      "a.xlsx",
      "施策 | " COLUMNS
      "1-1¶商工業の振興 | 朝市の開催" FIGURES
      "施策1-2¶農業の振興 | 直売所の開設" FIGURES,
      "P |朝市の開催|measure 1-1 商工業の振興\n"
      KPI
      "P |直売所の開設|measure 1-2 農業の振興\n"
      KPI },
    { "the measure of a form",
      "a.xlsx",
      "事務事業評価シート\n"
      "事業名 | 朝市の開催\n"
      "基本目標 | １　稼ぐまち\n"
      "施策 | (2) 商工業の振興\n"
      "\n"
      "指標名 | 単位 | R5目標 | R5実績\n"
      "参加者数 | 人 | 50 | 40\n",
      "P |朝市の開催|goal １ 稼ぐまち|measure (2) 商工業の振興\n"
      KPI },
    { "a level and its number in cells of their own",
      "a.xlsx",
      "施策 | 1-1 | 商工業の振興\n"
      "\n"
      COLUMNS
      "朝市の開催" FIGURES,
      "P |朝市の開催|measure 1-1 商工業の振興\n"
      KPI },
    { "one name below two numbers",
      "a.xlsx",
      "基本目標 | 施策 | " COLUMNS
      "1 稼ぐ | 1-1 相談 | 朝市の開催" FIGURES
      "^ | 1-2 相談 | 夜市の開催" FIGURES,
      "P |朝市の開催|goal 1 稼ぐ|measure 1-1 相談\n"
      KPI
      "P |夜市の開催|goal 1 稼ぐ|measure 1-2 相談\n"
      KPI },
    { "目標１ and its title, with lines of offices in between",
      "a.xlsx",
      "目標 | 施策 | 事業 | KPI | R5実績\n"
      "■ 企画部　移住課 | < | < | < | <\n"
      "目標１　住みたいまち | 移住の促進 | お試し移住 | 利用者数 40人（R7） | 30人\n"
      "■ 経済部　商工課 | < | < | < | <\n"
      "目標２　稼ぐまち | 創業の支援 | 創業塾 | 修了者数 9人（R7） | 3人\n",
      "P |お試し移住|goal １ 住みたいまち|measure 移住の促進|企画部/移住課\n"
      "K 利用者数|人||T40@2025| 2023=30\n"
      "P |創業塾|goal ２ 稼ぐまち|measure 創業の支援|経済部/商工課\n"
      "K 修了者数|人||T9@2025| 2023=3\n"
      "F column-role-inferred A1 目標 > 基本目標 > the goal\n" },
    { "目標 with a numbered title, and an empty column before the indicators",
      "a.xlsx",
      "目標 | 施策 | 事業 |  | 指標と目標 | R4実績 | R5実績\n"
      "1　暮らしを支える交通 | 交通の確保 | バスの運行 |  | 利用者数 40人（R7） | 30人 | 31人\n"
      "^ | ^ | 相乗りの支援 |  | 登録者数 9人（R7） | 3人 | 4人\n",
      "P |バスの運行|goal 1 暮らしを支える交通|measure 交通の確保\n"
      "K 利用者数|人||T40@2025| 2022=30 2023=31\n"
      "P |相乗りの支援|goal 1 暮らしを支える交通|measure 交通の確保\n"
      "K 登録者数|人||T9@2025| 2022=3 2023=4\n"
      "F column-role-inferred A1 目標 > 基本目標 > the goal\n" },
    { "a line of the measure below KPI and 進捗状況, whose figures are percentages",
      "a.xlsx",
      "R5年度実績\n"
      "番号 | 取組 | 担当課 | KPI | 進捗状況 | 達成率\n"
      "1　妊娠期からの支援 | < | < |  |  | \n"
      "1 | 訪問の充実 | 保健課 | 訪問の実施率　93.8％（R7） | R5年度 90.4％ | 96.4%\n"
      "2 | 相談の充実 | 保健課 | 満足した親の割合　87.1％（R7） | R5年度 85.3％ | 97.9%\n",
      "P 1|訪問の充実|goal 1 妊娠期からの支援|/保健課\n"
      "K 訪問の実施率|％||T93.8@2025| 2023=90.4|rate 0.964\n"
      "P 2|相談の充実|goal 1 妊娠期からの支援|/保健課\n"
      "K 満足した親の割合|％||T87.1@2025| 2023=85.3|rate 0.979\n" },
    { "単位施策 above the first header, and above each that stands again",
      "a.xlsx",
      "単位施策1：職員の育成\n" COLUMNS
      "研修" FIGURES
      "\n"
      "単位施策2：広報の充実\n" COLUMNS
      "市報" FIGURES,
      "P |研修|measure 1 職員の育成\n" KPI
      "P |市報|measure 2 広報の充実\n" KPI },
    { "a goal above the table, and a column 施策大綱 inside it",
      "a.xlsx",
      "基本戦略1　訪れたいまち | < | < | < | < | <\n"
      "施策大綱 | 事業名 | 指標 | 単位 | R5目標 | R5実績\n"
      "①移住の促進 | 相談会" FIGURES
      "②観光の振興 | 物産展" FIGURES,
      "P |相談会|goal 1 訪れたいまち|theme ① 移住の促進\n" KPI
      "P |物産展|goal 1 訪れたいまち|theme ② 観光の振興\n" KPI },
    { "a goal and （１） above the lines of a column 取組の柱",
      "a.xlsx",
      "取組の柱 | 事業名 | 指標 | 単位 | R5目標 | R5実績\n"
      "1　学びのまち | < | < | < | < | <\n"
      "(1)文化の振興 | < | < | < | < | <\n"
      "読書の推進 | 読書会" FIGURES
      "(2)学校の充実 | < | < | < | < | <\n"
      "給食の充実 | 食育教室" FIGURES,
      "P |読書会|goal 1 学びのまち|theme (1) 文化の振興|measure 読書の推進\n" KPI
      "P |食育教室|goal 1 学びのまち|theme (2) 学校の充実|measure 給食の充実\n" KPI },
    { "■ over all columns of a table with measures, and ■ of a document",
      "a.xlsx",
      "■にぎわうまち | < | < | < | < | <\n"
      "施策 | 事業名 | 指標 | 単位 | R5目標 | R5実績\n"
      "1-1　移住の促進 | 相談会" FIGURES
      "1-2　観光の振興 | 物産展" FIGURES
      "# 二\n"
      "■指標の達成状況 | < | < | < | < | <\n"
      "施策 | 事業名 | 指標 | 単位 | R5目標 | R5実績\n"
      "2-1　道の整備 | 舗装" FIGURES
      "2-2　橋の整備 | 点検" FIGURES,
      "P |相談会|theme にぎわうまち|measure 1-1 移住の促進\n" KPI
      "P |物産展|theme にぎわうまち|measure 1-2 観光の振興\n" KPI
      "P |舗装|measure 2-1 道の整備\n" KPI
      "P |点検|measure 2-2 橋の整備\n" KPI
      "F heading-uncertain A1 ■にぎわうまち\n" },
    { "取組④ and its name above projects are what these belong to, right below "
      "a goal, again, or below 施策",
      "a.xlsx",
      "# 1\n"
      "基本目標Ⅰ | しごと\n"
      "取組④ | 創業の促進\n"
      "\n"
      "事業 | 指標 | 単位 | R5実績 | R7目標\n"
      "相談会 | 参加者数 | 人 | 12 | 15\n"
      "\n"
      "取組⑤　商店街の再生\n"
      "事業 | 指標 | 単位 | R5実績 | R7目標\n"
      "物産展 | 参加者数 | 人 | 12 | 15\n"
      "# 2\n"
      "基本目標Ⅱ | くらし\n"
      "施策２ | 安全な道\n"
      "取組 | ３ | 道の点検\n"
      "\n"
      "事業 | 指標 | 単位 | R5実績 | R7目標\n"
      "舗装 | 参加者数 | 人 | 12 | 15\n",
      "P |相談会|goal Ⅰ しごと|theme ④ 創業の促進\n"
      "K 参加者数|人||T15@2025| 2023=12\n"
      "P |物産展|goal Ⅰ しごと|theme ⑤ 商店街の再生\n"
      "K 参加者数|人||T15@2025| 2023=12\n"
      "P |舗装|goal Ⅱ くらし|theme ２ 安全な道|measure 道の点検\n"
      "K 参加者数|人||T15@2025| 2023=12\n" },
    { "a dot in front of a level's word is a mark as ■ is",
      "a.xlsx",
      "・基本目標：しごと\n"
      "・施策：創業の促進\n"
      "事業 | 指標 | 単位 | R5実績 | R7目標\n"
      "相談会 | 参加者数 | 人 | 12 | 15\n"
      "・基本目標２　くらし | < | < | < | <\n"
      "　・施策①　安全な道 | < | < | < | <\n"
      "舗装 | 延長 | km | 2 | 5\n",
      "P |相談会|goal しごと|measure 創業の促進\n"
      "K 参加者数|人||T15@2025| 2023=12\n"
      "P |舗装|goal ２ くらし|measure ① 安全な道\n"
      "K 延長|km||T5@2025| 2023=2\n" },
    { "めざす姿 behind another level, or below a goal, is how that is met; in "
      "front of one it is the goal",
      "a.xlsx",
      "# 1\n"
      "基本目標１ | しごと\n"
      "めざす姿 | 若者が地元で働いている。\n"
      "\n"
      "事業 | 指標 | 単位 | R5実績 | R7目標\n"
      "相談会 | 参加者数 | 人 | 12 | 15\n"
      "# 2\n"
      "基本目標 | 目指す姿 | 指標 | 単位 | R5実績 | R7目標\n"
      "２　くらし | 誰もが安心して暮らしている。 | 通いの場 | か所 | 12 | 15\n"
      "# 3\n"
      "施策 | 目指す姿 | 指標 | 単位 | R5実績 | R7目標\n"
      "道の点検 | 道が安全である | 延長 | km | 2 | 5\n"
      "# 4\n"
      "めざす姿 | 施策 | 指標 | 単位 | R5実績 | R7目標\n"
      "みどりのまち | 森の保全 | 植樹 | 本 | 20 | 50\n"
      "# 5\n"
      "めざす姿 | 海のまち\n"
      "\n"
      "事業 | 指標 | 単位 | R5実績 | R7目標\n"
      "磯の清掃 | 参加者 | 人 | 120 | 150\n",
      "P |相談会|goal １ しごと\n"
      "K 参加者数|人||T15@2025| 2023=12\n"
      "P ２|くらし|goal ２ くらし|purpose 誰もが安心して暮らしている。\n"
      "K 通いの場|か所||T15@2025| 2023=12\n"
      "P |道の点検|purpose 道が安全である\n"
      "K 延長|km||T5@2025| 2023=2\n"
      "P |森の保全|goal みどりのまち\n"
      "K 植樹|本||T50@2025| 2023=20\n"
      "P |磯の清掃|goal 海のまち\n"
      "K 参加者|人||T150@2025| 2023=120\n" },
    { "施策目標 is a measure as 施策 is: its number is no part of its name",
      "a.xlsx",
      "# 1\n"
      "番号 | 指標 | 単位 | R5実績 | R7目標\n"
      "施策目標1　安全な水 | < | < | < | <\n"
      "1-1 | 適合率 | ％ | 98 | 100\n"
      "施策目標2　強い水道 | < | < | < | <\n"
      "2-1 | 耐震化率 | ％ | 50 | 60\n"
      "# 2\n"
      "政策目標 | 施策目標 | 指標 | 単位 | R5実績 | R7目標\n"
      "１　くらし | 安全な道 | 舗装率 | ％ | 98 | 100\n"
      "^ | 強い橋 | 点検率 | ％ | 50 | 60\n",
      "P 1|安全な水|measure 1 安全な水\n"
      "K 適合率|％||T100@2025| 2023=98\n"
      "P 2|強い水道|measure 2 強い水道\n"
      "K 耐震化率|％||T60@2025| 2023=50\n"
      "P |安全な道|goal １ くらし\n"
      "K 舗装率|％||T100@2025| 2023=98\n"
      "P |強い橋|goal １ くらし\n"
      "K 点検率|％||T60@2025| 2023=50\n" },
    { "取組内容 over several projects, and 取組 over that", "a.xlsx",
      "取組 | 取組内容 | 事業名 | KPI | H28実績 | 目標（H31）\n"
      "① 緑のまち | 山道の手入れ | 林道の整備 | 延長（km） | 4 | 9\n"
      "^ | ^ | 案内板の設置 | 基数（基） | 5 | 8\n"
      "^ | 里山の案内 | 案内人の養成 | 人数（人） | 6 | 7\n"
      "^ | ^ | 見学会 | 回数（回） | 7 | 9\n",
      "P |林道の整備|theme ① 緑のまち|measure 山道の手入れ\n"
      "K 延長|km||T9@2019| 2016=4\n"
      "P |案内板の設置|theme ① 緑のまち|measure 山道の手入れ\n"
      "K 基数|基||T8@2019| 2016=5\n"
      "P |案内人の養成|theme ① 緑のまち|measure 里山の案内\n"
      "K 人数|人||T7@2019| 2016=6\n"
      "P |見学会|theme ① 緑のまち|measure 里山の案内\n"
      "K 回数|回||T9@2019| 2016=7\n"
      "F column-role-inferred B1 取組内容 > 施策 > the measure\n" },
    { "contents over several projects are a level above them", "a.xlsx",
      "取組の柱 | 取組内容 | 事業名 | 担当課 | KPI | H28実績 | 目標（H31）\n"
      "① 緑のまち | 山道の手入れ | 林道の整備 | 林務課 | 直した延長（km） | 9 | 20\n"
      "^ | ^ | 案内板の設置 | 林務課 | 案内の板（枚） | 6 | 10\n"
      "^ | 里山の案内 | 案内人の養成 | 観光課 | 案内人（人） | 12 | 30\n"
      "② 花のまち | 花の道づくり | 並木の植え替え | 公園課 | 植えた株（株） | 90 | 200\n"
      "^ | ^ | 花壇の手入れ | 公園課 | 花壇の数（か所） | 5 | 8\n",
      "P |林道の整備|goal ① 緑のまち|measure 山道の手入れ|/林務課\n"
      "K 直した延長|km||T20@2019| 2016=9\n"
      "P |案内板の設置|goal ① 緑のまち|measure 山道の手入れ|/林務課\n"
      "K 案内の板|枚||T10@2019| 2016=6\n"
      "P |案内人の養成|goal ① 緑のまち|measure 里山の案内|/観光課\n"
      "K 案内人|人||T30@2019| 2016=12\n"
      "P |並木の植え替え|goal ② 花のまち|measure 花の道づくり|/公園課\n"
      "K 植えた株|株||T200@2019| 2016=90\n"
      "P |花壇の手入れ|goal ② 花のまち|measure 花の道づくり|/公園課\n"
      "K 花壇の数|か所||T8@2019| 2016=5\n"
      "F column-role-inferred B1 取組内容 > 施策 > the measure\n" },
    { "the same below a heading, with blank cells", "a.xlsx",
      "取組内容 | 事業名 | 担当課 | KPI | H28実績 | 目標（H31）\n"
      "基本目標1　緑のまち | < | < | < | < | <\n"
      "山道の手入れ | 林道の整備 | 林務課 | 直した延長（km） | 9 | 20\n"
      " | 案内板の設置 | 林務課 | 案内の板（枚） | 6 | 10\n"
      "里山の案内 | 案内人の養成 | 観光課 | 案内人（人） | 12 | 30\n",
      "P |林道の整備|goal 1 緑のまち|measure 山道の手入れ|/林務課\n"
      "K 直した延長|km||T20@2019| 2016=9\n"
      "P |案内板の設置|goal 1 緑のまち|measure 山道の手入れ|/林務課\n"
      "K 案内の板|枚||T10@2019| 2016=6\n"
      "P |案内人の養成|goal 1 緑のまち|measure 里山の案内|/観光課\n"
      "K 案内人|人||T30@2019| 2016=12\n"
      "F column-role-inferred A1 取組内容 > 施策 > the measure\n" },
    { "contents of each project stay its summary", "a.xlsx",
      "取組の柱 | 取組内容 | 事業名 | KPI | H28実績 | 目標（H31）\n"
      "① 緑のまち | 山道を直す。 | 林道の整備 | 直した延長（km） | 9 | 20\n"
      "^ | 板を立てる。 | 案内板の設置 | 案内の板（枚） | 6 | 10\n"
      "② 花のまち | 株を植える。 | 並木の植え替え | 植えた株（株） | 90 | 200\n",
      "P |林道の整備|goal ① 緑のまち|summary 山道を直す。\n"
      "K 直した延長|km||T20@2019| 2016=9\n"
      "P |案内板の設置|goal ① 緑のまち|summary 板を立てる。\n"
      "K 案内の板|枚||T10@2019| 2016=6\n"
      "P |並木の植え替え|goal ② 花のまち|summary 株を植える。\n"
      "K 植えた株|株||T200@2019| 2016=90\n" },
};

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, measures);
    return run_tests("layout_measures", tests, n);
}
