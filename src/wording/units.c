/*
 * units.c - 単位: magnitudes, synonyms, exact conversion
 */
#include "wording/units.h"

#include <string.h>

#include "wording/fold.h"
#include "wording/glyph.h"

enum { LONGEST_RUN = 24 /* characters of a unit that is not in the table */ };

typedef enum dimension {
    DIM_COUNT, /* words that count things */
    DIM_MONEY, DIM_PERCENT, DIM_POINT, DIM_RANK, DIM_MASS, DIM_LENGTH,
    DIM_AREA, DIM_VOLUME, DIM_POWER, DIM_ENERGY, DIM_HEAT, DIM_TIME, DIM_AGE,
    DIM_TIMES, DIM_OTHER, DIM_CARBON, DIM_DISTINCT
} dimension;

/*
 * Known units, folded, in the order of their bytes (units_of looks them up by
 * halves; test_units.c watches the order). Units of one dimension convert by
 * `ten` powers of ten; `class` tells apart those of one dimension that do not
 * (人 and 件 are counters of class 0 each by its word; か所 and 箇所 share a
 * class).
 */
static const struct unit_word {
    char word[28];
    dimension dim;
    int class;
    int ten;
} words[] = {
    { "%", DIM_PERCENT, 1, 0 }, { "%ポイント", DIM_POINT, 1, 0 },
    { "a", DIM_AREA, 1, 2 }, { "cm", DIM_LENGTH, 1, -2 },
    { "db", DIM_OTHER, 3, 0 }, { "dl", DIM_COUNT, 0, 0 },
    { "g", DIM_MASS, 1, 0 }, { "gj", DIM_HEAT, 1, 9 },
    { "gw", DIM_POWER, 1, 9 }, { "gwh", DIM_ENERGY, 1, 9 },
    { "ha", DIM_AREA, 1, 4 }, { "kg", DIM_MASS, 1, 3 },
    { "kg-co2", DIM_CARBON, 1, 0 }, { "kg-co₂", DIM_CARBON, 1, 0 },
    { "kgco2", DIM_CARBON, 1, 0 }, { "kl", DIM_VOLUME, 1, 0 },
    { "km", DIM_LENGTH, 1, 3 }, { "km2", DIM_AREA, 1, 6 },
    { "km²", DIM_AREA, 1, 6 }, { "kt-co2", DIM_CARBON, 1, 6 },
    { "kw", DIM_POWER, 1, 3 }, { "kwh", DIM_ENERGY, 1, 3 },
    { "k㎡", DIM_AREA, 1, 6 }, { "l", DIM_VOLUME, 1, -3 },
    { "m", DIM_LENGTH, 1, 0 }, { "m2", DIM_AREA, 1, 0 },
    { "m3", DIM_VOLUME, 1, 0 }, { "mg", DIM_MASS, 1, -3 },
    { "mj", DIM_HEAT, 1, 6 }, { "ml", DIM_VOLUME, 1, -6 },
    { "mm", DIM_LENGTH, 1, -3 }, { "mw", DIM_POWER, 1, 6 },
    { "mwh", DIM_ENERGY, 1, 6 }, { "m²", DIM_AREA, 1, 0 },
    { "m³", DIM_VOLUME, 1, 0 }, { "pj", DIM_HEAT, 1, 15 },
    { "ppb", DIM_OTHER, 5, 0 }, { "ppm", DIM_OTHER, 4, 0 },
    { "pt", DIM_POINT, 1, 0 }, { "pv", DIM_COUNT, 2, 0 },
    { "t", DIM_MASS, 1, 6 }, { "t-co2", DIM_CARBON, 1, 3 },
    { "t-co₂", DIM_CARBON, 1, 3 }, { "tco2", DIM_CARBON, 1, 3 },
    { "tco₂", DIM_CARBON, 1, 3 }, { "teu", DIM_OTHER, 6, 0 },
    { "tj", DIM_HEAT, 1, 12 }, { "tonco2", DIM_CARBON, 1, 3 },
    { "twh", DIM_ENERGY, 1, 12 }, { "usドル", DIM_MONEY, 2, 0 },
    { "w", DIM_POWER, 1, 0 }, { "wh", DIM_ENERGY, 1, 0 },
    { "‰", DIM_PERCENT, 1, -1 }, { "℃", DIM_OTHER, 2, 0 },
    { "ℓ", DIM_VOLUME, 1, -3 }, { "か国", DIM_COUNT, 4, 0 },
    { "か国語", DIM_COUNT, 0, 0 }, { "か所", DIM_COUNT, 3, 0 },
    { "か月", DIM_TIME, 2, 0 }, { "つ", DIM_COUNT, 0, 0 },
    { "アクセス", DIM_COUNT, 0, 0 }, { "アール", DIM_AREA, 1, 2 },
    { "イベント", DIM_COUNT, 0, 0 }, { "エリア", DIM_COUNT, 0, 0 },
    { "カップル", DIM_COUNT, 0, 0 }, { "カ国", DIM_COUNT, 4, 0 },
    { "カ国語", DIM_COUNT, 0, 0 }, { "カ所", DIM_COUNT, 3, 0 },
    { "カ月", DIM_TIME, 2, 0 }, { "キロ", DIM_OTHER, 1, 0 },
    { "キログラム", DIM_MASS, 1, 3 }, { "キロメートル", DIM_LENGTH, 1, 3 },
    { "キロリットル", DIM_VOLUME, 1, 0 }, { "キロワット", DIM_POWER, 1, 3 },
    { "キロワット時", DIM_ENERGY, 1, 3 }, { "クラス", DIM_COUNT, 0, 0 },
    { "クラブ", DIM_COUNT, 0, 0 }, { "クール", DIM_COUNT, 0, 0 },
    { "グラム", DIM_MASS, 1, 0 }, { "グループ", DIM_COUNT, 0, 0 },
    { "ケース", DIM_COUNT, 0, 0 }, { "ケ所", DIM_COUNT, 3, 0 },
    { "ケ月", DIM_TIME, 2, 0 }, { "コース", DIM_COUNT, 0, 0 },
    { "サイト", DIM_COUNT, 0, 0 }, { "サークル", DIM_COUNT, 0, 0 },
    { "ステーション", DIM_COUNT, 0, 0 }, { "スポット", DIM_COUNT, 0, 0 },
    { "セット", DIM_COUNT, 0, 0 }, { "ダウンロード", DIM_COUNT, 0, 0 },
    { "チーム", DIM_COUNT, 0, 0 }, { "ツ", DIM_COUNT, 0, 0 },
    { "テーマ", DIM_COUNT, 0, 0 }, { "デシベル", DIM_OTHER, 3, 0 },
    { "トン", DIM_MASS, 1, 6 }, { "ドル", DIM_MONEY, 2, 0 },
    { "パーセント", DIM_PERCENT, 1, 0 }, { "ビュー", DIM_COUNT, 0, 0 },
    { "フォロワー", DIM_COUNT, 0, 0 }, { "ブランド", DIM_COUNT, 0, 0 },
    { "プラン", DIM_COUNT, 0, 0 }, { "プロジェクト", DIM_COUNT, 0, 0 },
    { "ヘクタール", DIM_AREA, 1, 4 }, { "ペア", DIM_COUNT, 0, 0 },
    { "ページビュー", DIM_COUNT, 2, 0 }, { "ポイント", DIM_POINT, 1, 0 },
    { "メニュー", DIM_COUNT, 0, 0 }, { "メートル", DIM_LENGTH, 1, 0 },
    { "ユーロ", DIM_MONEY, 3, 0 }, { "リットル", DIM_VOLUME, 1, -3 },
    { "ルート", DIM_COUNT, 0, 0 }, { "ヵ国", DIM_COUNT, 4, 0 },
    { "ヵ所", DIM_COUNT, 3, 0 }, { "ヵ月", DIM_TIME, 2, 0 },
    { "ヶ", DIM_COUNT, 0, 0 }, { "ヶ国", DIM_COUNT, 4, 0 },
    { "ヶ所", DIM_COUNT, 3, 0 }, { "ヶ月", DIM_TIME, 2, 0 },
    { "㌧", DIM_MASS, 1, 6 }, { "㌫", DIM_PERCENT, 1, 0 },
    { "㎎", DIM_MASS, 1, -3 }, { "㎏", DIM_MASS, 1, 3 },
    { "㎘", DIM_VOLUME, 1, 0 }, { "㎜", DIM_LENGTH, 1, -3 },
    { "㎝", DIM_LENGTH, 1, -2 }, { "㎞", DIM_LENGTH, 1, 3 },
    { "㎡", DIM_AREA, 1, 0 }, { "㎢", DIM_AREA, 1, 6 },
    { "㎥", DIM_VOLUME, 1, 0 }, { "㏊", DIM_AREA, 1, 4 },
    { "世帯", DIM_COUNT, 0, 0 }, { "両", DIM_COUNT, 0, 0 },
    { "事例", DIM_COUNT, 0, 0 }, { "事業", DIM_COUNT, 0, 0 },
    { "事業所", DIM_COUNT, 0, 0 }, { "事業者", DIM_COUNT, 0, 0 },
    { "人", DIM_COUNT, 1, 0 }, { "人分", DIM_COUNT, 0, 0 },
    { "人回", DIM_COUNT, 0, 0 }, { "人日", DIM_COUNT, 0, 0 },
    { "人泊", DIM_COUNT, 0, 0 }, { "件", DIM_COUNT, 0, 0 },
    { "件数", DIM_COUNT, 0, 0 }, { "企業", DIM_COUNT, 0, 0 },
    { "位", DIM_RANK, 1, 0 }, { "作品", DIM_COUNT, 0, 0 },
    { "便", DIM_COUNT, 0, 0 }, { "俵", DIM_COUNT, 0, 0 },
    { "個", DIM_COUNT, 0, 0 }, { "個所", DIM_COUNT, 3, 0 },
    { "倍", DIM_TIMES, 1, 0 }, { "公園", DIM_COUNT, 0, 0 },
    { "公演", DIM_COUNT, 0, 0 }, { "円", DIM_MONEY, 1, 0 },
    { "冊", DIM_COUNT, 0, 0 }, { "分", DIM_TIME, 5, 0 },
    { "分野", DIM_COUNT, 0, 0 }, { "分間", DIM_TIME, 5, 0 },
    { "割", DIM_PERCENT, 1, 1 }, { "匹", DIM_COUNT, 0, 0 },
    { "区", DIM_COUNT, 0, 0 }, { "区画", DIM_COUNT, 0, 0 },
    { "医療機関", DIM_COUNT, 0, 0 }, { "協定", DIM_COUNT, 0, 0 },
    { "単位", DIM_COUNT, 0, 0 }, { "口", DIM_COUNT, 0, 0 },
    { "台", DIM_COUNT, 0, 0 }, { "名", DIM_COUNT, 1, 0 },
    { "品", DIM_COUNT, 0, 0 }, { "品目", DIM_COUNT, 0, 0 },
    { "商品", DIM_COUNT, 0, 0 }, { "回", DIM_COUNT, 0, 0 },
    { "団体", DIM_COUNT, 0, 0 }, { "団地", DIM_COUNT, 0, 0 },
    { "国", DIM_COUNT, 0, 0 }, { "園", DIM_COUNT, 0, 0 },
    { "地区", DIM_COUNT, 0, 0 }, { "地域", DIM_COUNT, 0, 0 },
    { "基", DIM_COUNT, 0, 0 }, { "大会", DIM_COUNT, 0, 0 },
    { "大学", DIM_COUNT, 0, 0 }, { "字", DIM_COUNT, 0, 0 },
    { "学校", DIM_COUNT, 0, 0 }, { "学級", DIM_COUNT, 0, 0 },
    { "室", DIM_COUNT, 0, 0 }, { "家族", DIM_COUNT, 0, 0 },
    { "尾", DIM_COUNT, 0, 0 }, { "局", DIM_COUNT, 0, 0 },
    { "市", DIM_COUNT, 0, 0 }, { "市町村", DIM_COUNT, 0, 0 },
    { "席", DIM_COUNT, 0, 0 }, { "平方キロメートル", DIM_AREA, 1, 6 },
    { "平方メートル", DIM_AREA, 1, 0 }, { "平米", DIM_AREA, 1, 0 },
    { "年", DIM_TIME, 1, 0 }, { "年間", DIM_TIME, 1, 0 },
    { "床", DIM_COUNT, 0, 0 }, { "店", DIM_COUNT, 0, 0 },
    { "店舗", DIM_COUNT, 0, 0 }, { "度", DIM_OTHER, 2, 0 },
    { "戸", DIM_COUNT, 0, 0 }, { "才", DIM_AGE, 1, 0 },
    { "拠点", DIM_COUNT, 0, 0 }, { "教室", DIM_COUNT, 0, 0 },
    { "施設", DIM_COUNT, 0, 0 }, { "日", DIM_TIME, 3, 0 },
    { "日間", DIM_TIME, 3, 0 }, { "時間", DIM_TIME, 4, 0 },
    { "曲", DIM_COUNT, 0, 0 }, { "本", DIM_COUNT, 0, 0 },
    { "村", DIM_COUNT, 0, 0 }, { "束", DIM_COUNT, 0, 0 },
    { "枚", DIM_COUNT, 0, 0 }, { "校", DIM_COUNT, 0, 0 },
    { "校区", DIM_COUNT, 0, 0 }, { "株", DIM_COUNT, 0, 0 },
    { "案件", DIM_COUNT, 0, 0 }, { "棟", DIM_COUNT, 0, 0 },
    { "橋", DIM_COUNT, 0, 0 }, { "機", DIM_COUNT, 0, 0 },
    { "機関", DIM_COUNT, 0, 0 }, { "歩", DIM_COUNT, 0, 0 },
    { "歳", DIM_AGE, 1, 0 }, { "河川", DIM_COUNT, 0, 0 },
    { "泊", DIM_COUNT, 0, 0 }, { "泊人", DIM_COUNT, 0, 0 },
    { "法人", DIM_COUNT, 0, 0 }, { "点", DIM_POINT, 2, 0 },
    { "物件", DIM_COUNT, 0, 0 }, { "産業", DIM_COUNT, 0, 0 },
    { "町", DIM_COUNT, 0, 0 }, { "町会", DIM_COUNT, 0, 0 },
    { "番目", DIM_RANK, 1, 0 }, { "病院", DIM_COUNT, 0, 0 },
    { "県", DIM_COUNT, 0, 0 }, { "着", DIM_COUNT, 0, 0 },
    { "社", DIM_COUNT, 0, 0 }, { "票", DIM_COUNT, 0, 0 },
    { "秒", DIM_TIME, 7, 0 }, { "種", DIM_COUNT, 0, 0 },
    { "種類", DIM_COUNT, 0, 0 }, { "立方メートル", DIM_VOLUME, 1, 0 },
    { "立米", DIM_VOLUME, 1, 0 }, { "筆", DIM_COUNT, 0, 0 },
    { "箇国", DIM_COUNT, 4, 0 }, { "箇所", DIM_COUNT, 3, 0 },
    { "箇月", DIM_TIME, 2, 0 }, { "箱", DIM_COUNT, 0, 0 },
    { "米ドル", DIM_MONEY, 2, 0 }, { "系統", DIM_COUNT, 0, 0 },
    { "組", DIM_COUNT, 0, 0 }, { "組合", DIM_COUNT, 0, 0 },
    { "組織", DIM_COUNT, 0, 0 }, { "経営体", DIM_COUNT, 0, 0 },
    { "羽", DIM_COUNT, 0, 0 }, { "者", DIM_COUNT, 0, 0 },
    { "自治会", DIM_COUNT, 0, 0 }, { "自治体", DIM_COUNT, 0, 0 },
    { "艘", DIM_COUNT, 0, 0 }, { "袋", DIM_COUNT, 0, 0 },
    { "計画", DIM_COUNT, 0, 0 }, { "試合", DIM_COUNT, 0, 0 },
    { "話", DIM_COUNT, 0, 0 }, { "講座", DIM_COUNT, 0, 0 },
    { "路線", DIM_COUNT, 0, 0 }, { "軒", DIM_COUNT, 0, 0 },
    { "農家", DIM_COUNT, 0, 0 }, { "通", DIM_COUNT, 0, 0 },
    { "週", DIM_TIME, 6, 0 }, { "週間", DIM_TIME, 6, 0 },
    { "遺体", DIM_COUNT, 0, 0 }, { "部", DIM_COUNT, 0, 0 },
    { "部屋", DIM_COUNT, 0, 0 }, { "都市", DIM_COUNT, 0, 0 },
    { "隻", DIM_COUNT, 0, 0 }, { "集落", DIM_COUNT, 0, 0 },
    { "項目", DIM_COUNT, 0, 0 }, { "頭", DIM_COUNT, 0, 0 },
    { "食", DIM_COUNT, 0, 0 }, { "館", DIM_COUNT, 0, 0 },
    { "駅", DIM_COUNT, 0, 0 },
};

