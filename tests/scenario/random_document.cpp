#include "tests/scenario/random_document.h"

#include "sim/scenario/enum_names.h"
#include "sim/scenario/keys.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace switchroom {

namespace {

/// The visitor of keys.h that fills values at random.
class Filler {
public:
    explicit Filler(std::uint64_t seed) : random_(seed) {}

    template <class T>
    void key(std::string_view, T& value, std::string_view, const Limits& limits = {})
    {
        if (chance(0.5))
            fill(value, limits);
    }
    template <class T>
    void required(std::string_view, T& value, std::string_view, const Limits& limits = {})
    {
        fill(value, limits);
    }
    template <class T>
    void days(ByDay<T>& value, std::string_view, const Limits& limits = {})
    {
        fill(value, limits);
    }
    template <class T>
    void inside(T& part)
    {
        keys(*this, part);
    }
    void one_or_many(std::string_view, std::string_view, std::vector<std::string>& value, std::string_view)
    {
        fill(value, {});
        value.push_back(name());
    }

private:
    bool chance(double p) { return uniform() < p; }
    double uniform() { return static_cast<double>(random_() >> 11) * 0x1p-53; }
    int whole(int least, int most) { return least + static_cast<int>(uniform() * (most - least + 1)); }

    std::string name()
    {
        static const char* const names[] = {"front desk", "a",   "Ärzte am Markt", "with \"quotes\"",
                                            "tab\there",  "b.c", "ü[1]",           "x = 1 # no"};
        return names[whole(0, 7)];
    }

    void fill(bool& v, const Limits&) { v = chance(0.5); }
    void fill(int& v, const Limits& limits)
    {
        const int least = std::isfinite(limits.least) ? static_cast<int>(limits.least) : 0;
        v = whole(least,
                  std::isfinite(limits.most) ? static_cast<int>(std::min(limits.most, 1e6)) : least + 100);
    }
    void fill(std::uint64_t& v, const Limits&) { v = random_() >> 1; }
    void fill(double& v, const Limits& limits)
    {
        const double least = std::isfinite(limits.least) ? limits.least : -10.0;
        v = least + (chance(0.5) ? uniform() * std::pow(10.0, whole(-3, 6)) : whole(1, 50));
        v = std::min(v, limits.most);
    }
    void fill(std::string& v, const Limits&) { v = name(); }
    void fill(Duration& v, const Limits& limits)
    {
        v.seconds = chance(0.7) ? whole(1, 200000) : uniform() * std::pow(10.0, whole(-2, 6)) + 1e-3;
        if (chance(0.05) && !limits.finite)
            v.seconds = INFINITY;
    }
    void fill(ClockTime& v, const Limits&)
    {
        v.second_of_day = chance(0.9) ? whole(0, 1439) * 60 : whole(0, 86399);
    }
    void fill(ClockWindow& v, const Limits&)
    {
        fill(v.start, {});
        v.end.second_of_day = 86400;
    }
    void fill(Date& v, const Limits&) { v = Date(std::chrono::sys_days(std::chrono::days(whole(0, 40000)))); }
    void fill(Money& v, const Limits& limits) { fill(v.amount, limits); }
    void fill(Probability& v, const Limits&) { v.value = chance(0.3) ? whole(0, 100) / 100.0 : uniform(); }
    void fill(Promise& v, const Limits&)
    {
        v.same_day = chance(0.3);
        v.within.seconds = v.same_day ? 0.0 : whole(1, 100000);
    }
    void fill(Limit& v, const Limits&)
    {
        if (chance(0.5))
            v = Probability{uniform()};
        else
            v = seconds(whole(1, 1000));
    }
    void fill(Term& v, const Limits&)
    {
        v.count = whole(1, 30);
        v.unit = static_cast<Term::Unit>(whole(0, 4));
    }
    void fill(CreditTier& v, const Limits&)
    {
        fill(v.from, at_least(0));
        fill(v.share, {});
    }
    void fill(DateSpan& v, const Limits&)
    {
        fill(v.from, {});
        v.to = Date(std::chrono::sys_days(v.from) + std::chrono::days(whole(0, 60)));
    }
    void fill(HazardPiece& v, const Limits&)
    {
        fill(v.from, {});
        fill(v.per_minute, at_least(0));
    }
    void fill(MonthFactors& v, const Limits& limits)
    {
        for (auto& factor : v)
            if (chance(0.2))
                fill(factor.emplace(), limits);
    }
    void fill(Staffing& v, const Limits& limits)
    {
        if (chance(0.5))
            fill(v.constant.emplace(), limits);
        else
            keys(*this, v);
    }
    void fill(DistributionSpec& v, const Limits&)
    {
        depth_ += 1;
        keys(*this, v);
        if (depth_ > 2)
            v.parts.clear();
        depth_ -= 1;
    }
    void fill(RouteStep& v, const Limits&)
    {
        switch (whole(0, 3)) {
        case 0:
            return keys(*this, v.emplace<OfferStep>());
        case 1:
            return fill_with_when(v.emplace<CallbackStep>());
        case 2:
            return fill_with_when(v.emplace<VoicemailStep>());
        default:
            return fill_with_when(v.emplace<BotStep>());
        }
    }
    /// `when` stands beside such a step, not among its keys.
    template <class S>
    void fill_with_when(S& step)
    {
        keys(*this, step);
        if (chance(0.5))
            keys(*this, step.when.emplace());
    }
    template <NamedEnum E>
    void fill(E& v, const Limits&)
    {
        v = static_cast<E>(whole(0, static_cast<int>(EnumNames<E>::names.size()) - 1));
    }
    template <class T>
    void fill(std::optional<T>& v, const Limits& limits)
    {
        fill(v.emplace(), limits);
    }
    template <class T>
    void fill(std::vector<T>& v, const Limits& limits)
    {
        v.resize(depth_ > 2 ? 0 : static_cast<std::size_t>(whole(0, 3)));
        for (T& item : v)
            fill(item, limits);
    }
    template <class T>
    void fill(std::map<std::string, T>& v, const Limits& limits)
    {
        for (int i = whole(0, 2); i > 0; --i)
            fill(v[name()], limits);
    }
    template <class T>
    void fill(DaySteps<T>& v, const Limits& limits)
    {
        int time = -1;
        for (int i = whole(1, 4); i > 0; --i) {
            time += whole(1, 20000);
            fill(v.emplace_back(Step<T>{ClockTime{time}, {}}).value, limits);
        }
    }
    template <class T>
    void fill(ByDay<T>& v, const Limits& limits)
    {
        for (auto& entry : v.entries)
            if (chance(0.2))
                fill(entry.emplace(), limits);
    }
    template <class T>
    void fill(TimeVarying<T>& v, const Limits& limits)
    {
        v.steps.clear();
        if (chance(0.6))
            fill(v.steps.emplace_back().value, limits);
        else
            fill(v.steps, limits);
    }
    template <class T>
    void fill(T& v, const Limits&) requires requires(Filler& filler, T& value)
    {
        keys(filler, value);
    }
    {
        keys(*this, v);
    }

    std::mt19937_64 random_;
    int depth_ = 0;
};

} // namespace

Scenario random_document(std::uint64_t seed)
{
    Scenario scenario;
    Filler filler(seed);
    keys(filler, scenario);
    scenario.format = 1;
    scenario.ring.reset(); // durations are written out, never as rings
    return scenario;
}

} // namespace switchroom
