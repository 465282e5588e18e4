/*
 * header_round.c - 前回進捗評価, 今年度の評価: a grade of the last time or of this
 */
#include "ingest/header/header_round.h"

#include <string.h>

const header_synonym *header_round_grade(const header_words *h, text key,
                                         bool *earlier)
{
    static const char *const rounds[] = { "前回", "前年度", "昨年度", "今回",
                                          "今年度", "本年度" };
    enum { EARLIER = 3 };

    for (size_t i = 0; i < sizeof(rounds) / sizeof(*rounds); i++) {
        const header_synonym *s;

        if (!text_starts(key, rounds[i]))
            continue;
        key = text_from(key, strlen(rounds[i]));
        if (text_starts(key, "の"))
            key = text_from(key, strlen("の"));
        *earlier = i < EARLIER;
        s = header_lookup_close(h, key);
        return s != NULL && s->role == ROLE_GRADE ? s : NULL;
    }
    return NULL;
}

bool header_by_round(const header_words *h, header_word *w, text key)
{
    bool earlier;
    const header_synonym *s = header_round_grade(h, key, &earlier);

    if (s == NULL)
        return false;
    header_set_role(w, s, true);
    if (earlier)
        w->role = ROLE_IGNORED;
    return true;
}
