/*
 * heading.c - the number of a heading: Ⅰ, I, 1, １, ①, (i) are 1
 */
#include "kpi/consolidate.h"

#include "wording/fold.h"

enum { MOST_NUMBER = 9999 };

static const struct roman_digit {
    char letter;
    int value;
} roman_digits[] = {
    { 'i', 1 }, { 'v', 5 }, { 'x', 10 }, { 'l', 50 }, { 'c', 100 },
};

static int roman_value(char letter)
{
    for (size_t i = 0; i < sizeof(roman_digits) / sizeof(*roman_digits); i++)
        if (roman_digits[i].letter == letter)
            return roman_digits[i].value;
    return 0;
}

/* 0 when a character is no Roman digit. */
static int read_roman(text t)
{
    int sum = 0;

    for (size_t i = 0; i < t.length; i++) {
        int value = roman_value(t.bytes[i]);
        int next = i + 1 < t.length ? roman_value(t.bytes[i + 1]) : 0;

        if (value == 0 || sum > MOST_NUMBER)
            return 0;
        sum += value < next ? -value : value;
    }
    return sum > 0 ? sum : 0;
}

static int read_decimal(text t)
{
    size_t value;

    return text_to_size(t, &value) && value <= MOST_NUMBER ? (int)value : 0;
}

int heading_number(const char *no)
{
    arena work;
    text t;
    int found = 0;

    if (no[0] == '\0')
        return 0;
    arena_init(&work, 0);
    /* Folding makes Ⅰ to i, ① and １ to 1, （i） to (i). */
    if (fold_key(&work, &t, text_of(no)) && t.length != 0) {
        if (t.bytes[0] == '(' && t.bytes[t.length - 1] == ')')
            t = text_cut(t, 1, t.length - 1);
        else if (text_ends(t, ".") || text_ends(t, ")"))
            t = text_cut(t, 0, t.length - 1);
        found = read_decimal(t);
        if (found == 0)
            found = read_roman(t);
    }
    arena_free(&work);
    return found;
}
