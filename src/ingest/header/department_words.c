/*
 * department_words.c - the words that name offices, in other words
 */
#include "ingest/header/department_words.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "wording/fold.h"

enum { HEADER_BYTES = 60, OFFICE_LEAST = 9 }; /* 産業局 */

/* ---- Headers ---------------------------------------------------------- */

static const struct office_word {
    const char *word;
    office_level level;
} office_words[] = {
    { "部局", OFFICE_BUREAU }, { "局", OFFICE_BUREAU },
    { "部", OFFICE_DEPARTMENT }, { "課", OFFICE_DIVISION },
    { "室", OFFICE_DIVISION }, { "係", OFFICE_SECTION },
    { "班", OFFICE_SECTION }
};
const char office_letters[] = "部局課室係班主担当所管属統括総実施提出作成記入回"
                              "答名称等";
/* In front of them, behind them, and between two. */
static const char *const heads[] = { "主担当", "担当", "所管", "主管", "所属",
                                     "統括", "総括", "実施", "提出", "作成",
                                     "記入", "回答" };
static const char *const tails[] = { "名称", "名", "等" };
static const char *const joints[] = { "・", "/" };

static size_t length_of_any(text t, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_starts(t, words[i]))
            return strlen(words[i]);
    return 0;
}

#define ANY(t, words) length_of_any(t, words, sizeof(words) / sizeof(*(words)))

office_level office_levels(text key, office_level *lowest)
{
    office_level first = OFFICE_NONE;

    *lowest = OFFICE_NONE;
    if (key.length > HEADER_BYTES)
        return OFFICE_NONE;
    key = text_from(key, ANY(key, heads));
    while (key.length > 0) {
        size_t i = 0, n = sizeof(office_words) / sizeof(*office_words);

        while (i < n && !text_starts(key, office_words[i].word))
            i++;
        if (i == n)
            return OFFICE_NONE;
        *lowest = office_words[i].level;
        if (first == OFFICE_NONE)
            first = *lowest;
        key = text_from(key, strlen(office_words[i].word));
        key = text_from(key, ANY(key, tails));
        if (ANY(key, joints) < key.length)
            key = text_from(key, ANY(key, joints));
    }
    return first;
}

office_level office_levels_typed(arena *a, text typed, office_level *lowest)
{
    text key;

    *lowest = OFFICE_NONE;
    return typed.length <= HEADER_BYTES && fold_key(a, &key, typed)
               ? office_levels(key, lowest) : OFFICE_NONE;
}

/* ---- Names ------------------------------------------------------------- */

static const text suffixes[] = {
    TEXT_WORD("委員会事務局"), TEXT_WORD("委員会"), TEXT_WORD("事務局"),
    TEXT_WORD("本部"), TEXT_WORD("局"), TEXT_WORD("部"), TEXT_WORD("課"),
    TEXT_WORD("室"), TEXT_WORD("庁"), TEXT_WORD("区役所"), TEXT_WORD("区"),
    TEXT_WORD("署"), TEXT_WORD("所"), TEXT_WORD("センター"), TEXT_WORD("公社"),
    TEXT_WORD("企業局"), TEXT_WORD("会議"), TEXT_WORD("担当"), TEXT_WORD("係"),
    TEXT_WORD("班"), TEXT_WORD("館"), TEXT_WORD("支所"), TEXT_WORD("消防"),
    TEXT_WORD("病院")
};

text office_bare(text key)
{
    for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++)
        if (key.length > suffixes[i].length &&
            text_ending(key, &suffixes[i], 1) > 0)
            return text_cut(key, 0, key.length - suffixes[i].length);
    return key;
}

bool office_house(text bureau, text t)
{
    static const char *const houses[] = { "センター", "事務所", "研究所", "保健所", "支所",
                                          "出張所", "館", "園", "病院", "消防署",
                                          "学校" };
    static const char *const bureaus[] = { "局", "部", "委員会", "本部" };

    return text_ends_in(t, houses, sizeof(houses) / sizeof(*houses)) &&
           text_ends_in(bureau, bureaus, sizeof(bureaus) / sizeof(*bureaus));
}

