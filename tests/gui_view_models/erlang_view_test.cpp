#include "gui/view_models/erlang_view.h"
#include "gui/view_models/erlang_words.h"
#include "tests/gui_view_models/view_support.h"
#include "tests/support/reference_rows.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <string>

using namespace switchroom;
using namespace switchroom::gui;
using switchroom::gui::test::settle;
using switchroom::gui::test::TestDesk;

namespace {

/// What a person would type for a row of the reference tables, to the last digit.
ErlangTexts texts_of(const ReferenceRow& row)
{
    ErlangTexts texts = standard_texts();
    texts["arrivals"] =
        fmt::format("{:.17g}", 3600.0 * row.number("offered_load_erlang") / row.number("aht_s"));
    texts["handle"] = row.text("aht_s") + "s";
    texts["agents"] = row.text("n_agents");
    texts["within"] = row.text("awt_s") + "s";
    if (row.has("mean_patience_s"))
        texts["patience"] = row.text("mean_patience_s") == "inf" ? "inf" : row.text("mean_patience_s") + "s";
    return texts;
}

double figure_of(const ErlangAnswer& answer, std::string_view name)
{
    for (const ErlangFigure& figure : answer.figures)
        if (figure.name == name)
            return figure.value;
    return std::nan("");
}

ErlangAnswer answer_for(const char* model, const ErlangTexts& texts, double target = 0.8)
{
    const erlang::CaseModel* found = erlang::find_case_model(model);
    REQUIRE(found != nullptr);
    const ErlangReading reading = read_erlang(*found, texts);
    REQUIRE(reading.wrong.empty());
    return answer_of({found, reading.inputs, target});
}

/// Rows of everyday size: others strain the doubles between text and number.
bool is_everyday(const ReferenceRow& row)
{
    return row.number("n_agents") <= 200.0 && row.number("aht_s") >= 1.0;
}

} // namespace

TEST_CASE("the calculator shows the reference values of Erlang C and A for what a person types")
{
    int rows = 0;
    for (const ReferenceRow& row : reference_rows("erlang_c")) {
        // Close to saturation the wait magnifies a last digit of the load.
        if (!is_everyday(row) || row.number("condition_number_asa_wrt_load") > 1000.0)
            continue;
        CAPTURE(row.text("case_id"));
        const ErlangAnswer answer = answer_for("c", texts_of(row));
        REQUIRE(answer.problem.empty());
        CHECK(figure_of(answer, "service_level") ==
              doctest::Approx(row.number("service_level_awt")).epsilon(1e-9));
        CHECK(figure_of(answer, "asa_s") == doctest::Approx(row.number("asa_s")).epsilon(1e-9));
        ++rows;
    }
    CHECK(rows >= 10);
    rows = 0;
    for (const ReferenceRow& row : reference_rows("erlang_a")) {
        if (!is_everyday(row) || row.number("mean_patience_s") == 0.0)
            continue;
        CAPTURE(row.text("case_id"));
        const ErlangAnswer answer = answer_for("a", texts_of(row));
        REQUIRE(answer.problem.empty());
        CHECK(figure_of(answer, "service_level") ==
              doctest::Approx(row.number("sl_answered_over_offered")).epsilon(1e-9));
        CHECK(figure_of(answer, "probability_abandon") ==
              doctest::Approx(row.number("p_abandon")).epsilon(1e-9));
        ++rows;
    }
    CHECK(rows >= 10);
}

TEST_CASE("every model of the table has its words in both languages and answers what stands there at first")
{
    for (const erlang::CaseModel& model : erlang::case_models()) {
        CAPTURE(model.name);
        CHECK(model_title(model, Language::english) != std::string(model.title));
        CHECK(model_title(model, Language::french) != model_title(model, Language::english));
        CHECK(model_holds(model, Language::french) != model_holds(model, Language::english));
        ErlangTexts texts = standard_texts();
        if (model.name == "mg1")
            texts["arrivals"] = "12"; // one agent alone cannot take a hundred
        const ErlangAnswer answer = answer_for(std::string(model.name).c_str(), texts);
        CHECK(answer.problem == "");
        CHECK_FALSE(answer.columns.empty());
    }
}

TEST_CASE("the least agents for a target are those of the reference table")
{
    int rows = 0;
    for (const ReferenceRow& row : reference_rows("inverse_staffing")) {
        const std::string constraint = row.text("constraints");
        if (constraint.find('&') != std::string::npos)
            continue;
        const bool is_b = row.text("model") == "erlang_b" && constraint.starts_with("blocking_prob <= ");
        const bool is_c = row.text("model") == "erlang_c" && constraint.starts_with("service_level_awt >= ");
        const bool is_a =
            row.text("model") == "erlang_a" && constraint.starts_with("sl_answered_over_offered >= ");
        if (!is_a && !is_b && !is_c)
            continue;
        CAPTURE(row.text("case_id"));
        ErlangTexts texts = standard_texts();
        const double handle_s = is_b ? 180.0 : row.number("aht_s");
        texts["arrivals"] = fmt::format("{:.17g}", 3600.0 * row.number("offered_load_erlang") / handle_s);
        texts["handle"] = fmt::format("{}s", handle_s);
        if (!is_b)
            texts["within"] = row.text("awt_s") + "s";
        if (is_a)
            texts["patience"] = row.text("mean_patience_s") + "s";
        const double bound = std::stod(constraint.substr(constraint.find('=') + 1));
        const ErlangAnswer answer = answer_for(is_a   ? "a"
                                               : is_b ? "b"
                                                      : "c",
                                               texts, is_b ? 1.0 - bound : bound);
        REQUIRE(answer.least_agents);
        CHECK(*answer.least_agents == row.number("least_n"));
        ++rows;
    }
    CHECK(rows >= 4);
}

