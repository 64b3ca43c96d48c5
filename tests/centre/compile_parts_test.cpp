/// Contacts, laws, skills, routes and random streams in the compiled model.

#include "tests/centre/compile_support.h"

#include <cmath>
#include <string>
#include <vector>

using namespace switchroom;

namespace {

constexpr double hour = 3600.0;
constexpr double day = 24 * hour;

const std::string head = "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 2\n";

std::string contact(const std::string& name,
                    const std::string& keys = "arrivals.rate_per_hour = 10\ntalk = \"1min\"\n")
{
    return "[[contacts]]\nname = \"" + name + "\"\n" + keys + "\n";
}

std::string group(const std::string& name, const std::string& keys = "agents = 2\n")
{
    return "[[groups]]\nname = \"" + name + "\"\n" + keys + "\n";
}

double mean_of(const CentreModel& model, Range range, std::uint32_t entry = 0)
{
    REQUIRE(entry < range.count);
    return mean(model.distributions[model.timed_distributions[range.first + entry].distribution]);
}

double expected_on(const CentreModel& model, std::uint32_t contact, std::uint32_t day_number)
{
    const Range pieces = model.piece_ranges[model.contacts[contact].day_pieces.first + day_number];
    double total = 0.0;
    for (std::uint32_t p = pieces.first; p < pieces.end(); ++p) {
        const ArrivalPiece& piece = model.pieces[p];
        CHECK(piece.expected_before == doctest::Approx(total));
        const double length = piece.to_s - piece.from_s;
        total += piece.begin_per_s * length + 0.5 * piece.slope_per_s2 * length * length;
    }
    return total;
}

} // namespace

TEST_CASE("a law that varies by clock time has an entry for each step of each day, the evening's value "
          "before the first")
{
    const CentreModel model = model_of(
        head +
        contact("a", "arrivals.rate_per_hour = 1\ntalk = [[\"08:00\", \"60s\"], [\"18:00\", \"90s\"]]\n") +
        group("g"));
    const Range talk = model.contacts[0].talk;
    REQUIRE(talk.count == 5);
    const double starts[] = {0, 8 * hour, 18 * hour, day + 8 * hour, day + 18 * hour};
    const double means[] = {90, 60, 90, 60, 90};
    for (std::uint32_t i = 0; i < 5; ++i) {
        CHECK(model.timed_distributions[talk.first + i].from_s == starts[i]);
        CHECK(mean_of(model, talk, i) == means[i]);
    }
}

TEST_CASE("every family of laws keeps the mean and the spread that the file states")
{
    const struct {
        std::string text;
        double mean_s;
        double cv;
    } laws[] = {
        {R"("90s")", 90, 0},
        {R"({ family = "exponential", mean = "2min" })", 120, 1},
        {R"({ family = "lognormal", mean = "3min10s", cv = 0.85 })", 190, 0.85},
        {R"({ family = "gamma", mean = "40s", cv = 1.5 })", 40, 1.5},
        {R"({ family = "weibull", mean = "2min30s", cv = 1.2 })", 150, 1.2},
        {R"({ family = "erlang", mean = "60s", phases = 4 })", 60, 0.5},
        {R"({ family = "hyperexponential", mean = "60s", cv = 2 })", 60, 2},
        {R"({ family = "uniform", low = "180s", high = "420s" })", 300, 240 / std::sqrt(12.0) / 300},
        {R"({ family = "triangular", low = "0s", mode = "30s", high = "60s" })", 30, std::sqrt(150.0) / 30},
        {R"({ family = "mixture", parts = [{ family = "constant", mean = "0s" }, { family = "exponential", mean = "100s" }], weights = [1, 3] })",
         75, std::sqrt(0.75 * 20000 - 75.0 * 75.0) / 75},
        {R"({ family = "hazard", hazard_per_minute = [["0s", 0.5]] })", 120, 1},
        {R"({ family = "exponential", mean = "20s", shift = "10s" })", 30, 2.0 / 3},
    };
    for (const auto& [text, mean_s, spread] : laws) {
        CAPTURE(text);
        const CentreModel model =
            model_of(head + contact("a", "arrivals.rate_per_hour = 1\ntalk = " + text) + group("g"));
        const Distribution& law =
            model.distributions[model.timed_distributions[model.contacts[0].talk.first].distribution];
        CHECK(mean(law) == doctest::Approx(mean_s).epsilon(1e-9));
        CHECK(cv(law) == doctest::Approx(spread).epsilon(1e-9));
    }
}

