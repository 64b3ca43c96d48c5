#pragma once
/// When a solver's value agrees with a reference.

namespace switchroom::test {

/// |value − reference| / |reference|; |value| if the reference is 0.
double relative_error(double value, double reference);

/// The accuracy promised for transforms, integrals and transients: 1e-8 relative above 1e-6, else 1e-12
/// absolute.
bool agrees(double value, double reference);
/// As agrees(), with a relative accuracy of one's own.
bool agrees_within(double value, double reference, double relative);

} // namespace switchroom::test
