/// Terms are counted the same way whatever feeds them, and by clauses as by hand.

#include "planner/contract/promise_document.h"
#include "planner/contract/term_run.h"
#include "sim/base/file_system.h"
#include "sim/scenario/read.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace switchroom;

namespace {

constexpr const char* overflow = R"(format = 1
name = "Overflow"
timezone = "Europe/Paris"
[time]
start = 2026-02-16
interval = "30min"
[hours]
weekdays = "08:00-18:00"
[[contacts]]
name = "calls"
arrivals.profile = { weekdays = [["08:00", 40], ["18:00", 0]] }
talk = { family = "exponential", mean = "3min" }
patience = { family = "exponential", mean = "90s" }
[[groups]]
name = "desk"
agents = 2
[[groups]]
name = "service"
employer = "vendor"
agents = 1
[[routes]]
contact = "calls"
open = [{ offer = ["desk"], for = "20s" }, { offer = ["desk", "service"] }]
[uncertainty]
volume = { cv = 0.1, per = "day" }
[[contracts]]
vendor = "vendor"
price = { per_call = 1.5 }
)";

std::string clause(const std::string& name, const std::string& keys)
{
    return "[[contracts.sla]]\nname = \"" + name +
           "\"\nmetric = \"service_level\"\nat_least = 0.8\nterm = \"2 months\"\n" + keys + "\n";
}

TermModel term_of(const std::string& text)
{
    const DiskFileSystem disk;
    const auto document = read_scenario_text(disk, text, "term.toml");
    for (const Diagnostic& error : document.errors())
        MESSAGE(to_text(error));
    REQUIRE(document.ok());
    auto term = make_term_model(*document, {.files = &disk, .folders = {}});
    for (const Diagnostic& error : term.errors())
        MESSAGE(to_text(error));
    REQUIRE(term.ok());
    return *std::move(term);
}

TermOutcome run(const TermModel& term, std::uint64_t replication = 0)
{
    return TermRunner(term).run({.seed = 1, .replication = replication});
}

struct Rows final : TraceSink {
    std::vector<TraceRow> rows;
    void row(const TraceRow& row) override { rows.push_back(row); }
};

} // namespace

TEST_CASE("the term begins with the first whole window, and counts by interval say what the calls say")
{
    const std::string thirty = clause("thirty", "within = \"30s\"");
    const TermModel alone = term_of(overflow + thirty);
    CHECK(to_text(alone.document->scenario.time.start) == "2026-03-01");
    CHECK(alone.document->scenario.time.days == 61);
    const TermModel both = term_of(overflow + clause("twenty", "within = \"20s\"") + thirty);
    CHECK_FALSE(alone.clauses[0].by_call);
    CHECK_FALSE(both.clauses[0].by_call);
    REQUIRE(both.clauses[1].by_call); // the contact counts with the other clause's threshold
    const TermOutcome by_count = run(alone), by_call = run(both);
    REQUIRE(by_count.clauses[0].windows.size() == 2);
    for (int w = 0; w < 2; ++w) {
        CHECK(by_count.clauses[0].windows[w].figure > 0.3);
        CHECK(by_call.clauses[1].windows[w].figure == by_count.clauses[0].windows[w].figure);
        CHECK(by_call.clauses[1].windows[w].contacts == by_count.clauses[0].windows[w].contacts);
    }
}

