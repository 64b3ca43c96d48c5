/// Modelled experience stands apart from what happened, with its origin, in every form of the results.

#include "sim/experiment/experiment.h"
#include "sim/experiment/load_model.h"
#include "sim/experiment/result_csv.h"
#include "sim/experiment/result_json.h"
#include "sim/experiment/result_text.h"

#include <nlohmann/json.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace switchroom;

namespace {

ExperimentResult result_of(const std::string& experience)
{
    MemoryFileSystem files;
    files.files["desk.toml"] =
        "format = 1\nname = \"desk\"\ntime = { start = 2026-03-02, days = 2 }\n" + experience +
        "[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = 20\ntalk = \"3min\"\n"
        "patience = { family = \"exponential\", mean = \"2min\" }\nhold = { probability = 0.5, duration = "
        "\"40s\" }\n"
        "outcomes = { booked = 0.6, \"left, a note\" = 0.4 }\n"
        "on_call = { share = 0.2, chain = [\"doctor\"], reached = 0.7, tries = 2, patch = \"30s\" }\n"
        "[[groups]]\nname = \"desk\"\nagents = 2\n";
    LoadOptions options;
    options.by = ReportBy::day;
    const auto loaded = load_model(files, "desk.toml", options);
    REQUIRE(loaded.ok());
    ExperimentOptions run;
    run.replications = 3;
    run.threads = 1;
    NoProgress quiet;
    return run_experiment(loaded->model, loaded->centre, run, quiet);
}

const std::string with = "[experience]\norigin = \"a guess, nothing more\"\n";

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the text has experience in a section of its own, and never among the figures")
{
    const std::string text = to_text(result_of(with), {.every_figure = true});
    CHECK(holds(text, "Modelled experience"));
    CHECK(holds(text, "a guess, nothing more"));
    CHECK_FALSE(holds(text, "nps")); // as the table of every figure would call it
    CHECK_FALSE(holds(to_text(result_of(""), {.every_figure = true}), "xperience"));
}

TEST_CASE("JSON has experience beside contacts and total, with its origin, for the run and for rows")
{
    const auto json = nlohmann::json::parse(to_json(result_of(with)));
    CHECK(json["experience"]["origin"] == "a guess, nothing more");
    CHECK(json["experience"]["total"]["satisfaction"]["mean"] > 0.3);
    CHECK(json["experience"]["contacts"]["calls"]["nps"].contains("half_width_95"));
    CHECK_FALSE(json["total"].contains("satisfaction"));
    CHECK_FALSE(json["contacts"]["calls"].contains("nps"));
    REQUIRE(json["rows"].size() == 2);
    CHECK(json["rows"][0]["experience"]["total"].contains("nps"));
    const std::string without = to_json(result_of(""));
    CHECK_FALSE(holds(without, "experience"));
    CHECK_FALSE(holds(without, "satisfaction")); // although on-call counts are there
}

TEST_CASE("CSV marks lines of experience in their scope and gives the origin where formulas stand")
{
    const std::string csv = to_csv(result_of(with));
    CHECK(holds(csv, "\ndesk,experience of total,total,,satisfaction,\"a guess, nothing more\",share,"));
    CHECK_FALSE(holds(csv, "\ndesk,total,total,,satisfaction"));
    CHECK_FALSE(holds(to_csv(result_of("")), "experience"));
}

TEST_CASE("hold, outcomes and the search for somebody on call are in the text, in JSON and in CSV")
{
    const ExperimentResult result = result_of("");
    const std::string text = to_text(result, {});
    for (const char* part : {"on hold a call", "on-call needed", "time to clinician", "left, a note"})
        CHECK(holds(text, part));
    const auto json = nlohmann::json::parse(to_json(result));
    for (const char* kpi : {"hold_s", "on_call_needed", "on_call_reached", "time_to_clinician_s", "outcomes"})
        CHECK(json["contacts"]["calls"].contains(kpi));
    const std::string csv = to_csv(result);
    CHECK(holds(csv, "\ndesk,contact,calls,,outcomes,\"left, a note\",count,"));
    CHECK(holds(csv, "\ndesk,contact,calls,,hold_s,,s,"));
    CHECK(holds(csv, "\ndesk,contact,calls,,time_to_clinician_s,,s,"));
}
