#include "sim/stats/kpi.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <set>
#include <string>

using namespace switchroom;
using doctest::Approx;

namespace {

/// A day of 100 attempts whose every figure can be worked by hand.
ContactFigures day()
{
    ContactFigures f;
    f.counts = {.attempts = 100,
                .needs = 80,
                .redials = 20,
                .answered = 70,
                .abandoned = 10,
                .blocked = 5,
                .to_voicemail = 15,
                .flowed_out = 10,
                .had_to_wait = 45,
                .answered_within = 60,
                .abandoned_within = 4,
                .abandoned_short = 2,
                .lost_callers = 8,
                .wait_answered_s = 1400.0,
                .wait_abandoned_s = 600.0,
                .wait_flowed_out_s = 400.0,
                .talk_s = 10500.0,
                .hold_s = 700.0,
                .wrap_up_s = 2100.0,
                .queue_s = 2400.0,
                .longest_wait_s = 95.0,
                .longest_queue = 4};
    f.span_s = 28800.0;
    f.lost_caller_value = 9.0;
    return f;
}

GroupFigures desk()
{
    return {.counts = {.answered = 70,
                       .busy_s = 13300.0,
                       .available_s = 52000.0,
                       .capacity_s = 53200.0,
                       .paid_s = 57600.0,
                       .most_busy = 2},
            .span_s = 28800.0,
            .cost_per_paid_hour = 20.59};
}

double contact_value(std::string_view name, std::string_view key = {})
{
    const KpiDefinition* kpi = find_kpi(KpiScope::contact, name, key);
    REQUIRE_MESSAGE(kpi != nullptr, std::string(name));
    return kpi_pair(*kpi, day()).value();
}

double group_value(std::string_view name)
{
    const KpiDefinition* kpi = find_kpi(KpiScope::group, name);
    REQUIRE_MESSAGE(kpi != nullptr, std::string(name));
    return kpi_pair(*kpi, desk()).value();
}

} // namespace

TEST_CASE("a day's figures are those worked by hand")
{
    CHECK(contact_value("offered") == 90.0);
    CHECK(contact_value("answer_rate") == Approx(70.0 / 90.0));
    CHECK(contact_value("answer_rate_of_attempts") == Approx(0.70));
    CHECK(contact_value("abandonment_rate") == Approx(10.0 / 90.0));
    CHECK(contact_value("abandonment_rate_without_short") == Approx(8.0 / 88.0));
    CHECK(contact_value("blocking_rate") == Approx(0.05));
    CHECK(contact_value("service_level") == Approx(60.0 / 80.0));
    CHECK(contact_value("service_level_by_formula", "answered/offered+flow-outs") == Approx(60.0 / 90.0));
    CHECK(contact_value("waits_beyond_threshold") == 16.0);
    CHECK(contact_value("asa_s") == Approx(20.0));
    CHECK(contact_value("mean_wait_s") == Approx(2400.0 / 90.0));
    CHECK(contact_value("p_wait") == Approx(0.5));
    CHECK(contact_value("aht_s") == Approx(190.0));
    CHECK(contact_value("talk_s") + contact_value("hold_s") + contact_value("wrap_up_s") == Approx(190.0));
    CHECK(contact_value("attempts_per_need") == Approx(1.25));
    CHECK(contact_value("lost_caller_rate") == Approx(0.1));
    CHECK(contact_value("queue_length") == Approx(1.0 / 12.0));
    CHECK(contact_value("longest_wait_s") == 95.0);
    CHECK(contact_value("cost.lost_callers") == 72.0);
    CHECK(group_value("occupancy") == Approx(0.25));
    CHECK(group_value("utilisation") == Approx(13300.0 / 57600.0));
    CHECK(group_value("paid_hours") == 16.0);
    CHECK(group_value("cost.wages") == Approx(329.44));
    CHECK(group_value("agents_available") == Approx(52000.0 / 28800.0));
}

