// Font files by family name; the only user of fontconfig.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace comb::typeset {

/// A face on this machine.
struct FontFile {
  std::string path;
  std::uint32_t index = 0; ///< in a collection
};

/// The fonts that are installed, as they were when it was made.
class FontCatalog {
 public:
  FontCatalog();
  ~FontCatalog();
  FontCatalog(const FontCatalog&) = delete;
  FontCatalog& operator=(const FontCatalog&) = delete;

  /// The upright face of exactly this family that is nearest to regular (or bold); none where the family is not
  /// installed. Nothing is ever substituted.
  std::optional<FontFile> find(std::string_view family, bool is_bold) const;

 private:
  struct Configuration;
  std::unique_ptr<Configuration> configuration_;
};

} // namespace comb::typeset
