/*
 * grant_offices.c - whose form it is, by its labels
 */
#include "ingest/form/grant_parts.h"

#include "ingest/header/department_words.h"
#include "ingest/reader/department.h"

/* 創業推進部　新産業課 or 新産業課 of 担当部課 behind 担当局 | 経済局: no bureau of its
 * own. `below`: the label names what is below a bureau. */
static bool is_of_bureau(const project *p, text value, bool below)
{
    static const char *const bureaus[] = { "局", "庁", "委員会", "区役所" };
    text first, second;

    department_split(value, &first, &second);
    if (second.length == 0 ? !below || text_ends(first, "部")
                           : !text_ends(first, "部"))
        return false;
    for (size_t i = 0; i < sizeof(bureaus) / sizeof(*bureaus); i++)
        if (text_ends(text_of(p->bureau), bureaus[i]))
            return true;
    return false;
}

void form_take_office(form *f, const form_label_value *one)
{
    reader *r = f->reader;
    project *p = f->project;
    office_level lowest, first = office_levels_typed(r->memory, one->label,
                                                     &lowest);
    text bureau = text_of(""), division = text_of("");

    if ((p->bureau[0] != '\0' || p->division[0] != '\0') &&
        office_helps(one->label))
        return; /* whose form it is is said */
    if (is_of_bureau(p, one->value,
                     first == OFFICE_DEPARTMENT && lowest != first)) {
        p->division = reader_line(r, one->value);
        return;
    }
    if (first == OFFICE_DEPARTMENT &&
        (lowest == first || text_ends(one->value, "部"))) { /* beside 課 */
        bureau = p->bureau[0] == '\0' ||
                         text_ends(text_of(p->bureau), "部")
                     ? one->value
                     : department_join(r, text_of(p->bureau), one->value);
    } else if (one->role == ROLE_BUREAU) {
        bureau = one->value;
    } else {
        division = first != OFFICE_SECTION || p->division[0] == '\0'
                       ? one->value
                       : department_join(r, text_of(p->division), one->value);
    }
    department_set(r, p, bureau, division, one->row, one->col);
}

bool form_take_publisher(form *f, text office, uint32_t row, uint32_t col)
{
    static const char board[] = "教育委員会";
    text city;

    if (!text_ends(office, board))
        return false;
    city = text_cut(office, 0, office.length - text_of(board).length);
    if (!form_is_city(city))
        return false;
    if (f->publisher.length == 0) {
        f->publisher = office;
        f->publisher_row = row;
        f->publisher_col = col;
    }
    return true;
}

void form_settle_publisher(form *f)
{
    if (f->publisher.length > 0 && f->project->bureau[0] == '\0')
        department_set(f->reader, f->project, f->publisher, text_of(""),
                       f->publisher_row, f->publisher_col);
}
