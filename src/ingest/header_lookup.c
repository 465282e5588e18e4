/*
 * header_lookup.c - the synonym that a folded header is, or is made of
 */
#include "ingest/header_lookup.h"

#include <string.h>

enum { SLOTS = 4096, MOST_MODIFIERS = 3 };

struct header_words {
    uint16_t table[SLOTS]; /* by words: index + 1, 0 = none */
};

static size_t slot_of(text t)
{
    return (size_t)(text_hash(t) % SLOTS);
}

const header_words *header_words_new(arena *a)
{
    header_words *h = arena_alloc(a, sizeof(*h));

    if (h == NULL)
        return NULL;
    memset(h, 0, sizeof(*h));
    for (size_t i = 0; i < header_synonym_count(); i++) {
        size_t slot = slot_of(text_of(header_synonym_at(i)->word));

        while (h->table[slot] != 0)
            slot = (slot + 1) % SLOTS;
        h->table[slot] = (uint16_t)(i + 1);
    }
    return h;
}

const header_synonym *header_lookup(const header_words *h, text key)
{
    for (size_t slot = slot_of(key); h->table[slot] != 0;
         slot = (slot + 1) % SLOTS) {
        const header_synonym *s = header_synonym_at(h->table[slot] - 1);

        if (text_is(key, s->word))
            return s;
    }
    return NULL;
}

/* One list for all that may stand around a synonym; its parts below. */
const char *const header_modifiers[] = {
    /* adds nothing behind it */
    "の名称", "名称", "の名前", "の内容", "等", "欄", "名", "の状況", "一覧",
    /* when its figure was or is due */
    "の年度", "年度", "の年次", "年次", "の年", "の時点", "時点", "の期間", "期間",
    "の期限", "の時期", "時期",
    /* for each year, in front of it */
    "各年度の", "各年度", "年度別の", "年度別", "毎年度の", "毎年度", "年次別の",
    "年次別", "各年の",
    NULL
};
enum { TAILS = 9, TIMES = 12, EACH = 9 };

/* 取組の名称, 担当課欄, 指標等: a synonym with a word that adds nothing. */
static const header_synonym *find_with_tail(const header_words *h, text key)
{
    const char *const *tails = header_modifiers;
    const header_synonym *s = NULL;

    for (size_t i = 0; s == NULL && i < TAILS; i++)
        if (key.length > strlen(tails[i]) && text_ends(key, tails[i]))
            s = header_lookup(h, text_cut(key, 0,
                                          key.length - strlen(tails[i])));
    return s;
}

/* 現状値の年度, 目標数値の期間: when the figure of a synonym was or is due. */
static const header_synonym *find_time_of(const header_words *h, text key)
{
    static const header_synonym began = { "", ROLE_BASELINE_YEAR, 0 },
                                due = { "", ROLE_TARGET_YEAR, 0 },
                                seen = { "", ROLE_YEAR, 0 };
    const char *const *tails = header_modifiers + TAILS;

    for (size_t i = 0; i < TIMES; i++) {
        const header_synonym *s =
            key.length > strlen(tails[i]) && text_ends(key, tails[i])
                ? header_lookup(h, text_cut(key, 0,
                                            key.length - strlen(tails[i])))
                : NULL;

        if (s != NULL)
            return s->role == ROLE_BASELINE ? &began
                   : s->role == ROLE_TARGET ? &due
                   : s->role == ROLE_ACTUAL ? &seen : NULL;
    }
    return NULL;
}

/* 各年度の目標値, 年度別実績: a synonym for each year; a target for each year
 * is its plan. */
