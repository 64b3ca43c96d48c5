#include "sim/scenario/validation.h"

#include <algorithm>
#include <map>

namespace switchroom {

namespace {

/// Sums of written shares may miss 1 by their rounding.
constexpr double share_slack = 1e-9;

constexpr const char* as_busy_as_it_was = "a replayed log is as busy as it was, expected no random factor on "
                                          "it; arrivals.log.scale makes it busier";

void validate_busyness(Validation& v, const std::string& path, const Busyness& busyness)
{
    const bool known = busyness.family == Family::gamma || busyness.family == Family::lognormal ||
                       busyness.family == Family::uniform || busyness.family == Family::constant;
    if (!known)
        v.error(path + ".family", "found \"{}\" as the law of a day's factor, expected {}",
                to_name(busyness.family), listed({"gamma", "lognormal", "uniform", "constant"}));
    if (busyness.family == Family::uniform && busyness.cv > 0.5774)
        v.error(path + ".cv", "found cv {}, a uniform factor around 1 has at most 1/√3 = 0.577", busyness.cv);
    if (busyness.family == Family::constant && busyness.cv != 0.0)
        v.error(path + ".cv", "found cv {}, a constant has 0", busyness.cv);
}

void validate_profile(Validation& v, const std::string& path, const Profile& profile)
{
    const bool steps = !profile.per_hour.empty();
    if (steps && profile.file)
        v.error(path + ".file", "found \"file\" beside steps by day, expected one of them");
    if (!steps && !profile.file && !v.report.broken(path))
        v.error(path, "found no rates, expected days such as {{ weekdays = [[\"08:00\", 30], [\"18:00\", 0]] "
                      "}} or a file");
}

void validate_split(Validation& v, const std::string& path, const SplitOf& split)
{
    v.need_contact(path + ".contact", split.contact);
    need_one_of(v, path, {{"share", split.share.has_value()}, {"rest", split.rest}}, false,
                "the part of the other contact's arrivals");
    if (split.otherwise)
        v.need_contact(path + ".otherwise", *split.otherwise);
    else if (split.recognised.value < 1.0)
        v.missing(
            path, {"otherwise"},
            "recognised is below 1 and \"otherwise\" is missing: as which contact are the others treated?");
}

void no_rate_keys(Validation& v, const std::string& path, const Arrivals& arrivals, std::string_view source)
{
    const std::pair<std::string_view, bool> keys[] = {
        {"shape", arrivals.shape != ProfileShape::steps},
        {"counts", arrivals.counts != ProfileCounts::needs},
        {"day_factor", !arrivals.day_factor.empty()},
        {"month_factor", arrivals.month_factor != MonthFactors{}},
        {"busyness", arrivals.busyness.has_value()},
    };
    for (const auto& [key, given] : keys)
        if (given && !(arrivals.log && key == "busyness")) // which has a sentence of its own
            v.error(join_path(path, key), "\"{}\" does not go with \"{}\"", key, source);
}

/// Follows split_of from contact to contact; true if it comes back to where it began.
bool goes_round(const Validation& v, std::string_view start)
{
    std::string_view name = start;
    for (std::size_t steps = 0; steps <= v.contacts.size(); ++steps) {
        const Contact* contact = v.contact(name);
        if (!contact || !contact->arrivals || !contact->arrivals->split_of)
            return false;
        name = contact->arrivals->split_of->contact;
        if (name == start)
            return true;
    }
    return false;
}

struct SplitSum {
    double share = 0.0;
    bool rest = false;
    std::size_t first = 0;
};

void add_split(Validation& v, std::size_t i, const SplitOf& split, std::map<std::string_view, SplitSum>& sums)
{
    const std::string path = join_path("contacts", i) + ".arrivals.split_of";
    const auto [entry, is_new] = sums.try_emplace(split.contact);
    SplitSum& sum = entry->second;
    if (is_new)
        sum.first = i;
    if (split.rest && sum.rest)
        v.error(path + ".rest", "another contact takes the rest of \"{}\" already, expected one",
                split.contact);
    sum.rest = sum.rest || split.rest;
    sum.share += split.share ? split.share->value : 0.0;
    if (sum.share > 1.0 + share_slack)
        v.error(path + ".share", "the shares of \"{}\" add up to {:.4g}, expected at most 1", split.contact,
                sum.share);
    if (goes_round(v, v.contacts[i]))
        v.error(path + ".contact",
                "\"{}\" is split from itself in the end, expected a source with arrivals of its own",
                v.contacts[i]);
    else if (split.otherwise && *split.otherwise == v.contacts[i])
        v.error(path + ".otherwise", "found the contact itself, expected another");
}

} // namespace

void validate_arrivals(Validation& v, const std::string& path, const Arrivals& a)
{
    need_one_of(v, path,
                {{"rate_per_hour", a.rate_per_hour.has_value()},
                 {"profile", a.profile.has_value()},
                 {"share_of", a.share_of.has_value()},
                 {"split_of", a.split_of.has_value()},
                 {"log", a.log.has_value()}},
                false, "where the contacts come from");
    if (a.profile)
        validate_profile(v, path + ".profile", *a.profile);
    if (a.share_of)
        v.need(path + ".share_of.profile", a.share_of->profile, v.profiles, "profile");
    if (a.busyness)
        validate_busyness(v, path + ".busyness", *a.busyness);
    if (a.split_of) {
        validate_split(v, path + ".split_of", *a.split_of);
        no_rate_keys(v, path, a, "split_of");
    }
    if (a.log)
        no_rate_keys(v, path, a, "log");
    if (a.log && a.busyness)
        v.error(path + ".busyness", "{}", as_busy_as_it_was);
}

void validate_uncertainty(Validation& v)
{
    const auto& uncertainty = v.scenario.uncertainty;
    const auto some = [&](auto has) {
        return std::any_of(v.scenario.contacts.begin(), v.scenario.contacts.end(),
                           [&](const Contact& c) { return c.arrivals && has(*c.arrivals); });
    };
    if (!uncertainty || !some([](const Arrivals& a) { return a.log.has_value(); }))
        return;
    const bool some_drawn = some([](const Arrivals& a) { return !a.log && !a.split_of; });
    const auto look_at = [&](bool given, const std::string& path) {
        if (given && some_drawn)
            v.warning(path,
                      "the replayed log stays as busy as it was: this touches the other contacts alone");
        else if (given)
            v.error(path, "{}", as_busy_as_it_was);
    };
    look_at(uncertainty->volume.has_value(), "uncertainty.volume");
    look_at(uncertainty->forecast_error.has_value(), "uncertainty.forecast_error");
}

void validate_shared_streams(Validation& v)
{
    for (std::size_t i = 0; i < v.scenario.profiles.size(); ++i)
        validate_profile(v, join_path("profiles", i), v.scenario.profiles[i].profile);
    std::map<std::string_view, double> shares;
    std::map<std::string_view, SplitSum> splits;
    for (std::size_t i = 0; i < v.scenario.contacts.size(); ++i) {
        const auto& arrivals = v.scenario.contacts[i].arrivals;
        if (arrivals && arrivals->share_of) {
            double& sum = shares[arrivals->share_of->profile];
            sum += arrivals->share_of->share.value;
            if (sum > 1.0 + share_slack)
                v.error(join_path("contacts", i) + ".arrivals.share_of.share",
                        "the shares of \"{}\" add up to {:.4g}, expected at most 1",
                        arrivals->share_of->profile, sum);
        }
        if (arrivals && arrivals->split_of)
            add_split(v, i, *arrivals->split_of, splits);
    }
    for (const auto& [source, sum] : splits)
        if (!sum.rest && sum.share < 1.0 - share_slack && v.contact(source) && !goes_round(v, source))
            v.warning(join_path("contacts", sum.first) + ".arrivals.split_of",
                      "{:.3g} % of \"{}\" go to no contact; `rest = true` takes what is left",
                      100.0 * (1.0 - sum.share), source);
}

} // namespace switchroom
