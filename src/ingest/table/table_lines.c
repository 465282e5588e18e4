/*
 * table_lines.c - words of lines: 目標値 and 実績値 one below the other, 小計
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/fold.h"
#include "wording/glyph.h"

#define LISTED(key, words) text_in(key, words, sizeof(words) / sizeof(*(words)))

typedef struct line_word {
    const char *word;
    role role;
} line_word;

/* The first one that a cell holds. */
static const line_word line_words[] = {
    { "達成率", ROLE_RATE },   { "達成度", ROLE_RATE },
    { "達成割合", ROLE_RATE }, { "進捗割合", ROLE_RATE },
    { "進捗率", ROLE_RATE },   { "実績/", ROLE_RATE },
    { "計画比", ROLE_RATE },   { "目標比", ROLE_RATE },
    { "対計画", ROLE_RATE },   { "見込比", ROLE_RATE },
    { "増減", ROLE_IGNORED },  { "前年", ROLE_IGNORED },
    { "差", ROLE_IGNORED },    { "確保", ROLE_IGNORED },
    { "乖離", ROLE_IGNORED },  { "過不足", ROLE_IGNORED },
    { "基準", ROLE_BASELINE }, { "現状", ROLE_BASELINE },
    { "当初", ROLE_BASELINE }, { "策定時", ROLE_BASELINE },
    { "開始時", ROLE_BASELINE },
    { "累計", ROLE_TOTAL },    { "実績", ROLE_ACTUAL },
    { "現況", ROLE_ACTUAL },   { "推移", ROLE_ACTUAL },
    { "目標", ROLE_PLANNED },  { "計画", ROLE_PLANNED },
    { "見込", ROLE_PLANNED },  { "展望", ROLE_PLANNED },
    { "評価", ROLE_GRADE },
    { "判定", ROLE_GRADE },    { "決算", ROLE_COST },
    { "予算", ROLE_COST },     { "数値", ROLE_ACTUAL },
    { "achievementrate", ROLE_RATE }, { "baseline", ROLE_BASELINE },
    { "actual", ROLE_ACTUAL }, { "target", ROLE_PLANNED },
};
/* A cell that is more than such a word is a name: 目標達成に向けた実績調査 */
enum { LINE_BYTES = 42 };

static const char *const subtotal_words[] = {
    "小計", "合計", "計", "総計", "総合計", "平均", "総数", "中計", "局計", "部計",
    "事業数", "指標数", "項目数", "施策計", "課計", "平均達成率", "達成率平均", "平均値",
    "達成率の平均", "達成度の平均", "平均達成度", "subtotal", "total"
};

/* 事業費計, 予算額計, R4決算計: what a project costs, all of them together. */
static bool sums_costs(text key)
{
    static const char *const ends[] = { "費計", "額計", "予算計", "決算計" };

    return text_ends_in(key, ends, sizeof(ends) / sizeof(*ends));
}

/* 門司区　計（308件）, まちづくり部 集計: a word of its own at the end, brackets
 * aside. */
static bool ends_with_sum(text t)
{
    size_t open = text_find(t, "（", 0), plain = text_find(t, "(", 0);

    open = plain < open ? plain : open;
    if (open != SIZE_MAX && open > 0 &&
        (text_ends(t, "）") || text_ends(t, ")")))
        t = text_trim(text_cut(t, 0, open));
    return text_ends(t, "　計") || text_ends(t, " 計") ||
           text_ends(t, "　集計") || text_ends(t, " 集計");
}

const char *table_subtotal_word(size_t index)
{
    return index < sizeof(subtotal_words) / sizeof(*subtotal_words)
               ? subtotal_words[index] : NULL;
}

/* The last letter of such words, and the kanji that it stands behind in
 * them: an indicator is a 者数, a 件数. In each place that the letter's last
 * byte names. */
static const struct last_letter {
    const char *letter, *behind; /* behind NULL: any */
} last_letters[64] = {
    [0x88 & 63] = { "計", NULL }, [0x87 & 63] = { "均", "平" },
    [0xB0 & 63] = { "数", "総業標目" },
    [0xB4 & 63] = { "Ｔ", NULL }, [0x94 & 63] = { "ｔ", NULL },
};

static bool ends_subtotal(text t, size_t at)
{
    const struct last_letter *last =
        &last_letters[(unsigned char)t.bytes[at + 2] & 63];

    if (last->letter == NULL || memcmp(t.bytes + at, last->letter, 3) != 0)
        return false;
    return last->behind == NULL || at < 3 ||
           (unsigned char)t.bytes[at - 3] < 0xE4 ||
           text_search(text_of(last->behind), t.bytes + at - 3, 3, 0) !=
               SIZE_MAX;
}

