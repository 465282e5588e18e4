/*
 * yaml_tree.h - a YAML document (1.2) as a small tree (libfyaml is below it)
 *
 * Scalars, lists and maps, each with the line and column where it stands.
 * Keys are scalars. A plan needs no more of YAML, and what it does not need
 * is refused with a word on what to write instead: anchors, aliases and
 * merge keys (`&a`, `*a`, `<<`), tags (`!!str`), directives, a second
 * document. So nothing can unfold into more than was typed.
 *
 * A byte order mark, CRLF and CR are read over. Text that is no UTF-8, tabs
 * in the indentation and full-width colons and spaces, which Japanese input
 * gives easily, are named as such.
 */
#ifndef KPIBOOK_PLAN_YAML_TREE_H
#define KPIBOOK_PLAN_YAML_TREE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

enum {
    YAML_MAX_BYTES = 1 << 20,
    YAML_MAX_NODES = 100000,
    YAML_MAX_DEPTH = 8
};

typedef enum yaml_type { YAML_SCALAR, YAML_LIST, YAML_MAP } yaml_type;

typedef struct yaml_node {
    yaml_type type;
    bool plain;             /* a scalar without quotes: `key:` is empty */
    text value;             /* of a scalar */
    unsigned line, column;  /* from 1 */
    const struct yaml_node *key;   /* in a map: the key of this value */
    const struct yaml_node *first; /* of a list or map */
    const struct yaml_node *next;  /* sibling */
    size_t count;                  /* children */
} yaml_node;

/* The document's root, in `memory`. KPI_E_PLAN, KPI_E_NOMEM. */
kpi_status yaml_tree_read(const yaml_node **root, arena *memory,
                          const kpi_source *source, kpi_error *err);

/* The value of a key in a map, or NULL. */
const yaml_node *yaml_find(const yaml_node *map, const char *key);

#endif
