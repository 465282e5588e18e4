/*
 * json_tree.h - records as JSON objects, one at a time (json-c)
 *
 * What json.c and jsonl.c share. Numbers keep their decimal text: json-c
 * would cut an integer of more than 18 digits, so such a number is given a
 * fraction (.0) before it is parsed.
 */
#ifndef KPIBOOK_STORE_JSON_TREE_H
#define KPIBOOK_STORE_JSON_TREE_H

#include "store/record.h"

struct json_object;

enum { JSON_STEPS = 32 };

/* One step of projects[3].kpis[0]: a key, or NULL and an index. */
typedef struct json_step {
    const char *key;
    size_t index;
} json_step;

typedef struct json_tree {
    struct json_object *root;
    const char *file;    /* for messages */
    kpi_error *err;
    unsigned line;       /* of the value in its file; 0 = unknown */
    json_step path[JSON_STEPS]; /* where the reader stands */
    size_t depth;
} json_tree;

/* Parses one value, which must be the whole source (spaces aside). */
kpi_status json_tree_parse(json_tree *tree, const kpi_source *in,
                           kpi_error *err);
void json_tree_free(json_tree *tree);
/*
 * Reads an object into an initialised item. A key that is missing leaves
 * what is there, a wrong type is KPI_E_INPUT with the path.
 */
kpi_status json_tree_read(json_tree *tree, struct json_object *from,
                          dataset *d, const record *r, void *item);
/* One field of it, found by its key. */
kpi_status json_tree_read_field(json_tree *tree, struct json_object *from,
                                dataset *d, const field *f, void *item);
/* A member, NULL when missing or null. */
struct json_object *json_tree_member(struct json_object *from,
                                     const char *key);
/* A member's text, "" when missing, null or no text. */
text json_tree_text(struct json_object *from, const char *key);
/* Items of a list; 0 when it is none. */
size_t json_tree_count(struct json_object *list);
struct json_object *json_tree_item(struct json_object *list, size_t index);
text json_tree_item_text(struct json_object *list, size_t index);
/* Fails with rule file-damaged at the reader's path. */
kpi_status json_tree_fail(json_tree *tree, const char *message);
/* Moves the path down to a key, or with a NULL key to an index; returns what
 * to give to json_tree_leave. */
size_t json_tree_enter(json_tree *tree, const char *key, size_t index);
void json_tree_leave(json_tree *tree, size_t mark);

/* Indented by one space a level; on one line, as of a part. */
typedef enum json_form { JSON_INDENTED, JSON_PART } json_form;
void json_tree_write(buf *out, const dataset *d, const record *r,
                     const void *item, json_form form);

#endif
