/*
 * plan_keys.h - every key that a plan may hold: name, type, place, example
 *
 * One table is the schema: reading, the messages of its errors and the test
 * of the manual pages go by it. A group is the keys of one map; `departments`
 * and other lists hold maps of one group each.
 */
#ifndef KPIBOOK_PLAN_PLAN_KEYS_H
#define KPIBOOK_PLAN_PLAN_KEYS_H

#include "kpi/plan.h"
#include "plan/yaml_tree.h"

#define NO_FIELD ((size_t)-1)

typedef enum key_type {
    KEY_TEXT,     /* any text */
    KEY_TEXTS,    /* a list of texts; one text is a list of one */
    KEY_NAME,     /* a text that is kept folded: names and globs */
    KEY_NAMES,
    KEY_ID,       /* kebab-case: a rule, a role */
    KEY_CHOICE,   /* one of the words, kept as text */
    KEY_CHOICES,  /* a list of them */
    KEY_WORD,     /* one of the words, kept as its number */
    KEY_BOOL,     /* true false */
    KEY_DIGITS,   /* 0 to 6 */
    KEY_YEAR,     /* H28 R2 2016 */
    KEY_DATE,     /* 2017-06-30 */
    KEY_TIME,     /* 2017-06-30 17:00 */
    KEY_ZONE,     /* Asia/Tokyo +09:00 */
    KEY_PERCENT,  /* 120 99.5 120% */
    KEY_FRACTION, /* 5% 0.05 */
    KEY_WEIGHT,   /* 2 0.5, over 0 */
    KEY_COLOR,    /* C6E0B4 */
    KEY_CELL,     /* B7: row, then column */
    KEY_SCHEME,   /* a preset's name */
    KEY_HEADERS,  /* a map: role to words */
    KEY_MAP,      /* a map of a group */
    KEY_MAPS,     /* a list of them */
    KEY_TYPE_COUNT
} key_type;

/* Words by number, from an array or from a function; NULL where none is. */
typedef struct key_words {
    const char *const *names;
    const char *(*name)(int index);
    int count;
    unsigned allowed; /* bit n: word n may be written; 0 = all */
} key_words;

typedef struct plan_reader plan_reader;
typedef struct key_group key_group;

typedef struct plan_key {
    const char *name;
    key_type type;
    size_t field;     /* where it goes in the group's struct */
    size_t also;      /* of a list its count; of a number its has_...; of a
                         cell its column; or NO_FIELD */
    const key_words *words;
    const key_group *group;
    bool required;
    const char *example; /* as it stands behind `key: ` */
} plan_key;

struct key_group {
    const char *name;     /* of the map or list, "" = the plan itself */
    const plan_key *keys;
    size_t count;         /* at most 64 */
    size_t size;          /* of an item's struct */
    size_t line;          /* where the item's line is kept, or NO_FIELD */
    /* What a text in place of the map means, or NULL: a list of names. */
    kpi_status (*brief)(plan_reader *r, void *item, const yaml_node *node);
    /* What must hold of a whole map, or NULL. */
    kpi_status (*check)(plan_reader *r, void *item, const yaml_node *node);
};

extern const key_group plan_group; /* the whole plan, into struct kpi_plan */

/* The word of a number, or NULL when it is none or may not be written. */
const char *key_word(const key_words *words, int index);

#endif
