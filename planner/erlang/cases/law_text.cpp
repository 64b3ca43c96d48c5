#include "planner/erlang/cases/law_text.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace switchroom::erlang {

namespace {

struct LawForm {
    std::string_view name;
    std::size_t parameters;
    std::string_view form;
};

constexpr LawForm forms[] = {
    {"exp", 1, "exp:mean"},
    {"det", 1, "det:d"},
    {"erlang", 2, "erlang:k:mean"},
    {"erlang2", 1, "erlang2:mean"},
    {"gamma", 2, "gamma:shape:mean"},
    {"hyper", 3, "hyper:p:m1:m2"},
    {"uniform", 2, "uniform:a:b"},
    {"lognormal", 2, "lognormal:mean:sd"},
    {"weibull", 2, "weibull:shape:scale"},
    {"balkexp", 2, "balkexp:p0:mean"},
    {"shiftexp", 2, "shiftexp:d:mean"},
};

constexpr std::size_t most_stages = 10'000;

std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t colon = text.find(':');
        parts.push_back(text.substr(0, colon));
        if (colon == std::string_view::npos)
            return parts;
        text.remove_prefix(colon + 1);
    }
}

/// Finite numbers after the name; empty if one is not.
std::vector<double> numbers(const std::vector<std::string_view>& parts)
{
    std::vector<double> values;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        double value = 0.0;
        const auto [end, code] = std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), value);
        if (code != std::errc{} || end != parts[i].data() + parts[i].size() || !std::isfinite(value))
            return {};
        values.push_back(value);
    }
    return values;
}

/// What the parameters must satisfy; the text says it for the error.
struct Rule {
    bool kept;
    std::string_view text;
};

Rule rule_of(std::string_view name, const std::vector<double>& p)
{
    if (name == "det")
        return {p[0] >= 0.0, "d at least 0"};
    if (name == "erlang")
        return {p[0] >= 1.0 && p[0] <= static_cast<double>(most_stages) && p[0] == std::floor(p[0]) &&
                    p[1] > 0.0,
                "k a whole number from 1 to 10000 and mean above 0"};
    if (name == "hyper")
        return {p[0] >= 0.0 && p[0] <= 1.0 && p[1] > 0.0 && p[2] > 0.0, "p from 0 to 1 and means above 0"};
    if (name == "uniform")
        return {p[0] >= 0.0 && p[1] > p[0], "0 <= a < b"};
    if (name == "balkexp")
        return {p[0] >= 0.0 && p[0] <= 1.0 && p[1] > 0.0, "p0 from 0 to 1 and mean above 0"};
    if (name == "shiftexp")
        return {p[0] >= 0.0 && p[1] > 0.0, "d at least 0 and mean above 0"};
    for (const double value : p)
        if (!(value > 0.0))
            return {false, "parameters above 0"};
    return {true, {}};
}

Result<Distribution> make(std::string_view name, const std::vector<double>& p)
{
    if (name == "exp")
        return law::exponential(p[0]);
    if (name == "det")
        return law::constant(p[0]);
    if (name == "erlang")
        return law::erlang(static_cast<int>(p[0]), p[1]);
    if (name == "erlang2")
        return law::erlang(2, p[0]);
    if (name == "gamma")
        return law::gamma(p[0], p[1]);
    if (name == "hyper")
        return law::hyperexponential(p[0], p[1], p[2]);
    if (name == "uniform")
        return law::uniform(p[0], p[1]);
    if (name == "lognormal")
        return law::lognormal(p[0], p[1]);
    if (name == "weibull")
        return law::weibull(p[0], p[1]);
    if (name == "balkexp")
        return make_mixture({law::constant(0.0), law::exponential(p[1])}, {p[0], 1.0 - p[0]});
    return shifted(law::exponential(p[1]), p[0]);
}

} // namespace

Result<Distribution> law_from_text(std::string_view text)
{
    const std::vector<std::string_view> parts = split(text);
    for (const LawForm& form : forms) {
        if (form.name != parts[0])
            continue;
        const std::vector<double> p = numbers(parts);
        if (p.size() != form.parameters || parts.size() != form.parameters + 1)
            return error_in({},
                            fmt::format("'{}' should read {}, with numbers", text.substr(0, 60), form.form));
        const Rule rule = rule_of(form.name, p);
        if (!rule.kept)
            return error_in({}, fmt::format("'{}' ({}) needs {}", text.substr(0, 60), form.form, rule.text));
        return make(form.name, p);
    }
    std::string known;
    for (const LawForm& form : forms)
        known += fmt::format("{}{}", known.empty() ? "" : ", ", form.form);
    return error_in({}, fmt::format("no law '{}'; there are {}", text.substr(0, 60), known));
}

} // namespace switchroom::erlang
