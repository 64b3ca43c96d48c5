#include "tests/theory/scenario_text.h"

#include "sim/base/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace switchroom::theory {

namespace {

struct TableLaw {
    std::string family;
    std::vector<double> numbers;
};

TableLaw split(const std::string& text)
{
    TableLaw law;
    std::size_t at = text.find(':');
    law.family = text.substr(0, at);
    while (at != std::string::npos) {
        const std::size_t next = text.find(':', at + 1);
        law.numbers.push_back(std::strtod(text.substr(at + 1, next - at - 1).c_str(), nullptr));
        at = next;
    }
    return law;
}

std::string by_mean_and_cv(const char* family, double mean_s, double cv)
{
    return fmt::format("{{ family = \"{}\", mean = \"{}s\", cv = {} }}", family, mean_s, cv);
}

std::string exponential(double mean_s)
{
    return fmt::format("{{ family = \"exponential\", mean = \"{}s\" }}", mean_s);
}

std::string erlang(double phases, double mean_s)
{
    return fmt::format("{{ family = \"erlang\", mean = \"{}s\", phases = {} }}", mean_s,
                       static_cast<int>(phases));
}

std::string either(double p, const std::string& first, const std::string& second)
{
    return fmt::format("{{ family = \"mixture\", parts = [{}, {}], weights = [{}, {}] }}", first, second, p,
                       1.0 - p);
}

/// E[X] = λ Γ(1 + 1/k), E[X²] = λ² Γ(1 + 2/k).
std::string weibull(double shape, double scale_s)
{
    const double first = std::tgamma(1.0 + 1.0 / shape);
    return by_mean_and_cv("weibull", scale_s * first,
                          std::sqrt(std::tgamma(1.0 + 2.0 / shape) / (first * first) - 1.0));
}

} // namespace

std::string law_text(const std::string& table_form)
{
    const auto [family, x] = split(table_form);
    if (family == "inf")
        return {};
    if (family == "exp")
        return exponential(x[0]);
    if (family == "det")
        return fmt::format("\"{}s\"", x[0]);
    if (family == "uniform")
        return fmt::format("{{ family = \"uniform\", low = \"{}s\", high = \"{}s\" }}", x[0], x[1]);
    if (family == "erlang")
        return erlang(x[0], x[1]);
    if (family == "erlang2")
        return erlang(2, x[0]);
    if (family == "gamma")
        return by_mean_and_cv("gamma", x[1], 1.0 / std::sqrt(x[0]));
    if (family == "lognormal")
        return by_mean_and_cv("lognormal", x[0], x[1] / x[0]);
    if (family == "weibull")
        return weibull(x[0], x[1]);
    if (family == "hyper")
        return either(x[0], exponential(x[1]), exponential(x[2]));
    if (family == "balkexp")
        return either(x[0], "\"0s\"", exponential(x[1]));
    if (family == "shiftexp")
        return fmt::format("{{ family = \"exponential\", mean = \"{}s\", shift = \"{}s\" }}", x[1], x[0]);
    SWITCHROOM_CHECK(false, "a reference table names a law that this suite does not know");
    return {};
}

int steady_days(double calls_per_hour, double calls)
{
    return std::max(1, static_cast<int>(std::ceil(calls / (24.0 * calls_per_hour))));
}

std::string steady_time(double calls_per_hour, double calls, double warm_up_s)
{
    return fmt::format("format = 1\nname = \"steady\"\n[time]\nstart = 2026-03-02\ndays = {}\nwarm_up = "
                       "\"{}s\"\n",
                       steady_days(calls_per_hour, calls), std::ceil(warm_up_s));
}

double relaxation_s(double agents, double load, double handle_s, double service_scv)
{
    const double gap = std::sqrt(agents) - std::sqrt(load);
    return std::max(1.0, service_scv) * handle_s / std::min(1.0, gap * gap);
}

std::string contact(const CallsText& calls)
{
    std::string text = fmt::format("[[contacts]]\nname = \"{}\"\narrivals.rate_per_hour = {}\ntalk = {}\n",
                                   calls.name, calls.per_hour, calls.talk);
    if (!calls.patience.empty())
        text += fmt::format("patience = {}\n", calls.patience);
    return text +
           fmt::format("priority = {}\ntarget = {{ service_level = {{ share = 0.8, within = \"{}s\" }} }}\n",
                       calls.priority, calls.within_s);
}

std::string desk(double agents)
{
    return fmt::format("[[groups]]\nname = \"desk\"\nagents = {}\n", static_cast<int>(agents));
}

std::string lines(double count)
{
    if (std::isinf(count))
        return {};
    return fmt::format("[[lines]]\nname = \"trunks\"\ncount = {}\n", static_cast<int>(count));
}

} // namespace switchroom::theory
