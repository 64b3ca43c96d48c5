#include "planner/contract/economics.h"

#include "sim/base/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace switchroom {

namespace {

constexpr double days_a_month = 365.25 / 12.0;

const Group* group_named(const Scenario& scenario, const std::string& name)
{
    const auto found = std::find_if(scenario.groups.begin(), scenario.groups.end(),
                                    [&](const Group& group) { return group.name == name; });
    return found == scenario.groups.end() ? nullptr : &*found;
}

Estimate times(Estimate estimate, double factor)
{
    estimate.mean *= factor;
    estimate.half_width = std::isnan(estimate.half_width) ? 0.0 : estimate.half_width * std::abs(factor);
    return estimate;
}

class Account {
public:
    Account(const ExperimentResult& result, const Scenario& scenario,
            const std::vector<VendorInvoice>& vendors)
        : result_(result), scenario_(scenario), vendors_(vendors), months_(result.centre.days / days_a_month),
          runs_(static_cast<std::size_t>(result.replications), 0.0)
    {
        economics_.scenario = result.centre.scenario;
        economics_.currency = result.centre.currency;
        economics_.seed = result.seed;
        economics_.replications = result.replications;
    }

    Economics close()
    {
        if (result_.centre.days % 7 != 0)
            economics_.notes.push_back(fmt::format(
                "the run holds {} days, not whole weeks: the month is one of such days, 30.4 of them",
                result_.centre.days));
        for (std::size_t g = 0; g < result_.groups.size(); ++g)
            add_people(g);
        add_technology();
        for (const VendorInvoice& vendor : vendors_)
            add_vendor(vendor);
        economics_.without_lost = total();
        economics_.per_attempt = per("attempts");
        economics_.per_answered = per("answered");
        economics_.per_resolved = per("needs_resolved");
        add_lost_callers();
        economics_.total = total();
        return std::move(economics_);
    }

private:
    void line(std::string key, std::string name, std::string origin, Estimate amount)
    {
        if (amount.mean != 0.0)
            economics_.lines.push_back({std::move(key), std::move(name), std::move(origin), amount});
    }

    /// A cost that moves with a KPI's runs: `factor` × the run's numerator, a month.
    void with_runs(std::string key, std::string name, const KpiResult& kpi, double factor)
    {
        line(std::move(key), std::move(name), "", times(kpi.estimate, factor / months_));
        for (std::size_t r = 0; r < runs_.size(); ++r)
            runs_[r] += factor / months_ * kpi.series.numerators[r];
    }

    void add_people(std::size_t g)
    {
        const MeasuredGroup& measured = result_.centre.groups[g];
        const Group* group = group_named(scenario_, measured.name);
        const KpiResult* hours = result_.groups[g].find("paid_hours");
        SWITCHROOM_CHECK(group && hours, "a result's groups are the scenario's, with their paid hours");
        if (!group->cost) {
            if (!measured.is_vendor)
                note(fmt::format("no wage is given for {}", group->name),
                     {"wage of a medical secretary", "in-house agent with on-costs"});
            return;
        }
        const GroupCost& cost = *group->cost;
        const double loaded = cost.hourly.amount * (1.0 + cost.on_costs);
        with_runs("cost.wages", group->name, *hours, cost.hourly.amount);
        with_runs("cost.on_costs", group->name, *hours, cost.hourly.amount * cost.on_costs);
        // Full-time agents are hours / (151.67 h × months): a month's cost of each of them goes with the
        // hours.
        const double training =
            cost.training_per_agent_year.amount / 12.0 + cost.refresher.seconds / 3600.0 * loaded;
        const double turnover =
            cost.turnover / 12.0 * (cost.recruiting.amount + cost.onboarding.seconds / 3600.0 * loaded);
        with_runs("cost.training", group->name, *hours, training / full_time_hours_a_month);
        with_runs("cost.turnover", group->name, *hours, turnover / full_time_hours_a_month);
        if (training == 0.0 && !measured.is_vendor)
            note(fmt::format("no training is given for {}", group->name),
                 {"training of an agent", "refreshers of an agent"});
        if (cost.turnover == 0.0 && !measured.is_vendor)
            note(fmt::format("no turnover is given for {}", group->name), {"onboarding of an agent"});
    }

