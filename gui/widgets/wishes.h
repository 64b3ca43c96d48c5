#pragma once
/// What a widget wants from the application: files saved and something said about it. Widgets record wishes
/// in Ui; the application fulfils them once a frame and clears them.

#include "gui/widgets/geometry.h"
#include "sim/base/file_system.h"

#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

/// A part of this very frame as a picture: wished for when nothing stands before it.
struct SavePng {
    Rect rect;        ///< pixels
    std::string name; ///< "required-against-staffed.png": a file's name without its folder
};

/// A text as a file.
struct SaveText {
    std::string name;
    std::string content;
};

struct Wishes {
    std::optional<SavePng> save_png;
    std::vector<SaveText> save_texts;
    std::vector<std::string> notices; ///< sentences to show for a few seconds
};

/// A name of a file made of words: "Required against staffed" → "required-against-staffed". Letters without
/// accents, digits and hyphens; "plot" where nothing is left.
std::string file_stem(std::string_view words);

/// Where a saved file goes: the Downloads folder of `home`, else the current folder; with a number behind the
/// name where it is taken ("name-2.svg").
std::string free_path(const FileSystem& files, const std::string& home, const std::string& name);

} // namespace switchroom::gui
