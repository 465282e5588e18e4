/*
 * header_english.h - headers in two languages: 実績 Actual, 取組／Program
 *
 * Cities that report abroad too say their headers twice. The English words
 * are those of the table in header_english.c and no others: Wi-Fi, ICT and
 * what else a Japanese header holds are its own.
 */
#ifndef KPIBOOK_INGEST_HEADER_ENGLISH_H
#define KPIBOOK_INGEST_HEADER_ENGLISH_H

#include "base/arena.h"
#include "base/text.h"

/* The Japanese words of a header that has both, its width folded; the years
 * stay. False for a header of one language, or with other words. */
bool header_drop_english(arena *a, text *japanese, text typed);

#endif
