#include "tests/scenarios/gallery.h"

#include "sim/experiment/expectation_text.h"
#include "sim/experiment/number_text.h"
#include "sim/experiment/result_text.h"

#include <cmath>
#include <initializer_list>
#include <vector>

namespace switchroom::library {

namespace {

struct Column {
    std::string heading;
    std::string_view kpi;
};

std::string line_of(const std::vector<std::string>& cells)
{
    std::string line = "|";
    for (const std::string& cell : cells)
        line += " " + cell + " |";
    return line + "\n";
}

std::string head_of(const std::vector<std::string>& headings)
{
    std::string rule = "|";
    for (std::size_t i = 0; i < headings.size(); ++i)
        rule += i == 0 || headings[i] == "Origin" || headings[i] == "Verdict" ? " --- |" : " ---: |";
    return line_of(headings) + rule + "\n";
}

const KpiResult* said(const ScopeResult& scope, std::string_view kpi)
{
    const KpiResult* found = scope.find(kpi);
    return found && !std::isnan(found->estimate.mean) ? found : nullptr;
}

std::string cell(const ScopeResult& scope, std::initializer_list<std::string_view> one_of,
                 const std::string& currency)
{
    for (const std::string_view kpi : one_of)
        if (const KpiResult* found = said(scope, kpi))
            return estimate_text(found->kpi->unit, found->estimate.mean, found->estimate.half_width,
                                 {.currency = currency});
    return "–";
}

bool has_any(const ScopeResult& scope, std::string_view kpi)
{
    const KpiResult* found = said(scope, kpi);
    return found && found->estimate.mean > 0.0;
}

std::string expectations_table(const ExperimentResult& result)
{
    const std::string& currency = result.centre.currency;
    std::string text = head_of({"Said to show", "Figure", "Bound", "Verdict", "Origin"});
    for (const ExpectationResult& one : result.expectations)
        text += line_of({subject_of(one), figure_of(one, currency), bounds_of(one, currency),
                         std::string(to_text(one.verdict)), one.expectation.origin});
    return text + "\n";
}

std::string calls_table(const ExperimentResult& result)
{
    const std::string& currency = result.centre.currency;
    std::string text = head_of({"Calls of a run", "rang", "answered, of all that rang", "in time",
                                "speed of answer", "callers lost"});
    for (const ScopeResult& contact : result.contacts)
        if (has_any(contact, "attempts"))
            text += line_of({contact.name, cell(contact, {"attempts"}, currency),
                             cell(contact, {"answer_rate_of_attempts"}, currency),
                             cell(contact, {"service_level"}, currency), cell(contact, {"asa_s"}, currency),
                             cell(contact, {"lost_caller_rate"}, currency)});
    return text + "\n";
}

std::string work_table(const ExperimentResult& result)
{
    const std::string& currency = result.centre.currency;
    std::string lines;
    for (const ScopeResult& contact : result.contacts)
        if (has_any(contact, "items"))
            lines += line_of({contact.name, cell(contact, {"items"}, currency),
                              cell(contact, {"message_on_time", "callback_on_time"}, currency),
                              cell(contact, {"message_on_time_urgent", "callback_on_time_urgent"}, currency),
                              cell(contact, {"return_time_s"}, currency)});
    if (lines.empty())
        return "";
    return head_of({"Work of a run", "created", "on time", "urgent on time", "time to return"}) + lines +
           "\n";
}

std::string staff_lines(const ExperimentResult& result)
{
    const std::string staff = staff_text(result);
    return (staff.empty() ? "" : "Staff: " + staff + ". ") + "A run is " +
           std::to_string(result.centre.days) + " days; " + std::to_string(result.replications) +
           " runs, ± is half of a 95 % confidence interval.\n";
}

} // namespace

std::string figures_of(const ExperimentResult& result)
{
    return expectations_table(result) + calls_table(result) + work_table(result) + staff_lines(result);
}

std::string with_figures(std::string_view page, std::string_view name, std::string_view figures)
{
    const std::string begin = "<!-- figures of " + std::string(name) + " -->\n";
    const std::size_t at = page.find(begin);
    const std::size_t end = at == std::string_view::npos ? at : page.find("<!-- end -->", at);
    if (end == std::string_view::npos)
        return "";
    return std::string(page.substr(0, at + begin.size())) + std::string(figures) +
           std::string(page.substr(end));
}

} // namespace switchroom::library
