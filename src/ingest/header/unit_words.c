/*
 * unit_words.c - is a word in brackets a unit?
 */
#include "ingest/header/unit_words.h"

#include <string.h>

#include "base/buf.h"
#include "wording/fold.h"

enum { UNIT_BYTES = 24 };

/* Folded (fold.h: °c is ℃), in the order of their bytes. */
static const char *const unit_words[] = {
    "%", "%ポイント", "a", "bq", "cd", "cm", "db", "dl", "dwt", "g", "gbps", "gj",
    "gw", "gwh", "ha", "hpa", "hz", "kg", "kg-co2", "kgco2", "kl", "km",
    "km2", "kn", "kt-co2", "kw", "kwh", "l", "lx", "m", "m2", "m3", "mbps",
    "mg", "mj", "ml", "mm", "mw", "mwh", "n", "pa", "pj", "ppb", "ppm", "pt",
    "pv", "sv", "t", "t-co2", "tco2", "teu", "tj", "twh", "usd", "w", "wh",
    "°c", "‰", "か国", "か国語", "か年", "か所", "か月", "か村", "アイテム", "アカウント", "アクセス",
    "イベント", "エリア", "カップル", "カ国", "カ国語", "カ所", "カ月", "キログラム", "キロメートル",
    "キロリットル", "キロワット", "キロワット時", "クラス", "クラブ", "グラム", "グループ", "ケース", "ケ所",
    "ケ月", "コース", "サークル", "セット", "セミナー", "ゾーン", "ダウンロード", "チーム", "テーマ", "トン",
    "ドル", "バース", "パーセント", "ビュー", "フォロワー", "ブランド", "プロジェクト", "ヘクタール", "ベッド",
    "ペア", "ページビュー", "ポイント", "メートル", "ユーザー", "ユーロ", "ランク", "リットル", "ヵ国", "ヵ所",
    "ヵ月", "ヶ国", "ヶ所", "ヶ月", "丁目", "万kl", "世帯", "両", "事例", "事業", "事業所", "事業者",
    "人", "人分", "人回", "人日", "人泊", "件", "企業", "位", "住戸", "体", "作品", "例", "便",
    "俵", "個", "個所", "倍", "公園", "公演", "円", "冊", "分", "分の1", "分間", "割", "匹",
    "区", "区域", "区画", "医療機関", "協定", "協議会", "反", "取組", "口", "台", "名", "品", "品目",
    "品種", "商品", "回", "回線", "団体", "団地", "国", "圃場", "圏域", "園", "地区", "地域", "地点",
    "基", "大会", "大学", "夫婦", "学級", "実行委員会", "室", "家族", "対", "尾", "局", "工区", "巻",
    "市", "市町村", "席", "平方キロメートル", "平方メートル", "平米", "年", "年間", "広場", "床", "店",
    "店舗", "度", "延べ人", "延人", "戸", "手続", "才", "拠点", "指数", "施策", "施設", "日", "日間",
    "時", "時間", "曲", "月", "期", "本", "村", "束", "条例", "杯", "枚", "柱", "校", "校区", "株",
    "株式", "案件", "棟", "橋", "機", "機種", "機関", "歩", "歳", "段", "段階", "泊", "泊人",
    "法人", "港", "灯", "点", "班", "町", "町会", "画地", "畳", "病床", "登録", "着", "石", "研究会",
    "社", "票", "科目", "秒", "種", "種類", "立方メートル", "立米", "筆", "箇国", "箇所", "箇月",
    "箱", "米ドル", "系統", "級", "組", "組合", "組織", "経営体", "編", "羽", "者", "自治会",
    "自治体", "航路", "艇", "艘", "袋", "計画", "試合", "話", "講座", "講演", "議席", "路", "路線",
    "路面", "車両", "軒", "農家", "通", "週", "週間", "部", "部屋", "都市", "里親", "金融機関",
    "銘柄", "隻", "集落", "面", "項目", "頭", "食", "館", "駅"
};
static const char *const magnitudes[] = { "百万", "千万", "十億", "百億", "千億",
                                          "十万", "千", "万", "億", "兆", "百",
                                          "十" };

