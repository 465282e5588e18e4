/*
 * record.h - the model's fields in tables: one description for every file form
 *
 * JSON, JSON Lines, CSV, SQLite and both schemas are made from these tables,
 * so that no form can carry a field that another forgets. A field is either
 * a value (record_put and record_set turn it into text and back), an object
 * whose fields lie in the same struct, a list of records, or a list of texts.
 */
#ifndef KPIBOOK_STORE_RECORD_H
#define KPIBOOK_STORE_RECORD_H

#include "kpi/plan.h"

typedef enum field_type {
    FIELD_CONST,     /* always the same word; not stored */
    FIELD_TEXT,      /* const char *, always a text */
    FIELD_STRING,    /* const char *, "" is null */
    FIELD_YEAR,      /* int, 0 is null */
    FIELD_GROUP,     /* size_t, 0 is null */
    FIELD_BOOL,
    FIELD_AGREES,    /* bool compared, then bool agrees: null, true, false */
    FIELD_QUANTITY,  /* at most 15 digits; not known is null */
    FIELD_FRACTION,  /* the same quantity, exact: "61/80" */
    FIELD_CHOICE,    /* an enum by its id */
    FIELD_SHEET, FIELD_CELL, FIELD_RANGE, /* of one place */
    FIELD_FILE,      /* a source's index by its file name */
    FIELD_OBJECT, FIELD_STRINGS, FIELD_LIST
} field_type;

/* Enums as texts. `none` is null; without one an id is required. */
typedef struct choice {
    const char *(*id)(unsigned value);
    unsigned count, none;
} choice;

#define FIELD_NOWHERE ((size_t)-1)

typedef struct record record;

typedef struct field {
    const char *key;
    field_type type;
    size_t offset;       /* in the owner's struct */
    const char *word;    /* CONST: the word; STRINGS, LIST: the SQL table */
    const choice *choice;
    const record *record;
    size_t count;        /* STRINGS, LIST: offset of the size_t */
    size_t flag;         /* OBJECT: offset of the bool that says it is there */
    size_t filled;       /* OBJECT: there when this string is not ""; a state:
                            its quantity */
    size_t skip;         /* LIST: leave out items with this bool */
    size_t otherwise;    /* CHOICE: the enum written while `offset` is none */
    bool optional;       /* written only when not null */
    bool assessment;     /* OBJECT: left empty in a part */
    const char *note;    /* for the schemas */
} field;

struct record {
    const char *name;
    size_t size;
    const field *fields;
    size_t count;
};

extern const record record_dataset, record_source, record_project,
    record_kpi, record_actual, record_planned;

/* Sets every text of a zeroed item to "". */
void record_init(const record *r, void *item);
/* False for null. Numbers plainly, booleans as true and false. */
bool record_put(buf *out, const dataset *d, const field *f, const void *item);
/*
 * Sets a value from its text, NULL for null; texts are copied. False when
 * it is none of that type, or memory ran out (then *nomem is set).
 */
bool record_set(dataset *d, const field *f, void *item, const text *value,
                bool *nomem);
/* To be set (with NULL) also where a file has no such key. */
bool record_is_needed(const field *f);
/* JSON writes these types without quotes. */
bool record_is_bare(field_type type);
/* An optional object is there. */
bool record_present(const field *f, const void *item);
/* The field of a path ("target.value") below a record, or NULL; with an item
 * (may be NULL) also NULL when an object on the way is not there. */
const field *record_find(const record *r, const char *path,
                         const void *item);
/* record_set at the end of a path; says of the objects on the way that they
 * are there unless the value is null. */
bool record_set_path(dataset *d, const record *r, const char *path,
                     void *item, const text *value, bool *nomem);
/* Items and number of a list; room for new ones, zeroed and initialised. */
size_t record_list(const field *f, const void *item, const char **items);
void *record_make_list(dataset *d, const field *f, void *item, size_t count);
/* After reading: every project has a source; where none is told, `file`. */
bool record_settle(dataset *d, const char *file);
/* The dataset; without words of its own, with the plan's (may be NULL). */
dataset record_titled(const dataset *d, const plan *p);

#endif
