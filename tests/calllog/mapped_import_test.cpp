#include "sim/calllog/canonical_csv.h"
#include "sim/calllog/import.h"
#include "sim/calllog/mapping.h"
#include "sim/calllog/measure.h"
#include "tests/calllog/data_folder.h"

#include <doctest/doctest.h>

using namespace switchroom;

namespace {

/// The worked example of docs/call-logs.md: an invented export with semicolons and decimal commas.
constexpr const char* mapping_text = R"toml(
[log]
zone = "Europe/Paris"
separator = ";"
decimal = ","
time_format = "%d/%m/%Y %H:%M:%S"
queue = "front desk"

[columns]
call_id = "Ref"
arrived_at = "Start"
answered_at = "Picked up"
ended_at = "End"
talk = { column = "Talk (min)", unit = "min" }
caller = "From"
agent = "Agent"

[outcome]
column = "Result"
answered = ["Handled", "Transferred out"]
abandoned = ["Lost"]
voicemail = ["Message"]
ignored = ["Internal test"]
)toml";

constexpr const char* log_text =
    "\xEF\xBB\xBF"
    "Ref;Start;Picked up;End;Talk (min);From;Agent;Result\r\n"
    "a;05/01/2026 08:00:00;05/01/2026 08:00:12;05/01/2026 08:03:12;3,0;0600;Zoe;Handled\r\n"
    "b;05/01/2026 08:01:00;;05/01/2026 08:01:45;;0611;;Lost\r\n"
    "c;05/01/2026 08:02:00;;05/01/2026 08:02:20;;;;Message\r\n"
    "d;05/01/2026 08:05:00;05/01/2026 08:05:01;05/01/2026 08:06:00;-1,0;0611;Zoe;Handled\r\n"
    "d;05/01/2026 08:05:00;05/01/2026 08:05:01;05/01/2026 08:06:00;-1,0;0611;Zoe;Handled\r\n"
    "e;32/01/2026 08:05:00;;;;;;Lost\r\n"
    "f;05/01/2026 08:07:00;;;;;;Vanished\r\n"
    "g;05/01/2026 08:07:00;;;;;;Internal test\r\n"
    "h;05/01/2026 08:09:00;05/01/20";

CallLog example()
{
    MemoryFileSystem files;
    files.files["export.csv"] = log_text;
    files.files["columns.toml"] = mapping_text;
    auto log = read_call_log(files, "export.csv", {.format = "columns.toml"});
    for (const Diagnostic& error : log.errors())
        FAIL(to_text(error));
    return *std::move(log);
}

std::vector<std::int32_t> lines_of(const std::vector<QualityItem>& items, std::string_view part_of_reason)
{
    for (const QualityItem& item : items)
        if (item.reason.find(part_of_reason) != std::string::npos)
            return item.lines;
    return {};
}

} // namespace

TEST_CASE("a mapping turns a foreign export into canonical rows")
{
    const CallLog log = example();
    REQUIRE(log.rows.size() == 4);
    CHECK(log.queues == std::vector<std::string>{"front desk"});
    const CallRow& a = log.rows[0];
    CHECK(to_text(a.arrived_at) == "2026-01-05T08:00:00+01:00");
    CHECK(a.outcome == CallOutcome::answered);
    CHECK(a.wait_s == 12.0);
    CHECK(a.talk_s == 180.0);
    CHECK(a.agent);
    const CallRow& b = log.rows[1];
    CHECK(b.outcome == CallOutcome::abandoned);
    CHECK(b.wait_s == 45.0);
    CHECK_FALSE(b.talk_s);
    CHECK_FALSE(b.answered_at);
    CHECK_FALSE(b.agent);
    CHECK(log.rows[2].outcome == CallOutcome::voicemail);
    CHECK_FALSE(log.rows[3].talk_s); // −1 minute is a record error, not a time
}

TEST_CASE("every row that is not used is in the account, with its line and its reason")
{
    const QualityAccount quality = example().quality;
    CHECK(quality.rows_read == 9);
    CHECK(quality.rows_used == 4);
    CHECK(lines_of(quality.lost, "duplicate") == std::vector<std::int32_t>{6});
    CHECK(lines_of(quality.lost, "arrived") == std::vector<std::int32_t>{7});
    CHECK(lines_of(quality.lost, "outcome") == std::vector<std::int32_t>{8});
    CHECK(lines_of(quality.set_aside, "ignore") == std::vector<std::int32_t>{9});
    CHECK(lines_of(quality.lost, "cut off") == std::vector<std::int32_t>{10});
    CHECK(lines_of(quality.noted, "below 0") == std::vector<std::int32_t>{5});
    CHECK(quality.rows_read == quality.rows_used + quality.rows_lost() + quality.rows_set_aside());
    CHECK(quality.lost_too_much());
    CHECK(to_text(quality, true).find("WARNING: 50.0 %") != std::string::npos);
}

TEST_CASE("a caller who was lost and calls again is linked by the hash alone")
{
    const CallLog log = example();
    REQUIRE(log.rows[3].retry_of);
    CHECK(*log.rows[3].retry_of == 1);
    const LogMeasures measured = measure(log, {});
    CHECK(measured.total.counts.redials == 1);
    CHECK(measured.total.counts.needs == 3);
}

