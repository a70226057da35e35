// A memo of one number for each character: filled on demand, read and written by several threads without a lock.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>

namespace comb::typeset {

/// Two levels, 256 characters a page, so that a course pays for the scripts it uses. Two threads that meet write the
/// same value, because what is remembered depends on the character alone.
class CharacterTable {
 public:
  CharacterTable() = default;
  CharacterTable(const CharacterTable&) = delete;
  CharacterTable& operator=(const CharacterTable&) = delete;
  ~CharacterTable() {
    for (std::atomic<Page*>& slot : pages_) delete slot.load();
  }

  /// What was stored for `character`; 0 where nothing was.
  std::uint64_t get(char32_t character) const {
    if (character >= limit) return 0;
    const Page* page = pages_[character >> 8].load(std::memory_order_acquire);
    return page == nullptr ? 0 : (*page)[character & 0xff].load(std::memory_order_relaxed);
  }

  void set(char32_t character, std::uint64_t value) {
    if (character >= limit) return;
    std::atomic<Page*>& slot = pages_[character >> 8];
    Page* page = slot.load(std::memory_order_acquire);
    if (page == nullptr) page = add_page(slot);
    (*page)[character & 0xff].store(value, std::memory_order_relaxed);
  }

 private:
  using Page = std::array<std::atomic<std::uint64_t>, 256>;
  static constexpr char32_t limit = 0x110000;

  static Page* add_page(std::atomic<Page*>& slot) {
    auto fresh = std::make_unique<Page>();
    Page* expected = nullptr;
    if (slot.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel)) return fresh.release();
    return expected;
  }

  std::array<std::atomic<Page*>, (limit >> 8)> pages_{};
};

} // namespace comb::typeset
