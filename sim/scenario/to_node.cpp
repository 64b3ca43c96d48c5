#include "sim/scenario/to_node.h"

#include "sim/scenario/print_toml.h"
#include "sim/scenario/write.h"

namespace switchroom {

namespace {

thread_local int keepers_of_defaults = 0;

} // namespace

KeepDefaults::KeepDefaults()
{
    ++keepers_of_defaults;
}
KeepDefaults::~KeepDefaults()
{
    --keepers_of_defaults;
}
bool KeepDefaults::at_work()
{
    return keepers_of_defaults > 0;
}

Node to_node(bool value)
{
    return boolean_node(value);
}
Node to_node(int value)
{
    return integer_node(value);
}
Node to_node(std::uint64_t value)
{
    return integer_node(static_cast<std::int64_t>(value));
}
Node to_node(double value)
{
    return number_node(value);
}
Node to_node(const std::string& value)
{
    return text_node(value);
}
Node to_node(Duration value)
{
    return text_node(duration_literal(value));
}
Node to_node(ClockTime value)
{
    return text_node(to_text(value));
}
Node to_node(ClockWindow value)
{
    return text_node(window_literal(value));
}
Node to_node(Date value)
{
    return date_node(value);
}
Node to_node(Money value)
{
    return number_node(value.amount);
}
Node to_node(Probability value)
{
    return number_node(value.value);
}
Node to_node(const Promise& value)
{
    return value.same_day ? text_node("same day") : to_node(value.within);
}
Node to_node(const Limit& value)
{
    return std::visit([](const auto& limit) { return to_node(limit); }, value);
}
Node to_node(const Term& value)
{
    return text_node(term_literal(value));
}
Node to_node(const CreditTier& value)
{
    return array_node({to_node(value.from), to_node(value.share)});
}
Node to_node(const DateSpan& value)
{
    return value.from == value.to ? to_node(value.from)
                                  : array_node({to_node(value.from), to_node(value.to)});
}
Node to_node(const HazardPiece& value)
{
    return array_node({to_node(value.from), to_node(value.per_minute)});
}

Node to_node(const MonthFactors& value)
{
    Node table;
    for (std::size_t month = 0; month < value.size(); ++month)
        if (value[month])
            table.set(month_names[month], number_node(*value[month]));
    return table;
}

Node to_node(const Staffing& value)
{
    if (value.constant)
        return integer_node(*value.constant);
    TableWriter writer;
    Staffing copy = value;
    keys(writer, copy);
    return std::move(writer.table);
}

namespace {

Node step_node(std::string_view kind, Node inner)
{
    Node step;
    step.set(kind, std::move(inner));
    return step;
}

struct StepToNode {
    Node operator()(const OfferStep& step) const { return to_node(step); }
    Node operator()(const CallbackStep& step) const { return with_when("callback", step); }
    Node operator()(const VoicemailStep& step) const { return with_when("voicemail", step); }
    Node operator()(const BotStep& step) const { return with_when("bot", step); }

private:
    template <class S>
    static Node with_when(std::string_view kind, const S& step)
    {
        Node node = step_node(kind, to_node(step));
        if (step.when)
            node.set("when", to_node(*step.when));
        return node;
    }
};

/// Marks what a file writes as [[sections]].
void as_sections(Node& table, std::string_view key)
{
    if (Node* list = table.find(key))
        list->sections = true;
}

} // namespace

Node to_node(const RouteStep& value)
{
    return std::visit(StepToNode{}, value);
}

std::string write_scenario(const Scenario& scenario)
{
    Node root = to_node(scenario);
    for (std::string_view key :
         {"profiles", "contacts", "groups", "routes", "lines", "contracts", "segments", "costs", "expect"})
        as_sections(root, key);
    if (Node* hours = root.find("hours"))
        as_sections(*hours, "away");
    if (Node* contracts = root.find("contracts"))
        for (Node& contract : contracts->items)
            as_sections(contract, "sla");
    return print_toml(root);
}

} // namespace switchroom