TEST_CASE("the total sums numerators and denominators and never averages shares")
{
    ContactFigures busy = day();
    ContactFigures quiet;
    quiet.counts = {
        .attempts = 10, .needs = 10, .answered = 10, .answered_within = 10, .longest_wait_s = 5.0};
    quiet.span_s = 28800.0;
    const std::array contacts{busy, quiet};
    const std::array groups{desk(), desk()};
    const auto total = [&](KpiScope scope, std::string_view name) {
        return kpi_pair(*find_kpi(scope, name), contacts, groups).value();
    };
    CHECK(total(KpiScope::contact, "answer_rate") == Approx(0.8));
    CHECK(total(KpiScope::contact, "service_level") == Approx(70.0 / 90.0));
    CHECK(total(KpiScope::contact, "longest_wait_s") == 95.0);
    CHECK(total(KpiScope::contact, "queue_length") == Approx(1.0 / 12.0)); // one span, not two
    CHECK(total(KpiScope::group, "occupancy") == Approx(0.25));
    CHECK(total(KpiScope::group, "agents_busy") == Approx(2 * 13300.0 / 28800.0));
    CHECK(total(KpiScope::centre, "cost.wages_per_answered") == Approx(2 * 329.44 / 80.0));
}

TEST_CASE("each contact enters the total's service level by its own formula")
{
    ContactFigures strict = day();
    ContactFigures lenient = day();
    lenient.formula = find_service_level_formula("F2");
    const std::array contacts{strict, lenient};
    CHECK(kpi_pair(*find_kpi(KpiScope::contact, "service_level"), contacts, {}).value() ==
          Approx(120.0 / 150.0));
}

TEST_CASE("no calls make no rate")
{
    for (const KpiDefinition& kpi : kpi_table())
        if (kpi.kind == KpiKind::ratio && kpi.scope == KpiScope::contact)
            CHECK(std::isnan(kpi_pair(kpi, ContactFigures{}).value()));
}

TEST_CASE("work, machines and later legs are worked by hand, too")
{
    ContactFigures f;
    f.span_s = 7200.0;
    f.counts = {.attempts = 100, .answered = 40, .to_voicemail = 20, .to_callback = 6, .contained = 12};
    f.side.bot_calls = 30;
    f.side.bot_s = 2700.0;
    f.side.bot_hand_offs = 18;
    f.side.voicemail_hang_ups = 16;
    f.side.callback_offers = 8;
    f.side.transfers = 4;
    f.side.transfers_answered = 3;
    f.side.transfer_wait_s = 90.0;
    f.side.on_call_needed = 5;
    f.side.on_call_reached = 4;
    f.side.time_to_clinician_s = 1200.0;
    f.side.items = 50;
    f.side.items_done = 40;
    f.side.items_promised = 45;
    f.side.items_on_time = 36;
    f.side.items_urgent_promised = 10;
    f.side.items_urgent_on_time = 7;
    f.side.item_age_s = 80000.0;
    f.side.items_open = 8;
    f.side.backlog_s = 14400.0;
    f.side.rated = 10;
    f.side.promoters = 6;
    f.side.detractors = 1;
    const auto value = [&](std::string_view name) {
        return kpi_pair(*find_kpi(KpiScope::contact, name), f).value();
    };
    CHECK(value("containment_rate") == Approx(0.4));
    CHECK(value("bot_time_s") == Approx(90.0));
    CHECK(value("hand_offs_logged") == 1.0);
    CHECK(value("voicemail_hang_up_rate") == Approx(0.8));
    CHECK(value("callback_acceptance") == Approx(0.75));
    CHECK(value("transfers") == Approx(0.1));
    CHECK(value("routing_accuracy") == Approx(0.9));
    CHECK(value("transfer_wait_s") == Approx(30.0));
    CHECK(value("on_call_reached") == Approx(0.8));
    CHECK(value("time_to_clinician_s") == Approx(300.0));
    CHECK(value("message_on_time") == Approx(0.8));
    CHECK(value("message_on_time_urgent") == Approx(0.7));
    CHECK(std::isnan(value("callback_on_time")));
    CHECK(value("return_time_s") == Approx(2000.0));
    CHECK(value("backlog_at_end") == 8.0);
    CHECK(value("backlog") == Approx(2.0));
    CHECK(value("nps") == Approx(0.5));
    f.is_callback = true;
    CHECK(value("callback_on_time") == Approx(0.8));
    CHECK(std::isnan(value("message_on_time")));
}

