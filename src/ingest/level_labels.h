/*
 * level_labels.h - a level's number in its label, of a form
 *
 *     事業名    | 母子健診
 *     基本目標Ⅰ | 子どもを育てる        基本目標 | Ⅰ　子どもを育てる
 *     施策1-1   | 母子保健の充実        施策     | 1-1　母子保健の充実
 *     所管課    | 健康課
 *
 * Read as if it stood in front of the title. A plan's name may stand in front of
 * the label, with a number or without: 教育振興基本計画　基本施策７, まちづくり計画の施策.
 * It says nothing of the level. The title is beside its label or
 * below it. Other lines with words and numbers, of a table or a heading above
 * one, stay: a label of another kind begins in the column nearby.
 */
#ifndef KPIBOOK_INGEST_LEVEL_LABELS_H
#define KPIBOOK_INGEST_LEVEL_LABELS_H

#include "ingest/reader/reader.h"

/* Where the label begins behind a plan's name; 0 where there is none. */
size_t level_labels_plan(text t);

/* Does it begin as 施策, 基本目標 and the other words of heading_word() do, or with
 * 【? test_banner.c holds that. */
static inline bool level_labels_begin(const unsigned char *t)
{
    switch ((uint32_t)t[0] << 16 | (uint32_t)t[1] << 8 | t[2]) {
    case 0xE59FBA: case 0xE688A6: case 0xE9878D: /* 基, 戦, 重 */
    case 0xE696B9: case 0xE696BD: case 0xE694BF: /* 方, 施, 政 */
    case 0xE4B8BB: case 0xE58F96: case 0xE8A696: /* 主, 取, 視 */
    case 0xE79BAE: case 0xE38386: case 0xE58886: /* 目, テ, 分 */
    case 0xE69FB1: case 0xE9A098: case 0xE585B7: /* 柱, 領, 具 */
    case 0xE5A4A7: case 0xE4B8AD: case 0xE7B58C: /* 大, 中, 経 */
    case 0xE983BD: case 0xE792B0: case 0xE68EA8: /* 都, 環, 推 */
    case 0xE38090: case 0xE5808B: case 0xE381BE: /* 【, 個, ま */
    case 0xE694B9: case 0xE58D98: case 0xE6A8AA: /* 改, 単, 横 */
    case 0xE7ABA0: case 0xE8AAB2: case 0xE585AC: /* 章, 課, 公 */
    case 0xE4BA8B: case 0xE8B5B7: /* 事, 起 */
        return true;
    default:
        return false;
    }
}

/* May a cell be 教育振興基本計画　基本施策７ or まちづくり計画の施策? By its end. */
static inline bool level_labels_may_end(const unsigned char *t, size_t n)
{
    switch ((uint32_t)t[n - 3] << 16 | (uint32_t)t[n - 2] << 8 | t[n - 1]) {
    case 0xE6A899: case 0xE7AD96: case 0xE9879D: case 0xE69FB1:
        return true; /* 標, 策, 針, 柱 */
    default:
        return ascii_is_digit((char)t[n - 1]) ||
               (t[n - 3] == 0xEF && t[n - 2] == 0xBC && t[n - 1] >= 0x90 &&
                t[n - 1] <= 0x99) ||
               (t[n - 3] == 0xE2 && (t[n - 2] == 0x85 || t[n - 2] == 0x91));
    }
}

/* May a cell be 施策1-1, 基本目標Ⅱ, 【施策①】 or 施策１：? Asked of all cells; most
 * are figures, or words without a number behind them. */
static inline bool level_labels_may(const cell *c)
{
    enum { MIN_BYTES = 4, MOST_BYTES = 45, PLAN_BYTES = 90 };
    size_t n = c->value.length;
    const unsigned char *t = (const unsigned char *)c->value.bytes;

    if (c->type != CELL_STRING || n < MIN_BYTES || n > PLAN_BYTES ||
        t[0] < 0xE3)
        return false;
    if (level_labels_may_end(t, n) && level_labels_plan(c->value) > 0)
        return true;
    if (n > MOST_BYTES)
        return false;
    if (t[n - 1] < 0x80)
        return (ascii_is_digit((char)t[n - 1]) || t[n - 1] == ':' ||
                (t[n - 1] == ')' && ascii_is_digit((char)t[n - 2]))) &&
               level_labels_begin(t);
    return level_labels_begin(t) &&
           ((t[n - 3] == 0xE2 && (t[n - 2] == 0x85 || t[n - 2] == 0x91)) ||
            (t[n - 3] == 0xEF && t[n - 2] == 0xBC && t[n - 1] >= 0x90 &&
             t[n - 1] <= 0x9A) ||
            (t[n - 3] == 0xE3 && t[n - 1] == 0x91)); /* 】 */
}

/* Parts one such cell of the sheet, the index-th, in a copy that is made for
 * the first of them (*made). Nothing for other cells. False: no memory. */
bool level_labels_take(grid **made, reader *r, arena *a, const grid *g,
                       size_t index);

#endif
