#pragma once
/// Centres for the benchmarks beyond M/M/n+M.

#include "tests/support/model_builder.h"

namespace switchroom::bench {

/// Three contact types, three groups: one group for each type, each helped by the next.
inline CentreModel make_skill_model(double calls)
{
    constexpr double agents = 30.0;
    test::ModelBuilder b(60.0 * calls / (3.0 * agents));
    for (std::uint32_t c = 0; c < 3; ++c)
        b.contact(agents / 60.0, law::exponential(60.0), law::exponential(60.0));
    for (std::uint32_t g = 0; g < 3; ++g)
        b.group(static_cast<std::uint32_t>(agents));
    for (std::uint32_t c = 0; c < 3; ++c) {
        const std::uint32_t helper = (c + 1) % 3;
        b.skill(c, c);
        b.skill(helper, c).level = 2;
        b.route(c, {{.groups = {c, helper}}});
    }
    b.model.collect_longest_queue = false;
    return b.build();
}

/// Twelve contact types, twenty groups of fifty, each type served by five groups; a third of the abandoners
/// redial.
inline CentreModel make_large_model(double calls)
{
    constexpr std::uint32_t types = 12;
    constexpr std::uint32_t groups = 20;
    constexpr double agents = 1000.0;
    test::ModelBuilder b(60.0 * calls / agents);
    for (std::uint32_t c = 0; c < types; ++c) {
        const std::uint32_t id =
            b.contact(agents / types / 60.0, law::exponential(60.0), law::exponential(60.0));
        ModelContact& contact = b.model.contacts[id];
        contact.redial_after_abandon = b.probability(0.33);
        contact.redial_delay = b.always(law::exponential(600.0));
        contact.redial_at_most = 3;
    }
    for (std::uint32_t g = 0; g < groups; ++g)
        b.group(50);
    for (std::uint32_t c = 0; c < types; ++c) {
        std::vector<std::uint32_t> served_by;
        for (std::uint32_t k = 0; k < 5; ++k)
            served_by.push_back((c * 5 + k * 3) % groups);
        for (const std::uint32_t g : served_by)
            b.skill(g, c);
        b.route(c, {{.groups = served_by}});
    }
    b.model.collect_longest_queue = false;
    return b.build();
}

/// `types` contact types, all served by one group of 100.
inline CentreModel make_typed_model(std::uint32_t types, double calls)
{
    test::ModelBuilder b(60.0 * calls / 100.0);
    const std::uint32_t desk = b.group(100);
    for (std::uint32_t c = 0; c < types; ++c) {
        b.contact(100.0 / types / 60.0, law::exponential(60.0), law::exponential(60.0));
        b.skill(desk, c);
        b.route(c, {{.groups = {desk}}});
    }
    b.model.collect_longest_queue = false;
    return b.build();
}

} // namespace switchroom::bench
