#include "gui/view_models/node_path.h"
#include "gui/view_models/record_table.h"
#include "gui/view_models/scenario_form.h"
#include "sim/scenario/reporter.h"

namespace switchroom::gui {

namespace {

/// Opening hours: the usual keys of days always, others where the file speaks of them.
FormBlock hours_block(const FormSource& source)
{
    FormBlock block;
    const Language language = source.locale.language;
    block.title = text_of(Text::sc_hours, language);
    block.note = text_of(Text::sc_hours_note, language);
    const Node* hours = source.root.find("hours");
    for (const std::string_view key :
         {"every_day", "weekdays", "mon", "tue", "wed", "thu", "fri", "weekend", "sat", "sun"}) {
        const bool usual = key == "weekdays" || key == "sat" || key == "sun";
        if (usual || (hours && hours->find(key)))
            block.fields.push_back(make_field(source, "hours." + std::string(key), day_title(key, language)));
    }
    block.fields.push_back(make_field(source, "hours.closures", text_of(Text::sc_closures, language)));
    return block;
}

FormBlock away_block(const FormSource& source)
{
    FormBlock block;
    const Language language = source.locale.language;
    block.title = text_of(Text::sc_away, language);
    block.note = text_of(Text::sc_away_note, language);
    block.records = record_table(source, "hours.away", {{"name", Text::sc_name}, {"groups", Text::sc_groups}},
                                 windows_columns(source.root, "hours.away"));
    const std::vector<std::string> groups = names_in(source.root, "groups");
    block.records->add_label = text_of(Text::sc_add_meeting, language);
    block.records->fresh = "{ name = \"meeting\", groups = [" +
                           (groups.empty() ? std::string() : quoted_literal(groups[0])) +
                           "], weekdays = \"12:00-12:30\" }";
    return block;
}

} // namespace

std::vector<FormBlock> practice_blocks(const FormSource& source)
{
    std::vector<FormBlock> blocks;
    blocks.push_back(fields_block(
        source, "", Text::sc_practice,
        {{"name", Text::sc_name}, {"currency", Text::sc_currency}, {"timezone", Text::sc_timezone}}));
    blocks.push_back(fields_block(source, "", Text::sc_time,
                                  {{"time.start", Text::sc_start},
                                   {"time.days", Text::sc_days},
                                   {"time.interval", Text::sc_interval},
                                   {"ring", Text::sc_ring}}));
    blocks.push_back(hours_block(source));
    blocks.push_back(away_block(source));
    blocks.push_back(fields_block(source, "uncertainty", Text::sc_uncertainty,
                                  {{"volume.cv", Text::sc_volume_cv},
                                   {"volume.per", Text::sc_per},
                                   {"forecast_error.cv", Text::sc_forecast_cv},
                                   {"forecast_error.per", Text::sc_per},
                                   {"handle.cv", Text::sc_handle_cv},
                                   {"handle.per", Text::sc_per}}));
    return blocks;
}

std::vector<FormBlock> run_blocks(const FormSource& source)
{
    std::vector<FormBlock> blocks;
    blocks.push_back(fields_block(source, "run", Text::sc_run,
                                  {{"replications", Text::sc_replications},
                                   {"seed", Text::sc_seed},
                                   {"precision", Text::sc_precision}}));
    blocks.push_back(fields_block(source, "time", Text::sc_run_time,
                                  {{"warm_up", Text::sc_warm_up}, {"end", Text::sc_end}}));
    return blocks;
}

} // namespace switchroom::gui
