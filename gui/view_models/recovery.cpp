#include "gui/view_models/recovery.h"

#include "gui/view_models/recovery_file.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <sys/file.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace switchroom::gui {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view work_ending = ".unsaved";
constexpr std::string_view lock_ending = ".lock";

/// A lock that the system lets go when its program ends, however it ends.
class FileLock {
public:
    FileLock() = default;
    explicit FileLock(const std::string& path, bool make)
        : descriptor_(::open(path.c_str(), O_RDWR | O_CLOEXEC | (make ? O_CREAT : 0), 0600))
    {
        if (descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
            ::close(descriptor_);
            descriptor_ = -1;
        }
    }
    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileLock& operator=(FileLock&& other) noexcept
    {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~FileLock()
    {
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }
    bool held() const { return descriptor_ >= 0; }

private:
    int descriptor_ = -1;
};

/// "1234-1f3a…": of the program that wrote it. Process numbers come again, the clock does not.
std::string new_owner()
{
    static std::uint64_t count = 0;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::to_string(::getpid()) + "-" + std::to_string(now.count()) + "-" + std::to_string(++count);
}

std::string owner_of(const std::string& file_name)
{
    return file_name.substr(0, file_name.find('_'));
}

/// Whether the program that wrote it is gone. Without its lock file it is, too.
bool is_left_behind(const std::string& folder, const std::string& owner)
{
    const std::string lock = folder + "/" + owner + std::string(lock_ending);
    std::error_code ignored;
    return !fs::exists(lock, ignored) || FileLock(lock, false).held();
}

std::optional<RecoveryFile> read_file(const std::string& path)
{
    const DiskFileSystem disk;
    const auto text = disk.read(path);
    return text ? recovery_file_from(*text) : std::nullopt;
}

std::int64_t now_s()
{
    return static_cast<std::int64_t>(std::time(nullptr));
}

} // namespace

/// The thread that writes, and what it is to write.
struct Recovery::Worker {
    Worker(std::string in, std::chrono::milliseconds pause) : folder(std::move(in)), between(pause)
    {
        std::error_code error;
        fs::create_directories(folder, error);
        fs::permissions(folder, fs::perms::owner_all, error);
        owner = new_owner();
        // Somebody who looks whether we are gone may hold or take away the file for a moment.
        for (int tries = 0; tries < 20 && !(lock.held() && fs::exists(lock_path(), error)); ++tries) {
            if (tries > 0)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            lock = FileLock(lock_path(), true);
        }
        if (!lock.held())
            problem = "cannot keep unsaved work in " + folder + ": " + std::strerror(errno);
        clear_orphans();
        thread = std::thread([this] { run(); });
    }

    ~Worker()
    {
        {
            const std::lock_guard guard(mutex);
            stop = true;
        }
        changed.notify_all();
        thread.join();
        std::error_code ignored;
        if (own_files().empty())
            fs::remove(lock_path(), ignored);
    }

    std::string lock_path() const { return folder + "/" + owner + std::string(lock_ending); }
    std::string path_of(std::uint32_t editor) const
    {
        return folder + "/" + owner + "_" + std::to_string(editor) + std::string(work_ending);
    }

    std::vector<std::string> files(std::string_view ending) const
    {
        std::vector<std::string> names;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error))
            if (std::string name = entry.path().filename().string(); name.ends_with(ending))
                names.push_back(std::move(name));
        return names;
    }

    std::vector<std::string> own_files() const
    {
        std::vector<std::string> own;
        for (std::string& name : files(work_ending))
            if (owner_of(name) == owner)
                own.push_back(std::move(name));
        return own;
    }

    /// Locks of programs that are gone and left no work, and halves of files that were being written.
    void clear_orphans() const
    {
        std::set<std::string> with_work;
        for (const std::string& name : files(work_ending))
            with_work.insert(owner_of(name));
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            const std::string name = entry.path().filename().string();
            if (name.ends_with(work_ending))
                continue;
            const bool is_lock = name.ends_with(lock_ending);
            const std::string whose =
                is_lock ? name.substr(0, name.size() - lock_ending.size()) : owner_of(name);
            const bool is_ours = is_lock || name.find(std::string(work_ending) + ".") != std::string::npos;
            std::error_code ignored;
            if (is_ours && whose != owner && (!is_lock || !with_work.contains(whose)) &&
                is_left_behind(folder, whose))
                fs::remove(entry.path(), ignored);
        }
    }

    void run()
    {
        std::unique_lock guard(mutex);
        while (!stop || !waiting.empty()) {
            changed.wait(guard, [&] { return stop || !waiting.empty(); });
            while (!waiting.empty()) {
                auto next = waiting.extract(waiting.begin());
                busy = true;
                guard.unlock();
                Diagnostics problems;
                if (next.mapped()) {
                    DiskFileSystem disk;
                    problems = disk.write_atomically(path_of(next.key()), to_text(*next.mapped()));
                } else {
                    std::error_code ignored;
                    fs::remove(path_of(next.key()), ignored);
                }
                guard.lock();
                busy = false;
                if (!problems.empty())
                    problem = problems.front().message;
            }
            idle.notify_all();
            if (!stop) // many changes in a row make one write
                changed.wait_for(guard, between, [&] { return stop || hurry; });
        }
    }

    void order(std::uint32_t editor, std::optional<RecoveryFile> file)
    {
        {
            const std::lock_guard guard(mutex);
            waiting.insert_or_assign(editor, std::move(file));
        }
        changed.notify_all();
    }

    void flush()
    {
        std::unique_lock guard(mutex);
        hurry = true;
        changed.notify_all();
        idle.wait(guard, [&] { return waiting.empty() && !busy; });
        hurry = false;
    }

    std::string folder;
    std::chrono::milliseconds between;
    std::string owner;
    FileLock lock;
    std::map<std::uint32_t, std::uint64_t> noted; ///< text_revision that was ordered, by editor

    mutable std::mutex mutex;
    std::condition_variable changed;
    std::condition_variable idle;
    std::map<std::uint32_t, std::optional<RecoveryFile>> waiting; ///< nothing: the file goes
    bool stop = false;
    bool busy = false;
    bool hurry = false;
    std::string problem;
    std::thread thread;
};

