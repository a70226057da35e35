// Names for the pictures of a bank: short, ASCII, unique, the same in every build.
#include "emit/outputs/quiz_bank/rich_text.hpp"

#include <algorithm>

namespace comb::emit::quiz_bank {
namespace {

bool is_plain(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '.' ||
         byte == '-' || byte == '_';
}

/// The last segment of `path` in characters that every importer and every URL takes.
std::string file_name(std::string_view path) {
  std::string name(path.substr(path.rfind('/') + 1));
  std::ranges::replace_if(
      name, [](char byte) { return !is_plain(byte); }, '_');
  if (name.empty() || name.front() == '.') name.insert(0, "picture");
  return name;
}

std::string numbered(const std::string& name, int number) {
  const std::size_t dot = name.rfind('.');
  const std::string suffix = "-" + std::to_string(number);
  return dot == std::string::npos ? name + suffix : name.substr(0, dot) + suffix + name.substr(dot);
}

/// `path` without leading `./` and `../`: a picture inside a line knows its path only as it was written.
std::string_view without_parents(std::string_view path) {
  while (path.starts_with("./") || path.starts_with("../")) path.remove_prefix(path.find('/') + 1);
  return path;
}

} // namespace

MediaLibrary::MediaLibrary(const std::vector<model::Asset>& assets) {
  for (const model::Asset& asset : assets) assets_.emplace(asset.path, asset.image);
}

int MediaLibrary::index_of(std::string_view path, const std::shared_ptr<const images::Image>& image) {
  const auto known = indices_.find(path);
  if (known != indices_.end()) return known->second;
  std::shared_ptr<const images::Image> found = image;
  if (!found) {
    const std::string wanted(without_parents(path));
    const auto asset = std::ranges::find_if(assets_, [&](const auto& candidate) {
      return candidate.first == wanted || candidate.first.ends_with("/" + wanted);
    });
    if (asset != assets_.end()) found = asset->second;
  }
  if (!found || found->bytes.empty()) return -1;
  std::string name = file_name(path);
  // Moodle keeps the files of a text in one folder, so two `a.png` of two folders need two names.
  const std::string wanted_name = name;
  for (int number = 2; names_.contains(name); ++number) name = numbered(wanted_name, number);
  const int index = static_cast<int>(media_.size());
  names_.emplace(name, index);
  indices_.emplace(std::string(path), index);
  media_.push_back({.name = name, .path = std::string(path), .image = found});
  return index;
}

} // namespace comb::emit::quiz_bank
