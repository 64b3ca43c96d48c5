/// Whole experiments on random scenarios that use everything: threads change no byte of the results.

#include "tests/support/random_scenario.h"

#include "sim/centre/compile.h"
#include "sim/experiment/experiment.h"
#include "sim/experiment/measured_centre.h"
#include "sim/experiment/result_json.h"
#include "sim/scenario/read.h"

#include <doctest/doctest.h>

using namespace switchroom;

namespace {

ExperimentResult run_on(int threads, const CentreModel& model, const MeasuredCentre& centre)
{
    ExperimentOptions options;
    options.seed = 3;
    options.replications = 5;
    options.threads = threads;
    options.kpis = KpiSelection::all();
    NoProgress quiet;
    return run_experiment(model, centre, options, quiet);
}

} // namespace

TEST_CASE("48 random scenarios with everything in them give the same bytes of JSON on 1 and 2 threads")
{
    const MemoryFileSystem files;
    std::int64_t calls = 0;
    for (std::uint64_t seed = 5000; seed < 5048; ++seed) {
        CAPTURE(seed);
        const auto document = read_scenario_text(
            files, random_scenario(seed, {.most_days = 2, .everything = true}), "random.toml");
        REQUIRE(document.ok());
        const ReportBy by = seed % 2 == 0 ? ReportBy::hour : ReportBy::run;
        const auto model = compile(*document, {.files = &files, .by_interval = by != ReportBy::run});
        REQUIRE(model.ok());
        const auto centre = measured_centre(*document, *model, by);
        REQUIRE(centre.ok());
        const ExperimentResult one = run_on(1, *model, *centre);
        CHECK(one.checks.first_violation == -1);
        CHECK(to_json(one) == to_json(run_on(2, *model, *centre)));
        calls += one.calls;
    }
    CHECK(calls > 48 * 5 * 20); // there was something to count
}