TEST_CASE("fields read numbers of both languages, durations and shares, and say which of them are wrong")
{
    const erlang::CaseModel& a = *erlang::find_case_model("a");
    ErlangTexts texts = standard_texts();
    texts["arrivals"] = "1 200,5";
    texts["handle"] = "180";
    CHECK(value_of("arrivals", texts) == 1200.5);
    CHECK(value_of("handle", texts) == 180.0);
    texts["patience"] = "inf";
    CHECK(std::isinf(value_of("patience", texts)));
    texts["busyness-cv"] = "20 %";
    CHECK(value_of("busyness-cv", texts) == doctest::Approx(0.2));
    texts["within"] = "soon";
    texts["agents"] = "";
    texts["capacity"] = "no matter: not a field of this model";
    const ErlangReading reading = read_erlang(a, texts);
    CHECK(reading.wrong == std::vector<std::string_view>{"agents", "within"});
}

TEST_CASE("an hour in its stride, simulated, agrees with Erlang A")
{
    // 2 000 hours and a fixed seed. 1.5 half-widths of 95 % are 2.94 standard errors: the three figures of a
    // right program would fail with probability 1 %.
    const ErlangHour hour{.starts_empty = false};
    JobOrder<HourPicture> order({});
    study_hour(hour, order);
    const HourPoint& here = order.latest()->here();
    REQUIRE(order.latest()->problems.empty());
    const auto agrees = [](const Estimate& simulated, const Estimate& formula) {
        CAPTURE(simulated.mean);
        CAPTURE(formula.mean);
        CHECK(simulated.half_width > 0.0);
        CHECK(std::abs(simulated.mean - formula.mean) <= 1.5 * simulated.half_width);
    };
    agrees(here.simulated.service_level, here.a.service_level);
    agrees(here.simulated.asa_s, here.a.asa_s);
    agrees(here.simulated.abandonment, here.a.abandonment);
}

TEST_CASE("an hour that starts empty, simulated, agrees with the exact transient solution and beats Erlang A")
{
    JobOrder<HourPicture> order({});
    study_hour({}, order);
    const auto picture = order.latest();
    const Estimate& simulated = picture->here().simulated.service_level;
    CHECK(std::abs(simulated.mean - picture->from_empty) <= 1.5 * simulated.half_width);
    CHECK(picture->from_empty > picture->here().a.service_level.mean);
    CHECK(picture->finished);
    for (const HourPoint& point : picture->points)
        CHECK(point.simulated.service_level.n > 0);
}

TEST_CASE("beyond full load Erlang C has no answer, and the words say why; below it they name the gap")
{
    const auto words_for = [](int agents, Language language) {
        HourPicture picture;
        picture.hour.agents = agents; // for five erlang
        picture.points = {{.agents = agents,
                           .c = erlang_c_figures(picture.hour, agents),
                           .a = erlang_a_figures(picture.hour, agents),
                           .simulated = {}}};
        return reasons(picture, {.language = language}).front();
    };
    CHECK(words_for(5, Language::english).find("no answer") != std::string::npos);
    CHECK(words_for(5, Language::french).find("pas de réponse") != std::string::npos);
    CHECK(words_for(6, Language::english).find("below Erlang A") != std::string::npos);
    CHECK(words_for(12, Language::english).find("agree to") != std::string::npos);
    CHECK(std::isnan(erlang_c_figures({}, 4).service_level.mean));
    CHECK(erlang_a_figures({}, 4).service_level.mean > 0.0);
}

TEST_CASE(
    "fields are filled from the busiest interval of the scenario, and typing makes them one's own again")
{
    TestDesk test;
    test.open(
        "minimal"); // 24 calls an hour until noon, 2 min 30 each, patience 2 min, two people, 80 % in 30 s
    order_runs(test.desk);
    while (!ErlangView::can_take_from(test.desk))
        order_runs(test.desk);
    ErlangView view({});
    view.take_from(test.desk);
    settle(view, test.desk);
    CHECK(value_of("arrivals", view.texts()) == 24.0);
    CHECK(value_of("handle", view.texts()) == 150.0);
    CHECK(value_of("patience", view.texts()) == 120.0);
    CHECK(value_of("agents", view.texts()) == 2.0);
    CHECK(value_of("within", view.texts()) == 30.0);
    CHECK(view.target_share() == doctest::Approx(0.8));
    REQUIRE(view.taken());
    CHECK(view.taken()->group == "front desk");
    CHECK(view.taken()->at_s == 8.0 * 3600.0);
    CHECK(view.answer()->load == doctest::Approx(1.0)); // 24 calls of 150 s an hour
    view.texts()["agents"] = "3";
    settle(view, test.desk);
    CHECK_FALSE(view.taken());
    CHECK(view.hour()->hour.agents == 3);
}

TEST_CASE("a field that cannot be read keeps the last answer and asks for nothing new")
{
    TestDesk test;
    ErlangView view({});
    settle(view, test.desk);
    const double before = figure_of(*view.answer(), "service_level");
    view.texts()["handle"] = "3minutes";
    settle(view, test.desk);
    CHECK(view.reading().is_wrong("handle"));
    CHECK(view.hour() == nullptr);
    CHECK(figure_of(*view.answer(), "service_level") == before);
    view.texts()["handle"] = "2min";
    settle(view, test.desk);
    CHECK(figure_of(*view.answer(), "service_level") > before);
    view.take_least_agents();
    settle(view, test.desk);
    CHECK(figure_of(*view.answer(), "service_level") >= 0.8);
}
