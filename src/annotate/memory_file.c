#include "annotate/memory_file.h"

#include <string.h>

static voidpf file_open(voidpf opaque, const void *name, int mode)
{
    memory_file *f = opaque;

    (void)name;
    (void)mode;
    f->at = 0;
    f->start = f->out != NULL ? f->out->length : 0;
    return f;
}

static uint64_t length_of(const memory_file *f)
{
    return f->out != NULL ? f->out->length - f->start : f->size;
}

static const char *bytes_of(const memory_file *f)
{
    return f->out != NULL ? f->out->bytes + f->start : f->bytes;
}

static uLong file_read(voidpf opaque, voidpf stream, void *buffer, uLong size)
{
    memory_file *f = stream;
    uint64_t rest = length_of(f) - f->at;

    (void)opaque;
    if (size > rest)
        size = (uLong)rest;
    if (size > 0)
        memcpy(buffer, bytes_of(f) + f->at, size);
    f->at += size;
    return size;
}

/* minizip goes back to fill in sizes: what lies there is written over. */
static uLong file_write(voidpf opaque, voidpf stream, const void *bytes,
                        uLong size)
{
    memory_file *f = stream;
    uint64_t over = length_of(f) - f->at;

    (void)opaque;
    if (f->out == NULL)
        return 0;
    if (over > size)
        over = size;
    if (over > 0)
        memcpy(f->out->bytes + f->start + f->at, bytes, (size_t)over);
    buf_add(f->out, (const char *)bytes + over, size - (size_t)over);
    if (!buf_ok(f->out))
        return 0;
    f->at += size;
    return size;
}

static ZPOS64_T file_tell(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((memory_file *)stream)->at;
}

static long file_seek(voidpf opaque, voidpf stream, ZPOS64_T offset,
                      int origin)
{
    memory_file *f = stream;

    (void)opaque;
    /* minizip goes back by a wrapped offset: the sum wraps once more. */
    if (origin == ZLIB_FILEFUNC_SEEK_CUR)
        offset += f->at;
    else if (origin == ZLIB_FILEFUNC_SEEK_END)
        offset += length_of(f);
    if (offset > length_of(f))
        return -1;
    f->at = offset;
    return 0;
}

static int file_close(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

static int file_error(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((memory_file *)stream)->out != NULL &&
           !buf_ok(((memory_file *)stream)->out);
}

void memory_file_functions(zlib_filefunc64_def *functions, memory_file *file)
{
    *functions = (zlib_filefunc64_def){
        .zopen64_file = file_open, .zread_file = file_read,
        .zwrite_file = file_write, .ztell64_file = file_tell,
        .zseek64_file = file_seek, .zclose_file = file_close,
        .zerror_file = file_error, .opaque = file,
    };
}