static bool plain_word(text key)
{
    size_t low = 0, high = sizeof(unit_words) / sizeof(*unit_words);

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = text_compare(key, text_of(unit_words[middle]));

        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

const char *unit_word_at(size_t index)
{
    return index < sizeof(unit_words) / sizeof(*unit_words)
               ? unit_words[index] : NULL;
}

static text without_magnitude(text key)
{
    for (size_t i = 0; i < sizeof(magnitudes) / sizeof(*magnitudes); i++)
        if (text_starts(key, magnitudes[i]))
            return text_from(key, strlen(magnitudes[i]));
    return key;
}

bool unit_is_magnitude(text t)
{
    return t.length > 0 && without_magnitude(t).length == 0;
}

/* 100km of 件/100km: what so many of a thing are counted for. */
static text without_count(text key)
{
    size_t at = 0;

    while (at < key.length && (ascii_is_digit(key.bytes[at]) ||
                               (at > 0 && key.bytes[at] == ',')))
        at++;
    return text_from(key, at);
}

static bool folded_unit(text key)
{
    size_t slash = text_find(key, "/", 0);
    text rest;

    if (key.length == 0 || key.length > 40)
        return false;
    if (slash != SIZE_MAX && slash > 0 && slash + 1 < key.length)
        return folded_unit(text_cut(key, 0, slash)) &&
               (folded_unit(without_count(text_from(key, slash + 1))) ||
                text_ends(key, "日") || text_ends(key, "人"));
    if (plain_word(key))
        return true;
    rest = without_magnitude(key);
    return rest.length < key.length && plain_word(rest);
}

bool unit_word(arena *a, text t)
{
    text key;

    return fold_key(a, &key, t) && folded_unit(key);
}

text unit_plain(text t)
{
    static const char *const opens[] = { "（", "(", "［", "[", "〔", "【" };
    static const char *const closes[] = { "）", ")", "］", "]", "〕", "】" };
    static const char *const leads[] = { "単位：", "単位:", "単位　", "単位 ",
                                         "単位" };

    t = text_trim(t);
    for (size_t i = 0; i < sizeof(opens) / sizeof(*opens); i++)
        if (text_starts(t, opens[i]) && text_ends(t, closes[i]) &&
            t.length > strlen(opens[i]) + strlen(closes[i]))
            t = text_trim(text_cut(t, strlen(opens[i]),
                                   t.length - strlen(closes[i])));
    for (size_t i = 0; i < sizeof(leads) / sizeof(*leads); i++)
        if (text_starts(t, leads[i]) && t.length > strlen(leads[i]))
            return text_trim(text_from(t, strlen(leads[i])));
    return t;
}

size_t unit_caption_end(text t)
{
    size_t at = text_find(t, "（単位", 0);

    at = at == SIZE_MAX ? text_find(t, "(単位", 0) : at;
    return at != SIZE_MAX && at > 0 &&
                   (text_ends(t, "）") || text_ends(t, ")"))
               ? at : t.length;
}

static size_t open_of(text name)
{
    size_t found = SIZE_MAX;

    for (size_t at = 0; at < name.length;) {
        size_t here = at;
        uint32_t c = utf8_next(name, &at);

        if (c == '(' || c == 0xFF08 || c == '[' || c == 0xFF3B ||
            c == 0x3014 || c == 0x3010)
            found = here;
    }
    return found;
}

bool unit_is_period(text t)
{
    return text_is(t, "年間") || text_is(t, "月間") || text_is(t, "週間") ||
           text_is(t, "日間");
}

/* The bytes of the bracket that closes at the end; 0 for none. */
static size_t closing_of(text t)
{
    static const text closing[] = {
        TEXT_WORD("）"), TEXT_WORD(")"), TEXT_WORD("]"), TEXT_WORD("］"),
        TEXT_WORD("〕"), TEXT_WORD("】")
    };

    return text_ending(t, closing, sizeof(closing) / sizeof(*closing));
}

/* 教室 of 教室数, 鉢 of 出荷鉢数: what a name says that it counts. */
static bool is_counted(text name, text thing)
{
    size_t tail = strlen("数");

    return text_ends(name, "数") && thing.length >= tail &&
           name.length >= tail + thing.length &&
           text_equal(text_cut(name, name.length - tail - thing.length,
                               name.length - tail), thing);
}

/* 改修件数 above 単位：件 in the same cell, or behind a blank: a unit without
 * brackets around it. */
static bool take_behind_label(text t, text *rest, text *unit)
{
    size_t at = text_find(t, "単位", 0);
    text said;

    if (at == SIZE_MAX || at == 0 ||
        (t.bytes[at - 1] != '\n' && t.bytes[at - 1] != ' ' &&
         !text_ends(text_cut(t, 0, at), "　")))
        return false;
    said = text_from(t, at + strlen("単位"));
    if (text_starts(said, "："))
        said = text_trim(text_from(said, strlen("：")));
    else if (text_starts(said, ":"))
        said = text_trim(text_from(said, 1));
    else
        return false;
    if (said.length == 0 || said.length > UNIT_BYTES ||
        text_find(said, "\n", 0) != SIZE_MAX ||
        text_find(said, " ", 0) != SIZE_MAX ||
        text_find(said, "　", 0) != SIZE_MAX)
        return false;
    *rest = text_trim(text_cut(t, 0, at));
    *unit = said;
    return true;
}

bool unit_take_from_name(arena *a, text name, text *rest, text *unit)
{
    text t = text_trim(name), inner;
    size_t open;

    *rest = t;
    *unit = text_of("");
    if (closing_of(t) == 0)
        return take_behind_label(t, rest, unit);
    open = open_of(t);
    if (open == SIZE_MAX || open == 0)
        return false;
    inner = text_from(t, open);
    {
        text plain = unit_plain(inner);
        bool said = text_find(inner, "単位", 0) != SIZE_MAX;

        if (text_equal(plain, inner) ||
            (!said &&
             (unit_is_period(plain) ||
              (!unit_word(a, plain) &&
               !is_counted(text_trim(text_cut(t, 0, open)), plain)))))
            return false;
        *unit = plain;
    }
    *rest = text_trim(text_cut(t, 0, open));
    return true;
}

static bool join_count(arena *a, text *out, text name, const char *count)
{
    buf joined;
    const char *copy;

    buf_init(&joined);
    buf_text(&joined, name);
    buf_string(&joined, "（");
    buf_string(&joined, count);
    buf_string(&joined, "）");
    copy = arena_strndup(a, buf_cstr(&joined), joined.length);
    *out = text_of(copy != NULL ? copy : "");
    buf_free(&joined);
    return copy != NULL;
}

bool unit_split_bracket(arena *a, text name, text *rest, text *unit)
{
    static const char *const joints[] = { "・", "、", "，", "／", "/", ",",
                                          "　", " ", "：", ":" };
    static const char *const counts[] = { "累計", "単年度", "単年", "年間",
                                          "延べ", "平均", "年度末" };
    size_t open, at;
    text inner;

    if (closing_of(name) == 0)
        return false;
    at = open = open_of(name);
    if (open == SIZE_MAX || open == 0)
        return false;
    utf8_next(name, &at);
    inner = text_cut(name, at, name.length - closing_of(name));
    for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++) {
        size_t joint = text_find(inner, joints[i], 0);
        text part[2];

        if (joint == SIZE_MAX)
            continue;
        part[0] = text_trim(text_cut(inner, 0, joint));
        part[1] = text_trim(text_from(inner, joint + strlen(joints[i])));
        for (size_t n = 0; n < 2 * sizeof(counts) / sizeof(*counts); n++) {
            if (!text_is(part[n % 2], counts[n / 2]) ||
                !unit_word(a, part[1 - n % 2]))
                continue;
            *unit = part[1 - n % 2];
            return join_count(a, rest, text_trim(text_cut(name, 0, open)),
                              counts[n / 2]);
        }
    }
    return false;
}

