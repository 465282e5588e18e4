/*
 * header_lookup.c - the synonym that a folded header is, or is made of
 */
#include "ingest/header/header_lookup.h"

#include <string.h>

enum { SLOTS = 4096, MOST_MODIFIERS = 3 };

/* A word whose bytes are counted. */
#define W(word) { word, sizeof(word) - 1 }

static bool ends_with(text key, text tail)
{
    return key.length >= tail.length &&
           key.bytes[key.length - 1] == tail.bytes[tail.length - 1] &&
           text_ends(key, tail.bytes);
}

static text without_tail(text key, text tail)
{
    return text_cut(key, 0, key.length - tail.length);
}

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
const text header_modifiers[] = {
    /* adds nothing behind it */
    W("の名称"), W("名称"), W("の名前"), W("の内容"), W("等"), W("欄"), W("名"),
    W("の状況"), W("一覧"), W("について"), W("は何ですか"),
    W("をお聞かせください"), W("を教えてください"), W("をお書きください"),
    W("を記入してください"), W("を記載してください"), W("をご記入ください"),
    /* when its figure was or is due */
    W("の年度"), W("年度"), W("の年次"), W("年次"), W("の年"), W("の時点"),
    W("時点"), W("の期間"), W("期間"), W("の期限"), W("の時期"), W("時期"),
    /* for each year, in front of it */
    W("各年度の"), W("各年度"), W("年度別の"), W("年度別"), W("毎年度の"),
    W("毎年度"), W("年次別の"), W("年次別"), W("各年の"),
    /* whose level it is (header_behind_plan()): here for their letters */
    W("総合計画の"), W("総合計画における"), W("総合計画上の"), W("総合計画"),
    W("総合戦略の"), W("総合戦略における"), W("総合戦略上の"), W("総合戦略"),
    W("基本計画の"), W("基本計画における"), W("上位計画の"),
    /* whose figure it is */
    W("指標の"), W("成果指標の"), W("活動指標の"), W("kpiの"),
    { NULL, 0 }
};
enum { TAILS = 17, TIMES = 12, EACH = 9, PLANS = 11, OWNERS = 4 };

/* 取組の名称, 担当課欄, 指標等, 事業内容をお聞かせください: a synonym with a word that
 * adds nothing. */
static const header_synonym *find_with_tail(const header_words *h, text key)
{
    const header_synonym *s = NULL;

    for (const text *tail = header_modifiers;
         s == NULL && tail < header_modifiers + TAILS; tail++)
        if (key.length > tail->length && ends_with(key, *tail))
            s = header_lookup(h, without_tail(key, *tail));
    return s;
}

/* 現状値の年度, 目標数値の期間: when the figure of a synonym was or is due. */
static const header_synonym *find_time_of(const header_words *h, text key)
{
    static const header_synonym began = { "", ROLE_BASELINE_YEAR, 0 },
                                due = { "", ROLE_TARGET_YEAR, 0 },
                                seen = { "", ROLE_YEAR, 0 };
    const text *tails = header_modifiers + TAILS;

    for (size_t i = 0; i < TIMES; i++) {
        const header_synonym *s =
            key.length > tails[i].length && ends_with(key, tails[i])
                ? header_lookup(h, without_tail(key, tails[i])) : NULL;

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
    const text *heads = header_modifiers + TAILS + TIMES;

    for (size_t i = 0; i < EACH; i++) {
        const header_synonym *s =
            text_starts(key, heads[i].bytes)
                ? header_lookup(h, text_from(key, heads[i].length)) : NULL;

        if (s != NULL && (s->role == ROLE_TARGET || s->role == ROLE_PLANNED))
            return &planned_each;
        if (s != NULL && s->role == ROLE_ACTUAL)
            return s;
    }
    return NULL;
}

/* 指標の現状値: a figure, and whose it is. */
static const header_synonym *find_of_indicator(const header_words *h,
                                               text key)
{
    const text *heads = header_modifiers + TAILS + TIMES + EACH + PLANS;

    for (size_t i = 0; i < OWNERS; i++)
        if (text_starts(key, heads[i].bytes)) {
            const header_synonym *s =
                header_lookup(h, text_from(key, heads[i].length));

            return s != NULL && (role_is_figure(s->role) ||
                                 s->role == ROLE_UNIT) ? s : NULL;
        }
    return NULL;
}

size_t header_plan_end(text name)
{
    static const text plans[] = { W("計画"), W("戦略"), W("プラン"),
                                  W("ビジョン"), W("大綱"), W("構想") };

    return text_ending(name, plans, sizeof(plans) / sizeof(*plans));
}

size_t header_behind_plan(text t)
{
    static const char *const joints[] = { "の", "における" };
    static const char *const heads[] = { "総合計画", "総合戦略" };

    for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++) {
        size_t at = text_find(t, joints[i], 0);
        size_t end;
        text name;

        if (at == SIZE_MAX)
            continue;
        name = text_cut(t, 0, at);
        if (text_ends(name, "上")) /* 計画上の */
            name = text_cut(name, 0, name.length - strlen("上"));
        end = header_plan_end(name);
        if (end > 0 && end < name.length)
            return at + strlen(joints[i]); /* 計画の分野 names none */
    }
    for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
        if (text_starts(t, heads[i]))
            return strlen(heads[i]);
    return SIZE_MAX;
}

