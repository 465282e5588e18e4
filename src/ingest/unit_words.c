/*
 * unit_words.c - is a word in brackets a unit?
 */
#include "ingest/unit_words.h"

#include <string.h>

#include "base/buf.h"
#include "wording/fold.h"
#include "wording/glyph.h"

static const char unit_words[][28] = { /* see glyph_may_start */
    "人", "名", "件", "社", "回", "台", "戸", "世帯", "組", "団体", "校", "施設", "事業",
    "倍", "位", "点", "日", "時間", "分", "泊", "便", "本", "冊", "店", "店舗", "区画",
    "床", "室", "者", "隻", "頭", "羽", "匹", "枚", "種", "種類", "品目", "市町村", "大学",
    "か国", "カ国", "ヶ国", "ヵ国", "国", "都市", "地区", "圃場", "経営体", "農家",
    "事業所", "企業", "グループ", "チーム", "講座", "コース", "科目", "プロジェクト", "路線",
    "橋", "基", "機", "個", "品", "株", "年", "か月", "ヶ月", "カ月", "月", "歳", "才",
    "ポイント", "人日", "人泊", "延べ人", "延人", "トン", "円", "例", "期", "クラス",
    "学級", "園", "棟", "軒", "畳", "口", "票", "議席", "アクセス", "ビュー", "フォロワー",
    "登録", "箇所", "か所", "カ所", "ヶ所", "ヵ所", "ケ所", "個所", "地点", "地域", "組織",
    "組合", "法人", "事業者", "商品", "作品", "曲", "館", "区", "町", "村", "市", "校区",
    "自治会", "町会", "クラブ", "サークル", "講演", "公演", "試合", "大会", "%", "‰",
    "t", "kg", "g", "mg", "km", "m", "cm", "mm", "m2", "m3", "km2", "ha", "a", "l",
    "kl", "ml", "kwh", "mwh", "gwh", "kw", "mw", "gj", "tj", "mj", "db", "ppm",
    "ppb", "℃", "度", "pv", "teu", "t-co2", "tco2", "kg-co2", "kgco2", "kt-co2",
    "pt", "usd", "ドル", "ユーロ", "人分", "食", "杯", "袋", "箱", "俵", "石", "反",
    "株式", "系統", "駅", "港", "バース", "航路", "路", "編", "巻", "項目", "取組", "施策",
    "計画", "協定", "条例", "か年", "年間", "時", "秒", "週", "dl", "ダウンロード",
    "ユーザー", "アカウント", "セット", "ペア", "カップル", "夫婦", "家族", "里親", "席",
    "区域", "工区", "路面", "エリア", "ゾーン", "拠点", "か村", "集落", "団地", "住戸",
    "ベッド", "病床", "医療機関", "機関", "金融機関", "協議会", "研究会", "実行委員会",
    "テーマ", "案件", "アイテム", "ブランド", "銘柄", "品種", "イベント", "セミナー",
    "回線", "局", "機種", "車両", "両", "艇", "筆", "画地", "体", "柱", "丁目", "hz",
    "万kl", "mbps", "gbps", "dwt", "n", "kn", "pa", "hpa", "sv", "bq", "lx", "cd",
    "指数", "段階", "ランク", "級", "段", "割", "分の1", "対", "圏域", "広場", "公園"
};
static const char *const magnitudes[] = { "百万", "千万", "十億", "百億", "千億",
                                          "十万", "千", "万", "億", "兆", "百",
                                          "十" };

static bool plain_word(text key)
{
    glyph_first first = glyph_first_of(key, 0);

    for (size_t i = 0; i < sizeof(unit_words) / sizeof(*unit_words); i++)
        if (glyph_may_start(first, unit_words[i]) &&
            text_is(key, unit_words[i]))
            return true;
    return false;
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

static bool folded_unit(text key)
{
    size_t slash = text_find(key, "/", 0);
    text rest;

    if (key.length == 0 || key.length > 40)
        return false;
    if (slash != SIZE_MAX && slash > 0 && slash + 1 < key.length)
        return folded_unit(text_cut(key, 0, slash)) &&
               (folded_unit(text_from(key, slash + 1)) ||
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

static size_t open_of(text name)
{
    size_t found = SIZE_MAX;

    for (size_t at = 0; at < name.length;) {
        size_t here = at;
        uint32_t c = utf8_next(name, &at);

        if (c == '(' || c == 0xFF08 || c == '[' || c == 0xFF3B || c == 0x3014)
            found = here;
    }
    return found;
}

bool unit_take_from_name(arena *a, text name, text *rest, text *unit)
{
    text t = text_trim(name), inner;
    size_t open = open_of(t);

    *rest = t;
    *unit = text_of("");
    if (open == SIZE_MAX || open == 0)
        return false;
    inner = text_from(t, open);
    if (!text_ends(inner, "）") && !text_ends(inner, ")") &&
        !text_ends(inner, "]") && !text_ends(inner, "］") &&
        !text_ends(inner, "〕"))
        return false;
    {
        text plain = unit_plain(inner);
        bool said = text_find(inner, "単位", 0) != SIZE_MAX;

        if (text_equal(plain, inner) || (!said && !unit_word(a, plain)))
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
    size_t open = open_of(name), at = open;
    text inner;

    if (open == SIZE_MAX || open == 0 ||
        (!text_ends(name, "）") && !text_ends(name, ")")))
        return false;
    utf8_next(name, &at);
    inner = text_cut(name, at, name.length - (text_ends(name, ")")
                                                  ? 1
                                                  : strlen("）")));
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

    for (size_t i = 0; i < sizeof(tails) / sizeof(*tails); i++)
        if (text_ends(unit, tails[i]) && unit.length > strlen(tails[i])) {
            *rest = text_trim(text_cut(unit, 0,
                                       unit.length - strlen(tails[i])));
            return true;
        }
    *rest = unit;
    return false;
}
