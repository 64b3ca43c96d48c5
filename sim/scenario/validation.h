#pragma once
/// What the validators of validate_*.cpp share: the names of the document and the sentences for names that
/// nobody has.

#include "sim/scenario/enum_names.h"
#include "sim/scenario/literals.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/reporter.h"
#include "sim/scenario/scenario.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

struct Validation {
    const Scenario& scenario;
    Reporter& report;
    std::vector<std::string_view> contacts, groups, profiles, segments;
    std::set<std::string_view> split_sources; ///< contacts whose arrivals others split; they are not served
    std::set<std::string_view> created;       ///< contacts that something in the file creates

    Validation(const Scenario& s, Reporter& r);

    void need(const std::string& path, std::string_view name, const std::vector<std::string_view>& known,
              std::string_view what);
    void need_contact(const std::string& path, std::string_view name)
    {
        need(path, name, contacts, "contact");
    }
    void need_group(const std::string& path, std::string_view name) { need(path, name, groups, "group"); }
    void need_contacts(const std::string& path, const std::vector<std::string>& names);
    void need_groups(const std::string& path, const std::vector<std::string>& names);

    template <class... Args>
    void error(const std::string& path, fmt::format_string<Args...> text, Args&&... args)
    {
        report.error(path, fmt::format(text, std::forward<Args>(args)...));
    }
    template <class... Args>
    void warning(const std::string& path, fmt::format_string<Args...> text, Args&&... args)
    {
        report.warning(path, fmt::format(text, std::forward<Args>(args)...));
    }
    /// About what `parent` lacks; silent if one of these keys is there but could not be read.
    void missing(const std::string& parent, std::initializer_list<std::string_view> keys,
                 std::string message);

    const Contact* contact(std::string_view name) const;
    const Group* group(std::string_view name) const;
    const Route* route_of(std::string_view contact) const;
    bool can_answer(const Group& group, std::string_view contact) const;
};

/// One of several keys is given; which of them are, in the order of the list.
struct Given {
    std::string_view key;
    bool present;
};
/// Reports unless exactly one (or, if optional, at most one) of the keys is there.
void need_one_of(Validation& v, const std::string& path, std::initializer_list<Given> keys, bool optional,
                 std::string_view why);

// One for each part of the file.
void validate_time(Validation& v);
void validate_contacts(Validation& v);
void validate_arrivals(Validation& v, const std::string& path, const Arrivals& arrivals);
void validate_shared_streams(Validation& v); ///< sums and cycles of share_of and split_of
void validate_uncertainty(Validation& v);    ///< random factors against replayed logs
void validate_experience(Validation& v);
void validate_groups(Validation& v);
void validate_routes(Validation& v);
void validate_contracts(Validation& v);
void validate_results(Validation& v); ///< lines, segments, expect, run
void validate_expectations(Validation& v);

/// `may_be_infinite`: patience may be "inf".
void validate_law(Validation& v, const std::string& path, const DistributionSpec& law,
                  bool may_be_infinite = false);
void validate_laws(Validation& v, const std::string& path,
                   const std::optional<TimeVarying<DistributionSpec>>& laws, bool may_be_infinite = false);
/// talk, handle and wrap_up stand together in contacts, skills and shared pools.
void validate_handling(Validation& v, const std::string& path,
                       const std::optional<TimeVarying<DistributionSpec>>& talk,
                       const std::optional<TimeVarying<DistributionSpec>>& handle,
                       const std::optional<TimeVarying<DistributionSpec>>& wrap_up);
/// Windows of one day must not overlap.
void validate_windows(Validation& v, const std::string& path, const std::vector<ClockWindow>& windows);
void validate_windows(Validation& v, const std::string& path, const WeekWindows& windows);

} // namespace switchroom
