/*
 * rules_table.h - the catalogue's tables, one a family
 *
 * A new rule is a row in the table of its family; each table is sorted by
 * id. Messages say what is wrong, in a few words and without a full stop;
 * hints say what to do in Excel, in sentences and with an example.
 */
#ifndef KPIBOOK_CHECK_RULES_TABLE_H
#define KPIBOOK_CHECK_RULES_TABLE_H

#include "check/rules.h"

typedef struct rule_table {
    const rule *rows;
    size_t count;
} rule_table;

#define RULE_TABLE(rows) { (rows), sizeof(rows) / sizeof(*(rows)) }

extern const rule_table rules_of_file;
extern const rule_table rules_of_submission;
extern const rule_table rules_of_template;
extern const rule_table rules_of_sheet;
extern const rule_table rules_of_missing;
extern const rule_table rules_of_value;
extern const rule_table rules_of_logic;
extern const rule_table rules_of_assessment;
extern const rule_table rules_of_identity;
extern const rule_table rules_of_previous;
extern const rule_table rules_of_mic;

#endif