/* 総合計画の施策, 教育振興計画における基本方針: a level of the plan that is named,
 * and no project. */
static const header_synonym *find_level_of_plan(const header_words *h,
                                                text key)
{
    size_t behind = header_behind_plan(key);
    const header_synonym *s =
        behind == SIZE_MAX ? NULL : header_lookup(h, text_from(key, behind));

    return s != NULL && role_is_level(s->role) && s->role != ROLE_PROJECT
               ? s : NULL;
}

bool header_is_vision(text words)
{
    static const char *const ends[] = { "姿", "将来像" };

    return text_ends_in(words, ends, sizeof(ends) / sizeof(*ends));
}

const header_synonym *header_lookup_close(const header_words *h, text key)
{
    const header_synonym *s = header_lookup(h, key);

    if (s == NULL)
        s = find_with_tail(h, key);
    if (s == NULL)
        s = find_time_of(h, key);
    if (s == NULL)
        s = find_each_year(h, key);
    if (s == NULL)
        s = find_of_indicator(h, key);
    return s != NULL ? s : find_level_of_plan(h, key);
}

/* 指標名／単位: the first of two synonyms. Of KPI・目標値 or 指標と現状値 only the
 * indicator, whose cells say its figures as well. */
static const header_synonym *first_of(const header_words *h, text key,
                                      const char *joint, bool any)
{
    size_t at = text_find(key, joint, 0);
    const header_synonym *first, *second;

    if (at == SIZE_MAX || at == 0)
        return NULL;
    second = header_lookup_close(h, text_from(key, at + strlen(joint)));
    if (second == NULL ||
        (!any && second->role != ROLE_TARGET &&
         second->role != ROLE_BASELINE))
        return NULL;
    first = header_lookup_close(h, text_cut(key, 0, at));
    return any || (first != NULL && first->role == ROLE_KPI) ? first : NULL;
}

const header_synonym *header_lookup_first(const header_words *h, text key)
{
    static const char *const joints[] = { "・", "と", "及び", "および", "、" };
    const header_synonym *s = first_of(h, key, "/", true);

    for (size_t i = 0; s == NULL && i < sizeof(joints) / sizeof(*joints); i++)
        s = first_of(h, key, joints[i], false);
    return s;
}

/* ---- Words that only modify a synonym ---------------------------------- */

static const char *const before[] = {
    "評価", "主な", "主要な", "主要", "主たる", "重要", "関連する", "関連", "対応する",
    "該当する", "該当", "関係する", "関係", "責任", "実施",
    "対象", "具体的な", "具体的", "個別", "推進", "計画", "事業の", "事業",
    "取組の", "取組", "取り組みの", "取り組み", "施策の", "施策", "指標の",
    "指標", "kpiの", "kpi", "成果", "政策", "市の", "本市の", "整理", "進行",
    "管理", "進捗", "計画期間", "期末", "当該", "今後の", "重点", "参考", "数値",
    "作成", "提出", "回答", "記入", "所属", "一次", "策定", "担当", "所管",
    "指標ごとの", "kpiごとの", "事業ごとの", "取組ごとの", "施策ごとの",
    "指標毎の", "指標別の", "指標別", "kpi別の", "kpi別"
};
static const text behind[] = {
    W("等"), W("値"), W("数値"), W("の値"), W("の数値"), W("数"), W("の内容"),
    W("項目"), W("の項目"), W("欄"), W("の状況"), W("一覧"), W("度合"), W("度合い")
};
/* Behind words for things that have a name. */
static const text naming[] = { W("名"), W("名称"), W("の名称") };

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

/* What a tail makes of a synonym: 目標年次の値 is the figure of a time, 戦略目標値
 * none of a level; 達成目標項目 names what is aimed at. */
static const header_synonym *with_tail(const header_synonym *s, text tail)
{
    static const header_synonym began = { "", ROLE_BASELINE, 0 },
                                due = { "", ROLE_TARGET, 0 },
                                aimed_at = { "", ROLE_KPI, 0 };

    if (s == NULL)
        return NULL;
    if (text_ends(tail, "項目"))
        return s->role == ROLE_TARGET ? &aimed_at : s;
    if (!text_ends(tail, "値"))
        return s;
    return s->role == ROLE_BASELINE_YEAR ? &began
           : s->role == ROLE_TARGET_YEAR ? &due
           : role_is_level(s->role) ? NULL : s;
}

