/*
 * late.h - a library that the command looks up when it is needed
 *
 * Where it is missing, or there is no memory for it, the run ends as one
 * without memory does: in a word to stderr and status 3. No output has been
 * written by then; a temporary file is removed (quick_exit).
 *
 * A library's file names what the command calls of it in two lists, and
 * LATE_LIBRARY(ACTIONS, FUNCTIONS) defines a function of each name that looks
 * its namesake up when the first of them is called:
 *
 *   #define ACTIONS(EACH) EACH(1, xmlFreeDoc, xmlDocPtr)
 *   #define FUNCTIONS(EACH) EACH(int, 1, xmlParseDocument, xmlParserCtxtPtr)
 *
 * with how many arguments of which types, and first of all the type given: a
 * further one fails to link until it is named, another type to compile.
 */
#ifndef KPIBOOK_LATE_LATE_H
#define KPIBOOK_LATE_LATE_H

#include <pthread.h>

/* The library by its SONAME; a function of it, which is never NULL. */
void *late_open(const char *soname);
void *late_look_up(void *library, const char *name);

#define LATE_LIBRARY(ACTIONS, FUNCTIONS) \
    LATE_NAMESAKES(ACTIONS, FUNCTIONS) \
    ACTIONS(LATE_ACTION) \
    FUNCTIONS(LATE_FUNCTION)

/* Only what is looked up: a function with any number of arguments is defined
 * by hand and calls its namesake by LATE_CALL. */
#define LATE_NAMESAKES(ACTIONS, FUNCTIONS) \
    static struct { \
        ACTIONS(LATE_POINTER_OF) \
        FUNCTIONS(LATE_POINTER) \
    } late; \
    static pthread_once_t once = PTHREAD_ONCE_INIT; \
    static void load(void) \
    { \
        void *library = late_open(SONAME); \
 \
        ACTIONS(LATE_LOOK_UP_OF) \
        FUNCTIONS(LATE_LOOK_UP) \
    }

#define LATE_CALL(name) (pthread_once(&once, load), late.name)

#define LATE_POINTER_OF(count, name, ...) __typeof__(name) *name;
#define LATE_POINTER(type, count, name, ...) __typeof__(name) *name;
/* POSIX lets the object that dlsym() gives be called; ISO C has no cast. */
#define LATE_LOOK_UP_OF(count, name, ...) \
    *(void **)&late.name = late_look_up(library, #name);
#define LATE_LOOK_UP(type, count, name, ...) LATE_LOOK_UP_OF(count, name, )
#define LATE_ACTION(count, name, ...) \
    void name(LATE_PARAMS_##count(__VA_ARGS__)) \
    { \
        LATE_CALL(name)(LATE_ARGS_##count); \
    }
#define LATE_FUNCTION(type, count, name, ...) \
    type name(LATE_PARAMS_##count(__VA_ARGS__)) \
    { \
        return LATE_CALL(name)(LATE_ARGS_##count); \
    }

#define LATE_PARAMS_0(A) A
#define LATE_ARGS_0
#define LATE_PARAMS_1(A) A a
#define LATE_ARGS_1 a
#define LATE_PARAMS_2(A, B) A a, B b
#define LATE_ARGS_2 a, b
#define LATE_PARAMS_3(A, B, C) A a, B b, C c
#define LATE_ARGS_3 a, b, c
#define LATE_PARAMS_4(A, B, C, D) A a, B b, C c, D d
#define LATE_ARGS_4 a, b, c, d
#define LATE_PARAMS_5(A, B, C, D, E) A a, B b, C c, D d, E e
#define LATE_ARGS_5 a, b, c, d, e
#define LATE_PARAMS_6(A, B, C, D, E, F) \
    A a, B b, C c, D d, E e, F f
#define LATE_ARGS_6 a, b, c, d, e, f
#define LATE_PARAMS_7(A, B, C, D, E, F, G) \
    A a, B b, C c, D d, E e, F f, G g
#define LATE_ARGS_7 a, b, c, d, e, f, g
#define LATE_PARAMS_9(A, B, C, D, E, F, G, H, I) \
    A a, B b, C c, D d, E e, F f, G g, H h, I i
#define LATE_ARGS_9 a, b, c, d, e, f, g, h, i

#endif
