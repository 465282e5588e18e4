/*
 * crew.h - threads that do one thing after another
 *
 * They stay between two things to do: a thread that waits is awake at once,
 * where a new one may stand in line for milliseconds.
 */
#ifndef KPIBOOK_CLI_CREW_H
#define KPIBOOK_CLI_CREW_H

#include "kpibook.h"

typedef struct crew crew;

/* So many threads, or as many as can be had; NULL when there are none. */
crew *crew_new(size_t count);
/* Ends the threads; NULL is accepted. */
void crew_free(crew *c);

/*
 * Lets `count` threads call work(context), and returns; crew_wait() returns
 * when all have come back that had begun by then. One thing at a time.
 */
void crew_do(crew *c, size_t count, void (*work)(void *), void *context);
void crew_wait(crew *c);

/* A kpi_run, by the calling thread and all of a crew but one: `context`. */
void crew_run(void *context, kpi_task task, void *data, size_t count);

#endif
