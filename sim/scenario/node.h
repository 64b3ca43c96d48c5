#pragma once
/// A TOML value with its place: what the parser hands to the reader, what includes are merged on, and what
/// the writer prints.

#include "sim/base/result.h"
#include "sim/base/units.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace switchroom {

struct Node {
    enum class Kind { boolean, integer, number, text, date, clock, date_time, array, table };

    Kind kind = Kind::table;
    bool flag = false;                                 ///< boolean
    std::int64_t integer = 0;                          ///< integer
    double number = 0.0;                               ///< number
    std::string text;                                  ///< text
    Date date{};                                       ///< date
    ClockTime clock;                                   ///< clock (TOML's unquoted local time)
    std::vector<Node> items;                           ///< array
    std::vector<std::pair<std::string, Node>> entries; ///< table, in the order of the file
    bool sections = false;                             ///< array that is written as [[sections]]
    SourceLocation where;     ///< first character of the value (of the header, for [sections])
    SourceLocation key_where; ///< first character of the key; `where` for items of arrays

    const Node* find(std::string_view key) const;
    Node* find(std::string_view key);
    /// Replaces the entry or appends it.
    void set(std::string_view key, Node value);
    void erase(std::string_view key);
    bool is(Kind wanted) const { return kind == wanted; }
};

Node text_node(std::string text);
Node number_node(double number);
Node integer_node(std::int64_t integer);
Node boolean_node(bool flag);
Node date_node(Date date);
Node array_node(std::vector<Node> items = {});

/// What stands there, for messages: `"abc"`, `3.5`, `a list`, `a table`, `the date 2026-03-02`.
std::string describe(const Node& node);

/// Equal in value; places do not count. `3` and `3.0` are different.
bool same_value(const Node& a, const Node& b);

} // namespace switchroom
