/*
 * late.h - a library that the command looks up when it is needed
 *
 * Where it is missing, or there is no memory for it, the run ends as one
 * without memory does: in a word to stderr and status 3. No output has been
 * written by then; a temporary file is removed (quick_exit).
 */
#ifndef KPIBOOK_LATE_LATE_H
#define KPIBOOK_LATE_LATE_H

/* The library by its SONAME; a function of it, which is never NULL. */
void *late_open(const char *soname);
void *late_look_up(void *library, const char *name);

#endif