/* Behind a slash or as a product: 950g/人・日, 15.2人/10万人. Never 年. */
static const char *const per_words[] = {
    "人・日", "人日", "人/日", "日・人", "日/人", "人・年", "1人1日",
    "10万人", "1万人", "人口10万人", "10万人対", "千人", "万人", "1,000人",
    "km2", "k㎡", "㎢", "100km2", "ha", "10a", "人", "日", "月", "週",
    "時間", "世帯", "回", "件", "社", "校", "戸", "台", "か所", "kwh", "mj",
    "㎥", "m3", "m2", "㎡", "l", "s", "h", "kg",
};

static const struct magnitude {
    uint32_t character;
    int ten;
} magnitudes[] = {
    { 0x5341, 1 }, { 0x767E, 2 }, { 0x5343, 3 }, /* 十 百 千 */
    { 0x4E07, 4 }, { 0x5104, 8 }, { 0x5146, 12 }, /* 万 億 兆 */
};

/* Words that may stand right behind a unit without being part of it. */
static const char *const behind_words[] = {
    "以上", "以下", "以内", "未満", "程度", "規模", "超過", "超", "増加",
    "増", "減少", "減", "前後", "強", "弱", "余り", "余", "台後半", "台前半", "台",
    "達成", "維持", "確保", "創出", "誘致", "開催", "実施", "設置", "整備",
    "育成", "採択", "認定", "認証", "登録", "採用", "削減", "低減", "縮小",
    "拡大", "向上", "上昇", "低下", "改善", "目標", "予定", "見込", "計画値",
    "目標値", "支援", "導入", "策定", "締結", "参加", "利用", "受入", "派遣",
    "養成", "輩出", "立地", "集積", "開設", "新設", "増設", "建設", "普及",
    "配置", "配布", "作成", "開発", "発行", "輸出", "商品化", "獲得", "取得",
    "完了", "完成", "供用", "稼働", "到達", "突破", "継続", "累計", "延べ",
    "速報値", "見込み", "アップ", "ダウン", "増員", "減員", "を", "募集",
    "実現", "成立", "成約", "移住", "雇用", "来場", "来館", "相当", "内",
    "超え", "越え", "上回", "下回", "毎年", "年間", "当たり",
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* By the first bytes of those characters; most units begin otherwise. */
static bool may_be_magnitude(text t, size_t at)
{
    const unsigned char *b = (const unsigned char *)t.bytes + at;

    return t.length > at + 2 && b[0] >= 0xE4 && b[0] <= 0xE7 &&
           (b[1] == 0x84 || b[1] == 0x85 || b[1] == 0x8D || b[1] == 0x99 ||
            b[1] == 0xB8);
}

size_t units_magnitude(text t, size_t start, int *ten)
{
    size_t at = start, next;

    *ten = 0;
    if (!may_be_magnitude(t, at))
        return 0;
    while (*ten < 60 && glyph_at(t, at, &next) == GLYPH_KANJI) {
        size_t i = 0, from = at;
        uint32_t c = glyph_next(t, &from);

        while (i < COUNT(magnitudes) && magnitudes[i].character != c)
            i++;
        if (i == COUNT(magnitudes))
            break;
        *ten += magnitudes[i].ten;
        at = next;
    }
    return at - start;
}

static bool unit_class(glyph_class c)
{
    return c == GLYPH_KANJI || c == GLYPH_KATAKANA || c == GLYPH_LATIN ||
           c == GLYPH_UNIT;
}

/* A unit may end at `at`: no letter there, or words that stand behind one. */
static bool unit_may_end(text t, size_t at)
{
    size_t next;

    for (int words_left = 4; words_left > 0; words_left--) {
        size_t size;

        if (!unit_class(glyph_at(t, at, &next)))
            return true;
        size = glyph_any(t, at, behind_words, COUNT(behind_words));
        if (size == 0)
            return false;
        at += size;
    }
    return false;
}

/* The rows whose words may stand at `at`: from `first` up to `end`. */
typedef struct unit_rows {
    size_t first, end;
} unit_rows;

/* The first bytes, all but the last `spare` bits, so that they compare as
 * numbers. */
static uint32_t start_of(const char word[4], unsigned spare)
{
    const unsigned char *bytes = (const unsigned char *)word;
    uint32_t all = (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
                   (uint32_t)bytes[2] << 8 | bytes[3];

    return all >> spare;
}

/* What the known units begin with. */
static bool unit_may_begin(glyph_class c)
{
    return glyph_is_letter(c) || c == GLYPH_UNIT;
}

static unit_rows units_of(text t, size_t at)
{
    unit_rows rows = { 0, COUNT(words) };
    size_t next = at, half;
    char first[4] = "";
    unsigned spare = 8;
    uint32_t c, start;

    if (at >= t.length)
        return (unit_rows){ 0, 0 };
    if (t.length - at >= 3)
        memcpy(first, t.bytes + at, 3);
    c = glyph_next(t, &next);
    if (!unit_may_begin(glyph_class_of(c)))
        return (unit_rows){ 0, 0 };
    if (c < 0x80) {
        first[0] = ascii_lower((char)c);
        spare = 24;
    } else if ((unsigned char)first[0] < 0xE0 ||
               (unsigned char)first[0] > 0xEF) {
        return rows; /* of two bytes, or malformed: all are tried */
    }
    start = start_of(first, spare);
    /* without branches, as none could be foretold */
    for (size_t left = COUNT(words); left > 1; left -= half) {
        const char *middle = words[rows.first + (half = left / 2) - 1].word;

        rows.first += half & (0 - (size_t)(start_of(middle, spare) < start));
    }
    rows.first += start_of(words[rows.first].word, spare) < start;
    rows.end = rows.first;
    while (rows.end < COUNT(words) &&
           start_of(words[rows.end].word, spare) == start)
        rows.end++;
    return rows;
}

const char *units_word(size_t index)
{
    return index < COUNT(words) ? words[index].word : NULL;
}

/* A latin unit must not be the start of a longer latin word. */
static size_t longest_known(text t, size_t at)
{
    unit_rows rows = units_of(t, at);
    size_t best = 0;

    for (size_t i = rows.first; i < rows.end; i++) {
        size_t size = glyph_word(t, at, words[i].word);

        if (size > best && unit_may_end(t, at + size))
            best = size;
    }
    return best;
}

/* `/人・日` behind a unit, at its slash and behind it; 0 for none. */
static size_t per_part(text t, size_t at, size_t next)
{
    size_t behind, best = 0;

    for (size_t i = 0; i < COUNT(per_words); i++) {
        size_t size = glyph_word(t, next, per_words[i]);

        if (size > best && unit_may_end(t, next + size) &&
            glyph_at(t, next + size, &behind) != GLYPH_DIGIT) /* /H26年度 */
            best = size;
    }
    if (best == 0 && glyph_word(t, next, "年") == 0)
        best = longest_known(t, next); /* 人/便 */
    return best == 0 ? 0 : next + best - at;
}

/* `/60kg` behind 円, `/10a` behind kg: an amount of another measure; no
 * 30t/100t, which is a part of all. 0 for none. */
static size_t per_amount(text t, size_t start, size_t at, size_t next)
{
    static const char *const measures[] = { "kg", "g", "t", "トン", "俵", "a",
                                            "ha", "㎡", "m2", "l", "ℓ", "ml" };
    size_t digits = glyph_skip_digits(t, next), size;

    if (digits == next)
        return 0;
    size = longest_known(t, digits);
    return size > 0 &&
                   glyph_any(t, digits, measures, COUNT(measures)) == size &&
                   !text_equal(text_cut(t, digits, digits + size),
                               text_cut(t, start, at))
               ? digits + size - at : 0;
}

size_t units_read_known(text t, size_t start)
{
    int ten;
    size_t at = start + units_magnitude(t, start, &ten), next;
    size_t known = longest_known(t, at), per = 0;

    if (known == 0 && ten != 0) { /* 十 百 may be part of a word: 百貨店 */
        if (unit_may_end(t, at))
            return at - start;
        return 0;
    }
    if (known == 0)
        return 0;
    at += known;
    if (glyph_at(t, at, &next) == GLYPH_SLASH) {
        per = per_part(t, at, next);
        per = per > 0 ? per : per_amount(t, at - known, at, next);
    }
    return at + per - start;
}

size_t units_read_unknown(text t, size_t start)
{
    size_t at = start, next;

    if (unit_class(glyph_at(t, at, &next)) && unit_may_end(t, at))
        return 0; /* 10以上 */
    for (int i = 0; i < LONGEST_RUN; i++) {
        if (!unit_class(glyph_at(t, at, &next)))
            return at - start;
        if (at != start && unit_may_end(t, at))
            return at - start;
        at = next;
    }
    return at - start;
}

size_t units_read(text t, size_t start)
{
    size_t known = units_read_known(t, start);

    return known != 0 ? known : units_read_unknown(t, start);
}

/* ---- Relations ---------------------------------------------------------- */

typedef struct unit_parts {
    text base;  /* folded, behind the magnitude */
    int ten;    /* of the magnitude */
    const struct unit_word *known;
} unit_parts;

static bool split_unit(arena *a, unit_parts *parts, text unit)
{
    static const char *const year_ends[] = { "/年", "/年度" };
    unit_rows rows;
    text key;
    size_t size;

    if (!fold_key(a, &key, unit))
        return false;
    for (size_t i = 0; i < COUNT(year_ends); i++)
        if (text_ends(key, year_ends[i]))
            key.length -= text_of(year_ends[i]).length;
    size = units_magnitude(key, 0, &parts->ten);
    parts->base = text_from(key, size);
    parts->known = NULL;
    rows = units_of(parts->base, 0);
    for (size_t i = rows.first; i < rows.end; i++) {
        if (glyph_word(parts->base, 0, words[i].word) == parts->base.length &&
            parts->base.length != 0) {
            parts->known = &words[i];
            return true;
        }
    }
    return true;
}

static units_relation relation_of(const unit_parts *from,
                                  const unit_parts *to, int *ten)
{
    const struct unit_word *f = from->known, *g = to->known;

    *ten = from->ten - to->ten;
    if (from->base.length == 0 || to->base.length == 0) {
        if (from->base.length == to->base.length && from->ten == to->ten)
            return UNITS_SAME;
        if ((from->base.length == 0 && from->ten == 0) ||
            (to->base.length == 0 && to->ten == 0))
            *ten = 0;
        return UNITS_ASSUMED;
    }
    if (text_equal(from->base, to->base))
        return *ten == 0 ? UNITS_SAME : UNITS_CONVERTED;
    if (f != NULL && g != NULL && f->dim == g->dim && f->class != 0 &&
        f->class == g->class) {
        *ten += f->ten - g->ten;
        return *ten == 0 ? UNITS_SAME : UNITS_CONVERTED;
    }
    if ((f == NULL || f->dim == DIM_COUNT) &&
        (g == NULL || g->dim == DIM_COUNT))
        return UNITS_COUNTERS;
    *ten = 0;
    return UNITS_INCOMPATIBLE;
}

bool units_relate(arena *a, units_relation *relation, number *factor,
                  text from, text to)
{
    unit_parts left, right;
    int ten;

    *relation = UNITS_INCOMPATIBLE;
    *factor = NUMBER_ZERO;
    if (!split_unit(a, &left, from) || !split_unit(a, &right, to))
        return false;
    *relation = relation_of(&left, &right, &ten);
    return number_power_of_ten(a, factor, ten);
}

/* Those words of the table that count these, by one: asked for each figure. */
static const char *const percent_words[] = { "%", "パーセント", "㌫" };
static const char *const rank_words[] = { "位", "番目" };

static bool is_one_of(text unit, const char *const *of, size_t count)
{
    text t = text_trim(unit);

    for (size_t i = 0; t.length > 0 && i < count; i++)
        if (glyph_word(t, 0, of[i]) == t.length)
            return true;
    return false;
}

bool units_is_percent(text unit)
{
    return is_one_of(unit, percent_words, COUNT(percent_words));
}

bool units_is_rank(text unit)
{
    return is_one_of(unit, rank_words, COUNT(rank_words));
}

bool units_is_span(text unit)
{
    text t = text_trim(unit);
    unit_rows rows = units_of(t, 0);

    for (size_t i = rows.first; i < rows.end; i++)
        if ((words[i].dim == DIM_TIME || words[i].dim == DIM_AGE) &&
            glyph_word(t, 0, words[i].word) == t.length)
            return true;
    return false;
}