/* A 計, 平均, 総数, or a t of any width or kind: ⒯, ⓣ (U+2480 to U+24FF) and
 * those behind U+FFFF. Only bytes are looked at: of kanji and kana the last
 * one first, since these take turns. */
bool table_may_be_subtotal(text t)
{
    size_t width;

    for (size_t at = 0; at < t.length; at += width) {
        const unsigned char *b = (const unsigned char *)t.bytes + at;

        width = b[0] < 0x80 ? 1 : b[0] < 0xE0 ? 2 : 3;
        if (b[0] < 0x80 ? (b[0] | 0x20) == 't' : b[0] >= 0xF0)
            return true;
        if (width < 3 || t.length - at < 3)
            continue;
        if (last_letters[b[2] & 63].letter != NULL && b[0] >= 0xE5 &&
            ends_subtotal(t, at))
            return true;
        if (b[0] == 0xE2 && (b[1] == 0x92 || b[1] == 0x93))
            return true;
    }
    return false;
}

bool table_may_sum(const sheet_view *v, uint32_t row, uint32_t col,
                   int context_year)
{
    const cell *c = view_cell(v, row, col);
    view_note *note = c == NULL ? NULL : view_note_of(v, c, context_year);

    if (note == NULL)
        return table_may_be_subtotal(view_cell_text(v, c));
    if (note->sums == VIEW_UNASKED)
        note->sums = table_may_be_subtotal(view_cell_text(v, c))
                         ? VIEW_MAYBE : VIEW_NO;
    return note->sums == VIEW_MAYBE;
}

bool table_is_subtotal(arena *a, text t)
{
    text key;

    if (t.length == 0 || t.length > 90 || !table_may_be_subtotal(t) ||
        !fold_bare(a, &key, t))
        return false;
    if (ends_with_sum(t) || sums_costs(key))
        return true;
    if (LISTED(key, subtotal_words))
        return true;
    /* 合計特殊出生率 is an indicator */
    return text_starts(key, "小計") || text_ends(key, "小計") ||
           text_ends(key, "合計") ||
           (text_starts(key, "合計") && key.length > strlen("合計") &&
            ascii_is_digit(key.bytes[strlen("合計")]));
}

/* Below years a line of these holds the figures: 年度 | R2 | R3, 数値 | 4 | 5 */
static const char *const value_words[] = { "数値", "値", "指標値", "測定値",
                                           "推移" };

static text without_bracket(text key)
{
    size_t open = text_find(key, "(", 0);

    return open != SIZE_MAX && open > 0 ? text_cut(key, 0, open) : key;
}

bool table_is_value_line(text key)
{
    return LISTED(without_bracket(key), value_words);
}

/* What may stand in front of such a word, and behind it. */
static const char *const line_fronts[] = {
    "", "kpi", "kpiの", "指標の", "成果指標の", "活動指標の", "年度", "年間", "単年度",
    "各年度", "各年度の", "年度の", "年", "量の", "計画", "計画の", "目標",
    "最終", "最終年度", "最終年度の", "計画期間", "計画期間の", "final",
    "進捗", "成果", "活動", "将来"
};
static const char *const line_backs[] = {
    "", "値", "の値", "数", "数値", "の数値", "額", "率", "量", "み",
    "年度", "年", "推移", "の推移", "計画", "目標", "等",
    "値等", "value", "事業量", "件数", "人数", "回数", "水準"
};

/* 年次目標, 中期目標, 当初目標値: whose target it is. 中期計画 may be a name. */
static const char *const aim_fronts[] = {
    "年次", "年次別", "年度別", "毎年", "毎年度", "中間", "中期", "長期", "短期",
    "当初", "見直し後", "修正後", "改定後", "変更後"
};

static bool is_aim_line(text bare)
{
    size_t at = text_ends(bare, "目標値") ? bare.length - strlen("目標値")
                : text_ends(bare, "目標") ? bare.length - strlen("目標")
                                          : 0;

    return at > 0 && LISTED(text_cut(bare, 0, at), aim_fronts);
}

/* 実績値/計画値, 実績÷目標(%): how much of the one the other is. */
static bool is_quotient(text key)
{
    static const char *const above[] = { "実績", "実績値", "実績数" };
    static const char *const below[] = { "計画", "計画値", "目標", "目標値", "見込",
                                         "見込値", "見込み", "量の見込み",
                                         "計画数", "見込量" };
    size_t width = strlen("/"), at = text_find(key, "/", 0);

    if (at == SIZE_MAX) {
        width = strlen("÷");
        at = text_find(key, "÷", 0);
    }
    return at != SIZE_MAX && LISTED(text_cut(key, 0, at), above) &&
           LISTED(without_bracket(text_from(key, at + width)), below);
}

