#include "sim/scenario/parse_toml.h"

#include <toml++/toml.h>

#include <algorithm>

namespace switchroom {

namespace {

/// Starts of lines, to find a character by line and column (columns count characters, the text is UTF-8).
class Lines {
public:
    explicit Lines(std::string_view text) : text_(text)
    {
        starts_.push_back(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n')
                starts_.push_back(i + 1);
    }

    /// The library lets a value begin right behind its `=`; people look for its first character.
    SourceLocation first_character(const std::string& file, toml::source_position at) const
    {
        SourceLocation place{file, static_cast<int>(at.line), static_cast<int>(at.column)};
        if (at.line == 0 || at.line > starts_.size())
            return place;
        std::size_t i = starts_[at.line - 1];
        for (unsigned column = 1; column < at.column && i < text_.size(); ++column)
            i = next_character(i);
        for (; i < text_.size() && (text_[i] == ' ' || text_[i] == '\t' || text_[i] == '='); ++i)
            ++place.column;
        return place;
    }

private:
    std::size_t next_character(std::size_t i) const
    {
        do
            ++i;
        while (i < text_.size() && (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U);
        return i;
    }

    std::string_view text_;
    std::vector<std::size_t> starts_;
};

class Converter {
public:
    Converter(std::string_view text, const std::string& file) : lines_(text), file_(file) {}

    Node convert(const toml::node& from) const
    {
        Node node;
        node.where = lines_.first_character(file_, from.source().begin);
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
    void table(const toml::table& from, Node& node) const
    {
        node.kind = Node::Kind::table;
        for (const auto& [key, value] : from) {
            Node child = convert(value);
            child.key_where = lines_.first_character(file_, key.source().begin);
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

    Lines lines_;
    const std::string& file_;
};

} // namespace

Result<Node> parse_toml(std::string_view text, const std::string& file)
{
    try {
        const toml::table document = toml::parse(text, std::string_view(file));
        Node root = Converter(text, file).convert(document);
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
