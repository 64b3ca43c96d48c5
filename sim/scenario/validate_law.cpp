#include "sim/scenario/validation.h"

#include <cmath>

namespace switchroom {

namespace {

/// Which of the keys beside family, shift and at_most a family reads.
struct FamilyKeys {
    bool mean = false, cv = false, phases = false, range = false, mode = false;
    bool file = false, parts = false, hazard = false;
};

constexpr FamilyKeys keys_of(Family family)
{
    switch (family) {
    case Family::constant:
        return {.mean = true, .cv = true};
    case Family::exponential:
        return {.mean = true, .cv = true};
    case Family::lognormal:
    case Family::gamma:
    case Family::weibull:
    case Family::hyperexponential:
        return {.mean = true, .cv = true};
    case Family::erlang:
        return {.mean = true, .cv = true, .phases = true};
    case Family::uniform:
        return {.mean = true, .cv = true, .range = true};
    case Family::triangular:
        return {.mean = true, .cv = true, .range = true, .mode = true};
    case Family::empirical:
        return {.file = true};
    case Family::mixture:
        return {.parts = true};
    case Family::hazard:
        return {.hazard = true};
    }
    return {};
}

std::string with_article(std::string_view family)
{
    const bool vowel = std::string_view("aeo").find(family.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + std::string(family);
}

class LawCheck {
public:
    LawCheck(Validation& v, const std::string& path, const DistributionSpec& law, bool may_be_infinite)
        : v_(v), path_(path), law_(law), name_(with_article(to_name(law.family))),
          may_be_infinite_(may_be_infinite)
    {
    }

    void run()
    {
        foreign_keys();
        switch (law_.family) {
        case Family::empirical:
            return empirical();
        case Family::mixture:
            return mixture();
        case Family::hazard:
            return hazard();
        case Family::uniform:
            by_range_or_moments(0.57735026919, "1/√3 = 0.577");
            break;
        case Family::triangular:
            by_range_or_moments(0.40824829047, "1/√6 = 0.408");
            break;
        default:
            moments();
        }
        truncation();
    }

private:
    std::string at(std::string_view key) const { return join_path(path_, key); }

    void foreign_keys()
    {
        const FamilyKeys own = keys_of(law_.family);
        const auto check = [&](std::string_view key, bool given, bool belongs) {
            if (given && !belongs)
                v_.error(at(key), "\"{}\" does not belong to {} law", key, name_);
        };
        check("mean", law_.mean.has_value(), own.mean);
        check("cv", law_.cv.has_value(), own.cv);
        check("phases", law_.phases.has_value(), own.phases);
        check("low", law_.low.has_value(), own.range);
        check("high", law_.high.has_value(), own.range);
        check("mode", law_.mode.has_value(), own.mode);
        check("file", law_.file.has_value(), own.file);
        check("column", law_.column.has_value(), own.file);
        check("parts", !law_.parts.empty(), own.parts);
        check("weights", !law_.weights.empty(), own.parts);
        check("hazard_per_minute", !law_.hazard.empty(), own.hazard);
    }

    void moments()
    {
        mean();
        if (v_.report.broken(at("cv")))
            return;
        const double cv = law_.cv.value_or(-1.0);
        switch (law_.family) {
        case Family::constant:
            if (law_.cv && cv != 0.0)
                v_.error(at("cv"), "found cv {}, a constant has 0: leave it out or choose another family",
                         cv);
            break;
        case Family::exponential:
            if (law_.cv && cv != 1.0)
                v_.error(at("cv"),
                         "found cv {}, an exponential law has 1: leave it out or choose another family", cv);
            break;
        case Family::erlang:
            erlang();
            break;
        case Family::hyperexponential:
            need_cv();
            if (law_.cv && cv < 1.0)
                v_.error(at("cv"), "found cv {}, a hyperexponential law needs at least 1", cv);
            break;
        default:
            need_cv();
            if (law_.cv && (cv <= 0.0 || cv > 100.0))
                v_.error(at("cv"), "found cv {}, {} law needs more than 0 and at most 100", cv, name_);
        }
    }

    void mean()
    {
        if (!law_.mean)
            return v_.missing(path_, {"mean"}, fmt::format("{} law needs its mean", name_));
        if (v_.report.broken(at("mean")))
            return;
        const double seconds = law_.mean->seconds;
        const bool constant = law_.family == Family::constant;
        if (std::isinf(seconds) && !(constant && may_be_infinite_))
            v_.error(at("mean"), "found an infinite mean, expected a finite one");
        if (seconds == 0.0 && !constant)
            v_.error(at("mean"), "found a mean of 0s, {} law needs more (family = \"constant\" may be 0s)",
                     name_);
    }

    void need_cv()
    {
        if (!law_.cv)
            v_.missing(path_, {"cv"}, fmt::format("{} law needs its cv", name_));
    }

    void erlang()
    {
        if (law_.cv && law_.phases)
            return v_.error(at("phases"), "found \"phases\" beside \"cv\", expected one of them");
        if (!law_.cv && !law_.phases)
            return v_.missing(path_, {"cv", "phases"}, "an erlang law needs its cv or its phases");
        if (!law_.cv)
            return;
        const double phases = 1.0 / (*law_.cv * *law_.cv);
        const double whole = std::round(phases);
        if (!(phases >= 0.99 && phases <= 1e6) || std::abs(phases - whole) > 0.01 * whole)
            v_.error(at("cv"),
                     "found cv {}, an erlang law has 1/√k for a whole number of phases k: 1, 0.707, 0.577, "
                     "0.5 …; a gamma law takes any",
                     *law_.cv);
    }

    void by_range_or_moments(double greatest_cv, std::string_view greatest_text)
    {
        if (!law_.low && !law_.high) {
            if (law_.mode)
                v_.error(at("mode"), "found \"mode\" without \"low\" and \"high\", expected all three");
            mean();
            need_cv();
            if (law_.cv && (*law_.cv <= 0.0 || *law_.cv > greatest_cv + 1e-4))
                v_.error(at("cv"), "found cv {}, {} law of durations needs more than 0 and at most {}",
                         *law_.cv, name_, greatest_text);
            return;
        }
        for (const auto& [key, given] :
             {std::pair("mean", law_.mean.has_value()), {"cv", law_.cv.has_value()}})
            if (given)
                v_.error(at(key), "found \"{}\" beside \"low\" and \"high\", expected one or the other", key);
        if (!law_.low || !law_.high)
            return v_.missing(path_, {"low", "high"}, fmt::format("{} law needs both low and high", name_));
        if (*law_.low >= *law_.high)
            v_.error(at("high"), "found high {} not above low {}", to_text(*law_.high), to_text(*law_.low));
        if (law_.mode && (*law_.mode < *law_.low || *law_.mode > *law_.high))
            v_.error(at("mode"), "found mode {}, expected it from {} to {}", to_text(*law_.mode),
                     to_text(*law_.low), to_text(*law_.high));
    }

    void empirical()
    {
        if (!law_.file)
            v_.missing(path_, {"file"}, "an empirical law needs a file");
        if (!law_.column)
            v_.missing(path_, {"column"}, "an empirical law needs the column of its file");
    }

    void mixture()
    {
        if (law_.parts.empty())
            return v_.missing(path_, {"parts"},
                              "a mixture needs parts, such as [{ family = \"constant\", mean = \"0s\" }, …]");
        if (law_.parts.size() != law_.weights.size())
            v_.missing(v_.report.has_place(at("weights")) ? at("weights") : path_, {"weights", "parts"},
                       fmt::format("found {} parts and {} weights, expected one weight for each part",
                                   law_.parts.size(), law_.weights.size()));
        for (std::size_t i = 0; i < law_.parts.size(); ++i)
            validate_law(v_, join_path(at("parts"), i), law_.parts[i], may_be_infinite_);
    }

    void hazard()
    {
        const std::string path = at("hazard_per_minute");
        if (law_.hazard.empty())
            return v_.missing(path_, {"hazard_per_minute"},
                              "a hazard law needs hazard_per_minute = [[\"0s\", 0.2], [\"30s\", 0.5]]");
        if (v_.report.broken(path))
            return;
        if (law_.hazard[0].from.seconds != 0.0)
            v_.error(join_path(path, std::size_t{0}), "the first piece begins at {}, expected \"0s\"",
                     to_text(law_.hazard[0].from));
        for (std::size_t i = 1; i < law_.hazard.size(); ++i)
            if (law_.hazard[i].from <= law_.hazard[i - 1].from)
                v_.error(join_path(path, i),
                         "the piece from {} is not after the piece from {}, expected rising times",
                         to_text(law_.hazard[i].from), to_text(law_.hazard[i - 1].from));
        if (law_.hazard.back().per_minute == 0.0)
            v_.error(join_path(path, law_.hazard.size() - 1),
                     "the last piece has the hazard 0 and goes on for ever, expected more than 0");
    }

    void truncation()
    {
        if (!law_.at_most || v_.report.broken(path_))
            return;
        Duration least = law_.shift;
        if (law_.low)
            least.seconds += law_.low->seconds;
        else if (law_.family == Family::constant && law_.mean)
            least.seconds += law_.mean->seconds;
        const bool nothing_left =
            law_.family == Family::constant ? *law_.at_most < least : *law_.at_most <= least;
        if (nothing_left)
            v_.error(at("at_most"), "found at_most {}, expected more than the least value {}",
                     to_text(*law_.at_most), to_text(least));
    }

    Validation& v_;
    const std::string& path_;
    const DistributionSpec& law_;
    std::string name_; ///< "a gamma"
    bool may_be_infinite_;
};

} // namespace

void validate_law(Validation& v, const std::string& path, const DistributionSpec& law, bool may_be_infinite)
{
    if (!v.report.broken(join_path(path, "family")) && !v.report.broken_itself(path))
        LawCheck(v, path, law, may_be_infinite).run();
}

void validate_laws(Validation& v, const std::string& path,
                   const std::optional<TimeVarying<DistributionSpec>>& laws, bool may_be_infinite)
{
    if (!laws || v.report.broken_itself(path))
        return;
    if (laws->is_constant() && laws->steps[0].from == ClockTime{0} && !v.report.has_place(path + "[0]"))
        return validate_law(v, path, laws->steps[0].value, may_be_infinite);
    for (std::size_t i = 0; i < laws->steps.size(); ++i)
        validate_law(v, join_path(join_path(path, i), std::size_t{1}), laws->steps[i].value, may_be_infinite);
}

void validate_handling(Validation& v, const std::string& path,
                       const std::optional<TimeVarying<DistributionSpec>>& talk,
                       const std::optional<TimeVarying<DistributionSpec>>& handle,
                       const std::optional<TimeVarying<DistributionSpec>>& wrap_up)
{
    validate_laws(v, join_path(path, "talk"), talk);
    validate_laws(v, join_path(path, "handle"), handle);
    validate_laws(v, join_path(path, "wrap_up"), wrap_up);
    if (handle && talk)
        v.error(join_path(path, "handle"), "found \"handle\" beside \"talk\", expected one of them");
    else if (handle && wrap_up)
        v.error(join_path(path, "wrap_up"),
                "found \"wrap_up\" beside \"handle\", which is the total: use \"talk\" and \"wrap_up\"");
}

} // namespace switchroom
