#include "gui/view_models/cost_feed.h"

#include "planner/contract/term_model.h"

#include <algorithm>
#include <utility>

namespace switchroom::gui {

namespace {

/// Terms that are priced: a dozen leave a doubt of a few per cent, at a tenth of a study of the promise.
constexpr std::int64_t priced_terms = 12;

bool is_priced(const Scenario& scenario)
{
    return std::any_of(scenario.contracts.begin(), scenario.contracts.end(),
                       [](const Contract& contract) { return !(contract.price == Price{}); });
}

} // namespace

void CostFeed::update(const Desk& desk, const std::shared_ptr<const RunSnapshot>& results)
{
    if (!results || !results->finished || !results->loaded ||
        (scenario_ == results->scenario && revision_ == results->revision))
        return;
    scenario_ = results->scenario;
    revision_ = results->revision;
    if (!is_priced(results->loaded->document.scenario)) {
        job_.clear();
        return;
    }
    job_.start(
        [results, files = &desk.files,
         folders = DataFolders{.data_dir = desk.runs.options().data_dir}](JobOrder<CostPicture>& order) {
            CostPicture picture{results->scenario, results->revision, {}};
            TermOptions options;
            options.files = files;
            options.folders = folders;
            options.needs_clause = false;
            const auto term = make_term_model(results->loaded->document, options);
            if (term) {
                PromiseOptions promise;
                promise.seed = results->result.seed;
                promise.fixed_terms = priced_terms;
                picture.vendors = study_promises(*term, promise, order).vendors;
            }
            if (!order.stop_requested())
                order.publish(std::move(picture));
        });
}

CostFeed::Cost CostFeed::of(const RunSnapshot& snapshot) const
{
    const Scenario& scenario = snapshot.loaded->document.scenario;
    const auto picture = job_.latest();
    const bool invoiced = is_priced(scenario);
    const bool known =
        picture && picture->scenario == snapshot.scenario && picture->revision == snapshot.revision;
    const Economics money =
        economics(snapshot.result, scenario, known ? picture->vendors : std::vector<VendorInvoice>{});
    return {money.without_lost, !invoiced || known};
}

} // namespace switchroom::gui
