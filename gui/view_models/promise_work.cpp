#include "gui/view_models/promise_work.h"

#include "planner/contract/term_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace switchroom::gui {

namespace {

/// Calls of all terms of the first budget; about five million are simulated in a second on two cores.
constexpr double calls_of_study = 8e6;
constexpr double calls_of_point = 0.8e6;

double calls_of_term(const TermModel& term)
{
    double calls = 0.0;
    for (std::size_t day = 0; day < term.model->days.size(); ++day)
        for (std::size_t contact = 0; contact < term.model->contacts.size(); ++contact)
            calls += expected_contacts(*term.model, contact, day);
    return std::max(calls, 1.0);
}

std::int64_t terms_within(double calls, double a_term, std::int64_t least, std::int64_t most)
{
    return std::clamp(static_cast<std::int64_t>(std::floor(calls / a_term)), least, most);
}

} // namespace

PromiseBudget budget_of(const TermModel& term, int precision)
{
    const double calls = calls_of_term(term);
    return {.study_terms = terms_within(precision * calls_of_study, calls, 8L * precision, 100L * precision),
            .curve_terms = terms_within(precision * calls_of_point, calls, 2L * precision, 12L * precision)};
}

void study_order(const FileSystem& files, const PromiseOrder& order, std::uint64_t number,
                 JobOrder<PromisePicture>& job)
{
    PromisePicture picture;
    picture.number = number;
    const auto term = make_term_model(*order.document, {.files = &files, .folders = order.folders});
    if (!term) {
        picture.problems = term.errors();
        picture.finished = true;
        job.publish(std::move(picture));
        return;
    }
    for (const ClauseFeed& feed : term->clauses)
        picture.clauses.push_back(*feed.clause);
    const PromiseBudget budget = budget_of(*term, order.precision);
    picture.terms_wanted = budget.study_terms;
    picture.terms_per_point = budget.curve_terms;
    PromiseOptions options{.seed = order.document->scenario.run.seed,
                           .assurance = {.wanted = order.assurance},
                           .fixed_terms = budget.study_terms};
    picture.study = study_promises(*term, options, job, [&](const PromiseStudy& so_far) {
        picture.study = so_far;
        job.publish(picture);
    });
    job.publish(picture);
    options.fixed_terms = budget.curve_terms;
    picture.curve = staffing_curve(*term, options, job, [&](const StaffingCurve& so_far) {
        picture.curve = so_far;
        job.publish(picture);
    });
    picture.finished = true;
    if (!job.stop_requested())
        job.publish(std::move(picture));
}

} // namespace switchroom::gui
