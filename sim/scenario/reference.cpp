#include "sim/scenario/reference.h"

#include "sim/scenario/print_toml.h"
#include "sim/scenario/to_node.h"

#include <fmt/format.h>

#include <cmath>
#include <functional>
#include <set>
#include <type_traits>

namespace switchroom {

namespace {

std::string range_words(const Limits& limits)
{
    if (std::isfinite(limits.least) && std::isfinite(limits.most))
        return fmt::format(", {} to {}", limits.least, limits.most);
    if (std::isfinite(limits.least))
        return fmt::format(", {}{}", limits.open ? "above " : "at least ", limits.least);
    return {};
}

/// What a reader writes for a value of this type. Tables get a section of their own.
template <class T>
struct TypeWords {
    static std::string text() { return "table, below"; }
};
template <NamedEnum E>
struct TypeWords<E> {
    static std::string text()
    {
        std::string words;
        for (std::string_view name : EnumNames<E>::names)
            words += fmt::format("{}`{}`", words.empty() ? "" : ", ", name);
        return words;
    }
};
#define SWITCHROOM_TYPE_WORDS(T, words)                                                                      \
    template <>                                                                                              \
    struct TypeWords<T> {                                                                                    \
        static std::string text() { return words; }                                                          \
    };
SWITCHROOM_TYPE_WORDS(bool, "`true` or `false`")
SWITCHROOM_TYPE_WORDS(int, "whole number")
SWITCHROOM_TYPE_WORDS(std::uint64_t, "whole number")
SWITCHROOM_TYPE_WORDS(double, "number")
SWITCHROOM_TYPE_WORDS(std::string, "text")
SWITCHROOM_TYPE_WORDS(Duration, "duration")
SWITCHROOM_TYPE_WORDS(ClockTime, "time of day")
SWITCHROOM_TYPE_WORDS(ClockWindow, "window")
SWITCHROOM_TYPE_WORDS(std::vector<ClockWindow>, "window or list of windows")
SWITCHROOM_TYPE_WORDS(Date, "date")
SWITCHROOM_TYPE_WORDS(Money, "money")
SWITCHROOM_TYPE_WORDS(Probability, "share")
SWITCHROOM_TYPE_WORDS(Promise, "duration or `\"same day\"`")
SWITCHROOM_TYPE_WORDS(Limit, "share or duration")
SWITCHROOM_TYPE_WORDS(Term, "term")
SWITCHROOM_TYPE_WORDS(CreditTier, "`[value, share]`")
SWITCHROOM_TYPE_WORDS(DateSpan, "date or `[first, last]`")
SWITCHROOM_TYPE_WORDS(HazardPiece, "`[duration, per minute]`")
SWITCHROOM_TYPE_WORDS(DistributionSpec, "law")
SWITCHROOM_TYPE_WORDS(MonthFactors, "number by month")
SWITCHROOM_TYPE_WORDS(Staffing, "whole number, or table, below")
SWITCHROOM_TYPE_WORDS(Shrinkage, "share, or table, below")
SWITCHROOM_TYPE_WORDS(Skill, "contact, or table, below")
SWITCHROOM_TYPE_WORDS(RouteStep, "step: `offer`, `callback`, `voicemail` or `bot`, below")
#undef SWITCHROOM_TYPE_WORDS
template <class T>
struct TypeWords<std::optional<T>> : TypeWords<T> {
};
template <class T>
struct TypeWords<std::vector<T>> {
    static std::string text() { return "list of: " + TypeWords<T>::text(); }
};
template <class T>
struct TypeWords<std::map<std::string, T>> {
    static std::string text() { return TypeWords<T>::text() + " by name"; }
};
template <class T>
struct TypeWords<Step<T>> {
    static std::string text() { return "`[time, " + TypeWords<T>::text() + "]`"; }
};
template <class T>
struct TypeWords<ByDay<T>> {
    static std::string text() { return TypeWords<T>::text() + ", by day"; }
};
template <class T>
struct TypeWords<TimeVarying<T>> {
    static std::string text() { return TypeWords<T>::text() + " (may vary over the day)"; }
};

/// The struct behind optional, vector and TimeVarying, whose keys get a section.
template <class T>
struct Inner {
    using type = T;
};
template <class T>
struct Inner<std::optional<T>> : Inner<T> {
};
template <class T>
struct Inner<std::vector<T>> : Inner<T> {
};
template <class T>
struct Inner<TimeVarying<T>> : Inner<T> {
};

class Page {
public:
    std::string text;

