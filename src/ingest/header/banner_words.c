/*
 * banner_words.c - the words that a heading of a level begins with
 */
#include "ingest/header/banner_words.h"

/* Longer words first. */
const heading_word_style heading_words[] = {
    { "基本目標", STYLE_GOAL_WORD },   { "戦略目標", STYLE_GOAL_WORD },
    { "基本戦略", STYLE_GOAL_WORD },   { "重点戦略", STYLE_GOAL_WORD },
    { "戦略", STYLE_GOAL_WORD },       { "大綱", STYLE_GOAL_WORD },
    { "経営課題", STYLE_GOAL_WORD },   { "重点課題", STYLE_THEME_WORD },
    { "基本課題", STYLE_THEME_WORD },  { "方針", STYLE_THEME_WORD },
    { "主要課題", STYLE_THEME_WORD },  { "課題", STYLE_THEME_WORD },
    { "大項目", STYLE_GOAL_WORD },     { "中項目", STYLE_THEME_WORD },
    { "施策の柱", STYLE_THEME_WORD },  { "政策の柱", STYLE_THEME_WORD },
    { "取組の柱", STYLE_THEME_WORD },  { "重点方針", STYLE_THEME_WORD },
    { "施策の方向性", STYLE_THEME_WORD }, { "政策テーマ", STYLE_THEME_WORD },
    { "施策の方向", STYLE_THEME_WORD }, { "視点", STYLE_THEME_WORD },
    { "政策の方向性", STYLE_THEME_WORD }, { "政策の方向", STYLE_THEME_WORD },
    { "章", STYLE_GOAL_WORD },
    { "政策目標", STYLE_GOAL_WORD },   { "重点目標", STYLE_GOAL_WORD },
    { "都市像", STYLE_GOAL_WORD },     { "まちの姿", STYLE_GOAL_WORD },
    { "環境目標", STYLE_GOAL_WORD },   { "まちづくりの目標", STYLE_GOAL_WORD },
    { "目標", STYLE_GOAL_WORD },       { "基本的方向", STYLE_THEME_WORD },
    { "施策の基本的方向", STYLE_THEME_WORD }, { "基本方向", STYLE_THEME_WORD },
    { "基本的な方向", STYLE_THEME_WORD },
    { "基本方針", STYLE_THEME_WORD },  { "基本政策", STYLE_THEME_WORD },
    { "政策", STYLE_THEME_WORD },      { "テーマ", STYLE_THEME_WORD },
    { "施策テーマ", STYLE_THEME_WORD }, { "重点プロジェクト", STYLE_THEME_WORD },
    { "分野", STYLE_THEME_WORD },      { "柱", STYLE_THEME_WORD },
    { "重点分野", STYLE_THEME_WORD },  { "取組分野", STYLE_THEME_WORD },
    { "施策分野", STYLE_THEME_WORD },  { "政策分野", STYLE_THEME_WORD },
    { "領域", STYLE_THEME_WORD },      { "まちづくりの柱", STYLE_THEME_WORD },
    { "改革の柱", STYLE_THEME_WORD },  { "公約の柱", STYLE_THEME_WORD },
    { "単位施策", STYLE_MEASURE_WORD },
    { "重点施策", STYLE_MEASURE_WORD },
    { "具体的な施策", STYLE_MEASURE_WORD }, { "具体的施策", STYLE_MEASURE_WORD },
    { "基本施策", STYLE_MEASURE_WORD }, { "主要施策", STYLE_MEASURE_WORD },
    { "主な施策", STYLE_MEASURE_WORD },   { "推進施策", STYLE_MEASURE_WORD },
    { "個別施策", STYLE_MEASURE_WORD }, { "施策目標", STYLE_MEASURE_WORD },
    { "個別目標", STYLE_MEASURE_WORD }, { "取組目標", STYLE_MEASURE_WORD },
    { "施策", STYLE_MEASURE_WORD },
    { "事前に備えるべき目標", STYLE_GOAL_WORD },
    { "起きてはならない最悪の事態", STYLE_THEME_WORD },
    { "横断目標", STYLE_GOAL_WORD },   { "横断的目標", STYLE_GOAL_WORD },
    { "横断的な目標", STYLE_GOAL_WORD }, { "分野横断目標", STYLE_GOAL_WORD },
};
const size_t heading_word_count =
    sizeof(heading_words) / sizeof(*heading_words);

const char *heading_word(size_t index)
{
    return index < heading_word_count ? heading_words[index].word : NULL;
}

bool heading_is_plain_letter(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096);
}

bool heading_may_begin(uint32_t c)
{
    switch (c) {
    case 0x57FA: case 0x6226: case 0x91CD: case 0x5927: /* 基 戦 重 大 */
    case 0x7D4C: case 0x65B9: case 0x4E2D: case 0x65BD: /* 経 方 中 施 */
    case 0x653F: case 0x53D6: case 0x8996: case 0x90FD: /* 政 取 視 都 */
    case 0x307E: case 0x74B0: case 0x76EE: case 0x5206: /* ま 環 目 分 */
    case 0x67F1: case 0x9818: case 0x5177: case 0x4E3B: /* 柱 領 具 主 */
    case 0x500B: case 0x7B2C: case 0x63A8: /* 個 第 推 */
    case 0x6539: case 0x5358: case 0x6A2A: case 0x7AE0: /* 改 単 横 章 */
    case 0x8AB2: case 0x4E8B: case 0x8D77: /* 課 事 起 */
    case 0x516C: /* 公 */
        return true;
    default:
        return !heading_is_plain_letter(c);
    }
}
