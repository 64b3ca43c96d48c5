#include "gui/view_models/node_path.h"
#include "gui/view_models/scenario_form.h"
#include "sim/scenario/reporter.h"

namespace switchroom::gui {

namespace {

using Kind = Node::Kind;

/// Where the calls come from, in the way that this contact says it.
FormBlock arrivals_block(const FormSource& source, const std::string& path)
{
    const std::string arrivals = path + ".arrivals";
    const Language language = source.locale.language;
    const auto says = [&](const char* key) {
        return find_node(source.root, arrivals + "." + key) != nullptr;
    };
    FormBlock block;
    if (says("share_of"))
        block = fields_block(source, arrivals, Text::sc_arrivals,
                             {{"share_of.profile", Text::sc_of_profile},
                              {"share_of.share", Text::sc_share},
                              {"busyness.cv", Text::sc_busyness}});
    else if (says("split_of"))
        block = fields_block(source, arrivals, Text::sc_arrivals,
                             {{"split_of.contact", Text::sc_of_contact},
                              {"split_of.share", Text::sc_share},
                              {"split_of.recognised", Text::sc_recognised},
                              {"split_of.otherwise", Text::sc_otherwise}});
    else if (says("log"))
        block = fields_block(source, arrivals, Text::sc_arrivals,
                             {{"log.file", Text::sc_log_file},
                              {"log.where", Text::sc_log_where},
                              {"log.scale", Text::sc_log_scale}});
    else if (says("rate_per_hour"))
        block = fields_block(source, arrivals, Text::sc_arrivals,
                             {{"rate_per_hour", Text::sc_rate}, {"busyness.cv", Text::sc_busyness}});
    else if (says("profile.file"))
        block = fields_block(source, arrivals, Text::sc_arrivals, {{"profile.file", Text::sc_profile_file}});
    else if (says("profile")) {
        block = fields_block(source, arrivals, Text::sc_calls_per_hour,
                             {{"busyness.cv", Text::sc_busyness}, {"counts", Text::sc_counts}});
        block.steps = step_table(source.root, arrivals + ".profile", FieldKind::number, source.locale);
    } else {
        block.title = text_of(Text::sc_arrivals, language);
        block.note = text_of(Text::sc_no_arrivals, language);
    }
    return block;
}

/// Talk and wrap-up, or handle where only the total is known.
FormBlock handling_block(const FormSource& source, const std::string& path)
{
    if (find_node(source.root, path + ".handle"))
        return fields_block(source, path, Text::sc_handling,
                            {{"handle.mean", Text::sc_handle_mean},
                             {"handle.cv", Text::sc_handle_spread},
                             {"handle.family", Text::sc_law}});
    return fields_block(source, path, Text::sc_handling,
                        {{"talk.mean", Text::sc_talk_mean},
                         {"talk.cv", Text::sc_talk_cv},
                         {"talk.family", Text::sc_talk_law},
                         {"wrap_up.mean", Text::sc_wrap_mean},
                         {"wrap_up.cv", Text::sc_wrap_cv},
                         {"wrap_up.family", Text::sc_wrap_law}});
}

bool is_written(const FormSource& source, const std::string& path)
{
    const Node* channel = find_node(source.root, path + ".channel");
    return channel && channel->is(Kind::text) && (channel->text == "message" || channel->text == "callback");
}

FormBlock promise_block(const FormSource& source, const std::string& path)
{
    return fields_block(source, path, Text::sc_promised,
                        {{"within", Text::sc_within},
                         {"clock", Text::sc_clock},
                         {"urgent.share", Text::sc_urgent_share},
                         {"urgent.within", Text::sc_urgent_within},
                         {"reach.probability", Text::sc_reached},
                         {"reach.attempts", Text::sc_attempts}});
}

} // namespace

std::vector<FormBlock> contact_blocks(const FormSource& source, const std::string& path)
{
    std::vector<FormBlock> blocks;
    blocks.push_back(fields_block(
        source, path, Text::sc_contact,
        {{"name", Text::sc_name}, {"channel", Text::sc_channel}, {"priority", Text::sc_priority}}));
    blocks.back().removable = path;
    blocks.back().remove_label = text_of(Text::sc_remove_contact, source.locale.language);
    blocks.push_back(arrivals_block(source, path));
    blocks.push_back(handling_block(source, path));
    if (is_written(source, path)) {
        blocks.push_back(promise_block(source, path));
        return blocks;
    }
    blocks.push_back(fields_block(source, path, Text::sc_patience,
                                  {{"patience.mean", Text::sc_patience_mean},
                                   {"patience.cv", Text::sc_patience_cv},
                                   {"patience.family", Text::sc_law},
                                   {"balk", Text::sc_balk}}));
    blocks.push_back(fields_block(source, path, Text::sc_target,
                                  {{"target.service_level.share", Text::sc_target_share},
                                   {"target.service_level.within", Text::sc_target_within},
                                   {"target.service_level.formula", Text::sc_formula},
                                   {"target.abandonment", Text::sc_target_abandonment},
                                   {"target.asa", Text::sc_target_asa}}));
    blocks.push_back(fields_block(source, path, Text::sc_redial,
                                  {{"redial.probability", Text::sc_redial_share},
                                   {"redial.delay.mean", Text::sc_redial_delay},
                                   {"redial.at_most", Text::sc_redial_most},
                                   {"resolution.first_call", Text::sc_first_call},
                                   {"resolution.repeat_delay.mean", Text::sc_repeat_delay}}));
    blocks.push_back(fields_block(
        source, path, Text::sc_value,
        {{"value.lost_caller", Text::sc_lost_caller}, {"value.of_lost_callers", Text::sc_of_lost}}));
    return blocks;
}

} // namespace switchroom::gui