TEST_CASE("identities reach no output")
{
    const CallLog log = example();
    const std::string written = to_canonical_csv(log, {"a comment"});
    for (const char* identity : {"0600", "0611", "Zoe", "caller", "agent"})
        CHECK(written.find(identity) == std::string::npos);
    for (const CallRow& row : log.rows) {
        if (row.caller)
            CHECK(written.find(std::to_string(row.caller.value)) == std::string::npos);
        if (row.agent)
            CHECK(written.find(std::to_string(row.agent.value)) == std::string::npos);
    }
    const std::string account = to_text(log.quality, true);
    CHECK(account.find("0611") == std::string::npos);
}

TEST_CASE("canonical rows read back as they were written")
{
    const CallLog log = example();
    MemoryFileSystem files;
    files.files["log.csv"] =
        to_canonical_csv(log, {"synthetic: an example", "source: nobody", "zone: Europe/Paris"});
    const auto again = read_call_log(files, "log.csv", {});
    REQUIRE(again.ok());
    CHECK(again->synthetic);
    CHECK(again->source == "nobody");
    CHECK(again->zone.name() == "Europe/Paris");
    REQUIRE(again->rows.size() == log.rows.size());
    CHECK(to_canonical_csv(*again, {}) == to_canonical_csv(log, {}));
}

TEST_CASE("a mapping's mistakes are all said, with their places")
{
    const auto mapping = parse_mapping(
        "m.toml", "[log]\nzone = \"Mars\"\nseparator = \"x\"\n[columns]\n"
                  "arrived_at = { column = \"s\", format = \"%H\" }\nwiat = \"w\"\n"
                  "talk = { column = \"t\", unit = \"days\" }\n[outcome]\nanswered = \"yes\"\n");
    REQUIRE_FALSE(mapping.ok());
    std::vector<int> lines;
    for (const Diagnostic& error : mapping.errors())
        lines.push_back(error.where.line);
    std::sort(lines.begin(), lines.end());
    CHECK(lines == std::vector<int>{2, 3, 5, 6, 7, 9});
    CHECK(parse_mapping("m.toml", "[log]\nzone = ").errors()[0].where.line == 2);
    CHECK(parse_mapping("m.toml", "[columns]\ncall_id = \"x\"\n").errors()[0].message.find("arrived_at") !=
          std::string::npos);
}

TEST_CASE("columns that the file lacks are all named")
{
    MemoryFileSystem files;
    files.files["m.toml"] = "[columns]\narrived_at = \"Start\"\ntalk = \"Talk\"\nagent = \"Who\"\n";
    files.files["log.csv"] = "Begin,Talk\n1,2\n";
    const auto log = read_call_log(files, "log.csv", {.format = "m.toml"});
    CHECK(log.errors().size() == 2);
    CHECK_FALSE(read_call_log(files, "log.csv", {}).ok());
    CHECK_FALSE(read_call_log(files, "missing.csv", {}).ok());
}

TEST_CASE("a time of day after midnight belongs to the next day")
{
    MemoryFileSystem files;
    files.files["m.toml"] =
        "[log]\ntime_format = \"%Y-%m-%d %H:%M:%S\"\n[columns]\n"
        "arrived_at = { date = \"day\", time = \"start\" }\nended_at = { date = \"day\", time = \"end\" }\n"
        "answered_at = { date = \"day\", time = \"answer\" }\n";
    files.files["log.csv"] = "day,start,answer,end\n2026-01-05,23:59:50,23:59:55,00:01:05\n";
    const auto log = read_call_log(files, "log.csv", {.format = "m.toml"});
    REQUIRE(log.ok());
    CHECK(log->rows[0].talk_s == 70.0);
    CHECK(log->quality.repaired.size() == 1);
}

TEST_CASE(
    "the classroom call centre reads through a mapping: its own yes or no about 60 seconds is reproduced")
{
    MemoryFileSystem files;
    const DiskFileSystem disk;
    const char* folder = std::getenv("SWITCHROOM_DATA_DIR");
    const std::string path =
        std::string(folder ? folder : SWITCHROOM_DATA_DIR) + "/simulated/simulated_call_centre.csv.gz";
    if (!disk.exists(path)) {
        MESSAGE("SKIPPED: the simulated call centre is not on this machine (SWITCHROOM_DATA_DIR)");
        return;
    }
    files.files["calls.csv"] = *disk.read(path);
    files.files["m.toml"] = R"(
[log]
queue = "calls"
time_format = "%Y-%m-%d %I:%M:%S %p"
[columns]
call_id = "call_id"
arrived_at = { date = "date", time = "call_started" }
answered_at = { date = "date", time = "call_answered" }
ended_at = { date = "date", time = "call_ended" }
wait = "wait_length"
talk = "service_length"
[outcome]
column = "meets_standard"
answered = ["TRUE", "FALSE"]
)";
    const auto log = read_call_log(files, "calls.csv", {.format = "m.toml"});
    REQUIRE(log.ok());
    CHECK(log->rows.size() == 51708);
    CHECK(log->quality.rows_lost() == 0);
    std::int64_t met = 0;
    const std::string& text = files.files["calls.csv"];
    for (std::size_t at = text.find(",TRUE"); at != std::string::npos; at = text.find(",TRUE", at + 1))
        ++met;
    CHECK(measure(*log, {.within_s = 60.0}).total.counts.answered_within == met);
    CHECK(measure(*log, {.by = MeasureBy::day}).cells.size() == 261);
}
