#include "gui/view_models/promise_plots.h"
#include "gui/view_models/promise_view.h"
#include "gui/view_models/promise_words.h"
#include "planner/contract/term_model.h"
#include "tests/gui_view_models/view_support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <variant>
#include <vector>

using namespace switchroom;
using namespace switchroom::gui;
using switchroom::gui::test::settle;
using switchroom::gui::test::TestDesk;

namespace {

ClauseVerdict verdict_with(std::vector<double> figures, double promise, bool less_is_better = false)
{
    ClauseVerdict verdict;
    verdict.window = "month";
    verdict.promise = promise;
    verdict.less_is_better = less_is_better;
    verdict.is_time = promise > 1.0;
    verdict.figures = std::move(figures);
    return verdict;
}

double sum(const std::vector<double>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0.0);
}

report::Histogram histogram_of(const ClauseVerdict& verdict)
{
    return std::get<report::Histogram>(figures_plot(verdict, {}).plot);
}

} // namespace

TEST_CASE("every simulated window is in one bin, on the side of the promise that it belongs to")
{
    // 0.95 itself keeps the promise of at least 95 %; so does 30 s a promise of at most 30 s.
    const auto share = histogram_of(verdict_with({0.91, 0.949, 0.9499999, 0.95, 0.951, 0.99, 1.0}, 0.95));
    CHECK(sum(share.series[0].counts) == 4.0);
    CHECK(sum(share.series[1].counts) == 3.0);
    const auto time = histogram_of(verdict_with({12.0, 29.0, 30.0, 30.5, 61.0}, 30.0, true));
    CHECK(sum(time.series[0].counts) == 3.0);
    CHECK(sum(time.series[1].counts) == 2.0);
    const auto same = histogram_of(verdict_with({1.0, 1.0, 1.0}, 1.0));
    CHECK(sum(same.series[0].counts) == 3.0);
    const auto far = histogram_of(verdict_with({0.2}, 0.95));
    CHECK(sum(far.series[1].counts) == 1.0);
}

TEST_CASE("the promise is an edge between bins of one width, and a marker")
{
    const auto histogram = histogram_of(verdict_with({0.912, 0.947, 0.968, 0.981}, 0.95));
    REQUIRE(histogram.edges.size() == histogram.series[0].counts.size() + 1);
    CHECK(std::any_of(histogram.edges.begin(), histogram.edges.end(),
                      [](double edge) { return std::abs(edge - 0.95) < 1e-12; }));
    const double width = histogram.edges[1] - histogram.edges[0];
    for (std::size_t i = 1; i < histogram.edges.size(); ++i)
        CHECK(histogram.edges[i] - histogram.edges[i - 1] == doctest::Approx(width));
    CHECK(histogram.edges.front() <= 0.912);
    CHECK(histogram.edges.back() >= 0.981);
    REQUIRE(histogram.markers.size() == 1);
    CHECK(histogram.markers[0].value == 0.95);
}

TEST_CASE("the screen shows what the library's study says with the same seed and number of terms")
{
    TestDesk test;
    test.open("answering-service-600-calls");
    PromiseView view({});
    settle(view, test.desk);
    REQUIRE(view.picture() != nullptr);
    const PromiseStudy& shown = view.picture()->study;
    const auto document = test.desk.shown().document();
    const auto term = make_term_model(*document, {.files = &test.disk});
    REQUIRE(term.ok());
    NoProgress quiet;
    PromiseOptions options;
    options.seed = document->scenario.run.seed;
    options.fixed_terms = view.picture()->terms_wanted;
    const PromiseStudy same = study_promises(*term, options, quiet);
    CHECK(shown.terms == same.terms);
    CHECK(view.clause()->probability == same.clauses[0].probability);
    CHECK(view.clause()->interval_95.low == same.clauses[0].interval_95.low);
    CHECK(view.clause()->figures == same.clauses[0].figures);
    CHECK(shown.vendors[0].monthly.mean == same.vendors[0].monthly.mean);
    // As published for the case: staffed to the mean, the promise of a month is a coin flip.
    CHECK(view.clause()->probability > 0.4);
    CHECK(view.clause()->probability < 0.75);
    const auto histogram = histogram_of(*view.clause());
    CHECK(sum(histogram.series[0].counts) + sum(histogram.series[1].counts) ==
          static_cast<double>(view.clause()->windows));
    CHECK(sum(histogram.series[0].counts) / static_cast<double>(view.clause()->windows) ==
          doctest::Approx(view.clause()->probability));
    CHECK(view.picture()->curve.least >= 0);
}

