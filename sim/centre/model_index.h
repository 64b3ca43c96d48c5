#pragma once
/// Derives from a filled CentreModel the rows that routing reads, so that neither an arriving call nor a
/// freed agent ever searches: for each (contact, offer step) its queue and the groups to try; for each group
/// the queues that it may serve, in order of rank.

#include "sim/centre/centre_model.h"

namespace switchroom {

/// Fills model.index. An offer to a group that lacks the skill for the contact is passed over.
///
/// Fails a check (compile's own bug, never bad input) unless: arrays name only existing entries; every
/// contact has an open route with at least one step; days join and cover [begin_s, end_s); changes, pieces,
/// replayed calls and timed values ascend; probabilities lie in 0 … 1; speeds and weights are positive; cells
/// × interval_s covers the measured span.
void index_model(CentreModel& model);

} // namespace switchroom
