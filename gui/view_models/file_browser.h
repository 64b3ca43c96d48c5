#pragma once
/// Choosing a file without a dialogue of the desktop (Debian packages none that fits): the folders and the
/// files of some kinds, and a name to type.

#include <functional>
#include <string>
#include <vector>

namespace switchroom::gui {

class FileBrowser {
public:
    enum class Purpose { open, save };
    /// Called with the chosen path.
    using Chosen = std::function<void(const std::string& path)>;

    /// `suffixes`: ".toml" …; empty: every file. `start` is a folder or a file in it.
    void ask(Purpose purpose, std::vector<std::string> suffixes, const std::string& start, Chosen chosen);
    bool is_open() const { return open_; }
    Purpose purpose() const { return purpose_; }
    void close() { open_ = false; }

    const std::string& folder() const { return folder_; }
    /// Sorted, without what is hidden; folders first.
    const std::vector<std::string>& folders() const { return folders_; }
    const std::vector<std::string>& files() const { return files_; }
    void enter(const std::string& folder); ///< a name of folders(), or ".."
    /// Typed or clicked.
    std::string name;
    /// Folder and name; the first suffix is added to a name without one where a file is saved.
    std::string path() const;
    bool would_overwrite() const;
    bool can_accept() const;
    void accept();

private:
    void list();

    bool open_ = false;
    Purpose purpose_ = Purpose::open;
    std::vector<std::string> suffixes_;
    std::string folder_;
    std::vector<std::string> folders_;
    std::vector<std::string> files_;
    Chosen chosen_;
};

} // namespace switchroom::gui
