#include "gui/view_models/scenario_form.h"

#include "gui/view_models/choice_words.h"
#include "gui/view_models/node_path.h"
#include "sim/scenario/reporter.h"

#include <algorithm>

namespace switchroom::gui {

namespace {

using Kind = Node::Kind;

/// Where the value of a field stands: at its own path, or at its parent's where that is written in short
/// (`talk = "3min"`, `shrinkage = 0.1`, `skills = ["urgent"]`).
struct Place {
    std::string path;
    const Node* node = nullptr;
    bool varies = false; ///< the parent is a list of steps over the day
};

bool is_short_for(const Node& parent, std::string_view key)
{
    if (key == "mean" || key == "contact")
        return parent.is(Kind::text);
    if (key == "absence_day")
        return !parent.is(Kind::table) && !parent.is(Kind::array);
    return false;
}

bool is_law_key(std::string_view key)
{
    return key == "family" || key == "mean" || key == "cv";
}

Place place_of(const Node& root, const std::string& path)
{
    if (const Node* node = find_node(root, path))
        return {path, node, false};
    const std::string parent = parent_path(path);
    const std::string key = last_key(path);
    const Node* above = find_node(root, parent);
    if (!above)
        return {path, nullptr, false};
    if (is_short_for(*above, key))
        return {parent, above, false};
    return {path, nullptr, above->is(Kind::array) && is_law_key(key)};
}

/// Lists of names from which a field chooses, by its key.
std::vector<std::string> choices_for(const Node& root, std::string_view key, FieldKind kind)
{
    if (kind == FieldKind::flag)
        return {"true", "false"};
    for (const std::string_view contact :
         {"becomes", "contact", "contacts", "to", "repeat_as", "hand_off", "otherwise"})
        if (key == contact)
            return names_in(root, "contacts");
    for (const std::string_view group : {"offer", "groups", "of"})
        if (key == group)
            return names_in(root, "groups");
    if (key == "profile")
        return names_in(root, "profiles");
    if (key == "employer") {
        std::vector<std::string> vendors = names_in(root, "contracts", "vendor");
        vendors.insert(vendors.begin(), "practice");
        for (const Node* groups = root.find("groups"); const Node& group : groups->items)
            if (const Node* employer = group.find("employer"); employer && employer->is(Kind::text))
                if (std::find(vendors.begin(), vendors.end(), employer->text) == vendors.end())
                    vendors.push_back(employer->text);
        return vendors;
    }
    return {};
}

/// Fixed words are read in the language; names of contacts and groups are what they are.
void name_choices(Field& field, Language language)
{
    if (field.kind == FieldKind::choice || field.kind == FieldKind::flag) {
        for (const std::string& word : field.choices)
            field.titles.push_back(choice_title(word, language));
        field.standard = title_of_choice(field, field.standard);
    } else if (last_key(field.path) == "employer") {
        field.titles = field.choices;
        if (!field.titles.empty())
            field.titles[0] = text_of(Text::sc_word_practice, language);
        field.standard = title_of_choice(field, field.standard);
    }
}

} // namespace

std::vector<std::string> names_in(const Node& root, std::string_view list, std::string_view key)
{
    std::vector<std::string> names;
    const Node* tables = root.find(list);
    if (!tables || !tables->is(Kind::array))
        return names;
    for (const Node& table : tables->items)
        if (const Node* name = table.is(Kind::table) ? table.find(key) : nullptr;
            name && name->is(Kind::text))
            names.push_back(name->text);
    return names;
}

Field make_field(const FormSource& source, const std::string& path, std::string label)
{
    Field field;
    const Place place = place_of(source.root, path);
    field.path = place.varies ? parent_path(path) : place.path;
    field.label = std::move(label);
    const SchemaKey* key = schema_key(kind_of_path(path));
    if (key) {
        field.kind = key->kind;
        field.help = key->help;
        field.limits = key->limits;
        field.choices = key->choices;
        field.required = key->required;
        const bool nothing =
            !key->standard || (key->standard->items.empty() && key->standard->entries.empty() &&
                               (key->standard->is(Kind::array) || key->standard->is(Kind::table)));
        if (!nothing)
            field.standard = show_node(field.kind, *key->standard, source.locale);
    }
    if (field.kind == FieldKind::money)
        field.label += " (" + currency_sign(source.locale.currency) + ")";
    if (place.varies || (place.node && place.node->is(Kind::array) && !is_wide(field.kind)))
        field.kind = FieldKind::raw;
    if (field.choices.empty())
        field.choices = choices_for(source.root, last_key(path), field.kind);
    name_choices(field, source.locale.language);
    if (field.kind == FieldKind::text && !field.choices.empty())
        field.kind = FieldKind::name;
    const Node* node = place.varies ? find_node(source.root, field.path) : place.node;
    if (node) {
        field.value = show_node(field.kind, *node, source.locale);
        if (node->where.file != source.file)
            field.origin = node->where.file;
    }
    return field;
}

FormBlock fields_block(const FormSource& source, const std::string& path, Text title,
                       const std::vector<LabelledKey>& keys)
{
    FormBlock block;
    block.title = text_of(title, source.locale.language);
    for (const LabelledKey& key : keys) {
        const std::string at = path.empty() ? key.key : path + "." + key.key;
        Field field = make_field(source, at, text_of(key.label, source.locale.language));
        // A law that varies over the day is one raw field, not one for each of its keys.
        const bool again = std::any_of(block.fields.begin(), block.fields.end(),
                                       [&](const Field& other) { return other.path == field.path; });
        if (!again)
            block.fields.push_back(std::move(field));
    }
    return block;
}

Form make_form(const FormSource& source, PartKind kind, const std::string& path)
{
    Form form;
    switch (kind) {
    case PartKind::practice:
        form.blocks = practice_blocks(source);
        break;
    case PartKind::contact:
        form.blocks = contact_blocks(source, path);
        break;
    case PartKind::group:
        form.blocks = group_blocks(source, path);
        break;
    case PartKind::route:
        form.blocks = route_blocks(source, path);
        break;
    case PartKind::contract:
        form.blocks = contract_blocks(source, path);
        break;
    case PartKind::run:
        form.blocks = run_blocks(source);
        break;
    case PartKind::text:
        break;
    }
    return form;
}

} // namespace switchroom::gui
