#include "gui/view_models/scenario_edits.h"

#include "gui/view_models/node_path.h"
#include "gui/view_models/record_table.h"
#include "sim/scenario/print_toml.h"
#include "sim/scenario/reporter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace switchroom::gui {

namespace {

using Kind = Node::Kind;

std::size_t size_of(const Node& root, const std::string& list)
{
    const Node* node = find_node(root, list);
    return node && node->is(Kind::array) ? node->items.size() : 0;
}

/// What a table that is not there yet needs beside the key that was typed.
struct Companion {
    std::string_view key;   ///< typed: the end of its path
    std::string_view table; ///< of the new table, {} for what was typed
};

constexpr std::array companions{
    Companion{"talk.mean", "{{ family = \"lognormal\", mean = {}, cv = 0.7 }}"},
    Companion{"handle.mean", "{{ family = \"lognormal\", mean = {}, cv = 0.7 }}"},
    Companion{"wrap_up.mean", "{{ family = \"exponential\", mean = {} }}"},
    Companion{"patience.mean", "{{ family = \"exponential\", mean = {} }}"},
    Companion{"service_level.share", "{{ share = {}, within = \"20s\" }}"},
    Companion{"service_level.within", "{{ share = 0.8, within = {} }}"},
    Companion{"redial.probability",
              "{{ probability = {}, delay = {{ family = \"exponential\", mean = \"15min\" }} }}"},
    Companion{"redial.delay.mean", "{{ family = \"exponential\", mean = {} }}"},
    Companion{"resolution.first_call",
              "{{ first_call = {}, repeat_delay = {{ family = \"exponential\", mean = \"1d\" }} }}"},
    Companion{"resolution.repeat_delay.mean", "{{ family = \"exponential\", mean = {} }}"},
    Companion{"value.of_lost_callers", "{{ lost_caller = 0, of_lost_callers = {} }}"},
    Companion{"volume.per", "{{ cv = 0, per = {} }}"},
    Companion{"forecast_error.per", "{{ cv = 0, per = {} }}"},
    Companion{"uncertainty.handle.per", "{{ cv = 0, per = {} }}"},
};

std::optional<Edit> with_companions(const std::string& path, const std::string& literal)
{
    const std::string kind = kind_of_path(path);
    for (const Companion& companion : companions)
        if (kind.ends_with(companion.key))
            return set_edit(parent_path(path), fmt::format(fmt::runtime(companion.table), literal));
    return std::nullopt;
}

/// `talk = "3min"` with a cv or family beside it.
std::optional<Edit> spelled_out(const Node& plain, const std::string& path, const std::string& literal)
{
    const std::string key = last_key(path);
    const std::string mean = toml_literal(plain);
    if (key == "cv")
        return set_edit(parent_path(path),
                        fmt::format("{{ family = \"lognormal\", mean = {}, cv = {} }}", mean, literal));
    if (key == "family")
        return set_edit(parent_path(path), fmt::format("{{ family = {}, mean = {} }}", literal, mean));
    return std::nullopt;
}

std::string free_name(const std::vector<std::string>& taken, const std::string& wanted)
{
    std::string name = wanted;
    for (int number = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++number)
        name = fmt::format("{} {}", wanted, number);
    return name;
}

std::string first_name(const Node& root, std::string_view list)
{
    const std::vector<std::string> names = names_in(root, list);
    return quoted_literal(names.empty() ? "?" : names[0]);
}

/// A contact to which a step can hand on: a message or callback contact where there is one.
std::string later_contact(const Node& root, std::string_view channel)
{
    const Node* contacts = root.find("contacts");
    for (std::size_t i = 0; contacts && i < contacts->items.size(); ++i) {
        const Node* found = contacts->items[i].find("channel");
        const Node* name = contacts->items[i].find("name");
        if (found && found->text == channel && name)
            return quoted_literal(name->text);
    }
    return first_name(root, "contacts");
}

} // namespace

std::vector<Edit> field_edits(const Node& root, const Field& field, const std::string& literal)
{
    if (!find_node(root, field.path)) {
        const Node* parent = find_node(root, parent_path(field.path));
        std::optional<Edit> table;
        if (!parent)
            table = with_companions(field.path, literal);
        else if (parent->is(Kind::text))
            table = spelled_out(*parent, field.path, literal);
        if (table)
            return {*std::move(table)};
    }
    return {set_edit(field.path, literal)};
}

std::vector<Edit> scale_edits(const Node& root, const StepTable& table, double factor)
{
    std::vector<Edit> edits;
    for (const DaySheet& day : table.days)
        if (const Node* steps = find_node(root, day.path))
            edits.push_back(
                set_edit(day.path, scaled_steps(*steps, factor, table.kind == FieldKind::integer)));
    return edits;
}

