/// [uncertainty] per = "interval": one factor for each reporting interval, on rates and on handle times.

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"

#include <cmath>
#include <map>
#include <string>
#include <vector>

using namespace switchroom;

namespace {

std::string scenario(const std::string& contact_keys, const std::string& uncertainty)
{
    const std::string rest = "\n" + contact_keys + "\ntalk = \"60s\"\n";
    return "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 10\ninterval = \"30min\"\n"
           "[[contacts]]\nname = \"calls\"" +
           rest + "[[contacts]]\nname = \"others\"" + rest +
           "[[groups]]\nname = \"desk\"\nagents = 5\n[uncertainty]\n" + uncertainty + "\n";
}

double d(std::int64_t n)
{
    return static_cast<double>(n);
}

/// Sample moments of pairs of counts.
struct Moments {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    void add(double a, double b)
    {
        n += 1;
        x += a;
        y += b;
        xx += a * a;
        yy += b * b;
        xy += a * b;
    }
    double mean() const { return x / n; }
    double variance() const { return xx / n - mean() * mean(); }
    double correlation() const
    {
        return (xy / n - x / n * y / n) / std::sqrt(variance() * (yy / n - y / n * y / n));
    }
};

/// Counts of the cells of 50 runs of ten days, 24 000 in all: each with the next cell's, and with the other
/// contact's.
struct Counts {
    Moments with_next;
    Moments with_others;
};

Counts counts_of(const std::string& text)
{
    const CentreModel model = model_of(text, {.by_interval = true});
    Workspace workspace;
    Counts counts;
    for (std::uint64_t r = 0; r < 50; ++r) {
        const ReplicationResult& result = run_replication(model, {.seed = 5, .replication = r}, workspace);
        REQUIRE(result.checks.all_hold());
        REQUIRE(result.cells == 480);
        for (std::uint32_t k = 0; k < result.cells; ++k) {
            const double count = d(result.contact(0, k).attempts);
            counts.with_others.add(count, d(result.contact(1, k).attempts));
            if (k + 1 < result.cells)
                counts.with_next.add(count, d(result.contact(0, k + 1).attempts));
        }
    }
    return counts;
}

} // namespace

TEST_CASE("counts of an interval are mixed Poisson: mean m, variance m + m² c², neighbours independent")
{
    // 40 an hour: m = 20 an interval, c = 0.3: variance 20 + 36. Bounds are 4.5 standard errors over 24 000
    // cells (false alarm 7e-6 each): of the mean √(56 / 24000) = 0.048, of the variance about 1 %, of a
    // correlation 0.0065.
    const Counts each = counts_of(
        scenario("arrivals.rate_per_hour = 40", "volume = { cv = 0.3, per = \"interval\", common = false }"));
    CHECK(std::abs(each.with_others.mean() - 20.0) < 0.22);
    CHECK(std::abs(each.with_others.variance() / 56.0 - 1.0) < 0.05);
    CHECK(std::abs(each.with_next.correlation()) < 0.03);
    CHECK(std::abs(each.with_others.correlation()) < 0.03);
    // One factor for all contacts: covariance m² c² = 36 of 56.
    const Counts common =
        counts_of(scenario("arrivals.rate_per_hour = 40", "volume = { cv = 0.3, per = \"interval\" }"));
    CHECK(std::abs(common.with_next.correlation()) < 0.03);
    CHECK(std::abs(common.with_others.correlation() - 36.0 / 56.0) < 0.02);
}

TEST_CASE("a forecast error per interval moves the mean by its bias, and falling rates stay where they were")
{
    // From 80 to 0 an hour over the day, in a straight line; +10 %: 1055 a day. A day's variance is 1055 +
    // 1.1² · 0.2² · Σ m_k² with Σ m_k² ≈ 48 · 40² / 3, so 2295; standard error over 500 days 2.14, bound 4.5
    // of them.
    const CentreModel model =
        model_of(scenario("arrivals.profile = { every_day = [[\"00:00\", 80], [\"23:59\", 0]] }\n"
                          "arrivals.shape = \"linear\"",
                          "forecast_error = { bias = 0.1, cv = 0.2, per = \"interval\" }"),
                 {.by_interval = true});
    Workspace workspace;
    double total = 0.0;
    double first_half = 0.0;
    for (std::uint64_t r = 0; r < 50; ++r) {
        const ReplicationResult& result = run_replication(model, {.seed = 6, .replication = r}, workspace);
        for (std::uint32_t k = 0; k < result.cells; ++k) {
            total += d(result.contact(0, k).attempts);
            first_half += k % 48 < 24 ? d(result.contact(0, k).attempts) : 0.0;
        }
    }
    const double expected = 1.1 * 40.0 * (23.0 + 59.0 / 60.0);
    CHECK(std::abs(total / 500.0 - expected) < 9.6);
    CHECK(std::abs(first_half / total - 0.75) < 0.005); // the area under the first half of the line
}

namespace {

struct TalksByInterval final : TraceSink {
    std::map<int, std::vector<double>> talks; ///< by the interval in which the attempt rang
    std::vector<double> of_redials;
    std::vector<int> redials_rang;
    void row(const TraceRow& row) override
    {
        if (row.outcome != Outcome::answered)
            return;
        const int interval = static_cast<int>(std::floor(row.arrived_s / 1800.0));
        talks[interval].push_back(row.talk_s);
        if (row.attempt > 0) {
            of_redials.push_back(row.talk_s);
            redials_rang.push_back(interval);
        }
    }
};

} // namespace

TEST_CASE("handle times of an interval share its factor, by the interval in which the attempt rings")
{
    std::string text =
        scenario("arrivals.rate_per_hour = 60\npatience = { family = \"exponential\", mean = \"60s\" }"
                 "\nredial = { probability = 0.9, delay = \"40min\", at_most = 3 }",
                 "handle = { cv = 0.25, per = \"interval\" }");
    text.replace(text.find("agents = 5"), 10, "agents = 2");
    const CentreModel model = model_of(text);
    Workspace workspace;
    Moments factors; // neighbours
    for (std::uint64_t r = 0; r < 20; ++r) {
        TalksByInterval trace;
        run_replication(model, {.seed = 7, .replication = r}, workspace, &trace);
        double last = std::nan("");
        for (const auto& [interval, talks] : trace.talks) {
            for (const double talk : talks)
                REQUIRE(talk == doctest::Approx(talks.front()).epsilon(1e-12));
            if (!std::isnan(last))
                factors.add(last, talks.front() / 60.0);
            last = talks.front() / 60.0;
        }
        CHECK(trace.of_redials.size() > 100);
    }
    // 9 580 factors, gamma with mean 1 and cv 0.25; 4.5 standard errors: 0.0115, about 7 %, 0.046.
    CHECK(factors.n > 9000);
    CHECK(std::abs(factors.mean() - 1.0) < 0.0115);
    CHECK(std::abs(std::sqrt(factors.variance()) / 0.25 - 1.0) < 0.04);
    CHECK(std::abs(factors.correlation()) < 0.046);
}