role table_line_role(text key)
{
    if (table_is_value_line(key))
        return ROLE_ACTUAL;
    if (text_is(without_bracket(key), "率") || is_quotient(key))
        return ROLE_RATE; /* 目標, 実績, 率(%) */
    if (is_aim_line(without_bracket(key)))
        return ROLE_PLANNED;
    for (size_t n = 0; n < sizeof(line_words) / sizeof(*line_words); n++)
        if (text_find(key, line_words[n].word, 0) != SIZE_MAX)
            return line_words[n].role;
    return ROLE_IGNORED;
}

/* Lines that say nothing of their own. */
static const char *const idle_words[] = {
    "乖離", "差", "差引", "増減", "過不足", "増減数", "差異", "乖離値", "前年比", "前年度比",
    "前年度差", "前年差", "対前年度比", "対前年比", "year-on-year", "difference", "gap",
    "参考", "参考値", "参考推計", "参考推計値"
};

/* 社人研推計, 社人研準拠推計（参考）: the national institute's estimate of what
 * comes without the plan, beside what the plan aims at. */
static const char *const estimate_front = "社人研";

/* What is done in which year, beside lines of figures: 検討, 実施, → */
static const char *const schedule_words[] = { "工程", "工程表", "年次工程",
                                              "スケジュール", "実施工程",
                                              "取組工程",
                                              "実施スケジュール",
                                              "取組スケジュール" };

bool table_is_schedule_line(text key)
{
    return LISTED(key, schedule_words);
}

bool table_is_idle_line(text key)
{
    return LISTED(without_bracket(key), idle_words);
}

void content_lines_begin(letter_set *out)
{
    letter_set_begin(out, schedule_words, sizeof(schedule_words) /
                                              sizeof(*schedule_words));
    for (size_t i = 0; i < sizeof(line_words) / sizeof(*line_words); i++)
        letter_set_begin(out, &line_words[i].word, 1);
    letter_set_begin(out, line_fronts, sizeof(line_fronts) /
                                           sizeof(*line_fronts));
    letter_set_begin(out, aim_fronts, sizeof(aim_fronts) /
                                          sizeof(*aim_fronts));
    letter_set_begin(out, idle_words, sizeof(idle_words) /
                                          sizeof(*idle_words));
    letter_set_begin(out, &estimate_front, 1);
}

/* A line begins with a word or what stands in front of one; most names begin
 * otherwise. `heads` begin line_fronts, but those that are words. */
static bool may_be_line(text key)
{
    static const char *const heads[] = { "kpi", "指", "成", "活", "年", "単",
                                         "各", "量", "最", "fin", "進", "将" };

    if (key.length < 3)
        return false;
    for (size_t i = 0; i < sizeof(line_words) / sizeof(*line_words); i++)
        if (memcmp(key.bytes, line_words[i].word, 3) == 0)
            return true;
    for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
        if (memcmp(key.bytes, heads[i], 3) == 0)
            return true;
    return false;
}

/* 実績値actual: said in two languages. */
static text without_english(text key)
{
    size_t end = key.length;

    while (end > 0 && key.bytes[end - 1] >= 'a' && key.bytes[end - 1] <= 'z')
        end--;
    return end > 0 && (unsigned char)key.bytes[end - 1] >= 0x80
               ? text_cut(key, 0, end) : key;
}

/* 1目標, 2.実績: numbered so that a pivot table sorts them. 3計画 is a count. */
static bool is_numbered_line(text key)
{
    static const char *const words[] = { "目標", "目標値", "実績", "実績値",
                                         "計画値", "見込値" };
    size_t at = 1;

    if (key.length < 2 || !ascii_is_digit(key.bytes[0]))
        return false;
    at += key.bytes[1] == '.' || key.bytes[1] == ')' || key.bytes[1] == ':' ||
          key.bytes[1] == '-' || key.bytes[1] == '_';
    return LISTED(text_from(key, at), words);
}

