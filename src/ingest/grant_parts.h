/*
 * grant_parts.h - the pieces of layout_grant: labels and words around a table
 */
#ifndef KPIBOOK_INGEST_GRANT_PARTS_H
#define KPIBOOK_INGEST_GRANT_PARTS_H

#include "ingest/reader.h"

typedef struct form {
    reader *reader;
    const table *table;
    project *project;
    size_t activity_capacity;
    text title, cover; /* cover: a document's title, only if nothing else */
    uint32_t title_row, title_col;
    bool named;        /* by a label */
    text level;        /* 施策名 of a form that names no project */
    uint32_t level_row, level_col;
    bool cost_noted;
    bool below;        /* behind the indicators */
} form;

/* What the words of a cell are as a label. */
const header_word *form_label(const form *f, uint32_t row, uint32_t col);
/* Roles that a label of a form may have. */
bool form_knows(role r);
/* Takes in all labels, values and words of a row. */
void form_take_row(form *f, uint32_t row);

#endif
