#include "planner/report/find_figures.h"
#include "planner/report/sections.h"

#include <fmt/format.h>

#include <array>

namespace switchroom::report {

namespace {

/// One line of the patient journey as quality reviews ask for it.
struct JourneyLine {
    std::string_view step;
    std::string_view label;
    std::string_view kpi;
};

/// French HAS criteria 1.4-01 and 1.4-02: access, information, coordination, waiting.
constexpr std::array<JourneyLine, 9> journey{
    {{"Access", "response rate (answered of offered)", "answer_rate"},
     {"Access", "response rate of all calls", "answer_rate_of_attempts"},
     {"Access", "abandonment rate", "abandonment_rate"},
     {"Information", "first-call resolution", "first_call_resolution"},
     {"Coordination", "routing accuracy", "routing_accuracy"},
     {"Coordination", "transfers", "transfers"},
     {"Waiting", "speed of answer", "asa_s"},
     {"Waiting", "19 in 20 wait at most", "wait_p95_s"},
     {"Waiting", "handle time", "aht_s"}}};

/// What practitioners fear, and the figures that show it.
struct Fear {
    std::string_view fear;
    std::string_view label;
    std::string_view kpi;
};

constexpr std::array<Fear, 13> fears{
    {{"Long holds without a word", "mean wait of all callers", "mean_wait_s"},
     {"Long holds without a word", "longest wait of a run", "longest_wait_s"},
     {"Long holds without a word", "time on hold, an answered call", "hold_s"},
     {"The story told again", "transfers of answered calls", "transfers"},
     {"The story told again", "time of telling it again", "retold_s"},
     {"The story told again", "calls per need", "attempts_per_need"},
     {"Nothing in place of an answer", "callers who never got through", "lost_caller_rate"},
     {"Nothing in place of an answer", "calls turned away", "turned_away"},
     {"Nothing in place of an answer", "hang-ups on the voicemail", "voicemail_hang_up_rate"},
     {"Nothing in place of an answer", "callbacks on time", "callback_on_time"},
     {"Rings that go on", "callers who hang up waiting", "abandonment_rate"},
     {"Rings that go on", "busy tone", "blocking_rate"},
     {"Rings that go on", "callers who have to wait", "p_wait"}}};

DataTable table_by(const ReportInput& input, std::string title, std::string first, std::string second)
{
    DataTable table{
        .title = std::move(title), .headings = {std::move(first), std::move(second)}, .rows = {}, .note = ""};
    const std::vector<std::string> headings =
        scenario_count(input) > 1 ? scenario_headings(input) : std::vector<std::string>{"Figure"};
    table.headings.insert(table.headings.end(), headings.begin(), headings.end());
    return table;
}

/// The step or fear is said once, on its first line.
void add_line(const ReportInput& input, std::string_view group, std::string_view label, std::string_view kpi,
              std::string_view& said, DataTable& table)
{
    std::vector<Cell> row = scenario_row(input, std::string(label), kpi);
    row.insert(row.begin(), text_cell(said == group ? "" : std::string(group)));
    said = group;
    table.rows.push_back(std::move(row));
}

} // namespace

void add_quality_review(const ReportInput& input, Document& document)
{
    DataTable table = table_by(input, "Figures along the patient's journey", "Step", "Figure");
    std::string_view said;
    for (const JourneyLine& line : journey)
        if (anybody_has(input, line.kpi))
            add_line(input, line.step, line.label, line.kpi, said, table);
    table.note = "Laid out as French HAS criteria 1.4-01 and 1.4-02 ask for access, information, "
                 "coordination and waiting. A "
                 "step without a line is one that the scenario says nothing of, such as transfers.";
    document.blocks.emplace_back(Heading{1, "For the quality review"});
    document.blocks.emplace_back(std::move(table));
}

void add_fears(const ReportInput& input, Document& document)
{
    DataTable table = table_by(input, "What practitioners fear", "Fear", "Shown by");
    std::string_view said;
    for (const Fear& fear : fears)
        if (anybody_has(input, fear.kpi))
            add_line(input, fear.fear, fear.label, fear.kpi, said, table);
    document.blocks.emplace_back(Heading{1, "What callers must not meet"});
    document.blocks.emplace_back(
        Paragraph{"Long holds without a word, a story told again, nothing in place of an answer when nobody "
                  "is free, rings that go on: "
                  "what practices fear most of a telephone, and how far each scenario goes there."});
    document.blocks.emplace_back(std::move(table));
}

} // namespace switchroom::report
