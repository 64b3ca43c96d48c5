#include "planner/erlang/cases/case_model.h"

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
    double relative;              // tolerance beside 20 × condition × 1.1e-16
    double absolute;              // for values that are printed with a fixed number of decimals
};

CsvTable read_table(const std::string& name)
{
    std::ifstream file(std::string(SWITCHROOM_SOURCE_DIR) + "/tests/planner/erlang/data/" + name);
    std::stringstream text;
    text << file.rdbuf();
    auto table = read_csv(text.str(), name);
    REQUIRE(table.ok());
    return *table;
}

/// Compares logarithms where a value is beyond the range of doubles; returns the difference in units of the
/// tolerance.
double distance(const std::string& ours, const std::string& truth, double tolerance, double absolute)
{
    if (ours == truth)
        return 0.0;
    const long double a = std::strtold(ours.c_str(), nullptr);
    const long double b = std::strtold(truth.c_str(), nullptr);
    if (b == 0.0L)
        return static_cast<double>(std::fabs(a)) / std::fmax(absolute, 1e-300);
    return static_cast<double>(std::fabs(a - b) / (tolerance * std::fabs(b) + absolute));
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
            const double tolerance = std::fmax(reference.relative, 20.0 * sensitivity * 1.1e-16);
            CHECK(distance(solved->rows[i][place], truth.rows[i][place], tolerance, reference.absolute) <=
                  1.0);
        }
    }
}

} // namespace

TEST_CASE("every reference row of the closed forms is met within the rounding of its inputs")
{
    compare({"erlang_b.csv", "b", "condition_number_wrt_load", 1e-12, 0.0});
    compare({"erlang_c.csv", "c", "condition_number_asa_wrt_load", 1e-12, 0.0});
    compare({"erlang_a.csv", "a", nullptr, 1e-12, 0.0});
}
