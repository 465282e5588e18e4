/*
 * whatif_report.h - what another plan would change, as text and as JSON
 *
 * Derivations stand in the language of the first plan, as everywhere;
 * `language` is that of the words around them.
 */
#ifndef KPIBOOK_OUTPUT_WHATIF_REPORT_H
#define KPIBOOK_OUTPUT_WHATIF_REPORT_H

#include "kpi/whatif.h"

void whatif_put_text(buf *out, const whatif *w, plan_language language);
/* kpibook.whatif/1; `d` is the dataset that was compared. */
void whatif_put_json(buf *out, const whatif *w, const dataset *d,
                     plan_language language);

#endif
