#pragma once
/// The pictures of screen Promise.

#include "gui/view_models/plot_spec.h"
#include "gui/view_models/show.h"
#include "planner/contract/promise_study.h"
#include "planner/contract/staffing_curve.h"

#include <cstddef>

namespace switchroom::gui {

/// The figures of the simulated windows in equal bins, one of whose edges is the promise: those that keep it
/// and those that miss it are two series, and every figure is in exactly one bin.
PlotSpec figures_plot(const ClauseVerdict& clause, const Locale& locale);

/// Probability kept against scheduled hours a week, with 95 % intervals, the wanted assurance and the least
/// staffing that reaches it.
PlotSpec assurance_plot(const StaffingCurve& curve, std::size_t clause, double wanted, const Locale& locale);

/// Credits that a window costs the vendor, on average and one in twenty, against scheduled hours a week.
PlotSpec credits_plot(const StaffingCurve& curve, std::size_t clause, const Locale& locale);

} // namespace switchroom::gui
