/*
 * project_name.h - a project's number and name as they are printed
 *
 *     ①移住の促進    (2)移住の促進    3 移住の促進    1-2 移住の促進
 *
 * A number that ends in a digit or a letter would run into the name.
 */
#ifndef KPIBOOK_OUTPUT_PROJECT_NAME_H
#define KPIBOOK_OUTPUT_PROJECT_NAME_H

#include "base/buf.h"
#include "kpi/dataset.h"

void put_project_name(buf *b, const project *p);

#endif