    void add_technology()
    {
        const KpiResult* hours = result_.total.find("paid_hours");
        const double people = hours ? hours->estimate.mean / months_ / full_time_hours_a_month : 0.0;
        for (const CostItem& item : scenario_.costs) {
            const double monthly = item.monthly.amount + item.per_agent_year.amount / 12.0 * people;
            line("cost.technology", item.name, item.origin, {monthly, 0.0, result_.replications});
            fixed_ += monthly;
            economics_.once += item.once.amount;
        }
        if (scenario_.costs.empty())
            note("no [[costs]] are given, such as telephony", {"cloud contact centre"});
    }

    void add_vendor(const VendorInvoice& vendor)
    {
        for (const VendorInvoice::Line& item : vendor.lines) {
            const bool is_remedy = item.item.starts_with("credit: ") || item.item.starts_with("bonus: ");
            line(is_remedy ? "cost.credits" : "cost.vendor", fmt::format("{}: {}", vendor.vendor, item.item),
                 "", times(item.amount, 1.0));
        }
        fixed_ += vendor.monthly.mean;
        const double half = std::isnan(vendor.monthly.half_width) ? 0.0 : vendor.monthly.half_width;
        squares_ += half * half;
    }

    void add_lost_callers()
    {
        const KpiResult* lost = result_.total.find("cost.lost_callers");
        if (lost && lost->estimate.mean != 0.0)
            with_runs("cost.lost_callers", "", *lost, 1.0);
        else if (std::none_of(scenario_.contacts.begin(), scenario_.contacts.end(),
                              [](const Contact& contact) { return contact.value.has_value(); }))
            economics_.notes.push_back("no contact says what a lost caller is worth (value = { lost_caller = "
                                       "… }): lost callers cost "
                                       "nothing here");
    }

    Estimate total() const
    {
        Estimate sum = estimate_mean(runs_);
        sum.mean += fixed_;
        sum.half_width = std::hypot(std::isnan(sum.half_width) ? 0.0 : sum.half_width, std::sqrt(squares_));
        return sum;
    }

    /// Cost by unit of a KPI of the total: the month's cost over the month's number.
    Estimate per(const char* kpi) const
    {
        const KpiResult* number = result_.total.find(kpi);
        if (!number)
            return {std::nan(""), std::nan(""), 0};
        PairMoments pairs;
        for (std::size_t r = 0; r < runs_.size(); ++r)
            pairs.add(runs_[r] + fixed_, number->series.numerators[r] / months_);
        Estimate ratio = estimate_ratio(pairs);
        const double elsewhere = std::sqrt(squares_) / pairs.mean_denominator();
        ratio.half_width = std::hypot(std::isnan(ratio.half_width) ? 0.0 : ratio.half_width, elsewhere);
        return ratio;
    }

    void note(std::string what, std::initializer_list<std::string_view> published)
    {
        what += ": left out.";
        for (const PublishedCost& cost : published_costs())
            if (std::find(published.begin(), published.end(), cost.what) != published.end())
                what += cost.low < cost.high
                            ? fmt::format(" {}: {:g}–{:g} {} ({}).", cost.what, cost.low, cost.high,
                                          cost.unit, cost.origin)
                            : fmt::format(" {}: {:g} {} ({}).", cost.what, cost.low, cost.unit, cost.origin);
        economics_.notes.push_back(std::move(what));
    }

    const ExperimentResult& result_;
    const Scenario& scenario_;
    const std::vector<VendorInvoice>& vendors_;
    double months_;
    std::vector<double> runs_; ///< a month's cost in each run, as far as the runs decide it
    double fixed_ = 0.0;
    double squares_ = 0.0; ///< half-widths of what comes from elsewhere
    Economics economics_;
};

} // namespace

Economics economics(const ExperimentResult& result, const Scenario& scenario,
                    const std::vector<VendorInvoice>& vendors)
{
    return Account(result, scenario, vendors).close();
}

} // namespace switchroom
