/*
 * department_words.h - the words that name offices, in other words
 */
#ifndef KPIBOOK_INGEST_DEPARTMENT_WORDS_H
#define KPIBOOK_INGEST_DEPARTMENT_WORDS_H

#include "base/arena.h"
#include "base/text.h"

/* How far down an office is. */
typedef enum office_level {
    OFFICE_NONE, OFFICE_BUREAU, OFFICE_DEPARTMENT, OFFICE_DIVISION,
    OFFICE_SECTION
} office_level;

/*
 * The levels that a folded header names, where it is made of nothing else:
 * 局, 担当部, 課名, 局・部, 課・室. *lowest is that of its last word. Gives the
 * first one's, OFFICE_NONE for other words.
 */
office_level office_levels(text key, office_level *lowest);
/* All letters of such a header (header_letters.h). */
extern const char office_letters[];
/* The same of a header as typed. */
office_level office_levels_typed(arena *a, text typed, office_level *lowest);
/* 中央図書館 behind 教育委員会: what has a bureau of its own in front of it, where a
 * space parts them. */
bool office_house(text bureau, text t);
/* 関係課, 連携部署: a header of those who help, not of whose it is. */
bool office_helps(text header);
/* True for 産業経済局, 教育委員会, 広報室 ... */
bool department_like(text t);
/* 産業経済 of 産業経済局: the name without such an end; as it is for others. */
text office_bare(text key);
/*
 * Is the bracket behind a project's name a department: 産業経済局, but not 東部
 * or 実行委員会? `expected`: the header says that such brackets stand there;
 * then 文化センター is one too, which else may be a place.
 */
bool department_in_bracket(text inner, bool expected);
/* The department that a file's name begins with, a city's name in front of
 * it left out: 教育委員会 of 教育委員会成果指標; else empty. */
text department_in_front(text name);

#endif
