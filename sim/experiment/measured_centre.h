#pragma once
/// What results need to know of a scenario and its compiled model: names, targets, costs, and how the model's
/// reporting intervals make up the rows that were asked for.

#include "sim/base/result.h"
#include "sim/centre/centre_model.h"
#include "sim/experiment/figures.h"
#include "sim/experiment/report_rows.h"
#include "sim/scenario/document.h"

namespace switchroom {

/// Contacts of the model that are not a vendor's other clients, and its groups, in the model's order. The
/// total is over contacts of the telephone (channel voice; all contacts if there is none) and over groups
/// that the practice employs (all groups if there is none). Precondition: `model` was compiled from
/// `document`, with reporting intervals unless `by` is run. Error: a time zone that this machine does not
/// know.
Result<MeasuredCentre> measured_centre(const ScenarioDocument& document, const CentreModel& model,
                                       ReportBy by);

} // namespace switchroom
