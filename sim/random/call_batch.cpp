#include "sim/random/call_batch.h"

#include "sim/base/check.h"
#include "sim/random/philox_batch.h"
#include "sim/random/simd_clones.h"
#include "sim/random/vector_math.h"

namespace switchroom {

namespace {

SWITCHROOM_SIMD_CLONES void exponentials(const double* u, double* out, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        out[i] = vector_math::kernel::unit_exponential(u[i]);
}

} // namespace

void draw_uniforms(StreamKey key, DrawAddress first, Purpose first_purpose, UniformBatch& out)
{
    const auto purpose = static_cast<std::uint32_t>(first_purpose);
    SWITCHROOM_ASSERT(purpose % 3 == 0, "the purpose opens a block of three");
    philox_batches().back()(key.value, first, purpose / 3, out);
}

void unit_exponentials(std::span<const double> u, std::span<double> out)
{
    SWITCHROOM_ASSERT(u.size() == out.size(), "as many exponentials as uniforms");
    exponentials(u.data(), out.data(), u.size());
}

} // namespace switchroom
