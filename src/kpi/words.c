/*
 * words.c - kinds, directions and states in words, by language
 */
#include "kpi/words.h"

typedef struct word_pair {
    const char *in[2]; /* by plan_language */
} word_pair;

static const word_pair kinds[KIND_COUNT] = {
    [KIND_UNKNOWN] = { { "－", "-" } },
    [KIND_ANNUAL] = { { "単年度", "annual" } },
    [KIND_CUMULATIVE] = { { "累計", "cumulative" } },
    [KIND_LEVEL] = { { "水準", "level" } },
    [KIND_MILESTONE] = { { "到達", "milestone" } },
};
static const word_pair directions[DIRECTION_COUNT] = {
    [DIRECTION_UNKNOWN] = { { "－", "-" } },
    [DIRECTION_UP] = { { "増加", "up" } },
    [DIRECTION_DOWN] = { { "減少", "down" } },
    [DIRECTION_KEEP] = { { "維持", "keep" } },
};
static const word_pair states[STATE_COUNT] = {
    [STATE_REPORTED] = { { "報告", "reported" } },
    [STATE_PRELIMINARY] = { { "速報", "preliminary" } },
    [STATE_PENDING] = { { "未確定", "pending" } },
    [STATE_NOT_SURVEYED] = { { "調査なし", "not surveyed" } },
    [STATE_NOT_DONE] = { { "未実施", "not done" } },
    [STATE_ENDED] = { { "終了", "ended" } },
    [STATE_NOT_APPLICABLE] = { { "該当なし", "not applicable" } },
    [STATE_WITHHELD] = { { "秘匿", "withheld" } },
    [STATE_MISSING] = { { "数値なし", "no figure" } },
    [STATE_BLANK] = { { "空欄", "blank" } },
    [STATE_TEXT] = { { "文字", "text" } },
    [STATE_ERROR] = { { "エラー", "error" } },
};

const char *kpi_kind_word(kpi_kind kind, plan_language language)
{
    return kind < KIND_COUNT ? kinds[kind].in[language] : "";
}

const char *kpi_direction_word(kpi_direction d, plan_language language)
{
    return d < DIRECTION_COUNT ? directions[d].in[language] : "";
}

const char *figure_state_word(figure_state state, plan_language language)
{
    return state < STATE_COUNT ? states[state].in[language] : "";
}
