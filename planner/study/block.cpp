#include "planner/study/block.h"

#include "sim/base/check.h"
#include "sim/experiment/collector.h"
#include "sim/experiment/experiment.h"

#include <algorithm>

namespace switchroom {

namespace {

bool has(const std::vector<std::string>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

void add_scope(const KpiSelection& selection, const std::string& scope, const std::string& name,
               KpiScope kpis, std::vector<StudyFigure>& figures)
{
    for (const KpiDefinition* kpi : selection.of(kpis))
        if (kpi->kind != KpiKind::wait_quantile)
            figures.push_back({scope, name, kpi});
}

const ScopeResult& scope_of(const ExperimentResult& result, const StudyFigure& figure)
{
    const std::vector<ScopeResult>& scopes = figure.scope == "contact" ? result.contacts
                                             : figure.scope == "group" ? result.groups
                                                                       : result.segments;
    if (figure.scope == "total")
        return result.total;
    const auto found = std::find_if(scopes.begin(), scopes.end(),
                                    [&](const ScopeResult& scope) { return scope.name == figure.name; });
    SWITCHROOM_CHECK(found != scopes.end(), "figures are those of the model's centre");
    return *found;
}

} // namespace

std::vector<StudyFigure> figures_of(const Study& study, const MeasuredCentre& centre)
{
    const KpiSelection selection = collected(KpiSelection::named(study.kpis), centre);
    std::vector<StudyFigure> figures;
    if (has(study.scopes, "total"))
        for (const KpiScope scope : {KpiScope::contact, KpiScope::group, KpiScope::centre})
            add_scope(selection, "total", "", scope, figures);
    if (has(study.scopes, "contacts"))
        for (const MeasuredContact& contact : centre.contacts)
            add_scope(selection, "contact", contact.name, KpiScope::contact, figures);
    if (has(study.scopes, "groups"))
        for (const MeasuredGroup& group : centre.groups)
            add_scope(selection, "group", group.name, KpiScope::group, figures);
    if (has(study.scopes, "segments"))
        for (const MeasuredSegment& segment : centre.segments)
            for (const KpiScope scope : {KpiScope::contact, KpiScope::group})
                add_scope(selection, "segment", segment.name, scope, figures);
    return figures;
}

std::vector<ReplicationPairs> run_block(const LoadedModel& loaded, const Study& study,
                                        const std::vector<StudyFigure>& figures, std::uint64_t seed,
                                        std::int64_t first_replication, std::int64_t count)
{
    const KpiSelection selection = collected(KpiSelection::named(study.kpis), loaded.centre);
    Collector collector(loaded.centre, selection, seed);
    const Replicator replicator = replicator_of(loaded.model, seed, first_replication);
    ReplicationFigures counts;
    for (std::int64_t i = 0; i < count; ++i) {
        replicator(i, counts);
        collector.add(counts);
    }
    const ExperimentResult result = collector.result();
    std::vector<ReplicationPairs> pairs(static_cast<std::size_t>(count),
                                        ReplicationPairs(figures.size(), KpiPair{0.0, 0.0}));
    for (std::size_t f = 0; f < figures.size(); ++f) {
        const KpiResult* kpi = scope_of(result, figures[f]).find(figures[f].kpi->name, figures[f].kpi->key);
        if (!kpi || kpi->series.numerators.size() != pairs.size())
            continue; // the scope has nothing of this kind: 0 / 0, undefined
        for (std::size_t r = 0; r < pairs.size(); ++r)
            pairs[r][f] = {kpi->series.numerators[r], kpi->series.denominators[r]};
    }
    return pairs;
}

} // namespace switchroom
