#include "sim/experiment/number_text.h"
#include "sim/experiment/table.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace switchroom;

TEST_CASE("figures have as many digits as their uncertainty leaves meaning")
{
    const NumberStyle style{.currency = "EUR"};
    const double none = std::nan("");
    CHECK(estimate_text(KpiUnit::share, 0.81134, 0.0042, style) == "81.13 % ± 0.42");
    CHECK(estimate_text(KpiUnit::share, 0.81134, 0.042, style) == "81.1 % ± 4.2");
    CHECK(estimate_text(KpiUnit::share, 0.81134, 0.42, style) == "81 % ± 42");
    CHECK(estimate_text(KpiUnit::share, 0.81134, none, style) == "81.1 %");
    CHECK(estimate_text(KpiUnit::seconds, 35.249, 1.07, style) == "35.2 s ± 1.1");
    CHECK(estimate_text(KpiUnit::seconds, 744.0, 30.0, style) == "12.40 min ± 0.50");
    CHECK(estimate_text(KpiUnit::count, 12345.6, 7.7, style) == "12 345.6 ± 7.7");
    CHECK(estimate_text(KpiUnit::count, 1815.0, none, style) == "1 815");
    CHECK(estimate_text(KpiUnit::money, 1900.4, none, style) == "1 900 EUR");
    CHECK(estimate_text(KpiUnit::money, 1.8312, 0.0031, style) == "1.831 EUR ± 0.003");
    CHECK(estimate_text(KpiUnit::hours, 53.0, 0.0, style) == "53.0 h"); // luck does not touch it
    CHECK(estimate_text(KpiUnit::share, none, none, style) == "–");
}

TEST_CASE("differences carry a sign, and differences of shares are points")
{
    const NumberStyle style{.currency = "EUR"};
    CHECK(difference_text(KpiUnit::share, 0.152, 0.004, style) == "+15.20 points ± 0.40");
    CHECK(difference_text(KpiUnit::share, -0.152, 0.04, style) == "−15.2 points ± 4.0");
    CHECK(difference_text(KpiUnit::seconds, -12.0, 1.0, style) == "−12.0 s ± 1.0");
    CHECK(difference_text(KpiUnit::money, 640.0, std::nan(""), style) == "+640 EUR");
    CHECK(difference_text(KpiUnit::count, 0.0, 0.0, style) == "0");
}

TEST_CASE("thousands are set apart and nothing is minus zero")
{
    CHECK(grouped_number(1234567.89, 1) == "1 234 567.9");
    CHECK(grouped_number(999.0, 0) == "999");
    CHECK(grouped_number(-1000.0, 0) == "−1 000");
    CHECK(grouped_number(-0.001, 1) == "0.0");
}

TEST_CASE("columns line up in characters, not in bytes")
{
    const Table table{.title = "", .headings = {"name", "±"}, .rows = {{"été", "1"}, {"long name", "12 %"}}};
    CHECK(to_text(table) == "name          ±\n───────────────\nété           1\nlong name  12 %\n");
}

TEST_CASE("a table that is too wide continues below with its first column")
{
    const Table table{.title = "", .headings = {"k", "aaaa", "bbbb", "cccc"}, .rows = {{"x", "1", "2", "3"}}};
    CHECK(to_text(table, 13) == "k  aaaa  bbbb\n─────────────\nx     1     2\n\nk  cccc\n───────\nx     3\n");
}

TEST_CASE("paragraphs break at spaces")
{
    CHECK(paragraph("one two three four", 9) == "one two\nthree\nfour\n");
    CHECK(paragraph("", 9) == "\n");
}
