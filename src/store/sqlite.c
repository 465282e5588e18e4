/*
 * sqlite.c - a dataset into a database file, in memory (SQLite)
 */
#include <sqlite3.h>
#include <string.h>

#include "store/sql_table.h"
#include "store/sqlite_memory.h"
#include "store/store.h"

/* ---- A database in memory --------------------------------------------- */

kpi_status sqlite_fail(sqlite3 *db, const char *file, const char *rule,
                       kpi_status status, kpi_error *err)
{
    int code = db != NULL ? sqlite3_errcode(db) : SQLITE_NOMEM;

    if (code == SQLITE_NOMEM)
        return kpi_fail_nomem(err);
    return kpi_fail(err, status, rule, file, "SQLite: %s",
                    sqlite3_errmsg(db));
}

/* Columns that came after user_version 1 did. */
static const struct later_column {
    const char *table, *column, *type;
} later_columns[] = {
    { "project", "measure_no", "TEXT" },
};

static bool has_column(sqlite3 *db, const char *table, const char *column)
{
    return sqlite3_table_column_metadata(db, "main", table, column, NULL,
                                         NULL, NULL, NULL, NULL) == SQLITE_OK;
}

/* Tables of another make have no "id", and stay as they are. */
static int add_later_columns(sqlite3 *db)
{
    int code = SQLITE_OK;

    for (size_t i = 0; code == SQLITE_OK &&
                       i < sizeof(later_columns) / sizeof(*later_columns);
         i++) {
        const struct later_column *c = &later_columns[i];
        buf sql;

        if (!has_column(db, c->table, "id") ||
            has_column(db, c->table, c->column))
            continue;
        buf_init(&sql);
        buf_printf(&sql, "ALTER TABLE \"%s\" ADD COLUMN \"%s\" %s", c->table,
                   c->column, c->type);
        code = buf_ok(&sql) ? sqlite3_exec(db, buf_cstr(&sql), NULL, NULL,
                                           NULL)
                            : SQLITE_NOMEM;
        buf_free(&sql);
    }
    return code;
}

kpi_status sqlite_open_memory(sqlite3 **out, const kpi_source *existing,
                              kpi_error *err)
{
    unsigned char *copy = NULL;
    const char *file = existing != NULL ? existing->name : NULL;
    sqlite3 *db = NULL;
    int code = sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE |
                               SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX,
                               NULL);

    *out = NULL;
    if (code == SQLITE_OK && existing != NULL && existing->size > 0) {
        copy = sqlite3_malloc64(existing->size);
        if (copy == NULL) {
            sqlite3_close(db);
            return kpi_fail_nomem(err);
        }
        memcpy(copy, existing->bytes, existing->size);
        /* A file in WAL mode cannot lie in memory; its log is not here. */
        if (existing->size > 20 && copy[18] == 2 && copy[19] == 2)
            copy[18] = copy[19] = 1;
        code = sqlite3_deserialize(db, "main", copy,
                                   (sqlite3_int64)existing->size,
                                   (sqlite3_int64)existing->size,
                                   SQLITE_DESERIALIZE_FREEONCLOSE |
                                   SQLITE_DESERIALIZE_RESIZEABLE);
    }
    if (code == SQLITE_OK)
        code = sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    if (code == SQLITE_OK && copy != NULL)
        code = add_later_columns(db);
    if (code != SQLITE_OK) {
        kpi_status status = sqlite_fail(db, file, "file-damaged", KPI_E_INPUT,
                                        err);

        sqlite3_close(db);
        return status;
    }
    *out = db;
    return KPI_OK;
}

/* ---- Writing ---------------------------------------------------------- */

typedef struct sql_insert {
    const char *table;
    sqlite3_stmt *statement;
    sqlite3_int64 last_id;
} sql_insert;

enum { MOST_TABLES = 16 };

typedef struct sql_writer {
    sqlite3 *db;
    const dataset *d;
    sql_insert inserts[MOST_TABLES];
    size_t count;
    buf scratch;
} sql_writer;

static bool add_name(void *context, const sql_column *c)
{
    buf_printf(context, ",\"%s\"", c->name);
    return true;
}

static bool add_value(void *context, const sql_column *c)
{
    (void)c;
    buf_string(context, ",?");
    return true;
}

/* INSERT INTO "kpi" (id, parent, position, columns ...) VALUES (...): a file
 * of an earlier version has some of them in another order. */