static const header_synonym *find_each_year(const header_words *h, text key)
{
    static const header_synonym planned_each = { "", ROLE_PLANNED, 0 };
    const char *const *heads = header_modifiers + TAILS + TIMES;

    for (size_t i = 0; i < EACH; i++) {
        const header_synonym *s =
            text_starts(key, heads[i])
                ? header_lookup(h, text_from(key, strlen(heads[i]))) : NULL;

        if (s != NULL && (s->role == ROLE_TARGET || s->role == ROLE_PLANNED))
            return &planned_each;
        if (s != NULL && s->role == ROLE_ACTUAL)
            return s;
    }
    return NULL;
}

const header_synonym *header_lookup_close(const header_words *h, text key)
{
    const header_synonym *s = header_lookup(h, key);

    if (s == NULL)
        s = find_with_tail(h, key);
    if (s == NULL)
        s = find_time_of(h, key);
    return s != NULL ? s : find_each_year(h, key);
}

/* ---- Words that only modify a synonym ---------------------------------- */

static const char *const before[] = {
    "主な", "主要な", "主要", "主たる", "重要", "関連", "関係", "責任", "実施",
    "対象", "具体的な", "具体的", "個別", "推進", "計画", "事業の", "事業",
    "取組の", "取組", "取り組みの", "取り組み", "施策の", "施策", "指標の",
    "指標", "kpiの", "kpi", "成果", "政策", "市の", "本市の", "整理", "進行",
    "管理", "進捗", "計画期間", "期末", "当該", "今後の", "重点", "参考", "数値",
    "作成", "提出", "回答", "記入", "所属", "一次", "策定", "担当", "所管"
};
static const char *const behind[] = {
    "等", "値", "数値", "の値", "の数値", "数", "の内容", "項目", "の項目", "欄",
    "の状況", "一覧", "度合", "度合い"
};
/* Behind words for things that have a name. */
static const char *const naming[] = { "名", "名称", "の名称" };

/* What no modifier makes surer. */
static bool is_plain(const header_synonym *s)
{
    return s->role == ROLE_VALUE || s->role == ROLE_NAME ||
           s->role == ROLE_YEAR || s->role == ROLE_LINE ||
           s->role == ROLE_NONE;
}

static bool has_name(const header_synonym *s)
{
    return role_is_level(s->role) || s->role == ROLE_KPI ||
           s->role == ROLE_BUREAU || s->role == ROLE_DIVISION ||
           s->role == ROLE_GRANT;
}

/* 目標年次の値: the figure of a time. */
static const header_synonym *figure_of(const header_synonym *s, text tail)
{
    static const header_synonym began = { "", ROLE_BASELINE, 0 },
                                due = { "", ROLE_TARGET, 0 };

    if (s == NULL || !text_ends(tail, "値"))
        return s;
    return s->role == ROLE_BASELINE_YEAR ? &began
           : s->role == ROLE_TARGET_YEAR ? &due : s;
}

static const header_synonym *compose(const header_words *h, text key,
                                     unsigned most)
{
    const header_synonym *s = header_lookup(h, key);

    if (s != NULL || most == 0 || key.length == 0)
        return s != NULL && !is_plain(s) ? s : NULL;
    for (size_t i = 0; i < sizeof(naming) / sizeof(*naming); i++)
        if (text_ends(key, naming[i])) {
            s = compose(h, text_cut(key, 0, key.length - strlen(naming[i])),
                        most - 1);
            return s != NULL && has_name(s) ? s : NULL;
        }
    for (size_t i = 0; s == NULL && i < sizeof(behind) / sizeof(*behind); i++)
        if (text_ends(key, behind[i]))
            s = figure_of(compose(h, text_cut(key, 0, key.length -
                                                          strlen(behind[i])),
                                  most - 1),
                          text_of(behind[i]));
    for (size_t i = 0; s == NULL && i < sizeof(before) / sizeof(*before); i++)
        if (text_starts(key, before[i]))
            s = compose(h, text_from(key, strlen(before[i])), most - 1);
    return s;
}

const header_synonym *header_lookup_composed(const header_words *h, text key)
{
    return compose(h, key, MOST_MODIFIERS);
}
