/*
 * test_layout_form_wrapped.c - an indicator's label and unit down the side of
 * its years, their figures and its last target
 */
#include "support/rows.h"
#include "support/sheet_text.h"

static const struct sheet_case cases[] = {
    { "years that go on below the figures of the first ones",
      "a.xlsx",
      "再生の柱 | 住まい | < | 担当部 | 復興局 | <\n"
      "事業名 | 宅地の造成 | < | 担当課 | 用地課 | <\n"
      "\n"
      "指標1 | 区画の数 | 単位¶（区画） | H26 | H27 | H28\n"
      "^ | ^ | ^ | － | 12 | 64\n"
      "^ | ^ | ^ | H29 | H30 | R元\n"
      "^ | ^ | ^ | 152 | 160 | 163\n"
      "最終目標（R2） | < | < | 166 | < | <\n"
      "\n"
      "指標2 | 入居率 | 単位¶（％） | H26 | H27 | H28\n"
      "^ | ^ | ^ | － | － | 98.4\n"
      "^ | ^ | ^ | H29 | H30 | R元\n"
      "^ | ^ | ^ | 95.8 | 95.1 | 94.2\n"
      "最終目標（R2） | < | < | 96.5 | < | <\n",
      "P |宅地の造成|goal 住まい|復興局/用地課\n"
      "K 区画の数|区画||T166@2020| 2014=missing 2015=12 2016=64 2017=152 "
      "2018=160 2019=163\n"
      "K 入居率|%||T96.5@2020| 2014=missing 2015=missing 2016=98.4 2017=95.8 "
      "2018=95.1 2019=94.2\n" },
    { "one line of years above one of figures, and a target with its year",
      "a.xlsx",
      "事業名 | 宅地の造成 | < | 担当課 | 用地課 | <\n"
      "\n"
      "指標1 | 区画の数 | 単位（区画） | R3 | R4 | R5\n"
      "^ | ^ | ^ | 12 | 64 | 71\n"
      "最終目標（R8） | < | < | 166 | < | <\n",
      "P |宅地の造成|/用地課\n"
      "K 区画の数|区画||T166@2026| 2021=12 2022=64 2023=71\n" },
    { "the target behind the years, and the unit in the brackets of its label",
      "a.xlsx",
      "事業名 | 宅地の造成 | < | 担当課 | 用地課 | <\n"
      "\n"
      "指標1 | 区画の数 | 単位（区画） | R4 | R5 | 目標値（R8）\n"
      "^ | ^ | ^ | 64 | 71 | 166\n",
      "P |宅地の造成|/用地課\n"
      "K 区画の数|区画||T166@2026| 2022=64 2023=71\n" },
};

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, sheet_text_reads, cases);
    return run_tests("layout_form_wrapped", tests, n);
}
