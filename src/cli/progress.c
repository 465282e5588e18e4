#include "cli/progress.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BAR_WIDTH = 32, WAIT_MS = 1000 };

static int64_t now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void progress_start(progress *p, const cli *c)
{
    const char *when = c->progress == NULL ? "auto" : c->progress;

    *p = (progress){ .started = now_ms() };
    p->at_once = strcmp(when, "always") == 0;
    p->on = p->at_once || (strcmp(when, "auto") == 0 && !c->quiet &&
                           isatty(STDERR_FILENO) == 1);
}

void progress_show(progress *p, size_t done, size_t all)
{
    char bar[BAR_WIDTH + 1];
    size_t filled;

    if (!p->on || all == 0 ||
        (!p->at_once && now_ms() - p->started < WAIT_MS))
        return;
    filled = done * BAR_WIDTH / all;
    memset(bar, '#', filled);
    memset(bar + filled, '.', BAR_WIDTH - filled);
    bar[BAR_WIDTH] = '\0';
    fprintf(stderr, "\r[%s] %zu/%zu", bar, done, all);
    fflush(stderr);
    p->shown = true;
}

void progress_end(progress *p)
{
    if (p->shown)
        fprintf(stderr, "\r%*s\r", BAR_WIDTH + 32, "");
    p->shown = false;
}
