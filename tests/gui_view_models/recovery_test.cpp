#include "gui/view_models/recovery.h"

#include "gui/view_models/recovery_file.h"
#include "tests/gui_view_models/temporary_folder.h"

#include <doctest/doctest.h>

#include <atomic>
#include <csignal>
#include <new>
#include <random>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace switchroom;
using namespace switchroom::gui;
using namespace std::chrono_literals;

namespace {

DiskFileSystem disk;

const std::string practice = "# ours\nformat = 1\nname = \"Ours\"\n[[contacts]]\nname = \"calls\"\n"
                             "arrivals.rate_per_hour = 30\ntalk = \"3min\"\n[[groups]]\nname = \"desk\"\n"
                             "agents = 2   # two\n[run]\nseed = 1\n";

std::string with_seed(std::int64_t seed)
{
    return practice.substr(0, practice.rfind("1\n")) + std::to_string(seed) + "\n";
}

using Editors = std::vector<std::unique_ptr<ScenarioEditor>>;

Editors opened(const std::string& path)
{
    Editors editors;
    auto editor = open_scenario(disk, path);
    REQUIRE(editor.ok());
    editors.push_back(*std::move(editor));
    return editors;
}

/// Runs `work` in a process of its own, which must not come back from it.
template <class Work>
pid_t in_child(const Work& work)
{
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        work();
        ::_exit(0);
    }
    return child;
}

void kill_and_wait(pid_t child)
{
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

/// What a child did, seen by its parent even after it was killed.
struct Shared {
    std::atomic<std::int64_t> last{0};    ///< seed of the last edit
    std::atomic<std::int64_t> on_disk{0}; ///< seed that was surely written
    std::atomic<bool> ready{false};
};

struct SharedMemory {
    SharedMemory()
        : at(new (::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))
                 Shared)
    {
    }
    ~SharedMemory() { ::munmap(at, sizeof(Shared)); }
    Shared* at;
};

} // namespace

TEST_CASE("unsaved work of a program that was killed is offered at the next start, and can be taken back")
{
    const TemporaryFolder folder;
    folder.write("ours.toml", practice);
    const pid_t child = in_child([&] {
        Editors editors = opened(folder / "ours.toml");
        Recovery recovery(folder / "recovery");
        editors[0]->set("run.seed", "42");
        recovery.update(editors);
        recovery.flush();
        ::kill(::getpid(), SIGKILL);
    });
    ::waitpid(child, nullptr, 0);
    CHECK(folder.read("ours.toml") == practice);

    Recovery recovery(folder / "recovery");
    const auto left = recovery.recoverable();
    REQUIRE(left.size() == 1);
    CHECK(left[0].path == folder / "ours.toml");
    CHECK(left[0].title == "Ours");
    CHECK(left[0].text == with_seed(42));
    CHECK_FALSE(left[0].changed_since);

    auto editor = recovery.recover(disk, left[0].id);
    REQUIRE(editor.ok());
    CHECK((*editor)->text() == with_seed(42));
    CHECK((*editor)->has_unsaved_changes());
    CHECK((*editor)->path() == folder / "ours.toml");
    CHECK(recovery.recoverable().empty());
    CHECK_FALSE(recovery.recover(disk, left[0].id).ok());

    Editors editors;
    editors.push_back(*std::move(editor));
    recovery.update(editors);
    CHECK(editors[0]->save().empty());
    CHECK(folder.read("ours.toml") == with_seed(42));
    recovery.update(editors);
    recovery.flush();
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "recovery"))
        files += entry.path().extension() == ".unsaved";
    CHECK(files == 0);
}

TEST_CASE("whenever a program is killed, what is offered is a state that was there, at most a second old")
{
    const TemporaryFolder folder;
    folder.write("ours.toml", practice);
    std::mt19937 random(20260302);
    std::int64_t recovered = 0;
    for (int kill = 0; kill < 24; ++kill) {
        CAPTURE(kill);
        const SharedMemory shared;
        const pid_t child = in_child([&] {
            Editors editors = opened(folder / "ours.toml");
            Recovery recovery(folder / "recovery", 20ms);
            for (std::int64_t seed = 2;; ++seed) {
                shared.at->last = seed; // before: what is written is never newer than this
                editors[0]->set("run.seed", std::to_string(seed));
                recovery.update(editors);
                if (seed % 7 == 0) {
                    recovery.flush();
                    shared.at->on_disk = seed;
                    shared.at->ready = true;
                }
            }
        });
        for (int wait = 0; wait < 1000 && !shared.at->ready; ++wait)
            std::this_thread::sleep_for(5ms);
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 60000));
        kill_and_wait(child);

        Recovery recovery(folder / "recovery");
        const auto left = recovery.recoverable();
        REQUIRE(left.size() == 1);
        auto editor = recovery.recover(disk, left[0].id);
        REQUIRE(editor.ok());
        const std::uint64_t seed = (*editor)->document()->scenario.run.seed;
        CHECK((*editor)->text() == with_seed(static_cast<std::int64_t>(seed)));
        CHECK(static_cast<std::int64_t>(seed) <= shared.at->last);
        CHECK(static_cast<std::int64_t>(seed) >= shared.at->on_disk);
        recovered += 1;
        recovery.close();
    }
    CHECK(recovered == 24);
    int rest = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "recovery"))
        rest += entry.path().extension() != ".lock";
    CHECK(rest == 0);
}

