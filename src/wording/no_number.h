/*
 * no_number.h - why there is no figure: － … 調査中 隔年調査 未実施 ...
 *
 * "No number" has kinds, kept apart: none of them is ever a zero.
 */
#ifndef KPIBOOK_WORDING_NO_NUMBER_H
#define KPIBOOK_WORDING_NO_NUMBER_H

#include "base/text.h"

/* `state` of kpibook.dataset/1. Only the first two have a value. */
typedef enum figure_state {
    STATE_REPORTED,
    STATE_PRELIMINARY,    /* 速報値 暫定値 見込 */
    STATE_PENDING,        /* 調査中 集計中 公表待ち 未確定 */
    STATE_NOT_SURVEYED,   /* 隔年調査 次回R3 5年に一度 */
    STATE_NOT_DONE,       /* 未実施 中止 */
    STATE_ENDED,          /* 事業終了 */
    STATE_NOT_APPLICABLE, /* 該当なし */
    STATE_WITHHELD,       /* x */
    STATE_MISSING,        /* － … — */
    STATE_BLANK,          /* nothing typed */
    STATE_TEXT,           /* other words */
    STATE_ERROR,          /* an Excel error value */
    STATE_COUNT
} figure_state;

/* "reported", "not-surveyed" ... and back; STATE_COUNT when unknown. */
const char *figure_state_id(figure_state state);
figure_state figure_state_from_id(text id);

/*
 * What a text without a figure says. A dash with words behind it takes the
 * words' state: `－（5年に一度の調査、次回H31）` is NOT_SURVEYED, `—（H30～）` MISSING.
 */
figure_state no_number_state(text t);
/* Is that MISSING? Most names and sentences are told at once. */
bool no_number_is_missing(text t);

#endif