static bool prepare(void *context, const sql_list *list)
{
    sql_writer *w = context;
    sql_insert *insert = &w->inserts[w->count];
    buf sql;
    bool ok;

    if (w->count == MOST_TABLES)
        return false;
    w->count++;
    insert->table = list->name;
    buf_init(&sql);
    buf_printf(&sql, "SELECT coalesce(max(\"id\"), 0) FROM \"%s\"",
               list->name);
    ok = buf_ok(&sql) &&
         sqlite3_prepare_v2(w->db, buf_cstr(&sql), -1, &insert->statement,
                            NULL) == SQLITE_OK &&
         sqlite3_step(insert->statement) == SQLITE_ROW;
    if (ok)
        insert->last_id = sqlite3_column_int64(insert->statement, 0);
    sqlite3_finalize(insert->statement);
    insert->statement = NULL;
    buf_clear(&sql);
    buf_printf(&sql, "INSERT INTO \"%s\" (\"id\"", list->name);
    if (list->parent != NULL)
        buf_printf(&sql, ",\"%s_id\",\"position\"", list->parent);
    if (list->record != NULL)
        sql_columns(list->record, add_name, &sql);
    else
        buf_string(&sql, ",\"text\"");
    buf_printf(&sql, ") VALUES (?%s", list->parent != NULL ? ",?,?" : "");
    if (list->record != NULL)
        sql_columns(list->record, add_value, &sql);
    else
        buf_string(&sql, ",?");
    buf_char(&sql, ')');
    ok = ok && buf_ok(&sql) &&
         sqlite3_prepare_v2(w->db, buf_cstr(&sql), -1, &insert->statement,
                            NULL) == SQLITE_OK;
    buf_free(&sql);
    return ok;
}

typedef struct binder {
    sql_writer *w;
    sqlite3_stmt *statement;
    const void *item;
    int index;
} binder;

static bool bind_text(sqlite3_stmt *statement, int index, text t)
{
    return sqlite3_bind_text64(statement, index, t.bytes, t.length,
                               SQLITE_TRANSIENT, SQLITE_UTF8) == SQLITE_OK;
}

static bool bind_column(void *context, const sql_column *c)
{
    binder *b = context;
    int index = b->index++;
    buf *scratch = &b->w->scratch;

    if (c->field == NULL)
        return sqlite3_bind_int(b->statement, index,
                                *(const bool *)((const char *)b->item +
                                                c->flag)) == SQLITE_OK;
    buf_clear(scratch);
    if (!record_put(scratch, b->w->d, c->field, b->item))
        return sqlite3_bind_null(b->statement, index) == SQLITE_OK;
    if (c->field->type == FIELD_BOOL || c->field->type == FIELD_AGREES)
        return sqlite3_bind_int(b->statement, index,
                                text_is(buf_slice(scratch), "true")) ==
               SQLITE_OK;
    return buf_ok(scratch) &&
           bind_text(b->statement, index, buf_slice(scratch));
}

static sql_insert *insert_of(sql_writer *w, const char *table)
{
    for (size_t i = 0; i < w->count; i++)
        if (strcmp(w->inserts[i].table, table) == 0)
            return &w->inserts[i];
    return NULL;
}

static bool step(sqlite3_stmt *statement)
{
    bool ok = sqlite3_step(statement) == SQLITE_DONE;

    return sqlite3_reset(statement) == SQLITE_OK && ok;
}

static bool bind_keys(sql_insert *insert, sqlite3_int64 parent, size_t position)
{
    return sqlite3_bind_int64(insert->statement, 1, ++insert->last_id) ==
               SQLITE_OK &&
           (parent == 0 ||
            (sqlite3_bind_int64(insert->statement, 2, parent) == SQLITE_OK &&
             sqlite3_bind_int64(insert->statement, 3,
                                (sqlite3_int64)position) == SQLITE_OK));
}

static bool insert_record(sql_writer *w, const record *r, const char *table,
                          const void *item, sqlite3_int64 parent,
                          size_t position);

static bool insert_list(sql_writer *w, const field *f, const void *item,
                        sqlite3_int64 parent)
{
    const char *items;
    size_t count = record_list(f, item, &items), position = 0;
    bool ok = true;

    for (size_t i = 0; i < count && ok; i++) {
        sql_insert *insert = insert_of(w, f->word);
        const char *s;

        if (f->type == FIELD_LIST) {
            const char *one = items + i * f->record->size;

            if (f->skip == FIELD_NOWHERE || !*(const bool *)(one + f->skip))
                ok = insert_record(w, f->record, f->word, one, parent,
                                   position++);
            continue;
        }
        memcpy(&s, items + i * sizeof(s), sizeof(s));
        ok = insert != NULL && bind_keys(insert, parent, position++) &&
             bind_text(insert->statement, 4, text_of(s)) &&
             step(insert->statement);
    }
    return ok;
}

