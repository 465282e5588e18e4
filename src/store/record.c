/*
 * record.c - the tables of fields, in the order of kpibook.dataset/1
 */
#include "store/record.h"

#include "kpi/achievement.h"

_Static_assert(sizeof(kpi_kind) == sizeof(unsigned) &&
               sizeof(figure_state) == sizeof(unsigned) &&
               sizeof(no_rate_reason) == sizeof(unsigned),
               "enums are read and written as unsigned");

static const char *kind_id(unsigned v) { return kpi_kind_id((kpi_kind)v); }
static const char *direction_id(unsigned v)
{
    return kpi_direction_id((kpi_direction)v);
}
static const char *formula_id(unsigned v)
{
    return rate_formula_id((rate_formula)v);
}
static const char *state_id(unsigned v)
{
    return figure_state_id((figure_state)v);
}
static const char *reason_id(unsigned v)
{
    return no_rate_reason_id((no_rate_reason)v);
}

static const choice kinds = { kind_id, KIND_COUNT, KIND_UNKNOWN };
static const choice directions = { direction_id, DIRECTION_COUNT,
                                   DIRECTION_UNKNOWN };
static const choice formulas = { formula_id, FORMULA_COUNT, FORMULA_UNKNOWN };
static const choice states = { state_id, STATE_COUNT, STATE_COUNT };
static const choice reasons = { reason_id, REASON_COUNT, REASON_NONE };

#define NOWHERE .flag = FIELD_NOWHERE, .filled = FIELD_NOWHERE, \
                .skip = FIELD_NOWHERE, .otherwise = FIELD_NOWHERE
#define AT(owner, member) .offset = offsetof(owner, member), NOWHERE
#define VALUE(name, kind, owner, member) \
    { .key = name, .type = kind, AT(owner, member) }
#define CHOICE(name, from, owner, member) \
    { .key = name, .type = FIELD_CHOICE, .choice = &(from), AT(owner, member) }
/* Why there is a figure or none; `figure` is that quantity. */
#define STATE(owner, member, figure) \
    { .key = "state", .type = FIELD_CHOICE, .choice = &states, \
      .offset = offsetof(owner, member), .filled = offsetof(owner, figure), \
      .flag = FIELD_NOWHERE, .skip = FIELD_NOWHERE, \
      .otherwise = FIELD_NOWHERE }
#define OBJECT(name, of) \
    { .key = name, .type = FIELD_OBJECT, .record = &(of), NOWHERE }
/* An object that may be null: `member` is the bool that says so. */
#define MAYBE(name, of, owner, member) \
    { .key = name, .type = FIELD_OBJECT, .record = &(of), \
      .flag = offsetof(owner, member), .filled = FIELD_NOWHERE, \
      .skip = FIELD_NOWHERE, .otherwise = FIELD_NOWHERE }
#define STRINGS(name, table, owner, member, number) \
    { .key = name, .type = FIELD_STRINGS, .word = table, \
      .count = offsetof(owner, number), AT(owner, member) }
#define LIST(name, table, of, owner, member, number) \
    { .key = name, .type = FIELD_LIST, .word = table, .record = &(of), \
      .count = offsetof(owner, number), AT(owner, member) }
#define PLACE(owner, member) \
    VALUE("sheet", FIELD_SHEET, owner, member), \
    VALUE("cell", FIELD_CELL, owner, member), \
    { .key = "range", .type = FIELD_RANGE, .optional = true, \
      AT(owner, member) }
#define RECORD(name, owner, fields) \
    { name, sizeof(owner), fields, sizeof(fields) / sizeof(*(fields)) }

static const field heading_goal[] = {
    VALUE("no", FIELD_STRING, project, goal.no),
    VALUE("title", FIELD_STRING, project, goal.title),
};
static const record goal_record = RECORD("goal", project, heading_goal);
static const field heading_part[] = {
    VALUE("no", FIELD_STRING, project, part.no),
    VALUE("title", FIELD_STRING, project, part.title),
};
static const record part_record = RECORD("part", project, heading_part);
static const field heading_theme[] = {
    VALUE("no", FIELD_STRING, project, theme.no),
    VALUE("title", FIELD_STRING, project, theme.title),
    MAYBE("part", part_record, project, has_part),
};
static const record theme_record = RECORD("theme", project, heading_theme);
static const field period_fields[] = {
    VALUE("from", FIELD_YEAR, project, period_from),
    VALUE("to", FIELD_YEAR, project, period_to),
};
static const record period_record = RECORD("period", project, period_fields);

