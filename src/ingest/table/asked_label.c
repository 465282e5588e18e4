/*
 * asked_label.c - 重点事業 | 該当なし: labels that ask whether something is so
 */
#include "ingest/table/asked_label.h"

bool answer_alone(text t)
{
    static const char *const words[] = {
        "該当", "該当なし", "該当無し", "該当無", "該当せず", "該当する",
        "該当しない", "該当あり", "該当有", "非該当", "対象外", "非対象",
        "有", "無", "有り", "無し", "あり", "なし", "はい", "いいえ", "○",
        "〇", "◯", "×", "レ", "✓", "✔"
    };

    return text_in(t, words, sizeof(words) / sizeof(*words));
}

const header_word *asked_label(const sheet_view *v, const header_word *w,
                               uint32_t row, uint32_t col)
{
    static const header_word asks = { .role = ROLE_IGNORED, .exact = true };
    merge_range m;

    if (!w->exact || !role_is_level(w->role))
        return w;
    m = view_range(v, row, col);
    return answer_alone(view_text(v, row, m.last_col + 1)) ||
                   answer_alone(view_text(v, m.last_row + 1, col))
               ? &asks : w;
}

bool label_says_total(role label, const header_word *w)
{
    return label == ROLE_TARGET_YEAR && w->role == ROLE_TOTAL && w->has_year;
}
