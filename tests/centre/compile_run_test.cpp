/// From the text of a scenario to figures that queueing theory knows, and to the same callers whatever else
/// is in the file.

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <tuple>
#include <vector>

using namespace switchroom;

namespace {

/// Totals of one contact over all rows of a replication.
ContactCounts counts_of(const ReplicationResult& result, std::size_t contact)
{
    ContactCounts total;
    for (std::uint32_t row = 0; row < result.rows; ++row)
        total += result.contact(contact, row);
    return total;
}

struct Ratio {
    double mean = 0.0;
    double standard_error = 0.0;
};

/// Total of numerators over total of denominators, error by the delta method.
Ratio ratio_of(const CentreModel& model, std::uint64_t replications,
               const std::function<std::pair<double, double>(const ReplicationResult&)>& pair_of)
{
    Workspace workspace;
    std::vector<std::pair<double, double>> pairs;
    double numerator = 0.0;
    double denominator = 0.0;
    for (std::uint64_t r = 0; r < replications; ++r) {
        pairs.push_back(pair_of(run_replication(model, {.seed = 20260302, .replication = r}, workspace)));
        numerator += pairs.back().first;
        denominator += pairs.back().second;
    }
    const double ratio = numerator / denominator;
    double squares = 0.0;
    for (const auto& [above, below] : pairs)
        squares += (above - ratio * below) * (above - ratio * below);
    const auto n = static_cast<double>(replications);
    return {ratio, std::sqrt(squares * n / (n - 1)) / denominator};
}

/// Each of these checks has a false-alarm rate of 6e-5 (normal law, 4 standard errors); the seed is fixed.
void check_near(const Ratio& ratio, double exact, double largest_standard_error)
{
    CAPTURE(ratio.mean);
    CAPTURE(ratio.standard_error);
    CHECK(ratio.standard_error < largest_standard_error); // the test can see something
    CHECK(std::abs(ratio.mean - exact) < 4.0 * ratio.standard_error);
}

const std::string steady =
    "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 5\nwarm_up = \"4h\"\n";

} // namespace

TEST_CASE("a file with a constant rate and exponential times gives Erlang A")
{
    // 4.2 calls a minute, 12 agents, 2 min, patience 1 min: abandonment 2.968 %, mean wait 0.029679 min,
    // occupancy 0.67922.
    const CentreModel model = model_of(steady + R"(
[[contacts]]
name = "calls"
arrivals.rate_per_hour = 252
talk = { family = "exponential", mean = "2min" }
patience = { family = "exponential", mean = "1min" }
[[groups]]
name = "desk"
agents = 12
)");
    check_near(ratio_of(model, 40,
                        [](const ReplicationResult& r) {
                            const ContactCounts n = counts_of(r, 0);
                            return std::pair(static_cast<double>(n.abandoned),
                                             static_cast<double>(n.attempts));
                        }),
               0.0296791, 3e-4); // θ E[W] = 1/min × 0.0296791 min
    check_near(ratio_of(model, 40,
                        [](const ReplicationResult& r) {
                            const ContactCounts n = counts_of(r, 0);
                            return std::pair(n.wait_answered_s + n.wait_abandoned_s,
                                             static_cast<double>(n.attempts));
                        }),
               0.0296791 * 60, 0.02);
}

TEST_CASE("a file with one agent gives Pollaczek and Khinchine's mean wait")
{
    // W = λ E[S²] / (2 (1 − ρ)); uniform 60–180 s at 20 calls an hour: ρ = 2/3, E[S²] = 120² + 120²/12.
    const CentreModel model = model_of(steady + R"(
[[contacts]]
name = "calls"
arrivals.rate_per_hour = 20
talk = { family = "uniform", low = "1min", high = "3min" }
[[groups]]
name = "desk"
agents = 1
)");
    const double second_moment = 120.0 * 120.0 * (1.0 + 1.0 / 12.0);
    const double exact = (20.0 / 3600.0) * second_moment / (2.0 * (1.0 - 2.0 / 3.0));
    check_near(ratio_of(model, 120,
                        [](const ReplicationResult& r) {
                            const ContactCounts n = counts_of(r, 0);
                            return std::pair(n.wait_answered_s, static_cast<double>(n.answered));
                        }),
               exact, 2.0);
}

