#include "sim/calllog/anonbank.h"
#include "sim/calllog/import.h"
#include "sim/calllog/replay.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace switchroom;

namespace {

constexpr const char* header =
    "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\t"
    "q_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver\n";

/// One invented row in the form of the log.
CallLog with(const std::string& row)
{
    auto log = import_anonbank("log", header + row + "\n", HashKey{1, 2});
    REQUIRE(log.ok());
    return *std::move(log);
}

} // namespace

TEST_CASE("phantom rows are set aside, not lost")
{
    const CallLog log = with("AA01\t1\t0\t0\tPS\t990103\t7:00:00\t7:00:05\t5\t0:00:00\t0:00:"
                             "00\t0\tPHANTOM\t7:00:05\t7:01:00\t55\tX");
    CHECK(log.rows.empty());
    CHECK(log.quality.rows_set_aside() == 1);
    CHECK(log.quality.rows_lost() == 0);
}

TEST_CASE("a call arrives when it leaves the voice response unit")
{
    const CallLog log = with("AA01\t1\t0\t0\tPS\t990103\t7:00:00\t7:00:05\t5\t0:00:00\t0:00:00\t0\tAGENT\t7:"
                             "00:05\t7:01:00\t55\tX");
    REQUIRE(log.rows.size() == 1);
    CHECK(to_text(log.rows[0].arrived_at) == "1999-01-03T07:00:05+02:00");
    CHECK(log.rows[0].wait_s == 0.0);
    CHECK_FALSE(log.rows[0].queued());
    CHECK(log.rows[0].talk_s == 55.0);
    CHECK_FALSE(log.rows[0].caller);
    CHECK(log.rows[0].agent);
}

TEST_CASE("a true midnight join has queued, and the clock runs on into the next day")
{
    const CallLog log = with("AA01\t1\t7\t2\tPS\t990103\t23:59:55\t0:00:00\t5\t0:00:00\t0:00:"
                             "30\t30\tAGENT\t0:00:29\t0:01:29\t60\tX");
    const CallRow& row = log.rows[0];
    CHECK(row.queued());
    CHECK(to_text(*row.queued_at) == "1999-01-04T00:00:00+02:00");
    CHECK(to_text(*row.left_at) == "1999-01-04T00:00:30+02:00");
    CHECK(to_text(*row.ended_at) == "1999-01-04T00:01:29+02:00");
    CHECK(row.wait_s == 30.0);
}

TEST_CASE("who hangs up without queueing was never offered")
{
    const CallLog log = with("AA01\t1\t0\t0\tPS\t990103\t7:00:00\t7:00:05\t5\t0:00:00\t0:00:00\t0\tHANG\t0:"
                             "00:00\t0:00:00\t0\tNO_SERVER");
    CHECK(log.rows[0].outcome == CallOutcome::bot);
    CHECK_FALSE(log.rows[0].offered());
    CHECK(make_replay(log, {})->size() == 0);
}

TEST_CASE("a lost tab and a blank before the type are repaired, and said")
{
    const CallLog tab =
        with("AA01\t1\t7\t2 "
             "NW\t990103\t7:00:00\t7:00:05\t5\t7:00:05\t7:00:15\t10\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER");
    REQUIRE(tab.rows.size() == 1);
    CHECK(tab.queues == std::vector<std::string>{"NW"});
    CHECK(tab.rows[0].priority == 2);
    CHECK(tab.quality.repaired.size() == 1);
    const CallLog blank =
        with("AA01\t1\t7\t2\t "
             "NW\t990103\t7:00:00\t7:00:05\t5\t7:00:05\t7:00:15\t10\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER");
    CHECK(blank.queues == std::vector<std::string>{"NW"});
    CHECK(blank.quality.repaired.size() == 1);
}

TEST_CASE("what is not recorded is missing, never 0")
{
    const CallLog log = with("AA01\t1\t7\t2\tPS\t990103\t7:00:00\t7:00:05\t5\t7:00:05\t7:00:15\t10\tAGENT\t0:"
                             "00:00\t0:00:00\t0\tNO_SERVER");
    const CallRow& row = log.rows[0];
    CHECK(row.outcome == CallOutcome::answered);
    CHECK_FALSE(row.answered_at);
    CHECK_FALSE(row.talk_s);
    CHECK_FALSE(row.agent);
    CHECK(row.wait_s == 10.0);
    CHECK(log.quality.noted.size() == 3);
}

TEST_CASE("a duration of hours is a record error: the call counts, its duration does not")
{
    const CallLog log = with("AA01\t1\t7\t2\tPS\t990103\t7:00:00\t7:00:05\t5\t7:00:05\t8:30:"
                             "05\t5400\tAGENT\t8:30:05\t9:59:00\t5335\tX");
    CHECK(log.rows.size() == 1);
    CHECK_FALSE(log.rows[0].wait_s);
    CHECK_FALSE(log.rows[0].talk_s);
}

TEST_CASE("rows that make no sense are lost, and said with their lines")
{
    const CallLog log = with(
        "AA01\t1\t7\t2\tPS\t991303\t7:00:00\t7:00:05\t5\t0:00:00\t0:00:00\t0\tAGENT\t0:00:00\t0:00:00\t0\tX\n"
        "AA01\t2\t7\t2\tPS\t990103\t7:00:00\t7:00:05\t5\t0:00:00\t0:00:00\t0\tLOST\t0:00:00\t0:00:00\t0\tX\n"
        "AA01\t3\t7\t2\tPS\t990103");
    CHECK(log.rows.empty());
    REQUIRE(log.quality.lost.size() == 3);
    CHECK(log.quality.lost[0].lines == std::vector<std::int32_t>{2});
    CHECK(log.quality.lost[2].lines == std::vector<std::int32_t>{4});
    CHECK(log.quality.lost_too_much());
}

TEST_CASE("a replay knows who left when, and how long the others stood")
{
    const CallLog log = with("AA01\t1\t7\t2\tPS\t990103\t7:00:00\t7:00:05\t5\t7:00:05\t7:00:15\t10\tHANG\t0:"
                             "00:00\t0:00:00\t0\tNO_SERVER\n"
                             "AA01\t2\t8\t2\tNW\t990103\t7:01:00\t7:01:05\t5\t7:01:05\t7:01:25\t20\tAGENT\t7:"
                             "01:25\t7:02:25\t60\tX\n"
                             "AA01\t3\t7\t2\tPS\t990103\t7:02:00\t7:02:05\t5\t0:00:00\t0:00:00\t0\tAGENT\t7:"
                             "02:05\t7:03:05\t60\tX");
    const auto all = make_replay(log, {});
    REQUIRE(all.ok());
    REQUIRE(all->size() == 3);
    CHECK(all->abandoned_at_s[0] == 10.0);
    CHECK(std::isnan(all->outlasted_s[0]));
    CHECK(std::isnan(all->abandoned_at_s[1]));
    CHECK(all->outlasted_s[1] == 20.0);
    CHECK(all->talk_s[1] == 60.0);
    CHECK(std::isnan(all->talk_s[0]));
    // A filter does not renumber: a call keeps its random numbers.
    const auto prospects = make_replay(log, {.where = "type == 'NW'"});
    CHECK(prospects->number == std::vector<std::uint32_t>{1});
    // The customer who gave up at 7:00:15 and called again at 7:02 is dropped where redials are made anew.
    const auto anew = make_replay(log, {.retries = LoggedRetries::regenerate});
    CHECK(anew->number == std::vector<std::uint32_t>{0, 1});
    CHECK_FALSE(make_replay(log, {.where = "nonsense"}).ok());
}
