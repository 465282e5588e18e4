#include "output/submissions.h"

#include "base/calendar.h"
#include "base/json_out.h"
#include "output/columns.h"
#include "output/day_words.h"

enum { DEPARTMENT_COLUMNS = 20, STATE_COLUMNS = 10, NUMBER_COLUMNS = 6 };

/* The time of a file in the plan's zone: "2017-06-01 09:30", 推定 marked. */
static void put_time(buf *out, const source *s, const plan *p,
                     plan_language language)
{
    if (!day_put_moment(out, s->modified, p->zone_minutes)) {
        buf_string(out, language == LANGUAGE_JA ? "日時不明" : "no time");
        return;
    }
    if (s->modified_estimated)
        buf_string(out, language == LANGUAGE_JA ? "(推定)" : " (estimated)");
}

static const char *department_text(const submission *s,
                                   plan_language language)
{
    if (s->department[0] != '\0')
        return s->department;
    return language == LANGUAGE_JA ? "(部局不明)" : "(unknown)";
}

static void text_row(buf *out, const submission *s, const dataset *d,
                     const plan *p, plan_language language)
{
    bool ja = language == LANGUAGE_JA;

    columns_put_left(out, department_text(s, language), DEPARTMENT_COLUMNS);
    columns_put_left(out, submission_state_text(s->state, language),
                     STATE_COLUMNS);
    if (s->overdue)
        buf_string(out, ja ? "期限超過" : "overdue");
    else if (s->source_count > 0)
        buf_printf(out, ja ? "エラー %zu 警告 %zu"
                           : "%zu errors, %zu warnings",
                   s->errors, s->warnings);
    if (!s->on_roster)
        buf_string(out, ja ? "  名簿にない" : "  not on the roster");
    buf_char(out, '\n');
    for (size_t i = 0; i < s->source_count; i++) {
        const source *file = &d->sources[s->sources[i]];

        buf_string(out, "  ");
        put_time(out, file, p, language);
        buf_printf(out, "  %s  %.12s", file->file, file->sha256);
        if (file->superseded)
            buf_string(out, ja ? "  差替え済み" : "  superseded");
        buf_char(out, '\n');
    }
}

kpi_status submissions_put_text(buf *out, const dataset *d, const plan *p,
                                const char *as_of, plan_language language,
                                kpi_error *err)
{
    bool ja = language == LANGUAGE_JA;
    submission_table table;
    arena memory;
    kpi_status status;

    arena_init(&memory, 0);
    status = submission_list(&table, &memory, d, p, as_of, err);
    if (status == KPI_OK) {
        buf_printf(out, ja ? "提出状況 %s" : "submissions as of %s", as_of);
        if (p->deadline[0] != '\0')
            buf_printf(out, ja ? "(締切 %s)" : " (deadline %s)",
                       p->deadline);
        buf_char(out, '\n');
        for (size_t i = 0; i < table.count; i++)
            text_row(out, &table.rows[i], d, p, language);
        for (size_t i = 0; i < SUBMISSION_STATES; i++)
            buf_printf(out, "%s%s %zu", i == 0 ? "" : "  ",
                       submission_state_text((submission_state)i, language),
                       table.by_state[i]);
        buf_char(out, '\n');
    }
    arena_free(&memory);
    return status == KPI_OK && !buf_ok(out) ? kpi_fail_nomem(err) : status;
}

static void json_file(json_out *j, const dataset *d, size_t index,
                      const plan *p, const char *as_of)
{
    const source *s = &d->sources[index];
    check_counts n = check_count_source(d, index, p, as_of);

    json_open(j, '{');
    json_key_string(j, "file", s->file);
    json_key_string_or_null(j, "sha256", s->sha256);
    json_key_string_or_null(j, "modified", s->modified);
    json_key(j, "estimated");
    json_bool(j, s->modified_estimated);
    json_key_string_or_null(j, "stamp", s->stamp);
    json_key(j, "superseded");
    json_bool(j, s->superseded);
    json_key_string(j, "verdict", n.errors > 0 ? "rejected" : "accepted");
    json_key(j, "errors");
    json_size(j, n.errors);
    json_key(j, "warnings");
    json_size(j, n.warnings);
    json_close(j, '}');
}

