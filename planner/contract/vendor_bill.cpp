#include "planner/contract/vendor_bill.h"

#include "sim/centre/week_time.h"

#include <algorithm>
#include <string_view>

namespace switchroom {

namespace {

std::uint32_t group_itself(const CentreModel& model, std::uint32_t group)
{
    return model.groups[group].member_of == none ? group : model.groups[group].member_of;
}

std::vector<std::uint8_t> vendor_groups(const Contract& contract, const Scenario& scenario,
                                        const CentreModel& model)
{
    std::vector<std::uint8_t> is_vendor(model.groups.size(), 0);
    for (std::uint32_t g = 0; g < model.groups.size(); ++g) {
        const std::string& name = model.names.groups[group_itself(model, g)];
        for (const Group& group : scenario.groups)
            is_vendor[g] |= group.name == name && group.employer == contract.vendor;
    }
    return is_vendor;
}

void add_months(const Scenario& scenario, const Calendar& calendar, VendorTerms& terms)
{
    for (int day = 0; day < scenario.time.days; ++day) {
        const std::string label = to_text(calendar.day(day).date).substr(0, 7);
        if (terms.months.empty() || terms.months.back().label != label)
            terms.months.push_back({label, day, day});
        terms.months.back().last_day = day;
        terms.month_of_day.push_back(static_cast<std::uint32_t>(terms.months.size() - 1));
    }
    terms.closures.assign(terms.months.size(), 0);
    if (scenario.hours)
        for (const Date closure : scenario.hours->closures)
            if (const int day = calendar.number_of(closure); day >= 0 && day < scenario.time.days)
                ++terms.closures[terms.month_of_day[static_cast<std::size_t>(day)]];
}

bool needs_calls(const Price& price)
{
    return price.per_call || price.per_minute || price.overage_per_minute || price.automated_minute ||
           price.patch_minute || price.per_handle_minute || price.per_message || price.per_booking ||
           price.per_resolved;
}

bool is_priced(const Price& price)
{
    return !(price == Price{});
}

} // namespace

void count_seats(const CentreModel& model, const Calendar& calendar, VendorTerms& terms)
{
    terms.seats.assign(terms.months.size(), 0.0);
    std::vector<std::uint32_t> scheduled(model.groups.size(), 0);
    double now = 0.0;
    std::size_t month = 0;
    const auto move_to = [&](std::size_t next) {
        for (; month < next; ++month)
            terms.seats[month + 1] = std::max(terms.seats[month + 1], now);
    };
    for (std::size_t i = 0; i < model.changes.size(); ++i) {
        const PeriodChange& change = model.changes[i];
        if (change.kind != ChangeKind::group_scheduled || terms.is_vendor[change.subject] == 0)
            continue;
        const int day =
            std::clamp(calendar.day_at(change.at_s), 0, static_cast<int>(terms.month_of_day.size()) - 1);
        move_to(terms.month_of_day[static_cast<std::size_t>(day)]);
        now += static_cast<double>(change.value) - static_cast<double>(scheduled[change.subject]);
        scheduled[change.subject] = change.value;
        const bool instant_is_over = i + 1 == model.changes.size() ||
                                     model.changes[i + 1].at_s > change.at_s ||
                                     model.changes[i + 1].kind != ChangeKind::group_scheduled;
        if (instant_is_over)
            terms.seats[month] = std::max(terms.seats[month], now);
    }
    move_to(terms.months.size() - 1);
}

VendorTerms vendor_terms(const Contract& contract, const Scenario& scenario, const CentreModel& model,
                         const Calendar& calendar)
{
    VendorTerms terms;
    terms.contract = &contract;
    terms.is_vendor = vendor_groups(contract, scenario, model);
    for (const ModelContact& contact : model.contacts)
        terms.is_ours.push_back(contact.is_ours);
    add_months(scenario, calendar, terms);
    count_seats(model, calendar, terms);
    if (scenario.hours && !scenario.hours->open.empty()) {
        terms.always_open = false;
        terms.practice_hours = expand(scenario.hours->open, calendar, scenario.hours->closures);
    }
    const std::string booking = contract.price.booking_outcome.value_or("booked");
    for (const std::string& outcome : model.names.outcomes)
        terms.is_booking.push_back(outcome == booking);
    terms.forecast.assign(terms.months.size(), 0.0);
    terms.needs_calls = needs_calls(contract.price);
    terms.is_priced = is_priced(contract.price);
    return terms;
}

VendorLedger::VendorLedger(const VendorTerms& terms, const Calendar& calendar)
    : terms_(&terms), calendar_(&calendar)
{
    begin();
}

void VendorLedger::begin()
{
    meters_.clear();
    for (const BillingSpan& month : terms_->months)
        meters_.emplace_back(terms_->contract->price, month.label);
}

namespace {

bool is_open(const Spans& spans, double at_s)
{
    const auto after = std::upper_bound(spans.begin(), spans.end(), at_s,
                                        [](double t, const Span& span) { return t < span.from_s; });
    return after != spans.begin() && at_s < std::prev(after)->to_s;
}

} // namespace

void VendorLedger::add(const TraceRow& row)
{
    // Work without a caller on the line counts when it came about.
    const double at_s = row.outcome == Outcome::worked_off ? row.arrived_s : row.rang_s;
    if (at_s < 0.0 || terms_->is_ours[row.contact] == 0)
        return; // warm-up, or somebody else's invoice
    const auto day = static_cast<std::size_t>(
        std::clamp(calendar_->day_at(at_s), 0, static_cast<int>(terms_->month_of_day.size()) - 1));
    BillingMeter& meter = meters_[terms_->month_of_day[day]];
    if (row.outcome == Outcome::contained || row.outcome == Outcome::handed_off) {
        meter.month().automated_minutes += row.talk_s / 60.0;
        return;
    }
    if (row.group == none || terms_->is_vendor[row.group] == 0)
        return;
    if (row.outcome == Outcome::worked_off) {
        ++meter.month().messages;
        meter.month().handle_minutes += (row.talk_s + row.hold_s + row.wrap_up_s) / 60.0;
        return;
    }
    if (row.outcome != Outcome::answered)
        return;
    meter.add({.talk_s = row.talk_s,
               .hold_s = row.hold_s,
               .wrap_up_s = row.wrap_up_s,
               .patch_s = row.on_call_s,
               .after_hours = !terms_->always_open && !is_open(terms_->practice_hours, row.rang_s),
               .booked = row.ended_as != none && terms_->is_booking[row.ended_as] != 0,
               .settled = row.settled});
}

std::vector<BilledMonth> VendorLedger::months(const CentreModel& model, const ReplicationResult& result,
                                              const std::vector<std::uint32_t>& day_of_cell) const
{
    std::vector<BilledMonth> months;
    for (std::size_t m = 0; m < meters_.size(); ++m) {
        months.push_back(meters_[m].month());
        months.back().seats = terms_->seats[m];
        months.back().closure_days = terms_->closures[m];
        months.back().forecast_calls = terms_->forecast[m];
    }
    for (std::uint32_t cell = 0; cell < result.cells; ++cell) {
        BilledMonth& month = months[terms_->month_of_day[day_of_cell[cell]]];
        for (std::size_t g = 0; g < model.groups.size(); ++g)
            if (terms_->is_vendor[g] != 0)
                month.agent_hours += result.group(g, cell).paid_s / 3600.0;
    }
    return months;
}

std::vector<Invoice> price_term(const Price& price, const std::vector<BilledMonth>& months)
{
    std::vector<Invoice> invoices;
    for (std::size_t m = 0; m < months.size(); ++m)
        invoices.push_back(price_month(price, months[m], {.is_first = m == 0, .ends_contract = false}));
    return invoices;
}

} // namespace switchroom