TEST_CASE("a first picture comes before the last one, and more precision narrows the interval")
{
    TestDesk test;
    PromiseView view({});
    // Nearly a third of the calls meet the one person busy: about seven in ten are answered at once.
    view.form() = {.sentence = "75% within 20s per month", .calls_a_day = 60.0, .agents = 1};
    std::vector<std::int64_t> terms;
    while (!view.settled()) {
        view.update(test.desk);
        if (view.picture() != nullptr && (terms.empty() || terms.back() != view.picture()->study.terms))
            terms.push_back(view.picture()->study.terms);
    }
    CHECK(terms.size() >= 2);
    CHECK(std::is_sorted(terms.begin(), terms.end()));
    REQUIRE(view.clause()->probability > 0.05);
    REQUIRE(view.clause()->probability < 0.95);
    const auto width = [&] { return view.clause()->interval_95.high - view.clause()->interval_95.low; };
    const double before = width();
    REQUIRE(view.can_be_more_precise());
    view.be_more_precise();
    settle(view, test.desk);
    CHECK(width() == doctest::Approx(before / 2).epsilon(0.25)); // four times the terms
}

TEST_CASE("another wanted assurance asks anew; another clause does not")
{
    TestDesk test;
    test.open("daytime-overflow");
    PromiseView view({});
    settle(view, test.desk);
    REQUIRE(view.picture()->study.clauses.size() == 2);
    const auto number = view.picture()->number;
    view.choose_clause(1);
    view.update(test.desk);
    CHECK(view.settled());
    CHECK(view.clause()->name == "hang-ups");
    CHECK(view.clause()->less_is_better);
    view.set_assurance(0.5);
    view.update(test.desk);
    CHECK_FALSE(view.settled());
    settle(view, test.desk);
    CHECK(view.picture()->number == number + 1);
    CHECK(view.picture()->study.assurance.wanted == 0.5);
}

TEST_CASE("without a contract a promise can be typed: sixty people keep it always, two never")
{
    TestDesk test;
    test.open("minimal");
    PromiseView view({});
    view.form().agents = 60;
    settle(view, test.desk);
    CHECK_FALSE(view.has_contract());
    CHECK(view.is_typed());
    CHECK(view.clause()->probability == 1.0);
    CHECK(kept_words(*view.clause(), {}).starts_with("Kept in all"));
    view.form().agents = 2; // 600 calls of 3 min are 30 hours of work for 20 hours of people
    settle(view, test.desk);
    CHECK(view.clause()->probability == 0.0);
    CHECK(kept_words(*view.clause(), {}).starts_with("Missed in all"));
}

TEST_CASE("every field of the form says for itself what is wrong, and the last promise stays")
{
    PromiseForm form;
    CHECK(read_form(form).promise.has_value());
    CHECK(read_form({.sentence = "95% within"}).is_wrong(PromiseField::sentence));
    CHECK_FALSE(read_form({.sentence = "95% within"}).sentence_error.empty());
    CHECK(read_form({.calls_a_day = 0.0}).is_wrong(PromiseField::calls_a_day));
    CHECK(read_form({.open = "18:00-08:00"}).is_wrong(PromiseField::open));
    CHECK(read_form({.handle = "three minutes"}).is_wrong(PromiseField::handle));
    CHECK(read_form({.handle = "inf"}).is_wrong(PromiseField::handle));
    CHECK(read_form({.patience = "inf"}).promise.has_value());
    CHECK(read_form({.agents = 0}).is_wrong(PromiseField::agents));
    CHECK_FALSE(read_form({.agents = 0}).promise.has_value());
    TestDesk test;
    PromiseView view({});
    settle(view, test.desk);
    const auto number = view.picture()->number;
    view.form().handle = "3m";
    view.update(test.desk);
    CHECK(view.settled());
    CHECK(view.picture()->number == number);
}

TEST_CASE("the least staffing of the curve stands in the assurance plot, and the words tell its hours")
{
    StaffingCurve curve;
    for (const double hours : {200.0, 240.0, 280.0}) {
        StaffingPoint point;
        point.hours_a_week = hours;
        point.most_agents = static_cast<std::uint32_t>(hours / 40.0);
        ClauseVerdict verdict = verdict_with({}, 0.95);
        verdict.probability = hours / 280.0;
        point.clauses = {verdict};
        curve.points.push_back(point);
    }
    curve.least = 2;
    const auto chart = std::get<NumericLineChart>(assurance_plot(curve, 0, 0.9, {}).plot);
    CHECK(chart.at == std::vector<double>{200.0, 240.0, 280.0});
    CHECK(chart.series[0].values.back() == 1.0);
    REQUIRE(chart.level.size() == 1);
    CHECK(chart.level[0].value == 0.9);
    REQUIRE(chart.upright.size() == 1);
    CHECK(chart.upright[0].value == 280.0);
    CHECK(least_words(curve, 0.9, {}).find("280 scheduled hours a week, at most 7 people") !=
          std::string::npos);
    curve.least = -1;
    CHECK(least_words(curve, 0.9, {}).starts_with("None of these"));
}
