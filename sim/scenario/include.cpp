#include "sim/scenario/include.h"

#include "sim/scenario/enum_names.h"
#include "sim/scenario/parse_toml.h"
#include "sim/scenario/paths.h"

#include <algorithm>
#include <set>

namespace switchroom {

namespace {

using Kind = Node::Kind;

/// The key by which the sections under this path are the same thing; empty where sections append.
std::string_view identity_key(std::string_view path)
{
    for (std::string_view by_name :
         {"contacts", "groups", "lines", "profiles", "segments", "hours.away", "contracts.sla"})
        if (path == by_name)
            return "name";
    return path == "contracts" ? "vendor" : std::string_view();
}

bool is_sections(const Node& node)
{
    return node.is(Kind::array) && !node.items.empty() &&
           std::all_of(node.items.begin(), node.items.end(),
                       [](const Node& item) { return item.is(Kind::table); });
}

std::string below(const std::string& path, std::string_view key)
{
    return path.empty() ? std::string(key) : path + "." + std::string(key);
}

void merge(Node& under, const Node& over, const std::string& path);

void merge_sections_by(std::string_view key, Node& under, const Node& over, const std::string& path)
{
    for (const Node& section : over.items) {
        const Node* name = section.find(key);
        const auto same = std::find_if(under.items.begin(), under.items.end(), [&](const Node& item) {
            const Node* other = item.find(key);
            return name && other && same_value(*name, *other);
        });
        if (same == under.items.end())
            under.items.push_back(section);
        else
            merge(*same, section, path);
    }
}

/// The contacts that a route is for, as sorted names.
std::set<std::string> contacts_of(const Node& route)
{
    std::set<std::string> names;
    if (const Node* one = route.find("contact"); one && one->is(Kind::text))
        names.insert(one->text);
    if (const Node* many = route.find("contacts"))
        for (const Node& item : many->items)
            names.insert(item.text);
    return names;
}

/// A route for the same contacts is merged; one for some of them takes these away from the route underneath.
void merge_routes(Node& under, const Node& over)
{
    for (const Node& route : over.items) {
        const auto names = contacts_of(route);
        const auto same = std::find_if(under.items.begin(), under.items.end(), [&](const Node& item) {
            return !names.empty() && contacts_of(item) == names;
        });
        if (same != under.items.end()) {
            merge(*same, route, "routes");
            continue;
        }
        for (Node& item : under.items)
            if (Node* many = item.find("contacts"))
                std::erase_if(many->items, [&](const Node& name) { return names.contains(name.text); });
        std::erase_if(under.items, [&](const Node& item) {
            const Node* one = item.find("contact");
            const Node* many = item.find("contacts");
            return (one && names.contains(one->text)) || (many && many->items.empty());
        });
        under.items.push_back(route);
    }
}

void erase_all(Node& table, std::initializer_list<std::string_view> keys)
{
    for (std::string_view key : keys)
        table.erase(key);
}

/// Steps by day and a file (or log) are two ways to say the same.
void drop_other_schedule(Node& under, const Node& over)
{
    const auto& days = EnumNames<DayKey>::names;
    if (over.find("file") || over.find("log"))
        for (std::string_view day : days)
            under.erase(day);
    if (std::any_of(days.begin(), days.end(), [&](std::string_view day) { return over.find(day); }))
        erase_all(under, {"file", "log"});
}

} // namespace

std::vector<std::string_view> identity_keys(std::string_view list)
{
    if (list == "routes")
        return {"contact", "contacts"};
    const std::string_view key = identity_key(list);
    return key.empty() ? std::vector<std::string_view>() : std::vector{key};
}

void drop_what_is_replaced(Node& under, const Node& over)
{
    constexpr std::string_view exclusive[][5] = {{"rate_per_hour", "profile", "share_of", "split_of", "log"},
                                                 {"agents", "shifts", "individuals"},
                                                 {"talk", "handle"}};
    for (const auto& keys : exclusive)
        for (std::string_view key : keys)
            if (!key.empty() && over.find(key))
                for (std::string_view other : keys)
                    if (other != key && !over.find(other))
                        under.erase(other);
    if (over.find("log") || over.find("split_of"))
        erase_all(under, {"shape", "counts", "day_factor", "month_factor", "busyness"});
    drop_other_schedule(under, over);
}

namespace {

void merge(Node& under, const Node& over, const std::string& path)
{
    if (under.is(Kind::table) && over.is(Kind::table) && !over.find("family")) {
        drop_what_is_replaced(under, over);
        for (const auto& [key, value] : over.entries)
            if (Node* existing = under.find(key)) {
                merge(*existing, value, below(path, key));
                existing->key_where = value.key_where;
            } else {
                under.entries.emplace_back(key, value);
            }
        under.where = over.where;
    } else if (path == "routes" && is_sections(under) && is_sections(over)) {
        merge_routes(under, over);
    } else if (const auto key = identity_key(path); !key.empty() && is_sections(under) && is_sections(over)) {
        merge_sections_by(key, under, over, path);
    } else if ((under.sections && over.sections) || (path == "hours.closures" && under.is(over.kind))) {
        under.items.insert(under.items.end(), over.items.begin(), over.items.end());
    } else {
        under = over;
    }
}

class Includer {
public:
    Includer(const FileSystem& files, std::string top, bool allow_outside)
        : files_(files), top_(std::move(top)), allow_outside_(allow_outside)
    {
    }

