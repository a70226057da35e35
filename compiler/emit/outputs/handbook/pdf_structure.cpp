// Structure elements with their marked content, pictures' alternatives and links.
#include "emit/outputs/handbook/pdf_structure.hpp"

#include "emit/outputs/handbook/pdf_content.hpp"
#include "emit/outputs/handbook/pdf_text.hpp"

#include <algorithm>
#include <limits>
#include <string>

namespace comb::emit::handbook {

namespace {

using typeset::NodeId;
using typeset::Role;

constexpr std::uint64_t unranked = std::numeric_limits<std::uint64_t>::max();

/// What an element holds, in drawing order.
struct Kid {
  enum class Kind : std::uint8_t { element, content, annotation } kind = Kind::element;
  std::uint64_t rank = unranked; ///< when it is first drawn
  std::uint32_t page = 0;
  std::uint32_t number = 0; ///< of the element, of the marked content, or the annotation's object
};

/// A drawing position: pages first, then the sequence on the page.
std::uint64_t rank_of(std::uint32_t page, std::uint32_t number) {
  return (std::uint64_t{page} << 32U) | number;
}

class Tree {
 public:
  Tree(const typeset::Structure& structure, const std::vector<TaggedPage>& pages, const std::vector<TaggedLink>& links)
      : nodes_(structure.nodes), pages_(pages), links_(links) {
    if (nodes_.empty()) nodes_.push_back({});
    add_links();
    kids_.resize(nodes_.size());
    add_content();
    add_children();
  }

  ObjectId write(PdfObjects& objects) {
    const ObjectId root = objects.reserve();
    for (std::size_t i = 0; i < nodes_.size(); ++i) elements_.push_back(objects.reserve());
    for (std::size_t i = 0; i < nodes_.size(); ++i) objects.set(elements_[i], body_of(i, root));
    const ObjectId parents = objects.add(parent_tree());
    objects.set(root, "/Type /StructTreeRoot\n/K [" + reference(elements_[0]) + "]\n/ParentTree " + reference(parents) +
                          "\n/ParentTreeNextKey " + std::to_string(pages_.size() + links_.size()) + "\n");
    return root;
  }

 private:
  /// An annotation belongs to a Link element (ISO 14289-1, 7.18.5); where its node is none, it gets one below it.
  void add_links() {
    for (const TaggedLink& link : links_) {
      const std::uint32_t node = link.node.value < nodes_.size() ? link.node.value : 0;
      if (nodes_[node].role == Role::link) {
        link_nodes_.push_back(node);
        continue;
      }
      link_nodes_.push_back(static_cast<std::uint32_t>(nodes_.size()));
      nodes_.push_back({.role = Role::link, .parent = NodeId{node}});
    }
  }

  void add_content() {
    for (std::uint32_t page = 0; page < pages_.size(); ++page) {
      for (std::uint32_t i = 0; i < pages_[page].marked.size(); ++i) {
        kids_[pages_[page].marked[i].value].push_back({Kid::Kind::content, rank_of(page, i), page, i});
      }
    }
    for (std::size_t i = 0; i < links_.size(); ++i) {
      const std::uint32_t page = links_[i].page;
      std::vector<Kid>& kids = kids_[link_nodes_[i]];
      std::uint64_t rank = kids.empty() ? unranked : kids.back().rank;
      // A link of our own stands where its node's text on that page ends.
      if (links_[i].node.value < kids_.size() && link_nodes_[i] != links_[i].node.value) {
        for (const Kid& kid : kids_[links_[i].node.value]) {
          if (kid.page == page && kid.kind == Kid::Kind::content) rank = kid.rank;
        }
      }
      kids.push_back({Kid::Kind::annotation, rank, page, links_[i].annotation.number});
    }
  }