TEST_CASE("a program that still runs keeps its work to itself")
{
    const TemporaryFolder folder;
    folder.write("ours.toml", practice);
    const SharedMemory shared;
    const pid_t child = in_child([&] {
        Editors editors = opened(folder / "ours.toml");
        Recovery recovery(folder / "recovery");
        editors[0]->set("run.seed", "5");
        recovery.update(editors);
        recovery.flush();
        shared.at->ready = true;
        for (;;)
            std::this_thread::sleep_for(1s);
    });
    for (int wait = 0; wait < 1000 && !shared.at->ready; ++wait)
        std::this_thread::sleep_for(5ms);
    {
        Recovery other(folder / "recovery");
        CHECK(other.recoverable().empty());
        Editors editors = opened(folder / "ours.toml");
        editors[0]->set("run.seed", "6");
        other.update(editors);
        other.flush();
        CHECK(other.recoverable().empty());
        other.close();
    }
    kill_and_wait(child);
    const Recovery after(folder / "recovery");
    REQUIRE(after.recoverable().size() == 1);
    CHECK(after.recoverable()[0].text == with_seed(5));
}

TEST_CASE("changes are on the disk within two seconds without anybody waiting for it")
{
    const TemporaryFolder folder;
    folder.write("ours.toml", practice);
    Editors editors = opened(folder / "ours.toml");
    Recovery recovery(folder / "recovery");
    for (int seed = 2; seed < 60; ++seed) {
        editors[0]->set("run.seed", std::to_string(seed));
        recovery.update(editors);
    }
    std::string on_disk;
    for (int wait = 0; wait < 200 && on_disk != with_seed(59); ++wait) {
        std::this_thread::sleep_for(10ms);
        for (const auto& entry : std::filesystem::directory_iterator(folder / "recovery"))
            if (entry.path().extension() == ".unsaved")
                if (const auto text = disk.read(entry.path()))
                    on_disk = recovery_file_from(*text).value_or(RecoveryFile{}).text;
    }
    CHECK(on_disk == with_seed(59));
}

TEST_CASE("a clean end, and work that is taken back, leave nothing behind")
{
    const TemporaryFolder folder;
    folder.write("ours.toml", practice);
    {
        Editors editors = opened(folder / "ours.toml");
        Recovery recovery(folder / "recovery");
        editors[0]->set("run.seed", "9");
        recovery.update(editors);
        recovery.flush();
        editors[0]->undo();
        recovery.update(editors);
        recovery.flush();
        editors[0]->redo();
        recovery.update(editors);
        recovery.close();
    }
    CHECK(std::filesystem::is_empty(folder / "recovery"));
}

TEST_CASE("work without a file of its own, and a file that changed meanwhile, are told as such")
{
    const TemporaryFolder folder;
    folder.write("ours.toml", practice);
    const pid_t child = in_child([&] {
        Editors editors = opened(folder / "ours.toml");
        auto copy = new_from_library(disk, SWITCHROOM_SOURCE_DIR "/scenarios/minimal.toml", folder.path());
        editors.push_back(*std::move(copy));
        Recovery recovery(folder / "recovery");
        editors[0]->set("run.seed", "3");
        editors[1]->set("groups[0].agents", "3");
        recovery.update(editors);
        recovery.flush();
        ::kill(::getpid(), SIGKILL);
    });
    ::waitpid(child, nullptr, 0);
    folder.write("ours.toml", practice + "# somebody else\n");
    Recovery recovery(folder / "recovery");
    auto left = recovery.recoverable();
    REQUIRE(left.size() == 2);
    if (left[0].title != "Ours")
        std::swap(left[0], left[1]);
    CHECK(left[0].changed_since);
    CHECK_FALSE(left[1].changed_since);
    CHECK(left[1].suggested_path == folder / "My practice.toml");
    const auto editor = recovery.recover(disk, left[1].id);
    REQUIRE(editor.ok());
    CHECK((*editor)->needs_path());
    CHECK((*editor)->suggested_path() == folder / "My practice.toml");
    CHECK_FALSE((*editor)->save().empty());
    recovery.discard(left[0].id);
    CHECK(recovery.recoverable().empty());
}

TEST_CASE("a recovery file that is cut short or damaged is none")
{
    const RecoveryFile file{"/a/b\n%41.toml", "", "Ö 100 %", 7, 1234, practice};
    const std::string text = to_text(file);
    const auto back = recovery_file_from(text);
    REQUIRE(back.has_value());
    CHECK(back->path == file.path);
    CHECK(back->title == file.title);
    CHECK(back->saved_hash == 7);
    CHECK(back->text == practice);
    for (std::size_t size = 0; size < text.size(); ++size)
        CHECK_FALSE(recovery_file_from(text.substr(0, size)).has_value());
    std::string damaged = text;
    damaged[damaged.size() - 3] ^= 1;
    CHECK_FALSE(recovery_file_from(damaged).has_value());
}