static void json_row(json_out *j, const submission *s, const dataset *d,
                     const plan *p, const char *as_of)
{
    json_open(j, '{');
    json_key_string_or_null(j, "department", s->department);
    json_key(j, "on_roster");
    json_bool(j, s->on_roster);
    json_key_string(j, "state", submission_state_id(s->state));
    json_key_string(j, "label",
                    submission_state_text(s->state, p->language));
    json_key(j, "overdue");
    json_bool(j, s->overdue);
    json_key(j, "errors");
    json_size(j, s->errors);
    json_key(j, "warnings");
    json_size(j, s->warnings);
    json_key(j, "files");
    json_open(j, '[');
    for (size_t i = 0; i < s->source_count; i++)
        json_file(j, d, s->sources[i], p, as_of);
    json_close(j, ']');
    json_close(j, '}');
}

kpi_status submissions_put_json(buf *out, const dataset *d, const plan *p,
                                const char *as_of, kpi_error *err)
{
    submission_table table;
    arena memory;
    json_out j;
    kpi_status status;

    arena_init(&memory, 0);
    status = submission_list(&table, &memory, d, p, as_of, err);
    if (status == KPI_OK) {
        json_init(&j, out, 1);
        json_open(&j, '{');
        json_key_string(&j, "schema", "kpibook.status/1");
        json_key_string_or_null(&j, "as_of", as_of);
        json_key_string_or_null(&j, "deadline", p->deadline);
        json_key(&j, "departments");
        json_open(&j, '[');
        for (size_t i = 0; i < table.count; i++)
            json_row(&j, &table.rows[i], d, p, as_of);
        json_close(&j, ']');
        json_key(&j, "summary");
        json_open(&j, '{');
        for (size_t i = 0; i < SUBMISSION_STATES; i++) {
            json_key(&j, submission_state_id((submission_state)i));
            json_size(&j, table.by_state[i]);
        }
        json_close(&j, '}');
        json_close(&j, '}');
        buf_char(out, '\n');
    }
    arena_free(&memory);
    return status == KPI_OK && !buf_ok(out) ? kpi_fail_nomem(err) : status;
}

/* A field that Excel will not take for a formula. */
static void csv_field(buf *out, const char *field)
{
    buf_char(out, '"');
    if (field[0] == '=' || field[0] == '+' || field[0] == '-' ||
        field[0] == '@')
        buf_char(out, '\'');
    for (; *field != '\0'; field++) {
        if (*field == '"')
            buf_char(out, '"');
        buf_char(out, *field);
    }
    buf_char(out, '"');
}

static void csv_row(buf *out, const submission *s, const source *file,
                    const plan *p, plan_language language)
{
    csv_field(out, s->department);
    buf_char(out, ',');
    csv_field(out, submission_state_text(s->state, language));
    buf_char(out, ',');
    csv_field(out, file == NULL ? "" : file->file);
    buf_string(out, ",\"");
    if (file != NULL)
        put_time(out, file, p, language);
    buf_string(out, "\",");
    csv_field(out, file == NULL ? "" : file->sha256);
    buf_printf(out, ",%zu,%zu,%s\r\n", s->errors, s->warnings,
               file != NULL && file->superseded ? "1" : "0");
}

kpi_status submissions_put_csv(buf *out, const dataset *d, const plan *p,
                               const char *as_of, plan_language language,
                               kpi_error *err)
{
    submission_table table;
    arena memory;
    kpi_status status;

    arena_init(&memory, 0);
    status = submission_list(&table, &memory, d, p, as_of, err);
    if (status == KPI_OK)
        buf_string(out, language == LANGUAGE_JA
            ? "\xEF\xBB\xBF部局,状態,ファイル,日時,SHA-256,エラー,警告,差替え\r\n"
            : "\xEF\xBB\xBF" "department,state,file,time,sha256,errors,"
              "warnings,superseded\r\n");
    for (size_t i = 0; status == KPI_OK && i < table.count; i++) {
        const submission *s = &table.rows[i];

        if (s->source_count == 0)
            csv_row(out, s, NULL, p, language);
        for (size_t k = 0; k < s->source_count; k++)
            csv_row(out, s, &d->sources[s->sources[k]], p, language);
    }
    arena_free(&memory);
    return status == KPI_OK && !buf_ok(out) ? kpi_fail_nomem(err) : status;
}
