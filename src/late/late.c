/*
 * late.c - a library that the command looks up when it is needed
 */
#include "late/late.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

enum { NOT_LOADED = 3 };

void *late_open(const char *soname)
{
    return dlopen(soname, RTLD_NOW);
}

void *late_look_up(void *library, const char *name)
{
    void *function = library == NULL ? NULL : dlsym(library, name);

    if (function == NULL) {
        (void)fprintf(stderr, "kpibook: %s\n", dlerror());
        quick_exit(NOT_LOADED);
    }
    return function;
}
