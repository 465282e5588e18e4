#include "cli/crew.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct crew {
    pthread_t *threads;
    size_t count;
    pthread_mutex_t lock;
    pthread_cond_t begin, end;
    void (*work)(void *);
    void *context;
    size_t wanted;  /* threads that are still to begin, */
    size_t running; /* and these and those that have not come back */
    bool over;
};

static void *run_thread(void *context)
{
    crew *c = context;

    pthread_mutex_lock(&c->lock);
    while (!c->over) {
        if (c->wanted == 0) {
            pthread_cond_wait(&c->begin, &c->lock);
            continue;
        }
        c->wanted--;
        pthread_mutex_unlock(&c->lock);
        c->work(c->context);
        pthread_mutex_lock(&c->lock);
        if (--c->running == 0)
            pthread_cond_signal(&c->end);
    }
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

crew *crew_new(size_t count)
{
    crew *c = calloc(1, sizeof(*c));

    if (c == NULL)
        return NULL;
    pthread_mutex_init(&c->lock, NULL);
    pthread_cond_init(&c->begin, NULL);
    pthread_cond_init(&c->end, NULL);
    c->threads = calloc(count, sizeof(*c->threads));
    while (c->threads != NULL && c->count < count &&
           pthread_create(&c->threads[c->count], NULL, run_thread, c) == 0)
        c->count++;
    if (c->count > 0)
        return c;
    crew_free(c);
    return NULL;
}

void crew_free(crew *c)
{
    if (c == NULL)
        return;
    pthread_mutex_lock(&c->lock);
    c->over = true;
    pthread_cond_broadcast(&c->begin);
    pthread_mutex_unlock(&c->lock);
    for (size_t i = 0; i < c->count; i++)
        pthread_join(c->threads[i], NULL);
    pthread_cond_destroy(&c->end);
    pthread_cond_destroy(&c->begin);
    pthread_mutex_destroy(&c->lock);
    free(c->threads);
    free(c);
}

void crew_do(crew *c, size_t count, void (*work)(void *), void *context)
{
    pthread_mutex_lock(&c->lock);
    c->work = work;
    c->context = context;
    c->wanted = c->running = count < c->count ? count : c->count;
    pthread_cond_broadcast(&c->begin);
    pthread_mutex_unlock(&c->lock);
}

void crew_wait(crew *c)
{
    pthread_mutex_lock(&c->lock);
    c->running -= c->wanted;
    c->wanted = 0;
    while (c->running > 0)
        pthread_cond_wait(&c->end, &c->lock);
    pthread_mutex_unlock(&c->lock);
}

/* ---- Pieces of what the library does, for whoever comes next ------------- */

typedef struct pieces {
    kpi_task task;
    void *data;
    size_t count;
    atomic_size_t next;
} pieces;

static void run_pieces(void *context)
{
    pieces *p = context;
    size_t index;

    while ((index = atomic_fetch_add(&p->next, 1)) < p->count)
        p->task(p->data, index);
}

void crew_run(void *context, kpi_task task, void *data, size_t count)
{
    crew *c = context;
    pieces p = { .task = task, .data = data, .count = count };

    atomic_init(&p.next, 0);
    crew_do(c, c->count - 1, run_pieces, &p);
    run_pieces(&p);
    crew_wait(c);
}
