#pragma once
/// Where contacts come from: a constant rate, a weekly profile, a share of a shared curve, a part of another
/// contact's stream, or a recorded log that is replayed.

#include "sim/scenario/distribution_spec.h"
#include "sim/scenario/schedule.h"

#include <array>
#include <optional>
#include <string>

namespace switchroom {

/// Whether a rate holds from each step on or is drawn as a line from step to step.
enum class ProfileShape { steps, linear };

/// What a profile counts: `needs` are first calls; `attempts` are what an ACD counts (redials and repeats
/// taken out first).
enum class ProfileCounts { needs, attempts };

/// Contacts per hour over the week, typed in or read from a CSV file.
struct Profile {
    WeekSteps<double> per_hour;
    std::optional<std::string> file; ///< instead of `per_hour`: columns day, time, per_hour
    friend bool operator==(const Profile&, const Profile&) = default;
};

/// Factors by month, January first; months not named count 1.
using MonthFactors = std::array<std::optional<double>, 12>;

/// `[[profiles]]`: a curve that several contacts share.
struct NamedProfile {
    std::string name;
    Profile profile; ///< its keys stand beside `name`
    ProfileShape shape = ProfileShape::steps;
    ProfileCounts counts = ProfileCounts::needs;
    ByDay<double> day_factor;
    MonthFactors month_factor;
    friend bool operator==(const NamedProfile&, const NamedProfile&) = default;
};

/// One factor a day with mean 1 that multiplies the whole day's rate: days differ more than Poisson says.
struct Busyness {
    Family family = Family::gamma; ///< gamma | lognormal | uniform | constant
    double cv = 0.0;
    friend bool operator==(const Busyness&, const Busyness&) = default;
};

enum class LogRetries { as_logged, regenerate };
enum class LogHandle { recorded, drawn };

/// Replay of a recorded log instead of drawn arrivals.
struct LogReplay {
    std::string file;                   ///< as written in the scenario; may start with `data:`
    std::optional<std::string> format;  ///< importer; default: recognised by the header
    std::optional<std::string> columns; ///< TOML file that maps columns, for logs that no importer knows
    std::optional<std::string>
        where;          ///< filter over canonical columns: COLUMN (== | != | < | > | in) VALUE, and/or
    double scale = 1.0; ///< > 1 duplicates rows (each moved within ±15 min), < 1 thins
    LogRetries retries = LogRetries::as_logged;
    LogHandle handle = LogHandle::recorded; ///< recorded handle times, or drawn from the contact's law
    friend bool operator==(const LogReplay&, const LogReplay&) = default;
};

/// A share of a `[[profiles]]` curve.
struct ShareOf {
    std::string profile;
    Probability share{1.0};
    friend bool operator==(const ShareOf&, const ShareOf&) = default;
};

/// A part of another contact's arrivals; the source itself is not served. Either `share` or `rest`.
struct SplitOf {
    std::string contact;
    std::optional<Probability> share;
    bool rest = false; ///< takes what the other parts leave
    Probability recognised{1.0};
    std::optional<std::string> otherwise; ///< as what the not recognised are treated
    friend bool operator==(const SplitOf&, const SplitOf&) = default;
};

/// `arrivals`: exactly one of rate_per_hour, profile, share_of, split_of, log.
struct Arrivals {
    std::optional<TimeVarying<double>>
        rate_per_hour; ///< during the hours; round the clock where there are none
    std::optional<Profile> profile;
    std::optional<ShareOf> share_of;
    std::optional<SplitOf> split_of;
    std::optional<LogReplay> log;
    ProfileShape shape = ProfileShape::steps;
    ProfileCounts counts = ProfileCounts::needs;
    ByDay<double> day_factor;
    MonthFactors month_factor;
    std::optional<Busyness> busyness;
    friend bool operator==(const Arrivals&, const Arrivals&) = default;
};

} // namespace switchroom
