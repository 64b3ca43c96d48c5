#include "tests/support/random_scenario.h"

#include "tests/support/dice.h"
#include "tests/support/random_features.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace switchroom {

namespace {

std::string law(Dice& dice, int mean_s)
{
    const double cv = dice.number(0.3, 1.6);
    switch (dice.below(9)) {
    case 0:
        return fmt::format(R"({{ family = "constant", mean = "{}s" }})", mean_s);
    case 1:
        return fmt::format(R"({{ family = "lognormal", mean = "{}s", cv = {:.2f} }})", mean_s, cv);
    case 2:
        return fmt::format(R"({{ family = "gamma", mean = "{}s", cv = {:.2f}, at_most = "{}s" }})", mean_s,
                           cv, 4 * mean_s);
    case 3:
        return fmt::format(R"({{ family = "weibull", mean = "{}s", cv = {:.2f} }})", mean_s, cv);
    case 4:
        return fmt::format(R"({{ family = "erlang", mean = "{}s", phases = {} }})", mean_s,
                           dice.between(2, 5));
    case 5:
        return fmt::format(R"({{ family = "hyperexponential", mean = "{}s", cv = {:.2f} }})", mean_s,
                           1.0 + cv);
    case 6:
        return fmt::format(R"({{ family = "uniform", low = "{}s", high = "{}s" }})", mean_s / 2,
                           mean_s + mean_s / 2);
    case 7:
        return fmt::format(R"({{ family = "mixture", parts = [{{ family = "constant", mean = "0s" }}, )"
                           R"({{ family = "exponential", mean = "{}s" }}], weights = [0.1, 0.9] }})",
                           mean_s);
    default:
        return fmt::format(R"({{ family = "exponential", mean = "{}s" }})", mean_s);
    }
}

/// A law, or one that changes by clock time.
std::string law_over_day(Dice& dice, int mean_s)
{
    if (!dice.one_in(5))
        return law(dice, mean_s);
    return fmt::format(R"([["08:00", {}], ["{:02}:30", {}]])", law(dice, mean_s), dice.between(11, 17),
                       law(dice, mean_s * 2));
}

/// `weekdays = [["08:00", a], …]` and so on, of ascending steps.
std::string day_keys(Dice& dice, int most, const char* format_of_value, std::string_view separator)
{
    std::string days;
    for (const std::string_view key : {"every_day", "weekdays", "weekend", "wed", "sun"}) {
        if (key != "every_day" && !dice.one_in(3))
            continue;
        std::string steps;
        int minute = 15 * dice.between(0, 36);
        for (int i = dice.between(1, 5); i > 0 && minute < 1440; --i, minute += 15 * dice.between(1, 24))
            steps +=
                fmt::format(R"({}["{:02}:{:02}", {}])", steps.empty() ? "" : ", ", minute / 60, minute % 60,
                            fmt::format(fmt::runtime(format_of_value), dice.between(0, most)));
        days += fmt::format("{}{} = [{}]", days.empty() ? "" : separator, key, steps);
    }
    return days;
}

std::string week_steps(Dice& dice, int most, const char* format_of_value)
{
    return "{ " + day_keys(dice, most, format_of_value, ", ") + " }";
}

std::string window(Dice& dice, int from_h, int to_h)
{
    return fmt::format("{:02}:{:02}-{:02}:{:02}", from_h, 15 * dice.below(4), to_h, 15 * dice.below(4));
}

std::string arrivals(Dice& dice, bool may_share, bool may_count_attempts = true)
{
    const auto rate = [&] { return dice.number(2, 40); };
    std::string keys;
    switch (dice.below(may_share ? 5 : 4)) {
    case 0:
        keys = fmt::format("rate_per_hour = {:.2f}", rate());
        break;
    case 1:
        keys = "profile = " + week_steps(dice, 40, "{}");
        break;
    case 2:
        keys = fmt::format(R"(profile = {}, shape = "linear")", week_steps(dice, 30, "{}.5"));
        break;
    case 3:
        keys = fmt::format(
            "profile = {}, day_factor = {{ mon = 1.3, weekend = 0.5 }}, month_factor = {{ mar = 0.9 }}",
            week_steps(dice, 40, "{}"));
        break;
    default:
        keys = fmt::format(R"(share_of = {{ profile = "line", share = {:.2f} }})", dice.number(0, 0.25));
    }
    if (dice.one_in(5) && keys.find("profile") == 0 && may_count_attempts)
        keys += R"(, counts = "attempts")";
    if (dice.one_in(3))
        keys += fmt::format(R"(, busyness = {{ family = "{}", cv = {:.2f} }})",
                            dice.of({"gamma", "lognormal"}), dice.number(0, 0.5));
    return "{ " + keys + " }";
}

/// Without the numbers in `not_these`; empty if no other is drawn.
std::string list_of(Dice& dice, int count, std::string_view stem, const std::vector<bool>& not_these = {})
{
    std::vector<int> order;
    for (int i = 0; i < count; ++i)
        order.insert(order.begin() + dice.between(0, i), i);
    order.resize(static_cast<std::size_t>(dice.between(1, count)));
    std::string list;
    for (const int i : order)
        if (not_these.empty() || !not_these[static_cast<std::size_t>(i)])
            list += fmt::format(R"({}"{} {}")", list.empty() ? "" : ", ", stem, i);
    return list;
}

std::string head(Dice& dice, const RandomScenarioLimits& limits)
{
    std::string text = "format = 1\nname = \"random\"\n";
    text += fmt::format("timezone = \"{}\"\n", dice.of({"UTC", "Europe/Paris", "America/New_York"}));
    text += fmt::format("[time]\nstart = {}\ndays = {}\ninterval = \"{}\"\nwarm_up = \"{}\"\nend = \"{}\"\n",
                        dice.of({"2026-03-02", "2026-03-28", "2026-10-24", "2026-06-05"}),
                        dice.between(1, limits.most_days), dice.of({"15min", "30min", "1h"}),
                        dice.of({"0s", "0s", "2h", "1d"}), dice.of({"drain", "drain", "cut"}));
    return text;
}

std::string hours(Dice& dice, int groups)
{
    if (dice.one_in(3))
        return {};
    std::string text =
        fmt::format("[hours]\nweekdays = [\"{}\", \"{}\"]\n", window(dice, 7, 11), window(dice, 13, 19));
    if (dice.one_in(2))
        text += fmt::format("weekend = [\"{}\"]\n", window(dice, 20, dice.of({2, 23})));
    if (dice.one_in(3))
        text += "closures = [2026-03-03, 2026-10-25]\n";
    if (dice.one_in(2))
        text += fmt::format("[[hours.away]]\nname = \"meeting\"\ngroups = [{}]\nevery_day = [\"{}\"]\n",
                            list_of(dice, groups, "group"), window(dice, 9, 10));
    return text;
}

/// Keys of a chat, with dice of its own: the same seed without chats is the same scenario otherwise.
std::string chat_keys(Dice& dice)
{
    const int concurrency = dice.between(1, 4);
    std::string text = fmt::format("channel = \"chat\"\nconcurrency = {}\n", concurrency);
    if (dice.one_in(4))
        return text;
    std::string slowdown;
    double factor = dice.number(0.8, 1.2);
    for (int n = 0; n < concurrency; ++n, factor += dice.number(0, 0.8))
        slowdown += fmt::format("{}{:.2f}", n == 0 ? "" : ", ", factor);
    return text + fmt::format("slowdown = [{}]\n", slowdown);
}

/// Redials of blocked calls cannot be taken out of a profile that counts attempts.
std::string redial(Dice& dice, bool after_block)
{
    const double probability = dice.number(0, 1);
    const std::string delay = law(dice, dice.between(1, 4000));
    const int at_most = dice.between(1, 4);
    return fmt::format("redial = {{ probability = {:.2f}{}, delay = {}, at_most = {} }}\n", probability,
                       after_block ? fmt::format(", after_block = {:.2f}", dice.number(0, 1)) : "", delay,
                       at_most);
}

std::string contact(Dice& dice, int index, const std::vector<bool>& chats, bool everything)
{
    const bool is_chat = chats[static_cast<std::size_t>(index)];
    const int priority = dice.between(1, 3);
    const std::string rings = arrivals(dice, true, index > 0);
    std::string text = fmt::format("[[contacts]]\nname = \"contact {}\"\npriority = {}\narrivals = {}\n",
                                   index, priority, rings);
    const int mean_s = dice.between(30, 400);
    if (dice.one_in(4)) {
        text += fmt::format("handle = {}\n", law_over_day(dice, mean_s));
    } else {
        text += fmt::format("talk = {}\n", law_over_day(dice, mean_s));
        if (dice.one_in(2))
            text += fmt::format("wrap_up = {}\n", law_over_day(dice, mean_s / 3));
    }
    if (!dice.one_in(4))
        text += fmt::format("patience = {}\n", law_over_day(dice, dice.between(10, 600)));
    if (dice.one_in(4))
        text += fmt::format("balk = {:.2f}\n", dice.number(0, 0.5));
    if (dice.one_in(2))
        text += redial(dice, everything && rings.find("attempts") == std::string::npos);
    if (dice.one_in(4)) {
        const double probability = dice.number(0, 1);
        const std::string duration = law(dice, 40);
        if (!is_chat)
            text += fmt::format("hold = {{ probability = {:.2f}, duration = {} }}\n", probability, duration);
    }
    if (dice.one_in(3)) {
        text += fmt::format("resolution = {{ first_call = {:.2f}, repeat_delay = {}", dice.number(0.3, 1),
                            law(dice, dice.of({60, 3600, 40000})));
        // Others' repeats may not fall among the attempts of a profile; contact 0's profile counts needs.
        if (dice.one_in(3))
            text += fmt::format(R"(, repeat_as = "contact {}")", dice.one_in(2) ? 0 : index);
        text += " }\n";
    }
    if (dice.one_in(4))
        text += fmt::format("hours = {{ every_day = [\"{}\"] }}\n", window(dice, 8, dice.of({3, 14, 22})));
    if (dice.one_in(3))
        text += fmt::format("at_closing = \"{}\"\n", dice.of({"serve", "closed-route", "disconnect"}));
    if (dice.one_in(5))
        text += fmt::format("head_start = \"{}s\"\n", dice.between(1, 300));
    if (dice.one_in(3))
        text += fmt::format(
            "target = {{ service_level = {{ share = 0.8, within = \"{}s\", formula = \"{}\" }} }}\n",
            dice.between(0, 60), dice.of({"answered/offered", "answered/offered-excluding-short-abandons"}));
    if (everything && !is_chat)
        text += live_features(dice, index, chats);
    return text;
}

std::string staffing(Dice& dice)
{
    switch (dice.below(4)) {
    case 0:
        return fmt::format("agents = {}\n", dice.between(0, 5));
    case 1:
        return fmt::format(
            "shifts = [{{ agents = {}, weekdays = \"{}\" }}, {{ agents = {}, every_day = \"{}\" }}]\n",
            dice.between(1, 3), window(dice, 7, 15), dice.between(1, 2), window(dice, 12, dice.of({3, 20})));
    default:
        return fmt::format("agents = {}\n", week_steps(dice, 5, "{}"));
    }
}

std::string skill(Dice& dice, int contact)
{
    std::string text = fmt::format(R"({{ contact = "contact {}", level = {}, speed = {:.2f})", contact,
                                   dice.between(1, 3), dice.number(0.5, 1.5));
    if (dice.one_in(5))
        text += fmt::format(", talk = {}", law(dice, dice.between(60, 200)));
    return text + " }";
}

std::string group(Dice& dice, int index, int contacts, bool everything)
{
    std::string text = fmt::format("[[groups]]\nname = \"group {}\"\n{}", index, staffing(dice));
    std::string skills;
    for (int c = 0; c < contacts; ++c)
        if (index == 0 || !dice.one_in(3)) // somebody answers every contact
            skills += (skills.empty() ? "" : ", ") + skill(dice, c);
    if (skills.empty())
        skills = skill(dice, 0);
    if (everything)
        skills += work_skills(dice, index);
    text += fmt::format("skills = [{}]\npick = \"{}\"\nnext = \"{}\"\nleaves = \"{}\"\n", skills,
                        dice.of({"longest-idle", "least-occupied", "random"}),
                        dice.of({"priority", "longest-wait", "weighted-wait", "longest-queue"}),
                        dice.of({"after-call", "after-call", "at-once"}));
    if (dice.one_in(3))
        text += "shrinkage = 0.2\n";
    else if (dice.one_in(3))
        text += fmt::format("shrinkage = {{ absence_day = {:.2f}, in_day = {:.2f}, block = \"{}min\" }}\n",
                            dice.number(0, 0.3), dice.number(0, 0.3), dice.of({10, 15, 30}));
    if (dice.one_in(4))
        text += fmt::format("shared_with = {{ arrivals = {}, talk = {}, patience = {} }}\n",
                            arrivals(dice, false), law(dice, 120), law(dice, 60));
    if (everything)
        text += group_features(dice, skills.find("\"callbacks\"") != std::string::npos);
    return text;
}

/// The groups that hold a skill for the contact, read back from their text: a route offers through these.
std::vector<int> skilled(const std::vector<std::string>& groups, int contact)
{
    std::vector<int> result;
    for (std::size_t g = 0; g < groups.size(); ++g)
        if (groups[g].find(fmt::format("contact = \"contact {}\"", contact)) != std::string::npos)
            result.push_back(static_cast<int>(g));
    return result;
}

/// `, when = { … }` in one step of three. Dice of its own: what else is drawn stays as it was.
std::string conditions(Dice& dice, int groups)
{
    if (!dice.one_in(3))
        return {};
    std::string keys;
    const auto add = [&](const std::string& key) { keys += (keys.empty() ? "" : ", ") + key; };
    bool looks_at_groups = true;
    switch (dice.below(5)) {
    case 0:
        add(fmt::format("idle_at_{} = {}", dice.of({"least", "most"}), dice.below(3)));
        break;
    case 1:
        add(fmt::format("queue_per_agent_at_{} = {:.2f}", dice.of({"least", "most"}), dice.number(0, 2)));
        break;
    case 2:
        add(fmt::format(R"(expected_wait_at_{} = "{}s")", dice.of({"least", "most"}), dice.between(1, 300)));
        break;
    default:
        looks_at_groups = false;
        add(fmt::format("queue_at_{} = {}", dice.of({"least", "most"}), dice.below(4)));
    }
    if (looks_at_groups && dice.one_in(3))
        add(fmt::format("of = [{}]", list_of(dice, groups, "group")));
    if (dice.one_in(3))
        add(fmt::format("share = {:.2f}", dice.number(0, 1)));
    if (dice.one_in(4))
        add(fmt::format(R"(during = ["{}"], days = ["{}"])", window(dice, 8, dice.of({3, 12, 18})),
                        dice.of({"weekdays", "sat", "every_day"})));
    return fmt::format(", when = {{ {} }}", keys);
}

/// How the contact's waits are predicted, and what callers do when they hear it. Dice of its own, too.
std::string predictions(Dice& dice)
{
    std::string text;
    if (dice.one_in(2))
        text += fmt::format(
            "predictor = {{ by = \"{}\", of_last = {} }}\n",
            dice.of({"last-wait", "head-of-queue", "mean-of-last", "queue-length", "queue-length-patience"}),
            dice.between(1, 20));
    if (dice.one_in(3))
        text += fmt::format("announce = {{ balk_per_minute = {:.2f}, patience_factor = {:.2f} }}\n",
                            dice.number(0, 0.5), dice.number(0.5, 2));
    return text;
}

/// What stands in a step: dice for what was always there, and dice for conditions.
struct StepDice {
    Dice& dice;
    Dice& of_conditions;
    int all_groups;
};

std::string offer(const StepDice& step_dice, const std::vector<int>& groups, bool last)
{
    Dice& dice = step_dice.dice;
    std::string names;
    std::string keep;
    for (const int g : groups) {
        if (groups.size() > 1 && dice.one_in(3) && !names.empty())
            continue;
        names += fmt::format(R"({}"group {}")", names.empty() ? "" : ", ", g);
        if (dice.one_in(4))
            keep += fmt::format(R"({}"group {}" = 1)", keep.empty() ? "" : ", ", g);
    }
    std::string step = fmt::format("{{ offer = [{}]", names);
    if (!last || dice.one_in(4))
        step += fmt::format(R"(, for = "{}s")", dice.between(1, 120));
    if (!keep.empty())
        step += fmt::format(", keep_idle = {{ {} }}", keep);
    if (dice.one_in(3))
        step += fmt::format(R"(, choose = "{}")", dice.of({"listed", "longest-idle", "random"}));
    return step + conditions(step_dice.of_conditions, step_dice.all_groups) + " }";
}

std::string route(const StepDice& step_dice, int contact, const std::vector<int>& groups, bool everything)
{
    Dice& dice = step_dice.dice;
    if (groups.empty() || dice.one_in(3))
        return {};
    std::string text = fmt::format("[[routes]]\ncontact = \"contact {}\"\nopen = [", contact);
    const int steps = dice.between(1, 3);
    const bool ends_with_machine = everything && dice.one_in(3);
    if (everything)
        text += first_step(dice);
    for (int i = 0; i < steps; ++i) {
        if (everything && i > 0)
            text += middle_step(dice);
        const bool last = i + 1 == steps;
        text += fmt::format("{}{}", offer(step_dice, groups, last && !ends_with_machine), last ? "" : ", ");
    }
    text += ends_with_machine ? fmt::format(", {}]\n", last_step(dice)) : "]\n";
    if (everything && dice.one_in(2))
        text += fmt::format("closed = [{}]\n", last_step(dice));
    else if (dice.one_in(3))
        text += fmt::format("closed = [{}]\n", offer(step_dice, groups, true));
    return text;
}

} // namespace

