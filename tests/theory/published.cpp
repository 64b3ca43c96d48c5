#include "tests/theory/published.h"

#include "tests/support/reference_rows.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom::theory {

namespace {

double half_unit(const std::string& printed)
{
    const std::size_t point = printed.find('.');
    const auto digits = point == std::string::npos ? 0 : static_cast<int>(printed.size() - point - 1);
    return 0.5 * std::pow(10.0, -digits);
}

/// What was printed. Its interval gives its error; its digits, those of the interval included, the rounding.
Reference printed(const ReferenceRow& row)
{
    const double z = row.number("ci_level") < 0.925 ? 1.644854 : 1.959964;
    return {row.number("printed_mean"),
            (row.number("printed_ci_high") - row.number("printed_ci_low")) / (2.0 * z),
            std::min(half_unit(row.text("printed_mean")), half_unit(row.text("printed_ci_low")))};
}

/// The same by a longer replay in an independent program.
Reference replayed(const ReferenceRow& row)
{
    return {row.number("our_replay_or_exact"), row.number("our_standard_error")};
}

} // namespace

std::vector<Measure> measures_of(const std::string& model, const std::map<std::string, PairOf>& pairs)
{
    std::vector<Measure> measures;
    std::size_t found = 0;
    for (const ReferenceRow& row : reference_rows("published_sim"))
        if (row.text("model") == model) {
            const std::string& name = row.text("measure");
            REQUIRE_MESSAGE(pairs.count(name) == 1, name);
            // A figure printed with so few digits says nothing that the replay does not say better.
            if (printed(row).half_unit < 0.1 * row.number("printed_mean"))
                measures.push_back({name + " (printed)", printed(row), 1.0, pairs.at(name)});
            measures.push_back({name + " (longer replay)", replayed(row), 1.0, pairs.at(name)});
            ++found;
        }
    CHECK(found == pairs.size());
    return measures;
}

Reference between(double value, double low, double high, double half_unit)
{
    return {value, (high - low) / (2.0 * 1.959964), half_unit};
}

std::string one_day(const std::string& interval)
{
    return fmt::format(
        "format = 1\nname = \"published\"\n[time]\nstart = 2026-03-02\ndays = 1\ninterval = \"{}\"\n",
        interval);
}

} // namespace switchroom::theory