TEST_CASE("a profile brings its calls on days of 23, 24 and 25 hours")
{
    const std::string text = R"(format = 1
name = "t"
timezone = "Europe/Paris"
[time]
days = 1
start = DATE
[[contacts]]
name = "calls"
arrivals.profile = { every_day = [["00:00", 20], ["08:00", 60], ["18:00", 20]] }
talk = "10s"
[[groups]]
name = "desk"
agents = 20
)";
    const auto calls_on = [&](const std::string& date) {
        std::string dated = text;
        dated.replace(dated.find("DATE"), 4, date);
        return ratio_of(model_of(dated), 400, [](const ReplicationResult& r) {
            return std::pair(static_cast<double>(counts_of(r, 0).needs), 1.0);
        });
    };
    check_near(calls_on("2026-03-28"), 880, 2.0);
    check_near(calls_on("2026-03-29"), 860, 2.0);
    check_near(calls_on("2026-10-25"), 900, 2.0);
}

TEST_CASE("a published day with 13 staffed hours: the same figures as ContactCenters' singleQueue example")
{
    // L'Ecuyer & Buist, 10 000 days: abandonment 1.94002 % ± 0.009, mean wait 4.58628 s, arrivals 1659.77.
    const CentreModel model = model_of(R"(format = 1
name = "singleQueue"
[time]
start = 2026-03-02
days = 1
[[contacts]]
name = "calls"
arrivals.profile = { every_day = [["08:00", 100], ["09:00", 150], ["11:00", 180], ["12:00", 200], ["13:00", 150], ["16:00", 120],
  ["17:00", 100], ["18:00", 80], ["19:00", 70], ["20:00", 60], ["21:00", 0]] }
talk = { family = "exponential", mean = "100s" }
patience = { family = "mixture", parts = [{ family = "constant", mean = "0s" }, { family = "exponential", mean = "1000s" }], weights = [0.1, 0.9] }
target = { service_level = { share = 0.8, within = "20s", formula = "answered/offered" } }
[[groups]]
name = "desk"
agents = { every_day = [["08:00", 4], ["09:00", 6], ["10:00", 8], ["13:00", 7], ["14:00", 8], ["16:00", 6], ["18:00", 4], ["21:00", 0]] }
)");
    const auto share = [&](std::int64_t ContactCounts::*above) {
        return ratio_of(model, 1000, [above](const ReplicationResult& r) {
            const ContactCounts n = counts_of(r, 0);
            return std::pair(static_cast<double>(n.*above), static_cast<double>(n.attempts));
        });
    };
    const double peer_error = 0.0089e-2 / 1.96;
    Ratio abandonment = share(&ContactCounts::abandoned);
    abandonment.standard_error = std::hypot(abandonment.standard_error, peer_error);
    check_near(abandonment, 0.0194002, 3e-4);
    const Ratio needs = ratio_of(model, 1000, [](const ReplicationResult& r) {
        return std::pair(static_cast<double>(counts_of(r, 0).needs), 1.0);
    });
    check_near(needs, 1660, 2.0);
}

namespace {

using Row = std::tuple<std::int32_t, std::uint32_t, std::uint32_t, int, double, double, double, double>;

/// The rows of one contact, by name.
class RowsOf final : public TraceSink {
public:
    RowsOf(const CentreModel& model, std::string name)
    {
        const auto& names = model.names.contacts;
        contact_ = static_cast<std::uint32_t>(std::find(names.begin(), names.end(), name) - names.begin());
    }
    void row(const TraceRow& r) override
    {
        if (r.contact == contact_)
            rows.emplace_back(r.date, r.number, r.attempt, static_cast<int>(r.outcome), r.arrived_s,
                              r.queue_left_s, r.talk_s, r.wrap_up_s);
    }
    std::vector<Row> rows;

private:
    std::uint32_t contact_ = 0;
};

std::vector<Row> rows_of(const std::string& text, const std::string& contact)
{
    const CentreModel model = model_of(text);
    RowsOf rows(model, contact);
    Workspace workspace;
    run_replication(model, {.seed = 5, .replication = 2}, workspace, &rows);
    REQUIRE(rows.rows.size() > 100);
    return rows.rows;
}

const std::string two_days = "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 2\n";
const std::string calls = R"([[contacts]]
name = "calls"
arrivals = { rate_per_hour = 30, busyness = { family = "gamma", cv = 0.2 } }
talk = { family = "lognormal", mean = "3min", cv = 0.8 }
wrap_up = { family = "exponential", mean = "20s" }
patience = { family = "weibull", mean = "2min", cv = 1.2 }
redial = { probability = 0.5, delay = { family = "exponential", mean = "10min" }, at_most = 3 }
)";
const std::string desk =
    "[[groups]]\nname = \"desk\"\nagents = 2\nshrinkage = 0.1\nskills = [{ contact = \"calls\" }]\n";