static bool insert_record(sql_writer *w, const record *r, const char *table,
                          const void *item, sqlite3_int64 parent,
                          size_t position)
{
    sql_insert *insert = insert_of(w, table);
    sqlite3_int64 id;
    binder b = { w, NULL, item, parent == 0 ? 2 : 4 };
    bool ok;

    if (insert == NULL || !bind_keys(insert, parent, position))
        return false;
    id = insert->last_id;
    b.statement = insert->statement;
    ok = sql_columns(r, bind_column, &b) && step(insert->statement);
    for (size_t i = 0; i < r->count && ok; i++)
        if (r->fields[i].type == FIELD_LIST ||
            r->fields[i].type == FIELD_STRINGS)
            ok = insert_list(w, &r->fields[i], item, id);
    return ok;
}

/* A new file gets the schema; from an older one of ours the same year of
 * the same plan is taken out. */
static bool make_room(sqlite3 *db, const dataset *d, bool fresh)
{
    sqlite3_stmt *statement = NULL;
    buf schema;
    bool ok;

    if (fresh) {
        buf_init(&schema);
        sql_schema(&schema);
        ok = buf_ok(&schema) &&
             sqlite3_exec(db, buf_cstr(&schema), NULL, NULL, NULL) ==
                 SQLITE_OK;
        buf_free(&schema);
        return ok;
    }
    ok = sqlite3_exec(db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL) ==
             SQLITE_OK &&
         sqlite3_prepare_v2(db,
             "DELETE FROM \"dataset\" WHERE \"fiscal_year\" IS nullif(?1, 0)"
             " AND \"plan_municipality\" IS nullif(?2, '')"
             " AND \"plan_title\" IS nullif(?3, '')",
             -1, &statement, NULL) == SQLITE_OK &&
         sqlite3_bind_int(statement, 1, d->fiscal_year) == SQLITE_OK &&
         bind_text(statement, 2, text_of(d->municipality)) &&
         bind_text(statement, 3, text_of(d->title)) && step(statement);
    sqlite3_finalize(statement);
    return ok;
}

static bool is_ours(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    bool ours = sqlite3_prepare_v2(db, "PRAGMA application_id", -1,
                                   &statement, NULL) == SQLITE_OK &&
                sqlite3_step(statement) == SQLITE_ROW &&
                sqlite3_column_int(statement, 0) == SQL_APPLICATION_ID;

    sqlite3_finalize(statement);
    return ours;
}

static bool write_all(sqlite3 *db, const dataset *d, bool fresh)
{
    sql_writer w = { .db = db, .d = d };
    bool ok;

    buf_init(&w.scratch);
    ok = sqlite3_exec(db, "PRAGMA page_size = 4096", NULL, NULL, NULL) ==
             SQLITE_OK &&
         make_room(db, d, fresh) &&
         sqlite3_exec(db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK &&
         sql_lists(prepare, &w) &&
         insert_record(&w, &record_dataset, "dataset", d, 0, 0) &&
         sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
    for (size_t i = 0; i < w.count; i++)
        sqlite3_finalize(w.inserts[i].statement);
    buf_free(&w.scratch);
    return ok;
}

static kpi_status serialize(buf *out, sqlite3 *db, kpi_error *err)
{
    sqlite3_int64 size = 0;
    unsigned char *bytes = sqlite3_serialize(db, "main", &size, 0);

    if (bytes == NULL)
        return kpi_fail_nomem(err);
    buf_add(out, bytes, (size_t)size);
    sqlite3_free(bytes);
    return buf_ok(out) ? KPI_OK : kpi_fail_nomem(err);
}

kpi_status store_add_sqlite(buf *out, const kpi_source *existing,
                            const dataset *d, const plan *p, kpi_error *err)
{
    bool fresh = existing == NULL || existing->size == 0;
    sqlite3 *db = NULL;
    kpi_status status = sqlite_open_memory(&db, existing, err);
    dataset shown = record_titled(d, p);

    if (status != KPI_OK)
        return status;
    if (!fresh && !is_ours(db))
        status = kpi_fail(err, KPI_E_INPUT, "file-damaged", existing->name,
                          "this is no kpibook database");
    else if (!write_all(db, &shown, fresh))
        status = sqlite_fail(db, fresh ? NULL : existing->name, NULL,
                             KPI_E_OUTPUT, err);
    else
        status = serialize(out, db, err);
    sqlite3_close(db);
    return status;
}

kpi_status store_write_sqlite(buf *out, const dataset *d, const plan *p,
                              kpi_error *err)
{
    return store_add_sqlite(out, NULL, d, p, err);
}
