#include "tests/support/random_features.h"

#include <fmt/format.h>

namespace switchroom {

namespace {

std::string promise(Dice& dice)
{
    switch (dice.below(4)) {
    case 0:
        return "within = \"same day\"\n";
    case 1:
        return "by = \"17:30\"\n";
    case 2:
        return fmt::format("within = \"{}min\"\nclock = \"elapsed\"\n", dice.between(5, 600));
    default:
        return fmt::format("within = \"{}min\"\n", dice.between(5, 600));
    }
}

} // namespace

std::string work_contacts(Dice& dice)
{
    std::string text = "[[contacts]]\nname = \"messages\"\nchannel = \"message\"\nhandle = \"90s\"\n";
    text += fmt::format("arrivals.rate_per_hour = {:.2f}\npriority = {}\n", dice.number(0.2, 6),
                        dice.between(1, 5));
    text += promise(dice);
    text += fmt::format("urgent = {{ share = {:.2f}, priority = {}, within = \"{}min\" }}\n",
                        dice.number(0, 0.5), dice.between(1, 3), dice.between(10, 120));
    text +=
        fmt::format("escalate = [{{ to = \"complaints\", share = {:.2f}, after = \"{}min\"{} }}]\n",
                    dice.number(0, 0.6), dice.of({0, 10, 600}), dice.one_in(2) ? ", within = \"3h\"" : "");
    text +=
        "[[contacts]]\nname = \"complaints\"\nchannel = \"message\"\nhandle = { family = \"gamma\", mean = "
        "\"9min\", cv = 0.6 }\n";
    text += promise(dice);
    text +=
        fmt::format("[[contacts]]\nname = \"callbacks\"\nchannel = \"callback\"\ntalk = \"2min\"\nwrap_up = "
                    "\"20s\"\npriority = {}\n",
                    dice.between(1, 4));
    text += promise(dice) + "arrivals.rate_per_hour = 0.5\n";
    if (dice.one_in(2))
        text += fmt::format("reach = {{ probability = {:.2f}, attempts = {}, try = \"20s\", again_after = "
                            "\"{}min\" }}\n",
                            dice.number(0.2, 1), dice.between(1, 4), dice.between(1, 90));
    if (dice.one_in(2))
        text += "resolution = { first_call = 0.7, repeat_delay = \"40min\" }\n";
    text += "[[contacts]]\nname = \"reminders\"\nchannel = \"outbound\"\npriority = 9\ntalk = \"1min\"\n"
            "arrivals.rate_per_hour = 3\noutcomes = { confirmed = 0.6 }\n";
    return text;
}

std::string live_features(Dice& dice, int index, const std::vector<bool>& chats)
{
    std::string text;
    if (dice.one_in(3)) {
        const int contacts = static_cast<int>(chats.size());
        const int to = (index + dice.between(0, contacts - 1)) % contacts;
        const bool to_work = to == index || chats[static_cast<std::size_t>(to)];
        text += fmt::format("misrouted = {{ probability = {:.2f}, to = \"{}\", retold = \"20s\" }}\n",
                            dice.number(0, 0.5),
                            to_work ? std::string("messages") : fmt::format("contact {}", to));
    }
    if (dice.one_in(4))
        text += fmt::format(
            "on_call = {{ share = {:.2f}, chain = [\"first\", \"second\"], reached = 0.6, tries = "
            "{}, patch = \"40s\" }}\n",
            dice.number(0, 1), dice.between(1, 3));
    if (dice.one_in(4))
        text +=
            fmt::format("on_abandon = {{ becomes = \"callbacks\", share = {:.2f} }}\n", dice.number(0, 1));
    if (dice.one_in(4))
        text += "outcomes = { booked = 0.5, message = 0.2 }\n";
    return text;
}

std::string work_skills(Dice& dice, int group)
{
    std::string text;
    for (const char* contact : {"messages", "complaints", "callbacks", "reminders"})
        if (group == 0 || dice.one_in(2))
            text += fmt::format(", {{ contact = \"{}\", level = {} }}", contact, dice.between(1, 3));
    return text;
}

std::string first_step(Dice& dice)
{
    if (!dice.one_in(4))
        return {};
    return fmt::format("{{ bot = {{ contained = {:.2f}, talk = \"30s\", context_saves = 0.2{} }} }}, ",
                       dice.number(0, 1), dice.one_in(2) ? ", concurrency = 2" : "");
}

std::string middle_step(Dice& dice)
{
    switch (dice.below(5)) {
    case 0:
        return fmt::format(
            "{{ callback = {{ becomes = \"callbacks\", accepted = {:.2f}, keeps_place = true }} }}, ",
            dice.number(0, 1));
    case 1:
        return fmt::format("{{ callback = {{ becomes = \"callbacks\", accepted = {:.2f}, windows = "
                           "[\"11:00-12:00\", \"15:30-16:30\"], attempts = 3, reached = 0.7 }} }}, ",
                           dice.number(0, 1));
    case 2:
        return first_step(dice);
    default:
        return {};
    }
}

std::string last_step(Dice& dice)
{
    switch (dice.below(3)) {
    case 0:
        return fmt::format("{{ bot = {{ contained = {:.2f}, talk = \"50s\", hand_off = \"{}\" }} }}",
                           dice.number(0, 1), dice.of({"messages", "callbacks"}));
    default:
        return fmt::format("{{ voicemail = {{ hang_up = {:.2f}, becomes = \"{}\" }} }}", dice.number(0, 1),
                           dice.of({"messages", "callbacks"}));
    }
}

std::string group_features(Dice& dice, bool calls_back)
{
    std::string text;
    if (dice.one_in(4))
        text += "learning = { start = 1.5, half_life_calls = 20, experienced = 0.5 }\n";
    if (dice.one_in(4))
        text += "adherence = { start_sd = \"4min\" }\n";
    if (calls_back && dice.one_in(4))
        text += fmt::format(
            "works = [{{ contacts = [\"callbacks\"], during = [\"11:00-12:00\", \"15:30-16:30\"], "
            "only = {} }}]\n",
            dice.of({"true", "false"}));
    return text;
}

} // namespace switchroom