const std::string other_calls =
    "[[contacts]]\nname = \"others\"\narrivals.rate_per_hour = 25\ntalk = { family = \"gamma\", mean = "
    "\"2min\", cv = 1.1 }\npatience = { family = \"exponential\", mean = \"1min\" }\n";
const std::string other_desk =
    "[[groups]]\nname = \"other desk\"\nagents = 1\nskills = [{ contact = \"others\" }]\n";

} // namespace

TEST_CASE("adding a contact and a group that have nothing to do with the others changes none of their calls")
{
    const auto alone = rows_of(two_days + calls + desk, "calls");
    CHECK(rows_of(two_days + calls + desk + other_calls + other_desk, "calls") == alone);
    CHECK(rows_of(two_days + other_calls + calls + other_desk + desk, "calls") == alone);
}

TEST_CASE("the order of contacts and groups in the file changes no random number")
{
    const std::string forward = two_days + calls + other_calls + desk + other_desk;
    const std::string backward = two_days + other_calls + calls + other_desk + desk;
    CHECK(rows_of(forward, "calls") == rows_of(backward, "calls"));
    CHECK(rows_of(forward, "others") == rows_of(backward, "others"));
}

TEST_CASE("a renamed contact and group with their old names as keys keep their calls")
{
    std::string renamed = two_days + calls + desk;
    const auto replace = [&](const std::string& old_text, const std::string& new_text) {
        renamed.replace(renamed.find(old_text), old_text.size(), new_text);
    };
    replace("name = \"calls\"", "name = \"appointments\"\nkey = \"calls\"");
    replace("name = \"desk\"", "name = \"front desk\"\nkey = \"desk\"");
    replace("contact = \"calls\"", "contact = \"appointments\"");
    CHECK(rows_of(renamed, "appointments") == rows_of(two_days + calls + desk, "calls"));
    const auto at = renamed.find("key = \"calls\"\n");
    renamed.erase(at, 14);
    CHECK(rows_of(renamed, "appointments") != rows_of(two_days + calls + desk, "calls"));
}

TEST_CASE("one agent more meets the same callers: arrivals, talk times and redials of the same calls")
{
    const auto few = rows_of(two_days + calls + desk, "calls");
    std::string more_desk = desk;
    more_desk.replace(more_desk.find("agents = 2"), 10, "agents = 3");
    auto more = rows_of(two_days + calls + more_desk, "calls");
    auto primary = [](std::vector<Row> rows) {
        std::erase_if(rows, [](const Row& row) { return std::get<2>(row) != 0; });
        std::sort(rows.begin(), rows.end());
        return rows;
    };
    const auto a = primary(few);
    const auto b = primary(more);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(std::get<4>(a[i]) == std::get<4>(b[i])); // rang at the same instant
        if (std::get<6>(a[i]) > 0 && std::get<6>(b[i]) > 0)
            CHECK(std::get<6>(a[i]) == std::get<6>(b[i])); // and talks as long
    }
}

TEST_CASE("patience that the file calls infinite is patience without end, alone and as part of a mixture")
{
    const auto rows_with = [](const std::string& patience) {
        return rows_of(two_days +
                           "[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = 30\ntalk = \"3min\"\n" +
                           patience + desk,
                       "calls");
    };
    const auto without = rows_with("");
    CHECK(rows_with("patience = \"inf\"\n") == without);
    CHECK(rows_with(
              "patience = { family = \"mixture\", parts = [\"inf\", \"inf\"], weights = [0.3, 0.7] }\n") ==
          without);
}
