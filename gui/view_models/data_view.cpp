#include "gui/view_models/data_view.h"

#include "gui/view_models/kpi_text.h"
#include "gui/view_models/replay_text.h"
#include "gui/view_models/safe_words.h"
#include "gui/view_models/text.h"
#include "sim/scenario/parse_toml.h"
#include "sim/scenario/paths.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace switchroom::gui {

namespace {

constexpr std::array compared_kpis{"offered", "answer_rate", "abandonment_rate", "service_level",
                                   "asa_s",   "mean_wait_s", "wait_p95_s",       "aht_s"};

std::string file_of(const std::string& path)
{
    return path.substr(path.rfind('/') + 1);
}

/// "2.3 points", without its sign.
std::string magnitude(KpiUnit unit, double difference, const Locale& locale)
{
    std::string words =
        show_difference(unit, std::abs(difference), std::numeric_limits<double>::quiet_NaN(), locale);
    return words.starts_with('+') ? words.substr(1) : words;
}

std::string difference_words(KpiUnit unit, double measured, const Estimate& simulated, const Locale& locale)
{
    const double difference = simulated.mean - measured;
    if (!std::isfinite(difference))
        return "–";
    if (std::abs(difference) <= simulated.half_width || difference == 0.0)
        return text_of(Text::data_same, locale.language);
    const std::string by = magnitude(unit, difference, locale);
    if (by.find_first_of("123456789") == std::string::npos)
        return text_of(Text::data_equal, locale.language);
    return filled(difference < 0.0 ? Text::data_lower : Text::data_higher, locale.language, by);
}

/// The estimate told for a day instead of a run of so many.
Estimate for_a_day(Estimate estimate, int days)
{
    estimate.mean /= days;
    estimate.half_width /= days;
    return estimate;
}

} // namespace

DataView::DataView(Wake wake) : job_(std::move(wake)) {}

void DataView::start_reading(Desk& desk)
{
    wanted_path_ = path;
    wanted_mapping_ = mapping;
    wanted_scenario_ = 0;
    compared_with = 0;
    reads_file_ = true;
    job_.start([files = &desk.files, path = path, mapping = mapping](JobOrder<LogStudy>& order) {
        LogStudy study;
        study.path = path;
        study.mapping = mapping;
        if (read_log(*files, study, order))
            order.publish(std::move(study));
    });
}

bool DataView::take_mapping(Desk& desk, const std::string& file)
{
    const auto text = desk.files.read(file);
    const auto toml = text ? parse_toml(*text, file) : Result<Node>(text.errors());
    if (!toml || toml->find("columns") == nullptr)
        return false;
    mapping = file;
    if (!path.empty())
        read(desk);
    return true;
}

void DataView::read(Desk& desk)
{
    if (const auto found = resolve_file({}, "", path, {.data_dir = desk.runs.options().data_dir});
        found && path.starts_with("data:"))
        path = *found;
    desk.log_path = path;
    start_reading(desk);
}

void DataView::update(Desk& desk)
{
    if (desk.log_path != wanted_path_) {
        path = desk.log_path;
        if (path.empty())
            forget(desk);
        else
            start_reading(desk);
    }
    study_ = job_.latest();
    const auto results = desk.results();
    if (job_.busy() || !study() || !study()->log || !results || !results->loaded)
        return;
    if (results->scenario == wanted_scenario_ && results->revision == wanted_revision_)
        return;
    wanted_scenario_ = results->scenario;
    wanted_revision_ = results->revision;
    reads_file_ = false;
    job_.start([study = study_, results](JobOrder<LogStudy>& order) {
        LogStudy again = *study;
        find_contacts(again, *results);
        order.publish(std::move(again));
    });
}

bool DataView::settled() const
{
    return wanted_path_.empty() || (!job_.busy() && study() != nullptr);
}

void DataView::forget(Desk& desk)
{
    job_.clear();
    study_.reset();
    desk.log_path.clear();
    wanted_path_.clear();
}

std::string DataView::headline(const Locale& locale) const
{
    const LogStudy& s = *study();
    const auto calls = show_number(static_cast<double>(s.report.by_type.total.counts.attempts), 0, locale);
    if (s.log->rows.empty())
        return filled(Text::data_headline_empty, locale.language);
    return filled(Text::data_headline, locale.language, calls,
                  to_text(Date(local_time(s.log->rows.front().arrived_at).day)),
                  to_text(Date(local_time(s.log->rows.back().arrived_at).day)));
}