/* 目標, 目標値, 実績(R4末), kpi実績, 量の見込み(計画値) */
bool content_is_line(text key)
{
    text bare = without_english(without_bracket(key));
    text_marks marks;

    if (bare.length > LINE_BYTES)
        return false;
    if (LISTED(bare, idle_words) || text_starts(bare, estimate_front) ||
        table_is_schedule_line(key) || is_aim_line(bare))
        return true;
    if (!may_be_line(bare))
        return is_numbered_line(bare);
    if (is_quotient(key))
        return true;
    marks = text_marks_of(bare);
    for (size_t n = 0; n < sizeof(line_words) / sizeof(*line_words); n++) {
        const char *word = line_words[n].word;
        size_t at = text_may_hold(marks, word) ? text_find(bare, word, 0)
                                               : SIZE_MAX;
        size_t end = at + strlen(word);

        if (at == SIZE_MAX || line_words[n].role == ROLE_IGNORED ||
            line_words[n].role == ROLE_GRADE ||
            line_words[n].role == ROLE_COST) /* which may be a name */
            continue;
        return LISTED(text_cut(bare, 0, at), line_fronts) &&
               LISTED(text_from(bare, end), line_backs);
    }
    return false;
}

/* 数値目標 > R3, 数値目標の達成状況 > R3: a year below what all lines are about, but
 * 数値目標 > R7目標 is a target of its own. */
static bool is_year_of_aims(const table_column *k)
{
    return k->role == ROLE_TARGET && k->years.to != 0 &&
           strcmp(k->why, "plan") != 0 && strstr(k->header, " > ") != NULL &&
           (text_starts(text_of(k->header), "数値目標 > ") ||
            strcmp(k->why, "contained") == 0) &&
           text_find(table_column_words(k), "目標", 0) == SIZE_MAX;
}

/* R5年度（決算）, R6年度（予算）, R7（計画）: a year, and how far it had come. */
static bool is_staged_year(const table_column *k, int year)
{
    static const char *const stages[] = { "決算", "予算", "計画", "見込",
                                          "実績", "予定" };

    return k->years.to == year && k->years.from == 0 &&
           (k->role == ROLE_ACTUAL || k->role == ROLE_PLANNED ||
            k->role == ROLE_COST || k->role == ROLE_IGNORED) &&
           strcmp(k->why, "plan") != 0 &&
           text_contains_one(text_of(k->header), stages,
                             sizeof(stages) / sizeof(*stages));
}

/* Such years one after the other, budgets among them, are the columns of all
 * lines below: of 事業費 as well as of 目標 and 実績. */
static void settle_staged_years(deciding *d)
{
    for (size_t i = 0, end; i < d->count; i = end) {
        table_column *k = &d->columns[i];
        bool budgets = false;

        for (end = i; end < d->count &&
                      is_staged_year(&d->columns[end],
                                     k->years.to + (int)(end - i)); end++)
            budgets = budgets ||
                      strstr(d->columns[end].header, "予算") != NULL;
        for (size_t n = i; budgets && n < end && end > i + 1; n++) {
            d->columns[n].role = ROLE_ACTUAL;
            d->columns[n].why = "position";
        }
        end += end == i;
    }
}

/* R7（最終目標） right behind the column of R6, and not only the target below. */
static bool ends_years(const deciding *d, const table_column *k)
{
    static const text ends[] = { TEXT_WORD("目標）"), TEXT_WORD("目標)"),
                                 TEXT_WORD("目標】") };

    return k->role == ROLE_TARGET && k->years.from == 0 && k > d->columns &&
           k[-1].role == ROLE_ACTUAL && k[-1].years.to + 1 == k->years.to &&
           text_ending(text_of(k->header), ends,
                       sizeof(ends) / sizeof(*ends)) > 0 &&
           column_first_rows(d, k, 2).cells > 1;
}

/* R7【目標年度】 behind R5 and R6: the last of the years, and none below it. */
static bool is_last_year(const deciding *d, const table_column *k)
{
    content n;

    if ((k->role != ROLE_TARGET_YEAR && !ends_years(d, k)) ||
        k->years.to == 0 || strcmp(k->why, "plan") == 0)
        return false;
    n = column_first_rows(d, k, 1);
    return n.cells > 0 && n.years == 0;
}

void columns_lines(deciding *d)
{
    bool lines = columns_count(d, ROLE_LINE) > 0;

    for (size_t i = 0; i < d->count && (lines || d->t->line_count > 0); i++) {
        table_column *k = &d->columns[i];

        if (d->t->line_count > 0 && k->years.to != 0 &&
            (k->role == ROLE_TARGET || k->role == ROLE_PLANNED) &&
            strstr(k->header, "実績") != NULL)
            k->role = ROLE_ACTUAL;
        if (lines && (is_year_of_aims(k) || is_last_year(d, k))) {
            k->role = ROLE_ACTUAL;
            k->why = "position";
        }
    }
    if (lines)
        settle_staged_years(d);
}
