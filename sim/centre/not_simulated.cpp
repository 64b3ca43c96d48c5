#include "sim/centre/not_simulated.h"

#include "sim/scenario/enum_names.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include <fmt/core.h>

namespace switchroom {

namespace {

class Findings {
public:
    explicit Findings(const ScenarioDocument& document) : document_(document) {}

    /// `what` of the value at `path` is not simulated yet.
    void add(const std::string& path, std::string_view what)
    {
        found_.push_back(
            {Severity::error, document_.sources.find(path), fmt::format("not simulated yet: {}", what)});
    }
    void add_if(bool present, const std::string& path, std::string_view what)
    {
        if (present)
            add(path, what);
    }

    Diagnostics in_order() &&
    {
        std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
            return std::tie(a.where.file, a.where.line, a.where.column) <
                   std::tie(b.where.file, b.where.line, b.where.column);
        });
        return std::move(found_);
    }

private:
    const ScenarioDocument& document_;
    Diagnostics found_;
};

bool is_live(Channel channel)
{
    return channel == Channel::voice || channel == Channel::in_person || channel == Channel::chat;
}

void look_at_contact(const Contact& contact, const std::string& path, Findings& findings)
{
    findings.add_if(!is_live(contact.channel), path + ".channel",
                    fmt::format("contacts of channel \"{}\"", to_name(contact.channel)));
    findings.add_if(contact.on_abandon.has_value(), path + ".on_abandon", "missed calls that are returned");
}

struct NameOfStep {
    std::string_view operator()(const OfferStep&) const { return ""; }
    std::string_view operator()(const CallbackStep&) const { return "callback"; }
    std::string_view operator()(const VoicemailStep&) const { return "voicemail"; }
    std::string_view operator()(const BotStep&) const { return ""; }
};

void look_at_steps(const std::vector<RouteStep>& steps, const std::string& path, Findings& findings)
{
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (const std::string_view name = std::visit(NameOfStep{}, steps[i]); !name.empty())
            findings.add(fmt::format("{}[{}].{}", path, i, name), fmt::format("{} steps", name));
}

} // namespace

Diagnostics not_simulated_yet(const ScenarioDocument& document)
{
    const Scenario& scenario = document.scenario;
    Findings findings(document);
    for (std::size_t i = 0; i < scenario.contacts.size(); ++i)
        look_at_contact(scenario.contacts[i], fmt::format("contacts[{}]", i), findings);
    for (std::size_t i = 0; i < scenario.routes.size(); ++i) {
        look_at_steps(scenario.routes[i].open, fmt::format("routes[{}].open", i), findings);
        look_at_steps(scenario.routes[i].closed, fmt::format("routes[{}].closed", i), findings);
    }
    return std::move(findings).in_order();
}

} // namespace switchroom