    /// The tree of this file on top of everything it includes.
    Node load(std::string_view text, const std::string& name)
    {
        order_.push_back(name);
        auto parsed = parse_toml(text, name);
        if (!parsed) {
            errors_.insert(errors_.end(), parsed.errors().begin(), parsed.errors().end());
            return {};
        }
        Node top = std::move(*parsed);
        Node under;
        open_.push_back(normal_path(name));
        if (const Node* include = top.find("include")) {
            const Node list = *include;
            top.erase("include");
            load_all(list, name, under);
        }
        open_.pop_back();
        merge(under, top, "");
        return under;
    }

    Diagnostics errors_;
    std::vector<std::string> order_;

private:
    void load_all(const Node& list, const std::string& named_in, Node& under)
    {
        if (list.is(Kind::text))
            return load_one(list, named_in, under);
        if (!list.is(Kind::array))
            return fail(list,
                        "found " + describe(list) + ", expected a list of files such as [\"common.toml\"]");
        for (const Node& item : list.items)
            load_one(item, named_in, under);
    }

    void load_one(const Node& item, const std::string& named_in, Node& under)
    {
        if (!item.is(Kind::text) || item.text.empty())
            return fail(item, "found " + describe(item) + ", expected the name of a file in quotes");
        const std::string path =
            item.text.starts_with('/') ? item.text : normal_path(folder_of(named_in) + item.text);
        if (!allow_outside_ && !is_inside_folder_of(path, top_))
            return fail(item, "found \"" + item.text + "\", expected a file in the folder of " + top_ +
                                  ", or --allow-outside");
        if (std::find(open_.begin(), open_.end(), normal_path(path)) != open_.end())
            return fail(item, "\"" + item.text +
                                  "\" includes itself, expected files that do not go round in circles");
        if (!merged_.insert(normal_path(path)).second)
            return;
        const auto text = files_.read(path);
        if (!text)
            return fail(item, "cannot include \"" + item.text + "\": " + text.errors().front().message);
        merge(under, load(*text, path), "");
    }

    void fail(const Node& at, std::string message)
    {
        errors_.push_back({Severity::error, at.where, std::move(message)});
    }

    const FileSystem& files_;
    std::string top_;
    bool allow_outside_;
    std::vector<std::string> open_;
    std::set<std::string> merged_;
};

} // namespace

Result<MergedFiles> merge_includes(const FileSystem& files, std::string_view text, const std::string& name,
                                   bool allow_outside)
{
    Includer includer(files, name, allow_outside);
    MergedFiles merged;
    merged.root = includer.load(text, name);
    merged.files = std::move(includer.order_);
    if (!includer.errors_.empty())
        return std::move(includer.errors_);
    return merged;
}

} // namespace switchroom
