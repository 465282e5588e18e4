#include "cli/dates.h"

#include <stdlib.h>
#include <time.h>

static const int64_t year_1980 = 315532800;

int cli_as_of(char out[KPI_DAY_SIZE], const cli *c)
{
    const char *planned = kpi_plan_as_of(c->plan);

    if (c->as_of != NULL && !kpi_day_valid(c->as_of))
        return cli_misuse(c, "--as-of: '%s': %s", c->as_of,
                          cli_say(c, "日付は 2017-06-30 のように書く",
                                  "expected a day like 2017-06-30"));
    if (c->as_of != NULL)
        snprintf(out, KPI_DAY_SIZE, "%s", c->as_of);
    else if (kpi_day_valid(planned))
        snprintf(out, KPI_DAY_SIZE, "%.10s", planned);
    else
        kpi_day_text(out, (int64_t)time(NULL), kpi_plan_zone_minutes(c->plan));
    return CLI_DONE;
}

int64_t cli_output_time(const kpi_dataset *dataset)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    int64_t seconds = 0;

    if (epoch != NULL && epoch[0] >= '0' && epoch[0] <= '9')
        seconds = (int64_t)strtoll(epoch, NULL, 10);
    else if (dataset == NULL || !kpi_dataset_modified(dataset, &seconds))
        seconds = year_1980;
    return seconds < year_1980 ? year_1980 : seconds;
}
