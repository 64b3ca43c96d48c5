#pragma once
/// Value → Node, for every type that a scenario holds: the mirror of read_values.h. Entries that equal the
/// default are left out.

#include "sim/scenario/enum_names.h"
#include "sim/scenario/keys.h"
#include "sim/scenario/literals.h"
#include "sim/scenario/node.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace switchroom {

// Leaves and values with a shape of their own: to_node.cpp.
Node to_node(bool value);
Node to_node(int value);
Node to_node(std::uint64_t value);
Node to_node(double value);
Node to_node(const std::string& value);
Node to_node(Duration value);
Node to_node(ClockTime value);
Node to_node(ClockWindow value);
Node to_node(Date value);
Node to_node(Money value);
Node to_node(Probability value);
Node to_node(const Promise& value);
Node to_node(const Limit& value);
Node to_node(const Term& value);
Node to_node(const CreditTier& value);
Node to_node(const DateSpan& value);
Node to_node(const HazardPiece& value);
Node to_node(const MonthFactors& value);
Node to_node(const Staffing& value);
Node to_node(const RouteStep& value);

template <NamedEnum E>
Node to_node(E value)
{
    return text_node(std::string(to_name(value)));
}

template <class T>
Node to_node(const std::vector<T>& values);
template <class T>
Node to_node(const std::map<std::string, T>& values);
template <class T>
Node to_node(const Step<T>& step);
template <class T>
Node to_node(const ByDay<T>& days);
template <class T>
Node to_node(const TimeVarying<T>& value);

/// The visitor of keys.h that fills a table.
class TableWriter {
public:
    Node table;
    std::vector<std::string_view> required_keys;

    template <class T>
    void key(std::string_view name, T& value, std::string_view, const Limits& = {})
    {
        table.set(name, to_node(value));
    }
    template <class T>
    void key(std::string_view name, std::optional<T>& value, std::string_view, const Limits& = {})
    {
        if (value)
            table.set(name, to_node(*value));
    }
    template <class T>
    void required(std::string_view name, T& value, std::string_view help, const Limits& = {})
    {
        required_keys.push_back(name);
        key(name, value, help);
    }
    template <class T>
    void days(ByDay<T>& value, std::string_view help, const Limits& = {})
    {
        for (std::size_t day = 0; day < day_key_count; ++day)
            key(EnumNames<DayKey>::names[day], value.entries[day], help);
    }
    template <class T>
    void inside(T& part)
    {
        keys(*this, part);
    }
    void one_or_many(std::string_view one, std::string_view many, std::vector<std::string>& value,
                     std::string_view help)
    {
        required_keys.push_back(value.size() == 1 ? one : many);
        if (value.size() == 1)
            key(one, value[0], help);
        else
            key(many, value, help);
    }
};

template <class T>
concept WritesKeys = requires(TableWriter& writer, T& value)
{
    keys(writer, value);
};

/// While one of these lives, this thread's to_node leaves no default out.
class KeepDefaults {
public:
    KeepDefaults();
    ~KeepDefaults();
    KeepDefaults(const KeepDefaults&) = delete;
    KeepDefaults& operator=(const KeepDefaults&) = delete;
    static bool at_work();
};

/// Only what differs from a new T, and what is required.
template <WritesKeys T>
Node to_node(const T& value)
{
    T copy = value;
    T initial{};
    TableWriter writer, defaults;
    keys(writer, copy);
    if (KeepDefaults::at_work())
        return std::move(writer.table);
    keys(defaults, initial);
    for (const auto& [key, standard] : defaults.table.entries) {
        const bool required = std::find(writer.required_keys.begin(), writer.required_keys.end(), key) !=
                              writer.required_keys.end();
        const Node* written = writer.table.find(key);
        if (!required && written && same_value(*written, standard))
            writer.table.erase(key);
    }
    return std::move(writer.table);
}

template <class T>
Node to_node(const std::vector<T>& values)
{
    Node list = array_node();
    for (const T& value : values)
        list.items.push_back(to_node(value));
    return list;
}

template <class T>
Node to_node(const std::map<std::string, T>& values)
{
    Node table;
    for (const auto& [key, value] : values)
        table.set(key, to_node(value));
    return table;
}

template <class T>
Node to_node(const Step<T>& step)
{
    return array_node({to_node(step.from), to_node(step.value)});
}

template <class T>
Node to_node(const ByDay<T>& days)
{
    TableWriter writer;
    ByDay<T> copy = days;
    writer.days(copy, "");
    return std::move(writer.table);
}

template <class T>
Node to_node(const TimeVarying<T>& value)
{
    const bool constant = value.is_constant() && value.steps[0].from == ClockTime{0};
    return constant ? to_node(value.steps[0].value) : to_node(value.steps);
}

} // namespace switchroom
