#include "planner/report/render_json.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace switchroom::report {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json cell_json(const Cell& cell)
{
    if (cell.kind == CellKind::text)
        return cell.text;
    Json json{{"value", number(cell.value)}};
    if (std::isfinite(cell.half_width))
        json["half_width_95"] = cell.half_width;
    json["unit"] = unit_name(cell);
    return json;
}

Json table_json(const DataTable& table)
{
    Json rows = Json::array();
    for (const auto& row : table.rows) {
        Json cells = Json::array();
        for (const Cell& cell : row)
            cells.push_back(cell_json(cell));
        rows.push_back(std::move(cells));
    }
    Json json{{"title", table.title}, {"headings", table.headings}};
    json["rows"] = std::move(rows);
    return json;
}

} // namespace

std::string to_json(const Document& document)
{
    Json tables = Json::array();
    for (const DataTable& table : tables_of(document))
        tables.push_back(table_json(table));
    Json json{{"title", document.title}, {"subtitle", document.subtitle}};
    json["tables"] = std::move(tables);
    return json.dump(2) + "\n";
}

} // namespace switchroom::report
