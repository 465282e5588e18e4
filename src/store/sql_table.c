/*
 * sql_table.c - which tables and columns there are, and the views
 */
#include "store/sql_table.h"

#include <string.h>

#include "store/store.h"

/* ---- Columns ---------------------------------------------------------- */

typedef struct walk {
    sql_visit visit;
    void *context;
} walk;

static bool visit_named(const walk *w, const buf *name, const field *f,
                        size_t flag, const field *within)
{
    sql_column column = { buf_cstr(name), f, flag, within };

    return buf_ok(name) && w->visit(w->context, &column);
}

static bool walk_columns(const walk *w, const record *r, const char *prefix,
                         const field *within)
{
    bool ok = true;
    buf name;

    buf_init(&name);
    for (size_t i = 0; i < r->count && ok; i++) {
        const field *f = &r->fields[i];
        bool maybe = f->flag != FIELD_NOWHERE || f->filled != FIELD_NOWHERE;

        buf_clear(&name);
        if (f->type == FIELD_CONST || f->type == FIELD_LIST ||
            f->type == FIELD_STRINGS)
            continue;
        if (f->type != FIELD_OBJECT) {
            buf_printf(&name, "%s%s", prefix, f->key);
            ok = visit_named(w, &name, f, FIELD_NOWHERE, within);
            continue;
        }
        if (f->flag != FIELD_NOWHERE) {
            buf_printf(&name, "has_%s%s", prefix, f->key);
            ok = visit_named(w, &name, NULL, f->flag, within);
            buf_clear(&name);
        }
        buf_printf(&name, "%s%s_", prefix, f->key);
        ok = ok && buf_ok(&name) &&
             walk_columns(w, f->record, buf_cstr(&name), maybe ? f : within);
    }
    buf_free(&name);
    return ok;
}

bool sql_columns(const record *r, sql_visit visit, void *context)
{
    walk w = { visit, context };

    return walk_columns(&w, r, "", NULL);
}

/* ---- Tables ----------------------------------------------------------- */

static bool walk_lists(const record *r, const char *name,
                       sql_list_visit visit, void *context)
{
    for (size_t i = 0; i < r->count; i++) {
        const field *f = &r->fields[i];
        sql_list list = { f, NULL, f->word, name };

        if (f->type == FIELD_LIST)
            list.record = f->record;
        else if (f->type != FIELD_STRINGS)
            continue;
        if (!visit(context, &list))
            return false;
        if (f->type == FIELD_LIST &&
            !walk_lists(f->record, f->word, visit, context))
            return false;
    }
    return true;
}

bool sql_lists(sql_list_visit visit, void *context)
{
    sql_list all = { NULL, &record_dataset, "dataset", NULL };

    return visit(context, &all) &&
           walk_lists(&record_dataset, "dataset", visit, context);
}

/* ---- Schema ----------------------------------------------------------- */

static const char *column_type(const sql_column *c)
{
    if (c->field == NULL)
        return "INTEGER NOT NULL";
    switch (c->field->type) {
    case FIELD_TEXT:
        return "TEXT NOT NULL";
    case FIELD_YEAR:
    case FIELD_GROUP:
    case FIELD_AGREES:
        return "INTEGER";
    case FIELD_BOOL:
        return "INTEGER NOT NULL";
    case FIELD_QUANTITY:
        return "NUMERIC";
    default:
        return "TEXT";
    }
}

static bool put_column(void *context, const sql_column *c)
{
    buf_printf(context, ",\n    \"%s\" %s", c->name, column_type(c));
    return true;
}

static bool put_table(void *context, const sql_list *list)
{
    buf *out = context;

    buf_printf(out, "CREATE TABLE \"%s\" (\n    \"id\" INTEGER PRIMARY KEY",
               list->name);
    if (list->parent != NULL)
        buf_printf(out, ",\n    \"%s_id\" INTEGER NOT NULL REFERENCES "
                        "\"%s\" (\"id\") ON DELETE CASCADE"
                        ",\n    \"position\" INTEGER NOT NULL",
                   list->parent, list->parent);
    if (list->record != NULL)
        sql_columns(list->record, put_column, out);
    else
        buf_string(out, ",\n    \"text\" TEXT NOT NULL");
    if (list->parent != NULL)
        buf_printf(out, ",\n    UNIQUE (\"%s_id\", \"position\")",
                   list->parent);
    buf_string(out, "\n);\n");
    return true;
}

