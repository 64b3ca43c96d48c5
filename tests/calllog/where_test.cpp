#include "sim/calllog/where.h"

#include <doctest/doctest.h>

using namespace switchroom;

namespace {

/// A Sunday morning call that waited 30 s and was answered.
CallLog one_call()
{
    CallLog log;
    log.queues = {"NE", "NW"};
    CallRow row;
    row.call_id = "1";
    row.queue = 1;
    row.arrived_at = {915'346'805'000 - 7'200'000, 7200}; // 1999-01-03 07:00:05 local
    row.queued_at = row.arrived_at;
    row.wait_s = 30.0;
    row.priority = 2;
    log.rows = {row};
    return log;
}

bool holds(std::string_view text)
{
    const CallLog log = one_call();
    const auto condition = parse_condition(text);
    for (const Diagnostic& error : condition.errors())
        FAIL(to_text(error));
    return (*condition)(log, log.rows[0]);
}

int error_column(std::string_view text)
{
    const auto condition = parse_condition(text);
    return condition.ok() ? 0 : condition.errors()[0].where.column;
}

} // namespace

TEST_CASE("conditions speak of every kind of column")
{
    CHECK(holds(""));
    CHECK(holds("type == 'NW'"));
    CHECK(holds("queue != \"NE\""));
    CHECK(holds("wait > 20s and wait <= 0.5min"));
    CHECK(holds("date == 1999-01-03 and weekday == sun and hour == 7 and month == 1"));
    CHECK(holds("time >= 07:00 and time < 07:00:06"));
    CHECK(holds("outcome in (answered, 'abandoned')"));
    CHECK(holds("priority in [1, 2]"));
    CHECK(holds("queued == true"));
    CHECK_FALSE(holds("type in ('NE', 'PS')"));
}

TEST_CASE("`and` binds tighter than `or`, parentheses tighter than both")
{
    CHECK(holds("type == NW or type == NE and hour == 9"));
    CHECK_FALSE(holds("(type == NW or type == NE) and hour == 9"));
    CHECK(holds("hour == 9 and type == NE or type == NW"));
}

TEST_CASE("a comparison with what is missing is false, either way")
{
    CHECK_FALSE(holds("talk > 0s"));
    CHECK_FALSE(holds("talk != 5s"));
}

TEST_CASE("errors say at which column of the text")
{
    CHECK(error_column("typ == 'NW'") == 1);
    CHECK(error_column("type = 'NW'") == 6);
    CHECK(error_column("type == 'NW' and") == 17);
    CHECK(error_column("type == 'NW") == 9);
    CHECK(error_column("type == 'NW' nad hour == 7") == 14);
    CHECK(error_column("wait > soon") == 8);
    CHECK(error_column("date == 1999-02-30") == 9);
    CHECK(error_column("(type == 'NW'") == 14);
    CHECK(error_column("type in 'NW'") == 9);
    CHECK(error_column("type in ('NW'") == 14);
    CHECK(error_column("outcome == lost") == 12);
    CHECK(error_column(std::string(300, '(')) > 0);
}

TEST_CASE("an unknown column names the nearest")
{
    const auto condition = parse_condition("prioritty == 2");
    REQUIRE_FALSE(condition.ok());
    CHECK(condition.errors()[0].message.find("\"priority\"") != std::string::npos);
}