static const field cost_place[] = { PLACE(cost, where) };
static const record cost_place_record = RECORD("source", cost, cost_place);
static const field cost_fields[] = {
    VALUE("fiscal_year", FIELD_YEAR, cost, fiscal_year),
    VALUE("value", FIELD_QUANTITY, cost, value),
    VALUE("unit", FIELD_STRING, cost, unit),
    VALUE("text", FIELD_STRING, cost, text),
    OBJECT("source", cost_place_record),
};
static const record cost_record = RECORD("cost", cost, cost_fields);

static const field activity_fields[] = {
    VALUE("title", FIELD_TEXT, activity, title),
    VALUE("text", FIELD_TEXT, activity, text),
};
static const record activity_record =
    RECORD("activity", activity, activity_fields);

static const field project_declared[] = {
    VALUE("grade", FIELD_STRING, project, declared_grade),
    VALUE("status", FIELD_STRING, project, declared_status),
};
static const record project_declared_record =
    RECORD("declared", project, project_declared);
static const field override_fields[] = {
    VALUE("grade", FIELD_STRING, project, override.grade),
    VALUE("reason", FIELD_STRING, project, override.reason),
    VALUE("by", FIELD_STRING, project, override.by),
    VALUE("date", FIELD_STRING, project, override.date),
};
static const record override_record =
    RECORD("override", project, override_fields);
static const field project_assessed[] = {
    VALUE("rate", FIELD_QUANTITY, project, assessment.rate),
    VALUE("rate_exact", FIELD_FRACTION, project, assessment.rate),
    VALUE("shown", FIELD_STRING, project, assessment.shown),
    VALUE("grade", FIELD_STRING, project, assessment.grade),
    VALUE("reason", FIELD_STRING, project, assessment.reason_text),
    VALUE("agrees", FIELD_AGREES, project, assessment.compared),
    VALUE("explain", FIELD_STRING, project, assessment.explain),
    VALUE("final_grade", FIELD_STRING, project, assessment.final_grade),
    CHOICE("reason_id", reasons, project, assessment.reason),
    VALUE("assessed", FIELD_BOOL, project, assessment.done),
};
_Static_assert(offsetof(project_assessment, agrees) ==
               offsetof(project_assessment, compared) + sizeof(bool),
               "FIELD_AGREES reads both");
static const record project_assessed_record =
    RECORD("assessment", project, project_assessed);
static const field project_place[] = {
    VALUE("file", FIELD_FILE, project, source),
    PLACE(project, where),
};
static const record project_place_record =
    RECORD("source", project, project_place);

static const field baseline_place[] = { PLACE(kpi, baseline.where) };
static const record baseline_place_record =
    RECORD("source", kpi, baseline_place);
static const field baseline_fields[] = {
    VALUE("fiscal_year", FIELD_YEAR, kpi, baseline.fiscal_year),
    VALUE("from", FIELD_YEAR, kpi, baseline.from),
    VALUE("value", FIELD_QUANTITY, kpi, baseline.value),
    VALUE("text", FIELD_STRING, kpi, baseline.text),
    VALUE("unit", FIELD_STRING, kpi, baseline.unit),
    VALUE("calendar_year", FIELD_BOOL, kpi, baseline.calendar_year),
    OBJECT("source", baseline_place_record),
};
static const record baseline_record = RECORD("baseline", kpi, baseline_fields);

static const field target_place[] = { PLACE(kpi, target.where) };
static const record target_place_record = RECORD("source", kpi, target_place);
static const field target_fields[] = {
    VALUE("value", FIELD_QUANTITY, kpi, target.value),
    VALUE("from", FIELD_YEAR, kpi, target.from),
    VALUE("to", FIELD_YEAR, kpi, target.to),
    VALUE("per_year", FIELD_BOOL, kpi, target.per_year),
    VALUE("qualifier", FIELD_STRING, kpi, target.qualifier),
    VALUE("calendar_year", FIELD_BOOL, kpi, target.calendar_year),
    VALUE("text", FIELD_STRING, kpi, target.text),
    VALUE("cumulative", FIELD_BOOL, kpi, target.cumulative),
    VALUE("unit", FIELD_STRING, kpi, target.unit),
    STATE(kpi, target.state, target.value),
    OBJECT("source", target_place_record),
};
static const record target_record = RECORD("target", kpi, target_fields);

