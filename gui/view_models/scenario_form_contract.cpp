#include "gui/view_models/node_path.h"
#include "gui/view_models/record_table.h"
#include "gui/view_models/scenario_form.h"
#include "sim/scenario/reporter.h"

#include <algorithm>

namespace switchroom::gui {

namespace {

/// Prices that most contracts have, and any other that this one names.
FormBlock price_block(const FormSource& source, const std::string& path)
{
    const std::vector<LabelledKey> usual{{"set_up", Text::sc_set_up},
                                         {"monthly", Text::sc_monthly},
                                         {"per_call", Text::sc_per_call},
                                         {"included_calls", Text::sc_included_calls},
                                         {"per_minute", Text::sc_per_minute},
                                         {"included_minutes", Text::sc_included_minutes},
                                         {"billing_step", Text::sc_billing_step},
                                         {"minimum", Text::sc_minimum}};
    FormBlock block = fields_block(source, path + ".price", Text::sc_price, usual);
    const Node* price = find_node(source.root, path + ".price");
    if (!price || !price->is(Node::Kind::table))
        return block;
    for (const auto& [key, value] : price->entries) {
        const bool shown = std::any_of(usual.begin(), usual.end(),
                                       [&key = key](const LabelledKey& other) { return key == other.key; });
        if (shown || key == "tiers" || value.is(Node::Kind::table))
            continue;
        std::string label = key;
        std::replace(label.begin(), label.end(), '_', ' ');
        block.fields.push_back(make_field(source, join_path(path + ".price", key), label));
    }
    return block;
}

FormBlock tiers_block(const FormSource& source, const std::string& path)
{
    FormBlock block;
    const Language language = source.locale.language;
    block.title = text_of(Text::sc_tiers, language);
    block.records = record_table(source, path + ".price.tiers",
                                 {{"above", Text::sc_tier_above}, {"per_call", Text::sc_per_call}});
    block.records->add_label = text_of(Text::sc_add_tier, language);
    block.records->fresh = "{ above = 1000, per_call = 1.0 }";
    return block;
}

FormBlock clause_block(const FormSource& source, const std::string& path)
{
    FormBlock block = fields_block(source, path, Text::sc_clause,
                                   {{"name", Text::sc_name},
                                    {"metric", Text::sc_metric},
                                    {"at_least", Text::sc_at_least},
                                    {"at_most", Text::sc_at_most},
                                    {"within", Text::sc_within_wait},
                                    {"window", Text::sc_window},
                                    {"formula", Text::sc_formula},
                                    {"short_abandon", Text::sc_short_abandon},
                                    {"aggregate", Text::sc_aggregate},
                                    {"term", Text::sc_term},
                                    {"credit.per_point", Text::sc_credit_point},
                                    {"credit.flat", Text::sc_credit_flat},
                                    {"credit.cap", Text::sc_credit_cap},
                                    {"credit.of", Text::sc_credit_of},
                                    {"only_if_volume_within", Text::sc_volume_within},
                                    {"contacts", Text::sc_contacts}});
    if (const Node* name = find_node(source.root, path + ".name"); name && name->is(Node::Kind::text))
        block.title = filled(Text::sc_clause_name, source.locale.language, name->text);
    block.removable = path;
    block.remove_label = text_of(Text::sc_remove_clause, source.locale.language);
    return block;
}

} // namespace

std::vector<FormBlock> contract_blocks(const FormSource& source, const std::string& path)
{
    std::vector<FormBlock> blocks;
    blocks.push_back(fields_block(source, path, Text::sc_contract, {{"vendor", Text::sc_vendor}}));
    blocks.back().removable = path;
    blocks.back().remove_label = text_of(Text::sc_remove_contract, source.locale.language);
    blocks.push_back(price_block(source, path));
    blocks.push_back(tiers_block(source, path));
    const Node* clauses = find_node(source.root, path + ".sla");
    const std::size_t count = clauses && clauses->is(Node::Kind::array) ? clauses->items.size() : 0;
    for (std::size_t i = 0; i < count; ++i)
        blocks.push_back(clause_block(source, join_path(path + ".sla", i)));
    FormBlock more;
    more.title = text_of(Text::sc_clauses, source.locale.language);
    more.records =
        RecordTable{path + ".sla",
                    text_of(Text::sc_add_clause, source.locale.language),
                    "{ name = \"pick-up\", metric = \"service_level\", at_least = 0.8, within = \"30s\" }",
                    {},
                    {}};
    blocks.push_back(std::move(more));
    return blocks;
}

} // namespace switchroom::gui
