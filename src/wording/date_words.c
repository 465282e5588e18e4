/*
 * date_words.c - words that are a day or month and nothing else
 */
#include "wording/date_words.h"

#include "wording/glyph.h"

enum { DATE_BYTES = 60 };

/* Longer words first. */
static const char *const words[] = {
    "令和", "平成", "昭和", "年度", "年", "月", "日", "元", "末", "現在", "時点", "頃",
    "上旬", "中旬", "下旬", "更新", "作成", "提出", "修正", "改訂", "確定", "締切",
    "付け", "付", "まで", "から", "火", "水", "木", "金", "土", "曜",
    "令", "平", "昭", "r", "h", "s"
};

static bool is_gap(glyph_class c)
{
    return glyph_is_space(c) || c == GLYPH_OPEN;
}

text date_words_cut(text t)
{
    size_t end = 0, at = 0, next;

    if (!glyph_has_digit(t))
        return text_trim(t);
    t = text_trim(t);
    for (; at < t.length; at = next) /* 令和6年7月　環境局 */
        if (glyph_is_space(glyph_at(t, at, &next)) &&
            date_words_alone(text_cut(t, 0, at)))
            end = next;
    t = text_trim(text_from(t, end));
    for (at = 0; at < t.length; at = next)
        if (is_gap(glyph_at(t, at, &next)) && at > 0 &&
            date_words_alone(text_from(t, at)))
            return text_trim(text_cut(t, 0, at));
    return t;
}

/* What a date begins with: a figure, or an era. */
static bool may_be_date(text t)
{
    static const char *const eras[] = { "令", "平", "昭", "r", "h", "s" };
    size_t at = 0, next;

    if (t.length == 0 || t.length > DATE_BYTES)
        return false;
    while (is_gap(glyph_at(t, at, &next)))
        at = next;
    return glyph_at(t, at, &next) == GLYPH_DIGIT ||
           glyph_any(t, at, eras, sizeof(eras) / sizeof(*eras)) > 0;
}

bool date_words_alone(text t)
{
    bool figure = false;

    if (!may_be_date(t))
        return false;
    for (size_t at = 0, next; at < t.length; at = next) {
        size_t size = glyph_any(t, at, words, sizeof(words) / sizeof(*words));

        if (size > 0) {
            next = at + size;
            continue;
        }
        switch (glyph_at(t, at, &next)) {
        case GLYPH_DIGIT:
            figure = true;
            break;
        case GLYPH_SPACE: case GLYPH_BREAK: case GLYPH_SLASH: case GLYPH_DASH:
        case GLYPH_WAVE: case GLYPH_OPEN: case GLYPH_CLOSE: case GLYPH_COMMA:
            break;
        default:
            if (t.bytes[at] != '.' && text_prefix(text_from(t, at), "．") == 0)
                return false;
        }
    }
    return figure;
}

text date_words_announced(text t)
{
    static const char *const acts[] = { "公表", "判明", "確定", "発表", "公開" };

    t = text_trim(t);
    for (size_t i = 0; t.length <= DATE_BYTES &&
                       i < sizeof(acts) / sizeof(*acts); i++)
        if (text_ends(t, acts[i])) {
            text date = text_cut(t, 0, t.length - text_of(acts[i]).length);

            return date_words_alone(date) ? text_from(t, date.length)
                                          : text_of("");
        }
    return text_of("");
}
