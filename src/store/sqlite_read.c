/*
 * sqlite_read.c - rows of a database file become records
 *
 * Of several years in one file the newest is read.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "store/sql_table.h"
#include "store/sqlite_memory.h"
#include "store/store.h"

enum { MOST_TABLES = 16 };

typedef struct sql_select {
    const char *table;
    sqlite3_stmt *statement, *number; /* rows of a parent, and how many */
} sql_select;

typedef struct sql_reader {
    sqlite3 *db;
    dataset *d;
    sql_select selects[MOST_TABLES];
    size_t count;
    const char *file;
    bool nomem;
    char bad[96];       /* table and column that is wrong */
} sql_reader;

static bool add_column(void *context, const sql_column *c)
{
    buf_printf(context, ",\"%s\"", c->name);
    return true;
}

/* SELECT "id", columns FROM "kpi" WHERE "project_id" = ? ORDER BY position */
static bool prepare(void *context, const sql_list *list)
{
    sql_reader *r = context;
    sql_select *s = &r->selects[r->count];
    const char *parent = list->parent;
    bool ok;
    buf sql;

    if (r->count == MOST_TABLES)
        return false;
    r->count++;
    s->table = list->name;
    buf_init(&sql);
    buf_string(&sql, "SELECT \"id\"");
    if (list->record != NULL)
        sql_columns(list->record, add_column, &sql);
    else
        buf_string(&sql, ",\"text\"");
    buf_printf(&sql, " FROM \"%s\"", list->name);
    if (parent != NULL)
        buf_printf(&sql, " WHERE \"%s_id\" = ? ORDER BY \"position\"",
                   parent);
    else
        buf_string(&sql, " ORDER BY \"fiscal_year\" DESC, \"id\" DESC "
                         "LIMIT 1");
    ok = buf_ok(&sql) && sqlite3_prepare_v2(r->db, buf_cstr(&sql), -1,
                                            &s->statement, NULL) == SQLITE_OK;
    buf_clear(&sql);
    buf_printf(&sql, "SELECT count(*) FROM \"%s\" WHERE \"%s_id\" = ?",
               list->name, parent != NULL ? parent : "");
    if (ok && parent != NULL)
        ok = buf_ok(&sql) && sqlite3_prepare_v2(r->db, buf_cstr(&sql), -1,
                                                &s->number, NULL) == SQLITE_OK;
    buf_free(&sql);
    return ok;
}

static sql_select *select_of(sql_reader *r, const char *table)
{
    for (size_t i = 0; i < r->count; i++)
        if (strcmp(r->selects[i].table, table) == 0)
            return &r->selects[i];
    return NULL;
}

/* ---- Rows ------------------------------------------------------------- */

typedef struct taker {
    sql_reader *r;
    sqlite3_stmt *statement;
    const char *table;
    void *item;
    int index;
} taker;

static text column_text(sqlite3_stmt *statement, int index)
{
    const char *bytes = (const char *)sqlite3_column_text(statement, index);

    return text_slice(bytes != NULL ? bytes : "",
                      (size_t)sqlite3_column_bytes(statement, index));
}

static bool take_column(void *context, const sql_column *c)
{
    taker *t = context;
    int index = t->index++;
    bool null = sqlite3_column_type(t->statement, index) == SQLITE_NULL;
    text value = column_text(t->statement, index);

    if (c->field == NULL) {
        *(bool *)((char *)t->item + c->flag) = text_is(value, "1");
        return true;
    }
    if (c->field->type == FIELD_BOOL || c->field->type == FIELD_AGREES)
        value = text_of(text_is(value, "1") ? "true" : "false");
    if (record_set(t->r->d, c->field, t->item, null ? NULL : &value,
                   &t->r->nomem))
        return true;
    snprintf(t->r->bad, sizeof(t->r->bad), "%s.%s", t->table, c->name);
    return false;
}

static bool read_lists(sql_reader *r, const record *of, void *item,
                       sqlite3_int64 id);

static bool take_row(sql_reader *r, const sql_select *s, const field *f,
                     char *one, sqlite3_int64 *id)
{
    taker t = { r, s->statement, s->table, one, 1 };

    *id = sqlite3_column_int64(s->statement, 0);
    if (f->type == FIELD_STRINGS) {
        text value = column_text(s->statement, 1);
        const char *copy = arena_strndup(&r->d->memory, value.bytes,
                                         value.length);

        r->nomem = r->nomem || copy == NULL;
        memcpy(one, &copy, sizeof(copy));
        return copy != NULL;
    }
    return sql_columns(f->record, take_column, &t);
}