TEST_CASE("the urgent part of a figure is the figure of that name for urgent items")
{
    const auto urgent = [](std::string_view name) {
        return urgent_part_of(*find_kpi(KpiScope::contact, name));
    };
    CHECK(urgent("message_on_time") == find_kpi(KpiScope::contact, "message_on_time_urgent"));
    CHECK(urgent("return_time_s") == find_kpi(KpiScope::contact, "return_time_urgent_s"));
    CHECK(urgent("answer_rate") == nullptr);
}

TEST_CASE("a full-time agent and month are 151.67 paid hours, and a share of hours knows the whole")
{
    // Two agents all month, 3 000 calls: 1 500 each.
    GroupFigures two{.counts = {.answered = 3000, .paid_s = 2.0 * full_time_hours_a_month * 3600.0}};
    CHECK(kpi_pair(*find_kpi(KpiScope::group, "calls_per_agent_month"), two).value() == Approx(1500.0));
    CHECK(full_time_hours_a_month == Approx(151.67).epsilon(0.0001));

    GroupFigures team{.counts = {.paid_s = 3600.0 * 90.0}, .practice_paid_s = 3600.0 * 100.0};
    GroupFigures floats{.counts = {.paid_s = 3600.0 * 10.0}, .practice_paid_s = 3600.0 * 100.0};
    GroupFigures vendor{.counts = {.paid_s = 3600.0 * 500.0}};
    const KpiDefinition& share = *find_kpi(KpiScope::group, "paid_hours_share");
    CHECK(kpi_pair(share, floats).value() == Approx(0.1));
    CHECK(std::isnan(kpi_pair(share, vendor).value()));
    const std::array own{team, floats};
    CHECK(kpi_pair(share, {}, own).value() == Approx(1.0));
}

TEST_CASE("a day meets its target exactly at the target's share, each contact asked for its own")
{
    const KpiDefinition& share = *find_kpi(KpiScope::contact, "service_level_share_of_days");
    const auto meets = [&](std::int64_t in_time, std::int64_t answered, double target) {
        ContactFigures f;
        f.counts = {.answered = answered, .answered_within = in_time};
        f.target_share = target;
        return meets_target(kpi_pair(share, f));
    };
    for (const double target : {0.7, 0.8, 0.9, 0.95})
        for (std::int64_t calls = 1; calls <= 400; ++calls)
            for (const std::int64_t in_time :
                 {calls * 19 / 20, calls * 9 / 10, calls * 4 / 5, calls * 7 / 10})
                CHECK(meets(in_time, calls, target) ==
                      (in_time * 100 >= static_cast<std::int64_t>(std::lround(target * 100.0)) * calls));
    CHECK(!is_judged(kpi_pair(share, ContactFigures{})));

    // 80 % of 10 calls and 50 % of 10 calls are asked for: 13 in time of all 20 are just enough.
    ContactFigures strict;
    strict.counts = {.answered = 10, .answered_within = 7};
    strict.target_share = 0.8;
    ContactFigures lenient;
    lenient.counts = {.answered = 10, .answered_within = 6};
    lenient.target_share = 0.5;
    ContactFigures untargeted;
    untargeted.counts = {.answered = 1000, .answered_within = 0};
    CHECK(meets_target(kpi_pair(share, std::array{strict, lenient, untargeted}, {})));
    lenient.counts.answered_within = 5;
    CHECK(!meets_target(kpi_pair(share, std::array{strict, lenient, untargeted}, {})));
}

TEST_CASE("every KPI has a name of its own, a title, a formula and a sentence")
{
    std::set<std::string> seen;
    for (const KpiDefinition& kpi : kpi_table()) {
        const std::string name = std::string(kpi.name) + "/" + std::string(kpi.key);
        CAPTURE(name);
        CHECK(seen.insert(name).second); // also across scopes: the total shows all of them together
        CHECK(!kpi.title.empty());
        CHECK(!kpi.formula.empty());
        CHECK(!kpi.help.empty());
        CHECK((kpi.unit == KpiUnit::seconds) == (name.find("_s/") != std::string::npos));
        if (kpi.kind == KpiKind::wait_quantile)
            CHECK((kpi.level > 0.0 && kpi.level < 1.0));
        else
            CHECK((kpi.contact_numerator != nullptr || kpi.group_numerator != nullptr));
    }
}
