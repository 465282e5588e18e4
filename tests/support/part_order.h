/*
 * part_order.h - does a part hold what ECMA-376 lets it hold, in its order?
 *
 * The schemas are sequences: Excel repairs (and throws away) what stands in
 * another order. Our own table, made from the standard (Part 1, 18 to 21;
 * Part 2 for the package), says for each element that we write which children
 * it may have, how many, in which order, and which attributes it must have.
 * An element that stands in no row is an offence too, so the table names all
 * that is written.
 */
#ifndef KPIBOOK_TESTS_PART_ORDER_H
#define KPIBOOK_TESTS_PART_ORDER_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct offences {
    const char *file, *part;
    size_t count, shown; /* only the first of them are printed */
    bool quiet;
} offences;

/* `file: part:line: what`, on stderr. */
#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
void offend(offences *o, const xmlNode *at, const char *format, ...);

void part_check_order(offences *o, const xmlNode *root);

/* ---- Small help with trees ---- */
bool node_is(const xmlNode *n, const char *name);
/* The next element from `n` on (itself too) by a name; NULL: any. */
xmlNode *node_from(xmlNode *n, const char *name);
#define NODE_EACH(n, parent, name)                                          \
    for (xmlNode *n = node_from((parent) ? (parent)->children : NULL, name); \
         n; n = node_from(n->next, name))
xmlNode *node_child(const xmlNode *parent, const char *name);
/* An attribute by its local name, "" for none; lives as long as the tree. */
const char *node_value(const xmlNode *n, const char *name);
/* -1 where it is absent or no number. */
long node_number(const xmlNode *n, const char *name);
/* The text directly in an element, "" for none. */
const char *node_text(const xmlNode *n);
size_t node_count(const xmlNode *parent, const char *name);

#endif
