#include "planner/erlang/cases/constraints.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace switchroom::erlang {

namespace {

struct MeasureName {
    std::string_view name;
    Measure measure;
};

constexpr MeasureName measure_names[] = {
    {"blocking_prob", Measure::blocking},
    {"p_block", Measure::blocking},
    {"p_wait", Measure::wait},
    {"p_abandon", Measure::abandonment},
    {"asa_s", Measure::asa},
    {"mean_wait_served_s", Measure::asa},
    {"mean_wait_all_s", Measure::mean_wait},
    {"mean_queue_length", Measure::queue_length},
    {"occupancy", Measure::occupancy},
    {"occupancy_per_server", Measure::occupancy},
    {"sl_awt", Measure::sl_answered_over_offered},
    {"service_level_awt", Measure::sl_answered_over_offered},
    {"sl_answered_over_offered", Measure::sl_answered_over_offered},
    {"sl_answered_over_answered", Measure::sl_answered_over_answered},
    {"sl_ans_plus_ab_over_offered", Measure::sl_answered_plus_abandoned},
    {"sl_answered_over_offered_less_quick_ab", Measure::sl_excluding_abandons_within},
    {"sl_excluding_short_abandons", Measure::sl_excluding_short_abandons},
    {"sl_answered_plus_short_abandoned", Measure::sl_plus_short_abandons},
    {"sl_virtual_wait", Measure::sl_virtual_wait},
};

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    text.remove_prefix(first);
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

bool read_number(std::string_view text, double& value)
{
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc{} && end == text.data() + text.size() && value == value;
}

Result<NamedTarget> read_one(std::string_view part, double awt_s, double short_s)
{
    const std::size_t sign = part.find_first_of("<>");
    const bool complete = sign != std::string_view::npos && sign + 1 < part.size() && part[sign + 1] == '=';
    NamedTarget named;
    if (!complete || !read_number(trimmed(part.substr(sign + 2)), named.target.bound))
        return error_in({}, fmt::format("'{}' is not MEASURE <= NUMBER or MEASURE >= NUMBER", part));
    named.name = std::string(trimmed(part.substr(0, sign)));
    const auto known = std::find_if(std::begin(measure_names), std::end(measure_names),
                                    [&](const MeasureName& m) { return m.name == named.name; });
    if (known == std::end(measure_names))
        return error_in({}, fmt::format("no measure is called '{}'", named.name));
    named.target.measure = known->measure;
    named.target.at_least = part[sign] == '>';
    named.target.awt_s = awt_s;
    named.target.short_s = short_s;
    return named;
}

} // namespace

Result<std::vector<NamedTarget>> read_constraints(std::string_view text, double awt_s, double short_s)
{
    std::vector<NamedTarget> targets;
    Diagnostics errors;
    for (bool more = true; more;) {
        const std::size_t end = text.find('&');
        more = end != std::string_view::npos;
        const Result<NamedTarget> one = read_one(trimmed(text.substr(0, end)), awt_s, short_s);
        if (one)
            targets.push_back(*one);
        else
            errors.insert(errors.end(), one.errors().begin(), one.errors().end());
        text.remove_prefix(more ? end + 1 : text.size());
    }
    if (!errors.empty())
        return errors;
    return targets;
}

} // namespace switchroom::erlang
