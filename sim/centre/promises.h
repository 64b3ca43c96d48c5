#pragma once
/// By when an item has to be handled.

#include "sim/centre/centre_model.h"

namespace switchroom {

/// The instant at which a promise given at `from_s` falls due; never_s if that lies beyond the model's days
/// (or nothing is promised). Opening time runs only inside the spans: a promise of two hours given an hour
/// before closing is due an hour after the next opening, and one that runs out at closing is due then. A
/// deadline that is reached counts as past: the next one holds. O(log n).
double due_s(const CentreModel& model, const ModelPromise& promise, double from_s);

/// The first of the windows (in CentreModel::windows) that has not ended at `instant_s`; null if all have.
const Span* window_at(const CentreModel& model, Range windows, double instant_s);

} // namespace switchroom
