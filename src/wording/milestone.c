/*
 * milestone.c - an act as a target: is it done?
 */
#include "wording/glyph.h"
#include "wording/kpi_text.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* The last colon of a name, behind its brackets; SIZE_MAX for none. */
static size_t last_colon(text name, size_t *behind)
{
    size_t colon = SIZE_MAX, next;

    for (size_t at = 0; at < name.length; at = next) {
        glyph_class c = glyph_at(name, at, &next);

        if (c == GLYPH_CLOSE)
            colon = SIZE_MAX;
        if (c == GLYPH_COLON) {
            colon = at;
            *behind = next;
        }
    }
    return colon;
}

/* 計画　現状値：未策定（H30）　目標値：策定: the name alone. */
static text without_labels(text name)
{
    static const char *const starts[] = { "現状値", "現況値", "基準値", "当初値",
                                          "現状", "基準" };
    size_t next;

    if (text_find(name, "目標", 0) == SIZE_MAX)
        return name;
    for (size_t at = 0; at < name.length; at = next) {
        size_t size = glyph_any(name, at, starts, COUNT(starts)), behind;

        if (at > 0 && size > 0 &&
            glyph_at(name, at + size, &behind) == GLYPH_COLON &&
            text_find(name, "目標", behind) != SIZE_MAX)
            return text_trim(text_cut(name, 0, at));
        glyph_at(name, at, &next);
    }
    return name;
}

static const char *const acts[] = {
    "策定", "改定", "改訂", "見直し", "実施", "設置", "整備", "開設", "締結",
    "制定", "公表", "施行", "開始", "導入", "作成", "着工", "竣工", "完成",
    "完了", "供用開始", "運用開始", "運行開始", "開業", "開館", "稼働",
};

/* What says that something is tracked, and not what. */
static bool is_label(text t)
{
    static const char *const labels[] = { "指標", "KPI", "ＫＰＩ", "目標", "内容",
                                          "取組" };

    return text_ends_in(t, labels, COUNT(labels));
}

/* 条例の制定　目標：条例制定, 条例の制定：目標　制定: what stands in front of the
 * label, with a blank or a colon between them. */
static text before_target(text name)
{
    static const char *const labels[] = { "目標値", "目標" };
    size_t next, behind;

    for (size_t at = 0; at < name.length; at = next) {
        glyph_class before = glyph_at(name, at, &next), after;
        size_t size = 0;

        if (before == GLYPH_COLON || glyph_is_space(before))
            size = glyph_any(name, next, labels, COUNT(labels));
        if (size == 0 || at == 0)
            continue;
        after = glyph_at(name, next + size, &behind);
        if ((after == GLYPH_COLON ||
             (before == GLYPH_COLON && glyph_is_space(after))) &&
            text_ends_in(name, acts, COUNT(acts)) &&
            (before != GLYPH_COLON || !is_label(text_cut(name, 0, at))))
            return text_trim(text_cut(name, 0, at));
    }
    return name;
}

/* 公園の計画策定　計画策定: the act again as the target, behind a blank. */
static text repeats_act(text name)
{
    text front, back;
    size_t blank = SIZE_MAX, next;

    for (size_t at = 0; at < name.length; at = next)
        if (glyph_is_space(glyph_at(name, at, &next)))
            blank = at;
    if (blank == SIZE_MAX)
        return name;
    front = text_trim(text_cut(name, 0, blank));
    back = text_trim(text_from(name, blank));
    for (size_t i = 0; i < COUNT(acts); i++)
        if (text_ends(back, acts[i]) && text_ends(front, acts[i])) {
            text what = text_cut(back, 0, back.length - strlen(acts[i]));

            return text_contains(front, what) ? front : name;
        }
    return name;
}

/* ビジョンの策定 above ビジョン策定: a line that ends with the act, and the act again
 * as the target. A line that was wrapped says it once. */
static text first_of_two(text name)
{
    size_t line = text_find(name, "\n", 0);
    text front, back;

    if (line == SIZE_MAX)
        return repeats_act(name);
    front = text_trim(text_cut(name, 0, line));
    back = text_trim(text_from(name, line));
    for (size_t i = 0; i < COUNT(acts); i++)
        if (text_ends(back, acts[i]))
            return text_ends(front, acts[i]) &&
                           text_find(back, "\n", 0) == SIZE_MAX
                       ? front : name;
    return name;
}

/* 計画の策定：全市町村で策定: where the act of the name is to be done. */
static bool says_where(text named, text target)
{
    static const char *const particles[] = { "で", "に", "において" };

    for (size_t i = 0; i < COUNT(acts); i++)
        if (text_ends(named, acts[i]) && text_ends(target, acts[i]))
            return text_ends_in(
                text_cut(target, 0, target.length - strlen(acts[i])),
                particles, COUNT(particles));
    return false;
}

text milestone_name(text name)
{
    size_t behind = 0, colon;
    text act, named;

    name = first_of_two(before_target(without_labels(name)));
    colon = last_colon(name, &behind);
    if (colon == SIZE_MAX)
        return name;
    act = text_trim(text_from(name, behind));
    named = text_trim(text_cut(name, 0, colon));
    return named.length > 0 &&
                   (text_in(act, acts, COUNT(acts)) ||
                    says_where(named, act)) &&
                   !is_label(named)
               ? named : name;
}

bool milestone_reached(text actual)
{
    static const char *const done[] = {
        "策定済", "改定済", "改訂済", "実施済", "設置済", "整備済", "導入済",
        "開設済", "作成済", "公表済", "締結済", "制定済", "認定済", "開始済",
        "完了", "完成", "竣工", "着工", "達成", "供用開始", "策定完了",
        "策定した", "改定した", "開設した", "実施した", "締結した", "供用済",
        "移行済", "登録済", "取得済", "対応済", "終了済", "済み", "開業",
    };
    static const char *const whole[] = { "策定", "改定", "改訂", "実施", "設置",
                                         "開設", "締結", "制定", "済", "○",
                                         "◯", "公表", "施行", "開始" };
    static const char *const undone[] = {
        "予定", "見込", "せず", "していない", "できず", "に向け", "できな",
        "率", "に至ら", "しな", "ならず", "延期", "目指", "準備", "検討", "度",
    };
    text t = text_trim(actual);

    if (glyph_any(t, 0, whole, COUNT(whole)) == t.length)
        return t.length != 0;
    for (size_t at = 0; at < t.length;) {
        size_t size = glyph_any(t, at, done, COUNT(done));

        if (size != 0 && glyph_before(t, at) != 0x672A && /* 未 */
            glyph_before(t, at) != 0x4E0D) { /* 不 */
            for (size_t k = at + size; k < t.length;) {
                if (glyph_any(t, k, undone, COUNT(undone)) != 0)
                    return false;
                glyph_next(t, &k);
            }
            return true;
        }
        glyph_next(t, &at);
    }
    return false;
}
