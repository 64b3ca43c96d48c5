#include "planner/study/filter.h"

#include <fmt/format.h>

#include <cctype>
#include <cmath>
#include <cstdlib>

namespace switchroom {

namespace {

/// Recursive descent over  sum relation sum,  sum = term (± term)*,  term = [number *] name | number.
class FilterParser {
public:
    explicit FilterParser(std::string_view text) : text_(text) {}

    Result<Filter> parse()
    {
        Filter filter;
        if (!sum(filter, 1.0))
            return complain("an axis or a number");
        const auto relation = read_relation();
        if (!relation)
            return complain("<, <=, ==, >=, > or !=");
        filter.relation = *relation;
        if (!sum(filter, -1.0))
            return complain("an axis or a number");
        skip();
        if (at_ < text_.size())
            return complain("the end");
        return filter;
    }

private:
    void skip()
    {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])))
            ++at_;
    }

    bool take(std::string_view sign)
    {
        skip();
        if (text_.substr(at_).substr(0, sign.size()) != sign)
            return false;
        at_ += sign.size();
        return true;
    }

    std::optional<double> number()
    {
        skip();
        const std::string rest(text_.substr(at_));
        if (rest.empty() || !(std::isdigit(static_cast<unsigned char>(rest[0])) || rest[0] == '.'))
            return std::nullopt;
        char* end = nullptr;
        const double value = std::strtod(rest.c_str(), &end);
        if (end == rest.c_str() || !std::isfinite(value))
            return std::nullopt;
        at_ += static_cast<std::size_t>(end - rest.c_str());
        return value;
    }

    std::string name()
    {
        skip();
        if (take("'")) {
            const std::size_t end = std::min(text_.find('\'', at_), text_.size());
            const std::string quoted(text_.substr(at_, end - at_));
            at_ = std::min(end + 1, text_.size());
            return quoted;
        }
        std::size_t end = at_;
        const auto is_letter = [&](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) || c == '_' ||
                   (static_cast<unsigned char>(c) & 0x80U);
        };
        while (end < text_.size() && is_letter(text_[end]))
            ++end;
        const std::string plain(text_.substr(at_, end - at_));
        at_ = end;
        return plain;
    }

    bool term(Filter& filter, double sign)
    {
        const auto factor = number();
        if (factor && !take("*")) {
            filter.terms.push_back({sign * *factor, ""});
            return true;
        }
        const std::string axis = name();
        if (axis.empty())
            return false;
        filter.terms.push_back({sign * factor.value_or(1.0), axis});
        return true;
    }

    bool sum(Filter& filter, double side)
    {
        double sign = take("-") ? -1.0 : 1.0;
        for (;;) {
            if (!term(filter, side * sign))
                return false;
            if (take("+"))
                sign = 1.0;
            else if (take("-"))
                sign = -1.0;
            else
                return true;
        }
    }

    std::optional<Filter::Relation> read_relation()
    {
        using Relation = Filter::Relation;
        constexpr std::pair<std::string_view, Relation> signs[] = {
            {"<=", Relation::at_most}, {">=", Relation::at_least}, {"==", Relation::equal},
            {"!=", Relation::unequal}, {"<", Relation::less},      {">", Relation::more}};
        for (const auto& [sign, relation] : signs)
            if (take(sign))
                return relation;
        return std::nullopt;
    }

    Diagnostic complain(std::string_view expected)
    {
        skip();
        const std::string found = at_ < text_.size() ? fmt::format("\"{}\"", text_.substr(at_)) : "the end";
        return error_in("", fmt::format("found {} in \"{}\", expected {}", found, text_, expected));
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

bool Filter::passes(const std::function<std::optional<double>(std::string_view axis)>& value) const
{
    double sum = 0.0;
    double size = 0.0; // for forgiving the rounding of steps such as 0.1
    for (const FilterTerm& term : terms) {
        const auto factor = term.axis.empty() ? std::optional<double>(1.0) : value(term.axis);
        if (!factor)
            return false;
        sum += term.factor * *factor;
        size += std::abs(term.factor * *factor);
    }
    const bool zero = std::abs(sum) <= 1e-12 * size;
    switch (relation) {
    case Relation::less:
        return sum < 0.0 && !zero;
    case Relation::at_most:
        return sum < 0.0 || zero;
    case Relation::equal:
        return zero;
    case Relation::at_least:
        return sum > 0.0 || zero;
    case Relation::more:
        return sum > 0.0 && !zero;
    case Relation::unequal:
        break;
    }
    return !zero;
}

Result<Filter> parse_filter(std::string_view text)
{
    return FilterParser(text).parse();
}

} // namespace switchroom
