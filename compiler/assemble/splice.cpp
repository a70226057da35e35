// Splicing includes.
#include "assemble/splice.hpp"

#include "source/file_system.hpp"

#include <algorithm>

namespace comb::assemble {

namespace {

// The loader allows a depth of 16; one more level here means a circle.
constexpr int max_depth = 17;

class Splicer {
 public:
  explicit Splicer(CourseState& state) : state_(state) {}

  syntax::Nodes nodes(const syntax::Nodes& source, int depth) {
    syntax::Nodes all;
    all.reserve(source.size());
    for (const syntax::Node& node : source) add(node, depth, all);
    return all;
  }

  /// Whether `source` asks for a file, at any depth.
  bool has_include(const syntax::Nodes& source) const {
    return std::ranges::any_of(source, [&](const syntax::Node& node) {
      if (const auto* directive = std::get_if<syntax::Directive>(&node.content)) {
        return is_include(*directive) || has_include(directive->children);
      }
      if (const auto* quote = std::get_if<syntax::Quote>(&node.content)) return has_include(quote->children);
      const auto* list = std::get_if<syntax::List>(&node.content);
      return list != nullptr &&
             std::ranges::any_of(list->items, [&](const syntax::ListItem& item) { return has_include(item.children); });
    });
  }

 private:
  void add(const syntax::Node& node, int depth, syntax::Nodes& all) {
    const auto* directive = std::get_if<syntax::Directive>(&node.content);
    if (directive != nullptr && is_include(*directive)) {
      const syntax::Document* included = depth < max_depth ? document_of(node) : nullptr;
      if (included == nullptr) {
        // Kept, so that its fields are checked like those of any block.
        all.push_back(node);
        return;
      }
      for (syntax::Node& inner : nodes(included->children, depth + 1)) all.push_back(std::move(inner));
      return;
    }
    all.push_back(node);
    syntax::Node& copy = all.back();
    if (auto* container = std::get_if<syntax::Directive>(&copy.content)) {
      container->children = nodes(container->children, depth);
    } else if (auto* quote = std::get_if<syntax::Quote>(&copy.content)) {
      quote->children = nodes(quote->children, depth);
    } else if (auto* list = std::get_if<syntax::List>(&copy.content)) {
      for (syntax::ListItem& item : list->items) item.children = nodes(item.children, depth);
    }
  }

  bool is_include(const syntax::Directive& directive) const {
    const blocks::BlockKind* kind = state_.kind_called(directive.name);
    return kind != nullptr && kind->name == "include";
  }

  const syntax::Document* document_of(const syntax::Node& node) const {
    for (const schema::RawValue& value : node.fields.values) {
      if (value.name != "file") continue;
      const std::string& from = state_.loaded.sources.file(node.span.file).path();
      const auto found = state_.loaded.documents.find(source::resolve_path(from, value.text));
      return found == state_.loaded.documents.end() ? nullptr : found->second.get();
    }
    return nullptr;
  }

  CourseState& state_;
};

} // namespace

std::optional<syntax::Nodes> spliced(CourseState& state, const syntax::Document& document) {
  Splicer splicer(state);
  if (!splicer.has_include(document.children)) return std::nullopt;
  return splicer.nodes(document.children, 0);
}

} // namespace comb::assemble