static const field planned_place[] = { PLACE(planned, where) };
static const record planned_place_record =
    RECORD("source", planned, planned_place);
static const field planned_fields[] = {
    VALUE("fiscal_year", FIELD_YEAR, planned, fiscal_year),
    VALUE("value", FIELD_QUANTITY, planned, value),
    VALUE("text", FIELD_STRING, planned, text),
    OBJECT("source", planned_place_record),
};
const record record_planned =
    RECORD("planned", planned, planned_fields);

static const field rate_place[] = { PLACE(kpi, rate_where) };
static const record rate_place_record =
    RECORD("source", kpi, rate_place);
static const field kpi_declared[] = {
    VALUE("rate", FIELD_QUANTITY, kpi, declared_rate),
    VALUE("text", FIELD_STRING, kpi, declared_rate_text),
    VALUE("grade", FIELD_STRING, kpi, declared_grade),
    CHOICE("kind", kinds, kpi, kind),
    CHOICE("direction", directions, kpi, direction),
    VALUE("direction_inferred", FIELD_BOOL, kpi, direction_inferred),
    OBJECT("source", rate_place_record),
};
static const record kpi_declared_record =
    RECORD("declared", kpi, kpi_declared);

static const field actual_place[] = { PLACE(actual, where) };
static const record actual_place_record =
    RECORD("source", actual, actual_place);
static const field actual_fields[] = {
    VALUE("fiscal_year", FIELD_YEAR, actual, fiscal_year),
    VALUE("value", FIELD_QUANTITY, actual, value),
    VALUE("unit", FIELD_STRING, actual, unit),
    VALUE("cumulative", FIELD_BOOL, actual, cumulative),
    STATE(actual, state, value),
    VALUE("text", FIELD_STRING, actual, text),
    OBJECT("source", actual_place_record),
    VALUE("calendar_year", FIELD_BOOL, actual, calendar_year),
    VALUE("total", FIELD_QUANTITY, actual, total),
};
const record record_actual = RECORD("actual", actual, actual_fields);

static const field kpi_assessed[] = {
    VALUE("expected", FIELD_QUANTITY, kpi, assessment.expected),
    VALUE("actual", FIELD_QUANTITY, kpi, assessment.actual),
    VALUE("rate", FIELD_QUANTITY, kpi, assessment.rate),
    VALUE("rate_exact", FIELD_FRACTION, kpi, assessment.rate),
    VALUE("shown", FIELD_STRING, kpi, assessment.shown),
    VALUE("grade", FIELD_STRING, kpi, assessment.grade),
    CHOICE("formula", formulas, kpi, assessment.formula),
    VALUE("reason", FIELD_STRING, kpi, assessment.reason_text),
    VALUE("explain", FIELD_STRING, kpi, assessment.explain),
    VALUE("fiscal_year", FIELD_YEAR, kpi, assessment.fiscal_year),
    CHOICE("kind", kinds, kpi, assessment.kind),
    CHOICE("direction", directions, kpi, assessment.direction),
    CHOICE("reason_id", reasons, kpi, assessment.reason),
    VALUE("ahead", FIELD_BOOL, kpi, assessment.ahead),
    VALUE("against_final", FIELD_BOOL, kpi, assessment.against_final),
    VALUE("worse_than_baseline", FIELD_BOOL, kpi,
          assessment.worse_than_baseline),
    VALUE("assessed", FIELD_BOOL, kpi, assessment.done),
};
static const record kpi_assessed_record =
    RECORD("assessment", kpi, kpi_assessed);
static const field kpi_place[] = { PLACE(kpi, where) };
static const record kpi_place_record = RECORD("source", kpi, kpi_place);

/* kind and direction: as the workbook states them (`declared`), else as the
 * assessment chose them. */
#define CHOSEN(name, from, member) \
    { .key = name, .type = FIELD_CHOICE, .choice = &(from), \
      .offset = offsetof(kpi, member), .flag = FIELD_NOWHERE, \
      .filled = FIELD_NOWHERE, .skip = FIELD_NOWHERE, \
      .otherwise = offsetof(kpi, assessment.member) }
#define ASSESSED(of) \
    { .key = "assessment", .type = FIELD_OBJECT, .record = &(of), \
      .assessment = true, NOWHERE }

