#include "gui/view_models/node_path.h"
#include "gui/view_models/scenario_form.h"
#include "sim/scenario/reporter.h"

namespace switchroom::gui {

std::vector<FormBlock> route_blocks(const FormSource& source, const std::string& path)
{
    std::vector<FormBlock> blocks;
    const Language language = source.locale.language;
    for (const bool open : {true, false}) {
        FormBlock block;
        const std::string list = path + (open ? ".open" : ".closed");
        block.title = text_of(open ? Text::sc_route_open : Text::sc_route_closed, language);
        block.flow = route_flow(find_node(source.root, list), list, open, language);
        blocks.push_back(std::move(block));
    }
    const bool one = find_node(source.root, path + ".contact") != nullptr;
    blocks.push_back(one ? fields_block(source, path, Text::sc_route, {{"contact", Text::sc_contact}})
                         : fields_block(source, path, Text::sc_route, {{"contacts", Text::sc_contacts}}));
    blocks.back().removable = path;
    blocks.back().remove_label = text_of(Text::sc_remove_route, language);
    return blocks;
}

namespace {

/// The keys of the step, then the conditions that any step may have.
FormBlock step_block(const FormSource& source, const std::string& path, Text title,
                     std::vector<LabelledKey> keys)
{
    keys.push_back({"when.queue_at_least", Text::sc_when_queue});
    keys.push_back({"when.share", Text::sc_when_share});
    keys.push_back({"when.during", Text::sc_when_during});
    return fields_block(source, path, title, keys);
}

} // namespace

FormBlock route_step_block(const FormSource& source, const std::string& path)
{
    const auto says = [&](const char* key) { return find_node(source.root, path + "." + key) != nullptr; };
    if (says("voicemail"))
        return step_block(source, path, Text::sc_flow_voicemail,
                          {{"voicemail.hang_up", Text::sc_hang_up}, {"voicemail.becomes", Text::sc_becomes}});
    if (says("callback"))
        return step_block(source, path, Text::sc_flow_callback,
                          {{"callback.accepted", Text::sc_accepted},
                           {"callback.becomes", Text::sc_becomes},
                           {"callback.within", Text::sc_within},
                           {"callback.windows", Text::sc_callback_windows},
                           {"callback.attempts", Text::sc_attempts},
                           {"callback.reached", Text::sc_reached}});
    if (says("bot"))
        return step_block(source, path, Text::sc_flow_bot,
                          {{"bot.contained", Text::sc_contained},
                           {"bot.talk.mean", Text::sc_talk_mean},
                           {"bot.hand_off", Text::sc_hand_off},
                           {"bot.context_saves", Text::sc_context_saves}});
    return step_block(source, path, Text::sc_flow_offer,
                      {{"offer", Text::sc_groups}, {"for", Text::sc_for}, {"choose", Text::sc_choose}});
}

} // namespace switchroom::gui