TEST_CASE("the vendor answers for the calls it is asked to take, from when it is asked")
{
    const TermModel term = term_of(
        overflow + clause("asked", "within = \"10s\"\nscope = \"vendor\"\nclock = \"offered-to-vendor\""));
    const TermOutcome outcome = run(term);
    Rows trace;
    Workspace workspace;
    run_replication(*term.model, {.seed = 1, .replication = 0}, workspace, &trace);
    double asked[2] = {}, in_time[2] = {}, answered[2] = {};
    const double april_s = 31 * 86400.0 - 3600.0; // the clocks change in March
    for (const TraceRow& row : trace.rows) {
        const double wait_s = row.queue_left_s - row.arrived_s;
        const int month = row.rang_s >= april_s;
        if (row.outcome == Outcome::answered && row.group == 1)
            answered[month] += 1;
        if (wait_s < 20.0)
            continue; // the desk took it, or its caller hung up before
        asked[month] += 1;
        in_time[month] += row.outcome == Outcome::answered && wait_s <= 30.0;
    }
    for (int w = 0; w < 2; ++w) {
        CHECK(asked[w] > 500);
        CHECK(outcome.clauses[0].windows[w].contacts == asked[w]);
        CHECK(outcome.clauses[0].windows[w].figure == doctest::Approx(in_time[w] / asked[w]));
        CHECK(outcome.invoices[0][w].usage == to_cents(answered[w] * 1.5));
    }
}

TEST_CASE("credits stand in the invoice of the month in which their window ends")
{
    const TermModel term =
        term_of(overflow + clause("hard", "within = \"1s\"\ncredit = { per_point = 0.001, cap = 0.1 }"));
    const TermOutcome outcome = run(term);
    for (int w = 0; w < 2; ++w) {
        const WindowJudgement& window = outcome.clauses[0].windows[w];
        const Invoice& invoice = outcome.invoices[0][w];
        REQUIRE(window.state == WindowState::missed);
        CHECK(window.credit ==
              to_cents(std::min(window.missed_by * 0.001, 0.1) * static_cast<double>(invoice.usage) / 100.0));
        CHECK(invoice.total == invoice.usage - window.credit);
    }
}

TEST_CASE("the forecast is what the arrivals expect, and a band voids the months that differ")
{
    const std::string busy =
        std::string(overflow) + clause("band", "within = \"30s\"\nonly_if_volume_within = 0.02");
    const TermModel term = term_of(busy);
    double march = 0.0;
    for (int day = 0; day < 31; ++day)
        march += term.clauses[0].forecast[static_cast<std::size_t>(day)];
    CHECK(march == doctest::Approx(22 * 400.0)); // 22 working days of ten hours
    int not_judged = 0, judged = 0;
    TermRunner runner(term);
    for (std::uint64_t r = 0; r < 30; ++r) {
        const TermOutcome outcome = runner.run({.seed = 1, .replication = r});
        for (const WindowJudgement& window : outcome.clauses[0].windows) {
            const bool inside = window.contacts >= 0.98 * 8800 && window.contacts <= 1.02 * 8800;
            CHECK((window.state != WindowState::not_judged) == inside);
            (window.state == WindowState::not_judged ? not_judged : judged) += 1;
        }
    }
    CHECK(not_judged > 5);
    CHECK(judged > 5);
}

TEST_CASE("a forecast from a file takes the place of what the arrivals expect, and must hold every day")
{
    MemoryFileSystem files;
    const std::string text =
        std::string(overflow) + clause("band", "within = \"30s\"\nforecast = \"agreed.csv\"\n"
                                               "only_if_volume_within = 0.5");
    const auto document = read_scenario_text(files, text, "term.toml");
    REQUIRE(document.ok());
    std::string rows = "date;contacts\n";
    for (int day = 1; day <= 31; ++day)
        rows += "2026-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + ";" +
                std::to_string(100 * day) + "\n";
    const auto errors_of_file = [&](const std::string& content) {
        files.files["agreed.csv"] = content;
        const auto term = make_term_model(*document, {.files = &files, .folders = {}});
        return term ? std::string() : to_text(term.errors().front());
    };
    CHECK(errors_of_file(rows).find("\"agreed.csv\" has no forecast for 2026-04-01") != std::string::npos);
    CHECK(errors_of_file("date,contacts\n2026-03-01,many\n").find("agreed.csv:2") != std::string::npos);
    for (int day = 1; day <= 30; ++day)
        rows += "2026-04-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + ";0\n";
    REQUIRE(errors_of_file(rows).empty());
    const auto term = make_term_model(*document, {.files = &files, .folders = {}});
    CHECK(term->clauses[0].forecast[4] == 500.0);
    CHECK(run(*term).clauses[0].windows[0].state == WindowState::not_judged); // 49 600 agreed, 8 800 came
}