static const field kpi_fields[] = {
    VALUE("name", FIELD_TEXT, kpi, name),
    VALUE("unit", FIELD_STRING, kpi, unit),
    CHOSEN("kind", kinds, kind),
    CHOSEN("direction", directions, direction),
    STRINGS("shared_with", "kpi_shared_with", kpi, shared_with, shared_count),
    MAYBE("baseline", baseline_record, kpi, baseline.present),
    OBJECT("target", target_record),
    LIST("planned", "planned", record_planned, kpi, planned, planned_count),
    OBJECT("declared", kpi_declared_record),
    LIST("actuals", "actual", record_actual, kpi, actuals, actual_count),
    ASSESSED(kpi_assessed_record),
    OBJECT("source", kpi_place_record),
    VALUE("code", FIELD_STRING, kpi, code),
    VALUE("remark", FIELD_STRING, kpi, remark),
    VALUE("group", FIELD_GROUP, kpi, group),
};
const record record_kpi = RECORD("kpi", kpi, kpi_fields);

static const field project_fields[] = {
    MAYBE("goal", goal_record, project, has_goal),
    MAYBE("theme", theme_record, project, has_theme),
    VALUE("measure", FIELD_STRING, project, measure),
    VALUE("measure_no", FIELD_STRING, project, measure_no),
    VALUE("no", FIELD_STRING, project, no),
    VALUE("name", FIELD_TEXT, project, name),
    VALUE("bureau", FIELD_STRING, project, bureau),
    VALUE("division", FIELD_STRING, project, division),
    VALUE("lead", FIELD_STRING, project, lead),
    STRINGS("municipalities", "project_municipality", project,
            municipalities, municipality_count),
    STRINGS("grants", "project_grant", project, grants, grant_count),
    MAYBE("period", period_record, project, has_period),
    LIST("costs", "cost", cost_record, project, costs, cost_count),
    VALUE("summary", FIELD_STRING, project, summary),
    VALUE("purpose", FIELD_STRING, project, purpose),
    LIST("activities", "activity", activity_record, project, activities,
         activity_count),
    STRINGS("notes", "project_note", project, notes, note_count),
    VALUE("relisted", FIELD_BOOL, project, relisted),
    OBJECT("declared", project_declared_record),
    { .key = "override", .type = FIELD_OBJECT, .record = &override_record,
      .flag = FIELD_NOWHERE, .filled = offsetof(project, override.grade),
      .skip = FIELD_NOWHERE, .otherwise = FIELD_NOWHERE },
    ASSESSED(project_assessed_record),
    OBJECT("source", project_place_record),
    LIST("kpis", "kpi", record_kpi, project, kpis, kpi_count),
};
const record record_project = RECORD("project", project, project_fields);

static const field source_fields[] = {
    VALUE("file", FIELD_STRING, source, file),
    VALUE("sha256", FIELD_STRING, source, sha256),
    VALUE("department", FIELD_STRING, source, department),
    VALUE("modified", FIELD_STRING, source, modified),
    VALUE("stamp", FIELD_STRING, source, stamp),
    VALUE("unreadable", FIELD_BOOL, source, unreadable),
    VALUE("superseded", FIELD_BOOL, source, superseded),
};
const record record_source = RECORD("source", source, source_fields);

static const field plan_fields[] = {
    VALUE("title", FIELD_STRING, dataset, title),
    VALUE("municipality", FIELD_STRING, dataset, municipality),
    VALUE("from", FIELD_YEAR, dataset, from),
    VALUE("to", FIELD_YEAR, dataset, to),
};
static const record plan_record = RECORD("plan", dataset, plan_fields);
static const field dataset_fields[] = {
    { .key = "schema", .type = FIELD_CONST, .word = "kpibook.dataset/1",
      NOWHERE },
    VALUE("fiscal_year", FIELD_YEAR, dataset, fiscal_year),
    OBJECT("plan", plan_record),
    LIST("sources", "source", record_source, dataset, sources, source_count),
    { .key = "projects", .type = FIELD_LIST, .word = "project",
      .record = &record_project, .offset = offsetof(dataset, projects),
      .count = offsetof(dataset, project_count), .flag = FIELD_NOWHERE,
      .filled = FIELD_NOWHERE, .skip = offsetof(project, superseded),
      .otherwise = FIELD_NOWHERE },
};
const record record_dataset = RECORD("dataset", dataset, dataset_fields);
