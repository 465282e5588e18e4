/*
 * stored_value.h - the text of a <v> as a number or a boolean
 *
 * The standard wants xsd:double for t="n". Readers take more: white space
 * around, a plus, ".5" and "5.". What is no decimal at all (a text, "NaN",
 * "0x1F", an exponent beyond 400) is not refused but given as a string, as
 * calamine does where the type is not written: nothing is lost, and no
 * figure is made up.
 */
#ifndef KPIBOOK_XLSX_STORED_VALUE_H
#define KPIBOOK_XLSX_STORED_VALUE_H

#include "base/buf.h"

/*
 * *out is [-]digits[.digits][E[+-]digits], a slice of `stored` or of
 * `scratch`; an exponent below -400 gives "0". False for what is no number.
 */
bool stored_number(text *out, text stored, buf *scratch);
/* "1" or "0"; true, TRUE and any number but 0 are "1". */
text stored_boolean(text stored);

#endif
