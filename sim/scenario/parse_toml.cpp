#include "sim/scenario/parse_toml.h"

#include <toml++/toml.h>

#include <algorithm>

namespace switchroom {

namespace {

class Converter {
public:
    explicit Converter(const std::string& file) : file_(file) {}

    Node convert(const toml::node& from) const
    {
        Node node;
        node.where = place(from.source());
        node.key_where = node.where;
        switch (from.type()) {
        case toml::node_type::table:
            table(*from.as_table(), node);
            break;
        case toml::node_type::array:
            array(*from.as_array(), node);
            break;
        default:
            scalar(from, node);
        }
        return node;
    }

private:
    SourceLocation place(const toml::source_region& region) const
    {
        return {file_, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
    }

    void table(const toml::table& from, Node& node) const
    {
        node.kind = Node::Kind::table;
        for (const auto& [key, value] : from) {
            Node child = convert(value);
            child.key_where = place(key.source());
            node.entries.emplace_back(std::string(key.str()), std::move(child));
        }
        // The library sorts by name; readers of messages and of written files expect the order of the file.
        std::stable_sort(node.entries.begin(), node.entries.end(), [](const auto& a, const auto& b) {
            const SourceLocation& x = a.second.key_where;
            const SourceLocation& y = b.second.key_where;
            return x.line != y.line ? x.line < y.line : x.column < y.column;
        });
    }

    void array(const toml::array& from, Node& node) const
    {
        node.kind = Node::Kind::array;
        for (const auto& item : from)
            node.items.push_back(convert(item));
        node.sections = !from.empty() && std::all_of(from.begin(), from.end(), [](const toml::node& item) {
            return item.is_table() && !item.as_table()->is_inline();
        });
    }

    static Date date(const toml::date& d)
    {
        return Date{std::chrono::year(d.year), std::chrono::month(d.month), std::chrono::day(d.day)};
    }

    static void scalar(const toml::node& from, Node& node)
    {
        if (const auto* text = from.as_string()) {
            node.kind = Node::Kind::text;
            node.text = text->get();
        } else if (const auto* integer = from.as_integer()) {
            node.kind = Node::Kind::integer;
            node.integer = integer->get();
        } else if (const auto* number = from.as_floating_point()) {
            node.kind = Node::Kind::number;
            node.number = number->get();
        } else if (const auto* flag = from.as_boolean()) {
            node.kind = Node::Kind::boolean;
            node.flag = flag->get();
        } else if (const auto* day = from.as_date()) {
            node.kind = Node::Kind::date;
            node.date = date(day->get());
        } else if (const auto* time = from.as_time()) {
            node.kind = Node::Kind::clock;
            node.clock = ClockTime{time->get().hour * 3600 + time->get().minute * 60 + time->get().second};
        } else {
            node.kind = Node::Kind::date_time;
        }
    }

    const std::string& file_;
};

} // namespace

Result<Node> parse_toml(std::string_view text, const std::string& file)
{
    try {
        const toml::table document = toml::parse(text, std::string_view(file));
        Node root = Converter(file).convert(document);
        root.where = root.key_where = SourceLocation{file, 0, 0};
        return root;
    } catch (const toml::parse_error& error) {
        const auto at = error.source().begin;
        return Diagnostic{Severity::error,
                          {file, static_cast<int>(at.line), static_cast<int>(at.column)},
                          "this is not valid TOML: " + std::string(error.description())};
    }
}

} // namespace switchroom