bool unit_per_year(text unit, text *rest)
{
    static const char *const tails[] = { "/年度", "／年度", "/年", "／年" };

    *rest = unit;
    if (!text_ends(unit, "年") && !text_ends(unit, "年度"))
        return false;
    for (size_t i = 0; i < sizeof(tails) / sizeof(*tails); i++)
        if (text_ends(unit, tails[i]) && unit.length > strlen(tails[i])) {
            *rest = text_trim(text_cut(unit, 0,
                                       unit.length - strlen(tails[i])));
            return true;
        }
    return false;
}

bool unit_is_line(text t)
{
    static const char *const starts[] = { "単位", "（単位", "(単位", "【単位",
                                          "［単位", "〔単位", "※単位" };

    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        if (text_starts(t, starts[i]))
            return true;
    return false;
}

bool unit_of_others(arena *a, text t, text *unit)
{
    static const char *const none[] = { "ない", "無い", "なき", "なし" };
    static const char *const before[] = { "は", "：", ":", "、", "「", "『",
                                          "すべて", "全て", "　" };
    static const char *const behind[] = { "）", ")", "。", "である", "です",
                                          "とする", "を示す", "」", "』" };
    size_t at = text_find(t, "単位", 0), lacks = SIZE_MAX, end;

    for (size_t i = 0; at != SIZE_MAX && i < sizeof(none) / sizeof(*none);
         i++) {
        size_t found = text_find(t, none[i], at);

        lacks = found < lacks ? found : lacks;
    }
    if (lacks == SIZE_MAX)
        return false;
    *unit = text_from(t, lacks);
    end = text_find(*unit, "は", 0);
    if (end == SIZE_MAX)
        return false;
    *unit = text_trim(text_from(*unit, end));
    for (size_t i = 0; i < sizeof(before) / sizeof(*before); i++)
        if (text_starts(*unit, before[i]))
            *unit = text_trim(text_from(*unit, strlen(before[i])));
    for (size_t i = 0; i < sizeof(behind) / sizeof(*behind); i++)
        if (text_ends(*unit, behind[i]))
            *unit = text_trim(text_cut(*unit, 0,
                                       unit->length - strlen(behind[i])));
    return unit_word(a, *unit);
}
