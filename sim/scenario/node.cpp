#include "sim/scenario/node.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom {

const Node* Node::find(std::string_view key) const
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.first == key; });
    return found == entries.end() ? nullptr : &found->second;
}

Node* Node::find(std::string_view key)
{
    return const_cast<Node*>(std::as_const(*this).find(key));
}

void Node::set(std::string_view key, Node value)
{
    if (Node* existing = find(key))
        *existing = std::move(value);
    else
        entries.emplace_back(key, std::move(value));
}

void Node::erase(std::string_view key)
{
    std::erase_if(entries, [&](const auto& entry) { return entry.first == key; });
}

Node text_node(std::string text)
{
    Node node;
    node.kind = Node::Kind::text;
    node.text = std::move(text);
    return node;
}

Node number_node(double number)
{
    Node node;
    node.kind = Node::Kind::number;
    node.number = number;
    return node;
}

Node integer_node(std::int64_t integer)
{
    Node node;
    node.kind = Node::Kind::integer;
    node.integer = integer;
    return node;
}

Node boolean_node(bool flag)
{
    Node node;
    node.kind = Node::Kind::boolean;
    node.flag = flag;
    return node;
}

Node date_node(Date date)
{
    Node node;
    node.kind = Node::Kind::date;
    node.date = date;
    return node;
}

Node array_node(std::vector<Node> items)
{
    Node node;
    node.kind = Node::Kind::array;
    node.items = std::move(items);
    return node;
}

std::string describe(const Node& node)
{
    switch (node.kind) {
    case Node::Kind::boolean:
        return node.flag ? "true" : "false";
    case Node::Kind::integer:
        return fmt::format("{}", node.integer);
    case Node::Kind::number:
        return fmt::format("{}", node.number);
    case Node::Kind::text:
        return fmt::format("\"{}\"", node.text);
    case Node::Kind::date:
        return "the date " + to_text(node.date);
    case Node::Kind::clock:
        return "the time " + to_text(node.clock);
    case Node::Kind::date_time:
        return "a date with a time";
    case Node::Kind::array:
        return node.items.empty() ? "an empty list" : "a list";
    case Node::Kind::table:
        return "a table";
    }
    return "a value";
}

bool same_value(const Node& a, const Node& b)
{
    return a.kind == b.kind && a.flag == b.flag && a.integer == b.integer && a.number == b.number &&
           a.text == b.text && a.date == b.date && a.clock == b.clock &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_value) &&
           std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                      [](const auto& x, const auto& y) {
                          return x.first == y.first && same_value(x.second, y.second);
                      });
}

} // namespace switchroom
