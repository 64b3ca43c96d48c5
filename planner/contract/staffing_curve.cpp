#include "planner/contract/staffing_curve.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace switchroom {

namespace {

/// The vendors' groups; all of them if no vendor has any.
std::vector<std::uint8_t> groups_to_vary(const TermModel& term)
{
    std::vector<std::uint8_t> varied(term.model->groups.size(), 0);
    for (const VendorTerms& vendor : term.vendors)
        for (std::size_t g = 0; g < varied.size(); ++g)
            varied[g] |= vendor.is_vendor[g];
    if (std::none_of(varied.begin(), varied.end(), [](std::uint8_t v) { return v != 0; }))
        varied.assign(varied.size(), 1);
    for (std::size_t g = 0; g < varied.size(); ++g)
        if (term.model->groups[g].member_of != none)
            varied[g] = 0; // one person is one person
    return varied;
}

struct Scheduled {
    std::uint32_t most = 0;
    double hours_a_week = 0.0;
};

Scheduled scheduled(const CentreModel& model, const std::vector<std::uint8_t>& varied)
{
    Scheduled result;
    std::vector<std::uint32_t> now(model.groups.size(), 0);
    std::uint32_t total = 0;
    double since_s = model.measure_from_s, agent_s = 0.0;
    const auto until = [&](double at_s) {
        const double to_s = std::clamp(at_s, since_s, model.end_s);
        agent_s += total * (to_s - since_s);
        if (to_s > since_s)
            result.most = std::max(result.most, total);
        since_s = to_s;
    };
    for (const PeriodChange& change : model.changes) {
        if (change.kind != ChangeKind::group_scheduled || varied[change.subject] == 0)
            continue;
        until(change.at_s);
        total = total + change.value - now[change.subject];
        now[change.subject] = change.value;
    }
    until(model.end_s);
    result.hours_a_week = agent_s / 3600.0 / ((model.end_s - model.measure_from_s) / 604800.0);
    return result;
}

class Search {
public:
    Search(const TermModel& term, const PromiseOptions& options, Progress& progress,
           const std::function<void(const StaffingCurve&)>& show)
        : term_(term), options_(options), progress_(progress), show_(show), varied_(groups_to_vary(term)),
          most_today_(std::max<std::uint32_t>(scheduled(*term.model, varied_).most, 1))
    {
        steps_ = 16 * static_cast<int>(most_today_);
    }

    StaffingCurve run()
    {
        int too_few = 0, enough = steps_; // steps_ is today's staffing
        while (enough < 4 * steps_ && !suffices(enough) && !progress_.stop_requested()) {
            too_few = enough;
            enough = std::min(2 * enough, 4 * steps_);
        }
        while (enough - too_few > 1 && !progress_.stop_requested()) {
            const int middle = (too_few + enough) / 2;
            (suffices(middle) ? enough : too_few) = middle;
        }
        look_around(enough, 1);
        look_around(enough, -1);
        return curve();
    }

private:
    /// The next three staffings above (below) that one.
    void look_around(int level, int step)
    {
        std::set<double> seen;
        const double here = hours_of(level);
        for (level += step; level > 0 && level <= 4 * steps_ && seen.size() < 3; level += step)
            if (const double hours = hours_of(level); hours != here && seen.insert(hours).second)
                if (!progress_.stop_requested())
                    suffices(level);
    }

    double hours_of(int level) const
    {
        return scheduled(with_staffing_factor(term_, varied_, static_cast<double>(level) / steps_), varied_)
            .hours_a_week;
    }

    /// Levels that round to the same people are one.
    bool suffices(int level)
    {
        const double factor = static_cast<double>(level) / steps_;
        CentreModel model = with_staffing_factor(term_, varied_, factor);
        const Scheduled staff = scheduled(model, varied_);
        const auto known = points_.find(staff.hours_a_week);
        if (known != points_.end())
            return known->second.suffices(options_.assurance.wanted);
        const PromiseStudy study = study_promises(with_model(term_, std::move(model)), options_, progress_);
        StaffingPoint point{.factor = factor,
                            .most_agents = staff.most,
                            .hours_a_week = staff.hours_a_week,
                            .clauses = study.clauses,
                            .invoice = 0.0};
        for (const VendorInvoice& vendor : study.vendors)
            point.invoice += vendor.monthly.mean;
        const bool enough = points_.emplace(staff.hours_a_week, std::move(point))
                                .first->second.suffices(options_.assurance.wanted);
        if (show_)
            show_(curve());
        return enough;
    }

    StaffingCurve curve() const
    {
        StaffingCurve curve;
        for (std::size_t g = 0; g < varied_.size(); ++g)
            if (varied_[g] != 0)
                curve.groups.push_back(term_.model->names.groups[g]);
        for (const auto& [hours, point] : points_) {
            if (curve.least < 0 && point.suffices(options_.assurance.wanted))
                curve.least = static_cast<int>(curve.points.size());
            curve.points.push_back(point);
        }
        return curve;
    }

    const TermModel& term_;
    const PromiseOptions& options_;
    Progress& progress_;
    const std::function<void(const StaffingCurve&)>& show_;
    std::vector<std::uint8_t> varied_;
    std::uint32_t most_today_;
    int steps_;
    std::map<double, StaffingPoint> points_; ///< by hours a week
};

} // namespace

bool StaffingPoint::suffices(double wanted) const
{
    return std::all_of(clauses.begin(), clauses.end(), [wanted](const ClauseVerdict& clause) {
        return clause.verdict == Verdict::kept ||
               (clause.verdict == Verdict::undecided && clause.probability >= wanted);
    });
}

namespace {

/// In [0, 1), spread evenly over the half-hours of a day (multiples of the golden ratio): where a number that
/// grows with the factor is rounded up, so that not all of a day's numbers grow at once.
double rounds_up_from(double clock_s)
{
    const double turns = std::floor(clock_s / 1800.0) * 0.6180339887498949;
    return turns - std::floor(turns);
}

} // namespace

CentreModel with_staffing_factor(const TermModel& term, const std::vector<std::uint8_t>& varied,
                                 double factor)
{
    CentreModel model = *term.model;
    for (std::size_t g = 0; g < varied.size(); ++g)
        if (varied[g] != 0)
            model.groups[g].most_agents = 0;
    for (PeriodChange& change : model.changes) {
        if (change.kind != ChangeKind::group_scheduled || varied[change.subject] == 0 || change.value == 0)
            continue;
        const int day = term.calendar->day_at(change.at_s);
        const double up = rounds_up_from(term.calendar->clock_s(day, change.at_s));
        change.value = static_cast<std::uint32_t>(
            std::max(1.0, std::floor(factor * static_cast<double>(change.value) + up + 1e-9)));
        std::uint32_t& most = model.groups[change.subject].most_agents;
        most = std::max(most, change.value);
    }
    return model;
}

StaffingCurve staffing_curve(const TermModel& term, const PromiseOptions& options, Progress& progress)
{
    return staffing_curve(term, options, progress, {});
}

StaffingCurve staffing_curve(const TermModel& term, const PromiseOptions& options, Progress& progress,
                             const std::function<void(const StaffingCurve&)>& show)
{
    return Search(term, options, progress, show).run();
}

} // namespace switchroom
