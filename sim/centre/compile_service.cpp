#include "sim/centre/compile_service.h"

#include "sim/centre/compile_laws.h"

namespace switchroom {

void compile_service(const Contact& source, const std::string& path, ModelContact& contact,
                     CompileContext& context)
{
    CentreModel& model = context.model;
    if (source.misrouted) {
        contact.transfer.probability = timed_probability(source.misrouted->probability, context);
        contact.transfer.to = context.served_contact(path + ".misrouted.to", source.misrouted->to);
        contact.transfer.retold_s = source.misrouted->retold.seconds;
        model.counts_sides = true;
    }
    if (source.on_call) {
        const OnCall& on_call = *source.on_call;
        contact.on_call.share = on_call.share.value;
        contact.on_call.reached = on_call.reached.value;
        contact.on_call.tries =
            static_cast<std::uint32_t>(on_call.chain.size()) * static_cast<std::uint32_t>(on_call.tries);
        contact.on_call.try_s = on_call.patch.seconds;
        model.counts_sides = true;
    }
    if (source.channel == Channel::chat) {
        const std::size_t first = model.slowdowns.size();
        model.slowdowns.insert(model.slowdowns.end(), source.slowdown.begin(), source.slowdown.end());
        contact.chat = {static_cast<std::uint32_t>(source.concurrency), range_from(first, model.slowdowns)};
        model.counts_sides = true;
    }
    double share = 0.0;
    const std::size_t first = model.outcomes.size();
    for (const auto& [name, part] : source.outcomes) {
        share += part.value;
        model.outcomes.push_back(share);
        model.names.outcomes.push_back(name);
    }
    contact.outcomes = range_from(first, model.outcomes);
}

} // namespace switchroom
