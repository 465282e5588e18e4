/*
 * kpi_uncertain.c - may the figure in an actual's cell be another's, and will
 * there be one?
 */
#include <string.h>

#include "ingest/kpi/kpi_parts.h"
#include "wording/date_words.h"
#include "wording/fold.h"

bool build_is_uncertain(const build *b, const kpi *k,
                        const actual_text *t)
{
    static const char *const plain[] = { "実績", "実績値", "計", "合計", "総数",
                                         "年間", "約", "延べ", "延", "累計",
                                         "単年", "単年度", "見込", "速報", "全",
                                         "全体", "市全体" };
    static const char *const behind[] = { "（", "(", "※", "＊", "*", "［", "[",
                                          "【", "、", "。", "<", "＜" };
    text label, name, remark = t->remark;

    if (!t->has_value)
        return false;
    if (t->label.length > 0) {
        if (!fold_key(b->reader->memory, &label, t->label) ||
            !fold_key(b->reader->memory, &name, text_of(k->name)))
            return false;
        if (!text_in(label, plain, sizeof(plain) / sizeof(*plain)) &&
            label.length > 0 && !text_contains(name, label) &&
            !text_contains(label, name))
            return true;
    }
    if (remark.length == 0 || remark.bytes < t->whole.bytes ||
        text_find(text_slice(t->whole.bytes, (size_t)(remark.bytes -
                                                      t->whole.bytes)),
                  "\n", 0) != SIZE_MAX)
        return false; /* on a line of its own it explains */
    for (size_t i = 0; i < sizeof(behind) / sizeof(*behind); i++)
        if (text_starts(remark, behind[i]))
            return false;
    return true;
}

/* 11月確定; but 計画の公表 may have come true by R6.3公表. */
static bool is_announced(const kpi *k, const actual *a)
{
    text act = a->state == STATE_TEXT
                   ? date_words_announced(text_of(a->text)) : text_of("");

    return act.length > 0 && !text_contains(text_of(k->name), act) &&
           !text_contains(text_of(k->target.text), act);
}

void build_announced(const kpi_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        kpi *k = &list->items[i];

        /* of the newest years, behind the last figure */
        for (size_t n = k->actual_count;
             n-- > 0 && !k->actuals[n].value.known;)
            if (is_announced(k, &k->actuals[n]))
                k->actuals[n].state = STATE_PENDING;
    }
}
