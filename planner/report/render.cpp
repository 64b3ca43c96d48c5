#include "planner/report/render.h"

#include "planner/report/render_csv.h"
#include "planner/report/render_html.h"
#include "planner/report/render_json.h"
#include "planner/report/render_text.h"
#include "planner/report/render_xlsx.h"

namespace switchroom::report {

Result<std::string> rendered(const Document& document, ReportFormat format)
{
    switch (format) {
    case ReportFormat::html:
        return to_html(document);
    case ReportFormat::text:
        return to_text(document);
    case ReportFormat::csv:
        return to_csv(document, CsvStyle::comma);
    case ReportFormat::csv_semicolon:
        return to_csv(document, CsvStyle::semicolon);
    case ReportFormat::xlsx:
        return to_xlsx(document);
    case ReportFormat::json:
        break;
    }
    return to_json(document);
}

} // namespace switchroom::report
