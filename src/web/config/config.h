/*
 * config.h - what ./configure would find out under Emscripten
 *
 * libxml2, libfyaml, json-c and nettle each include a "config.h"; the page
 * is built without running their configure scripts, and this one serves all.
 */
#ifndef KPIBOOK_WEB_CONFIG_H
#define KPIBOOK_WEB_CONFIG_H

#define PACKAGE "kpibook"
#define VERSION "0"
#define STDC_HEADERS 1

/* Headers */
#define HAVE_ARPA_INET_H 1
#define HAVE_CTYPE_H 1
#define HAVE_ERRNO_H 1
#define HAVE_FCNTL_H 1
#define HAVE_FLOAT_H 1
#define HAVE_INTTYPES_H 1
#define HAVE_LIMITS_H 1
#define HAVE_MATH_H 1
#define HAVE_MEMORY_H 1
#define HAVE_STDARG_H 1
#define HAVE_STDINT_H 1
#define HAVE_STDLIB_H 1
#define HAVE_STRINGS_H 1
#define HAVE_STRING_H 1
#define HAVE_SYS_STAT_H 1
#define HAVE_SYS_TYPES_H 1
#define HAVE_TIME_H 1
#define HAVE_UNISTD_H 1
#define JSON_C_HAVE_INTTYPES_H 1

/* Functions */
#define HAVE_DECL_INFINITY 1
#define HAVE_DECL_ISINF 1
#define HAVE_DECL_ISNAN 1
#define HAVE_DECL_NAN 1
#define HAVE_OPEN 1
#define HAVE_REALLOC 1
#define HAVE_SNPRINTF 1
#define HAVE_STRCASECMP 1
#define HAVE_STRDUP 1
#define HAVE_STRERROR 1
#define HAVE_STRNCASECMP 1
#define HAVE_STRTOLL 1
#define HAVE_STRTOULL 1
#define HAVE_VASPRINTF 1
#define HAVE_VSNPRINTF 1
#define HAVE_VA_COPY 1
#define VA_LIST_IS_ARRAY 0
#define ICONV_CONST

/* Sizes of wasm32 */
#define SIZEOF_INT 4
#define SIZEOF_INT64_T 8
#define SIZEOF_LONG 4
#define SIZEOF_LONG_LONG 8
#define SIZEOF_SIZE_T 4
#define SIZEOF_SSIZE_T 4

/* A page needs no random hash seed: same input, same bytes. */
#define OVERRIDE_GET_RANDOM_SEED return 1

#endif
