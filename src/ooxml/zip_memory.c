/*
 * zip_memory.c - an archive's bytes as minizip reads them
 */
#include "ooxml/zip_memory.h"

#include <string.h>

bool zip_memory_copy(const zip_memory *memory, uint64_t at, void *out,
                     size_t size)
{
    const zip_input *from = &memory->from;

    if (at > from->size || size > from->size - at)
        return false;
    if (size == 0)
        return true;
    if (from->bytes == NULL)
        return from->ask(from->context, at, out, size);
    memcpy(out, from->bytes + at, size);
    return true;
}

static voidpf memory_open(voidpf opaque, const void *name, int mode)
{
    zip_memory *file = opaque;

    (void)name;
    (void)mode;
    file->at = 0;
    return file;
}

static uLong memory_read(voidpf opaque, voidpf stream, void *out, uLong size)
{
    zip_memory *file = stream;
    ZPOS64_T left = file->from.size - file->at;

    (void)opaque;
    if (size == 1 && left > 0 && file->from.bytes != NULL) {
        /* minizip reads its directory by bytes */
        *(unsigned char *)out = file->from.bytes[file->at++];
        file->short_read = false;
        return 1;
    }
    file->short_read = size > left;
    if (size > left)
        size = (uLong)left;
    if (!zip_memory_copy(file, file->at, out, size)) {
        file->short_read = true;
        return 0;
    }
    file->at += size;
    return size;
}

static ZPOS64_T memory_tell(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((zip_memory *)stream)->at;
}

static long memory_seek(voidpf opaque, voidpf stream, ZPOS64_T offset,
                        int origin)
{
    zip_memory *file = stream;
    ZPOS64_T target = offset;

    (void)opaque;
    /* minizip goes back by a wrapped offset: the sum wraps once more. */
    if (origin == ZLIB_FILEFUNC_SEEK_CUR)
        target += file->at;
    else if (origin == ZLIB_FILEFUNC_SEEK_END)
        target += file->from.size;
    if (target > file->from.size)
        return -1;
    file->at = target;
    return 0;
}

static int memory_close(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

static int memory_error(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((zip_memory *)stream)->short_read;
}

unzFile zip_memory_open(zip_memory *memory)
{
    zlib_filefunc64_def calls = {
        .zopen64_file = memory_open,
        .zread_file = memory_read,
        .ztell64_file = memory_tell,
        .zseek64_file = memory_seek,
        .zclose_file = memory_close,
        .zerror_file = memory_error,
        .opaque = memory,
    };

    return unzOpen2_64("", &calls);
}
