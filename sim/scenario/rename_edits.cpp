#include "sim/scenario/edit_text.h"
#include "sim/scenario/include.h"
#include "sim/scenario/print_toml.h"
#include "sim/scenario/value_path.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom {

namespace {

using Kind = Node::Kind;

/// Which keys of a file speak of such a thing by its name.
struct Kin {
    std::string_view list;                ///< its own list
    std::string_view name_key;            ///< the key of its name there
    std::vector<std::string_view> texts;  ///< keys whose text is a name
    std::vector<std::string_view> lists;  ///< keys whose list holds names
    std::vector<std::string_view> tables; ///< keys whose table has names as keys
    bool has_key;                         ///< whether `key` keeps its random numbers
};

const std::vector<Kin>& all_kin()
{
    static const std::vector<Kin> kin{
        {"contacts",
         "name",
         {"contact", "otherwise", "repeat_as", "to", "becomes", "hand_off"},
         {"contacts", "skills"},
         {"weights"},
         true},
        {"groups", "name", {"group"}, {"groups", "offer", "of"}, {"keep_idle"}, true},
        {"contracts", "vendor", {"employer"}, {}, {}, false},
        {"profiles", "name", {"profile"}, {}, {}, false},
        {"segments", "name", {"segment"}, {}, {}, false},
    };
    return kin;
}

bool holds(const std::vector<std::string_view>& keys, std::string_view key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Collects the edits, those of references first: they do not move positions.
class Renaming {
public:
    Renaming(const Kin& kin, std::string old_name, std::string new_name)
        : kin_(kin), old_(std::move(old_name)), new_(std::move(new_name))
    {
    }

    void visit(const Node& node, const ValuePath& path)
    {
        for (const auto& [key, value] : node.entries) {
            ValuePath below = path;
            below.push_back({key, {}});
            if (value.is(Kind::text) && value.text == old_ && holds(kin_.texts, key))
                replace(below);
            if (value.is(Kind::table) && holds(kin_.tables, key) && value.find(old_)) {
                ValuePath entry = below;
                entry.push_back({old_, {}});
                edits.push_back(remove_edit(to_text(entry)));
                entry.back().key = new_;
                edits.push_back(set_edit(to_text(entry), toml_literal(*value.find(old_))));
            }
            for (std::size_t i = 0; i < value.items.size(); ++i) {
                ValuePath item = below;
                item.push_back({"", i});
                if (value.items[i].is(Kind::text) && value.items[i].text == old_ && holds(kin_.lists, key))
                    replace(item);
                visit(value.items[i], item);
            }
            visit(value, below);
        }
    }

    void replace(const ValuePath& path)
    {
        edits.push_back(set_edit(to_text(path), toml_literal(text_node(new_))));
    }

    std::vector<Edit> edits;

private:
    const Kin& kin_;
    std::string old_;
    std::string new_;
};

} // namespace

Result<std::vector<Edit>> rename_edits(const FileSystem& files, std::string_view text,
                                       const std::string& name, const std::string& path,
                                       const std::string& new_name)
{
    const auto merged = merge_includes(files, text, name, false);
    if (!merged)
        return merged.errors();
    const auto steps = parse_path(path);
    const auto kin = std::find_if(all_kin().begin(), all_kin().end(), [&](const Kin& one) {
        return steps && steps->size() == 2 && (*steps)[1].position && (*steps)[0].key == one.list;
    });
    const Node* element = steps ? find_node(merged->root, *steps) : nullptr;
    const Node* old_name = element && kin != all_kin().end() ? element->find(kin->name_key) : nullptr;
    if (!old_name || !old_name->is(Kind::text))
        return error_in(name, fmt::format("found \"{}\", expected something with a name", path));
    if (old_name->where.file != name)
        return error_in(name, fmt::format("\"{}\" is named in {}, which is included: rename it there",
                                          old_name->text, old_name->where.file));
    if (old_name->text == new_name)
        return std::vector<Edit>();
    for (const Node& other : find_node(merged->root, head(*steps, 1))->items)
        if (const Node* taken = other.find(kin->name_key); taken && taken->text == new_name)
            return error_in(name, fmt::format("found \"{}\" twice, expected a name of its own", new_name));
    Renaming renaming(*kin, old_name->text, new_name);
    renaming.visit(merged->root, {});
    ValuePath own = *steps;
    own.push_back({std::string(kin->name_key), {}});
    renaming.replace(own);
    if (own.back().key = "key"; kin->has_key && !element->find("key"))
        renaming.edits.push_back(set_edit(to_text(own), toml_literal(*old_name)));
    return std::move(renaming.edits);
}

} // namespace switchroom
