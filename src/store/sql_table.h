/*
 * sql_table.h - records as tables of a relational database
 *
 * Each list of the model is a table, each of its values a column, named by
 * its path: target.value is target_value. A row knows its parent's row and
 * its position in the list. Figures have NUMERIC affinity: SQLite keeps 15
 * digits, which is all that a figure has; fractions are text. Objects that
 * may be absent have a column has_<object>.
 */
#ifndef KPIBOOK_STORE_SQL_TABLE_H
#define KPIBOOK_STORE_SQL_TABLE_H

#include "store/record.h"

/* PRAGMA application_id: "KPIb", and user_version. */
enum { SQL_APPLICATION_ID = 0x4B504962, SQL_VERSION = 1 };

/* One column while the fields of a record are walked. */
typedef struct sql_column {
    const char *name;     /* target_value; has_baseline */
    const field *field;   /* NULL for a has_ column */
    size_t flag;          /* of a has_ column: offset of the bool */
    const field *within;  /* the nearest object that may be absent, or NULL */
} sql_column;

typedef bool (*sql_visit)(void *context, const sql_column *column);

/* Calls `visit` for each column in order; false when it returned false or
 * memory ran out. */
bool sql_columns(const record *r, sql_visit visit, void *context);

/* A table of the database: the dataset itself, or a list somewhere in it. */
typedef struct sql_list {
    const field *field;   /* NULL for the dataset */
    const record *record; /* NULL for a list of texts */
    const char *name, *parent; /* tables; parent NULL for the dataset */
} sql_list;

typedef bool (*sql_list_visit)(void *context, const sql_list *list);

/* All tables, parents first. */
bool sql_lists(sql_list_visit visit, void *context);
/* CREATE TABLE and CREATE VIEW of all, as text. */
void sql_schema(buf *out);

#endif
