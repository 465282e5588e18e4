/*
 * fuzz_number_format.c - any bytes as a format code, and as a serial
 *
 * The bytes are a code, a line feed and a number. Case of ASCII letters does
 * not change the kind; a literal behind the code does not either. A date
 * that comes out is read back as a serial that shows the same date.
 */
#include "fuzz/check.h"
#include "xlsx/serial_date.h"
#include "xlsx/stored_value.h"
#include "xlsx/xstring.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_date(text serial, number_format format, bool date1904)
{
    char again[SERIAL_TEXT_SIZE];
    buf first, second;

    buf_init(&first);
    buf_init(&second);
    if (serial_to_iso(&first, serial, format, date1904)) {
        check(serial_from_iso(again, buf_slice(&first), date1904));
        check(serial_to_iso(&second, text_of(again), format, date1904));
        check(text_equal(buf_slice(&first), buf_slice(&second)));
    } else {
        check(first.length == 0);
    }
    buf_free(&first);
    buf_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    text input = text_slice((const char *)bytes, size), number;
    size_t line = text_find(input, "\n", 0);
    text code = text_cut(input, 0, line);
    text rest = line == SIZE_MAX ? text_of("") : text_from(input, line + 1);
    number_format format = number_format_classify(code);
    char serial[SERIAL_TEXT_SIZE];
    char *copy = malloc(size + 1);
    size_t length;
    buf scratch;

    if (copy == NULL)
        abort();
    buf_init(&scratch);
    for (size_t i = 0; i < code.length; i++)
        copy[i] = ascii_lower(code.bytes[i]);
    check(number_format_classify(text_slice(copy, code.length)).kind ==
          format.kind);
    check(!(format.has_date || format.has_time) ||
          format.kind == FORMAT_DATE);
    if (stored_number(&number, rest, &scratch)) {
        check(number.length != 0);
        check_date(number, format, false);
        check_date(number, format, true);
    }
    (void)serial_from_iso(serial, rest, false);
    check(strlen(serial) < SERIAL_TEXT_SIZE);
    if (size != 0)
        memcpy(copy, bytes, size);
    length = xstring_decode(copy, size);
    check(length <= size);
    buf_free(&scratch);
    free(copy);
    return 0;
}
