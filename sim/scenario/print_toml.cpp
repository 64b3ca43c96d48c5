#include "sim/scenario/print_toml.h"

#include "sim/scenario/reporter.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom {

namespace {

using Kind = Node::Kind;
constexpr std::size_t line_width = 110;

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (byte < 0x20 || byte == 0x7F)
            out += fmt::format("\\u{:04X}", byte);
        else
            out += c;
    }
    return out + '"';
}

bool is_sections(const Node& node)
{
    return node.sections && !node.items.empty();
}

class Printer {
public:
    void section(const Node& table, const std::string& path)
    {
        for (const auto& [key, value] : table.entries)
            if (!is_below(value, path))
                entry(key, value);
        for (const auto& [key, value] : table.entries) {
            if (!is_below(value, path))
                continue;
            const std::string name = path.empty() ? toml_key(key) : path + "." + toml_key(key);
            if (is_sections(value)) {
                for (const Node& item : value.items) {
                    text += "\n[[" + name + "]]\n";
                    section(item, name);
                }
            } else {
                text += "\n[" + name + "]\n";
                section(value, name);
            }
        }
    }

    std::string text;

private:
    /// Whether it stands under a header of its own: sections anywhere, tables only at the top.
    static bool is_below(const Node& value, const std::string& path)
    {
        return is_sections(value) || (path.empty() && value.is(Kind::table));
    }

    void entry(const std::string& key, const Node& value) { dotted(toml_key(key), value); }

    void dotted(const std::string& name, const Node& value)
    {
        const std::string line = name + " = " + toml_literal(value);
        const bool is_short = line.size() <= line_width;
        if (!is_short && value.is(Kind::table)) {
            for (const auto& [key, child] : value.entries)
                dotted(name + "." + toml_key(key), child);
        } else if (!is_short && value.is(Kind::array)) {
            text += name + " = [\n";
            for (const Node& item : value.items)
                text += "  " + toml_literal(item) + ",\n";
            text += "]\n";
        } else {
            text += line + "\n";
        }
    }
};

} // namespace

std::string toml_key(std::string_view key)
{
    const std::string path = join_path("", key);
    return path.starts_with('"') ? quoted(std::string(key)) : path;
}

std::string toml_literal(const Node& node)
{
    std::string out;
    switch (node.kind) {
    case Kind::boolean:
        return node.flag ? "true" : "false";
    case Kind::integer:
        return fmt::format("{}", node.integer);
    case Kind::number:
        return fmt::format("{}", node.number);
    case Kind::text:
        return quoted(node.text);
    case Kind::date:
        return to_text(node.date);
    case Kind::clock:
        return "\"" + to_text(node.clock) + "\"";
    case Kind::date_time:
        break;
    case Kind::array:
        for (const Node& item : node.items)
            out += (out.empty() ? "" : ", ") + toml_literal(item);
        return "[" + out + "]";
    case Kind::table:
        for (const auto& [key, value] : node.entries)
            out += (out.empty() ? " " : ", ") + toml_key(key) + " = " + toml_literal(value);
        return out.empty() ? "{}" : "{" + out + " }";
    }
    SWITCHROOM_CHECK(false, "scenarios hold no dates with times");
}

std::string print_section(const std::string& name, const Node& table)
{
    Printer printer;
    printer.text = "[[" + name + "]]\n";
    printer.section(table, name);
    return printer.text;
}

std::string print_toml(const Node& root)
{
    Printer printer;
    printer.section(root, "");
    return printer.text;
}

} // namespace switchroom