std::vector<Edit> day_edits(const Node& root, const StepTable& table, const std::string& key)
{
    const Node* pattern = table.days.empty() ? nullptr : find_node(root, table.days[0].path);
    return {set_edit(join_path(table.path, key), pattern ? toml_literal(*pattern) : "[[\"08:00\", 1]]")};
}

std::vector<Edit> record_edits(const Node& root, const RecordTable& table)
{
    const std::size_t count = size_of(root, table.path);
    if (!find_node(root, table.path))
        return {set_edit(table.path, "[" + table.fresh + "]")};
    return {insert_edit(join_path(table.path, count), table.fresh)};
}

std::vector<Edit> removal_edits(const Node& root, const std::string& path)
{
    const std::string list = parent_path(path);
    const bool is_section = path.ends_with(']') && list.find_first_of(".[") == std::string::npos;
    return {remove_edit(is_section && size_of(root, list) == 1 ? list : path)};
}

std::vector<Edit> step_edits(const Node& root, const std::string& path, const std::string& literal)
{
    if (!path.ends_with(']'))
        return {set_edit(path, "[" + literal + "]")};
    const std::string list = parent_path(path);
    for (std::size_t i = 0; i < size_of(root, list); ++i)
        if (join_path(list, i) == path)
            return {insert_edit(join_path(list, i + 1), literal)};
    return {};
}

std::string fresh_step(const Node& root, std::string_view kind)
{
    if (kind == "voicemail")
        return fmt::format("{{ voicemail = {{ hang_up = 0.5, becomes = {} }} }}",
                           later_contact(root, "message"));
    if (kind == "callback")
        return fmt::format("{{ callback = {{ becomes = {}, accepted = 0.5 }} }}",
                           later_contact(root, "callback"));
    if (kind == "bot")
        return "{ bot = { contained = 0.3, talk = { family = \"exponential\", mean = \"90s\" } } }";
    return fmt::format("{{ offer = [{}], for = \"30s\" }}", first_name(root, "groups"));
}

Edit fresh_contact(const Node& root, Language language)
{
    const std::vector<std::string> taken = names_in(root, "contacts");
    const std::string name = free_name(taken, text_of(Text::sc_new_contact, language));
    return insert_edit(
        join_path("contacts", taken.size()),
        fmt::format(
            "{{ name = {}, arrivals = {{ rate_per_hour = 6 }}, talk = {{ family = \"lognormal\", mean = "
            "\"3min\", cv = 0.7 }}, patience = {{ family = \"exponential\", mean = \"2min\" }} }}",
            quoted_literal(name)));
}

Edit fresh_group(const Node& root, Language language)
{
    const std::vector<std::string> taken = names_in(root, "groups");
    const std::string name = free_name(taken, text_of(Text::sc_new_group, language));
    return insert_edit(join_path("groups", taken.size()),
                       fmt::format("{{ name = {}, agents = 1 }}", quoted_literal(name)));
}

namespace {

/// Contacts that some route takes, named alone or in a list.
std::vector<std::string> routed_contacts(const Node& root)
{
    std::vector<std::string> routed = names_in(root, "routes", "contact");
    const Node* routes = root.find("routes");
    for (std::size_t i = 0; routes && routes->is(Kind::array) && i < routes->items.size(); ++i)
        if (const Node* contacts = routes->items[i].find("contacts"))
            for (const Node& contact : contacts->items)
                routed.push_back(contact.text);
    return routed;
}

} // namespace

Edit fresh_route(const Node& root)
{
    const std::vector<std::string> routed = routed_contacts(root);
    std::vector<std::string> contacts = names_in(root, "contacts");
    const auto unrouted = std::find_if(contacts.begin(), contacts.end(), [&](const std::string& name) {
        return std::find(routed.begin(), routed.end(), name) == routed.end();
    });
    if (unrouted != contacts.end())
        std::rotate(contacts.begin(), unrouted, std::next(unrouted));
    return insert_edit(join_path("routes", size_of(root, "routes")),
                       fmt::format("{{ contact = {}, open = [ {{ offer = [{}] }} ] }}",
                                   quoted_literal(contacts.empty() ? "?" : contacts[0]),
                                   first_name(root, "groups")));
}

Edit fresh_contract(const Node& root, Language language)
{
    const std::string name =
        free_name(names_in(root, "contracts", "vendor"), text_of(Text::sc_new_vendor, language));
    return insert_edit(join_path("contracts", size_of(root, "contracts")),
                       fmt::format("{{ vendor = {}, price = {{ per_call = 1.5 }} }}", quoted_literal(name)));
}

} // namespace switchroom::gui
