/*
 * rule_list.h - the rule catalogue, or one rule, as text or JSON
 */
#ifndef KPIBOOK_OUTPUT_RULE_LIST_H
#define KPIBOOK_OUTPUT_RULE_LIST_H

#include "check/rules.h"

void rule_list_put(buf *out, plan_language language, bool json);
/* Cause, fix, example. */
void rule_put(buf *out, const rule *r, plan_language language);

#endif
