#include "planner/erlang/cases/case_model.h"
#include "planner/erlang/erlang_b.h"
#include "planner/erlang/overflow.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <sstream>

using namespace switchroom::erlang;

namespace {

/// A file of values computed in 60 digits by two routes each; every column that the model computes is
/// compared.
struct Reference {
    const char* file;
    const char* model;
    const char* condition_column; // relative change of the output per relative change of the load, or nullptr
};

CsvTable read_table(const std::string& name)
{
    std::ifstream file(std::string(SWITCHROOM_SOURCE_DIR) + "/tests/reference/" + name);
    std::stringstream text;
    text << file.rdbuf();
    auto table = read_csv(text.str(), name);
    REQUIRE(table.ok());
    return *table;
}

/// A printed decimal: digits · 10^exponent, kept apart since some values (1e-12736) fit no type.
struct Decimal {
    long double digits = 0.0L;
    long double exponent = 0.0L;
    long double half_last_digit = 0.0L; // in units of digits; 0 for whole numbers
};

Decimal decimal(const std::string& text)
{
    const std::size_t e = std::min(text.find_first_of("eE"), text.size());
    const std::size_t point = text.find('.');
    Decimal d;
    d.digits = std::strtold(text.substr(0, e).c_str(), nullptr);
    d.exponent = e < text.size() ? std::stold(text.substr(e + 1)) : 0.0L;
    if (point < e)
        d.half_last_digit = 0.505L * std::pow(10.0L, -static_cast<long double>(e - point - 1));
    return d;
}

/// The difference in units of the tolerance: relative, beside what the printing of the truth has rounded off.
long double distance(const std::string& ours, const std::string& truth, double tolerance)
{
    if (ours == truth)
        return 0.0L;
    const Decimal a = decimal(ours);
    const Decimal b = decimal(truth);
    const long double ours_scaled = a.digits * std::pow(10.0L, a.exponent - b.exponent);
    return std::fabs(ours_scaled - b.digits) / (tolerance * std::fabs(b.digits) + b.half_last_digit);
}

/// "sl_awt=0.8 occupancy=0.7" holds several values; a plain number is one.
std::vector<std::string> values_in(const std::string& cell)
{
    std::vector<std::string> values;
    std::stringstream words(cell);
    for (std::string word; words >> word;)
        values.push_back(word.substr(word.find('=') + 1));
    return values;
}

void compare(const Reference& reference)
{
    const CsvTable truth = read_table(reference.file);
    const CaseModel* model = find_case_model(reference.model);
    REQUIRE(model != nullptr);
    const auto solved = solve_cases(*model, truth, reference.file);
    REQUIRE(solved.ok());
    const std::size_t condition =
        reference.condition_column ? truth.column(reference.condition_column) : CsvTable::npos;
    for (const std::string_view column : model->outputs) {
        const std::size_t place = truth.column(column);
        if (place == CsvTable::npos || place == condition)
            continue;
        for (std::size_t i = 0; i < truth.rows.size(); ++i) {
            CAPTURE(truth.rows[i][0]);
            CAPTURE(column);
            CAPTURE(solved->rows[i][place]);
            CAPTURE(truth.rows[i][place]);
            REQUIRE(solved->rows[i].back() == "");
            const double sensitivity =
                condition == CsvTable::npos ? 1.0 : std::stod(truth.rows[i][condition]);
            const double tolerance = std::fmax(1e-12, 20.0 * sensitivity * 1.1e-16);
            const auto ours = values_in(solved->rows[i][place]);
            const auto expected = values_in(truth.rows[i][place]);
            REQUIRE(ours.size() == expected.size());
            for (std::size_t k = 0; k < expected.size(); ++k)
                CHECK(distance(ours[k], expected[k], tolerance) <= 1.0L);
        }
    }
}

} // namespace

TEST_CASE("every reference row of the closed forms is met within the rounding of its inputs")
{
    compare({"erlang_b.csv", "b", "condition_number_wrt_load"});
    compare({"erlang_c.csv", "c", "condition_number_asa_wrt_load"});
    compare({"erlang_a.csv", "a", nullptr});
    compare({"mmnk_m.csv", "mmnk", nullptr});
}

TEST_CASE("every reference row of the mixed and overflowing queues is met to its printed digits")
{
    // Quadratures over the busyness are asked for 1e-8 and meet 14 digits; the chain's values are printed
    // with 12.
    compare({"busyness_gamma.csv", "busyness", nullptr});
    compare({"overflow_loss.csv", "overflow", nullptr});
}

TEST_CASE("every inverse of the reference is found to the agent")
{
    compare({"inverse_staffing.csv", "inverse", nullptr});
}

TEST_CASE("what large overflow groups carry and lose is what the primary groups pass on")
{
    const std::vector<OverflowInput> inputs = {
        {30, 20, 15, 15, 12}, {25, 25, 10, 24, 26}, {10, 40, 5, 9, 38}};
    for (const OverflowInput& input : inputs) {
        const auto exact = overflow_exact(input);
        REQUIRE(exact.ok());
        const double passed_on = input.load1 * erlang_b(input.primary1, input.load1)->blocking +
                                 input.load2 * erlang_b(input.primary2, input.load2)->blocking;
        const double lost = input.load1 * exact->loss1 + input.load2 * exact->loss2;
        CHECK(std::fabs(exact->carried_by_shared + lost - passed_on) <= 1e-12 * passed_on);
    }
}
