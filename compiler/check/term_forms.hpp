// Finding the words of the term sheet in a text.
#pragma once

#include "model/course.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comb::check {

/// The forms of terms, ready to be looked for. The terms must outlive it.
///
/// The longest form wins. A form in a script with spaces between words is found as a whole word only, its first
/// letter may be a capital; Chinese forms are found anywhere. What stands inside one of the term's `except` phrases
/// is not found.
class TermForms {
 public:
  enum class Which : std::uint8_t {
    right,  ///< the form to use and the other forms that are fine
    avoided ///< the forms to avoid, where they are no piece of a right one
  };
  TermForms(const std::vector<model::Term>& terms, Which which);

  struct Match {
    const model::Term* term = nullptr;
    std::string_view form{};
  };
  /// The form that begins at `at`, of a term that counts in `part` and `lesson`; none where there is none.
  std::optional<Match> at(std::string_view text, std::size_t at, std::string_view part, std::string_view lesson) const;
  /// How far to go on where nothing was found: one character.
  static std::size_t step(std::string_view text, std::size_t at);

 private:
  struct Form {
    std::string text{};
    const model::Term* term = nullptr;
  };
  void add(const std::string& form, const model::Term& term);
  bool counts(const Form& form, std::string_view text, std::size_t begin) const;

  Which which_;
  std::map<char32_t, std::vector<Form>> forms_{}; ///< by first character, the longest first
};

} // namespace comb::check
