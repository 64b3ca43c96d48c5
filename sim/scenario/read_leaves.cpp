#include "sim/scenario/literals.h"
#include "sim/scenario/read_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace switchroom {

namespace {

using Kind = Node::Kind;

bool within(double value, const Limits& limits)
{
    return (limits.open ? value > limits.least : value >= limits.least) && value <= limits.most;
}

std::string range_text(const Limits& limits)
{
    const bool bounded_below = std::isfinite(limits.least);
    if (bounded_below && std::isfinite(limits.most))
        return fmt::format(" from {} to {}", limits.least, limits.most);
    if (bounded_below)
        return fmt::format(" {} {}", limits.open ? "above" : "of at least", limits.least);
    return {};
}

/// A finite number, whole or not.
std::optional<double> finite_number(const Node& node)
{
    if (node.is(Kind::integer))
        return static_cast<double>(node.integer);
    if (node.is(Kind::number) && std::isfinite(node.number))
        return node.number;
    return std::nullopt;
}

template <class T, class Parse>
void read_quoted(ReadContext& context, const Node& node, const std::string& path, T& out, Parse parse,
                 std::string_view what)
{
    if (node.is(Kind::text))
        if (const auto value = parse(node.text)) {
            out = *value;
            return;
        }
    context.expected(node, path, what);
}

/// Two-part lists such as [46, 0.25]; null and a message where the shape is another.
const std::vector<Node>* pair_items(ReadContext& context, const Node& node, const std::string& path,
                                    std::string_view what)
{
    if (node.is(Kind::array) && node.items.size() == 2)
        return &node.items;
    context.expected(node, path, what);
    return nullptr;
}

} // namespace

void read_value(ReadContext& context, const Node& node, const std::string& path, bool& out, const Limits&)
{
    if (!node.is(Kind::boolean))
        return context.expected(node, path, "true or false");
    out = node.flag;
}

void read_value(ReadContext& context, const Node& node, const std::string& path, int& out,
                const Limits& limits)
{
    Limits range = limits;
    range.most = std::min(range.most, 2147483647.0);
    if (!node.is(Kind::integer) || !within(static_cast<double>(node.integer), range))
        return context.expected(node, path, "a whole number" + range_text(limits));
    out = static_cast<int>(node.integer);
}

void read_value(ReadContext& context, const Node& node, const std::string& path, std::uint64_t& out,
                const Limits&)
{
    if (!node.is(Kind::integer) || node.integer < 0)
        return context.expected(node, path, "a whole number of at least 0");
    out = static_cast<std::uint64_t>(node.integer);
}

void read_value(ReadContext& context, const Node& node, const std::string& path, double& out,
                const Limits& limits)
{
    const auto number = finite_number(node);
    if (!number || !within(*number, limits))
        return context.expected(node, path, "a number" + range_text(limits));
    out = *number;
}

void read_value(ReadContext& context, const Node& node, const std::string& path, std::string& out,
                const Limits&)
{
    if (!node.is(Kind::text) || node.text.find_first_not_of(" \t") == std::string::npos)
        return context.expected(node, path, "a text in quotes");
    out = node.text;
}

void read_value(ReadContext& context, const Node& node, const std::string& path, Duration& out,
                const Limits& limits)
{
    std::string_view what = R"(a duration with its unit, such as "20s", "3min", "2h", "1d" or "4min30s")";
    if (node.is(Kind::text)) {
        if (!context.ring && node.text.find("ring") != std::string::npos)
            what = R"(a duration such as "20s"; rings need `ring = "6s"` at the top of the file)";
        else if (const auto duration = parse_duration(node.text, context.ring)) {
            if (limits.finite && std::isinf(duration->seconds))
                what = "a finite duration";
            else if (!within(duration->seconds, limits))
                what = "a duration above 0s";
            else {
                out = *duration;
                return;
            }
        }
    }
    context.expected(node, path, what);
}

void read_value(ReadContext& context, const Node& node, const std::string& path, ClockTime& out,
                const Limits& limits)
{
    std::optional<ClockTime> time;
    if (node.is(Kind::text))
        time = parse_clock_time(node.text);
    else if (node.is(Kind::clock))
        time = node.clock;
    if (!time)
        return context.expected(node, path, "a time of day from \"00:00\" to \"24:00\", in quotes");
    if (!within(time->second_of_day, limits))
        return context.expected(node, path, "a time before 24:00, where the day's steps end");
    out = *time;
}

