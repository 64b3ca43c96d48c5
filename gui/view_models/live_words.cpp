#include "gui/view_models/live_words.h"

#include "gui/view_models/text.h"
#include "planner/report/find_figures.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui {

namespace {

/// The part of a list "a|b|c".
std::string part_of(const char* list, std::size_t position)
{
    std::string_view rest = list;
    for (; position > 0; --position)
        rest.remove_prefix(std::min(rest.find('|'), rest.size() - 1) + 1);
    return std::string(rest.substr(0, rest.find('|')));
}

std::int64_t whole(double seconds)
{
    return static_cast<std::int64_t>(std::floor(std::max(seconds, 0.0) + 1e-6));
}

std::string words_of(const LiveRecording& recording, const LiveEvent& event, Language language)
{
    const LiveCall& call = recording.calls[event.call];
    const std::string& contact = recording.contact_name(call.contact);
    const std::string group =
        call.group == none ? std::string() : report::capitalised(recording.model().names.groups[call.group]);
    const double wait_s = call.left_s - call.arrived_s;
    switch (event.kind) {
    case LiveEventKind::joins_queue:
        return filled(Text::live_joins, language, contact);
    case LiveEventKind::answered:
        return wait_s < 1.0 ? filled(Text::live_answers_at_once, language, group, contact)
                            : filled(Text::live_answers, language, group, contact, span_words(wait_s));
    case LiveEventKind::hung_up:
        if (wait_s < 1.0)
            return filled(Text::live_hung_up_at_once, language, contact);
        return filled(recording.model().contacts[call.contact].in_totals ? Text::live_hung_up
                                                                         : Text::live_gave_up,
                      language, span_words(wait_s), contact);
    case LiveEventKind::voicemail:
        return filled(Text::live_voicemail, language, contact);
    case LiveEventKind::callback:
        return filled(Text::live_callback, language, contact);
    case LiveEventKind::turned_away:
        return filled(Text::live_turned_away, language, contact);
    case LiveEventKind::blocked:
        return filled(Text::live_blocked, language, contact);
    case LiveEventKind::machine_answers:
        return filled(Text::live_machine_answers, language, contact);
    case LiveEventKind::machine_settles:
        return filled(Text::live_machine_settles, language, contact);
    case LiveEventKind::machine_passes_on:
        return filled(Text::live_machine_passes_on, language, contact);
    case LiveEventKind::item_begins:
        return filled(Text::live_item_begins, language, group, contact);
    case LiveEventKind::not_reached:
        return filled(Text::live_not_reached, language, group, contact);
    case LiveEventKind::talk_ends:
    case LiveEventKind::agent_free:
        break;
    }
    return {};
}

LiveTone tone_of(const LiveRecording& recording, const LiveEvent& event)
{
    const LiveCall& call = recording.calls[event.call];
    switch (event.kind) {
    case LiveEventKind::answered:
        return call.left_s - call.arrived_s <= recording.model().contacts[call.contact].threshold_s
                   ? LiveTone::good
                   : LiveTone::neutral;
    case LiveEventKind::hung_up:
    case LiveEventKind::turned_away:
    case LiveEventKind::blocked:
        return LiveTone::bad;
    default:
        return LiveTone::neutral;
    }
}

} // namespace

std::string span_words(double seconds)
{
    const std::int64_t s = whole(seconds);
    if (s < 60)
        return fmt::format("{} s", s);
    if (s < 3600)
        return s % 60 == 0 ? fmt::format("{} min", s / 60) : fmt::format("{} min {:02} s", s / 60, s % 60);
    return fmt::format("{} h {:02} min", s / 3600, s / 60 % 60);
}

std::string span_figures(double seconds)
{
    const std::int64_t s = whole(seconds);
    return s < 3600 ? fmt::format("{}:{:02}", s / 60, s % 60)
                    : fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
}

std::string clock_words(const LiveRecording& recording, double at_s, bool with_seconds)
{
    const int day = recording.days[day_at(recording, at_s)].number;
    const double last_s = recording.calendar.day(day).end_s();
    const std::int64_t s = at_s >= last_s ? 86400 : whole(recording.calendar.clock_s(day, at_s));
    return with_seconds ? fmt::format("{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60)
                        : fmt::format("{:02}:{:02}", s / 3600, s / 60 % 60);
}

std::string day_words(const LiveRecording& recording, std::size_t day, Language language)
{
    const LocalDay& local = recording.calendar.day(recording.days[day].number);
    return fmt::format(
        "{} {} {}", part_of(text_of(Text::live_weekdays, language), local.weekday().iso_encoding() - 1),
        static_cast<unsigned>(local.date.day()),
        part_of(text_of(Text::live_months, language), static_cast<unsigned>(local.date.month()) - 1));
}

std::string seat_words(SeatState state, Language language)
{
    switch (state) {
    case SeatState::free:
        return text_of(Text::live_free, language);
    case SeatState::talking:
        return text_of(Text::live_talking, language);
    case SeatState::wrapping_up:
        return text_of(Text::live_wrapping_up, language);
    case SeatState::at_work:
        return text_of(Text::live_at_work, language);
    case SeatState::on_break:
        return text_of(Text::live_on_break, language);
    case SeatState::away:
        return text_of(Text::live_away, language);
    case SeatState::empty:
        break;
    }
    return {};
}

std::optional<LiveTick> tick_of(const LiveRecording& recording, const LiveEvent& event, Language language)
{
    const LiveCall& call = recording.calls[event.call];
    if (!call.is_ours || event.kind == LiveEventKind::talk_ends || event.kind == LiveEventKind::agent_free)
        return std::nullopt;
    return LiveTick{clock_words(recording, event.at_s), words_of(recording, event, language),
                    tone_of(recording, event), call.contact};
}

std::vector<LiveTick> ticker(const LiveRecording& recording, double at_s, std::size_t most, Language language)
{
    const double day_start_s = recording.days[day_at(recording, at_s)].start_s;
    auto event = std::upper_bound(recording.events.begin(), recording.events.end(), at_s,
                                  [](double at, const LiveEvent& other) { return at < other.at_s; });
    std::vector<LiveTick> ticks;
    constexpr std::size_t most_looked_at = 5000; // a vendor's pool may be busy with others for long
    for (std::size_t i = 0; i < most_looked_at && ticks.size() < most && event != recording.events.begin();
         ++i) {
        --event;
        if (event->at_s < day_start_s)
            break;
        if (auto tick = tick_of(recording, *event, language))
            ticks.push_back(*std::move(tick));
    }
    return ticks;
}

} // namespace switchroom::gui
