#include "planner/erlang/cases/case_model.h"
#include "planner/erlang/cases/law_text.h"
#include "tests/planner/erlang/agreement.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <fstream>
#include <sstream>

namespace switchroom::erlang {

namespace {

CsvTable table_of_file(const std::string& name)
{
    std::ifstream file(std::string(SWITCHROOM_SOURCE_DIR) + "/tests/reference/" + name);
    std::stringstream text;
    text << file.rdbuf();
    auto table = read_csv(text.str(), name);
    REQUIRE(table.ok());
    return *table;
}

CsvTable solved(const std::string& model, CsvTable table)
{
    const CaseModel* found = find_case_model(model);
    REQUIRE(found != nullptr);
    auto result = solve_cases(*found, std::move(table), "cases.csv");
    REQUIRE(result.ok());
    return *std::move(result);
}

/// Every column that both the file and the model have, and that is not an input.
void compare_file(const std::string& model, const std::string& file, double relative)
{
    const CsvTable truth = table_of_file(file);
    const CsvTable ours = solved(model, truth);
    std::size_t compared = 0;
    for (const std::string_view column : find_case_model(model)->outputs) {
        const std::size_t place = truth.column(column);
        if (place == CsvTable::npos)
            continue;
        for (std::size_t i = 0; i < truth.rows.size(); ++i) {
            CAPTURE(model);
            CAPTURE(truth.rows[i][0]);
            CAPTURE(std::string(column));
            CAPTURE(ours.rows[i][place]);
            CAPTURE(truth.rows[i][place]);
            CHECK(ours.rows[i][ours.column("error")] == "");
            std::istringstream our_words(ours.rows[i][place]);
            std::istringstream true_words(truth.rows[i][place]);
            std::string our_word;
            for (std::string true_word; true_words >> true_word; ++compared) {
                our_words >> our_word;
                CHECK(test::agrees_within(std::strtod(our_word.c_str(), nullptr),
                                          std::strtod(true_word.c_str(), nullptr), relative));
            }
        }
    }
    CHECK(compared >= truth.rows.size() * 3);
}

} // namespace

TEST_CASE("files of cases reproduce the reference through the names of the command line")
{
    compare_file("priority", "priority2.csv", 1e-12);
    compare_file("priority", "priority_multi.csv", 1e-12);
    compare_file("mg1", "mg1.csv", 1e-9);
    compare_file("retrial", "retrial.csv", 1e-10);
    compare_file("mdn", "mdn.csv", 1e-11);
    compare_file("mmng", "mmn_plus_g.csv", 1e-11);
    compare_file("transient", "transient_profile.csv", 1e-9);
}

TEST_CASE("the laws of the reference have the moments that their names promise")
{
    const auto moments = [](const char* text) {
        const auto law = law_from_text(text);
        REQUIRE(law.ok());
        return std::pair(mean(*law), std::sqrt(variance(*law)));
    };
    CHECK(moments("exp:60").first == doctest::Approx(60));
    CHECK(moments("det:60").second == doctest::Approx(0));
    CHECK(moments("erlang:4:60").second == doctest::Approx(30));
    CHECK(moments("gamma:4:60").second == doctest::Approx(30));
    CHECK(moments("hyper:0.5:10:110").first == doctest::Approx(60));
    CHECK(moments("uniform:20:180").first == doctest::Approx(100));
    CHECK(moments("lognormal:60:120").second == doctest::Approx(120));
    CHECK(moments("weibull:1:60").first == doctest::Approx(60));
    CHECK(moments("balkexp:0.25:100").first == doctest::Approx(75));
    CHECK(moments("shiftexp:30:70").first == doctest::Approx(100));
}

TEST_CASE("a law that makes no sense is refused with the form that would")
{
    for (const char* text :
         {"", "exp", "exp:", "exp:-1", "exp:nan", "exp:1:2", "det:-3", "uniform:5:5", "hyper:1.5:1:2",
          "pareto:2", "erlang:2.5:10", "erlang:1e9:10", "lognormal:60:0", "weibull:0:10", "balkexp:2:10"}) {
        CAPTURE(text);
        CHECK_FALSE(law_from_text(text).ok());
    }
}

TEST_CASE("a wrong row says so and disturbs no other")
{
    CsvTable table{{"case_id", "n_agents", "offered_load_erlang", "aht_s", "patience_dist_s", "awt_s"},
                   {{"good", "5", "4", "270", "exp:100", "20"},
                    {"no agents", "0", "4", "270", "exp:100", "20"},
                    {"no law", "5", "4", "270", "exp:none", "20"},
                    {"endless", "5", "4", "270", "exp:100", "inf"},
                    {"not a number", "five", "4", "270", "exp:100", "20"}}};
    const CsvTable result = solved("mmng", table);
    const std::size_t error = result.column("error");
    CHECK(result.rows[0][error] == "");
    CHECK(result.rows[0][result.column("p_wait")] != "");
    for (std::size_t i = 1; i < result.rows.size(); ++i) {
        CHECK(result.rows[i][error] != "");
        CHECK(result.rows[i][result.column("p_wait")] == "");
    }
}

TEST_CASE("a day with one wrong interval has no answer, the other day has")
{
    CsvTable table{{"profile", "start_s", "end_s", "arrival_rate_per_hour", "n_agents", "aht_s",
                    "mean_patience_s", "awt_s"},
                   {{"a", "0", "1800", "10", "2", "300", "120", "20"},
                    {"a", "1800", "3600", "-1", "2", "300", "120", "20"},
                    {"b", "0", "1800", "10", "2", "300", "120", "20"},
                    {"b", "1800", "3600", "10", "2", "300", "inf", "20"},
                    {"c", "0", "1800", "10", "2", "300", "120", "20"},
                    {"c", "1700", "3600", "10", "2", "300", "120", "20"}}};
    const CsvTable result = solved("transient", table);
    const std::size_t error = result.column("error");
    CHECK(result.rows[0][error] != "");
    CHECK(result.rows[1][error] != "");
    CHECK(result.rows[2][error] == "");
    CHECK(result.rows[3][result.column("p_arrival_waits")] != "");
    CHECK(result.rows[4][error] != "");
    CHECK(result.rows[5][error] != "");
}

} // namespace switchroom::erlang
