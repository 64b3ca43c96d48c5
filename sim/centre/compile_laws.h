#pragma once
/// Laws, probabilities and random factors of the compiled model.

#include "sim/centre/compile_context.h"

#include <optional>
#include <string>

namespace switchroom {

/// The law that a file states at `path`; missing (and an error) if no such law exists or its data cannot be
/// read.
std::optional<Distribution> law_of(const DistributionSpec& spec, const std::string& path,
                                   CompileContext& context);

/// Adds the law to the model and returns its position.
std::uint32_t add_law(const Distribution& law, CentreModel& model);

/// A law that may vary by clock time, as entries of timed_distributions: one if it is constant, else one for
/// each step of each day. Empty (and errors) where a law does not exist.
Range timed_law(const TimeVarying<DistributionSpec>& laws, const std::string& path, CompileContext& context);

/// The same for a law of its own.
Range timed_law(const DistributionSpec& law, const std::string& path, CompileContext& context);
Range timed_law(const Distribution& law, CompileContext& context);

/// A probability that may vary by clock time; empty where it is 0 all day.
Range timed_probability(const TimeVarying<Probability>& probability, CompileContext& context);

/// The probability of the contrary; empty where it is 0 all day.
Range timed_contrary(const TimeVarying<Probability>& probability, CompileContext& context);

/// A random factor with this mean and coefficient of variation, one value per period, drawn for `stream`.
/// Returns its position in factors. Families: gamma, lognormal, uniform, constant.
std::uint32_t add_factor(Family family, double mean, double cv, UncertaintyPer per, std::uint64_t stream,
                         Purpose purpose, CompileContext& context);

} // namespace switchroom