Recovery::Recovery(std::string folder, std::chrono::milliseconds between_writes)
    : worker_(std::make_unique<Worker>(std::move(folder), between_writes))
{
}

Recovery::~Recovery() = default;

std::vector<Recoverable> Recovery::recoverable() const
{
    std::vector<Recoverable> found;
    const DiskFileSystem disk;
    for (const std::string& name : worker_->files(work_ending)) {
        if (owner_of(name) == worker_->owner || !is_left_behind(worker_->folder, owner_of(name)))
            continue;
        const auto file = read_file(worker_->folder + "/" + name);
        if (!file)
            continue;
        const auto there = disk.read(file->path);
        const bool changed = !there || hash_of(*there) != file->saved_hash;
        found.push_back(
            {name, file->path, file->suggested_path, file->title, file->text, file->written_s, changed});
    }
    std::sort(found.begin(), found.end(),
              [](const Recoverable& a, const Recoverable& b) { return a.written_s > b.written_s; });
    return found;
}

Result<std::unique_ptr<ScenarioEditor>> Recovery::recover(FileSystem& files, const std::string& id)
{
    // Under its new name it is this program's: whoever renames first has it.
    const std::string taken = worker_->folder + "/" + worker_->owner + "_taken" + std::string(work_ending);
    std::error_code error;
    fs::rename(worker_->folder + "/" + id, taken, error);
    const auto file = error ? std::nullopt : read_file(taken);
    if (!file)
        return error_in(id, "this unsaved work is not there any more");
    const auto there = files.read(file->path);
    auto editor = std::make_unique<ScenarioEditor>(
        files, file->text, EditorOrigin{file->path, there ? *there : std::string(), file->suggested_path});
    worker_->noted[editor->id()] = editor->text_revision();
    fs::rename(taken, worker_->path_of(editor->id()), error);
    worker_->clear_orphans();
    return editor;
}

void Recovery::discard(const std::string& id)
{
    std::error_code ignored;
    fs::remove(worker_->folder + "/" + id, ignored);
    worker_->clear_orphans();
}

void Recovery::update(const std::vector<std::unique_ptr<ScenarioEditor>>& editors)
{
    std::set<std::uint32_t> unsaved;
    for (const auto& editor : editors) {
        if (!editor->has_unsaved_changes())
            continue;
        unsaved.insert(editor->id());
        const auto before = worker_->noted.find(editor->id());
        if (before != worker_->noted.end() && before->second == editor->text_revision())
            continue;
        worker_->noted[editor->id()] = editor->text_revision();
        const bool has_no_file = editor->needs_path();
        worker_->order(editor->id(),
                       RecoveryFile{editor->path(), has_no_file ? editor->suggested_path() : "",
                                    editor->title(), hash_of(editor->saved_text()), now_s(), editor->text()});
    }
    for (auto it = worker_->noted.begin(); it != worker_->noted.end();)
        if (unsaved.contains(it->first)) {
            ++it;
        } else {
            worker_->order(it->first, std::nullopt);
            it = worker_->noted.erase(it);
        }
}

void Recovery::flush()
{
    worker_->flush();
}

void Recovery::close()
{
    for (const auto& [editor, revision] : worker_->noted)
        worker_->order(editor, std::nullopt);
    worker_->noted.clear();
    worker_->flush();
}

std::string Recovery::problem() const
{
    const std::lock_guard guard(worker_->mutex);
    return worker_->problem;
}

} // namespace switchroom::gui
