/*
 * role_ids.c - roles of columns as a plan writes them
 */
#include "ingest/header/header_roles.h"

#include <string.h>

static const char *const ids[] = {
    [ROLE_NONE] = "",
    [ROLE_GOAL] = "goal",
    [ROLE_THEME] = "theme",
    [ROLE_PART] = "part",
    [ROLE_MEASURE] = "measure",
    [ROLE_PROJECT] = "project",
    [ROLE_NO] = "no",
    [ROLE_CODE] = "code",
    [ROLE_RELISTED] = "relisted",
    [ROLE_BUREAU] = "bureau",
    [ROLE_DIVISION] = "division",
    [ROLE_SUMMARY] = "summary",
    [ROLE_PURPOSE] = "purpose",
    [ROLE_GRANT] = "grant",
    [ROLE_COST] = "cost",
    [ROLE_PERIOD] = "period",
    [ROLE_PERIOD_FROM] = "period_from",
    [ROLE_PERIOD_TO] = "period_to",
    [ROLE_MUNICIPALITY] = "municipality",
    [ROLE_ACTIVITY] = "activity",
    [ROLE_KPI] = "kpi",
    [ROLE_BREAKDOWN] = "breakdown",
    [ROLE_UNIT] = "unit",
    [ROLE_KIND] = "kind",
    [ROLE_DIRECTION] = "direction",
    [ROLE_BASELINE] = "baseline",
    [ROLE_BASELINE_YEAR] = "baseline_year",
    [ROLE_TARGET] = "target",
    [ROLE_TARGET_FROM] = "target_from",
    [ROLE_TARGET_YEAR] = "target_year",
    [ROLE_PLANNED] = "planned",
    [ROLE_ACTUAL] = "actual",
    [ROLE_TOTAL] = "total",
    [ROLE_YEAR] = "year",
    [ROLE_LINE] = "line",
    [ROLE_VALUE] = "value",
    [ROLE_NAME] = "name",
    [ROLE_RATE] = "rate",
    [ROLE_GRADE] = "grade",
    [ROLE_STATUS] = "status",
    [ROLE_REMARK] = "remark",
    [ROLE_IGNORED] = "ignored",
};

const char *role_id(role r)
{
    return r < ROLE_COUNT ? ids[r] : "";
}

role role_from_id(const char *id)
{
    for (unsigned r = 1; r < ROLE_COUNT; r++)
        if (strcmp(id, ids[r]) == 0)
            return (role)r;
    return ROLE_NONE;
}

bool role_is_level(role r)
{
    return r >= ROLE_GOAL && r <= ROLE_PROJECT;
}

bool rank_stands_for_goal(unsigned rank)
{
    return rank == RANK_FIELD || rank == RANK_POLICY || rank == RANK_PILLAR ||
           rank == RANK_FLAGSHIP || rank == RANK_AIM;
}

bool role_is_period(role r)
{
    return r == ROLE_PERIOD || r == ROLE_PERIOD_FROM || r == ROLE_PERIOD_TO;
}

bool role_is_figure(role r)
{
    return r == ROLE_BASELINE || r == ROLE_TARGET || r == ROLE_PLANNED ||
           r == ROLE_ACTUAL || r == ROLE_TOTAL;
}