/* A view a question. */
static const char *const views[] = {
    /* How many projects of a goal have which grade; listed again: no. */
    "CREATE VIEW \"grades_per_goal\" AS\n"
    "SELECT d.\"fiscal_year\", d.\"plan_municipality\" AS \"municipality\",\n"
    "    p.\"goal_no\", p.\"goal_title\",\n"
    "    coalesce(p.\"assessment_final_grade\", p.\"assessment_grade\",\n"
    "             p.\"declared_grade\", p.\"declared_status\") AS \"grade\",\n"
    "    count(*) AS \"projects\"\n"
    "FROM \"project\" p JOIN \"dataset\" d ON d.\"id\" = p.\"dataset_id\"\n"
    "WHERE p.\"relisted\" = 0\n"
    "GROUP BY d.\"id\", p.\"goal_no\", p.\"goal_title\", \"grade\";\n",
    /* KPIs that have not come as far as they should. */
    "CREATE VIEW \"kpis_behind_plan\" AS\n"
    "SELECT d.\"fiscal_year\", p.\"goal_no\", p.\"bureau\",\n"
    "    p.\"name\" AS \"project\", k.\"name\" AS \"kpi\", k.\"unit\",\n"
    "    k.\"assessment_expected\" AS \"expected\",\n"
    "    k.\"assessment_actual\" AS \"actual\",\n"
    "    k.\"assessment_rate\" AS \"rate\", k.\"assessment_shown\" AS "
    "\"shown\"\n"
    "FROM \"kpi\" k JOIN \"project\" p ON p.\"id\" = k.\"project_id\"\n"
    "JOIN \"dataset\" d ON d.\"id\" = p.\"dataset_id\"\n"
    "WHERE k.\"assessment_rate\" < 1 AND p.\"relisted\" = 0\n"
    "ORDER BY k.\"assessment_rate\";\n",
    /* Each figure of a year beside that of the year before. */
    "CREATE VIEW \"changes_between_years\" AS\n"
    "SELECT p.\"name\" AS \"project\", k.\"name\" AS \"kpi\", k.\"unit\",\n"
    "    d.\"fiscal_year\" AS \"dataset_year\",\n"
    "    b.\"fiscal_year\" AS \"year_before\", b.\"value\" AS "
    "\"value_before\",\n"
    "    a.\"fiscal_year\" AS \"year\", a.\"value\" AS \"value\",\n"
    "    CASE WHEN a.\"cumulative\" = b.\"cumulative\"\n"
    "         THEN a.\"value\" - b.\"value\" END AS \"change\"\n"
    "FROM \"kpi\" k JOIN \"project\" p ON p.\"id\" = k.\"project_id\"\n"
    "JOIN \"dataset\" d ON d.\"id\" = p.\"dataset_id\"\n"
    "JOIN \"actual\" a ON a.\"kpi_id\" = k.\"id\"\n"
    "JOIN \"actual\" b ON b.\"kpi_id\" = k.\"id\"\n"
    "    AND b.\"fiscal_year\" = a.\"fiscal_year\" - 1\n"
    "WHERE a.\"value\" IS NOT NULL AND b.\"value\" IS NOT NULL;\n",
    /* A KPI's rate and grade in each dataset year of the file. */
    "CREATE VIEW \"rates_by_year\" AS\n"
    "SELECT d.\"plan_municipality\" AS \"municipality\", "
    "p.\"name\" AS \"project\",\n"
    "    k.\"name\" AS \"kpi\", d.\"fiscal_year\",\n"
    "    k.\"target_value\" AS \"target\", k.\"unit\",\n"
    "    k.\"assessment_rate\" AS \"rate\", k.\"assessment_grade\" AS "
    "\"grade\",\n"
    "    p.\"assessment_final_grade\" AS \"project_grade\"\n"
    "FROM \"kpi\" k JOIN \"project\" p ON p.\"id\" = k.\"project_id\"\n"
    "JOIN \"dataset\" d ON d.\"id\" = p.\"dataset_id\"\n"
    "WHERE p.\"relisted\" = 0\n"
    "ORDER BY \"municipality\", \"project\", \"kpi\", d.\"fiscal_year\";\n",
};

void sql_schema(buf *out)
{
    buf_printf(out, "PRAGMA application_id = %d;\nPRAGMA user_version = %d;\n",
               SQL_APPLICATION_ID, SQL_VERSION);
    sql_lists(put_table, out);
    for (size_t i = 0; i < sizeof(views) / sizeof(*views); i++)
        buf_string(out, views[i]);
}

void store_schema_sql(buf *out)
{
    sql_schema(out);
}