    template <class T>
    void section(const std::string& path, bool sections)
    {
        if (!described_.insert(path).second)
            return;
        T initial{};
        Rows rows{*this, path, {}, {}};
        keys(rows, initial);
        const std::string title = path.empty() ? "The file" : sections ? "[[" + path + "]]" : path;
        text += fmt::format("\n## {}\n\n| Key | Value | Default | Meaning |\n| --- | --- | --- | --- |\n{}",
                            title, rows.table);
        for (const auto& below : rows.below)
            below();
    }

private:
    /// The visitor of keys.h: one row a key, sections below for tables.
    struct Rows {
        Page& page;
        std::string path;
        std::string table;
        std::vector<std::function<void()>> below;

        template <class T>
        void key(std::string_view name, T& value, std::string_view help, const Limits& limits = {})
        {
            row<T>(name, default_of(value), help, limits);
        }
        template <class T>
        void required(std::string_view name, T&, std::string_view help, const Limits& limits = {})
        {
            row<T>(name, "required", help, limits);
        }
        template <class T>
        void days(ByDay<T>&, std::string_view help, const Limits& limits = {})
        {
            row<T>("mon … sun, weekdays, weekend, every_day", "", help, limits);
        }
        template <class T>
        void inside(T& part)
        {
            keys(*this, part);
        }
        void one_or_many(std::string_view one, std::string_view many, std::vector<std::string>&,
                         std::string_view help)
        {
            row<std::string>(fmt::format("{}, or {}", one, many), "required", help, {});
        }

        template <class T>
        void row(std::string_view name, std::string standard, std::string_view help, const Limits& limits)
        {
            table += fmt::format("| `{}` | {}{} | {} | {} |\n", name, TypeWords<T>::text(),
                                 range_words(limits), standard, help);
            page.queue<typename Inner<T>::type>(
                *this, path.empty() ? std::string(name) : path + "." + std::string(name), is_list<T>);
        }
        template <class T>
        static std::string default_of(const T& value)
        {
            const Node node = to_node(value);
            const bool nothing = (node.is(Node::Kind::table) && node.entries.empty()) ||
                                 (node.is(Node::Kind::array) && node.items.empty());
            return nothing ? "" : "`" + toml_literal(node) + "`";
        }
        template <class T>
        static std::string default_of(const std::optional<T>&)
        {
            return "";
        }
    };

    template <class T>
    static constexpr bool is_list = false;

    template <class T>
    void queue(Rows& rows, const std::string& path, bool sections)
    {
        if constexpr (std::is_same_v<T, RouteStep>) {
            // `open` and `closed` hold the same steps.
            rows.below.push_back([this] { section<OfferStep>("routes.open: offer", false); });
            rows.below.push_back([this] { section<CallbackStep>("routes.open: callback", false); });
            rows.below.push_back([this] { section<VoicemailStep>("routes.open: voicemail", false); });
            rows.below.push_back([this] { section<BotStep>("routes.open: bot", false); });
        } else if constexpr (std::is_same_v<T, StepConditions>) {
            rows.below.push_back([this] { section<StepConditions>("routes.open: when", false); });
        } else if constexpr (std::is_same_v<T, DistributionSpec>) {
            // Laws have one section, at the end of the page.
        } else if constexpr (WritesKeys<T>) {
            rows.below.push_back([this, path, sections] { section<T>(path, sections); });
        }
    }

    std::set<std::string> described_;
};

template <class T>
constexpr bool Page::is_list<std::vector<T>> = true;

constexpr std::string_view opening = R"(# Keys of scenario files

Made from the schema that reads the files; do not edit. [The guide](../scenario-format.md) says how the values are
written and what they mean together. A key without a default may be left out: then there is no such thing.
)";

} // namespace

std::string scenario_keys_page()
{
    Page page;
    page.text = opening;
    page.section<Scenario>("", false);
    page.section<DistributionSpec>("Laws", false);
    return page.text;
}

} // namespace switchroom
