/*
 * libsqlite3.c - SQLite for the command, looked up for an .sqlite file
 *
 * Few runs read or write one; and it brings the library of mathematics.
 */
#include "late/late.h"

#include <stdarg.h>

#include <sqlite3.h>

#define ACTIONS(EACH) \
    EACH(1, sqlite3_free, void *)

#define FUNCTIONS(EACH) \
    EACH(int, 3, sqlite3_bind_int, sqlite3_stmt *, int, int) \
    EACH(int, 3, sqlite3_bind_int64, sqlite3_stmt *, int, sqlite3_int64) \
    EACH(int, 2, sqlite3_bind_null, sqlite3_stmt *, int) \
    EACH(int, 6, sqlite3_bind_text64, sqlite3_stmt *, int, const char *, \
         sqlite3_uint64, sqlite3_destructor_type, unsigned char) \
    EACH(int, 1, sqlite3_close, sqlite3 *) \
    EACH(int, 2, sqlite3_column_bytes, sqlite3_stmt *, int) \
    EACH(int, 2, sqlite3_column_int, sqlite3_stmt *, int) \
    EACH(sqlite3_int64, 2, sqlite3_column_int64, sqlite3_stmt *, int) \
    EACH(const unsigned char *, 2, sqlite3_column_text, sqlite3_stmt *, int) \
    EACH(int, 2, sqlite3_column_type, sqlite3_stmt *, int) \
    EACH(int, 6, sqlite3_deserialize, sqlite3 *, const char *, \
         unsigned char *, sqlite3_int64, sqlite3_int64, unsigned) \
    EACH(int, 1, sqlite3_errcode, sqlite3 *) \
    EACH(const char *, 1, sqlite3_errmsg, sqlite3 *) \
    EACH(int, 5, sqlite3_exec, sqlite3 *, const char *, sqlite3_callback, \
         void *, char **) \
    EACH(int, 1, sqlite3_finalize, sqlite3_stmt *) \
    EACH(void *, 1, sqlite3_malloc64, sqlite3_uint64) \
    EACH(int, 4, sqlite3_open_v2, const char *, sqlite3 **, int, \
         const char *) \
    EACH(int, 5, sqlite3_prepare_v2, sqlite3 *, const char *, int, \
         sqlite3_stmt **, const char **) \
    EACH(int, 1, sqlite3_reset, sqlite3_stmt *) \
    EACH(unsigned char *, 4, sqlite3_serialize, sqlite3 *, const char *, \
         sqlite3_int64 *, unsigned) \
    EACH(int, 1, sqlite3_step, sqlite3_stmt *) \
    EACH(int, 9, sqlite3_table_column_metadata, sqlite3 *, const char *, \
         const char *, const char *, const char **, const char **, int *, \
         int *, int *)

#define NAMESAKES(EACH) ACTIONS(EACH) EACH(, sqlite3_db_config, )
LATE_NAMESAKES(NAMESAKES, FUNCTIONS)
ACTIONS(LATE_ACTION)
FUNCTIONS(LATE_FUNCTION)

/* For an operation that switches something and says how it then stands. */
int sqlite3_db_config(sqlite3 *db, int operation, ...)
{
    va_list more;
    int on, *stands;

    va_start(more, operation);
    on = va_arg(more, int);
    stands = va_arg(more, int *);
    va_end(more);
    return LATE_CALL(sqlite3_db_config)(db, operation, on, stands);
}