TEST_CASE("a share of a common profile carries the profile's factors and its own")
{
    const CentreModel model = model_of(
        head +
        "[[profiles]]\nname = \"line\"\nweekdays = [[\"08:00\", 60], [\"18:00\", 0]]\n"
        "day_factor = { mon = 1.2 }\nmonth_factor = { mar = 0.5 }\n" +
        contact(
            "a",
            "arrivals = { share_of = { profile = \"line\", share = \"25%\" }, day_factor = { tue = 2 } }\n"
            "talk = \"1min\"\n") +
        group("g"));
    CHECK(expected_on(model, 0, 0) == doctest::Approx(600 * 1.2 * 0.5 * 0.25).epsilon(1e-12));
    CHECK(expected_on(model, 0, 1) == doctest::Approx(600 * 0.5 * 0.25 * 2).epsilon(1e-12));
}

TEST_CASE("a linear profile keeps its slopes")
{
    const CentreModel model = model_of(head +
                                       contact("a", "arrivals = { profile = { every_day = [[\"08:00\", 0], "
                                                    "[\"10:00\", 36], [\"12:00\", 0]] }, shape = "
                                                    "\"linear\" }\ntalk = \"1min\"\n") +
                                       group("g"));
    CHECK(expected_on(model, 0, 0) == doctest::Approx(72.0).epsilon(1e-12));
    CHECK(model.pieces[0].slope_per_s2 == doctest::Approx(0.01 / 7200).epsilon(1e-12));
    CHECK(model.pieces[1].slope_per_s2 == doctest::Approx(-0.01 / 7200).epsilon(1e-12));
}

TEST_CASE("the parts of a split stream thin their source, and callers who are not recognised arrive as the "
          "other part")
{
    const std::string text =
        head +
        contact("all",
                "arrivals.rate_per_hour = 100\narrivals.busyness = { family = \"gamma\", cv = 0.2 }\n") +
        contact("urgent", "arrivals = { split_of = { contact = \"all\", share = 0.1, recognised = 0.9, "
                          "otherwise = \"routine\" } }\n"
                          "talk = \"1min\"\n") +
        contact("routine",
                "arrivals = { split_of = { contact = \"all\", rest = true } }\ntalk = \"1min\"\n") +
        group("g");
    const CentreModel model = model_of(text);
    REQUIRE(model.names.contacts ==
            std::vector<std::string>{"urgent", "routine"}); // the source is not served
    CHECK(expected_on(model, 0, 0) == doctest::Approx(2400 * 0.09).epsilon(1e-12));
    CHECK(expected_on(model, 1, 0) == doctest::Approx(2400 * 0.91).epsilon(1e-12));
    // one factor a day for both, drawn for the source
    for (const ModelContact& part : model.contacts) {
        REQUIRE(part.factors.count == 1);
        CHECK(model.factors[model.factor_ids[part.factors.first]].stream == hash_name("all"));
    }
}

TEST_CASE("uncertainty: one value a day for all contacts, one a month, one a run")
{
    const CentreModel model = model_of("format = 1\nname = \"t\"\n[time]\nstart = 2026-03-30\ndays = 4\n" +
                                       contact("a") + contact("b") + group("g") +
                                       "[uncertainty]\nvolume = { cv = 0.1, per = \"run\", common = true }\n"
                                       "forecast_error = { bias = 0.05, cv = 0.06, per = \"month\" }\n"
                                       "handle = { cv = 0.03, per = \"day\" }\n");
    for (const ModelContact& contact : model.contacts) {
        REQUIRE(contact.factors.count == 2);
        const ModelFactor& volume = model.factors[model.factor_ids[contact.factors.first]];
        const ModelFactor& forecast = model.factors[model.factor_ids[contact.factors.first + 1]];
        const ModelFactor& handle = model.factors[model.factor_ids[contact.handle_factors.first]];
        CHECK(mean(model.distributions[forecast.distribution]) == doctest::Approx(1.05));
        CHECK(cv(model.distributions[forecast.distribution]) == doctest::Approx(0.06));
        const auto date = [&](const ModelFactor& factor, std::uint32_t i) {
            return model.factor_dates[factor.key_dates.first + i];
        };
        CHECK(date(volume, 0) == date(volume, 3));
        CHECK(date(forecast, 0) == date(forecast, 1)); // 30 and 31 March
        CHECK(date(forecast, 1) != date(forecast, 2)); // 1 April
        CHECK(date(handle, 0) + 1 == date(handle, 1));
    }
    const auto stream = [&](std::size_t contact) {
        return model.factors[model.factor_ids[model.contacts[contact].factors.first]].stream;
    };
    CHECK(stream(0) == stream(1));
}

TEST_CASE("without a route a contact is offered to every skilled group in the order of the file")
{
    const CentreModel model = model_of(
        head + contact("a") + contact("b") + group("g0", "agents = 1\nskills = [{ contact = \"b\" }]") +
        group("g1") + group("g2", "agents = 1\nskills = [{ contact = \"a\", level = 2, speed = 0.9 }]"));
    const auto offered = [&](std::uint32_t contact) {
        std::vector<std::uint32_t> groups;
        const Range steps = model.routes[model.contacts[contact].open_route].steps;
        REQUIRE(steps.count == 1);
        const Range offers = model.steps[steps.first].offers;
        for (std::uint32_t o = offers.first; o < offers.end(); ++o)
            groups.push_back(model.offers[o].group);
        return groups;
    };
    CHECK(offered(0) == std::vector<std::uint32_t>{1, 2});
    CHECK(offered(1) == std::vector<std::uint32_t>{0, 1});
    CHECK(model.contacts[0].closed_route == none);
    CHECK(model.skills.back().level == 2);
    CHECK(model.skills.back().speed == 0.9);
}

