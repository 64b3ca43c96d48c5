#include "sim/centre/compile_steps.h"

#include "sim/centre/compile_laws.h"

namespace switchroom {

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
    ModelStep step;
    step.kind = StepKind::bot;
    step.detail = static_cast<std::uint32_t>(model.bot_steps.size());
    model.bot_steps.push_back(result);
    model.steps.push_back(step);
    model.counts_sides = true;
}

} // namespace switchroom
