// The text of a new course. Private to this folder.
#pragma once

#include <span>
#include <string_view>

namespace comb::driver {

/// A file of a new course; `@id@` in its text stands for the course's id.
struct TemplateFile {
  std::string_view path;
  std::string_view text;
};

std::span<const TemplateFile> english_template();
std::span<const TemplateFile> chinese_template();

} // namespace comb::driver
