#include "planner/erlang/cases/csv_table.h"
#include "planner/erlang/erlang_a.h"
#include "planner/erlang/erlang_b.h"
#include "planner/erlang/erlang_c.h"
#include "planner/erlang/mmnk.h"
#include "planner/erlang/overflow.h"
#include "planner/erlang/staffing.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <limits>
#include <sstream>

using namespace switchroom::erlang;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double real_agents_c(double load, double handle_s, Measure measure, double bound, double awt_s)
{
    const bool level = measure == Measure::sl_answered_over_offered;
    return *real_agents({.kind = QueueKind::erlang_c, .offered_load = load, .handle_s = handle_s},
                        {.measure = measure, .at_least = level, .bound = bound, .awt_s = awt_s});
}

double least_c(double load, double handle_s, Target target)
{
    return *least_agents({.kind = QueueKind::erlang_c, .offered_load = load, .handle_s = handle_s},
                         {&target, 1});
}

/// A published number by its row in published_vectors.csv, and how this library computes it.
struct Published {
    const char* id;
    std::function<double()> ours;
};

const std::vector<Published>& published()
{
    static const std::vector<Published> rows{
        {"PV001", [] { return erlang_b(1, 1)->blocking; }},
        {"PV002", [] { return erlang_b(2, 1)->blocking; }},
        {"PV009", [] { return *erlang_b_load(17, 0.01); }},
        {"PV010", [] { return *erlang_b_load(17, 0.05); }},
        {"PV011", [] { return *erlang_b_load(17.5, 0.05); }},
        {"PV014", [] { return erlang_b(10, 5)->blocking; }},
        {"PV015", [] { return erlang_b(10, 20)->blocking; }},
        {"PV022", [] { return erlang_b(132, 123)->blocking; }},
        {"PV023", [] { return static_cast<double>(erlang_b(100, 120)->ln_blocking); }},
        {"PV031", [] { return overflow_moments(20, 20)->peakedness(); }},
        {"PV039", [] { return service_level(*erlang_c(15, 10, 180), 0.33 * 60); }},
        {"PV040", [] { return erlang_c(15, 10, 180)->probability_wait; }},
        {"PV041", [] { return erlang_c(11, 10, 180)->probability_wait; }},
        {"PV042", [] { return service_level(*erlang_c(11, 10, 180), 20); }},
        {"PV045", [] { return erlang_c(12, 10, 180)->probability_wait; }},
        {"PV050", [] { return service_level(*erlang_c(13, 10, 180), 20); }},
        {"PV055", [] { return erlang_c(14, 10, 180)->mean_wait_s; }},
        {"PV059", [] { return erlang_c(13, 10.75, 120.5)->mean_wait_s; }},
        {"PV063", [] { return service_level(*erlang_c(100, 97.5, 180), 50); }},
        {"PV064", [] { return service_level(*erlang_c(100.7, 97.5, 180), 50); }},
        {"PV065", [] { return real_agents_c(10.3, 180, Measure::sl_answered_over_offered, 0.90, 10); }},
        {"PV066", [] { return real_agents_c(10.3, 180, Measure::sl_answered_over_offered, 0.95, 10); }},
        {"PV067",
         [] { return real_agents_c(936.0 * 180 / 1800, 180, Measure::sl_answered_over_offered, 0.90, 10); }},
        {"PV070", [] { return real_agents_c(100, 180, Measure::asa, 15, 0); }},
        {"PV072",
         [] {
             const Target target{.measure = Measure::asa, .at_least = false, .bound = 60};
             return *greatest_load({.kind = QueueKind::erlang_c, .handle_s = 300}, 20, {&target, 1});
         }},
        {"PV073",
         [] { return least_c(20, 180, {.measure = Measure::wait, .at_least = false, .bound = 0.15}); }},
        {"PV078", [] { return service_level(*erlang_c(55, 48, 240), 20); }},
        {"PV080", [] { return least_c(48, 240, {.bound = 0.8, .awt_s = 20}); }},
        {"PV084", [] { return erlang_c(12421, 12345, 180)->probability_wait; }},
        {"PV086", [] { return static_cast<double>(erlang_c(100, 90, 1)->ln_probability_wait); }},
        {"PV088", [] { return static_cast<double>(erlang_c(100, 10, 1)->ln_probability_wait); }},
        {"PV089", [] { return static_cast<double>(erlang_c(10000, 100, 1)->ln_probability_wait); }},
        {"PV090", [] { return least_c(3, 300, {.bound = 0.8, .awt_s = 20}); }},
        {"PV117",
         [] {
             const Mmnk k = *mmnk({2, 5, 1.5, 0.5, infinity});
             return k.mean_busy + k.mean_queue_length;
         }},
        {"PV118",
         [] {
             return mmnk({2, 5, 1.5, 0.5, infinity})->mean_wait_accepted_s;
         }},
        {"PV119",
         [] {
             return erlang_a({14, 10, 180, 300})->probability_wait;
         }},
        {"PV120",
         [] {
             return erlang_a({14, 10, 180, 300})->probability_abandon;
         }},
        {"PV124",
         [] {
             return erlang_a({13, 10.5, 180, 300})->mean_wait_s;
         }},
        {"PV125",
         [] {
             return erlang_a({9, 10.5, 180, 300})->mean_wait_s;
         }},
    };
    return rows;
}

} // namespace

TEST_CASE("numbers that other people printed are met to their last digit, and their 60-digit values to ours")
{
    std::ifstream file(std::string(SWITCHROOM_SOURCE_DIR) + "/tests/reference/published_vectors.csv");
    std::stringstream text;
    text << file.rdbuf();
    const auto table = read_csv(text.str(), "published_vectors.csv");
    REQUIRE(table.ok());
    std::size_t met = 0;
    for (const Published& row : published())
        for (const auto& cells : table->rows)
            if (cells[table->column("case_id")] == row.id) {
                const double printed = std::stod(cells[table->column("printed_value")]);
                const double exact = std::stod(cells[table->column("our_60_digit_value")]);
                const double half_unit = std::stod(cells[table->column("half_unit_of_last_printed_digit")]);
                const double ours = row.ours();
                CAPTURE(row.id);
                CHECK(std::fabs(ours - exact) <= 1e-12 * std::fabs(exact));
                // "last digit": the source rounded the other way.
                const bool agrees = cells[table->column("agrees")] == "yes";
                CHECK(std::fabs(ours - printed) <=
                      (agrees ? 1.0 : 2.0) * half_unit + 1e-15 * std::fabs(exact));
                ++met;
            }
    CHECK(met == published().size());
}
