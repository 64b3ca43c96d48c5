// Somebody hits the window with a thousand random inputs a screen. It must not crash, hang or lose its
// footing. The sanitizer run of tools/fuzz_window.sh does the same with 10 000 and a bound for each frame.
#include "tests/gui/driver.h"
#include "tests/support/dice.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

using namespace switchroom;
using namespace switchroom::gui;
using switchroom::gui::test::Driver;

namespace {

/// Milliseconds of processor time that this thread has used: what others do at the same time does not count.
double thread_ms()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

double from_environment(const char* name, double otherwise)
{
    const char* words = std::getenv(name);
    return words ? std::atof(words) : otherwise;
}

/// One random input after the other; the same seed, the same inputs.
class Fuzzer {
public:
    Fuzzer(Driver& driver, std::uint64_t seed) : driver_(driver), dice_(seed) {}

    void hit(Screen home)
    {
        const double before = thread_ms();
        const int frames_before = ImGui::GetFrameCount();
        one_input();
        if (driver_.bench().screen() != home && dice_.one_in(4))
            driver_.bench().show(home);
        if (driver_.bench().desk.empty() || dice_.one_in(400))
            driver_.bench().open_template(dice_.of({"daytime-overflow", "minimal", "voicemail-only"}));
        driver_.bench().wants_to_quit = false;
        const int frames = std::max(1, ImGui::GetFrameCount() - frames_before);
        slowest_ms = std::max(slowest_ms, (thread_ms() - before) / frames);
    }

    double slowest_ms = 0.0; ///< mean of the frames of one input

private:
    Point anywhere()
    {
        const auto& all = driver_.items().all();
        if (!all.empty() && !dice_.one_in(3)) {
            const Rect rect = all[static_cast<std::size_t>(dice_.below(static_cast<int>(all.size())))].rect;
            return {rect.min.x + 0.01F * static_cast<float>(dice_.below(101)) * rect.width(),
                    rect.min.y + 0.01F * static_cast<float>(dice_.below(101)) * rect.height()};
        }
        return {static_cast<float>(dice_.between(-20, 1400)), static_cast<float>(dice_.between(-20, 900))};
    }

    void one_input()
    {
        switch (dice_.below(12)) {
        case 0:
        case 1:
        case 2:
        case 3:
            return driver_.click_at(anywhere());
        case 4:
            return driver_.double_click_at(anywhere());
        case 5:
        case 6:
            return driver_.drag(anywhere(), anywhere());
        case 7:
            return driver_.wheel(anywhere(), static_cast<float>(dice_.between(-5, 5)));
        case 8:
            return driver_.type(dice_.of({"1", "12", "3min", "0", "-7", "é", "\"", "]", "abc", " ", "1e300",
                                          "nan", "…", "[[x", "99999999999999999999"}));
        case 9:
            return driver_.press(
                dice_.of({256, 257, 258, 259, 261, 262, 263, 264, 265, 266, 267, 268, 269, 32, 290}),
                dice_.one_in(6), dice_.one_in(6));
        case 10:
            return driver_.press(
                dice_.of({'A', 'C', 'V', 'X', 'Z', 'Y', 'K', 'O', 'S', 'D', 'L', '=', '-', 'N', 'W'}), true,
                dice_.one_in(4));
        default:
            return rare();
        }
    }

    void rare()
    {
        if (dice_.one_in(3))
            driver_.resize(dice_.between(320, 1920), dice_.between(240, 1080));
        else
            driver_.frame(dice_.between(1, 5));
    }

    Driver& driver_;
    Dice dice_;
};

} // namespace

TEST_CASE("random inputs neither crash nor stall any screen")
{
    const auto inputs = static_cast<int>(from_environment("SWITCHROOM_FUZZ_INPUTS", 300));
    const double limit_ms = from_environment("SWITCHROOM_FRAME_LIMIT_MS", 0.0);
    for (const Screen screen : all_screens) {
        SUBCASE(std::string(name_of(screen)).c_str())
        {
            Driver driver(1280, 800, {.replications = 30, .threads = 1});
            driver.open("daytime-overflow");
            driver.show(screen);
            Fuzzer fuzzer(driver, 20 + static_cast<std::uint64_t>(screen));
            for (int i = 0; i < inputs; ++i)
                fuzzer.hit(screen);
            driver.bench().show(screen);
            driver.frame(3);
            CHECK_FALSE(driver.items().all().empty());
            MESSAGE(name_of(screen), ": ", inputs, " inputs, slowest frame ", fuzzer.slowest_ms, " ms");
            if (limit_ms > 0.0)
                CHECK(fuzzer.slowest_ms <= limit_ms);
        }
    }
}