/* The rows of one list; then, the statement being free again, what hangs
 * below each of them. */
static bool read_list(sql_reader *r, const field *f, void *item,
                      sqlite3_int64 parent)
{
    sql_select *s = select_of(r, f->word);
    size_t size = f->type == FIELD_LIST ? f->record->size
                                        : sizeof(const char *);
    size_t count = 0, done = 0;
    sqlite3_int64 *ids;
    char *items;
    bool ok;

    ok = s != NULL &&
         sqlite3_bind_int64(s->number, 1, parent) == SQLITE_OK &&
         sqlite3_step(s->number) == SQLITE_ROW;
    if (ok)
        count = (size_t)sqlite3_column_int64(s->number, 0);
    ok = ok && sqlite3_reset(s->number) == SQLITE_OK &&
         sqlite3_bind_int64(s->statement, 1, parent) == SQLITE_OK;
    if (!ok)
        return false;
    ids = arena_array(&r->d->memory, count, sizeof(*ids));
    items = record_make_list(r->d, f, item, count);
    r->nomem = r->nomem || ids == NULL || items == NULL;
    if (r->nomem)
        return false;
    while (ok && done < count && sqlite3_step(s->statement) == SQLITE_ROW) {
        ok = take_row(r, s, f, items + done * size, &ids[done]);
        done++;
    }
    ok = sqlite3_reset(s->statement) == SQLITE_OK && ok && done == count;
    for (size_t i = 0; i < done && ok && f->type == FIELD_LIST; i++)
        ok = read_lists(r, f->record, items + i * size, ids[i]);
    return ok;
}

static bool read_lists(sql_reader *r, const record *of, void *item,
                       sqlite3_int64 id)
{
    for (size_t i = 0; i < of->count; i++)
        if ((of->fields[i].type == FIELD_LIST ||
             of->fields[i].type == FIELD_STRINGS) &&
            !read_list(r, &of->fields[i], item, id))
            return false;
    return true;
}

static bool read_dataset(sql_reader *r)
{
    sql_select *s = select_of(r, "dataset");
    sqlite3_int64 id;
    taker t = { r, NULL, "dataset", r->d, 1 };
    bool ok;

    t.statement = s->statement;
    if (sqlite3_step(s->statement) != SQLITE_ROW)
        return false;
    id = sqlite3_column_int64(s->statement, 0);
    ok = sql_columns(&record_dataset, take_column, &t);
    sqlite3_reset(s->statement);
    return ok && read_lists(r, &record_dataset, r->d, id);
}

static kpi_status read_all(sql_reader *r, kpi_error *err)
{
    if (!sql_lists(prepare, r))
        return sqlite_fail(r->db, r->file, "file-damaged", KPI_E_INPUT, err);
    if (read_dataset(r))
        return record_settle(r->d, r->file) ? KPI_OK : kpi_fail_nomem(err);
    if (r->nomem)
        return kpi_fail_nomem(err);
    if (r->bad[0] != '\0')
        return kpi_fail(err, KPI_E_INPUT, "file-damaged", r->file,
                        "%s: the value is not understood", r->bad);
    return kpi_fail(err, KPI_E_INPUT, "file-damaged", r->file,
                    "the database holds no whole dataset");
}

kpi_status store_read_sqlite(dataset **out, const kpi_source *in,
                             kpi_error *err)
{
    sql_reader r = { .file = in->name };
    kpi_status status;

    *out = NULL;
    if (in->size == 0)
        return kpi_fail(err, KPI_E_INPUT, "file-empty", in->name,
                        "the file is empty");
    status = sqlite_open_memory(&r.db, in, err);
    if (status != KPI_OK)
        return status;
    r.d = dataset_new(0);
    status = r.d == NULL ? kpi_fail_nomem(err) : read_all(&r, err);
    for (size_t i = 0; i < r.count; i++) {
        sqlite3_finalize(r.selects[i].statement);
        sqlite3_finalize(r.selects[i].number);
    }
    sqlite3_close(r.db);
    if (status == KPI_OK)
        *out = r.d;
    else
        dataset_free(r.d);
    return status;
}
