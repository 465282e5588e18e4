/*
 * title_words.h - what the title of a document is about
 *
 *     本市で育てるキャリア教育の展開　指標の推移（令和5年度）
 *     KPI進捗状況【基本目標２　ひとの流れを創る】
 *
 * A title is made of words of documents (指標の推移, 進捗状況一覧表), years,
 * and what the document is about.
 */
#ifndef KPIBOOK_INGEST_TITLE_WORDS_H
#define KPIBOOK_INGEST_TITLE_WORDS_H

#include "base/text.h"

/* Words of a document and years, and no others. */
bool title_is_document(text t, int context_year);
/* The title without such words at its end, where a space or a bracket parts
 * them from the rest; empty where it has no others. */
text title_front(text t, int context_year);
/* 総合戦略　KPI進捗: a document of a plan, or of nothing that is said; or a plan
 * alone in round brackets, as below a title. */
bool title_names_plan(text t, int context_year);
/* What a document of indicators is about, where that is something to do:
 * …の推進, …の整備; empty for a plan, a city or what has no such words. */
text title_act(text t, int context_year);
/* From where a heading begins inside a title: 基本目標２ with a number behind
 * it; SIZE_MAX for none. */
size_t title_find_heading(text t);

#endif
