/*
 * lettered_parts.h - the pieces of lettered_names: the letters of a sheet
 */
#ifndef KPIBOOK_INGEST_LETTERED_PARTS_H
#define KPIBOOK_INGEST_LETTERED_PARTS_H

#include "ingest/reader/reader.h"

enum { LETTERS_MOST = 64 };

/* A cell that holds nothing but a letter, of a list or of a table. */
typedef struct lettered {
    const cell *at;
    const cell *head;  /* the list's heading, or the side label of a table */
    const cell *name;  /* of a list; NULL: it is left empty */
    const cell *unit;  /* of a list, or NULL */
    const cell *unit_word; /* 単位 in front of it, or NULL */
    uint32_t header;   /* of a table: its row of years; of a list whose names
                          stand in a column of their own: 名称 | 単位, else 0 */
    size_t named_by;   /* of a table: the index in the list; SIZE_MAX: it is
                          left empty */
} lettered;

typedef struct letters {
    reader *reader;
    lettered lists[LETTERS_MOST], lines[LETTERS_MOST];
    size_t list_count, line_count;
} letters;

/* lettered_find.c: is there a letter on the sheet at all? On most there is
 * none. */
bool lettered_any(reader *r);
/* Finds them, and which of the list each of the table is; false where the sheet
 * is of another kind. */
bool lettered_find(letters *l);
/* 単位 right behind the heading of a list; NULL. */
const cell *lettered_unit_head(const letters *l, const cell *head);
/* The cell behind another in a row; UINT32_MAX. */
uint32_t lettered_behind(const sheet_view *v, const cell *c, uint32_t row);
/* What a cell is as a header's word; NULL where it can be none. */
const header_word *lettered_word(const letters *l, uint32_t row, uint32_t col);

#endif
