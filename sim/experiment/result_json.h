#pragma once
/// Results as the JSON document that docs/command-line.md promises: keys in a fixed order, undefined numbers
/// null, nothing about the machine or the moment of the run.

#include "sim/experiment/comparison.h"
#include "sim/experiment/results.h"

#include <string>

namespace switchroom {

/// One object and a final newline.
std::string to_json(const ExperimentResult& result);

/// {"scenarios": […], "differences": […]} and a final newline.
std::string to_json(const Comparison& comparison);

} // namespace switchroom
