#include "sim/scenario/literals.h"
#include "sim/scenario/read_values.h"

#include <algorithm>

namespace switchroom {

using Kind = Node::Kind;

std::optional<std::size_t> read_choice(ReadContext& context, const Node& node, const std::string& path,
                                       std::string_view what, const std::vector<std::string_view>& names)
{
    if (node.is(Kind::text)) {
        const auto found = std::find(names.begin(), names.end(), node.text);
        if (found != names.end())
            return static_cast<std::size_t>(found - names.begin());
    }
    const std::string hint = node.is(Kind::text) ? did_you_mean(node.text, names) : std::string();
    context.report.error_at(
        node.where, path,
        fmt::format("found {} as {}, expected {}{}", describe(node), what, listed(names), hint));
    return std::nullopt;
}

void report_unknown_key(ReadContext& context, const Node& value, const std::string& parent,
                        std::string_view key, const std::vector<std::string_view>& known)
{
    std::string hint = did_you_mean(key, known);
    if (!hint.empty())
        context.report.mark_broken(join_path(parent, nearest(key, known)));
    else
        hint = ", expected " + (known.size() == 1 ? listed(known) : "one of " + listed(known, 60));
    context.report.error_at(value.key_where, join_path(parent, key),
                            fmt::format("unknown key \"{}\"{}", key, hint));
}

void TableReader::one_or_many(std::string_view one, std::string_view many, std::vector<std::string>& value,
                              std::string_view help)
{
    std::optional<std::string> single;
    key(one, single, help);
    key(many, value, help);
    if (single && table_.find(many))
        context_.report.error_at(
            table_.find(many)->key_where, path_,
            fmt::format("found both \"{}\" and \"{}\", expected one of them", one, many));
    if (single)
        value.assign(1, *single);
    if (!table_.find(one) && !table_.find(many))
        required_.push_back(one);
}

void TableReader::finish()
{
    for (const auto& [key, value] : table_.entries)
        if (std::find(known_.begin(), known_.end(), key) == known_.end())
            report_unknown_key(context_, value, path_, key, known_);
    for (std::string_view name : required_)
        if (const std::string path = join_path(path_, name); !context_.report.broken(path))
            context_.report.error_at(table_.where, path, fmt::format("the key \"{}\" is missing", name));
}

void read_value(ReadContext& context, const Node& node, const std::string& path, DistributionSpec& out,
                const Limits&)
{
    if (node.is(Kind::text) && parse_duration(node.text, context.ring)) {
        out.mean.emplace();
        return read_value(context, node, path, *out.mean, Limits{});
    }
    if (!node.is(Kind::table))
        return context.expected(
            node, path,
            "a law of durations such as { family = \"lognormal\", mean = \"3min\", cv = 0.8 }, or \"3min\"");
    read_table(context, node, path, out);
}

void read_value(ReadContext& context, const Node& node, const std::string& path, MonthFactors& out,
                const Limits& limits)
{
    if (!node.is(Kind::table))
        return context.expected(node, path, "a table by month, such as { jan = 1.1, aug = 0.7 }");
    TableReader reader(context, node, path);
    for (std::size_t month = 0; month < out.size(); ++month)
        reader.key(month_names[month], out[month], "", limits);
    reader.finish();
}

void read_value(ReadContext& context, const Node& node, const std::string& path, Staffing& out,
                const Limits& limits)
{
    if (node.is(Kind::table))
        return read_table(context, node, path, out);
    if (!node.is(Kind::integer))
        return context.expected(
            node, path, "a whole number of agents, or steps by day such as { weekdays = [[\"08:00\", 3]] }");
    read_value(context, node, path, out.constant, limits);
}

void read_value(ReadContext& context, const Node& node, const std::string& path, Shrinkage& out,
                const Limits&)
{
    if (node.is(Kind::table))
        return read_table(context, node, path, out);
    read_value(context, node, path, out.absence_day, {});
}

void read_value(ReadContext& context, const Node& node, const std::string& path, Skill& out, const Limits&)
{
    if (node.is(Kind::text))
        return read_value(context, node, path, out.contact, {});
    read_table(context, node, path, out);
}

namespace {

void read_offer(ReadContext& context, const Node& node, const std::string& path, OfferStep& out)
{
    TableReader reader(context, node, path);
    keys(reader, out);
    reader.finish();
}

template <class S>
void read_step(ReadContext& context, const Node& node, std::string_view kind, const std::string& path,
               RouteStep& out)
{
    S step;
    read_value(context, *node.find(kind), join_path(path, kind), step, {});
    for (const auto& [key, value] : node.entries)
        if (key == "when")
            read_value(context, value, join_path(path, key), step.when, {});
        else if (key != kind)
            context.report.error_at(
                value.key_where, join_path(path, key),
                fmt::format("found \"{}\" beside \"{}\", expected it inside its {{ }} or in a "
                            "step of its own",
                            key, kind));
    out = std::move(step);
}

} // namespace

void read_value(ReadContext& context, const Node& node, const std::string& path, RouteStep& out,
                const Limits&)
{
    static const std::vector<std::string_view> kinds{"offer", "callback", "voicemail", "bot"};
    if (!node.is(Kind::table))
        return context.expected(node, path, "a step such as { offer = [\"front desk\"], for = \"20s\" }");
    if (node.find("offer"))
        return read_offer(context, node, path, out.emplace<OfferStep>());
    if (node.find("callback"))
        return read_step<CallbackStep>(context, node, "callback", path, out);
    if (node.find("voicemail"))
        return read_step<VoicemailStep>(context, node, "voicemail", path, out);
    if (node.find("bot"))
        return read_step<BotStep>(context, node, "bot", path, out);
    if (node.entries.empty())
        return context.expected(node, path, "a step with " + listed(kinds));
    const auto& [key, value] = node.entries.front();
    report_unknown_key(context, value, path, key, kinds);
}

} // namespace switchroom