std::vector<QualityLine> DataView::quality(const Locale& locale) const
{
    const QualityAccount& account = study()->log->quality;
    std::vector<QualityLine> lines;
    const auto add = [&](const std::vector<QualityItem>& items, Text fate, bool is_loss) {
        for (const QualityItem& item : items)
            lines.push_back({text_of(fate, locale.language), without_telephone_numbers(item.reason),
                             show_number(static_cast<double>(item.lines.size()), 0, locale), is_loss});
    };
    add(account.lost, Text::data_fate_lost, true);
    add(account.repaired, Text::data_fate_repaired, false);
    add(account.noted, Text::data_fate_noted, false);
    add(account.set_aside, Text::data_fate_set_aside, false);
    return lines;
}

std::string DataView::silent_days(Language language) const
{
    const auto& days = study()->silent_days;
    if (days.empty())
        return {};
    constexpr std::size_t most = 6;
    std::string list;
    for (std::size_t i = 0; i < std::min(days.size(), most); ++i)
        list += (i > 0 ? ", " : "") + to_text(days[i]);
    if (days.size() > most)
        list += ", …";
    return filled(Text::data_silent_days, language, days.size(), list);
}

std::vector<std::string> DataView::compared(const Desk& desk) const
{
    std::vector<std::string> names{text_of(Text::data_all_calls, desk.settings.language)};
    const auto results = desk.results();
    if (results && results->loaded && study()->scenario == results->scenario)
        for (const ContactInLog& found : study()->contacts)
            if (found.contact < results->result.contacts.size())
                names.push_back(results->result.contacts[found.contact].name);
    return names;
}

std::vector<LogComparison> DataView::comparison(const Desk& desk) const
{
    const Locale locale = desk.locale();
    const LogStudy& s = *study();
    const auto results = desk.results();
    const bool comparable =
        results && results->loaded && s.scenario == results->scenario && !s.contacts.empty();
    const MeasuredCentre* centre = comparable ? &results->loaded->centre : nullptr;
    std::optional<std::size_t> contact;
    if (comparable && compared_with > 0 && static_cast<std::size_t>(compared_with) <= s.contacts.size())
        contact = s.contacts[static_cast<std::size_t>(compared_with) - 1].contact;
    std::vector<LogComparison> rows;
    for (const char* name : compared_kpis) {
        const KpiDefinition* kpi = find_kpi(KpiScope::contact, name);
        if (kpi == nullptr)
            continue;
        const bool is_total = kpi->kind == KpiKind::total;
        double measured = measured_figure(s, centre, contact, *kpi);
        if (is_total)
            measured /= std::max(s.days, 1);
        LogComparison row{.title = kpi_title(*kpi, locale.language),
                          .help = kpi_help(*kpi, locale.language),
                          .measured = {},
                          .simulated = {},
                          .difference = {}};
        if (is_total)
            row.title = filled(Text::data_a_day, locale.language, row.title);
        row.measured = show_figure(kpi->unit, measured, locale);
        if (comparable) {
            const ScopeResult& scope = contact ? results->result.contacts[*contact] : results->result.total;
            if (const KpiResult* simulated = scope.find(name)) {
                const int days = std::max(results->loaded->document.scenario.time.days, 1);
                const Estimate estimate =
                    is_total ? for_a_day(simulated->estimate, days) : simulated->estimate;
                row.simulated = show_estimate(kpi->unit, estimate, locale);
                row.difference = difference_words(kpi->unit, measured, estimate, locale);
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

bool DataView::can_use_log() const
{
    if (!study() || !study()->log)
        return false;
    const ContactCounts& counts = study()->report.by_type.total.counts;
    return counts.answered + counts.abandoned + counts.flowed_out > 0;
}

std::string DataView::use_log(Desk& desk)
{
    if (desk.scenarios.size() >= most_scenarios)
        return filled(Text::shell_too_many, desk.settings.language, most_scenarios);
    const LogStudy& s = *study();
    const std::string folder = folder_of(s.path);
    std::string columns = s.mapping;
    if (!columns.empty() && columns.starts_with(folder))
        columns = columns.substr(folder.size());
    std::string stem = file_of(s.path);
    stem = stem.substr(0, stem.find('.'));
    desk.scenarios.push_back(std::make_unique<ScenarioEditor>(
        desk.files, replay_scenario(*s.log, file_of(s.path), columns), folder + "replay-" + stem + ".toml"));
    desk.active = desk.scenarios.size() - 1;
    wants_to_see_scenario = true;
    return {};
}

} // namespace switchroom::gui
