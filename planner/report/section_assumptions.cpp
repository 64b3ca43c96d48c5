#include "planner/report/find_figures.h"
#include "planner/report/page_parts.h"
#include "planner/report/sections.h"

#include "sim/experiment/expectation_text.h"
#include "sim/experiment/expectations.h"
#include "sim/scenario/summary.h"

#include <fmt/format.h>

#include <sstream>

namespace switchroom::report {

namespace {

/// What was understood of the scenario file, a bullet a line; indented lines belong to the heading above
/// them.
Bullets understood(const ScenarioDocument& document)
{
    Bullets bullets;
    std::istringstream lines(summary_text(document));
    std::string heading;
    std::getline(lines,
                 heading); // the file and the scenario's name: the reader knows the one, the other is a place
    heading.clear();
    for (std::string line; std::getline(lines, line);) {
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        if (indent == line.size())
            continue;
        if (indent == 0 && line.find(' ') == std::string::npos) {
            heading = line;
            continue;
        }
        heading = indent == 0 ? "" : heading;
        bullets.items.push_back((heading.empty() ? "" : heading + ": ") + line.substr(indent));
    }
    return bullets;
}

std::string bound_text(const Expectation& expectation)
{
    std::string bound;
    if (expectation.at_least)
        bound = fmt::format("at least {}", *expectation.at_least);
    if (expectation.at_most)
        bound += fmt::format("{}at most {}", bound.empty() ? "" : ", ", *expectation.at_most);
    return bound;
}

/// What the scenario is said to show, by whom, and what these runs say to it. Changes against other files are
/// simulate's matter.
void add_origins(const ReportInput& input, Document& document)
{
    DataTable table{.title = "What is published, and what was found",
                    .headings = {"Figure", "Of", "Expected", "Found", "", "Origin"},
                    .rows = {},
                    .note = ""};
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        for (const ExpectationResult& one : result_of(input, s).expectations) {
            const Expectation& said = one.expectation;
            const std::string whom =
                said.contact.value_or(said.group.value_or(said.segment.value_or("all calls")));
            table.rows.push_back(
                {text_cell(std::string(one.kpi->title)),
                 text_cell(scenario_count(input) > 1 ? fmt::format("{}, {}", whom, scenario_name(input, s))
                                                     : whom),
                 text_cell(bound_text(said)),
                 figure_cell(one.kpi->unit, one.figure, result_of(input, s).centre.currency),
                 text_cell(std::string(to_text(one.verdict)), one.verdict == Finding::met ? Tone::better
                                                              : one.verdict == Finding::not_met
                                                                  ? Tone::worse
                                                                  : Tone::plain),
                 text_cell(said.origin)});
        }
    if (!table.rows.empty())
        document.blocks.emplace_back(std::move(table));
}

} // namespace

std::vector<ExpectationResult> own_expectations(const Scenario& scenario, const ExperimentResult& result)
{
    Scenario own = scenario;
    ExperimentResult probed;
    probed.replications = result.replications;
    own.expect.clear();
    for (std::size_t i = 0; i < scenario.expect.size() && i < result.probes.size(); ++i)
        if (!scenario.expect[i].versus) {
            own.expect.push_back(scenario.expect[i]);
            probed.probes.push_back(result.probes[i]);
        }
    return judge(own, probed, {});
}

void add_assumptions(const ReportInput& input, Document& document)
{
    document.blocks.emplace_back(Heading{1, "What was assumed"});
    document.blocks.emplace_back(Bullets{
        {"All figures come from simulation, call by call: they are as good as the scenario's own figures of "
         "callers, talk "
         "times, patience and staff.",
         "Every scenario of this page meets the same callers, run by run.",
         "Totals are told for a mean month of 30.4 days where a run is a week or longer.",
         "A service level stands with its formula: the same month may pass by one and fail by another."}});
    for (std::size_t s = 0; s < scenario_count(input); ++s) {
        document.blocks.emplace_back(Heading{2, fmt::format("As understood: {}", scenario_name(input, s))});
        document.blocks.emplace_back(understood(*input.scenarios[s].document));
        for (const std::string& note : input.scenarios[s].notes)
            document.blocks.emplace_back(Paragraph{note, ParagraphStyle::note});
    }
    add_origins(input, document);
    const ExperimentResult& base = result_of(input, 0);
    document.blocks.emplace_back(Heading{2, "To get the same page again"});
    document.blocks.emplace_back(
        Paragraph{fmt::format("Switchroom {}, scenario format {}, seed {}, {} runs; charts by Chart.js {} "
                              "(MIT licence). The same files, "
                              "seed and number of runs give this page again, byte by byte.",
                              input.version, input.scenarios.front().document->scenario.format, base.seed,
                              base.replications, chart_js_version())});
    const bool sound = [&] {
        for (std::size_t s = 0; s < scenario_count(input); ++s)
            if (result_of(input, s).checks.first_violation >= 0)
                return false;
        return true;
    }();
    document.blocks.emplace_back(Paragraph{
        sound ? "Every run's own checks held: each call is in exactly one outcome, and Little's law holds."
              : "A run's own check failed: these figures must not be used. Please report the scenario and "
                "the seed."});
}

} // namespace switchroom::report
