/// The case of 600 calls a day (docs/contracts.md): what staffing to the mean is worth as a promise.
/// Seeds are fixed; with 480 months the standard error of a probability near ½ is 0.023, so that the bounds
/// lie four and more standard errors from what was published for the case.

#include "planner/contract/promise_study.h"
#include "planner/contract/staffing_curve.h"
#include "sim/scenario/read.h"

#include <doctest/doctest.h>

#include <string>

using namespace switchroom;

namespace {

const std::string path = SWITCHROOM_SOURCE_DIR "/scenarios/answering-service-600-calls.toml";

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

std::string scenario_text()
{
    return *DiskFileSystem().read(path);
}

ClauseVerdict verdict_of(const std::string& text, std::optional<std::int64_t> terms = 40)
{
    const DiskFileSystem disk;
    const auto document = read_scenario_text(disk, text, "case.toml");
    REQUIRE(document.ok());
    const auto term = make_term_model(*document, {.files = &disk, .folders = {}});
    REQUIRE(term.ok());
    CHECK_FALSE(term->clauses[0].by_call); // counts by half-hour suffice
    NoProgress quiet;
    PromiseOptions options;
    options.fixed_terms = terms;
    const PromiseStudy study = study_promises(*term, options, quiet);
    CHECK(study.first_violation == -1);
    return study.clauses.at(0);
}

/// 94 agent-half-hours a day instead of 90.
std::string well_staffed()
{
    return replaced(
        scenario_text(),
        R"([["08:00", 7], ["09:00", 6], ["10:00", 5], ["12:00", 4], ["13:00", 3], ["14:00", 4], ["17:00", 3], ["18:00", 0]])",
        R"([["08:00", 7], ["09:00", 6], ["10:00", 6], ["11:00", 5], ["12:00", 4], ["13:00", 3], ["14:00", 4], ["15:00", 5], ["16:00", 4], ["17:00", 3], ["18:00", 0]])");
}

} // namespace

TEST_CASE("a plan that gives 80 % on average makes 80 % a month a coin flip")
{
    const ClauseVerdict mean = verdict_of(scenario_text());
    CHECK(mean.mean_figure > 0.798);
    CHECK(mean.mean_figure < 0.81);
    CHECK(mean.probability > 0.4);
    CHECK(mean.probability < 0.75);
    CHECK(mean.verdict == Verdict::broken); // at an assurance of 95 %
    CHECK(band_of(mean.probability) == "toss-up");
    CHECK(mean.credit.mean > 0.0);
    CHECK(mean.credit_p95 > mean.credit.mean);
}

TEST_CASE("three points more of mean service level keep the promise in 97 and more of 100 months")
{
    const ClauseVerdict well = verdict_of(well_staffed(), std::nullopt);
    CHECK(well.verdict == Verdict::kept);
    CHECK(well.probability > 0.95);
    CHECK(well.mean_figure > 0.82);
    CHECK(well.mean_figure < 0.845);
}

TEST_CASE("binomial error bars are too narrow: 2.4 times with Poisson days, 7 times at 20 % day-to-day")
{
    const auto ratio = [](const std::string& cv) {
        const ClauseVerdict verdict = verdict_of(replaced(scenario_text(), "cv = 0.10", "cv = " + cv));
        return verdict.figure_sd / verdict.binomial_sd;
    };
    // 480 months: the standard error of a standard deviation is 3 %.
    CHECK(ratio("0") == doctest::Approx(2.4).epsilon(0.15));
    CHECK(ratio("0.20") == doctest::Approx(7.0).epsilon(0.15));
}

TEST_CASE("the least staffing for an assurance is found between too few and enough, and the curve rises")
{
    const DiskFileSystem disk;
    const auto document = read_scenario(disk, path);
    const auto term = make_term_model(*document, {.files = &disk, .folders = {}});
    REQUIRE(term.ok());
    NoProgress quiet;
    const StaffingCurve curve = staffing_curve(*term, {}, quiet);
    REQUIRE(curve.least > 0);
    CHECK(curve.groups == std::vector<std::string>{"answering service"});
    const StaffingPoint& least = curve.points[static_cast<std::size_t>(curve.least)];
    CHECK(least.suffices(0.95));
    CHECK_FALSE(curve.points[static_cast<std::size_t>(curve.least) - 1].suffices(0.95));
    CHECK(least.hours_a_week > 225.0); // 90 half-hours a day are 225 hours a week
    CHECK(least.hours_a_week < 260.0);
    for (std::size_t i = 1; i < curve.points.size(); ++i)
        CHECK(curve.points[i].clauses[0].probability >= curve.points[i - 1].clauses[0].probability - 0.05);
}