TEST_CASE("a promise about callbacks or messages is judged by the items that were due")
{
    for (const std::string channel : {"callback", "message"}) {
        CAPTURE(channel);
        const std::string text =
            std::string(overflow) + "[[contracts.sla]]\nname = \"in time\"\nmetric = \"" + channel +
            "_on_time\"\ncontacts = [\"list\"]\nat_least = 0.9\nterm = \"2 months\"\n[[contacts]]\nname = "
            "\"list\"\nchannel = \"" +
            channel + "\"\narrivals.rate_per_hour = 6\nhandle = \"4min\"\nwithin = \"90s\"\n";
        const TermModel term = term_of(text);
        const TermOutcome outcome = run(term);
        Workspace workspace;
        const ReplicationResult& result =
            run_replication(*term.model, {.seed = 1, .replication = 0}, workspace);
        const auto list = static_cast<std::size_t>(
            std::find(term.model->names.contacts.begin(), term.model->names.contacts.end(), "list") -
            term.model->names.contacts.begin());
        SideCounts march;
        for (std::uint32_t cell = 0; cell < result.cells; ++cell)
            if (term.day_of_cell[cell] < 31)
                march += result.side(list, cell);
        REQUIRE(march.items_promised > 500);
        CHECK(march.items_on_time < march.items_promised);
        REQUIRE(outcome.clauses[0].windows.size() == 2);
        CHECK(outcome.clauses[0].windows[0].figure ==
              doctest::Approx(static_cast<double>(march.items_on_time) /
                              static_cast<double>(march.items_promised)));
    }
}

TEST_CASE("one thread and three give the same bytes")
{
    const TermModel term =
        term_of(overflow + clause("thirty", "within = \"30s\"\ncredit = { per_point = 0.02 }"));
    const auto document = [&](int threads) {
        NoProgress quiet;
        PromiseOptions options;
        options.threads = threads;
        options.most_terms = 40;
        return to_json(PromiseDocument{study_promises(term, options, quiet), {}, {}});
    };
    CHECK(document(1) == document(3));
}

TEST_CASE("pictures on the way come after 1, 2, 5, 10, 20 … terms, and never change the result")
{
    const TermModel term =
        term_of(overflow + clause("thirty", "within = \"30s\"\ncredit = { per_point = 0.02 }"));
    NoProgress quiet;
    PromiseOptions options;
    options.fixed_terms = 23;
    std::vector<std::int64_t> terms;
    std::int64_t windows = 0;
    const PromiseStudy shown = study_promises(term, options, quiet, [&](const PromiseStudy& so_far) {
        terms.push_back(so_far.terms);
        windows = so_far.clauses[0].windows;
    });
    CHECK(terms == std::vector<std::int64_t>{1, 2, 5, 10, 20});
    CHECK(windows == shown.clauses[0].windows / 23 * 20);
    CHECK(to_json(PromiseDocument{shown, {}, {}}) ==
          to_json(PromiseDocument{study_promises(term, options, quiet), {}, {}}));
    options.fixed_terms = 2;
    std::size_t points = 0;
    const StaffingCurve curve = staffing_curve(
        term, options, quiet, [&](const StaffingCurve& so_far) { points = so_far.points.size(); });
    CHECK(points == curve.points.size());
}

TEST_CASE("a factor of the whole run makes the windows of a term hang together")
{
    const auto independent = [](const std::string& uncertainty, const std::string& window) {
        return term_of(overflow +
                       ("[uncertainty.forecast_error]\ncv = 0.05\nper = \"" + uncertainty + "\"\n") +
                       clause("c", "within = \"30s\"\nwindow = \"" + window + "\""))
            .clauses[0]
            .windows_independent;
    };
    CHECK(independent("day", "month"));
    CHECK(independent("month", "month"));
    CHECK_FALSE(independent("month", "week"));
    CHECK_FALSE(independent("run", "month"));
    CHECK_FALSE(independent("day", "hour"));
}
