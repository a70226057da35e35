// Courses and parts as readable text, for `comb dump` and golden files.
#include "base/overloaded.hpp"
#include "model/course.hpp"

#include <charconv>
#include <cstdio>

namespace comb::model {

namespace {

/// Text with one line a node, indented by depth.
class Outline {
 public:
  explicit Outline(int depth) : depth_(depth) {}

  void line(const std::string& text) { text_ += std::string(static_cast<std::size_t>(depth_) * 2, ' ') + text + "\n"; }
  void parts(const Parts& all);
  /// A named group of parts; nothing for none.
  void group(std::string_view name, const Parts& all) {
    if (all.empty()) return;
    line(std::string(name));
    ++depth_;
    parts(all);
    --depth_;
  }
  void deeper() { ++depth_; }
  void back() { --depth_; }
  std::string take() { return std::move(text_); }

 private:
  int depth_;
  std::string text_;
};

std::string number(double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  return {buffer, end};
}

std::string minutes(std::chrono::minutes time) {
  return std::to_string(time.count()) + " min";
}

std::string tone_name(Tone tone) {
  switch (tone) {
    case Tone::neutral:
      return "neutral";
    case Tone::wood:
      return "wood";
    case Tone::teal:
      return "teal";
    case Tone::plum:
      return "plum";
    case Tone::moss:
      return "moss";
    case Tone::alert:
      return "alert";
  }
  return {};
}

std::string note_name(NoteKind kind) {
  switch (kind) {
    case NoteKind::say:
      return "say";
    case NoteKind::act:
      return "do";
    case NoteKind::ask:
      return "ask";
    case NoteKind::watch:
      return "watch";
    case NoteKind::transition:
      return "transition";
    case NoteKind::setup:
      return "setup";
    case NoteKind::if_short:
      return "if-short";
    case NoteKind::if_long:
      return "if-long";
    case NoteKind::plain:
      return "plain";
  }
  return {};
}

std::string directory_name(DirectoryKind kind) {
  switch (kind) {
    case DirectoryKind::contents:
      return "contents";
    case DirectoryKind::agenda:
      return "agenda";
    case DirectoryKind::recap:
      return "recap";
    case DirectoryKind::glossary:
      return "glossary";
    case DirectoryKind::index:
      return "index";
    case DirectoryKind::alignment:
      return "alignment";
    case DirectoryKind::blueprint:
      return "blueprint";
    case DirectoryKind::materials:
      return "materials";
    case DirectoryKind::credits:
      return "credits";
  }
  return {};
}

std::string break_name(BreakKind kind) {
  switch (kind) {
    case BreakKind::slide:
      return "slide";
    case BreakKind::page:
      return "page";
    case BreakKind::pause:
      return "pause";
  }
  return {};
}

std::string frame_name(BoxFrame frame) {
  switch (frame) {
    case BoxFrame::group:
      return "group";
    case BoxFrame::panel:
      return "panel";
    case BoxFrame::slide:
      return "slide";
  }
  return {};
}

/// ` <workbook guide>`, or nothing for the default set.
std::string audience(const Part& part) {
  std::string text;
  if (!(part.editions == everyone)) {
    text = " <";
    for (const EditionKind kind : all_edition_kinds) {
      if (!part.editions.has(kind)) continue;
      if (text.size() > 2) text += ' ';
      text += name_of(kind);
    }
    text += ">";
  }
  if (part.placement == Placement::notes) text += " (notes)";
  return text;
}

std::string steps_text(const std::vector<Step>& steps) {
  std::string text;
  for (const Step& step : steps) {
    text += " | " + text::dump(step.text);
    if (step.time) text += " " + minutes(*step.time);
  }
  return text;
}

void table_rows(const Table& table, Outline& out) {
  const auto row_text = [](const std::vector<Cell>& row) {
    std::string text = "row";
    for (const Cell& cell : row) text += " | " + text::dump(cell.content) + (cell.is_blank ? "(blank)" : "");
    return text;
  };
  if (!table.caption.empty()) out.line("caption " + text::dump(table.caption));
  if (!table.header.empty()) out.line("head " + row_text(table.header).substr(4));
  for (const auto& row : table.rows) out.line(row_text(row));
}

void card(const Card& card, Outline& out) {
  out.group("front", card.front);
  out.group("secret", card.secret);
}

std::string box_line(const Box& box) {
  std::string text = "box " + frame_name(box.frame) + " " + box.kind;
  if (!box.id.empty()) text += " #" + box.id;
  if (!box.label.empty()) text += " label=" + box.label;
  if (!box.title.empty()) text += " title=" + text::dump(box.title);
  if (!box.meta.empty()) text += " meta=" + box.meta;
  if (!box.slide_title.empty()) text += " slide-title=" + box.slide_title;
  text += " " + tone_name(box.tone);
  if (box.own_slide) text += " own-slide";
  if (box.keep_together) text += " keep";
  if (box.reveal) text += " reveal";
  return text;
}

std::string figure_line(const Figure& figure) {
  std::string text = "figure " + figure.path + " alt=" + figure.alternative;
  if (figure.decorative) text += " decorative";
  if (figure.width) text += " width=" + number(*figure.width);
  if (!figure.caption.empty()) text += " caption=" + text::dump(figure.caption);
  return text;
}

void rubric(const Rubric& rubric, Outline& out) {
  for (const RubricRow& row : rubric.rows) {
    std::string text = "criterion " + text::dump(row.criterion) + " weight=" + number(row.weight);
    for (const RubricLevel& level : row.levels) text += " | " + level.name + ": " + text::dump(level.descriptor);
    out.line(text);
  }
}

void list(const List& list, Outline& out) {
  for (const ListItem& item : list.items) {
    out.line(item.id.empty() ? "item" : "item #" + item.id);
    out.deeper();
    out.parts(item.children);
    out.back();
  }
}

std::string node_line(const DiagramNode& node) {
  std::string line = "node " + text::dump(node.label);
  if (!node.aside.empty()) line += " aside " + text::dump(node.aside);
  if (!node.to.empty()) line += " back to " + node.to;
  if (node.lane > 0) line += " lane=" + std::to_string(node.lane);
  if (node.row > 0) line += " row=" + std::to_string(node.row);
  if (node.x && node.y) line += " at " + number(*node.x) + " " + number(*node.y);
  if (node.amount != 0) line += " amount=" + number(node.amount);
  if (node.is_blank) line += " (blank)";
  return line;
}

void diagram_nodes(std::string_view name, const std::vector<DiagramNode>& nodes, Outline& out) {
  if (nodes.empty()) return;
  if (!name.empty()) out.line(std::string(name));
  if (!name.empty()) out.deeper();
  for (const DiagramNode& node : nodes) {
    out.line(node_line(node));
    out.deeper();
    diagram_nodes("branches", node.children, out);
    diagram_nodes("next", node.next, out);
    out.back();
  }
  if (!name.empty()) out.back();
}

void axis(std::string_view name, const DiagramAxis& shown, Outline& out) {
  if (shown.name.empty() && shown.low.empty() && shown.high.empty()) return;
  out.line(std::string(name) + " " + text::dump(shown.name) + " from " + text::dump(shown.low) + " to " +
           text::dump(shown.high));
}

void diagram(const Diagram& shown, Outline& out) {
  out.deeper();
  if (!shown.caption.empty()) out.line("caption " + text::dump(shown.caption));
  out.line("alternative " + shown.alternative);
  for (const text::Inlines& head : shown.heads) out.line("head " + text::dump(head));
  if (!shown.center.empty()) out.line("center " + text::dump(shown.center));
  axis("x-axis", shown.x_axis, out);
  axis("y-axis", shown.y_axis, out);
  diagram_nodes("", shown.nodes, out);
  diagram_nodes("points", shown.points, out);
  out.back();
}

void branching(const Branching& shown, Outline& out) {
  out.deeper();
  for (const ScenarioNode& node : shown.nodes) {
    const std::string_view end = node.ending == Ending::good   ? " good end"
                                 : node.ending == Ending::poor ? " poor end"
                                                               : "";
    out.line(node.number + " #" + node.id + " " + text::dump(node.title) + std::string(end));
    out.deeper();
    out.parts(node.body);
    for (const Choice& choice : node.choices) {
      out.line("choice " + text::dump(choice.text) + " to " + choice.to);
      out.deeper();
      out.group("feedback", choice.feedback);
      out.back();
    }
    out.back();
  }
  std::string path;
  for (const std::string& id : shown.best_path) path += " " + id;
  if (!path.empty()) out.line("best path" + path);
  out.back();
}

std::string_view look_name(TableLook look) {
  switch (look) {
    case TableLook::plain:
      return "";
    case TableLook::matrix:
      return " as matrix";
    case TableLook::compare:
      return " as compare";
  }
  return "";
}

void part_lines(const Part& part, Outline& out) {
  const std::string who = audience(part);
  const auto say = [&](const std::string& text) { out.line(text + who); };
  const auto nest = [&](const Parts& children) {
    out.deeper();
    out.parts(children);
    out.back();
  };
  std::visit(
      Overloaded{
          [&](const Heading& h) { say("heading " + std::to_string(h.level) + " " + text::dump(h.content)); },
          [&](const Prose& prose) { say("prose " + text::dump(prose.content)); },
          [&](const List& l) {
            say(l.ordered ? "list ordered from " + std::to_string(l.start) : "list");
            out.deeper();
            list(l, out);
            out.back();
          },
          [&](const Table& table) {
            say("table" + std::string(look_name(table.look)));
            out.deeper();
            table_rows(table, out);
            out.back();
          },
          [&](const Quote& quote) {
            say("quote");
            nest(quote.children);
          },
          [&](const Code& code) { say("code " + code.language + " " + std::to_string(code.text.size()) + " bytes"); },
          [&](const Figure& figure) { say(figure_line(figure)); },
          [&](const Diagram& shown) {
            say(std::string(name_of(shown.sort)) + (shown.loop ? " loop" : "") + (shown.reveal ? " reveal" : ""));
            diagram(shown, out);
          },
          [&](const Dialogue& dialogue) {
            say("dialogue");
            out.deeper();
            for (const Turn& turn : dialogue.turns) out.line(turn.speaker + ": " + text::dump(turn.text));
            out.back();
          },
          [&](const Box& box) {
            say(box_line(box));
            nest(box.children);
          },
          [&](const Columns& columns) {
            say("columns");
            for (const Parts& column : columns.columns) {
              out.deeper();
              out.group("column", column);
              out.back();
            }
          },
          [&](const Card& c) {
            say("card #" + c.id + " " + c.name + " of " + c.set);
            out.deeper();
            card(c, out);
            out.back();
          },
          [&](const QuestionUse& use) {
            say("question " + std::to_string(use.question.value) + " number=" + use.number);
          },
          [&](const Steps& steps) { say("steps" + steps_text(steps.steps)); },
          [&](const Checklist& checklist) {
            say(checklist.seen_columns ? "checklist seen/not seen" : "checklist");
            out.deeper();
            for (const ChecklistItem& item : checklist.items) out.line("item " + text::dump(item.text));
            out.back();
          },
          [&](const Rubric& r) {
            say("rubric");
            out.deeper();
            rubric(r, out);
            out.back();
          },
          [&](const WritingSpace& space) { say("writing-space " + std::to_string(space.lines)); },
          [&](const Timer& timer) { say("timer " + minutes(timer.total) + steps_text(timer.phases)); },
          [&](const Branching& shown) {
            say("scenario #" + shown.id);
            branching(shown, out);
          },
          [&](const Directory& directory) { say("directory " + directory_name(directory.kind)); },
          [&](const Break& pause) {
            say("break " + break_name(pause.kind) + (pause.time.count() > 0 ? " " + minutes(pause.time) : ""));
          },
          [&](const Note& note) {
            say("note " + note_name(note.kind) + (note.time ? " " + minutes(*note.time) : ""));
            nest(note.children);
          },
      },
      part.content);
}

void Outline::parts(const Parts& all) {
  for (const Part& part : all) part_lines(part, *this);
}

void choices(const Choices& form, const Question& question, Outline& out) {
  for (std::size_t i = 0; i < form.options.size(); ++i) {
    const Option& option = form.options[i];
    std::string text = "option " + text::dump(option.text);
    if (question.key) {
      text += question.key->is_key[i] ? " (key)" : "";
      text += " " + number(question.key->weights[i]) + "%";
    }
    if (option.locked_last) text += " locked";
    out.line(text);
    if (!question.key) continue;
    out.deeper();
    out.group("feedback", question.key->feedback[i]);
    out.back();
  }
}

void answer_form(const Question& question, Outline& out) {
  std::visit(Overloaded{
                 [&](const Choices& form) { choices(form, question, out); },
                 [&](const Matching& form) {
                   for (const auto& left : form.left) out.line("left " + text::dump(left));
                   for (const auto& right : form.right) out.line("right " + text::dump(right));
                 },
                 [&](const Ordering& form) {
                   for (const auto& item : form.items) out.line("item " + text::dump(item));
                 },
                 [&](const ShortText&) { out.line("short text"); },
                 [&](const Number& form) { out.line("number" + (form.unit.empty() ? "" : " unit=" + form.unit)); },
                 [&](const Cloze&) { out.line("cloze"); },
                 [&](const FreeText& form) { out.line("free text, lines=" + std::to_string(form.lines)); },
                 [&](const Hotspot& form) {
                   out.line("hotspot " + form.path);
                   for (const Region& region : form.regions) out.line("region " + text::dump(region.text));
                 },
             },
             question.form);
}

void key(const QuestionKey& key, Outline& out) {
  std::string order;
  for (const int index : key.right_of_left) order += " " + std::to_string(index);
  if (!order.empty()) out.line("right of left:" + order);
  order.clear();
  for (const int index : key.right_order) order += " " + std::to_string(index);
  if (!order.empty()) out.line("right order:" + order);
  for (const AcceptedText& accepted : key.accepted)
    out.line("accepts " + accepted.text + " " + number(accepted.weight) + "%");
  if (!key.number_text.empty()) out.line("number " + number(key.number) + " ± " + number(key.tolerance));
  out.group("solution", key.solution);
  if (key.rubric) rubric(*key.rubric, out);
}

void question_lines(const Question& question, Outline& out) {
  std::string line =
      "question " + question.id + " " + std::string(name_of(question.type)) + " points=" + number(question.points);
  for (const std::string& objective : question.objectives) line += " objective=" + objective;
  if (question.bloom) line += " bloom=" + std::string(name_of(*question.bloom));
  out.line(line);
  out.deeper();
  out.group("stem", question.stem);
  answer_form(question, out);
  if (question.key) key(*question.key, out);
  out.back();
}

void lesson_lines(const Lesson& lesson, Outline& out) {
  out.line("lesson " + lesson.id + " " + lesson.number + " " + text::dump(lesson.title) +
           (lesson.time ? " " + minutes(*lesson.time) : ""));
  out.deeper();
  for (const Topic& topic : lesson.topics) {
    out.line("topic #" + topic.id + " " + text::dump(topic.title));
    out.deeper();
    out.parts(topic.parts);
    out.back();
  }
  out.back();
}

} // namespace

std::string dump(const Parts& parts, int depth) {
  Outline out(depth);
  out.parts(parts);
  return out.take();
}

std::string dump(const Course& course) {
  Outline out(0);
  out.line("course " + course.info.id + " " + course.info.lang + " " + course.info.title);
  out.deeper();
  for (const CoursePart& part : course.parts) {
    out.line("part " + part.title);
    out.deeper();
    for (const Lesson& lesson : part.lessons) lesson_lines(lesson, out);
    out.back();
  }
  for (const Objective& objective : course.objectives) {
    out.line("objective " + objective.id + (objective.bloom ? " " + std::string(name_of(*objective.bloom)) : "") + " " +
             text::dump(objective.text));
  }
  for (const Question& question : course.questions) question_lines(question, out);
  for (const BlockInfo& block : course.blocks) {
    out.line("block " + block.kind + (block.id.empty() ? "" : " #" + block.id) +
             (block.time ? " " + minutes(*block.time) : ""));
  }
  return out.take();
}

} // namespace comb::model
