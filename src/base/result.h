// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value, or an Error from the closed list of errc.h. Failing to verify is a normal
// answer in this program, so it is a value with a name, never an exception.
//
//   Result<Record> read(const Path& path) {
//     const Bytes bytes = TRY(env.read_file(path, limits::entry_bytes_max));
//     return parse_record(bytes);
//   }
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "base/assert.h"
#include "base/errc.h"

namespace armistice {

/// What went wrong (a code), and where and what would be right (one sentence).
struct [[nodiscard]] Error {
  Errc code;
  std::string what;

  /// The same error with the place put before it: `within("register: append")`.
  Error within(std::string_view place) const {
    return Error{code, std::string(place) + ": " + what};
  }

  /// `bad_signature: line 2: …`, as it is printed.
  std::string text() const { return std::string(errc_word(code)) + ": " + what; }

  friend bool operator==(const Error&, const Error&) = default;
};

/// REQUIRES before value(): ok(). REQUIRES before error(): !ok().
/// A plain union and not std::variant: every TRY instantiates one, and std::variant doubled the
/// time of a build.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)), ok_(true) {}  // NOLINT: implicit
  template <typename U>
    requires(std::is_convertible_v<U, T> && !std::is_same_v<std::remove_cvref_t<U>, Result> &&
             !std::is_same_v<std::remove_cvref_t<U>, Error> &&
             !std::is_same_v<std::remove_cvref_t<U>, T>)
  Result(U&& value) : value_(std::forward<U>(value)), ok_(true) {}  // NOLINT: implicit
  Result(Error error) : error_(std::move(error)), ok_(false) {}     // NOLINT: implicit
  Result(const Result& other) : ok_(other.ok_) {
    if (ok_) {
      std::construct_at(&value_, other.value_);
    } else {
      std::construct_at(&error_, other.error_);
    }
  }
  Result(Result&& other) noexcept : ok_(other.ok_) {
    if (ok_) {
      std::construct_at(&value_, std::move(other.value_));
    } else {
      std::construct_at(&error_, std::move(other.error_));
    }
  }
  Result& operator=(Result other) noexcept {
    std::destroy_at(this);
    return *std::construct_at(this, std::move(other));
  }
  ~Result() {
    if (ok_) {
      std::destroy_at(&value_);
    } else {
      std::destroy_at(&error_);
    }
  }

  bool ok() const { return ok_; }
  explicit operator bool() const { return ok_; }

  const T& value() const& {
    ASSERT(ok_);
    return value_;
  }
  T& value() & {
    ASSERT(ok_);
    return value_;
  }
  T&& value() && {
    ASSERT(ok_);
    return std::move(value_);
  }
  const Error& error() const {
    ASSERT(!ok_);
    return error_;
  }

  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  /// The same result, an error with `place` put before it.
  Result within(std::string_view place) && {
    if (ok_) return std::move(*this);
    return error_.within(place);
  }

 private:
  union {
    T value_;
    Error error_;
  };
  bool ok_;
};

/// A Result without a value: done, or why not.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT: implicit

  bool ok() const { return !error_; }
  explicit operator bool() const { return ok(); }
  void value() const { ASSERT(ok()); }
  const Error& error() const {
    ASSERT(error_);
    return *error_;
  }
  Result within(std::string_view place) && {
    if (ok()) return {};
    return error_->within(place);
  }

 private:
  std::optional<Error> error_;
};

}  // namespace armistice

// NOLINTBEGIN(bugprone-macro-parentheses): a name that is declared cannot stand in them.
#define ARMISTICE_TRY(name, expression)         \
  ({                                            \
    auto&& name = (expression);                 \
    if (!name.ok()) return name.error();        \
    std::forward<decltype(name)>(name).value(); \
  })
// NOLINTEND(bugprone-macro-parentheses)
#define ARMISTICE_TRY_NAMED(count, expression) ARMISTICE_TRY(try_result_##count, expression)
#define ARMISTICE_TRY_COUNTED(count, expression) ARMISTICE_TRY_NAMED(count, expression)

/// The value of a Result; on an error, leaves the function with that error. Not in braces after
/// another member or element: GCC 12 forgets to destroy those when it leaves.
#define TRY(expression) ARMISTICE_TRY_COUNTED(__COUNTER__, expression)
