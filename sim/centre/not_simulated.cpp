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

void look_at_arrivals(const Arrivals& arrivals, const std::string& path, Findings& findings)
{
    findings.add_if(arrivals.log && arrivals.busyness, path + ".busyness",
                    "a random factor on a replayed log, whose days are as busy as they were");
}

bool is_live(Channel channel)
{
    return channel == Channel::voice || channel == Channel::in_person;
}

void look_at_contact(const Contact& contact, const std::string& path, Findings& findings)
{
    findings.add_if(!is_live(contact.channel), path + ".channel",
                    fmt::format("contacts of channel \"{}\"", to_name(contact.channel)));
    if (contact.arrivals)
        look_at_arrivals(*contact.arrivals, path + ".arrivals", findings);
    findings.add_if(contact.announce.has_value(), path + ".announce", "announced waits");
    findings.add_if(contact.on_abandon.has_value(), path + ".on_abandon", "missed calls that are returned");
    findings.add_if(contact.concurrency > 1, path + ".concurrency", "several contacts at once for one agent");
}

void look_at_group(const Group& group, const std::string& path, Findings& findings)
{
    if (group.shared_with)
        look_at_arrivals(group.shared_with->arrivals, path + ".shared_with.arrivals", findings);
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

void look_at_uncertainty(const Scenario& scenario, Findings& findings)
{
    if (!scenario.uncertainty)
        return;
    const Uncertainty& uncertainty = *scenario.uncertainty;
    const auto by_interval = [&](const auto& part, std::string_view key) {
        findings.add_if(part && part->per == UncertaintyPer::interval, fmt::format("uncertainty.{}.per", key),
                        "a random factor per interval; per = \"day\", \"month\" and \"run\" are");
    };
    by_interval(uncertainty.volume, "volume");
    by_interval(uncertainty.forecast_error, "forecast_error");
    by_interval(uncertainty.handle, "handle");
    const bool replays = std::any_of(scenario.contacts.begin(), scenario.contacts.end(),
                                     [](const Contact& c) { return c.arrivals && c.arrivals->log; });
    findings.add_if(replays && uncertainty.volume, "uncertainty.volume",
                    "uncertain volume of a replayed log");
    findings.add_if(replays && uncertainty.forecast_error, "uncertainty.forecast_error",
                    "uncertain volume of a replayed log");
}

} // namespace

Diagnostics not_simulated_yet(const ScenarioDocument& document)
{
    const Scenario& scenario = document.scenario;
    Findings findings(document);
    for (std::size_t i = 0; i < scenario.contacts.size(); ++i)
        look_at_contact(scenario.contacts[i], fmt::format("contacts[{}]", i), findings);
    for (std::size_t i = 0; i < scenario.groups.size(); ++i)
        look_at_group(scenario.groups[i], fmt::format("groups[{}]", i), findings);
    for (std::size_t i = 0; i < scenario.routes.size(); ++i) {
        look_at_steps(scenario.routes[i].open, fmt::format("routes[{}].open", i), findings);
        look_at_steps(scenario.routes[i].closed, fmt::format("routes[{}].closed", i), findings);
    }
    look_at_uncertainty(scenario, findings);
    return std::move(findings).in_order();
}

} // namespace switchroom