void read_value(ReadContext& context, const Node& node, const std::string& path, ClockWindow& out,
                const Limits&)
{
    read_quoted(context, node, path, out, parse_window, "a window such as \"08:00-12:30\"");
}

void read_value(ReadContext& context, const Node& node, const std::string& path,
                std::vector<ClockWindow>& out, const Limits& limits)
{
    if (node.is(Kind::text))
        return read_value(context, node, path, out.emplace_back(), limits);
    if (!node.is(Kind::array))
        return context.expected(node, path, "a list of windows such as [\"08:00-12:30\", \"13:30-19:00\"]");
    out.resize(node.items.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        read_value(context, node.items[i], join_path(path, i), out[i], limits);
}

void read_value(ReadContext& context, const Node& node, const std::string& path, Date& out, const Limits&)
{
    if (!node.is(Kind::date) || !node.date.ok())
        return context.expected(node, path, "a date without quotes, such as 2026-03-02");
    out = node.date;
}

void read_value(ReadContext& context, const Node& node, const std::string& path, Money& out,
                const Limits& limits)
{
    const auto number = finite_number(node);
    if (!number || !within(*number, limits))
        return context.expected(node, path, "an amount of money" + range_text(limits));
    out = Money{*number};
}

void read_value(ReadContext& context, const Node& node, const std::string& path, Probability& out,
                const Limits&)
{
    std::optional<double> share = finite_number(node);
    if (node.is(Kind::text))
        share = parse_percentage(node.text);
    if (!share || *share < 0.0 || *share > 1.0)
        return context.expected(node, path, "a share from 0 to 1, or a percentage such as \"12%\"");
    out = Probability{*share};
}

void read_value(ReadContext& context, const Node& node, const std::string& path, Promise& out, const Limits&)
{
    if (node.is(Kind::text) && node.text == "same day") {
        out = Promise{Duration{}, true};
        return;
    }
    const auto parse = [&](std::string_view text) -> std::optional<Promise> {
        const auto duration = parse_duration(text, context.ring);
        return duration ? std::optional(Promise{*duration, false}) : std::nullopt;
    };
    read_quoted(context, node, path, out, parse, "a promised time such as \"2h\", or \"same day\"");
}

void read_value(ReadContext& context, const Node& node, const std::string& path, Limit& out, const Limits&)
{
    if (node.is(Kind::text))
        if (const auto duration = parse_duration(node.text, context.ring)) {
            out = *duration;
            return;
        }
    std::optional<double> share = finite_number(node);
    if (node.is(Kind::text))
        share = parse_percentage(node.text);
    if (!share || *share < 0.0 || *share > 1.0)
        return context.expected(node, path,
                                "a share from 0 to 1 or a time such as \"45s\", as the metric wants");
    out = Probability{*share};
}

void read_value(ReadContext& context, const Node& node, const std::string& path, Term& out, const Limits&)
{
    read_quoted(context, node, path, out, parse_term,
                "a length of calendar time such as \"12 months\" or \"1 year\"");
}

void read_value(ReadContext& context, const Node& node, const std::string& path, CreditTier& out,
                const Limits&)
{
    if (const auto* items = pair_items(context, node, path, "a tier [value, share], such as [46, 0.25]")) {
        read_value(context, (*items)[0], join_path(path, std::size_t{0}), out.from, at_least(0));
        read_value(context, (*items)[1], join_path(path, std::size_t{1}), out.share, {});
    }
}

void read_value(ReadContext& context, const Node& node, const std::string& path, DateSpan& out, const Limits&)
{
    if (node.is(Kind::date)) {
        read_value(context, node, path, out.from, {});
        out.to = out.from;
        return;
    }
    if (const auto* items =
            pair_items(context, node, path, "a date, or days from … to such as [2026-08-01, 2026-08-31]")) {
        read_value(context, (*items)[0], join_path(path, std::size_t{0}), out.from, {});
        read_value(context, (*items)[1], join_path(path, std::size_t{1}), out.to, {});
        if (out.to < out.from && !context.report.broken(path))
            context.expected(node, path, "days in order: [first, last]");
    }
}

void read_value(ReadContext& context, const Node& node, const std::string& path, HazardPiece& out,
                const Limits&)
{
    if (const auto* items =
            pair_items(context, node, path, "a piece [from, per minute], such as [\"30s\", 0.4]")) {
        read_value(context, (*items)[0], join_path(path, std::size_t{0}), out.from, {});
        read_value(context, (*items)[1], join_path(path, std::size_t{1}), out.per_minute, at_least(0));
    }
}

} // namespace switchroom