TEST_CASE("one route may serve several contacts; lines take every telephone contact unless they name some")
{
    const CentreModel model = model_of(
        head + contact("a") + contact("b") +
        contact("visitors", "channel = \"in-person\"\narrivals.rate_per_hour = 1\nhandle = \"1min\"") +
        group("g") + group("h") +
        "[[routes]]\ncontacts = [\"a\", \"b\"]\nopen = [{ offer = [\"g\"], for = \"20s\" }, { offer = "
        "[\"h\", \"g\"], keep_idle = "
        "{ h = 1 }, choose = \"longest-idle\" }]\nclosed = [{ offer = [\"h\"] }]\n[[lines]]\nname = "
        "\"trunks\"\ncount = 5\n");
    CHECK(model.contacts[0].open_route == model.contacts[1].open_route);
    CHECK(model.contacts[0].closed_route == model.contacts[1].closed_route);
    const Range steps = model.routes[model.contacts[0].open_route].steps;
    REQUIRE(steps.count == 2);
    CHECK(model.steps[steps.first].for_s == 20.0);
    const ModelStep& second = model.steps[steps.first + 1];
    CHECK(second.for_s == never_s);
    CHECK(second.choose == ChooseGroup::longest_idle);
    CHECK(model.offers[second.offers.first].group == 1);
    CHECK(model.offers[second.offers.first].keep_idle == 1);
    CHECK(model.offers[second.offers.first + 1].keep_idle == 0);
    CHECK(model.contacts[0].line == 0);
    CHECK(model.contacts[2].line == none);
    CHECK(model.contacts[2].is_ours); // people at the desk are reported, but not in the telephone's total
    CHECK_FALSE(model.contacts[2].in_totals);
    CHECK(model.lines[0].count == 5);
}

TEST_CASE("a vendor's other clients are a contact of their own, outside the totals, as urgent as the most "
          "urgent of ours there")
{
    const CentreModel model = model_of(
        head + "[hours]\nevery_day = [\"09:00-10:00\"]\n" +
        contact("a", "priority = 4\narrivals.rate_per_hour = 10\ntalk = \"1min\"\n") +
        contact("b", "priority = 2\narrivals.rate_per_hour = 10\ntalk = \"1min\"\n") + group("desk") +
        group("vendor",
              "employer = \"v\"\nagents = { every_day = [[\"06:00\", 9]] }\nskills = [{ contact = \"a\" }]\n"
              "shared_with = { arrivals.rate_per_hour = 200, talk = \"2min\" }\n"));
    REQUIRE(model.names.contacts == std::vector<std::string>{"a", "b", "other clients of vendor"});
    CHECK(model.contacts[2].priority == 4);
    CHECK_FALSE(model.contacts[2].in_totals);
    CHECK_FALSE(model.contacts[2].is_ours);
    CHECK(model.contacts[0].is_ours);
    CHECK(model.contacts[0].in_totals);
    CHECK(expected_on(model, 2, 0) == doctest::Approx(200 * 18)); // while the vendor's people are there
    CHECK(expected_on(model, 0, 0) == doctest::Approx(10));
    const Range offers = model.steps[model.routes[model.contacts[2].open_route].steps.first].offers;
    CHECK(offers.count == 1);
    CHECK(model.offers[offers.first].group == 1);
}

TEST_CASE("random streams follow names and keys, never positions")
{
    const CentreModel model =
        model_of(head + contact("a") +
                 contact("b", "key = \"a long time ago\"\narrivals.rate_per_hour = 1\ntalk = \"1min\"\n") +
                 group("g"));
    CHECK(model.contacts[0].stream == hash_name("a"));
    CHECK(model.contacts[1].stream == hash_name("a long time ago"));
    CHECK(model.groups[0].stream == hash_name("g"));
}

TEST_CASE("shrinkage as a plain number is absence by day; parts are kept apart")
{
    const CentreModel model = model_of(
        head + contact("a") + group("g", "agents = 4\nshrinkage = 0.15\n") +
        group("h", "agents = 3\nshrinkage = { absence_day = 0.05, in_day = 0.07, block = \"20min\" }\n"));
    CHECK(model.groups[0].absence == 0.15);
    CHECK(model.groups[0].in_day_away == 0.0);
    CHECK(model.groups[1].absence == 0.05);
    CHECK(model.groups[1].in_day_away == 0.07);
    CHECK(model.groups[1].block_s == 1200.0);
    CHECK(model.groups[0].most_agents == 4);
}
