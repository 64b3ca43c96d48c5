#include "sim/experiment/report_rows.h"

#include "sim/base/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace switchroom {

namespace {

constexpr std::array weekday_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/// "2026-W10": the ISO 8601 week, from Monday on; it belongs to the year that has its Thursday.
std::string iso_week(Date date)
{
    const std::chrono::sys_days day(date);
    const auto weekday = static_cast<int>(std::chrono::weekday(day).iso_encoding());
    const std::chrono::sys_days thursday = day + std::chrono::days(4 - weekday);
    const std::chrono::year year = std::chrono::year_month_day(thursday).year();
    const std::chrono::sys_days first = std::chrono::sys_days(year / std::chrono::January / 1);
    return fmt::format("{}-W{:02}", static_cast<int>(year), (thursday - first).count() / 7 + 1);
}

/// Gives rows their labels and order: times of day and weekdays in their own order, days, weeks and months as
/// they come.
class RowLayout {
public:
    RowLayout(ReportBy by, double interval_s) : by_(by), step_s_(by == ReportBy::hour ? 3600.0 : interval_s)
    {
        if (by == ReportBy::weekday)
            labels_.assign(weekday_names.begin(), weekday_names.end());
        else if (by == ReportBy::hour || by == ReportBy::interval)
            for (double at_s = 0.0; at_s < 86400.0; at_s += step_s_)
                labels_.push_back(to_text(ClockTime{static_cast<int>(at_s)}));
    }

    std::size_t row_of(const LocalDay& day, double clock_s)
    {
        switch (by_) {
        case ReportBy::run:
            return 0;
        case ReportBy::interval:
        case ReportBy::hour:
            // Intervals begin on the grid; the small allowance keeps a rounding error from putting one into
            // its neighbour.
            return std::min(static_cast<std::size_t>(clock_s / step_s_ + 1e-6), labels_.size() - 1);
        case ReportBy::weekday:
            return day.weekday().iso_encoding() - 1;
        case ReportBy::day:
            return row_named(to_text(day.date));
        case ReportBy::week:
            return row_named(iso_week(day.date));
        case ReportBy::month:
            return row_named(to_text(day.date).substr(0, 7));
        }
        return 0;
    }

    const std::vector<std::string>& labels() const { return labels_; }

private:
    std::size_t row_named(const std::string& label)
    {
        if (labels_.empty() || labels_.back() != label)
            labels_.push_back(label);
        return labels_.size() - 1;
    }

    ReportBy by_;
    double step_s_;
    std::vector<std::string> labels_;
};

} // namespace

std::optional<ReportBy> report_by(std::string_view word)
{
    constexpr std::array words{
        std::pair{"interval", ReportBy::interval}, std::pair{"hour", ReportBy::hour},
        std::pair{"day", ReportBy::day},           std::pair{"weekday", ReportBy::weekday},
        std::pair{"week", ReportBy::week},         std::pair{"month", ReportBy::month},
        std::pair{"contact", ReportBy::run},       std::pair{"group", ReportBy::run}};
    for (const auto& [name, by] : words)
        if (word == name)
            return by;
    return std::nullopt;
}

double cell_start_s(const CentreModel& model, std::uint32_t cell)
{
    return model.measure_from_s + cell * model.interval_s;
}

CellRows rows_of_cells(const CentreModel& model, const Calendar& calendar, ReportBy by)
{
    RowLayout layout(by, model.interval_s);
    CellRows rows;
    for (std::uint32_t k = 0; k < model.cells; ++k) {
        const double from_s = cell_start_s(model, k);
        const int day = calendar.day_at(from_s);
        rows.row.push_back(layout.row_of(calendar.day(day), calendar.clock_s(day, from_s)));
    }
    rows.labels = layout.labels();
    return rows;
}

} // namespace switchroom
