#include "planner/report/cell.h"

#include "sim/experiment/number_text.h"

#include <utility>

namespace switchroom::report {

Cell text_cell(std::string text, Tone tone)
{
    Cell cell;
    cell.text = std::move(text);
    cell.tone = tone;
    return cell;
}

Cell figure_cell(KpiUnit unit, double value, double half_width, const std::string& currency)
{
    Cell cell;
    cell.kind = CellKind::figure;
    cell.unit = unit;
    cell.value = value;
    cell.half_width = half_width;
    cell.currency = currency;
    return cell;
}

Cell figure_cell(KpiUnit unit, const Estimate& estimate, const std::string& currency)
{
    return figure_cell(unit, estimate.mean, estimate.half_width, currency);
}

Cell difference_cell(KpiUnit unit, double value, double half_width, const std::string& currency, Tone tone)
{
    Cell cell = figure_cell(unit, value, half_width, currency);
    cell.kind = CellKind::difference;
    cell.tone = tone;
    return cell;
}

std::string shown(const Cell& cell)
{
    const NumberStyle style{.currency = cell.currency};
    switch (cell.kind) {
    case CellKind::figure:
        return estimate_text(cell.unit, cell.value, cell.half_width, style);
    case CellKind::difference:
        return difference_text(cell.unit, cell.value, cell.half_width, style);
    case CellKind::text:
        break;
    }
    return cell.text;
}

std::string unit_name(const Cell& cell)
{
    if (cell.kind == CellKind::text)
        return "";
    return cell.unit == KpiUnit::money ? cell.currency : std::string(to_text(cell.unit));
}

} // namespace switchroom::report
