#pragma once
/// Node → value, for every type that a scenario holds. `read_value` takes a node with its path and either
/// fills `out` or reports what was found and what was expected. Included only by read_document.cpp and the
/// leaf readers.

#include "sim/scenario/enum_names.h"
#include "sim/scenario/keys.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/node.h"
#include "sim/scenario/reporter.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace switchroom {

struct ReadContext {
    Reporter& report;
    std::optional<Duration> ring; ///< for "3 rings"

    void expected(const Node& node, const std::string& path, std::string_view what)
    {
        report.error_at(node.where, path, fmt::format("found {}, expected {}", describe(node), what));
    }
};

// Leaves: read_leaves.cpp.
void read_value(ReadContext&, const Node&, const std::string& path, bool& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, int& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, std::uint64_t& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, double& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, std::string& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, Duration& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, ClockTime& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, ClockWindow& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, Date& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, Money& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, Probability& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, Promise& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, Limit& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, Term& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, CreditTier& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, DateSpan& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, HazardPiece& out, const Limits&);
/// One window or a list of them.
void read_value(ReadContext&, const Node&, const std::string& path, std::vector<ClockWindow>& out,
                const Limits&);
// Values with a shape of their own: read_shapes.cpp.
void read_value(ReadContext&, const Node&, const std::string& path, DistributionSpec& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, MonthFactors& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, Staffing& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, Shrinkage& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, Skill& out, const Limits&);
void read_value(ReadContext&, const Node&, const std::string& path, RouteStep& out, const Limits&);

/// Reports an unknown key with the nearest known one; what the slip probably meant counts as broken.
void report_unknown_key(ReadContext&, const Node& value, const std::string& parent, std::string_view key,
                        const std::vector<std::string_view>& known);

/// A spelled choice; reports the nearest and all of them.
std::optional<std::size_t> read_choice(ReadContext&, const Node&, const std::string& path,
                                       std::string_view what, const std::vector<std::string_view>& names);

template <NamedEnum E>
void read_value(ReadContext& context, const Node& node, const std::string& path, E& out, const Limits&)
{
    const auto& names = EnumNames<E>::names;
    if (const auto found = read_choice(context, node, path, EnumNames<E>::what, {names.begin(), names.end()}))
        out = static_cast<E>(*found);
}

template <class T>
void read_value(ReadContext&, const Node&, const std::string& path, std::optional<T>& out, const Limits&);
template <class T>
void read_value(ReadContext&, const Node&, const std::string& path, std::vector<T>& out, const Limits&);
template <class T>
void read_value(ReadContext&, const Node&, const std::string& path, std::map<std::string, T>& out,
                const Limits&);
template <class T>
void read_value(ReadContext&, const Node&, const std::string& path, DaySteps<T>& out, const Limits&);
template <class T>
void read_value(ReadContext&, const Node&, const std::string& path, ByDay<T>& out, const Limits&);
template <class T>
void read_value(ReadContext&, const Node&, const std::string& path, TimeVarying<T>& out, const Limits&);

/// The visitor of keys.h that reads one table.
class TableReader {
public:
    TableReader(ReadContext& context, const Node& table, std::string path)
        : context_(context), table_(table), path_(std::move(path))
    {
    }

    template <class T>
    void key(std::string_view name, T& value, std::string_view, const Limits& limits = {})
    {
        known_.push_back(name);
        if (const Node* node = table_.find(name))
            read_value(context_, *node, join_path(path_, name), value, limits);
    }

    template <class T>
    void required(std::string_view name, T& value, std::string_view help, const Limits& limits = {})
    {
        key(name, value, help, limits);
        if (!table_.find(name))
            required_.push_back(name);
    }

    template <class T>
    void days(ByDay<T>& value, std::string_view help, const Limits& limits = {})
    {
        for (std::size_t day = 0; day < day_key_count; ++day)
            key(EnumNames<DayKey>::names[day], value.entries[day], help, limits);
    }

    template <class T>
    void inside(T& part)
    {
        keys(*this, part);
    }

