/*
 * table_numbers.c - 基本目標番号 | 基本目標: the numbers of a table's levels in
 * columns of their own
 */
#include "ingest/header/header_number.h"
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/fold.h"

/* 施策の柱 of 体系 > 施策の柱, folded. */
static text words_of(const deciding *d, const table_column *k)
{
    text key;

    return fold_key(d->memory, &key, table_column_words(k)) ? key
                                                            : text_of("");
}

/* 施策の柱, 施策の柱名 of 柱. */
static bool is_kind_of(text words, text level)
{
    static const text names[] = { TEXT_WORD("名"), TEXT_WORD("名称") };
    size_t tail = text_ending(words, names, sizeof(names) / sizeof(*names));

    words = text_cut(words, 0, words.length - tail);
    return words.length >= level.length &&
           text_equal(text_from(words, words.length - level.length), level);
}

/* The column of the level that a header names, or of a kind of it: 柱番号 |
 * 施策の柱. */
static const table_column *level_of(const deciding *d, const table_column *k)
{
    const table_column *found = NULL;
    text level = header_numbered(words_of(d, k));

    for (size_t i = 0; i < d->count && level.length > 0; i++) {
        const table_column *other = &d->columns[i];

        if (!role_is_level(other->role))
            continue;
        if (other->rank == k->rank)
            return other;
        if (found == NULL && is_kind_of(words_of(d, other), level))
            found = other;
    }
    return found;
}

static bool any_goal(const deciding *d)
{
    return columns_count(d, ROLE_GOAL) > 0;
}

/* 施策コード may be the key of all that a line holds, unless another code is. */
static bool may_be_key(const deciding *d, const table_column *k)
{
    return k->role == ROLE_CODE && columns_count(d, ROLE_CODE) +
                                       columns_count(d, ROLE_NO) < 2;
}

void columns_numbers_find(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        const table_column *level;
        arena_mark mark;

        if ((k->role != ROLE_NO && k->role != ROLE_CODE &&
             k->role != ROLE_IGNORED) || k->rank == 0 ||
            strcmp(k->why, "plan") == 0 || may_be_key(d, k))
            continue;
        mark = arena_get_mark(d->memory);
        level = level_of(d, k);
        arena_rewind(d->memory, mark);
        if (level != NULL) {
            k->numbers = level->col + 1;
        } else if (strstr(k->header, "基本目標") != NULL && !any_goal(d)) {
            k->role = ROLE_GOAL; /* which has nothing but a number */
            k->exact = false;
        }
    }
}

static bool is_code(const table_column *k)
{
    static const char *const words[] = { "コード", "ｺｰﾄﾞ", "ID", "ＩＤ", "id" };

    return text_ends_in(text_of(k->header), words,
                        sizeof(words) / sizeof(*words));
}

void columns_numbers_settle(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        role level = ROLE_NONE;

        for (size_t n = 0; n < d->count && k->numbers != 0; n++)
            if (d->columns[n].col + 1 == k->numbers)
                level = d->columns[n].role;
        if (!role_is_level(level) || level == ROLE_PROJECT)
            k->numbers = 0;
        if (!role_is_level(level))
            continue;
        k->role = k->role == ROLE_CODE ? ROLE_CODE : ROLE_NO;
        if (k->numbers == 0)
            continue;
        k->why = "number";
        if (is_code(k)) { /* which is no number, nor an indicator's code */
            k->role = ROLE_IGNORED;
            k->numbers = 0;
        }
    }
}
