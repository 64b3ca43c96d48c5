#pragma once
/// Which queues a condition or an announcement looks at. Part of index_model().

#include "sim/centre/centre_model.h"

namespace switchroom {

/// Fails a check on conditions that compile should never produce.
void check_conditions(const CentreModel& model);

/// Fills the watches of the index: first one for each of CentreModel::conditions, then one for each offer of
/// a contact that announces waits. Precondition: queues, offers and sources of the index are there.
void add_watches(CentreModel& model);

} // namespace switchroom
