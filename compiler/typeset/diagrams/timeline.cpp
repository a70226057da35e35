// Timelines: events at even distances, across where there is room, down where there is not.
#include "typeset/diagrams/sorts.hpp"

#include <algorithm>
#include <vector>

namespace comb::typeset {

namespace {

constexpr double least_across_ems = 38; ///< narrower columns read downwards
constexpr double roomy_slot_ems = 7.5;  ///< of an event whose words all stand on one side
constexpr double least_slot_ems = 4.2;  ///< of one whose neighbours' words stand on the other side
constexpr double widest_slot_ems = 15;
constexpr std::size_t most_lines = 5; ///< of an event across
constexpr double when_share = 0.3;    ///< of the width, downwards
constexpr double widest_what_ems = 34;

struct Event {
  Label when{}, what{};
  Points height() const { return when.height + what.height; }
};

Event event_of(const model::DiagramNode& node, Canvas& canvas, Points when_measure, Points what_measure) {
  const LabelStyle strong{.color = canvas.look().accent, .weight = Weight::bold};
  return {.when = canvas.label(node.aside, strong, when_measure),
          .what = canvas.label_of(node, NodeLook::open, what_measure)};
}

void put_what(Canvas& canvas, const Label& what, const Box2d& place) {
  if (what.is_blank) {
    canvas.node({place.x, place.y, place.width, what.height}, what, NodeLook::open);
  } else {
    canvas.put(what, place, canvas.look().paper);
  }
}

void put_dot(Canvas& canvas, Position center) {
  canvas.dot(center, canvas.em(0.32), {.fill = canvas.look().accent});
}

/// Events along a line from left to right.
class Across {
 public:
  Across(const model::Diagram& diagram, Canvas& canvas, bool alternates) : canvas_(canvas), alternates_(alternates) {
    const auto count = static_cast<double>(diagram.nodes.size());
    slot_ = std::min(canvas.width() / (alternates ? (count + 1) / 2 : count), canvas.em(widest_slot_ems));
    distance_ = alternates ? slot_ / 2 : slot_;
    const Points measure = slot_ - canvas.em(1);
    for (const model::DiagramNode& node : diagram.nodes) events_.push_back(event_of(node, canvas, measure, measure));
  }

  bool reads_well() const {
    return std::ranges::all_of(events_, [](const Event& event) {
      return !event.what.overflows && !event.when.overflows && event.what.set.lines.size() <= most_lines &&
             event.when.set.lines.size() <= 2;
    });
  }

  DrawnDiagram draw() {
    Points above{}, below{};
    for (std::size_t i = 0; i < events_.size(); ++i) {
      Points& side = is_above(i) ? above : below;
      side = std::max(side, events_[i].height() + gap());
    }
    const Points line = above + canvas_.em(0.5);
    const Points width = slot_ + distance_ * static_cast<double>(events_.size() - 1);
    canvas_.arrow(std::vector<Position>{{Points{}, line}, {width, line}}, {.color = canvas_.look().soft});
    for (std::size_t i = 0; i < events_.size(); ++i) {
      canvas_.begin_step(static_cast<int>(i) + 1);
      put(events_[i], is_above(i), {slot_ / 2 + distance_ * static_cast<double>(i), line});
    }
    return canvas_.take(width, line + canvas_.em(0.5) + below);
  }

 private:
  bool is_above(std::size_t at) const { return alternates_ && at % 2 == 0; }
  Points gap() const { return canvas_.em(0.9); }

  void put(const Event& event, bool above, Position dot) {
    const Points width = slot_ - canvas_.em(1);
    const Points left = dot.x - width / 2;
    const Points near = canvas_.em(0.5);
    Points top = dot.y + near + canvas_.em(0.3);
    if (above) {
      top = dot.y - near - canvas_.em(0.3) - event.height();
      canvas_.line({dot.x, dot.y - near - canvas_.em(0.1)}, {dot.x, dot.y}, canvas_.look().soft, canvas_.hairline());
    } else if (alternates_) {
      canvas_.line({dot.x, dot.y}, {dot.x, dot.y + near + canvas_.em(0.1)}, canvas_.look().soft, canvas_.hairline());
    }
    put_dot(canvas_, dot);
    canvas_.put(event.when, {left, top, width, event.when.height}, canvas_.look().paper);
    put_what(canvas_, event.what, {left, top + event.when.height, width, event.what.height});
  }

  Canvas& canvas_;
  bool alternates_ = false;
  Points slot_{}, distance_{};
  std::vector<Event> events_{};
};

/// Events below each other: when at the left, what at the right of the line.
DrawnDiagram draw_down(const model::Diagram& diagram, Canvas& canvas) {
  const Points gap = canvas.em(1.1);
  Points when_width{};
  std::vector<Event> events;
  for (const model::DiagramNode& node : diagram.nodes) {
    const Points measure = std::min(canvas.width() - canvas.width() * when_share - gap * 2, canvas.em(widest_what_ems));
    events.push_back(event_of(node, canvas, canvas.width() * when_share, measure));
    events.back().when.style.align = TextAlign::end;
    events.back().what.style.align = TextAlign::start;
    when_width = std::max(when_width, events.back().when.width);
  }
  const Points line = when_width + gap;
  const Points left = line + gap;
  const Points between = canvas.em(0.7);
  Points y{}, right{}, first{}, last{};
  for (std::size_t i = 0; i < events.size(); ++i) {
    canvas.begin_step(static_cast<int>(i) + 1);
    const Event& event = events[i];
    const Points height = std::max(event.when.height, event.what.height);
    // Both begin on the same line; the dot stands beside it.
    const Points dot = y + canvas.text_size() * canvas.look().leading / 2;
    canvas.put(event.when, {Points{}, y, when_width, event.when.height}, canvas.look().paper);
    put_what(canvas, event.what, {left, y, event.what.width, event.what.height});
    put_dot(canvas, {line, dot});
    if (i == 0) first = dot;
    last = dot;
    right = std::max(right, left + event.what.width);
    y += height + between;
  }
  canvas.begin_step(0);
  canvas.line({line, first}, {line, std::max(last, y - between)}, canvas.look().soft, canvas.hairline());
  return canvas.take(right, y - between);
}

} // namespace

std::optional<DrawnDiagram> lay_out_timeline(const model::Diagram& diagram, Canvas& canvas) {
  if (diagram.nodes.empty()) return canvas.take({}, {});
  const auto count = static_cast<double>(diagram.nodes.size());
  if (canvas.width() < canvas.em(least_across_ems)) return draw_down(diagram, canvas);
  for (const bool alternates : {false, true}) {
    const Points needed = canvas.em(alternates ? least_slot_ems : roomy_slot_ems) * count;
    if (canvas.width() < needed) continue;
    Canvas trial = canvas;
    Across across(diagram, trial, alternates);
    if (!across.reads_well()) continue;
    return Across(diagram, canvas, alternates).draw();
  }
  return draw_down(diagram, canvas);
}

} // namespace comb::typeset