std::string random_scenario(std::uint64_t seed, const RandomScenarioLimits& limits)
{
    Dice dice(seed);
    const int contacts = dice.between(1, limits.most_contacts);
    const int groups = dice.between(1, limits.most_groups);
    std::string text = head(dice, limits);
    text += hours(dice, groups);
    text += fmt::format("[[profiles]]\nname = \"line\"\n{}\n", day_keys(dice, 60, "{}", "\n"));
    Dice of_predictions(seed ^ 0x70726564U);
    Dice of_conditions(seed ^ 0x636F6E64U);
    Dice of_chats(seed ^ 0x63686174U);
    std::vector<bool> chats;
    for (int c = 0; c < contacts; ++c)
        chats.push_back(limits.chats && of_chats.one_in(4));
    for (int c = 0; c < contacts; ++c) {
        text += contact(dice, c, chats, limits.everything) + predictions(of_predictions);
        if (chats[static_cast<std::size_t>(c)])
            text += chat_keys(of_chats);
    }
    if (limits.everything)
        text += work_contacts(dice);
    std::vector<std::string> group_texts;
    for (int g = 0; g < groups; ++g)
        group_texts.push_back(group(dice, g, contacts, limits.everything));
    for (const std::string& group_text : group_texts)
        text += group_text;
    for (int c = 0; c < contacts; ++c)
        text += route({dice, of_conditions, groups}, c, skilled(group_texts, c), limits.everything);
    if (dice.one_in(3)) {
        const int trunks = dice.between(1, 8);
        if (const std::string names = list_of(dice, contacts, "contact", chats); !names.empty())
            text += fmt::format("[[lines]]\nname = \"trunks\"\ncount = {}\ncontacts = [{}]\n", trunks, names);
    }
    if (dice.one_in(4))
        text += fmt::format("[uncertainty]\nvolume = {{ cv = {:.2f}, per = \"day\", common = true }}\n",
                            dice.number(0, 0.3));
    else if (dice.one_in(3))
        text += "[uncertainty]\nforecast_error = { bias = 0.05, cv = 0.1, per = \"month\" }\n"
                "handle = { cv = 0.05, per = \"run\" }\n";
    return text;
}

} // namespace switchroom