  /// Parents stand before their children, so that one walk from the end knows each subtree's first drawing.
  void add_children() {
    std::vector<std::uint64_t> first(nodes_.size(), unranked);
    std::vector<std::vector<std::uint32_t>> children(nodes_.size());
    for (std::size_t i = nodes_.size(); i-- > 0;) {
      for (const Kid& kid : kids_[i]) first[i] = std::min(first[i], kid.rank);
      if (i == 0) break;
      const std::uint32_t parent = parent_of(i);
      children[parent].push_back(static_cast<std::uint32_t>(i));
    }
    for (std::size_t i = nodes_.size(); i-- > 1;) first[parent_of(i)] = std::min(first[parent_of(i)], first[i]);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      // An element that draws nothing, like an empty cell, stays behind its elder sibling.
      std::uint64_t elder = 0;
      for (auto child = children[i].rbegin(); child != children[i].rend(); ++child) {
        const std::uint64_t rank = first[*child] == unranked ? elder : first[*child];
        elder = std::max(elder, rank);
        kids_[i].push_back({Kid::Kind::element, rank, 0, *child});
      }
      std::ranges::stable_sort(kids_[i], {}, &Kid::rank);
    }
  }

  std::uint32_t parent_of(std::size_t node) const {
    const std::optional<NodeId>& parent = nodes_[node].parent;
    return parent && parent->value < node ? parent->value : 0;
  }

  std::string body_of(std::size_t node, ObjectId root) const {
    const typeset::StructureNode& element = nodes_[node];
    std::string body = "/Type /StructElem\n/S /" + std::string(structure_type(element.role)) + "\n/P " +
                       reference(node == 0 ? root : elements_[parent_of(node)]) + "\n";
    if (!element.alternative.empty()) body += "/Alt " + text_string(element.alternative) + "\n";
    if (!element.lang.empty()) body += "/Lang " + byte_string(element.lang) + "\n";
    if (element.role == Role::table_header) body += "/A <</O /Table /Scope /Column>>\n";
    const auto content = std::ranges::find(kids_[node], Kid::Kind::content, &Kid::kind);
    const std::optional<std::uint32_t> page =
        content == kids_[node].end() ? std::nullopt : std::optional(content->page);
    if (page) body += "/Pg " + reference(pages_[*page].object) + "\n";
    body += "/K [";
    for (const Kid& kid : kids_[node]) body += kid_text(kid, page) + " ";
    return body + "]\n";
  }

  std::string kid_text(const Kid& kid, std::optional<std::uint32_t> page) const {
    switch (kid.kind) {
      case Kid::Kind::element:
        return reference(elements_[kid.number]);
      case Kid::Kind::annotation:
        return "<</Type /OBJR /Obj " + reference(ObjectId{kid.number}) + " /Pg " + reference(pages_[kid.page].object) +
               ">>";
      case Kid::Kind::content:
        break;
    }
    if (kid.page == page) return std::to_string(kid.number);
    return "<</Type /MCR /Pg " + reference(pages_[kid.page].object) + " /MCID " + std::to_string(kid.number) + ">>";
  }

  /// From marked content back to elements: an array a page, then an element a link.
  std::string parent_tree() const {
    std::string body = "/Nums [";
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      body += std::to_string(page) + " [";
      for (const NodeId node : pages_[page].marked) body += reference(elements_[node.value]) + " ";
      body += "]\n";
    }
    for (std::size_t i = 0; i < links_.size(); ++i) {
      body += std::to_string(pages_.size() + i) + " " + reference(elements_[link_nodes_[i]]) + "\n";
    }
    return body + "]\n";
  }

  std::vector<typeset::StructureNode> nodes_;
  const std::vector<TaggedPage>& pages_;
  const std::vector<TaggedLink>& links_;
  std::vector<std::uint32_t> link_nodes_; ///< the Link element of each link
  std::vector<std::vector<Kid>> kids_;
  std::vector<ObjectId> elements_;
};

} // namespace

ObjectId add_structure(const typeset::Structure& structure, const std::vector<TaggedPage>& pages,
                       const std::vector<TaggedLink>& links, PdfObjects& objects) {
  return Tree(structure, pages, links).write(objects);
}

} // namespace comb::emit::handbook
