#include "gui/view_models/schema_index.h"

#include "sim/scenario/to_node.h"

#include <map>
#include <type_traits>

namespace switchroom::gui {

namespace {

using Index = std::map<std::string, SchemaKey, std::less<>>;

/// What is behind optional and TimeVarying: they change nothing about how one value is typed.
template <class T>
struct Plain {
    using type = T;
};
template <class T>
struct Plain<std::optional<T>> : Plain<T> {
};
template <class T>
struct Plain<TimeVarying<T>> : Plain<T> {
};

template <class T>
constexpr bool is_list = false;
template <class T>
constexpr bool is_list<std::vector<T>> = true;
template <class T>
constexpr bool is_by_day = false;
template <class T>
constexpr bool is_by_day<ByDay<T>> = true;

template <class T>
constexpr FieldKind kind_of()
{
    if constexpr (std::is_same_v<T, bool>)
        return FieldKind::flag;
    else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, std::uint64_t>)
        return FieldKind::integer;
    else if constexpr (std::is_same_v<T, double>)
        return FieldKind::number;
    else if constexpr (std::is_same_v<T, Money>)
        return FieldKind::money;
    else if constexpr (std::is_same_v<T, std::string>)
        return FieldKind::text;
    else if constexpr (std::is_same_v<T, Duration>)
        return FieldKind::duration;
    else if constexpr (std::is_same_v<T, ClockTime>)
        return FieldKind::clock;
    else if constexpr (std::is_same_v<T, ClockWindow> || std::is_same_v<T, std::vector<ClockWindow>>)
        return FieldKind::windows;
    else if constexpr (std::is_same_v<T, Date>)
        return FieldKind::date;
    else if constexpr (std::is_same_v<T, Probability>)
        return FieldKind::share;
    else if constexpr (std::is_same_v<T, std::vector<std::string>>)
        return FieldKind::names;
    else if constexpr (std::is_same_v<T, Promise>)
        return FieldKind::promise;
    else if constexpr (std::is_same_v<T, Limit>)
        return FieldKind::limit;
    else if constexpr (std::is_same_v<T, Term>)
        return FieldKind::term;
    else if constexpr (NamedEnum<T>)
        return FieldKind::choice;
    else
        return FieldKind::raw;
}

/// The visitor of keys.h that notes every key beneath `path`.
class Indexer {
public:
    Indexer(Index& index, std::string path) : index_(index), path_(std::move(path)) {}

    template <class T>
    void key(std::string_view name, T& value, std::string_view help, const Limits& limits = {})
    {
        note(at(name), value, help, limits, false);
    }
    template <class T>
    void required(std::string_view name, T& value, std::string_view help, const Limits& limits = {})
    {
        note(at(name), value, help, limits, true);
    }
    template <class T>
    void days(ByDay<T>&, std::string_view help, const Limits& limits = {})
    {
        for (const std::string_view day : EnumNames<DayKey>::names) {
            std::optional<T> nothing;
            note(at(day), nothing, help, limits, false);
        }
    }
    template <class T>
    void inside(T& part)
    {
        keys(*this, part);
    }
    void one_or_many(std::string_view one, std::string_view many, std::vector<std::string>& value,
                     std::string_view help)
    {
        std::optional<std::string> single;
        note(at(one), single, help, {}, false);
        note(at(many), value, help, {}, false);
    }

private:
    std::string at(std::string_view name) const
    {
        return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
    }

    template <class T>
    static std::optional<Node> standard_of(const T& value)
    {
        return to_node(value);
    }
    template <class T>
    static std::optional<Node> standard_of(const std::optional<T>&)
    {
        return std::nullopt;
    }

    template <class T>
    void note(const std::string& path, const T& value, std::string_view help, const Limits& limits,
              bool required)
    {
        using Value = typename Plain<T>::type;
        SchemaKey key{kind_of<Value>(), std::string(help), limits, {}, {}, required, false};
        if (!required)
            key.standard = standard_of(value);
        if constexpr (NamedEnum<Value>)
            key.choices.assign(EnumNames<Value>::names.begin(), EnumNames<Value>::names.end());
        key.is_table = below<Value>(path, help, limits);
        index_.insert_or_assign(path, std::move(key));
    }

    /// The keys inside a value of this type; true if there are any.
    template <class Value>
    bool below(const std::string& path, std::string_view help, const Limits& limits)
    {
        if constexpr (std::is_same_v<Value, std::vector<DistributionSpec>>) {
            return false; // a law of laws: as TOML writes it
        } else if constexpr (std::is_same_v<Value, std::vector<RouteStep>>) {
            table<OfferStep>(path);
            table<CallbackStep>(path + ".callback");
            table<VoicemailStep>(path + ".voicemail");
            table<BotStep>(path + ".bot");
            return true;
        } else if constexpr (is_list<Value>) {
            return below<typename Value::value_type>(path, help, limits);
        } else if constexpr (is_by_day<Value>) {
            Value days_of;
            Indexer(index_, path).days(days_of, help, limits);
            return true;
        } else if constexpr (WritesKeys<Value>) {
            table<Value>(path);
            return true;
        } else {
            return false;
        }
    }

    template <class T>
    void table(const std::string& path)
    {
        T initial{};
        Indexer inner(index_, path);
        keys(inner, initial);
    }

    Index& index_;
    std::string path_;
};

Index make_index()
{
    Index index;
    Scenario initial;
    Indexer indexer(index, "");
    keys(indexer, initial);
    return index;
}

} // namespace

const SchemaKey* schema_key(std::string_view kind)
{
    static const Index index = make_index();
    const auto found = index.find(kind);
    return found == index.end() ? nullptr : &found->second;
}

} // namespace switchroom::gui