static const header_synonym *compose(const header_words *h, text key,
                                     unsigned most)
{
    const header_synonym *s = header_lookup(h, key);

    if (s != NULL || most == 0 || key.length == 0)
        return s != NULL && !is_plain(s) ? s : NULL;
    for (size_t i = 0; i < sizeof(naming) / sizeof(*naming); i++)
        if (ends_with(key, naming[i])) {
            s = compose(h, without_tail(key, naming[i]), most - 1);
            return s != NULL && has_name(s) ? s : NULL;
        }
    for (size_t i = 0; s == NULL && i < sizeof(behind) / sizeof(*behind); i++)
        if (ends_with(key, behind[i]))
            s = with_tail(compose(h, without_tail(key, behind[i]), most - 1),
                          behind[i]);
    for (size_t i = 0; s == NULL && i < sizeof(before) / sizeof(*before); i++)
        if (text_starts(key, before[i]))
            s = compose(h, text_from(key, strlen(before[i])), most - 1);
    return s;
}

const header_synonym *header_lookup_letter(text key)
{
    static const header_synonym letters[] = { { "目", ROLE_TARGET, 0 },
                                              { "実", ROLE_ACTUAL, 0 } };

    for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++)
        if (text_is(key, letters[i].word))
            return &letters[i];
    return NULL;
}

/* ---- The noun that a header ends with ----------------------------------- */

/* What decides a column even with words in front that are no synonyms; not
 * 結果 or 推移, which may be of anything. */
static bool is_head(const header_synonym *s)
{
    if (s->role == ROLE_ACTUAL)
        return text_starts(text_of(s->word), "実績") ||
               text_ends(text_of(s->word), "値");
    return s->role == ROLE_KPI || s->role == ROLE_UNIT ||
           s->role == ROLE_BASELINE || s->role == ROLE_BASELINE_YEAR ||
           s->role == ROLE_TARGET || s->role == ROLE_TARGET_YEAR ||
           s->role == ROLE_RATE || s->role == ROLE_GRADE ||
           s->role == ROLE_KIND || s->role == ROLE_COST ||
           s->role == ROLE_BUREAU || s->role == ROLE_DIVISION ||
           s->role == ROLE_REMARK;
}

/* 策定時の, 基準年度の in front of 実績: where it began. Not 現在の. */
static bool tells_start(const header_words *h, text modifiers)
{
    const header_synonym *s;

    if (text_ends(modifiers, "の"))
        modifiers = text_cut(modifiers, 0, modifiers.length - strlen("の"));
    if (text_starts(modifiers, "現"))
        return false;
    s = header_lookup_close(h, modifiers);
    if (s == NULL)
        s = compose(h, modifiers, MOST_MODIFIERS);
    return s != NULL && (s->role == ROLE_BASELINE ||
                         s->role == ROLE_BASELINE_YEAR);
}

/* 担当課・評価, 指標と目標: the last of several is the head of none. */
static bool is_joined(text modifiers)
{
    static const char *const joints[] = { "・", "/", "と", "、", ",",
                                          "及び", "および" };

    return text_ends_in(modifiers, joints,
                        sizeof(joints) / sizeof(*joints));
}

const header_synonym *header_lookup_head(const header_words *h, text key)
{
    static const header_synonym began = { "", ROLE_BASELINE, 0 };
    const header_synonym *longest = NULL;
    const size_t shortest = strlen("評価");
    size_t at = 0;

    if (key.length <= shortest)
        return NULL;
    for (utf8_next(key, &at); key.length - at >= shortest;
         utf8_next(key, &at)) {
        const header_synonym *s = header_lookup(h, text_from(key, at));

        if (s == NULL || !is_head(s))
            continue;
        if (is_joined(text_cut(key, 0, at)))
            return NULL;
        if (s->role == ROLE_ACTUAL && tells_start(h, text_cut(key, 0, at)))
            return &began;
        longest = longest == NULL ? s : longest;
    }
    return longest;
}

const header_synonym *header_lookup_composed(const header_words *h, text key)
{
    const header_synonym *s = compose(h, key, MOST_MODIFIERS);
    const header_synonym *head = s == NULL || s->role != ROLE_ACTUAL
                                     ? NULL : header_lookup_head(h, key);

    return head != NULL && head->role == ROLE_BASELINE
               ? head : s; /* 策定年度実績, not 実績 with 策定 before it */
}

bool header_asks_office(const header_synonym *s, text key)
{
    static const char *const asks[] = { "担当", "所管", "主管", "部署" };

    return (s->role == ROLE_BUREAU || s->role == ROLE_DIVISION) &&
           text_contains_one(key, asks, sizeof(asks) / sizeof(*asks));
}