    void one_or_many(std::string_view one, std::string_view many, std::vector<std::string>& value,
                     std::string_view help);

    /// After all keys: reports the unknown and the missing ones.
    void finish();

private:
    ReadContext& context_;
    const Node& table_;
    std::string path_;
    std::vector<std::string_view> known_;
    std::vector<std::string_view> required_;
};

template <class T>
concept HasKeys = requires(TableReader& reader, T& value)
{
    keys(reader, value);
};

/// Fills `out` from a table by its keys.
template <class T>
void read_table(ReadContext& context, const Node& node, const std::string& path, T& out)
{
    if (!node.is(Node::Kind::table))
        return context.expected(node, path, "a table of keys");
    TableReader reader(context, node, path);
    keys(reader, out);
    reader.finish();
}

template <HasKeys T>
void read_value(ReadContext& context, const Node& node, const std::string& path, T& out, const Limits&)
{
    read_table(context, node, path, out);
}

template <class T>
void read_value(ReadContext& context, const Node& node, const std::string& path, std::optional<T>& out,
                const Limits& limits)
{
    read_value(context, node, path, out.emplace(), limits);
}

template <class T>
void read_value(ReadContext& context, const Node& node, const std::string& path, std::vector<T>& out,
                const Limits& limits)
{
    if (!node.is(Node::Kind::array))
        return context.expected(node, path, "a list in [ ]");
    out.resize(node.items.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        read_value(context, node.items[i], join_path(path, i), out[i], limits);
}

template <class T>
void read_value(ReadContext& context, const Node& node, const std::string& path,
                std::map<std::string, T>& out, const Limits& limits)
{
    if (!node.is(Node::Kind::table))
        return context.expected(node, path, "a table { name = value }");
    for (const auto& [key, value] : node.entries)
        read_value(context, value, join_path(path, key), out[key], limits);
}

template <class T>
void read_value(ReadContext& context, const Node& node, const std::string& path, ByDay<T>& out,
                const Limits& limits)
{
    if (!node.is(Node::Kind::table))
        return context.expected(node, path, "a table by day, such as { weekdays = …, sat = … }");
    TableReader reader(context, node, path);
    reader.days(out, "", limits);
    reader.finish();
}

/// Steps in ascending order within the day.
template <class T>
void read_value(ReadContext& context, const Node& node, const std::string& path, DaySteps<T>& out,
                const Limits& limits)
{
    constexpr std::string_view shape = "steps [time, value], such as [[\"08:00\", …], [\"18:00\", …]]";
    if (!node.is(Node::Kind::array))
        return context.expected(node, path, shape);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const Node& pair = node.items[i];
        const std::string at = join_path(path, i);
        if (!pair.is(Node::Kind::array) || pair.items.size() != 2) {
            context.expected(pair, at, shape);
            continue;
        }
        Step<T>& step = out.emplace_back();
        read_value(context, pair.items[0], join_path(at, std::size_t{0}), step.from, between(0, 86399));
        read_value(context, pair.items[1], join_path(at, std::size_t{1}), step.value, limits);
        if (out.size() > 1 && step.from <= out[out.size() - 2].from && !context.report.broken(at))
            context.report.error_at(
                pair.items[0].where, at,
                fmt::format("the step at {} is not after the step at {}, expected rising times",
                            to_text(step.from), to_text(out[out.size() - 2].from)));
    }
}

template <class T>
void read_value(ReadContext& context, const Node& node, const std::string& path, TimeVarying<T>& out,
                const Limits& limits)
{
    if (!node.is(Node::Kind::array)) {
        out.steps.assign(1, {});
        return read_value(context, node, path, out.steps[0].value, limits);
    }
    out.steps.clear();
    read_value(context, node, path, out.steps, limits);
    if (out.steps.empty()) {
        out.steps.assign(1, {});
        if (!context.report.broken(path))
            context.expected(node, path, "a value, or at least one step [time, value]");
    }
}

} // namespace switchroom
