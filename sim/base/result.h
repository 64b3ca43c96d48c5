#pragma once
/// Errors as values. Bad input becomes Diagnostics, all of a file's collected; a function that may fail
/// returns a Result.

#include "sim/base/check.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace switchroom {

/// A place in a file, 1-based; line 0 means that the message is about the file as a whole.
struct SourceLocation {
    std::string file;
    int line = 0;
    int column = 0;
    friend bool operator==(const SourceLocation&, const SourceLocation&) = default;
};

enum class Severity { error, warning, note };

/// One message about input: what was found, what was expected. Never holds a telephone number or a person's
/// name.
struct Diagnostic {
    Severity severity = Severity::error;
    SourceLocation where;
    std::string message;
    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// `file:line:column: error: message`; parts of the place that are unknown are left out.
std::string to_text(const Diagnostic& diagnostic);

bool has_errors(const Diagnostics& diagnostics);

/// A diagnostic about a whole file (or about nothing in particular, with an empty name).
Diagnostic error_in(std::string file, std::string message);

/// A value or the reasons why there is none (at least one of them an error).
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::move(value)) {}
    Result(Diagnostics errors) : state_(std::move(errors)) {}
    Result(Diagnostic error) : state_(Diagnostics{std::move(error)}) {}

    bool ok() const { return std::holds_alternative<T>(state_); }
    explicit operator bool() const { return ok(); }

    /// Precondition of the four: ok().
    T& operator*() & { return checked(); }
    const T& operator*() const& { return const_cast<Result*>(this)->checked(); }
    T&& operator*() && { return std::move(checked()); }
    T* operator->() { return &checked(); }
    const T* operator->() const { return &const_cast<Result*>(this)->checked(); }

    /// Empty if ok().
    const Diagnostics& errors() const
    {
        static const Diagnostics no_errors;
        const auto* errors = std::get_if<Diagnostics>(&state_);
        return errors ? *errors : no_errors;
    }

private:
    T& checked()
    {
        SWITCHROOM_CHECK(ok(), "value of a failed Result");
        return *std::get_if<T>(&state_);
    }
    std::variant<T, Diagnostics> state_;
};

} // namespace switchroom
