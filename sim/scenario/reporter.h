#pragma once
/// Collects what is wrong with a document, by path, so that a mistake is reported once: what depends on a
/// value that could not be read is not complained about again.

#include "sim/scenario/document.h"
#include "sim/scenario/node.h"

#include <set>
#include <string>

namespace switchroom {

class Reporter {
public:
    explicit Reporter(const SourceMap& sources) : sources_(sources) {}

    /// At the value with this path, or at the nearest part of the file that holds it.
    void error(const std::string& path, std::string message);
    void warning(const std::string& path, std::string message);
    /// At a place that is not the value's own (a key, a missing entry's table).
    void error_at(SourceLocation where, const std::string& path, std::string message);

    /// Whether the value at this path, or something inside it, could not be read.
    bool broken(const std::string& path) const;
    /// Whether the value at this path as a whole could not be read.
    bool broken_itself(const std::string& path) const { return broken_.contains(path); }
    /// Whether the file says something at exactly this path.
    bool has_place(const std::string& path) const { return sources_.places.contains(path); }
    /// Makes `path` count as broken without a message of its own.
    void mark_broken(const std::string& path) { broken_.insert(path); }

    /// Everything so far, ordered by position; files in the order given, duplicates once.
    Diagnostics sorted(const std::vector<std::string>& files) const;

private:
    const SourceMap& sources_;
    std::set<std::string> broken_;
    Diagnostics found_;
};

/// Paths and places of all values of a tree.
SourceMap places_of(const Node& root);

/// "contacts[2]" + "talk" → "contacts[2].talk"; keys with other characters than letters, digits, - and _ are
/// quoted.
std::string join_path(const std::string& parent, std::string_view key);
/// "contacts" + 2 → "contacts[2]".
std::string join_path(const std::string& parent, std::size_t position);

} // namespace switchroom