bool office_helps(text header)
{
    static const char *const starts[] = { "関係", "関連", "協力", "連携" },
                      *const whose[] = { "施策", "事業", "取組" };
    text no;

    for (size_t i = 0; i < sizeof(whose) / sizeof(*whose); i++)
        if (text_starts(header, whose[i])) /* 施策関係課 */
            header = text_from(header, strlen(whose[i]));
    (void)heading_read(header, &no, &header); /* ■関係課, 6 関係課 */
    if (text_starts(header, "【"))
        header = text_from(header, strlen("【"));
    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        if (text_starts(header, starts[i]))
            return true;
    return false;
}

/* 放課後の居場所, 24か所: they end as 支所 does. */
static const char *const places[] = { "場所", "箇所", "か所", "カ所", "ヶ所",
                                      "ヵ所", "名所", "近所" };

bool department_like(text t)
{
    text key = text_trim(t);

    while (text_ends(key, "等") || text_ends(key, "ほか"))
        key = text_cut(key, 0,
                       key.length - (text_ends(key, "等") ? strlen("等")
                                                          : strlen("ほか")));
    return key.length > 0 && office_bare(key).length < key.length &&
           key.length <= 120 &&
           !text_ends_in(key, places, sizeof(places) / sizeof(*places));
}

/* ---- Brackets and file names ------------------------------------------ */

/* What an office's name ends with, whatever stands in front. */
static const char *const office_ends[] = { "局", "部", "課", "区役所",
                                           "教育庁", "企業庁" };
/* Bodies of a city; other committees are of citizens, or meet. */
static const char *const committees[] = { "教育委員会", "選挙管理委員会",
                                          "農業委員会", "監査委員",
                                          "人事委員会", "公平委員会",
                                          "監査委員会" };
/* Rooms are many, these are offices. */
static const char *const rooms[] = { "推進室", "対策室", "企画室", "調整室",
                                     "政策室", "戦略室", "広報室", "秘書室",
                                     "危機管理室", "準備室", "改革室", "財政室",
                                     "総務室", "振興室", "市長室", "支援室" };
/* Places and clubs, and bodies outside of the city. */
static const char *const others[] = {
    "東部", "西部", "南部", "北部", "中部", "中心部", "中央部", "都心部",
    "市街地部", "山間部", "沿岸部", "農村部", "都市部", "郊外部", "周辺部",
    "臨海部", "内陸部", "島しょ部", "平野部", "運動部", "外部", "内部", "一部",
    "全部", "上部", "下部", "支部", "幹部", "学部", "部局", "当局", "郵便局",
    "薬局", "放送局", "テレビ局"
};

#define ENDS(t, words) \
    text_ends_in(t, words, sizeof(words) / sizeof(*(words)))

static bool is_office(text t)
{
    return t.length >= OFFICE_LEAST &&
           (ENDS(t, office_ends) || ENDS(t, committees) || ENDS(t, rooms)) &&
           !ENDS(t, others);
}

bool department_in_bracket(text inner, bool expected)
{
    text t = text_trim(inner);

    return expected ? department_like(t) : is_office(t);
}

/* What a document about indicators is called, behind whose it is. */
static const char *const documents[] = {
    "指標", "成果指標", "KPI", "ＫＰＩ", "kpi", "数値目標", "実施計画", "進捗",
    "評価", "事業評価", "事務事業", "施策", "総合戦略", "総合計画", "目標",
    "実績", "達成状況", "取組", "重点", "回答", "提出", "報告", "様式", "調査票",
    "管理表", "一覧", "所管", "の", "個票", "重要業績", "交付金", "R", "H",
    "令和", "平成"
};

/* 静岡市環境局: the office without the city's name. 都市整備局, 中央市民課 hold
 * none. */
static text without_city(text name)
{
    static const char *const others_behind[] = { "民", "場", "街", "税", "立",
                                                 "営", "有", "内", "外", "史",
                                                 "長", "政", "道" };
    size_t city = strlen("市"), at = text_find(name, "市", city);

    if (at == SIZE_MAX || at > 5 * city ||
        text_ends(text_cut(name, 0, at), "都") ||
        ANY(text_from(name, at + city), others_behind) > 0)
        return name;
    return text_from(name, at + city);
}

text department_in_front(text name)
{
    name = without_city(name);
    for (size_t at = OFFICE_LEAST; at < name.length; at++)
        if (((unsigned char)name.bytes[at] & 0xC0) != 0x80 &&
            ANY(text_from(name, at), documents) > 0 &&
            is_office(text_cut(name, 0, at)))
            return text_cut(name, 0, at);
    return text_of("");
}
