#include "sim/centre/compile_steps.h"

#include "sim/centre/compile_laws.h"
#include "sim/centre/compile_work.h"

#include <algorithm>

namespace switchroom {

namespace {

template <class Step>
void add_step(StepKind kind, const Step& detail, std::vector<Step>& details, CentreModel& model)
{
    ModelStep step;
    step.kind = kind;
    step.detail = static_cast<std::uint32_t>(details.size());
    details.push_back(detail);
    model.steps.push_back(step);
    model.counts_sides = true;
}

/// The windows of each day, over the whole calendar.
Range add_windows(const std::vector<ClockWindow>& windows, CompileContext& context)
{
    WeekWindows every_day;
    every_day[DayKey::every_day] = windows;
    const std::size_t first = context.model.windows.size();
    for (const Span& span : expand(every_day, context.calendar, context.closures()))
        context.model.windows.push_back(span);
    return range_from(first, context.model.windows);
}

} // namespace

void add_voicemail(const VoicemailStep& voicemail, const std::string& path, CompileContext& context)
{
    ModelVoicemailStep result;
    result.hang_up = timed_probability(voicemail.hang_up, context);
    result.becomes = context.served_contact(path + ".becomes", voicemail.becomes);
    add_step(StepKind::voicemail, result, context.model.voicemail_steps, context.model);
}

void add_callback(const CallbackStep& callback, const std::string& path, CompileContext& context)
{
    ModelCallbackStep result;
    result.declined = timed_contrary(callback.accepted, context);
    result.becomes = context.served_contact(path + ".becomes", callback.becomes);
    result.keeps_place = callback.keeps_place;
    if (!callback.windows.empty())
        result.windows = add_windows(callback.windows, context);
    for (const Contact& contact : context.scenario().contacts) {
        if (contact.name != callback.becomes)
            continue;
        result.promise = promise_of(callback.within, callback.by, contact, context);
        result.reach = reach_of(contact);
    }
    if (callback.attempts)
        result.reach.tries = static_cast<std::uint32_t>(*callback.attempts);
    if (callback.reached)
        result.reach.reached = callback.reached->value;
    add_step(StepKind::callback, result, context.model.callback_steps, context.model);
}

void add_bot(const BotStep& bot, const std::string& path, CompileContext& context)
{
    CentreModel& model = context.model;
    ModelBotStep result;
    result.contained = timed_probability(bot.contained, context);
    result.talk = timed_law(bot.talk, path + ".talk", context);
    result.context_saves = bot.context_saves.value;
    if (bot.concurrency)
        result.concurrency = static_cast<std::uint32_t>(*bot.concurrency);
    if (bot.hand_off)
        result.hand_off = context.served_contact(path + ".hand_off", *bot.hand_off);
    add_step(StepKind::bot, result, model.bot_steps, model);
}

} // namespace switchroom
